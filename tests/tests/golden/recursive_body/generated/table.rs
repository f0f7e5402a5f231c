// Generated from specs/recursive_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b05640be84c66667) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen recursive_body`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `POST /schemas`
pub static CREATE_SCHEMA: Operation = Operation {
    id: "create_schema",
    method: "POST",
    path: "/schemas",
    idempotent: false,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::JsonSchema as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "recursive_body",
    title: "Golden",
    env_prefix: "RECURSIVE_BODY",
    user_agent: concat!("callslip-", "recursive_body", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&CREATE_SCHEMA],
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
