//! The bytes of one file, however many requests they take.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use reqwest::header::{ACCEPT_ENCODING, HeaderValue, IF_RANGE, LOCATION, RANGE};
use reqwest::{Method, Request, Response};
use tokio::time::timeout;

use super::answer::{Verdict, judge, leads_on, media_type};
use super::content::{Beginning, Expected};
use super::link::Link;
use super::range::{Progress, Validator};
use crate::error::{ErrorKind, Failure};
use crate::http::attempt::{Attempts, backoff, fault, from_now, pause};
use crate::http::call::Call;
use crate::http::client::Shared;
use crate::http::retry::RetryAfter;
use crate::http::trace::DownloadSpan;

/// Recordings lie one or two steps behind their links; more is a loop.
const MAX_REDIRECTS: u32 = 5;
/// What is kept of the body of a refusal.
const MAX_REFUSAL_BYTES: usize = 64 * 1024;

/// Never locked: it only makes what is called shareable between threads, as streams and futures have to be.
pub(super) type OnProgress = Mutex<Box<dyn FnMut(u64, Option<u64>) + Send>>;

/// How a download is to be done.
pub(crate) struct Plan {
    /// Whose download it is, and by which retry policy.
    pub(super) call: Call,
    pub(super) link: String,
    pub(super) expires_at: Option<DateTime<Utc>>,
    pub(super) max_bytes: u64,
    pub(super) max_resumes: u32,
    pub(super) stall_timeout: Option<Duration>,
    pub(super) expected: Expected,
    pub(super) on_progress: Option<OnProgress>,
    /// Whether a file that exists is replaced.
    pub(super) overwrite: bool,
    /// Whether a file that is not whole is left, to be gone on with.
    pub(super) resumable: bool,
}

/// What comes next.
pub(super) struct Piece {
    /// All that came so far is void: the file begins anew.
    pub(super) restart: bool,
    pub(super) bytes: Bytes,
}

pub(crate) struct Transfer {
    plan: Plan,
    /// Whether bytes that were handed out can be taken back.
    can_restart: bool,
    pub(super) progress: Progress,
    /// The furthest that it ever came: bytes that were there before are no progress.
    furthest: u64,
    pub(super) content_type: Option<String>,
    body: Option<Response>,
    /// First bytes that say too little so far to be handed out.
    held: Vec<u8>,
    /// Whether the first bytes were found to be a file's.
    judged: bool,
    /// Told before the next bytes, so that what is there is not given up for what turns out to be no file.
    restart_due: bool,
    done: bool,
    pub(super) attempts: u32,
    /// Attempts in a row that brought nothing new.
    fruitless: u32,
    span: DownloadSpan,
    /// Whether the span knows what the download came to.
    told: bool,
}

/// Why an attempt ended before the file did.
enum Fault {
    /// Another attempt may go on; the wait that the service asked for.
    Passing(Failure, Option<RetryAfter>),
    /// Another attempt may begin anew.
    Changed(Failure),
    Final(Failure),
}

/// An answer, and how long the service asks to wait.
type Answer = (Response, Option<RetryAfter>);

/// What is wrong with the connection passes; anything else does not, unless it is said to.
impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        match failure.kind() {
            ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport => {
                Self::Passing(failure, None)
            }
            _ => Self::Final(failure),
        }
    }
}

impl Transfer {
    pub(super) fn new(plan: Plan, can_restart: bool, progress: Progress) -> Self {
        Self {
            span: DownloadSpan::new(&plan.call, &plan.link),
            plan,
            can_restart,
            furthest: progress.position,
            progress,
            content_type: None,
            body: None,
            held: Vec::new(),
            judged: false,
            restart_due: false,
            done: false,
            attempts: 0,
            fruitless: 0,
            told: false,
        }
    }

    fn shared(&self) -> &Shared {
        self.plan.call.core.shared()
    }

    pub(super) fn failure(&self, kind: ErrorKind) -> Failure {
        self.plan.call.failure(kind).attempts(self.attempts)
    }

