// Generated from specs/vapi/openapi.yaml 0.1.0 and its sdk.toml (sha256 2265aecc8ebd46c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen vapi`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;

/// `GET /call/{id}`
pub static GET_CALL: Operation = Operation {
    id: "get_call",
    method: "GET",
    path: "/call/{id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Call as Schema>::SHAPE,
    error: &Shape::Any,
};

/// `DELETE /call/{id}`
pub static DELETE_CALL: Operation = Operation {
    id: "delete_call",
    method: "DELETE",
    path: "/call/{id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Call as Schema>::SHAPE,
    error: &Shape::Any,
};

/// `PATCH /call/{id}`
pub static UPDATE_CALL: Operation = Operation {
    id: "update_call",
    method: "PATCH",
    path: "/call/{id}",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<types::Call as Schema>::SHAPE,
    error: &Shape::Any,
};

/// `GET /call`
pub static LIST_CALLS: Operation = Operation {
    id: "list_calls",
    method: "GET",
    path: "/call",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<Vec<types::Call> as Schema>::SHAPE,
    error: &Shape::Any,
};

/// `POST /call`
pub static CREATE_CALL: Operation = Operation {
    id: "create_call",
    method: "POST",
    path: "/call",
    idempotent: false,
    streaming: false,
    success_status: 201u16,
    paging: Paging::None,
    success: &<types::Call as Schema>::SHAPE,
    error: &Shape::Any,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "vapi",
    title: "Vapi",
    env_prefix: "VAPI",
    user_agent: concat!("callslip-", "vapi", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.vapi.ai"),
    operations: &[&GET_CALL, &DELETE_CALL, &UPDATE_CALL, &LIST_CALLS, &CREATE_CALL],
    errors: ErrorPointers {
        code: &[],
        message: &[],
        request_id: &[],
    },
    rate_limit: None,
    success_flag: None,
    constant_headers: &[],
};
