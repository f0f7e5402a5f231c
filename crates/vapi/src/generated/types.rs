// Generated from specs/vapi/openapi.yaml 0.1.0 and its sdk.toml (sha256 2265aecc8ebd46c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen vapi`.

//! What is sent and received.

use callslip_core::{Change, Personal, Secret, Timestamp};
use serde_json::{Map, Value};

::callslip_core::object! {
    /// A call, with its messages, recordings, analysis and cost.
    pub struct Call {
        /// Identifier of the call.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the call apart; the document marks it as required.
        pub id: String = essential("id"),
        /// Identifier of the organisation.
        pub org_id: String = required("orgId"),
        /// Kind of the call.
        pub kind: Option<CallType> = optional("type"),
        /// State of the call.
        pub status: Option<CallStatus> = optional("status"),
        /// When the call was created.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub created_at: Option<Timestamp> = told("createdAt"),
        /// When the call was last changed.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub updated_at: Option<Timestamp> = told("updatedAt"),
        /// When the call began.
        pub started_at: Option<Timestamp> = optional("startedAt"),
        /// When the call ended.
        pub ended_at: Option<Timestamp> = optional("endedAt"),
        /// Why the call ended.
        pub ended_reason: Option<EndedReason> = optional("endedReason"),
        /// More about why the call ended.
        ///
        /// Personal data: hidden in `Debug` output.
        pub ended_message: Option<Personal<String>> = optional("endedMessage"),
        /// Where the call was handed on to.
        pub destination: Option<TransferDestination> = optional("destination"),
        /// What was said and which tools were used, in order.
        pub messages: Vec<CallMessage> = optional("messages"),
        /// What the call cost, in USD.
        pub cost: Option<f64> = optional("cost") as number,
        /// What each part of the call cost, in USD.
        pub costs: Vec<Cost> = optional("costs"),
        /// What the call cost, by kind.
        pub cost_breakdown: Option<CostBreakdown> = optional("costBreakdown"),
        /// What the platform makes of the call.
        pub analysis: Option<Analysis> = optional("analysis"),
        /// What is left of the call: transcript, recordings, measurements.
        pub artifact: Option<Artifact> = optional("artifact"),
        /// How to follow the call while it goes on.
        pub monitor: Option<Monitor> = optional("monitor"),
        /// What was agreed to in the call.
        pub compliance: Option<Compliance> = optional("compliance"),
        /// What is to be kept of the call. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub artifact_plan: Option<Personal<Map<String, Value>>> = optional("artifactPlan"),
        /// Telephone company of the call. Of calls by phone; deprecated by the publisher.
        pub phone_call_provider: Option<PhoneCallProvider> = optional("phoneCallProvider"),
        /// What the telephone company calls the call. Of calls by phone; deprecated by the publisher.
        pub phone_call_provider_id: Option<String> = optional("phoneCallProviderId"),
        /// How the call by phone is carried.
        pub phone_call_transport: Option<PhoneCallTransport> = optional("phoneCallTransport"),
        /// Campaign that the call belongs to, by identifier.
        pub campaign_id: Option<String> = optional("campaignId"),
        /// Assistant that speaks, by identifier.
        pub assistant_id: Option<String> = optional("assistantId"),
        /// Version of the assistant; the latest unless one is named.
        pub assistant_version: Option<String> = optional("assistantVersion").nullable(),
        /// Assistant that speaks, described whole. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub assistant: Option<Personal<Map<String, Value>>> = optional("assistant"),
        /// Settings of the assistant that differ for this call. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub assistant_overrides: Option<Personal<Map<String, Value>>> = optional("assistantOverrides"),
        /// Squad of assistants that speaks, by identifier.
        pub squad_id: Option<String> = optional("squadId"),
        /// Squad of assistants that speaks, described whole. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub squad: Option<Personal<Map<String, Value>>> = optional("squad"),
        /// Settings of the squad's assistants that differ for this call. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub squad_overrides: Option<Personal<Map<String, Value>>> = optional("squadOverrides"),
        /// Workflow that the call follows, by identifier.
        pub workflow_id: Option<String> = optional("workflowId"),
        /// Workflow that the call follows, described whole. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub workflow: Option<Personal<Map<String, Value>>> = optional("workflow"),
        /// Settings of the workflow that differ for this call. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub workflow_overrides: Option<Personal<Map<String, Value>>> = optional("workflowOverrides"),
        /// Own phone number, by identifier. Of calls by phone.
        pub phone_number_id: Option<String> = optional("phoneNumberId"),
        /// Own phone number, described whole. Of calls by phone. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub phone_number: Option<Personal<Map<String, Value>>> = optional("phoneNumber"),
        /// Customer, by identifier. Of calls by phone.
        pub customer_id: Option<String> = optional("customerId"),
        /// Customer, described whole. Of calls by phone.
        pub customer: Option<Customer> = optional("customer"),
        /// Name of the call, for the user alone.
        ///
        /// Personal data: hidden in `Debug` output.
        pub name: Option<Personal<String>> = optional("name"),
        /// When the call is to be made.
        pub schedule_plan: Option<SchedulePlan> = optional("schedulePlan"),
        /// How the call is carried. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transport: Option<Personal<Map<String, Value>>> = optional("transport"),
    }
}

::callslip_core::open_enum! {
    /// Kind of a call.
    pub enum CallType {
        /// `inboundPhoneCall`: Somebody called.
        InboundPhoneCall = "inboundPhoneCall",
        /// `outboundPhoneCall`: Somebody was called.
        OutboundPhoneCall = "outboundPhoneCall",
        /// `webCall`: In a browser.
        WebCall = "webCall",
        /// `vapi.websocketCall`: Over a WebSocket.
        VapiWebsocketCall = "vapi.websocketCall",
    }
}

::callslip_core::open_enum! {
    /// State of a call.
    pub enum CallStatus {
        /// `scheduled`: It is to be made later.
        Scheduled = "scheduled",
        /// `queued`: It waits.
        Queued = "queued",
        /// `ringing`: It rings.
        Ringing = "ringing",
        /// `in-progress`: It is going on.
        InProgress = "in-progress",
        /// `forwarding`: It is being handed on.
        Forwarding = "forwarding",
        /// `ended`: It is over.
        Ended = "ended",
        /// `not-found`: The service does not find it.
        NotFound = "not-found",
        /// `deletion-failed`: It could not be deleted.
        DeletionFailed = "deletion-failed",
    }
}

