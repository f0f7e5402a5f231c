// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 7bc1ba234158c959) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /v2/call-record/detail/{callRecordId}/`
pub static GET_CALL_RECORD: Operation = Operation {
    id: "get_call_record",
    method: "GET",
    path: "/v2/call-record/detail/{callRecordId}/",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::CallRecordResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /v2/call-record/`
pub static LIST_CALL_RECORDS: Operation = Operation {
    id: "list_call_records",
    method: "GET",
    path: "/v2/call-record/",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::Offset {
        list: ListAt {
            items: "/data/list",
            id: Some("/id"),
        },
        offset: "offset",
        limit: Some("limit"),
        next: Some("/data/next"),
        total: Some("/data/total"),
    },
    success: &<types::CallRecordListResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /v2/call/`
pub static LIST_CALLS: Operation = Operation {
    id: "list_calls",
    method: "GET",
    path: "/v2/call/",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::Offset {
        list: ListAt {
            items: "/data/list",
            id: Some("/id"),
        },
        offset: "offset",
        limit: Some("limit"),
        next: Some("/data/next"),
        total: Some("/data/total"),
    },
    success: &<types::CallListResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /v2/call/detail/{callId}/`
pub static GET_CALL: Operation = Operation {
    id: "get_call",
    method: "GET",
    path: "/v2/call/detail/{callId}/",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::CallResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /v2/call-status/`
pub static LIST_CALL_STATUSES: Operation = Operation {
    id: "list_call_statuses",
    method: "GET",
    path: "/v2/call-status/",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::Unpaged {
        list: ListAt {
            items: "/data",
            id: Some("/id"),
        },
        total: None,
    },
    success: &<types::CallStatusListResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "liner",
    title: "Liner",
    env_prefix: "LINER",
    user_agent: concat!("callslip-", "liner", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: None,
    operations: &[
        &GET_CALL_RECORD,
        &LIST_CALL_RECORDS,
        &LIST_CALLS,
        &GET_CALL,
        &LIST_CALL_STATUSES,
    ],
    errors: ErrorPointers {
        code: &[],
        message: &["/message"],
        request_id: &[],
    },
    rate_limit: None,
    success_flag: Some("success"),
    constant_headers: &[("content-type", "application/json")],
};
impl ::callslip_core::rt::ErrorBody for types::ErrorBody {}
