// Generated from specs/nullable/openapi.yaml 0.1.0 and its sdk.toml (sha256 891f456221360c7c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen nullable`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static THING: Object = Object {
    name: "Thing",
    fields: &[
        Field::optional("extra", Shape::Map(&Shape::Any)).redacted(),
        Field::relaxed("label", Shape::String),
        Field::optional("new_name", Shape::String).also(&["old_name"]),
        Field::optional("note", Shape::String).nullable(),
        Field::optional("old_name", Shape::String).also(&["new_name"]),
        Field::required("owner", Shape::Uuid).nullable(),
        Field::optional("phone", Shape::String).redacted(),
        Field::presumed("size", Shape::Integer).essential(),
        Field::optional("token", Shape::String).redacted(),
    ],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
