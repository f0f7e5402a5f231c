// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 a272e0ed3b53e5bf) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! What is sent and received.

use callslip_core::{Personal, Timestamp, rt};
use serde_json::{Map, Value};

::callslip_core::object! {
    /// The envelope around one call.
    pub struct CallResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// The call.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. Part of the envelope in every success sample; the document marks nothing as required, but an answer without the call makes no sense.
        pub data: Call = essential("data").undocumented(),
        /// Facts about the answer itself.
        ///
        /// Not documented as required, relied on here: Part of the envelope in every sample; the document marks nothing as required.
        pub meta: Meta = presumed("meta"),
    }
}

::callslip_core::object! {
    /// One call of a voice agent.
    pub struct Call {
        /// Identifier of the call.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the call apart, and every sample has it.
        pub id: String = essential("id").undocumented(),
        /// Identifier of the invoice that the call was about.
        pub invoice_id: Option<String> = optional("invoice_id"),
        /// Length of the call. The unit is not documented; in the sample it equals the seconds between start and end.
        pub duration: Option<f64> = optional("duration") as number,
        /// State of the call.
        pub status: Option<CallStatus> = optional("status"),
        /// Phone number that the call came from, with a leading plus sign.
        ///
        /// Personal data: hidden in `Debug` output.
        pub from: Option<Personal<String>> = optional("from"),
        /// Phone number that was called, with a leading plus sign.
        ///
        /// Personal data: hidden in `Debug` output.
        pub to: Option<Personal<String>> = optional("to"),
        /// Link to the transcript, a text file.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transcription_url: Option<Personal<String>> = optional("transcription_url"),
        /// Link to the recording, an audio file.
        ///
        /// Personal data: hidden in `Debug` output.
        pub call_recording_url: Option<Personal<String>> = optional("call_recording_url"),
        /// A confidence; what it measures and its range are not documented.
        pub confidence_score: Option<f64> = optional("confidence_score") as number,
        /// Identifier of the voice agent that held the call.
        pub voice_agent_id: Option<String> = optional("voice_agent_id"),
        /// Time zone of the call, as an IANA name.
        pub timezone: Option<String> = optional("timezone"),
        /// Identifier of the account that the call belongs to.
        pub account_id: Option<String> = optional("account_id"),
        /// When the call was created (ISO 8601).
        pub created_time: Option<Timestamp> = optional("created_time"),
        /// When the call was last changed (ISO 8601).
        pub updated_time: Option<Timestamp> = optional("updated_time"),
        /// When the call started (ISO 8601).
        pub start_time: Option<Timestamp> = optional("start_time"),
        /// When the call ended (ISO 8601).
        pub end_time: Option<Timestamp> = optional("end_time"),
        /// Direction of the call.
        pub call_type: Option<CallType> = optional("call_type"),
        /// Price of the call, in `currency`.
        pub cost: Option<f64> = optional("cost") as number,
        /// Currency of `cost`, for example `USD`.
        pub currency: Option<String> = optional("currency"),
        /// A rating of the call's quality; its range is not documented.
        pub quality_score: Option<f64> = optional("quality_score") as number,
        /// A rating of the mood of the call; its range is not documented.
        pub sentiment_score: Option<f64> = optional("sentiment_score") as number,
        /// Words that stand for what the call was about.
        pub keywords: Vec<String> = optional("keywords"),
        /// Summary of the call in prose.
        ///
        /// Personal data: hidden in `Debug` output.
        pub summary: Option<Personal<String>> = optional("summary"),
        /// Labels of the call.
        pub tags: Vec<String> = optional("tags"),
        /// Whatever else was stored with the call, by name. Values can be of any type.
        ///
        /// Personal data: hidden in `Debug` output.
        pub metadata: Option<Personal<Map<String, Value>>> = optional("metadata"),
    }
}

::callslip_core::open_enum! {
    /// State of a call. The provider publishes no complete set of values.
    pub enum CallStatus {
        /// `completed`: The call is over.
        Completed = "completed",
        /// `initiated`: The call was created.
        ///
        /// Source: provider's documentation page on creating a call; not in the source document.
        Initiated = "initiated",
    }
}

