// Generated from specs/retell/openapi.yaml 0.1.0 and its sdk.toml (sha256 5de1116f051f7712) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen retell`.

//! What is sent and received.

use callslip_core::{Change, Personal, Secret};
use serde_json::{Map, Value};
use std::collections::HashMap;

::callslip_core::object! {
    /// A call, by phone or in a browser. Which of the two it is stands in `call_type`; what only one of them has is absent in the other. The publisher describes two shapes, told apart by `call_type` and otherwise alike; they are one here.
    pub struct Call {
        /// Whether it is a call by phone or in a browser.
        pub call_type: CallType = required("call_type"),
        /// What lets a browser join a web call. Documented for every web call, and for no other.
        ///
        /// Secret: hidden in `Debug` output.
        pub access_token: Option<Secret<String>> = optional("access_token"),
        /// Number that calls. Documented for every call by phone, and for no other.
        ///
        /// Personal data: hidden in `Debug` output.
        pub from_number: Option<Personal<String>> = optional("from_number"),
        /// Number that is called. Documented for every call by phone, and for no other.
        ///
        /// Personal data: hidden in `Debug` output.
        pub to_number: Option<Personal<String>> = optional("to_number"),
        /// Who called whom. Documented for every call by phone, and for no other.
        pub direction: Option<CallDirection> = optional("direction"),
        /// What the telephone company calls the call. Of calls by phone, once it is known.
        pub telephony_identifier: Option<TelephonyIdentifier> = optional("telephony_identifier"),
        /// Identifier of the call.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub call_id: String = essential("call_id"),
        /// Identifier of the agent.
        pub agent_id: String = required("agent_id"),
        /// Name of the agent.
        pub agent_name: Option<String> = optional("agent_name"),
        /// Version of the agent.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub agent_version: Option<i64> = told("agent_version"),
        /// State of the call.
        pub call_status: CallStatus = required("call_status"),
        /// Whatever the user stored with the call, under names of the user's own. The platform does not use it.
        ///
        /// Personal data: hidden in `Debug` output.
        pub metadata: Option<Personal<Map<String, Value>>> = optional("metadata"),
        /// Values that the prompt and the descriptions of tools were filled with, by name.
        ///
        /// Personal data: hidden in `Debug` output.
        pub retell_llm_dynamic_variables: Option<Personal<Map<String, Value>>> = optional("retell_llm_dynamic_variables"),
        /// Values that were collected in the call, by name. There once the call is over.
        ///
        /// Personal data: hidden in `Debug` output.
        pub collected_dynamic_variables: Option<Personal<Map<String, Value>>> = optional("collected_dynamic_variables"),
        /// SIP headers that were added to the call, by name.
        ///
        /// Personal data: hidden in `Debug` output.
        pub custom_sip_headers: Option<Personal<HashMap<String, String>>> = optional("custom_sip_headers"),
        /// What the platform keeps of the call.
        pub data_storage_setting: Option<DataStorageSetting> = optional("data_storage_setting").nullable(),
        /// Whether the links to recordings and logs are signed. Signed links end after 24 hours.
        pub opt_in_signed_url: Option<bool> = optional("opt_in_signed_url"),
        /// When the call began, in milliseconds since 1970. There once it has begun.
        pub start_timestamp: Option<i64> = optional("start_timestamp"),
        /// When the call ended, in milliseconds since 1970. There once it is over.
        pub end_timestamp: Option<i64> = optional("end_timestamp"),
        /// When the call that it was handed on to ended, in milliseconds since 1970.
        pub transfer_end_timestamp: Option<i64> = optional("transfer_end_timestamp"),
        /// How long the call lasted, in milliseconds. There once it is over.
        pub duration_ms: Option<i64> = optional("duration_ms"),
        /// What was said, as one text. There once the call is over.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transcript: Option<Personal<String>> = optional("transcript"),
        /// What was said, in order, with times. There once the call is over.
        pub transcript_object: Vec<Utterance> = optional("transcript_object"),
        /// What was said and what else happened, in order: tools that were used, keys that were pressed, nodes that were reached. There once the call is over.
        pub transcript_with_tool_calls: Vec<TranscriptEntry> = optional("transcript_with_tool_calls"),
        /// The same without personal data, as far as the platform recognises it. There once the call is over.
        pub scrubbed_transcript_with_tool_calls: Vec<TranscriptEntry> = optional("scrubbed_transcript_with_tool_calls"),
        /// Link to the recording. There once the call is over.
        ///
        /// Personal data: hidden in `Debug` output.
        pub recording_url: Option<Personal<String>> = optional("recording_url"),
        /// Link to the recording with each party on a channel of its own. There once the call is over.
        ///
        /// Personal data: hidden in `Debug` output.
        pub recording_multi_channel_url: Option<Personal<String>> = optional("recording_multi_channel_url"),
        /// Link to the recording without personal data. There once the call is over.
        ///
        /// Personal data: hidden in `Debug` output.
        pub scrubbed_recording_url: Option<Personal<String>> = optional("scrubbed_recording_url"),
        /// Link to the recording without personal data and with each party on a channel of its own. There once the call is over.
        ///
        /// Personal data: hidden in `Debug` output.
        pub scrubbed_recording_multi_channel_url: Option<Personal<String>> = optional("scrubbed_recording_multi_channel_url"),
        /// Link to a log of what was asked of the language model and how long it took. There once the call is over.
        ///
        /// Personal data: hidden in `Debug` output.
        pub public_log_url: Option<Personal<String>> = optional("public_log_url"),
        /// Link to what was found in knowledge bases. There once a call that uses them is over.
        ///
        /// Personal data: hidden in `Debug` output.
        pub knowledge_base_retrieved_contents_url: Option<Personal<String>> = optional("knowledge_base_retrieved_contents_url"),
        /// How long the parts of the system took to answer. There once the call is over.
        pub latency: Option<CallLatencies> = optional("latency"),
        /// Why the call ended.
        pub disconnection_reason: Option<DisconnectionReason> = optional("disconnection_reason"),
        /// Number or SIP address that the call was handed on to. There if the call ended by that.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transfer_destination: Option<Personal<String>> = optional("transfer_destination").nullable(),
        /// What the platform makes of the call. It comes some time after the end of the call.
        pub call_analysis: Option<CallAnalysis> = optional("call_analysis"),
        /// What the call cost.
        pub call_cost: Option<CallCost> = optional("call_cost"),
        /// How many tokens the language model used. There once the call is over, and not if the model is the user's own.
        pub llm_token_usage: Option<TokenUsage> = optional("llm_token_usage"),
    }
}