::callslip_core::open_enum! {
    /// Why a call ended. The publisher lists the values and explains none; what stands beside them here is read from their names. Values that begin with `pipeline-error` or `call.in-progress.error` name the part that failed.
    pub enum EndedReason {
        /// `call-start-error-neither-assistant-nor-server-set`: The call did not begin: neither assistant nor server set.
        CallStartErrorNeitherAssistantNorServerSet = "call-start-error-neither-assistant-nor-server-set",
        /// `assistant-request-failed`: The request for an assistant: failed.
        AssistantRequestFailed = "assistant-request-failed",
        /// `assistant-request-returned-error`: The request for an assistant: returned error.
        AssistantRequestReturnedError = "assistant-request-returned-error",
        /// `assistant-request-returned-unspeakable-error`: The request for an assistant: returned unspeakable error.
        AssistantRequestReturnedUnspeakableError = "assistant-request-returned-unspeakable-error",
        /// `assistant-request-returned-invalid-assistant`: The request for an assistant: returned invalid assistant.
        AssistantRequestReturnedInvalidAssistant = "assistant-request-returned-invalid-assistant",
        /// `assistant-request-returned-no-assistant`: The request for an assistant: returned no assistant.
        AssistantRequestReturnedNoAssistant = "assistant-request-returned-no-assistant",
        /// `assistant-request-returned-forwarding-phone-number`: The request for an assistant: returned forwarding phone number.
        AssistantRequestReturnedForwardingPhoneNumber = "assistant-request-returned-forwarding-phone-number",
        /// `scheduled-call-deleted`: Scheduled call deleted.
        ScheduledCallDeleted = "scheduled-call-deleted",
        /// `call.start.error-vapifault-get-org`: The call did not begin by a fault of Vapi: get org.
        CallStartErrorVapifaultGetOrg = "call.start.error-vapifault-get-org",
        /// `call.start.error-vapifault-get-subscription`: The call did not begin by a fault of Vapi: get subscription.
        CallStartErrorVapifaultGetSubscription = "call.start.error-vapifault-get-subscription",
        /// `call.start.error-get-assistant`: The call did not begin: get assistant.
        CallStartErrorGetAssistant = "call.start.error-get-assistant",
        /// `call.start.error-get-phone-number`: The call did not begin: get phone number.
        CallStartErrorGetPhoneNumber = "call.start.error-get-phone-number",
        /// `call.start.error-get-customer`: The call did not begin: get customer.
        CallStartErrorGetCustomer = "call.start.error-get-customer",
        /// `call.start.error-get-resources-validation`: The call did not begin: get resources validation.
        CallStartErrorGetResourcesValidation = "call.start.error-get-resources-validation",
        /// `call.start.error-vapi-number-international`: The call did not begin: Vapi number international.
        CallStartErrorVapiNumberInternational = "call.start.error-vapi-number-international",
        /// `call.start.error-vapi-number-outbound-daily-limit`: The call did not begin: Vapi number outbound daily limit.
        CallStartErrorVapiNumberOutboundDailyLimit = "call.start.error-vapi-number-outbound-daily-limit",
        /// `call.start.error-get-transport`: The call did not begin: get transport.
        CallStartErrorGetTransport = "call.start.error-get-transport",
        /// `call.start.error-subscription-wallet-does-not-exist`: The call did not begin: subscription wallet does not exist.
        CallStartErrorSubscriptionWalletDoesNotExist = "call.start.error-subscription-wallet-does-not-exist",
        /// `call.start.error-fraud-check-failed`: The call did not begin: fraud check failed.
        CallStartErrorFraudCheckFailed = "call.start.error-fraud-check-failed",
        /// `call.start.error-subscription-frozen`: The call did not begin: subscription frozen.
        CallStartErrorSubscriptionFrozen = "call.start.error-subscription-frozen",
        /// `call.start.error-subscription-insufficient-credits`: The call did not begin: subscription insufficient credits.
        CallStartErrorSubscriptionInsufficientCredits = "call.start.error-subscription-insufficient-credits",
        /// `call.start.error-subscription-upgrade-failed`: The call did not begin: subscription upgrade failed.
        CallStartErrorSubscriptionUpgradeFailed = "call.start.error-subscription-upgrade-failed",
        /// `call.start.error-subscription-concurrency-limit-reached`: The call did not begin: subscription concurrency limit reached.
        CallStartErrorSubscriptionConcurrencyLimitReached = "call.start.error-subscription-concurrency-limit-reached",
        /// `call.start.error-enterprise-feature-not-available-recording-consent`: The call did not begin: enterprise feature not available recording consent.
        CallStartErrorEnterpriseFeatureNotAvailableRecordingConsent = "call.start.error-enterprise-feature-not-available-recording-consent",
        /// `call.start.assistant-version-error-validation`: Call start assistant version error validation.
        CallStartAssistantVersionErrorValidation = "call.start.assistant-version-error-validation",
        /// `assistant-not-valid`: Assistant not valid.
        AssistantNotValid = "assistant-not-valid",
        /// `call.start.error-vapifault-database-error`: The call did not begin by a fault of Vapi: database error.
        CallStartErrorVapifaultDatabaseError = "call.start.error-vapifault-database-error",
        /// `assistant-not-found`: Assistant not found.
        AssistantNotFound = "assistant-not-found",
        /// `pipeline-error-openai-voice-failed`: An error of the pipeline: OpenAI voice failed.
        PipelineErrorOpenaiVoiceFailed = "pipeline-error-openai-voice-failed",
        /// `pipeline-error-cartesia-voice-failed`: An error of the pipeline: Cartesia voice failed.
        PipelineErrorCartesiaVoiceFailed = "pipeline-error-cartesia-voice-failed",
        /// `pipeline-error-deepgram-voice-failed`: An error of the pipeline: Deepgram voice failed.
        PipelineErrorDeepgramVoiceFailed = "pipeline-error-deepgram-voice-failed",
        /// `pipeline-error-eleven-labs-voice-failed`: An error of the pipeline: Eleven Labs voice failed.
        PipelineErrorElevenLabsVoiceFailed = "pipeline-error-eleven-labs-voice-failed",
        /// `pipeline-error-playht-voice-failed`: An error of the pipeline: PlayHT voice failed.
        PipelineErrorPlayhtVoiceFailed = "pipeline-error-playht-voice-failed",
        /// `pipeline-error-lmnt-voice-failed`: An error of the pipeline: LMNT voice failed.
        PipelineErrorLmntVoiceFailed = "pipeline-error-lmnt-voice-failed",
        /// `pipeline-error-azure-voice-failed`: An error of the pipeline: Azure voice failed.
        PipelineErrorAzureVoiceFailed = "pipeline-error-azure-voice-failed",
        /// `pipeline-error-rime-ai-voice-failed`: An error of the pipeline: Rime AI voice failed.
        PipelineErrorRimeAiVoiceFailed = "pipeline-error-rime-ai-voice-failed",
        /// `pipeline-error-smallest-ai-voice-failed`: An error of the pipeline: Smallest AI voice failed.
        PipelineErrorSmallestAiVoiceFailed = "pipeline-error-smallest-ai-voice-failed",
        /// `pipeline-error-vapi-voice-failed`: An error of the pipeline: Vapi voice failed.
        PipelineErrorVapiVoiceFailed = "pipeline-error-vapi-voice-failed",
        /// `pipeline-error-neuphonic-voice-failed`: An error of the pipeline: Neuphonic voice failed.
        PipelineErrorNeuphonicVoiceFailed = "pipeline-error-neuphonic-voice-failed",
        /// `pipeline-error-hume-voice-failed`: An error of the pipeline: Hume voice failed.
        PipelineErrorHumeVoiceFailed = "pipeline-error-hume-voice-failed",
        /// `pipeline-error-sesame-voice-failed`: An error of the pipeline: Sesame voice failed.
        PipelineErrorSesameVoiceFailed = "pipeline-error-sesame-voice-failed",
        /// `pipeline-error-inworld-voice-failed`: An error of the pipeline: Inworld voice failed.
        PipelineErrorInworldVoiceFailed = "pipeline-error-inworld-voice-failed",
        /// `pipeline-error-minimax-voice-failed`: An error of the pipeline: MiniMax voice failed.
        PipelineErrorMinimaxVoiceFailed = "pipeline-error-minimax-voice-failed",
        /// `pipeline-error-wellsaid-voice-failed`: An error of the pipeline: WellSaid voice failed.
        PipelineErrorWellsaidVoiceFailed = "pipeline-error-wellsaid-voice-failed",
        /// `pipeline-error-xai-voice-failed`: An error of the pipeline: xAI voice failed.
        PipelineErrorXaiVoiceFailed = "pipeline-error-xai-voice-failed",
        /// `pipeline-error-microsoft-voice-failed`: An error of the pipeline: Microsoft voice failed.
        PipelineErrorMicrosoftVoiceFailed = "pipeline-error-microsoft-voice-failed",
        /// `pipeline-error-microsoft-voice-request-canceled`: An error of the pipeline: Microsoft voice request canceled.
        PipelineErrorMicrosoftVoiceRequestCanceled = "pipeline-error-microsoft-voice-request-canceled",
        /// `pipeline-error-tavus-video-failed`: An error of the pipeline: Tavus video failed.
        PipelineErrorTavusVideoFailed = "pipeline-error-tavus-video-failed",
        /// `call.in-progress.error-vapifault-openai-voice-failed`: While the call went on, a fault of Vapi: OpenAI voice failed.
        CallInProgressErrorVapifaultOpenaiVoiceFailed = "call.in-progress.error-vapifault-openai-voice-failed",
        /// `call.in-progress.error-vapifault-cartesia-voice-failed`: While the call went on, a fault of Vapi: Cartesia voice failed.
        CallInProgressErrorVapifaultCartesiaVoiceFailed = "call.in-progress.error-vapifault-cartesia-voice-failed",
        /// `call.in-progress.error-vapifault-deepgram-voice-failed`: While the call went on, a fault of Vapi: Deepgram voice failed.
        CallInProgressErrorVapifaultDeepgramVoiceFailed = "call.in-progress.error-vapifault-deepgram-voice-failed",
        /// `call.in-progress.error-vapifault-eleven-labs-voice-failed`: While the call went on, a fault of Vapi: Eleven Labs voice failed.
        CallInProgressErrorVapifaultElevenLabsVoiceFailed = "call.in-progress.error-vapifault-eleven-labs-voice-failed",
        /// `call.in-progress.error-vapifault-playht-voice-failed`: While the call went on, a fault of Vapi: PlayHT voice failed.
        CallInProgressErrorVapifaultPlayhtVoiceFailed = "call.in-progress.error-vapifault-playht-voice-failed",
        /// `call.in-progress.error-vapifault-lmnt-voice-failed`: While the call went on, a fault of Vapi: LMNT voice failed.
        CallInProgressErrorVapifaultLmntVoiceFailed = "call.in-progress.error-vapifault-lmnt-voice-failed",
        /// `call.in-progress.error-vapifault-azure-voice-failed`: While the call went on, a fault of Vapi: Azure voice failed.
        CallInProgressErrorVapifaultAzureVoiceFailed = "call.in-progress.error-vapifault-azure-voice-failed",
        /// `call.in-progress.error-vapifault-rime-ai-voice-failed`: While the call went on, a fault of Vapi: Rime AI voice failed.
        CallInProgressErrorVapifaultRimeAiVoiceFailed = "call.in-progress.error-vapifault-rime-ai-voice-failed",
        /// `call.in-progress.error-vapifault-smallest-ai-voice-failed`: While the call went on, a fault of Vapi: Smallest AI voice failed.
        CallInProgressErrorVapifaultSmallestAiVoiceFailed = "call.in-progress.error-vapifault-smallest-ai-voice-failed",
        /// `call.in-progress.error-vapifault-vapi-voice-failed`: While the call went on, a fault of Vapi: Vapi voice failed.
        CallInProgressErrorVapifaultVapiVoiceFailed = "call.in-progress.error-vapifault-vapi-voice-failed",
        /// `call.in-progress.error-vapifault-neuphonic-voice-failed`: While the call went on, a fault of Vapi: Neuphonic voice failed.
        CallInProgressErrorVapifaultNeuphonicVoiceFailed = "call.in-progress.error-vapifault-neuphonic-voice-failed",
        /// `call.in-progress.error-vapifault-hume-voice-failed`: While the call went on, a fault of Vapi: Hume voice failed.
        CallInProgressErrorVapifaultHumeVoiceFailed = "call.in-progress.error-vapifault-hume-voice-failed",
        /// `call.in-progress.error-vapifault-sesame-voice-failed`: While the call went on, a fault of Vapi: Sesame voice failed.
        CallInProgressErrorVapifaultSesameVoiceFailed = "call.in-progress.error-vapifault-sesame-voice-failed",
        /// `call.in-progress.error-vapifault-inworld-voice-failed`: While the call went on, a fault of Vapi: Inworld voice failed.
        CallInProgressErrorVapifaultInworldVoiceFailed = "call.in-progress.error-vapifault-inworld-voice-failed",
        /// `call.in-progress.error-vapifault-minimax-voice-failed`: While the call went on, a fault of Vapi: MiniMax voice failed.
        CallInProgressErrorVapifaultMinimaxVoiceFailed = "call.in-progress.error-vapifault-minimax-voice-failed",
        /// `call.in-progress.error-vapifault-wellsaid-voice-failed`: While the call went on, a fault of Vapi: WellSaid voice failed.
        CallInProgressErrorVapifaultWellsaidVoiceFailed = "call.in-progress.error-vapifault-wellsaid-voice-failed",
        /// `call.in-progress.error-vapifault-xai-voice-failed`: While the call went on, a fault of Vapi: xAI voice failed.
        CallInProgressErrorVapifaultXaiVoiceFailed = "call.in-progress.error-vapifault-xai-voice-failed",
        /// `call.in-progress.error-vapifault-microsoft-voice-failed`: While the call went on, a fault of Vapi: Microsoft voice failed.
        CallInProgressErrorVapifaultMicrosoftVoiceFailed = "call.in-progress.error-vapifault-microsoft-voice-failed",
        /// `call.in-progress.error-vapifault-tavus-video-failed`: While the call went on, a fault of Vapi: Tavus video failed.
        CallInProgressErrorVapifaultTavusVideoFailed = "call.in-progress.error-vapifault-tavus-video-failed",
        /// `pipeline-error-vapi-llm-failed`: An error of the pipeline: Vapi language model failed.
        PipelineErrorVapiLlmFailed = "pipeline-error-vapi-llm-failed",
        /// `pipeline-error-vapi-400-bad-request-validation-failed`: An error of the pipeline: Vapi 400 bad request validation failed.
        PipelineErrorVapi400BadRequestValidationFailed = "pipeline-error-vapi-400-bad-request-validation-failed",
        /// `pipeline-error-vapi-401-unauthorized`: An error of the pipeline: Vapi 401 unauthorized.
        PipelineErrorVapi401Unauthorized = "pipeline-error-vapi-401-unauthorized",
        /// `pipeline-error-vapi-403-model-access-denied`: An error of the pipeline: Vapi 403 model access denied.
        PipelineErrorVapi403ModelAccessDenied = "pipeline-error-vapi-403-model-access-denied",
        /// `pipeline-error-vapi-429-exceeded-quota`: An error of the pipeline: Vapi 429 exceeded quota.
        PipelineErrorVapi429ExceededQuota = "pipeline-error-vapi-429-exceeded-quota",
        /// `pipeline-error-vapi-500-server-error`: An error of the pipeline: Vapi 500 server error.
        PipelineErrorVapi500ServerError = "pipeline-error-vapi-500-server-error",
        /// `pipeline-error-vapi-503-server-overloaded-error`: An error of the pipeline: Vapi 503 server overloaded error.
        PipelineErrorVapi503ServerOverloadedError = "pipeline-error-vapi-503-server-overloaded-error",
        /// `call.in-progress.error-providerfault-vapi-llm-failed`: While the call went on, a fault of a provider: Vapi language model failed.
        CallInProgressErrorProviderfaultVapiLlmFailed = "call.in-progress.error-providerfault-vapi-llm-failed",
        /// `call.in-progress.error-vapifault-vapi-llm-failed`: While the call went on, a fault of Vapi: Vapi language model failed.
        CallInProgressErrorVapifaultVapiLlmFailed = "call.in-progress.error-vapifault-vapi-llm-failed",
        /// `call.in-progress.error-vapifault-vapi-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Vapi 400 bad request validation failed.
        CallInProgressErrorVapifaultVapi400BadRequestValidationFailed = "call.in-progress.error-vapifault-vapi-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-vapi-401-unauthorized`: While the call went on, a fault of Vapi: Vapi 401 unauthorized.
        CallInProgressErrorVapifaultVapi401Unauthorized = "call.in-progress.error-vapifault-vapi-401-unauthorized",
        /// `call.in-progress.error-vapifault-vapi-403-model-access-denied`: While the call went on, a fault of Vapi: Vapi 403 model access denied.
        CallInProgressErrorVapifaultVapi403ModelAccessDenied = "call.in-progress.error-vapifault-vapi-403-model-access-denied",
        /// `call.in-progress.error-vapifault-vapi-429-exceeded-quota`: While the call went on, a fault of Vapi: Vapi 429 exceeded quota.
        CallInProgressErrorVapifaultVapi429ExceededQuota = "call.in-progress.error-vapifault-vapi-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-vapi-500-server-error`: While the call went on, a fault of a provider: Vapi 500 server error.
        CallInProgressErrorProviderfaultVapi500ServerError = "call.in-progress.error-providerfault-vapi-500-server-error",
        /// `call.in-progress.error-providerfault-vapi-503-server-overloaded-error`: While the call went on, a fault of a provider: Vapi 503 server overloaded error.
        CallInProgressErrorProviderfaultVapi503ServerOverloadedError = "call.in-progress.error-providerfault-vapi-503-server-overloaded-error",
        /// `pipeline-error-vapi-transcriber-failed`: An error of the pipeline: Vapi transcriber failed.
        PipelineErrorVapiTranscriberFailed = "pipeline-error-vapi-transcriber-failed",
        /// `call.in-progress.error-vapifault-vapi-transcriber-failed`: While the call went on, a fault of Vapi: Vapi transcriber failed.
        CallInProgressErrorVapifaultVapiTranscriberFailed = "call.in-progress.error-vapifault-vapi-transcriber-failed",
        /// `call.in-progress.error-providerfault-vapi-transcriber-failed`: While the call went on, a fault of a provider: Vapi transcriber failed.
        CallInProgressErrorProviderfaultVapiTranscriberFailed = "call.in-progress.error-providerfault-vapi-transcriber-failed",
        /// `call.in-progress.error-providerfault-vapi-voice-failed`: While the call went on, a fault of a provider: Vapi voice failed.
        CallInProgressErrorProviderfaultVapiVoiceFailed = "call.in-progress.error-providerfault-vapi-voice-failed",
        /// `pipeline-error-deepgram-transcriber-failed`: An error of the pipeline: Deepgram transcriber failed.
        PipelineErrorDeepgramTranscriberFailed = "pipeline-error-deepgram-transcriber-failed",
        /// `pipeline-error-deepgram-transcriber-api-key-missing`: An error of the pipeline: Deepgram transcriber API key missing.
        PipelineErrorDeepgramTranscriberApiKeyMissing = "pipeline-error-deepgram-transcriber-api-key-missing",
        /// `call.in-progress.error-vapifault-deepgram-transcriber-failed`: While the call went on, a fault of Vapi: Deepgram transcriber failed.
        CallInProgressErrorVapifaultDeepgramTranscriberFailed = "call.in-progress.error-vapifault-deepgram-transcriber-failed",
        /// `pipeline-error-gladia-transcriber-failed`: An error of the pipeline: Gladia transcriber failed.
        PipelineErrorGladiaTranscriberFailed = "pipeline-error-gladia-transcriber-failed",
        /// `call.in-progress.error-vapifault-gladia-transcriber-failed`: While the call went on, a fault of Vapi: Gladia transcriber failed.
        CallInProgressErrorVapifaultGladiaTranscriberFailed = "call.in-progress.error-vapifault-gladia-transcriber-failed",
        /// `pipeline-error-speechmatics-transcriber-failed`: An error of the pipeline: Speechmatics transcriber failed.
        PipelineErrorSpeechmaticsTranscriberFailed = "pipeline-error-speechmatics-transcriber-failed",
        /// `call.in-progress.error-vapifault-speechmatics-transcriber-failed`: While the call went on, a fault of Vapi: Speechmatics transcriber failed.
        CallInProgressErrorVapifaultSpeechmaticsTranscriberFailed = "call.in-progress.error-vapifault-speechmatics-transcriber-failed",
        /// `pipeline-error-assembly-ai-transcriber-failed`: An error of the pipeline: Assembly AI transcriber failed.
        PipelineErrorAssemblyAiTranscriberFailed = "pipeline-error-assembly-ai-transcriber-failed",
        /// `pipeline-error-assembly-ai-returning-400-insufficent-funds`: An error of the pipeline: Assembly AI returning 400 insufficient funds.
        PipelineErrorAssemblyAiReturning400InsufficentFunds = "pipeline-error-assembly-ai-returning-400-insufficent-funds",
        /// `pipeline-error-assembly-ai-returning-400-paid-only-feature`: An error of the pipeline: Assembly AI returning 400 paid only feature.
        PipelineErrorAssemblyAiReturning400PaidOnlyFeature = "pipeline-error-assembly-ai-returning-400-paid-only-feature",
        /// `pipeline-error-assembly-ai-returning-401-invalid-credentials`: An error of the pipeline: Assembly AI returning 401 invalid credentials.
        PipelineErrorAssemblyAiReturning401InvalidCredentials = "pipeline-error-assembly-ai-returning-401-invalid-credentials",
        /// `pipeline-error-assembly-ai-returning-500-invalid-schema`: An error of the pipeline: Assembly AI returning 500 invalid schema.
        PipelineErrorAssemblyAiReturning500InvalidSchema = "pipeline-error-assembly-ai-returning-500-invalid-schema",
        /// `pipeline-error-assembly-ai-returning-500-word-boost-parsing-failed`: An error of the pipeline: Assembly AI returning 500 word boost parsing failed.
        PipelineErrorAssemblyAiReturning500WordBoostParsingFailed = "pipeline-error-assembly-ai-returning-500-word-boost-parsing-failed",
        /// `call.in-progress.error-vapifault-assembly-ai-transcriber-failed`: While the call went on, a fault of Vapi: Assembly AI transcriber failed.
        CallInProgressErrorVapifaultAssemblyAiTranscriberFailed = "call.in-progress.error-vapifault-assembly-ai-transcriber-failed",
        /// `call.in-progress.error-vapifault-assembly-ai-returning-400-insufficent-funds`: While the call went on, a fault of Vapi: Assembly AI returning 400 insufficient funds.
        CallInProgressErrorVapifaultAssemblyAiReturning400InsufficentFunds = "call.in-progress.error-vapifault-assembly-ai-returning-400-insufficent-funds",
        /// `call.in-progress.error-vapifault-assembly-ai-returning-400-paid-only-feature`: While the call went on, a fault of Vapi: Assembly AI returning 400 paid only feature.
        CallInProgressErrorVapifaultAssemblyAiReturning400PaidOnlyFeature = "call.in-progress.error-vapifault-assembly-ai-returning-400-paid-only-feature",
        /// `call.in-progress.error-vapifault-assembly-ai-returning-401-invalid-credentials`: While the call went on, a fault of Vapi: Assembly AI returning 401 invalid credentials.
        CallInProgressErrorVapifaultAssemblyAiReturning401InvalidCredentials = "call.in-progress.error-vapifault-assembly-ai-returning-401-invalid-credentials",
        /// `call.in-progress.error-vapifault-assembly-ai-returning-500-invalid-schema`: While the call went on, a fault of Vapi: Assembly AI returning 500 invalid schema.
        CallInProgressErrorVapifaultAssemblyAiReturning500InvalidSchema = "call.in-progress.error-vapifault-assembly-ai-returning-500-invalid-schema",
        /// `call.in-progress.error-vapifault-assembly-ai-returning-500-word-boost-parsing-failed`: While the call went on, a fault of Vapi: Assembly AI returning 500 word boost parsing failed.
        CallInProgressErrorVapifaultAssemblyAiReturning500WordBoostParsingFailed = "call.in-progress.error-vapifault-assembly-ai-returning-500-word-boost-parsing-failed",
        /// `pipeline-error-talkscriber-transcriber-failed`: An error of the pipeline: Talkscriber transcriber failed.
        PipelineErrorTalkscriberTranscriberFailed = "pipeline-error-talkscriber-transcriber-failed",
        /// `call.in-progress.error-vapifault-talkscriber-transcriber-failed`: While the call went on, a fault of Vapi: Talkscriber transcriber failed.
        CallInProgressErrorVapifaultTalkscriberTranscriberFailed = "call.in-progress.error-vapifault-talkscriber-transcriber-failed",
        /// `pipeline-error-azure-speech-transcriber-failed`: An error of the pipeline: Azure speech transcriber failed.
        PipelineErrorAzureSpeechTranscriberFailed = "pipeline-error-azure-speech-transcriber-failed",
        /// `call.in-progress.error-vapifault-azure-speech-transcriber-failed`: While the call went on, a fault of Vapi: Azure speech transcriber failed.
        CallInProgressErrorVapifaultAzureSpeechTranscriberFailed = "call.in-progress.error-vapifault-azure-speech-transcriber-failed",
        /// `pipeline-error-eleven-labs-transcriber-failed`: An error of the pipeline: Eleven Labs transcriber failed.
        PipelineErrorElevenLabsTranscriberFailed = "pipeline-error-eleven-labs-transcriber-failed",
        /// `call.in-progress.error-vapifault-eleven-labs-transcriber-failed`: While the call went on, a fault of Vapi: Eleven Labs transcriber failed.
        CallInProgressErrorVapifaultElevenLabsTranscriberFailed = "call.in-progress.error-vapifault-eleven-labs-transcriber-failed",
        /// `pipeline-error-google-transcriber-failed`: An error of the pipeline: Google transcriber failed.
        PipelineErrorGoogleTranscriberFailed = "pipeline-error-google-transcriber-failed",
        /// `call.in-progress.error-vapifault-google-transcriber-failed`: While the call went on, a fault of Vapi: Google transcriber failed.
        CallInProgressErrorVapifaultGoogleTranscriberFailed = "call.in-progress.error-vapifault-google-transcriber-failed",
        /// `pipeline-error-openai-transcriber-failed`: An error of the pipeline: OpenAI transcriber failed.
        PipelineErrorOpenaiTranscriberFailed = "pipeline-error-openai-transcriber-failed",
        /// `call.in-progress.error-vapifault-openai-transcriber-failed`: While the call went on, a fault of Vapi: OpenAI transcriber failed.
        CallInProgressErrorVapifaultOpenaiTranscriberFailed = "call.in-progress.error-vapifault-openai-transcriber-failed",
        /// `pipeline-error-soniox-transcriber-auth-failed`: An error of the pipeline: Soniox transcriber authentication failed.
        PipelineErrorSonioxTranscriberAuthFailed = "pipeline-error-soniox-transcriber-auth-failed",
        /// `pipeline-error-soniox-transcriber-rate-limited`: An error of the pipeline: Soniox transcriber rate limited.
        PipelineErrorSonioxTranscriberRateLimited = "pipeline-error-soniox-transcriber-rate-limited",
        /// `pipeline-error-soniox-transcriber-invalid-config`: An error of the pipeline: Soniox transcriber invalid config.
        PipelineErrorSonioxTranscriberInvalidConfig = "pipeline-error-soniox-transcriber-invalid-config",
        /// `pipeline-error-soniox-transcriber-server-error`: An error of the pipeline: Soniox transcriber server error.
        PipelineErrorSonioxTranscriberServerError = "pipeline-error-soniox-transcriber-server-error",
        /// `pipeline-error-soniox-transcriber-failed`: An error of the pipeline: Soniox transcriber failed.
        PipelineErrorSonioxTranscriberFailed = "pipeline-error-soniox-transcriber-failed",
        /// `call.in-progress.error-vapifault-soniox-transcriber-auth-failed`: While the call went on, a fault of Vapi: Soniox transcriber authentication failed.
        CallInProgressErrorVapifaultSonioxTranscriberAuthFailed = "call.in-progress.error-vapifault-soniox-transcriber-auth-failed",
        /// `call.in-progress.error-vapifault-soniox-transcriber-rate-limited`: While the call went on, a fault of Vapi: Soniox transcriber rate limited.
        CallInProgressErrorVapifaultSonioxTranscriberRateLimited = "call.in-progress.error-vapifault-soniox-transcriber-rate-limited",
        /// `call.in-progress.error-vapifault-soniox-transcriber-invalid-config`: While the call went on, a fault of Vapi: Soniox transcriber invalid config.
        CallInProgressErrorVapifaultSonioxTranscriberInvalidConfig = "call.in-progress.error-vapifault-soniox-transcriber-invalid-config",
        /// `call.in-progress.error-vapifault-soniox-transcriber-server-error`: While the call went on, a fault of Vapi: Soniox transcriber server error.
        CallInProgressErrorVapifaultSonioxTranscriberServerError = "call.in-progress.error-vapifault-soniox-transcriber-server-error",
        /// `call.in-progress.error-vapifault-soniox-transcriber-failed`: While the call went on, a fault of Vapi: Soniox transcriber failed.
        CallInProgressErrorVapifaultSonioxTranscriberFailed = "call.in-progress.error-vapifault-soniox-transcriber-failed",
        /// `pipeline-error-xai-transcriber-auth-failed`: An error of the pipeline: xAI transcriber authentication failed.
        PipelineErrorXaiTranscriberAuthFailed = "pipeline-error-xai-transcriber-auth-failed",
        /// `pipeline-error-xai-transcriber-rate-limited`: An error of the pipeline: xAI transcriber rate limited.
        PipelineErrorXaiTranscriberRateLimited = "pipeline-error-xai-transcriber-rate-limited",
        /// `pipeline-error-xai-transcriber-invalid-config`: An error of the pipeline: xAI transcriber invalid config.
        PipelineErrorXaiTranscriberInvalidConfig = "pipeline-error-xai-transcriber-invalid-config",
        /// `pipeline-error-xai-transcriber-server-error`: An error of the pipeline: xAI transcriber server error.
        PipelineErrorXaiTranscriberServerError = "pipeline-error-xai-transcriber-server-error",
        /// `pipeline-error-xai-transcriber-failed`: An error of the pipeline: xAI transcriber failed.
        PipelineErrorXaiTranscriberFailed = "pipeline-error-xai-transcriber-failed",
        /// `call.in-progress.error-vapifault-xai-transcriber-auth-failed`: While the call went on, a fault of Vapi: xAI transcriber authentication failed.
        CallInProgressErrorVapifaultXaiTranscriberAuthFailed = "call.in-progress.error-vapifault-xai-transcriber-auth-failed",
        /// `call.in-progress.error-vapifault-xai-transcriber-rate-limited`: While the call went on, a fault of Vapi: xAI transcriber rate limited.
        CallInProgressErrorVapifaultXaiTranscriberRateLimited = "call.in-progress.error-vapifault-xai-transcriber-rate-limited",
        /// `call.in-progress.error-vapifault-xai-transcriber-invalid-config`: While the call went on, a fault of Vapi: xAI transcriber invalid config.
        CallInProgressErrorVapifaultXaiTranscriberInvalidConfig = "call.in-progress.error-vapifault-xai-transcriber-invalid-config",
        /// `call.in-progress.error-vapifault-xai-transcriber-server-error`: While the call went on, a fault of Vapi: xAI transcriber server error.
        CallInProgressErrorVapifaultXaiTranscriberServerError = "call.in-progress.error-vapifault-xai-transcriber-server-error",
        /// `call.in-progress.error-vapifault-xai-transcriber-failed`: While the call went on, a fault of Vapi: xAI transcriber failed.
        CallInProgressErrorVapifaultXaiTranscriberFailed = "call.in-progress.error-vapifault-xai-transcriber-failed",
        /// `pipeline-error-cartesia-transcriber-failed`: An error of the pipeline: Cartesia transcriber failed.
        PipelineErrorCartesiaTranscriberFailed = "pipeline-error-cartesia-transcriber-failed",
        /// `call.in-progress.error-vapifault-cartesia-transcriber-failed`: While the call went on, a fault of Vapi: Cartesia transcriber failed.
        CallInProgressErrorVapifaultCartesiaTranscriberFailed = "call.in-progress.error-vapifault-cartesia-transcriber-failed",
        /// `call.in-progress.error-pipeline-no-available-llm-model`: While the call went on, an error: pipeline no available language model model.
        CallInProgressErrorPipelineNoAvailableLlmModel = "call.in-progress.error-pipeline-no-available-llm-model",
        /// `worker-shutdown`: Worker shutdown.
        WorkerShutdown = "worker-shutdown",
        /// `vonage-disconnected`: Vonage disconnected.
        VonageDisconnected = "vonage-disconnected",
        /// `vonage-failed-to-connect-call`: Vonage failed to connect call.
        VonageFailedToConnectCall = "vonage-failed-to-connect-call",
        /// `vonage-completed`: Vonage completed.
        VonageCompleted = "vonage-completed",
        /// `phone-call-provider-bypass-enabled-but-no-call-received`: Phone call provider bypass enabled but no call received.
        PhoneCallProviderBypassEnabledButNoCallReceived = "phone-call-provider-bypass-enabled-but-no-call-received",
        /// `call.in-progress.error-providerfault-transport-never-connected`: While the call went on, a fault of a provider: transport never connected.
        CallInProgressErrorProviderfaultTransportNeverConnected = "call.in-progress.error-providerfault-transport-never-connected",
        /// `call.in-progress.error-vapifault-worker-not-available`: While the call went on, a fault of Vapi: worker not available.
        CallInProgressErrorVapifaultWorkerNotAvailable = "call.in-progress.error-vapifault-worker-not-available",
        /// `call.in-progress.error-vapifault-transport-never-connected`: While the call went on, a fault of Vapi: transport never connected.
        CallInProgressErrorVapifaultTransportNeverConnected = "call.in-progress.error-vapifault-transport-never-connected",
        /// `call.in-progress.error-vapifault-transport-connected-but-call-not-active`: While the call went on, a fault of Vapi: transport connected but call not active.
        CallInProgressErrorVapifaultTransportConnectedButCallNotActive = "call.in-progress.error-vapifault-transport-connected-but-call-not-active",
        /// `call.in-progress.error-vapifault-call-started-but-connection-to-transport-missing`: While the call went on, a fault of Vapi: call started but connection to transport missing.
        CallInProgressErrorVapifaultCallStartedButConnectionToTransportMissing = "call.in-progress.error-vapifault-call-started-but-connection-to-transport-missing",
        /// `call.in-progress.error-vapifault-worker-died`: While the call went on, a fault of Vapi: worker died.
        CallInProgressErrorVapifaultWorkerDied = "call.in-progress.error-vapifault-worker-died",
        /// `call.in-progress.twilio-completed-call`: While the call went on: Twilio completed call.
        CallInProgressTwilioCompletedCall = "call.in-progress.twilio-completed-call",
        /// `call.in-progress.sip-completed-call`: While the call went on: SIP completed call.
        CallInProgressSipCompletedCall = "call.in-progress.sip-completed-call",
        /// `call.in-progress.error-sip-inbound-call-failed-to-connect`: While the call went on, an error: SIP inbound call failed to connect.
        CallInProgressErrorSipInboundCallFailedToConnect = "call.in-progress.error-sip-inbound-call-failed-to-connect",
        /// `call.in-progress.error-providerfault-outbound-sip-503-service-unavailable`: While the call went on, a fault of a provider: outbound SIP 503 service unavailable.
        CallInProgressErrorProviderfaultOutboundSip503ServiceUnavailable = "call.in-progress.error-providerfault-outbound-sip-503-service-unavailable",
        /// `call.in-progress.error-sip-outbound-call-failed-to-connect`: While the call went on, an error: SIP outbound call failed to connect.
        CallInProgressErrorSipOutboundCallFailedToConnect = "call.in-progress.error-sip-outbound-call-failed-to-connect",
        /// `call.ringing.error-sip-inbound-call-failed-to-connect`: While it rang, an error: SIP inbound call failed to connect.
        CallRingingErrorSipInboundCallFailedToConnect = "call.ringing.error-sip-inbound-call-failed-to-connect",
        /// `call.in-progress.error-providerfault-openai-llm-failed`: While the call went on, a fault of a provider: OpenAI language model failed.
        CallInProgressErrorProviderfaultOpenaiLlmFailed = "call.in-progress.error-providerfault-openai-llm-failed",
        /// `call.in-progress.error-providerfault-azure-openai-llm-failed`: While the call went on, a fault of a provider: Azure OpenAI language model failed.
        CallInProgressErrorProviderfaultAzureOpenaiLlmFailed = "call.in-progress.error-providerfault-azure-openai-llm-failed",
        /// `call.in-progress.error-providerfault-groq-llm-failed`: While the call went on, a fault of a provider: Groq language model failed.
        CallInProgressErrorProviderfaultGroqLlmFailed = "call.in-progress.error-providerfault-groq-llm-failed",
        /// `call.in-progress.error-providerfault-google-llm-failed`: While the call went on, a fault of a provider: Google language model failed.
        CallInProgressErrorProviderfaultGoogleLlmFailed = "call.in-progress.error-providerfault-google-llm-failed",
        /// `call.in-progress.error-providerfault-xai-llm-failed`: While the call went on, a fault of a provider: xAI language model failed.
        CallInProgressErrorProviderfaultXaiLlmFailed = "call.in-progress.error-providerfault-xai-llm-failed",
        /// `call.in-progress.error-providerfault-mistral-llm-failed`: While the call went on, a fault of a provider: Mistral language model failed.
        CallInProgressErrorProviderfaultMistralLlmFailed = "call.in-progress.error-providerfault-mistral-llm-failed",
        /// `call.in-progress.error-providerfault-minimax-llm-failed`: While the call went on, a fault of a provider: MiniMax language model failed.
        CallInProgressErrorProviderfaultMinimaxLlmFailed = "call.in-progress.error-providerfault-minimax-llm-failed",
        /// `call.in-progress.error-providerfault-inflection-ai-llm-failed`: While the call went on, a fault of a provider: Inflection AI language model failed.
        CallInProgressErrorProviderfaultInflectionAiLlmFailed = "call.in-progress.error-providerfault-inflection-ai-llm-failed",
        /// `call.in-progress.error-providerfault-cerebras-llm-failed`: While the call went on, a fault of a provider: Cerebras language model failed.
        CallInProgressErrorProviderfaultCerebrasLlmFailed = "call.in-progress.error-providerfault-cerebras-llm-failed",
        /// `call.in-progress.error-providerfault-deep-seek-llm-failed`: While the call went on, a fault of a provider: Deep seek language model failed.
        CallInProgressErrorProviderfaultDeepSeekLlmFailed = "call.in-progress.error-providerfault-deep-seek-llm-failed",
        /// `call.in-progress.error-providerfault-baseten-llm-failed`: While the call went on, a fault of a provider: Baseten language model failed.
        CallInProgressErrorProviderfaultBasetenLlmFailed = "call.in-progress.error-providerfault-baseten-llm-failed",
        /// `call.in-progress.error-vapifault-chat-pipeline-failed-to-start`: While the call went on, a fault of Vapi: chat pipeline failed to start.
        CallInProgressErrorVapifaultChatPipelineFailedToStart = "call.in-progress.error-vapifault-chat-pipeline-failed-to-start",
        /// `pipeline-error-openai-400-bad-request-validation-failed`: An error of the pipeline: OpenAI 400 bad request validation failed.
        PipelineErrorOpenai400BadRequestValidationFailed = "pipeline-error-openai-400-bad-request-validation-failed",
        /// `pipeline-error-openai-401-unauthorized`: An error of the pipeline: OpenAI 401 unauthorized.
        PipelineErrorOpenai401Unauthorized = "pipeline-error-openai-401-unauthorized",
        /// `pipeline-error-openai-401-incorrect-api-key`: An error of the pipeline: OpenAI 401 incorrect API key.
        PipelineErrorOpenai401IncorrectApiKey = "pipeline-error-openai-401-incorrect-api-key",
        /// `pipeline-error-openai-401-account-not-in-organization`: An error of the pipeline: OpenAI 401 account not in organization.
        PipelineErrorOpenai401AccountNotInOrganization = "pipeline-error-openai-401-account-not-in-organization",
        /// `pipeline-error-openai-403-model-access-denied`: An error of the pipeline: OpenAI 403 model access denied.
        PipelineErrorOpenai403ModelAccessDenied = "pipeline-error-openai-403-model-access-denied",
        /// `pipeline-error-openai-429-exceeded-quota`: An error of the pipeline: OpenAI 429 exceeded quota.
        PipelineErrorOpenai429ExceededQuota = "pipeline-error-openai-429-exceeded-quota",
        /// `pipeline-error-openai-429-rate-limit-reached`: An error of the pipeline: OpenAI 429 rate limit reached.
        PipelineErrorOpenai429RateLimitReached = "pipeline-error-openai-429-rate-limit-reached",
        /// `pipeline-error-openai-500-server-error`: An error of the pipeline: OpenAI 500 server error.
        PipelineErrorOpenai500ServerError = "pipeline-error-openai-500-server-error",
        /// `pipeline-error-openai-503-server-overloaded-error`: An error of the pipeline: OpenAI 503 server overloaded error.
        PipelineErrorOpenai503ServerOverloadedError = "pipeline-error-openai-503-server-overloaded-error",
        /// `pipeline-error-openai-llm-failed`: An error of the pipeline: OpenAI language model failed.
        PipelineErrorOpenaiLlmFailed = "pipeline-error-openai-llm-failed",
        /// `call.in-progress.error-vapifault-openai-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: OpenAI 400 bad request validation failed.
        CallInProgressErrorVapifaultOpenai400BadRequestValidationFailed = "call.in-progress.error-vapifault-openai-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-openai-401-unauthorized`: While the call went on, a fault of Vapi: OpenAI 401 unauthorized.
        CallInProgressErrorVapifaultOpenai401Unauthorized = "call.in-progress.error-vapifault-openai-401-unauthorized",
        /// `call.in-progress.error-vapifault-openai-401-incorrect-api-key`: While the call went on, a fault of Vapi: OpenAI 401 incorrect API key.
        CallInProgressErrorVapifaultOpenai401IncorrectApiKey = "call.in-progress.error-vapifault-openai-401-incorrect-api-key",
        /// `call.in-progress.error-vapifault-openai-401-account-not-in-organization`: While the call went on, a fault of Vapi: OpenAI 401 account not in organization.
        CallInProgressErrorVapifaultOpenai401AccountNotInOrganization = "call.in-progress.error-vapifault-openai-401-account-not-in-organization",
        /// `call.in-progress.error-vapifault-openai-403-model-access-denied`: While the call went on, a fault of Vapi: OpenAI 403 model access denied.
        CallInProgressErrorVapifaultOpenai403ModelAccessDenied = "call.in-progress.error-vapifault-openai-403-model-access-denied",
        /// `call.in-progress.error-vapifault-openai-429-exceeded-quota`: While the call went on, a fault of Vapi: OpenAI 429 exceeded quota.
        CallInProgressErrorVapifaultOpenai429ExceededQuota = "call.in-progress.error-vapifault-openai-429-exceeded-quota",
        /// `call.in-progress.error-vapifault-openai-429-rate-limit-reached`: While the call went on, a fault of Vapi: OpenAI 429 rate limit reached.
        CallInProgressErrorVapifaultOpenai429RateLimitReached = "call.in-progress.error-vapifault-openai-429-rate-limit-reached",
        /// `call.in-progress.error-providerfault-openai-500-server-error`: While the call went on, a fault of a provider: OpenAI 500 server error.
        CallInProgressErrorProviderfaultOpenai500ServerError = "call.in-progress.error-providerfault-openai-500-server-error",
        /// `call.in-progress.error-providerfault-openai-503-server-overloaded-error`: While the call went on, a fault of a provider: OpenAI 503 server overloaded error.
        CallInProgressErrorProviderfaultOpenai503ServerOverloadedError = "call.in-progress.error-providerfault-openai-503-server-overloaded-error",
        /// `pipeline-error-azure-openai-400-bad-request-validation-failed`: An error of the pipeline: Azure OpenAI 400 bad request validation failed.
        PipelineErrorAzureOpenai400BadRequestValidationFailed = "pipeline-error-azure-openai-400-bad-request-validation-failed",
        /// `pipeline-error-azure-openai-401-unauthorized`: An error of the pipeline: Azure OpenAI 401 unauthorized.
        PipelineErrorAzureOpenai401Unauthorized = "pipeline-error-azure-openai-401-unauthorized",
        /// `pipeline-error-azure-openai-403-model-access-denied`: An error of the pipeline: Azure OpenAI 403 model access denied.
        PipelineErrorAzureOpenai403ModelAccessDenied = "pipeline-error-azure-openai-403-model-access-denied",
        /// `pipeline-error-azure-openai-429-exceeded-quota`: An error of the pipeline: Azure OpenAI 429 exceeded quota.
        PipelineErrorAzureOpenai429ExceededQuota = "pipeline-error-azure-openai-429-exceeded-quota",
        /// `pipeline-error-azure-openai-500-server-error`: An error of the pipeline: Azure OpenAI 500 server error.
        PipelineErrorAzureOpenai500ServerError = "pipeline-error-azure-openai-500-server-error",
        /// `pipeline-error-azure-openai-503-server-overloaded-error`: An error of the pipeline: Azure OpenAI 503 server overloaded error.
        PipelineErrorAzureOpenai503ServerOverloadedError = "pipeline-error-azure-openai-503-server-overloaded-error",
        /// `pipeline-error-azure-openai-llm-failed`: An error of the pipeline: Azure OpenAI language model failed.
        PipelineErrorAzureOpenaiLlmFailed = "pipeline-error-azure-openai-llm-failed",
        /// `call.in-progress.error-vapifault-azure-openai-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Azure OpenAI 400 bad request validation failed.
        CallInProgressErrorVapifaultAzureOpenai400BadRequestValidationFailed = "call.in-progress.error-vapifault-azure-openai-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-azure-openai-401-unauthorized`: While the call went on, a fault of Vapi: Azure OpenAI 401 unauthorized.
        CallInProgressErrorVapifaultAzureOpenai401Unauthorized = "call.in-progress.error-vapifault-azure-openai-401-unauthorized",
        /// `call.in-progress.error-vapifault-azure-openai-403-model-access-denied`: While the call went on, a fault of Vapi: Azure OpenAI 403 model access denied.
        CallInProgressErrorVapifaultAzureOpenai403ModelAccessDenied = "call.in-progress.error-vapifault-azure-openai-403-model-access-denied",
        /// `call.in-progress.error-vapifault-azure-openai-429-exceeded-quota`: While the call went on, a fault of Vapi: Azure OpenAI 429 exceeded quota.
        CallInProgressErrorVapifaultAzureOpenai429ExceededQuota = "call.in-progress.error-vapifault-azure-openai-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-azure-openai-500-server-error`: While the call went on, a fault of a provider: Azure OpenAI 500 server error.
        CallInProgressErrorProviderfaultAzureOpenai500ServerError = "call.in-progress.error-providerfault-azure-openai-500-server-error",
        /// `call.in-progress.error-providerfault-azure-openai-503-server-overloaded-error`: While the call went on, a fault of a provider: Azure OpenAI 503 server overloaded error.
        CallInProgressErrorProviderfaultAzureOpenai503ServerOverloadedError = "call.in-progress.error-providerfault-azure-openai-503-server-overloaded-error",
        /// `pipeline-error-google-400-bad-request-validation-failed`: An error of the pipeline: Google 400 bad request validation failed.
        PipelineErrorGoogle400BadRequestValidationFailed = "pipeline-error-google-400-bad-request-validation-failed",
        /// `pipeline-error-google-401-unauthorized`: An error of the pipeline: Google 401 unauthorized.
        PipelineErrorGoogle401Unauthorized = "pipeline-error-google-401-unauthorized",
        /// `pipeline-error-google-403-model-access-denied`: An error of the pipeline: Google 403 model access denied.
        PipelineErrorGoogle403ModelAccessDenied = "pipeline-error-google-403-model-access-denied",
        /// `pipeline-error-google-429-exceeded-quota`: An error of the pipeline: Google 429 exceeded quota.
        PipelineErrorGoogle429ExceededQuota = "pipeline-error-google-429-exceeded-quota",
        /// `pipeline-error-google-500-server-error`: An error of the pipeline: Google 500 server error.
        PipelineErrorGoogle500ServerError = "pipeline-error-google-500-server-error",
        /// `pipeline-error-google-503-server-overloaded-error`: An error of the pipeline: Google 503 server overloaded error.
        PipelineErrorGoogle503ServerOverloadedError = "pipeline-error-google-503-server-overloaded-error",
        /// `pipeline-error-google-llm-failed`: An error of the pipeline: Google language model failed.
        PipelineErrorGoogleLlmFailed = "pipeline-error-google-llm-failed",
        /// `call.in-progress.error-vapifault-google-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Google 400 bad request validation failed.
        CallInProgressErrorVapifaultGoogle400BadRequestValidationFailed = "call.in-progress.error-vapifault-google-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-google-401-unauthorized`: While the call went on, a fault of Vapi: Google 401 unauthorized.
        CallInProgressErrorVapifaultGoogle401Unauthorized = "call.in-progress.error-vapifault-google-401-unauthorized",
        /// `call.in-progress.error-vapifault-google-403-model-access-denied`: While the call went on, a fault of Vapi: Google 403 model access denied.
        CallInProgressErrorVapifaultGoogle403ModelAccessDenied = "call.in-progress.error-vapifault-google-403-model-access-denied",
        /// `call.in-progress.error-vapifault-google-429-exceeded-quota`: While the call went on, a fault of Vapi: Google 429 exceeded quota.
        CallInProgressErrorVapifaultGoogle429ExceededQuota = "call.in-progress.error-vapifault-google-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-google-500-server-error`: While the call went on, a fault of a provider: Google 500 server error.
        CallInProgressErrorProviderfaultGoogle500ServerError = "call.in-progress.error-providerfault-google-500-server-error",
        /// `call.in-progress.error-providerfault-google-503-server-overloaded-error`: While the call went on, a fault of a provider: Google 503 server overloaded error.
        CallInProgressErrorProviderfaultGoogle503ServerOverloadedError = "call.in-progress.error-providerfault-google-503-server-overloaded-error",
        /// `pipeline-error-xai-400-bad-request-validation-failed`: An error of the pipeline: xAI 400 bad request validation failed.
        PipelineErrorXai400BadRequestValidationFailed = "pipeline-error-xai-400-bad-request-validation-failed",
        /// `pipeline-error-xai-401-unauthorized`: An error of the pipeline: xAI 401 unauthorized.
        PipelineErrorXai401Unauthorized = "pipeline-error-xai-401-unauthorized",
        /// `pipeline-error-xai-403-model-access-denied`: An error of the pipeline: xAI 403 model access denied.
        PipelineErrorXai403ModelAccessDenied = "pipeline-error-xai-403-model-access-denied",
        /// `pipeline-error-xai-429-exceeded-quota`: An error of the pipeline: xAI 429 exceeded quota.
        PipelineErrorXai429ExceededQuota = "pipeline-error-xai-429-exceeded-quota",
        /// `pipeline-error-xai-500-server-error`: An error of the pipeline: xAI 500 server error.
        PipelineErrorXai500ServerError = "pipeline-error-xai-500-server-error",
        /// `pipeline-error-xai-503-server-overloaded-error`: An error of the pipeline: xAI 503 server overloaded error.
        PipelineErrorXai503ServerOverloadedError = "pipeline-error-xai-503-server-overloaded-error",
        /// `pipeline-error-xai-llm-failed`: An error of the pipeline: xAI language model failed.
        PipelineErrorXaiLlmFailed = "pipeline-error-xai-llm-failed",
        /// `call.in-progress.error-vapifault-xai-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: xAI 400 bad request validation failed.
        CallInProgressErrorVapifaultXai400BadRequestValidationFailed = "call.in-progress.error-vapifault-xai-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-xai-401-unauthorized`: While the call went on, a fault of Vapi: xAI 401 unauthorized.
        CallInProgressErrorVapifaultXai401Unauthorized = "call.in-progress.error-vapifault-xai-401-unauthorized",
        /// `call.in-progress.error-vapifault-xai-403-model-access-denied`: While the call went on, a fault of Vapi: xAI 403 model access denied.
        CallInProgressErrorVapifaultXai403ModelAccessDenied = "call.in-progress.error-vapifault-xai-403-model-access-denied",
        /// `call.in-progress.error-vapifault-xai-429-exceeded-quota`: While the call went on, a fault of Vapi: xAI 429 exceeded quota.
        CallInProgressErrorVapifaultXai429ExceededQuota = "call.in-progress.error-vapifault-xai-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-xai-500-server-error`: While the call went on, a fault of a provider: xAI 500 server error.
        CallInProgressErrorProviderfaultXai500ServerError = "call.in-progress.error-providerfault-xai-500-server-error",
        /// `call.in-progress.error-providerfault-xai-503-server-overloaded-error`: While the call went on, a fault of a provider: xAI 503 server overloaded error.
        CallInProgressErrorProviderfaultXai503ServerOverloadedError = "call.in-progress.error-providerfault-xai-503-server-overloaded-error",
        /// `pipeline-error-baseten-400-bad-request-validation-failed`: An error of the pipeline: Baseten 400 bad request validation failed.
        PipelineErrorBaseten400BadRequestValidationFailed = "pipeline-error-baseten-400-bad-request-validation-failed",
        /// `pipeline-error-baseten-401-unauthorized`: An error of the pipeline: Baseten 401 unauthorized.
        PipelineErrorBaseten401Unauthorized = "pipeline-error-baseten-401-unauthorized",
        /// `pipeline-error-baseten-403-model-access-denied`: An error of the pipeline: Baseten 403 model access denied.
        PipelineErrorBaseten403ModelAccessDenied = "pipeline-error-baseten-403-model-access-denied",
        /// `pipeline-error-baseten-429-exceeded-quota`: An error of the pipeline: Baseten 429 exceeded quota.
        PipelineErrorBaseten429ExceededQuota = "pipeline-error-baseten-429-exceeded-quota",
        /// `pipeline-error-baseten-500-server-error`: An error of the pipeline: Baseten 500 server error.
        PipelineErrorBaseten500ServerError = "pipeline-error-baseten-500-server-error",
        /// `pipeline-error-baseten-503-server-overloaded-error`: An error of the pipeline: Baseten 503 server overloaded error.
        PipelineErrorBaseten503ServerOverloadedError = "pipeline-error-baseten-503-server-overloaded-error",
        /// `pipeline-error-baseten-llm-failed`: An error of the pipeline: Baseten language model failed.
        PipelineErrorBasetenLlmFailed = "pipeline-error-baseten-llm-failed",
        /// `call.in-progress.error-vapifault-baseten-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Baseten 400 bad request validation failed.
        CallInProgressErrorVapifaultBaseten400BadRequestValidationFailed = "call.in-progress.error-vapifault-baseten-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-baseten-401-unauthorized`: While the call went on, a fault of Vapi: Baseten 401 unauthorized.
        CallInProgressErrorVapifaultBaseten401Unauthorized = "call.in-progress.error-vapifault-baseten-401-unauthorized",
        /// `call.in-progress.error-vapifault-baseten-403-model-access-denied`: While the call went on, a fault of Vapi: Baseten 403 model access denied.
        CallInProgressErrorVapifaultBaseten403ModelAccessDenied = "call.in-progress.error-vapifault-baseten-403-model-access-denied",
        /// `call.in-progress.error-vapifault-baseten-429-exceeded-quota`: While the call went on, a fault of Vapi: Baseten 429 exceeded quota.
        CallInProgressErrorVapifaultBaseten429ExceededQuota = "call.in-progress.error-vapifault-baseten-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-baseten-500-server-error`: While the call went on, a fault of a provider: Baseten 500 server error.
        CallInProgressErrorProviderfaultBaseten500ServerError = "call.in-progress.error-providerfault-baseten-500-server-error",
        /// `call.in-progress.error-providerfault-baseten-503-server-overloaded-error`: While the call went on, a fault of a provider: Baseten 503 server overloaded error.
        CallInProgressErrorProviderfaultBaseten503ServerOverloadedError = "call.in-progress.error-providerfault-baseten-503-server-overloaded-error",
        /// `pipeline-error-mistral-400-bad-request-validation-failed`: An error of the pipeline: Mistral 400 bad request validation failed.
        PipelineErrorMistral400BadRequestValidationFailed = "pipeline-error-mistral-400-bad-request-validation-failed",
        /// `pipeline-error-mistral-401-unauthorized`: An error of the pipeline: Mistral 401 unauthorized.
        PipelineErrorMistral401Unauthorized = "pipeline-error-mistral-401-unauthorized",
        /// `pipeline-error-mistral-403-model-access-denied`: An error of the pipeline: Mistral 403 model access denied.
        PipelineErrorMistral403ModelAccessDenied = "pipeline-error-mistral-403-model-access-denied",
        /// `pipeline-error-mistral-429-exceeded-quota`: An error of the pipeline: Mistral 429 exceeded quota.
        PipelineErrorMistral429ExceededQuota = "pipeline-error-mistral-429-exceeded-quota",
        /// `pipeline-error-mistral-500-server-error`: An error of the pipeline: Mistral 500 server error.
        PipelineErrorMistral500ServerError = "pipeline-error-mistral-500-server-error",
        /// `pipeline-error-mistral-503-server-overloaded-error`: An error of the pipeline: Mistral 503 server overloaded error.
        PipelineErrorMistral503ServerOverloadedError = "pipeline-error-mistral-503-server-overloaded-error",
        /// `pipeline-error-mistral-llm-failed`: An error of the pipeline: Mistral language model failed.
        PipelineErrorMistralLlmFailed = "pipeline-error-mistral-llm-failed",
        /// `call.in-progress.error-vapifault-mistral-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Mistral 400 bad request validation failed.
        CallInProgressErrorVapifaultMistral400BadRequestValidationFailed = "call.in-progress.error-vapifault-mistral-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-mistral-401-unauthorized`: While the call went on, a fault of Vapi: Mistral 401 unauthorized.
        CallInProgressErrorVapifaultMistral401Unauthorized = "call.in-progress.error-vapifault-mistral-401-unauthorized",
        /// `call.in-progress.error-vapifault-mistral-403-model-access-denied`: While the call went on, a fault of Vapi: Mistral 403 model access denied.
        CallInProgressErrorVapifaultMistral403ModelAccessDenied = "call.in-progress.error-vapifault-mistral-403-model-access-denied",
        /// `call.in-progress.error-vapifault-mistral-429-exceeded-quota`: While the call went on, a fault of Vapi: Mistral 429 exceeded quota.
        CallInProgressErrorVapifaultMistral429ExceededQuota = "call.in-progress.error-vapifault-mistral-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-mistral-500-server-error`: While the call went on, a fault of a provider: Mistral 500 server error.
        CallInProgressErrorProviderfaultMistral500ServerError = "call.in-progress.error-providerfault-mistral-500-server-error",
        /// `call.in-progress.error-providerfault-mistral-503-server-overloaded-error`: While the call went on, a fault of a provider: Mistral 503 server overloaded error.
        CallInProgressErrorProviderfaultMistral503ServerOverloadedError = "call.in-progress.error-providerfault-mistral-503-server-overloaded-error",
        /// `pipeline-error-minimax-400-bad-request-validation-failed`: An error of the pipeline: MiniMax 400 bad request validation failed.
        PipelineErrorMinimax400BadRequestValidationFailed = "pipeline-error-minimax-400-bad-request-validation-failed",
        /// `pipeline-error-minimax-401-unauthorized`: An error of the pipeline: MiniMax 401 unauthorized.
        PipelineErrorMinimax401Unauthorized = "pipeline-error-minimax-401-unauthorized",
        /// `pipeline-error-minimax-403-model-access-denied`: An error of the pipeline: MiniMax 403 model access denied.
        PipelineErrorMinimax403ModelAccessDenied = "pipeline-error-minimax-403-model-access-denied",
        /// `pipeline-error-minimax-429-exceeded-quota`: An error of the pipeline: MiniMax 429 exceeded quota.
        PipelineErrorMinimax429ExceededQuota = "pipeline-error-minimax-429-exceeded-quota",
        /// `pipeline-error-minimax-500-server-error`: An error of the pipeline: MiniMax 500 server error.
        PipelineErrorMinimax500ServerError = "pipeline-error-minimax-500-server-error",
        /// `pipeline-error-minimax-503-server-overloaded-error`: An error of the pipeline: MiniMax 503 server overloaded error.
        PipelineErrorMinimax503ServerOverloadedError = "pipeline-error-minimax-503-server-overloaded-error",
        /// `pipeline-error-minimax-llm-failed`: An error of the pipeline: MiniMax language model failed.
        PipelineErrorMinimaxLlmFailed = "pipeline-error-minimax-llm-failed",
        /// `call.in-progress.error-vapifault-minimax-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: MiniMax 400 bad request validation failed.
        CallInProgressErrorVapifaultMinimax400BadRequestValidationFailed = "call.in-progress.error-vapifault-minimax-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-minimax-401-unauthorized`: While the call went on, a fault of Vapi: MiniMax 401 unauthorized.
        CallInProgressErrorVapifaultMinimax401Unauthorized = "call.in-progress.error-vapifault-minimax-401-unauthorized",
        /// `call.in-progress.error-vapifault-minimax-403-model-access-denied`: While the call went on, a fault of Vapi: MiniMax 403 model access denied.
        CallInProgressErrorVapifaultMinimax403ModelAccessDenied = "call.in-progress.error-vapifault-minimax-403-model-access-denied",
        /// `call.in-progress.error-vapifault-minimax-429-exceeded-quota`: While the call went on, a fault of Vapi: MiniMax 429 exceeded quota.
        CallInProgressErrorVapifaultMinimax429ExceededQuota = "call.in-progress.error-vapifault-minimax-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-minimax-500-server-error`: While the call went on, a fault of a provider: MiniMax 500 server error.
        CallInProgressErrorProviderfaultMinimax500ServerError = "call.in-progress.error-providerfault-minimax-500-server-error",
        /// `call.in-progress.error-providerfault-minimax-503-server-overloaded-error`: While the call went on, a fault of a provider: MiniMax 503 server overloaded error.
        CallInProgressErrorProviderfaultMinimax503ServerOverloadedError = "call.in-progress.error-providerfault-minimax-503-server-overloaded-error",
        /// `pipeline-error-inflection-ai-400-bad-request-validation-failed`: An error of the pipeline: Inflection AI 400 bad request validation failed.
        PipelineErrorInflectionAi400BadRequestValidationFailed = "pipeline-error-inflection-ai-400-bad-request-validation-failed",
        /// `pipeline-error-inflection-ai-401-unauthorized`: An error of the pipeline: Inflection AI 401 unauthorized.
        PipelineErrorInflectionAi401Unauthorized = "pipeline-error-inflection-ai-401-unauthorized",
        /// `pipeline-error-inflection-ai-403-model-access-denied`: An error of the pipeline: Inflection AI 403 model access denied.
        PipelineErrorInflectionAi403ModelAccessDenied = "pipeline-error-inflection-ai-403-model-access-denied",
        /// `pipeline-error-inflection-ai-429-exceeded-quota`: An error of the pipeline: Inflection AI 429 exceeded quota.
        PipelineErrorInflectionAi429ExceededQuota = "pipeline-error-inflection-ai-429-exceeded-quota",
        /// `pipeline-error-inflection-ai-500-server-error`: An error of the pipeline: Inflection AI 500 server error.
        PipelineErrorInflectionAi500ServerError = "pipeline-error-inflection-ai-500-server-error",
        /// `pipeline-error-inflection-ai-503-server-overloaded-error`: An error of the pipeline: Inflection AI 503 server overloaded error.
        PipelineErrorInflectionAi503ServerOverloadedError = "pipeline-error-inflection-ai-503-server-overloaded-error",
        /// `pipeline-error-inflection-ai-llm-failed`: An error of the pipeline: Inflection AI language model failed.
        PipelineErrorInflectionAiLlmFailed = "pipeline-error-inflection-ai-llm-failed",
        /// `call.in-progress.error-vapifault-inflection-ai-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Inflection AI 400 bad request validation failed.
        CallInProgressErrorVapifaultInflectionAi400BadRequestValidationFailed = "call.in-progress.error-vapifault-inflection-ai-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-inflection-ai-401-unauthorized`: While the call went on, a fault of Vapi: Inflection AI 401 unauthorized.
        CallInProgressErrorVapifaultInflectionAi401Unauthorized = "call.in-progress.error-vapifault-inflection-ai-401-unauthorized",
        /// `call.in-progress.error-vapifault-inflection-ai-403-model-access-denied`: While the call went on, a fault of Vapi: Inflection AI 403 model access denied.
        CallInProgressErrorVapifaultInflectionAi403ModelAccessDenied = "call.in-progress.error-vapifault-inflection-ai-403-model-access-denied",
        /// `call.in-progress.error-vapifault-inflection-ai-429-exceeded-quota`: While the call went on, a fault of Vapi: Inflection AI 429 exceeded quota.
        CallInProgressErrorVapifaultInflectionAi429ExceededQuota = "call.in-progress.error-vapifault-inflection-ai-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-inflection-ai-500-server-error`: While the call went on, a fault of a provider: Inflection AI 500 server error.
        CallInProgressErrorProviderfaultInflectionAi500ServerError = "call.in-progress.error-providerfault-inflection-ai-500-server-error",
        /// `call.in-progress.error-providerfault-inflection-ai-503-server-overloaded-error`: While the call went on, a fault of a provider: Inflection AI 503 server overloaded error.
        CallInProgressErrorProviderfaultInflectionAi503ServerOverloadedError = "call.in-progress.error-providerfault-inflection-ai-503-server-overloaded-error",
        /// `pipeline-error-deep-seek-400-bad-request-validation-failed`: An error of the pipeline: Deep seek 400 bad request validation failed.
        PipelineErrorDeepSeek400BadRequestValidationFailed = "pipeline-error-deep-seek-400-bad-request-validation-failed",
        /// `pipeline-error-deep-seek-401-unauthorized`: An error of the pipeline: Deep seek 401 unauthorized.
        PipelineErrorDeepSeek401Unauthorized = "pipeline-error-deep-seek-401-unauthorized",
        /// `pipeline-error-deep-seek-403-model-access-denied`: An error of the pipeline: Deep seek 403 model access denied.
        PipelineErrorDeepSeek403ModelAccessDenied = "pipeline-error-deep-seek-403-model-access-denied",
        /// `pipeline-error-deep-seek-429-exceeded-quota`: An error of the pipeline: Deep seek 429 exceeded quota.
        PipelineErrorDeepSeek429ExceededQuota = "pipeline-error-deep-seek-429-exceeded-quota",
        /// `pipeline-error-deep-seek-500-server-error`: An error of the pipeline: Deep seek 500 server error.
        PipelineErrorDeepSeek500ServerError = "pipeline-error-deep-seek-500-server-error",
        /// `pipeline-error-deep-seek-503-server-overloaded-error`: An error of the pipeline: Deep seek 503 server overloaded error.
        PipelineErrorDeepSeek503ServerOverloadedError = "pipeline-error-deep-seek-503-server-overloaded-error",
        /// `pipeline-error-deep-seek-llm-failed`: An error of the pipeline: Deep seek language model failed.
        PipelineErrorDeepSeekLlmFailed = "pipeline-error-deep-seek-llm-failed",
        /// `call.in-progress.error-vapifault-deep-seek-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Deep seek 400 bad request validation failed.
        CallInProgressErrorVapifaultDeepSeek400BadRequestValidationFailed = "call.in-progress.error-vapifault-deep-seek-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-deep-seek-401-unauthorized`: While the call went on, a fault of Vapi: Deep seek 401 unauthorized.
        CallInProgressErrorVapifaultDeepSeek401Unauthorized = "call.in-progress.error-vapifault-deep-seek-401-unauthorized",
        /// `call.in-progress.error-vapifault-deep-seek-403-model-access-denied`: While the call went on, a fault of Vapi: Deep seek 403 model access denied.
        CallInProgressErrorVapifaultDeepSeek403ModelAccessDenied = "call.in-progress.error-vapifault-deep-seek-403-model-access-denied",
        /// `call.in-progress.error-vapifault-deep-seek-429-exceeded-quota`: While the call went on, a fault of Vapi: Deep seek 429 exceeded quota.
        CallInProgressErrorVapifaultDeepSeek429ExceededQuota = "call.in-progress.error-vapifault-deep-seek-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-deep-seek-500-server-error`: While the call went on, a fault of a provider: Deep seek 500 server error.
        CallInProgressErrorProviderfaultDeepSeek500ServerError = "call.in-progress.error-providerfault-deep-seek-500-server-error",
        /// `call.in-progress.error-providerfault-deep-seek-503-server-overloaded-error`: While the call went on, a fault of a provider: Deep seek 503 server overloaded error.
        CallInProgressErrorProviderfaultDeepSeek503ServerOverloadedError = "call.in-progress.error-providerfault-deep-seek-503-server-overloaded-error",
        /// `pipeline-error-groq-400-bad-request-validation-failed`: An error of the pipeline: Groq 400 bad request validation failed.
        PipelineErrorGroq400BadRequestValidationFailed = "pipeline-error-groq-400-bad-request-validation-failed",
        /// `pipeline-error-groq-401-unauthorized`: An error of the pipeline: Groq 401 unauthorized.
        PipelineErrorGroq401Unauthorized = "pipeline-error-groq-401-unauthorized",
        /// `pipeline-error-groq-403-model-access-denied`: An error of the pipeline: Groq 403 model access denied.
        PipelineErrorGroq403ModelAccessDenied = "pipeline-error-groq-403-model-access-denied",
        /// `pipeline-error-groq-429-exceeded-quota`: An error of the pipeline: Groq 429 exceeded quota.
        PipelineErrorGroq429ExceededQuota = "pipeline-error-groq-429-exceeded-quota",
        /// `pipeline-error-groq-500-server-error`: An error of the pipeline: Groq 500 server error.
        PipelineErrorGroq500ServerError = "pipeline-error-groq-500-server-error",
        /// `pipeline-error-groq-503-server-overloaded-error`: An error of the pipeline: Groq 503 server overloaded error.
        PipelineErrorGroq503ServerOverloadedError = "pipeline-error-groq-503-server-overloaded-error",
        /// `pipeline-error-groq-llm-failed`: An error of the pipeline: Groq language model failed.
        PipelineErrorGroqLlmFailed = "pipeline-error-groq-llm-failed",
        /// `call.in-progress.error-vapifault-groq-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Groq 400 bad request validation failed.
        CallInProgressErrorVapifaultGroq400BadRequestValidationFailed = "call.in-progress.error-vapifault-groq-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-groq-401-unauthorized`: While the call went on, a fault of Vapi: Groq 401 unauthorized.
        CallInProgressErrorVapifaultGroq401Unauthorized = "call.in-progress.error-vapifault-groq-401-unauthorized",
        /// `call.in-progress.error-vapifault-groq-403-model-access-denied`: While the call went on, a fault of Vapi: Groq 403 model access denied.
        CallInProgressErrorVapifaultGroq403ModelAccessDenied = "call.in-progress.error-vapifault-groq-403-model-access-denied",
        /// `call.in-progress.error-vapifault-groq-429-exceeded-quota`: While the call went on, a fault of Vapi: Groq 429 exceeded quota.
        CallInProgressErrorVapifaultGroq429ExceededQuota = "call.in-progress.error-vapifault-groq-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-groq-500-server-error`: While the call went on, a fault of a provider: Groq 500 server error.
        CallInProgressErrorProviderfaultGroq500ServerError = "call.in-progress.error-providerfault-groq-500-server-error",
        /// `call.in-progress.error-providerfault-groq-503-server-overloaded-error`: While the call went on, a fault of a provider: Groq 503 server overloaded error.
        CallInProgressErrorProviderfaultGroq503ServerOverloadedError = "call.in-progress.error-providerfault-groq-503-server-overloaded-error",
        /// `pipeline-error-cerebras-400-bad-request-validation-failed`: An error of the pipeline: Cerebras 400 bad request validation failed.
        PipelineErrorCerebras400BadRequestValidationFailed = "pipeline-error-cerebras-400-bad-request-validation-failed",
        /// `pipeline-error-cerebras-401-unauthorized`: An error of the pipeline: Cerebras 401 unauthorized.
        PipelineErrorCerebras401Unauthorized = "pipeline-error-cerebras-401-unauthorized",
        /// `pipeline-error-cerebras-403-model-access-denied`: An error of the pipeline: Cerebras 403 model access denied.
        PipelineErrorCerebras403ModelAccessDenied = "pipeline-error-cerebras-403-model-access-denied",
        /// `pipeline-error-cerebras-429-exceeded-quota`: An error of the pipeline: Cerebras 429 exceeded quota.
        PipelineErrorCerebras429ExceededQuota = "pipeline-error-cerebras-429-exceeded-quota",
        /// `pipeline-error-cerebras-500-server-error`: An error of the pipeline: Cerebras 500 server error.
        PipelineErrorCerebras500ServerError = "pipeline-error-cerebras-500-server-error",
        /// `pipeline-error-cerebras-503-server-overloaded-error`: An error of the pipeline: Cerebras 503 server overloaded error.
        PipelineErrorCerebras503ServerOverloadedError = "pipeline-error-cerebras-503-server-overloaded-error",
        /// `pipeline-error-cerebras-llm-failed`: An error of the pipeline: Cerebras language model failed.
        PipelineErrorCerebrasLlmFailed = "pipeline-error-cerebras-llm-failed",
        /// `call.in-progress.error-vapifault-cerebras-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Cerebras 400 bad request validation failed.
        CallInProgressErrorVapifaultCerebras400BadRequestValidationFailed = "call.in-progress.error-vapifault-cerebras-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-cerebras-401-unauthorized`: While the call went on, a fault of Vapi: Cerebras 401 unauthorized.
        CallInProgressErrorVapifaultCerebras401Unauthorized = "call.in-progress.error-vapifault-cerebras-401-unauthorized",
        /// `call.in-progress.error-vapifault-cerebras-403-model-access-denied`: While the call went on, a fault of Vapi: Cerebras 403 model access denied.
        CallInProgressErrorVapifaultCerebras403ModelAccessDenied = "call.in-progress.error-vapifault-cerebras-403-model-access-denied",
        /// `call.in-progress.error-vapifault-cerebras-429-exceeded-quota`: While the call went on, a fault of Vapi: Cerebras 429 exceeded quota.
        CallInProgressErrorVapifaultCerebras429ExceededQuota = "call.in-progress.error-vapifault-cerebras-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-cerebras-500-server-error`: While the call went on, a fault of a provider: Cerebras 500 server error.
        CallInProgressErrorProviderfaultCerebras500ServerError = "call.in-progress.error-providerfault-cerebras-500-server-error",
        /// `call.in-progress.error-providerfault-cerebras-503-server-overloaded-error`: While the call went on, a fault of a provider: Cerebras 503 server overloaded error.
        CallInProgressErrorProviderfaultCerebras503ServerOverloadedError = "call.in-progress.error-providerfault-cerebras-503-server-overloaded-error",
        /// `pipeline-error-anthropic-400-bad-request-validation-failed`: An error of the pipeline: Anthropic 400 bad request validation failed.
        PipelineErrorAnthropic400BadRequestValidationFailed = "pipeline-error-anthropic-400-bad-request-validation-failed",
        /// `pipeline-error-anthropic-401-unauthorized`: An error of the pipeline: Anthropic 401 unauthorized.
        PipelineErrorAnthropic401Unauthorized = "pipeline-error-anthropic-401-unauthorized",
        /// `pipeline-error-anthropic-403-model-access-denied`: An error of the pipeline: Anthropic 403 model access denied.
        PipelineErrorAnthropic403ModelAccessDenied = "pipeline-error-anthropic-403-model-access-denied",
        /// `pipeline-error-anthropic-429-exceeded-quota`: An error of the pipeline: Anthropic 429 exceeded quota.
        PipelineErrorAnthropic429ExceededQuota = "pipeline-error-anthropic-429-exceeded-quota",
        /// `pipeline-error-anthropic-500-server-error`: An error of the pipeline: Anthropic 500 server error.
        PipelineErrorAnthropic500ServerError = "pipeline-error-anthropic-500-server-error",
        /// `pipeline-error-anthropic-503-server-overloaded-error`: An error of the pipeline: Anthropic 503 server overloaded error.
        PipelineErrorAnthropic503ServerOverloadedError = "pipeline-error-anthropic-503-server-overloaded-error",
        /// `pipeline-error-anthropic-llm-failed`: An error of the pipeline: Anthropic language model failed.
        PipelineErrorAnthropicLlmFailed = "pipeline-error-anthropic-llm-failed",
        /// `call.in-progress.error-providerfault-anthropic-llm-failed`: While the call went on, a fault of a provider: Anthropic language model failed.
        CallInProgressErrorProviderfaultAnthropicLlmFailed = "call.in-progress.error-providerfault-anthropic-llm-failed",
        /// `call.in-progress.error-vapifault-anthropic-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Anthropic 400 bad request validation failed.
        CallInProgressErrorVapifaultAnthropic400BadRequestValidationFailed = "call.in-progress.error-vapifault-anthropic-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-anthropic-401-unauthorized`: While the call went on, a fault of Vapi: Anthropic 401 unauthorized.
        CallInProgressErrorVapifaultAnthropic401Unauthorized = "call.in-progress.error-vapifault-anthropic-401-unauthorized",
        /// `call.in-progress.error-vapifault-anthropic-403-model-access-denied`: While the call went on, a fault of Vapi: Anthropic 403 model access denied.
        CallInProgressErrorVapifaultAnthropic403ModelAccessDenied = "call.in-progress.error-vapifault-anthropic-403-model-access-denied",
        /// `call.in-progress.error-vapifault-anthropic-429-exceeded-quota`: While the call went on, a fault of Vapi: Anthropic 429 exceeded quota.
        CallInProgressErrorVapifaultAnthropic429ExceededQuota = "call.in-progress.error-vapifault-anthropic-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-anthropic-500-server-error`: While the call went on, a fault of a provider: Anthropic 500 server error.
        CallInProgressErrorProviderfaultAnthropic500ServerError = "call.in-progress.error-providerfault-anthropic-500-server-error",
        /// `call.in-progress.error-providerfault-anthropic-503-server-overloaded-error`: While the call went on, a fault of a provider: Anthropic 503 server overloaded error.
        CallInProgressErrorProviderfaultAnthropic503ServerOverloadedError = "call.in-progress.error-providerfault-anthropic-503-server-overloaded-error",
        /// `pipeline-error-anthropic-bedrock-400-bad-request-validation-failed`: An error of the pipeline: Anthropic Bedrock 400 bad request validation failed.
        PipelineErrorAnthropicBedrock400BadRequestValidationFailed = "pipeline-error-anthropic-bedrock-400-bad-request-validation-failed",
        /// `pipeline-error-anthropic-bedrock-401-unauthorized`: An error of the pipeline: Anthropic Bedrock 401 unauthorized.
        PipelineErrorAnthropicBedrock401Unauthorized = "pipeline-error-anthropic-bedrock-401-unauthorized",
        /// `pipeline-error-anthropic-bedrock-403-model-access-denied`: An error of the pipeline: Anthropic Bedrock 403 model access denied.
        PipelineErrorAnthropicBedrock403ModelAccessDenied = "pipeline-error-anthropic-bedrock-403-model-access-denied",
        /// `pipeline-error-anthropic-bedrock-429-exceeded-quota`: An error of the pipeline: Anthropic Bedrock 429 exceeded quota.
        PipelineErrorAnthropicBedrock429ExceededQuota = "pipeline-error-anthropic-bedrock-429-exceeded-quota",
        /// `pipeline-error-anthropic-bedrock-500-server-error`: An error of the pipeline: Anthropic Bedrock 500 server error.
        PipelineErrorAnthropicBedrock500ServerError = "pipeline-error-anthropic-bedrock-500-server-error",
        /// `pipeline-error-anthropic-bedrock-503-server-overloaded-error`: An error of the pipeline: Anthropic Bedrock 503 server overloaded error.
        PipelineErrorAnthropicBedrock503ServerOverloadedError = "pipeline-error-anthropic-bedrock-503-server-overloaded-error",
        /// `pipeline-error-anthropic-bedrock-llm-failed`: An error of the pipeline: Anthropic Bedrock language model failed.
        PipelineErrorAnthropicBedrockLlmFailed = "pipeline-error-anthropic-bedrock-llm-failed",
        /// `call.in-progress.error-providerfault-anthropic-bedrock-llm-failed`: While the call went on, a fault of a provider: Anthropic Bedrock language model failed.
        CallInProgressErrorProviderfaultAnthropicBedrockLlmFailed = "call.in-progress.error-providerfault-anthropic-bedrock-llm-failed",
        /// `call.in-progress.error-vapifault-anthropic-bedrock-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Anthropic Bedrock 400 bad request validation failed.
        CallInProgressErrorVapifaultAnthropicBedrock400BadRequestValidationFailed = "call.in-progress.error-vapifault-anthropic-bedrock-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-anthropic-bedrock-401-unauthorized`: While the call went on, a fault of Vapi: Anthropic Bedrock 401 unauthorized.
        CallInProgressErrorVapifaultAnthropicBedrock401Unauthorized = "call.in-progress.error-vapifault-anthropic-bedrock-401-unauthorized",
        /// `call.in-progress.error-vapifault-anthropic-bedrock-403-model-access-denied`: While the call went on, a fault of Vapi: Anthropic Bedrock 403 model access denied.
        CallInProgressErrorVapifaultAnthropicBedrock403ModelAccessDenied = "call.in-progress.error-vapifault-anthropic-bedrock-403-model-access-denied",
        /// `call.in-progress.error-vapifault-anthropic-bedrock-429-exceeded-quota`: While the call went on, a fault of Vapi: Anthropic Bedrock 429 exceeded quota.
        CallInProgressErrorVapifaultAnthropicBedrock429ExceededQuota = "call.in-progress.error-vapifault-anthropic-bedrock-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-anthropic-bedrock-500-server-error`: While the call went on, a fault of a provider: Anthropic Bedrock 500 server error.
        CallInProgressErrorProviderfaultAnthropicBedrock500ServerError = "call.in-progress.error-providerfault-anthropic-bedrock-500-server-error",
        /// `call.in-progress.error-providerfault-anthropic-bedrock-503-server-overloaded-error`: While the call went on, a fault of a provider: Anthropic Bedrock 503 server overloaded error.
        CallInProgressErrorProviderfaultAnthropicBedrock503ServerOverloadedError = "call.in-progress.error-providerfault-anthropic-bedrock-503-server-overloaded-error",
        /// `pipeline-error-anthropic-vertex-400-bad-request-validation-failed`: An error of the pipeline: Anthropic Vertex 400 bad request validation failed.
        PipelineErrorAnthropicVertex400BadRequestValidationFailed = "pipeline-error-anthropic-vertex-400-bad-request-validation-failed",
        /// `pipeline-error-anthropic-vertex-401-unauthorized`: An error of the pipeline: Anthropic Vertex 401 unauthorized.
        PipelineErrorAnthropicVertex401Unauthorized = "pipeline-error-anthropic-vertex-401-unauthorized",
        /// `pipeline-error-anthropic-vertex-403-model-access-denied`: An error of the pipeline: Anthropic Vertex 403 model access denied.
        PipelineErrorAnthropicVertex403ModelAccessDenied = "pipeline-error-anthropic-vertex-403-model-access-denied",
        /// `pipeline-error-anthropic-vertex-429-exceeded-quota`: An error of the pipeline: Anthropic Vertex 429 exceeded quota.
        PipelineErrorAnthropicVertex429ExceededQuota = "pipeline-error-anthropic-vertex-429-exceeded-quota",
        /// `pipeline-error-anthropic-vertex-500-server-error`: An error of the pipeline: Anthropic Vertex 500 server error.
        PipelineErrorAnthropicVertex500ServerError = "pipeline-error-anthropic-vertex-500-server-error",
        /// `pipeline-error-anthropic-vertex-503-server-overloaded-error`: An error of the pipeline: Anthropic Vertex 503 server overloaded error.
        PipelineErrorAnthropicVertex503ServerOverloadedError = "pipeline-error-anthropic-vertex-503-server-overloaded-error",
        /// `pipeline-error-anthropic-vertex-llm-failed`: An error of the pipeline: Anthropic Vertex language model failed.
        PipelineErrorAnthropicVertexLlmFailed = "pipeline-error-anthropic-vertex-llm-failed",
        /// `call.in-progress.error-providerfault-anthropic-vertex-llm-failed`: While the call went on, a fault of a provider: Anthropic Vertex language model failed.
        CallInProgressErrorProviderfaultAnthropicVertexLlmFailed = "call.in-progress.error-providerfault-anthropic-vertex-llm-failed",
        /// `call.in-progress.error-vapifault-anthropic-vertex-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Anthropic Vertex 400 bad request validation failed.
        CallInProgressErrorVapifaultAnthropicVertex400BadRequestValidationFailed = "call.in-progress.error-vapifault-anthropic-vertex-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-anthropic-vertex-401-unauthorized`: While the call went on, a fault of Vapi: Anthropic Vertex 401 unauthorized.
        CallInProgressErrorVapifaultAnthropicVertex401Unauthorized = "call.in-progress.error-vapifault-anthropic-vertex-401-unauthorized",
        /// `call.in-progress.error-vapifault-anthropic-vertex-403-model-access-denied`: While the call went on, a fault of Vapi: Anthropic Vertex 403 model access denied.
        CallInProgressErrorVapifaultAnthropicVertex403ModelAccessDenied = "call.in-progress.error-vapifault-anthropic-vertex-403-model-access-denied",
        /// `call.in-progress.error-vapifault-anthropic-vertex-429-exceeded-quota`: While the call went on, a fault of Vapi: Anthropic Vertex 429 exceeded quota.
        CallInProgressErrorVapifaultAnthropicVertex429ExceededQuota = "call.in-progress.error-vapifault-anthropic-vertex-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-anthropic-vertex-500-server-error`: While the call went on, a fault of a provider: Anthropic Vertex 500 server error.
        CallInProgressErrorProviderfaultAnthropicVertex500ServerError = "call.in-progress.error-providerfault-anthropic-vertex-500-server-error",
        /// `call.in-progress.error-providerfault-anthropic-vertex-503-server-overloaded-error`: While the call went on, a fault of a provider: Anthropic Vertex 503 server overloaded error.
        CallInProgressErrorProviderfaultAnthropicVertex503ServerOverloadedError = "call.in-progress.error-providerfault-anthropic-vertex-503-server-overloaded-error",
        /// `pipeline-error-together-ai-400-bad-request-validation-failed`: An error of the pipeline: Together AI 400 bad request validation failed.
        PipelineErrorTogetherAi400BadRequestValidationFailed = "pipeline-error-together-ai-400-bad-request-validation-failed",
        /// `pipeline-error-together-ai-401-unauthorized`: An error of the pipeline: Together AI 401 unauthorized.
        PipelineErrorTogetherAi401Unauthorized = "pipeline-error-together-ai-401-unauthorized",
        /// `pipeline-error-together-ai-403-model-access-denied`: An error of the pipeline: Together AI 403 model access denied.
        PipelineErrorTogetherAi403ModelAccessDenied = "pipeline-error-together-ai-403-model-access-denied",
        /// `pipeline-error-together-ai-429-exceeded-quota`: An error of the pipeline: Together AI 429 exceeded quota.
        PipelineErrorTogetherAi429ExceededQuota = "pipeline-error-together-ai-429-exceeded-quota",
        /// `pipeline-error-together-ai-500-server-error`: An error of the pipeline: Together AI 500 server error.
        PipelineErrorTogetherAi500ServerError = "pipeline-error-together-ai-500-server-error",
        /// `pipeline-error-together-ai-503-server-overloaded-error`: An error of the pipeline: Together AI 503 server overloaded error.
        PipelineErrorTogetherAi503ServerOverloadedError = "pipeline-error-together-ai-503-server-overloaded-error",
        /// `pipeline-error-together-ai-llm-failed`: An error of the pipeline: Together AI language model failed.
        PipelineErrorTogetherAiLlmFailed = "pipeline-error-together-ai-llm-failed",
        /// `call.in-progress.error-providerfault-together-ai-llm-failed`: While the call went on, a fault of a provider: Together AI language model failed.
        CallInProgressErrorProviderfaultTogetherAiLlmFailed = "call.in-progress.error-providerfault-together-ai-llm-failed",
        /// `call.in-progress.error-vapifault-together-ai-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Together AI 400 bad request validation failed.
        CallInProgressErrorVapifaultTogetherAi400BadRequestValidationFailed = "call.in-progress.error-vapifault-together-ai-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-together-ai-401-unauthorized`: While the call went on, a fault of Vapi: Together AI 401 unauthorized.
        CallInProgressErrorVapifaultTogetherAi401Unauthorized = "call.in-progress.error-vapifault-together-ai-401-unauthorized",
        /// `call.in-progress.error-vapifault-together-ai-403-model-access-denied`: While the call went on, a fault of Vapi: Together AI 403 model access denied.
        CallInProgressErrorVapifaultTogetherAi403ModelAccessDenied = "call.in-progress.error-vapifault-together-ai-403-model-access-denied",
        /// `call.in-progress.error-vapifault-together-ai-429-exceeded-quota`: While the call went on, a fault of Vapi: Together AI 429 exceeded quota.
        CallInProgressErrorVapifaultTogetherAi429ExceededQuota = "call.in-progress.error-vapifault-together-ai-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-together-ai-500-server-error`: While the call went on, a fault of a provider: Together AI 500 server error.
        CallInProgressErrorProviderfaultTogetherAi500ServerError = "call.in-progress.error-providerfault-together-ai-500-server-error",
        /// `call.in-progress.error-providerfault-together-ai-503-server-overloaded-error`: While the call went on, a fault of a provider: Together AI 503 server overloaded error.
        CallInProgressErrorProviderfaultTogetherAi503ServerOverloadedError = "call.in-progress.error-providerfault-together-ai-503-server-overloaded-error",
        /// `pipeline-error-anyscale-400-bad-request-validation-failed`: An error of the pipeline: Anyscale 400 bad request validation failed.
        PipelineErrorAnyscale400BadRequestValidationFailed = "pipeline-error-anyscale-400-bad-request-validation-failed",
        /// `pipeline-error-anyscale-401-unauthorized`: An error of the pipeline: Anyscale 401 unauthorized.
        PipelineErrorAnyscale401Unauthorized = "pipeline-error-anyscale-401-unauthorized",
        /// `pipeline-error-anyscale-403-model-access-denied`: An error of the pipeline: Anyscale 403 model access denied.
        PipelineErrorAnyscale403ModelAccessDenied = "pipeline-error-anyscale-403-model-access-denied",
        /// `pipeline-error-anyscale-429-exceeded-quota`: An error of the pipeline: Anyscale 429 exceeded quota.
        PipelineErrorAnyscale429ExceededQuota = "pipeline-error-anyscale-429-exceeded-quota",
        /// `pipeline-error-anyscale-500-server-error`: An error of the pipeline: Anyscale 500 server error.
        PipelineErrorAnyscale500ServerError = "pipeline-error-anyscale-500-server-error",
        /// `pipeline-error-anyscale-503-server-overloaded-error`: An error of the pipeline: Anyscale 503 server overloaded error.
        PipelineErrorAnyscale503ServerOverloadedError = "pipeline-error-anyscale-503-server-overloaded-error",
        /// `pipeline-error-anyscale-llm-failed`: An error of the pipeline: Anyscale language model failed.
        PipelineErrorAnyscaleLlmFailed = "pipeline-error-anyscale-llm-failed",
        /// `call.in-progress.error-providerfault-anyscale-llm-failed`: While the call went on, a fault of a provider: Anyscale language model failed.
        CallInProgressErrorProviderfaultAnyscaleLlmFailed = "call.in-progress.error-providerfault-anyscale-llm-failed",
        /// `call.in-progress.error-vapifault-anyscale-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Anyscale 400 bad request validation failed.
        CallInProgressErrorVapifaultAnyscale400BadRequestValidationFailed = "call.in-progress.error-vapifault-anyscale-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-anyscale-401-unauthorized`: While the call went on, a fault of Vapi: Anyscale 401 unauthorized.
        CallInProgressErrorVapifaultAnyscale401Unauthorized = "call.in-progress.error-vapifault-anyscale-401-unauthorized",
        /// `call.in-progress.error-vapifault-anyscale-403-model-access-denied`: While the call went on, a fault of Vapi: Anyscale 403 model access denied.
        CallInProgressErrorVapifaultAnyscale403ModelAccessDenied = "call.in-progress.error-vapifault-anyscale-403-model-access-denied",
        /// `call.in-progress.error-vapifault-anyscale-429-exceeded-quota`: While the call went on, a fault of Vapi: Anyscale 429 exceeded quota.
        CallInProgressErrorVapifaultAnyscale429ExceededQuota = "call.in-progress.error-vapifault-anyscale-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-anyscale-500-server-error`: While the call went on, a fault of a provider: Anyscale 500 server error.
        CallInProgressErrorProviderfaultAnyscale500ServerError = "call.in-progress.error-providerfault-anyscale-500-server-error",
        /// `call.in-progress.error-providerfault-anyscale-503-server-overloaded-error`: While the call went on, a fault of a provider: Anyscale 503 server overloaded error.
        CallInProgressErrorProviderfaultAnyscale503ServerOverloadedError = "call.in-progress.error-providerfault-anyscale-503-server-overloaded-error",
        /// `pipeline-error-openrouter-400-bad-request-validation-failed`: An error of the pipeline: OpenRouter 400 bad request validation failed.
        PipelineErrorOpenrouter400BadRequestValidationFailed = "pipeline-error-openrouter-400-bad-request-validation-failed",
        /// `pipeline-error-openrouter-401-unauthorized`: An error of the pipeline: OpenRouter 401 unauthorized.
        PipelineErrorOpenrouter401Unauthorized = "pipeline-error-openrouter-401-unauthorized",
        /// `pipeline-error-openrouter-403-model-access-denied`: An error of the pipeline: OpenRouter 403 model access denied.
        PipelineErrorOpenrouter403ModelAccessDenied = "pipeline-error-openrouter-403-model-access-denied",
        /// `pipeline-error-openrouter-429-exceeded-quota`: An error of the pipeline: OpenRouter 429 exceeded quota.
        PipelineErrorOpenrouter429ExceededQuota = "pipeline-error-openrouter-429-exceeded-quota",
        /// `pipeline-error-openrouter-500-server-error`: An error of the pipeline: OpenRouter 500 server error.
        PipelineErrorOpenrouter500ServerError = "pipeline-error-openrouter-500-server-error",
        /// `pipeline-error-openrouter-503-server-overloaded-error`: An error of the pipeline: OpenRouter 503 server overloaded error.
        PipelineErrorOpenrouter503ServerOverloadedError = "pipeline-error-openrouter-503-server-overloaded-error",
        /// `pipeline-error-openrouter-llm-failed`: An error of the pipeline: OpenRouter language model failed.
        PipelineErrorOpenrouterLlmFailed = "pipeline-error-openrouter-llm-failed",
        /// `call.in-progress.error-providerfault-openrouter-llm-failed`: While the call went on, a fault of a provider: OpenRouter language model failed.
        CallInProgressErrorProviderfaultOpenrouterLlmFailed = "call.in-progress.error-providerfault-openrouter-llm-failed",
        /// `call.in-progress.error-vapifault-openrouter-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: OpenRouter 400 bad request validation failed.
        CallInProgressErrorVapifaultOpenrouter400BadRequestValidationFailed = "call.in-progress.error-vapifault-openrouter-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-openrouter-401-unauthorized`: While the call went on, a fault of Vapi: OpenRouter 401 unauthorized.
        CallInProgressErrorVapifaultOpenrouter401Unauthorized = "call.in-progress.error-vapifault-openrouter-401-unauthorized",
        /// `call.in-progress.error-vapifault-openrouter-403-model-access-denied`: While the call went on, a fault of Vapi: OpenRouter 403 model access denied.
        CallInProgressErrorVapifaultOpenrouter403ModelAccessDenied = "call.in-progress.error-vapifault-openrouter-403-model-access-denied",
        /// `call.in-progress.error-vapifault-openrouter-429-exceeded-quota`: While the call went on, a fault of Vapi: OpenRouter 429 exceeded quota.
        CallInProgressErrorVapifaultOpenrouter429ExceededQuota = "call.in-progress.error-vapifault-openrouter-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-openrouter-500-server-error`: While the call went on, a fault of a provider: OpenRouter 500 server error.
        CallInProgressErrorProviderfaultOpenrouter500ServerError = "call.in-progress.error-providerfault-openrouter-500-server-error",
        /// `call.in-progress.error-providerfault-openrouter-503-server-overloaded-error`: While the call went on, a fault of a provider: OpenRouter 503 server overloaded error.
        CallInProgressErrorProviderfaultOpenrouter503ServerOverloadedError = "call.in-progress.error-providerfault-openrouter-503-server-overloaded-error",
        /// `pipeline-error-perplexity-ai-400-bad-request-validation-failed`: An error of the pipeline: Perplexity AI 400 bad request validation failed.
        PipelineErrorPerplexityAi400BadRequestValidationFailed = "pipeline-error-perplexity-ai-400-bad-request-validation-failed",
        /// `pipeline-error-perplexity-ai-401-unauthorized`: An error of the pipeline: Perplexity AI 401 unauthorized.
        PipelineErrorPerplexityAi401Unauthorized = "pipeline-error-perplexity-ai-401-unauthorized",
        /// `pipeline-error-perplexity-ai-403-model-access-denied`: An error of the pipeline: Perplexity AI 403 model access denied.
        PipelineErrorPerplexityAi403ModelAccessDenied = "pipeline-error-perplexity-ai-403-model-access-denied",
        /// `pipeline-error-perplexity-ai-429-exceeded-quota`: An error of the pipeline: Perplexity AI 429 exceeded quota.
        PipelineErrorPerplexityAi429ExceededQuota = "pipeline-error-perplexity-ai-429-exceeded-quota",
        /// `pipeline-error-perplexity-ai-500-server-error`: An error of the pipeline: Perplexity AI 500 server error.
        PipelineErrorPerplexityAi500ServerError = "pipeline-error-perplexity-ai-500-server-error",
        /// `pipeline-error-perplexity-ai-503-server-overloaded-error`: An error of the pipeline: Perplexity AI 503 server overloaded error.
        PipelineErrorPerplexityAi503ServerOverloadedError = "pipeline-error-perplexity-ai-503-server-overloaded-error",
        /// `pipeline-error-perplexity-ai-llm-failed`: An error of the pipeline: Perplexity AI language model failed.
        PipelineErrorPerplexityAiLlmFailed = "pipeline-error-perplexity-ai-llm-failed",
        /// `call.in-progress.error-providerfault-perplexity-ai-llm-failed`: While the call went on, a fault of a provider: Perplexity AI language model failed.
        CallInProgressErrorProviderfaultPerplexityAiLlmFailed = "call.in-progress.error-providerfault-perplexity-ai-llm-failed",
        /// `call.in-progress.error-vapifault-perplexity-ai-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: Perplexity AI 400 bad request validation failed.
        CallInProgressErrorVapifaultPerplexityAi400BadRequestValidationFailed = "call.in-progress.error-vapifault-perplexity-ai-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-perplexity-ai-401-unauthorized`: While the call went on, a fault of Vapi: Perplexity AI 401 unauthorized.
        CallInProgressErrorVapifaultPerplexityAi401Unauthorized = "call.in-progress.error-vapifault-perplexity-ai-401-unauthorized",
        /// `call.in-progress.error-vapifault-perplexity-ai-403-model-access-denied`: While the call went on, a fault of Vapi: Perplexity AI 403 model access denied.
        CallInProgressErrorVapifaultPerplexityAi403ModelAccessDenied = "call.in-progress.error-vapifault-perplexity-ai-403-model-access-denied",
        /// `call.in-progress.error-vapifault-perplexity-ai-429-exceeded-quota`: While the call went on, a fault of Vapi: Perplexity AI 429 exceeded quota.
        CallInProgressErrorVapifaultPerplexityAi429ExceededQuota = "call.in-progress.error-vapifault-perplexity-ai-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-perplexity-ai-500-server-error`: While the call went on, a fault of a provider: Perplexity AI 500 server error.
        CallInProgressErrorProviderfaultPerplexityAi500ServerError = "call.in-progress.error-providerfault-perplexity-ai-500-server-error",
        /// `call.in-progress.error-providerfault-perplexity-ai-503-server-overloaded-error`: While the call went on, a fault of a provider: Perplexity AI 503 server overloaded error.
        CallInProgressErrorProviderfaultPerplexityAi503ServerOverloadedError = "call.in-progress.error-providerfault-perplexity-ai-503-server-overloaded-error",
        /// `pipeline-error-deepinfra-400-bad-request-validation-failed`: An error of the pipeline: DeepInfra 400 bad request validation failed.
        PipelineErrorDeepinfra400BadRequestValidationFailed = "pipeline-error-deepinfra-400-bad-request-validation-failed",
        /// `pipeline-error-deepinfra-401-unauthorized`: An error of the pipeline: DeepInfra 401 unauthorized.
        PipelineErrorDeepinfra401Unauthorized = "pipeline-error-deepinfra-401-unauthorized",
        /// `pipeline-error-deepinfra-403-model-access-denied`: An error of the pipeline: DeepInfra 403 model access denied.
        PipelineErrorDeepinfra403ModelAccessDenied = "pipeline-error-deepinfra-403-model-access-denied",
        /// `pipeline-error-deepinfra-429-exceeded-quota`: An error of the pipeline: DeepInfra 429 exceeded quota.
        PipelineErrorDeepinfra429ExceededQuota = "pipeline-error-deepinfra-429-exceeded-quota",
        /// `pipeline-error-deepinfra-500-server-error`: An error of the pipeline: DeepInfra 500 server error.
        PipelineErrorDeepinfra500ServerError = "pipeline-error-deepinfra-500-server-error",
        /// `pipeline-error-deepinfra-503-server-overloaded-error`: An error of the pipeline: DeepInfra 503 server overloaded error.
        PipelineErrorDeepinfra503ServerOverloadedError = "pipeline-error-deepinfra-503-server-overloaded-error",
        /// `pipeline-error-deepinfra-llm-failed`: An error of the pipeline: DeepInfra language model failed.
        PipelineErrorDeepinfraLlmFailed = "pipeline-error-deepinfra-llm-failed",
        /// `call.in-progress.error-providerfault-deepinfra-llm-failed`: While the call went on, a fault of a provider: DeepInfra language model failed.
        CallInProgressErrorProviderfaultDeepinfraLlmFailed = "call.in-progress.error-providerfault-deepinfra-llm-failed",
        /// `call.in-progress.error-vapifault-deepinfra-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: DeepInfra 400 bad request validation failed.
        CallInProgressErrorVapifaultDeepinfra400BadRequestValidationFailed = "call.in-progress.error-vapifault-deepinfra-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-deepinfra-401-unauthorized`: While the call went on, a fault of Vapi: DeepInfra 401 unauthorized.
        CallInProgressErrorVapifaultDeepinfra401Unauthorized = "call.in-progress.error-vapifault-deepinfra-401-unauthorized",
        /// `call.in-progress.error-vapifault-deepinfra-403-model-access-denied`: While the call went on, a fault of Vapi: DeepInfra 403 model access denied.
        CallInProgressErrorVapifaultDeepinfra403ModelAccessDenied = "call.in-progress.error-vapifault-deepinfra-403-model-access-denied",
        /// `call.in-progress.error-vapifault-deepinfra-429-exceeded-quota`: While the call went on, a fault of Vapi: DeepInfra 429 exceeded quota.
        CallInProgressErrorVapifaultDeepinfra429ExceededQuota = "call.in-progress.error-vapifault-deepinfra-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-deepinfra-500-server-error`: While the call went on, a fault of a provider: DeepInfra 500 server error.
        CallInProgressErrorProviderfaultDeepinfra500ServerError = "call.in-progress.error-providerfault-deepinfra-500-server-error",
        /// `call.in-progress.error-providerfault-deepinfra-503-server-overloaded-error`: While the call went on, a fault of a provider: DeepInfra 503 server overloaded error.
        CallInProgressErrorProviderfaultDeepinfra503ServerOverloadedError = "call.in-progress.error-providerfault-deepinfra-503-server-overloaded-error",
        /// `pipeline-error-runpod-400-bad-request-validation-failed`: An error of the pipeline: RunPod 400 bad request validation failed.
        PipelineErrorRunpod400BadRequestValidationFailed = "pipeline-error-runpod-400-bad-request-validation-failed",
        /// `pipeline-error-runpod-401-unauthorized`: An error of the pipeline: RunPod 401 unauthorized.
        PipelineErrorRunpod401Unauthorized = "pipeline-error-runpod-401-unauthorized",
        /// `pipeline-error-runpod-403-model-access-denied`: An error of the pipeline: RunPod 403 model access denied.
        PipelineErrorRunpod403ModelAccessDenied = "pipeline-error-runpod-403-model-access-denied",
        /// `pipeline-error-runpod-429-exceeded-quota`: An error of the pipeline: RunPod 429 exceeded quota.
        PipelineErrorRunpod429ExceededQuota = "pipeline-error-runpod-429-exceeded-quota",
        /// `pipeline-error-runpod-500-server-error`: An error of the pipeline: RunPod 500 server error.
        PipelineErrorRunpod500ServerError = "pipeline-error-runpod-500-server-error",
        /// `pipeline-error-runpod-503-server-overloaded-error`: An error of the pipeline: RunPod 503 server overloaded error.
        PipelineErrorRunpod503ServerOverloadedError = "pipeline-error-runpod-503-server-overloaded-error",
        /// `pipeline-error-runpod-llm-failed`: An error of the pipeline: RunPod language model failed.
        PipelineErrorRunpodLlmFailed = "pipeline-error-runpod-llm-failed",
        /// `call.in-progress.error-providerfault-runpod-llm-failed`: While the call went on, a fault of a provider: RunPod language model failed.
        CallInProgressErrorProviderfaultRunpodLlmFailed = "call.in-progress.error-providerfault-runpod-llm-failed",
        /// `call.in-progress.error-vapifault-runpod-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: RunPod 400 bad request validation failed.
        CallInProgressErrorVapifaultRunpod400BadRequestValidationFailed = "call.in-progress.error-vapifault-runpod-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-runpod-401-unauthorized`: While the call went on, a fault of Vapi: RunPod 401 unauthorized.
        CallInProgressErrorVapifaultRunpod401Unauthorized = "call.in-progress.error-vapifault-runpod-401-unauthorized",
        /// `call.in-progress.error-vapifault-runpod-403-model-access-denied`: While the call went on, a fault of Vapi: RunPod 403 model access denied.
        CallInProgressErrorVapifaultRunpod403ModelAccessDenied = "call.in-progress.error-vapifault-runpod-403-model-access-denied",
        /// `call.in-progress.error-vapifault-runpod-429-exceeded-quota`: While the call went on, a fault of Vapi: RunPod 429 exceeded quota.
        CallInProgressErrorVapifaultRunpod429ExceededQuota = "call.in-progress.error-vapifault-runpod-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-runpod-500-server-error`: While the call went on, a fault of a provider: RunPod 500 server error.
        CallInProgressErrorProviderfaultRunpod500ServerError = "call.in-progress.error-providerfault-runpod-500-server-error",
        /// `call.in-progress.error-providerfault-runpod-503-server-overloaded-error`: While the call went on, a fault of a provider: RunPod 503 server overloaded error.
        CallInProgressErrorProviderfaultRunpod503ServerOverloadedError = "call.in-progress.error-providerfault-runpod-503-server-overloaded-error",
        /// `pipeline-error-custom-llm-400-bad-request-validation-failed`: An error of the pipeline: custom language model 400 bad request validation failed.
        PipelineErrorCustomLlm400BadRequestValidationFailed = "pipeline-error-custom-llm-400-bad-request-validation-failed",
        /// `pipeline-error-custom-llm-401-unauthorized`: An error of the pipeline: custom language model 401 unauthorized.
        PipelineErrorCustomLlm401Unauthorized = "pipeline-error-custom-llm-401-unauthorized",
        /// `pipeline-error-custom-llm-403-model-access-denied`: An error of the pipeline: custom language model 403 model access denied.
        PipelineErrorCustomLlm403ModelAccessDenied = "pipeline-error-custom-llm-403-model-access-denied",
        /// `pipeline-error-custom-llm-429-exceeded-quota`: An error of the pipeline: custom language model 429 exceeded quota.
        PipelineErrorCustomLlm429ExceededQuota = "pipeline-error-custom-llm-429-exceeded-quota",
        /// `pipeline-error-custom-llm-500-server-error`: An error of the pipeline: custom language model 500 server error.
        PipelineErrorCustomLlm500ServerError = "pipeline-error-custom-llm-500-server-error",
        /// `pipeline-error-custom-llm-503-server-overloaded-error`: An error of the pipeline: custom language model 503 server overloaded error.
        PipelineErrorCustomLlm503ServerOverloadedError = "pipeline-error-custom-llm-503-server-overloaded-error",
        /// `pipeline-error-custom-llm-llm-failed`: An error of the pipeline: custom language model language model failed.
        PipelineErrorCustomLlmLlmFailed = "pipeline-error-custom-llm-llm-failed",
        /// `call.in-progress.error-providerfault-custom-llm-llm-failed`: While the call went on, a fault of a provider: custom language model language model failed.
        CallInProgressErrorProviderfaultCustomLlmLlmFailed = "call.in-progress.error-providerfault-custom-llm-llm-failed",
        /// `call.in-progress.error-vapifault-custom-llm-400-bad-request-validation-failed`: While the call went on, a fault of Vapi: custom language model 400 bad request validation failed.
        CallInProgressErrorVapifaultCustomLlm400BadRequestValidationFailed = "call.in-progress.error-vapifault-custom-llm-400-bad-request-validation-failed",
        /// `call.in-progress.error-vapifault-custom-llm-401-unauthorized`: While the call went on, a fault of Vapi: custom language model 401 unauthorized.
        CallInProgressErrorVapifaultCustomLlm401Unauthorized = "call.in-progress.error-vapifault-custom-llm-401-unauthorized",
        /// `call.in-progress.error-vapifault-custom-llm-403-model-access-denied`: While the call went on, a fault of Vapi: custom language model 403 model access denied.
        CallInProgressErrorVapifaultCustomLlm403ModelAccessDenied = "call.in-progress.error-vapifault-custom-llm-403-model-access-denied",
        /// `call.in-progress.error-vapifault-custom-llm-429-exceeded-quota`: While the call went on, a fault of Vapi: custom language model 429 exceeded quota.
        CallInProgressErrorVapifaultCustomLlm429ExceededQuota = "call.in-progress.error-vapifault-custom-llm-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-custom-llm-500-server-error`: While the call went on, a fault of a provider: custom language model 500 server error.
        CallInProgressErrorProviderfaultCustomLlm500ServerError = "call.in-progress.error-providerfault-custom-llm-500-server-error",
        /// `call.in-progress.error-providerfault-custom-llm-503-server-overloaded-error`: While the call went on, a fault of a provider: custom language model 503 server overloaded error.
        CallInProgressErrorProviderfaultCustomLlm503ServerOverloadedError = "call.in-progress.error-providerfault-custom-llm-503-server-overloaded-error",
        /// `call.in-progress.error-pipeline-ws-model-connection-failed`: While the call went on, an error: pipeline ws model connection failed.
        CallInProgressErrorPipelineWsModelConnectionFailed = "call.in-progress.error-pipeline-ws-model-connection-failed",
        /// `pipeline-error-custom-voice-failed`: An error of the pipeline: custom voice failed.
        PipelineErrorCustomVoiceFailed = "pipeline-error-custom-voice-failed",
        /// `pipeline-error-cartesia-socket-hang-up`: An error of the pipeline: Cartesia socket hang up.
        PipelineErrorCartesiaSocketHangUp = "pipeline-error-cartesia-socket-hang-up",
        /// `pipeline-error-cartesia-requested-payment`: An error of the pipeline: Cartesia requested payment.
        PipelineErrorCartesiaRequestedPayment = "pipeline-error-cartesia-requested-payment",
        /// `pipeline-error-cartesia-500-server-error`: An error of the pipeline: Cartesia 500 server error.
        PipelineErrorCartesia500ServerError = "pipeline-error-cartesia-500-server-error",
        /// `pipeline-error-cartesia-502-server-error`: An error of the pipeline: Cartesia 502 server error.
        PipelineErrorCartesia502ServerError = "pipeline-error-cartesia-502-server-error",
        /// `pipeline-error-cartesia-503-server-error`: An error of the pipeline: Cartesia 503 server error.
        PipelineErrorCartesia503ServerError = "pipeline-error-cartesia-503-server-error",
        /// `pipeline-error-cartesia-522-server-error`: An error of the pipeline: Cartesia 522 server error.
        PipelineErrorCartesia522ServerError = "pipeline-error-cartesia-522-server-error",
        /// `call.in-progress.error-vapifault-cartesia-socket-hang-up`: While the call went on, a fault of Vapi: Cartesia socket hang up.
        CallInProgressErrorVapifaultCartesiaSocketHangUp = "call.in-progress.error-vapifault-cartesia-socket-hang-up",
        /// `call.in-progress.error-vapifault-cartesia-requested-payment`: While the call went on, a fault of Vapi: Cartesia requested payment.
        CallInProgressErrorVapifaultCartesiaRequestedPayment = "call.in-progress.error-vapifault-cartesia-requested-payment",
        /// `call.in-progress.error-providerfault-cartesia-500-server-error`: While the call went on, a fault of a provider: Cartesia 500 server error.
        CallInProgressErrorProviderfaultCartesia500ServerError = "call.in-progress.error-providerfault-cartesia-500-server-error",
        /// `call.in-progress.error-providerfault-cartesia-503-server-error`: While the call went on, a fault of a provider: Cartesia 503 server error.
        CallInProgressErrorProviderfaultCartesia503ServerError = "call.in-progress.error-providerfault-cartesia-503-server-error",
        /// `call.in-progress.error-providerfault-cartesia-522-server-error`: While the call went on, a fault of a provider: Cartesia 522 server error.
        CallInProgressErrorProviderfaultCartesia522ServerError = "call.in-progress.error-providerfault-cartesia-522-server-error",
        /// `pipeline-error-eleven-labs-voice-not-found`: An error of the pipeline: Eleven Labs voice not found.
        PipelineErrorElevenLabsVoiceNotFound = "pipeline-error-eleven-labs-voice-not-found",
        /// `pipeline-error-eleven-labs-quota-exceeded`: An error of the pipeline: Eleven Labs quota exceeded.
        PipelineErrorElevenLabsQuotaExceeded = "pipeline-error-eleven-labs-quota-exceeded",
        /// `pipeline-error-eleven-labs-unauthorized-access`: An error of the pipeline: Eleven Labs unauthorized access.
        PipelineErrorElevenLabsUnauthorizedAccess = "pipeline-error-eleven-labs-unauthorized-access",
        /// `pipeline-error-eleven-labs-unauthorized-to-access-model`: An error of the pipeline: Eleven Labs unauthorized to access model.
        PipelineErrorElevenLabsUnauthorizedToAccessModel = "pipeline-error-eleven-labs-unauthorized-to-access-model",
        /// `pipeline-error-eleven-labs-professional-voices-only-for-creator-plus`: An error of the pipeline: Eleven Labs professional voices only for creator plus.
        PipelineErrorElevenLabsProfessionalVoicesOnlyForCreatorPlus = "pipeline-error-eleven-labs-professional-voices-only-for-creator-plus",
        /// `pipeline-error-eleven-labs-blocked-free-plan-and-requested-upgrade`: An error of the pipeline: Eleven Labs blocked free plan and requested upgrade.
        PipelineErrorElevenLabsBlockedFreePlanAndRequestedUpgrade = "pipeline-error-eleven-labs-blocked-free-plan-and-requested-upgrade",
        /// `pipeline-error-eleven-labs-blocked-concurrent-requests-and-requested-upgrade`: An error of the pipeline: Eleven Labs blocked concurrent requests and requested upgrade.
        PipelineErrorElevenLabsBlockedConcurrentRequestsAndRequestedUpgrade = "pipeline-error-eleven-labs-blocked-concurrent-requests-and-requested-upgrade",
        /// `pipeline-error-eleven-labs-blocked-using-instant-voice-clone-and-requested-upgrade`: An error of the pipeline: Eleven Labs blocked using instant voice clone and requested upgrade.
        PipelineErrorElevenLabsBlockedUsingInstantVoiceCloneAndRequestedUpgrade = "pipeline-error-eleven-labs-blocked-using-instant-voice-clone-and-requested-upgrade",
        /// `pipeline-error-eleven-labs-system-busy-and-requested-upgrade`: An error of the pipeline: Eleven Labs system busy and requested upgrade.
        PipelineErrorElevenLabsSystemBusyAndRequestedUpgrade = "pipeline-error-eleven-labs-system-busy-and-requested-upgrade",
        /// `pipeline-error-eleven-labs-voice-not-fine-tuned`: An error of the pipeline: Eleven Labs voice not fine tuned.
        PipelineErrorElevenLabsVoiceNotFineTuned = "pipeline-error-eleven-labs-voice-not-fine-tuned",
        /// `pipeline-error-eleven-labs-invalid-api-key`: An error of the pipeline: Eleven Labs invalid API key.
        PipelineErrorElevenLabsInvalidApiKey = "pipeline-error-eleven-labs-invalid-api-key",
        /// `pipeline-error-eleven-labs-invalid-voice-samples`: An error of the pipeline: Eleven Labs invalid voice samples.
        PipelineErrorElevenLabsInvalidVoiceSamples = "pipeline-error-eleven-labs-invalid-voice-samples",
        /// `pipeline-error-eleven-labs-voice-disabled-by-owner`: An error of the pipeline: Eleven Labs voice disabled by owner.
        PipelineErrorElevenLabsVoiceDisabledByOwner = "pipeline-error-eleven-labs-voice-disabled-by-owner",
        /// `pipeline-error-eleven-labs-vapi-voice-disabled-by-owner`: An error of the pipeline: Eleven Labs Vapi voice disabled by owner.
        PipelineErrorElevenLabsVapiVoiceDisabledByOwner = "pipeline-error-eleven-labs-vapi-voice-disabled-by-owner",
        /// `pipeline-error-eleven-labs-blocked-account-in-probation`: An error of the pipeline: Eleven Labs blocked account in probation.
        PipelineErrorElevenLabsBlockedAccountInProbation = "pipeline-error-eleven-labs-blocked-account-in-probation",
        /// `pipeline-error-eleven-labs-blocked-content-against-their-policy`: An error of the pipeline: Eleven Labs blocked content against their policy.
        PipelineErrorElevenLabsBlockedContentAgainstTheirPolicy = "pipeline-error-eleven-labs-blocked-content-against-their-policy",
        /// `pipeline-error-eleven-labs-missing-samples-for-voice-clone`: An error of the pipeline: Eleven Labs missing samples for voice clone.
        PipelineErrorElevenLabsMissingSamplesForVoiceClone = "pipeline-error-eleven-labs-missing-samples-for-voice-clone",
        /// `pipeline-error-eleven-labs-voice-not-fine-tuned-and-cannot-be-used`: An error of the pipeline: Eleven Labs voice not fine tuned and cannot be used.
        PipelineErrorElevenLabsVoiceNotFineTunedAndCannotBeUsed = "pipeline-error-eleven-labs-voice-not-fine-tuned-and-cannot-be-used",
        /// `pipeline-error-eleven-labs-voice-not-allowed-for-free-users`: An error of the pipeline: Eleven Labs voice not allowed for free users.
        PipelineErrorElevenLabsVoiceNotAllowedForFreeUsers = "pipeline-error-eleven-labs-voice-not-allowed-for-free-users",
        /// `pipeline-error-eleven-labs-max-character-limit-exceeded`: An error of the pipeline: Eleven Labs max character limit exceeded.
        PipelineErrorElevenLabsMaxCharacterLimitExceeded = "pipeline-error-eleven-labs-max-character-limit-exceeded",
        /// `pipeline-error-eleven-labs-blocked-voice-potentially-against-terms-of-service-and-awaiting-verification`: An error of the pipeline: Eleven Labs blocked voice potentially against terms of service and awaiting verification.
        PipelineErrorElevenLabsBlockedVoicePotentiallyAgainstTermsOfServiceAndAwaitingVerification = "pipeline-error-eleven-labs-blocked-voice-potentially-against-terms-of-service-and-awaiting-verification",
        /// `pipeline-error-eleven-labs-500-server-error`: An error of the pipeline: Eleven Labs 500 server error.
        PipelineErrorElevenLabs500ServerError = "pipeline-error-eleven-labs-500-server-error",
        /// `pipeline-error-eleven-labs-503-server-error`: An error of the pipeline: Eleven Labs 503 server error.
        PipelineErrorElevenLabs503ServerError = "pipeline-error-eleven-labs-503-server-error",
        /// `call.in-progress.error-vapifault-eleven-labs-voice-not-found`: While the call went on, a fault of Vapi: Eleven Labs voice not found.
        CallInProgressErrorVapifaultElevenLabsVoiceNotFound = "call.in-progress.error-vapifault-eleven-labs-voice-not-found",
        /// `call.in-progress.error-vapifault-eleven-labs-quota-exceeded`: While the call went on, a fault of Vapi: Eleven Labs quota exceeded.
        CallInProgressErrorVapifaultElevenLabsQuotaExceeded = "call.in-progress.error-vapifault-eleven-labs-quota-exceeded",
        /// `call.in-progress.error-vapifault-eleven-labs-unauthorized-access`: While the call went on, a fault of Vapi: Eleven Labs unauthorized access.
        CallInProgressErrorVapifaultElevenLabsUnauthorizedAccess = "call.in-progress.error-vapifault-eleven-labs-unauthorized-access",
        /// `call.in-progress.error-vapifault-eleven-labs-unauthorized-to-access-model`: While the call went on, a fault of Vapi: Eleven Labs unauthorized to access model.
        CallInProgressErrorVapifaultElevenLabsUnauthorizedToAccessModel = "call.in-progress.error-vapifault-eleven-labs-unauthorized-to-access-model",
        /// `call.in-progress.error-vapifault-eleven-labs-professional-voices-only-for-creator-plus`: While the call went on, a fault of Vapi: Eleven Labs professional voices only for creator plus.
        CallInProgressErrorVapifaultElevenLabsProfessionalVoicesOnlyForCreatorPlus = "call.in-progress.error-vapifault-eleven-labs-professional-voices-only-for-creator-plus",
        /// `call.in-progress.error-vapifault-eleven-labs-blocked-free-plan-and-requested-upgrade`: While the call went on, a fault of Vapi: Eleven Labs blocked free plan and requested upgrade.
        CallInProgressErrorVapifaultElevenLabsBlockedFreePlanAndRequestedUpgrade = "call.in-progress.error-vapifault-eleven-labs-blocked-free-plan-and-requested-upgrade",
        /// `call.in-progress.error-vapifault-eleven-labs-blocked-concurrent-requests-and-requested-upgrade`: While the call went on, a fault of Vapi: Eleven Labs blocked concurrent requests and requested upgrade.
        CallInProgressErrorVapifaultElevenLabsBlockedConcurrentRequestsAndRequestedUpgrade = "call.in-progress.error-vapifault-eleven-labs-blocked-concurrent-requests-and-requested-upgrade",
        /// `call.in-progress.error-vapifault-eleven-labs-blocked-using-instant-voice-clone-and-requested-upgrade`: While the call went on, a fault of Vapi: Eleven Labs blocked using instant voice clone and requested upgrade.
        CallInProgressErrorVapifaultElevenLabsBlockedUsingInstantVoiceCloneAndRequestedUpgrade = "call.in-progress.error-vapifault-eleven-labs-blocked-using-instant-voice-clone-and-requested-upgrade",
        /// `call.in-progress.error-vapifault-eleven-labs-system-busy-and-requested-upgrade`: While the call went on, a fault of Vapi: Eleven Labs system busy and requested upgrade.
        CallInProgressErrorVapifaultElevenLabsSystemBusyAndRequestedUpgrade = "call.in-progress.error-vapifault-eleven-labs-system-busy-and-requested-upgrade",
        /// `call.in-progress.error-vapifault-eleven-labs-voice-not-fine-tuned`: While the call went on, a fault of Vapi: Eleven Labs voice not fine tuned.
        CallInProgressErrorVapifaultElevenLabsVoiceNotFineTuned = "call.in-progress.error-vapifault-eleven-labs-voice-not-fine-tuned",
        /// `call.in-progress.error-vapifault-eleven-labs-invalid-api-key`: While the call went on, a fault of Vapi: Eleven Labs invalid API key.
        CallInProgressErrorVapifaultElevenLabsInvalidApiKey = "call.in-progress.error-vapifault-eleven-labs-invalid-api-key",
        /// `call.in-progress.error-vapifault-eleven-labs-invalid-voice-samples`: While the call went on, a fault of Vapi: Eleven Labs invalid voice samples.
        CallInProgressErrorVapifaultElevenLabsInvalidVoiceSamples = "call.in-progress.error-vapifault-eleven-labs-invalid-voice-samples",
        /// `call.in-progress.error-vapifault-eleven-labs-voice-disabled-by-owner`: While the call went on, a fault of Vapi: Eleven Labs voice disabled by owner.
        CallInProgressErrorVapifaultElevenLabsVoiceDisabledByOwner = "call.in-progress.error-vapifault-eleven-labs-voice-disabled-by-owner",
        /// `call.in-progress.error-vapifault-eleven-labs-blocked-account-in-probation`: While the call went on, a fault of Vapi: Eleven Labs blocked account in probation.
        CallInProgressErrorVapifaultElevenLabsBlockedAccountInProbation = "call.in-progress.error-vapifault-eleven-labs-blocked-account-in-probation",
        /// `call.in-progress.error-vapifault-eleven-labs-blocked-content-against-their-policy`: While the call went on, a fault of Vapi: Eleven Labs blocked content against their policy.
        CallInProgressErrorVapifaultElevenLabsBlockedContentAgainstTheirPolicy = "call.in-progress.error-vapifault-eleven-labs-blocked-content-against-their-policy",
        /// `call.in-progress.error-vapifault-eleven-labs-missing-samples-for-voice-clone`: While the call went on, a fault of Vapi: Eleven Labs missing samples for voice clone.
        CallInProgressErrorVapifaultElevenLabsMissingSamplesForVoiceClone = "call.in-progress.error-vapifault-eleven-labs-missing-samples-for-voice-clone",
        /// `call.in-progress.error-vapifault-eleven-labs-voice-not-fine-tuned-and-cannot-be-used`: While the call went on, a fault of Vapi: Eleven Labs voice not fine tuned and cannot be used.
        CallInProgressErrorVapifaultElevenLabsVoiceNotFineTunedAndCannotBeUsed = "call.in-progress.error-vapifault-eleven-labs-voice-not-fine-tuned-and-cannot-be-used",
        /// `call.in-progress.error-vapifault-eleven-labs-voice-not-allowed-for-free-users`: While the call went on, a fault of Vapi: Eleven Labs voice not allowed for free users.
        CallInProgressErrorVapifaultElevenLabsVoiceNotAllowedForFreeUsers = "call.in-progress.error-vapifault-eleven-labs-voice-not-allowed-for-free-users",
        /// `call.in-progress.error-vapifault-eleven-labs-max-character-limit-exceeded`: While the call went on, a fault of Vapi: Eleven Labs max character limit exceeded.
        CallInProgressErrorVapifaultElevenLabsMaxCharacterLimitExceeded = "call.in-progress.error-vapifault-eleven-labs-max-character-limit-exceeded",
        /// `call.in-progress.error-vapifault-eleven-labs-blocked-voice-potentially-against-terms-of-service-and-awaiting-verification`: While the call went on, a fault of Vapi: Eleven Labs blocked voice potentially against terms of service and awaiting verification.
        CallInProgressErrorVapifaultElevenLabsBlockedVoicePotentiallyAgainstTermsOfServiceAndAwaitingVerification = "call.in-progress.error-vapifault-eleven-labs-blocked-voice-potentially-against-terms-of-service-and-awaiting-verification",
        /// `call.in-progress.error-providerfault-eleven-labs-system-busy-and-requested-upgrade`: While the call went on, a fault of a provider: Eleven Labs system busy and requested upgrade.
        CallInProgressErrorProviderfaultElevenLabsSystemBusyAndRequestedUpgrade = "call.in-progress.error-providerfault-eleven-labs-system-busy-and-requested-upgrade",
        /// `call.in-progress.error-providerfault-eleven-labs-500-server-error`: While the call went on, a fault of a provider: Eleven Labs 500 server error.
        CallInProgressErrorProviderfaultElevenLabs500ServerError = "call.in-progress.error-providerfault-eleven-labs-500-server-error",
        /// `call.in-progress.error-providerfault-eleven-labs-503-server-error`: While the call went on, a fault of a provider: Eleven Labs 503 server error.
        CallInProgressErrorProviderfaultElevenLabs503ServerError = "call.in-progress.error-providerfault-eleven-labs-503-server-error",
        /// `pipeline-error-playht-request-timed-out`: An error of the pipeline: PlayHT request timed out.
        PipelineErrorPlayhtRequestTimedOut = "pipeline-error-playht-request-timed-out",
        /// `pipeline-error-playht-invalid-voice`: An error of the pipeline: PlayHT invalid voice.
        PipelineErrorPlayhtInvalidVoice = "pipeline-error-playht-invalid-voice",
        /// `pipeline-error-playht-unexpected-error`: An error of the pipeline: PlayHT unexpected error.
        PipelineErrorPlayhtUnexpectedError = "pipeline-error-playht-unexpected-error",
        /// `pipeline-error-playht-out-of-credits`: An error of the pipeline: PlayHT out of credits.
        PipelineErrorPlayhtOutOfCredits = "pipeline-error-playht-out-of-credits",
        /// `pipeline-error-playht-invalid-emotion`: An error of the pipeline: PlayHT invalid emotion.
        PipelineErrorPlayhtInvalidEmotion = "pipeline-error-playht-invalid-emotion",
        /// `pipeline-error-playht-voice-must-be-a-valid-voice-manifest-uri`: An error of the pipeline: PlayHT voice must be a valid voice manifest uri.
        PipelineErrorPlayhtVoiceMustBeAValidVoiceManifestUri = "pipeline-error-playht-voice-must-be-a-valid-voice-manifest-uri",
        /// `pipeline-error-playht-401-unauthorized`: An error of the pipeline: PlayHT 401 unauthorized.
        PipelineErrorPlayht401Unauthorized = "pipeline-error-playht-401-unauthorized",
        /// `pipeline-error-playht-403-forbidden-out-of-characters`: An error of the pipeline: PlayHT 403 forbidden out of characters.
        PipelineErrorPlayht403ForbiddenOutOfCharacters = "pipeline-error-playht-403-forbidden-out-of-characters",
        /// `pipeline-error-playht-403-forbidden-api-access-not-available`: An error of the pipeline: PlayHT 403 forbidden API access not available.
        PipelineErrorPlayht403ForbiddenApiAccessNotAvailable = "pipeline-error-playht-403-forbidden-api-access-not-available",
        /// `pipeline-error-playht-429-exceeded-quota`: An error of the pipeline: PlayHT 429 exceeded quota.
        PipelineErrorPlayht429ExceededQuota = "pipeline-error-playht-429-exceeded-quota",
        /// `pipeline-error-playht-502-gateway-error`: An error of the pipeline: PlayHT 502 gateway error.
        PipelineErrorPlayht502GatewayError = "pipeline-error-playht-502-gateway-error",
        /// `pipeline-error-playht-504-gateway-error`: An error of the pipeline: PlayHT 504 gateway error.
        PipelineErrorPlayht504GatewayError = "pipeline-error-playht-504-gateway-error",
        /// `call.in-progress.error-vapifault-playht-request-timed-out`: While the call went on, a fault of Vapi: PlayHT request timed out.
        CallInProgressErrorVapifaultPlayhtRequestTimedOut = "call.in-progress.error-vapifault-playht-request-timed-out",
        /// `call.in-progress.error-vapifault-playht-invalid-voice`: While the call went on, a fault of Vapi: PlayHT invalid voice.
        CallInProgressErrorVapifaultPlayhtInvalidVoice = "call.in-progress.error-vapifault-playht-invalid-voice",
        /// `call.in-progress.error-vapifault-playht-unexpected-error`: While the call went on, a fault of Vapi: PlayHT unexpected error.
        CallInProgressErrorVapifaultPlayhtUnexpectedError = "call.in-progress.error-vapifault-playht-unexpected-error",
        /// `call.in-progress.error-vapifault-playht-out-of-credits`: While the call went on, a fault of Vapi: PlayHT out of credits.
        CallInProgressErrorVapifaultPlayhtOutOfCredits = "call.in-progress.error-vapifault-playht-out-of-credits",
        /// `call.in-progress.error-vapifault-playht-invalid-emotion`: While the call went on, a fault of Vapi: PlayHT invalid emotion.
        CallInProgressErrorVapifaultPlayhtInvalidEmotion = "call.in-progress.error-vapifault-playht-invalid-emotion",
        /// `call.in-progress.error-vapifault-playht-voice-must-be-a-valid-voice-manifest-uri`: While the call went on, a fault of Vapi: PlayHT voice must be a valid voice manifest uri.
        CallInProgressErrorVapifaultPlayhtVoiceMustBeAValidVoiceManifestUri = "call.in-progress.error-vapifault-playht-voice-must-be-a-valid-voice-manifest-uri",
        /// `call.in-progress.error-vapifault-playht-401-unauthorized`: While the call went on, a fault of Vapi: PlayHT 401 unauthorized.
        CallInProgressErrorVapifaultPlayht401Unauthorized = "call.in-progress.error-vapifault-playht-401-unauthorized",
        /// `call.in-progress.error-vapifault-playht-403-forbidden-out-of-characters`: While the call went on, a fault of Vapi: PlayHT 403 forbidden out of characters.
        CallInProgressErrorVapifaultPlayht403ForbiddenOutOfCharacters = "call.in-progress.error-vapifault-playht-403-forbidden-out-of-characters",
        /// `call.in-progress.error-vapifault-playht-403-forbidden-api-access-not-available`: While the call went on, a fault of Vapi: PlayHT 403 forbidden API access not available.
        CallInProgressErrorVapifaultPlayht403ForbiddenApiAccessNotAvailable = "call.in-progress.error-vapifault-playht-403-forbidden-api-access-not-available",
        /// `call.in-progress.error-vapifault-playht-429-exceeded-quota`: While the call went on, a fault of Vapi: PlayHT 429 exceeded quota.
        CallInProgressErrorVapifaultPlayht429ExceededQuota = "call.in-progress.error-vapifault-playht-429-exceeded-quota",
        /// `call.in-progress.error-providerfault-playht-502-gateway-error`: While the call went on, a fault of a provider: PlayHT 502 gateway error.
        CallInProgressErrorProviderfaultPlayht502GatewayError = "call.in-progress.error-providerfault-playht-502-gateway-error",
        /// `call.in-progress.error-providerfault-playht-504-gateway-error`: While the call went on, a fault of a provider: PlayHT 504 gateway error.
        CallInProgressErrorProviderfaultPlayht504GatewayError = "call.in-progress.error-providerfault-playht-504-gateway-error",
        /// `pipeline-error-custom-transcriber-failed`: An error of the pipeline: custom transcriber failed.
        PipelineErrorCustomTranscriberFailed = "pipeline-error-custom-transcriber-failed",
        /// `call.in-progress.error-vapifault-custom-transcriber-failed`: While the call went on, a fault of Vapi: custom transcriber failed.
        CallInProgressErrorVapifaultCustomTranscriberFailed = "call.in-progress.error-vapifault-custom-transcriber-failed",
        /// `pipeline-error-deepgram-returning-400-no-such-model-language-tier-combination`: An error of the pipeline: Deepgram returning 400 no such model language tier combination.
        PipelineErrorDeepgramReturning400NoSuchModelLanguageTierCombination = "pipeline-error-deepgram-returning-400-no-such-model-language-tier-combination",
        /// `pipeline-error-deepgram-returning-401-invalid-credentials`: An error of the pipeline: Deepgram returning 401 invalid credentials.
        PipelineErrorDeepgramReturning401InvalidCredentials = "pipeline-error-deepgram-returning-401-invalid-credentials",
        /// `pipeline-error-deepgram-returning-403-model-access-denied`: An error of the pipeline: Deepgram returning 403 model access denied.
        PipelineErrorDeepgramReturning403ModelAccessDenied = "pipeline-error-deepgram-returning-403-model-access-denied",
        /// `pipeline-error-deepgram-returning-404-not-found`: An error of the pipeline: Deepgram returning 404 not found.
        PipelineErrorDeepgramReturning404NotFound = "pipeline-error-deepgram-returning-404-not-found",
        /// `pipeline-error-deepgram-returning-500-invalid-json`: An error of the pipeline: Deepgram returning 500 invalid json.
        PipelineErrorDeepgramReturning500InvalidJson = "pipeline-error-deepgram-returning-500-invalid-json",
        /// `pipeline-error-deepgram-returning-502-network-error`: An error of the pipeline: Deepgram returning 502 network error.
        PipelineErrorDeepgramReturning502NetworkError = "pipeline-error-deepgram-returning-502-network-error",
        /// `pipeline-error-deepgram-returning-502-bad-gateway-ehostunreach`: An error of the pipeline: Deepgram returning 502 bad gateway ehostunreach.
        PipelineErrorDeepgramReturning502BadGatewayEhostunreach = "pipeline-error-deepgram-returning-502-bad-gateway-ehostunreach",
        /// `pipeline-error-deepgram-returning-econnreset`: An error of the pipeline: Deepgram returning econnreset.
        PipelineErrorDeepgramReturningEconnreset = "pipeline-error-deepgram-returning-econnreset",
        /// `call.in-progress.error-vapifault-deepgram-returning-400-no-such-model-language-tier-combination`: While the call went on, a fault of Vapi: Deepgram returning 400 no such model language tier combination.
        CallInProgressErrorVapifaultDeepgramReturning400NoSuchModelLanguageTierCombination = "call.in-progress.error-vapifault-deepgram-returning-400-no-such-model-language-tier-combination",
        /// `call.in-progress.error-vapifault-deepgram-returning-401-invalid-credentials`: While the call went on, a fault of Vapi: Deepgram returning 401 invalid credentials.
        CallInProgressErrorVapifaultDeepgramReturning401InvalidCredentials = "call.in-progress.error-vapifault-deepgram-returning-401-invalid-credentials",
        /// `call.in-progress.error-vapifault-deepgram-returning-404-not-found`: While the call went on, a fault of Vapi: Deepgram returning 404 not found.
        CallInProgressErrorVapifaultDeepgramReturning404NotFound = "call.in-progress.error-vapifault-deepgram-returning-404-not-found",
        /// `call.in-progress.error-vapifault-deepgram-returning-403-model-access-denied`: While the call went on, a fault of Vapi: Deepgram returning 403 model access denied.
        CallInProgressErrorVapifaultDeepgramReturning403ModelAccessDenied = "call.in-progress.error-vapifault-deepgram-returning-403-model-access-denied",
        /// `call.in-progress.error-providerfault-deepgram-returning-500-invalid-json`: While the call went on, a fault of a provider: Deepgram returning 500 invalid json.
        CallInProgressErrorProviderfaultDeepgramReturning500InvalidJson = "call.in-progress.error-providerfault-deepgram-returning-500-invalid-json",
        /// `call.in-progress.error-providerfault-deepgram-returning-502-network-error`: While the call went on, a fault of a provider: Deepgram returning 502 network error.
        CallInProgressErrorProviderfaultDeepgramReturning502NetworkError = "call.in-progress.error-providerfault-deepgram-returning-502-network-error",
        /// `call.in-progress.error-providerfault-deepgram-returning-502-bad-gateway-ehostunreach`: While the call went on, a fault of a provider: Deepgram returning 502 bad gateway ehostunreach.
        CallInProgressErrorProviderfaultDeepgramReturning502BadGatewayEhostunreach = "call.in-progress.error-providerfault-deepgram-returning-502-bad-gateway-ehostunreach",
        /// `call.in-progress.error-warm-transfer-max-duration`: While the call went on, an error: warm transfer max duration.
        CallInProgressErrorWarmTransferMaxDuration = "call.in-progress.error-warm-transfer-max-duration",
        /// `call.in-progress.error-warm-transfer-assistant-cancelled`: While the call went on, an error: warm transfer assistant cancelled.
        CallInProgressErrorWarmTransferAssistantCancelled = "call.in-progress.error-warm-transfer-assistant-cancelled",
        /// `call.in-progress.error-warm-transfer-silence-timeout`: While the call went on, an error: warm transfer silence timeout.
        CallInProgressErrorWarmTransferSilenceTimeout = "call.in-progress.error-warm-transfer-silence-timeout",
        /// `call.in-progress.error-warm-transfer-microphone-timeout`: While the call went on, an error: warm transfer microphone timeout.
        CallInProgressErrorWarmTransferMicrophoneTimeout = "call.in-progress.error-warm-transfer-microphone-timeout",
        /// `assistant-ended-call`: Assistant ended call.
        AssistantEndedCall = "assistant-ended-call",
        /// `assistant-said-end-call-phrase`: Assistant said end call phrase.
        AssistantSaidEndCallPhrase = "assistant-said-end-call-phrase",
        /// `assistant-ended-call-with-hangup-task`: Assistant ended call with hangup task.
        AssistantEndedCallWithHangupTask = "assistant-ended-call-with-hangup-task",
        /// `assistant-ended-call-after-message-spoken`: Assistant ended call after message spoken.
        AssistantEndedCallAfterMessageSpoken = "assistant-ended-call-after-message-spoken",
        /// `assistant-forwarded-call`: Assistant forwarded call.
        AssistantForwardedCall = "assistant-forwarded-call",
        /// `assistant-join-timed-out`: Assistant join timed out.
        AssistantJoinTimedOut = "assistant-join-timed-out",
        /// `call.in-progress.error-assistant-did-not-receive-customer-audio`: While the call went on, an error: assistant did not receive customer audio.
        CallInProgressErrorAssistantDidNotReceiveCustomerAudio = "call.in-progress.error-assistant-did-not-receive-customer-audio",
        /// `call.in-progress.error-transfer-failed`: While the call went on, an error: transfer failed.
        CallInProgressErrorTransferFailed = "call.in-progress.error-transfer-failed",
        /// `customer-busy`: Customer busy.
        CustomerBusy = "customer-busy",
        /// `customer-ended-call`: Customer ended call.
        CustomerEndedCall = "customer-ended-call",
        /// `customer-ended-call-before-warm-transfer`: Customer ended call before warm transfer.
        CustomerEndedCallBeforeWarmTransfer = "customer-ended-call-before-warm-transfer",
        /// `customer-ended-call-after-warm-transfer-attempt`: Customer ended call after warm transfer attempt.
        CustomerEndedCallAfterWarmTransferAttempt = "customer-ended-call-after-warm-transfer-attempt",
        /// `customer-ended-call-during-transfer`: Customer ended call during transfer.
        CustomerEndedCallDuringTransfer = "customer-ended-call-during-transfer",
        /// `customer-did-not-answer`: Customer did not answer.
        CustomerDidNotAnswer = "customer-did-not-answer",
        /// `customer-did-not-give-microphone-permission`: Customer did not give microphone permission.
        CustomerDidNotGiveMicrophonePermission = "customer-did-not-give-microphone-permission",
        /// `exceeded-max-duration`: Exceeded max duration.
        ExceededMaxDuration = "exceeded-max-duration",
        /// `manually-canceled`: Manually canceled.
        ManuallyCanceled = "manually-canceled",
        /// `phone-call-provider-closed-websocket`: Phone call provider closed websocket.
        PhoneCallProviderClosedWebsocket = "phone-call-provider-closed-websocket",
        /// `call.forwarding.operator-busy`: While it was handed on: operator busy.
        CallForwardingOperatorBusy = "call.forwarding.operator-busy",
        /// `call.forwarding.no-answer`: While it was handed on: no answer.
        CallForwardingNoAnswer = "call.forwarding.no-answer",
        /// `silence-timed-out`: Silence timed out.
        SilenceTimedOut = "silence-timed-out",
        /// `call.in-progress.error-providerfault-outbound-sip-403-forbidden`: While the call went on, a fault of a provider: outbound SIP 403 forbidden.
        CallInProgressErrorProviderfaultOutboundSip403Forbidden = "call.in-progress.error-providerfault-outbound-sip-403-forbidden",
        /// `call.in-progress.error-providerfault-outbound-sip-407-proxy-authentication-required`: While the call went on, a fault of a provider: outbound SIP 407 proxy authentication required.
        CallInProgressErrorProviderfaultOutboundSip407ProxyAuthenticationRequired = "call.in-progress.error-providerfault-outbound-sip-407-proxy-authentication-required",
        /// `call.in-progress.error-providerfault-outbound-sip-408-request-timeout`: While the call went on, a fault of a provider: outbound SIP 408 request timeout.
        CallInProgressErrorProviderfaultOutboundSip408RequestTimeout = "call.in-progress.error-providerfault-outbound-sip-408-request-timeout",
        /// `call.in-progress.error-providerfault-outbound-sip-480-temporarily-unavailable`: While the call went on, a fault of a provider: outbound SIP 480 temporarily unavailable.
        CallInProgressErrorProviderfaultOutboundSip480TemporarilyUnavailable = "call.in-progress.error-providerfault-outbound-sip-480-temporarily-unavailable",
        /// `call.ringing.hook-executed-say`: While it rang: hook executed say.
        CallRingingHookExecutedSay = "call.ringing.hook-executed-say",
        /// `call.ringing.hook-executed-transfer`: While it rang: hook executed transfer.
        CallRingingHookExecutedTransfer = "call.ringing.hook-executed-transfer",
        /// `call.ending.hook-executed-say`: While it ended: hook executed say.
        CallEndingHookExecutedSay = "call.ending.hook-executed-say",
        /// `call.ending.hook-executed-transfer`: While it ended: hook executed transfer.
        CallEndingHookExecutedTransfer = "call.ending.hook-executed-transfer",
        /// `call.ringing.sip-inbound-caller-hungup-before-call-connect`: While it rang: SIP inbound caller hungup before call connect.
        CallRingingSipInboundCallerHungupBeforeCallConnect = "call.ringing.sip-inbound-caller-hungup-before-call-connect",
        /// `twilio-failed-to-connect-call`: Twilio failed to connect call.
        TwilioFailedToConnectCall = "twilio-failed-to-connect-call",
        /// `twilio-reported-customer-misdialed`: Twilio reported customer misdialed.
        TwilioReportedCustomerMisdialed = "twilio-reported-customer-misdialed",
        /// `vonage-rejected`: Vonage rejected.
        VonageRejected = "vonage-rejected",
        /// `voicemail`: Voicemail.
        Voicemail = "voicemail",
        /// `call-deleted`: Call deleted.
        CallDeleted = "call-deleted",
    }
}

