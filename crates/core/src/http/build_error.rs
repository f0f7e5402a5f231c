//! Why a client cannot be made.

use std::fmt;

/// Why a client cannot be made: what is missing or unusable, and how to give it. Never holds a value.
///
/// Nothing was sent. Trying again does not help: correct the setting or the environment variable that the message names.
///
/// ```
/// use callslip_core::BuildError;
///
/// /// `started(Client::from_env())`
/// fn started<C>(client: Result<C, BuildError>) -> C {
///     client.unwrap_or_else(|error| {
///         eprintln!("{error}");
///         std::process::exit(2)
///     })
/// }
/// # started(Ok(()));
/// ```
#[derive(Debug)]
pub struct BuildError {
    message: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl BuildError {
    /// For provider crates, whose hand-written settings fail in the same way.
    #[doc(hidden)]
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            source: None,
        }
    }

    pub(crate) fn with_source(
        message: impl Into<String>,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self {
            message: message.into(),
            source: Some(source.into()),
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source = self.source.as_deref()?;
        Some(source)
    }
}
