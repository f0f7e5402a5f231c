//! Every call of your accounts in three Delta tables of your own (`calls`, `turns`, `recordings`), and for each part of them how it is
//! known that none is missing.
//!
//! A *window* is a day of a source, or a part of one: it is read at once, is one file of each table, and is replaced in one commit of
//! each, `calls` last. What is known of a window stands in the log beside its file, so that data and state are one: a run that ends
//! anywhere leaves the state before or the state after, and is repeated without harm.
//!
//! It is all behind the feature `delta`, since Parquet takes its time to compile.

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

pub use care::Sample;
pub use error::LakeError;
pub use lake::{Lake, Planned, Progress, Report, Selection, Sources};
pub use media::Fetched;
pub use place::BucketService;
pub use recording::MediaState;
pub use report::Figures;
pub use settings::{FILE, Limit, Settings, Share, SourceSettings};
pub use source::{Abilities, Answer, Link, Listed, Query, Reach, Sink, Source, SourceError, Take};
pub use window::{Grade, Lateness, Part, State, Window};
