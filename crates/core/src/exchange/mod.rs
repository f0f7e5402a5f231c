//! One request and its answer: what it was, and what is known of how it went.

pub(crate) mod provider;
pub(crate) mod rate_limit;
pub(crate) mod request_id;
pub(crate) mod sanitize;
pub(crate) mod value;

use reqwest::StatusCode;

/// Whether a status passes by itself.
pub(crate) fn is_passing(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 502 | 503 | 504)
}
