// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 3c771384ae99e3a1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

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

    /// Get one call log.
    ///
    /// See [`Client::get_call_log`](super::Client::get_call_log).
    pub fn get_call_log(
        &self,
        call_id: impl Into<String>,
        location_id: impl Into<String>,
    ) -> requests::GetCallLog {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetCallLog::new(pending, call_id, location_id)
    }

    /// List call logs.
    ///
    /// See [`Client::list_call_logs`](super::Client::list_call_logs).
    pub fn list_call_logs(
        &self,
        location_id: impl Into<String>,
    ) -> requests::ListCallLogs {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::ListCallLogs::new(pending, location_id)
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
    /// A call of [`Client::get_call_log`](super::Client::get_call_log), not sent yet: call `.send()`.
    pub type GetCallLog = requests::GetCallLog<Runtime>;
    /// A call of [`Client::list_call_logs`](super::Client::list_call_logs), not sent yet: call `.send()`.
    pub type ListCallLogs = requests::ListCallLogs<Runtime>;
}
