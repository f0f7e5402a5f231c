// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 0845627cee6234c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static CALL: Object = Object {
    name: "Call",
    fields: &[
        Field::required("agent_id", Shape::Uuid).nullable(),
        Field::optional("agent_version_id", Shape::Uuid).nullable(),
        Field::required("contact", Shape::Object(&CONTACT)),
        Field::told("created_date", Shape::DateTime),
        Field::optional("duration", Shape::Integer).nullable(),
        Field::optional("dynamic_variables", Shape::Map(&Shape::Any))
            .nullable()
            .redacted(),
        Field::optional("end_reason", Shape::String).nullable(),
        Field::optional("end_time", Shape::DateTime).nullable(),
        Field::required("id", Shape::Uuid).essential(),
        Field::relaxed("phone_id", Shape::Uuid).nullable().also(&["phone_register_id"]),
        Field::optional("phone_register_id", Shape::Uuid).nullable().also(&["phone_id"]),
        Field::optional("recording_url", Shape::String).nullable().redacted(),
        Field::optional("start_time", Shape::DateTime).nullable(),
        Field::required("status", Shape::Enum(CALL_STATUS)),
        Field::required("type", Shape::Enum(CALL_DIRECTION)),
    ],
};
pub static CALL_STATUS: &[&str] = &[
    "dialing",
    "in_progress",
    "completed",
    "failed",
    "transferred",
    "no_answer",
    "in_queue",
];
pub static CALL_DIRECTION: &[&str] = &["inbound", "outbound"];
pub static CONTACT: Object = Object {
    name: "Contact",
    fields: &[
        Field::required("contact_type", Shape::Enum(CONTACT_TYPE)),
        Field::told("created_date", Shape::DateTime),
        Field::required("id", Shape::Uuid),
        Field::required("identifier", Shape::String).redacted(),
    ],
};
pub static CONTACT_TYPE: &[&str] = &["call", "web"];
pub static CALL_LIST: Object = Object {
    name: "CallList",
    fields: &[
        Field::optional("current_page", Shape::Integer).nullable(),
        Field::required("data", Shape::Array(&Shape::Object(&CALL))).essential(),
        Field::optional("first_id", Shape::Uuid).nullable(),
        Field::told("has_more", Shape::Boolean),
        Field::optional("last_id", Shape::Uuid).nullable(),
        Field::optional("total_pages", Shape::Integer).nullable(),
    ],
};
pub static MESSAGE_LIST: Object = Object {
    name: "MessageList",
    fields: &[
        Field::optional("current_page", Shape::Integer).nullable(),
        Field::required("data", Shape::Array(&Shape::Object(&MESSAGE))).essential(),
        Field::optional("first_id", Shape::Uuid).nullable(),
        Field::told("has_more", Shape::Boolean),
        Field::optional("last_id", Shape::Uuid).nullable(),
        Field::optional("total_pages", Shape::Integer).nullable(),
    ],
};
pub static MESSAGE: Object = Object {
    name: "Message",
    fields: &[
        Field::optional("content", Shape::String).nullable().redacted(),
        Field::told("created_date", Shape::DateTime),
        Field::required("id", Shape::Uuid).essential(),
        Field::required("role", Shape::Enum(MESSAGE_ROLE)),
        Field::optional("tool_call", Shape::Union(&TOOL_CALL)).nullable(),
    ],
};
pub static MESSAGE_ROLE: &[&str] = &["user", "assistant", "tool"];
pub static TOOL_CALL: Union = Union {
    name: "ToolCall",
    tag: "type",
    variants: &[("function", &FUNCTION_TOOL_CALL), ("call_tool", &BUILT_IN_TOOL_CALL)],
    implied: &[("function_name", "function"), ("tool_name", "call_tool")],
};
pub static TOOL_CALL_TYPE: &[&str] = &["function", "call_tool"];
pub static FUNCTION_TOOL_CALL: Object = Object {
    name: "FunctionToolCall",
    fields: &[
        Field::required("function_name", Shape::String),
        Field::required("payload", Shape::Map(&Shape::Any)).redacted(),
        Field::required("status", Shape::Enum(TOOL_CALL_STATUS)),
        Field::optional("type", Shape::Enum(TOOL_CALL_TYPE)),
    ],
};
pub static BUILT_IN_TOOL_CALL: Object = Object {
    name: "BuiltInToolCall",
    fields: &[
        Field::required("payload", Shape::Map(&Shape::Any)).redacted(),
        Field::required("status", Shape::Enum(TOOL_CALL_STATUS)),
        Field::required("tool_name", Shape::Enum(BUILT_IN_TOOL)),
        Field::optional("type", Shape::Enum(TOOL_CALL_TYPE)),
    ],
};
pub static BUILT_IN_TOOL: &[&str] = &[
    "transfer",
    "hangup",
    "detect_answering_machine",
    "add_participant",
];
pub static TOOL_CALL_STATUS: &[&str] = &["error", "success", "cancelled", "started"];
pub static BULK_DELETE_CALLS_RESULT: Object = Object {
    name: "BulkDeleteCallsResult",
    fields: &[Field::told("deleted", Shape::Integer)],
};
pub static CONCURRENCY_EVENT: Object = Object {
    name: "ConcurrencyEvent",
    fields: &[Field::optional("active_calls", Shape::Integer)],
};
pub static RECORDING: Object = Object {
    name: "Recording",
    fields: &[Field::required("recording_url", Shape::String).essential().redacted()],
};
pub static LOG_ENTRY_LIST: Object = Object {
    name: "LogEntryList",
    fields: &[
        Field::optional("current_page", Shape::Integer).nullable(),
        Field::required("data", Shape::Array(&Shape::Object(&LOG_ENTRY))).essential(),
        Field::optional("first_id", Shape::Uuid).nullable(),
        Field::told("has_more", Shape::Boolean),
        Field::optional("last_id", Shape::Uuid).nullable(),
        Field::optional("total_pages", Shape::Integer).nullable(),
    ],
};
pub static LOG_ENTRY: Object = Object {
    name: "LogEntry",
    fields: &[
        Field::optional("call_id", Shape::Uuid).nullable(),
        Field::required("category", Shape::Enum(LOG_CATEGORY)),
        Field::optional("data", Shape::Map(&Shape::Any)).nullable().redacted(),
        Field::required("event", Shape::String),
        Field::required("id", Shape::Uuid).essential(),
        Field::required("level", Shape::Enum(LOG_LEVEL)),
        Field::told("timestamp", Shape::DateTime),
        Field::optional("trace_id", Shape::String).nullable(),
    ],
};
pub static LOG_LEVEL: &[&str] = &["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"];
pub static LOG_CATEGORY: &[&str] = &[
    "CALL_LIFECYCLE",
    "USER",
    "AGENT",
    "CALL_TOOLS",
    "INTEGRATION_TOOLS",
    "CONVERSATIONAL_PATHS",
    "TRANSFER",
    "METRICS",
    "SECURITY",
    "WEBHOOKS",
    "WORKFLOWS",
    "KNOWLEDGE",
    "REALTIME_SESSION",
];
pub static TRACE: Object = Object {
    name: "Trace",
    fields: &[
        Field::optional("call_id", Shape::Uuid).nullable(),
        Field::optional("duration_ms", Shape::Number).nullable(),
        Field::optional("end_time", Shape::DateTime).nullable(),
        Field::required("id", Shape::String).essential(),
        Field::optional("root_service", Shape::String).nullable(),
        Field::told("span_count", Shape::Integer),
        Field::optional("spans", Shape::Array(&Shape::Object(&SPAN))),
        Field::optional("start_time", Shape::DateTime).nullable(),
    ],
};
pub static SPAN: Object = Object {
    name: "Span",
    fields: &[
        Field::optional("children", Shape::Array(&Shape::Object(&SPAN))).nullable(),
        Field::told("duration_ms", Shape::Number),
        Field::required("id", Shape::String),
        Field::required("operation_name", Shape::String),
        Field::optional("parent_span_id", Shape::String).nullable(),
        Field::required("service_name", Shape::String),
        Field::told("start_time", Shape::DateTime),
        Field::optional("status", Shape::String).nullable(),
        Field::optional("tags", Shape::Map(&Shape::Any)).redacted(),
    ],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("detail", Shape::Array(&Shape::Object(&VALIDATION_ISSUE))),
        Field::optional("error_code", Shape::String),
        Field::optional("message", Shape::String),
        Field::optional("status", Shape::String),
    ],
};
pub static VALIDATION_ISSUE: Object = Object {
    name: "ValidationIssue",
    fields: &[
        Field::required("loc", Shape::Array(&Shape::Any)),
        Field::required("msg", Shape::String),
        Field::required("type", Shape::String),
    ],
};
