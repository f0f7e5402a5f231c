// Generated from specs/request_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b2121aaa42f2c02b) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen request_body`.

//! The generated half of the Golden SDK; the crate root re-exports what is public here.

#![allow(clippy::all, clippy::unwrap_used)]
#[cfg(feature = "blocking")]
pub mod blocking;
mod bodies;
mod client;
mod enums;
mod limits;
#[allow(dead_code)]
mod operations;
mod shapes;
mod table;
#[allow(dead_code)]
mod types;
mod unions;
pub use client::{Client, ClientBuilder};

/// The calls that [`Client`](crate::Client)'s methods return: set options, then `.await`.
pub mod requests {
    pub use super::client::{CreateThing, UpdateOwner};
}

/// What is sent and received.
pub mod schemas {
    pub use super::bodies::{NewThing, NewPart, OwnerToSend};
    pub use super::enums::Kind;
    pub use super::types::{Thing, Owner, Cut, Glue, ErrorBody};
    pub use super::unions::Step;
    pub use ::callslip_core::OneOrMany as Names;
}
