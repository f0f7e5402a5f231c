// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 f9f394154630eae6) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! The objects of the spec, as progenitor writes them but for how they are read.

///One call of a voice agent.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Call {
    ///Identifier of the account that the call belongs to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub account_id: ::std::option::Option<::std::string::String>,
    /**Link to the recording, an audio file.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_recording_url: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///Direction of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_type: ::std::option::Option<super::enums::CallType>,
    ///A confidence; what it measures and its range are not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub confidence_score: ::std::option::Option<f64>,
    ///Price of the call, in `currency`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub cost: ::std::option::Option<f64>,
    ///When the call was created (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Currency of `cost`, for example `USD`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub currency: ::std::option::Option<::std::string::String>,
    ///Length of the call. The unit is not documented; in the sample it equals the seconds between start and end.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub duration: ::std::option::Option<f64>,
    ///When the call ended (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Phone number that the call came from, with a leading plus sign.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub from: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    /**Identifier of the call.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the call apart, and every sample has it.*/
    pub id: ::std::string::String,
    ///Identifier of the invoice that the call was about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub invoice_id: ::std::option::Option<::std::string::String>,
    ///Words that stand for what the call was about.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub keywords: ::std::vec::Vec<::std::string::String>,
    /**Whatever else was stored with the call, by name. Values can be of any type.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
    ///A rating of the call's quality; its range is not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub quality_score: ::std::option::Option<f64>,
    ///A rating of the mood of the call; its range is not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub sentiment_score: ::std::option::Option<f64>,
    ///When the call started (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub start_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///State of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<super::enums::CallStatus>,
    /**Summary of the call in prose.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub summary: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    ///Labels of the call.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub tags: ::std::vec::Vec<::std::string::String>,
    ///Time zone of the call, as an IANA name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timezone: ::std::option::Option<::std::string::String>,
    /**Phone number that was called, with a leading plus sign.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub to: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    /**Link to the transcript, a text file.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcription_url: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///When the call was last changed (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Identifier of the voice agent that held the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voice_agent_id: ::std::option::Option<::std::string::String>,
}

///An attempt by call.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallAttempt {
    ///Identifier of the attempt.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub attempt_id: ::std::option::Option<::std::string::String>,
    /**Link to the recording, an audio file.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_recording_url: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///A confidence; what it measures and its range are not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub confidence_score: ::std::option::Option<f64>,
    ///Length of the call. The unit is not documented; seconds would fit the sample.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub duration: ::std::option::Option<f64>,
    ///Words that stand for what the call was about.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub keywords: ::std::vec::Vec<::std::string::String>,
    ///A rating of the mood of the call; its range is not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub sentiment_score: ::std::option::Option<f64>,
    ///State of the attempt.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<super::enums::AttemptStatus>,
    /**Summary of the call in prose.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub summary: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    ///When the attempt was made (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Link to the transcript, a text file.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcription_url: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///Channel of the attempt, by which the variants are told apart.
    #[serde(rename = "type")]
    pub type_: super::enums::AttemptType,
    ///Identifier of the voice agent that held the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voice_agent_id: ::std::option::Option<::std::string::String>,
}

///One call as it stands in a list.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallListItem {
    ///Identifier of the account that the call belongs to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub account_id: ::std::option::Option<::std::string::String>,
    /**Link to the recording, an audio file.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_recording_url: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///A confidence; what it measures and its range are not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub confidence_score: ::std::option::Option<f64>,
    ///When the call was created (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Length of the call. The unit is not documented; in the sample it equals the seconds between start and end.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub duration: ::std::option::Option<f64>,
    /**Phone number that the call came from, with a leading plus sign.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub from: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    /**Identifier of the call.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.*/
    pub id: ::std::string::String,
    ///Identifier of the invoice that the call was about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub invoice_id: ::std::option::Option<::std::string::String>,
    ///State of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<super::enums::CallStatus>,
    ///Time zone of the call, as an IANA name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timezone: ::std::option::Option<::std::string::String>,
    /**Phone number that was called, with a leading plus sign.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub to: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    /**Link to the transcript, a text file.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcription_url: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///Identifier of the voice agent that held the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voice_agent_id: ::std::option::Option<::std::string::String>,
}

///Facts about a list of calls.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct CallListMeta {
    ///Identifier of the request, for questions to the provider's support.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_id: ::std::option::Option<::std::string::String>,
    ///When the answer was made (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///How many calls the invoice has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total_calls: ::std::option::Option<i64>,
}

///The envelope around the calls of an invoice.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallListResponse {
    /**The calls. For an invoice without calls the document says that `false` is answered instead.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.

Where there is nothing to list it may also come as `false`, or the whole body be `false`: that is an empty list here, and no error. The provider's page on listing calls says that `false` is answered where an invoice has no calls, and no sample shows whether that is the whole body or its `data`.*/
    pub data: ::std::vec::Vec<CallListItem>,
    ///Facts about the answer itself.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub meta: ::std::option::Option<CallListMeta>,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
}

