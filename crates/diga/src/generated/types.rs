// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! What is sent and received.

use callslip_core::{Change, Personal, Timestamp};
use serde_json::{Map, Value};
use uuid::Uuid;

::callslip_core::object! {
    /// One call between an agent and a contact.
    pub struct Call {
        /// Identifier of the call.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub id: Uuid = essential("id"),
        /// Identifier of the agent on this call. Can be null.
        pub agent_id: Option<Uuid> = required("agent_id").nullable(),
        /// State of the call. How a finished call went may only show in `end_reason`.
        pub status: CallStatus = required("status"),
        /// Direction of the call.
        pub direction: CallDirection = required("type"),
        /// The other party of the call.
        pub contact: Contact = required("contact"),
        /// Identifier of the own phone number that was used. The service has called it `phone_register_id` since March 2026.
        ///
        /// Documented as required, optional here: The service has sent `phone_register_id` instead since March 2026 (provider's OpenAPI file).
        ///
        /// One field with `phone_register_id`: the service sends it under one of these names, and `own_number_id()` reads it under whichever came.
        pub phone_id: Option<Uuid> = relaxed("phone_id").nullable().also(&["phone_register_id"]),
        /// When the call was created (ISO 8601).
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub created_date: Option<Timestamp> = told("created_date"),
        /// Link to the recording.
        ///
        /// Personal data: hidden in `Debug` output.
        pub recording_url: Option<Personal<String>> = optional("recording_url").nullable(),
        /// When the call started (ISO 8601).
        pub start_time: Option<Timestamp> = optional("start_time").nullable(),
        /// When the call ended (ISO 8601); empty while it is running.
        pub end_time: Option<Timestamp> = optional("end_time").nullable(),
        /// Length of the call in seconds; null while it is running.
        pub duration: Option<i64> = optional("duration").nullable(),
        /// Why the call ended. Free text; its possible values are not documented.
        pub end_reason: Option<String> = optional("end_reason").nullable(),
        /// Identifier of the own phone number that was used, under the name that replaced `phone_id`.
        ///
        /// One field with `phone_id`: the service sends it under one of these names, and `own_number_id()` reads it under whichever came.
        ///
        /// Source: provider's OpenAPI file since March 2026, required there; not in the source document.
        pub phone_register_id: Option<Uuid> = optional("phone_register_id").nullable().also(&["phone_id"]),
        /// Version of the agent on this call, by identifier.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026, required there; not in the source document.
        pub agent_version_id: Option<Uuid> = optional("agent_version_id").nullable(),
        /// Values that the agent's prompt was filled with for this call.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        ///
        /// Personal data: hidden in `Debug` output.
        pub dynamic_variables: Option<Personal<Map<String, Value>>> = optional("dynamic_variables").nullable(),
    }
}

impl Call {
    /// Identifier of the own phone number that was used, under whichever of the two names the service used: `phone_register_id` (since March 2026) or `phone_id` (source document).
    ///
    /// The first that is present of `phone_register_id`, `phone_id`.
    pub fn own_number_id(&self) -> Option<Uuid> {
        self.phone_register_id.or(self.phone_id)
    }
}

::callslip_core::open_enum! {
    /// State of a call. The service changed the set in July 2026: since then a call is `completed` however it ended, and only the reason of the ending says more.
    pub enum CallStatus {
        /// `dialing`: The number is being dialled.
        Dialing = "dialing",
        /// `in_progress`: The call is going on.
        InProgress = "in_progress",
        /// `completed`: The call is over; since July 2026 however it ended.
        Completed = "completed",
        /// `failed`: The call failed. Not in the set since July 2026.
        Failed = "failed",
        /// `transferred`: The call was transferred. Not in the set since July 2026.
        Transferred = "transferred",
        /// `no_answer`: Nobody answered. Not in the set since July 2026.
        NoAnswer = "no_answer",
        /// `in_queue`: The call waits in a queue.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        InQueue = "in_queue",
    }
}

::callslip_core::open_enum! {
    /// Direction of a call.
    pub enum CallDirection {
        /// `inbound`: The contact called.
        Inbound = "inbound",
        /// `outbound`: The agent called.
        Outbound = "outbound",
    }
}

