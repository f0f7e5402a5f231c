// Generated from specs/body_of_any_method/openapi.yaml 0.1.0 and its sdk.toml (sha256 462a5328ff4e763d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen body_of_any_method`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `PUT /things/{id}`
pub static REPLACE_THING: Operation = Operation {
    id: "replace_thing",
    method: "PUT",
    path: "/things/{id}",
    idempotent: true,
    streaming: false,
    success_status: 204u16,
    paging: Paging::None,
    success: &Shape::Empty,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `DELETE /things/{id}`
pub static DELETE_THING: Operation = Operation {
    id: "delete_thing",
    method: "DELETE",
    path: "/things/{id}",
    idempotent: true,
    streaming: false,
    success_status: 204u16,
    paging: Paging::None,
    success: &Shape::Empty,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "body_of_any_method",
    title: "Golden",
    env_prefix: "BODY_OF_ANY_METHOD",
    user_agent: concat!(
        "callslip-", "body_of_any_method", "/", env!("CARGO_PKG_VERSION")
    ),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&REPLACE_THING, &DELETE_THING],
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
