//! From a request to its answer: judge, look up what was told, remember.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{Response, StatusCode};
use bytes::Bytes;

use crate::answer::Answer;
use crate::incoming::{Incoming, query_pairs};
use crate::judge::Verdict;
use crate::record::{Log, RecordedRequest};
use crate::script::Script;
use crate::spec::{Credentials, Scheme, Spec};

/// The largest body that is read.
const MOST_BODY: usize = 1 << 20;

/// What the serving thread and the handle share.
pub(crate) struct Shared {
    pub(crate) spec: Spec,
    taken: Credentials,
    secrets: HashSet<String>,
    script: Mutex<Script>,
    log: Mutex<Log>,
}

impl Shared {
    pub(crate) fn new(spec: Spec, taken: Credentials) -> Self {
        Self {
            secrets: secrets(&spec),
            spec,
            taken,
            script: Mutex::default(),
            log: Mutex::default(),
        }
    }

    pub(crate) fn script(&self) -> MutexGuard<'_, Script> {
        // Nothing is left half-done under these locks, so a panic elsewhere does not spoil what they hold.
        self.script.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a request.
    pub(crate) async fn respond(&self, request: Request) -> Response<Body> {
        let (head, body) = request.into_parts();
        let query = query_pairs(&head.uri);
        let (operation_id, answer, body) = match to_bytes(body, MOST_BODY).await {
            Ok(body) => {
                let (operation_id, answer) = self.answer(&head, &query, &body);
                (operation_id, answer, body)
            }
            Err(_) => {
                let reason = format!("the body cannot be read or is larger than {MOST_BODY} bytes");
                let answer = Answer::plain(StatusCode::PAYLOAD_TOO_LARGE, &reason);
                (None, answer, Bytes::new())
            }
        };
        self.remember(&head, query, body, operation_id, answer.status);
        let delay = self.script().delay;
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        answer.into_response()
    }

    fn answer(
        &self,
        head: &Parts,
        query: &[(String, String)],
        body: &[u8],
    ) -> (Option<String>, Answer) {
        let incoming = Incoming {
            method: &head.method,
            uri: &head.uri,
            headers: &head.headers,
            query,
            body,
        };
        let verdict = self.spec.judge(&incoming, &self.taken);
        let (operation, usual) = match verdict {
            Verdict::UnknownPath => {
                let reason = "no operation has this path";
                return (None, Answer::plain(StatusCode::NOT_FOUND, reason));
            }
            Verdict::WrongMethod(methods) => {
                let methods: Vec<_> = methods.iter().map(|method| method.as_str()).collect();
                let mut answer = Answer::plain(
                    StatusCode::METHOD_NOT_ALLOWED,
                    "this path has no such method",
                );
                answer.allow = Some(methods.join(", "));
                return (None, answer);
            }
            Verdict::Refused(operation, status, reason) => {
                let answer = Answer::new(status, operation.error(status)).because(&reason);
                return (Some(operation.id.clone()), answer);
            }
            Verdict::NoSuchRecord(operation, reason) => {
                let status = StatusCode::NOT_FOUND;
                (
                    operation,
                    Answer::new(status, operation.error(status)).because(&reason),
                )
            }
            Verdict::Good(operation) => {
                let (status, content) = operation.success.clone();
                (operation, Answer::new(status, content))
            }
        };
        let told = self.script().next(&operation.id);
        (Some(operation.id.clone()), told.unwrap_or(usual))
    }

    fn remember(
        &self,
        head: &Parts,
        query: Vec<(String, String)>,
        body: Bytes,
        operation_id: Option<String>,
        status: StatusCode,
    ) {
        let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
        let headers = head.headers.iter();
        let request = RecordedRequest {
            operation_id,
            method: head.method.to_string(),
            path: head.uri.path().to_owned(),
            raw_query: head.uri.query().map(ToOwned::to_owned),
            query,
            headers: headers
                .map(|(name, value)| (name.to_string(), text(value.as_bytes())))
                .collect(),
            body,
            status: status.as_u16(),
            secrets: self.secrets.clone(),
        };
        self.log().push(request);
    }
}

/// Where credentials travel: in the usual headers, and wherever the spec has them.
fn secrets(spec: &Spec) -> HashSet<String> {
    let schemes = spec
        .operations
        .iter()
        .flat_map(|operation| operation.security.iter().flatten());
    let keys = schemes.filter_map(|scheme| match scheme {
        Scheme::HeaderKey(name) | Scheme::QueryKey(name) => Some(name.to_ascii_lowercase()),
        Scheme::Basic | Scheme::Bearer => None,
    });
    let usual = ["authorization", "proxy-authorization", "cookie"].map(ToOwned::to_owned);
    keys.chain(usual).collect()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::extract::Request;

    use super::{MOST_BODY, Shared};
    use crate::spec::Credentials;
    use crate::spec::fixture::spec;

    #[tokio::test]
    async fn a_body_is_read_up_to_the_bound() {
        let shared = Shared::new(spec(), Credentials::Any);
        for (length, status, kept) in [(MOST_BODY, 200, MOST_BODY), (MOST_BODY + 1, 413, 0)] {
            let request = Request::get("/base/things/1").header("x-key", "k");
            let request = request
                .body(Body::from(vec![b' '; length]))
                .expect("a request");
            assert_eq!(shared.respond(request).await.status(), status);
            let last = shared.log().requests().pop().expect("it is remembered");
            assert_eq!((last.status(), last.body().len()), (status, kept));
        }
    }
}