::callslip_core::open_enum! {
    /// Direction of a call. The provider publishes no complete set of values.
    pub enum CallType {
        /// `outbound`: The agent called.
        Outbound = "outbound",
    }
}

::callslip_core::object! {
    /// Facts about an answer.
    #[derive(Default)]
    pub struct Meta {
        /// When the answer was made (ISO 8601).
        pub timestamp: Option<Timestamp> = optional("timestamp"),
        /// Identifier of the request, for questions to the provider's support.
        pub request_id: Option<String> = optional("request_id"),
    }
}

::callslip_core::object! {
    /// The envelope around the calls of an invoice.
    pub struct CallListResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// The calls. For an invoice without calls the document says that `false` is answered instead.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        ///
        /// Where there is nothing to list it may also come as `false`, or the whole body be `false`: that is an empty list here, and no error. The provider's page on listing calls says that `false` is answered where an invoice has no calls, and no sample shows whether that is the whole body or its `data`.
        pub data: Vec<CallListItem> = essential("data").undocumented() as list_or_false,
        /// Facts about the answer itself.
        pub meta: Option<CallListMeta> = optional("meta"),
    }
}

::callslip_core::object! {
    /// One call as it stands in a list.
    pub struct CallListItem {
        /// Identifier of the call.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub id: String = essential("id").undocumented(),
        /// Identifier of the invoice that the call was about.
        pub invoice_id: Option<String> = optional("invoice_id"),
        /// Length of the call. The unit is not documented; in the sample it equals the seconds between start and end.
        pub duration: Option<f64> = optional("duration") as number,
        /// State of the call.
        pub status: Option<CallStatus> = optional("status"),
        /// Phone number that the call came from, with a leading plus sign.
        ///
        /// Personal data: hidden in `Debug` output.
        pub from: Option<Personal<String>> = optional("from"),
        /// Phone number that was called, with a leading plus sign.
        ///
        /// Personal data: hidden in `Debug` output.
        pub to: Option<Personal<String>> = optional("to"),
        /// Link to the transcript, a text file.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transcription_url: Option<Personal<String>> = optional("transcription_url"),
        /// Link to the recording, an audio file.
        ///
        /// Personal data: hidden in `Debug` output.
        pub call_recording_url: Option<Personal<String>> = optional("call_recording_url"),
        /// A confidence; what it measures and its range are not documented.
        pub confidence_score: Option<f64> = optional("confidence_score") as number,
        /// Identifier of the voice agent that held the call.
        pub voice_agent_id: Option<String> = optional("voice_agent_id"),
        /// Time zone of the call, as an IANA name.
        pub timezone: Option<String> = optional("timezone"),
        /// Identifier of the account that the call belongs to.
        pub account_id: Option<String> = optional("account_id"),
        /// When the call was created (ISO 8601).
        pub created_time: Option<Timestamp> = optional("created_time"),
    }
}

::callslip_core::object! {
    /// Facts about a list of calls.
    #[derive(Default)]
    pub struct CallListMeta {
        /// When the answer was made (ISO 8601).
        pub timestamp: Option<Timestamp> = optional("timestamp"),
        /// Identifier of the request, for questions to the provider's support.
        pub request_id: Option<String> = optional("request_id"),
        /// How many calls the invoice has.
        pub total_calls: Option<i64> = optional("total_calls"),
    }
}

::callslip_core::object! {
    /// What a call is started with.
    pub struct CreateCallBody {
        /// Phone number to call, in E.164: a plus sign, the country code, the number.
        ///
        /// Personal data: hidden in `Debug` output.
        pub phone_number: Personal<String> = required("phone_number"),
        /// Identifier of the invoice that the call is about.
        pub invoice_id: String = required("invoice_id"),
        /// Identifier of the voice agent that is to hold the call.
        pub voice_agent_id: String = required("voice_agent_id"),
        /// What the call is for.
        pub call_purpose: Option<CallPurpose> = optional("call_purpose"),
        /// When to call (ISO 8601); at once if left out.
        pub scheduled_time: Option<Timestamp> = optional("scheduled_time"),
        /// Name by which the agent addresses the customer.
        ///
        /// Personal data: hidden in `Debug` output.
        pub customer_name: Option<Personal<String>> = optional("customer_name"),
        /// Whatever else is to be stored with the call, by name. Values can be of any type.
        ///
        /// Personal data: hidden in `Debug` output.
        pub metadata: Option<Personal<Map<String, Value>>> = optional("metadata"),
    }
}

