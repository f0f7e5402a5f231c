// Generated from specs/webhook/openapi.yaml 0.1.0 and its sdk.toml (sha256 d5ac0af51ef43c15) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen webhook`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static THING: Object = Object {
    name: "Thing",
    fields: &[Field::optional("name", Shape::String)],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
pub static THING_MOVED: Object = Object {
    name: "ThingMoved",
    fields: &[
        Field::optional("by", Shape::String).redacted(),
        Field::required("place", Shape::Enum(PLACE)),
        Field::optional("sent_at", Shape::DateTime),
    ],
};
pub static THING_GONE: Object = Object {
    name: "ThingGone",
    fields: &[Field::required("id", Shape::String)],
};
pub static PLACE: &[&str] = &["north", "south"];
