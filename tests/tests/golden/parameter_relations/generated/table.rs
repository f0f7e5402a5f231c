// Generated from specs/parameter_relations/openapi.yaml 0.1.0 and its sdk.toml (sha256 e7a6037e34c57591) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen parameter_relations`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /things/{id}`
pub static GET_THING: Operation = Operation {
    id: "get_thing",
    method: "GET",
    path: "/things/{id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Thing as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "parameter_relations",
    title: "Golden",
    env_prefix: "PARAMETER_RELATIONS",
    user_agent: concat!(
        "callslip-", "parameter_relations", "/", env!("CARGO_PKG_VERSION")
    ),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&GET_THING],
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