///The envelope around one call.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallResponse {
    /**The call.

Without it there is no such object: the answer is an error, an item of a list is set aside. Part of the envelope in every success sample; the document marks nothing as required, but an answer without the call makes no sense.*/
    pub data: Call,
    /**Facts about the answer itself.

Not documented as required, relied on here: Part of the envelope in every sample; the document marks nothing as required.*/
    pub meta: Meta,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
}

///A planned attempt to reach somebody about an invoice, by call, by e-mail or both.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Callout {
    ///Identifier of the account that the callout belongs to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub account_id: ::std::option::Option<::std::string::String>,
    ///By which channels to reach the contact.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub actions: ::std::option::Option<CalloutActions>,
    ///When the callout was created (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the callout.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.*/
    pub id: ::std::string::String,
    ///Identifier of the invoice that the callout is about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub invoice_id: ::std::option::Option<::std::string::String>,
    /**Whatever else was stored with the callout, by name. Values can be of any type.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
    ///How urgent the callout is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub priority: ::std::option::Option<super::enums::CalloutPriority>,
    ///When the callout is to take place (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scheduled_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///State of the callout.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<super::enums::CalloutStatus>,
    ///Whom to reach.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub target_contact: ::std::option::Option<TargetContact>,
    ///What the callout is for.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<super::enums::CalloutType>,
    ///When the callout was last changed (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

///By which channels a callout is to reach its contact.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct CalloutActions {
    ///Whether to call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub calls_enabled: ::std::option::Option<bool>,
    ///Whether to send e-mail.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub emails_enabled: ::std::option::Option<bool>,
    ///Identifier of the voice agent that is to hold the calls.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voice_agent_id: ::std::option::Option<::std::string::String>,
}

///All attempts of a callout in figures.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct CalloutAnalytics {
    ///Mean of the confidences; what they measure and their range are not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub average_confidence: ::std::option::Option<f64>,
    ///How much the contact took part.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_engagement: ::std::option::Option<super::enums::CustomerEngagement>,
    ///What the attempts were about.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub key_topics: ::std::vec::Vec<::std::string::String>,
    ///The mood in a word, where an attempt has a number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sentiment_analysis: ::std::option::Option<super::enums::SentimentAnalysis>,
    ///Length of all calls together. The unit is not documented; seconds would fit the sample.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub total_duration: ::std::option::Option<f64>,
}

///Facts about a list of callouts.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct CalloutListMeta {
    ///Identifier of the request, for questions to the provider's support.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_id: ::std::option::Option<::std::string::String>,
    ///When the answer was made (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///How many callouts the invoice has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total_callouts: ::std::option::Option<i64>,
}

///The envelope around the callouts of an invoice.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CalloutListResponse {
    /**The callouts; empty when there are none.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.*/
    pub data: ::std::vec::Vec<Callout>,
    /**Facts about the answer itself.

Not documented as required, relied on here: Part of the envelope in every sample; the document marks nothing as required.*/
    pub meta: CalloutListMeta,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
}

