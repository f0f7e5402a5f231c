//! An answer as it comes from the wire, and what generated code makes of it.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::{HeaderMap, LOCATION};
use secrecy::ExposeSecret;
use serde::de::DeserializeOwned;

use crate::error::{Error, ErrorKind, Facts};
use crate::exchange::provider::{ErrorPointers, Operation, Provider};
use crate::exchange::rate_limit::RateLimit;
use crate::exchange::request_id::{error_tree, request_id};
use crate::exchange::sanitize;
use crate::exchange::value::{Meta, ResponseValue};
use crate::http::base_url::origin;
use crate::http::call::Call;
use crate::http::read::read_body;
use crate::http::refreshing::Current;
use crate::http::stream::{ByteStream, StreamContext};
use crate::json::decode::{Decoded, decode};
use crate::json::drift::Drift;
use crate::json::leaf::truth;
use crate::json::path::DecodeFailure;
use crate::json::schema::Shape;
use crate::json::text::Cursor;

/// An answer whose body is read but not decoded.
pub struct Response {
    provider: &'static Provider,
    /// For what the message of an error must not tell again.
    call: Call,
    operation: &'static Operation,
    head: reqwest::Response,
    content: Content,
    pub(crate) attempts: u32,
    pub(crate) retry_after: Option<Duration>,
    /// What was fetched for this attempt, for what a message must not tell again.
    pub(crate) credential: Option<Arc<Current>>,
}

pub(crate) enum Content {
    Whole(Bytes),
    /// Still on the wire.
    Streaming {
        stall_timeout: Duration,
    },
}

impl Response {
    pub(crate) fn new(call: &Call, head: reqwest::Response, content: Content) -> Self {
        Self {
            provider: call.core.shared().provider,
            call: call.clone(),
            operation: call.operation,
            head,
            content,
            attempts: 1,
            retry_after: None,
            credential: None,
        }
    }

