// Generated from specs/path_suffix/openapi.yaml 0.1.0 and its sdk.toml (sha256 0768ac6c445b4a33) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen path_suffix`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /things/{id}.json`
pub static GET_THING: Operation = Operation {
    id: "get_thing",
    method: "GET",
    path: "/things/{id}.json",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Thing as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /things/{from}...{to}`
pub static COMPARE_THINGS: Operation = Operation {
    id: "compare_things",
    method: "GET",
    path: "/things/{from}...{to}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Thing as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "path_suffix",
    title: "Golden",
    env_prefix: "PATH_SUFFIX",
    user_agent: concat!("callslip-", "path_suffix", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&GET_THING, &COMPARE_THINGS],
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