impl CreateCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(
        phone_number: impl Into<String>,
        invoice_id: impl Into<String>,
        voice_agent_id: impl Into<String>,
    ) -> Self {
        Self {
            phone_number: Personal::new(phone_number.into()),
            invoice_id: invoice_id.into(),
            voice_agent_id: voice_agent_id.into(),
            call_purpose: Default::default(),
            scheduled_time: Default::default(),
            customer_name: Default::default(),
            metadata: Default::default(),
        }
    }

    /// What the call is for.
    #[must_use]
    pub fn call_purpose(mut self, call_purpose: CallPurpose) -> Self {
        self.call_purpose = Some(call_purpose);
        self
    }

    /// When to call (ISO 8601); at once if left out.
    #[must_use]
    pub fn scheduled_time(mut self, scheduled_time: Timestamp) -> Self {
        self.scheduled_time = Some(scheduled_time);
        self
    }

    /// Name by which the agent addresses the customer.
    #[must_use]
    pub fn customer_name(mut self, customer_name: impl Into<String>) -> Self {
        self.customer_name = Some(Personal::new(customer_name.into()));
        self
    }

    /// Whatever else is to be stored with the call, by name. Values can be of any type.
    #[must_use]
    pub fn metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.metadata = Some(
            Personal::new(
                metadata.into_iter().map(|(key, value)| (key.into(), value)).collect(),
            ),
        );
        self
    }
}

::callslip_core::open_enum! {
    /// What a call is for. The provider names these as examples.
    pub enum CallPurpose {
        /// `payment_reminder`: To remind of a payment.
        PaymentReminder = "payment_reminder",
        /// `follow_up`: To follow up on an earlier contact.
        FollowUp = "follow_up",
        /// `verification`: To verify something.
        Verification = "verification",
    }
}

::callslip_core::object! {
    /// The envelope around a call that was created.
    pub struct CreatedCallResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// The call that was created.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. Part of the envelope in every success sample; the document marks nothing as required, but an answer without the call makes no sense.
        pub data: CreatedCall = essential("data").undocumented(),
        /// Facts about the answer itself.
        ///
        /// Not documented as required, relied on here: Part of the envelope in every sample; the document marks nothing as required.
        pub meta: ChangeMeta = presumed("meta"),
    }
}

::callslip_core::object! {
    /// A call that was created. Its facts have other names here than when it is read with `get_call`.
    pub struct CreatedCall {
        /// Identifier of the call.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the call apart, and every sample has it.
        pub id: String = essential("id").undocumented(),
        /// Identifier of the invoice that the call is about.
        pub invoice_id: Option<String> = optional("invoice_id"),
        /// Phone number to call, with a leading plus sign.
        ///
        /// Personal data: hidden in `Debug` output.
        pub phone_number: Option<Personal<String>> = optional("phone_number"),
        /// Identifier of the voice agent that is to hold the call.
        pub voice_agent_id: Option<String> = optional("voice_agent_id"),
        /// State of the call, in the sample `initiated` although the call is scheduled for later.
        pub status: Option<CallStatus> = optional("status"),
        /// What the call is for.
        pub call_purpose: Option<CallPurpose> = optional("call_purpose"),
        /// Name by which the agent addresses the customer.
        ///
        /// Personal data: hidden in `Debug` output.
        pub customer_name: Option<Personal<String>> = optional("customer_name"),
        /// When the call is to take place (ISO 8601).
        pub scheduled_time: Option<Timestamp> = optional("scheduled_time"),
        /// Identifier of the account that the call belongs to.
        pub account_id: Option<String> = optional("account_id"),
        /// When the call was created (ISO 8601).
        pub created_time: Option<Timestamp> = optional("created_time"),
        /// How long the call is expected to take. The unit is not documented; seconds would fit the sample.
        pub estimated_duration: Option<f64> = optional("estimated_duration") as number,
        /// How urgent the call is. The request has no field for it; where it comes from is not documented.
        pub call_priority: Option<CallPriority> = optional("call_priority"),
        /// Whatever else was stored with the call, by name. Values can be of any type.
        ///
        /// Personal data: hidden in `Debug` output.
        pub metadata: Option<Personal<Map<String, Value>>> = optional("metadata"),
    }
}

