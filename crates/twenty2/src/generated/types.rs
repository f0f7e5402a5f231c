// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 0f027ee3b6410737) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! What is sent and received.

use callslip_core::{Personal, Timestamp};
use serde_json::{Map, Value};

::callslip_core::object! {
    /// One call with everything that is known about it. The document marks nothing as required; how a call looks that is still queued or running is not documented.
    pub struct CallDetail {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// The facts of the call.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. The document marks nothing as required, but an answer without the call makes no sense.
        pub call: Call = essential("call").undocumented(),
        /// Values that the call was started with, by name. Their types are not documented.
        ///
        /// Not documented as required, relied on here: A map: where the answer has none, an empty one is what a reader wants.
        ///
        /// Personal data: hidden in `Debug` output.
        pub input_parameters: Personal<Map<String, Value>> = presumed("input_parameters"),
        /// Values that were gathered during the call, by name. Their types are not documented.
        ///
        /// Not documented as required, relied on here: A map: where the answer has none, an empty one is what a reader wants.
        ///
        /// Personal data: hidden in `Debug` output.
        pub output_parameters: Personal<Map<String, Value>> = presumed("output_parameters"),
        /// Where the recording is.
        pub recording: Option<Recording> = optional("recording"),
        /// Where the transcript is.
        pub transcript: Option<TranscriptLink> = optional("transcript"),
    }
}

::callslip_core::object! {
    /// The facts of a call.
    pub struct Call {
        /// Identifier of the call; opaque, since two formats are shown.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the call apart, and every sample has it.
        pub call_id: String = essential("call_id").undocumented(),
        /// Identifier of the agent that held the call.
        pub agent_id: Option<String> = optional("agent_id"),
        /// State of the call.
        pub status: Option<CallStatus> = optional("status"),
        /// Direction of the call.
        pub direction: Option<CallDirection> = optional("direction"),
        /// Phone number that was called, shown without a country code.
        ///
        /// Personal data: hidden in `Debug` output.
        pub callee_phone: Option<Personal<String>> = optional("callee_phone"),
        /// Phone number that the call came from, shown without a country code.
        ///
        /// Personal data: hidden in `Debug` output.
        pub caller_phone: Option<Personal<String>> = optional("caller_phone"),
        /// Length of the call in seconds.
        pub duration_seconds: Option<f64> = optional("duration_seconds") as number,
        /// Length of the call in seconds, as billed.
        pub billed_duration_seconds: Option<f64> = optional("billed_duration_seconds") as number,
        /// Price of the call as text, amount and currency with a space between, for example `15.67 INR`.
        pub cost: Option<String> = optional("cost"),
        /// When the call started (ISO 8601).
        pub started_at: Option<Timestamp> = optional("started_at"),
        /// When the call ended (ISO 8601).
        pub ended_at: Option<Timestamp> = optional("ended_at"),
    }
}

::callslip_core::open_enum! {
    /// State of a call. The provider publishes no complete set of values.
    pub enum CallStatus {
        /// `completed`: The call is over.
        Completed = "completed",
        /// `initiated`: The call was started or waits in the queue.
        ///
        /// Source: provider's documentation of starting a call; not in the source document.
        Initiated = "initiated",
        /// `failed`: Nobody was reached.
        ///
        /// Source: provider's documentation of its webhooks; not in the source document.
        Failed = "failed",
    }
}

::callslip_core::open_enum! {
    /// Direction of a call. The provider publishes no complete set of values.
    pub enum CallDirection {
        /// `outbound`: The agent called.
        Outbound = "outbound",
    }
}

::callslip_core::object! {
    /// A link to a recording, and how long it works.
    #[derive(Default)]
    pub struct Recording {
        /// Link to the audio file.
        ///
        /// Personal data: hidden in `Debug` output.
        pub url: Option<Personal<String>> = optional("url"),
        /// When the link stops working (ISO 8601).
        pub expires_at: Option<Timestamp> = optional("expires_at"),
    }
}

::callslip_core::object! {
    /// A link to a transcript, and how long it works.
    #[derive(Default)]
    pub struct TranscriptLink {
        /// Link to the text file.
        ///
        /// Personal data: hidden in `Debug` output.
        pub url: Option<Personal<String>> = optional("url"),
        /// When the link stops working (ISO 8601).
        pub expires_at: Option<Timestamp> = optional("expires_at"),
    }
}

::callslip_core::object! {
    /// The calls of the workspace. Nothing beside them says whether there are more.
    pub struct CallListResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// The calls.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        pub calls: Vec<CallListItem> = essential("calls").undocumented(),
    }
}

