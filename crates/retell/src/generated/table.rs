// Generated from specs/retell/openapi.yaml 0.1.0 and its sdk.toml (sha256 5de1116f051f7712) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen retell`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /v2/get-call/{call_id}`
pub static GET_CALL: Operation = Operation {
    id: "get_call",
    method: "GET",
    path: "/v2/get-call/{call_id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Call as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /v2/list-calls`
pub static LIST_CALLS: Operation = Operation {
    id: "list_calls",
    method: "POST",
    path: "/v2/list-calls",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::Cursor {
        list: ListAt {
            items: "",
            id: Some("/call_id"),
        },
        cursor: "pagination_key",
        limit: Some("limit"),
        has_more: None,
        last_id: None,
    },
    success: &<Vec<types::Call> as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /v2/create-phone-call`
pub static CREATE_PHONE_CALL: Operation = Operation {
    id: "create_phone_call",
    method: "POST",
    path: "/v2/create-phone-call",
    idempotent: false,
    streaming: false,
    success_status: 201u16,
    paging: Paging::None,
    success: &<types::Call as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /v2/create-web-call`
pub static CREATE_WEB_CALL: Operation = Operation {
    id: "create_web_call",
    method: "POST",
    path: "/v2/create-web-call",
    idempotent: false,
    streaming: false,
    success_status: 201u16,
    paging: Paging::None,
    success: &<types::Call as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /v2/register-phone-call`
pub static REGISTER_PHONE_CALL: Operation = Operation {
    id: "register_phone_call",
    method: "POST",
    path: "/v2/register-phone-call",
    idempotent: false,
    streaming: false,
    success_status: 201u16,
    paging: Paging::None,
    success: &<types::Call as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `PATCH /v2/update-call/{call_id}`
pub static UPDATE_CALL: Operation = Operation {
    id: "update_call",
    method: "PATCH",
    path: "/v2/update-call/{call_id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Call as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `DELETE /v2/delete-call/{call_id}`
pub static DELETE_CALL: Operation = Operation {
    id: "delete_call",
    method: "DELETE",
    path: "/v2/delete-call/{call_id}",
    idempotent: true,
    streaming: false,
    success_status: 204u16,
    paging: Paging::None,
    success: &Shape::Empty,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `GET /get-concurrency`
pub static GET_CONCURRENCY: Operation = Operation {
    id: "get_concurrency",
    method: "GET",
    path: "/get-concurrency",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Concurrency as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "retell",
    title: "Retell",
    env_prefix: "RETELL",
    user_agent: concat!("callslip-", "retell", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.retellai.com"),
    operations: &[
        &GET_CALL,
        &LIST_CALLS,
        &CREATE_PHONE_CALL,
        &CREATE_WEB_CALL,
        &REGISTER_PHONE_CALL,
        &UPDATE_CALL,
        &DELETE_CALL,
        &GET_CONCURRENCY,
    ],
    errors: ErrorPointers {
        code: &[],
        message: &["/message"],
        request_id: &[],
    },
    rate_limit: None,
    success_flag: None,
    constant_headers: &[],
};
impl ::callslip_core::rt::ErrorBody for types::ErrorBody {}