    /// The status by which generated code tells answers apart.
    ///
    /// Whoever answers 2xx has carried out or accepted what was asked. So to an operation that changes something any 2xx is the
    /// documented one; whether the body is, is judged where it is read.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        let status = self.head.status();
        match StatusCode::from_u16(self.operation.success_status) {
            Ok(documented) if status.is_success() && self.operation.changes() => documented,
            _ => status,
        }
    }

    /// The status that came.
    pub(crate) fn head_status(&self) -> StatusCode {
        self.head.status()
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.head.headers()
    }

    pub(crate) fn rate_limit(&self) -> Option<RateLimit> {
        RateLimit::read(self.provider.rate_limit?, self.headers())
    }

    fn body(&self) -> Bytes {
        match &self.content {
            Content::Whole(bytes) => bytes.clone(),
            Content::Streaming { .. } => Bytes::new(),
        }
    }

    fn shape(&self) -> &'static Shape {
        if self.head.status().is_success() {
            self.operation.success
        } else {
            self.operation.error
        }
    }

    fn into_value<T>(mut self, inner: T, body: Bytes, repairs: Vec<Drift>) -> ResponseValue<T> {
        let headers = std::mem::take(self.head.headers_mut());
        ResponseValue {
            inner,
            meta: Box::new(Meta {
                provider: self.provider.name,
                operation: self.operation.id,
                status: self.head.status(),
                headers,
                rate_limit_headers: self.provider.rate_limit,
                body,
                repairs,
                shape: self.shape(),
                request_id_pointers: self.provider.errors.request_id,
                request_id: OnceLock::new(),
                attempts: self.attempts,
            }),
        }
    }

    /// What the body says of an error: code, message, request id. What this request sent is masked: the credential, the
    /// headers of the call, the values of the query.
    fn facts(mut self, kind: ErrorKind) -> Facts {
        let body = self.body();
        let tree = error_tree(&body);
        let pointers = &self.provider.errors;
        let text = |pointers: &[&str]| {
            pointers
                .iter()
                .find_map(|pointer| tree.pointer(pointer)?.as_str())
        };
        let sent = self.sent();
        let message = text(pointers.message).map(|text| sanitize::message(text, &sent));
        let code = text(pointers.code)
            .and_then(sanitize::code)
            .filter(|code| !sanitize::quotes(code, &sent));
        Facts {
            kind: Some(kind),
            provider: self.provider.name,
            operation: self.operation.id,
            status: Some(self.head.status()),
            request_id: request_id(self.head.headers(), pointers.request_id, &body)
                .filter(|id| !sanitize::quotes(id, &sent)),
            // A service that has no codes often repeats its message where the code would be.
            message: message
                .filter(|message| !message.is_empty() && Some(message) != code.as_ref()),
            code,
            retry_after: self.retry_after,
            attempts: self.attempts,
            headers: std::mem::take(self.head.headers_mut()),
            rate_limit_headers: self.provider.rate_limit,
            body: Some(body),
            ..Facts::default()
        }
    }

    /// What went out with this call and must not come back in a message, as it was given and as it was encoded.
    fn sent(&self) -> Vec<String> {
        let url = self.head.url();
        let decoded = url.query_pairs().map(|(_, value)| value.into_owned());
        let encoded = url
            .query()
            .unwrap_or_default()
            .split('&')
            .filter_map(|pair| Some(pair.split_once('=')?.1.to_owned()));
        let fetched = self.credential.iter().flat_map(|current| &current.secrets);
        let secrets = self
            .call
            .core
            .shared()
            .secrets
            .iter()
            .chain(fetched)
            .map(|secret| secret.expose_secret().to_owned());
        let headers = self
            .call
            .options
            .headers
            .iter()
            .map(|(_, value)| value.clone());
        secrets
            .chain(headers)
            .chain(decoded)
            .chain(encoded)
            .collect()
    }

    /// A status that the spec does not know.
    fn unexpected<E>(self) -> Error<E> {
        let status = self.head.status();
        if !status.is_redirection() {
            let mut facts = self.facts(ErrorKind::UnexpectedStatus);
            facts.what = Some("the answer is not a documented one".to_owned());
            return Error::from_facts(facts, None);
        }
        let target = self
            .headers()
            .get(LOCATION)
            .and_then(|location| location.to_str().ok());
        let target = target
            .and_then(|location| self.head.url().join(location).ok())
            .map(|url| origin(&url));
        let mut facts = self.facts(ErrorKind::Redirect);
        facts.what = Some(match target {
            Some(origin) => format!("a redirect to {origin}, not followed"),
            None => "a redirect without a usable target, not followed".to_owned(),
        });
        Error::from_facts(facts, None)
    }

    /// An answer that says of itself that it is an error.
    fn api<E: DeserializeOwned>(self) -> Error<E> {
        // A spec with a `default` response documents every status, and still no redirect is an error body.
        if self.head.status().is_redirection() {
            return self.unexpected();
        }
        let decoded: Result<Decoded<E>, DecodeFailure> = decode(&self.body(), self.operation.error);
        match decoded {
            Ok(decoded) => Error::from_facts(self.facts(ErrorKind::Api), Some(decoded.value)),
            Err(_) => {
                let mut facts = self.facts(ErrorKind::UnexpectedStatus);
                facts.what = Some("the body is not the documented error".to_owned());
                Error::from_facts(facts, None)
            }
        }
    }

    /// A 2xx whose success flag is false. The flag is looked for as bytes first, so that an ordinary answer is not
    /// parsed twice.
    fn says_it_failed(&self) -> bool {
        let (Some(flag), Content::Whole(body), true) = (
            self.provider.success_flag,
            &self.content,
            self.head.status().is_success(),
        ) else {
            return false;
        };
        if !flag_may_be_false(body, flag) {
            return false;
        }
        let top: Result<std::collections::HashMap<Cow<'_, str>, &serde_json::value::RawValue>, _> =
            serde_json::from_slice(body);
        top.is_ok_and(|fields| {
            let flag = fields.get(flag).map(|value| value.get());
            flag.and_then(|raw| truth(Cursor::new(raw).kind(), raw)) == Some(false)
        })
    }

    /// The error that a body is, if it is one: an error where the answer was expected. It has a field of the documented error that no
    /// answer has, or nothing but fields of the error, among them a code or a message, and does not say that it is a success.
    fn error_in<E: DeserializeOwned>(&self, body: &[u8]) -> Option<E> {
        let Shape::Object(error) = self.operation.error else {
            return None;
        };
        let Decoded { value, repairs } = decode(body, self.operation.error).ok()?;
        let fields: std::collections::HashMap<Cow<'_, str>, &serde_json::value::RawValue> =
            serde_json::from_slice(body).ok()?;
        let in_error = |name: &str| error.position(name).is_some();
        let in_answer = |name: &str| match self.operation.success {
            Shape::Object(answer) => answer.position(name).is_some(),
            _ => false,
        };
        let telling = fields.keys().any(|name| in_error(name) && !in_answer(name));
        let nothing_else = fields.keys().all(|name| in_error(name));
        let ErrorPointers { code, message, .. } = &self.provider.errors;
        let says_why = code.iter().chain(message.iter()).any(|pointer| {
            let first = pointer.split('/').nth(1);
            first.is_some_and(|name| fields.contains_key(name))
        });
        let flag = self.provider.success_flag.and_then(|flag| fields.get(flag));
        let says_success = flag
            .is_some_and(|flag| truth(Cursor::new(flag.get()).kind(), flag.get()) == Some(true));
        let is_error = telling || nothing_else && says_why && !says_success;
        (repairs.is_empty() && is_error).then_some(value)
    }
}

