// Generated from specs/json_lines/openapi.yaml 0.1.0 and its sdk.toml (sha256 e829c126cada6097) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen json_lines`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /things`
pub static STREAM_THINGS: Operation = Operation {
    id: "stream_things",
    method: "GET",
    path: "/things",
    idempotent: true,
    streaming: true,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Thing as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "json_lines",
    title: "Golden",
    env_prefix: "JSON_LINES",
    user_agent: concat!("callslip-", "json_lines", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&STREAM_THINGS],
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