::callslip_core::open_enum! {
    /// Telephone company of a call.
    pub enum PhoneCallProvider {
        /// `twilio`: Twilio.
        Twilio = "twilio",
        /// `vonage`: Vonage.
        Vonage = "vonage",
        /// `vapi`: Vapi itself.
        Vapi = "vapi",
        /// `telnyx`: Telnyx.
        Telnyx = "telnyx",
    }
}

::callslip_core::open_enum! {
    /// How a call by phone is carried.
    pub enum PhoneCallTransport {
        /// `sip`: Over SIP.
        Sip = "sip",
        /// `pstn`: Over the telephone network.
        Pstn = "pstn",
    }
}

::callslip_core::tagged_union! {
    /// Where a call is handed on to. The property `type` decides which variant it is.
    ///
    /// The variant is chosen by `type`. A value of `type` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum TransferDestination by "type" {
        /// `number`: A phone number where a call is handed on to.
        Number(NumberDestination) = "number",
        /// `sip`: A SIP address where a call is handed on to.
        Sip(SipDestination) = "sip",
    }
}

impl TransferDestination {
    /// Kind, here `number`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn kind(&self) -> Option<&str> {
        match self {
            Self::Number(content) => Some(content.kind.as_str()),
            Self::Sip(content) => Some(content.kind.as_str()),
            Self::Unknown(value) => value.get("type").and_then(|value| value.as_str()),
        }
    }

    /// What the place is, for the assistant that chooses.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn description(&self) -> Option<&str> {
        match self {
            Self::Number(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::Sip(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::Unknown(value) => {
                value.get("description").and_then(|value| value.as_str())
            }
        }
    }
}