    fn stall_timeout(&self) -> Duration {
        self.plan
            .stall_timeout
            .unwrap_or(self.shared().attempt_timeout)
    }

    /// The next piece of the file; `None` once it is whole.
    pub(super) async fn next(&mut self) -> Result<Option<Piece>, Failure> {
        let span = self.span.clone();
        let next = span.watch(self.advance()).await;
        if !matches!(next, Ok(Some(_))) {
            self.end_span(next.as_ref().err());
        }
        next
    }

    async fn advance(&mut self) -> Result<Option<Piece>, Failure> {
        while !self.done {
            let outcome = match self.body.take() {
                Some(body) => self.read(body).await,
                None => self.open().await.map(|()| None),
            };
            match outcome {
                Ok(Some(bytes)) => {
                    let restart = std::mem::take(&mut self.restart_due);
                    return Ok(Some(Piece { restart, bytes }));
                }
                Ok(None) => {}
                Err(fault) => self.recover(fault).await.map_err(|failure| {
                    (self.done, self.restart_due) = (true, false);
                    failure.attempts(self.attempts)
                })?,
            }
        }
        let restart = std::mem::take(&mut self.restart_due);
        let bytes = Bytes::new();
        Ok(restart.then_some(Piece { restart, bytes }))
    }

    /// Tells the span what the download came to, be it by a failure of whoever takes the bytes.
    pub(super) fn end_span(&mut self, failure: Option<&Failure>) {
        if let Some(failure) = failure {
            self.span.error(failure.kind());
        }
        if !std::mem::replace(&mut self.told, true) {
            self.span.end(self.progress.position, self.attempts);
        }
    }

    /// Reads on; `None` at the end, or if there is nothing to hand out yet.
    async fn read(&mut self, mut body: Response) -> Result<Option<Bytes>, Fault> {
        let chunk = match timeout(self.stall_timeout(), body.chunk()).await {
            Ok(Ok(chunk)) => chunk,
            Ok(Err(error)) => return Err(fault(&self.plan.call, error).into()),
            Err(_) => return Err(self.stalled().into()),
        };
        let complete = chunk.is_none();
        let mut bytes = chunk.unwrap_or_default();
        if !self.held.is_empty() {
            self.held.extend_from_slice(&bytes);
            bytes = std::mem::take(&mut self.held).into();
        }
        let position = self.progress.position + bytes.len() as u64;
        if position > self.plan.max_bytes {
            return Err(self.too_large().into());
        }
        match self.progress.total {
            Some(total) if position > total => {
                let long =
                    format!("more came than the {total} bytes that the file is said to have");
                return Err(self.failure(ErrorKind::WrongContent).what(long).into());
            }
            Some(total) if complete && position < total => {
                let short = format!("the download ended at {position} of {total} bytes");
                return Err(self.failure(ErrorKind::Transport).what(short).into());
            }
            _ => {}
        }
        if !self.judged {
            let media_type = self.content_type.as_deref();
            match self.plan.expected.judge(media_type, &bytes, complete) {
                Beginning::File => self.judged = true,
                Beginning::NoFile(what) => {
                    let failure = self.failure(ErrorKind::WrongContent).what(what);
                    return Err(self.with_body(failure, body, bytes.into()).await.into());
                }
                Beginning::Open => {
                    self.held = bytes.into();
                    self.body = Some(body);
                    return Ok(None);
                }
            }
        }
        if complete {
            self.done = true;
        } else {
            self.body = Some(body);
        }
        if bytes.is_empty() {
            return Ok(None);
        }
        self.progress.position = position;
        if position > self.furthest {
            self.furthest = position;
            self.fruitless = 0;
        }
        self.tell_progress();
        Ok(Some(bytes))
    }

