// Generated from specs/several_success_codes/openapi.yaml 0.1.0 and its sdk.toml (sha256 0ce2e8b0e839749a) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen several_success_codes`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static THING: Object = Object {
    name: "Thing",
    fields: &[Field::required("name", Shape::String)],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
