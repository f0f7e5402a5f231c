// Generated from specs/odd_parameters/openapi.yaml 0.1.0 and its sdk.toml (sha256 2383c2d202e7bed1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen odd_parameters`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /things`
pub static GET_THINGS: Operation = Operation {
    id: "get_things",
    method: "GET",
    path: "/things",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<i64 as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "odd_parameters",
    title: "Golden",
    env_prefix: "ODD_PARAMETERS",
    user_agent: concat!("callslip-", "odd_parameters", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&GET_THINGS],
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
