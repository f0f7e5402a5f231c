//! From a request to its answer: judge, look up what was told, remember.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{Response, StatusCode};
use bytes::Bytes;

use super::media;
use super::reply::{Reply, Sent};
use crate::answer::{Answer, Content};
use crate::answered::{Answered, Listener};
use crate::data::{Data, Found, World};
use crate::faults::{Fault, Faults};
use crate::incoming::{Incoming, query_pairs};
use crate::judge::{Verdict, given};
use crate::rate_limit::{Limit, RateLimit};
use crate::record::{Log, RecordedRequest};
use crate::script::Script;
use crate::spec::{Credentials, Operation, Scheme, Spec, below, quoted};

/// The largest body that is read.
const MOST_BODY: usize = 1 << 20;

/// What a mock does beside answering examples.
#[derive(Clone, Debug, Default)]
pub(crate) struct Behaviour {
    pub(crate) world: World,
    /// So many of a hundred requests meet a fault.
    pub(crate) faults: u8,
    pub(crate) limit: Option<Limit>,
    /// After so many good requests so many are refused.
    pub(crate) storms: Option<(u64, u64)>,
    /// How long every answer is held back.
    pub(crate) latency: Duration,
    pub(crate) listener: Listener,
}

/// What the serving thread and the handle share.
pub(crate) struct Shared {
    pub(crate) spec: Spec,
    taken: Credentials,
    secrets: HashSet<String>,
    pub(crate) data: Data,
    faults: Faults,
    limit: Option<RateLimit>,
    storms: Option<(u64, u64)>,
    good: AtomicU64,
    latency: Duration,
    listener: Listener,
    script: Mutex<Script>,
    log: Mutex<Log>,
}