::callslip_core::object! {
    /// The other party of a call.
    pub struct Contact {
        /// Identifier of the contact.
        pub id: Uuid = required("id"),
        /// When the contact was first seen (ISO 8601).
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub created_date: Option<Timestamp> = told("created_date"),
        /// Phone number of the contact, or an identifier of its browser, depending on the channel.
        ///
        /// Personal data: hidden in `Debug` output.
        pub identifier: Personal<String> = required("identifier"),
        /// Channel by which the contact is reached.
        pub contact_type: ContactType = required("contact_type"),
    }
}

::callslip_core::open_enum! {
    /// Channel by which a contact is reached.
    pub enum ContactType {
        /// `call`: By phone.
        Call = "call",
        /// `web`: By browser.
        ///
        /// Source: provider's OpenAPI file of 20 November 2025; the source document's example shows only call.
        Web = "web",
    }
}

::callslip_core::object! {
    /// A page of calls.
    pub struct CallList {
        /// The calls of this page.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub data: Vec<Call> = essential("data"),
        /// Whether more follow in the direction of travel.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub has_more: Option<bool> = told("has_more"),
        /// Identifier of the first on this page, for `before`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub first_id: Option<Uuid> = optional("first_id").nullable(),
        /// Identifier of the last on this page, for `after`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub last_id: Option<Uuid> = optional("last_id").nullable(),
        /// Number of this page, counted from 1; only when paging by `page`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.
        pub current_page: Option<i64> = optional("current_page").nullable(),
        /// How many pages there are; only when paging by `page`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.
        pub total_pages: Option<i64> = optional("total_pages").nullable(),
    }
}

::callslip_core::open_enum! {
    /// Direction of an order.
    pub enum SortOrder {
        /// `asc`: Ascending.
        Asc = "asc",
        /// `desc`: Descending.
        Desc = "desc",
    }
}

::callslip_core::object! {
    /// The call that is to be started.
    pub struct CreateCallBody {
        /// Own number to call from, in E.164 with a leading plus sign, or its identifier.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        ///
        /// Personal data: hidden in `Debug` output.
        pub from_number: Personal<String> = required("from_number"),
        /// Number to call, in E.164 with a leading plus sign. Only Spanish numbers are served.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        ///
        /// Personal data: hidden in `Debug` output.
        pub to_number: Personal<String> = required("to_number"),
        /// Values that the agent's prompt is filled with for this call.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        ///
        /// Personal data: hidden in `Debug` output.
        pub dynamic_variables: Change<Personal<Map<String, Value>>> = optional("dynamic_variables").nullable(),
        /// Version of the agent that is to speak, by identifier.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.
        pub agent_version_id: Change<Uuid> = optional("agent_version_id").nullable(),
    }
}

impl CreateCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(from_number: impl Into<String>, to_number: impl Into<String>) -> Self {
        Self {
            from_number: Personal::new(from_number.into()),
            to_number: Personal::new(to_number.into()),
            dynamic_variables: Default::default(),
            agent_version_id: Default::default(),
        }
    }

    /// Values that the agent's prompt is filled with for this call.
    #[must_use]
    pub fn dynamic_variables(
        mut self,
        dynamic_variables: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.dynamic_variables = Change::Set(
            Personal::new(
                dynamic_variables
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// Sets `dynamic_variables` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn dynamic_variables_null(mut self) -> Self {
        self.dynamic_variables = Change::Null;
        self
    }

    /// Version of the agent that is to speak, by identifier.
    #[must_use]
    pub fn agent_version_id(mut self, agent_version_id: Uuid) -> Self {
        self.agent_version_id = Change::Set(agent_version_id);
        self
    }

    /// Sets `agent_version_id` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn agent_version_id_null(mut self) -> Self {
        self.agent_version_id = Change::Null;
        self
    }
}

::callslip_core::object! {
    /// A page of messages.
    pub struct MessageList {
        /// The messages of this page.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub data: Vec<Message> = essential("data"),
        /// Whether more follow in the direction of travel.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub has_more: Option<bool> = told("has_more"),
        /// Identifier of the first on this page, for `before`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub first_id: Option<Uuid> = optional("first_id").nullable(),
        /// Identifier of the last on this page, for `after`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub last_id: Option<Uuid> = optional("last_id").nullable(),
        /// Number of this page, counted from 1; only when paging by `page`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.
        pub current_page: Option<i64> = optional("current_page").nullable(),
        /// How many pages there are; only when paging by `page`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.
        pub total_pages: Option<i64> = optional("total_pages").nullable(),
    }
}

