//! What a call ends in when it does not succeed: opaque, told apart by predicates, safe to log.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;

use crate::exchange::provider::{Operation, Provider};
use crate::exchange::rate_limit::RateLimit;
use crate::exchange::{Exchange, is_passing};
use crate::json::path::DecodeFailure;
use crate::values::debug::partial_debug;

/// Shared, because calls that waited for the same thing fail for the same reason.
type Source = Arc<dyn StdError + Send + Sync>;

/// What kind of thing went wrong: what the service did with the request, and what to do next.
///
/// New kinds can come, so a `match` needs an arm for the rest.
///
/// ```
/// use callslip_core::{Error, ErrorKind};
///
/// fn next_step<E>(error: &Error<E>) -> &'static str {
///     match error.kind() {
///         ErrorKind::InvalidRequest => "correct what the message names",
///         ErrorKind::Credential => "check the API key",
///         ErrorKind::Timeout | ErrorKind::Transport => "look whether it took effect, then repeat",
///         ErrorKind::Decode => "it took effect: keep raw_body()",
///         _ if error.is_retryable() => "try again later",
///         _ => "log it",
///     }
/// }
///
/// assert_eq!(next_step(&Error::for_test(503, Some("busy"))), "try again later");
/// assert_eq!(next_step(&Error::for_test(404, Some("no such call"))), "log it");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request was refused here, before anything was sent: a parameter is not usable, or a blocking client was
    /// called inside an async runtime. Mend what the message names.
    InvalidRequest,
    /// No credential could be had: the client's [`CredentialProvider`](crate::CredentialProvider) failed, or gave what
    /// cannot be sent. Its error is the source. Nothing was done: either nothing was sent, or the service refused the
    /// credential that was ([`Error::status`] is then 401). Correct what the source names; if
    /// [`is_retryable`](Error::is_retryable) holds, try again later.
    Credential,
    /// No connection could be opened, so the service has not seen the request. It may be repeated safely, whatever the
    /// operation. Check the address, DNS, the network, the certificate.
    Connect,
    /// No answer came in time. The service may or may not have acted on the request. Repeat it if the operation is
    /// idempotent; otherwise look first whether it took effect.
    Timeout,
    /// The connection broke after it was opened, or the body broke off. The service may or may not have acted on the
    /// request. Repeat it if the operation is idempotent; otherwise look first whether it took effect.
    Transport,
    /// The service points elsewhere and was not followed, because credentials must not travel to where an answer
    /// points. Nothing was done. Check the base URL.
    Redirect,
    /// The service refused the request with its documented error body; see [`Error::api_error`]. What to do depends on
    /// the status and the provider's code.
    Api,
    /// The service answered with a status that is not documented, or with an error body that is not the documented
    /// one (a proxy's HTML page, say). The bytes are in [`Error::raw_body`]. Check that the base URL leads to the service;
    /// after 408, 429, 502, 503 and 504 try again later.
    UnexpectedStatus,
    /// The service acted on the request and answered, but the body cannot be read as the documented type even after
    /// mending; [`Error::json_path`] says where. The bytes are in [`Error::raw_body`]: keep them. Do not repeat an operation
    /// that changes something.
    Decode,
    /// The answers of a list do not lead on: a cursor repeats, say, or page after page holds nothing new. Everything
    /// that was delivered stays delivered, and there may be more. Read again later, or ask for a narrower list.
    Paging,
    /// The body is larger than the client's cap. The service acted on the request. Raise `max_body_bytes` (of a download:
    /// `max_bytes`), or ask for less.
    BodyTooLarge,
    /// A link to a recording or transcript has run out, by the time that was given with it. Nothing was sent. Fetch the
    /// record again: it comes with a new link.
    Expired,
    /// A link gave something else than the file: another type than expected, a page, a compressed form, more bytes than
    /// announced, or another version in the middle of a download that cannot begin anew. Look at what the link leads to, or
    /// download it again.
    WrongContent,
    /// What was downloaded could not be written: the disk is full, the folder is not there or not yours, the file appeared in
    /// the meantime, the writer failed. The source says what; nothing is left behind under the name of the file.
    Write,
}

