// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 f86acbc97f2f5c63) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

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
    ) -> requests::GetCallLog {
        requests::GetCallLog {
            request: self.client.get_call_log(call_id, location_id),
            runtime: self.runtime.clone(),
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
    pub fn list_call_logs(
        &self,
        location_id: impl Into<String>,
    ) -> requests::ListCallLogs {
        requests::ListCallLogs {
            request: self.client.list_call_logs(location_id),
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
    /// A call of [`Client::get_call_log`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct GetCallLog {
        pub(super) request: client::GetCallLog,
        pub(super) runtime: rt::Runtime,
    }

    impl GetCallLog {
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
        ) -> Result<ResponseValue<types::CallLog>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::GET_CALL_LOG, self.request.send())
        }
    }

    impl std::fmt::Debug for GetCallLog {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("GetCallLog").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::list_call_logs`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct ListCallLogs {
        pub(super) request: client::ListCallLogs,
        pub(super) runtime: rt::Runtime,
    }

    impl ListCallLogs {
        /// Only calls that this agent took.
        pub fn agent_id(mut self, agent_id: impl Into<String>) -> Self {
            self.request = self.request.agent_id(agent_id);
            self
        }
        /// Only calls of these contacts, given by their identifiers. Sent in one piece, with commas between the items. An empty list leaves it out.
        pub fn contact_id(
            mut self,
            contact_id: impl IntoIterator<Item = impl Into<String>>,
        ) -> Self {
            self.request = self.request.contact_id(contact_id);
            self
        }
        /// Only live calls, or only trial calls.
        pub fn call_type(mut self, call_type: super::types::CallType) -> Self {
            self.request = self.request.call_type(call_type);
            self
        }
        /// Only calls from this time on, in milliseconds since 1970 (UTC). Together with `endDate`, and earlier than that. Whether a call at that very moment is among them is not documented. Sent in milliseconds since 1970.
        pub fn start_date(
            mut self,
            start_date: ::chrono::DateTime<::chrono::offset::Utc>,
        ) -> Self {
            self.request = self.request.start_date(start_date);
            self
        }
        /// Only calls until this time, in milliseconds since 1970 (UTC). Together with `startDate`, and later than that. Whether a call at that very moment is among them is not documented. Sent in milliseconds since 1970.
        pub fn end_date(
            mut self,
            end_date: ::chrono::DateTime<::chrono::offset::Utc>,
        ) -> Self {
            self.request = self.request.end_date(end_date);
            self
        }
        /// Only calls in which actions of these types were carried out. Appointment bookings show only in calls since 9 September 2025. Sent in one piece, with commas between the items. An empty list leaves it out.
        pub fn action_type(
            mut self,
            action_type: impl IntoIterator<Item = super::types::ActionType>,
        ) -> Self {
            self.request = self.request.action_type(action_type);
            self
        }
        /// What the list is sorted by.
        pub fn sort_by(mut self, sort_by: super::types::CallLogSortField) -> Self {
            self.request = self.request.sort_by(sort_by);
            self
        }
        /// Direction of the sorting. Of effect only together with `sortBy`.
        pub fn sort(mut self, sort: super::types::SortDirection) -> Self {
            self.request = self.request.sort(sort);
            self
        }
        /// Number of the page, counted from 1, which is also the default (at least 1).
        pub fn page(mut self, page: i64) -> Self {
            self.request = self.request.page(page);
            self
        }
        /// How many call logs a page holds: at most 50, and 10 unless asked for otherwise (at most 50).
        pub fn page_size(mut self, page_size: i64) -> Self {
            self.request = self.request.page_size(page_size);
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
        ) -> Result<ResponseValue<types::CallLogList>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::LIST_CALL_LOGS, self.request.send())
        }
    }

    impl std::fmt::Debug for ListCallLogs {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("ListCallLogs").finish_non_exhaustive()
        }
    }
}
