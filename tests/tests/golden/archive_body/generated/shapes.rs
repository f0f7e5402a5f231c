// Generated from specs/archive_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 a47e76977691d29c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen archive_body`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
