// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 0845627cee6234c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! The objects of the spec, as progenitor writes them but for how they are read.

///A tool that is built into calls was used.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct BuiltInToolCall {
    /**Data of the tool call, under keys of its own. What it holds is not documented.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.

Personal data: hidden in `Debug` output.*/
    pub payload: ::callslip_core::Personal<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /**How the use went.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub status: super::enums::ToolCallStatus,
    /**Which tool it was.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub tool_name: super::enums::BuiltInTool,
    /**Kind of the tool call, here `call_tool`, also where it is absent.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<super::enums::ToolCallType>,
}

///What was deleted.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct BulkDeleteCallsResult {
    /**How many calls were really deleted.

`None` where the answer does not tell it, or not readably: no value is made up.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub deleted: ::std::option::Option<i64>,
}

///One call between an agent and a contact.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Call {
    ///Identifier of the agent on this call. Can be null.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub agent_id: ::std::option::Option<::uuid::Uuid>,
    /**Version of the agent on this call, by identifier.

Source: provider's OpenAPI file of 22 July 2026, required there; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_version_id: ::std::option::Option<::uuid::Uuid>,
    ///The other party of the call.
    pub contact: Contact,
    /**When the call was created (ISO 8601).

`None` where the answer does not tell it, or not readably: no value is made up.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_date: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Length of the call in seconds; null while it is running.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration: ::std::option::Option<i64>,
    /**Values that the agent's prompt was filled with for this call.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub dynamic_variables: ::std::option::Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
    ///Why the call ended. Free text; its possible values are not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end_reason: ::std::option::Option<::std::string::String>,
    ///When the call ended (ISO 8601); empty while it is running.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the call.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.*/
    pub id: ::uuid::Uuid,
    /**Identifier of the own phone number that was used. The service has called it `phone_register_id` since March 2026.

Documented as required, optional here: The service has sent `phone_register_id` instead since March 2026 (provider's OpenAPI file).

One field with `phone_register_id`: the service sends it under one of these names, and `own_number_id()` reads it under whichever came.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone_id: ::std::option::Option<::uuid::Uuid>,
    /**Identifier of the own phone number that was used, under the name that replaced `phone_id`.

One field with `phone_id`: the service sends it under one of these names, and `own_number_id()` reads it under whichever came.

Source: provider's OpenAPI file since March 2026, required there; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone_register_id: ::std::option::Option<::uuid::Uuid>,
    /**Link to the recording.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub recording_url: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///When the call started (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub start_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///State of the call. How a finished call went may only show in `end_reason`.
    pub status: super::enums::CallStatus,
    ///Direction of the call.
    #[serde(rename = "type")]
    pub type_: super::enums::CallDirection,
}

///A page of calls.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallList {
    /**Number of this page, counted from 1; only when paging by `page`.

Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub current_page: ::std::option::Option<i64>,
    /**The calls of this page.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub data: ::std::vec::Vec<Call>,
    /**Identifier of the first on this page, for `before`.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub first_id: ::std::option::Option<::uuid::Uuid>,
    /**Whether more follow in the direction of travel.

`None` where the answer does not tell it, or not readably: no value is made up.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub has_more: ::std::option::Option<bool>,
    /**Identifier of the last on this page, for `after`.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_id: ::std::option::Option<::uuid::Uuid>,
    /**How many pages there are; only when paging by `page`.

Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total_pages: ::std::option::Option<i64>,
}

///How many calls are going on.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ConcurrencyEvent {
    /**Number of calls that are going on. That every event has it is shown and not promised.

Source: described in the text of the provider's OpenAPI file of 22 July 2026, which has no schema for it; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub active_calls: ::std::option::Option<i64>,
}

///The other party of a call.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Contact {
    ///Channel by which the contact is reached.
    pub contact_type: super::enums::ContactType,
    /**When the contact was first seen (ISO 8601).

`None` where the answer does not tell it, or not readably: no value is made up.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_date: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Identifier of the contact.
    pub id: ::uuid::Uuid,
    /**Phone number of the contact, or an identifier of its browser, depending on the channel.

Personal data: hidden in `Debug` output.*/
    pub identifier: ::callslip_core::Personal<::std::string::String>,
}

