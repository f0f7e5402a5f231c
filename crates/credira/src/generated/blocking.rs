// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 f9f394154630eae6) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

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
    /// Fetches one call in full, with links to recording and transcript. Lists of calls hold less.
    ///
    /// `GET /calls/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the call (not empty).
    pub fn get_call(&self, id: impl Into<String>) -> requests::GetCall {
        requests::GetCall {
            request: self.client.get_call(id),
            runtime: self.runtime.clone(),
        }
    }

    /// List the calls of an invoice.
    ///
    /// Lists every call that is about one invoice, in one answer. Each holds less than `get_call` knows. Where an invoice has no calls the document says that `false` is answered instead of a list; no sample shows whether that is the whole body or its `data`.
    ///
    /// `GET /calls`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `invoice_id`: Identifier of the invoice (not empty).
    pub fn list_calls(&self, invoice_id: impl Into<String>) -> requests::ListCalls {
        requests::ListCalls {
            request: self.client.list_calls(invoice_id),
            runtime: self.runtime.clone(),
        }
    }

    /// Start or schedule a call.
    ///
    /// Has a voice agent call a phone number about an invoice, at once or at a time of your choice. Nothing is documented that would keep a repeated request from starting a second call.
    ///
    /// `POST /calls`, not idempotent: never repeated once it may have reached the server.
    pub fn create_call(&self, body: types::CreateCallBody) -> requests::CreateCall {
        requests::CreateCall {
            request: self.client.create_call(body),
            runtime: self.runtime.clone(),
        }
    }

    /// List the callouts of an invoice.
    ///
    /// Lists every callout that is about one invoice, in one answer; the list is empty when there are none. How a callout comes into being is not documented.
    ///
    /// `GET /callouts`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `invoice_id`: Identifier of the invoice (not empty).
    pub fn list_callouts(
        &self,
        invoice_id: impl Into<String>,
    ) -> requests::ListCallouts {
        requests::ListCallouts {
            request: self.client.list_callouts(invoice_id),
            runtime: self.runtime.clone(),
        }
    }

    /// Change a callout.
    ///
    /// Changes when, how and whom a callout reaches. What may be changed depends on its state; an active callout takes fewer changes, and which ones is not documented. Nor is whether a field that is left out keeps its value. Nothing documented speaks against repeating the request, which HTTP allows for a PUT.
    ///
    /// `PUT /callouts/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the callout (not empty).
    pub fn update_callout(
        &self,
        id: impl Into<String>,
        body: types::UpdateCalloutBody,
    ) -> requests::UpdateCallout {
        requests::UpdateCallout {
            request: self.client.update_callout(id, body),
            runtime: self.runtime.clone(),
        }
    }

    /// Delete a callout.
    ///
    /// Deletes a callout for good, and with it its recordings, transcripts and analytics. HTTP allows to repeat a DELETE, and the client does so after a fault: where the first attempt succeeded unseen, the answer may then be that there is no such callout.
    ///
    /// `DELETE /callouts/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the callout (not empty).
    pub fn delete_callout(&self, id: impl Into<String>) -> requests::DeleteCallout {
        requests::DeleteCallout {
            request: self.client.delete_callout(id),
            runtime: self.runtime.clone(),
        }
    }

    /// Get the outcome of a callout.
    ///
    /// Fetches every attempt of a callout to reach its contact, by call and by e-mail, what came of it, and a summary in figures. The document's sample counts more attempts than it lists, so do not rely on the count.
    ///
    /// `GET /callouts/{id}/response`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the callout (not empty).
    pub fn get_callout_response(
        &self,
        id: impl Into<String>,
    ) -> requests::GetCalloutResponse {
        requests::GetCalloutResponse {
            request: self.client.get_callout_response(id),
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
        ) -> Result<ResponseValue<types::CallResponse>, Error<types::ErrorBody>> {
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
        ) -> Result<ResponseValue<types::CreatedCallResponse>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::CREATE_CALL, self.request.send())
        }
    }

    impl std::fmt::Debug for CreateCall {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("CreateCall").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::list_callouts`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct ListCallouts {
        pub(super) request: client::ListCallouts,
        pub(super) runtime: rt::Runtime,
    }

    impl ListCallouts {
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
            ::callslip_core::ItemStream<super::client::ListCallouts>,
        > {
            self.runtime.iter(&table::LIST_CALLOUTS, self.request.stream())
        }
        /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
        pub fn pages(
            self,
        ) -> ::callslip_core::blocking::Iter<
            ::callslip_core::PageStream<super::client::ListCallouts>,
        > {
            self.runtime.iter(&table::LIST_CALLOUTS, self.request.pages())
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
        ) -> Result<ResponseValue<types::CalloutListResponse>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::LIST_CALLOUTS, self.request.send())
        }
    }

    impl std::fmt::Debug for ListCallouts {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("ListCallouts").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::update_callout`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct UpdateCallout {
        pub(super) request: client::UpdateCallout,
        pub(super) runtime: rt::Runtime,
    }

    impl UpdateCallout {
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
            ResponseValue<types::UpdatedCalloutResponse>,
            Error<types::ErrorBody>,
        > {
            self.runtime.block_on(&table::UPDATE_CALLOUT, self.request.send())
        }
    }

    impl std::fmt::Debug for UpdateCallout {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("UpdateCallout").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::delete_callout`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct DeleteCallout {
        pub(super) request: client::DeleteCallout,
        pub(super) runtime: rt::Runtime,
    }

    impl DeleteCallout {
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
            ResponseValue<types::DeletedCalloutResponse>,
            Error<types::ErrorBody>,
        > {
            self.runtime.block_on(&table::DELETE_CALLOUT, self.request.send())
        }
    }

    impl std::fmt::Debug for DeleteCallout {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("DeleteCallout").finish_non_exhaustive()
        }
    }

    /// A call of [`Client::get_callout_response`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct GetCalloutResponse {
        pub(super) request: client::GetCalloutResponse,
        pub(super) runtime: rt::Runtime,
    }

    impl GetCalloutResponse {
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
            ResponseValue<types::CalloutOutcomeResponse>,
            Error<types::ErrorBody>,
        > {
            self.runtime.block_on(&table::GET_CALLOUT_RESPONSE, self.request.send())
        }
    }

    impl std::fmt::Debug for GetCalloutResponse {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("GetCalloutResponse").finish_non_exhaustive()
        }
    }
}
