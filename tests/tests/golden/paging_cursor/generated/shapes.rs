// Generated from specs/paging_cursor/openapi.yaml 0.1.0 and its sdk.toml (sha256 9dcc1858bccec308) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_cursor`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static THING_LIST: Object = Object {
    name: "ThingList",
    fields: &[
        Field::required("data", Shape::Array(&Shape::Object(&THING))).essential(),
        Field::told("has_more", Shape::Boolean),
        Field::optional("last_id", Shape::Uuid).nullable(),
    ],
};
pub static THING: Object = Object {
    name: "Thing",
    fields: &[Field::required("id", Shape::Uuid).essential()],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
