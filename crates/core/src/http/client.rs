//! What a client is made of, behind every provider's `Client`.

use std::sync::Arc;
use std::time::Duration;

use reqwest::Url;
use reqwest::header::{HeaderMap, HeaderName};
use secrecy::SecretString;

use crate::exchange::provider::Provider;
use crate::http::base_url::{BaseUrl, is_loopback};
use crate::http::build_error::BuildError;
use crate::http::clock::Clock;
use crate::http::credential::Refreshing;
use crate::http::limiter::Limiter;
use crate::http::retry::{Budget, RetryPolicy};
use crate::http::transport::Elsewhere;
use crate::values::debug::partial_debug;

/// The shared core of a provider's client; a clone costs a reference count.
#[derive(Clone)]
pub struct ClientCore(Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) provider: &'static Provider,
    pub(crate) base_url: BaseUrl,
    pub(crate) http: reqwest::Client,
    pub(crate) elsewhere: Option<Elsewhere>,
    pub(crate) allow_insecure_http: bool,
    /// Credential, client-wide and constant headers.
    pub(crate) headers: HeaderMap,
    /// The same, and that JSON is asked for, as most calls do.
    pub(crate) headers_for_json: HeaderMap,
    /// The parts of the credential, to be masked should a service quote them.
    pub(crate) secrets: Vec<SecretString>,
    pub(crate) attempt_timeout: Duration,
    pub(crate) timeout: Duration,
    pub(crate) max_body_bytes: usize,
    pub(crate) retry: RetryPolicy,
    pub(crate) budget: Budget,
    /// A credential that a provider fetches; it is in `headers` otherwise.
    pub(crate) refreshing: Option<Refreshing>,
    pub(crate) limiter: Option<Limiter>,
    pub(crate) clock: Arc<dyn Clock>,
}

impl Shared {
    /// The HTTP client for a link.
    pub(crate) fn http_for(&self, link: &Url) -> Result<&reqwest::Client, BuildError> {
        match &self.elsewhere {
            Some(elsewhere) if !is_loopback(link) && !self.base_url.is_origin_of(link) => {
                elsewhere.http()
            }
            _ => Ok(&self.http),
        }
    }

    /// Whether a header holds the client's credential.
    pub(crate) fn is_credential(&self, name: &HeaderName) -> bool {
        let fetched = self.refreshing.as_ref();
        fetched.is_some_and(|refreshing| refreshing.header() == name)
            || self
                .headers
                .get(name)
                .is_some_and(reqwest::header::HeaderValue::is_sensitive)
    }
}

impl ClientCore {
    pub(crate) fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }

    pub(crate) fn shared(&self) -> &Shared {
        &self.0
    }

    /// The base URL without a slash at its end.
    pub fn base_url(&self) -> &str {
        &self.0.base_url.text
    }

    /// What every path of a request begins with: the base URL's prefix, `/v1`, or nothing.
    pub fn path_prefix(&self) -> &str {
        self.0.base_url.prefix()
    }
}

partial_debug!([] ClientCore, "ClientCore", it => {
    provider: it.0.provider.name,
    base_url: it.0.base_url.text,
    attempt_timeout: it.0.attempt_timeout,
    timeout: it.0.timeout,
    max_body_bytes: it.0.max_body_bytes,
    retry: it.0.retry,
});
