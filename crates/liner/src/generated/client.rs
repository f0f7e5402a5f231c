// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 accdeb53693f46f1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! The client, its builder, and one request type an operation.

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::time::Duration;
use ::callslip_core::{BuildError, Error, ResponseValue, RetryPolicy, rt};
use super::{operations, table, types};

/// A client for Liner.
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
    /// - `LINER_API_KEY` (required)
    /// - `LINER_BASE_URL` (required)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Get one call recording.
    ///
    /// Fetches the details of one call recording by its identifier. The path ends in a slash, as the document's endpoint line has it; its sample code leaves the slash out.
    ///
    /// `GET /v2/call-record/detail/{callRecordId}/`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_record_id`: Identifier of the call recording, greater than zero (at least 1).
    pub fn get_call_record(&self, call_record_id: i64) -> GetCallRecord {
        GetCallRecord {
            client: self.clone(),
            call_record_id: call_record_id,
            options: rt::CallOptions::default(),
        }
    }

    /// List the recordings of a call.
    ///
    /// Lists call recordings, page by page. The document speaks of the recordings of one call, so send `callId`: what comes without it is not documented.
    ///
    /// `GET /v2/call-record/`, idempotent: repeated after a fault.
    pub fn list_call_records(&self) -> ListCallRecords {
        ListCallRecords {
            client: self.clone(),
            call_id: None,
            is_amd: None,
            offset: None,
            limit: None,
            reading: rt::Reading::default(),
            options: rt::CallOptions::default(),
        }
    }

    /// List the calls of leads or orders.
    ///
    /// Lists the calls of given leads or orders, page by page; one of the two has to be given. Both may be: how they combine is not documented, and neither is how the list is ordered.
    ///
    /// `GET /v2/call/`, idempotent: repeated after a fault.
    ///
    /// At least one of `lead_ids`, `order_ids` must be given.
    pub fn list_calls(&self) -> ListCalls {
        ListCalls {
            client: self.clone(),
            created_since: None,
            created_until: None,
            lead_ids: Vec::new(),
            order_ids: Vec::new(),
            user_ids: Vec::new(),
            status_ids: Vec::new(),
            offset: None,
            limit: None,
            reading: rt::Reading::default(),
            options: rt::CallOptions::default(),
        }
    }

    /// Get one call.
    ///
    /// Fetches the details of one call by its identifier. Its recordings come from `list_call_records`. The path ends in a slash, as the document's endpoint line has it; its sample code leaves the slash out.
    ///
    /// `GET /v2/call/detail/{callId}/`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call (at least 1).
    pub fn get_call(&self, call_id: i64) -> GetCall {
        GetCall {
            client: self.clone(),
            call_id: call_id,
            options: rt::CallOptions::default(),
        }
    }

    /// List the call statuses.
    ///
    /// Lists every status that a call can end in, in one answer: the ones that come with Liner and those that the customer made. The path is the document's endpoint line; its sample code writes the plural `/v2/call-statuses/`.
    ///
    /// `GET /v2/call-status/`, idempotent: repeated after a fault.
    pub fn list_call_statuses(&self) -> ListCallStatuses {
        ListCallStatuses {
            client: self.clone(),
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

/// Settings of a Liner client. Start with [`Client::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    settings: rt::ClientSettings,
    key: Option<rt::SecretString>,
}

impl ClientBuilder {
    /// The credential, sent as the header `X-Api-Key`. Kept in memory that is wiped when it is dropped, never shown.
    ///
    /// Read by [`Client::from_env`] from `LINER_API_KEY`.
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

    /// Where the service is. Required: Each customer has a host of its own and the provider publishes none; the source document prints a placeholder.
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
                    env: &["LINER_API_KEY"],
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
        if let Some(value) = rt::env("LINER_API_KEY")? {
            this.key = Some(value.into());
        }
        if let Some(url) = rt::env("LINER_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

/// A call of [`Client::get_call_record`], not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCallRecord {
    client: Client,
    call_record_id: i64,
    options: rt::CallOptions,
}

impl GetCallRecord {
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
    ) -> Result<ResponseValue<types::CallRecordResponse>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::GET_CALL_RECORD, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::CallRecordResponse>, Error<types::ErrorBody>> {
        let operation = &table::GET_CALL_RECORD;
        let value = &self.call_record_id;
        rt::check_integer(operation, "callRecordId", *value, Some(1i64), None)?;
        let bound = self.client.bind(operation, self.options);
        bound.get_call_record(self.call_record_id).await
    }
}

impl IntoFuture for GetCallRecord {
    type Output = Result<
        ResponseValue<types::CallRecordResponse>,
        Error<types::ErrorBody>,
    >;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl std::fmt::Debug for GetCallRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GetCallRecord").finish_non_exhaustive()
    }
}