    /// Asks for the file, or for the rest of it.
    async fn open(&mut self) -> Result<(), Fault> {
        let now = self.shared().clock.now();
        // Into which type is said, and not left to what the comparison allows: that depends on chrono's features.
        let now_utc = DateTime::<Utc>::from(now);
        if self.plan.expires_at.is_some_and(|end| end <= now_utc) {
            let what = "not sent: the link has run out; fetch the record again for a new one";
            return Err(self.failure(ErrorKind::Expired).what(what).into());
        }
        if self.attempts == 0 {
            self.shared().budget.earn();
        }
        self.attempts += 1;
        self.fruitless += 1;
        let (head, wait) = self.find().await?;
        self.span.status(head.status());
        let verdict = judge(
            head.status(),
            head.headers(),
            head.content_length(),
            self.resuming(),
            &self.plan.expected,
        );
        self.held.clear();
        match verdict {
            // What it is the rest of was judged when it began.
            Verdict::Rest(total) => (self.progress.total, self.judged) = (total, true),
            Verdict::Whole(total) => {
                self.judged = false;
                if self.progress.position > 0 && !self.restart() {
                    return Err(self.changed().into());
                }
                self.progress.total = total;
                self.progress.validator = Validator::of(head.headers(), now);
            }
            Verdict::Changed => return Err(Fault::Changed(self.changed())),
            Verdict::Passing => {
                let what = "the service does not give the file at the moment";
                let failure = self.failure(ErrorKind::UnexpectedStatus).what(what);
                return Err(Fault::Passing(with_head(failure, &head), wait));
            }
            Verdict::WrongContent(what) => {
                let failure = self.failure(ErrorKind::WrongContent).what(what);
                return Err(self.with_body(failure, head, Vec::new()).await.into());
            }
            Verdict::Elsewhere | Verdict::Refused => {
                let what = match head.status().as_u16() {
                    401 | 403 | 404 | 410 => {
                        "the link gives no file: has it run out, or does the credential not reach it?"
                    }
                    _ => "the link gives no file",
                };
                let failure = self.failure(ErrorKind::UnexpectedStatus).what(what);
                return Err(self.with_body(failure, head, Vec::new()).await.into());
            }
        }
        if self.progress.total > Some(self.plan.max_bytes) {
            return Err(self.too_large().into());
        }
        self.content_type = media_type(head.headers());
        self.body = Some(head);
        Ok(())
    }

    /// Follows the link to where it gives an answer that is no redirect.
    async fn find(&self) -> Result<Answer, Failure> {
        let refused = |kind, what: &str| self.failure(kind).what(what);
        let mut link = Link::new(self.shared(), &self.plan.link)
            .map_err(|what| refused(ErrorKind::InvalidRequest, &format!("not sent: {what}")))?;
        for _ in 0..=MAX_REDIRECTS {
            let (head, wait) = self.ask(&link).await?;
            let target = head.headers().get(LOCATION);
            let target = target.and_then(|target| target.to_str().ok());
            let Some(target) = target.filter(|_| leads_on(head.status())) else {
                return Ok((head, wait));
            };
            link = link
                .follow(self.shared(), target)
                .map_err(|what| refused(ErrorKind::Redirect, what))?;
        }
        let what = format!("the link leads on after {MAX_REDIRECTS} redirects");
        Err(refused(ErrorKind::Redirect, &what))
    }

    /// What the rest is asked for after, if it can be.
    fn resuming(&self) -> Option<&Progress> {
        let known = self.progress.position > 0 && self.progress.validator.is_some();
        known.then_some(&self.progress)
    }

    /// Asks at one place.
    async fn ask(&self, link: &Link) -> Result<Answer, Failure> {
        let shared = self.shared();
        let deadline = from_now(self.stall_timeout());
        let http = shared.http_for(&link.url).map_err(|error| {
            let failure = self.failure(ErrorKind::InvalidRequest).source(error);
            failure.what("not sent: no HTTP client for https can be made")
        })?;
        let mut server = Attempts::new(&self.plan.call, link.own, deadline).await?;
        loop {
            let mut request = Request::new(Method::GET, link.url.clone());
            let headers = request.headers_mut();
            *headers = link.headers(shared);
            // A compressed form could not be continued in the middle, and its length says nothing.
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
            if let Some(asked) = self.resuming() {
                let range = HeaderValue::from_str(&format!("bytes={}-", asked.position));
                let range = range.map_err(|_| self.failure(ErrorKind::InvalidRequest))?;
                headers.insert(RANGE, range);
                let validator = asked.validator.iter();
                headers.extend(validator.map(|validator| (IF_RANGE, validator.0.clone())));
            }
            let permit = server.permit(from_now(Duration::MAX)).await?;
            let sending = server.send(http, request, &link.url, permit);
            let answer = timeout(self.stall_timeout(), sending).await;
            let (head, asked) = answer.map_err(|_| self.stalled())??;
            let deadline = from_now(self.stall_timeout());
            if !server.renew(head.status(), true, deadline).await? {
                return Ok((head, asked));
            }
        }
    }

