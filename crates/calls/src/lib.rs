//! One record of a call for all call platforms that Callslip knows.
//!
//! A [`Call`] is a view of a provider's record: typed columns of plain standard types, and the exact JSON beside them. What the
//! provider does not tell is `None`, and no column is filled from another. Times are instants in UTC, durations milliseconds, ids
//! and numbers as the provider spells them.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod cost;
mod flat;
#[rustfmt::skip]
mod generated;
#[allow(dead_code)] // Without a provider nothing is read.
mod read;
mod record;
mod view;
mod words;

pub use cost::Cost;
pub use flat::Flat;
#[allow(unused_imports)] // Without a provider there is none.
pub use generated::*;
pub use record::{Call, Recording, Turn};
pub use view::{AsCall, AsRecording, AsTurn};
pub use words::{Channel, Direction, Party, Role, Status};
