//! No answer takes more time or memory than it may.

use std::time::Duration;

use callslip_core::rt::{CallOptions, ClientSettings};
use callslip_core::{ErrorKind, RetryPolicy};

use crate::acme::Client;
use crate::server::{Answer, Server};

/// Long enough for a loopback connection, short enough for a test.
const SHORT: Duration = Duration::from_millis(60);
const LONG: Duration = Duration::from_secs(60);

fn body_of(length: usize) -> String {
    format!(r#"{{"id":"{}"}}"#, "x".repeat(length - 9))
}

fn chunked(body: &str) -> Answer {
    let mut bytes = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    for chunk in body.as_bytes().chunks(100) {
        bytes.extend(format!("{:x}\r\n", chunk.len()).bytes());
        bytes.extend(chunk);
        bytes.extend(b"\r\n");
    }
    bytes.extend(b"0\r\n\r\n");
    Answer::raw(bytes)
}

#[tokio::test]
async fn a_body_up_to_the_cap_is_read_and_a_larger_one_is_not() {
    const CAP: usize = 1000;
    for announced in [true, false] {
        for (length, fits) in [(CAP, true), (CAP + 1, false), (CAP * 3, false)] {
            let body = body_of(length);
            let answer = if announced {
                Answer::json(200, &body)
            } else {
                chunked(&body)
            };
            let server = Server::start([answer]).await;
            let settings = ClientSettings::default()
                .base_url(server.url())
                .max_body_bytes(CAP);
            let outcome = Client::build(settings)
                .expect("builds")
                .get_thing("7")
                .await;
            if fits {
                assert_eq!(outcome.expect("fits").raw(), body.as_bytes());
            } else {
                let error = outcome.expect_err("too large");
                assert_eq!(
                    (error.kind(), error.attempts()),
                    (ErrorKind::BodyTooLarge, 1),
                    "{announced} {length}"
                );
                assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
                assert!(
                    error.to_string().contains("1000") && !error.to_string().contains("xxx"),
                    "{error}"
                );
            }
        }
    }
}

/// Nothing of an endless body is read when its length is announced.
#[tokio::test]
async fn an_announced_length_over_the_cap_fails_at_once() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 1099511627776\r\n\r\n";
    let server = Server::start([Answer::raw(head).then_stall()]).await;
    let settings = ClientSettings::default()
        .base_url(server.url())
        .attempt_timeout(LONG);
    let error = Client::build(settings)
        .expect("builds")
        .get_thing("7")
        .await
        .expect_err("too large");
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
}

#[tokio::test]
async fn an_error_body_has_the_same_cap() {
    let server = Server::start([chunked(&body_of(2000)), Answer::json(404, &body_of(2000))]).await;
    let settings = ClientSettings::default()
        .base_url(server.url())
        .max_body_bytes(1000);
    let client = Client::build(settings).expect("builds");
    for _ in 0..2 {
        assert_eq!(
            client.get_thing("7").await.expect_err("too large").kind(),
            ErrorKind::BodyTooLarge
        );
    }
}

#[tokio::test]
async fn an_attempt_has_a_timeout_whenever_the_server_falls_silent() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n";
    for answer in [
        Answer::silence(),
        Answer::raw("HTTP/1.1 200 OK\r\n").then_stall(),
        Answer::raw(head).then_stall(),
        Answer::raw(format!("{head}{{")).then_stall(),
    ] {
        let server = Server::start([answer]).await;
        let settings = ClientSettings::default()
            .base_url(server.url())
            .retry(RetryPolicy::none())
            .attempt_timeout(SHORT);
        let error = Client::build(settings)
            .expect("builds")
            .get_thing("7")
            .await
            .expect_err("silent");
        assert!(error.is_timeout() && error.is_retryable(), "{error:?}");
        assert!(error.to_string().contains("attempt timeout"), "{error}");
    }
}

#[tokio::test]
async fn a_timed_out_attempt_is_repeated_within_the_total() {
    let server = Server::start([Answer::silence(), Answer::json(200, r#"{"id":"7"}"#)]).await;
    let settings = ClientSettings::default()
        .base_url(server.url())
        .attempt_timeout(SHORT);
    let settings = settings.retry(RetryPolicy::default().base_delay(Duration::ZERO));
    let answer = Client::build(settings)
        .expect("builds")
        .get_thing("7")
        .await
        .expect("the second attempt");
    assert_eq!(answer.attempts(), 2);
}

#[tokio::test]
async fn all_attempts_together_have_a_timeout() {
    let server = Server::start([Answer::silence()]).await;
    let settings = ClientSettings::default()
        .base_url(server.url())
        .attempt_timeout(LONG)
        .timeout(SHORT);
    let error = Client::build(settings)
        .expect("builds")
        .get_thing("7")
        .await
        .expect_err("silent");
    assert!(
        error.is_timeout() && error.to_string().contains("total timeout"),
        "{error}"
    );
    assert_eq!((error.attempts(), server.received().len()), (1, 1));
}

#[tokio::test]
async fn a_call_has_timeouts_of_its_own() {
    let server = Server::start([Answer::silence()]).await;
    let (client, _) = Client::of(&server.url());
    let once = Some(RetryPolicy::none());
    for (options, which) in [
        (
            CallOptions {
                timeout: Some(SHORT),
                ..CallOptions::default()
            },
            "total timeout",
        ),
        (
            CallOptions {
                attempt_timeout: Some(SHORT),
                retry: once,
                ..CallOptions::default()
            },
            "attempt timeout",
        ),
    ] {
        let error = client
            .get_thing_with("7", None, options)
            .await
            .expect_err("silent");
        assert!(error.to_string().contains(which), "{error}");
    }
}

#[tokio::test]
async fn the_longest_timeouts_there_are_mean_none() {
    let server = Server::start([Answer::json(503, "{}"), Answer::json(200, r#"{"id":"7"}"#)]).await;
    let settings = ClientSettings::default()
        .base_url(server.url())
        .connect_timeout(Duration::MAX)
        .attempt_timeout(Duration::MAX)
        .timeout(Duration::MAX)
        .retry(
            RetryPolicy::default()
                .base_delay(Duration::ZERO)
                .max_retry_after(Duration::MAX),
        );
    let client = Client::build(settings).expect("builds");
    assert_eq!(client.get_thing("7").await.expect("answers").attempts(), 2);
}

#[tokio::test]
async fn a_dropped_call_leaves_the_client_usable() {
    let server = Server::start([
        Answer::silence(),
        Answer::json(200, r#"{"id": "7", "name": "n"}"#),
    ])
    .await;
    let client = Client::build(ClientSettings::default().base_url(server.url())).expect("builds");
    let dropped = tokio::time::timeout(SHORT, client.get_thing("7")).await;
    assert!(dropped.is_err(), "it was dropped while it waited");
    client.get_thing("7").await.expect("the client goes on");
}