::callslip_core::object! {
    /// One call as it stands in a list. The document marks nothing as required.
    pub struct CallListItem {
        /// Identifier of the call; opaque, since two formats are shown.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub call_id: String = essential("call_id").undocumented(),
        /// Identifier of the agent that held the call.
        pub agent_id: Option<String> = optional("agent_id"),
        /// State of the call.
        pub status: Option<CallStatus> = optional("status"),
        /// Direction of the call.
        pub direction: Option<CallDirection> = optional("direction"),
        /// Phone number that was called, shown without a country code.
        ///
        /// Personal data: hidden in `Debug` output.
        pub callee_phone: Option<Personal<String>> = optional("callee_phone"),
        /// Phone number that the call came from, shown without a country code.
        ///
        /// Personal data: hidden in `Debug` output.
        pub caller_phone: Option<Personal<String>> = optional("caller_phone"),
        /// Length of the call in seconds.
        pub duration_seconds: Option<f64> = optional("duration_seconds") as number,
        /// Price of the call as text, amount and currency with a space between, for example `15.67 INR`.
        pub cost: Option<String> = optional("cost"),
        /// When the call started (ISO 8601).
        pub started_at: Option<Timestamp> = optional("started_at"),
        /// When the call ended (ISO 8601).
        pub ended_at: Option<Timestamp> = optional("ended_at"),
    }
}

::callslip_core::object! {
    /// What a call is started with.
    pub struct TriggerOutboundCallBody {
        /// Identifier of the agent that is to hold the call; it has to be published.
        pub agent_id: String = required("agent_id"),
        /// Phone number to call, without a country code. An earlier page asks for E.164 with the country code, under other names; the sample here has none.
        ///
        /// Personal data: hidden in `Debug` output.
        pub callee_phone: Personal<String> = required("callee_phone"),
        /// Phone number to call from, without a country code; it has to be active in the workspace.
        ///
        /// Personal data: hidden in `Debug` output.
        pub caller_phone: Personal<String> = required("caller_phone"),
        /// Values for the agent's script, by name. The names have to be those of the agent's input parameters; the types of the values are not documented.
        ///
        /// Personal data: hidden in `Debug` output.
        pub input_parameters: Option<Personal<Map<String, Value>>> = optional("input_parameters"),
    }
}

