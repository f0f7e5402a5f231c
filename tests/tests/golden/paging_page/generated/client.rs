// Generated from specs/paging_page/openapi.yaml 0.1.0 and its sdk.toml (sha256 8aa499104ecf4e94) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_page`.

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
    /// - `PAGING_PAGE_BASE_URL` (optional)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Lists the things.
    ///
    /// `GET /things`, idempotent: repeated after a fault.
    pub fn list_things(&self) -> ListThings {
        ListThings {
            client: self.clone(),
            sheet: None,
            page_size: None,
            reading: rt::Reading::default(),
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
        if let Some(url) = rt::env("PAGING_PAGE_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

/// A call of [`Client::list_things`], not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListThings {
    client: Client,
    sheet: Option<i64>,
    page_size: Option<i64>,
    reading: rt::Reading,
    options: rt::CallOptions,
}

impl ListThings {
    /// Which page (at least 1). Sent as `page`.
    pub fn sheet(mut self, sheet: i64) -> Self {
        self.sheet = Some(sheet);
        self
    }

    /// How many a page (at least 1, at most 50).
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.page_size = Some(page_size);
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

    /// All items of the list, page after page, each request with the parameters and options of this call; timeouts count for each page. How many items a page has is up to the service, unless this call says it.
    ///
    /// Nothing is sent until the stream is read.
    pub fn stream(self) -> ::callslip_core::ItemStream<super::client::ListThings> {
        self.reading.clone().stream(self)
    }

    /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
    pub fn pages(self) -> ::callslip_core::PageStream<super::client::ListThings> {
        self.reading.clone().pages(self)
    }

    /// Makes `stream` and `pages` go on where an earlier reading of this list, with the same filters, stood. A cursor of
    /// another operation is refused: the stream's first item is then an error, and nothing is sent.
    pub fn resume_from(mut self, cursor: ::callslip_core::Cursor) -> Self {
        self.reading = self.reading.resume_from(cursor);
        self
    }

    /// Says what becomes of items that decoding had to mend: they are delivered, set aside, or end `stream` and `pages` in an
    /// error.
    pub fn on_repair(mut self, policy: ::callslip_core::OnRepair) -> Self {
        self.reading = self.reading.on_repair(policy);
        self
    }

    /// Makes `stream` deliver an item as often as the service gives it, though it was delivered already.
    pub fn keep_duplicates(mut self) -> Self {
        self.reading = self.reading.keep_duplicates();
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
    ) -> Result<ResponseValue<types::ThingList>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::LIST_THINGS, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::ThingList>, Error<types::ErrorBody>> {
        let operation = &table::LIST_THINGS;
        if let Some(value) = &self.sheet {
            rt::check_integer(operation, "page", *value, Some(1i64), None)?;
        }
        if let Some(value) = &self.page_size {
            rt::check_integer(operation, "pageSize", *value, Some(1i64), Some(50i64))?;
        }
        let bound = self.client.bind(operation, self.options);
        bound.list_things(self.sheet, self.page_size).await
    }
}

impl IntoFuture for ListThings {
    type Output = Result<ResponseValue<types::ThingList>, Error<types::ErrorBody>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl rt::List for ListThings {
    type Page = types::ThingList;
    type Item = super::types::Thing;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_THINGS;
    fn start(&self) -> rt::Position {
        self.sheet.map_or(rt::Position::Start, rt::Position::Page)
    }

    fn options(&mut self) -> &mut rt::CallOptions {
        &mut self.options
    }

    fn limit(&self) -> Option<i64> {
        self.page_size
    }

    fn set_limit(&mut self, limit: i64) {
        self.page_size = Some(limit);
    }

    fn go_to(&mut self, position: &rt::Position) -> bool {
        match position {
            rt::Position::Start => true,
            rt::Position::Page(at) => {
                self.sheet = Some(*at);
                true
            }
            _ => false,
        }
    }

    fn fetch(
        self,
    ) -> impl Future<
        Output = Result<ResponseValue<types::ThingList>, Error<types::ErrorBody>>,
    > + Send + 'static {
        self.send()
    }

    fn items(at: &mut types::ThingList) -> Option<&mut Vec<super::types::Thing>> {
        Some(at).map(|at| &mut at.things)
    }

    fn id(at: &super::types::Thing) -> Option<std::borrow::Cow<'_, str>> {
        Some(at).map(|at| &at.id).and_then(rt::Id::id)
    }
}

impl std::fmt::Debug for ListThings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ListThings").finish_non_exhaustive()
    }
}
