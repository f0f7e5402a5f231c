// Generated from specs/paging_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 629d58c80f23c8a0) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_body`.

//! The documented limits of what is sent.

use ::callslip_core::rt::Rule;
pub static SEARCH: Rule = Rule::Object(
    &[
        (
            "count",
            &Rule::Integer {
                min: Some(1i64),
                max: None,
            },
        ),
    ],
);
