//! A server whose answers a function gives by the target of the request. It tells when requests arrive and when clients hang
//! up, so that tests can go by the order of events.

use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// What is answered.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Status line, as in `200 OK`, and a JSON body.
    Json(&'static str, String),
    /// Nothing, until the client hangs up.
    Silence,
}

type Route = Arc<dyn Fn(&str, usize) -> Reply + Send + Sync>;

/// What has happened so far.
#[derive(Clone, Debug, Default)]
struct Events {
    targets: Vec<String>,
    hung_up: usize,
}

/// A running server; it stops when this is dropped.
pub struct Routed {
    base_url: String,
    events: watch::Sender<Events>,
    task: JoinHandle<()>,
}

impl Routed {
    /// Answers by target, as in `/things?offset=2`, and by how many requests there were before.
    pub async fn start(route: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) -> Self {
        callslip_reliability::heard::always();
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a free port on loopback");
        let address = listener
            .local_addr()
            .expect("a bound socket has an address");
        let route: Route = Arc::new(route);
        let (events, _) = watch::channel(Events::default());
        let shared = events.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&route), shared.clone()));
            }
        });
        Self {
            base_url: format!("http://{address}"),
            events,
            task,
        }
    }

    /// Where it listens.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The targets of the requests so far.
    pub fn targets(&self) -> Vec<String> {
        self.events.borrow().targets.clone()
    }

    /// Waits until so many requests have arrived.
    pub async fn arrived(&self, count: usize) {
        self.until(|events| events.targets.len() >= count).await;
    }

    /// Waits until a client has hung up while it was owed an answer.
    pub async fn hung_up(&self) {
        self.until(|events| events.hung_up > 0).await;
    }

    async fn until(&self, wanted: impl FnMut(&Events) -> bool) {
        let mut events = self.events.subscribe();
        events
            .wait_for(wanted)
            .await
            .expect("the server is there as long as this is");
    }
}

impl Drop for Routed {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut stream: TcpStream, route: Route, events: watch::Sender<Events>) {
    let mut buffer = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        while let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&buffer[..end]).into_owned();
            buffer.drain(..end + 4);
            let target = head.split(' ').nth(1).unwrap_or_default().to_owned();
            let before = events.borrow().targets.len();
            let reply = route(&target, before);
            events.send_modify(|events| events.targets.push(target));
            let Reply::Json(status, body) = reply else {
                while matches!(stream.read(&mut chunk).await, Ok(count) if count > 0) {}
                events.send_modify(|events| events.hung_up += 1);
                return;
            };
            let answer = format!(
                "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
                body.len()
            );
            if stream.write_all(answer.as_bytes()).await.is_err() {
                return;
            }
        }
        match stream.read(&mut chunk).await {
            Ok(0) | Err(_) => return,
            Ok(count) => buffer.extend(&chunk[..count]),
        }
    }
}
