// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 9a8923645b9523e6) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! The objects of the spec, as progenitor writes them but for how they are read.

///The facts of a call.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Call {
    ///Identifier of the agent that held the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_id: ::std::option::Option<::std::string::String>,
    ///Length of the call in seconds, as billed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub billed_duration_seconds: ::std::option::Option<f64>,
    /**Identifier of the call; opaque, since two formats are shown.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the call apart, and every sample has it.*/
    pub call_id: ::std::string::String,
    /**Phone number that was called, shown without a country code.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub callee_phone: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    /**Phone number that the call came from, shown without a country code.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub caller_phone: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///Price of the call as text, amount and currency with a space between, for example `15.67 INR`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cost: ::std::option::Option<::std::string::String>,
    ///Direction of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub direction: ::std::option::Option<super::enums::CallDirection>,
    ///Length of the call in seconds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub duration_seconds: ::std::option::Option<f64>,
    ///When the call ended (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ended_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///When the call started (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub started_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///State of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<super::enums::CallStatus>,
}

///One call with everything that is known about it. The document marks nothing as required; how a call looks that is still queued or running is not documented.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallDetail {
    /**The facts of the call.

Without it there is no such object: the answer is an error, an item of a list is set aside. The document marks nothing as required, but an answer without the call makes no sense.*/
    pub call: Call,
    /**Values that the call was started with, by name. Their types are not documented.

Not documented as required, relied on here: A map: where the answer has none, an empty one is what a reader wants.

Personal data: hidden in `Debug` output.*/
    pub input_parameters: ::callslip_core::Personal<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /**Values that were gathered during the call, by name. Their types are not documented.

Not documented as required, relied on here: A map: where the answer has none, an empty one is what a reader wants.

Personal data: hidden in `Debug` output.*/
    pub output_parameters: ::callslip_core::Personal<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    ///Where the recording is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub recording: ::std::option::Option<Recording>,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
    ///Where the transcript is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript: ::std::option::Option<TranscriptLink>,
}

///A call that ended, as the provider tells it to the workspace's webhook. One set of fields is documented for both events, and only a `call.failed` sample is published; nothing is marked as required.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct CallEnded {
    ///Identifier of the assistant that held the call; the counterpart of the REST API's `agent_id`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assistant_id: ::std::option::Option<::std::string::String>,
    ///Name of the assistant.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assistant_name: ::std::option::Option<::std::string::String>,
    ///The facts of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call: ::std::option::Option<EndedCall>,
    ///The campaign that the call belongs to. Whether it is there for a call that was started through the API is not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub campaign: ::std::option::Option<Campaign>,
    ///Who was called.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub contact: ::std::option::Option<CalledContact>,
    ///What happened.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub event: ::std::option::Option<super::enums::CallEvent>,
    ///Identifier of the delivery, one of its own each time; `evt_` and a UUID in the sample.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub event_id: ::std::option::Option<::std::string::String>,
    /**Values that were gathered during the call, by name. Their types are not documented.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub output_variables: ::std::option::Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
    ///Whether there is a recording, and where.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub recording: ::std::option::Option<RecordingNotice>,
    ///Time of the event or of the delivery, which of the two is not documented (ISO 8601, with milliseconds).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Whether there is a transcript.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript: ::std::option::Option<TranscriptNotice>,
    ///Identifier of the workspace.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub workspace_id: ::std::option::Option<::std::string::String>,
}

///One call as it stands in a list. The document marks nothing as required.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallListItem {
    ///Identifier of the agent that held the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_id: ::std::option::Option<::std::string::String>,
    /**Identifier of the call; opaque, since two formats are shown.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.*/
    pub call_id: ::std::string::String,
    /**Phone number that was called, shown without a country code.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub callee_phone: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    /**Phone number that the call came from, shown without a country code.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub caller_phone: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///Price of the call as text, amount and currency with a space between, for example `15.67 INR`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cost: ::std::option::Option<::std::string::String>,
    ///Direction of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub direction: ::std::option::Option<super::enums::CallDirection>,
    ///Length of the call in seconds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub duration_seconds: ::std::option::Option<f64>,
    ///When the call ended (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ended_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///When the call started (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub started_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///State of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<super::enums::CallStatus>,
}

///The calls of the workspace. Nothing beside them says whether there are more.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallListResponse {
    /**The calls.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.*/
    pub calls: ::std::vec::Vec<CallListItem>,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
}

///Who was called, and with which values.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct CalledContact {
    /**Values that the call was started with, by name. Their types are not documented.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_variables: ::std::option::Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
    /**Phone number of the contact; ten digits without a country code in the sample.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone_number: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
}

///A campaign.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct Campaign {
    ///Identifier of the campaign.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub campaign_id: ::std::option::Option<::std::string::String>,
    ///Name of the campaign.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub campaign_name: ::std::option::Option<::std::string::String>,
}

///The facts of a call that ended. The names differ from those of the REST API's call.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct EndedCall {
    ///When the call was answered (ISO 8601); null if it never was.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub answered_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Length of the call in seconds, as billed. Whether fractions occur is not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub billed_duration_seconds: ::std::option::Option<f64>,
    ///Price of the call in Indian rupees.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub call_cost_inr: ::std::option::Option<f64>,
    ///Identifier of the call, with which it can be fetched.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_id: ::std::option::Option<::std::string::String>,
    ///Direction of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub direction: ::std::option::Option<super::enums::CallDirection>,
    ///Why the call ended.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub disconnection_reason: ::std::option::Option<super::enums::DisconnectionReason>,
    ///Length of the call in seconds. Whether fractions occur is not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub duration_seconds: ::std::option::Option<f64>,
    ///When the call ended (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ended_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Phone number that the call came from; ten digits without a country code in the sample.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub from_number: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///When the call started (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub started_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///State of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<super::enums::CallStatus>,
    /**Phone number that was called; ten digits without a country code in the sample.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub to_number: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
}

///What the service says when it refuses or fails. Two shapes are documented: the current one with `statusCode`, `message` and, on 422, `validationErrors`; and an earlier one with `error`.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ErrorBody {
    /**What went wrong, in the earlier shape.

Source: provider's earlier documentation page on errors; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<ErrorDetail>,
    /**What went wrong, for people.

Source: provider's current documentation page on errors; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /**The HTTP status, repeated.

Source: provider's current documentation page on errors; not in the source document.*/
    #[serde(
        rename = "statusCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub status_code: ::std::option::Option<i64>,
    /**Whether the request succeeded; here false.

Source: provider's documentation pages on errors; not in the source document for errors.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
    /**For each field that is not valid, the list of reasons. Only with status 422.

Source: provider's current documentation page on errors; not in the source document.*/
    #[serde(
        rename = "validationErrors",
        default,
        skip_serializing_if = "::serde_json::Map::is_empty"
    )]
    pub validation_errors: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}

