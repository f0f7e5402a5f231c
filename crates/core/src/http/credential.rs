//! Credentials that expire: fetched when they are needed, once for however many calls wait for one.

use std::future::Future;
use std::pin::Pin;
use std::time::SystemTime;

use secrecy::SecretString;

use super::credential_error::CredentialError;
use crate::values::debug::partial_debug;

type Fetching<'a> = Pin<Box<dyn Future<Output = Result<Token, CredentialError>> + Send + 'a>>;

/// A credential for a while. `Debug` does not show it.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use callslip_core::Token;
///
/// let token = Token::new("t0ken").expires_at(SystemTime::now() + Duration::from_secs(3600));
/// assert!(!format!("{token:?}").contains("t0ken"));
/// ```
#[derive(Clone)]
pub struct Token {
    pub(super) value: SecretString,
    pub(super) expires_at: Option<SystemTime>,
}

impl Token {
    /// A token that is not known to expire: it is used until the service refuses it with 401.
    #[must_use]
    pub fn new(value: impl Into<String>) -> Self {
        Self {
            value: value.into().into(),
            expires_at: None,
        }
    }

    /// When it expires. A new one is fetched before that: a minute earlier, or after nine tenths of its life if that is later.
    #[must_use]
    pub fn expires_at(mut self, moment: SystemTime) -> Self {
        self.expires_at = Some(moment);
        self
    }
}

partial_debug!([] Token, "Token", it => { expires_at: it.expires_at });

/// Where a client gets a credential that expires, or that is kept elsewhere (a vault, say).
///
/// The client asks before its first call, shortly before the credential ends, and once more when the service answers 401;
/// that call is then repeated, whatever the operation, because a refused request was not acted on. However many calls wait,
/// they wait for one fetch. Dropping such a call does not stop the fetch: what it brings is there for the next call.
///
/// ```
/// use callslip_core::{CredentialError, CredentialProvider, Token};
///
/// struct Vault;
///
/// impl CredentialProvider for Vault {
///     async fn fetch(&self) -> Result<Token, CredentialError> {
///         let value = std::env::var("TOKEN_OF_THE_DAY")?;
///         Ok(Token::new(value))
///     }
/// }
/// ```
pub trait CredentialProvider: Send + Sync + 'static {
    /// Fetches a credential that can be used from now on. Called again only when the last one is ending or was refused.
    ///
    /// # Errors
    ///
    /// Why there is none; it must not hold a secret, because it is the source of the call's error. It is final, unless it is
    /// said to be [passing](CredentialError::passing).
    fn fetch(&self) -> impl Future<Output = Result<Token, CredentialError>> + Send;
}

/// The same without the type of its future, so that a client need not be generic.
pub(crate) trait AnyProvider: Send + Sync {
    fn fetch_boxed(&self) -> Fetching<'_>;
}

impl<P: CredentialProvider> AnyProvider for P {
    fn fetch_boxed(&self) -> Fetching<'_> {
        Box::pin(self.fetch())
    }
}
