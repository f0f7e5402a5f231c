// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 0845627cee6234c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! The client, its builder, and one request type an operation.

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::time::Duration;
use ::callslip_core::{BuildError, Error, ResponseValue, RetryPolicy, rt};
use super::{operations, table, types};

/// A client for Diga.
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
    /// - `DIGA_API_KEY` (required)
    /// - `DIGA_BASE_URL` (optional)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Get one call.
    ///
    /// Fetches one call by its identifier. The provider's newer text promises a summary of the transcript and a cost as well; its schema has neither, so neither is here.
    ///
    /// `GET /v1/call/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the call.
    pub fn get_call(&self, id: ::uuid::Uuid) -> GetCall {
        GetCall {
            client: self.clone(),
            id: id,
            options: rt::CallOptions::default(),
        }
    }

    /// List calls.
    ///
    /// Lists the calls of the project, a page at a time. The slash at the end of the path belongs to it.
    ///
    /// `GET /v1/call/`, idempotent: repeated after a fault.
    ///
    /// Of `after`, `before` only one may be given.
    pub fn list_calls(&self) -> ListCalls {
        ListCalls {
            client: self.clone(),
            after: None,
            before: None,
            page: None,
            limit: None,
            order: None,
            agent_id: None,
            status: None,
            direction: None,
            start_created_date: None,
            end_created_date: None,
            contact_id: None,
            phone_id: None,
            reading: rt::Reading::default(),
            options: rt::CallOptions::default(),
        }
    }

    /// Start an outbound call.
    ///
    /// Starts a call from an own number to another; the outbound agent of the own number speaks. Only Spanish numbers are served. It is never sent again by itself after it may have arrived: the service documents nothing by which it would know a repetition, and a second call would be made.
    ///
    /// `POST /v1/call/`, not idempotent: never repeated once it may have reached the server.
    pub fn create_call(&self, body: types::CreateCallBody) -> CreateCall {
        CreateCall {
            client: self.clone(),
            body,
            options: rt::CallOptions::default(),
        }
    }

    /// List the messages of a call.
    ///
    /// Lists what was said in a call and which tools were used, a page at a time: the transcript. A call that has no messages is answered with 404 and the code `NO_MESSAGES_FOR_CALL`, and not with an empty list. In its early state the service had this under `/v1/transcription/{call_id}`, as a bare list of another shape.
    ///
    /// `GET /v1/call/{id}/message`, idempotent: repeated after a fault.
    ///
    /// Of `after`, `before` only one may be given.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the call.
    pub fn list_call_messages(&self, id: ::uuid::Uuid) -> ListCallMessages {
        ListCallMessages {
            client: self.clone(),
            id: id,
            after: None,
            before: None,
            page: None,
            limit: None,
            order: None,
            reading: rt::Reading::default(),
            options: rt::CallOptions::default(),
        }
    }

    /// Delete calls.
    ///
    /// Deletes up to 500 calls with their messages. Calls that are not over are passed over. Log entries of a deleted call stay, without its identifier.
    ///
    /// `POST /v1/call/bulk-delete`, not idempotent: never repeated once it may have reached the server.
    pub fn bulk_delete_calls(
        &self,
        body: types::BulkDeleteCallsBody,
    ) -> BulkDeleteCalls {
        BulkDeleteCalls {
            client: self.clone(),
            body,
            options: rt::CallOptions::default(),
        }
    }

    /// Watch how many calls are going on.
    ///
    /// Tells every few seconds how many calls of the project are going on, until the caller stops listening. The events also keep the connection alive.
    ///
    /// `GET /v1/call/concurrency/stream`, idempotent: repeated after a fault.
    pub fn watch_concurrency(&self) -> WatchConcurrency {
        WatchConcurrency {
            client: self.clone(),
            options: rt::CallOptions::default(),
        }
    }

    /// Get the link to a call's recording.
    ///
    /// Fetches the link to the recording of a call. Whether the link expires, whether it asks for the API key, and from when on there is one is not documented.
    ///
    /// `GET /v1/recording/{call_id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call.
    pub fn get_recording(&self, call_id: ::uuid::Uuid) -> GetRecording {
        GetRecording {
            client: self.clone(),
            call_id: call_id,
            options: rt::CallOptions::default(),
        }
    }

    /// Download recordings as a ZIP file.
    ///
    /// Downloads the recordings of up to 50 calls as one ZIP file. Nothing changes by it, although it is a POST.
    ///
    /// `POST /v1/recording/bulk`, idempotent: repeated after a fault.
    pub fn download_recordings(
        &self,
        body: types::DownloadRecordingsBody,
    ) -> DownloadRecordings {
        DownloadRecordings {
            client: self.clone(),
            body,
            options: rt::CallOptions::default(),
        }
    }

    /// List the log entries of a call.
    ///
    /// Lists what the service noted while it handled a call, a page at a time.
    ///
    /// `GET /v1/log/call/{call_id}`, idempotent: repeated after a fault.
    ///
    /// Of `after`, `before` only one may be given.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call.
    pub fn list_call_logs(&self, call_id: ::uuid::Uuid) -> ListCallLogs {
        ListCallLogs {
            client: self.clone(),
            call_id: call_id,
            after: None,
            before: None,
            page: None,
            limit: None,
            order: None,
            category: None,
            level: None,
            reading: rt::Reading::default(),
            options: rt::CallOptions::default(),
        }
    }

    /// Get the trace of a call.
    ///
    /// Fetches where the time of a call went: a tree of spans.
    ///
    /// `GET /v1/trace/call/{call_id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call.
    pub fn get_call_trace(&self, call_id: ::uuid::Uuid) -> GetCallTrace {
        GetCallTrace {
            client: self.clone(),
            call_id: call_id,
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

/// Settings of a Diga client. Start with [`Client::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    settings: rt::ClientSettings,
    key: Option<rt::SecretString>,
}

impl ClientBuilder {
    /// The credential, sent as a Bearer token. Kept in memory that is wiped when it is dropped, never shown.
    ///
    /// Read by [`Client::from_env`] from `DIGA_API_KEY`.
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

    /// Where the service is, instead of `https://api.diga.io`. Replaces that URL whole, its path prefix included.
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
                rt::Scheme::Bearer,
                self.key.as_ref(),
                &rt::Origin {
                    setter: "api_key",
                    env: &["DIGA_API_KEY"],
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
        if let Some(value) = rt::env("DIGA_API_KEY")? {
            this.key = Some(value.into());
        }
        if let Some(url) = rt::env("DIGA_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

/// A call of [`Client::get_call`], not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCall {
    client: Client,
    id: ::uuid::Uuid,
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
    ) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::GET_CALL, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
        let operation = &table::GET_CALL;
        let bound = self.client.bind(operation, self.options);
        bound.get_call(&self.id).await
    }
}

impl IntoFuture for GetCall {
    type Output = Result<ResponseValue<types::Call>, Error<types::ErrorBody>>;
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

/// A call of [`Client::list_calls`], not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCalls {
    client: Client,
    after: Option<::uuid::Uuid>,
    before: Option<::uuid::Uuid>,
    page: Option<i64>,
    limit: Option<i64>,
    order: Option<super::types::SortOrder>,
    agent_id: Option<::uuid::Uuid>,
    status: Option<super::types::CallStatus>,
    direction: Option<super::types::CallDirection>,
    start_created_date: Option<::chrono::DateTime<::chrono::offset::Utc>>,
    end_created_date: Option<::chrono::DateTime<::chrono::offset::Utc>>,
    contact_id: Option<::uuid::Uuid>,
    phone_id: Option<::uuid::Uuid>,
    reading: rt::Reading,
    options: rt::CallOptions,
}

impl ListCalls {
    /// Only calls that come after this one in the order asked for, given by its identifier. Not together with `before`.
    pub fn after(mut self, after: ::uuid::Uuid) -> Self {
        self.after = Some(after);
        self
    }

    /// Only calls that come before this one in the order asked for, given by its identifier. Not together with `after`.
    pub fn before(mut self, before: ::uuid::Uuid) -> Self {
        self.before = Some(before);
        self
    }

    /// Number of the page, counted from 1: the other way of paging, instead of `after` and `before` (at least 1).
    pub fn page(mut self, page: i64) -> Self {
        self.page = Some(page);
        self
    }

    /// How many calls a page holds at most: 1 to 1000, and 50 unless asked for otherwise (at least 1, at most 1000).
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Direction of the order: descending unless asked for otherwise. Which time it goes by is not documented.
    pub fn order(mut self, order: super::types::SortOrder) -> Self {
        self.order = Some(order);
        self
    }

    /// Only calls of this agent.
    pub fn agent_id(mut self, agent_id: ::uuid::Uuid) -> Self {
        self.agent_id = Some(agent_id);
        self
    }

    /// Only calls in this state. The service knows four of the states since July 2026, and six of them before.
    pub fn status(mut self, status: super::types::CallStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Only calls in this direction. Sent as `type`.
    pub fn direction(mut self, direction: super::types::CallDirection) -> Self {
        self.direction = Some(direction);
        self
    }

    /// Only calls created from this time on. Whether a call created at that very moment is among them is not documented.
    pub fn start_created_date(
        mut self,
        start_created_date: ::chrono::DateTime<::chrono::offset::Utc>,
    ) -> Self {
        self.start_created_date = Some(start_created_date);
        self
    }

    /// Only calls created until this time. Whether a call created at that very moment is among them is not documented.
    pub fn end_created_date(
        mut self,
        end_created_date: ::chrono::DateTime<::chrono::offset::Utc>,
    ) -> Self {
        self.end_created_date = Some(end_created_date);
        self
    }

    /// Only calls with this contact.
    pub fn contact_id(mut self, contact_id: ::uuid::Uuid) -> Self {
        self.contact_id = Some(contact_id);
        self
    }

    /// Only calls over this own phone number, given by its identifier. The filter kept the name that the property of a call had until March 2026.
    pub fn phone_id(mut self, phone_id: ::uuid::Uuid) -> Self {
        self.phone_id = Some(phone_id);
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
    ) -> Result<ResponseValue<types::CallList>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::LIST_CALLS, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::CallList>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALLS;
        rt::check_exclusive(
            operation,
            &[("after", self.after.is_some()), ("before", self.before.is_some())],
        )?;
        if let Some(value) = &self.page {
            rt::check_integer(operation, "page", *value, Some(1i64), None)?;
        }
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, Some(1i64), Some(1000i64))?;
        }
        let bound = self.client.bind(operation, self.options);
        bound
            .list_calls(
                self.after.as_ref(),
                self.agent_id.as_ref(),
                self.before.as_ref(),
                self.contact_id.as_ref(),
                self.end_created_date.as_ref(),
                self.limit,
                self.order.as_ref(),
                self.page,
                self.phone_id.as_ref(),
                self.start_created_date.as_ref(),
                self.status.as_ref(),
                self.direction.as_ref(),
            )
            .await
    }
}