///What came of a callout.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CalloutOutcome {
    ///All attempts in figures.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub analytics: ::std::option::Option<CalloutAnalytics>,
    /**Identifier of the callout.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the callout apart, and every sample has it.*/
    pub callout_id: ::std::string::String,
    ///When the callout was over (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub completed_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///When the callout was created (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///The attempts and what came of each.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub responses: ::std::vec::Vec<super::unions::ContactAttempt>,
    ///State of the callout.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<super::enums::CalloutStatus>,
    ///How many attempts reached the contact.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub successful_attempts: ::std::option::Option<i64>,
    ///How many attempts were made; the sample counts more than it lists.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total_attempts: ::std::option::Option<i64>,
}

///The envelope around the outcome of a callout.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CalloutOutcomeResponse {
    /**The outcome.

Without it there is no such object: the answer is an error, an item of a list is set aside. Part of the envelope in every success sample; the document marks nothing as required, but an answer without the outcome makes no sense.*/
    pub data: CalloutOutcome,
    /**Facts about the answer itself.

Not documented as required, relied on here: Part of the envelope in every sample; the document marks nothing as required.*/
    pub meta: Meta,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
}

///Facts about the answer to a change.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ChangeMeta {
    ///What was done, for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    ///Identifier of the request, for questions to the provider's support.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_id: ::std::option::Option<::std::string::String>,
    ///When the answer was made (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

///A call that was created. Its facts have other names here than when it is read with `get_call`.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreatedCall {
    ///Identifier of the account that the call belongs to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub account_id: ::std::option::Option<::std::string::String>,
    ///How urgent the call is. The request has no field for it; where it comes from is not documented.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_priority: ::std::option::Option<super::enums::CallPriority>,
    ///What the call is for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_purpose: ::std::option::Option<super::enums::CallPurpose>,
    ///When the call was created (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Name by which the agent addresses the customer.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_name: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///How long the call is expected to take. The unit is not documented; seconds would fit the sample.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub estimated_duration: ::std::option::Option<f64>,
    /**Identifier of the call.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the call apart, and every sample has it.*/
    pub id: ::std::string::String,
    ///Identifier of the invoice that the call is about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub invoice_id: ::std::option::Option<::std::string::String>,
    /**Whatever else was stored with the call, by name. Values can be of any type.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
    /**Phone number to call, with a leading plus sign.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone_number: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///When the call is to take place (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scheduled_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///State of the call, in the sample `initiated` although the call is scheduled for later.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<super::enums::CallStatus>,
    ///Identifier of the voice agent that is to hold the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voice_agent_id: ::std::option::Option<::std::string::String>,
}

///The envelope around a call that was created.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreatedCallResponse {
    /**The call that was created.

Without it there is no such object: the answer is an error, an item of a list is set aside. Part of the envelope in every success sample; the document marks nothing as required, but an answer without the call makes no sense.*/
    pub data: CreatedCall,
    /**Facts about the answer itself.

Not documented as required, relied on here: Part of the envelope in every sample; the document marks nothing as required.*/
    pub meta: ChangeMeta,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
}

///A callout that was deleted.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct DeletedCallout {
    ///Whether it was deleted.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub deleted: ::std::option::Option<bool>,
    ///What was deleted with it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub deleted_items: ::std::option::Option<DeletedItems>,
    ///When it was deleted (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub deleted_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Identifier of the callout.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells which callout was deleted, and every sample has it.*/
    pub id: ::std::string::String,
}

///The envelope around what is left to say of a deleted callout.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct DeletedCalloutResponse {
    /**What was deleted.

Without it there is no such object: the answer is an error, an item of a list is set aside. Part of the envelope in every success sample; the document marks nothing as required, but an answer without what was deleted makes no sense.*/
    pub data: DeletedCallout,
    /**Facts about the answer itself.

Not documented as required, relied on here: Part of the envelope in every sample; the document marks nothing as required.*/
    pub meta: ChangeMeta,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
}

///What was deleted with a callout: some of it told by a count, some by whether it was.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct DeletedItems {
    ///Whether the analytics were deleted.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub analytics: ::std::option::Option<bool>,
    ///Whether the callout itself was deleted.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub callout: ::std::option::Option<bool>,
    ///How many recordings were deleted.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub recordings: ::std::option::Option<i64>,
    ///How many transcripts were deleted.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcriptions: ::std::option::Option<i64>,
}

