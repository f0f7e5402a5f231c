// Generated from specs/recursive_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b05640be84c66667) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen recursive_body`.

//! The documented limits of what is sent.

use ::callslip_core::rt::Rule;
pub static JSON_SCHEMA: Rule = Rule::Object(
    &[
        (
            "type",
            &Rule::Text {
                min: 1usize,
                max: None,
            },
        ),
        ("items", &JSON_SCHEMA),
        ("else", &JSON_SCHEMA),
    ],
);
