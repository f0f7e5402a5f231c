//! The runtime under a blocking client.

use std::future::Future;
use std::sync::Arc;

use tokio::runtime::{Builder, Runtime as Tokio};

use super::drive::{drive, is_polling};
use crate::error::{Error, ErrorKind, Failure};
use crate::exchange::provider::{Operation, Provider};
use crate::http::build_error::BuildError;
use crate::values::debug::partial_debug;

/// A runtime of one thread, shared by the clones of a blocking client and by what still reads from it.
///
/// A blocking client makes it and nobody has to name it: it is the type parameter of the client's requests.
///
/// ```
/// use callslip_core::blocking::Runtime;
///
/// # #[allow(dead_code)]
/// struct GetCall<M = callslip_core::Async> {
///     mode: M, // as the requests of a provider crate have it
/// }
///
/// # #[allow(dead_code)]
/// fn blocking(request: GetCall<Runtime>) {}
/// ```
#[derive(Clone)]
pub struct Runtime(Arc<Shared>);

struct Shared {
    provider: &'static Provider,
    /// `None` only while it is dropped.
    tokio: Option<Tokio>,
}

/// The caller is inside an async runtime and must not be blocked.
pub(super) struct Refused;

impl Runtime {
    /// Starts it. This may be done anywhere, also inside another runtime.
    ///
    /// # Errors
    ///
    /// If the system gives no thread or nothing to wait for sockets with.
    pub fn new(provider: &'static Provider) -> Result<Self, BuildError> {
        let tokio = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name(format!("callslip-{}", provider.name))
            .enable_all()
            .build()
            .map_err(|error| {
                BuildError::with_source("the blocking client's runtime cannot be started", error)
            })?;
        Ok(Self(Arc::new(Shared {
            provider,
            tokio: Some(tokio),
        })))
    }

    /// Waits for a call of `operation`.
    ///
    /// # Errors
    ///
    /// The call's own, and [`ErrorKind::InvalidRequest`] inside an async runtime: then nothing is sent.
    pub fn block_on<T, E>(
        &self,
        operation: &'static Operation,
        call: impl Future<Output = Result<T, Error<E>>>,
    ) -> Result<T, Error<E>> {
        self.drive(call)
            .unwrap_or_else(|Refused| Err(self.refusal(operation, "not sent")))
    }

    pub(super) fn drive<F: Future>(&self, future: F) -> Result<F::Output, Refused> {
        match &self.0.tokio {
            Some(tokio) if !is_polling() => Ok(drive(tokio.handle(), future)),
            _ => Err(Refused),
        }
    }

    pub(super) fn refusal<E>(&self, operation: &'static Operation, effect: &str) -> Error<E> {
        Failure::new(ErrorKind::InvalidRequest, self.0.provider, operation)
            .what(format!(
                "{effect}: a blocking client was called inside an async runtime, whose thread it would hold up: use the \
                 async `Client` there, or make the call in `tokio::task::spawn_blocking`"
            ))
            .into()
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        if let Some(tokio) = self.tokio.take() {
            // To wait for its thread, as a plain drop does, is a panic inside another runtime.
            tokio.shutdown_background();
        }
    }
}

partial_debug!([] Runtime, "Runtime", it => { provider: it.0.provider.name });
