// Generated from specs/array_parameter/openapi.yaml 0.1.0 and its sdk.toml (sha256 22262e41c6a26359) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen array_parameter`.

//! The client, its builder, and one request type an operation.

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::time::Duration;
use ::callslip_core::{BuildError, Error, ResponseValue, RetryPolicy, rt};
use super::{operations, table, types};

/// A client for Golden.
///
/// # Pooling and cloning
///
/// The client holds a connection pool behind an `Arc`: make one, clone it wherever it is needed. A clone costs a reference count.
#[derive(Clone, Debug)]
pub struct Client {
    core: rt::ClientCore,
}

impl Client {
    /// Starts a client: credentials and settings are given to the builder.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Makes a client from environment variables:
    ///
    /// - `GOLDEN_API_KEY` (required)
    /// - `ARRAY_PARAMETER_BASE_URL` (optional)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Reads one thing.
    ///
    /// `GET /things/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Which thing (not empty).
    /// - `wheel_ids`: With these wheels (each at least 1).
    pub fn get_thing(
        &self,
        id: impl Into<String>,
        wheel_ids: impl IntoIterator<Item = i64>,
    ) -> GetThing {
        GetThing {
            client: self.clone(),
            id: id.into(),
            wheel_ids: wheel_ids.into_iter().collect(),
            tags: Vec::new(),
            states: Vec::new(),
            seen: Vec::new(),
            owners: Vec::new(),
            weights: Vec::new(),
            options: rt::CallOptions::default(),
        }
    }

    /// Downloads what a link in a record leads to, a recording or a transcript: to a file, into a writer or as a stream.
    /// It goes on after a break, and the credential goes to the origin of the base URL alone; see
    /// [`download`](callslip_core::download).
    pub fn download(&self, url: impl AsRef<str>) -> ::callslip_core::download::Download {
        self.core.download(url.as_ref())
    }

    /// The generated operations, bound to one call.
    fn bind(
        &self,
        operation: &'static rt::Operation,
        options: rt::CallOptions,
    ) -> operations::Client {
        operations::Client {
            baseurl: self.core.path_prefix().to_owned(),
            client: self.core.http(),
            inner: self.core.call(operation, options),
        }
    }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}

/// Settings of a Golden client. Start with [`Client::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    settings: rt::ClientSettings,
    key: Option<rt::SecretString>,
}

