// Generated from specs/error_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 d8c10209e9f1be3c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen error_body`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static THING: Object = Object {
    name: "Thing",
    fields: &[
        Field::optional("name", Shape::String),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
