//! The requests that a mock got, so that a test can look at what was on the wire.

use std::collections::{HashSet, VecDeque};
use std::fmt;

use bytes::Bytes;

/// More requests than this are not remembered.
const MOST_REQUESTS: usize = 1024;
/// Nor are more bytes than this, all requests together; the last request is kept whatever its size.
const MOST_BYTES: usize = 8 << 20;

/// A request that a mock got.
///
/// The accessors give everything as it came, credentials included; `Debug` hides credentials and the body.
#[derive(Clone)]
pub struct RecordedRequest {
    pub(crate) operation_id: Option<String>,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) raw_query: Option<String>,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Bytes,
    pub(crate) status: u16,
    /// Headers and query parameters, in lower case, that hold credentials.
    pub(crate) secrets: HashSet<String>,
}

impl RecordedRequest {
    /// The operation that it was for, if the spec has one for its method and path.
    pub fn operation_id(&self) -> Option<&str> {
        self.operation_id.as_deref()
    }

    /// The method, in upper case.
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The whole path as sent, percent-encoding and the server's prefix included.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The query as sent, without the question mark; `None` if there was none.
    pub fn raw_query(&self) -> Option<&str> {
        self.raw_query.as_deref()
    }

    /// The query's names and values, decoded, in the order sent.
    pub fn query(&self) -> &[(String, String)] {
        &self.query
    }

    /// The headers in the order received, names in lower case; bytes that are not UTF-8 are replaced.
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The first value of a header, whatever the case of its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The body; empty if there was none or it was refused for its size.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The status that it was answered with; 0 if the connection was closed instead.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// About how much memory it takes.
    fn size(&self) -> usize {
        let pairs = self.query.iter().chain(&self.headers);
        let pairs: usize = pairs.map(|(name, value)| name.len() + value.len()).sum();
        self.path.len() + self.raw_query.as_ref().map_or(0, String::len) + pairs + self.body.len()
    }

    fn masked<'a>(&self, pairs: &'a [(String, String)]) -> Vec<(&'a str, &'a str)> {
        let hide = |name: &str| self.secrets.contains(&name.to_ascii_lowercase());
        let masked = pairs.iter().map(|(name, value)| {
            let value = if hide(name) {
                "[masked]"
            } else {
                value.as_str()
            };
            (name.as_str(), value)
        });
        masked.collect()
    }
}

impl fmt::Debug for RecordedRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RecordedRequest")
            .field("operation_id", &self.operation_id)
            .field("method", &self.method)
            .field("path", &self.path)
            .field("query", &self.masked(&self.query))
            .field("headers", &self.masked(&self.headers))
            .field("body_bytes", &self.body.len())
            .field("status", &self.status)
            .finish()
    }
}

/// The last requests, within bounds.
#[derive(Debug, Default)]
pub(crate) struct Log {
    requests: VecDeque<RecordedRequest>,
    bytes: usize,
}

impl Log {
    pub(crate) fn push(&mut self, request: RecordedRequest) {
        self.bytes += request.size();
        self.requests.push_back(request);
        while self.requests.len() > MOST_REQUESTS
            || (self.bytes > MOST_BYTES && self.requests.len() > 1)
        {
            let oldest = self.requests.pop_front();
            self.bytes -= oldest.map_or(0, |oldest| oldest.size());
        }
    }

    pub(crate) fn requests(&self) -> Vec<RecordedRequest> {
        self.requests.iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::{Log, MOST_BYTES, MOST_REQUESTS, RecordedRequest};

    fn request(path: &str, body: usize) -> RecordedRequest {
        RecordedRequest {
            operation_id: None,
            method: "GET".to_owned(),
            path: path.to_owned(),
            raw_query: None,
            query: vec![
                ("Key".to_owned(), "marker-query".to_owned()),
                ("page".to_owned(), "2".to_owned()),
            ],
            headers: vec![
                ("authorization".to_owned(), "marker-header".to_owned()),
                ("accept".to_owned(), "*/*".to_owned()),
            ],
            body: Bytes::from(vec![b'm'; body]),
            status: 200,
            secrets: ["key", "authorization"].map(ToOwned::to_owned).into(),
        }
    }

    #[test]
    fn the_last_requests_are_kept() {
        let mut log = Log::default();
        for number in 0..MOST_REQUESTS + 3 {
            log.push(request(&number.to_string(), 0));
        }
        let kept = log.requests();
        assert_eq!(kept.len(), MOST_REQUESTS);
        assert_eq!(kept.first().map(RecordedRequest::path), Some("3"));
    }

    #[test]
    fn memory_is_bounded_too() {
        let mut log = Log::default();
        for _ in 0..20 {
            log.push(request("/", 1 << 20));
        }
        assert_eq!(log.requests().len(), 7);
        assert!(log.bytes <= MOST_BYTES, "{}", log.bytes);
        log.push(request("/large", MOST_BYTES + 1));
        assert_eq!(log.requests().len(), 1);
    }

    #[test]
    fn debug_hides_credentials_and_accessors_do_not() {
        let request = request("/calls", 3);
        let shown = format!("{request:?}");
        assert!(!shown.contains("marker"), "{shown}");
        assert!(!shown.contains("mmm"), "{shown}");
        assert!(shown.contains("(\"page\", \"2\")"), "{shown}");
        assert!(shown.contains("(\"accept\", \"*/*\")"), "{shown}");
        assert_eq!(request.header("Authorization"), Some("marker-header"));
    }
}
