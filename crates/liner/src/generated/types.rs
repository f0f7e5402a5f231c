// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 7bc1ba234158c959) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! What is sent and received.

use callslip_core::{Personal, Timestamp};

::callslip_core::object! {
    /// The envelope around one call recording.
    pub struct CallRecordResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// Why the request failed; empty when it succeeded.
        ///
        /// Not documented as required, relied on here: The provider's page on requests and responses says that every method answers with this envelope; no response field is marked as required anywhere.
        pub message: String = presumed("message"),
        /// The call recording.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. The provider's page on requests and responses says that every method answers with this envelope; a successful answer without the recording makes no sense.
        pub data: CallRecord = essential("data").undocumented(),
    }
}

::callslip_core::object! {
    /// One call recording. The identifier of the call itself is not part of it.
    pub struct CallRecord {
        /// Identifier of the call recording.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the recording apart, and every sample has it.
        pub id: i64 = essential("id").undocumented(),
        /// Identifier of the user (agent) who handled the call.
        pub user_id: Option<i64> = optional("userId"),
        /// Identifier of the lead that the recording belongs to.
        pub lead_id: Option<i64> = optional("leadId"),
        /// Whether the recording belongs to a transfer of the call.
        pub is_transfer: Option<bool> = optional("isTransfer"),
        /// Length of the recording in seconds.
        pub duration_seconds: Option<i64> = optional("durationSeconds"),
        /// Link to the audio file.
        ///
        /// Personal data: hidden in `Debug` output.
        pub file_url: Option<Personal<String>> = optional("fileUrl"),
        /// Summary of the call, written by a machine; null when there is none.
        ///
        /// Not documented as required, relied on here: Documented as `string | null`: the key is there, and null is its empty value.
        ///
        /// Personal data: hidden in `Debug` output.
        pub record_summary: Option<Personal<String>> = presumed("recordSummary").nullable(),
        /// When the recording was created in Liner (ISO 8601).
        pub created_at: Option<Timestamp> = optional("createdAt"),
    }
}

::callslip_core::object! {
    /// The envelope around one page of call recordings.
    pub struct CallRecordListResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// Why the request failed; empty when it succeeded.
        ///
        /// Not documented as required, relied on here: The provider's page on requests and responses says that every method answers with this envelope; no response field is marked as required anywhere.
        pub message: String = presumed("message"),
        /// The page.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        pub data: CallRecordPage = essential("data").undocumented(),
    }
}

::callslip_core::object! {
    /// One page of call recordings.
    pub struct CallRecordPage {
        /// The call recordings of this page.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        pub list: Vec<CallRecordListItem> = essential("list").undocumented(),
        /// Offset of the next page. What stands here on the last page is not documented, so it may as well be null or missing.
        pub next: Option<i64> = optional("next").nullable(),
        /// How many call recordings there are on all pages.
        ///
        /// Source: sample of the provider's page on listing call recordings, which does not describe it.
        pub total: Option<i64> = optional("total"),
    }
}

::callslip_core::object! {
    /// One call recording as it stands in a list. The two versions of the document show different parts of it, so agent, lead and summary can be missing.
    pub struct CallRecordListItem {
        /// Identifier of the call recording.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub id: i64 = essential("id").undocumented(),
        /// Identifier of the user (agent) who handled the call.
        ///
        /// Source: sample of the page's first version, type from the source document; the second version has none.
        pub user_id: Option<i64> = optional("userId"),
        /// Identifier of the lead that the recording belongs to.
        ///
        /// Source: sample of the page's first version, type from the source document; the second version has none.
        pub lead_id: Option<i64> = optional("leadId"),
        /// Whether the recording belongs to a transfer of the call.
        pub is_transfer: Option<bool> = optional("isTransfer"),
        /// Length of the recording in seconds.
        pub duration_seconds: Option<i64> = optional("durationSeconds"),
        /// Link to the audio file.
        ///
        /// Personal data: hidden in `Debug` output.
        pub file_url: Option<Personal<String>> = optional("fileUrl"),
        /// Summary of the call, written by a machine; null or missing when there is none.
        ///
        /// Source: sample of the page's first version, type from the source document; the second version has none.
        ///
        /// Personal data: hidden in `Debug` output.
        pub record_summary: Option<Personal<String>> = optional("recordSummary").nullable(),
        /// When the recording was created in Liner (ISO 8601).
        pub created_at: Option<Timestamp> = optional("createdAt"),
    }
}

