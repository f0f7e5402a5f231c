// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 f86acbc97f2f5c63) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! The client, its builder, and one request type an operation.

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::time::Duration;
use ::callslip_core::{BuildError, Error, ResponseValue, RetryPolicy, rt};
use super::{operations, table, types};

/// A client for HighLevel.
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
    /// - `HIGHLEVEL_ACCESS_TOKEN` (required)
    /// - `HIGHLEVEL_API_VERSION` (optional)
    /// - `HIGHLEVEL_BASE_URL` (optional)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Get one call log.
    ///
    /// Fetches the log of one call of a location. The token needs the scope `voice-ai-dashboard.readonly` of that location; a missing scope is reported as 401 rather than 403.
    ///
    /// `GET /voice-ai/dashboard/call-logs/{callId}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call (not empty).
    /// - `location_id`: Identifier of the location (sub-account) that the call belongs to (not empty).
    pub fn get_call_log(
        &self,
        call_id: impl Into<String>,
        location_id: impl Into<String>,
    ) -> GetCallLog {
        GetCallLog {
            client: self.clone(),
            call_id: call_id.into(),
            location_id: location_id.into(),
            options: rt::CallOptions::default(),
        }
    }

    /// List call logs.
    ///
    /// Lists the call logs of a location, a page at a time, the newest first unless asked for otherwise. The token needs the scope `voice-ai-dashboard.readonly` of that location. The provider's text speaks of the time zone of the dates; there is no parameter for one. An item of the list is as complete as the answer for a single call, as integrators report.
    ///
    /// `GET /voice-ai/dashboard/call-logs`, idempotent: repeated after a fault.
    ///
    /// `start_date`, `end_date` must be given together or not at all.
    ///
    /// `start_date` must come before `end_date`.
    ///
    /// # Arguments
    ///
    /// - `location_id`: Identifier of the location (sub-account) whose calls are listed (not empty).
    pub fn list_call_logs(&self, location_id: impl Into<String>) -> ListCallLogs {
        ListCallLogs {
            client: self.clone(),
            location_id: location_id.into(),
            agent_id: None,
            contact_id: Vec::new(),
            call_type: None,
            start_date: None,
            end_date: None,
            action_type: Vec::new(),
            sort_by: None,
            sort: None,
            page: None,
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

/// Settings of a HighLevel client. Start with [`Client::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    settings: rt::ClientSettings,
    token: Option<rt::SecretString>,
    api_version: Option<String>,
}

impl ClientBuilder {
    /// The credential, sent as a Bearer token. Kept in memory that is wiped when it is dropped, never shown.
    ///
    /// Read by [`Client::from_env`] from `HIGHLEVEL_ACCESS_TOKEN`.
    pub fn access_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into().into());
        self
    }

    /// Where the credential comes from, if it expires or is kept elsewhere; instead of [`access_token`](Self::access_token). Clones of the client share what it brings.
    pub fn credential_provider(
        mut self,
        provider: impl ::callslip_core::CredentialProvider,
    ) -> Self {
        self.settings = self.settings.credential_provider(provider);
        self
    }

    /// Version of the API that answers, sent as the `Version` header on every call. The default is the one that the source document names; the provider's site shows `v3` since the summer of 2026.
    ///
    /// Read by [`Client::from_env`] from `HIGHLEVEL_API_VERSION`. The default counts where that is not set or empty.
    pub fn api_version(mut self, api_version: impl Into<String>) -> Self {
        self.api_version = Some(api_version.into());
        self
    }

    /// Where the service is, instead of `https://services.leadconnectorhq.com`. Replaces that URL whole, its path prefix included.
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
                self.token.as_ref(),
                &rt::Origin {
                    setter: "access_token",
                    env: &["HIGHLEVEL_ACCESS_TOKEN"],
                },
            )?;
        let headers = credential
            .into_iter()
            .chain([
                rt::ClientHeader::plain(
                    "version",
                    Some(self.api_version.as_deref().unwrap_or("2021-04-15")),
                    &rt::Origin {
                        setter: "api_version",
                        env: &["HIGHLEVEL_API_VERSION"],
                    },
                )?,
            ])
            .collect();
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
        if let Some(value) = rt::env("HIGHLEVEL_ACCESS_TOKEN")? {
            this.token = Some(value.into());
        }
        if let Some(value) = rt::env("HIGHLEVEL_API_VERSION")? {
            this = this.api_version(value);
        }
        if let Some(url) = rt::env("HIGHLEVEL_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

/// A call of [`Client::get_call_log`], not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCallLog {
    client: Client,
    call_id: String,
    location_id: String,
    options: rt::CallOptions,
}

