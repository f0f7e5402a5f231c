//! One request and its answer: what it was, and what is known of how it went.

pub(crate) mod provider;
pub(crate) mod rate_limit;
mod request_id;
pub(crate) mod sanitize;
pub(crate) mod value;

use std::sync::OnceLock;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;

use provider::Provider;
use rate_limit::RateLimit;

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
            let pointers = self.provider.map_or(&[][..], |it| it.errors.request_id);
            request_id::find(
                &self.headers,
                pointers,
                self.body.as_deref().unwrap_or_default(),
            )
        };
        self.request_id.get_or_init(find).as_deref()
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
