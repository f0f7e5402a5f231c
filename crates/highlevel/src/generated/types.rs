// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 f86acbc97f2f5c63) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! The objects of the spec, as progenitor writes them but for how they are read.

///A request to an external API.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ApiDetails {
    ///Whether the external API asks for a credential.
    #[serde(
        rename = "authenticationRequired",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub authentication_required: ::std::option::Option<bool>,
    /**Credential for the external API; a secret of a third party.

Secret: hidden in `Debug` output.*/
    #[serde(
        rename = "authenticationValue",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub authentication_value: ::std::option::Option<
        ::callslip_core::Secret<::std::string::String>,
    >,
    ///Headers that are sent along.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub headers: ::std::vec::Vec<ApiHeader>,
    ///HTTP method of the request.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub method: ::std::option::Option<super::enums::ApiMethod>,
    ///Parameters that the agent fills in from the call.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub parameters: ::std::vec::Vec<CustomParameter>,
    /**Address of the external API. May carry a key in its query, so treat it as a secret.

Secret: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::callslip_core::Secret<::std::string::String>>,
}

///A header of a request to an external API.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ApiHeader {
    ///Name of the header.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub key: ::std::option::Option<::std::string::String>,
    /**Value of the header; may be a secret of a third party.

Secret: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: ::std::option::Option<::callslip_core::Secret<::std::string::String>>,
}

///An appointment was booked in a calendar.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct AppointmentBookingAction {
    ///Identifier of the action.
    #[serde(rename = "actionId", skip_serializing_if = "::std::option::Option::is_none")]
    pub action_id: ::std::option::Option<::std::string::String>,
    ///Name that the action was given when the agent was set up.
    #[serde(rename = "actionName")]
    pub action_name: ::std::string::String,
    ///What the action was set up with. It can be partial or empty.
    #[serde(
        rename = "actionParameters",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub action_parameters: ::std::option::Option<AppointmentBookingParameters>,
    ///Kind of the action, here always `APPOINTMENT_BOOKING`.
    #[serde(rename = "actionType")]
    pub action_type: super::enums::ActionType,
    ///What the action is for, as written when the agent was set up.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///When the action was carried out (ISO 8601, UTC, with milliseconds).
    #[serde(
        rename = "executedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub executed_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the action, under the name that the call-end webhook uses.

Source: provider's documentation of its call-end webhook; not in the source document.*/
    #[serde(rename = "_id", skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    /**When the agent was asked for the action (ISO 8601, UTC, with milliseconds).

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(
        rename = "triggerReceivedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_received_at: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
}

///Which appointments are offered.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct AppointmentBookingParameters {
    ///Identifier of the calendar.
    #[serde(
        rename = "calendarId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub calendar_id: ::std::option::Option<::std::string::String>,
    ///How many days ahead are offered.
    #[serde(
        rename = "daysOfOfferingDates",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub days_of_offering_dates: ::std::option::Option<f64>,
    ///Hours between two offered slots.
    #[serde(
        rename = "hoursBetweenSlots",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub hours_between_slots: ::std::option::Option<f64>,
    ///How many slots are offered on one day.
    #[serde(
        rename = "slotsPerDay",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub slots_per_day: ::std::option::Option<f64>,
}

///One call that a Voice AI agent took.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallLog {
    ///Identifier of the agent that took the call.
    #[serde(rename = "agentId")]
    pub agent_id: ::std::string::String,
    /**Whether the call was transferred away from the agent.

Source: reported by integrators in 2026, unofficial.*/
    #[serde(
        rename = "agentTransferOccurred",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub agent_transfer_occurred: ::std::option::Option<bool>,
    ///Identifier of the contact that the call belongs to.
    #[serde(
        rename = "contactId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub contact_id: ::std::option::Option<::std::string::String>,
    /**When the call was created (ISO 8601, UTC, with milliseconds).

`None` where the answer does not tell it, or not readably: no value is made up.*/
    #[serde(
        rename = "createdAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Length of the call in seconds. Declared as a number; whether fractions occur is not documented.

