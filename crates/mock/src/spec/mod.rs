//! A spec, made ready to be served: only what a server has to know of it.

mod body;
mod compile;
mod credential;
#[cfg(test)]
pub(crate) mod fixture;
mod list;
mod parameter;
mod path;
mod reference;
mod schema;
mod shape;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use axum::http::{Method, StatusCode};
use serde::Deserialize;
use serde_json::Value;

use crate::answer::Content;

pub(crate) use body::RequestBody;
pub(crate) use compile::events;
pub(crate) use credential::{Credentials, Scheme};
pub(crate) use list::{Facts, Filter, Kind, Paging, Webhook};
pub(crate) use parameter::{Location, Parameter, text};
pub(crate) use path::{PathTemplate, below};
pub(crate) use shape::Shape;

/// All operations of a provider.
#[derive(Debug)]
pub(crate) struct Spec {
    /// The whole document, since schemas refer to others.
    pub(crate) document: Arc<Value>,
    /// What stands before every path: the path of the SDK's default server.
    pub(crate) base_path: String,
    pub(crate) operations: Vec<Operation>,
    /// The error bodies that the document shows, by status.
    pub(crate) shared: BTreeMap<u16, Content>,
    /// In which headers the service tells its rate limit, if any are documented.
    pub(crate) rate_limit: Option<RateLimitHeaders>,
}

/// Names of headers.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct RateLimitHeaders {
    pub(crate) limit: String,
    pub(crate) remaining: String,
    pub(crate) interval_milliseconds: String,
}

/// One operation.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: Method,
    pub(crate) path: PathTemplate,
    /// Ways to be let in, each a set of schemes that must all be met; empty if anybody is.
    pub(crate) security: Vec<Vec<Scheme>>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<RequestBody>,
    pub(crate) success: (StatusCode, Content),
    pub(crate) errors: Vec<ErrorExample>,
    /// The schema of the success, if that is JSON.
    pub(crate) response: Option<Value>,
    /// How it goes on as a list, if it is one.
    pub(crate) list: Option<Paging>,
    /// Where facts of a call stand in the success, or in an item of the list.
    pub(crate) facts: Facts,
    /// Parameters of which a request needs one at least.
    pub(crate) one_of: Vec<String>,
}

/// A documented error body.
#[derive(Debug)]
pub(crate) struct ErrorExample {
    /// The status that it is an example of, where the spec says.
    pub(crate) status: Option<u16>,
    /// 4 or 5.
    pub(crate) class: u16,
    /// As the spec calls it: the status, and what is wrong.
    pub(crate) name: String,
    /// Which requests are answered so, where the spec says it: `malformed` or `absent`.
    pub(crate) answers: Option<String>,
    pub(crate) content: Content,
}

/// What is wrong with a request that has not the form that the spec gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    /// The parameter, or the property of the body, if it is one.
    pub(crate) name: Option<String>,
    /// Whether it is not there, or empty.
    pub(crate) missing: bool,
    pub(crate) reason: String,
}

impl ErrorExample {
    fn answers(&self, what: &str) -> bool {
        self.answers.as_deref() == Some(what)
    }

    fn answer(&self) -> Option<(StatusCode, Content)> {
        let status = StatusCode::from_u16(self.status?).ok()?;
        Some((status, self.content.clone()))
    }

    /// Whether it is about one certain thing that is missing or invalid (`400-missing-invoice-id`), and if it is, whether about this.
    fn about(&self, wrong: &Malformed) -> Option<bool> {
        let (_, what) = self.name.split_once('-')?;
        let (missing, what) = match (what.strip_prefix("missing-"), what.strip_prefix("invalid-")) {
            (Some(what), _) => (true, what),
            (_, Some(what)) if !matches!(what, "request" | "data") => (false, what),
            _ => return None,
        };
        let is_it = wrong.name.as_deref().is_some_and(|name| {
            let name = snake(name).replace('_', "-");
            what == name || what.ends_with(&format!("-{name}"))
        });
        Some(is_it && missing == wrong.missing)
    }
}

/// `callRecordId` -> `call_record_id`, `contact/id` -> `contact_id`
pub(crate) fn snake(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(if c == '/' {
            '_'
        } else {
            c.to_ascii_lowercase()
        });
    }
    snake
}

impl Spec {
    /// The answer to a request that is refused with this status: what the operation shows for it, or else the document.
    pub(crate) fn refusal(&self, operation: &Operation, status: StatusCode) -> Content {
        let shown = operation.shown(status).cloned();
        shown
            .or_else(|| self.shared.get(&status.as_u16()).cloned())
            .unwrap_or_default()
    }

    /// Status and body where what is asked for is not there: what the document says of it, or else a 404.
    pub(crate) fn absent(&self, operation: &Operation) -> (StatusCode, Content) {
        let mut examples = operation.errors.iter();
        let named = examples.find(|example| example.answers("absent"));
        named.and_then(ErrorExample::answer).unwrap_or_else(|| {
            let content = self.refusal(operation, StatusCode::NOT_FOUND);
            (StatusCode::NOT_FOUND, content)
        })
    }

    /// Status and body for a request that is malformed: what the document says of just that, or of any malformed request, or
    /// else a 400, or a 422.
    pub(crate) fn malformed(
        &self,
        operation: &Operation,
        wrong: &Malformed,
    ) -> (StatusCode, Content) {
        let bad = [400, 422].map(Some);
        let errors = operation
            .errors
            .iter()
            .filter(|one| bad.contains(&one.status));
        let errors: Vec<&ErrorExample> = errors.collect();
        let of = |fits: &dyn Fn(&ErrorExample) -> bool| errors.iter().find(|one| fits(one));
        let found = of(&|one| one.about(wrong) == Some(true))
            .or_else(|| of(&|one| one.answers("malformed")))
            .or_else(|| of(&|one| one.about(wrong).is_none() && !one.answers("absent")));
        found.and_then(|one| one.answer()).unwrap_or_else(|| {
            let content = self.refusal(operation, StatusCode::BAD_REQUEST);
            (StatusCode::BAD_REQUEST, content)
        })
    }
}

impl Operation {
    /// What the operation shows for a status.
    fn shown(&self, status: StatusCode) -> Option<&Content> {
        let mut errors = self.errors.iter();
        let exact = errors.find(|example| example.status == Some(status.as_u16()));
        exact.map(|example| &example.content)
    }

    /// The body of an error: the one named for the status, or else the first of its class, or else nothing.
    pub(crate) fn error(&self, status: StatusCode) -> Content {
        let class = status.as_u16() / 100;
        let of_class = || self.errors.iter().find(|example| example.class == class);
        let shown = self.shown(status);
        shown
            .or_else(|| of_class().map(|example| &example.content))
            .cloned()
            .unwrap_or_default()
    }
}

/// Why a spec cannot be served: a JSON pointer into the embedded file and what is wrong there.
#[derive(Debug)]
pub(crate) struct SpecError {
    pub(crate) pointer: String,
    pub(crate) what: String,
}

impl SpecError {
    pub(crate) fn new(pointer: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            what: what.into(),
        }
    }
}

impl fmt::Display for SpecError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.pointer, self.what)
    }
}