/// Whether `"flag"` is anywhere followed by a colon and something else than `true`.
fn flag_may_be_false(body: &[u8], flag: &str) -> bool {
    let name = flag.as_bytes();
    // Services write the flag first; then a true one is found without reading on.
    let first = body
        .trim_ascii_start()
        .strip_prefix(b"{")
        .map(<[u8]>::trim_ascii_start);
    let value = first.and_then(|rest| {
        rest.strip_prefix(b"\"")?
            .strip_prefix(name)?
            .strip_prefix(b"\"")
    });
    let value = value.and_then(|rest| rest.trim_ascii_start().strip_prefix(b":"));
    if value.is_some_and(|value| value.trim_ascii_start().starts_with(b"true")) {
        return false;
    }
    let mut rest = body;
    while let Some(quote) = rest.iter().position(|byte| *byte == b'"') {
        rest = &rest[quote + 1..];
        let Some(after) = rest
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix(b"\""))
        else {
            continue;
        };
        let after = after.trim_ascii_start();
        if after
            .strip_prefix(b":")
            .is_some_and(|value| !value.trim_ascii_start().starts_with(b"true"))
        {
            return true;
        }
    }
    // A name may also be written with escapes, which no service does but some JSON writers can.
    body.contains(&b'\\') && !body.windows(name.len()).any(|window| window == name)
}

impl<T: DeserializeOwned> ResponseValue<T> {
    #[doc(hidden)]
    pub async fn from_response<E: DeserializeOwned>(response: Response) -> Result<Self, Error<E>> {
        if !response.head.status().is_success() || response.says_it_failed() {
            return Err(response.api());
        }
        let body = response.body();
        let failure = match read_body(
            &body,
            response.operation,
            &response.call.options.items_apart,
        ) {
            Ok(Decoded { value, repairs }) => return Ok(response.into_value(value, body, repairs)),
            Err(failure) => failure,
        };
        if let Some(error) = response.error_in(&body) {
            return Err(Error::from_facts(
                response.facts(ErrorKind::Api),
                Some(error),
            ));
        }
        let changes = response.operation.changes();
        let mut facts = response.facts(ErrorKind::Decode);
        // The body is not an error body, so what stands where a message would stand is data.
        (facts.code, facts.message) = (None, None);
        let expected = failure.expected;
        facts.what = Some(match (changes, body.is_empty()) {
            (true, true) => {
                "the service accepted the request, do not repeat it: it answered without a body"
                    .to_owned()
            }
            (true, false) => format!(
                "the service accepted the request, do not repeat it: the body cannot be read, expected {expected}"
            ),
            (false, _) => format!("the body cannot be read: expected {expected}"),
        });
        facts.json_path = Some(failure.json_path);
        Err(Error::from_facts(facts, None))
    }
}

impl ResponseValue<ByteStream> {
    #[doc(hidden)]
    #[must_use]
    pub fn stream(mut response: Response) -> Self {
        let stall_timeout = match response.content {
            Content::Streaming { stall_timeout } => stall_timeout,
            Content::Whole(_) => Duration::ZERO,
        };
        let context = StreamContext {
            provider: response.provider,
            operation: response.operation,
            stall_timeout,
        };
        let headers = std::mem::take(response.head.headers_mut());
        let meta = Box::new(Meta {
            provider: response.provider.name,
            operation: response.operation.id,
            status: response.head.status(),
            headers,
            rate_limit_headers: response.provider.rate_limit,
            body: Bytes::new(),
            repairs: Vec::new(),
            shape: &Shape::Binary,
            request_id_pointers: &[],
            request_id: OnceLock::new(),
            attempts: response.attempts,
        });
        Self {
            inner: ByteStream::new(response.head, context),
            meta,
        }
    }
}

impl ResponseValue<()> {
    #[doc(hidden)]
    #[must_use]
    pub fn empty(response: Response) -> Self {
        let body = response.body();
        response.into_value((), body, Vec::new())
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
        let ResponseValue { inner, meta } = value;
        let facts = Facts {
            kind: Some(ErrorKind::Api),
            provider: meta.provider,
            operation: meta.operation,
            status: Some(meta.status),
            request_id: request_id(&meta.headers, meta.request_id_pointers, &meta.body),
            attempts: meta.attempts,
            headers: meta.headers,
            rate_limit_headers: meta.rate_limit_headers,
            body: Some(meta.body),
            ..Facts::default()
        };
        Self::from_facts(facts, Some(inner))
    }

    /// What generated code makes of a status that the spec does not know.
    #[doc(hidden)]
    #[allow(
        non_snake_case,
        reason = "generated code writes it as the variant that it is in progenitor's runtime"
    )]
    #[must_use]
    pub fn UnexpectedResponse(response: Response) -> Self {
        response.unexpected()
    }
}
