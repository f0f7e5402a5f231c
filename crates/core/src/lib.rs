#![doc = include_str!("../README.md")]

mod base_url;
#[cfg(feature = "blocking")]
pub mod blocking;
mod body;
mod budget;
mod build_error;
mod call;
mod capture;
mod change;
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
#[doc(hidden)]
pub mod limits;
mod list_or_false;
mod numbers;
mod object;
mod one_or_many;
#[doc(hidden)]
pub mod open_enum;
mod pace;
mod paging;
mod payload;
mod provider;
mod rate_limit;
mod record;
mod redact;
mod relations;
mod repair;
mod request;
mod response;
mod retry;
pub mod rt;
mod sanitize;
mod schema;
#[doc(hidden)]
pub mod sdk;
mod send;
mod settings;
mod stream;
mod tagged_union;
mod times;
mod tls;
mod trace;
mod transport;

pub use build_error::BuildError;
pub use change::Change;
pub use credential::{CredentialError, CredentialProvider, Token};
pub use drift::{Drift, DriftKind, DriftReport};
pub use error::{Error, ErrorKind};
pub use event_stream::EventStream;
pub use http::http_client_builder;
pub use one_or_many::OneOrMany;
pub use open_enum::UnknownValue;
pub use paging::{
    Cursor, CursorError, Doubt, ItemStream, OnRepair, PageStream, Proof, Restarted, SetAside,
    Summary,
};
pub use payload::Payload;
pub use rate_limit::RateLimit;
pub use record::Record;
pub use redact::{Personal, Secret};
pub use response::ResponseValue;
pub use retry::RetryPolicy;
pub use stream::ByteStream;
pub use tagged_union::UnknownVariant;
