//! The half of a client's builder that every provider shares.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{ACCEPT, HOST, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use secrecy::SecretString;

use crate::exchange::provider::Provider;
use crate::http::base_url::BaseUrl;
use crate::http::build_error::BuildError;
use crate::http::client::{ClientCore, Shared};
use crate::http::client_header::{ClientHeader, Origin, Scheme};
use crate::http::clock::{Clock, SystemClock};
use crate::http::credential::{AnyProvider, CredentialProvider};
#[cfg(feature = "rate-limit")]
use crate::http::limiter::Limiter;
use crate::http::refreshing::Refreshing;
use crate::http::request::JSON;
use crate::http::retry::RetryPolicy;
use crate::http::transport::{Elsewhere, Transport};
use crate::values::debug::partial_debug;

const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(30);
const TOTAL_TIMEOUT: Duration = Duration::from_secs(90);
const MAX_BODY_BYTES: usize = 16 << 20;

/// The settings that every provider's builder has.
#[derive(Clone, Default)]
#[must_use]
pub struct ClientSettings {
    base_url: Option<String>,
    transport: Transport,
    attempt_timeout: Option<Duration>,
    timeout: Option<Duration>,
    retry: Option<RetryPolicy>,
    max_body_bytes: Option<usize>,
    http_client: Option<reqwest::Client>,
    allow_insecure_http: bool,
    credential_provider: Option<Arc<dyn AnyProvider>>,
    /// How a fetched credential is sent; known once the credential was asked for.
    scheme: Option<Scheme>,
    #[cfg(feature = "rate-limit")]
    rate_limit: Option<(u32, Duration)>,
    clock: Option<Arc<dyn Clock>>,
}

// The base URL could hold a password until `build` refuses it.
partial_debug!([] ClientSettings, "ClientSettings", it => {
    base_url: it.base_url.as_ref().map(|_| "[set]"),
    transport: it.transport,
    attempt_timeout: it.attempt_timeout,
    timeout: it.timeout,
    retry: it.retry,
    max_body_bytes: it.max_body_bytes,
    allow_insecure_http: it.allow_insecure_http,
});

#[allow(
    missing_docs,
    reason = "documented where users see them: on each provider's builder"
)]
impl ClientSettings {
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.transport.connect_timeout = Some(timeout);
        self
    }

    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = Some(policy);
        self
    }

    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.max_body_bytes = Some(bytes);
        self
    }

    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http_client = Some(client);
        self
    }

    pub fn allow_insecure_http(mut self, allow: bool) -> Self {
        self.allow_insecure_http = allow;
        self
    }

    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.transport.proxy = Some(url.into());
        self
    }

    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.transport.root_certificates.push(pem.into());
        self
    }

    #[cfg(feature = "gzip")]
    pub fn gzip(mut self, accept: bool) -> Self {
        self.transport.gzip = accept;
        self
    }

    pub fn credential_provider(mut self, provider: impl CredentialProvider) -> Self {
        self.credential_provider = Some(Arc::new(provider));
        self
    }

    #[cfg(feature = "rate-limit")]
    pub fn rate_limit(mut self, requests: u32, per: Duration) -> Self {
        self.rate_limit = Some((requests, per));
        self
    }

    /// The credential's header; none if a provider is to fetch it.
    ///
    /// # Errors
    ///
    /// If it is missing, empty or no header value, or if there is a provider as well.
    pub fn credential(
        &mut self,
        scheme: Scheme,
        given: Option<&SecretString>,
        origin: &Origin,
    ) -> Result<Option<ClientHeader>, BuildError> {
        self.scheme = Some(scheme);
        if self.credential_provider.is_none() {
            return ClientHeader::given(scheme, given, origin).map(Some);
        }
        if given.is_some() {
            return Err(BuildError::new(format!(
                "{} and credential_provider are both given: which one counts? Give one of them",
                origin.setter
            )));
        }
        Ok(None)
    }

    /// For tests: where waits and the time of day come from.
    #[doc(hidden)]
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
        let clock = self.clock.unwrap_or_else(|| Arc::new(SystemClock));
        // What is set up for this machine, or for plain http, does not reach the stores that links lead to.
        let confined = base_url.is_loopback() || base_url.url.scheme() == "http";
        let elsewhere = (confined && self.http_client.is_none())
            .then(|| Elsewhere::new(self.transport.clone()));
        let http = match (self.http_client, self.transport.without_effect()) {
            (Some(client), None) => client,
            (Some(_), Some(setter)) => {
                return Err(BuildError::new(format!(
                    "{}: {setter} has no effect on a client given with http_client: set it up there",
                    provider.name
                )));
            }
            (None, _) => {
                let https = base_url.url.scheme() == "https";
                self.transport.build(base_url.is_loopback(), https)?
            }
        };
        let fetched = self.credential_provider.zip(self.scheme);
        let refreshing =
            fetched.map(|(provider, scheme)| Refreshing::new(provider, scheme, Arc::clone(&clock)));
        #[cfg(feature = "rate-limit")]
        let limiter = self
            .rate_limit
            .map(|(requests, per)| Limiter::new(requests, per, Arc::clone(&clock)))
            .transpose()?;
        let secrets = headers
            .iter()
            .flat_map(|header| header.secrets.clone())
            .collect();
        let headers = header_map(provider, &base_url, headers);
        let mut headers_for_json = headers.clone();
        headers_for_json.insert(ACCEPT, HeaderValue::from_static(JSON));
        Ok(ClientCore::new(Shared {
            provider,
            base_url,
            http,
            elsewhere,
            allow_insecure_http: self.allow_insecure_http,
            headers,
            headers_for_json,
            secrets,
            attempt_timeout: self.attempt_timeout.unwrap_or(ATTEMPT_TIMEOUT),
            timeout: self.timeout.unwrap_or(TOTAL_TIMEOUT),
            max_body_bytes: self.max_body_bytes.unwrap_or(MAX_BODY_BYTES),
            retry: self.retry.unwrap_or_default(),
            budget: Default::default(),
            refreshing,
            #[cfg(feature = "rate-limit")]
            limiter,
            clock,
        }))
    }
}

fn header_map(provider: &Provider, base_url: &BaseUrl, headers: Vec<ClientHeader>) -> HeaderMap {
    // Each attempt's copy keeps this room: for another media type that is asked for, and what a call adds.
    const ROOM: usize = 6;
    let known = headers.len() + provider.constant_headers.len() + 2;
    let mut map = HeaderMap::with_capacity(known + ROOM);
    // The HTTP client would write it anew for each attempt. There is no user name in it.
    if let Ok(host) = HeaderValue::from_str(base_url.url.authority()) {
        map.insert(HOST, host);
    }
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
