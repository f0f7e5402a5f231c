// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! The generated half of the Diga SDK; the crate root re-exports what is public here.

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
