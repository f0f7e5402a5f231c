// Generated from specs/paging_page/openapi.yaml 0.1.0 and its sdk.toml (sha256 8aa499104ecf4e94) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_page`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static THING_LIST: Object = Object {
    name: "ThingList",
    fields: &[
        Field::required("things", Shape::Array(&Shape::Object(&THING))).essential(),
        Field::told("total", Shape::Number),
    ],
};
pub static THING: Object = Object {
    name: "Thing",
    fields: &[Field::required("id", Shape::String).essential()],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
