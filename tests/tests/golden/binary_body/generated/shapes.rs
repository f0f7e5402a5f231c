// Generated from specs/binary_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 0d9455f4cfa53fa7) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen binary_body`.

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
