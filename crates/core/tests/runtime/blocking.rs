//! With the feature `blocking`: how long its runtime lives, and streams that are read by threads that wait.

use std::error::Error as _;
use std::io::{self, BufRead, Read};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use callslip_core::blocking::Iter;
use callslip_core::rt::{ByteStream, CallOptions, Runtime};
use callslip_core::{Error, ErrorKind};

use crate::acme::{ACME, Client, GET_RECORDING, GET_THING};
use crate::server::{Answer, Server};

const BEGINNING: &str = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc";

fn recording(url: &str) -> Iter<ByteStream> {
    let (client, _) = Client::of(url);
    let runtime = Runtime::new(&ACME).expect("a runtime");
    let options = CallOptions {
        attempt_timeout: Some(Duration::from_millis(60)),
        ..CallOptions::default()
    };
    let call = client.get_recording("7", options);
    let answer = runtime.open(&GET_RECORDING, call).expect("a stream");
    assert_eq!((answer.status().as_u16(), answer.attempts()), (200, 1));
    // Client and runtime are dropped here; what they opened is read on.
    answer.into_inner()
}

/// Runs `work` where a thread may wait, while the server is served by the test's runtime.
async fn waiting<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.expect("no panic")
}

#[tokio::test]
async fn a_body_is_read_in_chunks_after_its_client_is_gone() {
    let body = "x".repeat(100_000);
    let server = Server::start([Answer::with(200, "", &body)]).await;
    let url = server.url();
    let read = waiting(move || {
        let mut chunks = recording(&url);
        let read: Vec<u8> = chunks
            .by_ref()
            .flat_map(|chunk| chunk.expect("a chunk"))
            .collect();
        assert!(chunks.next().is_none(), "an iterator stays at its end");
        read
    });
    assert_eq!(read.await, body.as_bytes());
}

#[tokio::test]
async fn a_body_is_a_reader() {
    let server = Server::start([Answer::with(200, "", "one\ntwo\nthree")]).await;
    let url = server.url();
    waiting(move || {
        let mut reader = recording(&url).into_reader();
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        assert_eq!(line, "one\n");
        let mut two = [0; 2];
        reader.read_exact(&mut two).expect("two bytes");
        assert_eq!(reader.read(&mut []).expect("nothing asked"), 0);
        let mut rest = String::new();
        reader.read_to_string(&mut rest).expect("the rest");
        assert_eq!((&two, rest.as_str()), (b"tw", "o\nthree"));
        assert_eq!(reader.read(&mut [0; 8]).expect("the end"), 0);
    })
    .await;
}

#[tokio::test]
async fn a_body_that_stalls_or_breaks_off_ends_in_an_error() {
    for (answer, kind, io_kind) in [
        (
            Answer::raw(BEGINNING).then_stall(),
            ErrorKind::Timeout,
            io::ErrorKind::TimedOut,
        ),
        (
            Answer::raw(BEGINNING).then_close(),
            ErrorKind::Transport,
            io::ErrorKind::UnexpectedEof,
        ),
    ] {
        let server = Server::start([answer]).await;
        let url = server.url();
        waiting(move || {
            let mut chunks = recording(&url);
            assert_eq!(chunks.next().expect("a chunk").expect("bytes"), "abc");
            let error = chunks.next().expect("an end").expect_err("a fault");
            assert_eq!((error.kind(), error.operation()), (kind, "get_recording"));
            assert!(chunks.next().is_none());

            let mut read = Vec::new();
            let error = recording(&url)
                .into_reader()
                .read_to_end(&mut read)
                .expect_err("a fault");
            assert_eq!((read.as_slice(), error.kind()), (&b"abc"[..], io_kind));
            let cause = error
                .get_ref()
                .and_then(|cause| cause.downcast_ref::<Error>());
            assert_eq!(cause.map(Error::kind), Some(kind));
            assert!(error.source().is_none_or(|source| !source.is::<Error>()));
        })
        .await;
    }
}

#[tokio::test]
async fn inside_a_runtime_reading_on_is_one_error_and_the_end() {
    let server = Server::start([Answer::raw(BEGINNING).then_stall()]).await;
    let url = server.url();
    let mut chunks = waiting(move || recording(&url)).await;
    let error = chunks.next().expect("an error").expect_err("it is refused");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    let text = error.to_string();
    assert!(
        text.starts_with("acme get_recording: not read on: "),
        "{text}"
    );
    assert!(chunks.next().is_none(), "a loop over it ends");
}

/// Leaves a task on the runtime that never ends by itself and holds `life` as long as it is there.
fn occupy(runtime: &Runtime, life: Sender<()>) {
    let spawned = runtime.block_on(&GET_THING, async {
        tokio::spawn(async move {
            std::future::pending::<()>().await;
            drop(life);
        });
        Ok::<_, Error>(())
    });
    spawned.expect("it runs");
}

#[test]
fn the_runtime_lives_until_the_last_clone_is_dropped() {
    let runtime = Runtime::new(&ACME).expect("a runtime");
    let (life, seen) = channel();
    occupy(&runtime, life);
    let clone = runtime.clone();
    drop(runtime);
    let waited = seen.recv_timeout(Duration::from_millis(50));
    assert_eq!(waited, Err(RecvTimeoutError::Timeout), "a clone is left");
    drop(clone);
    let waited = seen.recv_timeout(Duration::from_secs(20));
    assert_eq!(
        waited,
        Err(RecvTimeoutError::Disconnected),
        "it was stopped"
    );
}

#[tokio::test]
async fn the_runtime_is_made_and_dropped_inside_another_one() {
    let runtime = Runtime::new(&ACME).expect("a runtime");
    let (life, seen) = channel();
    let elsewhere = runtime.clone();
    waiting(move || occupy(&elsewhere, life)).await;
    drop(runtime);
    let waited = seen.recv_timeout(Duration::from_secs(20));
    assert_eq!(waited, Err(RecvTimeoutError::Disconnected));
}