::callslip_core::object! {
    /// A phone number where a call is handed on to.
    pub struct NumberDestination {
        /// Kind, here `number`.
        pub kind: TransferDestinationType = required("type"),
        /// The number.
        ///
        /// Personal data: hidden in `Debug` output.
        pub number: Personal<String> = required("number"),
        /// Extension to dial there.
        ///
        /// Personal data: hidden in `Debug` output.
        pub extension: Option<Personal<String>> = optional("extension"),
        /// Whether the number has to be in E.164.
        pub number_e164_check_enabled: Option<bool> = optional("numberE164CheckEnabled"),
        /// Number that is shown there.
        ///
        /// Personal data: hidden in `Debug` output.
        pub caller_id: Option<Personal<String>> = optional("callerId"),
        /// How the call is handed on. Not typed here: JSON under the publisher's own keys.
        pub transfer_plan: Map<String, Value> = optional("transferPlan"),
        /// What the place is, for the assistant that chooses.
        pub description: Option<String> = optional("description"),
        /// What is said before: a text, or an object whose form is not typed here.
        ///
        /// Personal data: hidden in `Debug` output.
        pub message: Option<Personal<Value>> = optional("message"),
    }
}

::callslip_core::open_enum! {
    /// Kind of a place where a call is handed on to.
    pub enum TransferDestinationType {
        /// `number`: A phone number.
        Number = "number",
        /// `sip`: A SIP address.
        Sip = "sip",
    }
}

