// Generated from specs/plain_answers/openapi.yaml 0.1.0 and its sdk.toml (sha256 8751ec32a50626c9) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen plain_answers`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;
use serde_json::Value;
use std::collections::HashMap;

/// `GET /count`
pub static GET_COUNT: Operation = Operation {
    id: "get_count",
    method: "GET",
    path: "/count",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<i64 as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /names`
pub static GET_NAMES: Operation = Operation {
    id: "get_names",
    method: "GET",
    path: "/names",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<Vec<String> as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /totals`
pub static GET_TOTALS: Operation = Operation {
    id: "get_totals",
    method: "GET",
    path: "/totals",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<HashMap<String, f64> as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /anything`
pub static GET_ANYTHING: Operation = Operation {
    id: "get_anything",
    method: "GET",
    path: "/anything",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<Value as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /part`
pub static GET_PART: Operation = Operation {
    id: "get_part",
    method: "GET",
    path: "/part",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Part as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /parts`
pub static MAKE_PART: Operation = Operation {
    id: "make_part",
    method: "POST",
    path: "/parts",
    idempotent: false,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::MakePartAnswer as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /either`
pub static GET_EITHER: Operation = Operation {
    id: "get_either",
    method: "GET",
    path: "/either",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<Value as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /status`
pub static GET_STATUS: Operation = Operation {
    id: "get_status",
    method: "GET",
    path: "/status",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Status as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "plain_answers",
    title: "Golden",
    env_prefix: "PLAIN_ANSWERS",
    user_agent: concat!("callslip-", "plain_answers", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.golden.example"),
    operations: &[
        &GET_COUNT,
        &GET_NAMES,
        &GET_TOTALS,
        &GET_ANYTHING,
        &GET_PART,
        &MAKE_PART,
        &GET_EITHER,
        &GET_STATUS,
    ],
    errors: ErrorPointers {
        code: &["/code"],
        message: &["/message"],
        request_id: &[],
    },
    rate_limit: None,
    success_flag: None,
    constant_headers: &[],
};
impl ::callslip_core::rt::ErrorBody for types::ErrorBody {}
