//! The blocking client of a provider crate over real HTTP, from threads with and without an async runtime.

use std::io::{self, Read, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use callslip_credira::blocking::Client;
use callslip_credira::{CredentialError, CredentialProvider, ErrorKind, RetryPolicy, Token};
use callslip_tests::examples::example;
use callslip_tests::server::Server;

/// A server on a runtime of its own: the test's thread has none.
struct Background {
    server: Server,
    _runtime: tokio::runtime::Runtime,
}

impl Background {
    fn start(status: &str, body: impl AsRef<[u8]>) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let server = runtime.block_on(Server::start(status, body));
        Self {
            server,
            _runtime: runtime,
        }
    }

    fn with_the_example() -> Self {
        Self::start("200 OK", example("credira", "get_call"))
    }

    fn link(&self) -> String {
        format!("{}/recordings/1.mp3", self.server.base_url())
    }
}

fn client(base_url: &str) -> Client {
    Client::builder()
        .base_url(base_url)
        .api_key("k")
        .build_blocking()
        .expect("builds")
}

#[test]
fn an_answer_is_what_the_asynchronous_client_gets() {
    let background = Background::with_the_example();
    let answer = client(background.server.base_url())
        .get_call("call_123456789")
        .header("X-Mark", "m1")
        .send()
        .expect("decodes");
    assert_eq!(answer.data.keywords, ["payment", "invoice", "overdue"]);
    assert_eq!((answer.status().as_u16(), answer.attempts()), (200, 1));
    let request = background.server.request();
    assert!(
        request.starts_with("GET /calls/call_123456789 "),
        "{request}"
    );
    for line in ["authorization: Bearer k", "x-mark: m1"] {
        assert!(request.contains(line), "{line}: {request}");
    }
}

#[test]
fn an_error_is_typed() {
    let background = Background::start("404 Not Found", example("credira", "error-404-not-found"));
    let error = client(background.server.base_url())
        .get_call("call_1")
        .send()
        .expect_err("there is none");
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.api_error().is_some());
    assert_eq!(error.attempts(), 1);
}

#[test]
fn a_fault_that_passes_is_repeated_within_the_policy_of_the_call() {
    let background = Background::start("503 Service Unavailable", "{}");
    let policy = RetryPolicy::default()
        .max_attempts(3)
        .base_delay(Duration::from_millis(1));
    let error = client(background.server.base_url())
        .get_call("call_1")
        .retry(policy)
        .send()
        .expect_err("it stays away");
    assert_eq!(error.attempts(), 3);
    assert_eq!(background.server.requests().len(), 3);
}

#[test]
fn a_call_ends_at_its_timeout() {
    // Connections are taken by the system and nobody answers.
    let silent = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = silent.local_addr().expect("it is bound");
    let begun = Instant::now();
    let error = client(&format!("http://{address}"))
        .get_call("call_1")
        .timeout(Duration::from_millis(50))
        .send()
        .expect_err("nobody answers");
    assert!(error.is_timeout(), "{error}");
    assert!(
        begun.elapsed() < Duration::from_secs(20),
        "not the default of 90 s"
    );
}

#[test]
fn a_bad_argument_is_refused_by_name_before_anything_is_sent() {
    let background = Background::with_the_example();
    let error = client(background.server.base_url())
        .get_call("..")
        .send()
        .expect_err("it is refused");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("`id`"), "{error}");
    assert!(background.server.requests().is_empty());
}

#[test]
fn a_setting_that_is_missing_is_named() {
    let error = Client::builder().build_blocking().expect_err("no key");
    assert!(error.to_string().contains("api_key"), "{error}");
}

/// Waits on the runtime of whoever asks, as a call to a token service would.
struct Slow;

impl CredentialProvider for Slow {
    async fn fetch(&self) -> Result<Token, CredentialError> {
        tokio::time::sleep(Duration::from_millis(1)).await;
        Ok(Token::new("fetched"))
    }
}

#[test]
fn a_credential_is_fetched_on_the_runtime_of_the_client() {
    let background = Background::with_the_example();
    let client = Client::builder()
        .base_url(background.server.base_url())
        .credential_provider(Slow)
        .build_blocking()
        .expect("builds");
    client.get_call("call_1").send().expect("decodes");
    let request = background.server.request();
    assert!(
        request.contains("authorization: Bearer fetched"),
        "{request}"
    );
}

