//! Who answers in the service's place, in tests without a server.

use std::sync::Arc;

use bytes::Bytes;
use reqwest::header::CONTENT_TYPE;
use reqwest::{Request, Response, ResponseBuilderExt, StatusCode, Url};

use crate::json::JSON;

/// A request that is answered by a function of a test, see `answered_by` of the client's builder. It shows no header, so no credential.
///
/// ```
/// use callslip_core::Asked;
///
/// fn pages(asked: &Asked<'_>) -> (u16, &'static str) {
///     match (asked.path(), asked.query("page").as_deref()) {
///         ("/v1/calls", None | Some("1")) => (200, r#"{"calls": [{"id": "c1"}], "total": 1}"#),
///         ("/v1/calls", _) => (200, r#"{"calls": [], "total": 1}"#),
///         _ => (404, ""),
///     }
/// }
/// # fn example(builder: callslip_core::rt::ClientSettings) -> callslip_core::rt::ClientSettings {
/// builder.answered_by(pages)
/// # }
/// ```
#[derive(Debug)]
pub struct Asked<'a> {
    request: &'a Request,
}

impl Asked<'_> {
    /// The method, as `GET`.
    pub fn method(&self) -> &str {
        self.request.method().as_str()
    }

    /// The path, as it is sent.
    pub fn path(&self) -> &str {
        self.request.url().path()
    }

    /// A parameter of the query; the first of this name.
    pub fn query(&self, name: &str) -> Option<String> {
        let mut pairs = self.request.url().query_pairs();
        let found = pairs.find(|(key, _)| key == name);
        found.map(|(_, value)| value.into_owned())
    }

    /// What was sent; empty where nothing was, and where it is read while it is sent.
    pub fn body(&self) -> &[u8] {
        let body = self.request.body().and_then(|body| body.as_bytes());
        body.unwrap_or_default()
    }
}

/// Answers with a status and JSON.
#[derive(Clone)]
pub struct Fake(Arc<Answer>);

type Answer = dyn Fn(&Request) -> Response + Send + Sync;

impl Fake {
    /// By this function.
    pub fn new<B: Into<Bytes>>(
        answer: impl Fn(&Asked<'_>) -> (u16, B) + Send + Sync + 'static,
    ) -> Self {
        // The answer is made here, so that a program without such a function has none of that code.
        Self(Arc::new(move |request| {
            let (status, body) = answer(&Asked { request });
            answered(request, status, body.into())
        }))
    }

    /// The answer.
    pub(crate) fn answer(&self, request: &Request) -> Response {
        (self.0)(request)
    }
}

/// An answer as if it had come from where it was asked for. A status that is none is a fault of the service.
fn answered(request: &Request, status: u16, body: Bytes) -> Response {
    let url: Url = request.url().clone();
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let answer = http::Response::builder().status(status).url(url);
    let answer = answer.header(CONTENT_TYPE, JSON).body(body);
    answer.map_or_else(|_| http::Response::new(Bytes::new()).into(), Response::from)
}