::callslip_core::open_enum! {
    /// Way of a call.
    pub enum CallType {
        /// `web_call`: In a browser.
        WebCall = "web_call",
        /// `phone_call`: By phone.
        PhoneCall = "phone_call",
    }
}

::callslip_core::open_enum! {
    /// Who called whom.
    pub enum CallDirection {
        /// `inbound`: Somebody called the agent.
        Inbound = "inbound",
        /// `outbound`: The agent called.
        Outbound = "outbound",
    }
}

::callslip_core::open_enum! {
    /// State of a call. The filter of the list knows all but `registered`.
    pub enum CallStatus {
        /// `registered`: It has an identifier and is about to begin.
        Registered = "registered",
        /// `not_connected`: It was not connected.
        NotConnected = "not_connected",
        /// `ongoing`: It is going on.
        Ongoing = "ongoing",
        /// `ended`: It is over: somebody hung up, or it was handed on.
        Ended = "ended",
        /// `error`: It failed.
        Error = "error",
    }
}

::callslip_core::open_enum! {
    /// What the platform keeps of a call.
    pub enum DataStorageSetting {
        /// `everything`: Everything.
        Everything = "everything",
        /// `everything_except_pii`: Everything but personal data, as far as it is recognised.
        EverythingExceptPii = "everything_except_pii",
        /// `basic_attributes_only`: Metadata alone.
        BasicAttributesOnly = "basic_attributes_only",
    }
}

::callslip_core::open_enum! {
    /// Why a call ended. The publisher lists the values; the meaning here is read from their names.
    pub enum DisconnectionReason {
        /// `user_hangup`: The user hung up.
        UserHangup = "user_hangup",
        /// `agent_hangup`: The agent hung up.
        AgentHangup = "agent_hangup",
        /// `call_transfer`: The call was handed on.
        CallTransfer = "call_transfer",
        /// `voicemail_reached`: A voicemail answered.
        VoicemailReached = "voicemail_reached",
        /// `ivr_reached`: A voice menu answered.
        IvrReached = "ivr_reached",
        /// `inactivity`: Nobody spoke for too long.
        Inactivity = "inactivity",
        /// `max_duration_reached`: The call reached the longest time allowed.
        MaxDurationReached = "max_duration_reached",
        /// `concurrency_limit_reached`: Too many calls went on at once.
        ConcurrencyLimitReached = "concurrency_limit_reached",
        /// `no_valid_payment`: There was no valid payment.
        NoValidPayment = "no_valid_payment",
        /// `scam_detected`: It was taken for a scam.
        ScamDetected = "scam_detected",
        /// `dial_busy`: The line was busy.
        DialBusy = "dial_busy",
        /// `dial_failed`: Dialling failed.
        DialFailed = "dial_failed",
        /// `dial_no_answer`: Nobody answered.
        DialNoAnswer = "dial_no_answer",
        /// `invalid_destination`: The number cannot be called.
        InvalidDestination = "invalid_destination",
        /// `telephony_provider_permission_denied`: The telephone company did not allow it.
        TelephonyProviderPermissionDenied = "telephony_provider_permission_denied",
        /// `telephony_provider_unavailable`: The telephone company could not be reached.
        TelephonyProviderUnavailable = "telephony_provider_unavailable",
        /// `sip_routing_error`: SIP routing failed.
        SipRoutingError = "sip_routing_error",
        /// `marked_as_spam`: It was marked as spam.
        MarkedAsSpam = "marked_as_spam",
        /// `user_declined`: The user declined.
        UserDeclined = "user_declined",
        /// `error_llm_websocket_open`: The WebSocket of the language model could not be opened.
        ErrorLlmWebsocketOpen = "error_llm_websocket_open",
        /// `error_llm_websocket_lost_connection`: The WebSocket of the language model was lost.
        ErrorLlmWebsocketLostConnection = "error_llm_websocket_lost_connection",
        /// `error_llm_websocket_runtime`: The WebSocket of the language model failed.
        ErrorLlmWebsocketRuntime = "error_llm_websocket_runtime",
        /// `error_llm_websocket_corrupt_payload`: The WebSocket of the language model sent what cannot be read.
        ErrorLlmWebsocketCorruptPayload = "error_llm_websocket_corrupt_payload",
        /// `error_no_audio_received`: No sound arrived.
        ErrorNoAudioReceived = "error_no_audio_received",
        /// `error_asr`: Speech recognition failed.
        ErrorAsr = "error_asr",
        /// `error_retell`: The platform failed.
        ErrorRetell = "error_retell",
        /// `error_unknown`: Something else failed.
        ErrorUnknown = "error_unknown",
        /// `error_user_not_joined`: The user did not join.
        ErrorUserNotJoined = "error_user_not_joined",
        /// `registered_call_timeout`: The call was registered and did not begin in time.
        RegisteredCallTimeout = "registered_call_timeout",
        /// `transfer_bridged`: The call was joined with the one that it was handed on to.
        TransferBridged = "transfer_bridged",
        /// `transfer_cancelled`: Handing on was given up.
        TransferCancelled = "transfer_cancelled",
    }
}

::callslip_core::object! {
    /// What telephone companies call a call.
    #[derive(Default)]
    pub struct TelephonyIdentifier {
        /// The SID that Twilio gave the call.
        pub twilio_call_sid: Option<String> = optional("twilio_call_sid"),
    }
}

