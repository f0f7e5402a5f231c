//! Sends a request: attempts within timeouts, waits between them, a body that is read up to the cap.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::Request;
use tokio::time::{Instant, timeout_at};

use crate::base_url::origin;
use crate::call::Call;
use crate::error::{ErrorKind, Failure};
use crate::response::{Content, Response};
use crate::retry::{is_passing, retry_after};
use crate::trace::retrying;

pub(crate) async fn send(call: &Call, request: Request) -> Result<Response, Failure> {
    let shared = call.core.shared();
    let policy = call.options.retry.unwrap_or(shared.retry);
    let deadline = from_now(call.options.timeout.unwrap_or(shared.timeout));
    let mut ceilings = policy.ceilings();
    let mut request = Some(request);
    let mut attempt = 0;
    shared.budget.earn();
    loop {
        attempt += 1;
        let last = attempt >= policy.attempts();
        // A streamed body cannot be sent twice, and the last attempt needs no copy.
        let copy = if last {
            None
        } else {
            request.as_ref().and_then(Request::try_clone)
        };
        let Some(current) = request.take() else {
            return Err(call
                .failure(ErrorKind::InvalidRequest)
                .what("not sent: the body was used up"));
        };
        let outcome = one_attempt(call, current, deadline).await;
        request = copy;

        let asked = match &outcome {
            Ok(response) => retry_after(response.headers(), shared.clock.now()),
            Err(_) => None,
        };
        let wait = wait_before_next(
            call,
            &outcome,
            asked,
            policy.longest_retry_after(),
            ceilings.next(),
        );
        let in_time = |wait: Duration| wait < deadline.saturating_duration_since(Instant::now());
        match wait {
            Some(wait) if request.is_some() && in_time(wait) && shared.budget.spend() => {
                retrying(attempt, &outcome, wait);
                shared.clock.sleep(wait).await;
            }
            _ => {
                return match outcome {
                    Ok(mut response) => {
                        response.attempts = attempt;
                        response.retry_after = asked;
                        Ok(response)
                    }
                    Err(mut failure) => {
                        failure.0.attempts = attempt;
                        Err(failure)
                    }
                };
            }
        }
    }
}

/// How long to wait before the next attempt; `None` if there should be none.
fn wait_before_next(
    call: &Call,
    outcome: &Result<Response, Failure>,
    asked: Option<Duration>,
    longest: Duration,
    ceiling: Option<Duration>,
) -> Option<Duration> {
    let repeatable = match outcome {
        Ok(response) => call.operation.idempotent && is_passing(response.status()),
        Err(failure) => match failure.kind() {
            // The request never left.
            ErrorKind::Connect => true,
            ErrorKind::Timeout | ErrorKind::Transport => call.operation.idempotent,
            _ => false,
        },
    };
    if !repeatable || asked.is_some_and(|asked| asked > longest) {
        return None;
    }
    let jittered = call.core.shared().clock.jitter(ceiling.unwrap_or_default());
    Some(asked.map_or(jittered, |asked| asked.max(jittered)))
}

/// A moment so far away that it never comes stands in for one that cannot be computed.
fn from_now(duration: Duration) -> Instant {
    const NEVER: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);
    let now = Instant::now();
    now.checked_add(duration.min(NEVER)).unwrap_or(now)
}

async fn one_attempt(
    call: &Call,
    request: Request,
    deadline: Instant,
) -> Result<Response, Failure> {
    let shared = call.core.shared();
    let attempt_timeout = call
        .options
        .attempt_timeout
        .unwrap_or(shared.attempt_timeout);
    let attempt_deadline = from_now(attempt_timeout);
    let until = attempt_deadline.min(deadline);
    match timeout_at(until, exchange(call, request, attempt_timeout)).await {
        Ok(outcome) => outcome,
        Err(_) => {
            let what = if attempt_deadline <= deadline {
                "no complete answer within the attempt timeout"
            } else {
                "no complete answer within the total timeout"
            };
            Err(call.failure(ErrorKind::Timeout).what(what))
        }
    }
}

async fn exchange(
    call: &Call,
    request: Request,
    stall_timeout: Duration,
) -> Result<Response, Failure> {
    let shared = call.core.shared();
    let mut head = shared
        .http
        .execute(request)
        .await
        .map_err(|error| fault(call, error))?;
    if !shared.base_url.is_origin_of(head.url()) {
        // Only a client of the user's own can have followed.
        let what = format!(
            "the HTTP client followed a redirect to {}: give it redirect::Policy::none()",
            origin(head.url())
        );
        return Err(call.failure(ErrorKind::Redirect).what(what));
    }
    let content = if call.operation.streaming && head.status().is_success() {
        Content::Streaming { stall_timeout }
    } else {
        Content::Whole(read(call, &mut head).await?)
    };
    Ok(Response::new(call, head, content))
}

/// Reads the whole body, counting while it arrives.
async fn read(call: &Call, head: &mut reqwest::Response) -> Result<Bytes, Failure> {
    let cap = call.core.shared().max_body_bytes;
    let announced = head.content_length();
    let too_large = |head: &reqwest::Response| {
        let mut failure = call.failure(ErrorKind::BodyTooLarge);
        failure.0.status = Some(head.status());
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
        failure.0.status = Some(status);
        failure
    })
}

/// What kind of fault the HTTP client reports. Its URL holds the query, so it is taken out.
fn fault(call: &Call, error: reqwest::Error) -> Failure {
    let (kind, what) = if error.is_connect() {
        (ErrorKind::Connect, "no connection could be opened")
    } else if error.is_timeout() {
        (ErrorKind::Timeout, "no complete answer in time")
    } else if error.is_redirect() {
        (
            ErrorKind::Redirect,
            "the HTTP client gave up following redirects",
        )
    } else if error.is_builder() {
        (
            ErrorKind::InvalidRequest,
            "not sent: the request cannot be written",
        )
    } else if error.is_body() || error.is_decode() {
        (ErrorKind::Transport, "the body broke off")
    } else {
        (ErrorKind::Transport, "the connection broke")
    };
    call.failure(kind).what(what).source(error.without_url())
}
