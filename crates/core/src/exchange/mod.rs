//! One request and its answer: what it was, and what is known of how it went.

pub(crate) mod provider;
pub(crate) mod rate_limit;
pub(crate) mod sanitize;
pub(crate) mod value;

use std::sync::OnceLock;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;

use provider::Provider;
use rate_limit::RateLimit;

use crate::json::drift::Drift;
use crate::json::text;

/// Headers in which services tell the id of a request.
const REQUEST_ID_HEADERS: [&str; 5] = [
    "x-request-id",
    "request-id",
    "x-correlation-id",
    "x-trace-id",
    "x-amzn-requestid",
];

/// What an answer and an error alike know of how they came about. Without a status nothing was answered, and without a body none
/// was read.
#[derive(Default)]
pub(crate) struct Exchange {
    /// Not known yet while parameters are checked.
    pub(crate) provider: Option<&'static Provider>,
    /// The operation's id.
    pub(crate) operation: &'static str,
    pub(crate) status: Option<StatusCode>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
    /// 0 if nothing was sent.
    pub(crate) attempts: u32,
    /// Looked for when it is asked for.
    pub(crate) request_id: OnceLock<Option<String>>,
}

impl Exchange {
    pub(crate) fn new(provider: &'static Provider, operation: &'static str) -> Self {
        Self {
            provider: Some(provider),
            operation,
            ..Self::default()
        }
    }

    /// The id that the provider gave the request, from a header or from the body.
    pub(crate) fn request_id(&self) -> Option<&str> {
        let find = || {
            let mut headers = REQUEST_ID_HEADERS.iter();
            if let Some(id) = headers.find_map(|name| self.headers.get(*name)?.to_str().ok()) {
                return sanitize::request_id(id);
            }
            let pointers = self.provider.map_or(&[][..], |it| it.errors.request_id);
            if pointers.is_empty() {
                return None;
            }
            let body = text::valid(self.body.as_deref().unwrap_or_default()).ok()?;
            sanitize::request_id(&text::text_at(&body.text, pointers)?)
        };
        self.request_id.get_or_init(find).as_deref()
    }

    /// Tells of each repair, with the feature `tracing`: where and how, never what.
    #[cfg_attr(not(feature = "tracing"), allow(unused_variables, clippy::unused_self))]
    pub(crate) fn tell(&self, repairs: &[Drift]) {
        #[cfg(feature = "tracing")]
        for repair in repairs {
            tracing::debug!(
                callslip.provider = self.provider.map(|provider| provider.name),
                callslip.operation = self.operation,
                callslip.repair.path = repair.path(),
                callslip.repair.kind = tracing::field::debug(repair.kind()),
                "mended"
            );
        }
    }

    /// What is left of the rate limit, as the answer says it.
    pub(crate) fn rate_limit(&self) -> Option<RateLimit> {
        RateLimit::read(self.provider?.rate_limit?, &self.headers)
    }
}

/// Whether a status passes by itself.
pub(crate) fn is_passing(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 502 | 503 | 504)
}