/// Why a call did not succeed.
///
/// `E` is the provider's error body. [`Display`](fmt::Display) is one line that is safe to log: operation, status, the
/// provider's code and message, request id, attempt; never a body, a credential, a query value or a phone number.
///
/// ```
/// use callslip_core::Error;
///
/// fn log<E>(error: &Error<E>) {
///     eprintln!("{error}"); // safe to log
///     if let Some(id) = error.request_id() {
///         eprintln!("name {id} when you ask the provider for help");
///     }
/// }
///
/// let error = Error::for_test(404, Some("no such call"));
/// log(&error);
/// assert_eq!(error.to_string(), "test: 404 (attempt 1)");
/// assert_eq!(error.api_error(), Some(&"no such call"));
/// ```
///
/// The error of a download, an event stream or a webhook's payload has no error body: it is `Error<()>`, and goes through `?`
/// into the provider's own.
pub struct Error<E = ()> {
    inner: Box<Inner<E>>,
}

struct Inner<E> {
    facts: Facts,
    api: Option<E>,
}

/// What is known of a failure, whatever the type of the provider's error body.
pub(crate) struct Facts {
    pub(crate) kind: ErrorKind,
    pub(crate) exchange: Exchange,
    /// What happened, in words that hold nothing of the request or the answer.
    pub(crate) what: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) json_path: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    /// Whether a credential provider said that its failure passes.
    pub(crate) passing: bool,
    /// Host and port that a fault on the way was met at.
    pub(crate) server: Option<Box<str>>,
    pub(crate) source: Option<Source>,
}

impl Facts {
    pub(crate) fn new(kind: ErrorKind, exchange: Exchange) -> Self {
        Self {
            kind,
            exchange,
            what: None,
            code: None,
            message: None,
            json_path: None,
            retry_after: None,
            passing: false,
            server: None,
            source: None,
        }
    }
}

/// A failure before the type of the provider's error body matters.
pub struct Failure(pub(crate) Box<Facts>);

impl Failure {
    pub(crate) fn new(
        kind: ErrorKind,
        provider: &'static Provider,
        operation: &'static Operation,
    ) -> Self {
        Self::of(kind, Exchange::new(provider, operation.id))
    }

    /// Of an exchange without an answer that could hold the id of the request.
    fn of(kind: ErrorKind, exchange: Exchange) -> Self {
        Self(Box::new(Facts::new(
            kind,
            Exchange {
                request_id: None.into(),
                ..exchange
            },
        )))
    }

    /// A request that is refused before it is sent.
    pub(crate) fn not_sent(operation: &'static str, why: &str) -> Self {
        let exchange = Exchange {
            operation,
            ..Exchange::default()
        };
        Self::of(ErrorKind::InvalidRequest, exchange).what(format!("not sent: {why}"))
    }

    /// A request that cannot be put into bytes. The cause may quote the value, so it is neither shown nor kept.
    pub(crate) fn unsendable() -> Self {
        Self::of(ErrorKind::InvalidRequest, Exchange::default())
            .what("the request cannot be written: a value does not fit where it goes")
    }

    /// What came and cannot be read: a body, or a part of one.
    pub(crate) fn undecodable(
        exchange: Exchange,
        what: &str,
        failure: DecodeFailure,
        body: Bytes,
    ) -> Self {
        let what = format!("{what} cannot be read: expected {}", failure.expected);
        let mut refused = Self::of(ErrorKind::Decode, exchange).what(what);
        refused.0.json_path = Some(failure.json_path);
        refused.0.exchange.body = Some(body);
        refused
    }

    pub(crate) fn what(mut self, what: impl Into<String>) -> Self {
        self.0.what = Some(what.into());
        self
    }

    pub(crate) fn source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }

    /// Where a fault on the way was met. Of the URL nothing but host and port is kept.
    pub(crate) fn server(mut self, url: &reqwest::Url) -> Self {
        let port = url.port_or_known_default();
        let server = url
            .host_str()
            .zip(port)
            .map(|(host, port)| format!("{host}:{port}").into());
        self.0.server = server;
        self
    }

    pub(crate) fn shared_source(mut self, source: Source) -> Self {
        self.0.source = Some(source);
        self
    }

    pub(crate) fn status(mut self, status: StatusCode) -> Self {
        self.0.exchange.status = Some(status);
        self
    }

    pub(crate) fn attempts(mut self, attempts: u32) -> Self {
        self.0.exchange.attempts = attempts;
        self
    }

    pub(crate) fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// With the provider's error body.
    pub(crate) fn with<E>(self, body: Option<E>) -> Error<E> {
        Error::from_facts(*self.0, body)
    }
}

impl<E> From<Failure> for Error<E> {
    fn from(failure: Failure) -> Self {
        Self::from_facts(*failure.0, None)
    }
}

