// Generated from specs/parameter_relations/openapi.yaml 0.1.0 and its sdk.toml (sha256 e7a6037e34c57591) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen parameter_relations`.

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
