//! Helpers of the tests in this crate, and the workspace README as a documentation test.

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../docs/nightly-job.md")]
struct NightlyJob;

#[cfg(doctest)]
mod guesses;

#[macro_use]
#[rustfmt::skip]
pub mod providers;

pub mod again;
pub mod damage;
pub mod examples;
pub mod harvest;
pub mod json;
pub mod oracle;
pub mod routed;
pub mod server;
pub mod typed;
pub mod wire;
