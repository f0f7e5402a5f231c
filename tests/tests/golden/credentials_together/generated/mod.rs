// Generated from specs/credentials_together/openapi.yaml 0.1.0 and its sdk.toml (sha256 bb4474fc8f3cc1b8) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credentials_together`.

//! The generated half of the Golden SDK; the crate root re-exports what is public here.

#![allow(clippy::all, clippy::unwrap_used)]
#[cfg(feature = "blocking")]
pub mod blocking;
mod client;
#[allow(dead_code)]
mod operations;
pub mod requests;
mod table;
pub mod types;
#[allow(unused_imports)]
pub use client::{Client, ClientBuilder};
