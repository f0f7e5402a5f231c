// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 3c771384ae99e3a1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! What is sent and received.

use callslip_core::{OneOrMany, Personal, Secret, Timestamp, rt};
use serde_json::{Map, Value};

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

::callslip_core::object! {
    /// One call that a Voice AI agent took.
    pub struct CallLog {
        /// Identifier of the call.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub id: String = essential("id"),
        /// Identifier of the agent that took the call.
        pub agent_id: String = required("agentId"),
        /// Whether that agent has been deleted since.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub is_agent_deleted: Option<bool> = told("isAgentDeleted"),
        /// When the call was created (ISO 8601, UTC, with milliseconds).
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub created_at: Option<Timestamp> = told("createdAt"),
        /// Length of the call in seconds. Declared as a number; whether fractions occur is not documented.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub duration: Option<f64> = told("duration") as number,
        /// Whether this was a trial call made from the product.
        ///
        /// Documented as required, optional here: Integrators who parse captured answers treat it as optional (reports of 2026, unofficial); false would claim that the call was a live one.
        pub trial_call: Option<bool> = relaxed("trialCall"),
        /// Actions that the agent carried out during the call, each as the variant of its type.
        pub executed_call_actions: Vec<ExecutedCallAction> = required("executedCallActions"),
        /// Summary of the call in prose.
        ///
        /// Documented as required, optional here: Integrators who parse captured answers treat it as optional (reports of 2026, unofficial); an empty text would read as a summary.
        ///
        /// Personal data: hidden in `Debug` output.
        pub summary: Option<Personal<String>> = relaxed("summary"),
        /// What was said, as plain text: one turn a line, each with the speaker (`bot` or `human`) and a colon in front.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transcript: Personal<String> = required("transcript"),
        /// Identifier of the contact that the call belongs to.
        pub contact_id: Option<String> = optional("contactId"),
        /// Phone number of the caller, with a leading plus sign.
        ///
        /// Personal data: hidden in `Debug` output.
        pub from_number: Option<Personal<String>> = optional("fromNumber"),
        /// Details of the translated transcript. The document does not allow null, yet real answers can carry it.
        pub translation: Option<Translation> = optional("translation"),
        /// What was extracted from the call. Its keys depend on how the agent is set up.
        ///
        /// Personal data: hidden in `Debug` output.
        pub extracted_data: Option<Personal<Map<String, Value>>> = optional("extractedData"),
        /// Identifier of the conversation message that belongs to the call.
        pub message_id: Option<String> = optional("messageId"),
        /// Whether the call was transferred away from the agent.
        ///
        /// Source: reported by integrators in 2026, unofficial.
        pub agent_transfer_occurred: Option<bool> = optional("agentTransferOccurred"),
        /// The conversation in order: spoken turns and, between them, the actions that were carried out. Times inside are seconds from the start of the call. The shape of an entry is not documented, so entries are free values.
        ///
        /// Source: reported by integrators in 2026, unofficial.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transcript_with_tool_calls: Option<Personal<Vec<Value>>> = optional("transcriptWithToolCalls"),
        /// Identifier of this answer, for questions to the provider's support.
        ///
        /// Source: provider's general notes on its APIs, and reported by integrators in 2026; not in the source document.
        pub trace_id: Option<String> = optional("traceId"),
    }
}

::callslip_core::object! {
    /// A page of call logs. That it is the last one only shows by `total`.
    pub struct CallLogList {
        /// How many call logs there are on all pages.
        ///
        /// Documented as required, optional here: One integrator got `totalRecords` instead (report of 2026, unofficial); 0 would claim that there is none.
        ///
        /// One field with `totalRecords`: the service sends it under one of these names, and `total_count()` reads it under whichever came.
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub total: Option<f64> = relaxed("total").also(&["totalRecords"]) as number,
        /// Number of this page, counted from 1.
        ///
        /// Documented as required, optional here: One integrator got an envelope without it (report of 2026, unofficial).
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub page: Option<f64> = relaxed("page") as number,
        /// How many call logs a page holds.
        ///
        /// Documented as required, optional here: One integrator got an envelope without it (report of 2026, unofficial).
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub page_size: Option<f64> = relaxed("pageSize") as number,
        /// The call logs of this page.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub call_logs: Vec<CallLog> = essential("callLogs"),
        /// How many call logs there are on all pages, under another name.
        ///
        /// One field with `total`: the service sends it under one of these names, and `total_count()` reads it under whichever came.
        ///
        /// Source: reported by one integrator in 2026 in place of `total`, `page` and `pageSize`, unofficial.
        pub total_records: Option<f64> = optional("totalRecords").also(&["total"]) as number,
        /// Identifier of this answer, for questions to the provider's support.
        ///
        /// Source: provider's general notes on its APIs, and reported by integrators in 2026; not in the source document.
        pub trace_id: Option<String> = optional("traceId"),
    }
}

