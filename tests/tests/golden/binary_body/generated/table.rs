// Generated from specs/binary_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 0d9455f4cfa53fa7) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen binary_body`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /things/{id}/picture`
pub static GET_PICTURE: Operation = Operation {
    id: "get_picture",
    method: "GET",
    path: "/things/{id}/picture",
    idempotent: true,
    streaming: true,
    success_status: 200u16,
    paging: Paging::None,
    success: &Shape::Binary,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "binary_body",
    title: "Golden",
    env_prefix: "BINARY_BODY",
    user_agent: concat!("callslip-", "binary_body", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&GET_PICTURE],
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
