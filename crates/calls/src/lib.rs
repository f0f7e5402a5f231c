#![cfg_attr(not(test), deny(clippy::disallowed_methods, clippy::string_slice))]
// Its example is of a provider.
#![cfg_attr(any(not(doctest), feature = "diga"), doc = include_str!("../README.md"))]
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