impl ClientBuilder {
    /// The credential, sent as the header `X-Api-Key`. Kept in memory that is wiped when it is dropped, never shown.
    ///
    /// Read by [`Client::from_env`] from `GOLDEN_API_KEY`.
    pub fn api_key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into().into());
        self
    }

    /// Where the credential comes from, if it expires or is kept elsewhere; instead of [`api_key`](Self::api_key). Clones of the client share what it brings.
    pub fn credential_provider(
        mut self,
        provider: impl ::callslip_core::CredentialProvider,
    ) -> Self {
        self.settings = self.settings.credential_provider(provider);
        self
    }

    /// Where the service is, instead of `https://api.golden.example`. Replaces that URL whole, its path prefix included.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.settings = self.settings.base_url(url);
        self
    }

    /// How long a connection may take to open (default 10 s). Has no effect on a client given with
    /// [`http_client`](Self::http_client).
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings = self.settings.connect_timeout(timeout);
        self
    }

    /// How long one attempt may take, its body included (default 30 s).
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.settings = self.settings.attempt_timeout(timeout);
        self
    }

    /// How long a call may take in all, retries and waits included (default 90 s).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings = self.settings.timeout(timeout);
        self
    }

    /// When and how often a call is repeated (default: [`RetryPolicy::default`]).
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.settings = self.settings.retry(policy);
        self
    }

    /// The largest body that is read, in bytes after decompression (default 16 MiB).
    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.settings = self.settings.max_body_bytes(bytes);
        self
    }

    /// A proxy through which everything is sent: `http://host:port`, or `http://user:password@host:port`. Without it the
    /// proxy of the environment counts (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), except for a service on this machine.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.settings = self.settings.proxy(url);
        self
    }

    /// Root certificates that are trusted besides the machine's own: PEM text of one or more. May be called again.
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.settings = self.settings.root_certificates(pem);
        self
    }

    /// Whether answers may come compressed by gzip (default: no). [`max_body_bytes`](Self::max_body_bytes) counts what
    /// comes out of it.
    #[cfg(feature = "gzip")]
    pub fn gzip(mut self, accept: bool) -> Self {
        self.settings = self.settings.gzip(accept);
        self
    }

    /// A rate limit of the client's own, shared by its clones: at most `requests` in any stretch of `per`, retries
    /// included. A tenth of them may leave at once, the rest is spread evenly, and calls wait their turn within their total
    /// timeout. Where the service tells what is left of its own limit, that counts as well (default: no limit).
    #[cfg(feature = "rate-limit")]
    pub fn rate_limit(mut self, requests: u32, per: Duration) -> Self {
        self.settings = self.settings.rate_limit(requests, per);
        self
    }

    /// An HTTP client of your own: for a shared pool, or for what this builder cannot set up. Start it with
    /// [`http_client_builder`](callslip_core::http_client_builder), which follows no redirects: a client that
    /// does would carry an API key to where they point.
    pub fn http_client(mut self, client: ::reqwest::Client) -> Self {
        self.settings = self.settings.http_client(client);
        self
    }

    /// Allows plain `http` to hosts that are not loopback. The credential then travels readable for everyone on
    /// the way.
    pub fn allow_insecure_http(mut self, allow: bool) -> Self {
        self.settings = self.settings.allow_insecure_http(allow);
        self
    }

    /// Checks the settings and makes the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// Names what is missing or unusable and how to give it; never a value.
    pub fn build(mut self) -> Result<Client, BuildError> {
        let credential = self
            .settings
            .credential(
                rt::Scheme::ApiKey("x-api-key"),
                self.key.as_ref(),
                &rt::Origin {
                    setter: "api_key",
                    env: &["GOLDEN_API_KEY"],
                },
            )?;
        let headers = credential.into_iter().chain([]).collect();
        Ok(Client {
            core: self.settings.build(&table::PROVIDER, headers)?,
        })
    }

    /// Settings from the environment variables that [`Client::from_env`] reads, for whoever has more to set: what is
    /// set on the builder afterwards counts instead. What is missing is told by `build`.
    ///
    /// # Errors
    ///
    /// Names the variable that is not UTF-8.
    pub fn from_env() -> Result<Self, BuildError> {
        let mut this = Self::default();
        if let Some(value) = rt::env("GOLDEN_API_KEY")? {
            this.key = Some(value.into());
        }
        if let Some(url) = rt::env("ARRAY_PARAMETER_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

/// A call of [`Client::get_thing`], not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetThing {
    client: Client,
    id: String,
    wheel_ids: ::std::vec::Vec<i64>,
    tags: ::std::vec::Vec<::std::string::String>,
    states: ::std::vec::Vec<super::types::State>,
    seen: ::std::vec::Vec<::chrono::DateTime<::chrono::offset::Utc>>,
    owners: ::std::vec::Vec<::uuid::Uuid>,
    weights: ::std::vec::Vec<f64>,
    options: rt::CallOptions,
}

impl GetThing {
    /// With these tags (at least 2 items, at most 3 items, each at most 5 characters, each not empty). An empty list leaves it out.
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
        self
    }

    /// In one of these states. An empty list leaves it out.
    pub fn states(
        mut self,
        states: impl IntoIterator<Item = super::types::State>,
    ) -> Self {
        self.states = states.into_iter().collect();
        self
    }

    /// Seen at these times. An empty list leaves it out.
    pub fn seen(
        mut self,
        seen: impl IntoIterator<Item = ::chrono::DateTime<::chrono::offset::Utc>>,
    ) -> Self {
        self.seen = seen.into_iter().collect();
        self
    }

    /// Of these owners. An empty list leaves it out.
    pub fn owners(mut self, owners: impl IntoIterator<Item = ::uuid::Uuid>) -> Self {
        self.owners = owners.into_iter().collect();
        self
    }

    /// Of these weights (each at most 9.5). An empty list leaves it out.
    pub fn weights(mut self, weights: impl IntoIterator<Item = f64>) -> Self {
        self.weights = weights.into_iter().collect();
        self
    }

    /// Total timeout of this call, every attempt and wait included, instead of the client's.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// Timeout of each attempt of this call, instead of the client's.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.options.attempt_timeout = Some(timeout);
        self
    }

    /// Retry policy of this call, instead of the client's.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = Some(policy);
        self
    }

    /// One more header on this call. It cannot replace a credential.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.options.headers.push((name.into(), value.into()));
        self
    }

    /// Reads a success body that was captured earlier, as an answer of the service would be read: mended where
    /// it must be, with its repairs and its drift. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`Decode`](callslip_core::ErrorKind::Decode), if the body cannot be mended.
    pub fn read(
        body: impl Into<rt::Bytes>,
    ) -> Result<ResponseValue<types::Thing>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::GET_THING, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::Thing>, Error<types::ErrorBody>> {
        let operation = &table::GET_THING;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        rt::check_items(
            operation,
            "wheelIds[]",
            &self.wheel_ids,
            1usize,
            None,
            |item| rt::limits::integer(*item, Some(1i64), None),
        )?;
        if !self.tags.is_empty() {
            rt::check_items(
                operation,
                "tags[]",
                &self.tags,
                2usize,
                Some(3usize),
                |item| rt::limits::text(item, 1usize, Some(5usize)),
            )?;
        }
        rt::check_items(
            operation,
            "weights",
            &self.weights,
            0usize,
            None,
            |item| rt::limits::number(
                *item,
                ::std::ops::Bound::Unbounded,
                ::std::ops::Bound::Included(9.5f64),
            ),
        )?;
        let bound = self.client.bind(operation, self.options);
        bound
            .get_thing(
                &self.id,
                Some(&self.owners),
                Some(&self.seen),
                Some(&self.states),
                Some(&self.tags),
                Some(&self.weights),
                &self.wheel_ids,
            )
            .await
    }
}

impl IntoFuture for GetThing {
    type Output = Result<ResponseValue<types::Thing>, Error<types::ErrorBody>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl std::fmt::Debug for GetThing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GetThing").finish_non_exhaustive()
    }
}