::callslip_core::object! {
    /// A SIP address where a call is handed on to.
    pub struct SipDestination {
        /// Kind, here `sip`.
        pub kind: TransferDestinationType = required("type"),
        /// The address.
        ///
        /// Personal data: hidden in `Debug` output.
        pub sip_uri: Personal<String> = required("sipUri"),
        /// SIP headers that are added.
        ///
        /// Personal data: hidden in `Debug` output.
        pub sip_headers: Option<Personal<Map<String, Value>>> = optional("sipHeaders"),
        /// Number that is shown there.
        ///
        /// Personal data: hidden in `Debug` output.
        pub caller_id: Option<Personal<String>> = optional("callerId"),
        /// How the call is handed on. Not typed here: JSON under the publisher's own keys.
        pub transfer_plan: Map<String, Value> = optional("transferPlan"),
        /// What the place is, for the assistant that chooses.
        pub description: Option<String> = optional("description"),
        /// What is said before: a text, or an object whose form is not typed here.
        ///
        /// Personal data: hidden in `Debug` output.
        pub message: Option<Personal<Value>> = optional("message"),
    }
}

::callslip_core::object! {
    /// Something that was said in a call, or a tool that was used in it. The publisher describes five shapes whose `role` is any text and that nothing tells apart for certain; they are one here.
    pub struct CallMessage {
        /// Who or what it is from, such as a user, a bot, the system or a tool. The publisher lists no values.
        pub role: String = required("role"),
        /// What was said.
        ///
        /// Personal data: hidden in `Debug` output.
        pub message: Option<Personal<String>> = optional("message"),
        /// When it began. In which unit is not documented.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub time: Option<f64> = told("time") as number,
        /// When it ended. Of users and bots.
        pub end_time: Option<f64> = optional("endTime") as number,
        /// When it began, in seconds from the beginning of the conversation.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub seconds_from_start: Option<f64> = told("secondsFromStart") as number,
        /// How long it lasted, in seconds. Of users and bots.
        pub duration: Option<f64> = optional("duration") as number,
        /// Where it comes from. Of bots.
        pub source: Option<String> = optional("source"),
        /// Name of the assistant that spoke. Of bots.
        pub assistant_name: Option<String> = optional("assistantName"),
        /// Identifier of the assistant that spoke. Of bots.
        pub assistant_id: Option<String> = optional("assistantId"),
        /// Whether it was filtered for security. Of users.
        pub is_filtered: Option<bool> = optional("isFiltered"),
        /// Threats for which it was filtered. Of users.
        pub detected_threats: Vec<String> = optional("detectedThreats"),
        /// What was said before it was filtered. Of users.
        ///
        /// Personal data: hidden in `Debug` output.
        pub original_message: Option<Personal<String>> = optional("originalMessage"),
        /// Which of several speakers it was. Of users.
        ///
        /// Personal data: hidden in `Debug` output.
        pub speaker_label: Option<Personal<String>> = optional("speakerLabel"),
        /// More about it, under names of its own. Of users and of answers of tools.
        ///
        /// Personal data: hidden in `Debug` output.
        pub metadata: Option<Personal<Map<String, Value>>> = optional("metadata"),
        /// Tools that were used, each an object whose form is not documented. Of uses of tools.
        ///
        /// Personal data: hidden in `Debug` output.
        pub tool_calls: Option<Personal<Vec<Value>>> = optional("toolCalls"),
        /// Identifier of the use. Of answers of tools.
        pub tool_call_id: Option<String> = optional("toolCallId"),
        /// Name of the tool. Of answers of tools.
        pub name: Option<String> = optional("name"),
        /// What the tool answered, as JSON. Of answers of tools.
        ///
        /// Personal data: hidden in `Debug` output.
        pub result: Option<Personal<String>> = optional("result"),
        /// What is to be said of the answer. Of answers of tools.
        pub warnings: Vec<ToolResultWarning> = optional("warnings"),
    }
}

