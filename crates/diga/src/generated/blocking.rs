// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 0845627cee6234c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! The client for programs without an async runtime, as scripts are: the same settings, methods and options, and
//! `.send()` in place of `.await`.
//!
//! It brings a runtime of one thread. Inside an async runtime a call is refused with an error that says so; in
//! `tokio::task::spawn_blocking` it may be made.

#[allow(unused_imports)]
use std::future::{Future, IntoFuture};
#[allow(unused_imports)]
use std::pin::Pin;
#[allow(unused_imports)]
use std::time::Duration;
#[allow(unused_imports)]
use ::callslip_core::{BuildError, Error, ResponseValue, RetryPolicy, rt};
#[allow(unused_imports)]
use super::{operations, table, types};
use super::client;

/// The blocking counterpart of [`Client`](client::Client).
///
/// A clone costs two reference counts and shares connections and runtime; threads can share one client too. The
/// runtime ends with the last clone.
#[derive(Clone, Debug)]
pub struct Client {
    client: client::Client,
    runtime: rt::Runtime,
}

impl Client {
    /// Starts a client: credentials and settings are given to the builder, which is that of the asynchronous
    /// client. End with [`build_blocking`](client::ClientBuilder::build_blocking).
    pub fn builder() -> client::ClientBuilder {
        client::Client::builder()
    }

