//! What a renewal brings.

use std::fmt;
use std::time::SystemTime;

use callslip_core::Token;
use callslip_core::rt::{ExposeSecret, SecretString};

/// A pair of tokens that was just renewed. `Debug` shows neither.
///
/// ```
/// use callslip_highlevel::oauth::Renewed;
///
/// fn keep(renewed: &Renewed) -> std::io::Result<()> {
///     std::fs::write("refresh-token", renewed.refresh_token())
/// }
/// # let _ = keep;
/// ```
#[derive(Clone)]
pub struct Renewed {
    access_token: SecretString,
    refresh_token: SecretString,
    expires_at: Option<SystemTime>,
}

impl Renewed {
    pub(super) fn new(
        access_token: SecretString,
        refresh_token: SecretString,
        expires_at: Option<SystemTime>,
    ) -> Self {
        Self {
            access_token,
            refresh_token,
            expires_at,
        }
    }

    /// The access token.
    #[must_use]
    pub fn access_token(&self) -> &str {
        self.access_token.expose_secret()
    }

    /// The refresh token for the next renewal. The one before it is used up.
    #[must_use]
    pub fn refresh_token(&self) -> &str {
        self.refresh_token.expose_secret()
    }

    /// When the access token expires, if the endpoint says so.
    #[must_use]
    pub fn expires_at(&self) -> Option<SystemTime> {
        self.expires_at
    }

    pub(super) fn refresh_secret(&self) -> &SecretString {
        &self.refresh_token
    }

    pub(super) fn into_token(self) -> Token {
        let token = Token::new(self.access_token.expose_secret());
        match self.expires_at {
            Some(moment) => token.expires_at(moment),
            None => token,
        }
    }
}

impl fmt::Debug for Renewed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renewed")
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}