::callslip_core::object! {
    /// The envelope around one page of calls. Its shape is presumed and not confirmed, so nothing in it is relied on.
    pub struct CallListResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// Why the request failed; empty when it succeeded.
        pub message: Option<String> = optional("message"),
        /// The page, in the shape of other paged lists.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        pub data: CallPage = essential("data").undocumented(),
    }
}

::callslip_core::object! {
    /// One page of calls. Its shape is presumed and not confirmed.
    pub struct CallPage {
        /// The calls of this page.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        pub list: Vec<Call> = essential("list").undocumented(),
        /// Offset of the next page. What stands here on the last page is not documented, so it may as well be null or missing.
        pub next: Option<i64> = optional("next").nullable(),
        /// How many calls there are on all pages.
        pub total: Option<i64> = optional("total"),
    }
}

::callslip_core::object! {
    /// The envelope around one call.
    pub struct CallResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// Why the request failed; empty when it succeeded.
        ///
        /// Not documented as required, relied on here: The provider's page on requests and responses says that every method answers with this envelope; no response field is marked as required anywhere.
        pub message: String = presumed("message"),
        /// The call.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. The provider's page on requests and responses says that every method answers with this envelope; a successful answer without the call makes no sense.
        pub data: Call = essential("data").undocumented(),
    }
}

::callslip_core::object! {
    /// One call. No property is documented as required or nullable.
    pub struct Call {
        /// Identifier of the call.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub id: i64 = essential("id").undocumented(),
        /// Identifier of the virtual number (SIP endpoint) that the call went through.
        pub sip_endpoint_id: Option<i64> = optional("sipEndpointId"),
        /// Who ended the call.
        pub finish_initiator: Option<FinishInitiator> = optional("finishInitiator"),
        /// Direction of the call.
        pub direction: Option<CallDirection> = optional("direction"),
        /// Identifier of the lead of the call.
        pub lead_id: Option<i64> = optional("leadId"),
        /// Identifier of the user (agent) who handled the call.
        pub user_id: Option<i64> = optional("userId"),
        /// Identifier of the order that the call belongs to.
        ///
        /// Source: sample of the provider's page on the details of a call, type read off it.
        pub order_id: Option<i64> = optional("orderId"),
        /// Code of the status that the call ended in, the `code` of an entry of `list_call_statuses`. Customers make statuses of their own, so there is no set of values.
        ///
        /// Source: sample of the provider's page on the details of a call, type read off it.
        pub status_code: Option<String> = optional("statusCode"),
        /// Length of the call in seconds; in the sample it is waiting and talking together.
        ///
        /// Source: sample of the provider's page on the details of a call, type read off it.
        pub total_duration_seconds: Option<i64> = optional("totalDurationSeconds"),
        /// How long the call waited, in seconds.
        ///
        /// Source: sample of the provider's page on the details of a call, type read off it.
        pub wait_time_duration_seconds: Option<i64> = optional("waitTimeDurationSeconds"),
        /// How long the two parties talked, in seconds.
        ///
        /// Source: sample of the provider's page on the details of a call, type read off it.
        pub talk_time_duration_seconds: Option<i64> = optional("talkTimeDurationSeconds"),
        /// Whether the call was dialled predictively.
        ///
        /// Source: sample of the provider's page on the details of a call, type read off it.
        pub is_predictive: Option<bool> = optional("isPredictive"),
        /// Phone number of the client, in the sample with a leading plus sign and the country code.
        ///
        /// Source: sample of the provider's page on the details of a call, type read off it.
        ///
        /// Personal data: hidden in `Debug` output.
        pub client_phone: Option<Personal<String>> = optional("clientPhone"),
        /// Whether the call has recordings.
        ///
        /// Source: sample of the provider's page on the details of a call, type read off it.
        pub has_records: Option<bool> = optional("hasRecords"),
        /// When the call was created in Liner (ISO 8601).
        ///
        /// Source: sample of the provider's page on the details of a call, type read off it.
        pub created_at: Option<Timestamp> = optional("createdAt"),
    }
}

