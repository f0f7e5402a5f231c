//! A request, as far as it has to be judged.

use axum::extract::Query;
use axum::http::{HeaderMap, Method, Uri};
use serde_json::Value;

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

    /// What a request says by name: the pairs of its query, and the plain members of a JSON body and of objects in it, each value
    /// of a list by itself. What compares a property has its name in front: `start.lower_threshold`.
    pub(crate) fn said(&self) -> Vec<(String, String)> {
        let body: Value = serde_json::from_slice(self.body).unwrap_or_default();
        let mut said = self.query.to_vec();
        tell(&body, "", &mut said);
        said
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

fn tell(value: &Value, name: &str, said: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => {
            for (member, value) in members {
                let name = match name {
                    name if member.ends_with("_threshold") => format!("{name}.{member}"),
                    _ => member.clone(),
                };
                tell(value, &name, said);
            }
        }
        Value::Array(items) => {
            for item in items {
                tell(item, name, said);
            }
        }
        Value::String(text) => said.push((name.to_owned(), text.clone())),
        Value::Number(_) | Value::Bool(_) => said.push((name.to_owned(), value.to_string())),
        Value::Null => {}
    }
}

/// Names and values of a query, decoded.
pub(crate) fn query_pairs(uri: &Uri) -> Vec<(String, String)> {
    Query::try_from_uri(uri).map_or_else(|_| Vec::new(), |Query(pairs)| pairs)
}
