// Generated from specs/request_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b2121aaa42f2c02b) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen request_body`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static THING: Object = Object {
    name: "Thing",
    fields: &[
        Field::optional("name", Shape::String),
        Field::optional("owner", Shape::Object(&OWNER)),
    ],
};
pub static OWNER: Object = Object {
    name: "Owner",
    fields: &[
        Field::optional("labels", Shape::Array(&Shape::String)),
        Field::required("name", Shape::String),
        Field::optional("note", Shape::String).nullable(),
        Field::optional("phone", Shape::String).redacted(),
    ],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
