// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 f9f394154630eae6) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! The generated half of the Credira SDK; the crate root re-exports what is public here.

#![allow(clippy::all, clippy::unwrap_used)]
#[cfg(feature = "blocking")]
pub mod blocking;
mod bodies;
mod client;
mod enums;
#[allow(dead_code)]
mod operations;
mod shapes;
mod table;
#[allow(dead_code)]
mod types;
mod unions;
pub use client::{Client, ClientBuilder};

/// The calls that [`Client`](crate::Client)'s methods return: set options, then `.await`.
pub mod requests {
    pub use super::client::{
        GetCall, ListCalls, CreateCall, ListCallouts, UpdateCallout, DeleteCallout,
        GetCalloutResponse,
    };
}

/// What is sent and received.
pub mod schemas {
    pub use super::bodies::{CreateCallBody, UpdateCalloutBody};
    pub use super::enums::{
        CallStatus, CallType, CallPurpose, CallPriority, CalloutStatus, CalloutType,
        CalloutPriority, AttemptType, AttemptStatus, SentimentAnalysis,
        CustomerEngagement, ErrorCode,
    };
    pub use super::types::{
        CallResponse, Call, Meta, CallListResponse, CallListItem, CallListMeta,
        CreatedCallResponse, CreatedCall, ChangeMeta, CalloutListResponse,
        CalloutListMeta, UpdatedCalloutResponse, Callout, TargetContact, CalloutActions,
        DeletedCalloutResponse, DeletedCallout, DeletedItems, CalloutOutcomeResponse,
        CalloutOutcome, CallAttempt, EmailAttempt, CalloutAnalytics, ErrorBody,
        ErrorDetail,
    };
    pub use super::unions::ContactAttempt;
}
