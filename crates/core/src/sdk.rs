//! What every SDK crate gives on to its users, so that they need not name this crate: one list for all of them.

pub use crate::{
    Asked, BuildError, ByteStream, Change, CredentialError, CredentialProvider, Cursor,
    CursorError, Doubt, Drift, DriftKind, DriftReport, ErrorKind, EventStream, FilePart,
    ItemStream, OnRepair, OneOrMany, PageStream, Payload, Personal, Proof, RateLimit, RawRequest,
    Record, ResponseValue, Restarted, RetryPolicy, Secret, SetAside, Summary, Timestamp, Token,
    UnknownValue, UnknownVariant, Upload, chrono, download, http_client_builder, uuid,
};
