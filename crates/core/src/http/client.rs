//! A client: the half of its builder that every provider shares, beside credentials and headers of its own, and what is made of it.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use reqwest::Url;
use reqwest::header::{ACCEPT, HOST, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use secrecy::SecretString;

use crate::exchange::provider::Provider;
use crate::http::base_url::{BaseUrl, is_loopback};
use crate::http::build_error::BuildError;
use crate::http::client_header::{ClientHeader, Origin, Place, Scheme};
use crate::http::clock::{Clock, SystemClock};
use crate::http::credential::{AnyProvider, CredentialProvider, Renewing};
use crate::http::fake::Fake;
use crate::http::limiter::Limiter;
use crate::http::retry::{Budget, RetryPolicy};
use crate::http::tls;
use crate::http::transport::Transport;
use crate::json::JSON;
use crate::values::debug::partial_debug;

/// The settings that all clients share, as methods of a builder that has them in a field `settings`.
///
/// The examples are of the settings themselves, which have the same methods: they hold for every builder.
#[doc(hidden)]
#[macro_export]
macro_rules! client_settings {
    ($builder:ident, $base_url:literal) => {
        $crate::client_settings!(@in $builder [settings.] $base_url);
    };
    (@in $builder:ident [$($at:ident.)*] $base_url:literal) => {
        impl $builder {
            #[doc = $base_url]
            ///
            /// ```
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> ClientSettings {
            /// builder.base_url("https://proxy.example.com/calls")
            /// # }
            /// ```
            pub fn base_url(mut self, url: impl Into<String>) -> Self {
                self.$($at.)*base_url = Some(url.into());
                self
            }

            /// How long a connection may take to open (default 10 s). Has no effect on a client given with
            /// [`http_client`](Self::http_client).
            ///
            /// ```
            /// use std::time::Duration;
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> ClientSettings {
            /// builder.connect_timeout(Duration::from_secs(3))
            /// # }
            /// ```
            pub fn connect_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.$($at.)*transport.connect_timeout = Some(timeout);
                self
            }

            /// How long one attempt may take, its body included (default 30 s).
            ///
            /// ```
            /// use std::time::Duration;
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> ClientSettings {
            /// builder.attempt_timeout(Duration::from_secs(10))
            /// # }
            /// ```
            pub fn attempt_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.$($at.)*attempt_timeout = Some(timeout);
                self
            }

            /// How long a call may take in all, retries and waits included (default 90 s).
            ///
            /// ```
            /// use std::time::Duration;
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> ClientSettings {
            /// builder.timeout(Duration::from_secs(60))
            /// # }
            /// ```
            pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.$($at.)*timeout = Some(timeout);
                self
            }

            /// When and how often a call is repeated (default: [`RetryPolicy::default`](callslip_core::RetryPolicy::default)).
            ///
            /// ```
            /// use callslip_core::RetryPolicy;
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> ClientSettings {
            /// builder.retry(RetryPolicy::default().max_attempts(5))
            /// # }
            /// ```
            pub fn retry(mut self, policy: $crate::RetryPolicy) -> Self {
                self.$($at.)*retry = Some(policy);
                self
            }

            /// The largest body that is read, in bytes after decompression (default 16 MiB).
            ///
            /// ```
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> ClientSettings {
            /// builder.max_body_bytes(64 << 20)
            /// # }
            /// ```
            pub fn max_body_bytes(mut self, bytes: usize) -> Self {
                self.$($at.)*max_body_bytes = Some(bytes);
                self
            }

            /// A proxy through which everything is sent: `http://host:port`, or `http://user:password@host:port`. Without it the
            /// proxy of the environment counts (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), except for a service on this machine.
            ///
            /// ```
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> ClientSettings {
            /// builder.proxy("http://proxy.example.com:3128")
            /// # }
            /// ```
            pub fn proxy(mut self, url: impl Into<String>) -> Self {
                self.$($at.)*transport.proxy(url.into());
                self
            }

            /// Root certificates that are trusted besides the machine's own: PEM text of one or more. May be called again.
            ///
            /// ```
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> Result<ClientSettings, Box<dyn std::error::Error>> {
            /// Ok(builder.root_certificates(std::fs::read("company-ca.pem")?))
            /// # }
            /// ```
            pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
                self.$($at.)*transport.root_certificates(pem.into());
                self
            }

            /// Whether answers may come compressed by gzip (default: no). [`max_body_bytes`](Self::max_body_bytes) counts what
            /// comes out of it.
            ///
            /// ```
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> ClientSettings {
            /// builder.gzip(true)
            /// # }
            /// ```
            #[cfg(feature = "gzip")]
            pub fn gzip(mut self, accept: bool) -> Self {
                self.$($at.)*transport.gzip = accept;
                self
            }

            /// A rate limit of the client's own, shared by its clones: at most `requests` in any stretch of `per`, retries
            /// included. A tenth of them may leave at once, the rest is spread evenly, and calls wait their turn within their total
            /// timeout. Where the service tells what is left of its own limit, that counts as well (default: no limit).
            ///
            /// ```
            /// use std::time::Duration;
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> ClientSettings {
            /// builder.rate_limit(100, Duration::from_secs(10)) // 100 requests in any 10 seconds
            /// # }
            /// ```
            #[cfg(feature = "rate-limit")]
            pub fn rate_limit(mut self, requests: u32, per: ::std::time::Duration) -> Self {
                self.$($at.)*rate_limit = Some((requests, per));
                self
            }

            /// An HTTP client of your own: for a shared pool, or for what this builder cannot set up. Start it with
            /// [`http_client_builder`](callslip_core::http_client_builder), which follows no redirects: a client that
            /// does would carry an API key to where they point.
            ///
            /// ```
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> Result<ClientSettings, Box<dyn std::error::Error>> {
            /// let client = callslip_core::http_client_builder()?.pool_max_idle_per_host(8).build()?;
            /// Ok(builder.http_client(client))
            /// # }
            /// ```
            pub fn http_client(mut self, client: $crate::rt::HttpClient) -> Self {
                self.$($at.)*http_client = Some(client);
                self
            }

            /// Answers in the service's place by this function, with a status and JSON: for unit tests that need no server. Nothing is
            /// sent, and everything before and after that is as ever: what is checked, repeated, mended and paged.
            ///
            /// ```
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> ClientSettings {
            /// builder.answered_by(|asked| match (asked.method(), asked.path()) {
            ///     ("GET", "/v1/calls/c1") => (200, r#"{"id": "c1"}"#),
            ///     _ => (404, r#"{"message": "no such call"}"#),
            /// })
            /// # }
            /// ```
            pub fn answered_by<B: Into<$crate::rt::Bytes>>(
                mut self,
                answer: impl Fn(&$crate::Asked<'_>) -> (u16, B) + Send + Sync + 'static,
            ) -> Self {
                self.$($at.)*fake = Some($crate::rt::Fake::new(answer));
                self
            }

            /// Allows plain `http` to hosts that are not loopback. The credential then travels readable for everyone on
            /// the way.
            ///
            /// ```
            /// # use callslip_core::rt::ClientSettings;
            /// # fn example(builder: ClientSettings) -> ClientSettings {
            /// builder.base_url("http://calls.internal:8080").allow_insecure_http(true)
            /// # }
            /// ```
            pub fn allow_insecure_http(mut self, allow: bool) -> Self {
                self.$($at.)*allow_insecure_http = allow;
                self
            }
        }
    };
}

const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(30);
const TOTAL_TIMEOUT: Duration = Duration::from_secs(90);
const MAX_BODY_BYTES: usize = 16 << 20;

/// The settings that every provider's builder has. [`client_settings!`](crate::client_settings!) writes their setters, here as
/// there.
#[derive(Clone, Default)]
#[must_use]
pub struct ClientSettings {
    /// Where the service is.
    pub base_url: Option<String>,
    /// What the HTTP client is to be like.
    pub transport: Transport,
    /// How long one attempt may take.
    pub attempt_timeout: Option<Duration>,
    /// How long a call may take in all.
    pub timeout: Option<Duration>,
    /// When and how often a call is repeated.
    pub retry: Option<RetryPolicy>,
    /// The largest body that is read.
    pub max_body_bytes: Option<usize>,
    /// An HTTP client of the user's own.
    pub http_client: Option<reqwest::Client>,
    /// Who answers in the service's place.
    pub fake: Option<Fake>,
    /// Whether plain http may leave this machine.
    pub allow_insecure_http: bool,
    credential_provider: Option<Arc<dyn AnyProvider>>,
    /// How a fetched credential is sent; known once the credential was asked for.
    scheme: Option<Scheme>,
    /// So many requests in any stretch of time.
    #[cfg(feature = "rate-limit")]
    pub rate_limit: Option<(u32, Duration)>,
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

crate::client_settings!(@in ClientSettings [] "Where the service is.");

impl ClientSettings {
    /// Where the credential comes from, if it is not given.
    pub fn credential_provider(mut self, provider: impl CredentialProvider) -> Self {
        self.credential_provider = Some(Arc::new(provider));
        self
    }

    /// The credential that was given; none if a provider is to fetch it.
    ///
    /// # Errors
    ///
    /// If it is missing, empty or cannot be sent, or if there is a provider as well.
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

    /// The same where several credentials are taken and none is given: one that a provider fetches is of this scheme.
    ///
    /// # Errors
    ///
    /// If there is no provider.
    pub fn fetched(
        &mut self,
        scheme: Option<Scheme>,
        alternatives: &[Origin],
    ) -> Result<Option<ClientHeader>, BuildError> {
        self.scheme = scheme;
        match &self.credential_provider {
            Some(_) => Ok(None),
            None => Err(Origin::none_of(alternatives)),
        }
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
            .then(|| (self.transport.clone(), OnceLock::new()));
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
            fetched.map(|(provider, scheme)| provider.refreshing(scheme, Arc::clone(&clock)));
        #[cfg(feature = "rate-limit")]
        let limiter = self
            .rate_limit
            .map(|(requests, per)| Limiter::new(requests, per, Arc::clone(&clock)))
            .transpose()?;
        #[cfg(not(feature = "rate-limit"))]
        let limiter = None;
        let secrets = headers.iter().flat_map(|header| header.secrets.clone());
        let secrets = secrets.collect();
        let in_query = headers
            .iter()
            .filter(|header| matches!(header.place, Place::Query(_)))
            .cloned()
            .collect();
        let headers = header_map(provider, &base_url, headers);
        let mut headers_for_json = headers.clone();
        headers_for_json.insert(ACCEPT, HeaderValue::from_static(JSON));
        Ok(ClientCore(Arc::new(Shared {
            provider,
            base_url,
            http,
            elsewhere,
            fake: self.fake,
            allow_insecure_http: self.allow_insecure_http,
            headers,
            headers_for_json,
            in_query,
            secrets,
            attempt_timeout: self.attempt_timeout.unwrap_or(ATTEMPT_TIMEOUT),
            timeout: self.timeout.unwrap_or(TOTAL_TIMEOUT),
            max_body_bytes: self.max_body_bytes.unwrap_or(MAX_BODY_BYTES),
            retry: self.retry.unwrap_or_default(),
            budget: Default::default(),
            refreshing,
            limiter,
            clock,
        })))
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
        if let Place::Header(name) = header.place {
            map.insert(name, header.value);
        }
    }
    map
}

/// The shared core of a provider's client; a clone costs a reference count.
#[derive(Clone)]
pub struct ClientCore(Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) provider: &'static Provider,
    pub(crate) base_url: BaseUrl,
    pub(crate) http: reqwest::Client,
    /// For links that lead away from a base URL on this machine or on plain http. Made when the first such link is followed: most
    /// clients never need it, and a machine without certificates must not fail for it.
    pub(crate) elsewhere: Option<(Transport, OnceLock<reqwest::Client>)>,
    /// Who answers in the service's place, in tests.
    pub(crate) fake: Option<Fake>,
    pub(crate) allow_insecure_http: bool,
    /// Credential, client-wide and constant headers.
    pub(crate) headers: HeaderMap,
    /// The same, and that JSON is asked for, as most calls do.
    pub(crate) headers_for_json: HeaderMap,
    /// The credentials that are sent in the query. Put there as the request leaves, so that no URL before that holds them.
    pub(crate) in_query: Vec<ClientHeader>,
    /// The parts of the credential, to be masked should a service quote them.
    pub(crate) secrets: Vec<SecretString>,
    pub(crate) attempt_timeout: Duration,
    pub(crate) timeout: Duration,
    pub(crate) max_body_bytes: usize,
    pub(crate) retry: RetryPolicy,
    pub(crate) budget: Budget,
    /// A credential that a provider fetches; it is in `headers` otherwise.
    pub(crate) refreshing: Option<Box<dyn Renewing>>,
    pub(crate) limiter: Option<Limiter>,
    pub(crate) clock: Arc<dyn Clock>,
}

impl Shared {
    /// The HTTP client for a link.
    pub(crate) fn http_for(&self, link: &Url) -> Result<&reqwest::Client, BuildError> {
        let leads_away = !is_loopback(link) && !self.base_url.is_origin_of(link);
        let Some((transport, http)) = self.elsewhere.as_ref().filter(|_| leads_away) else {
            return Ok(&self.http);
        };
        if let Some(http) = http.get() {
            return Ok(http);
        }
        let made = transport.build(false, tls::COMPILED)?;
        Ok(http.get_or_init(|| made))
    }

    /// Whether a header holds the client's credential.
    pub(crate) fn is_credential(&self, name: &HeaderName) -> bool {
        let fetched = self.refreshing.as_ref();
        let given = self.headers.get(name);
        let place = fetched.map(|fetched| fetched.place());
        matches!(place, Some(Place::Header(fetched)) if fetched == name)
            || given.is_some_and(HeaderValue::is_sensitive)
    }
}

impl ClientCore {
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