::callslip_core::object! {
    /// Something to be said of the answer of a tool.
    pub struct ToolResultWarning {
        /// Kind of the warning.
        pub kind: ToolResultWarningType = required("type"),
        /// How many tokens the answer has, estimated.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub token_count: Option<f64> = told("tokenCount") as number,
        /// From how many tokens on there is a warning.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub threshold: Option<f64> = told("threshold") as number,
    }
}

::callslip_core::open_enum! {
    /// Kind of a warning of an answer of a tool.
    pub enum ToolResultWarningType {
        /// `oversized-tool-response`: The answer is larger than recommended.
        OversizedToolResponse = "oversized-tool-response",
    }
}

::callslip_core::tagged_union! {
    /// What a part of a call cost. The property `type` decides which variant it is.
    ///
    /// The variant is chosen by `type`. A value of `type` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum Cost by "type" {
        /// `transport`: What carrying a call cost.
        Transport(TransportCost) = "transport",
        /// `transcriber`: What recognising speech cost.
        Transcriber(TranscriberCost) = "transcriber",
        /// `model`: What the language model cost.
        Model(ModelCost) = "model",
        /// `voice`: What speaking cost.
        Voice(VoiceCost) = "voice",
        /// `vapi`: What Vapi itself cost.
        Vapi(VapiCost) = "vapi",
        /// `voicemail-detection`: What recognising a voicemail cost.
        VoicemailDetection(VoicemailDetectionCost) = "voicemail-detection",
        /// `analysis`: What analysing a call cost.
        Analysis(AnalysisCost) = "analysis",
        /// `knowledge-base`: What asking a knowledge base cost.
        KnowledgeBase(KnowledgeBaseCost) = "knowledge-base",
    }
}

