// Generated from specs/archive_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 a47e76977691d29c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen archive_body`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `POST /things/archive`
pub static ARCHIVE_THINGS: Operation = Operation {
    id: "archive_things",
    method: "POST",
    path: "/things/archive",
    idempotent: false,
    streaming: true,
    success_status: 200u16,
    paging: Paging::None,
    success: &Shape::Binary,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "archive_body",
    title: "Golden",
    env_prefix: "ARCHIVE_BODY",
    user_agent: concat!("callslip-", "archive_body", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&ARCHIVE_THINGS],
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
