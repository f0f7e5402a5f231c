//! Sends a request: attempts within timeouts, waits between them, a body that is read up to the cap.

use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::StatusCode;
use tokio::time::{Instant, timeout_at};

use crate::error::{ErrorKind, Failure};
use crate::exchange::is_passing;
use crate::http::base_url::origin;
use crate::http::call::Call;
use crate::http::pace;
use crate::http::refreshing::{Current, Fault};
use crate::http::request::Request;
use crate::http::response::Response;
use crate::http::retry::{RetryAfter, RetryPolicy, asked_wait};
use crate::http::trace::retrying;

pub(crate) async fn send(call: &Call, request: Request) -> Result<Response, Failure> {
    let shared = call.core.shared();
    let policy = call.options.retry.unwrap_or(shared.retry);
    let deadline = from_now(call.options.timeout.unwrap_or(shared.timeout));
    let mut ceilings = policy.ceilings();
    let mut request = Some(request);
    shared.budget.earn();
    let mut credential = fetch(call, None, deadline).await?;
    // A refused credential is replaced once, by a repeat that the policy does not count.
    let mut may_replace = credential.is_some() && policy.attempts() > 1;
    let mut attempts = policy.attempts();
    let mut attempt = 0;
    loop {
        let turn = pace::turn(call, deadline)
            .await
            .map_err(|failure| failure.attempts(attempt))?;
        attempt += 1;
        let last = attempt >= attempts;
        // A streamed body cannot be sent twice, and the last attempt needs no copy.
        let copy = if last && !may_replace {
            None
        } else {
            request.as_ref().and_then(Request::try_clone)
        };
        let Some(current) = request.take() else {
            return Err(call
                .failure(ErrorKind::InvalidRequest)
                .what("not sent: the body was used up"));
        };
        let mut current = current.complete(shared);
        if let (Some(refreshing), Some(credential)) = (&shared.refreshing, &credential) {
            let headers = current.headers_mut();
            headers.insert(refreshing.header(), credential.value.clone());
        }
        let mut outcome = one_attempt(call, current, deadline).await;
        request = copy;

        let mut asked = None;
        let mut refused = None;
        if let Ok(response) = &mut outcome {
            response.credential.clone_from(&credential);
            asked = wait_asked_for(call, response);
            pace::hear(call, turn, response.headers(), asked.map(RetryAfter::wait));
            refused = credential
                .as_ref()
                .filter(|_| response.status() == StatusCode::UNAUTHORIZED);
        }
        if let (Some(refreshing), Some(refused)) = (&shared.refreshing, refused) {
            refreshing.refuse(refused);
            if may_replace && request.is_some() {
                may_replace = false;
                let fetched = fetch(call, Some(refused), deadline)
                    .await
                    .map_err(|failure| failure.attempts(attempt))?;
                // The same one again would only be refused again.
                if fetched
                    .as_ref()
                    .is_some_and(|fetched| !fetched.is_same_as(refused))
                {
                    credential = fetched;
                    attempts = attempts.saturating_add(1);
                    continue;
                }
            }
        }
        let wait = if last {
            None
        } else {
            wait_before_next(call, &outcome, asked, policy, ceilings.next())
        };
        let in_time = |wait: Duration| wait < deadline.saturating_duration_since(Instant::now());
        match wait {
            Some(wait) if request.is_some() && in_time(wait) && shared.budget.spend() => {
                retrying(attempt, &outcome, wait);
                shared.clock.sleep(wait).await;
            }
            _ => {
                return match outcome {
                    Ok(mut response) => {
                        response.exchange.attempts = attempt;
                        response.retry_after = asked.and_then(RetryAfter::told);
                        Ok(response)
                    }
                    Err(failure) => Err(failure.attempts(attempt)),
                };
            }
        }
    }
}

