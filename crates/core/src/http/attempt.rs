//! Attempts at one server, of a call as of a download: each with a permit and a credential, a refused credential replaced once, and
//! no redirect followed that was not asked for.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use reqwest::{Request, Response, StatusCode, Url};
use tokio::time::{Instant, timeout_at};

use crate::error::{ErrorKind, Failure};
use crate::exchange::rate_limit::RateLimit;
use crate::http::base_url::{origin, same_origin};
use crate::http::call::Call;
use crate::http::credential::Current;
use crate::http::retry::{RetryAfter, asked_wait};
use crate::http::trace::retrying;

/// What attempts at one server have in common.
pub(crate) struct Attempts<'a> {
    call: &'a Call,
    /// Whether it is the provider's own server: another one gets no credential, and has limits of its own.
    own: bool,
    pub(crate) credential: Option<Arc<Current>>,
    /// Whether a credential that is refused can still be replaced.
    pub(crate) may_renew: bool,
}

impl<'a> Attempts<'a> {
    /// Before the first one; fetches the credential, where a provider does that.
    pub(crate) async fn new(call: &'a Call, own: bool, deadline: Instant) -> Result<Self, Failure> {
        let refreshing = call.core.shared().refreshing.as_ref();
        let credential = match refreshing.filter(|_| own && !call.options.anonymous) {
            Some(refreshing) => Some(match refreshing.ready() {
                Some(current) => current,
                None => refreshing.fetched(call, None, deadline).await?,
            }),
            None => None,
        };
        Ok(Self {
            call,
            own,
            may_renew: credential.is_some() && call.policy().attempts() > 1,
            credential,
        })
    }

    /// Waits until the client's own rate limit lets one more leave, and says which one it is, if there is such a limit.
    pub(crate) async fn permit(&self, deadline: Instant) -> Result<Option<u64>, Failure> {
        let limiter = self.call.core.shared().limiter.as_ref();
        let Some(limiter) = limiter.filter(|_| self.own) else {
            return Ok(None);
        };
        let acquired = timeout_at(deadline, limiter.acquire()).await;
        acquired.map(Some).map_err(|_| {
            let what =
                "not sent: the client's own rate limit left no room within the total timeout";
            self.call.failure(ErrorKind::Timeout).what(what)
        })
    }

    /// Sends a request to the server of `expected`. With the answer comes how long the service asks to wait.
    ///
    /// The HTTP client boxes the request before anything is awaited, so that it is moved once and not through each future.
    pub(crate) fn send(
        &self,
        http: &reqwest::Client,
        mut request: Request,
        expected: &Url,
        permit: Option<u64>,
    ) -> impl Future<Output = Result<(Response, Option<RetryAfter>), Failure>> {
        let shared = self.call.core.shared();
        if let (Some(refreshing), Some(credential)) = (&shared.refreshing, &self.credential) {
            refreshing.put(credential, &mut request);
        }
        if self.own && !self.call.options.anonymous {
            for given in &shared.in_query {
                given.place.put_into_query(&given.value, &mut request);
            }
        }
        let sending = match &shared.fake {
            None => Ok(http.execute(request)),
            Some(fake) => Err(fake.answer(&request)),
        };
        async move {
            let head = match sending {
                Ok(sending) => sending.await.map_err(|error| fault(self.call, error))?,
                Err(answer) => answer,
            };
            if !same_origin(head.url(), expected) {
                // Only a client of the user's own can have followed.
                let what = format!(
                    "the HTTP client followed a redirect to {}: give it redirect::Policy::none()",
                    origin(head.url())
                );
                return Err(self.call.failure(ErrorKind::Redirect).what(what));
            }
            // What somebody else's store answers has nothing of the provider's rate limit.
            let names = shared.provider.rate_limit.filter(|_| self.own);
            let limit = || RateLimit::read(names?, head.headers());
            let asked = match head.status() {
                status if status.is_success() || status.is_redirection() => None,
                status => asked_wait(status, head.headers(), limit(), shared.clock.now()),
            };
            if let (Some(limiter), Some(number)) = (&shared.limiter, permit) {
                if let Some(limit) = limit() {
                    limiter.update(number, &limit);
                }
                if let Some(asked) = asked {
                    limiter.hold(asked.wait());
                }
            }
            Ok((head, asked))
        }
    }

    /// After an answer: whether the credential was refused and another one is there to try, which is not the policy's business.
    pub(crate) async fn renew(
        &mut self,
        status: StatusCode,
        can_repeat: bool,
        deadline: Instant,
    ) -> Result<bool, Failure> {
        let (StatusCode::UNAUTHORIZED, Some(refreshing), Some(refused)) = (
            status,
            &self.call.core.shared().refreshing,
            &self.credential,
        ) else {
            return Ok(false);
        };
        refreshing.refuse(refused);
        if !can_repeat || !std::mem::take(&mut self.may_renew) {
            return Ok(false);
        }
        let fresh = refreshing.fetched(self.call, Some(refused), deadline);
        let fresh = fresh.await?;
        // The same one again would only be refused again.
        let other = !fresh.is_same_as(refused);
        if other {
            self.credential = Some(fresh);
        }
        Ok(other)
    }
}

/// How long to wait before another attempt after so many repeats; `None` if the service asks for more than is waited for.
pub(crate) fn backoff(call: &Call, repeats: u32, asked: Option<RetryAfter>) -> Option<Duration> {
    let (policy, clock) = (call.policy(), &call.core.shared().clock);
    policy.wait(asked, clock.jitter(policy.ceiling(repeats)))
}

pub(crate) fn in_time(wait: Duration, deadline: Instant) -> bool {
    wait < deadline.saturating_duration_since(Instant::now())
}

/// Waits before another attempt; `outcome` is how this one ended.
pub(crate) async fn pause(
    call: &Call,
    attempt: u32,
    outcome: Result<StatusCode, ErrorKind>,
    wait: Duration,
) {
    retrying(attempt, outcome, wait);
    call.core.shared().clock.sleep(wait).await;
}

/// A moment so far away that it never comes stands in for one that cannot be computed.
pub(crate) fn from_now(duration: Duration) -> Instant {
    const NEVER: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);
    let now = Instant::now();
    now.checked_add(duration.min(NEVER)).unwrap_or(now)
}

/// What kind of fault the HTTP client reports. Its URL holds the query, so it is taken out.
pub(crate) fn fault(call: &Call, error: reqwest::Error) -> Failure {
    use ErrorKind::{Connect, InvalidRequest, Redirect, Timeout, Transport};

    let (kind, what) = match &error {
        error if error.is_connect() => (Connect, "no connection could be opened"),
        error if error.is_timeout() => (Timeout, "no complete answer in time"),
        error if error.is_redirect() => (Redirect, "the HTTP client gave up following redirects"),
        error if error.is_builder() => (InvalidRequest, "not sent: the request cannot be written"),
        error if error.is_body() || error.is_decode() => (Transport, "the body broke off"),
        _ => (Transport, "the connection broke"),
    };
    let failure = call.failure(kind).what(what);
    let failure = match error.url() {
        Some(url) if matches!(kind, Connect | Timeout | Transport) => failure.server(url),
        _ => failure,
    };
    failure.source(error.without_url())
}
