//! Why there is no new access token.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use callslip_core::CredentialError;

/// Why a token could not be renewed. It is the source of the call's error, whose kind is
/// [`Credential`](callslip_core::ErrorKind::Credential). Its message holds no token and no secret.
///
/// ```
/// use std::error::Error as _;
/// use callslip_highlevel::Error;
/// use callslip_highlevel::oauth::{OAuthError, OAuthErrorKind};
///
/// /// Whether somebody has to authorise the app again, or to correct its id and secret.
/// fn needs_somebody(error: &Error) -> bool {
///     let renewal = error.source().and_then(|source| source.downcast_ref::<OAuthError>());
///     renewal.is_some_and(|renewal| renewal.kind() == OAuthErrorKind::Refused)
/// }
/// assert!(!needs_somebody(&Error::for_test(500, None)));
/// ```
pub struct OAuthError {
    kind: OAuthErrorKind,
    message: String,
    source: Option<Source>,
    /// Whether it passes by itself, and how long to wait for that, if it was said.
    passing: Option<Option<Duration>>,
}

type Source = Box<dyn StdError + Send + Sync>;

/// What kind of thing went wrong in a renewal, and what to do.
///
/// ```
/// use callslip_highlevel::oauth::OAuthErrorKind;
///
/// fn passes(kind: OAuthErrorKind) -> bool {
///     matches!(kind, OAuthErrorKind::Unreachable | OAuthErrorKind::Unavailable)
/// }
/// assert!(!passes(OAuthErrorKind::Refused));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OAuthErrorKind {
    /// The token endpoint did not answer. If the request reached it, the refresh token may be used up: should the next
    /// renewal be refused, authorise the app again. The client tries again, as after any connection fault.
    Unreachable,
    /// The token endpoint answered that it cannot renew now (408, 429, or a status from 500 on). After those that pass by
    /// themselves (408, 429, 502, 503, 504) the client tries again, as it repeats a call.
    Unavailable,
    /// The token endpoint refused. With `invalid_grant` in the message, the refresh token is used up, revoked or expired:
    /// authorise the app again. With `invalid_client`, the app's id or secret is wrong.
    Refused,
    /// The token endpoint answered, but not with tokens. Is the address right?
    Unreadable,
    /// The tokens were renewed, and the function that keeps them failed; its error is the source. They are not lost: the next
    /// call tries to keep them again.
    NotKept,
}

impl OAuthError {
    pub(super) fn new(kind: OAuthErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            source: None,
            passing: None,
        }
    }

    pub(super) fn unavailable(status: u16, passing: Option<Option<Duration>>) -> Self {
        Self {
            passing,
            ..Self::new(
                OAuthErrorKind::Unavailable,
                format!("the token endpoint cannot renew now: {status}"),
            )
        }
    }

    pub(super) fn unreachable(what: &str, source: Option<reqwest::Error>) -> Self {
        Self {
            source: source.map(|error| error.without_url().into()),
            passing: Some(None),
            ..Self::new(
                OAuthErrorKind::Unreachable,
                format!("the token endpoint {what}"),
            )
        }
    }

    pub(super) fn not_kept(source: CredentialError) -> Self {
        let message = "the renewed tokens could not be kept; they are in memory, and the next call tries again";
        Self {
            // Whoever keeps them knows whether that passes.
            passing: source.is_passing().then_some(None),
            source: Some(source.into_source()),
            ..Self::new(OAuthErrorKind::NotKept, message)
        }
    }

    /// As the client hears it: a failure that passes is tried again.
    pub(super) fn into_credential_error(self) -> CredentialError {
        match self.passing {
            None => self.into(),
            Some(None) => CredentialError::passing(self),
            Some(Some(wait)) => CredentialError::passing(self).retry_after(wait),
        }
    }

    /// What kind of thing went wrong.
    #[must_use]
    pub fn kind(&self) -> OAuthErrorKind {
        self.kind
    }
}

impl fmt::Display for OAuthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for OAuthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OAuthError")
            .field("kind", &self.kind)
            .field("message", &self.message)
            .field("source", &self.source)
            .finish()
    }
}

impl StdError for OAuthError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source = self.source.as_deref()?;
        Some(source)
    }
}
