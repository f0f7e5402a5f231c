#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(not(test), deny(clippy::disallowed_methods, clippy::string_slice))]

#[cfg(feature = "blocking")]
pub mod blocking;
mod checks;
pub mod download;
mod error;
mod events;
mod exchange;
mod http;
mod json;
mod lists;
mod record;
#[doc(hidden)]
pub mod rt;
#[doc(hidden)]
pub mod sdk;
mod values;
mod webhook;

pub use chrono;
pub use error::{Error, ErrorKind};
pub use events::EventStream;
pub use exchange::rate_limit::RateLimit;
pub use exchange::value::ResponseValue;
pub use http::build_error::BuildError;
pub use http::call::Async;
pub use http::credential::CredentialError;
pub use http::credential::{CredentialProvider, Token};
pub use http::fake::Asked;
pub use http::multipart::FilePart;
pub use http::raw::RawRequest;
pub use http::retry::RetryPolicy;
pub use http::stream::ByteStream;
pub use http::transport::http_client_builder;
pub use http::upload::Upload;
pub use json::drift::{Drift, DriftKind};
pub use json::input::FromJson;
pub use json::report::DriftReport;
pub use json::unknown::UnknownVariant;
pub use lists::{
    Cursor, CursorError, Doubt, ItemStream, OnRepair, PageStream, Proof, Restarted, SetAside,
    Summary,
};
pub use record::Record;
pub use uuid;
pub use values::change::Change;
pub use values::one_or_many::OneOrMany;
#[doc(hidden)]
pub use values::open_enum;
pub use values::open_enum::UnknownValue;
pub use values::redact::{Personal, Secret};
pub use webhook::Payload;

/// A moment in time, as records have it: in UTC, to the nanosecond.
///
/// ```
/// # fn main() -> Result<(), chrono::ParseError> {
/// use callslip_core::Timestamp;
///
/// let began: Timestamp = "2023-11-07T05:31:56Z".parse()?;
/// let ended: Timestamp = "2023-11-07T06:33:59+01:00".parse()?;
/// assert_eq!((ended - began).num_seconds(), 123);
/// # Ok(())
/// # }
/// ```
pub type Timestamp = chrono::DateTime<chrono::Utc>;