/// The credential, where a provider fetches it; `refused` is the one that the service did not take.
///
/// A provider's failure that passes is waited out as one of the service would be. Nothing of the call was sent, so that this is
/// right for any operation, and its attempts are not the call's.
pub(crate) async fn fetch(
    call: &Call,
    refused: Option<&Arc<Current>>,
    deadline: Instant,
) -> Result<Option<Arc<Current>>, Failure> {
    let shared = call.core.shared();
    let Some(refreshing) = &shared.refreshing else {
        return Ok(None);
    };
    let policy = call.options.retry.unwrap_or(shared.retry);
    let mut ceilings = policy.ceilings();
    let mut asked = 0;
    let mut failure = loop {
        asked += 1;
        let fault = match timeout_at(deadline, refreshing.get(refused)).await {
            Ok(Ok(current)) => return Ok(Some(current)),
            Ok(Err(fault)) => fault,
            Err(_) => {
                break call
                    .failure(ErrorKind::Timeout)
                    .what("no credential came within the total timeout");
            }
        };
        let jittered = shared.clock.jitter(ceilings.next().unwrap_or_default());
        let wait = policy
            .wait(fault.asked.map(RetryAfter::Told), jittered)
            .filter(|_| fault.passing && asked < policy.attempts())
            .filter(|wait| *wait < deadline.saturating_duration_since(Instant::now()))
            .filter(|_| shared.budget.spend());
        let failure = no_credential(call, fault, refused.is_some());
        let Some(wait) = wait else { break failure };
        retrying(asked, &Err(failure), wait);
        shared.clock.sleep(wait).await;
    };
    failure.0.exchange.status = refused.map(|_| StatusCode::UNAUTHORIZED);
    Err(failure)
}

fn no_credential(call: &Call, fault: Fault, was_refused: bool) -> Failure {
    let what = if was_refused {
        "the service refused the credential, and no new one could be had"
    } else {
        "not sent: no credential could be had"
    };
    let mut failure = call
        .failure(ErrorKind::Credential)
        .what(what)
        .shared_source(fault.source);
    failure.0.retry_after = fault.asked;
    failure.0.passing = fault.passing;
    failure
}

/// The wait that the service asks for, in so many words or by its rate limit; an answer to the call asks for none.
fn wait_asked_for(call: &Call, response: &Response) -> Option<RetryAfter> {
    if response.head_status().is_success() {
        return None;
    }
    let now = call.core.shared().clock.now();
    asked_wait(
        response.head_status(),
        response.headers(),
        response.exchange.rate_limit(),
        now,
    )
}

/// How long to wait before the next attempt; `None` if there should be none.
fn wait_before_next(
    call: &Call,
    outcome: &Result<Response, Failure>,
    asked: Option<RetryAfter>,
    policy: RetryPolicy,
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
    if !repeatable {
        return None;
    }
    let jittered = call.core.shared().clock.jitter(ceiling.unwrap_or_default());
    policy.wait(asked, jittered)
}

/// A moment so far away that it never comes stands in for one that cannot be computed.
pub(crate) fn from_now(duration: Duration) -> Instant {
    const NEVER: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);
    let now = Instant::now();
    now.checked_add(duration.min(NEVER)).unwrap_or(now)
}

async fn one_attempt(
    call: &Call,
    request: reqwest::Request,
    deadline: Instant,
) -> Result<Response, Failure> {
    let shared = call.core.shared();
    let attempt_timeout = call
        .options
        .attempt_timeout
        .unwrap_or(shared.attempt_timeout);
    let attempt_deadline = from_now(attempt_timeout);
    let until = attempt_deadline.min(deadline);
    // The HTTP client boxes it, and so a request is moved once instead of through each future.
    let sending = shared.http.execute(request);
    match timeout_at(until, exchange(call, sending, attempt_timeout)).await {
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
    sending: impl Future<Output = reqwest::Result<reqwest::Response>>,
    stall_timeout: Duration,
) -> Result<Response, Failure> {
    let mut head = sending.await.map_err(|error| fault(call, error))?;
    if !call.core.shared().base_url.is_origin_of(head.url()) {
        // Only a client of the user's own can have followed.
        let what = format!(
            "the HTTP client followed a redirect to {}: give it redirect::Policy::none()",
            origin(head.url())
        );
        return Err(call.failure(ErrorKind::Redirect).what(what));
    }
    let body = if call.operation.streaming && head.status().is_success() {
        Err(stall_timeout)
    } else {
        Ok(read(call, &mut head).await?)
    };
    Ok(Response::new(call, head, body))
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

/// What kind of fault the HTTP client reports. Its URL holds the query, so it is taken out.
pub(crate) fn fault(call: &Call, error: reqwest::Error) -> Failure {
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