::callslip_core::object! {
    /// Something that was said.
    pub struct Utterance {
        /// Who spoke: `agent`, `user` or `transfer_target`.
        pub role: TranscriptRole = required("role"),
        /// What was said.
        ///
        /// Personal data: hidden in `Debug` output.
        pub content: Personal<String> = required("content"),
        /// The words, with times.
        pub words: Vec<Word> = required("words"),
    }
}

::callslip_core::open_enum! {
    /// Kind of an entry of a transcript.
    pub enum TranscriptRole {
        /// `agent`: The agent spoke.
        Agent = "agent",
        /// `user`: The user spoke.
        User = "user",
        /// `transfer_target`: Whoever the call was handed on to spoke.
        TransferTarget = "transfer_target",
        /// `tool_call_invocation`: A tool was used.
        ToolCallInvocation = "tool_call_invocation",
        /// `tool_call_result`: A tool answered.
        ToolCallResult = "tool_call_result",
        /// `node_transition`: The conversation went on to another node.
        NodeTransition = "node_transition",
        /// `dtmf`: The user pressed a key.
        Dtmf = "dtmf",
    }
}

::callslip_core::object! {
    /// A word of an utterance. Its times are approximate.
    #[derive(Default)]
    pub struct Word {
        /// The word, with punctuation.
        ///
        /// Personal data: hidden in `Debug` output.
        pub word: Option<Personal<String>> = optional("word"),
        /// When it begins, in seconds from the start of the recording.
        pub start: Option<f64> = optional("start") as number,
        /// When it ends, in seconds from the start of the recording.
        pub end: Option<f64> = optional("end") as number,
    }
}

::callslip_core::tagged_union! {
    /// Something that happened in a call. The property `role` decides which variant it is.
    ///
    /// The variant is chosen by `role`. A value of `role` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum TranscriptEntry by "role" {
        /// `agent`: Something that was said.
        Agent(Utterance) = "agent",
        /// `user`: Something that was said.
        User(Utterance) = "user",
        /// `transfer_target`: Something that was said.
        TransferTarget(Utterance) = "transfer_target",
        /// `tool_call_invocation`: A tool was used.
        ToolCallInvocation(ToolCallInvocation) = "tool_call_invocation",
        /// `tool_call_result`: A tool answered.
        ToolCallResult(ToolCallResult) = "tool_call_result",
        /// `node_transition`: The conversation went on to another node of its flow.
        NodeTransition(NodeTransition) = "node_transition",
        /// `dtmf`: The user pressed a key of the phone.
        Dtmf(KeyPress) = "dtmf",
    }
}

impl TranscriptEntry {
    /// Who spoke: `agent`, `user` or `transfer_target`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn role(&self) -> Option<&str> {
        match self {
            Self::Agent(content) => Some(content.role.as_str()),
            Self::User(content) => Some(content.role.as_str()),
            Self::TransferTarget(content) => Some(content.role.as_str()),
            Self::ToolCallInvocation(content) => Some(content.role.as_str()),
            Self::ToolCallResult(content) => Some(content.role.as_str()),
            Self::NodeTransition(content) => Some(content.role.as_str()),
            Self::Dtmf(content) => Some(content.role.as_str()),
            Self::Unknown(value) => value.get("role").and_then(|value| value.as_str()),
        }
    }
}

::callslip_core::object! {
    /// A tool was used.
    pub struct ToolCallInvocation {
        /// Kind of the entry, here `tool_call_invocation`.
        pub role: TranscriptRole = required("role"),
        /// Identifier of the use.
        pub tool_call_id: String = required("tool_call_id"),
        /// Name of the tool.
        pub name: String = required("name"),
        /// What the tool was given: a JSON object as text.
        ///
        /// Personal data: hidden in `Debug` output.
        pub arguments: Personal<String> = required("arguments"),
        /// A signature that some language models want back. Of use to the platform alone.
        pub thought_signature: Option<String> = optional("thought_signature"),
    }
}

::callslip_core::object! {
    /// A tool answered.
    pub struct ToolCallResult {
        /// Kind of the entry, here `tool_call_result`.
        pub role: TranscriptRole = required("role"),
        /// Identifier of the use.
        pub tool_call_id: String = required("tool_call_id"),
        /// What it answered: a text, or JSON as text.
        ///
        /// Personal data: hidden in `Debug` output.
        pub content: Personal<String> = required("content"),
        /// Whether it succeeded.
        pub successful: Option<bool> = optional("successful"),
    }
}

::callslip_core::object! {
    /// The conversation went on to another node of its flow.
    pub struct NodeTransition {
        /// Kind of the entry, here `node_transition`.
        pub role: TranscriptRole = required("role"),
        /// Identifier of the node before.
        pub former_node_id: String = required("former_node_id"),
        /// Name of the node before.
        pub former_node_name: String = required("former_node_name"),
        /// Identifier of the new node.
        pub new_node_id: String = required("new_node_id"),
        /// Name of the new node.
        pub new_node_name: String = required("new_node_name"),
    }
}

::callslip_core::object! {
    /// The user pressed a key of the phone.
    pub struct KeyPress {
        /// Kind of the entry, here `dtmf`.
        pub role: TranscriptRole = required("role"),
        /// The key, one character such as `1`, `*` or `#`.
        ///
        /// Personal data: hidden in `Debug` output.
        pub digit: Personal<String> = required("digit"),
    }
}