`None` where the answer does not tell it, or not readably: no value is made up.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub duration: ::std::option::Option<f64>,
    ///Actions that the agent carried out during the call, each as the variant of its type.
    #[serde(rename = "executedCallActions")]
    pub executed_call_actions: ::std::vec::Vec<super::unions::ExecutedCallAction>,
    /**What was extracted from the call. Its keys depend on how the agent is set up.

Personal data: hidden in `Debug` output.*/
    #[serde(
        rename = "extractedData",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub extracted_data: ::std::option::Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
    /**Phone number of the caller, with a leading plus sign.

Personal data: hidden in `Debug` output.*/
    #[serde(
        rename = "fromNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub from_number: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    /**Identifier of the call.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.*/
    pub id: ::std::string::String,
    /**Whether that agent has been deleted since.

`None` where the answer does not tell it, or not readably: no value is made up.*/
    #[serde(
        rename = "isAgentDeleted",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub is_agent_deleted: ::std::option::Option<bool>,
    ///Identifier of the conversation message that belongs to the call.
    #[serde(
        rename = "messageId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub message_id: ::std::option::Option<::std::string::String>,
    /**Summary of the call in prose.

Documented as required, optional here: Integrators who parse captured answers treat it as optional (reports of 2026, unofficial); an empty text would read as a summary.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub summary: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    /**Identifier of this answer, for questions to the provider's support.

Source: provider's general notes on its APIs, and reported by integrators in 2026; not in the source document.*/
    #[serde(rename = "traceId", skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
    /**What was said, as plain text: one turn a line, each with the speaker (`bot` or `human`) and a colon in front.

Personal data: hidden in `Debug` output.*/
    pub transcript: ::callslip_core::Personal<::std::string::String>,
    /**The conversation in order: spoken turns and, between them, the actions that were carried out. Times inside are seconds from the start of the call. The shape of an entry is not documented, so entries are free values.

Source: reported by integrators in 2026, unofficial.

Personal data: hidden in `Debug` output.*/
    #[serde(
        rename = "transcriptWithToolCalls",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub transcript_with_tool_calls: ::std::option::Option<
        ::callslip_core::Personal<::std::vec::Vec<::serde_json::Value>>,
    >,
    ///Details of the translated transcript. The document does not allow null, yet real answers can carry it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub translation: ::std::option::Option<Translation>,
    /**Whether this was a trial call made from the product.

Documented as required, optional here: Integrators who parse captured answers treat it as optional (reports of 2026, unofficial); false would claim that the call was a live one.*/
    #[serde(
        rename = "trialCall",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trial_call: ::std::option::Option<bool>,
}

///A page of call logs. That it is the last one only shows by `total`.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallLogList {
    /**The call logs of this page.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(rename = "callLogs")]
    pub call_logs: ::std::vec::Vec<CallLog>,
    /**Number of this page, counted from 1.

Documented as required, optional here: One integrator got an envelope without it (report of 2026, unofficial).

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub page: ::std::option::Option<f64>,
    /**How many call logs a page holds.

Documented as required, optional here: One integrator got an envelope without it (report of 2026, unofficial).

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(rename = "pageSize", skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub page_size: ::std::option::Option<f64>,
    /**How many call logs there are on all pages.

Documented as required, optional here: One integrator got `totalRecords` instead (report of 2026, unofficial); 0 would claim that there is none.

One field with `totalRecords`: the service sends it under one of these names, and `total_count()` reads it under whichever came.

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub total: ::std::option::Option<f64>,
    /**How many call logs there are on all pages, under another name.

One field with `total`: the service sends it under one of these names, and `total_count()` reads it under whichever came.

Source: reported by one integrator in 2026 in place of `total`, `page` and `pageSize`, unofficial.*/
    #[serde(
        rename = "totalRecords",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub total_records: ::std::option::Option<f64>,
    /**Identifier of this answer, for questions to the provider's support.

Source: provider's general notes on its APIs, and reported by integrators in 2026; not in the source document.*/
    #[serde(rename = "traceId", skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
}