/// A call of [`Client::list_call_records`], not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCallRecords {
    client: Client,
    call_id: Option<i64>,
    is_amd: Option<bool>,
    offset: Option<i64>,
    limit: Option<i64>,
    reading: rt::Reading,
    options: rt::CallOptions,
}

impl ListCallRecords {
    /// Identifier of the call whose recordings are wanted. One version of the document calls it optional, the other says nothing (at least 1).
    pub fn call_id(mut self, call_id: i64) -> Self {
        self.call_id = Some(call_id);
        self
    }

    /// Only recordings in which an answering machine was detected; written as 1 or 0, 0 if left out. Sent as 1 or 0.
    pub fn is_amd(mut self, is_amd: bool) -> Self {
        self.is_amd = Some(is_amd);
        self
    }

    /// How many items to skip; 0 if left out.
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// How many items a page has at most; 50 if left out (at most 100).
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
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
    pub fn stream(self) -> ::callslip_core::ItemStream<super::client::ListCallRecords> {
        self.reading.clone().stream(self)
    }

    /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
    pub fn pages(self) -> ::callslip_core::PageStream<super::client::ListCallRecords> {
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
    ) -> Result<ResponseValue<types::CallRecordListResponse>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::LIST_CALL_RECORDS, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::CallRecordListResponse>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALL_RECORDS;
        if let Some(value) = &self.call_id {
            rt::check_integer(operation, "callId", *value, Some(1i64), None)?;
        }
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, None, Some(100i64))?;
        }
        let bound = self.client.bind(operation, self.options);
        bound
            .list_call_records(
                self.call_id,
                self.is_amd.map(i64::from),
                self.limit,
                self.offset,
            )
            .await
    }
}

impl IntoFuture for ListCallRecords {
    type Output = Result<
        ResponseValue<types::CallRecordListResponse>,
        Error<types::ErrorBody>,
    >;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl rt::List for ListCallRecords {
    type Page = types::CallRecordListResponse;
    type Item = super::types::CallRecordListItem;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALL_RECORDS;
    fn start(&self) -> rt::Position {
        self.offset.map_or(rt::Position::Start, rt::Position::Offset)
    }

    fn options(&mut self) -> &mut rt::CallOptions {
        &mut self.options
    }

    fn limit(&self) -> Option<i64> {
        self.limit
    }

    fn set_limit(&mut self, limit: i64) {
        self.limit = Some(limit);
    }

    fn go_to(&mut self, position: &rt::Position) -> bool {
        match position {
            rt::Position::Start => true,
            rt::Position::Offset(at) => {
                self.offset = Some(*at);
                true
            }
            _ => false,
        }
    }

    fn fetch(
        self,
    ) -> impl Future<
        Output = Result<
            ResponseValue<types::CallRecordListResponse>,
            Error<types::ErrorBody>,
        >,
    > + Send + 'static {
        self.send()
    }

    fn items(
        at: &mut types::CallRecordListResponse,
    ) -> Option<&mut Vec<super::types::CallRecordListItem>> {
        Some(at).map(|at| &mut at.data).map(|at| &mut at.list)
    }

    fn id(at: &super::types::CallRecordListItem) -> Option<std::borrow::Cow<'_, str>> {
        Some(at).map(|at| &at.id).and_then(rt::Id::id)
    }
}

impl std::fmt::Debug for ListCallRecords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ListCallRecords").finish_non_exhaustive()
    }
}

/// A call of [`Client::list_calls`], not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCalls {
    client: Client,
    created_since: Option<::chrono::DateTime<::chrono::offset::Utc>>,
    created_until: Option<::chrono::DateTime<::chrono::offset::Utc>>,
    lead_ids: ::std::vec::Vec<i64>,
    order_ids: ::std::vec::Vec<i64>,
    user_ids: ::std::vec::Vec<i64>,
    status_ids: ::std::vec::Vec<i64>,
    offset: Option<i64>,
    limit: Option<i64>,
    reading: rt::Reading,
    options: rt::CallOptions,
}