impl TriggerOutboundCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(
        agent_id: impl Into<String>,
        callee_phone: impl Into<String>,
        caller_phone: impl Into<String>,
    ) -> Self {
        Self {
            agent_id: agent_id.into(),
            callee_phone: Personal::new(callee_phone.into()),
            caller_phone: Personal::new(caller_phone.into()),
            input_parameters: Default::default(),
        }
    }

    /// Values for the agent's script, by name. The names have to be those of the agent's input parameters; the types of the values are not documented.
    #[must_use]
    pub fn input_parameters(
        mut self,
        input_parameters: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.input_parameters = Some(
            Personal::new(
                input_parameters
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }
}

::callslip_core::object! {
    /// A call that was started.
    pub struct TriggeredCall {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// Identifier of the call, for `get_call_detail`; opaque, since two formats are shown.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells which call was started, and every sample of a success has it.
        pub call_id: String = essential("call_id").undocumented(),
        /// State of the call, `initiated` also while it waits in the queue.
        pub status: Option<CallStatus> = optional("status"),
        /// What happened, for people.
        pub message: Option<String> = optional("message"),
    }
}

::callslip_core::object! {
    /// What the service says when it refuses or fails. Two shapes are documented: the current one with `statusCode`, `message` and, on 422, `validationErrors`; and an earlier one with `error`.
    #[derive(Default)]
    pub struct ErrorBody {
        /// Whether the request succeeded; here false.
        ///
        /// Source: provider's documentation pages on errors; not in the source document for errors.
        pub success: Option<bool> = optional("success"),
        /// The HTTP status, repeated.
        ///
        /// Source: provider's current documentation page on errors; not in the source document.
        pub status_code: Option<i64> = optional("statusCode"),
        /// What went wrong, for people.
        ///
        /// Source: provider's current documentation page on errors; not in the source document.
        pub message: Option<String> = optional("message"),
        /// For each field that is not valid, the list of reasons. Only with status 422.
        ///
        /// Source: provider's current documentation page on errors; not in the source document.
        pub validation_errors: Map<String, Value> = optional("validationErrors"),
        /// What went wrong, in the earlier shape.
        ///
        /// Source: provider's earlier documentation page on errors; not in the source document.
        pub error: Option<ErrorDetail> = optional("error"),
    }
}

::callslip_core::object! {
    /// What went wrong, in the earlier shape of an error.
    #[derive(Default)]
    pub struct ErrorDetail {
        /// What went wrong, in upper snake case, for example `CALL_NOT_FOUND`.
        ///
        /// Source: provider's earlier documentation page on errors; not in the source document.
        pub code: Option<String> = optional("code"),
        /// What went wrong, for people.
        ///
        /// Source: provider's earlier documentation page on errors; not in the source document.
        pub message: Option<String> = optional("message"),
        /// The HTTP status, repeated.
        ///
        /// Source: provider's earlier documentation page on errors; not in the source document.
        pub status: Option<i64> = optional("status"),
    }
}

::callslip_core::object! {
    /// A call that ended, as the provider tells it to the workspace's webhook. One set of fields is documented for both events, and only a `call.failed` sample is published; nothing is marked as required.
    #[derive(Default)]
    pub struct CallEnded {
        /// What happened.
        pub event: Option<CallEvent> = optional("event"),
        /// Identifier of the delivery, one of its own each time; `evt_` and a UUID in the sample.
        pub event_id: Option<String> = optional("event_id"),
        /// Time of the event or of the delivery, which of the two is not documented (ISO 8601, with milliseconds).
        pub timestamp: Option<Timestamp> = optional("timestamp"),
        /// Identifier of the workspace.
        pub workspace_id: Option<String> = optional("workspace_id"),
        /// Identifier of the assistant that held the call; the counterpart of the REST API's `agent_id`.
        pub assistant_id: Option<String> = optional("assistant_id"),
        /// Name of the assistant.
        pub assistant_name: Option<String> = optional("assistant_name"),
        /// The facts of the call.
        pub call: Option<EndedCall> = optional("call"),
        /// The campaign that the call belongs to. Whether it is there for a call that was started through the API is not documented.
        pub campaign: Option<Campaign> = optional("campaign"),
        /// Who was called.
        pub contact: Option<CalledContact> = optional("contact"),
        /// Values that were gathered during the call, by name. Their types are not documented.
        ///
        /// Personal data: hidden in `Debug` output.
        pub output_variables: Option<Personal<Map<String, Value>>> = optional("output_variables"),
        /// Whether there is a recording, and where.
        pub recording: Option<RecordingNotice> = optional("recording"),
        /// Whether there is a transcript.
        pub transcript: Option<TranscriptNotice> = optional("transcript"),
    }
}

::callslip_core::open_enum! {
    /// What a webhook is told about a call.
    pub enum CallEvent {
        /// `call.completed`: The call was connected and is over.
        CallCompleted = "call.completed",
        /// `call.failed`: The call did not connect or was not answered.
        CallFailed = "call.failed",
    }
}

::callslip_core::object! {
    /// The facts of a call that ended. The names differ from those of the REST API's call.
    #[derive(Default)]
    pub struct EndedCall {
        /// Identifier of the call, with which it can be fetched.
        pub call_id: Option<String> = optional("call_id"),
        /// Direction of the call.
        pub direction: Option<CallDirection> = optional("direction"),
        /// State of the call.
        pub status: Option<CallStatus> = optional("status"),
        /// Phone number that the call came from; ten digits without a country code in the sample.
        ///
        /// Personal data: hidden in `Debug` output.
        pub from_number: Option<Personal<String>> = optional("from_number"),
        /// Phone number that was called; ten digits without a country code in the sample.
        ///
        /// Personal data: hidden in `Debug` output.
        pub to_number: Option<Personal<String>> = optional("to_number"),
        /// When the call started (ISO 8601).
        pub started_at: Option<Timestamp> = optional("started_at"),
        /// When the call was answered (ISO 8601); null if it never was.
        pub answered_at: Option<Timestamp> = optional("answered_at").nullable(),
        /// When the call ended (ISO 8601).
        pub ended_at: Option<Timestamp> = optional("ended_at"),
        /// Length of the call in seconds. Whether fractions occur is not documented.
        pub duration_seconds: Option<f64> = optional("duration_seconds") as number,
        /// Length of the call in seconds, as billed. Whether fractions occur is not documented.
        pub billed_duration_seconds: Option<f64> = optional("billed_duration_seconds") as number,
        /// Price of the call in Indian rupees.
        pub call_cost_inr: Option<f64> = optional("call_cost_inr") as number,
        /// Why the call ended.
        pub disconnection_reason: Option<DisconnectionReason> = optional("disconnection_reason"),
    }
}

::callslip_core::open_enum! {
    /// Why a call ended. The provider publishes no complete set of values.
    pub enum DisconnectionReason {
        /// `unanswered`: Nobody answered.
        Unanswered = "unanswered",
    }
}

::callslip_core::object! {
    /// The campaign that a call belongs to, by identifier and name.
    #[derive(Default)]
    pub struct Campaign {
        /// Identifier of the campaign.
        pub campaign_id: Option<String> = optional("campaign_id"),
        /// Name of the campaign.
        pub campaign_name: Option<String> = optional("campaign_name"),
    }
}

::callslip_core::object! {
    /// Who was called, and with which values.
    #[derive(Default)]
    pub struct CalledContact {
        /// Phone number of the contact; ten digits without a country code in the sample.
        ///
        /// Personal data: hidden in `Debug` output.
        pub phone_number: Option<Personal<String>> = optional("phone_number"),
        /// Values that the call was started with, by name. Their types are not documented.
        ///
        /// Personal data: hidden in `Debug` output.
        pub input_variables: Option<Personal<Map<String, Value>>> = optional("input_variables"),
    }
}

::callslip_core::object! {
    /// Whether there is a recording, and where.
    #[derive(Default)]
    pub struct RecordingNotice {
        /// Whether there is a recording.
        pub available: Option<bool> = optional("available"),
        /// Link to the recording; null if there is none.
        ///
        /// Personal data: hidden in `Debug` output.
        pub url: Option<Personal<String>> = optional("url").nullable(),
    }
}

::callslip_core::object! {
    /// Whether there is a transcript. The sample has no link to it.
    #[derive(Default)]
    pub struct TranscriptNotice {
        /// Whether there is a transcript.
        pub available: Option<bool> = optional("available"),
    }
}