///The call was handed to another number.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallTransferAction {
    ///Identifier of the action.
    #[serde(rename = "actionId", skip_serializing_if = "::std::option::Option::is_none")]
    pub action_id: ::std::option::Option<::std::string::String>,
    ///Name that the action was given when the agent was set up.
    #[serde(rename = "actionName")]
    pub action_name: ::std::string::String,
    ///What the action was set up with. It can be partial or empty.
    #[serde(
        rename = "actionParameters",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub action_parameters: ::std::option::Option<CallTransferParameters>,
    ///Kind of the action, here always `CALL_TRANSFER`.
    #[serde(rename = "actionType")]
    pub action_type: super::enums::ActionType,
    ///What the action is for, as written when the agent was set up.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///When the action was carried out (ISO 8601, UTC, with milliseconds).
    #[serde(
        rename = "executedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub executed_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the action, under the name that the call-end webhook uses.

Source: provider's documentation of its call-end webhook; not in the source document.*/
    #[serde(rename = "_id", skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    /**When the agent was asked for the action (ISO 8601, UTC, with milliseconds).

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(
        rename = "triggerReceivedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_received_at: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
}

///How a call is transferred.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct CallTransferParameters {
    ///Whether the person who receives the call first hears a whispered message.
    #[serde(
        rename = "hearWhisperMessage",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub hear_whisper_message: ::std::option::Option<bool>,
    ///What kind of target the call is transferred to.
    #[serde(
        rename = "transferToType",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub transfer_to_type: ::std::option::Option<super::enums::TransferToType>,
    /**Where the call is transferred to; a phone number with a leading plus sign.

Personal data: hidden in `Debug` output.*/
    #[serde(
        rename = "transferToValue",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub transfer_to_value: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///What the agent says before it carries out the action.
    #[serde(
        rename = "triggerMessage",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_message: ::std::option::Option<::std::string::String>,
    /**Instruction that tells the agent when to use the action.

Source: provider's OpenAPI file of 19 June 2026; not in the source document for this action.*/
    #[serde(
        rename = "triggerPrompt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_prompt: ::std::option::Option<::std::string::String>,
}

///An external API was called.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CustomAction {
    ///Identifier of the action.
    #[serde(rename = "actionId", skip_serializing_if = "::std::option::Option::is_none")]
    pub action_id: ::std::option::Option<::std::string::String>,
    ///Name that the action was given when the agent was set up.
    #[serde(rename = "actionName")]
    pub action_name: ::std::string::String,
    ///What the action was set up with. It can be partial or empty.
    #[serde(
        rename = "actionParameters",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub action_parameters: ::std::option::Option<CustomActionParameters>,
    ///Kind of the action, here always `CUSTOM_ACTION`.
    #[serde(rename = "actionType")]
    pub action_type: super::enums::ActionType,
    ///What the action is for, as written when the agent was set up.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///When the action was carried out (ISO 8601, UTC, with milliseconds).
    #[serde(
        rename = "executedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub executed_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the action, under the name that the call-end webhook uses.

Source: provider's documentation of its call-end webhook; not in the source document.*/
    #[serde(rename = "_id", skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    /**When the agent was asked for the action (ISO 8601, UTC, with milliseconds).

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(
        rename = "triggerReceivedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_received_at: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
}