impl IntoFuture for ListCalls {
    type Output = Result<ResponseValue<types::CallList>, Error<types::ErrorBody>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl rt::List for ListCalls {
    type Page = types::CallList;
    type Item = super::types::Call;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALLS;
    fn start(&self) -> rt::Position {
        self.after
            .as_ref()
            .and_then(rt::Id::id)
            .map(String::from)
            .map_or(rt::Position::Start, rt::Position::After)
    }

    fn options(&mut self) -> &mut rt::CallOptions {
        &mut self.options
    }

    fn elsewhere(&self) -> rt::Elsewhere {
        if self.before.is_some() {
            return rt::Elsewhere::Refused("before");
        }
        if self.page.is_some() {
            return rt::Elsewhere::Begins;
        }
        rt::Elsewhere::No
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
            rt::Position::After(at) => {
                self.page = None;
                self.after = at.parse().ok();
                self.after.is_some()
            }
            _ => false,
        }
    }

    fn fetch(
        self,
    ) -> impl Future<
        Output = Result<ResponseValue<types::CallList>, Error<types::ErrorBody>>,
    > + Send + 'static {
        self.send()
    }

    fn items(at: &mut types::CallList) -> Option<&mut Vec<super::types::Call>> {
        Some(at).map(|at| &mut at.data)
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

/// A call of [`Client::create_call`], not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CreateCall {
    client: Client,
    body: types::CreateCallBody,
    options: rt::CallOptions,
}

