//! An answer as it comes from the wire, and what generated code makes of it.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::{HeaderMap, LOCATION};
use secrecy::ExposeSecret;

use crate::error::{Error, ErrorKind, Facts, Failure};
use crate::exchange::provider::{ErrorPointers, Provider};
use crate::exchange::value::ResponseValue;
use crate::exchange::{Exchange, sanitize};
use crate::http::base_url::origin;
use crate::http::call::Call;
use crate::http::credential::Current;
use crate::http::read::read_body;
use crate::http::retry::RetryAfter;
use crate::http::stream::{ByteStream, StreamContext};
use crate::json::decode::{Slot, fill};
use crate::json::drift::Drift;
use crate::json::input::FromJson;
use crate::json::leaf::truth;
use crate::json::schema::Shape;
use crate::json::text::{self, is_json, members};

/// An answer whose body is read but not decoded.
pub struct Response<'a> {
    call: &'a Call,
    head: reqwest::Response,
    pub(crate) exchange: Box<Exchange>,
    /// How long nothing may come of a body that is still on the wire.
    streaming: Option<Duration>,
    /// The wait that it asks for.
    pub(crate) asked: Option<RetryAfter>,
    /// What was fetched for this attempt, for what a message must not tell again.
    credential: Option<Arc<Current>>,
}

impl<'a> Response<'a> {
    /// An answer with its body, or with one that is still on the wire and how long nothing may come of it.
    pub(crate) fn new(
        call: &'a Call,
        mut head: reqwest::Response,
        body: Result<Bytes, Duration>,
        asked: Option<RetryAfter>,
        credential: &Option<Arc<Current>>,
    ) -> Self {
        let streaming = body.as_ref().err().copied();
        let exchange = Exchange {
            status: Some(head.status()),
            headers: std::mem::take(head.headers_mut()),
            body: body.ok(),
            attempts: 1,
            ..Exchange::new(call.core.shared().provider, call.operation.id)
        };
        Self {
            call,
            head,
            exchange: Box::new(exchange),
            streaming,
            asked,
            credential: credential.clone(),
        }
    }

    /// The status by which generated code tells answers apart.
    ///
    /// Whoever answers 2xx has carried out or accepted what was asked. So to an operation that changes something any 2xx is the
    /// documented one; whether the body is, is judged where it is read.
    pub fn status(&self) -> StatusCode {
        let (status, operation) = (self.head.status(), self.call.operation);
        match StatusCode::from_u16(operation.success_status) {
            Ok(documented) if status.is_success() && operation.changes() => documented,
            _ => status,
        }
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.exchange.headers
    }

    fn body(&self) -> Bytes {
        self.exchange.body.clone().unwrap_or_default()
    }