impl ListCalls {
    /// Start of the period in which the calls were created (ISO 8601). Sent as `createdAt[0]`.
    pub fn created_since(
        mut self,
        created_since: ::chrono::DateTime<::chrono::offset::Utc>,
    ) -> Self {
        self.created_since = Some(created_since);
        self
    }

    /// End of the period in which the calls were created (ISO 8601). Sent as `createdAt[1]`.
    pub fn created_until(
        mut self,
        created_until: ::chrono::DateTime<::chrono::offset::Utc>,
    ) -> Self {
        self.created_until = Some(created_until);
        self
    }

    /// Only calls of these leads, by identifier. Required unless orders are given (each at least 1). An empty list leaves it out.
    pub fn lead_ids(mut self, lead_ids: impl IntoIterator<Item = i64>) -> Self {
        self.lead_ids = lead_ids.into_iter().collect();
        self
    }

    /// Only calls of these orders, by identifier. Required unless leads are given (each at least 1). An empty list leaves it out.
    pub fn order_ids(mut self, order_ids: impl IntoIterator<Item = i64>) -> Self {
        self.order_ids = order_ids.into_iter().collect();
        self
    }

    /// Only calls that these users handled, by identifier (each at least 1). An empty list leaves it out.
    pub fn user_ids(mut self, user_ids: impl IntoIterator<Item = i64>) -> Self {
        self.user_ids = user_ids.into_iter().collect();
        self
    }

    /// Only calls with these call statuses, by identifier. The identifiers come from `list_call_statuses` (each at least 1). An empty list leaves it out.
    pub fn status_ids(mut self, status_ids: impl IntoIterator<Item = i64>) -> Self {
        self.status_ids = status_ids.into_iter().collect();
        self
    }

    /// How many items to skip; 0 if left out.
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// How many items a page has at most; 50 if left out (at most 100).
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
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
    pub fn stream(self) -> ::callslip_core::ItemStream<super::client::ListCalls> {
        self.reading.clone().stream(self)
    }

    /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
    pub fn pages(self) -> ::callslip_core::PageStream<super::client::ListCalls> {
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
    ) -> Result<ResponseValue<types::CallListResponse>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::LIST_CALLS, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::CallListResponse>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALLS;
        rt::check_one_of(
            operation,
            &[
                ("leadIds[]", !self.lead_ids.is_empty()),
                ("orderIds[]", !self.order_ids.is_empty()),
            ],
        )?;
        rt::check_items(
            operation,
            "leadIds[]",
            &self.lead_ids,
            0usize,
            None,
            |item| rt::limits::integer(*item, Some(1i64), None),
        )?;
        rt::check_items(
            operation,
            "orderIds[]",
            &self.order_ids,
            0usize,
            None,
            |item| rt::limits::integer(*item, Some(1i64), None),
        )?;
        rt::check_items(
            operation,
            "userIds[]",
            &self.user_ids,
            0usize,
            None,
            |item| rt::limits::integer(*item, Some(1i64), None),
        )?;
        rt::check_items(
            operation,
            "statusIds[]",
            &self.status_ids,
            0usize,
            None,
            |item| rt::limits::integer(*item, Some(1i64), None),
        )?;
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, None, Some(100i64))?;
        }
        let bound = self.client.bind(operation, self.options);
        bound
            .list_calls(
                self.created_since.as_ref(),
                self.created_until.as_ref(),
                Some(&self.lead_ids),
                self.limit,
                self.offset,
                Some(&self.order_ids),
                Some(&self.status_ids),
                Some(&self.user_ids),
            )
            .await
    }
}

