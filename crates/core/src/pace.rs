//! The client's own rate limit around each attempt, with the feature `rate-limit`: wait for a turn, hear what the answer
//! says is left.

use std::time::Duration;

use tokio::time::Instant;

use crate::call::Call;
use crate::error::Failure;
use crate::response::Response;

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

/// Hears an answer; `asked` is how long the service asked to wait.
#[cfg(feature = "rate-limit")]
pub(crate) fn hear(call: &Call, Turn(number): Turn, response: &Response, asked: Option<Duration>) {
    let Some(limiter) = &call.core.shared().limiter else {
        return;
    };
    if let Some(limit) = response.rate_limit() {
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
pub(crate) fn hear(_call: &Call, _turn: Turn, _response: &Response, _asked: Option<Duration>) {}