    fn stalled(&self) -> Failure {
        let what = format!(
            "nothing came within the stall timeout, after {} bytes",
            self.progress.position
        );
        self.failure(ErrorKind::Timeout).what(what)
    }

    fn too_large(&self) -> Failure {
        self.failure(ErrorKind::BodyTooLarge).what(format!(
            "the file is larger than the cap of {} bytes",
            self.plan.max_bytes
        ))
    }

    fn changed(&self) -> Failure {
        self.failure(ErrorKind::WrongContent).what(
            "the download broke off and cannot be continued: the server gave another version of the file, or only all of it",
        )
    }

    /// An answer that is no file, with the beginning of its body, of which some may be there already.
    async fn with_body(&self, failure: Failure, mut head: Response, mut kept: Vec<u8>) -> Failure {
        while kept.len() < MAX_REFUSAL_BYTES
            && let Ok(Ok(Some(chunk))) = timeout(self.stall_timeout(), head.chunk()).await
        {
            kept.extend_from_slice(&chunk);
        }
        kept.truncate(MAX_REFUSAL_BYTES);
        let mut failure = with_head(failure, &head);
        failure.0.exchange.body = Some(Bytes::from(kept));
        failure
    }

    /// Voids what came so far; false if that cannot be done.
    fn restart(&mut self) -> bool {
        if self.can_restart {
            self.progress = Progress::default();
            self.restart_due = true;
            self.tell_progress();
        }
        self.can_restart
    }

    fn tell_progress(&mut self) {
        if let Some(on_progress) = &mut self.plan.on_progress {
            let on_progress = on_progress
                .get_mut()
                .unwrap_or_else(PoisonError::into_inner);
            on_progress(self.progress.position, self.progress.total);
        }
    }

    /// Waits before the next attempt; an error if there should be none.
    async fn recover(&mut self, fault: Fault) -> Result<(), Failure> {
        let (mut failure, asked, changed) = match fault {
            Fault::Passing(failure, asked) => (failure, asked, false),
            Fault::Changed(failure) => (failure, None, true),
            Fault::Final(failure) => return Err(failure),
        };
        failure.0.retry_after = asked.and_then(RetryAfter::exact);
        let policy = self.plan.call.policy();
        // An attempt that brought bytes is not repeated, it is continued: that adds no load to an outage.
        let wait = backoff(&self.plan.call, self.fruitless.saturating_sub(1), asked)
            .filter(|_| policy.attempts() > 1 && self.fruitless < policy.attempts())
            .filter(|_| self.attempts <= self.plan.max_resumes)
            .filter(|_| self.fruitless == 0 || self.shared().budget.spend());
        let Some(wait) = wait else {
            return Err(failure);
        };
        let lost = self.progress.position > 0 && (changed || self.progress.validator.is_none());
        if lost && !self.restart() {
            return Err(failure);
        }
        pause(&self.plan.call, self.attempts, Err(failure.kind()), wait).await;
        Ok(())
    }
}

fn with_head(failure: Failure, head: &Response) -> Failure {
    let mut failure = failure.status(head.status());
    failure.0.exchange.headers = head.headers().clone();
    failure
}

/// A download that is given up is told, too.
impl Drop for Transfer {
    fn drop(&mut self) {
        self.end_span(None);
    }
}
