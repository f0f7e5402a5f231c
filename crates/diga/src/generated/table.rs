// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /v1/call/{id}`
pub static GET_CALL: Operation = Operation {
    id: "get_call",
    method: "GET",
    path: "/v1/call/{id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Call as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /v1/call/`
pub static LIST_CALLS: Operation = Operation {
    id: "list_calls",
    method: "GET",
    path: "/v1/call/",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::Cursor {
        list: ListAt {
            items: "/data",
            id: Some("/id"),
        },
        cursor: "after",
        limit: Some("limit"),
        has_more: Some("/has_more"),
        last_id: Some("/last_id"),
    },
    success: &<types::CallList as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /v1/call/`
pub static CREATE_CALL: Operation = Operation {
    id: "create_call",
    method: "POST",
    path: "/v1/call/",
    idempotent: false,
    streaming: false,
    success_status: 201u16,
    paging: Paging::None,
    success: &<types::Call as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /v1/call/{id}/message`
pub static LIST_CALL_MESSAGES: Operation = Operation {
    id: "list_call_messages",
    method: "GET",
    path: "/v1/call/{id}/message",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::Cursor {
        list: ListAt {
            items: "/data",
            id: Some("/id"),
        },
        cursor: "after",
        limit: Some("limit"),
        has_more: Some("/has_more"),
        last_id: Some("/last_id"),
    },
    success: &<types::MessageList as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /v1/call/bulk-delete`
pub static BULK_DELETE_CALLS: Operation = Operation {
    id: "bulk_delete_calls",
    method: "POST",
    path: "/v1/call/bulk-delete",
    idempotent: false,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::BulkDeleteCallsResult as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /v1/call/concurrency/stream`
pub static WATCH_CONCURRENCY: Operation = Operation {
    id: "watch_concurrency",
    method: "GET",
    path: "/v1/call/concurrency/stream",
    idempotent: true,
    streaming: true,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::ConcurrencyEvent as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /v1/recording/{call_id}`
pub static GET_RECORDING: Operation = Operation {
    id: "get_recording",
    method: "GET",
    path: "/v1/recording/{call_id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Recording as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /v1/recording/bulk`
pub static DOWNLOAD_RECORDINGS: Operation = Operation {
    id: "download_recordings",
    method: "POST",
    path: "/v1/recording/bulk",
    idempotent: true,
    streaming: true,
    success_status: 200u16,
    paging: Paging::None,
    success: &Shape::Binary,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /v1/log/call/{call_id}`
pub static LIST_CALL_LOGS: Operation = Operation {
    id: "list_call_logs",
    method: "GET",
    path: "/v1/log/call/{call_id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::Cursor {
        list: ListAt {
            items: "/data",
            id: Some("/id"),
        },
        cursor: "after",
        limit: Some("limit"),
        has_more: Some("/has_more"),
        last_id: Some("/last_id"),
    },
    success: &<types::LogEntryList as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /v1/trace/call/{call_id}`
pub static GET_CALL_TRACE: Operation = Operation {
    id: "get_call_trace",
    method: "GET",
    path: "/v1/trace/call/{call_id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Trace as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "diga",
    title: "Diga",
    env_prefix: "DIGA",
    user_agent: concat!("callslip-", "diga", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.diga.io"),
    operations: &[
        &GET_CALL,
        &LIST_CALLS,
        &CREATE_CALL,
        &LIST_CALL_MESSAGES,
        &BULK_DELETE_CALLS,
        &WATCH_CONCURRENCY,
        &GET_RECORDING,
        &DOWNLOAD_RECORDINGS,
        &LIST_CALL_LOGS,
        &GET_CALL_TRACE,
    ],
    errors: ErrorPointers {
        code: &["/error_code"],
        message: &["/message", "/detail/0/msg"],
        request_id: &[],
    },
    rate_limit: None,
    success_flag: None,
    constant_headers: &[],
};
impl ::callslip_core::rt::ErrorBody for types::ErrorBody {}
