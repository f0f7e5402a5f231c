// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 3c771384ae99e3a1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /voice-ai/dashboard/call-logs/{callId}`
pub static GET_CALL_LOG: Operation = Operation {
    id: "get_call_log",
    method: "GET",
    path: "/voice-ai/dashboard/call-logs/{callId}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::CallLog as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /voice-ai/dashboard/call-logs`
pub static LIST_CALL_LOGS: Operation = Operation {
    id: "list_call_logs",
    method: "GET",
    path: "/voice-ai/dashboard/call-logs",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::Page {
        list: ListAt {
            items: "/callLogs",
            id: Some("/id"),
        },
        page: "page",
        limit: Some("pageSize"),
        total: Some("/total"),
    },
    success: &<types::CallLogList as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "highlevel",
    title: "HighLevel",
    env_prefix: "HIGHLEVEL",
    user_agent: concat!("callslip-", "highlevel", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://services.leadconnectorhq.com"),
    operations: &[&GET_CALL_LOG, &LIST_CALL_LOGS],
    errors: ErrorPointers {
        code: &["/error"],
        message: &["/message", "/message/0", "/error"],
        request_id: &["/traceId"],
    },
    rate_limit: Some(
        &RateLimitHeaders {
            limit: "x-ratelimit-max",
            remaining: "x-ratelimit-remaining",
            interval_milliseconds: "x-ratelimit-interval-milliseconds",
            daily_limit: "x-ratelimit-limit-daily",
            daily_remaining: "x-ratelimit-daily-remaining",
        },
    ),
    success_flag: None,
    constant_headers: &[],
};
impl ::callslip_core::rt::ErrorBody for types::ErrorBody {}