impl Cost {
    /// Kind, here `transport`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn kind(&self) -> Option<&str> {
        match self {
            Self::Transport(content) => Some(content.kind.as_str()),
            Self::Transcriber(content) => Some(content.kind.as_str()),
            Self::Model(content) => Some(content.kind.as_str()),
            Self::Voice(content) => Some(content.kind.as_str()),
            Self::Vapi(content) => Some(content.kind.as_str()),
            Self::VoicemailDetection(content) => Some(content.kind.as_str()),
            Self::Analysis(content) => Some(content.kind.as_str()),
            Self::KnowledgeBase(content) => Some(content.kind.as_str()),
            Self::Unknown(value) => value.get("type").and_then(|value| value.as_str()),
        }
    }

    /// What it cost, in USD.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn cost(&self) -> Option<f64> {
        match self {
            Self::Transport(content) => content.cost,
            Self::Transcriber(content) => content.cost,
            Self::Model(content) => content.cost,
            Self::Voice(content) => content.cost,
            Self::Vapi(content) => content.cost,
            Self::VoicemailDetection(content) => content.cost,
            Self::Analysis(content) => content.cost,
            Self::KnowledgeBase(content) => content.cost,
            Self::Unknown(value) => value.get("cost").and_then(|value| value.as_f64()),
        }
    }
}

::callslip_core::object! {
    /// What carrying a call cost.
    pub struct TransportCost {
        /// Kind, here `transport`.
        pub kind: CostType = required("type"),
        /// Who carried it.
        pub provider: Option<TransportProvider> = optional("provider"),
        /// Minutes of use.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub minutes: Option<f64> = told("minutes") as number,
        /// What it cost, in USD.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub cost: Option<f64> = told("cost") as number,
    }
}

::callslip_core::open_enum! {
    /// Part of a call that costs.
    pub enum CostType {
        /// `transport`: Carrying it.
        Transport = "transport",
        /// `transcriber`: Recognising speech.
        Transcriber = "transcriber",
        /// `model`: The language model.
        Model = "model",
        /// `voice`: Speaking.
        Voice = "voice",
        /// `vapi`: Vapi itself.
        Vapi = "vapi",
        /// `voicemail-detection`: Recognising a voicemail.
        VoicemailDetection = "voicemail-detection",
        /// `analysis`: Analysing it.
        Analysis = "analysis",
        /// `knowledge-base`: Asking a knowledge base.
        KnowledgeBase = "knowledge-base",
    }
}

::callslip_core::open_enum! {
    /// Who carries a call.
    pub enum TransportProvider {
        /// `daily`: Daily.
        Daily = "daily",
        /// `vapi.websocket`: Vapi websocket.
        VapiWebsocket = "vapi.websocket",
        /// `twilio`: Twilio.
        Twilio = "twilio",
        /// `vonage`: Vonage.
        Vonage = "vonage",
        /// `telnyx`: Telnyx.
        Telnyx = "telnyx",
        /// `vapi.sip`: Vapi sip.
        VapiSip = "vapi.sip",
    }
}

::callslip_core::object! {
    /// What recognising speech cost.
    pub struct TranscriberCost {
        /// Kind, here `transcriber`.
        pub kind: CostType = required("type"),
        /// Settings of the transcriber. Not typed here: JSON under the publisher's own keys.
        pub transcriber: Map<String, Value> = required("transcriber"),
        /// Minutes of use.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub minutes: Option<f64> = told("minutes") as number,
        /// What it cost, in USD.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub cost: Option<f64> = told("cost") as number,
    }
}

::callslip_core::object! {
    /// What the language model cost.
    pub struct ModelCost {
        /// Kind, here `model`.
        pub kind: CostType = required("type"),
        /// Settings of the language model. Not typed here: JSON under the publisher's own keys.
        pub model: Map<String, Value> = required("model"),
        /// Tokens that were sent.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub prompt_tokens: Option<f64> = told("promptTokens") as number,
        /// Tokens that came back.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub completion_tokens: Option<f64> = told("completionTokens") as number,
        /// Tokens that were sent and cached.
        pub cached_prompt_tokens: Option<f64> = optional("cachedPromptTokens") as number,
        /// Tokens that the model used to reason.
        pub reasoning_tokens: Option<f64> = optional("reasoningTokens") as number,
        /// What it cost, in USD.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub cost: Option<f64> = told("cost") as number,
    }
}

::callslip_core::object! {
    /// What speaking cost.
    pub struct VoiceCost {
        /// Kind, here `voice`.
        pub kind: CostType = required("type"),
        /// Settings of the voice. Not typed here: JSON under the publisher's own keys.
        pub voice: Map<String, Value> = required("voice"),
        /// Characters that were spoken.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub characters: Option<f64> = told("characters") as number,
        /// What it cost, in USD.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub cost: Option<f64> = told("cost") as number,
    }
}

::callslip_core::object! {
    /// What Vapi itself cost.
    pub struct VapiCost {
        /// Kind, here `vapi`.
        pub kind: CostType = required("type"),
        /// By which price.
        pub sub_type: VapiCostType = required("subType"),
        /// Minutes of use.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub minutes: Option<f64> = told("minutes") as number,
        /// What it cost, in USD.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub cost: Option<f64> = told("cost") as number,
    }
}

::callslip_core::open_enum! {
    /// Price of the use of Vapi.
    pub enum VapiCostType {
        /// `normal`: The usual one.
        Normal = "normal",
        /// `overage`: That of use beyond what is included.
        Overage = "overage",
    }
}

::callslip_core::object! {
    /// What recognising a voicemail cost.
    pub struct VoicemailDetectionCost {
        /// Kind, here `voicemail-detection`.
        pub kind: CostType = required("type"),
        /// Settings of the language model. Not typed here: JSON under the publisher's own keys.
        pub model: Map<String, Value> = required("model"),
        /// Who recognised it.
        pub provider: VoicemailDetectionProvider = required("provider"),
        /// Tokens of text that were sent.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub prompt_text_tokens: Option<f64> = told("promptTextTokens") as number,
        /// Tokens of sound that were sent.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub prompt_audio_tokens: Option<f64> = told("promptAudioTokens") as number,
        /// Tokens of text that came back.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub completion_text_tokens: Option<f64> = told("completionTextTokens") as number,
        /// Tokens of sound that came back.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub completion_audio_tokens: Option<f64> = told("completionAudioTokens") as number,
        /// What it cost, in USD.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub cost: Option<f64> = told("cost") as number,
    }
}

::callslip_core::open_enum! {
    /// Who recognises a voicemail.
    pub enum VoicemailDetectionProvider {
        /// `twilio`: Twilio.
        Twilio = "twilio",
        /// `google`: Google.
        Google = "google",
        /// `openai`: Openai.
        Openai = "openai",
        /// `vapi`: Vapi.
        Vapi = "vapi",
    }
}

::callslip_core::object! {
    /// What analysing a call cost.
    pub struct AnalysisCost {
        /// Kind, here `analysis`.
        pub kind: CostType = required("type"),
        /// Which analysis it was.
        pub analysis_type: AnalysisType = required("analysisType"),
        /// Settings of the language model. Not typed here: JSON under the publisher's own keys.
        pub model: Map<String, Value> = required("model"),
        /// Tokens that were sent.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub prompt_tokens: Option<f64> = told("promptTokens") as number,
        /// Tokens that came back.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub completion_tokens: Option<f64> = told("completionTokens") as number,
        /// Tokens that were sent and cached.
        pub cached_prompt_tokens: Option<f64> = optional("cachedPromptTokens") as number,
        /// What each structured output cost, each an object whose form is not typed here.
        pub structured_output_breakdown: Vec<Value> = optional("structuredOutputBreakdown"),
        /// What it cost, in USD.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub cost: Option<f64> = told("cost") as number,
    }
}

::callslip_core::open_enum! {
    /// Kind of an analysis.
    pub enum AnalysisType {
        /// `summary`: A summary.
        Summary = "summary",
        /// `structuredData`: Structured data.
        StructuredData = "structuredData",
        /// `successEvaluation`: Whether the call succeeded.
        SuccessEvaluation = "successEvaluation",
        /// `structuredOutput`: Structured outputs.
        StructuredOutput = "structuredOutput",
    }
}

::callslip_core::object! {
    /// What asking a knowledge base cost.
    pub struct KnowledgeBaseCost {
        /// Kind, here `knowledge-base`.
        pub kind: CostType = required("type"),
        /// Settings of the language model. Not typed here: JSON under the publisher's own keys.
        pub model: Map<String, Value> = required("model"),
        /// Tokens that were sent.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub prompt_tokens: Option<f64> = told("promptTokens") as number,
        /// Tokens that came back.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub completion_tokens: Option<f64> = told("completionTokens") as number,
        /// What it cost, in USD.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub cost: Option<f64> = told("cost") as number,
    }
}

::callslip_core::object! {
    /// What a call cost, by kind, in USD.
    #[derive(Default)]
    pub struct CostBreakdown {
        /// Carrying it.
        pub transport: Option<f64> = optional("transport") as number,
        /// Recognising speech.
        pub stt: Option<f64> = optional("stt") as number,
        /// The language model.
        pub llm: Option<f64> = optional("llm") as number,
        /// Speaking.
        pub tts: Option<f64> = optional("tts") as number,
        /// Vapi itself.
        pub vapi: Option<f64> = optional("vapi") as number,
        /// Chats.
        pub chat: Option<f64> = optional("chat") as number,
        /// All of it.
        pub total: Option<f64> = optional("total") as number,
        /// Tokens that were sent to the language model.
        pub llm_prompt_tokens: Option<f64> = optional("llmPromptTokens") as number,
        /// Tokens that came back from it.
        pub llm_completion_tokens: Option<f64> = optional("llmCompletionTokens") as number,
        /// Tokens that were sent to it and cached.
        pub llm_cached_prompt_tokens: Option<f64> = optional("llmCachedPromptTokens") as number,
        /// Characters that were spoken.
        pub tts_characters: Option<f64> = optional("ttsCharacters") as number,
        /// What analysing it cost, by kind.
        pub analysis_cost_breakdown: Option<AnalysisCostBreakdown> = optional("analysisCostBreakdown"),
    }
}

::callslip_core::object! {
    /// What analysing a call cost, by kind.
    #[derive(Default)]
    pub struct AnalysisCostBreakdown {
        /// What the summary cost, in USD.
        pub summary: Option<f64> = optional("summary") as number,
        /// Tokens that were sent for the summary.
        pub summary_prompt_tokens: Option<f64> = optional("summaryPromptTokens") as number,
        /// Tokens that came back for the summary.
        pub summary_completion_tokens: Option<f64> = optional("summaryCompletionTokens") as number,
        /// Tokens that were sent for the summary and cached.
        pub summary_cached_prompt_tokens: Option<f64> = optional("summaryCachedPromptTokens") as number,
        /// What the structured data cost, in USD.
        pub structured_data: Option<f64> = optional("structuredData") as number,
        /// Tokens that were sent for the structured data.
        pub structured_data_prompt_tokens: Option<f64> = optional("structuredDataPromptTokens") as number,
        /// Tokens that came back for the structured data.
        pub structured_data_completion_tokens: Option<f64> = optional("structuredDataCompletionTokens") as number,
        /// Tokens that were sent for the structured data and cached.
        pub structured_data_cached_prompt_tokens: Option<f64> = optional("structuredDataCachedPromptTokens") as number,
        /// What the evaluation of success cost, in USD.
        pub success_evaluation: Option<f64> = optional("successEvaluation") as number,
        /// Tokens that were sent for the evaluation of success.
        pub success_evaluation_prompt_tokens: Option<f64> = optional("successEvaluationPromptTokens") as number,
        /// Tokens that came back for the evaluation of success.
        pub success_evaluation_completion_tokens: Option<f64> = optional("successEvaluationCompletionTokens") as number,
        /// Tokens that were sent for the evaluation of success and cached.
        pub success_evaluation_cached_prompt_tokens: Option<f64> = optional("successEvaluationCachedPromptTokens") as number,
        /// What the structured outputs cost, in USD.
        pub structured_output: Option<f64> = optional("structuredOutput") as number,
        /// Tokens that were sent for the structured outputs.
        pub structured_output_prompt_tokens: Option<f64> = optional("structuredOutputPromptTokens") as number,
        /// Tokens that came back for the structured outputs.
        pub structured_output_completion_tokens: Option<f64> = optional("structuredOutputCompletionTokens") as number,
        /// Tokens that were sent for the structured outputs and cached.
        pub structured_output_cached_prompt_tokens: Option<f64> = optional("structuredOutputCachedPromptTokens") as number,
    }
}

::callslip_core::object! {
    /// What the platform makes of a call.
    #[derive(Default)]
    pub struct Analysis {
        /// What the call was about.
        ///
        /// Personal data: hidden in `Debug` output.
        pub summary: Option<Personal<String>> = optional("summary"),
        /// What was looked for by the user's own settings, by name. Values can be of any type.
        ///
        /// Personal data: hidden in `Debug` output.
        pub structured_data: Option<Personal<Map<String, Value>>> = optional("structuredData"),
        /// Several such sets, each an object.
        ///
        /// Personal data: hidden in `Debug` output.
        pub structured_data_multi: Option<Personal<Vec<Value>>> = optional("structuredDataMulti"),
        /// Whether the call succeeded, by the user's own measure.
        pub success_evaluation: Option<String> = optional("successEvaluation"),
    }
}

::callslip_core::object! {
    /// How to follow a call while it goes on.
    #[derive(Default)]
    pub struct Monitor {
        /// What each monitor found.
        pub monitors: Vec<MonitorResult> = optional("monitors"),
        /// Where the call can be listened to.
        ///
        /// Secret: hidden in `Debug` output.
        pub listen_url: Option<Secret<String>> = optional("listenUrl"),
        /// Where the call can be controlled.
        ///
        /// Secret: hidden in `Debug` output.
        pub control_url: Option<Secret<String>> = optional("controlUrl"),
    }
}

