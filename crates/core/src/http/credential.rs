//! Credentials that expire: fetched when they are needed, once for however many calls wait for one.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use reqwest::header::HeaderValue;
use reqwest::{Request, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::{Instant, timeout_at};

use crate::error::{ErrorKind, Failure};
use crate::http::attempt::{backoff, in_time, pause};
use crate::http::call::Call;
use crate::http::client_header::{ClientHeader, Place, Scheme};
use crate::http::clock::Clock;
use crate::http::retry::RetryAfter;
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
    value: SecretString,
    expires_at: Option<SystemTime>,
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

    /// Its credential in a client. Asked of the provider, so that a program without one has none of that code.
    fn refreshing(self: Arc<Self>, scheme: Scheme, clock: Arc<dyn Clock>) -> Box<dyn Renewing>;
}

impl<P: CredentialProvider> AnyProvider for P {
    fn fetch_boxed(&self) -> Fetching<'_> {
        Box::pin(self.fetch())
    }

    fn refreshing(self: Arc<Self>, scheme: Scheme, clock: Arc<dyn Clock>) -> Box<dyn Renewing> {
        Box::new(Refreshing::new(self, scheme, clock))
    }
}

/// A credential that a provider fetches.
pub(crate) trait Renewing: Send + Sync {
    /// Where it goes.
    fn place(&self) -> Place;

    /// Puts it there.
    fn put(&self, credential: &Current, request: &mut Request);

    /// The one that is there, if it is not ending yet.
    fn ready(&self) -> Option<Arc<Current>>;

    /// The credential for a call; `refused` is the one that the service did not take.
    fn fetched<'a>(
        &'a self,
        call: &'a Call,
        refused: Option<&'a Arc<Current>>,
        deadline: Instant,
    ) -> Pin<Box<dyn Future<Output = Result<Arc<Current>, Failure>> + Send + 'a>>;

    /// Takes out a credential that the service refused, so that the next call fetches.
    fn refuse(&self, refused: &Arc<Current>);
}

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
#[derive(Debug)]
pub struct CredentialError {
    passing: bool,
    retry_after: Option<Duration>,
    source: Box<dyn Error + Send + Sync>,
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
            passing: true,
            ..error.into().into()
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

/// A new credential is fetched so long before the old one ends.
const MARGIN: Duration = Duration::from_secs(60);

/// A credential as it is sent.
pub(crate) struct Current {
    pub(crate) value: HeaderValue,
    /// What must not be shown should a service quote it.
    pub(crate) secrets: Vec<SecretString>,
    /// From when on a new one is fetched, and when it ends.
    ends: Option<(SystemTime, SystemTime)>,
}

/// Why there is no credential. Every call that waited for the same fetch gets the same one.
#[derive(Clone)]
pub(crate) struct Fault {
    pub(crate) source: Arc<dyn Error + Send + Sync>,
    /// Whether asking again may help, and how long to wait before that, if it was said.
    pub(crate) passing: bool,
    pub(crate) asked: Option<Duration>,
}

impl From<CredentialError> for Fault {
    fn from(error: CredentialError) -> Self {
        Self {
            passing: error.passing,
            asked: error.retry_after.filter(|_| error.passing),
            source: error.source.into(),
        }
    }
}

/// A provider's credential in a client, and the one fetch that replaces it.
struct Refreshing(Arc<Cache>);

struct Cache {
    provider: Arc<dyn AnyProvider>,
    scheme: Scheme,
    clock: Arc<dyn Clock>,
    current: RwLock<Option<Arc<Current>>>,
    /// How the last fetch ended; held by the one that is under way.
    fetch: Arc<Mutex<Option<Fault>>>,
    /// How many fetches have ended, so that a call that waited knows whether one ended meanwhile.
    ended: AtomicU64,
}

impl Refreshing {
    fn new(provider: Arc<dyn AnyProvider>, scheme: Scheme, clock: Arc<dyn Clock>) -> Self {
        Self(Arc::new(Cache {
            provider,
            scheme,
            clock,
            current: RwLock::default(),
            fetch: Arc::default(),
            ended: AtomicU64::default(),
        }))
    }

    /// A credential to send; `refused` is never given again.
    async fn get(&self, refused: Option<&Arc<Current>>) -> Result<Arc<Current>, Fault> {
        // One that is not ending yet.
        let usable = || self.usable(refused);
        if let Some(current) = usable() {
            return Ok(current);
        }
        let ended = self.0.ended.load(Ordering::Acquire);
        let last = Arc::clone(&self.0.fetch).lock_owned().await;
        // Somebody may have fetched while this call waited; if that failed, asking again at once would not help.
        if let Some(current) = usable() {
            return Ok(current);
        }
        // One that has not ended yet is better than none while fetching fails.
        let or_valid = |fault| self.cached(refused, |(_, at)| at).ok_or(fault);
        if self.0.ended.load(Ordering::Acquire) != ended
            && let Some(fault) = last.clone()
        {
            return or_valid(fault);
        }
        self.fetch(last).await.or_else(or_valid)
    }

