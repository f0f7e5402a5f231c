// Generated from specs/several_success_codes/openapi.yaml 0.1.0 and its sdk.toml (sha256 0ce2e8b0e839749a) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen several_success_codes`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `POST /things`
pub static CREATE_THING: Operation = Operation {
    id: "create_thing",
    method: "POST",
    path: "/things",
    idempotent: false,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Thing as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "several_success_codes",
    title: "Golden",
    env_prefix: "SEVERAL_SUCCESS_CODES",
    user_agent: concat!(
        "callslip-", "several_success_codes", "/", env!("CARGO_PKG_VERSION")
    ),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&CREATE_THING],
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
