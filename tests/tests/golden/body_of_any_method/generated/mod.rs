// Generated from specs/body_of_any_method/openapi.yaml 0.1.0 and its sdk.toml (sha256 462a5328ff4e763d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen body_of_any_method`.

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
