//! The blocking client of a provider crate over real HTTP, from threads with and without an async runtime.

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
