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

use std::fmt;

use axum::http::{Method, StatusCode};
use serde::Deserialize;

use crate::answer::Content;

pub(crate) use body::RequestBody;
pub(crate) use credential::{Credentials, Scheme};
pub(crate) use list::{Kind, ListSpec, Paging};
pub(crate) use parameter::{Location, Parameter};
pub(crate) use path::{PathTemplate, below};

/// All operations of a provider.
#[derive(Debug)]
pub(crate) struct Spec {
    /// What stands before every path: the path of the SDK's default server.
    pub(crate) base_path: String,
    pub(crate) operations: Vec<Operation>,
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
    /// What it is as a list, if it is one.
    pub(crate) list: Option<ListSpec>,
}

/// A documented error body.
#[derive(Debug)]
pub(crate) struct ErrorExample {
    /// The status that it is an example of, where the spec says.
    pub(crate) status: Option<u16>,
    /// 4 or 5.
    pub(crate) class: u16,
    /// Whether a request that breaks the form that the spec gives it is answered so (`x-answers: malformed`).
    pub(crate) malformed: bool,
    pub(crate) content: Content,
}

impl Operation {
    /// Status and body for a request that is malformed: the example that the spec names for it, or else a 400.
    pub(crate) fn malformed(&self) -> (StatusCode, Content) {
        let named = self.errors.iter().find(|example| example.malformed);
        let status = named.and_then(|example| StatusCode::from_u16(example.status?).ok());
        match (status, named) {
            (Some(status), Some(example)) => (status, example.content.clone()),
            _ => (StatusCode::BAD_REQUEST, self.error(StatusCode::BAD_REQUEST)),
        }
    }

    /// The body of an error: the one named for the status, or else the first of its class, or else nothing.
    pub(crate) fn error(&self, status: StatusCode) -> Content {
        let code = status.as_u16();
        let exact = self
            .errors
            .iter()
            .find(|example| example.status == Some(code));
        exact
            .or_else(|| {
                self.errors
                    .iter()
                    .find(|example| example.class == code / 100)
            })
            .map(|example| example.content.clone())
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
