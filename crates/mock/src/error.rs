//! What can go wrong with a mock itself.

use std::fmt;

use crate::provider::Provider;

/// Why a mock could not start, or could not be told something.
#[derive(Debug)]
#[non_exhaustive]
pub enum MockError {
    /// The address cannot be listened on: the port is taken, or the host is not of this machine.
    Listen {
        /// Host and port that were asked for.
        address: String,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// The thread that would serve cannot be started, or ended before it served.
    Thread {
        /// What the operating system says.
        source: std::io::Error,
    },
    /// The spec, of this crate or of your own, cannot be served.
    Spec {
        /// Where in it, and what is wrong.
        what: String,
    },
    /// The provider has no operation of this name.
    UnknownOperation {
        /// The name that was given.
        operation_id: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// The provider documents no event of this name.
    UnknownEvent {
        /// The name that was given.
        event: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// No key pair could be made.
    Key,
    /// This number is no status that ends a request: those are 200 to 999.
    InvalidStatus {
        /// The number that was given.
        status: u16,
    },
}

impl fmt::Display for MockError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listen { address, .. } => {
                write!(formatter, "the mock cannot listen on {address}")
            }
            Self::Thread { .. } => formatter.write_str("the thread of the mock did not start"),
            Self::Spec { what } => write!(formatter, "the spec cannot be served: {what}"),
            Self::UnknownOperation {
                operation_id,
                known,
            } => {
                write!(
                    formatter,
                    "there is no operation `{operation_id}`; there is {}",
                    known.join(", ")
                )
            }
            Self::UnknownEvent { event, known } if known.is_empty() => {
                write!(
                    formatter,
                    "there is no event `{event}`: the provider documents none"
                )
            }
            Self::UnknownEvent { event, known } => {
                let known = known.join(", ");
                write!(formatter, "there is no event `{event}`; there is {known}")
            }
            Self::Key => formatter.write_str("the system gives no random numbers for a key pair"),
            Self::InvalidStatus { status } => {
                write!(
                    formatter,
                    "{status} is not a status that an answer can have (200 to 999)"
                )
            }
        }
    }
}

impl std::error::Error for MockError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Listen { source, .. } | Self::Thread { source } => Some(source),
            Self::Spec { .. }
            | Self::UnknownOperation { .. }
            | Self::UnknownEvent { .. }
            | Self::Key
            | Self::InvalidStatus { .. } => None,
        }
    }
}

/// A name that is none of [`Provider::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownProvider {
    name: String,
}

impl UnknownProvider {
    pub(crate) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
        }
    }
}

impl fmt::Display for UnknownProvider {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = Provider::ALL.map(Provider::as_str).join(", ");
        write!(
            formatter,
            "`{}` is not a provider; there is {known}",
            self.name
        )
    }
}

impl std::error::Error for UnknownProvider {}
