// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 9a8923645b9523e6) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! Open enums: known values as variants, any other value kept as `Unknown`.

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

::callslip_core::open_enum! {
    /// What a webhook is told about a call.
    pub enum CallEvent {
        /// `call.completed`: The call was connected and is over.
        CallCompleted = "call.completed",
        /// `call.failed`: The call did not connect or was not answered.
        CallFailed = "call.failed",
    }
}

::callslip_core::open_enum! {
    /// Why a call ended. The provider publishes no complete set of values.
    pub enum DisconnectionReason {
        /// `unanswered`: Nobody answered.
        Unanswered = "unanswered",
    }
}