///Which external API is called, when, and what is read from its answer.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct CustomActionParameters {
    ///The request that is sent to the external API.
    #[serde(
        rename = "apiDetails",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub api_details: ::std::option::Option<ApiDetails>,
    /**Paths of the values that are read from the external API's answer.

One field with `selectedPaths`: the service sends it under one of these names, and `result_paths()` reads it under whichever came.*/
    #[serde(
        rename = "responsePathsToExtract",
        default,
        skip_serializing_if = "::std::vec::Vec::is_empty"
    )]
    pub response_paths_to_extract: ::std::vec::Vec<::std::string::String>,
    /**Paths of the values that are read from the external API's answer, under their other name.

One field with `responsePathsToExtract`: the service sends it under one of these names, and `result_paths()` reads it under whichever came.

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(
        rename = "selectedPaths",
        default,
        skip_serializing_if = "::std::vec::Vec::is_empty"
    )]
    pub selected_paths: ::std::vec::Vec<::std::string::String>,
    ///What the agent says before it carries out the action.
    #[serde(
        rename = "triggerMessage",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_message: ::std::option::Option<::std::string::String>,
    ///Instruction that tells the agent when to use the action.
    #[serde(
        rename = "triggerPrompt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_prompt: ::std::option::Option<::std::string::String>,
}

///A value that the agent asks for or derives from the call.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct CustomParameter {
    ///What the parameter stands for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /**A sample value.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub example: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    ///Name of the parameter.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    ///Type of the parameter, by name, for example `string`.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
}

///A value was taken from the call and written into a contact field.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct DataExtractionAction {
    ///Identifier of the action.
    #[serde(rename = "actionId", skip_serializing_if = "::std::option::Option::is_none")]
    pub action_id: ::std::option::Option<::std::string::String>,
    ///Name that the action was given when the agent was set up.
    #[serde(rename = "actionName")]
    pub action_name: ::std::string::String,
    ///What the action was set up with. It can be partial or empty.
    #[serde(
        rename = "actionParameters",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub action_parameters: ::std::option::Option<DataExtractionParameters>,
    ///Kind of the action, here always `DATA_EXTRACTION`.
    #[serde(rename = "actionType")]
    pub action_type: super::enums::ActionType,
    ///What the action is for, as written when the agent was set up.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///When the action was carried out (ISO 8601, UTC, with milliseconds).
    #[serde(
        rename = "executedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub executed_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the action, under the name that the call-end webhook uses.

Source: provider's documentation of its call-end webhook; not in the source document.*/
    #[serde(rename = "_id", skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    /**When the agent was asked for the action (ISO 8601, UTC, with milliseconds).

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(
        rename = "triggerReceivedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_received_at: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
}

///What is extracted from a call, and where to.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct DataExtractionParameters {
    ///Identifier of the contact field that receives the value.
    #[serde(
        rename = "contactFieldId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub contact_field_id: ::std::option::Option<::std::string::String>,
    ///What to look for in the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /**Sample values that show the agent what to look for.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub examples: ::std::option::Option<
        ::callslip_core::Personal<::std::vec::Vec<::std::string::String>>,
    >,
    ///Whether a value that the contact field already has is replaced.
    #[serde(
        rename = "overwriteExistingValue",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub overwrite_existing_value: ::std::option::Option<bool>,
}

///What the service says when it refuses or fails. No property is documented as required.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ErrorBody {
    /**Name of the HTTP status.

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<::std::string::String>,
    /**What went wrong, as one text or as a list of texts.

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::callslip_core::OneOrMany>,
    /**The HTTP status, repeated.

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(
        rename = "statusCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub status_code: ::std::option::Option<i64>,
    /**Identifier of this answer, for questions to the provider's support.

Source: provider's general notes on its APIs, and reported by integrators in 2026; not in the source document.*/
    #[serde(rename = "traceId", skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
}

///A value was taken from the call, while it was running, and written into a contact field.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct InCallDataExtractionAction {
    ///Identifier of the action.
    #[serde(rename = "actionId", skip_serializing_if = "::std::option::Option::is_none")]
    pub action_id: ::std::option::Option<::std::string::String>,
    ///Name that the action was given when the agent was set up.
    #[serde(rename = "actionName")]
    pub action_name: ::std::string::String,
    ///What the action was set up with. It can be partial or empty.
    #[serde(
        rename = "actionParameters",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub action_parameters: ::std::option::Option<InCallDataExtractionParameters>,
    ///Kind of the action, here always `IN_CALL_DATA_EXTRACTION`.
    #[serde(rename = "actionType")]
    pub action_type: super::enums::ActionType,
    ///What the action is for, as written when the agent was set up.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///When the action was carried out (ISO 8601, UTC, with milliseconds).
    #[serde(
        rename = "executedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub executed_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the action, under the name that the call-end webhook uses.

Source: provider's documentation of its call-end webhook; not in the source document.*/
    #[serde(rename = "_id", skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    /**When the agent was asked for the action (ISO 8601, UTC, with milliseconds).

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(
        rename = "triggerReceivedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_received_at: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
}