impl GetCallLog {
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
    ) -> Result<ResponseValue<types::CallLog>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::GET_CALL_LOG, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::CallLog>, Error<types::ErrorBody>> {
        let operation = &table::GET_CALL_LOG;
        let value = &self.call_id;
        rt::check_text(operation, "callId", rt::Location::Path, value, 1usize, None)?;
        let value = &self.location_id;
        rt::check_text(
            operation,
            "locationId",
            rt::Location::Query,
            value,
            1usize,
            None,
        )?;
        let bound = self.client.bind(operation, self.options);
        bound.get_call_log(&self.call_id, &self.location_id).await
    }
}

impl IntoFuture for GetCallLog {
    type Output = Result<ResponseValue<types::CallLog>, Error<types::ErrorBody>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl std::fmt::Debug for GetCallLog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GetCallLog").finish_non_exhaustive()
    }
}

/// A call of [`Client::list_call_logs`], not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCallLogs {
    client: Client,
    location_id: String,
    agent_id: Option<String>,
    contact_id: ::std::vec::Vec<::std::string::String>,
    call_type: Option<super::types::CallType>,
    start_date: Option<::chrono::DateTime<::chrono::offset::Utc>>,
    end_date: Option<::chrono::DateTime<::chrono::offset::Utc>>,
    action_type: ::std::vec::Vec<super::types::ActionType>,
    sort_by: Option<super::types::CallLogSortField>,
    sort: Option<super::types::SortDirection>,
    page: Option<i64>,
    page_size: Option<i64>,
    reading: rt::Reading,
    options: rt::CallOptions,
}