impl CallLogList {
    /// How many call logs there are on all pages, under whichever of the two names the service used: `total` (documented) or `totalRecords` (seen by one integrator).
    ///
    /// The first that is present of `total`, `totalRecords`.
    pub fn total_count(&self) -> Option<f64> {
        self.total.or(self.total_records)
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

::callslip_core::object! {
    /// A transcript in another language. Three official variants exist, none with a required property.
    #[derive(Default)]
    pub struct Translation {
        /// The transcript in the other language, as plain text.
        ///
        /// Personal data: hidden in `Debug` output.
        pub translated_transcript: Option<Personal<String>> = optional("translatedTranscript"),
        /// The transcript in the other language, under the name that the call-end webhook uses.
        ///
        /// Source: provider's documentation of its call-end webhook; not in the source document.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transcript: Option<Personal<String>> = optional("transcript"),
        /// The language that was translated into.
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub language: Option<String> = optional("language"),
        /// Whether the agent is set to translate.
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub enabled: Option<bool> = optional("enabled"),
    }
}

::callslip_core::tagged_union! {
    /// An action that the agent carried out during the call. The property `actionType` decides which variant it is.
    ///
    /// The variant is chosen by `actionType`. A value of `actionType` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum ExecutedCallAction by "actionType" {
        /// `CALL_TRANSFER`: The call was handed to another number.
        CallTransfer(CallTransferAction) = "CALL_TRANSFER",
        /// `SMS`: A text message was sent.
        Sms(SmsAction) = "SMS",
        /// `DATA_EXTRACTION`: A value was taken from the call and written into a contact field.
        DataExtraction(DataExtractionAction) = "DATA_EXTRACTION",
        /// `IN_CALL_DATA_EXTRACTION`: A value was taken from the call, while it was running, and written into a contact field.
        InCallDataExtraction(InCallDataExtractionAction) = "IN_CALL_DATA_EXTRACTION",
        /// `WORKFLOW_TRIGGER`: A workflow was started.
        WorkflowTrigger(WorkflowTriggerAction) = "WORKFLOW_TRIGGER",
        /// `APPOINTMENT_BOOKING`: An appointment was booked in a calendar.
        AppointmentBooking(AppointmentBookingAction) = "APPOINTMENT_BOOKING",
        /// `CUSTOM_ACTION`: An external API was called.
        CustomAction(CustomAction) = "CUSTOM_ACTION",
        /// `KNOWLEDGE_BASE`: A knowledge base was asked.
        KnowledgeBase(KnowledgeBaseAction) = "KNOWLEDGE_BASE",
    }
}

impl ExecutedCallAction {
    /// Identifier of the action.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn action_id(&self) -> Option<&str> {
        match self {
            Self::CallTransfer(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::Sms(content) => content.action_id.as_ref().map(|value| value.as_str()),
            Self::DataExtraction(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::InCallDataExtraction(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::WorkflowTrigger(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::AppointmentBooking(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::CustomAction(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::KnowledgeBase(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::Unknown(value) => {
                value.get("actionId").and_then(|value| value.as_str())
            }
        }
    }

    /// Identifier of the action, under the name that the call-end webhook uses.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::CallTransfer(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::Sms(content) => content.id.as_ref().map(|value| value.as_str()),
            Self::DataExtraction(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::InCallDataExtraction(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::WorkflowTrigger(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::AppointmentBooking(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::CustomAction(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::KnowledgeBase(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::Unknown(value) => value.get("_id").and_then(|value| value.as_str()),
        }
    }

    /// Kind of the action, here always `CALL_TRANSFER`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn action_type(&self) -> Option<&str> {
        match self {
            Self::CallTransfer(content) => Some(content.action_type.as_str()),
            Self::Sms(content) => Some(content.action_type.as_str()),
            Self::DataExtraction(content) => Some(content.action_type.as_str()),
            Self::InCallDataExtraction(content) => Some(content.action_type.as_str()),
            Self::WorkflowTrigger(content) => Some(content.action_type.as_str()),
            Self::AppointmentBooking(content) => Some(content.action_type.as_str()),
            Self::CustomAction(content) => Some(content.action_type.as_str()),
            Self::KnowledgeBase(content) => Some(content.action_type.as_str()),
            Self::Unknown(value) => {
                value.get("actionType").and_then(|value| value.as_str())
            }
        }
    }

    /// Name that the action was given when the agent was set up.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn action_name(&self) -> Option<&str> {
        match self {
            Self::CallTransfer(content) => Some(content.action_name.as_str()),
            Self::Sms(content) => Some(content.action_name.as_str()),
            Self::DataExtraction(content) => Some(content.action_name.as_str()),
            Self::InCallDataExtraction(content) => Some(content.action_name.as_str()),
            Self::WorkflowTrigger(content) => Some(content.action_name.as_str()),
            Self::AppointmentBooking(content) => Some(content.action_name.as_str()),
            Self::CustomAction(content) => Some(content.action_name.as_str()),
            Self::KnowledgeBase(content) => Some(content.action_name.as_str()),
            Self::Unknown(value) => {
                value.get("actionName").and_then(|value| value.as_str())
            }
        }
    }

    /// What the action is for, as written when the agent was set up.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn description(&self) -> Option<&str> {
        match self {
            Self::CallTransfer(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::Sms(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::DataExtraction(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::InCallDataExtraction(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::WorkflowTrigger(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::AppointmentBooking(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::CustomAction(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::KnowledgeBase(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::Unknown(value) => {
                value.get("description").and_then(|value| value.as_str())
            }
        }
    }

    /// When the action was carried out (ISO 8601, UTC, with milliseconds).
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn executed_at(&self) -> Option<Timestamp> {
        match self {
            Self::CallTransfer(content) => content.executed_at,
            Self::Sms(content) => content.executed_at,
            Self::DataExtraction(content) => content.executed_at,
            Self::InCallDataExtraction(content) => content.executed_at,
            Self::WorkflowTrigger(content) => content.executed_at,
            Self::AppointmentBooking(content) => content.executed_at,
            Self::CustomAction(content) => content.executed_at,
            Self::KnowledgeBase(content) => content.executed_at,
            Self::Unknown(value) => {
                value.get("executedAt").and_then(|value| rt::moment(value.as_str()?))
            }
        }
    }

    /// When the agent was asked for the action (ISO 8601, UTC, with milliseconds).
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn trigger_received_at(&self) -> Option<Timestamp> {
        match self {
            Self::CallTransfer(content) => content.trigger_received_at,
            Self::Sms(content) => content.trigger_received_at,
            Self::DataExtraction(content) => content.trigger_received_at,
            Self::InCallDataExtraction(content) => content.trigger_received_at,
            Self::WorkflowTrigger(content) => content.trigger_received_at,
            Self::AppointmentBooking(content) => content.trigger_received_at,
            Self::CustomAction(content) => content.trigger_received_at,
            Self::KnowledgeBase(content) => content.trigger_received_at,
            Self::Unknown(value) => {
                value
                    .get("triggerReceivedAt")
                    .and_then(|value| rt::moment(value.as_str()?))
            }
        }
    }
}

::callslip_core::object! {
    /// The call was handed to another number.
    pub struct CallTransferAction {
        /// Identifier of the action.
        pub action_id: Option<String> = optional("actionId"),
        /// Identifier of the action, under the name that the call-end webhook uses.
        ///
        /// Source: provider's documentation of its call-end webhook; not in the source document.
        pub id: Option<String> = optional("_id"),
        /// Kind of the action, here always `CALL_TRANSFER`.
        pub action_type: ActionType = required("actionType"),
        /// Name that the action was given when the agent was set up.
        pub action_name: String = required("actionName"),
        /// What the action is for, as written when the agent was set up.
        pub description: Option<String> = optional("description"),
        /// What the action was set up with. It can be partial or empty.
        pub action_parameters: Option<CallTransferParameters> = optional("actionParameters"),
        /// When the action was carried out (ISO 8601, UTC, with milliseconds).
        pub executed_at: Option<Timestamp> = optional("executedAt"),
        /// When the agent was asked for the action (ISO 8601, UTC, with milliseconds).
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub trigger_received_at: Option<Timestamp> = optional("triggerReceivedAt"),
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

::callslip_core::object! {
    /// A text message was sent.
    pub struct SmsAction {
        /// Identifier of the action.
        pub action_id: Option<String> = optional("actionId"),
        /// Identifier of the action, under the name that the call-end webhook uses.
        ///
        /// Source: provider's documentation of its call-end webhook; not in the source document.
        pub id: Option<String> = optional("_id"),
        /// Kind of the action, here always `SMS`.
        pub action_type: ActionType = required("actionType"),
        /// Name that the action was given when the agent was set up.
        pub action_name: String = required("actionName"),
        /// What the action is for, as written when the agent was set up.
        pub description: Option<String> = optional("description"),
        /// What the action was set up with. It can be partial or empty.
        pub action_parameters: Option<SmsParameters> = optional("actionParameters"),
        /// When the action was carried out (ISO 8601, UTC, with milliseconds).
        pub executed_at: Option<Timestamp> = optional("executedAt"),
        /// When the agent was asked for the action (ISO 8601, UTC, with milliseconds).
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub trigger_received_at: Option<Timestamp> = optional("triggerReceivedAt"),
    }
}

::callslip_core::object! {
    /// A value was taken from the call and written into a contact field.
    pub struct DataExtractionAction {
        /// Identifier of the action.
        pub action_id: Option<String> = optional("actionId"),
        /// Identifier of the action, under the name that the call-end webhook uses.
        ///
        /// Source: provider's documentation of its call-end webhook; not in the source document.
        pub id: Option<String> = optional("_id"),
        /// Kind of the action, here always `DATA_EXTRACTION`.
        pub action_type: ActionType = required("actionType"),
        /// Name that the action was given when the agent was set up.
        pub action_name: String = required("actionName"),
        /// What the action is for, as written when the agent was set up.
        pub description: Option<String> = optional("description"),
        /// What the action was set up with. It can be partial or empty.
        pub action_parameters: Option<DataExtractionParameters> = optional("actionParameters"),
        /// When the action was carried out (ISO 8601, UTC, with milliseconds).
        pub executed_at: Option<Timestamp> = optional("executedAt"),
        /// When the agent was asked for the action (ISO 8601, UTC, with milliseconds).
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub trigger_received_at: Option<Timestamp> = optional("triggerReceivedAt"),
    }
}

::callslip_core::object! {
    /// A value was taken from the call, while it was running, and written into a contact field.
    pub struct InCallDataExtractionAction {
        /// Identifier of the action.
        pub action_id: Option<String> = optional("actionId"),
        /// Identifier of the action, under the name that the call-end webhook uses.
        ///
        /// Source: provider's documentation of its call-end webhook; not in the source document.
        pub id: Option<String> = optional("_id"),
        /// Kind of the action, here always `IN_CALL_DATA_EXTRACTION`.
        pub action_type: ActionType = required("actionType"),
        /// Name that the action was given when the agent was set up.
        pub action_name: String = required("actionName"),
        /// What the action is for, as written when the agent was set up.
        pub description: Option<String> = optional("description"),
        /// What the action was set up with. It can be partial or empty.
        pub action_parameters: Option<InCallDataExtractionParameters> = optional("actionParameters"),
        /// When the action was carried out (ISO 8601, UTC, with milliseconds).
        pub executed_at: Option<Timestamp> = optional("executedAt"),
        /// When the agent was asked for the action (ISO 8601, UTC, with milliseconds).
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub trigger_received_at: Option<Timestamp> = optional("triggerReceivedAt"),
    }
}

::callslip_core::object! {
    /// A workflow was started.
    pub struct WorkflowTriggerAction {
        /// Identifier of the action.
        pub action_id: Option<String> = optional("actionId"),
        /// Identifier of the action, under the name that the call-end webhook uses.
        ///
        /// Source: provider's documentation of its call-end webhook; not in the source document.
        pub id: Option<String> = optional("_id"),
        /// Kind of the action, here always `WORKFLOW_TRIGGER`.
        pub action_type: ActionType = required("actionType"),
        /// Name that the action was given when the agent was set up.
        pub action_name: String = required("actionName"),
        /// What the action is for, as written when the agent was set up.
        pub description: Option<String> = optional("description"),
        /// What the action was set up with. It can be partial or empty.
        pub action_parameters: Option<WorkflowTriggerParameters> = optional("actionParameters"),
        /// When the action was carried out (ISO 8601, UTC, with milliseconds).
        pub executed_at: Option<Timestamp> = optional("executedAt"),
        /// When the agent was asked for the action (ISO 8601, UTC, with milliseconds).
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub trigger_received_at: Option<Timestamp> = optional("triggerReceivedAt"),
    }
}

::callslip_core::object! {
    /// An appointment was booked in a calendar.
    pub struct AppointmentBookingAction {
        /// Identifier of the action.
        pub action_id: Option<String> = optional("actionId"),
        /// Identifier of the action, under the name that the call-end webhook uses.
        ///
        /// Source: provider's documentation of its call-end webhook; not in the source document.
        pub id: Option<String> = optional("_id"),
        /// Kind of the action, here always `APPOINTMENT_BOOKING`.
        pub action_type: ActionType = required("actionType"),
        /// Name that the action was given when the agent was set up.
        pub action_name: String = required("actionName"),
        /// What the action is for, as written when the agent was set up.
        pub description: Option<String> = optional("description"),
        /// What the action was set up with. It can be partial or empty.
        pub action_parameters: Option<AppointmentBookingParameters> = optional("actionParameters"),
        /// When the action was carried out (ISO 8601, UTC, with milliseconds).
        pub executed_at: Option<Timestamp> = optional("executedAt"),
        /// When the agent was asked for the action (ISO 8601, UTC, with milliseconds).
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub trigger_received_at: Option<Timestamp> = optional("triggerReceivedAt"),
    }
}

::callslip_core::object! {
    /// An external API was called.
    pub struct CustomAction {
        /// Identifier of the action.
        pub action_id: Option<String> = optional("actionId"),
        /// Identifier of the action, under the name that the call-end webhook uses.
        ///
        /// Source: provider's documentation of its call-end webhook; not in the source document.
        pub id: Option<String> = optional("_id"),
        /// Kind of the action, here always `CUSTOM_ACTION`.
        pub action_type: ActionType = required("actionType"),
        /// Name that the action was given when the agent was set up.
        pub action_name: String = required("actionName"),
        /// What the action is for, as written when the agent was set up.
        pub description: Option<String> = optional("description"),
        /// What the action was set up with. It can be partial or empty.
        pub action_parameters: Option<CustomActionParameters> = optional("actionParameters"),
        /// When the action was carried out (ISO 8601, UTC, with milliseconds).
        pub executed_at: Option<Timestamp> = optional("executedAt"),
        /// When the agent was asked for the action (ISO 8601, UTC, with milliseconds).
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub trigger_received_at: Option<Timestamp> = optional("triggerReceivedAt"),
    }
}

::callslip_core::object! {
    /// A knowledge base was asked.
    pub struct KnowledgeBaseAction {
        /// Identifier of the action.
        pub action_id: Option<String> = optional("actionId"),
        /// Identifier of the action, under the name that the call-end webhook uses.
        ///
        /// Source: provider's documentation of its call-end webhook; not in the source document.
        pub id: Option<String> = optional("_id"),
        /// Kind of the action, here always `KNOWLEDGE_BASE`.
        pub action_type: ActionType = required("actionType"),
        /// Name that the action was given when the agent was set up.
        pub action_name: String = required("actionName"),
        /// What the action is for, as written when the agent was set up.
        pub description: Option<String> = optional("description"),
        /// What the action was set up with. It can be partial or empty.
        pub action_parameters: Option<KnowledgeBaseParameters> = optional("actionParameters"),
        /// When the action was carried out (ISO 8601, UTC, with milliseconds).
        pub executed_at: Option<Timestamp> = optional("executedAt"),
        /// When the agent was asked for the action (ISO 8601, UTC, with milliseconds).
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub trigger_received_at: Option<Timestamp> = optional("triggerReceivedAt"),
    }
}

::callslip_core::object! {
    /// How a call is transferred.
    #[derive(Default)]
    pub struct CallTransferParameters {
        /// Instruction that tells the agent when to use the action.
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document for this action.
        pub trigger_prompt: Option<String> = optional("triggerPrompt"),
        /// What kind of target the call is transferred to.
        pub transfer_to_type: Option<TransferToType> = optional("transferToType"),
        /// Where the call is transferred to; a phone number with a leading plus sign.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transfer_to_value: Option<Personal<String>> = optional("transferToValue"),
        /// What the agent says before it carries out the action.
        pub trigger_message: Option<String> = optional("triggerMessage"),
        /// Whether the person who receives the call first hears a whispered message.
        pub hear_whisper_message: Option<bool> = optional("hearWhisperMessage"),
    }
}

::callslip_core::open_enum! {
    /// Kind of target of a transfer.
    pub enum TransferToType {
        /// `number`: A phone number.
        Number = "number",
    }
}

::callslip_core::object! {
    /// How a text message is sent.
    #[derive(Default)]
    pub struct SmsParameters {
        /// Instruction that tells the agent when to use the action.
        pub trigger_prompt: Option<String> = optional("triggerPrompt"),
        /// What the agent says before it carries out the action.
        pub trigger_message: Option<String> = optional("triggerMessage"),
        /// Text of the message.
        ///
        /// Personal data: hidden in `Debug` output.
        pub message_body: Option<Personal<String>> = optional("messageBody"),
    }
}

::callslip_core::object! {
    /// What is extracted from a call, and where to.
    #[derive(Default)]
    pub struct DataExtractionParameters {
        /// Identifier of the contact field that receives the value.
        pub contact_field_id: Option<String> = optional("contactFieldId"),
        /// What to look for in the call.
        pub description: Option<String> = optional("description"),
        /// Sample values that show the agent what to look for.
        ///
        /// Personal data: hidden in `Debug` output.
        pub examples: Option<Personal<Vec<String>>> = optional("examples"),
        /// Whether a value that the contact field already has is replaced.
        pub overwrite_existing_value: Option<bool> = optional("overwriteExistingValue"),
    }
}

::callslip_core::object! {
    /// What is extracted from a running call, and where to.
    #[derive(Default)]
    pub struct InCallDataExtractionParameters {
        /// Identifier of the contact field that receives the value.
        pub contact_field_id: Option<String> = optional("contactFieldId"),
        /// What to look for in the call.
        pub description: Option<String> = optional("description"),
        /// Sample values that show the agent what to look for.
        ///
        /// Personal data: hidden in `Debug` output.
        pub examples: Option<Personal<Vec<String>>> = optional("examples"),
        /// Whether a value that the contact field already has is replaced.
        pub overwrite_existing_value: Option<bool> = optional("overwriteExistingValue"),
    }
}

::callslip_core::object! {
    /// Which workflow is started, and when.
    #[derive(Default)]
    pub struct WorkflowTriggerParameters {
        /// Instruction that tells the agent when to use the action.
        pub trigger_prompt: Option<String> = optional("triggerPrompt"),
        /// What the agent says before it carries out the action.
        pub trigger_message: Option<String> = optional("triggerMessage"),
        /// Identifier of the workflow.
        pub workflow_id: Option<String> = optional("workflowId"),
    }
}

::callslip_core::object! {
    /// Which appointments are offered.
    #[derive(Default)]
    pub struct AppointmentBookingParameters {
        /// Identifier of the calendar.
        pub calendar_id: Option<String> = optional("calendarId"),
        /// How many days ahead are offered.
        pub days_of_offering_dates: Option<f64> = optional("daysOfOfferingDates") as number,
        /// How many slots are offered on one day.
        pub slots_per_day: Option<f64> = optional("slotsPerDay") as number,
        /// Hours between two offered slots.
        pub hours_between_slots: Option<f64> = optional("hoursBetweenSlots") as number,
    }
}

::callslip_core::object! {
    /// Which external API is called, when, and what is read from its answer.
    #[derive(Default)]
    pub struct CustomActionParameters {
        /// Instruction that tells the agent when to use the action.
        pub trigger_prompt: Option<String> = optional("triggerPrompt"),
        /// What the agent says before it carries out the action.
        pub trigger_message: Option<String> = optional("triggerMessage"),
        /// The request that is sent to the external API.
        pub api_details: Option<ApiDetails> = optional("apiDetails"),
        /// Paths of the values that are read from the external API's answer.
        ///
        /// One field with `selectedPaths`: the service sends it under one of these names, and `result_paths()` reads it under whichever came.
        pub response_paths_to_extract: Vec<String> = optional("responsePathsToExtract").also(&["selectedPaths"]),
        /// Paths of the values that are read from the external API's answer, under their other name.
        ///
        /// One field with `responsePathsToExtract`: the service sends it under one of these names, and `result_paths()` reads it under whichever came.
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub selected_paths: Vec<String> = optional("selectedPaths").also(&["responsePathsToExtract"]),
    }
}

impl CustomActionParameters {
    /// Paths of the values that are read from the external API's answer, under whichever of the two names the service used: `responsePathsToExtract` (source document) or `selectedPaths` (provider's OpenAPI file).
    ///
    /// The first that is present of `responsePathsToExtract`, `selectedPaths`.
    pub fn result_paths(&self) -> &[String] {
        if !self.response_paths_to_extract.is_empty() {
            return &self.response_paths_to_extract;
        }
        if !self.selected_paths.is_empty() {
            return &self.selected_paths;
        }
        &[]
    }
}

::callslip_core::object! {
    /// A request to an external API.
    #[derive(Default)]
    pub struct ApiDetails {
        /// Address of the external API. May carry a key in its query, so treat it as a secret.
        ///
        /// Secret: hidden in `Debug` output.
        pub url: Option<Secret<String>> = optional("url"),
        /// HTTP method of the request.
        pub method: Option<ApiMethod> = optional("method"),
        /// Whether the external API asks for a credential.
        pub authentication_required: Option<bool> = optional("authenticationRequired"),
        /// Credential for the external API; a secret of a third party.
        ///
        /// Secret: hidden in `Debug` output.
        pub authentication_value: Option<Secret<String>> = optional("authenticationValue"),
        /// Headers that are sent along.
        pub headers: Vec<ApiHeader> = optional("headers"),
        /// Parameters that the agent fills in from the call.
        pub parameters: Vec<CustomParameter> = optional("parameters"),
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

::callslip_core::object! {
    /// A header of a request to an external API.
    #[derive(Default)]
    pub struct ApiHeader {
        /// Name of the header.
        pub key: Option<String> = optional("key"),
        /// Value of the header; may be a secret of a third party.
        ///
        /// Secret: hidden in `Debug` output.
        pub value: Option<Secret<String>> = optional("value"),
    }
}

::callslip_core::object! {
    /// A value that the agent asks for or derives from the call.
    #[derive(Default)]
    pub struct CustomParameter {
        /// Name of the parameter.
        pub name: Option<String> = optional("name"),
        /// What the parameter stands for.
        pub description: Option<String> = optional("description"),
        /// Type of the parameter, by name, for example `string`.
        pub kind: Option<String> = optional("type"),
        /// A sample value.
        ///
        /// Personal data: hidden in `Debug` output.
        pub example: Option<Personal<String>> = optional("example"),
    }
}

::callslip_core::object! {
    /// Which knowledge base is asked, and when.
    #[derive(Default)]
    pub struct KnowledgeBaseParameters {
        /// Instruction that tells the agent when to use the action.
        pub trigger_prompt: Option<String> = optional("triggerPrompt"),
        /// What the agent says before it carries out the action.
        pub trigger_message: Option<String> = optional("triggerMessage"),
        /// Identifier of the knowledge base.
        pub knowledge_base_id: Option<String> = optional("knowledgeBaseId"),
        /// Parameters that the agent fills in from the call.
        pub parameters: Vec<CustomParameter> = optional("parameters"),
    }
}

::callslip_core::object! {
    /// What the service says when it refuses or fails. No property is documented as required.
    #[derive(Default)]
    pub struct ErrorBody {
        /// The HTTP status, repeated.
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub status_code: Option<i64> = optional("statusCode"),
        /// What went wrong, as one text or as a list of texts.
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub message: Option<ErrorMessage> = optional("message"),
        /// Name of the HTTP status.
        ///
        /// Source: provider's OpenAPI file of 19 June 2026; not in the source document.
        pub error: Option<String> = optional("error"),
        /// Identifier of this answer, for questions to the provider's support.
        ///
        /// Source: provider's general notes on its APIs, and reported by integrators in 2026; not in the source document.
        pub trace_id: Option<String> = optional("traceId"),
    }
}

/// One text, or a list of texts.
pub type ErrorMessage = OneOrMany;

::callslip_core::object! {
    /// A call that a Voice AI agent took and that is over, as the provider tells it to the webhooks of marketplace apps. The call log, flattened, with differences. Nothing is documented as required.
    #[derive(Default)]
    pub struct VoiceAiCallEnd {
        /// Kind of the event. The event's own page does not have it; the provider's general guide says that every delivery carries it.
        ///
        /// Source: provider's general guide to webhooks, August 2026; seen by integrators at the top of the body.
        pub kind: Option<WebhookType> = optional("type"),
        /// When the delivery was made. In which form is not documented. The event's own page does not have it; the provider's general guide says that every delivery carries it.
        ///
        /// Source: provider's general guide to webhooks, August 2026.
        pub timestamp: Option<Value> = optional("timestamp"),
        /// Identifier of the delivery, by which a repeated one is known. The event's own page does not have it; the provider's general guide says that every delivery carries it.
        ///
        /// Source: provider's general guide to webhooks, August 2026.
        pub webhook_id: Option<String> = optional("webhookId"),
        /// Identifier of the call.
        pub id: Option<String> = optional("id"),
        /// Identifier of the location (sub-account) that the call belongs to.
        pub location_id: Option<String> = optional("locationId"),
        /// Identifier of the agent that took the call.
        pub agent_id: Option<String> = optional("agentId"),
        /// Identifier of the contact that the call belongs to.
        pub contact_id: Option<String> = optional("contactId"),
        /// Phone number of the caller, with a leading plus sign.
        ///
        /// Personal data: hidden in `Debug` output.
        pub from_number: Option<Personal<String>> = optional("fromNumber"),
        /// When the call was created. Documented as a text without a format; the sample is ISO 8601, UTC, with milliseconds.
        pub created_at: Option<String> = optional("createdAt"),
        /// Length of the call in seconds. Declared as a number; whether fractions occur is not documented.
        pub duration: Option<f64> = optional("duration") as number,
        /// Summary of the call in prose.
        ///
        /// Personal data: hidden in `Debug` output.
        pub summary: Option<Personal<String>> = optional("summary"),
        /// What was said, as plain text.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transcript: Option<Personal<String>> = optional("transcript"),
        /// The transcript in another language, and which one.
        pub translation: Option<Translation> = optional("translation"),
        /// What was extracted from the call. Its keys depend on how the agent is set up.
        ///
        /// Personal data: hidden in `Debug` output.
        pub extracted_data: Option<Personal<Map<String, Value>>> = optional("extractedData"),
        /// Actions that the agent carried out during the call, each as the variant of its type.
        pub executed_call_actions: Vec<ExecutedCallAction> = optional("executedCallActions"),
        /// Identifier of the conversation message that belongs to the call.
        pub message_id: Option<String> = optional("messageId"),
        /// Whether this was a trial call made from the product.
        pub trial_call: Option<bool> = optional("trialCall"),
    }
}

::callslip_core::open_enum! {
    /// Kind of an event that a webhook is told. One address can be subscribed to many.
    pub enum WebhookType {
        /// `VoiceAiCallEnd`: A Voice AI call ended.
        VoiceAiCallEnd = "VoiceAiCallEnd",
    }
}