///What is extracted from a running call, and where to.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct InCallDataExtractionParameters {
    ///Identifier of the contact field that receives the value.
    #[serde(
        rename = "contactFieldId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub contact_field_id: ::std::option::Option<::std::string::String>,
    ///What to look for in the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /**Sample values that show the agent what to look for.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub examples: ::std::option::Option<
        ::callslip_core::Personal<::std::vec::Vec<::std::string::String>>,
    >,
    ///Whether a value that the contact field already has is replaced.
    #[serde(
        rename = "overwriteExistingValue",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub overwrite_existing_value: ::std::option::Option<bool>,
}

///A knowledge base was asked.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct KnowledgeBaseAction {
    ///Identifier of the action.
    #[serde(rename = "actionId", skip_serializing_if = "::std::option::Option::is_none")]
    pub action_id: ::std::option::Option<::std::string::String>,
    ///Name that the action was given when the agent was set up.
    #[serde(rename = "actionName")]
    pub action_name: ::std::string::String,
    ///What the action was set up with. It can be partial or empty.
    #[serde(
        rename = "actionParameters",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub action_parameters: ::std::option::Option<KnowledgeBaseParameters>,
    ///Kind of the action, here always `KNOWLEDGE_BASE`.
    #[serde(rename = "actionType")]
    pub action_type: super::enums::ActionType,
    ///What the action is for, as written when the agent was set up.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///When the action was carried out (ISO 8601, UTC, with milliseconds).
    #[serde(
        rename = "executedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub executed_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the action, under the name that the call-end webhook uses.

Source: provider's documentation of its call-end webhook; not in the source document.*/
    #[serde(rename = "_id", skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    /**When the agent was asked for the action (ISO 8601, UTC, with milliseconds).

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(
        rename = "triggerReceivedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_received_at: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
}

///Which knowledge base is asked, and when.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct KnowledgeBaseParameters {
    ///Identifier of the knowledge base.
    #[serde(
        rename = "knowledgeBaseId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub knowledge_base_id: ::std::option::Option<::std::string::String>,
    ///Parameters that the agent fills in from the call.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub parameters: ::std::vec::Vec<CustomParameter>,
    ///What the agent says before it carries out the action.
    #[serde(
        rename = "triggerMessage",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_message: ::std::option::Option<::std::string::String>,
    ///Instruction that tells the agent when to use the action.
    #[serde(
        rename = "triggerPrompt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_prompt: ::std::option::Option<::std::string::String>,
}

///A text message was sent.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SmsAction {
    ///Identifier of the action.
    #[serde(rename = "actionId", skip_serializing_if = "::std::option::Option::is_none")]
    pub action_id: ::std::option::Option<::std::string::String>,
    ///Name that the action was given when the agent was set up.
    #[serde(rename = "actionName")]
    pub action_name: ::std::string::String,
    ///What the action was set up with. It can be partial or empty.
    #[serde(
        rename = "actionParameters",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub action_parameters: ::std::option::Option<SmsParameters>,
    ///Kind of the action, here always `SMS`.
    #[serde(rename = "actionType")]
    pub action_type: super::enums::ActionType,
    ///What the action is for, as written when the agent was set up.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///When the action was carried out (ISO 8601, UTC, with milliseconds).
    #[serde(
        rename = "executedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub executed_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the action, under the name that the call-end webhook uses.

Source: provider's documentation of its call-end webhook; not in the source document.*/
    #[serde(rename = "_id", skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    /**When the agent was asked for the action (ISO 8601, UTC, with milliseconds).

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(
        rename = "triggerReceivedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_received_at: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
}

///How a text message is sent.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct SmsParameters {
    /**Text of the message.

Personal data: hidden in `Debug` output.*/
    #[serde(
        rename = "messageBody",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub message_body: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///What the agent says before it carries out the action.
    #[serde(
        rename = "triggerMessage",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_message: ::std::option::Option<::std::string::String>,
    ///Instruction that tells the agent when to use the action.
    #[serde(
        rename = "triggerPrompt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_prompt: ::std::option::Option<::std::string::String>,
}

