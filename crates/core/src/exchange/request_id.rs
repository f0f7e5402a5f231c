//! The id that a service gives a request.

use reqwest::header::HeaderMap;

use super::sanitize;
use crate::json::text;

/// Headers in which services tell the id of a request.
const REQUEST_ID_HEADERS: [&str; 5] = [
    "x-request-id",
    "request-id",
    "x-correlation-id",
    "x-trace-id",
    "x-amzn-requestid",
];

pub(super) fn find(headers: &HeaderMap, pointers: &[&str], body: &[u8]) -> Option<String> {
    let from_header = REQUEST_ID_HEADERS
        .iter()
        .find_map(|name| headers.get(*name)?.to_str().ok());
    if let Some(id) = from_header {
        return sanitize::request_id(id);
    }
    if pointers.is_empty() {
        return None;
    }
    let body = text::valid(body).ok()?;
    sanitize::request_id(&text::text_at(&body.text, pointers)?)
}
