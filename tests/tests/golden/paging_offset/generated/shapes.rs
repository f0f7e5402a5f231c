// Generated from specs/paging_offset/openapi.yaml 0.1.0 and its sdk.toml (sha256 2dd9188b0a0959b1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_offset`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static THING_LIST: Object = Object {
    name: "ThingList",
    fields: &[
        Field::presumed("data", Shape::Object(&PAGE)).essential(),
        Field::told("success", Shape::Boolean),
    ],
};
pub static PAGE: Object = Object {
    name: "Page",
    fields: &[
        Field::presumed("list", Shape::Array(&Shape::Object(&THING))).essential(),
        Field::optional("next", Shape::Integer).nullable(),
        Field::optional("total", Shape::Integer),
    ],
};
pub static THING: Object = Object {
    name: "Thing",
    fields: &[
        Field::required("id", Shape::Integer).essential(),
        Field::told("made", Shape::DateTime),
    ],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