/// The body that a provider sends when it refuses: what a provider's errors hold, where the errors of a download, of a stream or
/// of a payload hold nothing, `()`. Generated code implements it for the error bodies of its spec, and nobody for `()`: that is what
/// lets the one become the other.
pub trait ErrorBody {}

impl ErrorBody for serde_json::Value {}
impl ErrorBody for crate::values::one_or_many::OneOrMany {}

/// An error of what no error body belongs to (a download, an event stream, a payload) goes through `?` into the provider's own.
impl<E: ErrorBody> From<Error> for Error<E> {
    fn from(error: Error) -> Self {
        Self::from_facts(error.inner.facts, None)
    }
}

impl<E> Error<E> {
    pub(crate) fn from_facts(facts: Facts, api: Option<E>) -> Self {
        Self {
            inner: Box::new(Inner { facts, api }),
        }
    }

    fn facts(&self) -> &Facts {
        &self.inner.facts
    }

    /// What kind of thing went wrong, and with it what to do.
    pub fn kind(&self) -> ErrorKind {
        self.facts().kind
    }

    /// The HTTP status of the answer; `None` if no answer came, as after a timeout.
    ///
    /// ```
    /// # use callslip_core::Error;
    /// fn is_gone<E>(error: &Error<E>) -> bool {
    ///     error.status().is_some_and(|status| status.as_u16() == 404)
    /// }
    /// assert!(is_gone(&Error::for_test(404, Some("no such call"))));
    /// ```
    pub fn status(&self) -> Option<StatusCode> {
        self.facts().exchange.status
    }

    /// The headers of the answer; empty if none came.
    pub fn headers(&self) -> &HeaderMap {
        &self.facts().exchange.headers
    }

    /// The provider's error body, if it sent the documented one: then the kind is [`Api`](ErrorKind::Api).
    ///
    /// ```
    /// # use callslip_core::Error;
    /// struct ErrorBody { code: &'static str }
    ///
    /// let error = Error::for_test(409, Some(ErrorBody { code: "CALL_NOT_OVER" }));
    /// assert!(error.api_error().is_some_and(|body| body.code == "CALL_NOT_OVER"));
    /// ```
    pub fn api_error(&self) -> Option<&E> {
        self.inner.api.as_ref()
    }

    /// The same, by value.
    #[must_use]
    pub fn into_api_error(self) -> Option<E> {
        self.inner.api
    }

    /// The bytes of the answer's body, if they were read. They can hold personal data: do not log them.
    ///
    /// ```
    /// # use callslip_core::Error;
    /// fn keep<E>(error: &Error<E>) -> std::io::Result<()> {
    ///     match error.raw_body() {
    ///         Some(bytes) => std::fs::write("refused.json", bytes),
    ///         None => Ok(()),
    ///     }
    /// }
    /// # assert!(keep(&Error::for_test(500, Some(()))).is_ok());
    /// ```
    pub fn raw_body(&self) -> Option<&Bytes> {
        self.facts().exchange.body.as_ref()
    }

    /// Where in the body decoding failed, as a JSON pointer (`/data/3/id`); empty for the body itself, `None` if the kind is
    /// not [`Decode`](ErrorKind::Decode).
    pub fn json_path(&self) -> Option<&str> {
        self.facts().json_path.as_deref()
    }

    /// The id that the provider gave the request; name it when you ask the provider for help.
    pub fn request_id(&self) -> Option<&str> {
        self.facts().exchange.request_id()
    }

    /// The provider's own code for what went wrong (`NOT_FOUND`), if its error body has one.
    pub fn provider_code(&self) -> Option<&str> {
        self.facts().code.as_deref()
    }

    /// The provider's message, cleaned: one line, of limited length, what looks like a phone number masked.
    pub fn provider_message(&self) -> Option<&str> {
        self.facts().message.as_deref()
    }

