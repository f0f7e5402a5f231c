// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 9a8923645b9523e6) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static CALL_DETAIL: Object = Object {
    name: "CallDetail",
    fields: &[
        Field::presumed("call", Shape::Object(&CALL)).essential(),
        Field::presumed("input_parameters", Shape::Map(&Shape::Any)).redacted(),
        Field::presumed("output_parameters", Shape::Map(&Shape::Any)).redacted(),
        Field::optional("recording", Shape::Object(&RECORDING)),
        Field::optional("success", Shape::Boolean),
        Field::optional("transcript", Shape::Object(&TRANSCRIPT_LINK)),
    ],
};
pub static CALL: Object = Object {
    name: "Call",
    fields: &[
        Field::optional("agent_id", Shape::String),
        Field::optional("billed_duration_seconds", Shape::Number),
        Field::presumed("call_id", Shape::String).essential(),
        Field::optional("callee_phone", Shape::String).redacted(),
        Field::optional("caller_phone", Shape::String).redacted(),
        Field::optional("cost", Shape::String),
        Field::optional("direction", Shape::Enum(CALL_DIRECTION)),
        Field::optional("duration_seconds", Shape::Number),
        Field::optional("ended_at", Shape::DateTime),
        Field::optional("started_at", Shape::DateTime),
        Field::optional("status", Shape::Enum(CALL_STATUS)),
    ],
};
pub static CALL_STATUS: &[&str] = &["completed", "initiated", "failed"];
pub static CALL_DIRECTION: &[&str] = &["outbound"];
pub static RECORDING: Object = Object {
    name: "Recording",
    fields: &[
        Field::optional("expires_at", Shape::DateTime),
        Field::optional("url", Shape::String).redacted(),
    ],
};
pub static TRANSCRIPT_LINK: Object = Object {
    name: "TranscriptLink",
    fields: &[
        Field::optional("expires_at", Shape::DateTime),
        Field::optional("url", Shape::String).redacted(),
    ],
};
pub static CALL_LIST_RESPONSE: Object = Object {
    name: "CallListResponse",
    fields: &[
        Field::presumed("calls", Shape::Array(&Shape::Object(&CALL_LIST_ITEM)))
            .essential(),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static CALL_LIST_ITEM: Object = Object {
    name: "CallListItem",
    fields: &[
        Field::optional("agent_id", Shape::String),
        Field::presumed("call_id", Shape::String).essential(),
        Field::optional("callee_phone", Shape::String).redacted(),
        Field::optional("caller_phone", Shape::String).redacted(),
        Field::optional("cost", Shape::String),
        Field::optional("direction", Shape::Enum(CALL_DIRECTION)),
        Field::optional("duration_seconds", Shape::Number),
        Field::optional("ended_at", Shape::DateTime),
        Field::optional("started_at", Shape::DateTime),
        Field::optional("status", Shape::Enum(CALL_STATUS)),
    ],
};
pub static TRIGGERED_CALL: Object = Object {
    name: "TriggeredCall",
    fields: &[
        Field::presumed("call_id", Shape::String).essential(),
        Field::optional("message", Shape::String),
        Field::optional("status", Shape::Enum(CALL_STATUS)),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("error", Shape::Object(&ERROR_DETAIL)),
        Field::optional("message", Shape::String),
        Field::optional("statusCode", Shape::Integer),
        Field::optional("success", Shape::Boolean),
        Field::optional("validationErrors", Shape::Map(&Shape::Any)),
    ],
};
pub static ERROR_DETAIL: Object = Object {
    name: "ErrorDetail",
    fields: &[
        Field::optional("code", Shape::String),
        Field::optional("message", Shape::String),
        Field::optional("status", Shape::Integer),
    ],
};
pub static CALL_ENDED: Object = Object {
    name: "CallEnded",
    fields: &[
        Field::optional("assistant_id", Shape::String),
        Field::optional("assistant_name", Shape::String),
        Field::optional("call", Shape::Object(&ENDED_CALL)),
        Field::optional("campaign", Shape::Object(&CAMPAIGN)),
        Field::optional("contact", Shape::Object(&CALLED_CONTACT)),
        Field::optional("event", Shape::Enum(CALL_EVENT)),
        Field::optional("event_id", Shape::String),
        Field::optional("output_variables", Shape::Map(&Shape::Any)).redacted(),
        Field::optional("recording", Shape::Object(&RECORDING_NOTICE)),
        Field::optional("timestamp", Shape::DateTime),
        Field::optional("transcript", Shape::Object(&TRANSCRIPT_NOTICE)),
        Field::optional("workspace_id", Shape::String),
    ],
};
pub static CALL_EVENT: &[&str] = &["call.completed", "call.failed"];
pub static ENDED_CALL: Object = Object {
    name: "EndedCall",
    fields: &[
        Field::optional("answered_at", Shape::DateTime).nullable(),
        Field::optional("billed_duration_seconds", Shape::Number),
        Field::optional("call_cost_inr", Shape::Number),
        Field::optional("call_id", Shape::String),
        Field::optional("direction", Shape::Enum(CALL_DIRECTION)),
        Field::optional("disconnection_reason", Shape::Enum(DISCONNECTION_REASON)),
        Field::optional("duration_seconds", Shape::Number),
        Field::optional("ended_at", Shape::DateTime),
        Field::optional("from_number", Shape::String).redacted(),
        Field::optional("started_at", Shape::DateTime),
        Field::optional("status", Shape::Enum(CALL_STATUS)),
        Field::optional("to_number", Shape::String).redacted(),
    ],
};
pub static DISCONNECTION_REASON: &[&str] = &["unanswered"];
pub static CAMPAIGN: Object = Object {
    name: "Campaign",
    fields: &[
        Field::optional("campaign_id", Shape::String),
        Field::optional("campaign_name", Shape::String),
    ],
};
pub static CALLED_CONTACT: Object = Object {
    name: "CalledContact",
    fields: &[
        Field::optional("input_variables", Shape::Map(&Shape::Any)).redacted(),
        Field::optional("phone_number", Shape::String).redacted(),
    ],
};
pub static RECORDING_NOTICE: Object = Object {
    name: "RecordingNotice",
    fields: &[
        Field::optional("available", Shape::Boolean),
        Field::optional("url", Shape::String).nullable().redacted(),
    ],
};
pub static TRANSCRIPT_NOTICE: Object = Object {
    name: "TranscriptNotice",
    fields: &[Field::optional("available", Shape::Boolean)],
};
