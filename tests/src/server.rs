//! A server of one canned answer that remembers what it was asked, byte for byte.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

#[derive(Default)]
struct Seen {
    heads: Vec<String>,
    bodies: Vec<String>,
}

/// A running server; it stops when this is dropped.
pub struct Server {
    base_url: String,
    seen: Arc<Mutex<Seen>>,
    task: JoinHandle<()>,
}

impl Server {
    /// Answers every request with `status` (as in `200 OK`) and `body`.
    pub async fn start(status: &str, body: impl Into<Vec<u8>>) -> Self {
        Self::with_headers(status, "content-type: application/json\r\n", body).await
    }

    /// The same, with header lines of the caller's, each ending in CR LF.
    pub async fn with_headers(status: &str, headers: &str, body: impl Into<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a free port on loopback");
        let base_url = format!(
            "http://{}",
            listener
                .local_addr()
                .expect("a bound socket has an address")
        );
        let body = body.into();
        let mut answer = format!(
            "HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n",
            body.len()
        )
        .into_bytes();
        answer.extend(body);
        let seen = Arc::new(Mutex::new(Seen::default()));
        let shared = Arc::clone(&seen);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, answer.clone(), Arc::clone(&shared)));
            }
        });
        Self {
            base_url,
            seen,
            task,
        }
    }

    /// Where it listens.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The requests so far: start line and headers, as sent.
    pub fn requests(&self) -> Vec<String> {
        self.lock().heads.clone()
    }

    /// The bodies of those requests.
    pub fn bodies(&self) -> Vec<String> {
        self.lock().bodies.clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.seen
            .lock()
            .expect("no test panicked while it held the lock")
    }

    /// The only request so far.
    pub fn request(&self) -> String {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1, "exactly one request was sent");
        requests.remove(0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut stream: TcpStream, answer: Vec<u8>, seen: Arc<Mutex<Seen>>) {
    let mut buffer = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        while let Some((head, body, end)) = whole_request(&buffer) {
            buffer.drain(..end);
            {
                let mut seen = seen
                    .lock()
                    .expect("no test panicked while it held the lock");
                seen.heads.push(head);
                seen.bodies.push(body);
            }
            if stream.write_all(&answer).await.is_err() {
                return;
            }
        }
        match stream.read(&mut chunk).await {
            Ok(0) | Err(_) => return,
            Ok(count) => buffer.extend(&chunk[..count]),
        }
    }
}

/// Head, body and length of the first request, once all of it is there.
fn whole_request(buffer: &[u8]) -> Option<(String, String, usize)> {
    let end = buffer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&buffer[..end]).into_owned();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .map_or(0, |length| length.parse().unwrap_or(0));
    let body = buffer.get(end + 4..end + 4 + length)?;
    Some((
        head,
        String::from_utf8_lossy(body).into_owned(),
        end + 4 + length,
    ))
}