impl CreateCall {
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
    ) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::CREATE_CALL, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
        let operation = &table::CREATE_CALL;
        let bound = self.client.bind(operation, self.options);
        bound.create_call(&self.body).await
    }
}

impl IntoFuture for CreateCall {
    type Output = Result<ResponseValue<types::Call>, Error<types::ErrorBody>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl std::fmt::Debug for CreateCall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CreateCall").finish_non_exhaustive()
    }
}

/// A call of [`Client::list_call_messages`], not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCallMessages {
    client: Client,
    id: ::uuid::Uuid,
    after: Option<::uuid::Uuid>,
    before: Option<::uuid::Uuid>,
    page: Option<i64>,
    limit: Option<i64>,
    order: Option<super::types::SortOrder>,
    reading: rt::Reading,
    options: rt::CallOptions,
}

impl ListCallMessages {
    /// Only messages that come after this one in the order asked for, given by its identifier. Not together with `before`.
    pub fn after(mut self, after: ::uuid::Uuid) -> Self {
        self.after = Some(after);
        self
    }

    /// Only messages that come before this one in the order asked for, given by its identifier. Not together with `after`.
    pub fn before(mut self, before: ::uuid::Uuid) -> Self {
        self.before = Some(before);
        self
    }

    /// Number of the page, counted from 1: the other way of paging, instead of `after` and `before` (at least 1).
    pub fn page(mut self, page: i64) -> Self {
        self.page = Some(page);
        self
    }

