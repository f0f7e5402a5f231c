#![doc = include_str!("../README.md")]

#[rustfmt::skip]
mod generated;

pub use callslip_core::{
    BuildError, ByteStream, CredentialError, CredentialProvider, Cursor, CursorError, Drift,
    DriftKind, DriftReport, ErrorKind, ItemStream, Number, OneOrMany, PageStream, Personal,
    RateLimit, ResponseValue, RetryPolicy, Secret, SetAside, Summary, Timestamp, Token,
    UnknownVariant, download, http_client_builder,
};
#[cfg(feature = "blocking")]
pub use generated::blocking;
pub use generated::{Client, ClientBuilder, requests, schemas as types};

/// What a call ends in when it does not succeed, with the provider's error body where it sent one.
pub type Error<E = types::ErrorBody> = callslip_core::Error<E>;
