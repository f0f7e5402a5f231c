// Generated from specs/vapi/openapi.yaml 0.1.0 and its sdk.toml (sha256 2265aecc8ebd46c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen vapi`.

//! The generated half of the Vapi SDK; the crate root re-exports what is public here.

#![allow(clippy::all, clippy::unwrap_used)]
#[cfg(feature = "blocking")]
pub mod blocking;
mod client;
mod limits;
#[allow(dead_code)]
mod operations;
pub mod requests;
mod table;
pub mod types;
#[allow(unused_imports)]
pub use client::{Client, ClientBuilder};