    /// How many messages a page holds at most: 1 to 1000, and 100 unless asked for otherwise (at least 1, at most 1000).
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Direction of the order: descending unless asked for otherwise. Which time it goes by is not documented.
    pub fn order(mut self, order: super::types::SortOrder) -> Self {
        self.order = Some(order);
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
    pub fn stream(self) -> ::callslip_core::ItemStream<super::client::ListCallMessages> {
        self.reading.clone().stream(self)
    }

    /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
    pub fn pages(self) -> ::callslip_core::PageStream<super::client::ListCallMessages> {
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
    ) -> Result<ResponseValue<types::MessageList>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::LIST_CALL_MESSAGES, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::MessageList>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALL_MESSAGES;
        rt::check_exclusive(
            operation,
            &[("after", self.after.is_some()), ("before", self.before.is_some())],
        )?;
        if let Some(value) = &self.page {
            rt::check_integer(operation, "page", *value, Some(1i64), None)?;
        }
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, Some(1i64), Some(1000i64))?;
        }
        let bound = self.client.bind(operation, self.options);
        bound
            .list_call_messages(
                &self.id,
                self.after.as_ref(),
                self.before.as_ref(),
                self.limit,
                self.order.as_ref(),
                self.page,
            )
            .await
    }
}

impl IntoFuture for ListCallMessages {
    type Output = Result<ResponseValue<types::MessageList>, Error<types::ErrorBody>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl rt::List for ListCallMessages {
    type Page = types::MessageList;
    type Item = super::types::Message;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALL_MESSAGES;
    fn start(&self) -> rt::Position {
        self.after
            .as_ref()
            .and_then(rt::Id::id)
            .map(String::from)
            .map_or(rt::Position::Start, rt::Position::After)
    }

    fn options(&mut self) -> &mut rt::CallOptions {
        &mut self.options
    }

    fn elsewhere(&self) -> rt::Elsewhere {
        if self.before.is_some() {
            return rt::Elsewhere::Refused("before");
        }
        if self.page.is_some() {
            return rt::Elsewhere::Begins;
        }
        rt::Elsewhere::No
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
            rt::Position::After(at) => {
                self.page = None;
                self.after = at.parse().ok();
                self.after.is_some()
            }
            _ => false,
        }
    }

    fn fetch(
        self,
    ) -> impl Future<
        Output = Result<ResponseValue<types::MessageList>, Error<types::ErrorBody>>,
    > + Send + 'static {
        self.send()
    }

    fn items(at: &mut types::MessageList) -> Option<&mut Vec<super::types::Message>> {
        Some(at).map(|at| &mut at.data)
    }

    fn id(at: &super::types::Message) -> Option<std::borrow::Cow<'_, str>> {
        Some(at).map(|at| &at.id).and_then(rt::Id::id)
    }
}

impl std::fmt::Debug for ListCallMessages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ListCallMessages").finish_non_exhaustive()
    }
}

/// A call of [`Client::bulk_delete_calls`], not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct BulkDeleteCalls {
    client: Client,
    body: types::BulkDeleteCallsBody,
    options: rt::CallOptions,
}