///What went wrong, in the earlier shape of an error.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ErrorDetail {
    /**What went wrong, in upper snake case, for example `CALL_NOT_FOUND`.

Source: provider's earlier documentation page on errors; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    /**What went wrong, for people.

Source: provider's earlier documentation page on errors; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /**The HTTP status, repeated.

Source: provider's earlier documentation page on errors; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<i64>,
}

///A link to a recording, and how long it works.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct Recording {
    ///When the link stops working (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expires_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Link to the audio file.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
}

///Whether there is a recording, and where.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct RecordingNotice {
    ///Whether there is a recording.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub available: ::std::option::Option<bool>,
    /**Link to the recording; null if there is none.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
}

///A link to a transcript, and how long it works.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct TranscriptLink {
    ///When the link stops working (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expires_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Link to the text file.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
}

///Whether there is a transcript. The sample has no link to it.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct TranscriptNotice {
    ///Whether there is a transcript.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub available: ::std::option::Option<bool>,
}

///A call that was started.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TriggeredCall {
    /**Identifier of the call, for `get_call_detail`; opaque, since two formats are shown.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells which call was started, and every sample of a success has it.*/
    pub call_id: ::std::string::String,
    ///What happened, for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    ///State of the call, `initiated` also while it waits in the queue.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<super::enums::CallStatus>,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
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

::callslip_core::object!(Call {
    agent_id: optional "agent_id",
    billed_duration_seconds: optional "billed_duration_seconds",
    call_id: essential "call_id",
    callee_phone: optional "callee_phone",
    caller_phone: optional "caller_phone",
    cost: optional "cost",
    direction: optional "direction",
    duration_seconds: optional "duration_seconds",
    ended_at: optional as time "ended_at",
    started_at: optional as time "started_at",
    status: optional "status",
});

::callslip_core::object!(CallDetail {
    call: required "call",
    input_parameters: required "input_parameters",
    output_parameters: required "output_parameters",
    recording: optional "recording",
    success: optional "success",
    transcript: optional "transcript",
});

::callslip_core::object!(CallEnded {
    assistant_id: optional "assistant_id",
    assistant_name: optional "assistant_name",
    call: optional "call",
    campaign: optional "campaign",
    contact: optional "contact",
    event: optional "event",
    event_id: optional "event_id",
    output_variables: optional "output_variables",
    recording: optional "recording",
    timestamp: optional as time "timestamp",
    transcript: optional "transcript",
    workspace_id: optional "workspace_id",
});

::callslip_core::object!(CallListItem {
    agent_id: optional "agent_id",
    call_id: essential "call_id",
    callee_phone: optional "callee_phone",
    caller_phone: optional "caller_phone",
    cost: optional "cost",
    direction: optional "direction",
    duration_seconds: optional "duration_seconds",
    ended_at: optional as time "ended_at",
    started_at: optional as time "started_at",
    status: optional "status",
});

::callslip_core::object!(CallListResponse {
    calls: required "calls",
    success: optional "success",
});

::callslip_core::object!(CalledContact {
    input_variables: optional "input_variables",
    phone_number: optional "phone_number",
});

::callslip_core::object!(Campaign {
    campaign_id: optional "campaign_id",
    campaign_name: optional "campaign_name",
});

::callslip_core::object!(EndedCall {
    answered_at: optional as time "answered_at",
    billed_duration_seconds: optional "billed_duration_seconds",
    call_cost_inr: optional "call_cost_inr",
    call_id: optional "call_id",
    direction: optional "direction",
    disconnection_reason: optional "disconnection_reason",
    duration_seconds: optional "duration_seconds",
    ended_at: optional as time "ended_at",
    from_number: optional "from_number",
    started_at: optional as time "started_at",
    status: optional "status",
    to_number: optional "to_number",
});

::callslip_core::object!(ErrorBody {
    error: optional "error",
    message: optional "message",
    status_code: optional "statusCode",
    success: optional "success",
    validation_errors: default "validationErrors",
});

::callslip_core::object!(ErrorDetail {
    code: optional "code",
    message: optional "message",
    status: optional "status",
});

::callslip_core::object!(Recording {
    expires_at: optional as time "expires_at",
    url: optional "url",
});

::callslip_core::object!(RecordingNotice {
    available: optional "available",
    url: optional "url",
});

::callslip_core::object!(TranscriptLink {
    expires_at: optional as time "expires_at",
    url: optional "url",
});

::callslip_core::object!(TranscriptNotice {
    available: optional "available",
});

::callslip_core::object!(TriggeredCall {
    call_id: essential "call_id",
    message: optional "message",
    status: optional "status",
    success: optional "success",
});
