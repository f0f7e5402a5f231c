// Generated from specs/recursive_schema/openapi.yaml 0.1.0 and its sdk.toml (sha256 56fcb5c71db872ed) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen recursive_schema`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static NODE: Object = Object {
    name: "Node",
    fields: &[
        Field::optional("children", Shape::Array(&Shape::Object(&NODE))),
        Field::required("name", Shape::String),
        Field::optional("parent", Shape::Object(&NODE)),
    ],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
