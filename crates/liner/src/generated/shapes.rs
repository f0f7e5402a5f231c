// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 accdeb53693f46f1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static CALL_RECORD_RESPONSE: Object = Object {
    name: "CallRecordResponse",
    fields: &[
        Field::presumed("data", Shape::Object(&CALL_RECORD)).essential(),
        Field::presumed("message", Shape::String),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static CALL_RECORD: Object = Object {
    name: "CallRecord",
    fields: &[
        Field::optional("createdAt", Shape::DateTime),
        Field::optional("durationSeconds", Shape::Integer),
        Field::optional("fileUrl", Shape::String).redacted(),
        Field::presumed("id", Shape::Integer).essential(),
        Field::optional("isTransfer", Shape::Boolean),
        Field::optional("leadId", Shape::Integer),
        Field::presumed("recordSummary", Shape::String).nullable().redacted(),
        Field::optional("userId", Shape::Integer),
    ],
};
pub static CALL_RECORD_LIST_RESPONSE: Object = Object {
    name: "CallRecordListResponse",
    fields: &[
        Field::presumed("data", Shape::Object(&CALL_RECORD_PAGE)).essential(),
        Field::presumed("message", Shape::String),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static CALL_RECORD_PAGE: Object = Object {
    name: "CallRecordPage",
    fields: &[
        Field::presumed("list", Shape::Array(&Shape::Object(&CALL_RECORD_LIST_ITEM)))
            .essential(),
        Field::optional("next", Shape::Integer).nullable(),
        Field::optional("total", Shape::Integer),
    ],
};
pub static CALL_RECORD_LIST_ITEM: Object = Object {
    name: "CallRecordListItem",
    fields: &[
        Field::optional("createdAt", Shape::DateTime),
        Field::optional("durationSeconds", Shape::Integer),
        Field::optional("fileUrl", Shape::String).redacted(),
        Field::presumed("id", Shape::Integer).essential(),
        Field::optional("isTransfer", Shape::Boolean),
        Field::optional("leadId", Shape::Integer),
        Field::optional("recordSummary", Shape::String).nullable().redacted(),
        Field::optional("userId", Shape::Integer),
    ],
};
pub static CALL_LIST_RESPONSE: Object = Object {
    name: "CallListResponse",
    fields: &[
        Field::presumed("data", Shape::Object(&CALL_PAGE)).essential(),
        Field::optional("message", Shape::String),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static CALL_PAGE: Object = Object {
    name: "CallPage",
    fields: &[
        Field::presumed("list", Shape::Array(&Shape::Object(&CALL))).essential(),
        Field::optional("next", Shape::Integer).nullable(),
        Field::optional("total", Shape::Integer),
    ],
};
pub static CALL_RESPONSE: Object = Object {
    name: "CallResponse",
    fields: &[
        Field::presumed("data", Shape::Object(&CALL)).essential(),
        Field::presumed("message", Shape::String),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static CALL: Object = Object {
    name: "Call",
    fields: &[
        Field::optional("clientPhone", Shape::String).redacted(),
        Field::optional("createdAt", Shape::DateTime),
        Field::optional("direction", Shape::Enum(CALL_DIRECTION)),
        Field::optional("finishInitiator", Shape::Enum(FINISH_INITIATOR)),
        Field::optional("hasRecords", Shape::Boolean),
        Field::presumed("id", Shape::Integer).essential(),
        Field::optional("isPredictive", Shape::Boolean),
        Field::optional("leadId", Shape::Integer),
        Field::optional("orderId", Shape::Integer),
        Field::optional("sipEndpointId", Shape::Integer),
        Field::optional("statusCode", Shape::String),
        Field::optional("talkTimeDurationSeconds", Shape::Integer),
        Field::optional("totalDurationSeconds", Shape::Integer),
        Field::optional("userId", Shape::Integer),
        Field::optional("waitTimeDurationSeconds", Shape::Integer),
    ],
};
pub static FINISH_INITIATOR: &[&str] = &["client", "operator", "system"];
pub static CALL_DIRECTION: &[&str] = &["incoming", "outgoing"];
pub static CALL_STATUS_LIST_RESPONSE: Object = Object {
    name: "CallStatusListResponse",
    fields: &[
        Field::presumed("data", Shape::Array(&Shape::Object(&CALL_STATUS))).essential(),
        Field::presumed("message", Shape::String),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static CALL_STATUS: Object = Object {
    name: "CallStatus",
    fields: &[
        Field::optional("agentCallAvailability", Shape::Enum(AGENT_CALL_AVAILABILITY)),
        Field::optional("code", Shape::String),
        Field::optional("commentRequired", Shape::Boolean),
        Field::optional("description", Shape::String),
        Field::presumed("id", Shape::Integer).essential(),
        Field::optional("isAvailableForAi", Shape::Boolean),
        Field::optional("isSystem", Shape::Boolean),
        Field::presumed("leadStatusCode", Shape::String).nullable(),
        Field::optional("planningTimeRequired", Shape::Boolean),
        Field::optional("sort", Shape::Integer),
        Field::optional("title", Shape::String),
    ],
};
pub static AGENT_CALL_AVAILABILITY: &[&str] = &[
    "after_call_transfer",
    "always",
    "never",
];
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("message", Shape::String),
        Field::optional("success", Shape::Boolean),
    ],
};
