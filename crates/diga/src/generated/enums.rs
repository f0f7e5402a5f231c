// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 0845627cee6234c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! Open enums: known values as variants, any other value kept as `Unknown`.

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

::callslip_core::open_enum! {
    /// Direction of an order.
    pub enum SortOrder {
        /// `asc`: Ascending.
        Asc = "asc",
        /// `desc`: Descending.
        Desc = "desc",
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
