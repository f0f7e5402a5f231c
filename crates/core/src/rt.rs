//! The names that generated code calls. Exempt from semver promises: nothing here is meant for people to write.

pub use bytes::Bytes;
pub use reqwest::Body;
pub use secrecy::{ExposeSecret, SecretString};
pub use serde;

pub use crate::base_url::is_loopback;
#[cfg(feature = "blocking")]
pub use crate::blocking::runtime::Runtime;
pub use crate::body::{Rule, check_body};
pub use crate::call::{Call, CallOptions, ClientHooks, ClientInfo, OperationInfo};
pub use crate::capture::{drift_of, read};
pub use crate::client::ClientCore;
pub use crate::client_header::{ClientHeader, Origin, Scheme};
pub use crate::clock::Clock;
pub use crate::drift::Finding;
pub use crate::encode::{QueryParam, RequestBuilderExt, comma_list, encode_path};
pub use crate::error::{Error, ErrorBody, Failure};
pub use crate::event_stream::split_events;
pub use crate::guard::{Location, check_integer, check_items, check_number, check_text};
pub use crate::limits;
pub use crate::list_or_false::ListOrFalse;
pub use crate::numbers::write_number;
pub use crate::object::{Fields, Key, is_blank, or_untold};
pub use crate::paging::{Elsewhere, Id, List, Position, Reading};
pub use crate::payload::read_webhook;
pub use crate::provider::{ErrorPointers, ListAt, Operation, Paging, Provider, Webhook};
pub use crate::rate_limit::RateLimitHeaders;
pub use crate::relations::{check_exclusive, check_one_of, check_order, check_together};
pub use crate::request::{Http, Request, RequestBuilder};
pub use crate::response::{Response, ResponseValue};
pub use crate::retry::passing;
pub use crate::schema::{Field, Object, Shape, Union};
pub use crate::settings::{ClientSettings, env};
pub use crate::stream::ByteStream;
pub use crate::tagged_union::{TaggedUnion, deserialize_tagged};
pub use crate::times::{Timed, Times, moment};
