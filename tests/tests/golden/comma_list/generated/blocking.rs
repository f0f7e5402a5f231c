// Generated from specs/comma_list/openapi.yaml 0.1.0 and its sdk.toml (sha256 ab4d6fe234135206) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen comma_list`.

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

    /// Reads one thing.
    ///
    /// `GET /things/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Which thing (not empty).
    /// - `tags`: With these tags (at most 3 items). Sent in one piece, with commas between the items.
    pub fn get_thing(
        &self,
        id: impl Into<String>,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> requests::GetThing {
        requests::GetThing {
            request: self.client.get_thing(id, tags),
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
    /// A call of [`Client::get_thing`], not sent yet: call `.send()`.
    #[must_use = "a call does nothing until it is sent"]
    pub struct GetThing {
        pub(super) request: client::GetThing,
        pub(super) runtime: rt::Runtime,
    }

    impl GetThing {
        /// In one of these states. Sent in one piece, with commas between the items. An empty list leaves it out.
        pub fn states(
            mut self,
            states: impl IntoIterator<Item = super::types::State>,
        ) -> Self {
            self.request = self.request.states(states);
            self
        }
        /// With these wheels (each at least 1). Sent in one piece, with commas between the items. An empty list leaves it out.
        pub fn wheel_ids(mut self, wheel_ids: impl IntoIterator<Item = i64>) -> Self {
            self.request = self.request.wheel_ids(wheel_ids);
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
        /// Sends the call.
        ///
        /// # Errors
        ///
        /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
        pub fn send(
            self,
        ) -> Result<ResponseValue<types::Thing>, Error<types::ErrorBody>> {
            self.runtime.block_on(&table::GET_THING, self.request.send())
        }
    }

    impl std::fmt::Debug for GetThing {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("GetThing").finish_non_exhaustive()
        }
    }
}
