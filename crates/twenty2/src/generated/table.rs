// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 0f027ee3b6410737) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /call/detail`
pub static GET_CALL_DETAIL: Operation = Operation {
    id: "get_call_detail",
    method: "GET",
    path: "/call/detail",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::CallDetail as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /call/logs`
pub static LIST_CALLS: Operation = Operation {
    id: "list_calls",
    method: "GET",
    path: "/call/logs",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::Unpaged {
        list: ListAt {
            items: "/calls",
            id: Some("/call_id"),
        },
        total: None,
    },
    success: &<types::CallListResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /agent/trigger-outbound-call`
pub static TRIGGER_OUTBOUND_CALL: Operation = Operation {
    id: "trigger_outbound_call",
    method: "POST",
    path: "/agent/trigger-outbound-call",
    idempotent: false,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::TriggeredCall as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "twenty2",
    title: "Twenty2",
    env_prefix: "TWENTY2",
    user_agent: concat!("callslip-", "twenty2", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.twentytwo.in/api"),
    operations: &[&GET_CALL_DETAIL, &LIST_CALLS, &TRIGGER_OUTBOUND_CALL],
    errors: ErrorPointers {
        code: &["/error/code"],
        message: &["/message", "/error/message"],
        request_id: &[],
    },
    rate_limit: None,
    success_flag: Some("success"),
    constant_headers: &[("content-type", "application/json")],
};
impl ::callslip_core::rt::ErrorBody for types::ErrorBody {}