///What the service says when it refuses or fails. Two shapes are in use: `status`, `error_code` and `message`, or for a malformed request `detail` alone.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ErrorBody {
    /**Each thing that is wrong with a malformed request.

Source: provider's OpenAPI file of 20 November 2025 and later; not in the source document.*/
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub detail: ::std::vec::Vec<ValidationIssue>,
    /**What went wrong, in upper snake case, for example `CALL_NOT_FOUND`.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_code: ::std::option::Option<::std::string::String>,
    /**What went wrong, for people.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /**Always the word `error` as far as is known.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<::std::string::String>,
}

///A function was used.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FunctionToolCall {
    /**Name of the function.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub function_name: ::std::string::String,
    /**Data of the tool call, under keys of its own. What it holds is not documented.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.

Personal data: hidden in `Debug` output.*/
    pub payload: ::callslip_core::Personal<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /**How the use went.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub status: super::enums::ToolCallStatus,
    /**Kind of the tool call, here `function`, also where it is absent.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<super::enums::ToolCallType>,
}

///Something that the service noted while it handled a call.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct LogEntry {
    /**Identifier of the call; null once the call was deleted.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_id: ::std::option::Option<::uuid::Uuid>,
    /**What it belongs to.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub category: super::enums::LogCategory,
    /**Details of the event, for example what was said or why something failed; its keys depend on the event.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data: ::std::option::Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
    /**Name of the event.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub event: ::std::string::String,
    /**Identifier of the entry.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub id: ::uuid::Uuid,
    /**How grave it is.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub level: super::enums::LogLevel,
    /**When it happened (ISO 8601).

`None` where the answer does not tell it, or not readably: no value is made up.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the OpenTelemetry trace that the entry belongs to.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
}

///A page of log entries.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct LogEntryList {
    /**Number of this page, counted from 1; only when paging by `page`.

Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub current_page: ::std::option::Option<i64>,
    /**The entries of this page.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub data: ::std::vec::Vec<LogEntry>,
    /**Identifier of the first on this page, for `before`.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub first_id: ::std::option::Option<::uuid::Uuid>,
    /**Whether more follow in the direction of travel.

`None` where the answer does not tell it, or not readably: no value is made up.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub has_more: ::std::option::Option<bool>,
    /**Identifier of the last on this page, for `after`.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_id: ::std::option::Option<::uuid::Uuid>,
    /**How many pages there are; only when paging by `page`.

Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total_pages: ::std::option::Option<i64>,
}

///Something that was said in a call, or a tool that was used in it.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Message {
    /**What was said.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub content: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    /**When the message was created (ISO 8601).

`None` where the answer does not tell it, or not readably: no value is made up.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_date: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the message.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub id: ::uuid::Uuid,
    /**Who spoke, or that a tool was used.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub role: super::enums::MessageRole,
    /**The tool that was used.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tool_call: ::std::option::Option<super::unions::ToolCall>,
}

///A page of messages.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct MessageList {
    /**Number of this page, counted from 1; only when paging by `page`.

Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub current_page: ::std::option::Option<i64>,
    /**The messages of this page.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub data: ::std::vec::Vec<Message>,
    /**Identifier of the first on this page, for `before`.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub first_id: ::std::option::Option<::uuid::Uuid>,
    /**Whether more follow in the direction of travel.

`None` where the answer does not tell it, or not readably: no value is made up.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub has_more: ::std::option::Option<bool>,
    /**Identifier of the last on this page, for `after`.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_id: ::std::option::Option<::uuid::Uuid>,
    /**How many pages there are; only when paging by `page`.

Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total_pages: ::std::option::Option<i64>,
}

///Where a recording is.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Recording {
    /**Link to the recording.

Without it there is no such object: the answer is an error, an item of a list is set aside. The link is what is asked for.

Source: provider's OpenAPI file of 20 November 2025 and later; not in the source document.

Personal data: hidden in `Debug` output.*/
    pub recording_url: ::callslip_core::Personal<::std::string::String>,
}

///One step of a trace, with the steps inside it.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Span {
    /**The spans inside this one.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub children: ::std::option::Option<::std::vec::Vec<Span>>,
    /**Length of the step in milliseconds.

`None` where the answer does not tell it, or not readably: no value is made up.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub duration_ms: ::std::option::Option<f64>,
    /**Identifier of the span.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub id: ::std::string::String,
    /**Name of the step.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub operation_name: ::std::string::String,
    /**Identifier of the span around this one.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub parent_span_id: ::std::option::Option<::std::string::String>,
    /**Name of the service that did the step.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub service_name: ::std::string::String,
    /**When the step began (ISO 8601).

`None` where the answer does not tell it, or not readably: no value is made up.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub start_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**How the step went. Free text such as `OK` or `ERROR`.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<::std::string::String>,
    /**What else was noted about the step; its keys are free.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tags: ::std::option::Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
}

///Where the time of a call went.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Trace {
    /**Identifier of the call.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_id: ::std::option::Option<::uuid::Uuid>,
    /**Length of the trace in milliseconds.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub duration_ms: ::std::option::Option<f64>,
    /**When the trace ends (ISO 8601).

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the trace; not a UUID.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the trace apart; the document marks it as required.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    pub id: ::std::string::String,
    /**Name of the service that the trace begins in.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub root_service: ::std::option::Option<::std::string::String>,
    /**How many spans the trace has.

`None` where the answer does not tell it, or not readably: no value is made up.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub span_count: ::std::option::Option<i64>,
    /**The outermost spans; the others are inside them.

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub spans: ::std::vec::Vec<Span>,
    /**When the trace begins (ISO 8601).

Source: provider's OpenAPI file of 22 July 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub start_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

///One thing that is wrong with a malformed request.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ValidationIssue {
    /**Where in the request it is, from the outside in: names as text and positions in lists as numbers.

Source: provider's OpenAPI file of 20 November 2025 and later; not in the source document.*/
    pub loc: ::std::vec::Vec<::serde_json::Value>,
    /**What is wrong, for people.

Source: provider's OpenAPI file of 20 November 2025 and later; not in the source document.*/
    pub msg: ::std::string::String,
    /**What is wrong, as a short name.

Source: provider's OpenAPI file of 20 November 2025 and later; not in the source document.*/
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}

