// Generated from specs/enumeration/openapi.yaml 0.1.0 and its sdk.toml (sha256 25917c11fb21ee7e) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen enumeration`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static THING: Object = Object {
    name: "Thing",
    fields: &[
        Field::optional("kind", Shape::Enum(KIND)),
        Field::required("state", Shape::Enum(STATE)),
    ],
};
pub static STATE: &[&str] = &["on", "in-between", "off"];
pub static KIND: &[&str] = &["large"];
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
