// Generated from specs/union_without_tag/openapi.yaml 0.1.0 and its sdk.toml (sha256 2f75457918804b11) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen union_without_tag`.

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
    implied: &[("locked", "SIDE_DOOR"), ("spokes", "WHEEL")],
};
pub static WHEEL_PART: Object = Object {
    name: "WheelPart",
    fields: &[
        Field::optional("fitted", Shape::DateTime),
        Field::optional("kind", Shape::String),
        Field::required("name", Shape::String),
        Field::told("spokes", Shape::Integer),
    ],
};
pub static DOOR_PART: Object = Object {
    name: "DoorPart",
    fields: &[
        Field::optional("fitted", Shape::DateTime),
        Field::optional("kind", Shape::String),
        Field::told("locked", Shape::Boolean),
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
