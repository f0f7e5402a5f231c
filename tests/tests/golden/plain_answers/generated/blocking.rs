// Generated from specs/plain_answers/openapi.yaml 0.1.0 and its sdk.toml (sha256 8751ec32a50626c9) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen plain_answers`.

//! The client for programs without an async runtime, as scripts are: the same settings, methods and options, and
//! `.send()` in place of `.await`.
//!
//! It brings a runtime of one thread. Inside an async runtime a call is refused with an error that says so; in
//! `tokio::task::spawn_blocking` it may be made.

use callslip_core::BuildError;
use callslip_core::blocking::Runtime;
use callslip_core::rt;
use serde_json::Value;

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

    /// Reads one.
    ///
    /// See [`Client::get_count`](super::Client::get_count).
    pub fn get_count(&self) -> requests::GetCount {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetCount::new(pending)
    }

    /// Reads one.
    ///
    /// See [`Client::get_names`](super::Client::get_names).
    pub fn get_names(&self) -> requests::GetNames {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetNames::new(pending)
    }

    /// Reads one.
    ///
    /// See [`Client::get_totals`](super::Client::get_totals).
    pub fn get_totals(&self) -> requests::GetTotals {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetTotals::new(pending)
    }

    /// Reads one.
    ///
    /// See [`Client::get_anything`](super::Client::get_anything).
    pub fn get_anything(&self) -> requests::GetAnything {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetAnything::new(pending)
    }

    /// Reads one.
    ///
    /// See [`Client::get_part`](super::Client::get_part).
    pub fn get_part(&self) -> requests::GetPart {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetPart::new(pending)
    }

    /// Sends one.
    ///
    /// See [`Client::make_part`](super::Client::make_part).
    pub fn make_part(&self, body: Value) -> requests::MakePart {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::MakePart::new(pending, body)
    }

    /// Reads one.
    ///
    /// See [`Client::get_either`](super::Client::get_either).
    pub fn get_either(&self) -> requests::GetEither {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetEither::new(pending)
    }

    /// Reads one.
    ///
    /// See [`Client::get_status`](super::Client::get_status).
    pub fn get_status(&self) -> requests::GetStatus {
        let pending = rt::Pending::new(&self.core, self.runtime.clone());
        requests::GetStatus::new(pending)
    }

    /// Downloads what a link in a record leads to, a recording or a transcript: to a file, into a writer or as a stream.
    /// It goes on after a break, and the credential goes to the origin of the base URL alone; see
    /// [`download`](callslip_core::download).
    pub fn download(&self, url: impl AsRef<str>) -> ::callslip_core::download::Download {
        self.core.download(url.as_ref())
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
    /// A call of [`Client::get_count`](super::Client::get_count), not sent yet: call `.send()`.
    pub type GetCount = requests::GetCount<Runtime>;
    /// A call of [`Client::get_names`](super::Client::get_names), not sent yet: call `.send()`.
    pub type GetNames = requests::GetNames<Runtime>;
    /// A call of [`Client::get_totals`](super::Client::get_totals), not sent yet: call `.send()`.
    pub type GetTotals = requests::GetTotals<Runtime>;
    /// A call of [`Client::get_anything`](super::Client::get_anything), not sent yet: call `.send()`.
    pub type GetAnything = requests::GetAnything<Runtime>;
    /// A call of [`Client::get_part`](super::Client::get_part), not sent yet: call `.send()`.
    pub type GetPart = requests::GetPart<Runtime>;
    /// A call of [`Client::make_part`](super::Client::make_part), not sent yet: call `.send()`.
    pub type MakePart = requests::MakePart<Runtime>;
    /// A call of [`Client::get_either`](super::Client::get_either), not sent yet: call `.send()`.
    pub type GetEither = requests::GetEither<Runtime>;
    /// A call of [`Client::get_status`](super::Client::get_status), not sent yet: call `.send()`.
    pub type GetStatus = requests::GetStatus<Runtime>;
}