/// Error types.
pub mod error {
    /// Error from a `TryFrom` or `FromStr` implementation.
    pub struct ConversionError(::std::borrow::Cow<'static, str>);
    impl ::std::error::Error for ConversionError {}
    impl ::std::fmt::Display for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Display::fmt(&self.0, f)
        }
    }

    impl ::std::fmt::Debug for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Debug::fmt(&self.0, f)
        }
    }

    impl From<&'static str> for ConversionError {
        fn from(value: &'static str) -> Self {
            Self(value.into())
        }
    }

    impl From<String> for ConversionError {
        fn from(value: String) -> Self {
            Self(value.into())
        }
    }
}

::callslip_core::object!(BuiltInToolCall {
    payload: required "payload",
    status: required "status",
    tool_name: required "tool_name",
    type_: optional "type",
});

::callslip_core::object!(BulkDeleteCallsResult {
    deleted: told "deleted",
});

::callslip_core::object!(Call {
    agent_id: required "agent_id",
    agent_version_id: optional "agent_version_id",
    contact: required "contact",
    created_date: told as time "created_date",
    duration: optional "duration",
    dynamic_variables: optional "dynamic_variables",
    end_reason: optional "end_reason",
    end_time: optional as time "end_time",
    id: required "id",
    phone_id: optional "phone_id",
    phone_register_id: optional "phone_register_id",
    recording_url: optional "recording_url",
    start_time: optional as time "start_time",
    status: required "status",
    type_: required "type",
});

::callslip_core::object!(CallList {
    current_page: optional "current_page",
    data: required "data",
    first_id: optional "first_id",
    has_more: told "has_more",
    last_id: optional "last_id",
    total_pages: optional "total_pages",
});

::callslip_core::object!(ConcurrencyEvent {
    active_calls: optional "active_calls",
});

::callslip_core::object!(Contact {
    contact_type: required "contact_type",
    created_date: told as time "created_date",
    id: required "id",
    identifier: required "identifier",
});

::callslip_core::object!(ErrorBody {
    detail: default "detail",
    error_code: optional "error_code",
    message: optional "message",
    status: optional "status",
});

::callslip_core::object!(FunctionToolCall {
    function_name: required "function_name",
    payload: required "payload",
    status: required "status",
    type_: optional "type",
});

::callslip_core::object!(LogEntry {
    call_id: optional "call_id",
    category: required "category",
    data: optional "data",
    event: required "event",
    id: required "id",
    level: required "level",
    timestamp: told as time "timestamp",
    trace_id: optional "trace_id",
});

::callslip_core::object!(LogEntryList {
    current_page: optional "current_page",
    data: required "data",
    first_id: optional "first_id",
    has_more: told "has_more",
    last_id: optional "last_id",
    total_pages: optional "total_pages",
});

::callslip_core::object!(Message {
    content: optional "content",
    created_date: told as time "created_date",
    id: required "id",
    role: required "role",
    tool_call: optional "tool_call",
});

::callslip_core::object!(MessageList {
    current_page: optional "current_page",
    data: required "data",
    first_id: optional "first_id",
    has_more: told "has_more",
    last_id: optional "last_id",
    total_pages: optional "total_pages",
});

::callslip_core::object!(Recording {
    recording_url: essential "recording_url",
});

::callslip_core::object!(Span {
    children: optional "children",
    duration_ms: told "duration_ms",
    id: required "id",
    operation_name: required "operation_name",
    parent_span_id: optional "parent_span_id",
    service_name: required "service_name",
    start_time: told as time "start_time",
    status: optional "status",
    tags: optional "tags",
});

::callslip_core::object!(Trace {
    call_id: optional "call_id",
    duration_ms: optional "duration_ms",
    end_time: optional as time "end_time",
    id: essential "id",
    root_service: optional "root_service",
    span_count: told "span_count",
    spans: default "spans",
    start_time: optional as time "start_time",
});

::callslip_core::object!(ValidationIssue {
    loc: required "loc",
    msg: required "msg",
    type_: required "type",
});