    /// What the service says is left of its rate limit, if the provider documents headers for that and they came.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.facts().exchange.rate_limit()
    }

    /// How long the service asked to wait before the next attempt; `None` too where it asked in words that cannot be read
    /// (the client then waits 20 s between its own attempts). After a 429 that does not say so, it is the window of
    /// the documented rate limit, where the service tells its length.
    ///
    /// ```
    /// use std::time::Duration;
    /// # use callslip_core::Error;
    ///
    /// /// When a job should run again: as the service asked, or in a minute.
    /// fn next_run<E>(error: &Error<E>) -> Option<Duration> {
    ///     error.is_retryable().then(|| error.retry_after().unwrap_or(Duration::from_secs(60)))
    /// }
    /// assert_eq!(next_run(&Error::for_test(429, Some(()))), Some(Duration::from_secs(60)));
    /// assert_eq!(next_run(&Error::for_test(400, Some(()))), None);
    /// ```
    pub fn retry_after(&self) -> Option<Duration> {
        self.facts().retry_after
    }

    /// Host and port of the server that was not reached, did not answer in time or broke off; `None` after anything else than a
    /// fault on the way. Behind a proxy it is still the service's.
    ///
    /// ```
    /// # use callslip_core::Error;
    /// fn explain<E>(error: &Error<E>) -> String {
    ///     match error.server() {
    ///         Some(server) => format!("{error}: is {server} up?"),
    ///         None => error.to_string(),
    ///     }
    /// }
    /// # assert!(!explain(&Error::for_test(500, Some(()))).contains("up?"));
    /// ```
    pub fn server(&self) -> Option<&str> {
        self.facts().server.as_deref()
    }

    /// How many attempts were made, the first included; 0 if nothing was sent.
    pub fn attempts(&self) -> u32 {
        self.facts().exchange.attempts
    }

    /// The operation id; empty in an error made by hand.
    pub fn operation(&self) -> &'static str {
        self.facts().exchange.operation
    }

    /// No answer came in time. The service may or may not have started on the request: repeat it if the operation is
    /// idempotent, otherwise look first whether it took effect. If it persists, raise `attempt_timeout` and `timeout` of
    /// the client or the call.
    ///
    /// A gateway that answers 504 has answered: that is a [`status`](Self::status), and no timeout.
    ///
    /// ```
    /// # use callslip_core::Error;
    /// let error = Error::for_test(504, Some(()));
    /// assert!(!error.is_timeout() && error.is_retryable());
    /// ```
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// No connection could be opened: the service has not seen the request, and any operation may be repeated. If it
    /// persists, check the address, DNS, the network and the certificate; the error's source says which.
    ///
    /// ```
    /// # use callslip_core::Error;
    /// use std::error::Error as _;
    ///
    /// fn explain<E>(error: &Error<E>) -> String {
    ///     match error.source() {
    ///         Some(source) if error.is_connect() => format!("not reached: {source}"),
    ///         _ => error.to_string(),
    ///     }
    /// }
    /// # assert!(explain(&Error::for_test(500, Some(()))).contains("500"));
    /// ```
    pub fn is_connect(&self) -> bool {
        self.kind() == ErrorKind::Connect
    }

    /// The service answered with 2xx, so it carried out or accepted what was asked, and only its answer cannot be read. Do not
    /// repeat an operation that changes something: read what it answered in [`raw_body`](Self::raw_body), or fetch the record.
    ///
    /// ```
    /// # use callslip_core::Error;
    /// fn was_created<T, E>(outcome: &Result<T, Error<E>>) -> bool {
    ///     match outcome {
    ///         Ok(_) => true,
    ///         Err(error) => error.is_accepted(),
    ///     }
    /// }
    /// # assert!(!was_created::<(), _>(&Err(Error::for_test(500, Some(())))));
    /// ```
    pub fn is_accepted(&self) -> bool {
        self.kind() == ErrorKind::Decode && self.status().is_some_and(|status| status.is_success())
    }

    /// Whether a later attempt may succeed without a change: timeouts, connection faults, the statuses 408, 429, 502, 503,
    /// 504, and failures of a credential provider that it said to be passing. The client has already repeated what its policy
    /// allows, so wait first: as long as [`retry_after`](Self::retry_after) says, or minutes. Repeat other operations than
    /// idempotent ones only after looking whether they took effect.
    ///
    /// ```
    /// # use callslip_core::Error;
    /// assert!(Error::for_test(503, Some(())).is_retryable());
    /// assert!(!Error::for_test(422, Some(())).is_retryable());
    /// ```
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport => true,
            ErrorKind::Api | ErrorKind::UnexpectedStatus => self.status().is_some_and(is_passing),
            ErrorKind::Credential => self.facts().passing,
            _ => false,
        }
    }

    /// An error as a service would cause it, for tests of your own error paths.
    ///
    /// ```
    /// use callslip_core::{Error, ErrorKind};
    ///
    /// let error = Error::for_test(404, Some("no such call"));
    /// assert_eq!(error.kind(), ErrorKind::Api);
    /// assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    /// ```
    ///
    /// # Panics
    ///
    /// If `status` is not between 100 and 999.
    #[must_use]
    pub fn for_test(status: u16, api: Option<E>) -> Self {
        let Ok(status) = StatusCode::from_u16(status) else {
            panic!("{status} is not an HTTP status")
        };
        let kind = match api {
            Some(_) => ErrorKind::Api,
            None => ErrorKind::UnexpectedStatus,
        };
        let exchange = Exchange {
            operation: "test",
            status: Some(status),
            attempts: 1,
            ..Exchange::default()
        };
        Self::from_facts(Facts::new(kind, exchange), api)
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.facts().fmt(f)
    }
}

