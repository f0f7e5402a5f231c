// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 0f027ee3b6410737) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! The generated half of the Twenty2 SDK; the crate root re-exports what is public here.

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
