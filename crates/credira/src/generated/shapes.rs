// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 f9f394154630eae6) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static CALL_RESPONSE: Object = Object {
    name: "CallResponse",
    fields: &[
        Field::presumed("data", Shape::Object(&CALL)).essential(),
        Field::presumed("meta", Shape::Object(&META)),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static CALL: Object = Object {
    name: "Call",
    fields: &[
        Field::optional("account_id", Shape::String),
        Field::optional("call_recording_url", Shape::String).redacted(),
        Field::optional("call_type", Shape::Enum(CALL_TYPE)),
        Field::optional("confidence_score", Shape::Number),
        Field::optional("cost", Shape::Number),
        Field::optional("created_time", Shape::DateTime),
        Field::optional("currency", Shape::String),
        Field::optional("duration", Shape::Number),
        Field::optional("end_time", Shape::DateTime),
        Field::optional("from", Shape::String).redacted(),
        Field::presumed("id", Shape::String).essential(),
        Field::optional("invoice_id", Shape::String),
        Field::optional("keywords", Shape::Array(&Shape::String)),
        Field::optional("metadata", Shape::Map(&Shape::Any)).redacted(),
        Field::optional("quality_score", Shape::Number),
        Field::optional("sentiment_score", Shape::Number),
        Field::optional("start_time", Shape::DateTime),
        Field::optional("status", Shape::Enum(CALL_STATUS)),
        Field::optional("summary", Shape::String).redacted(),
        Field::optional("tags", Shape::Array(&Shape::String)),
        Field::optional("timezone", Shape::String),
        Field::optional("to", Shape::String).redacted(),
        Field::optional("transcription_url", Shape::String).redacted(),
        Field::optional("updated_time", Shape::DateTime),
        Field::optional("voice_agent_id", Shape::String),
    ],
};
pub static CALL_STATUS: &[&str] = &["completed", "initiated"];
pub static CALL_TYPE: &[&str] = &["outbound"];
pub static META: Object = Object {
    name: "Meta",
    fields: &[
        Field::optional("request_id", Shape::String),
        Field::optional("timestamp", Shape::DateTime),
    ],
};
pub static CALL_LIST_RESPONSE: Object = Object {
    name: "CallListResponse",
    fields: &[
        Field::presumed("data", Shape::ListOrFalse(&Shape::Object(&CALL_LIST_ITEM)))
            .essential(),
        Field::optional("meta", Shape::Object(&CALL_LIST_META)),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static CALL_LIST_ITEM: Object = Object {
    name: "CallListItem",
    fields: &[
        Field::optional("account_id", Shape::String),
        Field::optional("call_recording_url", Shape::String).redacted(),
        Field::optional("confidence_score", Shape::Number),
        Field::optional("created_time", Shape::DateTime),
        Field::optional("duration", Shape::Number),
        Field::optional("from", Shape::String).redacted(),
        Field::presumed("id", Shape::String).essential(),
        Field::optional("invoice_id", Shape::String),
        Field::optional("status", Shape::Enum(CALL_STATUS)),
        Field::optional("timezone", Shape::String),
        Field::optional("to", Shape::String).redacted(),
        Field::optional("transcription_url", Shape::String).redacted(),
        Field::optional("voice_agent_id", Shape::String),
    ],
};
pub static CALL_LIST_META: Object = Object {
    name: "CallListMeta",
    fields: &[
        Field::optional("request_id", Shape::String),
        Field::optional("timestamp", Shape::DateTime),
        Field::optional("total_calls", Shape::Integer),
    ],
};
pub static CREATED_CALL_RESPONSE: Object = Object {
    name: "CreatedCallResponse",
    fields: &[
        Field::presumed("data", Shape::Object(&CREATED_CALL)).essential(),
        Field::presumed("meta", Shape::Object(&CHANGE_META)),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static CREATED_CALL: Object = Object {
    name: "CreatedCall",
    fields: &[
        Field::optional("account_id", Shape::String),
        Field::optional("call_priority", Shape::Enum(CALL_PRIORITY)),
        Field::optional("call_purpose", Shape::Enum(CALL_PURPOSE)),
        Field::optional("created_time", Shape::DateTime),
        Field::optional("customer_name", Shape::String).redacted(),
        Field::optional("estimated_duration", Shape::Number),
        Field::presumed("id", Shape::String).essential(),
        Field::optional("invoice_id", Shape::String),
        Field::optional("metadata", Shape::Map(&Shape::Any)).redacted(),
        Field::optional("phone_number", Shape::String).redacted(),
        Field::optional("scheduled_time", Shape::DateTime),
        Field::optional("status", Shape::Enum(CALL_STATUS)),
        Field::optional("voice_agent_id", Shape::String),
    ],
};
pub static CALL_PURPOSE: &[&str] = &["payment_reminder", "follow_up", "verification"];
pub static CALL_PRIORITY: &[&str] = &["high"];
pub static CHANGE_META: Object = Object {
    name: "ChangeMeta",
    fields: &[
        Field::optional("message", Shape::String),
        Field::optional("request_id", Shape::String),
        Field::optional("timestamp", Shape::DateTime),
    ],
};
pub static CALLOUT_LIST_RESPONSE: Object = Object {
    name: "CalloutListResponse",
    fields: &[
        Field::presumed("data", Shape::Array(&Shape::Object(&CALLOUT))).essential(),
        Field::presumed("meta", Shape::Object(&CALLOUT_LIST_META)),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static CALLOUT_LIST_META: Object = Object {
    name: "CalloutListMeta",
    fields: &[
        Field::optional("request_id", Shape::String),
        Field::optional("timestamp", Shape::DateTime),
        Field::optional("total_callouts", Shape::Integer),
    ],
};
pub static UPDATED_CALLOUT_RESPONSE: Object = Object {
    name: "UpdatedCalloutResponse",
    fields: &[
        Field::presumed("data", Shape::Object(&CALLOUT)).essential(),
        Field::presumed("meta", Shape::Object(&CHANGE_META)),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static CALLOUT: Object = Object {
    name: "Callout",
    fields: &[
        Field::optional("account_id", Shape::String),
        Field::optional("actions", Shape::Object(&CALLOUT_ACTIONS)),
        Field::optional("created_time", Shape::DateTime),
        Field::presumed("id", Shape::String).essential(),
        Field::optional("invoice_id", Shape::String),
        Field::optional("metadata", Shape::Map(&Shape::Any)).redacted(),
        Field::optional("priority", Shape::Enum(CALLOUT_PRIORITY)),
        Field::optional("scheduled_time", Shape::DateTime),
        Field::optional("status", Shape::Enum(CALLOUT_STATUS)),
        Field::optional("target_contact", Shape::Object(&TARGET_CONTACT)),
        Field::optional("type", Shape::Enum(CALLOUT_TYPE)),
        Field::optional("updated_time", Shape::DateTime),
    ],
};
pub static TARGET_CONTACT: Object = Object {
    name: "TargetContact",
    fields: &[
        Field::optional("email", Shape::String).redacted(),
        Field::optional("name", Shape::String).redacted(),
        Field::optional("phone", Shape::String).redacted(),
    ],
};
pub static CALLOUT_ACTIONS: Object = Object {
    name: "CalloutActions",
    fields: &[
        Field::optional("calls_enabled", Shape::Boolean),
        Field::optional("emails_enabled", Shape::Boolean),
        Field::optional("voice_agent_id", Shape::String),
    ],
};
pub static CALLOUT_STATUS: &[&str] = &["scheduled", "completed"];
pub static CALLOUT_TYPE: &[&str] = &["payment_reminder"];
pub static CALLOUT_PRIORITY: &[&str] = &["low", "medium", "high", "urgent"];
pub static DELETED_CALLOUT_RESPONSE: Object = Object {
    name: "DeletedCalloutResponse",
    fields: &[
        Field::presumed("data", Shape::Object(&DELETED_CALLOUT)).essential(),
        Field::presumed("meta", Shape::Object(&CHANGE_META)),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static DELETED_CALLOUT: Object = Object {
    name: "DeletedCallout",
    fields: &[
        Field::optional("deleted", Shape::Boolean),
        Field::optional("deleted_items", Shape::Object(&DELETED_ITEMS)),
        Field::optional("deleted_time", Shape::DateTime),
        Field::presumed("id", Shape::String).essential(),
    ],
};
pub static DELETED_ITEMS: Object = Object {
    name: "DeletedItems",
    fields: &[
        Field::optional("analytics", Shape::Boolean),
        Field::optional("callout", Shape::Boolean),
        Field::optional("recordings", Shape::Integer),
        Field::optional("transcriptions", Shape::Integer),
    ],
};
pub static CALLOUT_OUTCOME_RESPONSE: Object = Object {
    name: "CalloutOutcomeResponse",
    fields: &[
        Field::presumed("data", Shape::Object(&CALLOUT_OUTCOME)).essential(),
        Field::presumed("meta", Shape::Object(&META)),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static CALLOUT_OUTCOME: Object = Object {
    name: "CalloutOutcome",
    fields: &[
        Field::optional("analytics", Shape::Object(&CALLOUT_ANALYTICS)),
        Field::presumed("callout_id", Shape::String).essential(),
        Field::optional("completed_time", Shape::DateTime),
        Field::optional("created_time", Shape::DateTime),
        Field::optional("responses", Shape::Array(&Shape::Union(&CONTACT_ATTEMPT))),
        Field::optional("status", Shape::Enum(CALLOUT_STATUS)),
        Field::optional("successful_attempts", Shape::Integer),
        Field::optional("total_attempts", Shape::Integer),
    ],
};
pub static CONTACT_ATTEMPT: Union = Union {
    name: "ContactAttempt",
    tag: "type",
    variants: &[("call", &CALL_ATTEMPT), ("email", &EMAIL_ATTEMPT)],
    implied: &[],
};
pub static CALL_ATTEMPT: Object = Object {
    name: "CallAttempt",
    fields: &[
        Field::optional("attempt_id", Shape::String),
        Field::optional("call_recording_url", Shape::String).redacted(),
        Field::optional("confidence_score", Shape::Number),
        Field::optional("duration", Shape::Number),
        Field::optional("keywords", Shape::Array(&Shape::String)),
        Field::optional("sentiment_score", Shape::Number),
        Field::optional("status", Shape::Enum(ATTEMPT_STATUS)),
        Field::optional("summary", Shape::String).redacted(),
        Field::optional("timestamp", Shape::DateTime),
        Field::optional("transcription_url", Shape::String).redacted(),
        Field::required("type", Shape::Enum(ATTEMPT_TYPE)),
        Field::optional("voice_agent_id", Shape::String),
    ],
};
pub static EMAIL_ATTEMPT: Object = Object {
    name: "EmailAttempt",
    fields: &[
        Field::optional("attempt_id", Shape::String),
        Field::optional("clicked_time", Shape::DateTime),
        Field::optional("email_subject", Shape::String).redacted(),
        Field::optional("opened_time", Shape::DateTime),
        Field::optional("status", Shape::Enum(ATTEMPT_STATUS)),
        Field::optional("template_id", Shape::String),
        Field::optional("timestamp", Shape::DateTime),
        Field::required("type", Shape::Enum(ATTEMPT_TYPE)),
    ],
};
pub static ATTEMPT_TYPE: &[&str] = &["call", "email"];
pub static ATTEMPT_STATUS: &[&str] = &["completed", "delivered"];
pub static CALLOUT_ANALYTICS: Object = Object {
    name: "CalloutAnalytics",
    fields: &[
        Field::optional("average_confidence", Shape::Number),
        Field::optional("customer_engagement", Shape::Enum(CUSTOMER_ENGAGEMENT)),
        Field::optional("key_topics", Shape::Array(&Shape::String)),
        Field::optional("sentiment_analysis", Shape::Enum(SENTIMENT_ANALYSIS)),
        Field::optional("total_duration", Shape::Number),
    ],
};
pub static SENTIMENT_ANALYSIS: &[&str] = &["positive"];
pub static CUSTOMER_ENGAGEMENT: &[&str] = &["high"];
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("error", Shape::Object(&ERROR_DETAIL)),
        Field::optional("meta", Shape::Object(&META)),
        Field::optional("success", Shape::Boolean),
    ],
};
pub static ERROR_DETAIL: Object = Object {
    name: "ErrorDetail",
    fields: &[
        Field::optional("code", Shape::Enum(ERROR_CODE)),
        Field::optional("details", Shape::String),
        Field::optional("message", Shape::String),
    ],
};
pub static ERROR_CODE: &[&str] = &[
    "INVALID_REQUEST",
    "UNAUTHORIZED",
    "FORBIDDEN",
    "NOT_FOUND",
    "VALIDATION_ERROR",
    "RATE_LIMITED",
];