impl ListCallLogs {
    /// Only calls that this agent took.
    pub fn agent_id(mut self, agent_id: impl Into<String>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Only calls of these contacts, given by their identifiers. Sent in one piece, with commas between the items. An empty list leaves it out.
    pub fn contact_id(
        mut self,
        contact_id: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.contact_id = contact_id.into_iter().map(Into::into).collect();
        self
    }

    /// Only live calls, or only trial calls.
    pub fn call_type(mut self, call_type: super::types::CallType) -> Self {
        self.call_type = Some(call_type);
        self
    }

    /// Only calls from this time on, in milliseconds since 1970 (UTC). Together with `endDate`, and earlier than that. Whether a call at that very moment is among them is not documented. Sent in milliseconds since 1970.
    pub fn start_date(
        mut self,
        start_date: ::chrono::DateTime<::chrono::offset::Utc>,
    ) -> Self {
        self.start_date = Some(start_date);
        self
    }

    /// Only calls until this time, in milliseconds since 1970 (UTC). Together with `startDate`, and later than that. Whether a call at that very moment is among them is not documented. Sent in milliseconds since 1970.
    pub fn end_date(
        mut self,
        end_date: ::chrono::DateTime<::chrono::offset::Utc>,
    ) -> Self {
        self.end_date = Some(end_date);
        self
    }

    /// Only calls in which actions of these types were carried out. Appointment bookings show only in calls since 9 September 2025. Sent in one piece, with commas between the items. An empty list leaves it out.
    pub fn action_type(
        mut self,
        action_type: impl IntoIterator<Item = super::types::ActionType>,
    ) -> Self {
        self.action_type = action_type.into_iter().collect();
        self
    }

    /// What the list is sorted by.
    pub fn sort_by(mut self, sort_by: super::types::CallLogSortField) -> Self {
        self.sort_by = Some(sort_by);
        self
    }

    /// Direction of the sorting. Of effect only together with `sortBy`.
    pub fn sort(mut self, sort: super::types::SortDirection) -> Self {
        self.sort = Some(sort);
        self
    }

    /// Number of the page, counted from 1, which is also the default (at least 1).
    pub fn page(mut self, page: i64) -> Self {
        self.page = Some(page);
        self
    }

    /// How many call logs a page holds: at most 50, and 10 unless asked for otherwise (at most 50).
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
    ) -> Result<ResponseValue<types::CallLogList>, Error<types::ErrorBody>> {
        rt::read(&table::PROVIDER, &table::LIST_CALL_LOGS, body.into())
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
    pub async fn send(
        self,
    ) -> Result<ResponseValue<types::CallLogList>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALL_LOGS;
        rt::check_together(
            operation,
            &[
                ("startDate", self.start_date.is_some()),
                ("endDate", self.end_date.is_some()),
            ],
        )?;
        rt::check_order(
            operation,
            ("startDate", self.start_date.map(|time| time.timestamp_millis())),
            ("endDate", self.end_date.map(|time| time.timestamp_millis())),
            false,
        )?;
        let value = &self.location_id;
        rt::check_text(
            operation,
            "locationId",
            rt::Location::Query,
            value,
            1usize,
            None,
        )?;
        if let Some(value) = &self.agent_id {
            rt::check_text(
                operation,
                "agentId",
                rt::Location::Query,
                value,
                0usize,
                None,
            )?;
        }
        let contact_id = rt::comma_list(operation, "contactId", &self.contact_id)?;
        let action_type = rt::comma_list(operation, "actionType", &self.action_type)?;
        if let Some(value) = &self.page {
            rt::check_integer(operation, "page", *value, Some(1i64), None)?;
        }
        if let Some(value) = &self.page_size {
            rt::check_integer(operation, "pageSize", *value, None, Some(50i64))?;
        }
        let bound = self.client.bind(operation, self.options);
        bound
            .list_call_logs(
                action_type.as_deref(),
                self.agent_id.as_deref(),
                self.call_type.as_ref(),
                contact_id.as_deref(),
                self.end_date.map(|time| time.timestamp_millis()),
                &self.location_id,
                self.page,
                self.page_size,
                self.sort.as_ref(),
                self.sort_by.as_ref(),
                self.start_date.map(|time| time.timestamp_millis()),
            )
            .await
    }
}

impl IntoFuture for ListCallLogs {
    type Output = Result<ResponseValue<types::CallLogList>, Error<types::ErrorBody>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl rt::List for ListCallLogs {
    type Page = types::CallLogList;
    type Item = super::types::CallLog;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALL_LOGS;
    fn start(&self) -> rt::Position {
        self.page.map_or(rt::Position::Start, rt::Position::Page)
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
                self.page = Some(*at);
                true
            }
            _ => false,
        }
    }

    fn fetch(
        self,
    ) -> impl Future<
        Output = Result<ResponseValue<types::CallLogList>, Error<types::ErrorBody>>,
    > + Send + 'static {
        self.send()
    }

    fn items(at: &mut types::CallLogList) -> Option<&mut Vec<super::types::CallLog>> {
        Some(at).map(|at| &mut at.call_logs)
    }

    fn id(at: &super::types::CallLog) -> Option<std::borrow::Cow<'_, str>> {
        Some(at).map(|at| &at.id).and_then(rt::Id::id)
    }
}

impl std::fmt::Debug for ListCallLogs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ListCallLogs").finish_non_exhaustive()
    }
}
