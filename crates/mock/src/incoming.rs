//! A request, as far as it has to be judged.

use axum::extract::Query;
use axum::http::{HeaderMap, Method, Uri};
use serde_json::{Map, Value};

/// What came in.
pub(crate) struct Incoming<'a> {
    pub(crate) method: &'a Method,
    pub(crate) uri: &'a Uri,
    pub(crate) headers: &'a HeaderMap,
    /// Decoded, in the order sent.
    pub(crate) query: &'a [(String, String)],
    pub(crate) body: &'a [u8],
}

impl Incoming<'_> {
    /// The value of a header; nothing if it is not text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// What a request says by name: the pairs of its query, and the plain members of a JSON body.
    pub(crate) fn said(&self) -> Vec<(String, String)> {
        let body: Map<String, Value> = serde_json::from_slice(self.body).unwrap_or_default();
        let members = body.into_iter().filter_map(|(name, value)| match value {
            Value::String(text) => Some((name, text)),
            Value::Number(_) | Value::Bool(_) => Some((name, value.to_string())),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        });
        self.query.iter().cloned().chain(members).collect()
    }

    /// Every value of a query parameter.
    pub(crate) fn query<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let of_name = move |(key, _): &&(String, String)| key == name;
        self.query
            .iter()
            .filter(of_name)
            .map(|(_, value)| value.as_str())
    }
}

/// Names and values of a query, decoded.
pub(crate) fn query_pairs(uri: &Uri) -> Vec<(String, String)> {
    Query::try_from_uri(uri).map_or_else(|_| Vec::new(), |Query(pairs)| pairs)
}