::callslip_core::open_enum! {
    /// Who ended a call.
    pub enum FinishInitiator {
        /// `client`: The client.
        Client = "client",
        /// `operator`: The agent.
        Operator = "operator",
        /// `system`: Liner itself.
        System = "system",
    }
}

::callslip_core::open_enum! {
    /// Direction of a call.
    pub enum CallDirection {
        /// `incoming`: The client called.
        Incoming = "incoming",
        /// `outgoing`: Liner called the client.
        Outgoing = "outgoing",
    }
}

::callslip_core::object! {
    /// The envelope around all call statuses.
    pub struct CallStatusListResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// Why the request failed; empty when it succeeded.
        ///
        /// Not documented as required, relied on here: The provider's page on requests and responses says that every method answers with this envelope; no response field is marked as required anywhere.
        pub message: String = presumed("message"),
        /// All call statuses; this list has no pages.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        pub data: Vec<CallStatus> = essential("data").undocumented(),
    }
}

::callslip_core::object! {
    /// One status that a call can end in.
    pub struct CallStatus {
        /// Identifier of the status, as `statusIds[]` of `list_calls` takes it.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub id: i64 = essential("id").undocumented(),
        /// Code of the status, as it stands in `statusCode` of a call.
        pub code: Option<String> = optional("code"),
        /// Title of the status.
        pub title: Option<String> = optional("title"),
        /// What the status means.
        pub description: Option<String> = optional("description"),
        /// Weight by which statuses are put in order.
        pub sort: Option<i64> = optional("sort"),
        /// Whether a call that ends in this status needs a comment.
        pub comment_required: Option<bool> = optional("commentRequired"),
        /// Whether the AI bot can use this status.
        pub is_available_for_ai: Option<bool> = optional("isAvailableForAi"),
        /// When a user is offered this status after a call.
        pub agent_call_availability: Option<AgentCallAvailability> = optional("agentCallAvailability"),
        /// Code of the lead status that goes with this one; null when there is none.
        ///
        /// Not documented as required, relied on here: Documented as nullable: the key is there, and null is its empty value.
        pub lead_status_code: Option<String> = presumed("leadStatusCode").nullable(),
        /// Whether a next call has to be planned.
        pub planning_time_required: Option<bool> = optional("planningTimeRequired"),
        /// Whether the status comes with Liner.
        pub is_system: Option<bool> = optional("isSystem"),
    }
}

::callslip_core::open_enum! {
    /// When a user is offered a call status after a call.
    pub enum AgentCallAvailability {
        /// `after_call_transfer`: After the call was transferred.
        AfterCallTransfer = "after_call_transfer",
        /// `always`: After every call.
        Always = "always",
        /// `never`: After none.
        Never = "never",
    }
}

::callslip_core::object! {
    /// The envelope of a failed request.
    #[derive(Default)]
    pub struct ErrorBody {
        /// Whether the request succeeded; here false.
        ///
        /// Source: provider's documentation page on requests and responses; not in the source document for errors.
        pub success: Option<bool> = optional("success"),
        /// Why the request failed.
        ///
        /// Source: provider's documentation page on requests and responses; not in the source document for errors.
        pub message: Option<String> = optional("message"),
    }
}

