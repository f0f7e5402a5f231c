// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 accdeb53693f46f1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! The objects of the spec, as progenitor writes them but for how they are read.

///One call. No property is documented as required or nullable.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Call {
    /**Phone number of the client, in the sample with a leading plus sign and the country code.

Source: sample of the provider's page on the details of a call, type read off it.

Personal data: hidden in `Debug` output.*/
    #[serde(
        rename = "clientPhone",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub client_phone: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    /**When the call was created in Liner (ISO 8601).

Source: sample of the provider's page on the details of a call, type read off it.*/
    #[serde(
        rename = "createdAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Direction of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub direction: ::std::option::Option<super::enums::CallDirection>,
    ///Who ended the call.
    #[serde(
        rename = "finishInitiator",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub finish_initiator: ::std::option::Option<super::enums::FinishInitiator>,
    /**Whether the call has recordings.

Source: sample of the provider's page on the details of a call, type read off it.*/
    #[serde(
        rename = "hasRecords",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub has_records: ::std::option::Option<bool>,
    /**Identifier of the call.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.*/
    pub id: i64,
    /**Whether the call was dialled predictively.

Source: sample of the provider's page on the details of a call, type read off it.*/
    #[serde(
        rename = "isPredictive",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub is_predictive: ::std::option::Option<bool>,
    ///Identifier of the lead of the call.
    #[serde(rename = "leadId", skip_serializing_if = "::std::option::Option::is_none")]
    pub lead_id: ::std::option::Option<i64>,
    /**Identifier of the order that the call belongs to.

Source: sample of the provider's page on the details of a call, type read off it.*/
    #[serde(rename = "orderId", skip_serializing_if = "::std::option::Option::is_none")]
    pub order_id: ::std::option::Option<i64>,
    ///Identifier of the virtual number (SIP endpoint) that the call went through.
    #[serde(
        rename = "sipEndpointId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub sip_endpoint_id: ::std::option::Option<i64>,
    /**Code of the status that the call ended in, the `code` of an entry of `list_call_statuses`. Customers make statuses of their own, so there is no set of values.

Source: sample of the provider's page on the details of a call, type read off it.*/
    #[serde(
        rename = "statusCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub status_code: ::std::option::Option<::std::string::String>,
    /**How long the two parties talked, in seconds.

Source: sample of the provider's page on the details of a call, type read off it.*/
    #[serde(
        rename = "talkTimeDurationSeconds",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub talk_time_duration_seconds: ::std::option::Option<i64>,
    /**Length of the call in seconds; in the sample it is waiting and talking together.

Source: sample of the provider's page on the details of a call, type read off it.*/
    #[serde(
        rename = "totalDurationSeconds",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub total_duration_seconds: ::std::option::Option<i64>,
    ///Identifier of the user (agent) who handled the call.
    #[serde(rename = "userId", skip_serializing_if = "::std::option::Option::is_none")]
    pub user_id: ::std::option::Option<i64>,
    /**How long the call waited, in seconds.

Source: sample of the provider's page on the details of a call, type read off it.*/
    #[serde(
        rename = "waitTimeDurationSeconds",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub wait_time_duration_seconds: ::std::option::Option<i64>,
}

///The envelope around one page of calls. Its shape is presumed and not confirmed, so nothing in it is relied on.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallListResponse {
    /**The page, in the shape of other paged lists.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.*/
    pub data: CallPage,
    ///Why the request failed; empty when it succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
}

///One page of calls. Its shape is presumed and not confirmed.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallPage {
    /**The calls of this page.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.*/
    pub list: ::std::vec::Vec<Call>,
    ///Offset of the next page. What stands here on the last page is not documented, so it may as well be null or missing.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub next: ::std::option::Option<i64>,
    ///How many calls there are on all pages.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total: ::std::option::Option<i64>,
}

