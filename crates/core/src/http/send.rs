//! Sends a request: attempts within timeouts, waits between them, a body that is read up to the cap.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use tokio::time::{Instant, Timeout, timeout_at};

use crate::error::{ErrorKind, Failure};
use crate::exchange::is_passing;
use crate::http::attempt::{Attempts, backoff, fault, from_now, in_time, pause};
use crate::http::call::Call;
use crate::http::request::Request;
use crate::http::response::Response;
use crate::http::throttle::Permit;

/// Not an `async fn`, whose future would hold the request twice: as it is given and as it is used.
pub(crate) fn send(
    call: &Call,
    mut request: Request,
) -> impl Future<Output = Result<Response<'_>, Failure>> {
    let shared = call.core.shared();
    async move {
        let policy = call.policy();
        let deadline = from_now(call.options.timeout.unwrap_or(shared.timeout));
        shared.budget.earn();
        let mut server = Attempts::new(call, true, deadline).await?;
        let mut attempts = policy.attempts();
        let (mut attempt, mut repeats) = (0, 0);
        loop {
            let permit = server.permit(deadline).await;
            let permit = permit.map_err(|failure| failure.attempts(attempt))?;
            attempt += 1;
            let Some(sent) = request.attempt(shared) else {
                return Err(call
                    .failure(ErrorKind::InvalidRequest)
                    .what("not sent: the body was used up"));
            };
            let attempt_deadline = from_now(call.attempt_timeout());
            let ends = attempt_deadline.min(deadline);
            let outcome = one_attempt(call, &server, sent, permit, ends).await;
            let outcome = outcome.unwrap_or_else(|_| {
                Err(call
                    .failure(ErrorKind::Timeout)
                    .what(if attempt_deadline <= deadline {
                        "no complete answer within the attempt timeout"
                    } else {
                        "no complete answer within the total timeout"
                    }))
            });
            if let Ok(response) = &outcome {
                let renewed = server
                    .renew(response.status(), request.is_repeatable(), deadline)
                    .await;
                if renewed.map_err(|failure| failure.attempts(attempt))? {
                    attempts = attempts.saturating_add(1);
                    continue;
                }
            }
            let wait = match attempt < attempts && request.is_repeatable() {
                true => wait_before_next(call, &outcome, repeats),
                false => None,
            };
            match wait {
                Some(wait) if in_time(wait, deadline) && shared.budget.spend() => {
                    let ended = match &outcome {
                        Ok(response) => Ok(response.status()),
                        Err(failure) => Err(failure.kind()),
                    };
                    repeats += 1;
                    pause(call, attempt, ended, wait).await;
                }
                _ => {
                    return match outcome {
                        Ok(mut response) => {
                            response.exchange.attempts = attempt;
                            Ok(response)
                        }
                        Err(failure) => Err(failure.attempts(attempt)),
                    };
                }
            }
        }
    }
}

/// How long to wait before the next attempt after so many repeats; `None` if there should be none.
fn wait_before_next(
    call: &Call,
    outcome: &Result<Response<'_>, Failure>,
    repeats: usize,
) -> Option<Duration> {
    let (repeatable, asked) = match outcome {
        Ok(response) => (
            call.operation.idempotent && is_passing(response.status()),
            response.asked,
        ),
        Err(failure) => match failure.kind() {
            // The request never left.
            ErrorKind::Connect => (true, None),
            ErrorKind::Timeout | ErrorKind::Transport => (call.operation.idempotent, None),
            _ => (false, None),
        },
    };
    repeatable.then(|| backoff(call, call.policy().ceilings().nth(repeats), asked))?
}

/// Starts an attempt.
fn one_attempt<'a>(
    call: &'a Call,
    server: &Attempts<'_>,
    request: reqwest::Request,
    permit: Option<Permit>,
    ends: Instant,
) -> Timeout<impl Future<Output = Result<Response<'a>, Failure>>> {
    let shared = call.core.shared();
    let sending = server.send(&shared.http, request, &shared.base_url.url, permit);
    timeout_at(ends, async move {
        let (mut head, asked) = sending.await?;
        let body = if call.operation.streaming && head.status().is_success() {
            Err(call.attempt_timeout())
        } else {
            Ok(read(call, &mut head).await?)
        };
        Ok(Response::new(call, head, body, asked, &server.credential))
    })
}

/// Reads the whole body, counting while it arrives.
async fn read(call: &Call, head: &mut reqwest::Response) -> Result<Bytes, Failure> {
    let cap = call.core.shared().max_body_bytes;
    let announced = head.content_length();
    let too_large = |head: &reqwest::Response| {
        let mut failure = call.failure(ErrorKind::BodyTooLarge);
        failure.0.exchange.status = Some(head.status());
        failure.what(format!("the body is larger than the cap of {cap} bytes"))
    };
    if announced.is_some_and(|length| length > cap as u64) {
        return Err(too_large(head));
    }
    let Some(first) = next(call, head).await? else {
        return Ok(Bytes::new());
    };
    if first.len() > cap {
        return Err(too_large(head));
    }
    // Most bodies come in one piece: no copy. Of what was announced, nothing is left then.
    if head.content_length() == Some(0) {
        return Ok(first);
    }
    let Some(second) = next(call, head).await? else {
        return Ok(first);
    };
    let likely = announced
        .and_then(|length| usize::try_from(length).ok())
        .unwrap_or(0);
    let mut whole = BytesMut::with_capacity(likely.max(first.len() + second.len()).min(cap));
    whole.extend_from_slice(&first);
    drop(first);
    let mut more = Some(second);
    while let Some(chunk) = more {
        if whole.len() + chunk.len() > cap {
            return Err(too_large(head));
        }
        whole.extend_from_slice(&chunk);
        more = next(call, head).await?;
    }
    Ok(whole.freeze())
}

async fn next(call: &Call, head: &mut reqwest::Response) -> Result<Option<Bytes>, Failure> {
    let status = head.status();
    head.chunk().await.map_err(|error| {
        let mut failure = fault(call, error);
        failure.0.exchange.status = Some(status);
        failure
    })
}
