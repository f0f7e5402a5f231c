//! What is repeated, how long is waited, and what is never sent twice.

use std::time::Duration;

use callslip_core::rt::{CallOptions, ClientSettings};
use callslip_core::{ErrorKind, RetryPolicy};

use crate::acme::{Client, Thing};
use crate::server::{Answer, Server, nobody};

const OK: &str = r#"{"id":"7"}"#;

fn thing() -> Thing {
    Thing::new("7", None)
}

fn busy(status: u16, retry_after: &str) -> Answer {
    Answer::with(status, &format!("retry-after: {retry_after}\r\n"), "")
}

#[tokio::test]
async fn passing_statuses_are_repeated_with_growing_waits() {
    for status in [408, 429, 502, 503, 504] {
        let server = Server::start([
            Answer::json(status, "{}"),
            Answer::json(status, "{}"),
            Answer::json(200, OK),
        ])
        .await;
        let (client, clock) = Client::of(&server.url());
        let answer = client.get_thing("7").await.expect("the third attempt");
        assert_eq!(
            (answer.attempts(), server.received().len()),
            (3, 3),
            "{status}"
        );
        let waits: Vec<_> = clock.waits().iter().map(Duration::as_millis).collect();
        assert_eq!(waits, [200, 400], "{status}");
        let same = server
            .received()
            .windows(2)
            .all(|pair| pair[0].head == pair[1].head);
        assert!(same, "every attempt sends the same");
    }
}

