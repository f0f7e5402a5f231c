// Generated from specs/body_of_any_method/openapi.yaml 0.1.0 and its sdk.toml (sha256 462a5328ff4e763d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen body_of_any_method`.

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
