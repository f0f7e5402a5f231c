//! Server-sent events as they come over the wire.

use std::time::Duration;

use callslip_core::ErrorKind;
use callslip_core::rt::CallOptions;

use crate::acme::Client;
use crate::server::{Answer, Server};

const HEAD: &str =
    "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";

async fn watching(answer: Answer) -> (Server, callslip_core::EventStream<crate::acme::Thing>) {
    let server = Server::start([answer]).await;
    let (client, _) = Client::of(&server.url());
    let answer = client.watch_things(CallOptions::default()).await;
    let answer = answer.expect("a stream");
    assert_eq!((answer.status().as_u16(), answer.attempts()), (200, 1));
    (server, answer.into_inner())
}

#[tokio::test]
async fn events_are_read_one_by_one_with_what_they_say_of_themselves() {
    let body = "\u{feff}retry: 1500\nid: 1\nevent: changed\ndata: {\"id\":\"a\",\ndata: \"seconds\":1}\n\n: keep-alive\n\n\
                data: {\"id\":\"b\",\"seconds\":\"soon\"}\r\n\r\ndata: {\"id\":\"cut";
    let (server, mut events) = watching(Answer::raw(format!("{HEAD}{body}")).then_close()).await;
    assert_eq!(server.only().start(), "GET /things/stream");

    let first = events.next().await.expect("an event").expect("is read");
    assert_eq!((first.id.as_str(), first.seconds), ("a", Some(1)));
    assert_eq!(
        (events.event_type(), events.last_event_id()),
        ("changed", "1")
    );
    assert_eq!(events.retry(), Some(Duration::from_millis(1500)));
    assert_eq!(events.raw(), "{\"id\":\"a\",\n\"seconds\":1}");
    assert!(events.repairs().is_empty());

    let second = events.next().await.expect("an event").expect("is mended");
    assert_eq!((second.id.as_str(), second.seconds), ("b", None));
    assert_eq!(
        (events.event_type(), events.last_event_id()),
        ("message", "1")
    );
    assert_eq!(events.repairs()[0].path(), "/seconds");

    assert!(events.next().await.is_none(), "what is cut off is no event");
    assert!(events.next().await.is_none(), "a stream stays at its end");
}

#[tokio::test]
async fn a_bad_event_is_an_error_in_its_place_and_the_next_one_is_read() {
    let huge = "x".repeat((1 << 20) + 1);
    let body = format!(
        "data: {{\"id\": [\"m4rker\"]\n\ndata: m4rker\n\ndata: {{\"id\":\"{huge}\"}}\n\ndata: {{\"id\":\"d\"}}\n\n"
    );
    let (_server, mut events) = watching(Answer::raw(format!("{HEAD}{body}")).then_close()).await;
    for kind in [
        ErrorKind::Decode,
        ErrorKind::Decode,
        ErrorKind::BodyTooLarge,
    ] {
        let error = events
            .next()
            .await
            .expect("an event")
            .expect_err("cannot be read");
        assert_eq!((error.kind(), error.operation()), (kind, "watch_things"));
        assert_eq!(error.json_path().is_some(), kind == ErrorKind::Decode);
        assert_eq!(error.raw_body().is_some(), kind == ErrorKind::Decode);
        let shown = format!("{error} {error:?} {events:?}");
        assert!(!shown.contains("m4rker"), "{shown}");
    }
    assert_eq!(
        events.next().await.expect("an event").expect("is read").id,
        "d"
    );
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn silence_and_a_break_are_the_last_item() {
    let chunked =
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n12\r\ndata: {\"id\":\"a\"}\n\n\r\n";
    for (answer, kind) in [
        (Answer::raw(chunked).then_stall(), ErrorKind::Timeout),
        (Answer::raw(chunked).then_close(), ErrorKind::Transport),
    ] {
        let (_server, events) = watching(answer).await;
        let mut events = events.stall_timeout(Duration::from_millis(60));
        assert_eq!(
            events.next().await.expect("an event").expect("is read").id,
            "a"
        );
        let error = events.next().await.expect("an end").expect_err("a fault");
        assert_eq!(error.kind(), kind);
        assert!(events.next().await.is_none());
    }
}