///A transcript in another language. Three official variants exist, none with a required property.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct Translation {
    /**Whether the agent is set to translate.

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enabled: ::std::option::Option<bool>,
    /**The language that was translated into.

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub language: ::std::option::Option<::std::string::String>,
    /**The transcript in the other language, under the name that the call-end webhook uses.

Source: provider's documentation of its call-end webhook; not in the source document.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    /**The transcript in the other language, as plain text.

Personal data: hidden in `Debug` output.*/
    #[serde(
        rename = "translatedTranscript",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub translated_transcript: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
}

///A call that a Voice AI agent took and that is over, as the provider tells it to the webhooks of marketplace apps. The call log, flattened, with differences. Nothing is documented as required.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct VoiceAiCallEnd {
    ///Identifier of the agent that took the call.
    #[serde(rename = "agentId", skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_id: ::std::option::Option<::std::string::String>,
    ///Identifier of the contact that the call belongs to.
    #[serde(
        rename = "contactId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub contact_id: ::std::option::Option<::std::string::String>,
    ///When the call was created. Documented as a text without a format; the sample is ISO 8601, UTC, with milliseconds.
    #[serde(
        rename = "createdAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub created_at: ::std::option::Option<::std::string::String>,
    ///Length of the call in seconds. Declared as a number; whether fractions occur is not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub duration: ::std::option::Option<f64>,
    ///Actions that the agent carried out during the call, each as the variant of its type.
    #[serde(
        rename = "executedCallActions",
        default,
        skip_serializing_if = "::std::vec::Vec::is_empty"
    )]
    pub executed_call_actions: ::std::vec::Vec<super::unions::ExecutedCallAction>,
    /**What was extracted from the call. Its keys depend on how the agent is set up.

Personal data: hidden in `Debug` output.*/
    #[serde(
        rename = "extractedData",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub extracted_data: ::std::option::Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
    /**Phone number of the caller, with a leading plus sign.

Personal data: hidden in `Debug` output.*/
    #[serde(
        rename = "fromNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub from_number: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///Identifier of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///Identifier of the location (sub-account) that the call belongs to.
    #[serde(
        rename = "locationId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub location_id: ::std::option::Option<::std::string::String>,
    ///Identifier of the conversation message that belongs to the call.
    #[serde(
        rename = "messageId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub message_id: ::std::option::Option<::std::string::String>,
    /**Summary of the call in prose.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub summary: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    /**When the delivery was made. In which form is not documented. The event's own page does not have it; the provider's general guide says that every delivery carries it.

Source: provider's general guide to webhooks, August 2026.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::serde_json::Value>,
    /**What was said, as plain text.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///The transcript in another language, and which one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub translation: ::std::option::Option<Translation>,
    ///Whether this was a trial call made from the product.
    #[serde(
        rename = "trialCall",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trial_call: ::std::option::Option<bool>,
    /**Kind of the event. The event's own page does not have it; the provider's general guide says that every delivery carries it.

Source: provider's general guide to webhooks, August 2026; seen by integrators at the top of the body.*/
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<super::enums::WebhookType>,
    /**Identifier of the delivery, by which a repeated one is known. The event's own page does not have it; the provider's general guide says that every delivery carries it.

Source: provider's general guide to webhooks, August 2026.*/
    #[serde(
        rename = "webhookId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub webhook_id: ::std::option::Option<::std::string::String>,
}

///A workflow was started.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct WorkflowTriggerAction {
    ///Identifier of the action.
    #[serde(rename = "actionId", skip_serializing_if = "::std::option::Option::is_none")]
    pub action_id: ::std::option::Option<::std::string::String>,
    ///Name that the action was given when the agent was set up.
    #[serde(rename = "actionName")]
    pub action_name: ::std::string::String,
    ///What the action was set up with. It can be partial or empty.
    #[serde(
        rename = "actionParameters",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub action_parameters: ::std::option::Option<WorkflowTriggerParameters>,
    ///Kind of the action, here always `WORKFLOW_TRIGGER`.
    #[serde(rename = "actionType")]
    pub action_type: super::enums::ActionType,
    ///What the action is for, as written when the agent was set up.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    ///When the action was carried out (ISO 8601, UTC, with milliseconds).
    #[serde(
        rename = "executedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub executed_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the action, under the name that the call-end webhook uses.

