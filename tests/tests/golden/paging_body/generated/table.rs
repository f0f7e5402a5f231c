// Generated from specs/paging_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 629d58c80f23c8a0) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_body`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `POST /things/search`
pub static LIST_THINGS: Operation = Operation {
    id: "list_things",
    method: "POST",
    path: "/things/search",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::Cursor {
        list: ListAt {
            items: "",
            id: Some("/id"),
        },
        cursor: "after",
        limit: Some("count"),
        has_more: None,
        last_id: None,
    },
    success: &<Vec<types::Thing> as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "paging_body",
    title: "Golden",
    env_prefix: "PAGING_BODY",
    user_agent: concat!("callslip-", "paging_body", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.golden.example"),
    operations: &[&LIST_THINGS],
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
