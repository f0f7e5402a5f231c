// Generated from specs/api_version/openapi.yaml 0.1.0 and its sdk.toml (sha256 63e3e4337624c43a) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen api_version`.

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

/// `GET /things/{id}`
pub static COUNT_PARTS: Operation = Operation {
    id: "count_parts",
    method: "GET",
    path: "/things/{id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<i64 as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /others`
pub static COUNT_OTHERS: Operation = Operation {
    id: "count_others",
    method: "GET",
    path: "/others",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<i64 as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "api_version",
    title: "Golden",
    env_prefix: "API_VERSION",
    user_agent: concat!("callslip-", "api_version", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&COUNT_THINGS, &COUNT_PARTS, &COUNT_OTHERS],
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