impl fmt::Display for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exchange = &self.exchange;
        // A parameter is checked before the provider is known.
        if let Some(provider) = exchange.provider {
            write!(f, "{} ", provider.name)?;
        }
        if !exchange.operation.is_empty() {
            write!(f, "{}: ", exchange.operation)?;
        }
        let status = exchange.status.map(|status| status.as_u16().to_string());
        let message = self
            .message
            .as_ref()
            .map(|message| format!("\"{message}\""));
        let said = [status, self.code.clone(), message];
        let said: Vec<_> = said.into_iter().flatten().collect();
        f.write_str(&said.join(" "))?;
        if let Some(what) = &self.what {
            write!(f, "{}{what}", if said.is_empty() { "" } else { ", " })?;
        }
        // The place of the whole has no name.
        if let Some(path) = self.json_path.as_ref().filter(|path| !path.is_empty()) {
            write!(f, " at `{path}`")?;
        }
        match (exchange.request_id(), exchange.attempts) {
            (Some(id), attempts) => write!(f, " (request {id}, attempt {attempts})"),
            (None, 0) => Ok(()),
            (None, attempts) => write!(f, " (attempt {attempts})"),
        }
    }
}

partial_debug!([E] Error<E>, "Error", it => {
    kind: it.kind(),
    message: format_args!("{}", it.facts()),
    body_bytes: it.raw_body().map(Bytes::len),
    source: it.facts().source,
});

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Failure({})", self.0)
    }
}

impl<E> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source = self.facts().source.as_deref()?;
        Some(source)
    }
}

// Generated code builds requests with `?`.
impl<E> From<reqwest::header::InvalidHeaderValue> for Error<E> {
    fn from(_: reqwest::header::InvalidHeaderValue) -> Self {
        Failure::unsendable().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::provider::ErrorPointers;

    static HIGHLEVEL: Provider = Provider {
        name: "highlevel",
        title: "HighLevel",
        env_prefix: "HIGHLEVEL",
        user_agent: "test",
        default_base_url: None,
        operations: &[],
        errors: ErrorPointers {
            code: &[],
            message: &[],
            request_id: &[],
        },
        rate_limit: None,
        success_flag: None,
        constant_headers: &[],
    };

    #[test]
    fn an_error_is_small_and_crosses_threads() {
        fn crosses<T: Send + Sync + 'static>() {}
        crosses::<Error<String>>();
        assert_eq!(size_of::<Error<[u8; 1024]>>(), size_of::<usize>());
    }

    #[test]
    fn display_is_one_line_with_what_helps() {
        let exchange = Exchange {
            status: Some(StatusCode::NOT_FOUND),
            request_id: Some("req_123".to_owned()).into(),
            attempts: 1,
            body: Some(Bytes::from_static(b"m4rker")),
            ..Exchange::new(&HIGHLEVEL, "get_call_log")
        };
        let facts = Facts {
            code: Some("NOT_FOUND".to_owned()),
            message: Some("Call not found".to_owned()),
            ..Facts::new(ErrorKind::Api, exchange)
        };
        let error: Error = Error::from_facts(facts, None);
        assert_eq!(
            error.to_string(),
            "highlevel get_call_log: 404 NOT_FOUND \"Call not found\" (request req_123, attempt 1)"
        );
        assert!(!format!("{error:?}").contains("m4rker"));
    }

    #[test]
    fn errors_for_tests_behave_like_real_ones() {
        let error = Error::for_test(503, Some("busy"));
        assert!(error.is_retryable() && error.api_error() == Some(&"busy"));
        let error: Error = Error::for_test(500, None);
        assert_eq!(
            (error.kind(), error.is_retryable()),
            (ErrorKind::UnexpectedStatus, false)
        );
    }
}
