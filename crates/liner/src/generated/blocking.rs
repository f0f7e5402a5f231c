// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 accdeb53693f46f1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

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

    /// Get one call recording.
    ///
    /// Fetches the details of one call recording by its identifier. The path ends in a slash, as the document's endpoint line has it; its sample code leaves the slash out.
    ///
    /// `GET /v2/call-record/detail/{callRecordId}/`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_record_id`: Identifier of the call recording, greater than zero (at least 1).
    pub fn get_call_record(&self, call_record_id: i64) -> requests::GetCallRecord {
        requests::GetCallRecord {
            request: self.client.get_call_record(call_record_id),
            runtime: self.runtime.clone(),
        }
    }

    /// List the recordings of a call.
    ///
    /// Lists call recordings, page by page. The document speaks of the recordings of one call, so send `callId`: what comes without it is not documented.
    ///
    /// `GET /v2/call-record/`, idempotent: repeated after a fault.
    pub fn list_call_records(&self) -> requests::ListCallRecords {
        requests::ListCallRecords {
            request: self.client.list_call_records(),
            runtime: self.runtime.clone(),
        }
    }

    /// List the calls of leads or orders.
    ///
    /// Lists the calls of given leads or orders, page by page; one of the two has to be given. Both may be: how they combine is not documented, and neither is how the list is ordered.
    ///
    /// `GET /v2/call/`, idempotent: repeated after a fault.
    ///
    /// At least one of `lead_ids`, `order_ids` must be given.
    pub fn list_calls(&self) -> requests::ListCalls {
        requests::ListCalls {
            request: self.client.list_calls(),
            runtime: self.runtime.clone(),
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
    pub fn get_call(&self, call_id: i64) -> requests::GetCall {
        requests::GetCall {
            request: self.client.get_call(call_id),
            runtime: self.runtime.clone(),
        }
    }

    /// List the call statuses.
    ///
    /// Lists every status that a call can end in, in one answer: the ones that come with Liner and those that the customer made. The path is the document's endpoint line; its sample code writes the plural `/v2/call-statuses/`.
    ///
    /// `GET /v2/call-status/`, idempotent: repeated after a fault.
    pub fn list_call_statuses(&self) -> requests::ListCallStatuses {
        requests::ListCallStatuses {
            request: self.client.list_call_statuses(),
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
    /// A call of [`Client::get_call_record`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct GetCallRecord {
        pub(super) request: client::GetCallRecord,
        pub(super) runtime: rt::Runtime,
    }

    impl GetCallRecord {
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
        ) -> Result<ResponseValue<types::CallRecordResponse>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::GET_CALL_RECORD, self.request.send())
        }
    }

    impl std::fmt::Debug for GetCallRecord {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("GetCallRecord").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::list_call_records`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct ListCallRecords {
        pub(super) request: client::ListCallRecords,
        pub(super) runtime: rt::Runtime,
    }

    impl ListCallRecords {
        /// Identifier of the call whose recordings are wanted. One version of the document calls it optional, the other says nothing (at least 1).
        pub fn call_id(mut self, call_id: i64) -> Self {
            self.request = self.request.call_id(call_id);
            self
        }
        /// Only recordings in which an answering machine was detected; written as 1 or 0, 0 if left out. Sent as 1 or 0.
        pub fn is_amd(mut self, is_amd: bool) -> Self {
            self.request = self.request.is_amd(is_amd);
            self
        }
        /// How many items to skip; 0 if left out.
        pub fn offset(mut self, offset: i64) -> Self {
            self.request = self.request.offset(offset);
            self
        }
        /// How many items a page has at most; 50 if left out (at most 100).
        pub fn limit(mut self, limit: i64) -> Self {
            self.request = self.request.limit(limit);
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
            ::callslip_core::ItemStream<super::client::ListCallRecords>,
        > {
            self.runtime.iter(&table::LIST_CALL_RECORDS, self.request.stream())
        }
        /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
        pub fn pages(
            self,
        ) -> ::callslip_core::blocking::Iter<
            ::callslip_core::PageStream<super::client::ListCallRecords>,
        > {
            self.runtime.iter(&table::LIST_CALL_RECORDS, self.request.pages())
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
        ) -> Result<
            ResponseValue<types::CallRecordListResponse>,
            Error<types::ErrorBody>,
        > {
            self.runtime.block_on(&table::LIST_CALL_RECORDS, self.request.send())
        }
    }

    impl std::fmt::Debug for ListCallRecords {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("ListCallRecords").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::list_calls`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct ListCalls {
        pub(super) request: client::ListCalls,
        pub(super) runtime: rt::Runtime,
    }

    impl ListCalls {
        /// Start of the period in which the calls were created (ISO 8601). Sent as `createdAt[0]`.
        pub fn created_since(
            mut self,
            created_since: ::chrono::DateTime<::chrono::offset::Utc>,
        ) -> Self {
            self.request = self.request.created_since(created_since);
            self
        }
        /// End of the period in which the calls were created (ISO 8601). Sent as `createdAt[1]`.
        pub fn created_until(
            mut self,
            created_until: ::chrono::DateTime<::chrono::offset::Utc>,
        ) -> Self {
            self.request = self.request.created_until(created_until);
            self
        }
        /// Only calls of these leads, by identifier. Required unless orders are given (each at least 1). An empty list leaves it out.
        pub fn lead_ids(mut self, lead_ids: impl IntoIterator<Item = i64>) -> Self {
            self.request = self.request.lead_ids(lead_ids);
            self
        }
        /// Only calls of these orders, by identifier. Required unless leads are given (each at least 1). An empty list leaves it out.
        pub fn order_ids(mut self, order_ids: impl IntoIterator<Item = i64>) -> Self {
            self.request = self.request.order_ids(order_ids);
            self
        }
        /// Only calls that these users handled, by identifier (each at least 1). An empty list leaves it out.
        pub fn user_ids(mut self, user_ids: impl IntoIterator<Item = i64>) -> Self {
            self.request = self.request.user_ids(user_ids);
            self
        }
        /// Only calls with these call statuses, by identifier. The identifiers come from `list_call_statuses` (each at least 1). An empty list leaves it out.
        pub fn status_ids(mut self, status_ids: impl IntoIterator<Item = i64>) -> Self {
            self.request = self.request.status_ids(status_ids);
            self
        }
        /// How many items to skip; 0 if left out.
        pub fn offset(mut self, offset: i64) -> Self {
            self.request = self.request.offset(offset);
            self
        }
        /// How many items a page has at most; 50 if left out (at most 100).
        pub fn limit(mut self, limit: i64) -> Self {
            self.request = self.request.limit(limit);
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
        ) -> Result<ResponseValue<types::CallListResponse>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::LIST_CALLS, self.request.send())
        }
    }

    impl std::fmt::Debug for ListCalls {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("ListCalls").finish_non_exhaustive()
        }
    }

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
        ) -> Result<ResponseValue<types::CallResponse>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::GET_CALL, self.request.send())
        }
    }

    impl std::fmt::Debug for GetCall {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("GetCall").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::list_call_statuses`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct ListCallStatuses {
        pub(super) request: client::ListCallStatuses,
        pub(super) runtime: rt::Runtime,
    }

    impl ListCallStatuses {
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
        /// All items of the list, page after page, each request with the parameters and options of this call; timeouts count for each page. How many items a page has is up to the service.
        ///
        /// Nothing is sent until the stream is read.
        pub fn stream(
            self,
        ) -> ::callslip_core::blocking::Iter<
            ::callslip_core::ItemStream<super::client::ListCallStatuses>,
        > {
            self.runtime.iter(&table::LIST_CALL_STATUSES, self.request.stream())
        }
        /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
        pub fn pages(
            self,
        ) -> ::callslip_core::blocking::Iter<
            ::callslip_core::PageStream<super::client::ListCallStatuses>,
        > {
            self.runtime.iter(&table::LIST_CALL_STATUSES, self.request.pages())
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
        ) -> Result<
            ResponseValue<types::CallStatusListResponse>,
            Error<types::ErrorBody>,
        > {
            self.runtime.block_on(&table::LIST_CALL_STATUSES, self.request.send())
        }
    }

    impl std::fmt::Debug for ListCallStatuses {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("ListCallStatuses").finish_non_exhaustive()
        }
    }
}
