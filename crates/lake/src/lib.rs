//! Every call of your accounts in three Delta tables of your own (`calls`, `turns`, `recordings`), and for each part of them how it is
//! known that none is missing.
//!
//! A *window* is a day of a source, or a part of one: it is read at once, is one file of each table, and is replaced in one commit of
//! each, `calls` last. What is known of a window stands in the log beside its file, so that data and state are one: a run that ends
//! anywhere leaves the state before or the state after, and is repeated without harm.
//!
//! ```no_run
//! use std::path::Path;
//!
//! use callslip_lake::{Lake, LakeError, Selection, Settings, sources};
//!
//! /// Once: credentials come from the environment, here `HIGHLEVEL_ACCESS_TOKEN`, and are not stored.
//! async fn make(place: &Path) -> Result<Lake, LakeError> {
//!     let since = "2026-01-01T00:00:00Z".parse().expect("a time");
//!     Lake::init(place, Settings::new(since, ["hl=highlevel:location_id=L"])?).await
//! }
//!
//! /// As often as you like: what is due is read and committed, the newest first.
//! async fn fill(place: &Path) -> Result<(), LakeError> {
//!     let lake = Lake::open(place).await?;
//!     let sources = sources::open(lake.settings(), None, &sources::Access::default())?;
//!     let report = lake.run(&sources, &Selection::default(), 1, &|_| ()).await?;
//!     for (window, why) in &report.refused {
//!         eprintln!("{window} was not read: {why}");
//!     }
//!     for window in lake.windows().await? {
//!         println!("{}: {} calls, proof: {}", window.id(), window.calls, window.proof);
//!     }
//!     Ok(())
//! }
//! ```
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