::callslip_core::object! {
    /// Something that was said in a call, or a tool that was used in it.
    pub struct Message {
        /// Identifier of the message.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub id: Uuid = essential("id"),
        /// When the message was created (ISO 8601).
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub created_date: Option<Timestamp> = told("created_date"),
        /// Who spoke, or that a tool was used.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub role: MessageRole = required("role"),
        /// What was said.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        ///
        /// Personal data: hidden in `Debug` output.
        pub content: Option<Personal<String>> = optional("content").nullable(),
        /// The tool that was used.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub tool_call: Option<ToolCall> = optional("tool_call").nullable(),
    }
}

::callslip_core::open_enum! {
    /// Who a message is from.
    pub enum MessageRole {
        /// `user`: The contact.
        User = "user",
        /// `assistant`: The agent.
        Assistant = "assistant",
        /// `tool`: A tool that the agent used.
        Tool = "tool",
    }
}

::callslip_core::tagged_union! {
    /// A tool that was used in a call. The property `type` decides which variant it is; where it is absent, the name of the tool does, which each variant has under another property.
    ///
    /// The variant is chosen by `type`, and where that is absent by another field: `function_name` means `function`, `tool_name` means `call_tool`. A value of `type` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum ToolCall by "type" or "function_name" => "function" or "tool_name" => "call_tool" {
        /// `function`: A function was used.
        Function(FunctionToolCall) = "function",
        /// `call_tool`: A tool that is built into calls was used.
        CallTool(BuiltInToolCall) = "call_tool",
    }
}

impl ToolCall {
    /// Kind of the tool call, here `function`, also where it is absent.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn kind(&self) -> Option<&str> {
        match self {
            Self::Function(content) => content.kind.as_ref().map(|value| value.as_str()),
            Self::CallTool(content) => content.kind.as_ref().map(|value| value.as_str()),
            Self::Unknown(value) => value.get("type").and_then(|value| value.as_str()),
        }
    }

    /// How the use went.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn status(&self) -> Option<&str> {
        match self {
            Self::Function(content) => Some(content.status.as_str()),
            Self::CallTool(content) => Some(content.status.as_str()),
            Self::Unknown(value) => value.get("status").and_then(|value| value.as_str()),
        }
    }
}

::callslip_core::object! {
    /// A function was used.
    pub struct FunctionToolCall {
        /// Kind of the tool call, here `function`, also where it is absent.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub kind: Option<ToolCallType> = optional("type"),
        /// Name of the function.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub function_name: String = required("function_name"),
        /// Data of the tool call, under keys of its own. What it holds is not documented.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        ///
        /// Personal data: hidden in `Debug` output.
        pub payload: Personal<Map<String, Value>> = required("payload"),
        /// How the use went.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub status: ToolCallStatus = required("status"),
    }
}

::callslip_core::open_enum! {
    /// Kind of a tool call.
    pub enum ToolCallType {
        /// `function`: A function.
        Function = "function",
        /// `call_tool`: A tool that is built into calls.
        CallTool = "call_tool",
    }
}

::callslip_core::open_enum! {
    /// How the use of a tool went.
    pub enum ToolCallStatus {
        /// `error`: It failed.
        Error = "error",
        /// `success`: It worked.
        Success = "success",
        /// `cancelled`: It was called off.
        Cancelled = "cancelled",
        /// `started`: It has begun.
        ///
        /// Source: text beside the set in the provider's OpenAPI file of 22 July 2026; not in the set itself.
        Started = "started",
    }
}

::callslip_core::object! {
    /// A tool that is built into calls was used.
    pub struct BuiltInToolCall {
        /// Kind of the tool call, here `call_tool`, also where it is absent.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub kind: Option<ToolCallType> = optional("type"),
        /// Which tool it was.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub tool_name: BuiltInTool = required("tool_name"),
        /// Data of the tool call, under keys of its own. What it holds is not documented.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        ///
        /// Personal data: hidden in `Debug` output.
        pub payload: Personal<Map<String, Value>> = required("payload"),
        /// How the use went.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub status: ToolCallStatus = required("status"),
    }
}

::callslip_core::open_enum! {
    /// A tool that is built into calls.
    pub enum BuiltInTool {
        /// `transfer`.
        Transfer = "transfer",
        /// `hangup`.
        Hangup = "hangup",
        /// `detect_answering_machine`.
        DetectAnsweringMachine = "detect_answering_machine",
        /// `add_participant`.
        AddParticipant = "add_participant",
    }
}

