//! The half of a client's builder that every provider shares.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue, USER_AGENT};

use crate::base_url::BaseUrl;
use crate::build_error::BuildError;
use crate::client::{ClientCore, Shared};
use crate::client_header::ClientHeader;
use crate::clock::{Clock, SystemClock};
use crate::provider::Provider;
use crate::retry::RetryPolicy;
use crate::tls;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(30);
const TOTAL_TIMEOUT: Duration = Duration::from_secs(90);
const MAX_BODY_BYTES: usize = 16 << 20;

/// The settings that every provider's builder has.
#[derive(Clone, Default)]
pub struct ClientSettings {
    base_url: Option<String>,
    connect_timeout: Option<Duration>,
    attempt_timeout: Option<Duration>,
    timeout: Option<Duration>,
    retry: Option<RetryPolicy>,
    max_body_bytes: Option<usize>,
    http_client: Option<reqwest::Client>,
    allow_insecure_http: bool,
    clock: Option<Arc<dyn Clock>>,
}

// The base URL could hold a password until `build` refuses it.
impl fmt::Debug for ClientSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientSettings")
            .field("base_url", &self.base_url.as_ref().map(|_| "[set]"))
            .field("connect_timeout", &self.connect_timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            .field("max_body_bytes", &self.max_body_bytes)
            .field("allow_insecure_http", &self.allow_insecure_http)
            .finish_non_exhaustive()
    }
}

#[allow(
    missing_docs,
    reason = "documented where users see them: on each provider's builder"
)]
impl ClientSettings {
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    #[must_use]
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = Some(policy);
        self
    }

    #[must_use]
    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.max_body_bytes = Some(bytes);
        self
    }

    #[must_use]
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http_client = Some(client);
        self
    }

    #[must_use]
    pub fn allow_insecure_http(mut self, allow: bool) -> Self {
        self.allow_insecure_http = allow;
        self
    }

    /// For tests: where waits and the time of day come from.
    #[doc(hidden)]
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = Some(clock);
        self
    }

    /// Checks everything and makes the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// Names what is missing or unusable.
    pub fn build(
        self,
        provider: &'static Provider,
        headers: Vec<ClientHeader>,
    ) -> Result<ClientCore, BuildError> {
        let base_url = BaseUrl::new(self.base_url.as_deref(), provider, self.allow_insecure_http)?;
        let http = match self.http_client {
            Some(client) => client,
            None => own_client(&base_url, self.connect_timeout.unwrap_or(CONNECT_TIMEOUT))?,
        };
        let secrets = headers
            .iter()
            .flat_map(|header| header.secrets.clone())
            .collect();
        Ok(ClientCore::new(Shared {
            provider,
            base_url,
            http,
            headers: header_map(provider, headers),
            secrets,
            attempt_timeout: self.attempt_timeout.unwrap_or(ATTEMPT_TIMEOUT),
            timeout: self.timeout.unwrap_or(TOTAL_TIMEOUT),
            max_body_bytes: self.max_body_bytes.unwrap_or(MAX_BODY_BYTES),
            retry: self.retry.unwrap_or_default(),
            budget: Default::default(),
            clock: self.clock.unwrap_or_else(|| Arc::new(SystemClock)),
        }))
    }
}

fn header_map(provider: &'static Provider, headers: Vec<ClientHeader>) -> HeaderMap {
    let mut map = HeaderMap::with_capacity(headers.len() + provider.constant_headers.len() + 1);
    map.insert(USER_AGENT, HeaderValue::from_static(provider.user_agent));
    for (name, value) in provider.constant_headers {
        map.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    for header in headers {
        map.insert(header.name, header.value);
    }
    map
}

fn own_client(
    base_url: &BaseUrl,
    connect_timeout: Duration,
) -> Result<reqwest::Client, BuildError> {
    let mut builder = reqwest::Client::builder()
        .connect_timeout(connect_timeout)
        // A credential must not travel to where an answer points.
        .redirect(reqwest::redirect::Policy::none());
    if base_url.is_loopback() {
        // A proxy of the environment cannot reach this machine's loopback, and must not see what is sent there.
        builder = builder.no_proxy();
    }
    let builder = tls::configure(builder, base_url.url.scheme() == "https")?;
    builder.build().map_err(|error| {
        BuildError::with_source("the HTTP client cannot be made", error.without_url())
    })
}

/// An environment variable; empty counts as missing.
///
/// # Errors
///
/// If it is not UTF-8.
pub fn env(name: &str) -> Result<Option<String>, BuildError> {
    match std::env::var(name) {
        Ok(value) if value.is_empty() => Ok(None),
        Ok(value) => Ok(Some(value)),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => Err(BuildError::new(format!(
            "the environment variable {name} is not UTF-8"
        ))),
    }
}
