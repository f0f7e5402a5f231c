// Generated from specs/union/openapi.yaml 0.1.0 and its sdk.toml (sha256 eef8c76beb16af6c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen union`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static THING: Object = Object {
    name: "Thing",
    fields: &[Field::required("parts", Shape::Array(&Shape::Union(&PART)))],
};
pub static PART: Union = Union {
    name: "Part",
    tag: "kind",
    variants: &[("WHEEL", &WHEEL_PART), ("SIDE_DOOR", &DOOR_PART)],
    implied: &[],
};
pub static WHEEL_PART: Object = Object {
    name: "WheelPart",
    fields: &[
        Field::optional("fitted", Shape::DateTime),
        Field::required("kind", Shape::String),
        Field::required("name", Shape::String),
        Field::optional("spokes", Shape::Integer),
    ],
};
pub static DOOR_PART: Object = Object {
    name: "DoorPart",
    fields: &[
        Field::optional("fitted", Shape::DateTime),
        Field::required("kind", Shape::String),
        Field::optional("locked", Shape::Boolean),
        Field::required("name", Shape::String),
    ],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