::callslip_core::open_enum! {
    /// How urgent a call is. The provider publishes no set of values.
    pub enum CallPriority {
        /// `high`: Urgent.
        High = "high",
    }
}

::callslip_core::object! {
    /// Facts about the answer to a change.
    #[derive(Default)]
    pub struct ChangeMeta {
        /// When the answer was made (ISO 8601).
        pub timestamp: Option<Timestamp> = optional("timestamp"),
        /// Identifier of the request, for questions to the provider's support.
        pub request_id: Option<String> = optional("request_id"),
        /// What was done, for people.
        pub message: Option<String> = optional("message"),
    }
}

::callslip_core::object! {
    /// The envelope around the callouts of an invoice.
    pub struct CalloutListResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// The callouts; empty when there are none.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        pub data: Vec<Callout> = essential("data").undocumented(),
        /// Facts about the answer itself.
        ///
        /// Not documented as required, relied on here: Part of the envelope in every sample; the document marks nothing as required.
        pub meta: CalloutListMeta = presumed("meta"),
    }
}

::callslip_core::object! {
    /// Facts about a list of callouts.
    #[derive(Default)]
    pub struct CalloutListMeta {
        /// When the answer was made (ISO 8601).
        pub timestamp: Option<Timestamp> = optional("timestamp"),
        /// Identifier of the request, for questions to the provider's support.
        pub request_id: Option<String> = optional("request_id"),
        /// How many callouts the invoice has.
        pub total_callouts: Option<i64> = optional("total_callouts"),
    }
}

::callslip_core::object! {
    /// The envelope around a callout that was changed.
    pub struct UpdatedCalloutResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// The callout as it is now.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. Part of the envelope in every success sample; the document marks nothing as required, but an answer without the callout makes no sense.
        pub data: Callout = essential("data").undocumented(),
        /// Facts about the answer itself.
        ///
        /// Not documented as required, relied on here: Part of the envelope in every sample; the document marks nothing as required.
        pub meta: ChangeMeta = presumed("meta"),
    }
}

::callslip_core::object! {
    /// A planned attempt to reach somebody about an invoice, by call, by e-mail or both.
    pub struct Callout {
        /// Identifier of the callout.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub id: String = essential("id").undocumented(),
        /// Identifier of the invoice that the callout is about.
        pub invoice_id: Option<String> = optional("invoice_id"),
        /// State of the callout.
        pub status: Option<CalloutStatus> = optional("status"),
        /// What the callout is for.
        pub kind: Option<CalloutType> = optional("type"),
        /// When the callout is to take place (ISO 8601).
        pub scheduled_time: Option<Timestamp> = optional("scheduled_time"),
        /// When the callout was created (ISO 8601).
        pub created_time: Option<Timestamp> = optional("created_time"),
        /// When the callout was last changed (ISO 8601).
        pub updated_time: Option<Timestamp> = optional("updated_time"),
        /// Whom to reach.
        pub target_contact: Option<TargetContact> = optional("target_contact"),
        /// By which channels to reach the contact.
        pub actions: Option<CalloutActions> = optional("actions"),
        /// Identifier of the account that the callout belongs to.
        pub account_id: Option<String> = optional("account_id"),
        /// How urgent the callout is.
        pub priority: Option<CalloutPriority> = optional("priority"),
        /// Whatever else was stored with the callout, by name. Values can be of any type.
        ///
        /// Personal data: hidden in `Debug` output.
        pub metadata: Option<Personal<Map<String, Value>>> = optional("metadata"),
    }
}