    /// Makes a client from the environment variables that
    /// [the asynchronous one](client::Client::from_env) reads.
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        Self::over(client::Client::from_env()?)
    }

    fn over(client: client::Client) -> Result<Self, BuildError> {
        let runtime = rt::Runtime::new(&table::PROVIDER)?;
        Ok(Self { client, runtime })
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
    pub fn get_call(&self, id: ::uuid::Uuid) -> requests::GetCall {
        requests::GetCall {
            request: self.client.get_call(id),
            runtime: self.runtime.clone(),
        }
    }

    /// List calls.
    ///
    /// Lists the calls of the project, a page at a time. The slash at the end of the path belongs to it.
    ///
    /// `GET /v1/call/`, idempotent: repeated after a fault.
    ///
    /// Of `after`, `before` only one may be given.
    pub fn list_calls(&self) -> requests::ListCalls {
        requests::ListCalls {
            request: self.client.list_calls(),
            runtime: self.runtime.clone(),
        }
    }

    /// Start an outbound call.
    ///
    /// Starts a call from an own number to another; the outbound agent of the own number speaks. Only Spanish numbers are served. It is never sent again by itself after it may have arrived: the service documents nothing by which it would know a repetition, and a second call would be made.
    ///
    /// `POST /v1/call/`, not idempotent: never repeated once it may have reached the server.
    pub fn create_call(&self, body: types::CreateCallBody) -> requests::CreateCall {
        requests::CreateCall {
            request: self.client.create_call(body),
            runtime: self.runtime.clone(),
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
    pub fn list_call_messages(&self, id: ::uuid::Uuid) -> requests::ListCallMessages {
        requests::ListCallMessages {
            request: self.client.list_call_messages(id),
            runtime: self.runtime.clone(),
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
    ) -> requests::BulkDeleteCalls {
        requests::BulkDeleteCalls {
            request: self.client.bulk_delete_calls(body),
            runtime: self.runtime.clone(),
        }
    }

    /// Watch how many calls are going on.
    ///
    /// Tells every few seconds how many calls of the project are going on, until the caller stops listening. The events also keep the connection alive.
    ///
    /// `GET /v1/call/concurrency/stream`, idempotent: repeated after a fault.
    pub fn watch_concurrency(&self) -> requests::WatchConcurrency {
        requests::WatchConcurrency {
            request: self.client.watch_concurrency(),
            runtime: self.runtime.clone(),
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
    pub fn get_recording(&self, call_id: ::uuid::Uuid) -> requests::GetRecording {
        requests::GetRecording {
            request: self.client.get_recording(call_id),
            runtime: self.runtime.clone(),
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
    ) -> requests::DownloadRecordings {
        requests::DownloadRecordings {
            request: self.client.download_recordings(body),
            runtime: self.runtime.clone(),
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
    pub fn list_call_logs(&self, call_id: ::uuid::Uuid) -> requests::ListCallLogs {
        requests::ListCallLogs {
            request: self.client.list_call_logs(call_id),
            runtime: self.runtime.clone(),
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
    pub fn get_call_trace(&self, call_id: ::uuid::Uuid) -> requests::GetCallTrace {
        requests::GetCallTrace {
            request: self.client.get_call_trace(call_id),
            runtime: self.runtime.clone(),
        }
    }

    /// Downloads what a link in a record leads to, a recording or a transcript: to a file, into a writer or as a stream.
    /// It goes on after a break, and the credential goes to the origin of the base URL alone; see
    /// [`download`](callslip_core::download).
    pub fn download(&self, url: impl AsRef<str>) -> ::callslip_core::download::Download {
        self.client.download(url)
    }
}

impl client::ClientBuilder {
    /// Checks the settings and makes a client for programs without an async runtime. Nothing is sent.
    ///
    /// # Errors
    ///
    /// Names what is missing or unusable and how to give it, never a value; or says that the system gives no
    /// thread.
    pub fn build_blocking(self) -> Result<Client, BuildError> {
        Client::over(self.build()?)
    }
}

/// The calls that [`Client`]'s methods return: set options, then `.send()`.
pub mod requests {
    use super::*;
    /// A call of [`Client::get_call`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct GetCall {
        pub(super) request: client::GetCall,
        pub(super) runtime: rt::Runtime,
    }

    impl GetCall {
        /// Total timeout of this call, every attempt and wait included, instead of the client's.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.timeout(timeout);
            self
        }
        /// Timeout of each attempt of this call, instead of the client's.
        pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.attempt_timeout(timeout);
            self
        }
        /// Retry policy of this call, instead of the client's.
        pub fn retry(mut self, policy: RetryPolicy) -> Self {
            self.request = self.request.retry(policy);
            self
        }
        /// One more header on this call. It cannot replace a credential.
        pub fn header(
            mut self,
            name: impl Into<String>,
            value: impl Into<String>,
        ) -> Self {
            self.request = self.request.header(name, value);
            self
        }
        /// Sends the call.
        ///
        /// # Errors
        ///
        /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
        pub fn send(
            self,
        ) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::GET_CALL, self.request.send())
        }
    }

    impl std::fmt::Debug for GetCall {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("GetCall").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::list_calls`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct ListCalls {
        pub(super) request: client::ListCalls,
        pub(super) runtime: rt::Runtime,
    }

    impl ListCalls {
        /// Only calls that come after this one in the order asked for, given by its identifier. Not together with `before`.
        pub fn after(mut self, after: ::uuid::Uuid) -> Self {
            self.request = self.request.after(after);
            self
        }
        /// Only calls that come before this one in the order asked for, given by its identifier. Not together with `after`.
        pub fn before(mut self, before: ::uuid::Uuid) -> Self {
            self.request = self.request.before(before);
            self
        }
        /// Number of the page, counted from 1: the other way of paging, instead of `after` and `before` (at least 1).
        pub fn page(mut self, page: i64) -> Self {
            self.request = self.request.page(page);
            self
        }
        /// How many calls a page holds at most: 1 to 1000, and 50 unless asked for otherwise (at least 1, at most 1000).
        pub fn limit(mut self, limit: i64) -> Self {
            self.request = self.request.limit(limit);
            self
        }
        /// Direction of the order: descending unless asked for otherwise. Which time it goes by is not documented.
        pub fn order(mut self, order: super::types::SortOrder) -> Self {
            self.request = self.request.order(order);
            self
        }
        /// Only calls of this agent.
        pub fn agent_id(mut self, agent_id: ::uuid::Uuid) -> Self {
            self.request = self.request.agent_id(agent_id);
            self
        }
        /// Only calls in this state. The service knows four of the states since July 2026, and six of them before.
        pub fn status(mut self, status: super::types::CallStatus) -> Self {
            self.request = self.request.status(status);
            self
        }
        /// Only calls in this direction. Sent as `type`.
        pub fn direction(mut self, direction: super::types::CallDirection) -> Self {
            self.request = self.request.direction(direction);
            self
        }
        /// Only calls created from this time on. Whether a call created at that very moment is among them is not documented.
        pub fn start_created_date(
            mut self,
            start_created_date: ::chrono::DateTime<::chrono::offset::Utc>,
        ) -> Self {
            self.request = self.request.start_created_date(start_created_date);
            self
        }
        /// Only calls created until this time. Whether a call created at that very moment is among them is not documented.
        pub fn end_created_date(
            mut self,
            end_created_date: ::chrono::DateTime<::chrono::offset::Utc>,
        ) -> Self {
            self.request = self.request.end_created_date(end_created_date);
            self
        }
        /// Only calls with this contact.
        pub fn contact_id(mut self, contact_id: ::uuid::Uuid) -> Self {
            self.request = self.request.contact_id(contact_id);
            self
        }
        /// Only calls over this own phone number, given by its identifier. The filter kept the name that the property of a call had until March 2026.
        pub fn phone_id(mut self, phone_id: ::uuid::Uuid) -> Self {
            self.request = self.request.phone_id(phone_id);
            self
        }
        /// Total timeout of this call, every attempt and wait included, instead of the client's.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.timeout(timeout);
            self
        }
        /// Timeout of each attempt of this call, instead of the client's.
        pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.attempt_timeout(timeout);
            self
        }
        /// Retry policy of this call, instead of the client's.
        pub fn retry(mut self, policy: RetryPolicy) -> Self {
            self.request = self.request.retry(policy);
            self
        }
        /// One more header on this call. It cannot replace a credential.
        pub fn header(
            mut self,
            name: impl Into<String>,
            value: impl Into<String>,
        ) -> Self {
            self.request = self.request.header(name, value);
            self
        }
        /// All items of the list, page after page, each request with the parameters and options of this call; timeouts count for each page. How many items a page has is up to the service, unless this call says it.
        ///
        /// Nothing is sent until the stream is read.
        pub fn stream(
            self,
        ) -> ::callslip_core::blocking::Iter<
            ::callslip_core::ItemStream<super::client::ListCalls>,
        > {
            self.runtime.iter(&table::LIST_CALLS, self.request.stream())
        }
        /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
        pub fn pages(
            self,
        ) -> ::callslip_core::blocking::Iter<
            ::callslip_core::PageStream<super::client::ListCalls>,
        > {
            self.runtime.iter(&table::LIST_CALLS, self.request.pages())
        }
        /// Makes `stream` and `pages` go on where an earlier reading of this list, with the same filters, stood. A cursor of
        /// another operation is refused: the stream's first item is then an error, and nothing is sent.
        pub fn resume_from(mut self, cursor: ::callslip_core::Cursor) -> Self {
            self.request = self.request.resume_from(cursor);
            self
        }
        /// Says what becomes of items that decoding had to mend: they are delivered, set aside, or end `stream` and `pages` in an
        /// error.
        pub fn on_repair(mut self, policy: ::callslip_core::OnRepair) -> Self {
            self.request = self.request.on_repair(policy);
            self
        }
        /// Makes `stream` deliver an item as often as the service gives it, though it was delivered already.
        pub fn keep_duplicates(mut self) -> Self {
            self.request = self.request.keep_duplicates();
            self
        }
        /// Sends the call.
        ///
        /// # Errors
        ///
        /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
        pub fn send(
            self,
        ) -> Result<ResponseValue<types::CallList>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::LIST_CALLS, self.request.send())
        }
    }

    impl std::fmt::Debug for ListCalls {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("ListCalls").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::create_call`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct CreateCall {
        pub(super) request: client::CreateCall,
        pub(super) runtime: rt::Runtime,
    }

    impl CreateCall {
        /// Total timeout of this call, every attempt and wait included, instead of the client's.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.timeout(timeout);
            self
        }
        /// Timeout of each attempt of this call, instead of the client's.
        pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.attempt_timeout(timeout);
            self
        }
        /// Retry policy of this call, instead of the client's.
        pub fn retry(mut self, policy: RetryPolicy) -> Self {
            self.request = self.request.retry(policy);
            self
        }
        /// One more header on this call. It cannot replace a credential.
        pub fn header(
            mut self,
            name: impl Into<String>,
            value: impl Into<String>,
        ) -> Self {
            self.request = self.request.header(name, value);
            self
        }
        /// Sends the call.
        ///
        /// # Errors
        ///
        /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
        pub fn send(
            self,
        ) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::CREATE_CALL, self.request.send())
        }
    }

    impl std::fmt::Debug for CreateCall {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("CreateCall").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::list_call_messages`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct ListCallMessages {
        pub(super) request: client::ListCallMessages,
        pub(super) runtime: rt::Runtime,
    }

    impl ListCallMessages {
        /// Only messages that come after this one in the order asked for, given by its identifier. Not together with `before`.
        pub fn after(mut self, after: ::uuid::Uuid) -> Self {
            self.request = self.request.after(after);
            self
        }
        /// Only messages that come before this one in the order asked for, given by its identifier. Not together with `after`.
        pub fn before(mut self, before: ::uuid::Uuid) -> Self {
            self.request = self.request.before(before);
            self
        }
        /// Number of the page, counted from 1: the other way of paging, instead of `after` and `before` (at least 1).
        pub fn page(mut self, page: i64) -> Self {
            self.request = self.request.page(page);
            self
        }
        /// How many messages a page holds at most: 1 to 1000, and 100 unless asked for otherwise (at least 1, at most 1000).
        pub fn limit(mut self, limit: i64) -> Self {
            self.request = self.request.limit(limit);
            self
        }
        /// Direction of the order: descending unless asked for otherwise. Which time it goes by is not documented.
        pub fn order(mut self, order: super::types::SortOrder) -> Self {
            self.request = self.request.order(order);
            self
        }
        /// Total timeout of this call, every attempt and wait included, instead of the client's.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.timeout(timeout);
            self
        }
        /// Timeout of each attempt of this call, instead of the client's.
        pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.attempt_timeout(timeout);
            self
        }
        /// Retry policy of this call, instead of the client's.
        pub fn retry(mut self, policy: RetryPolicy) -> Self {
            self.request = self.request.retry(policy);
            self
        }
        /// One more header on this call. It cannot replace a credential.
        pub fn header(
            mut self,
            name: impl Into<String>,
            value: impl Into<String>,
        ) -> Self {
            self.request = self.request.header(name, value);
            self
        }
        /// All items of the list, page after page, each request with the parameters and options of this call; timeouts count for each page. How many items a page has is up to the service, unless this call says it.
        ///
        /// Nothing is sent until the stream is read.
        pub fn stream(
            self,
        ) -> ::callslip_core::blocking::Iter<
            ::callslip_core::ItemStream<super::client::ListCallMessages>,
        > {
            self.runtime.iter(&table::LIST_CALL_MESSAGES, self.request.stream())
        }
        /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
        pub fn pages(
            self,
        ) -> ::callslip_core::blocking::Iter<
            ::callslip_core::PageStream<super::client::ListCallMessages>,
        > {
            self.runtime.iter(&table::LIST_CALL_MESSAGES, self.request.pages())
        }
        /// Makes `stream` and `pages` go on where an earlier reading of this list, with the same filters, stood. A cursor of
        /// another operation is refused: the stream's first item is then an error, and nothing is sent.
        pub fn resume_from(mut self, cursor: ::callslip_core::Cursor) -> Self {
            self.request = self.request.resume_from(cursor);
            self
        }
        /// Says what becomes of items that decoding had to mend: they are delivered, set aside, or end `stream` and `pages` in an
        /// error.
        pub fn on_repair(mut self, policy: ::callslip_core::OnRepair) -> Self {
            self.request = self.request.on_repair(policy);
            self
        }
        /// Makes `stream` deliver an item as often as the service gives it, though it was delivered already.
        pub fn keep_duplicates(mut self) -> Self {
            self.request = self.request.keep_duplicates();
            self
        }
        /// Sends the call.
        ///
        /// # Errors
        ///
        /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
        pub fn send(
            self,
        ) -> Result<ResponseValue<types::MessageList>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::LIST_CALL_MESSAGES, self.request.send())
        }
    }

    impl std::fmt::Debug for ListCallMessages {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("ListCallMessages").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::bulk_delete_calls`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct BulkDeleteCalls {
        pub(super) request: client::BulkDeleteCalls,
        pub(super) runtime: rt::Runtime,
    }

    impl BulkDeleteCalls {
        /// Total timeout of this call, every attempt and wait included, instead of the client's.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.timeout(timeout);
            self
        }
        /// Timeout of each attempt of this call, instead of the client's.
        pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.attempt_timeout(timeout);
            self
        }
        /// Retry policy of this call, instead of the client's.
        pub fn retry(mut self, policy: RetryPolicy) -> Self {
            self.request = self.request.retry(policy);
            self
        }
        /// One more header on this call. It cannot replace a credential.
        pub fn header(
            mut self,
            name: impl Into<String>,
            value: impl Into<String>,
        ) -> Self {
            self.request = self.request.header(name, value);
            self
        }
        /// Sends the call.
        ///
        /// # Errors
        ///
        /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
        pub fn send(
            self,
        ) -> Result<
            ResponseValue<types::BulkDeleteCallsResult>,
            Error<types::ErrorBody>,
        > {
            self.runtime.block_on(&table::BULK_DELETE_CALLS, self.request.send())
        }
    }

    impl std::fmt::Debug for BulkDeleteCalls {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("BulkDeleteCalls").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::watch_concurrency`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct WatchConcurrency {
        pub(super) request: client::WatchConcurrency,
        pub(super) runtime: rt::Runtime,
    }

    impl WatchConcurrency {
        /// Total timeout of this call, every attempt and wait included, instead of the client's.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.timeout(timeout);
            self
        }
        /// Timeout of each attempt of this call, instead of the client's.
        pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.attempt_timeout(timeout);
            self
        }
        /// Retry policy of this call, instead of the client's.
        pub fn retry(mut self, policy: RetryPolicy) -> Self {
            self.request = self.request.retry(policy);
            self
        }
        /// One more header on this call. It cannot replace a credential.
        pub fn header(
            mut self,
            name: impl Into<String>,
            value: impl Into<String>,
        ) -> Self {
            self.request = self.request.header(name, value);
            self
        }
        /// Sends the call.
        ///
        /// # Errors
        ///
        /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
        pub fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::callslip_core::blocking::Iter<
                    ::callslip_core::EventStream<super::types::ConcurrencyEvent>,
                >,
            >,
            Error<types::ErrorBody>,
        > {
            self.runtime.open(&table::WATCH_CONCURRENCY, self.request.send())
        }
    }

    impl std::fmt::Debug for WatchConcurrency {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("WatchConcurrency").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::get_recording`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct GetRecording {
        pub(super) request: client::GetRecording,
        pub(super) runtime: rt::Runtime,
    }

    impl GetRecording {
        /// Total timeout of this call, every attempt and wait included, instead of the client's.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.timeout(timeout);
            self
        }
        /// Timeout of each attempt of this call, instead of the client's.
        pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.attempt_timeout(timeout);
            self
        }
        /// Retry policy of this call, instead of the client's.
        pub fn retry(mut self, policy: RetryPolicy) -> Self {
            self.request = self.request.retry(policy);
            self
        }
        /// One more header on this call. It cannot replace a credential.
        pub fn header(
            mut self,
            name: impl Into<String>,
            value: impl Into<String>,
        ) -> Self {
            self.request = self.request.header(name, value);
            self
        }
        /// Sends the call.
        ///
        /// # Errors
        ///
        /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
        pub fn send(
            self,
        ) -> Result<ResponseValue<types::Recording>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::GET_RECORDING, self.request.send())
        }
    }

    impl std::fmt::Debug for GetRecording {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("GetRecording").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::download_recordings`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct DownloadRecordings {
        pub(super) request: client::DownloadRecordings,
        pub(super) runtime: rt::Runtime,
    }

    impl DownloadRecordings {
        /// Total timeout of this call, every attempt and wait included, instead of the client's.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.timeout(timeout);
            self
        }
        /// Timeout of each attempt of this call, instead of the client's.
        pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.attempt_timeout(timeout);
            self
        }
        /// Retry policy of this call, instead of the client's.
        pub fn retry(mut self, policy: RetryPolicy) -> Self {
            self.request = self.request.retry(policy);
            self
        }
        /// One more header on this call. It cannot replace a credential.
        pub fn header(
            mut self,
            name: impl Into<String>,
            value: impl Into<String>,
        ) -> Self {
            self.request = self.request.header(name, value);
            self
        }
        /// Sends the call.
        ///
        /// # Errors
        ///
        /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
        pub fn send(
            self,
        ) -> Result<
            ResponseValue<::callslip_core::blocking::Iter<rt::ByteStream>>,
            Error<types::ErrorBody>,
        > {
            self.runtime.open(&table::DOWNLOAD_RECORDINGS, self.request.send())
        }
    }

    impl std::fmt::Debug for DownloadRecordings {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("DownloadRecordings").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::list_call_logs`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct ListCallLogs {
        pub(super) request: client::ListCallLogs,
        pub(super) runtime: rt::Runtime,
    }

    impl ListCallLogs {
        /// Only entries that come after this one in the order asked for, given by its identifier. Not together with `before`.
        pub fn after(mut self, after: ::uuid::Uuid) -> Self {
            self.request = self.request.after(after);
            self
        }
        /// Only entries that come before this one in the order asked for, given by its identifier. Not together with `after`.
        pub fn before(mut self, before: ::uuid::Uuid) -> Self {
            self.request = self.request.before(before);
            self
        }
        /// Number of the page, counted from 1: the other way of paging, instead of `after` and `before` (at least 1).
        pub fn page(mut self, page: i64) -> Self {
            self.request = self.request.page(page);
            self
        }
        /// How many entries a page holds at most: 1 to 1000, and 100 unless asked for otherwise (at least 1, at most 1000).
        pub fn limit(mut self, limit: i64) -> Self {
            self.request = self.request.limit(limit);
            self
        }
        /// Direction of the order: descending unless asked for otherwise. Which time it goes by is not documented.
        pub fn order(mut self, order: super::types::SortOrder) -> Self {
            self.request = self.request.order(order);
            self
        }
        /// Only entries of this category.
        pub fn category(mut self, category: super::types::LogCategory) -> Self {
            self.request = self.request.category(category);
            self
        }
        /// Only entries of this level.
        pub fn level(mut self, level: super::types::LogLevel) -> Self {
            self.request = self.request.level(level);
            self
        }
        /// Total timeout of this call, every attempt and wait included, instead of the client's.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.timeout(timeout);
            self
        }
        /// Timeout of each attempt of this call, instead of the client's.
        pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.attempt_timeout(timeout);
            self
        }
        /// Retry policy of this call, instead of the client's.
        pub fn retry(mut self, policy: RetryPolicy) -> Self {
            self.request = self.request.retry(policy);
            self
        }
        /// One more header on this call. It cannot replace a credential.
        pub fn header(
            mut self,
            name: impl Into<String>,
            value: impl Into<String>,
        ) -> Self {
            self.request = self.request.header(name, value);
            self
        }
        /// All items of the list, page after page, each request with the parameters and options of this call; timeouts count for each page. How many items a page has is up to the service, unless this call says it.
        ///
        /// Nothing is sent until the stream is read.
        pub fn stream(
            self,
        ) -> ::callslip_core::blocking::Iter<
            ::callslip_core::ItemStream<super::client::ListCallLogs>,
        > {
            self.runtime.iter(&table::LIST_CALL_LOGS, self.request.stream())
        }
        /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
        pub fn pages(
            self,
        ) -> ::callslip_core::blocking::Iter<
            ::callslip_core::PageStream<super::client::ListCallLogs>,
        > {
            self.runtime.iter(&table::LIST_CALL_LOGS, self.request.pages())
        }
        /// Makes `stream` and `pages` go on where an earlier reading of this list, with the same filters, stood. A cursor of
        /// another operation is refused: the stream's first item is then an error, and nothing is sent.
        pub fn resume_from(mut self, cursor: ::callslip_core::Cursor) -> Self {
            self.request = self.request.resume_from(cursor);
            self
        }
        /// Says what becomes of items that decoding had to mend: they are delivered, set aside, or end `stream` and `pages` in an
        /// error.
        pub fn on_repair(mut self, policy: ::callslip_core::OnRepair) -> Self {
            self.request = self.request.on_repair(policy);
            self
        }
        /// Makes `stream` deliver an item as often as the service gives it, though it was delivered already.
        pub fn keep_duplicates(mut self) -> Self {
            self.request = self.request.keep_duplicates();
            self
        }
        /// Sends the call.
        ///
        /// # Errors
        ///
        /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
        pub fn send(
            self,
        ) -> Result<ResponseValue<types::LogEntryList>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::LIST_CALL_LOGS, self.request.send())
        }
    }

    impl std::fmt::Debug for ListCallLogs {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("ListCallLogs").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::get_call_trace`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct GetCallTrace {
        pub(super) request: client::GetCallTrace,
        pub(super) runtime: rt::Runtime,
    }

    impl GetCallTrace {
        /// Total timeout of this call, every attempt and wait included, instead of the client's.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.timeout(timeout);
            self
        }
        /// Timeout of each attempt of this call, instead of the client's.
        pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
            self.request = self.request.attempt_timeout(timeout);
            self
        }
        /// Retry policy of this call, instead of the client's.
        pub fn retry(mut self, policy: RetryPolicy) -> Self {
            self.request = self.request.retry(policy);
            self
        }
        /// One more header on this call. It cannot replace a credential.
        pub fn header(
            mut self,
            name: impl Into<String>,
            value: impl Into<String>,
        ) -> Self {
            self.request = self.request.header(name, value);
            self
        }
        /// Sends the call.
        ///
        /// # Errors
        ///
        /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
        pub fn send(
            self,
        ) -> Result<ResponseValue<types::Trace>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::GET_CALL_TRACE, self.request.send())
        }
    }

    impl std::fmt::Debug for GetCallTrace {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("GetCallTrace").finish_non_exhaustive()
        }
    }
}