Source: provider's documentation of its call-end webhook; not in the source document.*/
    #[serde(rename = "_id", skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    /**When the agent was asked for the action (ISO 8601, UTC, with milliseconds).

Source: provider's OpenAPI file of 19 June 2026; not in the source document.*/
    #[serde(
        rename = "triggerReceivedAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_received_at: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
}

///Which workflow is started, and when.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct WorkflowTriggerParameters {
    ///What the agent says before it carries out the action.
    #[serde(
        rename = "triggerMessage",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_message: ::std::option::Option<::std::string::String>,
    ///Instruction that tells the agent when to use the action.
    #[serde(
        rename = "triggerPrompt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub trigger_prompt: ::std::option::Option<::std::string::String>,
    ///Identifier of the workflow.
    #[serde(
        rename = "workflowId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub workflow_id: ::std::option::Option<::std::string::String>,
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

::callslip_core::object!(ApiDetails {
    authentication_required: optional "authenticationRequired",
    authentication_value: optional "authenticationValue",
    headers: default "headers",
    method: optional "method",
    parameters: default "parameters",
    url: optional "url",
});

::callslip_core::object!(ApiHeader {
    key: optional "key",
    value: optional "value",
});

::callslip_core::object!(AppointmentBookingAction {
    action_id: optional "actionId",
    action_name: required "actionName",
    action_parameters: optional "actionParameters",
    action_type: required "actionType",
    description: optional "description",
    executed_at: optional as time "executedAt",
    id: optional "_id",
    trigger_received_at: optional as time "triggerReceivedAt",
});

::callslip_core::object!(AppointmentBookingParameters {
    calendar_id: optional "calendarId",
    days_of_offering_dates: optional "daysOfOfferingDates",
    hours_between_slots: optional "hoursBetweenSlots",
    slots_per_day: optional "slotsPerDay",
});

::callslip_core::object!(CallLog {
    agent_id: required "agentId",
    agent_transfer_occurred: optional "agentTransferOccurred",
    contact_id: optional "contactId",
    created_at: told as time "createdAt",
    duration: told "duration",
    executed_call_actions: required "executedCallActions",
    extracted_data: optional "extractedData",
    from_number: optional "fromNumber",
    id: essential "id",
    is_agent_deleted: told "isAgentDeleted",
    message_id: optional "messageId",
    summary: optional "summary",
    trace_id: optional "traceId",
    transcript: required "transcript",
    transcript_with_tool_calls: optional "transcriptWithToolCalls",
    translation: optional "translation",
    trial_call: optional "trialCall",
});

::callslip_core::object!(CallLogList {
    call_logs: required "callLogs",
    page: optional "page",
    page_size: optional "pageSize",
    total: optional "total",
    total_records: optional "totalRecords",
    trace_id: optional "traceId",
});

::callslip_core::object!(CallTransferAction {
    action_id: optional "actionId",
    action_name: required "actionName",
    action_parameters: optional "actionParameters",
    action_type: required "actionType",
    description: optional "description",
    executed_at: optional as time "executedAt",
    id: optional "_id",
    trigger_received_at: optional as time "triggerReceivedAt",
});

::callslip_core::object!(CallTransferParameters {
    hear_whisper_message: optional "hearWhisperMessage",
    transfer_to_type: optional "transferToType",
    transfer_to_value: optional "transferToValue",
    trigger_message: optional "triggerMessage",
    trigger_prompt: optional "triggerPrompt",
});

::callslip_core::object!(CustomAction {
    action_id: optional "actionId",
    action_name: required "actionName",
    action_parameters: optional "actionParameters",
    action_type: required "actionType",
    description: optional "description",
    executed_at: optional as time "executedAt",
    id: optional "_id",
    trigger_received_at: optional as time "triggerReceivedAt",
});

