//! The credential in use, and the one fetch that replaces it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use reqwest::header::{HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::{Mutex, OwnedMutexGuard};

use super::credential::{AnyProvider, Token};
use super::credential_error::CredentialError;
use crate::http::client_header::{ClientHeader, Scheme};
use crate::http::clock::Clock;

/// A new credential is fetched so long before the old one ends.
const MARGIN: Duration = Duration::from_secs(60);

/// A credential as it is sent.
pub(crate) struct Current {
    pub(crate) value: HeaderValue,
    /// What must not be shown should a service quote it.
    pub(crate) secrets: Vec<SecretString>,
    ends: Option<Ends>,
}

#[derive(Clone, Copy)]
struct Ends {
    /// From here on a new one is fetched.
    fetch_from: SystemTime,
    at: SystemTime,
}

/// Why there is no credential. Every call that waited for the same fetch gets the same one.
#[derive(Clone)]
pub(crate) struct Fault {
    pub(crate) source: Arc<dyn std::error::Error + Send + Sync>,
    /// Whether asking again may help, and how long to wait before that, if it was said.
    pub(crate) passing: bool,
    pub(crate) asked: Option<Duration>,
}

impl From<CredentialError> for Fault {
    fn from(error: CredentialError) -> Self {
        Self {
            passing: error.is_passing(),
            asked: error.asked(),
            source: error.into_source().into(),
        }
    }
}

/// A provider's credential in a client.
pub(crate) struct Refreshing {
    provider: Arc<dyn AnyProvider>,
    scheme: Scheme,
    clock: Arc<dyn Clock>,
    cache: Arc<Cache>,
}

/// What the fetches of a client have brought.
#[derive(Default)]
struct Cache {
    current: RwLock<Option<Arc<Current>>>,
    /// How the last fetch ended; held by the one that is under way.
    fetch: Arc<Mutex<Option<Fault>>>,
    /// How many fetches have ended, so that a call that waited knows whether one ended meanwhile.
    ended: AtomicU64,
}

impl Refreshing {
    pub(crate) fn new(
        provider: Arc<dyn AnyProvider>,
        scheme: Scheme,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            provider,
            scheme,
            clock,
            cache: Arc::default(),
        }
    }

    /// The header that the credential goes into.
    pub(crate) fn header(&self) -> HeaderName {
        self.scheme.header()
    }

    /// A credential to send; `refused` is never given again.
    pub(crate) async fn get(&self, refused: Option<&Arc<Current>>) -> Result<Arc<Current>, Fault> {
        if let Some(current) = self.usable(refused) {
            return Ok(current);
        }
        let ended = self.cache.ended.load(Ordering::Acquire);
        let last = Arc::clone(&self.cache.fetch).lock_owned().await;
        // Somebody may have fetched while this call waited; if that failed, asking again at once would not help.
        if let Some(current) = self.usable(refused) {
            return Ok(current);
        }
        if self.cache.ended.load(Ordering::Acquire) != ended
            && let Some(fault) = last.clone()
        {
            return self.still_valid(refused).ok_or(fault);
        }
        match self.fetch(last).await {
            Ok(current) => Ok(current),
            Err(fault) => self.still_valid(refused).ok_or(fault),
        }
    }

    /// Takes out a credential that the service refused, so that the next call fetches.
    pub(crate) fn refuse(&self, refused: &Arc<Current>) {
        let current = self.cache.current.write();
        let mut current = current.unwrap_or_else(PoisonError::into_inner);
        current.take_if(|current| Arc::ptr_eq(current, refused));
    }

    /// The one that was fetched last, if it is not ending.
    fn usable(&self, refused: Option<&Arc<Current>>) -> Option<Arc<Current>> {
        self.cached(refused).filter(|current| {
            current
                .ends
                .is_none_or(|ends| self.clock.now() < ends.fetch_from)
        })
    }

    /// The one that was fetched last, if it has not ended: better than none while fetching fails.
    fn still_valid(&self, refused: Option<&Arc<Current>>) -> Option<Arc<Current>> {
        self.cached(refused)
            .filter(|current| current.ends.is_none_or(|ends| self.clock.now() < ends.at))
    }

    fn cached(&self, refused: Option<&Arc<Current>>) -> Option<Arc<Current>> {
        let current = self.cache.current.read();
        let current = current.unwrap_or_else(PoisonError::into_inner).clone();
        current.filter(|current| refused.is_none_or(|refused| !Arc::ptr_eq(current, refused)))
    }

    /// Fetches in a task of its own: a provider may have replaced what it fetches with (a refresh token, say), so a call that
    /// is dropped half-way must not take the answer with it.
    async fn fetch(&self, mut last: OwnedMutexGuard<Option<Fault>>) -> Result<Arc<Current>, Fault> {
        let (provider, cache) = (Arc::clone(&self.provider), Arc::clone(&self.cache));
        let (scheme, clock) = (self.scheme, Arc::clone(&self.clock));
        let task = tokio::spawn(async move {
            let fetched = provider.fetch_boxed().await;
            let outcome = fetched.and_then(|token| Current::new(token, scheme, clock.now()));
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

impl Current {
    fn new(token: Token, scheme: Scheme, now: SystemTime) -> Result<Self, CredentialError> {
        let ends = match token.expires_at {
            None => None,
            Some(at) => {
                let life = at.duration_since(now).unwrap_or_default();
                let margin = MARGIN.min(life / 10);
                let fetch_from = at.checked_sub(margin).unwrap_or(at);
                Some(Ends { fetch_from, at })
            }
        };
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
