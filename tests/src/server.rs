//! A server of one canned answer that remembers what it was asked, byte for byte.

use callslip_reliability::answer::Answer;
use callslip_reliability::server;

/// A running server; it stops when this is dropped.
pub struct Server {
    base_url: String,
    running: server::Server,
}

impl Server {
    /// Answers every request with `status` (as in `200 OK`) and `body`.
    pub async fn start(status: &str, body: impl AsRef<[u8]>) -> Self {
        Self::with_headers(status, "content-type: application/json\r\n", body).await
    }

    /// The same, with header lines of the caller's, each ending in CR LF.
    pub async fn with_headers(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let length = body.len();
        let head = format!("HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\n\r\n");
        let answer = Answer::raw([head.as_bytes(), body].concat());
        let running = server::Server::start([answer]).await;
        Self {
            base_url: running.url(),
            running,
        }
    }

    /// Where it listens.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The requests so far: start line and headers, as sent.
    pub fn requests(&self) -> Vec<String> {
        let received = self.running.received();
        received.into_iter().map(|request| request.head).collect()
    }

    /// The bodies of those requests.
    pub fn bodies(&self) -> Vec<String> {
        let received = self.running.received();
        received.into_iter().map(|request| request.body).collect()
    }

    /// The only request so far.
    pub fn request(&self) -> String {
        self.running.only().head
    }
}
