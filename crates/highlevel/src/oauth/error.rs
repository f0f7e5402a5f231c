//! Why there is no new access token.

use std::error::Error as StdError;
use std::fmt;

use callslip_core::CredentialError;

/// Why a token could not be renewed. It is the source of the call's error, whose kind is
/// [`Credential`](callslip_core::ErrorKind::Credential). Its text holds no token and no secret.
pub struct OAuthError {
    kind: OAuthErrorKind,
    message: String,
    source: Option<CredentialError>,
}

/// What kind of thing went wrong in a renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OAuthErrorKind {
    /// The token endpoint did not answer. If the request reached it, the refresh token may be used up: should the next
    /// renewal be refused, authorise the app again.
    Unreachable,
    /// The token endpoint refused. With `invalid_grant` in the message, the refresh token is used up, revoked or has ended:
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
        }
    }

    pub(super) fn unreachable(what: &str, source: Option<reqwest::Error>) -> Self {
        Self {
            source: source.map(|error| error.without_url().into()),
            ..Self::new(
                OAuthErrorKind::Unreachable,
                format!("the token endpoint {what}"),
            )
        }
    }

    pub(super) fn not_kept(source: CredentialError) -> Self {
        let message = "the renewed tokens could not be kept; they are in memory, and the next call tries again";
        Self {
            source: Some(source),
            ..Self::new(OAuthErrorKind::NotKept, message)
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
