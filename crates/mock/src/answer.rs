//! What is sent back.

use axum::body::Body;
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, Response, StatusCode};
use bytes::Bytes;

/// The header that says why a request was refused.
const REASON: HeaderName = HeaderName::from_static("x-mock-reason");

/// One answer: status, body and the few headers that a mock sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) content: Content,
    pub(crate) reason: Option<String>,
    pub(crate) allow: Option<String>,
}

/// A body and what it is. An empty body has no type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Content {
    pub(crate) media_type: Option<String>,
    pub(crate) body: Bytes,
}

impl Content {
    pub(crate) fn json(body: Bytes) -> Self {
        let media_type = (!body.is_empty()).then(|| "application/json".to_owned());
        Self { media_type, body }
    }

    pub(crate) fn text(text: &str) -> Self {
        Self {
            media_type: Some("text/plain; charset=utf-8".to_owned()),
            body: Bytes::from(format!("{text}\n")),
        }
    }
}

impl Answer {
    pub(crate) fn new(status: StatusCode, content: Content) -> Self {
        Self {
            status,
            content,
            reason: None,
            allow: None,
        }
    }

    /// A refusal that no spec has words for, so its body is the reason itself.
    pub(crate) fn plain(status: StatusCode, reason: &str) -> Self {
        Self::new(status, Content::text(reason)).because(reason)
    }

    pub(crate) fn because(mut self, reason: &str) -> Self {
        self.reason = Some(reason.to_owned());
        self
    }

    pub(crate) fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::from(self.content.body));
        *response.status_mut() = self.status;
        let headers = [
            (CONTENT_TYPE, self.content.media_type),
            (REASON, self.reason),
            (ALLOW, self.allow),
        ];
        for (name, value) in headers {
            // A reason names parameters of the spec; a name that cannot stand in a header only costs the header.
            if let Some(value) = value.and_then(|value| HeaderValue::try_from(value).ok()) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}
