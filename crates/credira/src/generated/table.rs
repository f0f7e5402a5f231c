// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 a272e0ed3b53e5bf) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /calls/{id}`
pub static GET_CALL: Operation = Operation {
    id: "get_call",
    method: "GET",
    path: "/calls/{id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::CallResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /calls`
pub static LIST_CALLS: Operation = Operation {
    id: "list_calls",
    method: "GET",
    path: "/calls",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::Unpaged {
        list: ListAt {
            items: "/data",
            id: Some("/id"),
        },
        total: Some("/meta/total_calls"),
    },
    success: &<types::CallListResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /calls`
pub static CREATE_CALL: Operation = Operation {
    id: "create_call",
    method: "POST",
    path: "/calls",
    idempotent: false,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::CreatedCallResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /callouts`
pub static LIST_CALLOUTS: Operation = Operation {
    id: "list_callouts",
    method: "GET",
    path: "/callouts",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::Unpaged {
        list: ListAt {
            items: "/data",
            id: Some("/id"),
        },
        total: Some("/meta/total_callouts"),
    },
    success: &<types::CalloutListResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `PUT /callouts/{id}`
pub static UPDATE_CALLOUT: Operation = Operation {
    id: "update_callout",
    method: "PUT",
    path: "/callouts/{id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::UpdatedCalloutResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `DELETE /callouts/{id}`
pub static DELETE_CALLOUT: Operation = Operation {
    id: "delete_callout",
    method: "DELETE",
    path: "/callouts/{id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::DeletedCalloutResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /callouts/{id}/response`
pub static GET_CALLOUT_RESPONSE: Operation = Operation {
    id: "get_callout_response",
    method: "GET",
    path: "/callouts/{id}/response",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::CalloutOutcomeResponse as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "credira",
    title: "Credira",
    env_prefix: "CREDIRA",
    user_agent: concat!("callslip-", "credira", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.credira.com/v1"),
    operations: &[
        &GET_CALL,
        &LIST_CALLS,
        &CREATE_CALL,
        &LIST_CALLOUTS,
        &UPDATE_CALLOUT,
        &DELETE_CALLOUT,
        &GET_CALLOUT_RESPONSE,
    ],
    errors: ErrorPointers {
        code: &["/error/code"],
        message: &["/error/message"],
        request_id: &["/meta/request_id"],
    },
    rate_limit: None,
    success_flag: Some("success"),
    constant_headers: &[("content-type", "application/json")],
};
impl ::callslip_core::rt::ErrorBody for types::ErrorBody {}