impl Shared {
    pub(crate) fn new(spec: Spec, taken: Credentials, behaviour: Behaviour) -> Self {
        let headers = spec.rate_limit.clone();
        Self {
            secrets: secrets(&spec),
            data: Data::new(&spec, behaviour.world),
            faults: Faults::new(behaviour.faults, behaviour.world.seed),
            limit: behaviour.limit.map(|limit| RateLimit::new(limit, headers)),
            storms: behaviour.storms,
            good: AtomicU64::new(0),
            latency: behaviour.latency,
            listener: behaviour.listener,
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
        let begun = Instant::now();
        let (head, body) = request.into_parts();
        let query = query_pairs(&head.uri);
        let (operation, reply, body) = match to_bytes(body, MOST_BODY).await {
            Ok(body) => {
                let (operation, reply) = self.reply(&head, &query, &body);
                (operation, reply, body)
            }
            Err(_) => {
                let reason = format!("the body cannot be read or is larger than {MOST_BODY} bytes");
                let answer = Answer::plain(StatusCode::PAYLOAD_TOO_LARGE, &reason);
                (None, answer.into(), Bytes::new())
            }
        };
        let operation_id = operation.map(|operation| operation.id.clone());
        self.remember(&head, query, body, operation_id, reply.status());
        let delay = self.script().delay.saturating_add(reply.delay);
        let delay = delay.saturating_add(self.latency);
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        self.listener.hear(&Answered {
            method: head.method.as_str(),
            path: operation.map(|operation| operation.path.text.as_str()),
            status: reply.status(),
            took: begun.elapsed(),
        });
        reply.into_response()
    }

    fn reply(
        &self,
        head: &Parts,
        query: &[(String, String)],
        body: &[u8],
    ) -> (Option<&Operation>, Reply) {
        let incoming = Incoming {
            method: &head.method,
            uri: &head.uri,
            headers: &head.headers,
            query,
            body,
        };
        if let Some(reply) = media::reply(&self.data, head) {
            return (None, reply);
        }
        let (operation, absent) = match self.spec.judge(&incoming, &self.taken) {
            Verdict::UnknownPath => {
                let reason = "no operation has this path";
                return (None, Answer::plain(StatusCode::NOT_FOUND, reason).into());
            }
            Verdict::WrongMethod(methods) => {
                let methods: Vec<_> = methods.iter().map(|method| method.as_str()).collect();
                let mut answer = Answer::plain(
                    StatusCode::METHOD_NOT_ALLOWED,
                    "this path has no such method",
                );
                answer.allow = Some(methods.join(", "));
                return (None, answer.into());
            }
            Verdict::Refused(operation, status, reason) => {
                let reply = self.refused(operation, &incoming, status, &reason);
                return (Some(operation), reply);
            }
            Verdict::Malformed(operation, wrong) => {
                let shown = self.spec.malformed(operation, &wrong);
                let reply = self.error(operation, &incoming, shown, &wrong.reason);
                return (Some(operation), reply);
            }
            Verdict::NoSuchRecord(operation, reason) => (operation, Some(reason)),
            Verdict::Good(operation) => (operation, None),
        };
        let told = self.script().next(&operation.id);
        let reply = match (told, absent) {
            (Some(told), _) => told.into(),
            (None, absent) => self.usual(operation, absent, &incoming),
        };
        (Some(operation), reply)
    }

    /// The answer to a request that the spec lets through, and about which nothing was told.
    fn usual(
        &self,
        operation: &Operation,
        absent: Option<String>,
        incoming: &Incoming<'_>,
    ) -> Reply {
        let turn = self.limit.as_ref().map(|limit| limit.turn(Instant::now()));
        let good = self.good.fetch_add(1, Ordering::Relaxed);
        let in_storm = self.storms.is_some_and(|(after, refused)| {
            let whole = after.saturating_add(refused);
            good.checked_rem(whole).is_some_and(|nth| nth >= after)
        });
        let mut reply = if in_storm || turn.as_ref().is_some_and(|turn| turn.is_over) {
            let reason = "the mock was told to take fewer requests in such a time";
            self.refused(operation, incoming, StatusCode::TOO_MANY_REQUESTS, reason)
        } else if let Some(fault) = self.faults.next() {
            match fault {
                Fault::Unavailable => {
                    let reason = "the mock was told to fail now and then";
                    self.refused(operation, incoming, StatusCode::SERVICE_UNAVAILABLE, reason)
                }
                Fault::Reset => Sent::Nothing.into(),
            }
        } else if let Some(reason) = absent {
            self.absent(operation, incoming, &reason)
        } else {
            self.found(operation, incoming)
        };
        reply
            .headers
            .extend(turn.map(|turn| turn.headers).unwrap_or_default());
        reply
    }

    fn found(&self, operation: &Operation, incoming: &Incoming<'_>) -> Reply {
        let (status, example) = &operation.success;
        let filled = below(incoming.uri, &self.spec.base_path);
        let filled = filled
            .and_then(|path| operation.path.fill(path))
            .unwrap_or_default();
        let in_path = |name: &str| {
            let found = filled.iter().find(|(key, _)| *key == name);
            found.and_then(|(_, value)| value.as_deref())
        };
        let path = below(incoming.uri, &self.spec.base_path).unwrap_or_default();
        let given = given(operation, path, incoming);
        let relations = operation.relations.iter();
        let idle = relations.filter_map(|relation| relation.without_effect(&given));
        let idle: Vec<&str> = idle.collect();
        let mut said = incoming.said();
        said.retain(|(name, _)| !idle.contains(&name.as_str()));
        match self.data.find(operation, in_path, &said, incoming.body) {
            Found::Example => Answer::new(*status, example.clone()).into(),
            Found::Live(live) => Sent::Live(*status, Box::new(live)).into(),
            Found::One(body) => Answer::new(*status, Content::json(body)).into(),
            Found::List(listing, delay) => {
                let mut reply = Reply::from(Sent::List(*status, listing));
                reply.delay = delay;
                reply
            }
            Found::NoSuchRecord(reason) => self.absent(operation, incoming, reason),
            Found::NoSuchPlace(reason) => {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                self.refused(operation, incoming, status, reason)
            }
        }
    }

    /// What the document shows for a status, and why.
    fn refused(
        &self,
        operation: &Operation,
        incoming: &Incoming<'_>,
        status: StatusCode,
        reason: &str,
    ) -> Reply {
        let shown = (status, self.spec.refusal(operation, status));
        self.error(operation, incoming, shown, reason)
    }

    fn absent(&self, operation: &Operation, incoming: &Incoming<'_>, reason: &str) -> Reply {
        let shown = self.spec.absent(operation);
        self.error(operation, incoming, shown, reason)
    }

    /// What the document shows, about what was asked for.
    fn error(
        &self,
        operation: &Operation,
        incoming: &Incoming<'_>,
        (status, content): (StatusCode, Content),
        reason: &str,
    ) -> Reply {
        let path = below(incoming.uri, &self.spec.base_path).unwrap_or_default();
        let content = quoted(content, &given(operation, path, incoming));
        Answer::new(status, content).because(reason).into()
    }

    fn remember(
        &self,
        head: &Parts,
        query: Vec<(String, String)>,
        body: Bytes,
        operation_id: Option<String>,
        status: u16,
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
            status,
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

    use super::{Behaviour, MOST_BODY, Shared};
    use crate::spec::Credentials;
    use crate::spec::fixture::spec;

    #[tokio::test]
    async fn a_body_is_read_up_to_the_bound() {
        let shared = Shared::new(spec(), Credentials::Any, Behaviour::default());
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
