//! The names that generated code calls. Exempt from semver promises: nothing here is meant for people to write.

pub use bytes::Bytes;
pub use reqwest::Client as HttpClient;
pub use secrecy::{ExposeSecret, SecretString};
pub use serde;

#[cfg(feature = "blocking")]
pub use crate::blocking::runtime::Runtime;
pub use crate::checks::body::{Rule, check_body};
pub use crate::checks::guard::{
    Location, check_exclusive, check_integer, check_items, check_needs, check_number, check_one_of,
    check_order, check_text, check_together,
};
pub use crate::checks::limits;
pub use crate::error::{Error, ErrorBody, Failure};
pub use crate::events::split_events;
pub use crate::exchange::provider::{ErrorPointers, ListAt, Operation, Paging, Provider, Webhook};
pub use crate::exchange::rate_limit::RateLimitHeaders;
pub use crate::exchange::value::ResponseValue;
pub use crate::http::base_url::is_loopback;
pub use crate::http::call::{Call, CallOptions};
pub use crate::http::call::{OperationRequest, Outcome, Pending, Sent};
pub use crate::http::client::{ClientCore, ClientSettings, env};
pub use crate::http::client_header::{ClientHeader, Origin, Scheme};
pub use crate::http::clock::Clock;
pub use crate::http::fake::Fake;
pub use crate::http::multipart::Multipart;
pub use crate::http::read::read;
pub use crate::http::request::{
    Http, QueryParam, Request, RequestBuilderExt, comma_list, comma_object, encode_path,
};
pub use crate::http::response::Response;
pub use crate::http::retry::passing;
pub use crate::http::send::{ClientHooks, ClientInfo, OperationInfo};
pub use crate::http::stream::ByteStream;
pub use crate::http::transport::http_client_for;
pub use crate::http::upload::Upload as Body;
pub use crate::json::input::{Failed, FromJson, Input, ReadFields, open, whole};
pub use crate::json::numbers::Number;
pub use crate::json::object::{essential, list_or_false, optional, required, told};
pub use crate::json::once::deserialize;
pub use crate::json::schema::{Field, Fields, Object, ObjectSchema, Schema, Shape, Union};
pub use crate::json::table::or_untold;
pub use crate::json::tagged_union::{TaggedUnion, tagged};
pub use crate::json::walk::{Finding, observe as drift_of};
#[cfg(feature = "schemars")]
pub use crate::json::{object::object_schema, tagged_union::union_schema};
pub use crate::lists::{Elsewhere, Id, List, Position, Reading};
pub use crate::values::times::moment;
pub use crate::webhook::read_webhook;
