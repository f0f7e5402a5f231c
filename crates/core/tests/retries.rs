//! When a call is repeated, and when it is not.

mod support;

use std::time::Duration;

use callslip_core::rt::{CallOptions, ClientSettings};
use callslip_core::{ErrorKind, RetryPolicy};
use support::{Act, Client, GET_THING, Notes, Server, answer, ok};

fn failing(status: &str, headers: &str) -> Act {
    answer(status, headers, r#"{"code": "BUSY", "message": "later"}"#)
}

#[tokio::test]
async fn an_idempotent_call_is_repeated_after_statuses_that_pass() {
    for status in [
        "408 Request Timeout",
        "429 Too Many Requests",
        "502 Bad Gateway",
        "503 Service Unavailable",
        "504 Gateway Timeout",
    ] {
        let server = Server::start([failing(status, ""), failing(status, ""), ok()]).await;
        let notes = Notes::new();
        let client = Client::with(
            ClientSettings::default()
                .base_url(&server.base_url)
                .clock(notes.clone()),
        );
        let thing = client
            .get()
            .await
            .unwrap_or_else(|error| panic!("{status}: {error}"));
        assert_eq!((thing.attempts(), server.requests().len()), (3, 3));
        let waits = notes.waits();
        assert!(
            waits[0] <= Duration::from_millis(200) && waits[1] <= Duration::from_millis(400),
            "{waits:?}"
        );
    }
}

#[tokio::test]
async fn other_statuses_are_not_repeated() {
    for status in [
        "400 Bad Request",
        "401 Unauthorized",
        "403 Forbidden",
        "404 Not Found",
        "409 Conflict",
        "425 Too Early",
        "500 Internal Server Error",
    ] {
        let server = Server::start([failing(status, ""), ok()]).await;
        let error = Client::new(&server).get().await.expect_err("an error");
        assert_eq!(
            (error.kind(), error.attempts(), server.requests().len()),
            (ErrorKind::Api, 1, 1),
            "{status}"
        );
        assert_eq!(
            error.api_error().and_then(|body| body.code.as_deref()),
            Some("BUSY")
        );
    }
}

#[tokio::test]
async fn attempts_end_and_the_last_answer_is_the_error() {
    let server = Server::start([failing("503 Service Unavailable", "")]).await;
    let client = Client::with(
        ClientSettings::default()
            .base_url(&server.base_url)
            .clock(Notes::new()),
    );
    let error = client.get().await.expect_err("an error");
    assert_eq!(
        (
            error.attempts(),
            server.requests().len(),
            error.is_retryable()
        ),
        (3, 3, true)
    );
    assert_eq!(
        error.to_string(),
        "test get_thing: 503 BUSY \"later\" (attempt 3)"
    );
}

#[tokio::test]
async fn a_call_that_may_have_arrived_is_not_repeated_unless_idempotent() {
    for act in [failing("503 Service Unavailable", ""), Act::Close] {
        let server = Server::start([act.clone(), ok()]).await;
        let error = Client::new(&server).make().await.expect_err("an error");
        assert_eq!((error.attempts(), server.requests().len()), (1, 1));

        let server = Server::start([act, ok()]).await;
        let client = Client::with(
            ClientSettings::default()
                .base_url(&server.base_url)
                .clock(Notes::new()),
        );
        assert_eq!(
            client.get().await.expect("the second attempt").attempts(),
            2
        );
    }
}

#[tokio::test]
async fn a_call_that_never_left_is_repeated_whatever_it_is() {
    // A port that was free a moment ago: nobody listens.
    let url = Server::start([ok()]).await.base_url.clone();
    let notes = Notes::new();
    let client = Client::with(ClientSettings::default().base_url(url).clock(notes.clone()));
    let error = client.make().await.expect_err("nobody is there");
    assert_eq!(
        (error.kind(), error.attempts(), notes.waits().len()),
        (ErrorKind::Connect, 3, 2)
    );
    assert!(error.is_connect() && error.is_retryable());
}

#[tokio::test]
async fn a_body_that_breaks_off_is_a_fault_of_the_transport() {
    let broken = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"name\": ".to_vec();
    let server = Server::start([Act::Send(broken.clone()), ok()]).await;
    let client = Client::with(
        ClientSettings::default()
            .base_url(&server.base_url)
            .clock(Notes::new()),
    );
    assert_eq!(
        client.get().await.expect("the second attempt").attempts(),
        2
    );

    let server = Server::start([Act::Send(broken)]).await;
    let error = Client::new(&server).make().await.expect_err("an error");
    assert_eq!(
        (error.kind(), error.status().map(|status| status.as_u16())),
        (ErrorKind::Transport, Some(200))
    );
}

#[tokio::test]
async fn retry_after_is_waited_for_in_both_forms() {
    for (value, seconds) in [("7", 7), ("Sun, 06 Nov 1994 08:49:47 GMT", 10)] {
        let server = Server::start([
            failing(
                "429 Too Many Requests",
                &format!("retry-after: {value}\r\n"),
            ),
            ok(),
        ])
        .await;
        let notes = Notes::new();
        let client = Client::with(
            ClientSettings::default()
                .base_url(&server.base_url)
                .clock(notes.clone()),
        );
        client.get().await.expect("the second attempt");
        assert_eq!(notes.waits(), [Duration::from_secs(seconds)], "{value}");
    }
    // In the past, or malformed: the usual wait.
    for value in ["Sun, 06 Nov 1994 08:49:27 GMT", "soon"] {
        let server = Server::start([
            failing(
                "429 Too Many Requests",
                &format!("retry-after: {value}\r\n"),
            ),
            ok(),
        ])
        .await;
        let notes = Notes::new();
        let client = Client::with(
            ClientSettings::default()
                .base_url(&server.base_url)
                .clock(notes.clone()),
        );
        client.get().await.expect("the second attempt");
        assert!(
            notes.waits()[0] <= Duration::from_millis(200),
            "{value}: {:?}",
            notes.waits()
        );
    }
}

#[tokio::test]
async fn a_wait_that_is_too_long_is_handed_to_the_caller() {
    for (value, seconds) in [("61", 61), ("99999999999", 99_999_999_999)] {
        let server = Server::start([
            failing(
                "503 Service Unavailable",
                &format!("retry-after: {value}\r\n"),
            ),
            ok(),
        ])
        .await;
        let notes = Notes::new();
        let client = Client::with(
            ClientSettings::default()
                .base_url(&server.base_url)
                .clock(notes.clone()),
        );
        let error = client.get().await.expect_err("it is not slept through");
        assert_eq!(
            (error.retry_after(), error.attempts()),
            (Some(Duration::from_secs(seconds)), 1)
        );
        assert!(notes.waits().is_empty());
    }
}

#[tokio::test]
async fn the_budget_of_a_client_ends_and_refills_slowly() {
    let server = Server::start([failing("503 Service Unavailable", "")]).await;
    let client = Client::with(
        ClientSettings::default()
            .base_url(&server.base_url)
            .clock(Notes::new()),
    );
    for _ in 0..50 {
        client.get().await.expect_err("an outage");
    }
    // Ten in reserve, and one for five calls.
    let retries = server.requests().len() - 50;
    assert!((10..=20).contains(&retries), "{retries} extra requests");
}

#[tokio::test]
async fn one_call_can_have_a_policy_of_its_own() {
    let server = Server::start([failing("503 Service Unavailable", ""), ok()]).await;
    let client = Client::new(&server);
    let options = CallOptions {
        retry: Some(RetryPolicy::none()),
        ..CallOptions::default()
    };
    let error = client
        .bind(&GET_THING, options)
        .get_thing("t1", "p")
        .await
        .expect_err("one attempt");
    assert_eq!(error.attempts(), 1);
}
