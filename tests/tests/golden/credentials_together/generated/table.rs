// Generated from specs/credentials_together/openapi.yaml 0.1.0 and its sdk.toml (sha256 bb4474fc8f3cc1b8) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credentials_together`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /things`
pub static COUNT_THINGS: Operation = Operation {
    id: "count_things",
    method: "GET",
    path: "/things",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<i64 as Schema>::SHAPE,
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
    success: &<i64 as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /part`
pub static COUNT_PARTS: Operation = Operation {
    id: "count_parts",
    method: "GET",
    path: "/part",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<i64 as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "credentials_together",
    title: "Golden",
    env_prefix: "CREDENTIALS_TOGETHER",
    user_agent: concat!(
        "callslip-", "credentials_together", "/", env!("CARGO_PKG_VERSION")
    ),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&COUNT_THINGS, &GET_STATUS, &COUNT_PARTS],
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
