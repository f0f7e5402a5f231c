//! The id that a service gives a request.

use reqwest::header::HeaderMap;
use serde_json::Value;

use crate::exchange::sanitize;

/// Headers in which services tell the id of a request.
const REQUEST_ID_HEADERS: [&str; 5] = [
    "x-request-id",
    "request-id",
    "x-correlation-id",
    "x-trace-id",
    "x-amzn-requestid",
];

pub(crate) fn request_id(headers: &HeaderMap, pointers: &[&str], body: &[u8]) -> Option<String> {
    let from_header = REQUEST_ID_HEADERS
        .iter()
        .find_map(|name| headers.get(*name)?.to_str().ok());
    if let Some(id) = from_header {
        return sanitize::request_id(id);
    }
    if pointers.is_empty() {
        return None;
    }
    let tree = error_tree(body);
    pointers
        .iter()
        .find_map(|pointer| tree.pointer(pointer)?.as_str())
        .and_then(sanitize::request_id)
}

/// A body as a tree, for the few values that an error line shows. A long body is no error envelope, and as a tree it would
/// take many times its size.
pub(crate) fn error_tree(body: &[u8]) -> Value {
    const LONGEST: usize = 256 * 1024;
    if body.len() > LONGEST {
        return Value::Null;
    }
    serde_json::from_slice(body).unwrap_or(Value::Null)
}