::callslip_core::open_enum! {
    /// State of a callout. The provider publishes no complete set of values.
    pub enum CalloutStatus {
        /// `scheduled`: It is still to come.
        Scheduled = "scheduled",
        /// `completed`: It is over.
        Completed = "completed",
    }
}

::callslip_core::open_enum! {
    /// What a callout is for. The provider publishes no complete set of values.
    pub enum CalloutType {
        /// `payment_reminder`: To remind of a payment.
        PaymentReminder = "payment_reminder",
    }
}

::callslip_core::open_enum! {
    /// How urgent a callout is. The provider publishes the set for changes; that answers keep to it is assumed.
    pub enum CalloutPriority {
        /// `low`: It can wait.
        Low = "low",
        /// `medium`: As usual.
        Medium = "medium",
        /// `high`: Urgent.
        High = "high",
        /// `urgent`: More urgent than `high`.
        Urgent = "urgent",
    }
}

::callslip_core::object! {
    /// Whom a callout is to reach.
    #[derive(Default)]
    pub struct TargetContact {
        /// Name of the contact.
        ///
        /// Personal data: hidden in `Debug` output.
        pub name: Option<Personal<String>> = optional("name"),
        /// E-mail address of the contact.
        ///
        /// Personal data: hidden in `Debug` output.
        pub email: Option<Personal<String>> = optional("email"),
        /// Phone number of the contact, with a leading plus sign.
        ///
        /// Personal data: hidden in `Debug` output.
        pub phone: Option<Personal<String>> = optional("phone"),
    }
}

impl TargetContact {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            name: Default::default(),
            email: Default::default(),
            phone: Default::default(),
        }
    }

    /// Name of the contact.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(Personal::new(name.into()));
        self
    }

    /// E-mail address of the contact.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(Personal::new(email.into()));
        self
    }

    /// Phone number of the contact, with a leading plus sign.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(Personal::new(phone.into()));
        self
    }
}

::callslip_core::object! {
    /// By which channels a callout is to reach its contact.
    #[derive(Default)]
    pub struct CalloutActions {
        /// Whether to call.
        pub calls_enabled: Option<bool> = optional("calls_enabled"),
        /// Whether to send e-mail.
        pub emails_enabled: Option<bool> = optional("emails_enabled"),
        /// Identifier of the voice agent that is to hold the calls.
        pub voice_agent_id: Option<String> = optional("voice_agent_id"),
    }
}

impl CalloutActions {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            calls_enabled: Default::default(),
            emails_enabled: Default::default(),
            voice_agent_id: Default::default(),
        }
    }

    /// Whether to call.
    #[must_use]
    pub fn calls_enabled(mut self, calls_enabled: bool) -> Self {
        self.calls_enabled = Some(calls_enabled);
        self
    }

    /// Whether to send e-mail.
    #[must_use]
    pub fn emails_enabled(mut self, emails_enabled: bool) -> Self {
        self.emails_enabled = Some(emails_enabled);
        self
    }

    /// Identifier of the voice agent that is to hold the calls.
    #[must_use]
    pub fn voice_agent_id(mut self, voice_agent_id: impl Into<String>) -> Self {
        self.voice_agent_id = Some(voice_agent_id.into());
        self
    }
}

::callslip_core::object! {
    /// What to change about a callout. Of none of these is it known to be required.
    pub struct UpdateCalloutBody {
        /// When the callout is to take place (ISO 8601).
        pub scheduled_time: Option<Timestamp> = optional("scheduled_time"),
        /// By which channels to reach the contact.
        pub actions: Option<CalloutActions> = optional("actions"),
        /// How urgent the callout is.
        pub priority: Option<CalloutPriority> = optional("priority"),
        /// Whom to reach.
        pub target_contact: Option<TargetContact> = optional("target_contact"),
        /// Whatever else is to be stored with the callout, by name. Values can be of any type.
        ///
        /// Personal data: hidden in `Debug` output.
        pub metadata: Option<Personal<Map<String, Value>>> = optional("metadata"),
    }
}

