// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 7bc1ba234158c959) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! The client for programs without an async runtime, as scripts are: the same settings, methods and options, and
//! `.send()` in place of `.await`.
//!
//! It brings a runtime of one thread. Inside an async runtime a call is refused with an error that says so; in
//! `tokio::task::spawn_blocking` it may be made.

use callslip_core::BuildError;
use callslip_core::blocking::Runtime;
use callslip_core::rt;

use super::{ClientBuilder, table};
#[allow(unused_imports)]
use super::types;

/// The blocking counterpart of [`Client`](super::Client).
///
/// A clone costs two reference counts and shares connections and runtime; threads can share one client too. The
/// runtime ends with the last clone.
#[derive(Clone, Debug)]
pub struct Client {
    core: rt::ClientCore,
    runtime: Runtime,
}

impl Client {
    /// Starts a client: credentials and settings are given to the builder, which is that of the asynchronous
    /// client. End with [`build_blocking`](ClientBuilder::build_blocking).
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Makes a client from the environment variables that
    /// [the asynchronous one](super::Client::from_env) reads.
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build_blocking()
    }

    /// Get one call recording.
    ///
    /// See [`Client::get_call_record`](super::Client::get_call_record).
    pub fn get_call_record(&self, call_record_id: i64) -> requests::GetCallRecord {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetCallRecord::new(pending, call_record_id)
    }

    /// List the recordings of a call.
    ///
    /// See [`Client::list_call_records`](super::Client::list_call_records).
    pub fn list_call_records(&self) -> requests::ListCallRecords {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::ListCallRecords::new(pending)
    }

    /// List the calls of leads or orders.
    ///
    /// See [`Client::list_calls`](super::Client::list_calls).
    pub fn list_calls(&self) -> requests::ListCalls {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::ListCalls::new(pending)
    }

    /// Get one call.
    ///
    /// See [`Client::get_call`](super::Client::get_call).
    pub fn get_call(&self, call_id: i64) -> requests::GetCall {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetCall::new(pending, call_id)
    }

    /// List the call statuses.
    ///
    /// See [`Client::list_call_statuses`](super::Client::list_call_statuses).
    pub fn list_call_statuses(&self) -> requests::ListCallStatuses {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::ListCallStatuses::new(pending)
    }

    /// Downloads what a link in a record leads to, a recording or a transcript: to a file, into a writer or as a stream.
    /// It goes on after a break, and the credential goes to the origin of the base URL alone; see
    /// [`download`](callslip_core::download).
    pub fn download(
        &self,
        url: impl AsRef<str>,
    ) -> ::callslip_core::download::Download<Runtime> {
        self.core.download(url.as_ref()).blocking(&self.runtime)
    }
}

impl ClientBuilder {
    /// Checks the settings and makes a client for programs without an async runtime. Nothing is sent.
    ///
    /// # Errors
    ///
    /// Names what is missing or unusable and how to give it, never a value; or says that the system gives no
    /// thread.
    pub fn build_blocking(self) -> Result<Client, BuildError> {
        let core = self.build()?.core;
        let runtime = Runtime::new(&table::PROVIDER)?;
        Ok(Client { core, runtime })
    }
}

/// The calls that [`Client`]'s methods return: set options, then `.send()`.
pub mod requests {
    use callslip_core::blocking::Runtime;
    use super::super::requests;
    /// A call of [`Client::get_call_record`](super::Client::get_call_record), not sent yet: call `.send()`.
    pub type GetCallRecord = requests::GetCallRecord<Runtime>;
    /// A call of [`Client::list_call_records`](super::Client::list_call_records), not sent yet: call `.send()`.
    pub type ListCallRecords = requests::ListCallRecords<Runtime>;
    /// A call of [`Client::list_calls`](super::Client::list_calls), not sent yet: call `.send()`.
    pub type ListCalls = requests::ListCalls<Runtime>;
    /// A call of [`Client::get_call`](super::Client::get_call), not sent yet: call `.send()`.
    pub type GetCall = requests::GetCall<Runtime>;
    /// A call of [`Client::list_call_statuses`](super::Client::list_call_statuses), not sent yet: call `.send()`.
    pub type ListCallStatuses = requests::ListCallStatuses<Runtime>;
}
