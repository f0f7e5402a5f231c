//! What a credential provider fails with, and whether that passes.

use std::error::Error;
use std::fmt;
use std::time::Duration;

type Source = Box<dyn Error + Send + Sync>;

/// What a credential provider fails with. Any error, and any string, becomes one by `?` or `into()`; it becomes the source of the
/// call's error, so it must not hold a secret.
///
/// A failure is final unless it says otherwise: a secret that is wrong does not become right by asking again. One that
/// passes, as an endpoint that is overloaded or cannot be reached, is said to by [`passing`](Self::passing): the client
/// then asks the provider again, as it repeats a call, within the call's retry policy and deadline and the client's budget.
///
/// ```
/// use std::time::Duration;
/// use callslip_core::CredentialError;
///
/// # fn ask() -> Result<String, std::io::Error> { Err(std::io::ErrorKind::TimedOut.into()) }
/// fn token() -> Result<String, CredentialError> {
///     ask().map_err(|error| match error.kind() {
///         std::io::ErrorKind::TimedOut => CredentialError::passing(error).retry_after(Duration::from_secs(5)),
///         _ => error.into(),
///     })
/// }
/// assert!(token().is_err_and(|error| error.is_passing()));
/// ```
pub struct CredentialError {
    source: Source,
    passing: bool,
    retry_after: Option<Duration>,
}

impl CredentialError {
    /// A failure that passes by itself: asking again may succeed.
    ///
    /// ```
    /// # use callslip_core::CredentialError;
    /// assert!(CredentialError::passing("the vault is sealed").is_passing());
    /// assert!(!CredentialError::from("no such secret").is_passing());
    /// ```
    pub fn passing(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            source: error.into(),
            passing: true,
            retry_after: None,
        }
    }

    /// How long to wait before asking again, where that was said. What the policy does not wait for ends the call.
    #[must_use]
    pub fn retry_after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }

    /// Whether it passes by itself.
    pub fn is_passing(&self) -> bool {
        self.passing
    }

    /// The error that it was made of.
    #[must_use]
    pub fn into_source(self) -> Box<dyn Error + Send + Sync> {
        self.source
    }

    pub(super) fn asked(&self) -> Option<Duration> {
        self.retry_after.filter(|_| self.passing)
    }
}

impl<E: Into<Box<dyn Error + Send + Sync>>> From<E> for CredentialError {
    fn from(error: E) -> Self {
        Self {
            source: error.into(),
            passing: false,
            retry_after: None,
        }
    }
}

impl fmt::Display for CredentialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
    }
}

impl fmt::Debug for CredentialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CredentialError")
            .field("passing", &self.passing)
            .field("retry_after", &self.retry_after)
            .field("source", &self.source)
            .finish()
    }
}