::callslip_core::object! {
    /// What a monitor found.
    pub struct MonitorResult {
        /// Identifier of the monitor.
        pub monitor_id: String = required("monitorId"),
        /// Whether the call passed its filter.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub filter_passed: Option<bool> = told("filterPassed"),
    }
}

::callslip_core::object! {
    /// What was agreed to in a call.
    #[derive(Default)]
    pub struct Compliance {
        /// Consent to the recording.
        pub recording_consent: Option<RecordingConsent> = optional("recordingConsent"),
    }
}

::callslip_core::object! {
    /// Consent to a recording.
    pub struct RecordingConsent {
        /// How consent is given.
        pub kind: RecordingConsentType = required("type"),
        /// When it was given; absent if it was not.
        pub granted_at: Option<Timestamp> = optional("grantedAt"),
    }
}

::callslip_core::open_enum! {
    /// How consent to a recording is given.
    pub enum RecordingConsentType {
        /// `stay-on-line`: By staying on the line.
        StayOnLine = "stay-on-line",
        /// `verbal`: By saying so.
        Verbal = "verbal",
    }
}

::callslip_core::object! {
    /// What is left of a call. Links whose name begins with `presigned` need no credential and end at `presignedUrlsExpiresAt`; they are made anew for each answer.
    #[derive(Default)]
    pub struct Artifact {
        /// What was said, as one text.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transcript: Option<Personal<String>> = optional("transcript"),
        /// What was said and which tools were used, in order.
        pub messages: Vec<CallMessage> = optional("messages"),
        /// The same in the form of OpenAI.
        pub messages_open_ai_formatted: Vec<OpenAiMessage> = optional("messagesOpenAIFormatted"),
        /// Links to the recordings.
        pub recording: Option<Recording> = optional("recording"),
        /// Link to the recording. Deprecated by the publisher.
        ///
        /// Personal data: hidden in `Debug` output.
        pub recording_url: Option<Personal<String>> = optional("recordingUrl"),
        /// Link to the recording in stereo. Deprecated by the publisher.
        ///
        /// Personal data: hidden in `Debug` output.
        pub stereo_recording_url: Option<Personal<String>> = optional("stereoRecordingUrl"),
        /// Link to the video. Deprecated by the publisher.
        ///
        /// Personal data: hidden in `Debug` output.
        pub video_recording_url: Option<Personal<String>> = optional("videoRecordingUrl"),
        /// How much later than the call the video begins. The document speaks of milliseconds, and the name of seconds. Deprecated by the publisher.
        pub video_recording_start_delay_seconds: Option<f64> = optional("videoRecordingStartDelaySeconds") as number,
        /// Link to the recording.
        ///
        /// Personal data: hidden in `Debug` output.
        pub presigned_mono_url: Option<Personal<String>> = optional("presignedMonoUrl"),
        /// Link to the recording in stereo.
        ///
        /// Personal data: hidden in `Debug` output.
        pub presigned_stereo_url: Option<Personal<String>> = optional("presignedStereoUrl"),
        /// Link to the video.
        ///
        /// Personal data: hidden in `Debug` output.
        pub presigned_video_url: Option<Personal<String>> = optional("presignedVideoUrl"),
        /// Link to the assistant's channel of the recording.
        ///
        /// Personal data: hidden in `Debug` output.
        pub presigned_assistant_url: Option<Personal<String>> = optional("presignedAssistantUrl"),
        /// Link to the customer's channel of the recording.
        ///
        /// Personal data: hidden in `Debug` output.
        pub presigned_customer_url: Option<Personal<String>> = optional("presignedCustomerUrl"),
        /// Link to the captured packets.
        ///
        /// Personal data: hidden in `Debug` output.
        pub presigned_pcap_url: Option<Personal<String>> = optional("presignedPcapUrl"),
        /// Link to the log.
        ///
        /// Personal data: hidden in `Debug` output.
        pub presigned_log_url: Option<Personal<String>> = optional("presignedLogUrl"),
        /// When the presigned links end.
        pub presigned_urls_expires_at: Option<Timestamp> = optional("presignedUrlsExpiresAt"),
        /// Link to the captured packets. Of calls by phone over numbers of Vapi or of the user.
        ///
        /// Personal data: hidden in `Debug` output.
        pub pcap_url: Option<Personal<String>> = optional("pcapUrl"),
        /// Link to the log.
        ///
        /// Personal data: hidden in `Debug` output.
        pub log_url: Option<Personal<String>> = optional("logUrl"),
        /// Attempts to hand the call on.
        pub transfers: Vec<TransferArtifact> = optional("transfers"),
        /// Nodes of the workflow that were reached, in order.
        pub nodes: Vec<NodeArtifact> = optional("nodes"),
        /// Assistants that spoke, in order.
        pub assistant_activations: Vec<AssistantActivation> = optional("assistantActivations"),
        /// How long the parts of the system took to answer.
        pub performance_metrics: Option<PerformanceMetrics> = optional("performanceMetrics"),
        /// Values of variables at the end, by name. Values can be of any type.
        ///
        /// Personal data: hidden in `Debug` output.
        pub variable_values: Option<Personal<Map<String, Value>>> = optional("variableValues"),
        /// Structured outputs, by identifier. Their form is the user's own.
        ///
        /// Personal data: hidden in `Debug` output.
        pub structured_outputs: Option<Personal<Map<String, Value>>> = optional("structuredOutputs"),
        /// Structured outputs that were not made, by identifier, each with its name and the condition that was not met.
        pub skipped_structured_outputs: Map<String, Value> = optional("skippedStructuredOutputs"),
        /// Scorecards, by identifier. Their form is not documented.
        pub scorecards: Map<String, Value> = optional("scorecards"),
        /// When the structured outputs were last changed.
        pub structured_outputs_last_updated_at: Option<Timestamp> = optional("structuredOutputsLastUpdatedAt"),
    }
}

::callslip_core::object! {
    /// A message in the form of OpenAI.
    pub struct OpenAiMessage {
        /// What was said.
        ///
        /// Personal data: hidden in `Debug` output.
        pub content: Option<Personal<String>> = required("content").nullable(),
        /// Who it is from.
        pub role: OpenAiRole = required("role"),
    }
}

::callslip_core::open_enum! {
    /// Who a message is from, in the words of OpenAI.
    pub enum OpenAiRole {
        /// `assistant`: The assistant.
        Assistant = "assistant",
        /// `function`: A function.
        Function = "function",
        /// `user`: The user.
        User = "user",
        /// `system`: The system.
        System = "system",
        /// `tool`: A tool.
        Tool = "tool",
    }
}

::callslip_core::object! {
    /// Links to recordings.
    #[derive(Default)]
    pub struct Recording {
        /// Link to the recording in stereo.
        ///
        /// Personal data: hidden in `Debug` output.
        pub stereo_url: Option<Personal<String>> = optional("stereoUrl"),
        /// Link to the video.
        ///
        /// Personal data: hidden in `Debug` output.
        pub video_url: Option<Personal<String>> = optional("videoUrl"),
        /// How much later than the call the video begins. The document speaks of milliseconds, and the name of seconds.
        pub video_recording_start_delay_seconds: Option<f64> = optional("videoRecordingStartDelaySeconds") as number,
        /// Links to the recordings with one channel.
        pub mono: Option<MonoRecording> = optional("mono"),
    }
}

::callslip_core::object! {
    /// Links to recordings with one channel.
    #[derive(Default)]
    pub struct MonoRecording {
        /// Link to a recording with one channel: everybody.
        ///
        /// Personal data: hidden in `Debug` output.
        pub combined_url: Option<Personal<String>> = optional("combinedUrl"),
        /// Link to a recording with one channel: the assistant alone.
        ///
        /// Personal data: hidden in `Debug` output.
        pub assistant_url: Option<Personal<String>> = optional("assistantUrl"),
        /// Link to a recording with one channel: the customer alone.
        ///
        /// Personal data: hidden in `Debug` output.
        pub customer_url: Option<Personal<String>> = optional("customerUrl"),
    }
}

::callslip_core::object! {
    /// An attempt to hand a call on.
    pub struct TransferArtifact {
        /// Where to.
        pub destination: TransferDestination = required("destination"),
        /// How.
        pub mode: Option<TransferMode> = optional("mode"),
        /// How it went.
        pub status: Option<TransferStatus> = optional("status"),
        /// What was said meanwhile, as one text.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transcript: Option<Personal<String>> = optional("transcript"),
        /// What was said meanwhile, in order.
        pub messages: Vec<CallMessage> = optional("messages"),
    }
}

::callslip_core::open_enum! {
    /// How a call is handed on.
    pub enum TransferMode {
        /// `blind-transfer`: Blind transfer.
        BlindTransfer = "blind-transfer",
        /// `blind-transfer-add-summary-to-sip-header`: Blind transfer add summary to sip header.
        BlindTransferAddSummaryToSipHeader = "blind-transfer-add-summary-to-sip-header",
        /// `warm-transfer-say-message`: Warm transfer say message.
        WarmTransferSayMessage = "warm-transfer-say-message",
        /// `warm-transfer-say-summary`: Warm transfer say summary.
        WarmTransferSaySummary = "warm-transfer-say-summary",
        /// `warm-transfer-twiml`: Warm transfer twiml.
        WarmTransferTwiml = "warm-transfer-twiml",
        /// `warm-transfer-wait-for-operator-to-speak-first-and-then-say-message`: Warm transfer wait for operator to speak first and then say message.
        WarmTransferWaitForOperatorToSpeakFirstAndThenSayMessage = "warm-transfer-wait-for-operator-to-speak-first-and-then-say-message",
        /// `warm-transfer-wait-for-operator-to-speak-first-and-then-say-summary`: Warm transfer wait for operator to speak first and then say summary.
        WarmTransferWaitForOperatorToSpeakFirstAndThenSaySummary = "warm-transfer-wait-for-operator-to-speak-first-and-then-say-summary",
        /// `warm-transfer-experimental`: Warm transfer experimental.
        WarmTransferExperimental = "warm-transfer-experimental",
    }
}

::callslip_core::open_enum! {
    /// How handing a call on went.
    pub enum TransferStatus {
        /// `connected`: Connected.
        Connected = "connected",
        /// `no-answer`: No answer.
        NoAnswer = "no-answer",
        /// `busy`: Busy.
        Busy = "busy",
        /// `voicemail`: Voicemail.
        Voicemail = "voicemail",
        /// `failed`: Failed.
        Failed = "failed",
        /// `completed`: Completed.
        Completed = "completed",
        /// `cancelled`: Cancelled.
        Cancelled = "cancelled",
    }
}

::callslip_core::object! {
    /// A node of a workflow that was reached.
    #[derive(Default)]
    pub struct NodeArtifact {
        /// Name of the node.
        pub node_name: Option<String> = optional("nodeName"),
        /// What was said there, in order.
        pub messages: Vec<CallMessage> = optional("messages"),
        /// Values of variables that were found there, by name. Values can be of any type.
        ///
        /// Personal data: hidden in `Debug` output.
        pub variable_values: Option<Personal<Map<String, Value>>> = optional("variableValues"),
    }
}

::callslip_core::object! {
    /// An assistant that spoke.
    pub struct AssistantActivation {
        /// Name of the assistant.
        pub assistant_name: String = required("assistantName"),
        /// Identifier of the assistant.
        pub assistant_id: Option<String> = optional("assistantId"),
        /// Version of the assistant.
        pub assistant_version: Option<String> = optional("assistantVersion").nullable(),
    }
}

::callslip_core::object! {
    /// How long the parts of the system took to answer.
    #[derive(Default)]
    pub struct PerformanceMetrics {
        /// Each turn.
        pub turn_latencies: Vec<TurnLatency> = optional("turnLatencies"),
        /// Of the language model until its first token, on average.
        pub model_latency_average: Option<f64> = optional("modelLatencyAverage") as number,
        /// Of speaking, on average.
        pub voice_latency_average: Option<f64> = optional("voiceLatencyAverage") as number,
        /// Of recognising speech, on average.
        pub transcriber_latency_average: Option<f64> = optional("transcriberLatencyAverage") as number,
        /// Of noticing that somebody has finished, on average.
        pub endpointing_latency_average: Option<f64> = optional("endpointingLatencyAverage") as number,
        /// Of whole turns, on average.
        pub turn_latency_average: Option<f64> = optional("turnLatencyAverage") as number,
        /// Of packets from whoever carries the call, in milliseconds on average.
        pub from_transport_latency_average: Option<f64> = optional("fromTransportLatencyAverage") as number,
        /// Of packets to whoever carries the call, in milliseconds on average.
        pub to_transport_latency_average: Option<f64> = optional("toTransportLatencyAverage") as number,
        /// How often the assistant interrupted the user.
        pub num_user_interrupted: Option<f64> = optional("numUserInterrupted") as number,
        /// How often the user interrupted the assistant.
        pub num_assistant_interrupted: Option<f64> = optional("numAssistantInterrupted") as number,
    }
}

::callslip_core::object! {
    /// How long the parts of the system took to answer in a turn. In which unit is not documented.
    #[derive(Default)]
    pub struct TurnLatency {
        /// The language model until its first token.
        pub model_latency: Option<f64> = optional("modelLatency") as number,
        /// Speaking.
        pub voice_latency: Option<f64> = optional("voiceLatency") as number,
        /// Recognising speech.
        pub transcriber_latency: Option<f64> = optional("transcriberLatency") as number,
        /// Noticing that somebody has finished.
        pub endpointing_latency: Option<f64> = optional("endpointingLatency") as number,
        /// The whole turn.
        pub turn_latency: Option<f64> = optional("turnLatency") as number,
    }
}

::callslip_core::object! {
    /// Somebody who is called or calls.
    #[derive(Default)]
    pub struct Customer {
        /// Number of the customer.
        ///
        /// Personal data: hidden in `Debug` output.
        pub number: Option<Personal<String>> = optional("number"),
        /// SIP address of the customer.
        ///
        /// Personal data: hidden in `Debug` output.
        pub sip_uri: Option<Personal<String>> = optional("sipUri"),
        /// Name of the customer.
        ///
        /// Personal data: hidden in `Debug` output.
        pub name: Option<Personal<String>> = optional("name"),
        /// E-mail address of the customer.
        ///
        /// Personal data: hidden in `Debug` output.
        pub email: Option<Personal<String>> = optional("email"),
        /// Identifier of the customer in the user's own system.
        ///
        /// Personal data: hidden in `Debug` output.
        pub external_id: Option<Personal<String>> = optional("externalId"),
        /// Extension to dial once the call is answered.
        ///
        /// Personal data: hidden in `Debug` output.
        pub extension: Option<Personal<String>> = optional("extension"),
        /// Whether the number has to be in E.164. It has, unless it is said that it need not.
        pub number_e164_check_enabled: Option<bool> = optional("numberE164CheckEnabled"),
        /// Settings of the assistant that differ for this customer. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub assistant_overrides: Option<Personal<Map<String, Value>>> = optional("assistantOverrides"),
        /// Settings of the squad's assistants that differ for this customer. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub squad_overrides: Option<Personal<Map<String, Value>>> = optional("squadOverrides"),
    }
}

impl Customer {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            number: Default::default(),
            sip_uri: Default::default(),
            name: Default::default(),
            email: Default::default(),
            external_id: Default::default(),
            extension: Default::default(),
            number_e164_check_enabled: Default::default(),
            assistant_overrides: Default::default(),
            squad_overrides: Default::default(),
        }
    }

    /// Number of the customer (at most 40 characters, at least 3 characters).
    #[must_use]
    pub fn number(mut self, number: impl Into<String>) -> Self {
        self.number = Some(Personal::new(number.into()));
        self
    }

    /// SIP address of the customer.
    #[must_use]
    pub fn sip_uri(mut self, sip_uri: impl Into<String>) -> Self {
        self.sip_uri = Some(Personal::new(sip_uri.into()));
        self
    }

    /// Name of the customer (at most 40 characters).
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(Personal::new(name.into()));
        self
    }

    /// E-mail address of the customer (at most 40 characters).
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(Personal::new(email.into()));
        self
    }

    /// Identifier of the customer in the user's own system (at most 40 characters).
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(Personal::new(external_id.into()));
        self
    }

    /// Extension to dial once the call is answered (at most 10 characters).
    #[must_use]
    pub fn extension(mut self, extension: impl Into<String>) -> Self {
        self.extension = Some(Personal::new(extension.into()));
        self
    }

    /// Whether the number has to be in E.164. It has, unless it is said that it need not.
    #[must_use]
    pub fn number_e164_check_enabled(mut self, number_e164_check_enabled: bool) -> Self {
        self.number_e164_check_enabled = Some(number_e164_check_enabled);
        self
    }

    /// Settings of the assistant that differ for this customer. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn assistant_overrides(
        mut self,
        assistant_overrides: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.assistant_overrides = Some(
            Personal::new(
                assistant_overrides
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// Settings of the squad's assistants that differ for this customer. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn squad_overrides(
        mut self,
        squad_overrides: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.squad_overrides = Some(
            Personal::new(
                squad_overrides
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }
}

::callslip_core::object! {
    /// When a call is to be made.
    #[derive(Default)]
    pub struct SchedulePlan {
        /// Not before this time.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub earliest_at: Option<Timestamp> = told("earliestAt"),
        /// Not after this time.
        pub latest_at: Option<Timestamp> = optional("latestAt"),
    }
}

impl SchedulePlan {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            earliest_at: Default::default(),
            latest_at: Default::default(),
        }
    }

    /// Not before this time.
    #[must_use]
    pub fn earliest_at(mut self, earliest_at: Timestamp) -> Self {
        self.earliest_at = Some(earliest_at);
        self
    }

    /// Not after this time.
    #[must_use]
    pub fn latest_at(mut self, latest_at: Timestamp) -> Self {
        self.latest_at = Some(latest_at);
        self
    }
}

::callslip_core::object! {
    /// A call that is to be made. One of assistant, squad and workflow speaks, by identifier or described whole. Several customers in one request, which the publisher documents too, are not here: their answer is of another form.
    pub struct CreateCallBody {
        /// Assistant that speaks, by identifier.
        pub assistant_id: Option<String> = optional("assistantId"),
        /// Version of the assistant; the latest unless one is named.
        pub assistant_version: Change<String> = optional("assistantVersion").nullable(),
        /// Assistant that speaks, described whole. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub assistant: Option<Personal<Map<String, Value>>> = optional("assistant"),
        /// Settings of the assistant that differ for this call. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub assistant_overrides: Option<Personal<Map<String, Value>>> = optional("assistantOverrides"),
        /// Squad of assistants that speaks, by identifier.
        pub squad_id: Option<String> = optional("squadId"),
        /// Squad of assistants that speaks, described whole. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub squad: Option<Personal<Map<String, Value>>> = optional("squad"),
        /// Settings of the squad's assistants that differ for this call. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub squad_overrides: Option<Personal<Map<String, Value>>> = optional("squadOverrides"),
        /// Workflow that the call follows, by identifier.
        pub workflow_id: Option<String> = optional("workflowId"),
        /// Workflow that the call follows, described whole. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub workflow: Option<Personal<Map<String, Value>>> = optional("workflow"),
        /// Settings of the workflow that differ for this call. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub workflow_overrides: Option<Personal<Map<String, Value>>> = optional("workflowOverrides"),
        /// Own phone number, by identifier. Of calls by phone.
        pub phone_number_id: Option<String> = optional("phoneNumberId"),
        /// Own phone number, described whole. Of calls by phone. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub phone_number: Option<Personal<Map<String, Value>>> = optional("phoneNumber"),
        /// Customer, by identifier. Of calls by phone.
        pub customer_id: Option<String> = optional("customerId"),
        /// Customer, described whole. Of calls by phone.
        pub customer: Option<Customer> = optional("customer"),
        /// Name of the call, for the user alone.
        ///
        /// Personal data: hidden in `Debug` output.
        pub name: Option<Personal<String>> = optional("name"),
        /// When the call is to be made.
        pub schedule_plan: Option<SchedulePlan> = optional("schedulePlan"),
        /// How the call is carried. Not typed here: JSON under the publisher's own keys.
        ///
        /// Personal data: hidden in `Debug` output.
        pub transport: Option<Personal<Map<String, Value>>> = optional("transport"),
    }
}

impl CreateCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            assistant_id: Default::default(),
            assistant_version: Default::default(),
            assistant: Default::default(),
            assistant_overrides: Default::default(),
            squad_id: Default::default(),
            squad: Default::default(),
            squad_overrides: Default::default(),
            workflow_id: Default::default(),
            workflow: Default::default(),
            workflow_overrides: Default::default(),
            phone_number_id: Default::default(),
            phone_number: Default::default(),
            customer_id: Default::default(),
            customer: Default::default(),
            name: Default::default(),
            schedule_plan: Default::default(),
            transport: Default::default(),
        }
    }

    /// Assistant that speaks, by identifier.
    #[must_use]
    pub fn assistant_id(mut self, assistant_id: impl Into<String>) -> Self {
        self.assistant_id = Some(assistant_id.into());
        self
    }

    /// Version of the assistant; the latest unless one is named.
    #[must_use]
    pub fn assistant_version(mut self, assistant_version: impl Into<String>) -> Self {
        self.assistant_version = Change::Set(assistant_version.into());
        self
    }

    /// Sets `assistantVersion` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn assistant_version_null(mut self) -> Self {
        self.assistant_version = Change::Null;
        self
    }

    /// Assistant that speaks, described whole. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn assistant(
        mut self,
        assistant: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.assistant = Some(
            Personal::new(
                assistant.into_iter().map(|(key, value)| (key.into(), value)).collect(),
            ),
        );
        self
    }

    /// Settings of the assistant that differ for this call. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn assistant_overrides(
        mut self,
        assistant_overrides: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.assistant_overrides = Some(
            Personal::new(
                assistant_overrides
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// Squad of assistants that speaks, by identifier.
    #[must_use]
    pub fn squad_id(mut self, squad_id: impl Into<String>) -> Self {
        self.squad_id = Some(squad_id.into());
        self
    }

    /// Squad of assistants that speaks, described whole. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn squad(
        mut self,
        squad: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.squad = Some(
            Personal::new(
                squad.into_iter().map(|(key, value)| (key.into(), value)).collect(),
            ),
        );
        self
    }

    /// Settings of the squad's assistants that differ for this call. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn squad_overrides(
        mut self,
        squad_overrides: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.squad_overrides = Some(
            Personal::new(
                squad_overrides
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// Workflow that the call follows, by identifier.
    #[must_use]
    pub fn workflow_id(mut self, workflow_id: impl Into<String>) -> Self {
        self.workflow_id = Some(workflow_id.into());
        self
    }

    /// Workflow that the call follows, described whole. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn workflow(
        mut self,
        workflow: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.workflow = Some(
            Personal::new(
                workflow.into_iter().map(|(key, value)| (key.into(), value)).collect(),
            ),
        );
        self
    }

    /// Settings of the workflow that differ for this call. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn workflow_overrides(
        mut self,
        workflow_overrides: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.workflow_overrides = Some(
            Personal::new(
                workflow_overrides
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// Own phone number, by identifier. Of calls by phone.
    #[must_use]
    pub fn phone_number_id(mut self, phone_number_id: impl Into<String>) -> Self {
        self.phone_number_id = Some(phone_number_id.into());
        self
    }

    /// Own phone number, described whole. Of calls by phone. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn phone_number(
        mut self,
        phone_number: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.phone_number = Some(
            Personal::new(
                phone_number
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// Customer, by identifier. Of calls by phone.
    #[must_use]
    pub fn customer_id(mut self, customer_id: impl Into<String>) -> Self {
        self.customer_id = Some(customer_id.into());
        self
    }

    /// Customer, described whole. Of calls by phone.
    #[must_use]
    pub fn customer(mut self, customer: Customer) -> Self {
        self.customer = Some(customer);
        self
    }

    /// Name of the call, for the user alone (at most 40 characters).
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(Personal::new(name.into()));
        self
    }

    /// When the call is to be made.
    #[must_use]
    pub fn schedule_plan(mut self, schedule_plan: SchedulePlan) -> Self {
        self.schedule_plan = Some(schedule_plan);
        self
    }

    /// How the call is carried. Not typed here: JSON under the publisher's own keys.
    #[must_use]
    pub fn transport(
        mut self,
        transport: impl IntoIterator<Item = (impl Into<String>, Value)>,
    ) -> Self {
        self.transport = Some(
            Personal::new(
                transport.into_iter().map(|(key, value)| (key.into(), value)).collect(),
            ),
        );
        self
    }
}

::callslip_core::object! {
    /// What is to change in a call.
    pub struct UpdateCallBody {
        /// Name of the call, for the user alone.
        ///
        /// Personal data: hidden in `Debug` output.
        pub name: Option<Personal<String>> = optional("name"),
    }
}

impl UpdateCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self { name: Default::default() }
    }

    /// Name of the call, for the user alone (at most 40 characters).
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(Personal::new(name.into()));
        self
    }
}

::callslip_core::object! {
    /// Which calls are to be deleted.
    pub struct DeleteCallBody {
        /// Identifiers of calls. With them the one in the path is ignored.
        pub ids: Option<Vec<String>> = optional("ids"),
    }
}

impl DeleteCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self { ids: Default::default() }
    }

    /// Identifiers of calls. With them the one in the path is ignored.
    #[must_use]
    pub fn ids(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }
}

