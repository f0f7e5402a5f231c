// Its example is of the tables.
#![cfg_attr(any(not(doctest), feature = "delta"), doc = include_str!("../README.md"))]
#![cfg_attr(not(test), deny(clippy::disallowed_methods, clippy::string_slice))]
#![cfg(feature = "delta")]

mod ask;
mod before;
mod care;
mod column;
mod commit;
mod digest;
mod error;
mod files;
mod fill;
mod keys;
mod lake;
mod log;
mod logs;
mod media;
mod place;
mod reading;
mod recording;
mod report;
mod room;
mod settings;
mod source;
pub mod sources;
mod store;
mod tables;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod texts;
mod window;

pub use callslip_calls::{Call, Recording, Turn};
pub use callslip_core::ErrorKind;
pub use care::Sample;
pub use error::{LakeError, StoreError};
pub use lake::{Lake, Planned, Progress, Report, Selection, Sources};
pub use media::Fetched;
pub use place::BucketService;
pub use recording::MediaState;
pub use report::Figures;
pub use settings::{FILE, Limit, Settings, Share, SourceSettings};
pub use source::{Abilities, Answer, Link, Listed, Query, Reach, Sink, Source, SourceError, Take};
pub use window::{Grade, Lateness, Part, State, Window};