::callslip_core::object! {
    /// Which calls are to be deleted.
    pub struct BulkDeleteCallsBody {
        /// Identifiers of the calls, 1 to 500.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub call_ids: Vec<Uuid> = required("call_ids"),
    }
}

impl BulkDeleteCallsBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(call_ids: impl IntoIterator<Item = Uuid>) -> Self {
        Self {
            call_ids: call_ids.into_iter().collect(),
        }
    }
}

::callslip_core::object! {
    /// What was deleted.
    #[derive(Default)]
    pub struct BulkDeleteCallsResult {
        /// How many calls were really deleted.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub deleted: Option<i64> = told("deleted"),
    }
}

::callslip_core::object! {
    /// How many calls are going on.
    #[derive(Default)]
    pub struct ConcurrencyEvent {
        /// Number of calls that are going on. That every event has it is shown and not promised.
        ///
        /// Source: described in the text of the provider's OpenAPI file of 22 July 2026, which has no schema for it; not in the source document.
        pub active_calls: Option<i64> = optional("active_calls"),
    }
}

::callslip_core::object! {
    /// Where a recording is.
    pub struct Recording {
        /// Link to the recording.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. The link is what is asked for.
        ///
        /// Source: provider's OpenAPI file of 20 November 2025 and later; not in the source document.
        ///
        /// Personal data: hidden in `Debug` output.
        pub recording_url: Personal<String> = essential("recording_url"),
    }
}

::callslip_core::object! {
    /// Whose recordings are wanted.
    pub struct DownloadRecordingsBody {
        /// Identifiers of the calls, 1 to 50.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub call_ids: Vec<Uuid> = required("call_ids"),
    }
}

impl DownloadRecordingsBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(call_ids: impl IntoIterator<Item = Uuid>) -> Self {
        Self {
            call_ids: call_ids.into_iter().collect(),
        }
    }
}

::callslip_core::object! {
    /// A page of log entries.
    pub struct LogEntryList {
        /// The entries of this page.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub data: Vec<LogEntry> = essential("data"),
        /// Whether more follow in the direction of travel.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub has_more: Option<bool> = told("has_more"),
        /// Identifier of the first on this page, for `before`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub first_id: Option<Uuid> = optional("first_id").nullable(),
        /// Identifier of the last on this page, for `after`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub last_id: Option<Uuid> = optional("last_id").nullable(),
        /// Number of this page, counted from 1; only when paging by `page`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.
        pub current_page: Option<i64> = optional("current_page").nullable(),
        /// How many pages there are; only when paging by `page`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.
        pub total_pages: Option<i64> = optional("total_pages").nullable(),
    }
}

::callslip_core::object! {
    /// Something that the service noted while it handled a call.
    pub struct LogEntry {
        /// Identifier of the entry.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub id: Uuid = essential("id"),
        /// When it happened (ISO 8601).
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub timestamp: Option<Timestamp> = told("timestamp"),
        /// How grave it is.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub level: LogLevel = required("level"),
        /// What it belongs to.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub category: LogCategory = required("category"),
        /// Name of the event.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub event: String = required("event"),
        /// Identifier of the call; null once the call was deleted.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub call_id: Option<Uuid> = optional("call_id").nullable(),
        /// Identifier of the OpenTelemetry trace that the entry belongs to.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub trace_id: Option<String> = optional("trace_id").nullable(),
        /// Details of the event, for example what was said or why something failed; its keys depend on the event.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        ///
        /// Personal data: hidden in `Debug` output.
        pub data: Option<Personal<Map<String, Value>>> = optional("data").nullable(),
    }
}

::callslip_core::open_enum! {
    /// How grave a log entry is.
    pub enum LogLevel {
        /// `DEBUG`.
        Debug = "DEBUG",
        /// `INFO`.
        Info = "INFO",
        /// `WARNING`.
        Warning = "WARNING",
        /// `ERROR`.
        Error = "ERROR",
        /// `CRITICAL`.
        Critical = "CRITICAL",
    }
}