///One call recording. The identifier of the call itself is not part of it.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallRecord {
    ///When the recording was created in Liner (ISO 8601).
    #[serde(
        rename = "createdAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Length of the recording in seconds.
    #[serde(
        rename = "durationSeconds",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub duration_seconds: ::std::option::Option<i64>,
    /**Link to the audio file.

Personal data: hidden in `Debug` output.*/
    #[serde(rename = "fileUrl", skip_serializing_if = "::std::option::Option::is_none")]
    pub file_url: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    /**Identifier of the call recording.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the recording apart, and every sample has it.*/
    pub id: i64,
    ///Whether the recording belongs to a transfer of the call.
    #[serde(
        rename = "isTransfer",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub is_transfer: ::std::option::Option<bool>,
    ///Identifier of the lead that the recording belongs to.
    #[serde(rename = "leadId", skip_serializing_if = "::std::option::Option::is_none")]
    pub lead_id: ::std::option::Option<i64>,
    /**Summary of the call, written by a machine; null when there is none.

Not documented as required, relied on here: Documented as `string | null`: the key is there, and null is its empty value.

Personal data: hidden in `Debug` output.*/
    #[serde(
        rename = "recordSummary",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub record_summary: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    ///Identifier of the user (agent) who handled the call.
    #[serde(rename = "userId", skip_serializing_if = "::std::option::Option::is_none")]
    pub user_id: ::std::option::Option<i64>,
}

///One call recording as it stands in a list. The two versions of the document show different parts of it, so agent, lead and summary can be missing.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallRecordListItem {
    ///When the recording was created in Liner (ISO 8601).
    #[serde(
        rename = "createdAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Length of the recording in seconds.
    #[serde(
        rename = "durationSeconds",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub duration_seconds: ::std::option::Option<i64>,
    /**Link to the audio file.

Personal data: hidden in `Debug` output.*/
    #[serde(rename = "fileUrl", skip_serializing_if = "::std::option::Option::is_none")]
    pub file_url: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    /**Identifier of the call recording.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.*/
    pub id: i64,
    ///Whether the recording belongs to a transfer of the call.
    #[serde(
        rename = "isTransfer",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub is_transfer: ::std::option::Option<bool>,
    /**Identifier of the lead that the recording belongs to.

Source: sample of the page's first version, type from the source document; the second version has none.*/
    #[serde(rename = "leadId", skip_serializing_if = "::std::option::Option::is_none")]
    pub lead_id: ::std::option::Option<i64>,
    /**Summary of the call, written by a machine; null or missing when there is none.

Source: sample of the page's first version, type from the source document; the second version has none.

Personal data: hidden in `Debug` output.*/
    #[serde(
        rename = "recordSummary",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub record_summary: ::std::option::Option<
        ::callslip_core::Personal<::std::string::String>,
    >,
    /**Identifier of the user (agent) who handled the call.

Source: sample of the page's first version, type from the source document; the second version has none.*/
    #[serde(rename = "userId", skip_serializing_if = "::std::option::Option::is_none")]
    pub user_id: ::std::option::Option<i64>,
}

///The envelope around one page of call recordings.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallRecordListResponse {
    /**The page.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.*/
    pub data: CallRecordPage,
    /**Why the request failed; empty when it succeeded.

Not documented as required, relied on here: The provider's page on requests and responses says that every method answers with this envelope; no response field is marked as required anywhere.*/
    pub message: ::std::string::String,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
}

///One page of call recordings.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallRecordPage {
    /**The call recordings of this page.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.*/
    pub list: ::std::vec::Vec<CallRecordListItem>,
    ///Offset of the next page. What stands here on the last page is not documented, so it may as well be null or missing.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub next: ::std::option::Option<i64>,
    /**How many call recordings there are on all pages.

Source: sample of the provider's page on listing call recordings, which does not describe it.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total: ::std::option::Option<i64>,
}

///The envelope around one call recording.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallRecordResponse {
    /**The call recording.

Without it there is no such object: the answer is an error, an item of a list is set aside. The provider's page on requests and responses says that every method answers with this envelope; a successful answer without the recording makes no sense.*/
    pub data: CallRecord,
    /**Why the request failed; empty when it succeeded.

Not documented as required, relied on here: The provider's page on requests and responses says that every method answers with this envelope; no response field is marked as required anywhere.*/
    pub message: ::std::string::String,
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

Without it there is no such object: the answer is an error, an item of a list is set aside. The provider's page on requests and responses says that every method answers with this envelope; a successful answer without the call makes no sense.*/
    pub data: Call,
    /**Why the request failed; empty when it succeeded.

Not documented as required, relied on here: The provider's page on requests and responses says that every method answers with this envelope; no response field is marked as required anywhere.*/
    pub message: ::std::string::String,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
}