impl BulkDeleteCalls {
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
    ) -> Result<ResponseValue<types::BulkDeleteCallsResult>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::BULK_DELETE_CALLS, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::BulkDeleteCallsResult>, Error<types::ErrorBody>> {
        let operation = &table::BULK_DELETE_CALLS;
        rt::check_body(operation, &self.body, &super::limits::BULK_DELETE_CALLS_BODY)?;
        let bound = self.client.bind(operation, self.options);
        bound.bulk_delete_calls(&self.body).await
    }
}

impl IntoFuture for BulkDeleteCalls {
    type Output = Result<
        ResponseValue<types::BulkDeleteCallsResult>,
        Error<types::ErrorBody>,
    >;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl std::fmt::Debug for BulkDeleteCalls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BulkDeleteCalls").finish_non_exhaustive()
    }
}

/// A call of [`Client::watch_concurrency`], not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct WatchConcurrency {
    client: Client,
    options: rt::CallOptions,
}

impl WatchConcurrency {
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

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<
        ResponseValue<::callslip_core::EventStream<super::types::ConcurrencyEvent>>,
        Error<types::ErrorBody>,
    > {
        let operation = &table::WATCH_CONCURRENCY;
        let options = self.options.accepting("text/event-stream");
        let bound = self.client.bind(operation, options);
        Ok(bound.watch_concurrency().await?.into_events())
    }
}

impl IntoFuture for WatchConcurrency {
    type Output = Result<
        ResponseValue<::callslip_core::EventStream<super::types::ConcurrencyEvent>>,
        Error<types::ErrorBody>,
    >;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl std::fmt::Debug for WatchConcurrency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WatchConcurrency").finish_non_exhaustive()
    }
}

/// A call of [`Client::get_recording`], not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetRecording {
    client: Client,
    call_id: ::uuid::Uuid,
    options: rt::CallOptions,
}

impl GetRecording {
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
    ) -> Result<ResponseValue<types::Recording>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::GET_RECORDING, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::Recording>, Error<types::ErrorBody>> {
        let operation = &table::GET_RECORDING;
        let bound = self.client.bind(operation, self.options);
        bound.get_recording(&self.call_id).await
    }
}

impl IntoFuture for GetRecording {
    type Output = Result<ResponseValue<types::Recording>, Error<types::ErrorBody>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl std::fmt::Debug for GetRecording {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GetRecording").finish_non_exhaustive()
    }
}

/// A call of [`Client::download_recordings`], not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct DownloadRecordings {
    client: Client,
    body: types::DownloadRecordingsBody,
    options: rt::CallOptions,
}

impl DownloadRecordings {
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

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<rt::ByteStream>, Error<types::ErrorBody>> {
        let operation = &table::DOWNLOAD_RECORDINGS;
        rt::check_body(operation, &self.body, &super::limits::DOWNLOAD_RECORDINGS_BODY)?;
        let bound = self.client.bind(operation, self.options);
        bound.download_recordings(&self.body).await
    }
}

impl IntoFuture for DownloadRecordings {
    type Output = Result<ResponseValue<rt::ByteStream>, Error<types::ErrorBody>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl std::fmt::Debug for DownloadRecordings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DownloadRecordings").finish_non_exhaustive()
    }
}

/// A call of [`Client::list_call_logs`], not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCallLogs {
    client: Client,
    call_id: ::uuid::Uuid,
    after: Option<::uuid::Uuid>,
    before: Option<::uuid::Uuid>,
    page: Option<i64>,
    limit: Option<i64>,
    order: Option<super::types::SortOrder>,
    category: Option<super::types::LogCategory>,
    level: Option<super::types::LogLevel>,
    reading: rt::Reading,
    options: rt::CallOptions,
}

impl ListCallLogs {
    /// Only entries that come after this one in the order asked for, given by its identifier. Not together with `before`.
    pub fn after(mut self, after: ::uuid::Uuid) -> Self {
        self.after = Some(after);
        self
    }

    /// Only entries that come before this one in the order asked for, given by its identifier. Not together with `after`.
    pub fn before(mut self, before: ::uuid::Uuid) -> Self {
        self.before = Some(before);
        self
    }