impl UpdateCalloutBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            scheduled_time: Default::default(),
            actions: Default::default(),
            priority: Default::default(),
            target_contact: Default::default(),
            metadata: Default::default(),
        }
    }

    /// When the callout is to take place (ISO 8601).
    #[must_use]
    pub fn scheduled_time(mut self, scheduled_time: Timestamp) -> Self {
        self.scheduled_time = Some(scheduled_time);
        self
    }

    /// By which channels to reach the contact.
    #[must_use]
    pub fn actions(mut self, actions: CalloutActions) -> Self {
        self.actions = Some(actions);
        self
    }

    /// How urgent the callout is.
    #[must_use]
    pub fn priority(mut self, priority: CalloutPriority) -> Self {
        self.priority = Some(priority);
        self
    }

    /// Whom to reach.
    #[must_use]
    pub fn target_contact(mut self, target_contact: TargetContact) -> Self {
        self.target_contact = Some(target_contact);
        self
    }

    /// Whatever else is to be stored with the callout, by name. Values can be of any type.
    #[must_use]
    pub fn metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.metadata = Some(
            Personal::new(
                metadata.into_iter().map(|(key, value)| (key.into(), value)).collect(),
            ),
        );
        self
    }
}

::callslip_core::object! {
    /// The envelope around what is left to say of a deleted callout.
    pub struct DeletedCalloutResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// What was deleted.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. Part of the envelope in every success sample; the document marks nothing as required, but an answer without what was deleted makes no sense.
        pub data: DeletedCallout = essential("data").undocumented(),
        /// Facts about the answer itself.
        ///
        /// Not documented as required, relied on here: Part of the envelope in every sample; the document marks nothing as required.
        pub meta: ChangeMeta = presumed("meta"),
    }
}

::callslip_core::object! {
    /// A callout that was deleted.
    pub struct DeletedCallout {
        /// Identifier of the callout.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells which callout was deleted, and every sample has it.
        pub id: String = essential("id").undocumented(),
        /// Whether it was deleted.
        pub deleted: Option<bool> = optional("deleted"),
        /// When it was deleted (ISO 8601).
        pub deleted_time: Option<Timestamp> = optional("deleted_time"),
        /// What was deleted with it.
        pub deleted_items: Option<DeletedItems> = optional("deleted_items"),
    }
}

::callslip_core::object! {
    /// What was deleted with a callout: some of it told by a count, some by whether it was.
    #[derive(Default)]
    pub struct DeletedItems {
        /// Whether the callout itself was deleted.
        pub callout: Option<bool> = optional("callout"),
        /// How many recordings were deleted.
        pub recordings: Option<i64> = optional("recordings"),
        /// How many transcripts were deleted.
        pub transcriptions: Option<i64> = optional("transcriptions"),
        /// Whether the analytics were deleted.
        pub analytics: Option<bool> = optional("analytics"),
    }
}

::callslip_core::object! {
    /// The envelope around the outcome of a callout.
    pub struct CalloutOutcomeResponse {
        /// Whether the request succeeded.
        pub success: Option<bool> = optional("success"),
        /// The outcome.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. Part of the envelope in every success sample; the document marks nothing as required, but an answer without the outcome makes no sense.
        pub data: CalloutOutcome = essential("data").undocumented(),
        /// Facts about the answer itself.
        ///
        /// Not documented as required, relied on here: Part of the envelope in every sample; the document marks nothing as required.
        pub meta: Meta = presumed("meta"),
    }
}

::callslip_core::object! {
    /// What came of a callout.
    pub struct CalloutOutcome {
        /// Identifier of the callout.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the callout apart, and every sample has it.
        pub callout_id: String = essential("callout_id").undocumented(),
        /// State of the callout.
        pub status: Option<CalloutStatus> = optional("status"),
        /// How many attempts were made; the sample counts more than it lists.
        pub total_attempts: Option<i64> = optional("total_attempts"),
        /// How many attempts reached the contact.
        pub successful_attempts: Option<i64> = optional("successful_attempts"),
        /// The attempts and what came of each.
        pub responses: Vec<ContactAttempt> = optional("responses"),
        /// All attempts in figures.
        pub analytics: Option<CalloutAnalytics> = optional("analytics"),
        /// When the callout was created (ISO 8601).
        pub created_time: Option<Timestamp> = optional("created_time"),
        /// When the callout was over (ISO 8601).
        pub completed_time: Option<Timestamp> = optional("completed_time"),
    }
}