    fn provider(&self) -> &'static Provider {
        self.call.core.shared().provider
    }

    fn into_value<T>(self, inner: T, repairs: Vec<Drift>) -> ResponseValue<T> {
        let shape = match self.head.status().is_success() {
            true => self.call.operation.success,
            false => self.call.operation.error,
        };
        ResponseValue {
            inner,
            exchange: self.exchange,
            repairs,
            shape,
        }
    }

    /// What the body says of an error: code, message, request id. What this request sent is masked: the credential, the
    /// headers of the call, the values of the query.
    fn failure(mut self, kind: ErrorKind) -> Failure {
        let body = self.body();
        let body = text::valid(&body).map_or(Cow::Borrowed(""), |body| body.text);
        let pointers = &self.provider().errors;
        let sent = self.sent();
        let message =
            text::text_at(&body, pointers.message).map(|text| sanitize::message(&text, &sent));
        let code = text::text_at(&body, pointers.code)
            .and_then(|code| sanitize::code(&code))
            .filter(|code| !sanitize::quotes(code, &sent));
        let quoted = |id: &str| sanitize::quotes(id, &sent);
        if self.exchange.request_id().is_some_and(quoted) {
            self.exchange.request_id = None.into();
        }
        Failure(Box::new(Facts {
            // A service that has no codes often repeats its message where the code would be.
            message: message
                .filter(|message| !message.is_empty() && Some(message) != code.as_ref()),
            code,
            retry_after: self.asked.and_then(RetryAfter::exact),
            ..Facts::new(kind, *self.exchange)
        }))
    }

    /// What went out with this call and must not come back in a message, as it was given and as it was encoded.
    fn sent(&self) -> Vec<String> {
        let url = self.head.url();
        let mut sent = Vec::new();
        for secret in &self.call.core.shared().secrets {
            sent.push(secret.expose_secret().to_owned());
        }
        if let Some(current) = &self.credential {
            for secret in &current.secrets {
                sent.push(secret.expose_secret().to_owned());
            }
        }
        for (_, value) in &self.call.options.headers {
            sent.push(value.clone());
        }
        for (_, value) in url.query_pairs() {
            sent.push(value.into_owned());
        }
        for pair in url.query().unwrap_or_default().split('&') {
            if let Some((_, value)) = pair.split_once('=') {
                sent.push(value.to_owned());
            }
        }
        sent
    }

    /// A status that the spec does not know.
    fn unexpected(self) -> Failure {
        let status = self.head.status();
        if !status.is_redirection() {
            let failure = self.failure(ErrorKind::UnexpectedStatus);
            return failure.what("the answer is not a documented one");
        }
        let location = self.headers().get(LOCATION);
        let location = location.and_then(|location| location.to_str().ok());
        let target = location.and_then(|location| self.head.url().join(location).ok());
        let target = target.map(|url| origin(&url));
        let what = match target {
            Some(origin) => format!("a redirect to {origin}, not followed"),
            None => "a redirect without a usable target, not followed".to_owned(),
        };
        self.failure(ErrorKind::Redirect).what(what)
    }

    /// An answer that says of itself that it is an error. The failure is of the kind `Api` if its body went into the slot.
    fn api(self, error: &mut dyn Slot) -> Failure {
        // A spec with a `default` response documents every status, and still no redirect is an error body.
        if self.head.status().is_redirection() {
            return self.unexpected();
        }
        match fill(&self.body(), self.call.operation.error, error) {
            Ok(_) => self.failure(ErrorKind::Api),
            Err(_) => {
                let failure = self.failure(ErrorKind::UnexpectedStatus);
                failure.what("the body is not the documented error")
            }
        }
    }

    /// Reads the answer into one of two slots, and says what had to be mended; a failure of the kind `Api` has its body in the other.
    fn read(
        self,
        value: &mut dyn Slot,
        error: &mut dyn Slot,
    ) -> Result<(Self, Vec<Drift>), Failure> {
        if !self.head.status().is_success() || self.says_it_failed() {
            return Err(self.api(error));
        }
        let body = self.body();
        let (operation, items) = (self.call.operation, &self.call.options.item_reader);
        let failure = match read_body(&body, operation, items, value) {
            Ok(repairs) => {
                self.exchange.tell(&repairs);
                return Ok((self, repairs));
            }
            Err(failure) => failure,
        };
        if self.is_error(&body, error) {
            return Err(self.failure(ErrorKind::Api));
        }
        let expected = failure.expected;
        let what = match (operation.changes(), body.is_empty()) {
            (true, true) => {
                "the service accepted the request, do not repeat it: it answered without a body"
                    .to_owned()
            }
            (true, false) => format!(
                "the service accepted the request, do not repeat it: the body cannot be read, expected {expected}"
            ),
            (false, _) => format!("the body cannot be read: expected {expected}"),
        };
        let mut refused = self.failure(ErrorKind::Decode).what(what);
        // The body is not an error body, so what stands where a message would stand is data.
        (refused.0.code, refused.0.message) = (None, None);
        refused.0.json_path = Some(failure.json_path);
        Err(refused)
    }

    /// A 2xx whose success flag is false.
    fn says_it_failed(&self) -> bool {
        const ENOUGH: usize = 64;
        let (Some(flag), Some(body)) = (self.provider().success_flag, &self.exchange.body) else {
            return false;
        };
        // Services write the flag first; then a true one is found without reading on.
        let start = body.get(..ENOUGH).unwrap_or(body);
        let valid = std::str::from_utf8(start).map_or_else(|wrong| wrong.valid_up_to(), str::len);
        let first = members(std::str::from_utf8(&start[..valid]).unwrap_or_default()).next();
        if first.is_some_and(|(name, value)| name == flag && value == "true") || !is_json(body) {
            return false;
        }
        let body = std::str::from_utf8(body).unwrap_or_default();
        let flags = members(body).filter(|(name, _)| name == flag);
        flags.last().and_then(|(_, value)| truth(value)) == Some(false)
    }

    /// Whether a body is an error where the answer was expected, which then is in the slot. It has a field of the documented error that no
    /// answer has, or nothing but fields of the error, among them a code or a message, and does not say that it is a success.
    fn is_error(&self, body: &[u8], slot: &mut dyn Slot) -> bool {
        let operation = self.call.operation;
        let (Shape::Object(error), Ok(text)) = (operation.error, std::str::from_utf8(body)) else {
            return false;
        };
        let fields: Vec<_> = members(text).collect();
        let in_error = |name: &str| error.position(name).is_some();
        let in_answer = |name: &str| match operation.success {
            Shape::Object(answer) => answer.position(name).is_some(),
            _ => false,
        };
        let telling = |name: &str| in_error(name) && !in_answer(name);
        let nothing_else = fields.iter().all(|(name, _)| in_error(name));
        let ErrorPointers { code, message, .. } = &self.provider().errors;
        let says_why = code.iter().chain(message.iter()).any(|pointer| {
            let first = pointer.split('/').nth(1);
            fields.iter().any(|(name, _)| Some(&**name) == first)
        });
        let flag = self.provider().success_flag;
        let mut flags = fields.iter().filter(|(name, _)| Some(&**name) == flag);
        let says_success = flags.any(|(_, value)| truth(value) == Some(true));
        let is_error = fields.iter().any(|(name, _)| telling(name))
            || nothing_else && says_why && !says_success;
        is_error && fill(body, operation.error, slot).is_ok_and(|repairs| repairs.is_empty())
    }
}