    /// Number of the page, counted from 1: the other way of paging, instead of `after` and `before` (at least 1).
    pub fn page(mut self, page: i64) -> Self {
        self.page = Some(page);
        self
    }

    /// How many entries a page holds at most: 1 to 1000, and 100 unless asked for otherwise (at least 1, at most 1000).
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Direction of the order: descending unless asked for otherwise. Which time it goes by is not documented.
    pub fn order(mut self, order: super::types::SortOrder) -> Self {
        self.order = Some(order);
        self
    }

    /// Only entries of this category.
    pub fn category(mut self, category: super::types::LogCategory) -> Self {
        self.category = Some(category);
        self
    }

    /// Only entries of this level.
    pub fn level(mut self, level: super::types::LogLevel) -> Self {
        self.level = Some(level);
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
    pub fn stream(self) -> ::callslip_core::ItemStream<super::client::ListCallLogs> {
        self.reading.clone().stream(self)
    }

    /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
    pub fn pages(self) -> ::callslip_core::PageStream<super::client::ListCallLogs> {
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
    ) -> Result<ResponseValue<types::LogEntryList>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::LIST_CALL_LOGS, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::LogEntryList>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALL_LOGS;
        rt::check_exclusive(
            operation,
            &[("after", self.after.is_some()), ("before", self.before.is_some())],
        )?;
        if let Some(value) = &self.page {
            rt::check_integer(operation, "page", *value, Some(1i64), None)?;
        }
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, Some(1i64), Some(1000i64))?;
        }
        let bound = self.client.bind(operation, self.options);
        bound
            .list_call_logs(
                &self.call_id,
                self.after.as_ref(),
                self.before.as_ref(),
                self.category.as_ref(),
                self.level.as_ref(),
                self.limit,
                self.order.as_ref(),
                self.page,
            )
            .await
    }
}

impl IntoFuture for ListCallLogs {
    type Output = Result<ResponseValue<types::LogEntryList>, Error<types::ErrorBody>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl rt::List for ListCallLogs {
    type Page = types::LogEntryList;
    type Item = super::types::LogEntry;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALL_LOGS;
    fn start(&self) -> rt::Position {
        self.after
            .as_ref()
            .and_then(rt::Id::id)
            .map(String::from)
            .map_or(rt::Position::Start, rt::Position::After)
    }

    fn options(&mut self) -> &mut rt::CallOptions {
        &mut self.options
    }

    fn elsewhere(&self) -> rt::Elsewhere {
        if self.before.is_some() {
            return rt::Elsewhere::Refused("before");
        }
        if self.page.is_some() {
            return rt::Elsewhere::Begins;
        }
        rt::Elsewhere::No
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
            rt::Position::After(at) => {
                self.page = None;
                self.after = at.parse().ok();
                self.after.is_some()
            }
            _ => false,
        }
    }

    fn fetch(
        self,
    ) -> impl Future<
        Output = Result<ResponseValue<types::LogEntryList>, Error<types::ErrorBody>>,
    > + Send + 'static {
        self.send()
    }

    fn items(at: &mut types::LogEntryList) -> Option<&mut Vec<super::types::LogEntry>> {
        Some(at).map(|at| &mut at.data)
    }

    fn id(at: &super::types::LogEntry) -> Option<std::borrow::Cow<'_, str>> {
        Some(at).map(|at| &at.id).and_then(rt::Id::id)
    }
}

impl std::fmt::Debug for ListCallLogs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ListCallLogs").finish_non_exhaustive()
    }
}

/// A call of [`Client::get_call_trace`], not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCallTrace {
    client: Client,
    call_id: ::uuid::Uuid,
    options: rt::CallOptions,
}

impl GetCallTrace {
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
    ) -> Result<ResponseValue<types::Trace>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::GET_CALL_TRACE, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::Trace>, Error<types::ErrorBody>> {
        let operation = &table::GET_CALL_TRACE;
        let bound = self.client.bind(operation, self.options);
        bound.get_call_trace(&self.call_id).await
    }
}

impl IntoFuture for GetCallTrace {
    type Output = Result<ResponseValue<types::Trace>, Error<types::ErrorBody>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl std::fmt::Debug for GetCallTrace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GetCallTrace").finish_non_exhaustive()
    }
}
