// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 0845627cee6234c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! The generated half of the Diga SDK; the crate root re-exports what is public here.

#![allow(clippy::all, clippy::unwrap_used)]
mod accessors;
#[cfg(feature = "blocking")]
pub mod blocking;
mod bodies;
mod client;
mod enums;
mod limits;
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
        GetCall, ListCalls, CreateCall, ListCallMessages, BulkDeleteCalls,
        WatchConcurrency, GetRecording, DownloadRecordings, ListCallLogs, GetCallTrace,
    };
}

/// What is sent and received.
pub mod schemas {
    pub use super::bodies::{CreateCallBody, BulkDeleteCallsBody, DownloadRecordingsBody};
    pub use super::enums::{
        CallStatus, CallDirection, ContactType, SortOrder, MessageRole, ToolCallType,
        BuiltInTool, ToolCallStatus, LogLevel, LogCategory,
    };
    pub use super::types::{
        Call, Contact, CallList, MessageList, Message, FunctionToolCall, BuiltInToolCall,
        BulkDeleteCallsResult, ConcurrencyEvent, Recording, LogEntryList, LogEntry,
        Trace, Span, ErrorBody, ValidationIssue,
    };
    pub use super::unions::ToolCall;
}