::callslip_core::object! {
    /// How long each part of the system took to answer. Which of them are there depends on the call.
    #[derive(Default)]
    pub struct CallLatencies {
        /// From the end of the user's words to the beginning of the agent's, without the network to the user.
        pub e2e: Option<CallLatency> = optional("e2e"),
        /// Of speech recognition: by how much what was recognised lagged behind what was heard.
        pub asr: Option<CallLatency> = optional("asr"),
        /// Of the language model: until the first piece that can be spoken.
        pub llm: Option<CallLatency> = optional("llm"),
        /// Of the way to the user's own language model and back.
        pub llm_websocket_network_rtt: Option<CallLatency> = optional("llm_websocket_network_rtt"),
        /// Of speech synthesis: until the first byte.
        pub tts: Option<CallLatency> = optional("tts"),
        /// Of knowledge bases: until everything was found.
        pub knowledge_base: Option<CallLatency> = optional("knowledge_base"),
        /// Of a model that answers speech with speech: until its answer.
        pub s2s: Option<CallLatency> = optional("s2s"),
    }
}

::callslip_core::object! {
    /// Times that were measured, in milliseconds.
    #[derive(Default)]
    pub struct CallLatency {
        /// Half of the times are at most this.
        pub p50: Option<f64> = optional("p50") as number,
        /// 90 of 100 times are at most this.
        pub p90: Option<f64> = optional("p90") as number,
        /// 95 of 100 times are at most this.
        pub p95: Option<f64> = optional("p95") as number,
        /// 99 of 100 times are at most this.
        pub p99: Option<f64> = optional("p99") as number,
        /// The longest time.
        pub max: Option<f64> = optional("max") as number,
        /// The shortest time.
        pub min: Option<f64> = optional("min") as number,
        /// How many times were measured.
        pub num: Option<f64> = optional("num") as number,
        /// All times.
        pub values: Vec<f64> = optional("values"),
    }
}

::callslip_core::object! {
    /// What the platform makes of a call.
    #[derive(Default)]
    pub struct CallAnalysis {
        /// What the call was about.
        ///
        /// Personal data: hidden in `Debug` output.
        pub call_summary: Option<Personal<String>> = optional("call_summary"),
        /// Whether a voicemail answered.
        pub in_voicemail: Option<bool> = optional("in_voicemail"),
        /// How the user felt.
        pub user_sentiment: Option<UserSentiment> = optional("user_sentiment"),
        /// Whether the agent seems to have finished its task.
        pub call_successful: Option<bool> = optional("call_successful"),
        /// What was looked for by the user's own settings, by name. Values can be of any type.
        ///
        /// Personal data: hidden in `Debug` output.
        pub custom_analysis_data: Option<Personal<Map<String, Value>>> = optional("custom_analysis_data"),
    }
}

::callslip_core::open_enum! {
    /// How a user felt in a call. The publisher lists `Unknown`, too, for what the platform cannot tell; it is kept as a value that is not listed.
    pub enum UserSentiment {
        /// `Negative`: Negative.
        Negative = "Negative",
        /// `Positive`: Positive.
        Positive = "Positive",
        /// `Neutral`: Neither.
        Neutral = "Neutral",
    }
}

::callslip_core::object! {
    /// What a call cost, in cents.
    pub struct CallCost {
        /// What each product cost.
        pub product_costs: Vec<ProductCost> = required("product_costs"),
        /// How long the call lasted, in seconds.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub total_duration_seconds: Option<f64> = told("total_duration_seconds") as number,
        /// Cents a second, of all products together.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub total_duration_unit_price: Option<f64> = told("total_duration_unit_price") as number,
        /// Cents for the whole call.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub combined_cost: Option<f64> = told("combined_cost") as number,
    }
}

::callslip_core::object! {
    /// What a product cost in a call.
    pub struct ProductCost {
        /// Name of the product.
        pub product: String = required("product"),
        /// Cents a second.
        pub unit_price: Option<f64> = optional("unit_price") as number,
        /// Cents for the call.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub cost: Option<f64> = told("cost") as number,
        /// Whether it is for the part after the call was handed on.
        pub is_transfer_leg_cost: Option<bool> = optional("is_transfer_leg_cost"),
    }
}

::callslip_core::object! {
    /// How many tokens a language model used in a call.
    pub struct TokenUsage {
        /// Tokens of each request.
        pub values: Vec<f64> = required("values"),
        /// Tokens of a request on average.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub average: Option<f64> = told("average") as number,
        /// How many requests were made.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub num_requests: Option<f64> = told("num_requests") as number,
    }
}

::callslip_core::object! {
    /// A call by phone that is to be made.
    pub struct CreatePhoneCallBody {
        /// Own number to call from, in E.164.
        ///
        /// Personal data: hidden in `Debug` output.
        pub from_number: Personal<String> = required("from_number"),
        /// Number to call, in E.164. From a number bought from Retell, only numbers in the US can be called.
        ///
        /// Personal data: hidden in `Debug` output.
        pub to_number: Personal<String> = required("to_number"),
        /// Agent that is to speak in this call alone, by identifier.
        pub override_agent_id: Option<String> = optional("override_agent_id"),
        /// Version of the agent that is to speak in this call alone.
        pub override_agent_version: Option<i64> = optional("override_agent_version"),
        /// Settings of the agent that differ for this call alone. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub agent_override: Option<Personal<Map<String, Value>>> = optional("agent_override"),
        /// What to store with the call, under names of the user's own.
        ///
        /// Personal data: hidden in `Debug` output.
        pub metadata: Option<Personal<Map<String, Value>>> = optional("metadata"),
        /// Values to fill the prompt and the descriptions of tools with, by name. Only for Retell's own response engines.
        ///
        /// Personal data: hidden in `Debug` output.
        pub retell_llm_dynamic_variables: Option<Personal<Map<String, Value>>> = optional("retell_llm_dynamic_variables"),
        /// SIP headers to add to the call, by name.
        ///
        /// Personal data: hidden in `Debug` output.
        pub custom_sip_headers: Option<Personal<HashMap<String, String>>> = optional("custom_sip_headers"),
        /// Whether the own number need not be in E.164. For telephony of the user's own alone; `false` unless it is said.
        pub ignore_e164_validation: Option<bool> = optional("ignore_e164_validation"),
    }
}