    /// A provider's failure that passes is waited out as one of the service would be. Nothing of the call was sent, so that this is
    /// right for any operation, and its attempts are not the call's.
    async fn of_call(
        &self,
        call: &Call,
        refused: Option<&Arc<Current>>,
        deadline: Instant,
    ) -> Result<Arc<Current>, Failure> {
        let policy = call.policy();
        let mut repeats = 0;
        let mut failure = loop {
            let fault = match timeout_at(deadline, self.get(refused)).await {
                Ok(Ok(current)) => return Ok(current),
                Ok(Err(fault)) => fault,
                Err(_) => {
                    break call
                        .failure(ErrorKind::Timeout)
                        .what("no credential came within the total timeout");
                }
            };
            let wait = backoff(call, repeats, fault.asked.map(RetryAfter::Exactly))
                .filter(|_| fault.passing && repeats + 1 < policy.attempts())
                .filter(|wait| in_time(*wait, deadline) && call.core.shared().budget.spend());
            let Some(wait) = wait else {
                let mut failure = call
                    .failure(ErrorKind::Credential)
                    .what(match refused {
                        Some(_) => {
                            "the service refused the credential, and no new one could be had"
                        }
                        None => "not sent: no credential could be had",
                    })
                    .shared_source(fault.source);
                (failure.0.retry_after, failure.0.passing) = (fault.asked, fault.passing);
                break failure;
            };
            repeats += 1;
            pause(call, repeats, Err(ErrorKind::Credential), wait).await;
        };
        failure.0.exchange.status = refused.map(|_| StatusCode::UNAUTHORIZED);
        Err(failure)
    }

    fn usable(&self, refused: Option<&Arc<Current>>) -> Option<Arc<Current>> {
        self.cached(refused, |(fetch_from, _)| fetch_from)
    }

    /// The one that was fetched last, if it is before its end, or before the moment that `end` takes for it.
    fn cached(
        &self,
        refused: Option<&Arc<Current>>,
        end: fn((SystemTime, SystemTime)) -> SystemTime,
    ) -> Option<Arc<Current>> {
        let current = self.0.current.read();
        let current = current.unwrap_or_else(PoisonError::into_inner).clone()?;
        let lives = current
            .ends
            .map(end)
            .is_none_or(|end| self.0.clock.now() < end);
        let is_refused = refused.is_some_and(|refused| Arc::ptr_eq(&current, refused));
        (lives && !is_refused).then_some(current)
    }

    /// Fetches in a task of its own: a provider may have replaced what it fetches with (a refresh token, say), so a call that
    /// is dropped half-way must not take the answer with it.
    async fn fetch(&self, mut last: OwnedMutexGuard<Option<Fault>>) -> Result<Arc<Current>, Fault> {
        let cache = Arc::clone(&self.0);
        let task = tokio::spawn(async move {
            let fetched = cache.provider.fetch_boxed().await;
            let outcome =
                fetched.and_then(|token| Current::new(token, cache.scheme, cache.clock.now()));
            let outcome = outcome.map(Arc::new).map_err(Fault::from);
            if let Ok(current) = &outcome {
                let cached = cache.current.write();
                *cached.unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(current));
            }
            *last = outcome.as_ref().err().cloned();
            cache.ended.fetch_add(1, Ordering::Release);
            outcome
        });
        task.await.unwrap_or_else(|_| {
            let error: CredentialError =
                "the credential provider panicked, or its runtime ended".into();
            Err(Fault::from(error))
        })
    }
}

impl Renewing for Refreshing {
    fn place(&self) -> Place {
        self.0.scheme.place()
    }

    fn put(&self, credential: &Current, request: &mut Request) {
        self.place().put(&credential.value, request);
    }

    fn ready(&self) -> Option<Arc<Current>> {
        self.usable(None)
    }

    fn fetched<'a>(
        &'a self,
        call: &'a Call,
        refused: Option<&'a Arc<Current>>,
        deadline: Instant,
    ) -> Pin<Box<dyn Future<Output = Result<Arc<Current>, Failure>> + Send + 'a>> {
        Box::pin(self.of_call(call, refused, deadline))
    }

    fn refuse(&self, refused: &Arc<Current>) {
        let current = self.0.current.write();
        let mut current = current.unwrap_or_else(PoisonError::into_inner);
        current.take_if(|current| Arc::ptr_eq(current, refused));
    }
}

impl Current {
    fn new(token: Token, scheme: Scheme, now: SystemTime) -> Result<Self, CredentialError> {
        let ends = token.expires_at.map(|at| {
            let life = at.duration_since(now).unwrap_or_default();
            let margin = MARGIN.min(life / 10);
            (at.checked_sub(margin).unwrap_or(at), at)
        });
        let ClientHeader { value, secrets, .. } =
            ClientHeader::of(scheme, token.value.expose_secret()).ok_or(
                "the credential provider gave a token that is empty or cannot stand in a header: visible ASCII characters \
                 only, and no line break",
            )?;
        Ok(Self {
            value,
            secrets,
            ends,
        })
    }

    /// Whether it is the same credential, fetched again.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        self.value == other.value
    }
}
