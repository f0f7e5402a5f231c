// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 3c771384ae99e3a1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! The generated half of the HighLevel SDK; the crate root re-exports what is public here.

#![allow(clippy::all, clippy::unwrap_used)]
#[cfg(feature = "blocking")]
pub mod blocking;
mod client;
#[allow(dead_code)]
mod operations;
pub mod requests;
mod table;
pub mod types;
pub mod webhooks;
#[allow(unused_imports)]
pub use client::{Client, ClientBuilder};
