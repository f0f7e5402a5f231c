// Generated from specs/event_stream/openapi.yaml 0.1.0 and its sdk.toml (sha256 ff78028f15211c8a) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen event_stream`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /things/stream`
pub static WATCH_THINGS: Operation = Operation {
    id: "watch_things",
    method: "GET",
    path: "/things/stream",
    idempotent: true,
    streaming: true,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Thing as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "event_stream",
    title: "Golden",
    env_prefix: "EVENT_STREAM",
    user_agent: concat!("callslip-", "event_stream", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&WATCH_THINGS],
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
