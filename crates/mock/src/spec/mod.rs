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
mod refusal;
mod relation;
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
pub(crate) use compile::{EVENT_STREAM, event, events};
pub(crate) use credential::{Credentials, Scheme};
pub(crate) use list::{Facts, Filter, Kind, Paging, Webhook};
pub(crate) use parameter::{Location, Parameter, text};
pub(crate) use path::{PathTemplate, below};
pub(crate) use refusal::{ErrorExample, MISSING, Malformed, quoted};
pub(crate) use relation::{Relation, RelationKind};
pub(crate) use shape::Shape;

/// What a request gives to parameters.
pub(crate) type Given<'a> = Vec<(&'a Parameter, Vec<String>)>;

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
    pub(crate) relations: Vec<Relation>,
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
