// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 f86acbc97f2f5c63) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! The generated half of the HighLevel SDK; the crate root re-exports what is public here.

#![allow(clippy::all, clippy::unwrap_used)]
mod accessors;
#[cfg(feature = "blocking")]
pub mod blocking;
mod client;
mod enums;
#[allow(dead_code)]
mod operations;
mod shapes;
mod table;
#[allow(dead_code)]
mod types;
mod unions;
pub mod webhooks;
pub use client::{Client, ClientBuilder};

/// The calls that [`Client`](crate::Client)'s methods return: set options, then `.await`.
pub mod requests {
    pub use super::client::{GetCallLog, ListCallLogs};
}

/// What is sent and received.
pub mod schemas {
    pub use super::enums::{
        ApiVersion, CallType, CallLogSortField, SortDirection, ActionType,
        TransferToType, ApiMethod, WebhookType,
    };
    pub use super::types::{
        CallLog, CallLogList, Translation, CallTransferAction, SmsAction,
        DataExtractionAction, InCallDataExtractionAction, WorkflowTriggerAction,
        AppointmentBookingAction, CustomAction, KnowledgeBaseAction,
        CallTransferParameters, SmsParameters, DataExtractionParameters,
        InCallDataExtractionParameters, WorkflowTriggerParameters,
        AppointmentBookingParameters, CustomActionParameters, ApiDetails, ApiHeader,
        CustomParameter, KnowledgeBaseParameters, ErrorBody, VoiceAiCallEnd,
    };
    pub use super::unions::ExecutedCallAction;
}