::callslip_core::object!(CustomActionParameters {
    api_details: optional "apiDetails",
    response_paths_to_extract: default "responsePathsToExtract",
    selected_paths: default "selectedPaths",
    trigger_message: optional "triggerMessage",
    trigger_prompt: optional "triggerPrompt",
});

::callslip_core::object!(CustomParameter {
    description: optional "description",
    example: optional "example",
    name: optional "name",
    type_: optional "type",
});

::callslip_core::object!(DataExtractionAction {
    action_id: optional "actionId",
    action_name: required "actionName",
    action_parameters: optional "actionParameters",
    action_type: required "actionType",
    description: optional "description",
    executed_at: optional as time "executedAt",
    id: optional "_id",
    trigger_received_at: optional as time "triggerReceivedAt",
});

::callslip_core::object!(DataExtractionParameters {
    contact_field_id: optional "contactFieldId",
    description: optional "description",
    examples: optional "examples",
    overwrite_existing_value: optional "overwriteExistingValue",
});

::callslip_core::object!(ErrorBody {
    error: optional "error",
    message: optional "message",
    status_code: optional "statusCode",
    trace_id: optional "traceId",
});

::callslip_core::object!(InCallDataExtractionAction {
    action_id: optional "actionId",
    action_name: required "actionName",
    action_parameters: optional "actionParameters",
    action_type: required "actionType",
    description: optional "description",
    executed_at: optional as time "executedAt",
    id: optional "_id",
    trigger_received_at: optional as time "triggerReceivedAt",
});

::callslip_core::object!(InCallDataExtractionParameters {
    contact_field_id: optional "contactFieldId",
    description: optional "description",
    examples: optional "examples",
    overwrite_existing_value: optional "overwriteExistingValue",
});

::callslip_core::object!(KnowledgeBaseAction {
    action_id: optional "actionId",
    action_name: required "actionName",
    action_parameters: optional "actionParameters",
    action_type: required "actionType",
    description: optional "description",
    executed_at: optional as time "executedAt",
    id: optional "_id",
    trigger_received_at: optional as time "triggerReceivedAt",
});

::callslip_core::object!(KnowledgeBaseParameters {
    knowledge_base_id: optional "knowledgeBaseId",
    parameters: default "parameters",
    trigger_message: optional "triggerMessage",
    trigger_prompt: optional "triggerPrompt",
});

::callslip_core::object!(SmsAction {
    action_id: optional "actionId",
    action_name: required "actionName",
    action_parameters: optional "actionParameters",
    action_type: required "actionType",
    description: optional "description",
    executed_at: optional as time "executedAt",
    id: optional "_id",
    trigger_received_at: optional as time "triggerReceivedAt",
});

::callslip_core::object!(SmsParameters {
    message_body: optional "messageBody",
    trigger_message: optional "triggerMessage",
    trigger_prompt: optional "triggerPrompt",
});

::callslip_core::object!(Translation {
    enabled: optional "enabled",
    language: optional "language",
    transcript: optional "transcript",
    translated_transcript: optional "translatedTranscript",
});

::callslip_core::object!(VoiceAiCallEnd {
    agent_id: optional "agentId",
    contact_id: optional "contactId",
    created_at: optional "createdAt",
    duration: optional "duration",
    executed_call_actions: default "executedCallActions",
    extracted_data: optional "extractedData",
    from_number: optional "fromNumber",
    id: optional "id",
    location_id: optional "locationId",
    message_id: optional "messageId",
    summary: optional "summary",
    timestamp: optional "timestamp",
    transcript: optional "transcript",
    translation: optional "translation",
    trial_call: optional "trialCall",
    type_: optional "type",
    webhook_id: optional "webhookId",
});

::callslip_core::object!(WorkflowTriggerAction {
    action_id: optional "actionId",
    action_name: required "actionName",
    action_parameters: optional "actionParameters",
    action_type: required "actionType",
    description: optional "description",
    executed_at: optional as time "executedAt",
    id: optional "_id",
    trigger_received_at: optional as time "triggerReceivedAt",
});

::callslip_core::object!(WorkflowTriggerParameters {
    trigger_message: optional "triggerMessage",
    trigger_prompt: optional "triggerPrompt",
    workflow_id: optional "workflowId",
});
