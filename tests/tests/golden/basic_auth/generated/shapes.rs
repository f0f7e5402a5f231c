// Generated from specs/basic_auth/openapi.yaml 0.1.0 and its sdk.toml (sha256 773cdd275a2575e8) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen basic_auth`.

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
