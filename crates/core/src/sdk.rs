//! What every SDK crate gives on to its users, so that they need not name this crate: one list for all of them.

pub use crate::{
    BuildError, ByteStream, Change, CredentialError, CredentialProvider, Cursor, CursorError,
    Drift, DriftKind, DriftReport, ErrorKind, EventStream, ItemStream, OneOrMany, PageStream, Payload, Personal, RateLimit, ResponseValue, RetryPolicy, Secret,
    SetAside, Summary, Token, UnknownValue, UnknownVariant, download,
    http_client_builder,
};
