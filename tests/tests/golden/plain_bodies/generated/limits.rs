// Generated from specs/plain_bodies/openapi.yaml 0.1.0 and its sdk.toml (sha256 434df37cf37b95df) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen plain_bodies`.

//! The documented limits of what is sent.

use ::callslip_core::rt::Rule;
pub static NEW_CALL: Rule = Rule::Object(
    &[
        (
            "To",
            &Rule::Text {
                min: 1usize,
                max: None,
            },
        ),
    ],
);
