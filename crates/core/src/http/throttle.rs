//! The client's own rate limit around each attempt, with the feature `rate-limit`: a permit before it leaves, and what the answer
//! says is left.

use std::time::Duration;

use reqwest::header::HeaderMap;
use tokio::time::Instant;

use crate::error::Failure;
use crate::http::call::Call;
#[cfg(feature = "rate-limit")]
use crate::{error::ErrorKind, exchange::rate_limit::RateLimit};

/// An attempt's number among those of the client.
#[derive(Clone, Copy)]
pub(crate) struct Permit(#[cfg(feature = "rate-limit")] u64);

/// Waits until one more request may leave.
#[cfg(feature = "rate-limit")]
pub(crate) async fn acquire(call: &Call, deadline: Instant) -> Result<Permit, Failure> {
    let Some(limiter) = &call.core.shared().limiter else {
        return Ok(Permit(0));
    };
    match tokio::time::timeout_at(deadline, limiter.acquire()).await {
        Ok(number) => Ok(Permit(number)),
        Err(_) => Err(call
            .failure(ErrorKind::Timeout)
            .what("not sent: the client's own rate limit left no room within the total timeout")),
    }
}

/// Takes in an answer by its headers; `asked` is how long the service asked to wait.
#[cfg(feature = "rate-limit")]
pub(crate) fn update(
    call: &Call,
    Permit(number): Permit,
    headers: &HeaderMap,
    asked: Option<Duration>,
) {
    let shared = call.core.shared();
    let Some(limiter) = &shared.limiter else {
        return;
    };
    let names = shared.provider.rate_limit;
    if let Some(limit) = names.and_then(|names| RateLimit::read(names, headers)) {
        limiter.update(number, &limit);
    }
    if let Some(asked) = asked {
        limiter.hold(asked);
    }
}

/// Without the feature every request may leave at once.
#[cfg(not(feature = "rate-limit"))]
pub(crate) async fn acquire(_call: &Call, _deadline: Instant) -> Result<Permit, Failure> {
    Ok(Permit())
}

#[cfg(not(feature = "rate-limit"))]
pub(crate) fn update(_: &Call, _: Permit, _: &HeaderMap, _: Option<Duration>) {}
