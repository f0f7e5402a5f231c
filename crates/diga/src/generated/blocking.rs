// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! The client for programs without an async runtime, as scripts are: the same settings, methods and options, and
//! `.send()` in place of `.await`.
//!
//! It brings a runtime of one thread. Inside an async runtime a call is refused with an error that says so; in
//! `tokio::task::spawn_blocking` it may be made.

use callslip_core::BuildError;
use callslip_core::blocking::Runtime;
use callslip_core::rt;
use uuid::Uuid;

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

    /// Get one call.
    ///
    /// See [`Client::get_call`](super::Client::get_call).
    pub fn get_call(&self, id: Uuid) -> requests::GetCall {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetCall::new(pending, id)
    }

    /// List calls.
    ///
    /// See [`Client::list_calls`](super::Client::list_calls).
    pub fn list_calls(&self) -> requests::ListCalls {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::ListCalls::new(pending)
    }

    /// Start an outbound call.
    ///
    /// See [`Client::create_call`](super::Client::create_call).
    pub fn create_call(&self, body: types::CreateCallBody) -> requests::CreateCall {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::CreateCall::new(pending, body)
    }

    /// List the messages of a call.
    ///
    /// See [`Client::list_call_messages`](super::Client::list_call_messages).
    pub fn list_call_messages(&self, id: Uuid) -> requests::ListCallMessages {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::ListCallMessages::new(pending, id)
    }

    /// Delete calls.
    ///
    /// See [`Client::bulk_delete_calls`](super::Client::bulk_delete_calls).
    pub fn bulk_delete_calls(
        &self,
        body: types::BulkDeleteCallsBody,
    ) -> requests::BulkDeleteCalls {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::BulkDeleteCalls::new(pending, body)
    }

    /// Watch how many calls are going on.
    ///
    /// See [`Client::watch_concurrency`](super::Client::watch_concurrency).
    pub fn watch_concurrency(&self) -> requests::WatchConcurrency {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::WatchConcurrency::new(pending)
    }

    /// Get the link to a call's recording.
    ///
    /// See [`Client::get_recording`](super::Client::get_recording).
    pub fn get_recording(&self, call_id: Uuid) -> requests::GetRecording {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetRecording::new(pending, call_id)
    }

    /// Download recordings as a ZIP file.
    ///
    /// See [`Client::download_recordings`](super::Client::download_recordings).
    pub fn download_recordings(
        &self,
        body: types::DownloadRecordingsBody,
    ) -> requests::DownloadRecordings {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::DownloadRecordings::new(pending, body)
    }

    /// List the log entries of a call.
    ///
    /// See [`Client::list_call_logs`](super::Client::list_call_logs).
    pub fn list_call_logs(&self, call_id: Uuid) -> requests::ListCallLogs {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::ListCallLogs::new(pending, call_id)
    }

    /// Get the trace of a call.
    ///
    /// See [`Client::get_call_trace`](super::Client::get_call_trace).
    pub fn get_call_trace(&self, call_id: Uuid) -> requests::GetCallTrace {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetCallTrace::new(pending, call_id)
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
    /// A call of [`Client::get_call`](super::Client::get_call), not sent yet: call `.send()`.
    pub type GetCall = requests::GetCall<Runtime>;
    /// A call of [`Client::list_calls`](super::Client::list_calls), not sent yet: call `.send()`.
    pub type ListCalls = requests::ListCalls<Runtime>;
    /// A call of [`Client::create_call`](super::Client::create_call), not sent yet: call `.send()`.
    pub type CreateCall = requests::CreateCall<Runtime>;
    /// A call of [`Client::list_call_messages`](super::Client::list_call_messages), not sent yet: call `.send()`.
    pub type ListCallMessages = requests::ListCallMessages<Runtime>;
    /// A call of [`Client::bulk_delete_calls`](super::Client::bulk_delete_calls), not sent yet: call `.send()`.
    pub type BulkDeleteCalls = requests::BulkDeleteCalls<Runtime>;
    /// A call of [`Client::watch_concurrency`](super::Client::watch_concurrency), not sent yet: call `.send()`.
    pub type WatchConcurrency = requests::WatchConcurrency<Runtime>;
    /// A call of [`Client::get_recording`](super::Client::get_recording), not sent yet: call `.send()`.
    pub type GetRecording = requests::GetRecording<Runtime>;
    /// A call of [`Client::download_recordings`](super::Client::download_recordings), not sent yet: call `.send()`.
    pub type DownloadRecordings = requests::DownloadRecordings<Runtime>;
    /// A call of [`Client::list_call_logs`](super::Client::list_call_logs), not sent yet: call `.send()`.
    pub type ListCallLogs = requests::ListCallLogs<Runtime>;
    /// A call of [`Client::get_call_trace`](super::Client::get_call_trace), not sent yet: call `.send()`.
    pub type GetCallTrace = requests::GetCallTrace<Runtime>;
}
