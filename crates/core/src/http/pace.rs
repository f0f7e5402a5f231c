//! The client's own rate limit around each attempt, with the feature `rate-limit`: wait for a turn, hear what the answer
//! says is left.

use std::time::Duration;

use reqwest::header::HeaderMap;
use tokio::time::Instant;

use crate::error::Failure;
#[cfg(feature = "rate-limit")]
use crate::exchange::rate_limit::RateLimit;
use crate::http::call::Call;

/// An attempt's place among those of the client.
#[derive(Clone, Copy)]
pub(crate) struct Turn(#[cfg(feature = "rate-limit")] u64);

/// Waits until one more request may leave.
#[cfg(feature = "rate-limit")]
pub(crate) async fn turn(call: &Call, deadline: Instant) -> Result<Turn, Failure> {
    let Some(limiter) = &call.core.shared().limiter else {
        return Ok(Turn(0));
    };
    match tokio::time::timeout_at(deadline, limiter.turn()).await {
        Ok(number) => Ok(Turn(number)),
        Err(_) => Err(call
            .failure(crate::error::ErrorKind::Timeout)
            .what("not sent: the client's own rate limit left no room within the total timeout")),
    }
}

/// Hears an answer by its headers; `asked` is how long the service asked to wait.
#[cfg(feature = "rate-limit")]
pub(crate) fn hear(call: &Call, Turn(number): Turn, headers: &HeaderMap, asked: Option<Duration>) {
    let shared = call.core.shared();
    let Some(limiter) = &shared.limiter else {
        return;
    };
    let told = shared.provider.rate_limit;
    if let Some(limit) = told.and_then(|names| RateLimit::read(names, headers)) {
        limiter.hear(number, &limit);
    }
    if let Some(asked) = asked {
        limiter.hold(asked);
    }
}

/// Without the feature every request may leave at once.
#[cfg(not(feature = "rate-limit"))]
pub(crate) async fn turn(_call: &Call, _deadline: Instant) -> Result<Turn, Failure> {
    Ok(Turn())
}

#[cfg(not(feature = "rate-limit"))]
pub(crate) fn hear(_call: &Call, _turn: Turn, _headers: &HeaderMap, _asked: Option<Duration>) {}