impl IntoFuture for ListCalls {
    type Output = Result<
        ResponseValue<types::CallListResponse>,
        Error<types::ErrorBody>,
    >;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl rt::List for ListCalls {
    type Page = types::CallListResponse;
    type Item = super::types::Call;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALLS;
    fn start(&self) -> rt::Position {
        self.offset.map_or(rt::Position::Start, rt::Position::Offset)
    }

    fn options(&mut self) -> &mut rt::CallOptions {
        &mut self.options
    }

    fn limit(&self) -> Option<i64> {
        self.limit
    }

    fn set_limit(&mut self, limit: i64) {
        self.limit = Some(limit);
    }

    fn go_to(&mut self, position: &rt::Position) -> bool {
        match position {
            rt::Position::Start => true,
            rt::Position::Offset(at) => {
                self.offset = Some(*at);
                true
            }
            _ => false,
        }
    }

    fn fetch(
        self,
    ) -> impl Future<
        Output = Result<ResponseValue<types::CallListResponse>, Error<types::ErrorBody>>,
    > + Send + 'static {
        self.send()
    }

    fn items(at: &mut types::CallListResponse) -> Option<&mut Vec<super::types::Call>> {
        Some(at).map(|at| &mut at.data).map(|at| &mut at.list)
    }

    fn id(at: &super::types::Call) -> Option<std::borrow::Cow<'_, str>> {
        Some(at).map(|at| &at.id).and_then(rt::Id::id)
    }
}

impl std::fmt::Debug for ListCalls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ListCalls").finish_non_exhaustive()
    }
}

/// A call of [`Client::get_call`], not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCall {
    client: Client,
    call_id: i64,
    options: rt::CallOptions,
}

impl GetCall {
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
    ) -> Result<ResponseValue<types::CallResponse>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::GET_CALL, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::CallResponse>, Error<types::ErrorBody>> {
        let operation = &table::GET_CALL;
        let value = &self.call_id;
        rt::check_integer(operation, "callId", *value, Some(1i64), None)?;
        let bound = self.client.bind(operation, self.options);
        bound.get_call(self.call_id).await
    }
}

impl IntoFuture for GetCall {
    type Output = Result<ResponseValue<types::CallResponse>, Error<types::ErrorBody>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl std::fmt::Debug for GetCall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GetCall").finish_non_exhaustive()
    }
}

/// A call of [`Client::list_call_statuses`], not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCallStatuses {
    client: Client,
    reading: rt::Reading,
    options: rt::CallOptions,
}

impl ListCallStatuses {
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

    /// All items of the list, page after page, each request with the parameters and options of this call; timeouts count for each page. How many items a page has is up to the service.
    ///
    /// Nothing is sent until the stream is read.
    pub fn stream(self) -> ::callslip_core::ItemStream<super::client::ListCallStatuses> {
        self.reading.clone().stream(self)
    }

    /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
    pub fn pages(self) -> ::callslip_core::PageStream<super::client::ListCallStatuses> {
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
    ) -> Result<ResponseValue<types::CallStatusListResponse>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::LIST_CALL_STATUSES, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::CallStatusListResponse>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALL_STATUSES;
        let bound = self.client.bind(operation, self.options);
        bound.list_call_statuses().await
    }
}

impl IntoFuture for ListCallStatuses {
    type Output = Result<
        ResponseValue<types::CallStatusListResponse>,
        Error<types::ErrorBody>,
    >;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl rt::List for ListCallStatuses {
    type Page = types::CallStatusListResponse;
    type Item = super::types::CallStatus;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALL_STATUSES;
    fn start(&self) -> rt::Position {
        rt::Position::Start
    }

    fn options(&mut self) -> &mut rt::CallOptions {
        &mut self.options
    }

    fn limit(&self) -> Option<i64> {
        None
    }

    fn set_limit(&mut self, limit: i64) {
        let _ = limit;
    }

    fn go_to(&mut self, position: &rt::Position) -> bool {
        *position == rt::Position::Start
    }

    fn fetch(
        self,
    ) -> impl Future<
        Output = Result<
            ResponseValue<types::CallStatusListResponse>,
            Error<types::ErrorBody>,
        >,
    > + Send + 'static {
        self.send()
    }

    fn items(
        at: &mut types::CallStatusListResponse,
    ) -> Option<&mut Vec<super::types::CallStatus>> {
        Some(at).map(|at| &mut at.data)
    }

    fn id(at: &super::types::CallStatus) -> Option<std::borrow::Cow<'_, str>> {
        Some(at).map(|at| &at.id).and_then(rt::Id::id)
    }
}

impl std::fmt::Debug for ListCallStatuses {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ListCallStatuses").finish_non_exhaustive()
    }
}
