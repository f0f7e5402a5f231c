// Generated from specs/object_parameters/openapi.yaml 0.1.0 and its sdk.toml (sha256 3ff327e08b7fae2b) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen object_parameters`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /things`
pub static FIND_THINGS: Operation = Operation {
    id: "find_things",
    method: "GET",
    path: "/things",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<i64 as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /files/{name}.{kind}`
pub static GET_FILE: Operation = Operation {
    id: "get_file",
    method: "GET",
    path: "/files/{name}.{kind}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<i64 as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /files/{name}:{verb}`
pub static DO_WITH_FILE: Operation = Operation {
    id: "do_with_file",
    method: "POST",
    path: "/files/{name}:{verb}",
    idempotent: false,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<i64 as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "object_parameters",
    title: "Golden",
    env_prefix: "OBJECT_PARAMETERS",
    user_agent: concat!(
        "callslip-", "object_parameters", "/", env!("CARGO_PKG_VERSION")
    ),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&FIND_THINGS, &GET_FILE, &DO_WITH_FILE],
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
