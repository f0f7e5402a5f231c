// Generated from specs/paging_unpaged/openapi.yaml 0.1.0 and its sdk.toml (sha256 44fbc5f1bb3f427d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_unpaged`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static THING: Object = Object {
    name: "Thing",
    fields: &[Field::presumed("name", Shape::String).essential()],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
