// Generated from specs/retell/openapi.yaml 0.1.0 and its sdk.toml (sha256 5de1116f051f7712) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen retell`.

//! The documented limits of what is sent.

use ::callslip_core::rt::Rule;
pub static CALL_FILTER: Rule = Rule::Object(
    &[
        (
            "call_id",
            &Rule::List {
                min: 0usize,
                max: None,
                each: Some(
                    &Rule::Text {
                        min: 1usize,
                        max: None,
                    },
                ),
            },
        ),
        (
            "agent_id",
            &Rule::List {
                min: 0usize,
                max: None,
                each: Some(
                    &Rule::Text {
                        min: 1usize,
                        max: None,
                    },
                ),
            },
        ),
        (
            "from_number",
            &Rule::List {
                min: 0usize,
                max: None,
                each: Some(
                    &Rule::Text {
                        min: 1usize,
                        max: None,
                    },
                ),
            },
        ),
        (
            "to_number",
            &Rule::List {
                min: 0usize,
                max: None,
                each: Some(
                    &Rule::Text {
                        min: 1usize,
                        max: None,
                    },
                ),
            },
        ),
    ],
);
pub static CREATE_PHONE_CALL_BODY: Rule = Rule::Object(
    &[
        (
            "from_number",
            &Rule::Text {
                min: 1usize,
                max: None,
            },
        ),
        (
            "to_number",
            &Rule::Text {
                min: 1usize,
                max: None,
            },
        ),
        (
            "override_agent_id",
            &Rule::Text {
                min: 1usize,
                max: None,
            },
        ),
    ],
);
pub static CREATE_WEB_CALL_BODY: Rule = Rule::Object(
    &[
        (
            "agent_id",
            &Rule::Text {
                min: 1usize,
                max: None,
            },
        ),
    ],
);
pub static LIST_CALLS_BODY: Rule = Rule::Object(
    &[
        ("filter_criteria", &CALL_FILTER),
        (
            "limit",
            &Rule::Integer {
                min: None,
                max: Some(1000i64),
            },
        ),
    ],
);
pub static REGISTER_PHONE_CALL_BODY: Rule = Rule::Object(
    &[
        (
            "agent_id",
            &Rule::Text {
                min: 1usize,
                max: None,
            },
        ),
        (
            "from_number",
            &Rule::Text {
                min: 1usize,
                max: None,
            },
        ),
        (
            "to_number",
            &Rule::Text {
                min: 1usize,
                max: None,
            },
        ),
    ],
);
