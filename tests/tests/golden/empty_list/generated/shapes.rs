// Generated from specs/empty_list/openapi.yaml 0.1.0 and its sdk.toml (sha256 4100e512909eb907) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen empty_list`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static THING_LIST: Object = Object {
    name: "ThingList",
    fields: &[
        Field::required("data", Shape::ListOrFalse(&Shape::Object(&THING))),
        Field::told("success", Shape::Boolean),
    ],
};
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
