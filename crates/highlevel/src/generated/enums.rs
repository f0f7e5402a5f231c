// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 f86acbc97f2f5c63) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! Open enums: known values as variants, any other value kept as `Unknown`.

::callslip_core::open_enum! {
    /// Version of the API, chosen by the caller on every request.
    pub enum ApiVersion {
        /// `2021-04-15`: The version that the source document names.
        _20210415 = "2021-04-15",
        /// `v3`: The version that the provider's site shows since the summer of 2026.
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        V3 = "v3",
    }
}

::callslip_core::open_enum! {
    /// Whether a call was a live one.
    pub enum CallType {
        /// `LIVE`: Calls of customers.
        Live = "LIVE",
        /// `TRIAL`: Test calls made from the product.
        Trial = "TRIAL",
    }
}

::callslip_core::open_enum! {
    /// What call logs can be sorted by.
    pub enum CallLogSortField {
        /// `duration`: Length of the call.
        Duration = "duration",
        /// `createdAt`: When the call was created.
        CreatedAt = "createdAt",
    }
}

::callslip_core::open_enum! {
    /// Direction of a sorting.
    pub enum SortDirection {
        /// `ascend`: From low to high.
        Ascend = "ascend",
        /// `descend`: From high to low.
        Descend = "descend",
    }
}

::callslip_core::open_enum! {
    /// Kind of an action. It decides which parameters the action has.
    pub enum ActionType {
        /// `CALL_TRANSFER`: The call is handed to another number.
        CallTransfer = "CALL_TRANSFER",
        /// `SMS`: A text message is sent.
        Sms = "SMS",
        /// `DATA_EXTRACTION`: A value is taken from the call and written into a contact field.
        DataExtraction = "DATA_EXTRACTION",
        /// `IN_CALL_DATA_EXTRACTION`: As DATA_EXTRACTION, but while the call is still running.
        InCallDataExtraction = "IN_CALL_DATA_EXTRACTION",
        /// `WORKFLOW_TRIGGER`: A workflow is started.
        WorkflowTrigger = "WORKFLOW_TRIGGER",
        /// `APPOINTMENT_BOOKING`: An appointment is booked in a calendar.
        AppointmentBooking = "APPOINTMENT_BOOKING",
        /// `CUSTOM_ACTION`: An external API is called.
        CustomAction = "CUSTOM_ACTION",
        /// `KNOWLEDGE_BASE`: A knowledge base is asked.
        KnowledgeBase = "KNOWLEDGE_BASE",
    }
}

::callslip_core::open_enum! {
    /// Kind of target of a transfer.
    pub enum TransferToType {
        /// `number`: A phone number.
        Number = "number",
    }
}

::callslip_core::open_enum! {
    /// HTTP method of a request to an external API.
    pub enum ApiMethod {
        /// `GET`.
        Get = "GET",
        /// `POST`.
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        Post = "POST",
    }
}

::callslip_core::open_enum! {
    /// Kind of an event that a webhook is told. One address can be subscribed to many.
    pub enum WebhookType {
        /// `VoiceAiCallEnd`: A Voice AI call ended.
        VoiceAiCallEnd = "VoiceAiCallEnd",
    }
}
