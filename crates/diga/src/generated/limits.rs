// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! The documented limits of what is sent.

use ::callslip_core::rt::Rule;
pub static BULK_DELETE_CALLS_BODY: Rule = Rule::Object(
    &[
        (
            "call_ids",
            &Rule::List {
                min: 1usize,
                max: Some(500usize),
                each: None,
            },
        ),
    ],
);
pub static DOWNLOAD_RECORDINGS_BODY: Rule = Rule::Object(
    &[
        (
            "call_ids",
            &Rule::List {
                min: 1usize,
                max: Some(50usize),
                each: None,
            },
        ),
    ],
);
