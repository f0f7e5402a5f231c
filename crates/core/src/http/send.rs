//! Where generated code hands over to the runtime, and how a request is sent: attempts within timeouts, waits between them, a body
//! that is read up to the cap.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use bytes::{Bytes, BytesMut};
use reqwest::StatusCode;
use reqwest::header::{CONNECTION, CONTENT_LENGTH, HeaderName, HeaderValue, TRANSFER_ENCODING};
use tokio::time::{Instant, Timeout, timeout_at};

use crate::error::{ErrorKind, Failure};
use crate::exchange::is_passing;
use crate::http::attempt::{Attempts, backoff, fault, from_now, in_time, pause};
use crate::http::call::Call;
use crate::http::request::{Http, Request};
use crate::http::response::Response;
use crate::http::trace::watched;

/// Headers that say where a message ends. A wrong one makes a server read the rest of it as another request.
const FRAMING: [HeaderName; 3] = [CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING];

/// A call on its way. It is boxed, so that sending is compiled once, in this crate, and not in every crate that calls; and a
/// pointer is moved through the futures around it where the whole state would be.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<Response<'a>, Failure>> + Send + 'a>>;

impl Call {
    fn send(&self, request: Request) -> Sending<'_> {
        Box::pin(watched(self, send(self, request)))
    }

    /// Checks the generated request, and adds the headers that are set on this call.
    fn prepare(&self, request: &mut Request, info: &OperationInfo) -> Result<(), Failure> {
        let shared = self.core.shared();
        let refuse = |what: String| {
            Err(self
                .failure(ErrorKind::InvalidRequest)
                .what(format!("not sent: {what}")))
        };
        if info.operation_id != self.operation.id {
            return refuse(format!("the call was made for {}", info.operation_id));
        }
        if let Some(why) = shared.base_url.refuses(self.operation, &request.url) {
            return refuse(why);
        }
        request.anonymous = self.options.anonymous;
        if !self.options.query.is_empty() {
            request
                .url
                .query_pairs_mut()
                .extend_pairs(&self.options.query);
        }
        for (name, value) in &self.options.headers {
            let Ok(parsed) = name.parse::<HeaderName>() else {
                return refuse("the name of a header of this call is not one".to_owned());
            };
            let Ok(value) = HeaderValue::from_str(value) else {
                return refuse(format!(
                    "the value of the header `{parsed}` of this call is not one"
                ));
            };
            if FRAMING.contains(&parsed) {
                return refuse(format!(
                    "the header `{parsed}` belongs to the connection and cannot be set on a call"
                ));
            }
            if shared.is_credential(&parsed) {
                return refuse(format!(
                    "the header `{parsed}` holds the client's credential and cannot be replaced"
                ));
            }
            request.headers.insert(parsed, value);
        }
        Ok(())
    }
}

/// Which operation a generated method is.
pub struct OperationInfo {
    /// The operation id of the spec.
    pub operation_id: &'static str,
}

/// What a generated client tells of itself.
pub trait ClientInfo<Inner> {
    /// The version of the spec.
    fn api_version() -> &'static str;

    /// What every path begins with.
    fn baseurl(&self) -> &str;

    /// What requests are made with.
    fn client(&self) -> &Http;

    /// The call.
    fn inner(&self) -> &Inner;
}

/// Where generated code hands over to the runtime: before sending, sending, after sending.
pub trait ClientHooks<Inner = Call>: ClientInfo<Call> {
    /// Guards the path, adds the headers of the call. The client's own are added to each attempt.
    fn pre(&self, request: &mut Request, info: &OperationInfo) -> Ready<Result<(), Failure>> {
        ready(self.inner().prepare(request, info))
    }

    /// Sends, with timeouts, bounds and retries.
    fn exec<'a>(&'a self, request: Request, _info: &OperationInfo) -> Sending<'a>
    where
        Inner: 'a,
    {
        self.inner().send(request)
    }

    /// Nothing is left to do.
    fn post(
        &self,
        _result: &Result<Response<'_>, Failure>,
        _info: &OperationInfo,
    ) -> Ready<Result<(), Failure>> {
        ready(Ok(()))
    }
}

/// Not an `async fn`, whose future would hold the request twice: as it is given and as it is used.
fn send(call: &Call, request: Request) -> impl Future<Output = Result<Response<'_>, Failure>> {
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
                let what = if attempt_deadline <= deadline {
                    "no complete answer within the attempt timeout"
                } else {
                    "no complete answer within the total timeout"
                };
                let failure = call.failure(ErrorKind::Timeout).what(what);
                Err(failure.server(&shared.base_url.url))
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
            let ended = outcome.as_ref().map(Response::status);
            let ended = ended.map_err(Failure::kind);
            let asked = outcome.as_ref().ok().and_then(|response| response.asked);
            let wait = (attempt < attempts && request.is_repeatable() && passes(call, ended))
                .then(|| backoff(call, repeats, asked));
            let wait = wait.flatten();
            let Some(wait) = wait.filter(|wait| in_time(*wait, deadline) && shared.budget.spend())
            else {
                let mut response = outcome.map_err(|failure| failure.attempts(attempt))?;
                response.exchange.attempts = attempt;
                return Ok(response);
            };
            repeats += 1;
            pause(call, attempt, ended, wait).await;
        }
    }
}

/// Whether the call may be attempted again after an attempt that ended so.
fn passes(call: &Call, ended: Result<StatusCode, ErrorKind>) -> bool {
    match ended {
        Ok(status) => call.operation.idempotent && is_passing(status),
        // The request never left.
        Err(ErrorKind::Connect) => true,
        Err(ErrorKind::Timeout | ErrorKind::Transport) => call.operation.idempotent,
        Err(_) => false,
    }
}

/// Starts an attempt.
fn one_attempt<'a>(
    call: &'a Call,
    server: &Attempts<'_>,
    request: reqwest::Request,
    permit: Option<u64>,
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
    let (cap, server) = (
        call.core.shared().max_body_bytes,
        &call.core.shared().base_url.url,
    );
    let (status, announced) = (head.status(), head.content_length());
    let too_large = || {
        let what = format!("the body is larger than the cap of {cap} bytes");
        call.failure(ErrorKind::BodyTooLarge)
            .what(what)
            .status(status)
    };
    if announced.is_some_and(|length| length > cap as u64) {
        return Err(too_large());
    }
    let (mut first, mut whole) = (Bytes::new(), BytesMut::new());
    loop {
        let chunk = head.chunk().await;
        let broken = |error| fault(call, error).server(server).status(status);
        let Some(chunk) = chunk.map_err(broken)? else {
            break;
        };
        let length = first.len() + whole.len() + chunk.len();
        if length > cap {
            return Err(too_large());
        }
        if length == chunk.len() {
            // Most bodies come in one piece: no copy. Of what was announced, nothing is left then.
            first = chunk;
            if head.content_length() == Some(0) {
                break;
            }
            continue;
        }
        if whole.is_empty() {
            let likely = announced.and_then(|length| usize::try_from(length).ok());
            whole.reserve(likely.unwrap_or(0).max(length).min(cap));
            whole.extend_from_slice(&std::mem::take(&mut first));
        }
        whole.extend_from_slice(&chunk);
    }
    Ok(if whole.is_empty() {
        first
    } else {
        whole.freeze()
    })
}