impl<T: FromJson> ResponseValue<T> {
    #[doc(hidden)]
    pub async fn from_response<E: FromJson>(response: Response<'_>) -> Result<Self, Error<E>> {
        let (mut value, mut error) = (None, None);
        let (response, repairs) = match response.read(&mut value, &mut error) {
            Ok(read) => read,
            Err(failure) if failure.kind() == ErrorKind::Api => return Err(failure.with(error)),
            Err(failure) => return Err(failure.into()),
        };
        match value {
            Some(value) => Ok(response.into_value(value, repairs)),
            None => Err(response.failure(ErrorKind::Decode).into()),
        }
    }
}

impl ResponseValue<ByteStream> {
    #[doc(hidden)]
    #[must_use]
    pub fn stream(response: Response<'_>) -> Self {
        let context = StreamContext {
            provider: response.provider(),
            operation: response.call.operation,
            stall_timeout: response.streaming.unwrap_or_default(),
        };
        Self {
            inner: ByteStream::new(response.head, context),
            exchange: response.exchange,
            repairs: Vec::new(),
            shape: &Shape::Binary,
        }
    }
}

impl ResponseValue<()> {
    #[doc(hidden)]
    #[must_use]
    pub fn empty(response: Response<'_>) -> Self {
        response.into_value((), Vec::new())
    }
}

impl<E> Error<E> {
    /// What generated code makes of a documented error answer.
    #[doc(hidden)]
    #[allow(
        non_snake_case,
        reason = "generated code writes it as the variant that it is in progenitor's runtime"
    )]
    #[must_use]
    pub fn ErrorResponse(value: ResponseValue<E>) -> Self {
        Failure(Box::new(Facts::new(ErrorKind::Api, *value.exchange))).with(Some(value.inner))
    }

    /// What generated code makes of a status that the spec does not know.
    #[doc(hidden)]
    #[allow(
        non_snake_case,
        reason = "generated code writes it as the variant that it is in progenitor's runtime"
    )]
    #[must_use]
    pub fn UnexpectedResponse(response: Response<'_>) -> Self {
        response.unexpected().into()
    }
}