::callslip_core::tagged_union! {
    /// An attempt to reach the contact of a callout. The property `type` decides which variant it is.
    ///
    /// The variant is chosen by `type`. A value of `type` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum ContactAttempt by "type" {
        /// `call`: An attempt by call.
        Call(CallAttempt) = "call",
        /// `email`: An attempt by e-mail.
        Email(EmailAttempt) = "email",
    }
}

impl ContactAttempt {
    /// Identifier of the attempt.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn attempt_id(&self) -> Option<&str> {
        match self {
            Self::Call(content) => {
                content.attempt_id.as_ref().map(|value| value.as_str())
            }
            Self::Email(content) => {
                content.attempt_id.as_ref().map(|value| value.as_str())
            }
            Self::Unknown(value) => {
                value.get("attempt_id").and_then(|value| value.as_str())
            }
        }
    }

    /// Channel of the attempt, by which the variants are told apart.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn kind(&self) -> Option<&str> {
        match self {
            Self::Call(content) => Some(content.kind.as_str()),
            Self::Email(content) => Some(content.kind.as_str()),
            Self::Unknown(value) => value.get("type").and_then(|value| value.as_str()),
        }
    }

    /// State of the attempt.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn status(&self) -> Option<&str> {
        match self {
            Self::Call(content) => content.status.as_ref().map(|value| value.as_str()),
            Self::Email(content) => content.status.as_ref().map(|value| value.as_str()),
            Self::Unknown(value) => value.get("status").and_then(|value| value.as_str()),
        }
    }

    /// When the attempt was made (ISO 8601).
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn timestamp(&self) -> Option<Timestamp> {
        match self {
            Self::Call(content) => content.timestamp,
            Self::Email(content) => content.timestamp,
            Self::Unknown(value) => {
                value.get("timestamp").and_then(|value| rt::moment(value.as_str()?))
            }
        }
    }
}

::callslip_core::object! {
    /// An attempt by call.
    pub struct CallAttempt {
        /// Identifier of the attempt.
        pub attempt_id: Option<String> = optional("attempt_id"),
        /// Channel of the attempt, by which the variants are told apart.
        pub kind: AttemptType = required("type"),
        /// State of the attempt.
        pub status: Option<AttemptStatus> = optional("status"),
        /// When the attempt was made (ISO 8601).
        pub timestamp: Option<Timestamp> = optional("timestamp"),
        /// Length of the call. The unit is not documented; seconds would fit the sample.
        pub duration: Option<f64> = optional("duration") as number,
        /// Link to the recording, an audio file.
        ///
        /// Personal data: hidden in `Debug` output.
        pub call_recording_url: Option<Personal<String>> = optional("call_recording_url"),
        /// Link to the transcript, a text file.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transcription_url: Option<Personal<String>> = optional("transcription_url"),
        /// A confidence; what it measures and its range are not documented.
        pub confidence_score: Option<f64> = optional("confidence_score") as number,
        /// A rating of the mood of the call; its range is not documented.
        pub sentiment_score: Option<f64> = optional("sentiment_score") as number,
        /// Words that stand for what the call was about.
        pub keywords: Vec<String> = optional("keywords"),
        /// Summary of the call in prose.
        ///
        /// Personal data: hidden in `Debug` output.
        pub summary: Option<Personal<String>> = optional("summary"),
        /// Identifier of the voice agent that held the call.
        pub voice_agent_id: Option<String> = optional("voice_agent_id"),
    }
}

::callslip_core::open_enum! {
    /// Channel of an attempt. The provider publishes no complete set of values.
    pub enum AttemptType {
        /// `call`: By call.
        Call = "call",
        /// `email`: By e-mail.
        Email = "email",
    }
}

::callslip_core::open_enum! {
    /// State of an attempt. The provider publishes no complete set of values.
    pub enum AttemptStatus {
        /// `completed`: The call is over.
        Completed = "completed",
        /// `delivered`: The e-mail was delivered.
        Delivered = "delivered",
    }
}