#[tokio::test]
async fn other_statuses_are_not_repeated() {
    for status in [400, 401, 403, 404, 409, 425, 500, 501] {
        let server = Server::start([Answer::json(status, r#"{"code":"X"}"#)]).await;
        let (client, clock) = Client::of(&server.url());
        let error = client.get_thing("7").await.expect_err("an error status");
        assert!(!error.is_retryable(), "{status}");
        assert_eq!(
            (
                error.attempts(),
                server.received().len(),
                clock.waits().len()
            ),
            (1, 1, 0),
            "{status}"
        );
    }
}

#[tokio::test]
async fn the_last_error_says_how_often_it_was_tried() {
    let server = Server::start([busy(503, "1")]).await;
    let (client, clock) = Client::of(&server.url());
    let error = client.get_thing("7").await.expect_err("busy");
    assert_eq!(
        (
            error.attempts(),
            server.received().len(),
            clock.waits().len()
        ),
        (3, 3, 2)
    );
    assert!(error.is_retryable());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(1)));
}

#[tokio::test]
async fn retry_after_is_waited_for_in_both_forms() {
    for (value, waited) in [
        ("2", Duration::from_secs(2)),
        ("Sun, 06 Nov 1994 08:49:47 GMT", Duration::from_secs(10)),
        ("45.7", Duration::from_secs(46)),
        ("2.0", Duration::from_secs(2)),
        ("2s", Duration::from_secs(2)),
        ("2, 2", Duration::from_secs(2)),
        // Less than the backoff, or already over: the backoff.
        ("0", Duration::from_millis(200)),
        ("Sun, 06 Nov 1994 08:00:00 GMT", Duration::from_millis(200)),
        // It asks, and nobody knows for how long: not the shortest wait.
        ("soon", Duration::from_secs(20)),
        ("-1", Duration::from_secs(20)),
    ] {
        let server = Server::start([busy(429, value), Answer::json(200, OK)]).await;
        let (client, clock) = Client::of(&server.url());
        client.get_thing("7").await.expect("the second attempt");
        assert_eq!(clock.waits(), [waited], "{value}");
    }
}

#[tokio::test]
async fn a_date_counts_from_the_date_of_its_answer() {
    // A service whose clock is an hour behind asks for ten seconds.
    let headers =
        "date: Sun, 06 Nov 1994 07:49:37 GMT\r\nretry-after: Sun, 06 Nov 1994 07:49:47 GMT\r\n";
    let server = Server::start([Answer::with(503, headers, ""), Answer::json(200, OK)]).await;
    let (client, clock) = Client::of(&server.url());
    client.get_thing("7").await.expect("the second attempt");
    assert_eq!(clock.waits(), [Duration::from_secs(10)]);
}

#[tokio::test]
async fn what_could_not_be_read_is_not_told_as_if_it_were() {
    let server = Server::start([busy(503, "soon")]).await;
    let (client, clock) = Client::of(&server.url());
    let retry = Some(RetryPolicy::default().max_retry_after(Duration::from_secs(3)));
    let options = CallOptions {
        retry,
        ..CallOptions::default()
    };
    let error = client.get_thing_with("7", None, options).await;
    assert_eq!(error.expect_err("busy").retry_after(), None);
    assert_eq!(
        clock.waits(),
        [Duration::from_secs(3); 2],
        "no longer than that"
    );
}

#[tokio::test]
async fn a_wait_that_is_too_long_is_returned_instead() {
    // Over the policy's cap; over the total timeout; over everything.
    for (value, cap) in [
        ("61", 60),
        ("95", 100),
        ("99999999999999999999999", u64::MAX),
    ] {
        let server = Server::start([busy(429, value)]).await;
        let (client, clock) = Client::of(&server.url());
        let retry = Some(RetryPolicy::default().max_retry_after(Duration::from_secs(cap)));
        let options = CallOptions {
            retry,
            ..CallOptions::default()
        };
        let error = client
            .get_thing_with("7", None, options)
            .await
            .expect_err("too long");
        assert_eq!((error.attempts(), clock.waits().len()), (1, 0), "{value}");
        assert_eq!(
            error.retry_after().map(|wait| wait.as_secs()),
            Some(value.parse().unwrap_or(u64::MAX))
        );
    }
}

#[tokio::test]
async fn a_policy_can_be_set_on_the_client_and_on_a_call() {
    let server = Server::start([Answer::json(503, "{}")]).await;
    let settings = ClientSettings::default()
        .base_url(server.url())
        .retry(RetryPolicy::none());
    let client = Client::build(settings).expect("builds");
    assert_eq!(client.get_thing("7").await.expect_err("busy").attempts(), 1);
    let retry = Some(
        RetryPolicy::default()
            .max_attempts(4)
            .base_delay(Duration::ZERO),
    );
    let options = CallOptions {
        retry,
        ..CallOptions::default()
    };
    assert_eq!(
        client
            .get_thing_with("7", None, options)
            .await
            .expect_err("busy")
            .attempts(),
        4
    );
}

#[tokio::test]
async fn what_may_have_reached_the_server_is_sent_twice_only_if_it_does_no_harm() {
    let cut = || Answer::raw("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{\"id\"").then_close();
    let reset = || Answer::raw("").then_close();
    let broken_chunk =
        || Answer::raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n").then_close();
    for fault in [cut, reset, broken_chunk] as [fn() -> Answer; 3] {
        let server = Server::start([fault(), Answer::json(200, OK)]).await;
        let (client, _) = Client::of(&server.url());
        assert_eq!(
            client
                .get_thing("7")
                .await
                .expect("the second attempt")
                .attempts(),
            2
        );

        let server = Server::start([fault(), Answer::json(200, OK)]).await;
        let (client, clock) = Client::of(&server.url());
        let error = client.make_thing(&thing()).await.expect_err("not repeated");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
        assert_eq!((server.received().len(), clock.waits().len()), (1, 0));
    }
    let server = Server::start([Answer::json(503, "{}"), Answer::json(200, OK)]).await;
    let (client, _) = Client::of(&server.url());
    assert_eq!(
        client
            .make_thing(&thing())
            .await
            .expect_err("not repeated")
            .attempts(),
        1
    );
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn what_never_left_is_repeated_whatever_it_is() {
    let (client, clock) = Client::of(&nobody());
    let error = client
        .make_thing(&thing())
        .await
        .expect_err("nobody listens");
    assert!(error.is_connect() && error.is_retryable());
    assert_eq!(
        (error.attempts(), clock.waits().len(), error.status()),
        (3, 2, None)
    );
    assert!(std::error::Error::source(&error).is_some());
}

#[tokio::test]
async fn an_outage_is_not_answered_with_three_times_the_load() {
    let server = Server::start([Answer::json(503, "{}")]).await;
    let (client, _) = Client::of(&server.url());
    for _ in 0..50 {
        client.get_thing("7").await.expect_err("busy");
    }
    let sent = server.received().len();
    assert!(
        (60..=70).contains(&sent),
        "50 calls, a reserve of 10 retries, and a fifth of the calls: {sent}"
    );
}
