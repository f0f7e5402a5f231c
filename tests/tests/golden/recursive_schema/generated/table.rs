// Generated from specs/recursive_schema/openapi.yaml 0.1.0 and its sdk.toml (sha256 56fcb5c71db872ed) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen recursive_schema`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /things/{id}`
pub static GET_TREE: Operation = Operation {
    id: "get_tree",
    method: "GET",
    path: "/things/{id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Node as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "recursive_schema",
    title: "Golden",
    env_prefix: "RECURSIVE_SCHEMA",
    user_agent: concat!("callslip-", "recursive_schema", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&GET_TREE],
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
