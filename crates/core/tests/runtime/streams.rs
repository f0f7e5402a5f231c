//! Bodies that are handed on while they arrive.

use std::time::Duration;

use callslip_core::ErrorKind;
use callslip_core::rt::{CallOptions, ClientSettings};

use crate::acme::Client;
use crate::server::{Answer, Server};

#[tokio::test]
async fn a_stream_has_no_cap() {
    let body = "x".repeat(100_000);
    let server = Server::start([Answer::with(200, "x-request-id: r-1\r\n", &body)]).await;
    let settings = ClientSettings::default()
        .base_url(server.url())
        .max_body_bytes(1000);
    let client = Client::build(settings).expect("builds");
    let answer = client
        .get_recording("7", CallOptions::default())
        .await
        .expect("a stream");
    assert_eq!(
        (answer.status().as_u16(), answer.request_id()),
        (200, Some("r-1"))
    );
    let mut stream = answer.into_inner();
    let mut read = Vec::new();
    while let Some(chunk) = stream.next_chunk().await {
        read.extend_from_slice(&chunk.expect("a chunk"));
    }
    assert_eq!(read, body.as_bytes());
    assert!(
        stream.next_chunk().await.is_none(),
        "a stream stays at its end"
    );
}

#[tokio::test]
async fn an_error_in_place_of_a_stream_is_typed() {
    let server = Server::start([Answer::json(404, r#"{"code":"GONE"}"#)]).await;
    let (client, _) = Client::of(&server.url());
    let error = client
        .get_recording("7", CallOptions::default())
        .await
        .expect_err("an error");
    assert_eq!(
        error.api_error().map(|fault| fault.code.as_str()),
        Some("GONE")
    );
}

#[tokio::test]
async fn a_stream_that_stalls_or_breaks_off_ends_in_an_error() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc";
    for (answer, kind) in [
        (Answer::raw(head).then_stall(), ErrorKind::Timeout),
        (Answer::raw(head).then_close(), ErrorKind::Transport),
    ] {
        let server = Server::start([answer]).await;
        let (client, _) = Client::of(&server.url());
        let options = CallOptions {
            attempt_timeout: Some(Duration::from_millis(60)),
            ..CallOptions::default()
        };
        let mut stream = client
            .get_recording("7", options)
            .await
            .expect("a stream")
            .into_inner();
        assert_eq!(
            stream.next_chunk().await.expect("a chunk").expect("bytes"),
            "abc"
        );
        let error = stream
            .next_chunk()
            .await
            .expect("an end")
            .expect_err("a fault");
        assert_eq!((error.kind(), error.operation()), (kind, "get_recording"));
        assert!(stream.next_chunk().await.is_none());
    }
}
