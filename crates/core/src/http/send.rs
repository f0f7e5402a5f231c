//! Sends a request: attempts within timeouts, waits between them, a body that is read up to the cap.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use tokio::time::{Instant, timeout_at};

use crate::error::{ErrorKind, Failure};
use crate::exchange::is_passing;
use crate::http::attempt::{Attempts, backoff, fault, from_now, in_time, pause};
use crate::http::call::Call;
use crate::http::request::Request;
use crate::http::response::Response;
use crate::http::throttle::Permit;

pub(crate) async fn send(call: &Call, mut request: Request) -> Result<Response<'_>, Failure> {
    let shared = call.core.shared();
    let policy = call.policy();
    let deadline = from_now(call.options.timeout.unwrap_or(shared.timeout));
    let mut ceilings = policy.ceilings();
    shared.budget.earn();
    let mut server = Attempts::new(call, true, deadline).await?;
    let mut attempts = policy.attempts();
    let mut attempt = 0;
    loop {
        let permit = server.permit(deadline).await;
        let permit = permit.map_err(|failure| failure.attempts(attempt))?;
        attempt += 1;
        let last = attempt >= attempts;
        let Some(sent) = request.attempt(shared) else {
            return Err(call
                .failure(ErrorKind::InvalidRequest)
                .what("not sent: the body was used up"));
        };
        let outcome = one_attempt(call, &server, sent, permit, deadline).await;
        if let Ok(response) = &outcome {
            let renewed = server
                .renew(response.status(), request.is_repeatable(), deadline)
                .await;
            if renewed.map_err(|failure| failure.attempts(attempt))? {
                attempts = attempts.saturating_add(1);
                continue;
            }
        }
        let wait = if last {
            None
        } else {
            wait_before_next(call, &outcome, &mut ceilings)
        };
        match wait {
            Some(wait) if request.is_repeatable() && in_time(wait, deadline) && shared.budget.spend() => {
                let ended = match &outcome {
                    Ok(response) => Ok(response.status()),
                    Err(failure) => Err(failure.kind()),
                };
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

/// How long to wait before the next attempt; `None` if there should be none.
fn wait_before_next(
    call: &Call,
    outcome: &Result<Response<'_>, Failure>,
    ceilings: &mut impl Iterator<Item = Duration>,
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
    repeatable.then(|| backoff(call, ceilings.next(), asked))?
}

async fn one_attempt<'a>(
    call: &'a Call,
    server: &Attempts<'_>,
    request: reqwest::Request,
    permit: Option<Permit>,
    deadline: Instant,
) -> Result<Response<'a>, Failure> {
    let shared = call.core.shared();
    let attempt_timeout = call
        .options
        .attempt_timeout
        .unwrap_or(shared.attempt_timeout);
    let attempt_deadline = from_now(attempt_timeout);
    let sending = server.send(&shared.http, request, &shared.base_url.url, permit);
    let exchange = async {
        let (mut head, asked) = sending.await?;
        let body = if call.operation.streaming && head.status().is_success() {
            Err(attempt_timeout)
        } else {
            Ok(read(call, &mut head).await?)
        };
        Ok(Response::new(call, head, body, asked, &server.credential))
    };
    timeout_at(attempt_deadline.min(deadline), exchange)
        .await
        .unwrap_or_else(|_| {
            Err(call
                .failure(ErrorKind::Timeout)
                .what(if attempt_deadline <= deadline {
                    "no complete answer within the attempt timeout"
                } else {
                    "no complete answer within the total timeout"
                }))
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
    let Some(second) = next(call, head).await? else {
        // Most bodies come in one piece: no copy.
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
