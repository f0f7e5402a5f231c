//! Access tokens of an OAuth app, renewed with a refresh token.
//!
//! HighLevel's access tokens live about one day; the refresh token that renews one lives up to a year and is replaced each
//! time it is used (the provider's authorization guide). A program that does not keep the new one cannot start again, so
//! [`OAuth`] hands it to a function of yours before it uses what came with it.
//!
//! What is sent is the refresh grant of RFC 6749, section 6. The address of the token endpoint is not among what this
//! crate's sources document, so it is given; so is any field that the endpoint wants besides.
//!
//! The app's id and secret go into the form, too, which is the other of the two ways of section 2.3.1: what HighLevel wants is not
//! documented in these sources. The crate's page has an example.

mod error;
mod grant;
mod renewed;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, SystemTime};

use callslip_core::rt::{ExposeSecret, SecretString};
use callslip_core::{BuildError, CredentialError, CredentialProvider, Token};
use tokio::sync::Mutex;

pub use error::{OAuthError, OAuthErrorKind};
use grant::Grant;
pub use renewed::Renewed;

/// How long the token endpoint may take.
const TIMEOUT: Duration = Duration::from_secs(30);

type Persisting = Pin<Box<dyn Future<Output = Result<(), CredentialError>> + Send>>;
type Persist = Box<dyn Fn(Renewed) -> Persisting + Send + Sync>;

/// Renews access tokens; give it to [`ClientBuilder::credential_provider`](crate::ClientBuilder::credential_provider).
///
/// A renewal is tried again after what passes (connection faults, 408, 429, 502, 503, 504), within the retry policy and the
/// deadline of the call that waits for it. If no answer came though the request arrived, the refresh token may be used up: the
/// repeat is then refused, as the next renewal would be, because there is no other token to go on with. A refusal is final.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use callslip_highlevel::{Client, OAuth};
///
/// let oauth = OAuth::builder("https://auth.example/token", "client-id", "client-secret", "refresh-token")
///     .persist(|renewed| async move {
///         std::fs::write("refresh-token", renewed.refresh_token())?;
///         Ok(())
///     })
///     .build()?;
/// let client = Client::builder().credential_provider(oauth).build()?; // nothing is sent yet
/// # drop(client);
/// # Ok(())
/// # }
/// ```
pub struct OAuth {
    grant: Grant,
    persist: Persist,
    state: Mutex<State>,
}

struct State {
    /// An access token that was at hand at the start.
    at_hand: Option<Token>,
    refresh_token: SecretString,
    /// What was renewed and is not kept yet. The refresh token that it came for is used up, so that it must not be lost.
    unkept: Option<Renewed>,
}

impl OAuth {
    /// Starts with where tokens are renewed, the app's id and secret, and the refresh token that was kept last.
    pub fn builder(
        token_url: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
        refresh_token: impl Into<String>,
    ) -> OAuthBuilder {
        OAuthBuilder {
            token_url: token_url.into(),
            client_id: client_id.into(),
            client_secret: client_secret.into().into(),
            refresh_token: refresh_token.into().into(),
            at_hand: None,
            parameters: Vec::new(),
            persist: None,
            http: None,
            timeout: TIMEOUT,
        }
    }
}

impl CredentialProvider for OAuth {
    async fn fetch(&self) -> Result<Token, CredentialError> {
        self.renewed()
            .await
            .map_err(OAuthError::into_credential_error)
    }
}

impl OAuth {
    async fn renewed(&self) -> Result<Token, OAuthError> {
        let mut state = self.state.lock().await;
        if let Some(token) = state.at_hand.take() {
            return Ok(token);
        }
        let renewed = match state.unkept.take() {
            Some(renewed) => renewed,
            None => {
                let renewed = self.grant.renew(&state.refresh_token).await?;
                state.refresh_token = renewed.refresh_secret().clone();
                renewed
            }
        };
        // Should keeping it fail, panic or be broken off, it is kept for the next time.
        state.unkept = Some(renewed.clone());
        (self.persist)(renewed.clone())
            .await
            .map_err(OAuthError::not_kept)?;
        state.unkept = None;
        Ok(renewed.into_token())
    }
}

impl fmt::Debug for OAuth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OAuth").finish_non_exhaustive()
    }
}

/// Settings of [`OAuth`].
///
/// ```
/// use std::time::Duration;
/// use callslip_highlevel::OAuth;
///
/// let builder = OAuth::builder("https://auth.example/token", "client-id", "client-secret", "refresh-token")
///     .access_token("the one of the last run", None)
///     .timeout(Duration::from_secs(10));
/// let error = builder.build().expect_err("who keeps the next refresh token?");
/// assert!(error.to_string().starts_with("persist is missing"));
/// ```
#[must_use = "a builder does nothing until `build` is called"]
pub struct OAuthBuilder {
    token_url: String,
    client_id: String,
    client_secret: SecretString,
    refresh_token: SecretString,
    at_hand: Option<Token>,
    parameters: Vec<(String, String)>,
    persist: Option<Persist>,
    http: Option<reqwest::Client>,
    timeout: Duration,
}

impl OAuthBuilder {
    /// Keeps what was renewed, before it is used. Required: the refresh token that it came for is used up.
    ///
    /// If it fails, the call that waits fails with [`OAuthErrorKind::NotKept`] as the source of its error; the tokens stay in
    /// memory, and the next call tries to keep them again instead of renewing them again.
    pub fn persist<F, R>(mut self, persist: F) -> Self
    where
        F: Fn(Renewed) -> R + Send + Sync + 'static,
        R: Future<Output = Result<(), CredentialError>> + Send + 'static,
    {
        self.persist = Some(Box::new(move |renewed| Box::pin(persist(renewed))));
        self
    }

    /// An access token that is at hand, used until it expires or is refused. Without it, or with an empty one, the first call
    /// renews.
    pub fn access_token(
        mut self,
        token: impl Into<String>,
        expires_at: Option<SystemTime>,
    ) -> Self {
        let token = token.into();
        self.at_hand = (!token.trim().is_empty()).then(|| {
            let token = Token::new(token);
            match expires_at {
                Some(moment) => token.expires_at(moment),
                None => token,
            }
        });
        self
    }

    /// One more field of the form that is sent.
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    /// An HTTP client of your own for the token endpoint. Start it with
    /// [`http_client_builder`](crate::http_client_builder), which follows no redirects: the secrets would go along.
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
        self
    }

    /// How long the token endpoint may take (default 30 s).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Checks the settings. Nothing is sent.
    ///
    /// # Errors
    ///
    /// Names what is missing or unusable; never a value.
    pub fn build(self) -> Result<OAuth, BuildError> {
        let persist = self.persist.ok_or_else(|| {
            BuildError::new(
                "persist is missing: a refresh token is replaced each time it is used, so a program that does not keep the \
                 new one cannot start again",
            )
        })?;
        for (name, value) in [
            ("client_id", self.client_id.as_str()),
            ("client_secret", self.client_secret.expose_secret()),
            ("refresh_token", self.refresh_token.expose_secret()),
        ] {
            if value.trim().is_empty() {
                return Err(BuildError::new(format!("{name} is empty")));
            }
        }
        let grant = Grant::new(
            &self.token_url,
            self.client_id,
            self.client_secret,
            self.parameters,
            self.http,
            self.timeout,
        )?;
        Ok(OAuth {
            grant,
            persist,
            state: Mutex::new(State {
                at_hand: self.at_hand,
                refresh_token: self.refresh_token,
                unkept: None,
            }),
        })
    }
}

impl fmt::Debug for OAuthBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OAuthBuilder")
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