///An attempt by e-mail.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EmailAttempt {
    ///Identifier of the attempt.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub attempt_id: ::std::option::Option<::std::string::String>,
    ///When a link in the e-mail was clicked (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub clicked_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /**Subject of the e-mail.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email_subject: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///When the e-mail was opened (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub opened_time: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///State of the attempt.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<super::enums::AttemptStatus>,
    ///Identifier of the template that the e-mail was made from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub template_id: ::std::option::Option<::std::string::String>,
    ///When the attempt was made (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Channel of the attempt, by which the variants are told apart.
    #[serde(rename = "type")]
    pub type_: super::enums::AttemptType,
}

///The envelope of a failed request.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ErrorBody {
    ///What went wrong.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<ErrorDetail>,
    ///Facts about the answer itself.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub meta: ::std::option::Option<Meta>,
    ///Whether the request succeeded; here false.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
}

///What went wrong.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ErrorDetail {
    ///What went wrong, for programs.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<super::enums::ErrorCode>,
    /**Which rule a value broke. Only with `VALIDATION_ERROR`.

Source: provider's documentation pages of sibling operations; not in the source document.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub details: ::std::option::Option<::std::string::String>,
    ///What went wrong, for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
}

///Facts about an answer.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct Meta {
    ///Identifier of the request, for questions to the provider's support.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub request_id: ::std::option::Option<::std::string::String>,
    ///When the answer was made (ISO 8601).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

///Whom a callout is to reach.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct TargetContact {
    /**E-mail address of the contact.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    /**Name of the contact.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    /**Phone number of the contact, with a leading plus sign.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
}

///The envelope around a callout that was changed.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct UpdatedCalloutResponse {
    /**The callout as it is now.

Without it there is no such object: the answer is an error, an item of a list is set aside. Part of the envelope in every success sample; the document marks nothing as required, but an answer without the callout makes no sense.*/
    pub data: Callout,
    /**Facts about the answer itself.

Not documented as required, relied on here: Part of the envelope in every sample; the document marks nothing as required.*/
    pub meta: ChangeMeta,
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
    account_id: optional "account_id",
    call_recording_url: optional "call_recording_url",
    call_type: optional "call_type",
    confidence_score: optional "confidence_score",
    cost: optional "cost",
    created_time: optional as time "created_time",
    currency: optional "currency",
    duration: optional "duration",
    end_time: optional as time "end_time",
    from: optional "from",
    id: essential "id",
    invoice_id: optional "invoice_id",
    keywords: default "keywords",
    metadata: optional "metadata",
    quality_score: optional "quality_score",
    sentiment_score: optional "sentiment_score",
    start_time: optional as time "start_time",
    status: optional "status",
    summary: optional "summary",
    tags: default "tags",
    timezone: optional "timezone",
    to: optional "to",
    transcription_url: optional "transcription_url",
    updated_time: optional as time "updated_time",
    voice_agent_id: optional "voice_agent_id",
});

::callslip_core::object!(CallAttempt {
    attempt_id: optional "attempt_id",
    call_recording_url: optional "call_recording_url",
    confidence_score: optional "confidence_score",
    duration: optional "duration",
    keywords: default "keywords",
    sentiment_score: optional "sentiment_score",
    status: optional "status",
    summary: optional "summary",
    timestamp: optional as time "timestamp",
    transcription_url: optional "transcription_url",
    type_: required "type",
    voice_agent_id: optional "voice_agent_id",
});

::callslip_core::object!(CallListItem {
    account_id: optional "account_id",
    call_recording_url: optional "call_recording_url",
    confidence_score: optional "confidence_score",
    created_time: optional as time "created_time",
    duration: optional "duration",
    from: optional "from",
    id: essential "id",
    invoice_id: optional "invoice_id",
    status: optional "status",
    timezone: optional "timezone",
    to: optional "to",
    transcription_url: optional "transcription_url",
    voice_agent_id: optional "voice_agent_id",
});

::callslip_core::object!(CallListMeta {
    request_id: optional "request_id",
    timestamp: optional as time "timestamp",
    total_calls: optional "total_calls",
});

::callslip_core::object!(CallListResponse {
    data: required as list_or_false "data",
    meta: optional "meta",
    success: optional "success",
});