async fn refused(server: &Server, client: &Client) {
    let error = client.get_call("call_1").send().expect_err("it is refused");
    assert_eq!(
        (error.kind(), error.attempts(), error.operation()),
        (ErrorKind::InvalidRequest, 0, "get_call")
    );
    let text = error.to_string();
    for part in [
        "credira get_call: not sent",
        "inside an async runtime",
        "async `Client`",
        "`tokio::task::spawn_blocking`",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(server.requests().is_empty(), "nothing was sent");
}

#[tokio::test]
async fn inside_an_async_runtime_of_one_thread_a_call_says_so() {
    let server = Server::start("200 OK", example("credira", "get_call")).await;
    let client = client(server.base_url());
    refused(&server, &client).await;
    // Refused calls leave the task able to go on.
    tokio::task::yield_now().await;
    refused(&server, &client).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn inside_a_task_of_a_runtime_of_several_threads_a_call_says_so() {
    let server = Server::start("200 OK", example("credira", "get_call")).await;
    let client = client(server.base_url());
    let task = tokio::spawn(async move { refused(&server, &client).await });
    task.await.expect("it did not panic");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_error_sends_the_caller_the_call_is_made() {
    let server = Server::start("200 OK", example("credira", "get_call")).await;
    let client = client(server.base_url());
    let elsewhere = client.clone();
    let answer = tokio::task::spawn_blocking(move || elsewhere.get_call("call_1").send()).await;
    assert_eq!(
        answer
            .expect("no panic")
            .expect("decodes")
            .status()
            .as_u16(),
        200
    );
    let answer = tokio::task::block_in_place(|| client.get_call("call_1").send());
    assert_eq!(answer.expect("decodes").status().as_u16(), 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_that_cannot_be_told_from_a_thread_is_served_and_does_not_panic() {
    let server = Server::start("200 OK", example("credira", "get_call")).await;
    let client = client(server.base_url());
    let task = tokio::spawn(tokio::task::unconstrained(async move {
        client.get_call("call_1").send()
    }));
    let answer = task.await.expect("no panic").expect("decodes");
    assert_eq!(answer.status().as_u16(), 200);
}

#[tokio::test]
async fn a_client_is_built_used_elsewhere_and_dropped_inside_a_runtime() {
    let server = Server::start("200 OK", example("credira", "get_call")).await;
    let client = client(server.base_url());
    let elsewhere = client.clone();
    let used = tokio::task::spawn_blocking(move || elsewhere.get_call("call_1").send());
    used.await.expect("no panic").expect("decodes");
    drop(client); // The last one, with a connection that is still open.
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn threads_share_a_client() {
    const THREADS: usize = 8;
    const CALLS: usize = 4;
    let background = Background::with_the_example();
    let client = client(background.server.base_url());
    let answers = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for _ in 0..CALLS {
                    client.get_call("call_1").send().expect("decodes");
                    answers.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(answers.into_inner(), THREADS * CALLS);
    assert_eq!(background.server.requests().len(), THREADS * CALLS);
}

#[test]
fn a_client_outlives_the_thread_that_made_it_and_its_clones() {
    let background = Background::with_the_example();
    let base_url = background.server.base_url().to_owned();
    let client = std::thread::spawn(move || {
        let client = client(&base_url);
        client.get_call("call_1").send().expect("decodes");
        client.clone()
    })
    .join()
    .expect("no panic");
    client.get_call("call_2").send().expect("decodes");
    let last = client.clone();
    drop(client);
    last.get_call("call_3").send().expect("decodes");
    assert_eq!(background.server.requests().len(), 3);
}

#[test]
fn nothing_confidential_is_shown() {
    let client = Client::builder()
        .base_url("http://127.0.0.1:1")
        .api_key("m4rker")
        .build_blocking()
        .expect("builds");
    let shown = format!("{client:?} {:?}", client.get_call("m4rker"));
    assert!(!shown.contains("m4rker"), "{shown}");
    assert!(shown.contains("GetCall"), "{shown}");
}

/// A recording of more than one chunk, sent with its media type.
fn recording() -> (Background, Vec<u8>) {
    let bytes: Vec<u8> = (0..300_000_u32).map(|at| (at % 251) as u8 | 0x80).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let server = Server::with_headers("200 OK", "content-type: audio/mpeg\r\n", &bytes);
    let server = runtime.block_on(server);
    let background = Background {
        server,
        _runtime: runtime,
    };
    (background, bytes)
}

#[test]
fn a_download_goes_to_a_file() {
    let (background, bytes) = recording();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("call.mp3");
    let client = client(background.server.base_url());
    let done = client
        .download(background.link())
        .expect_type("audio/*")
        .to_file(&path)
        .expect("whole");
    assert_eq!(
        (done.bytes(), done.content_type(), done.attempts()),
        (bytes.len() as u64, Some("audio/mpeg"), 1)
    );
    assert!(std::fs::read(&path).expect("it is there") == bytes);
    let names = std::fs::read_dir(folder.path()).expect("the folder");
    assert_eq!(names.count(), 1, "no partial file is left");
    let request = background.server.request();
    assert!(
        request.starts_with("GET /recordings/1.mp3 ")
            && request.contains("authorization: Bearer k"),
        "{request}"
    );
    let error = client.download(background.link()).to_file(&path);
    let error = error.expect_err("the file exists");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{error}");
    assert_eq!(background.server.requests().len(), 1, "nothing was sent");
}

/// Takes a thousand bytes at a time after an interruption, as a pipe may, and so many in all.
struct Pipe {
    taken: Vec<u8>,
    room: usize,
    interrupted: bool,
    flushed: bool,
}

impl Pipe {
    fn with_room(room: usize) -> Self {
        Self {
            taken: Vec::new(),
            room,
            interrupted: false,
            flushed: false,
        }
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !std::mem::replace(&mut self.interrupted, true) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        if self.taken.len() >= self.room {
            return Err(io::ErrorKind::StorageFull.into());
        }
        let some = &bytes[..bytes.len().min(1000)];
        self.taken.extend_from_slice(some);
        Ok(some.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.flushed = true;
        Ok(())
    }
}

#[test]
fn a_download_goes_into_a_writer_that_blocks() {
    let (background, bytes) = recording();
    let client = client(background.server.base_url());
    let mut pipe = Pipe::with_room(usize::MAX);
    let done = client.download(background.link()).to_writer(&mut pipe);
    assert_eq!(done.expect("whole").bytes(), bytes.len() as u64);
    assert!(pipe.taken == bytes && pipe.flushed);

    let mut full = Pipe::with_room(5000);
    let download = client.download(background.link());
    let error = download.to_writer(&mut full).expect_err("it is full");
    assert_eq!(error.kind(), ErrorKind::Write, "{error}");
    let source = std::error::Error::source(&error).expect("the writer's own");
    let source = source.downcast_ref::<io::Error>().map(io::Error::kind);
    assert_eq!(source, Some(io::ErrorKind::StorageFull));
    assert!(bytes.starts_with(&full.taken) && full.taken.len() == 5000);
}

#[test]
fn a_download_is_read_and_comes_in_chunks() {
    let (background, bytes) = recording();
    let client = client(background.server.base_url());
    let mut reader = client.download(background.link()).reader();
    assert!(background.server.requests().is_empty(), "nothing was read");
    let mut read = Vec::new();
    reader.read_to_end(&mut read).expect("whole");
    assert!(read == bytes);

    let chunks = client.download(background.link()).stream();
    let chunks = chunks.collect::<Result<Vec<_>, _>>().expect("whole");
    assert!(chunks.len() > 1 && chunks.concat() == bytes);

    let page = client.download(background.link()).expect_type("text/html");
    let error = page.reader().read_to_end(&mut Vec::new());
    let error = error.expect_err("it is a recording");
    let error = error.get_ref().expect("the call's own").to_string();
    assert!(error.contains("the content is audio/mpeg"), "{error}");
}

#[tokio::test]
async fn inside_an_async_runtime_a_download_says_so() {
    let server = Server::start("200 OK", "{}").await;
    let client = client(server.base_url());
    let link = format!("{}/recordings/1.mp3", server.base_url());
    let into = client.download(&link).to_writer(Vec::new());
    let read = client.download(&link).reader().read(&mut [0; 8]);
    for told in [
        into.expect_err("it is refused").to_string(),
        read.expect_err("it is refused").to_string(),
    ] {
        assert!(told.contains("inside an async runtime"), "{told}");
    }
    assert!(server.requests().is_empty(), "nothing was sent");
}
