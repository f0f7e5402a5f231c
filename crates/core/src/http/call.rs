//! One call: of which operation, by which client, and what it does differently.

use std::time::Duration;

use crate::error::{ErrorKind, Failure};
use crate::exchange::provider::Operation;
use crate::http::client::ClientCore;
use crate::http::read::ItemReader;
use crate::http::retry::RetryPolicy;
use crate::values::debug::partial_debug;

/// What one call does differently from its client.
#[derive(Clone, Default)]
pub struct CallOptions {
    /// Total timeout.
    pub timeout: Option<Duration>,
    /// Timeout of each attempt.
    pub attempt_timeout: Option<Duration>,
    /// Retry policy.
    pub retry: Option<RetryPolicy>,
    /// More headers, as name and value.
    pub headers: Vec<(String, String)>,
    /// Takes the items out of the answer; for a page of a list that is read as a stream.
    /// More parameters of the query, as name and value.
    pub query: Vec<(String, String)>,
    /// Whether the service is not told who asks.
    #[doc(hidden)]
    pub anonymous: bool,
    #[doc(hidden)]
    pub item_reader: ItemReader,
}

/// One call of one operation.
#[derive(Clone)]
pub struct Call {
    pub(crate) core: ClientCore,
    pub(crate) operation: &'static Operation,
    pub(crate) options: CallOptions,
}

impl ClientCore {
    /// One call of an operation.
    pub fn call(&self, operation: &'static Operation, options: CallOptions) -> Call {
        Call {
            core: self.clone(),
            operation,
            options,
        }
    }
}

impl Call {
    /// When and how often it is repeated.
    pub(crate) fn policy(&self) -> RetryPolicy {
        self.options.retry.unwrap_or(self.core.shared().retry)
    }

    /// How long one attempt of it may take.
    pub(crate) fn attempt_timeout(&self) -> Duration {
        let own = self.options.attempt_timeout;
        own.unwrap_or(self.core.shared().attempt_timeout)
    }

    pub(crate) fn failure(&self, kind: ErrorKind) -> Failure {
        Failure::new(kind, self.core.shared().provider, self.operation)
    }
}

// Options can hold values of the user's own headers.
partial_debug!([] Call, "Call", it => { operation: it.operation.id });