::callslip_core::open_enum! {
    /// What a log entry belongs to.
    pub enum LogCategory {
        /// `CALL_LIFECYCLE`.
        CallLifecycle = "CALL_LIFECYCLE",
        /// `USER`.
        User = "USER",
        /// `AGENT`.
        Agent = "AGENT",
        /// `CALL_TOOLS`.
        CallTools = "CALL_TOOLS",
        /// `INTEGRATION_TOOLS`.
        IntegrationTools = "INTEGRATION_TOOLS",
        /// `CONVERSATIONAL_PATHS`.
        ConversationalPaths = "CONVERSATIONAL_PATHS",
        /// `TRANSFER`.
        Transfer = "TRANSFER",
        /// `METRICS`.
        Metrics = "METRICS",
        /// `SECURITY`.
        Security = "SECURITY",
        /// `WEBHOOKS`.
        Webhooks = "WEBHOOKS",
        /// `WORKFLOWS`.
        Workflows = "WORKFLOWS",
        /// `KNOWLEDGE`.
        Knowledge = "KNOWLEDGE",
        /// `REALTIME_SESSION`.
        ///
        /// Source: provider's OpenAPI file by July 2026, not in its earlier ones.
        RealtimeSession = "REALTIME_SESSION",
    }
}

::callslip_core::object! {
    /// Where the time of a call went.
    pub struct Trace {
        /// Identifier of the trace; not a UUID.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the trace apart; the document marks it as required.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub id: String = essential("id"),
        /// Identifier of the call.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub call_id: Option<Uuid> = optional("call_id").nullable(),
        /// Name of the service that the trace begins in.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub root_service: Option<String> = optional("root_service").nullable(),
        /// When the trace begins (ISO 8601).
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub start_time: Option<Timestamp> = optional("start_time").nullable(),
        /// When the trace ends (ISO 8601).
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub end_time: Option<Timestamp> = optional("end_time").nullable(),
        /// Length of the trace in milliseconds.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub duration_ms: Option<f64> = optional("duration_ms").nullable() as number,
        /// How many spans the trace has.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub span_count: Option<i64> = told("span_count"),
        /// The outermost spans; the others are inside them.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub spans: Vec<Span> = optional("spans"),
    }
}

::callslip_core::object! {
    /// One step of a trace, with the steps inside it.
    pub struct Span {
        /// Identifier of the span.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub id: String = required("id"),
        /// Identifier of the span around this one.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub parent_span_id: Option<String> = optional("parent_span_id").nullable(),
        /// Name of the step.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub operation_name: String = required("operation_name"),
        /// Name of the service that did the step.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub service_name: String = required("service_name"),
        /// When the step began (ISO 8601).
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub start_time: Option<Timestamp> = told("start_time"),
        /// Length of the step in milliseconds.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub duration_ms: Option<f64> = told("duration_ms") as number,
        /// How the step went. Free text such as `OK` or `ERROR`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub status: Option<String> = optional("status").nullable(),
        /// What else was noted about the step; its keys are free.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        ///
        /// Personal data: hidden in `Debug` output.
        pub tags: Option<Personal<Map<String, Value>>> = optional("tags"),
        /// The spans inside this one.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub children: Option<Vec<Span>> = optional("children").nullable(),
    }
}

::callslip_core::object! {
    /// What the service says when it refuses or fails. Two shapes are in use: `status`, `error_code` and `message`, or for a malformed request `detail` alone.
    #[derive(Default)]
    pub struct ErrorBody {
        /// Always the word `error` as far as is known.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub status: Option<String> = optional("status"),
        /// What went wrong, in upper snake case, for example `CALL_NOT_FOUND`.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub error_code: Option<String> = optional("error_code"),
        /// What went wrong, for people.
        ///
        /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
        pub message: Option<String> = optional("message"),
        /// Each thing that is wrong with a malformed request.
        ///
        /// Source: provider's OpenAPI file of 20 November 2025 and later; not in the source document.
        pub detail: Vec<ValidationIssue> = optional("detail"),
    }
}

::callslip_core::object! {
    /// One thing that is wrong with a malformed request.
    pub struct ValidationIssue {
        /// Where in the request it is, from the outside in: names as text and positions in lists as numbers.
        ///
        /// Source: provider's OpenAPI file of 20 November 2025 and later; not in the source document.
        pub loc: Vec<Value> = required("loc"),
        /// What is wrong, for people.
        ///
        /// Source: provider's OpenAPI file of 20 November 2025 and later; not in the source document.
        pub msg: String = required("msg"),
        /// What is wrong, as a short name.
        ///
        /// Source: provider's OpenAPI file of 20 November 2025 and later; not in the source document.
        pub kind: String = required("type"),
    }
}