::callslip_core::object!(CallResponse {
    data: required "data",
    meta: required "meta",
    success: optional "success",
});

::callslip_core::object!(Callout {
    account_id: optional "account_id",
    actions: optional "actions",
    created_time: optional as time "created_time",
    id: essential "id",
    invoice_id: optional "invoice_id",
    metadata: optional "metadata",
    priority: optional "priority",
    scheduled_time: optional as time "scheduled_time",
    status: optional "status",
    target_contact: optional "target_contact",
    type_: optional "type",
    updated_time: optional as time "updated_time",
});

::callslip_core::object!(CalloutActions {
    calls_enabled: optional "calls_enabled",
    emails_enabled: optional "emails_enabled",
    voice_agent_id: optional "voice_agent_id",
});

::callslip_core::object!(CalloutAnalytics {
    average_confidence: optional "average_confidence",
    customer_engagement: optional "customer_engagement",
    key_topics: default "key_topics",
    sentiment_analysis: optional "sentiment_analysis",
    total_duration: optional "total_duration",
});

::callslip_core::object!(CalloutListMeta {
    request_id: optional "request_id",
    timestamp: optional as time "timestamp",
    total_callouts: optional "total_callouts",
});

::callslip_core::object!(CalloutListResponse {
    data: required "data",
    meta: required "meta",
    success: optional "success",
});

::callslip_core::object!(CalloutOutcome {
    analytics: optional "analytics",
    callout_id: essential "callout_id",
    completed_time: optional as time "completed_time",
    created_time: optional as time "created_time",
    responses: default "responses",
    status: optional "status",
    successful_attempts: optional "successful_attempts",
    total_attempts: optional "total_attempts",
});

::callslip_core::object!(CalloutOutcomeResponse {
    data: required "data",
    meta: required "meta",
    success: optional "success",
});

::callslip_core::object!(ChangeMeta {
    message: optional "message",
    request_id: optional "request_id",
    timestamp: optional as time "timestamp",
});

::callslip_core::object!(CreatedCall {
    account_id: optional "account_id",
    call_priority: optional "call_priority",
    call_purpose: optional "call_purpose",
    created_time: optional as time "created_time",
    customer_name: optional "customer_name",
    estimated_duration: optional "estimated_duration",
    id: essential "id",
    invoice_id: optional "invoice_id",
    metadata: optional "metadata",
    phone_number: optional "phone_number",
    scheduled_time: optional as time "scheduled_time",
    status: optional "status",
    voice_agent_id: optional "voice_agent_id",
});

::callslip_core::object!(CreatedCallResponse {
    data: required "data",
    meta: required "meta",
    success: optional "success",
});

::callslip_core::object!(DeletedCallout {
    deleted: optional "deleted",
    deleted_items: optional "deleted_items",
    deleted_time: optional as time "deleted_time",
    id: essential "id",
});

::callslip_core::object!(DeletedCalloutResponse {
    data: required "data",
    meta: required "meta",
    success: optional "success",
});

::callslip_core::object!(DeletedItems {
    analytics: optional "analytics",
    callout: optional "callout",
    recordings: optional "recordings",
    transcriptions: optional "transcriptions",
});

::callslip_core::object!(EmailAttempt {
    attempt_id: optional "attempt_id",
    clicked_time: optional as time "clicked_time",
    email_subject: optional "email_subject",
    opened_time: optional as time "opened_time",
    status: optional "status",
    template_id: optional "template_id",
    timestamp: optional as time "timestamp",
    type_: required "type",
});

::callslip_core::object!(ErrorBody {
    error: optional "error",
    meta: optional "meta",
    success: optional "success",
});

::callslip_core::object!(ErrorDetail {
    code: optional "code",
    details: optional "details",
    message: optional "message",
});

::callslip_core::object!(Meta {
    request_id: optional "request_id",
    timestamp: optional as time "timestamp",
});

::callslip_core::object!(TargetContact {
    email: optional "email",
    name: optional "name",
    phone: optional "phone",
});

::callslip_core::object!(UpdatedCalloutResponse {
    data: required "data",
    meta: required "meta",
    success: optional "success",
});
