//! A real TCP server that answers by a script, byte for byte, and remembers what it was sent.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use crate::answer::Answer;
use crate::answer::Then;

/// Nothing that a test waits for takes so long unless it never comes.
const NEVER: Duration = Duration::from_secs(60);

/// One request, as it came.
#[derive(Clone, Debug)]
pub struct Received {
    /// Request line and headers.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Received {
    /// Method and target.
    pub fn start(&self) -> &str {
        self.head
            .lines()
            .next()
            .unwrap_or_default()
            .trim_end_matches(" HTTP/1.1")
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    /// Header lines in order, without `host`, whose port differs from run to run.
    pub fn headers(&self) -> Vec<&str> {
        self.head
            .lines()
            .skip(1)
            .filter(|line| !line.starts_with("host:"))
            .collect()
    }
}

/// A running server; it stops when this is dropped.
pub struct Server {
    address: String,
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

struct Shared {
    choose: Box<dyn Fn(usize) -> Answer + Send + Sync>,
    /// `None` if requests are counted only.
    received: Option<Mutex<Vec<Received>>>,
    counts: watch::Sender<Counts>,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    requests: usize,
    open: usize,
}

impl Server {
    /// Gives the answers one after the other; the last one again and again.
    pub async fn start(answers: impl IntoIterator<Item = Answer>) -> Self {
        let answers: Vec<Answer> = answers.into_iter().collect();
        let choose = move |number: usize| answers[number.min(answers.len() - 1)].clone();
        Self::run(Box::new(choose), Some(Mutex::default())).await
    }

    /// Gives the answer that is chosen for the number of the request, from 0. Requests are counted and not kept, so that
    /// a server can run for long.
    pub async fn choosing(choose: impl Fn(usize) -> Answer + Send + Sync + 'static) -> Self {
        Self::run(Box::new(choose), None).await
    }

    async fn run(
        choose: Box<dyn Fn(usize) -> Answer + Send + Sync>,
        received: Option<Mutex<Vec<Received>>>,
    ) -> Self {
        crate::heard::always();
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a free port on loopback");
        let address = listener
            .local_addr()
            .expect("a bound socket has an address")
            .to_string();
        let shared = Arc::new(Shared {
            choose,
            received,
            counts: watch::Sender::default(),
        });
        let accepting = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = Arc::clone(&accepting);
                shared.counts.send_modify(|counts| counts.open += 1);
                tokio::spawn(async move {
                    serve(stream, &shared).await;
                    shared.counts.send_modify(|counts| counts.open -= 1);
                });
            }
        });
        Self {
            address,
            shared,
            task,
        }
    }

    /// Host and port.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Every request so far.
    ///
    /// # Panics
    ///
    /// If this server only counts.
    pub fn received(&self) -> Vec<Received> {
        let received = self.shared.received.as_ref();
        received
            .expect("this server keeps requests")
            .lock()
            .expect("no test panicked while it held the lock")
            .clone()
    }

    /// The only request so far.
    pub fn only(&self) -> Received {
        let mut received = self.received();
        assert_eq!(received.len(), 1, "{received:?}");
        received.remove(0)
    }

    /// How many requests came so far.
    pub fn requests(&self) -> usize {
        self.shared.counts.borrow().requests
    }

    /// Waits until this many requests have come.
    pub async fn requested(&self, requests: usize) {
        self.until("a request did not come", |counts| {
            counts.requests >= requests
        })
        .await;
    }

    /// Waits until the client has closed its side of every connection.
    pub async fn closed(&self) {
        self.open_at_most(0).await;
    }

    /// Waits until no more connections than this are open.
    pub async fn open_at_most(&self, connections: usize) {
        self.until("a connection stayed open", |counts| {
            counts.open <= connections
        })
        .await;
    }

    async fn until(&self, otherwise: &str, holds: impl Fn(Counts) -> bool) {
        let mut counts = self.shared.counts.subscribe();
        let waiting = counts.wait_for(|counts| holds(*counts));
        let waited = tokio::time::timeout(NEVER, waiting).await;
        waited.expect(otherwise).expect("the server holds a sender");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// An address on loopback at which nobody listens.
pub fn nobody() -> String {
    crate::heard::always();
    let socket = TcpSocket::new_v4().expect("a socket");
    let anywhere = ([127, 0, 0, 1], 0).into();
    socket.bind(anywhere).expect("a free port on loopback");
    let address = socket.local_addr().expect("a bound socket has an address");
    // It is taken for as long as the process lives: another test's server could be there otherwise.
    std::mem::forget(socket);
    format!("http://{address}")
}

async fn serve(mut stream: TcpStream, shared: &Shared) {
    let mut buffer = Vec::new();
    while let Some(request) = read_request(&mut stream, &mut buffer).await {
        if let Some(received) = &shared.received {
            received
                .lock()
                .expect("no test panicked while it held the lock")
                .push(request);
        }
        let mut number = 0;
        shared.counts.send_modify(|counts| {
            number = counts.requests;
            counts.requests += 1;
        });
        let answer = (shared.choose)(number);
        for part in &answer.parts {
            for _ in 0..part.times {
                if stream.write_all(&part.bytes).await.is_err() {
                    return;
                }
            }
        }
        match answer.then {
            Then::Serve => {}
            Then::Close => {
                if stream.shutdown().await.is_ok() {
                    until_hung_up(&mut stream).await;
                }
                return;
            }
            Then::Reset => {
                stream
                    .set_zero_linger()
                    .expect("a connected socket takes the option");
                return;
            }
            Then::Stall => {
                until_hung_up(&mut stream).await;
                return;
            }
            Then::Drip(every) => {
                while stream.write_all(b" ").await.is_ok() {
                    tokio::time::sleep(every).await;
                }
                return;
            }
        }
    }
}

async fn until_hung_up(stream: &mut TcpStream) {
    while matches!(stream.read(&mut [0; 64]).await, Ok(count) if count > 0) {}
}

async fn read_request(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<Received> {
    let end = loop {
        if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        read_more(stream, buffer).await?;
    };
    let head = String::from_utf8_lossy(&buffer[..end]).into_owned();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.and_then(|length| length.parse().ok()).unwrap_or(0);
    while buffer.len() < end + 4 + length {
        read_more(stream, buffer).await?;
    }
    let body = String::from_utf8_lossy(&buffer[end + 4..end + 4 + length]).into_owned();
    buffer.drain(..end + 4 + length);
    Some(Received { head, body })
}

async fn read_more(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<()> {
    let mut chunk = [0; 4096];
    match stream.read(&mut chunk).await {
        Ok(count) if count > 0 => {
            buffer.extend_from_slice(&chunk[..count]);
            Some(())
        }
        _ => None,
    }
}
