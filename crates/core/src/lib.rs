#![doc = include_str!("../README.md")]

mod base_url;
#[cfg(feature = "blocking")]
pub mod blocking;
mod budget;
mod build_error;
mod call;
mod capture;
mod client;
mod client_header;
mod clock;
mod credential;
mod decode;
pub mod download;
mod drift;
mod encode;
mod error;
mod event_stream;
mod field;
mod guard;
mod http;
#[cfg(feature = "rate-limit")]
mod limiter;
mod number;
mod one_or_many;
#[doc(hidden)]
pub mod open_enum;
mod pace;
mod paging;
mod payload;
mod provider;
mod rate_limit;
mod redact;
mod repair;
mod response;
mod retry;
pub mod rt;
mod sanitize;
mod schema;
mod send;
mod settings;
mod stream;
mod tagged_union;
mod timestamp;
mod tls;
mod trace;
mod transport;

pub use build_error::BuildError;
pub use credential::{CredentialError, CredentialProvider, Token};
pub use drift::{Drift, DriftKind, DriftReport};
pub use error::{Error, ErrorKind};
pub use event_stream::EventStream;
pub use http::http_client_builder;
pub use number::Number;
pub use one_or_many::OneOrMany;
pub use open_enum::UnknownValue;
pub use paging::{Cursor, CursorError, ItemStream, PageStream, SetAside, Summary};
pub use payload::Payload;
pub use rate_limit::RateLimit;
pub use redact::{Personal, Secret};
pub use response::ResponseValue;
pub use retry::RetryPolicy;
pub use stream::ByteStream;
pub use tagged_union::UnknownVariant;
pub use timestamp::Timestamp;