impl CreatePhoneCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(from_number: impl Into<String>, to_number: impl Into<String>) -> Self {
        Self {
            from_number: Personal::new(from_number.into()),
            to_number: Personal::new(to_number.into()),
            override_agent_id: Default::default(),
            override_agent_version: Default::default(),
            agent_override: Default::default(),
            metadata: Default::default(),
            retell_llm_dynamic_variables: Default::default(),
            custom_sip_headers: Default::default(),
            ignore_e164_validation: Default::default(),
        }
    }

    /// Agent that is to speak in this call alone, by identifier (not empty).
    #[must_use]
    pub fn override_agent_id(mut self, override_agent_id: impl Into<String>) -> Self {
        self.override_agent_id = Some(override_agent_id.into());
        self
    }

    /// Version of the agent that is to speak in this call alone.
    #[must_use]
    pub fn override_agent_version(mut self, override_agent_version: i64) -> Self {
        self.override_agent_version = Some(override_agent_version);
        self
    }

    /// Settings of the agent that differ for this call alone. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn agent_override(
        mut self,
        agent_override: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.agent_override = Some(
            Personal::new(
                agent_override
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// What to store with the call, under names of the user's own.
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

    /// Values to fill the prompt and the descriptions of tools with, by name. Only for Retell's own response engines.
    #[must_use]
    pub fn retell_llm_dynamic_variables(
        mut self,
        retell_llm_dynamic_variables: impl IntoIterator<
            Item = (impl Into<String>, Value),
        >,
    ) -> Self {
        self.retell_llm_dynamic_variables = Some(
            Personal::new(
                retell_llm_dynamic_variables
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// SIP headers to add to the call, by name.
    #[must_use]
    pub fn custom_sip_headers(
        mut self,
        custom_sip_headers: impl IntoIterator<Item = (impl Into<String>, String)>,
    ) -> Self {
        self.custom_sip_headers = Some(
            Personal::new(
                custom_sip_headers
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// Whether the own number need not be in E.164. For telephony of the user's own alone; `false` unless it is said.
    #[must_use]
    pub fn ignore_e164_validation(mut self, ignore_e164_validation: bool) -> Self {
        self.ignore_e164_validation = Some(ignore_e164_validation);
        self
    }
}

::callslip_core::object! {
    /// A call in a browser that is to be made.
    pub struct CreateWebCallBody {
        /// Agent that is to speak, by identifier.
        pub agent_id: String = required("agent_id"),
        /// Version of the agent that is to speak.
        pub agent_version: Option<i64> = optional("agent_version"),
        /// Settings of the agent that differ for this call alone. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub agent_override: Option<Personal<Map<String, Value>>> = optional("agent_override"),
        /// What to store with the call, under names of the user's own.
        ///
        /// Personal data: hidden in `Debug` output.
        pub metadata: Option<Personal<Map<String, Value>>> = optional("metadata"),
        /// Values to fill the prompt and the descriptions of tools with, by name. Only for Retell's own response engines.
        ///
        /// Personal data: hidden in `Debug` output.
        pub retell_llm_dynamic_variables: Option<Personal<Map<String, Value>>> = optional("retell_llm_dynamic_variables"),
        /// Node of the conversation flow to begin at. Only for agents with a conversation flow.
        pub current_node_id: Change<String> = optional("current_node_id").nullable(),
        /// State to begin in. Only for agents whose language model has states.
        pub current_state: Change<String> = optional("current_state").nullable(),
    }
}

impl CreateWebCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(agent_id: impl Into<String>) -> Self {
        Self {
            agent_id: agent_id.into(),
            agent_version: Default::default(),
            agent_override: Default::default(),
            metadata: Default::default(),
            retell_llm_dynamic_variables: Default::default(),
            current_node_id: Default::default(),
            current_state: Default::default(),
        }
    }

    /// Version of the agent that is to speak.
    #[must_use]
    pub fn agent_version(mut self, agent_version: i64) -> Self {
        self.agent_version = Some(agent_version);
        self
    }

    /// Settings of the agent that differ for this call alone. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn agent_override(
        mut self,
        agent_override: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.agent_override = Some(
            Personal::new(
                agent_override
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// What to store with the call, under names of the user's own.
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

    /// Values to fill the prompt and the descriptions of tools with, by name. Only for Retell's own response engines.
    #[must_use]
    pub fn retell_llm_dynamic_variables(
        mut self,
        retell_llm_dynamic_variables: impl IntoIterator<
            Item = (impl Into<String>, Value),
        >,
    ) -> Self {
        self.retell_llm_dynamic_variables = Some(
            Personal::new(
                retell_llm_dynamic_variables
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// Node of the conversation flow to begin at. Only for agents with a conversation flow.
    #[must_use]
    pub fn current_node_id(mut self, current_node_id: impl Into<String>) -> Self {
        self.current_node_id = Change::Set(current_node_id.into());
        self
    }

    /// Sets `current_node_id` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn current_node_id_null(mut self) -> Self {
        self.current_node_id = Change::Null;
        self
    }

    /// State to begin in. Only for agents whose language model has states.
    #[must_use]
    pub fn current_state(mut self, current_state: impl Into<String>) -> Self {
        self.current_state = Change::Set(current_state.into());
        self
    }

    /// Sets `current_state` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn current_state_null(mut self) -> Self {
        self.current_state = Change::Null;
        self
    }
}

::callslip_core::object! {
    /// A call over telephony of the user's own.
    pub struct RegisterPhoneCallBody {
        /// Agent that is to speak, by identifier.
        pub agent_id: String = required("agent_id"),
        /// Version of the agent that is to speak.
        pub agent_version: Option<i64> = optional("agent_version"),
        /// Settings of the agent that differ for this call alone. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub agent_override: Option<Personal<Map<String, Value>>> = optional("agent_override"),
        /// Number that calls, in E.164. Stored only.
        ///
        /// Personal data: hidden in `Debug` output.
        pub from_number: Option<Personal<String>> = optional("from_number"),
        /// Number that is called, in E.164. Stored only.
        ///
        /// Personal data: hidden in `Debug` output.
        pub to_number: Option<Personal<String>> = optional("to_number"),
        /// Who calls whom. Stored only.
        pub direction: Option<CallDirection> = optional("direction"),
        /// What to store with the call, under names of the user's own.
        ///
        /// Personal data: hidden in `Debug` output.
        pub metadata: Option<Personal<Map<String, Value>>> = optional("metadata"),
        /// Values to fill the prompt and the descriptions of tools with, by name. Only for Retell's own response engines.
        ///
        /// Personal data: hidden in `Debug` output.
        pub retell_llm_dynamic_variables: Option<Personal<Map<String, Value>>> = optional("retell_llm_dynamic_variables"),
    }
}

impl RegisterPhoneCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(agent_id: impl Into<String>) -> Self {
        Self {
            agent_id: agent_id.into(),
            agent_version: Default::default(),
            agent_override: Default::default(),
            from_number: Default::default(),
            to_number: Default::default(),
            direction: Default::default(),
            metadata: Default::default(),
            retell_llm_dynamic_variables: Default::default(),
        }
    }

    /// Version of the agent that is to speak.
    #[must_use]
    pub fn agent_version(mut self, agent_version: i64) -> Self {
        self.agent_version = Some(agent_version);
        self
    }

    /// Settings of the agent that differ for this call alone. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn agent_override(
        mut self,
        agent_override: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.agent_override = Some(
            Personal::new(
                agent_override
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// Number that calls, in E.164. Stored only (not empty).
    #[must_use]
    pub fn from_number(mut self, from_number: impl Into<String>) -> Self {
        self.from_number = Some(Personal::new(from_number.into()));
        self
    }

    /// Number that is called, in E.164. Stored only (not empty).
    #[must_use]
    pub fn to_number(mut self, to_number: impl Into<String>) -> Self {
        self.to_number = Some(Personal::new(to_number.into()));
        self
    }

    /// Who calls whom. Stored only.
    #[must_use]
    pub fn direction(mut self, direction: CallDirection) -> Self {
        self.direction = Some(direction);
        self
    }

    /// What to store with the call, under names of the user's own.
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

    /// Values to fill the prompt and the descriptions of tools with, by name. Only for Retell's own response engines.
    #[must_use]
    pub fn retell_llm_dynamic_variables(
        mut self,
        retell_llm_dynamic_variables: impl IntoIterator<
            Item = (impl Into<String>, Value),
        >,
    ) -> Self {
        self.retell_llm_dynamic_variables = Some(
            Personal::new(
                retell_llm_dynamic_variables
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }
}

::callslip_core::object! {
    /// What is to change in a call.
    pub struct UpdateCallBody {
        /// What to store with the call, under names of the user's own, of 50 kB at most.
        ///
        /// Personal data: hidden in `Debug` output.
        pub metadata: Option<Personal<Map<String, Value>>> = optional("metadata"),
        /// What the platform keeps of the call, whatever its agent says. It can only be made stricter.
        pub data_storage_setting: Option<DataStorageSetting> = optional("data_storage_setting"),
        /// Dynamic variables that differ in this call, by name; those that are not named stay. Null removes what was overridden before.
        ///
        /// Personal data: hidden in `Debug` output.
        pub override_dynamic_variables: Change<Personal<HashMap<String, String>>> = optional("override_dynamic_variables").nullable(),
        /// Attributes of the call by name, each a text, a number or a truth value.
        ///
        /// Personal data: hidden in `Debug` output.
        pub custom_attributes: Option<Personal<Map<String, Value>>> = optional("custom_attributes"),
    }
}

impl UpdateCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            metadata: Default::default(),
            data_storage_setting: Default::default(),
            override_dynamic_variables: Default::default(),
            custom_attributes: Default::default(),
        }
    }

    /// What to store with the call, under names of the user's own, of 50 kB at most.
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

    /// What the platform keeps of the call, whatever its agent says. It can only be made stricter.
    #[must_use]
    pub fn data_storage_setting(
        mut self,
        data_storage_setting: DataStorageSetting,
    ) -> Self {
        self.data_storage_setting = Some(data_storage_setting);
        self
    }

    /// Dynamic variables that differ in this call, by name; those that are not named stay. Null removes what was overridden before.
    #[must_use]
    pub fn override_dynamic_variables(
        mut self,
        override_dynamic_variables: impl IntoIterator<Item = (impl Into<String>, String)>,
    ) -> Self {
        self.override_dynamic_variables = Change::Set(
            Personal::new(
                override_dynamic_variables
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// Sets `override_dynamic_variables` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn override_dynamic_variables_null(mut self) -> Self {
        self.override_dynamic_variables = Change::Null;
        self
    }

    /// Attributes of the call by name, each a text, a number or a truth value.
    #[must_use]
    pub fn custom_attributes(
        mut self,
        custom_attributes: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.custom_attributes = Some(
            Personal::new(
                custom_attributes
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }
}

::callslip_core::object! {
    /// Which calls are asked for.
    pub struct ListCallsBody {
        /// Only calls that fit all of these.
        pub filter_criteria: Option<CallFilter> = optional("filter_criteria"),
        /// Direction of the order, by the time at which calls began. Descending unless asked for otherwise.
        pub sort_order: Option<SortOrder> = optional("sort_order"),
        /// How many calls a page holds at most: 1000 at most, and 50 unless asked for otherwise.
        pub limit: Option<i64> = optional("limit"),
        /// Only calls that come after this one in the order asked for, given by its identifier.
        pub pagination_key: Option<String> = optional("pagination_key"),
    }
}

impl ListCallsBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            filter_criteria: Default::default(),
            sort_order: Default::default(),
            limit: Default::default(),
            pagination_key: Default::default(),
        }
    }

    /// Only calls that fit all of these.
    #[must_use]
    pub fn filter_criteria(mut self, filter_criteria: CallFilter) -> Self {
        self.filter_criteria = Some(filter_criteria);
        self
    }

    /// Direction of the order, by the time at which calls began. Descending unless asked for otherwise.
    #[must_use]
    pub fn sort_order(mut self, sort_order: SortOrder) -> Self {
        self.sort_order = Some(sort_order);
        self
    }

    /// How many calls a page holds at most: 1000 at most, and 50 unless asked for otherwise (at most 1000).
    #[must_use]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Only calls that come after this one in the order asked for, given by its identifier.
    #[must_use]
    pub fn pagination_key(mut self, pagination_key: impl Into<String>) -> Self {
        self.pagination_key = Some(pagination_key.into());
        self
    }
}

::callslip_core::open_enum! {
    /// Direction of an order.
    pub enum SortOrder {
        /// `ascending`: The earliest first.
        Ascending = "ascending",
        /// `descending`: The latest first.
        Descending = "descending",
    }
}

::callslip_core::object! {
    /// Which calls are asked for, each condition a list of values of which one must hold.
    pub struct CallFilter {
        /// Only calls with one of these identifiers.
        pub call_id: Option<Vec<String>> = optional("call_id"),
        /// Only calls of one of these agents.
        pub agent_id: Option<Vec<String>> = optional("agent_id"),
        /// Only calls of one of these versions of their agent.
        pub version: Option<Vec<i64>> = optional("version"),
        /// Only calls in one of these states. `registered` is none that can be asked for.
        pub call_status: Option<Vec<CallStatus>> = optional("call_status"),
        /// Only calls that a voicemail answered, or that none did.
        pub in_voicemail: Option<Vec<bool>> = optional("in_voicemail"),
        /// Only calls that ended for one of these reasons.
        pub disconnection_reason: Option<Vec<DisconnectionReason>> = optional("disconnection_reason"),
        /// Only calls from one of these numbers.
        ///
        /// Personal data: hidden in `Debug` output.
        pub from_number: Option<Personal<Vec<String>>> = optional("from_number"),
        /// Only calls to one of these numbers.
        ///
        /// Personal data: hidden in `Debug` output.
        pub to_number: Option<Personal<Vec<String>>> = optional("to_number"),
        /// Only calls of one of these batches.
        pub batch_call_id: Option<Vec<String>> = optional("batch_call_id"),
        /// Only calls by one of these ways.
        pub call_type: Option<Vec<CallType>> = optional("call_type"),
        /// Only calls in one of these directions.
        pub direction: Option<Vec<CallDirection>> = optional("direction"),
        /// Only calls in which the user felt so.
        pub user_sentiment: Option<Vec<UserSentiment>> = optional("user_sentiment"),
        /// Only calls that were successful, or that were not.
        pub call_successful: Option<Vec<bool>> = optional("call_successful"),
        /// Only calls whose begin, in milliseconds since 1970, is in this range.
        pub start_timestamp: Option<Range> = optional("start_timestamp"),
        /// Only calls whose end, in milliseconds since 1970, is in this range.
        pub end_timestamp: Option<Range> = optional("end_timestamp"),
        /// Only calls whose duration, in milliseconds, is in this range.
        pub duration_ms: Option<Range> = optional("duration_ms"),
        /// Only calls whose median time until the agent answers is in this range.
        pub e2e_latency_p50: Option<Range> = optional("e2e_latency_p50"),
        /// Values of metadata of which one must be there, by the name of the entry, written as `metadata.customer_id`; compared as text.
        ///
        /// Personal data: hidden in `Debug` output.
        pub metadata: Option<Personal<HashMap<String, Vec<String>>>> = optional("metadata"),
        /// Values of dynamic variables of which one must be there, by the name of the variable, written as `dynamic_variables.user_name`; compared as text.
        ///
        /// Personal data: hidden in `Debug` output.
        pub dynamic_variables: Option<Personal<HashMap<String, Vec<String>>>> = optional("dynamic_variables"),
    }
}

impl CallFilter {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            call_id: Default::default(),
            agent_id: Default::default(),
            version: Default::default(),
            call_status: Default::default(),
            in_voicemail: Default::default(),
            disconnection_reason: Default::default(),
            from_number: Default::default(),
            to_number: Default::default(),
            batch_call_id: Default::default(),
            call_type: Default::default(),
            direction: Default::default(),
            user_sentiment: Default::default(),
            call_successful: Default::default(),
            start_timestamp: Default::default(),
            end_timestamp: Default::default(),
            duration_ms: Default::default(),
            e2e_latency_p50: Default::default(),
            metadata: Default::default(),
            dynamic_variables: Default::default(),
        }
    }

    /// Only calls with one of these identifiers (each not empty).
    #[must_use]
    pub fn call_id(
        mut self,
        call_id: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.call_id = Some(call_id.into_iter().map(Into::into).collect());
        self
    }

    /// Only calls of one of these agents (each not empty).
    #[must_use]
    pub fn agent_id(
        mut self,
        agent_id: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.agent_id = Some(agent_id.into_iter().map(Into::into).collect());
        self
    }

    /// Only calls of one of these versions of their agent.
    #[must_use]
    pub fn version(mut self, version: impl IntoIterator<Item = i64>) -> Self {
        self.version = Some(version.into_iter().collect());
        self
    }

    /// Only calls in one of these states. `registered` is none that can be asked for.
    #[must_use]
    pub fn call_status(
        mut self,
        call_status: impl IntoIterator<Item = CallStatus>,
    ) -> Self {
        self.call_status = Some(call_status.into_iter().collect());
        self
    }

    /// Only calls that a voicemail answered, or that none did.
    #[must_use]
    pub fn in_voicemail(mut self, in_voicemail: impl IntoIterator<Item = bool>) -> Self {
        self.in_voicemail = Some(in_voicemail.into_iter().collect());
        self
    }

    /// Only calls that ended for one of these reasons.
    #[must_use]
    pub fn disconnection_reason(
        mut self,
        disconnection_reason: impl IntoIterator<Item = DisconnectionReason>,
    ) -> Self {
        self.disconnection_reason = Some(disconnection_reason.into_iter().collect());
        self
    }

    /// Only calls from one of these numbers (each not empty).
    #[must_use]
    pub fn from_number(
        mut self,
        from_number: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.from_number = Some(
            Personal::new(from_number.into_iter().map(Into::into).collect()),
        );
        self
    }

    /// Only calls to one of these numbers (each not empty).
    #[must_use]
    pub fn to_number(
        mut self,
        to_number: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.to_number = Some(
            Personal::new(to_number.into_iter().map(Into::into).collect()),
        );
        self
    }

    /// Only calls of one of these batches.
    #[must_use]
    pub fn batch_call_id(
        mut self,
        batch_call_id: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.batch_call_id = Some(batch_call_id.into_iter().map(Into::into).collect());
        self
    }

    /// Only calls by one of these ways.
    #[must_use]
    pub fn call_type(mut self, call_type: impl IntoIterator<Item = CallType>) -> Self {
        self.call_type = Some(call_type.into_iter().collect());
        self
    }

    /// Only calls in one of these directions.
    #[must_use]
    pub fn direction(
        mut self,
        direction: impl IntoIterator<Item = CallDirection>,
    ) -> Self {
        self.direction = Some(direction.into_iter().collect());
        self
    }

    /// Only calls in which the user felt so.
    #[must_use]
    pub fn user_sentiment(
        mut self,
        user_sentiment: impl IntoIterator<Item = UserSentiment>,
    ) -> Self {
        self.user_sentiment = Some(user_sentiment.into_iter().collect());
        self
    }

    /// Only calls that were successful, or that were not.
    #[must_use]
    pub fn call_successful(
        mut self,
        call_successful: impl IntoIterator<Item = bool>,
    ) -> Self {
        self.call_successful = Some(call_successful.into_iter().collect());
        self
    }

    /// Only calls whose begin, in milliseconds since 1970, is in this range.
    #[must_use]
    pub fn start_timestamp(mut self, start_timestamp: Range) -> Self {
        self.start_timestamp = Some(start_timestamp);
        self
    }

    /// Only calls whose end, in milliseconds since 1970, is in this range.
    #[must_use]
    pub fn end_timestamp(mut self, end_timestamp: Range) -> Self {
        self.end_timestamp = Some(end_timestamp);
        self
    }

    /// Only calls whose duration, in milliseconds, is in this range.
    #[must_use]
    pub fn duration_ms(mut self, duration_ms: Range) -> Self {
        self.duration_ms = Some(duration_ms);
        self
    }

    /// Only calls whose median time until the agent answers is in this range.
    #[must_use]
    pub fn e2e_latency_p50(mut self, e2e_latency_p50: Range) -> Self {
        self.e2e_latency_p50 = Some(e2e_latency_p50);
        self
    }

    /// Values of metadata of which one must be there, by the name of the entry, written as `metadata.customer_id`; compared as text.
    #[must_use]
    pub fn metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, Vec<String>)>,
    ) -> Self {
        self.metadata = Some(
            Personal::new(
                metadata.into_iter().map(|(key, value)| (key.into(), value)).collect(),
            ),
        );
        self
    }

    /// Values of dynamic variables of which one must be there, by the name of the variable, written as `dynamic_variables.user_name`; compared as text.
    #[must_use]
    pub fn dynamic_variables(
        mut self,
        dynamic_variables: impl IntoIterator<Item = (impl Into<String>, Vec<String>)>,
    ) -> Self {
        self.dynamic_variables = Some(
            Personal::new(
                dynamic_variables
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }
}

::callslip_core::object! {
    /// A range of numbers. Whether its ends belong to it is not documented.
    pub struct Range {
        /// Its upper end.
        pub upper_threshold: Option<i64> = optional("upper_threshold"),
        /// Its lower end.
        pub lower_threshold: Option<i64> = optional("lower_threshold"),
    }
}

impl Range {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            upper_threshold: Default::default(),
            lower_threshold: Default::default(),
        }
    }

    /// Its upper end.
    #[must_use]
    pub fn upper_threshold(mut self, upper_threshold: i64) -> Self {
        self.upper_threshold = Some(upper_threshold);
        self
    }

    /// Its lower end.
    #[must_use]
    pub fn lower_threshold(mut self, lower_threshold: i64) -> Self {
        self.lower_threshold = Some(lower_threshold);
        self
    }
}

::callslip_core::object! {
    /// How many calls can go on at once.
    #[derive(Default)]
    pub struct Concurrency {
        /// How many calls are going on.
        pub current_concurrency: Option<i64> = optional("current_concurrency"),
        /// How many can go on at once: what is free and what was bought.
        pub concurrency_limit: Option<i64> = optional("concurrency_limit"),
        /// How many are free.
        pub base_concurrency: Option<i64> = optional("base_concurrency"),
        /// How many were bought.
        pub purchased_concurrency: Option<i64> = optional("purchased_concurrency"),
        /// How many can be bought at most.
        pub concurrency_purchase_limit: Option<i64> = optional("concurrency_purchase_limit"),
        /// How many can still be bought.
        pub remaining_purchase_limit: Option<i64> = optional("remaining_purchase_limit"),
        /// Whether more may go on for a time, at a higher price.
        pub concurrency_burst_enabled: Option<bool> = optional("concurrency_burst_enabled"),
        /// How many can go on then; 0 if it is not enabled.
        pub concurrency_burst_limit: Option<i64> = optional("concurrency_burst_limit"),
    }
}

::callslip_core::object! {
    /// What the service says when it refuses or fails.
    #[derive(Default)]
    pub struct ErrorBody {
        /// The word `error`.
        pub status: Option<ErrorStatus> = optional("status"),
        /// What went wrong, for people.
        pub message: Option<String> = optional("message"),
    }
}

::callslip_core::open_enum! {
    /// What an error says of itself.
    pub enum ErrorStatus {
        /// `error`: It is an error.
        Error = "error",
    }
}

