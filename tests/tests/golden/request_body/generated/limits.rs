// Generated from specs/request_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b2121aaa42f2c02b) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen request_body`.

//! The documented limits of what is sent.

use ::callslip_core::rt::Rule;
pub static CUT: Rule = Rule::Object(
    &[
        (
            "angle",
            &Rule::Number {
                min: ::std::ops::Bound::Included(0f64),
                max: ::std::ops::Bound::Excluded(90f64),
            },
        ),
    ],
);
pub static NEW_PART: Rule = Rule::Object(
    &[
        (
            "weight",
            &Rule::Integer {
                min: Some(0i64),
                max: None,
            },
        ),
        (
            "parts",
            &Rule::List {
                min: 0usize,
                max: None,
                each: Some(&NEW_PART),
            },
        ),
    ],
);
pub static NEW_THING: Rule = Rule::Object(
    &[
        (
            "name",
            &Rule::Text {
                min: 1usize,
                max: None,
            },
        ),
        (
            "ids",
            &Rule::List {
                min: 1usize,
                max: Some(500usize),
                each: None,
            },
        ),
        (
            "size",
            &Rule::Integer {
                min: Some(1i64),
                max: Some(9i64),
            },
        ),
        (
            "share",
            &Rule::Number {
                min: ::std::ops::Bound::Included(0f64),
                max: ::std::ops::Bound::Included(1f64),
            },
        ),
        (
            "speed",
            &Rule::Number {
                min: ::std::ops::Bound::Excluded(0f64),
                max: ::std::ops::Bound::Excluded(1f64),
            },
        ),
        (
            "turns",
            &Rule::Integer {
                min: Some(1i64),
                max: Some(9i64),
            },
        ),
        (
            "steps",
            &Rule::List {
                min: 0usize,
                max: None,
                each: Some(&STEP),
            },
        ),
        (
            "made_for",
            &Rule::Either(
                &[
                    &Rule::Text {
                        min: 2usize,
                        max: None,
                    },
                    &Rule::List {
                        min: 0usize,
                        max: Some(2usize),
                        each: Some(
                            &Rule::Text {
                                min: 1usize,
                                max: None,
                            },
                        ),
                    },
                ],
            ),
        ),
        (
            "tags",
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
            "counts",
            &Rule::Map(
                &Rule::Integer {
                    min: None,
                    max: Some(3i64),
                },
            ),
        ),
        (
            "note",
            &Rule::Text {
                min: 0usize,
                max: Some(4usize),
            },
        ),
        ("owner", &OWNER_TO_SEND),
        (
            "parts",
            &Rule::List {
                min: 0usize,
                max: Some(2usize),
                each: Some(&NEW_PART),
            },
        ),
    ],
);
pub static OWNER_TO_SEND: Rule = Rule::Object(
    &[
        (
            "name",
            &Rule::Text {
                min: 0usize,
                max: Some(5usize),
            },
        ),
        (
            "labels",
            &Rule::List {
                min: 0usize,
                max: Some(2usize),
                each: None,
            },
        ),
    ],
);
pub static STEP: Rule = Rule::Union {
    tag: "step",
    variants: &[("cut", &CUT)],
    implied: &[],
};