///One status that a call can end in.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallStatus {
    ///When a user is offered this status after a call.
    #[serde(
        rename = "agentCallAvailability",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub agent_call_availability: ::std::option::Option<
        super::enums::AgentCallAvailability,
    >,
    ///Code of the status, as it stands in `statusCode` of a call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    ///Whether a call that ends in this status needs a comment.
    #[serde(
        rename = "commentRequired",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub comment_required: ::std::option::Option<bool>,
    ///What the status means.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /**Identifier of the status, as `statusIds[]` of `list_calls` takes it.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.*/
    pub id: i64,
    ///Whether the AI bot can use this status.
    #[serde(
        rename = "isAvailableForAi",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub is_available_for_ai: ::std::option::Option<bool>,
    ///Whether the status comes with Liner.
    #[serde(rename = "isSystem", skip_serializing_if = "::std::option::Option::is_none")]
    pub is_system: ::std::option::Option<bool>,
    /**Code of the lead status that goes with this one; null when there is none.

Not documented as required, relied on here: Documented as nullable: the key is there, and null is its empty value.*/
    #[serde(
        rename = "leadStatusCode",
        deserialize_with = "::std::option::Option::deserialize"
    )]
    pub lead_status_code: ::std::option::Option<::std::string::String>,
    ///Whether a next call has to be planned.
    #[serde(
        rename = "planningTimeRequired",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub planning_time_required: ::std::option::Option<bool>,
    ///Weight by which statuses are put in order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sort: ::std::option::Option<i64>,
    ///Title of the status.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<::std::string::String>,
}

///The envelope around all call statuses.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CallStatusListResponse {
    /**All call statuses; this list has no pages.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.*/
    pub data: ::std::vec::Vec<CallStatus>,
    /**Why the request failed; empty when it succeeded.

Not documented as required, relied on here: The provider's page on requests and responses says that every method answers with this envelope; no response field is marked as required anywhere.*/
    pub message: ::std::string::String,
    ///Whether the request succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
}

///The envelope of a failed request.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ErrorBody {
    /**Why the request failed.

Source: provider's documentation page on requests and responses; not in the source document for errors.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /**Whether the request succeeded; here false.

Source: provider's documentation page on requests and responses; not in the source document for errors.*/
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
    client_phone: optional "clientPhone",
    created_at: optional as time "createdAt",
    direction: optional "direction",
    finish_initiator: optional "finishInitiator",
    has_records: optional "hasRecords",
    id: required "id",
    is_predictive: optional "isPredictive",
    lead_id: optional "leadId",
    order_id: optional "orderId",
    sip_endpoint_id: optional "sipEndpointId",
    status_code: optional "statusCode",
    talk_time_duration_seconds: optional "talkTimeDurationSeconds",
    total_duration_seconds: optional "totalDurationSeconds",
    user_id: optional "userId",
    wait_time_duration_seconds: optional "waitTimeDurationSeconds",
});

::callslip_core::object!(CallListResponse {
    data: required "data",
    message: optional "message",
    success: optional "success",
});

::callslip_core::object!(CallPage {
    list: required "list",
    next: optional "next",
    total: optional "total",
});

::callslip_core::object!(CallRecord {
    created_at: optional as time "createdAt",
    duration_seconds: optional "durationSeconds",
    file_url: optional "fileUrl",
    id: required "id",
    is_transfer: optional "isTransfer",
    lead_id: optional "leadId",
    record_summary: required "recordSummary",
    user_id: optional "userId",
});

::callslip_core::object!(CallRecordListItem {
    created_at: optional as time "createdAt",
    duration_seconds: optional "durationSeconds",
    file_url: optional "fileUrl",
    id: required "id",
    is_transfer: optional "isTransfer",
    lead_id: optional "leadId",
    record_summary: optional "recordSummary",
    user_id: optional "userId",
});

::callslip_core::object!(CallRecordListResponse {
    data: required "data",
    message: required "message",
    success: optional "success",
});

::callslip_core::object!(CallRecordPage {
    list: required "list",
    next: optional "next",
    total: optional "total",
});

::callslip_core::object!(CallRecordResponse {
    data: required "data",
    message: required "message",
    success: optional "success",
});

::callslip_core::object!(CallResponse {
    data: required "data",
    message: required "message",
    success: optional "success",
});

::callslip_core::object!(CallStatus {
    agent_call_availability: optional "agentCallAvailability",
    code: optional "code",
    comment_required: optional "commentRequired",
    description: optional "description",
    id: required "id",
    is_available_for_ai: optional "isAvailableForAi",
    is_system: optional "isSystem",
    lead_status_code: required "leadStatusCode",
    planning_time_required: optional "planningTimeRequired",
    sort: optional "sort",
    title: optional "title",
});

::callslip_core::object!(CallStatusListResponse {
    data: required "data",
    message: required "message",
    success: optional "success",
});

::callslip_core::object!(ErrorBody {
    message: optional "message",
    success: optional "success",
});
