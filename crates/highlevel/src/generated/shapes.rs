// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 f86acbc97f2f5c63) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! What each body should look like.

#[allow(unused_imports)]
use ::callslip_core::rt::{Field, Object, Shape, Union};
pub static CALL_LOG: Object = Object {
    name: "CallLog",
    fields: &[
        Field::required("agentId", Shape::String),
        Field::optional("agentTransferOccurred", Shape::Boolean),
        Field::optional("contactId", Shape::String),
        Field::told("createdAt", Shape::DateTime),
        Field::told("duration", Shape::Number),
        Field::required(
            "executedCallActions",
            Shape::Array(&Shape::Union(&EXECUTED_CALL_ACTION)),
        ),
        Field::optional("extractedData", Shape::Map(&Shape::Any)).redacted(),
        Field::optional("fromNumber", Shape::String).redacted(),
        Field::required("id", Shape::String).essential(),
        Field::told("isAgentDeleted", Shape::Boolean),
        Field::optional("messageId", Shape::String),
        Field::relaxed("summary", Shape::String).redacted(),
        Field::optional("traceId", Shape::String),
        Field::required("transcript", Shape::String).redacted(),
        Field::optional("transcriptWithToolCalls", Shape::Array(&Shape::Any)).redacted(),
        Field::optional("translation", Shape::Object(&TRANSLATION)),
        Field::relaxed("trialCall", Shape::Boolean),
    ],
};
pub static CALL_LOG_LIST: Object = Object {
    name: "CallLogList",
    fields: &[
        Field::required("callLogs", Shape::Array(&Shape::Object(&CALL_LOG))).essential(),
        Field::relaxed("page", Shape::Number),
        Field::relaxed("pageSize", Shape::Number),
        Field::relaxed("total", Shape::Number).also(&["totalRecords"]),
        Field::optional("totalRecords", Shape::Number).also(&["total"]),
        Field::optional("traceId", Shape::String),
    ],
};
pub static TRANSLATION: Object = Object {
    name: "Translation",
    fields: &[
        Field::optional("enabled", Shape::Boolean),
        Field::optional("language", Shape::String),
        Field::optional("transcript", Shape::String).redacted(),
        Field::optional("translatedTranscript", Shape::String).redacted(),
    ],
};
pub static ACTION_TYPE: &[&str] = &[
    "CALL_TRANSFER",
    "SMS",
    "DATA_EXTRACTION",
    "IN_CALL_DATA_EXTRACTION",
    "WORKFLOW_TRIGGER",
    "APPOINTMENT_BOOKING",
    "CUSTOM_ACTION",
    "KNOWLEDGE_BASE",
];
pub static EXECUTED_CALL_ACTION: Union = Union {
    name: "ExecutedCallAction",
    tag: "actionType",
    variants: &[
        ("CALL_TRANSFER", &CALL_TRANSFER_ACTION),
        ("SMS", &SMS_ACTION),
        ("DATA_EXTRACTION", &DATA_EXTRACTION_ACTION),
        ("IN_CALL_DATA_EXTRACTION", &IN_CALL_DATA_EXTRACTION_ACTION),
        ("WORKFLOW_TRIGGER", &WORKFLOW_TRIGGER_ACTION),
        ("APPOINTMENT_BOOKING", &APPOINTMENT_BOOKING_ACTION),
        ("CUSTOM_ACTION", &CUSTOM_ACTION),
        ("KNOWLEDGE_BASE", &KNOWLEDGE_BASE_ACTION),
    ],
    implied: &[],
};
pub static CALL_TRANSFER_ACTION: Object = Object {
    name: "CallTransferAction",
    fields: &[
        Field::optional("_id", Shape::String),
        Field::optional("actionId", Shape::String),
        Field::required("actionName", Shape::String),
        Field::optional("actionParameters", Shape::Object(&CALL_TRANSFER_PARAMETERS)),
        Field::required("actionType", Shape::Enum(ACTION_TYPE)),
        Field::optional("description", Shape::String),
        Field::optional("executedAt", Shape::DateTime),
        Field::optional("triggerReceivedAt", Shape::DateTime),
    ],
};
pub static SMS_ACTION: Object = Object {
    name: "SmsAction",
    fields: &[
        Field::optional("_id", Shape::String),
        Field::optional("actionId", Shape::String),
        Field::required("actionName", Shape::String),
        Field::optional("actionParameters", Shape::Object(&SMS_PARAMETERS)),
        Field::required("actionType", Shape::Enum(ACTION_TYPE)),
        Field::optional("description", Shape::String),
        Field::optional("executedAt", Shape::DateTime),
        Field::optional("triggerReceivedAt", Shape::DateTime),
    ],
};
pub static DATA_EXTRACTION_ACTION: Object = Object {
    name: "DataExtractionAction",
    fields: &[
        Field::optional("_id", Shape::String),
        Field::optional("actionId", Shape::String),
        Field::required("actionName", Shape::String),
        Field::optional("actionParameters", Shape::Object(&DATA_EXTRACTION_PARAMETERS)),
        Field::required("actionType", Shape::Enum(ACTION_TYPE)),
        Field::optional("description", Shape::String),
        Field::optional("executedAt", Shape::DateTime),
        Field::optional("triggerReceivedAt", Shape::DateTime),
    ],
};
pub static IN_CALL_DATA_EXTRACTION_ACTION: Object = Object {
    name: "InCallDataExtractionAction",
    fields: &[
        Field::optional("_id", Shape::String),
        Field::optional("actionId", Shape::String),
        Field::required("actionName", Shape::String),
        Field::optional(
            "actionParameters",
            Shape::Object(&IN_CALL_DATA_EXTRACTION_PARAMETERS),
        ),
        Field::required("actionType", Shape::Enum(ACTION_TYPE)),
        Field::optional("description", Shape::String),
        Field::optional("executedAt", Shape::DateTime),
        Field::optional("triggerReceivedAt", Shape::DateTime),
    ],
};
pub static WORKFLOW_TRIGGER_ACTION: Object = Object {
    name: "WorkflowTriggerAction",
    fields: &[
        Field::optional("_id", Shape::String),
        Field::optional("actionId", Shape::String),
        Field::required("actionName", Shape::String),
        Field::optional("actionParameters", Shape::Object(&WORKFLOW_TRIGGER_PARAMETERS)),
        Field::required("actionType", Shape::Enum(ACTION_TYPE)),
        Field::optional("description", Shape::String),
        Field::optional("executedAt", Shape::DateTime),
        Field::optional("triggerReceivedAt", Shape::DateTime),
    ],
};
pub static APPOINTMENT_BOOKING_ACTION: Object = Object {
    name: "AppointmentBookingAction",
    fields: &[
        Field::optional("_id", Shape::String),
        Field::optional("actionId", Shape::String),
        Field::required("actionName", Shape::String),
        Field::optional(
            "actionParameters",
            Shape::Object(&APPOINTMENT_BOOKING_PARAMETERS),
        ),
        Field::required("actionType", Shape::Enum(ACTION_TYPE)),
        Field::optional("description", Shape::String),
        Field::optional("executedAt", Shape::DateTime),
        Field::optional("triggerReceivedAt", Shape::DateTime),
    ],
};
pub static CUSTOM_ACTION: Object = Object {
    name: "CustomAction",
    fields: &[
        Field::optional("_id", Shape::String),
        Field::optional("actionId", Shape::String),
        Field::required("actionName", Shape::String),
        Field::optional("actionParameters", Shape::Object(&CUSTOM_ACTION_PARAMETERS)),
        Field::required("actionType", Shape::Enum(ACTION_TYPE)),
        Field::optional("description", Shape::String),
        Field::optional("executedAt", Shape::DateTime),
        Field::optional("triggerReceivedAt", Shape::DateTime),
    ],
};
pub static KNOWLEDGE_BASE_ACTION: Object = Object {
    name: "KnowledgeBaseAction",
    fields: &[
        Field::optional("_id", Shape::String),
        Field::optional("actionId", Shape::String),
        Field::required("actionName", Shape::String),
        Field::optional("actionParameters", Shape::Object(&KNOWLEDGE_BASE_PARAMETERS)),
        Field::required("actionType", Shape::Enum(ACTION_TYPE)),
        Field::optional("description", Shape::String),
        Field::optional("executedAt", Shape::DateTime),
        Field::optional("triggerReceivedAt", Shape::DateTime),
    ],
};
pub static CALL_TRANSFER_PARAMETERS: Object = Object {
    name: "CallTransferParameters",
    fields: &[
        Field::optional("hearWhisperMessage", Shape::Boolean),
        Field::optional("transferToType", Shape::Enum(TRANSFER_TO_TYPE)),
        Field::optional("transferToValue", Shape::String).redacted(),
        Field::optional("triggerMessage", Shape::String),
        Field::optional("triggerPrompt", Shape::String),
    ],
};
pub static TRANSFER_TO_TYPE: &[&str] = &["number"];
pub static SMS_PARAMETERS: Object = Object {
    name: "SmsParameters",
    fields: &[
        Field::optional("messageBody", Shape::String).redacted(),
        Field::optional("triggerMessage", Shape::String),
        Field::optional("triggerPrompt", Shape::String),
    ],
};
pub static DATA_EXTRACTION_PARAMETERS: Object = Object {
    name: "DataExtractionParameters",
    fields: &[
        Field::optional("contactFieldId", Shape::String),
        Field::optional("description", Shape::String),
        Field::optional("examples", Shape::Array(&Shape::String)).redacted(),
        Field::optional("overwriteExistingValue", Shape::Boolean),
    ],
};
pub static IN_CALL_DATA_EXTRACTION_PARAMETERS: Object = Object {
    name: "InCallDataExtractionParameters",
    fields: &[
        Field::optional("contactFieldId", Shape::String),
        Field::optional("description", Shape::String),
        Field::optional("examples", Shape::Array(&Shape::String)).redacted(),
        Field::optional("overwriteExistingValue", Shape::Boolean),
    ],
};
pub static WORKFLOW_TRIGGER_PARAMETERS: Object = Object {
    name: "WorkflowTriggerParameters",
    fields: &[
        Field::optional("triggerMessage", Shape::String),
        Field::optional("triggerPrompt", Shape::String),
        Field::optional("workflowId", Shape::String),
    ],
};
pub static APPOINTMENT_BOOKING_PARAMETERS: Object = Object {
    name: "AppointmentBookingParameters",
    fields: &[
        Field::optional("calendarId", Shape::String),
        Field::optional("daysOfOfferingDates", Shape::Number),
        Field::optional("hoursBetweenSlots", Shape::Number),
        Field::optional("slotsPerDay", Shape::Number),
    ],
};
pub static CUSTOM_ACTION_PARAMETERS: Object = Object {
    name: "CustomActionParameters",
    fields: &[
        Field::optional("apiDetails", Shape::Object(&API_DETAILS)),
        Field::optional("responsePathsToExtract", Shape::Array(&Shape::String))
            .also(&["selectedPaths"]),
        Field::optional("selectedPaths", Shape::Array(&Shape::String))
            .also(&["responsePathsToExtract"]),
        Field::optional("triggerMessage", Shape::String),
        Field::optional("triggerPrompt", Shape::String),
    ],
};
pub static API_DETAILS: Object = Object {
    name: "ApiDetails",
    fields: &[
        Field::optional("authenticationRequired", Shape::Boolean),
        Field::optional("authenticationValue", Shape::String).redacted(),
        Field::optional("headers", Shape::Array(&Shape::Object(&API_HEADER))),
        Field::optional("method", Shape::Enum(API_METHOD)),
        Field::optional("parameters", Shape::Array(&Shape::Object(&CUSTOM_PARAMETER))),
        Field::optional("url", Shape::String).redacted(),
    ],
};
pub static API_METHOD: &[&str] = &["GET", "POST"];
pub static API_HEADER: Object = Object {
    name: "ApiHeader",
    fields: &[
        Field::optional("key", Shape::String),
        Field::optional("value", Shape::String).redacted(),
    ],
};
pub static CUSTOM_PARAMETER: Object = Object {
    name: "CustomParameter",
    fields: &[
        Field::optional("description", Shape::String),
        Field::optional("example", Shape::String).redacted(),
        Field::optional("name", Shape::String),
        Field::optional("type", Shape::String),
    ],
};
pub static KNOWLEDGE_BASE_PARAMETERS: Object = Object {
    name: "KnowledgeBaseParameters",
    fields: &[
        Field::optional("knowledgeBaseId", Shape::String),
        Field::optional("parameters", Shape::Array(&Shape::Object(&CUSTOM_PARAMETER))),
        Field::optional("triggerMessage", Shape::String),
        Field::optional("triggerPrompt", Shape::String),
    ],
};
pub static ERROR_BODY: Object = Object {
    name: "ErrorBody",
    fields: &[
        Field::optional("error", Shape::String),
        Field::optional("message", Shape::StringOrList),
        Field::optional("statusCode", Shape::Integer),
        Field::optional("traceId", Shape::String),
    ],
};
pub static VOICE_AI_CALL_END: Object = Object {
    name: "VoiceAiCallEnd",
    fields: &[
        Field::optional("agentId", Shape::String),
        Field::optional("contactId", Shape::String),
        Field::optional("createdAt", Shape::String),
        Field::optional("duration", Shape::Number),
        Field::optional(
            "executedCallActions",
            Shape::Array(&Shape::Union(&EXECUTED_CALL_ACTION)),
        ),
        Field::optional("extractedData", Shape::Map(&Shape::Any)).redacted(),
        Field::optional("fromNumber", Shape::String).redacted(),
        Field::optional("id", Shape::String),
        Field::optional("locationId", Shape::String),
        Field::optional("messageId", Shape::String),
        Field::optional("summary", Shape::String).redacted(),
        Field::optional("timestamp", Shape::Any),
        Field::optional("transcript", Shape::String).redacted(),
        Field::optional("translation", Shape::Object(&TRANSLATION)),
        Field::optional("trialCall", Shape::Boolean),
        Field::optional("type", Shape::Enum(WEBHOOK_TYPE)),
        Field::optional("webhookId", Shape::String),
    ],
};
pub static WEBHOOK_TYPE: &[&str] = &["VoiceAiCallEnd"];
