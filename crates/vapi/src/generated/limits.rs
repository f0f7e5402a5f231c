// Generated from specs/vapi/openapi.yaml 0.1.0 and its sdk.toml (sha256 2265aecc8ebd46c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen vapi`.

//! The documented limits of what is sent.

use ::callslip_core::rt::Rule;
pub static CREATE_CALL_BODY: Rule = Rule::Object(
    &[
        ("customer", &CUSTOMER),
        (
            "name",
            &Rule::Text {
                min: 0usize,
                max: Some(40usize),
            },
        ),
    ],
);
pub static CUSTOMER: Rule = Rule::Object(
    &[
        (
            "number",
            &Rule::Text {
                min: 3usize,
                max: Some(40usize),
            },
        ),
        (
            "name",
            &Rule::Text {
                min: 0usize,
                max: Some(40usize),
            },
        ),
        (
            "email",
            &Rule::Text {
                min: 0usize,
                max: Some(40usize),
            },
        ),
        (
            "externalId",
            &Rule::Text {
                min: 0usize,
                max: Some(40usize),
            },
        ),
        (
            "extension",
            &Rule::Text {
                min: 0usize,
                max: Some(10usize),
            },
        ),
    ],
);
pub static UPDATE_CALL_BODY: Rule = Rule::Object(
    &[
        (
            "name",
            &Rule::Text {
                min: 0usize,
                max: Some(40usize),
            },
        ),
    ],
);