::callslip_core::object! {
    /// An attempt by e-mail.
    pub struct EmailAttempt {
        /// Identifier of the attempt.
        pub attempt_id: Option<String> = optional("attempt_id"),
        /// Channel of the attempt, by which the variants are told apart.
        pub kind: AttemptType = required("type"),
        /// State of the attempt.
        pub status: Option<AttemptStatus> = optional("status"),
        /// When the attempt was made (ISO 8601).
        pub timestamp: Option<Timestamp> = optional("timestamp"),
        /// Subject of the e-mail.
        ///
        /// Personal data: hidden in `Debug` output.
        pub email_subject: Option<Personal<String>> = optional("email_subject"),
        /// When the e-mail was opened (ISO 8601).
        pub opened_time: Option<Timestamp> = optional("opened_time"),
        /// When a link in the e-mail was clicked (ISO 8601).
        pub clicked_time: Option<Timestamp> = optional("clicked_time"),
        /// Identifier of the template that the e-mail was made from.
        pub template_id: Option<String> = optional("template_id"),
    }
}

::callslip_core::object! {
    /// All attempts of a callout in figures.
    #[derive(Default)]
    pub struct CalloutAnalytics {
        /// Length of all calls together. The unit is not documented; seconds would fit the sample.
        pub total_duration: Option<f64> = optional("total_duration") as number,
        /// Mean of the confidences; what they measure and their range are not documented.
        pub average_confidence: Option<f64> = optional("average_confidence") as number,
        /// The mood in a word, where an attempt has a number.
        pub sentiment_analysis: Option<SentimentAnalysis> = optional("sentiment_analysis"),
        /// What the attempts were about.
        pub key_topics: Vec<String> = optional("key_topics"),
        /// How much the contact took part.
        pub customer_engagement: Option<CustomerEngagement> = optional("customer_engagement"),
    }
}

::callslip_core::open_enum! {
    /// The mood of a callout in a word. The provider publishes no set of values.
    pub enum SentimentAnalysis {
        /// `positive`: A good mood.
        Positive = "positive",
    }
}

::callslip_core::open_enum! {
    /// How much the contact of a callout took part. The provider publishes no set of values.
    pub enum CustomerEngagement {
        /// `high`: Much.
        High = "high",
    }
}

::callslip_core::object! {
    /// The envelope of a failed request.
    #[derive(Default)]
    pub struct ErrorBody {
        /// Whether the request succeeded; here false.
        pub success: Option<bool> = optional("success"),
        /// What went wrong.
        pub error: Option<ErrorDetail> = optional("error"),
        /// Facts about the answer itself.
        pub meta: Option<Meta> = optional("meta"),
    }
}

::callslip_core::object! {
    /// What went wrong.
    #[derive(Default)]
    pub struct ErrorDetail {
        /// What went wrong, for programs.
        pub code: Option<ErrorCode> = optional("code"),
        /// What went wrong, for people.
        pub message: Option<String> = optional("message"),
        /// Which rule a value broke. Only with `VALIDATION_ERROR`.
        ///
        /// Source: provider's documentation pages of sibling operations; not in the source document.
        pub details: Option<String> = optional("details"),
    }
}

::callslip_core::open_enum! {
    /// What went wrong. The provider publishes no complete set of values.
    pub enum ErrorCode {
        /// `INVALID_REQUEST`: Something is missing or malformed.
        InvalidRequest = "INVALID_REQUEST",
        /// `UNAUTHORIZED`: The API key is missing or not valid.
        Unauthorized = "UNAUTHORIZED",
        /// `FORBIDDEN`: The API key may not do this.
        Forbidden = "FORBIDDEN",
        /// `NOT_FOUND`: There is no such object.
        NotFound = "NOT_FOUND",
        /// `VALIDATION_ERROR`: A value breaks a rule of its format.
        ///
        /// Source: provider's documentation pages of sibling operations; not in the source document.
        ValidationError = "VALIDATION_ERROR",
        /// `RATE_LIMITED`: Too many requests were sent.
        ///
        /// Source: provider's documentation pages of sibling operations; not in the source document.
        RateLimited = "RATE_LIMITED",
    }
}

