// Generated from specs/plain_bodies/openapi.yaml 0.1.0 and its sdk.toml (sha256 434df37cf37b95df) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen plain_bodies`.

//! The operations of the spec, one constant row each, and the provider they belong to.

#[allow(unused_imports)]
use ::callslip_core::rt::{
    ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape,
};
#[allow(unused_imports)]
use super::types;
use serde_json::Value;

/// `POST /calls`
pub static START_CALL: Operation = Operation {
    id: "start_call",
    method: "POST",
    path: "/calls",
    idempotent: false,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &Shape::Empty,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /recordings`
pub static SEND_RECORDING: Operation = Operation {
    id: "send_recording",
    method: "POST",
    path: "/recordings",
    idempotent: true,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &Shape::Empty,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /files`
pub static SEND_FILES: Operation = Operation {
    id: "send_files",
    method: "POST",
    path: "/files",
    idempotent: false,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &Shape::Empty,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /names`
pub static SEND_NAMES: Operation = Operation {
    id: "send_names",
    method: "POST",
    path: "/names",
    idempotent: false,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<Vec<String> as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// `POST /anything`
pub static SEND_ANYTHING: Operation = Operation {
    id: "send_anything",
    method: "POST",
    path: "/anything",
    idempotent: false,
    streaming: false,
    success_status: 200u16,
    paging: Paging::None,
    success: &<Value as Schema>::SHAPE,
    error: &<types::ErrorBody as Schema>::SHAPE,
};

/// The provider.
pub static PROVIDER: Provider = Provider {
    name: "plain_bodies",
    title: "Golden",
    env_prefix: "PLAIN_BODIES",
    user_agent: concat!("callslip-", "plain_bodies", "/", env!("CARGO_PKG_VERSION")),
    default_base_url: Some("https://api.golden.example"),
    operations: &[
        &START_CALL,
        &SEND_RECORDING,
        &SEND_FILES,
        &SEND_NAMES,
        &SEND_ANYTHING,
    ],
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
