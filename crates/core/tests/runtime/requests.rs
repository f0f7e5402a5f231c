//! Which headers are sent, with which credential, and what a call may change.

use callslip_core::ErrorKind;
use callslip_core::rt::{CallOptions, ClientHeader, ClientSettings, Origin, Scheme};

use crate::acme::{Client, KEY, Thing};
use crate::server::{Answer, Server};

const OK: &str = r#"{"id":"7"}"#;

fn with_header(name: &str, value: &str) -> CallOptions {
    CallOptions {
        headers: vec![(name.to_owned(), value.to_owned())],
        ..CallOptions::default()
    }
}

#[tokio::test]
async fn only_the_headers_that_are_asked_for_are_sent() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let (client, _) = Client::of(&server.url());
    client
        .get_thing_with("7", Some("a b&c=d/é"), CallOptions::default())
        .await
        .expect("answers");
    let request = server.only();
    assert_eq!(
        request.start(),
        "GET /things/7/parts?place=a+b%26c%3Dd%2F%C3%A9"
    );
    let mut headers = request.headers();
    headers.sort_unstable();
    assert_eq!(
        headers,
        [
            "accept: application/json",
            "user-agent: callslip-acme/1.2.3",
            "x-api-key: m4rker-key",
            "x-constant: c1"
        ]
    );
}

#[tokio::test]
async fn a_body_is_sent_as_json() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let (client, _) = Client::of(&server.url());
    client
        .make_thing(&Thing::new("7", Some(3)))
        .await
        .expect("answers");
    let request = server.only();
    assert_eq!(
        (request.start(), request.body.as_str()),
        ("POST /things", r#"{"id":"7","seconds":3}"#)
    );
    assert!(
        request
            .headers()
            .contains(&"content-type: application/json")
    );
}

#[tokio::test]
async fn each_kind_of_credential_has_its_header() {
    let (key, secret) = ("m4rker".into(), "m4:rker".into());
    let pair = Origin {
        setter: "credentials",
        env: &[],
    };
    let kinds = [
        (
            ClientHeader::given(Scheme::ApiKey("x-api-key"), Some(&key), &KEY),
            "x-api-key: m4rker",
        ),
        (
            ClientHeader::given(Scheme::Bearer, Some(&key), &KEY),
            "authorization: Bearer m4rker",
        ),
        // base64 of `m4rker:m4:rker`
        (
            ClientHeader::basic(Some(&key), Some(&secret), &pair),
            "authorization: Basic bTRya2VyOm00OnJrZXI=",
        ),
        (
            ClientHeader::plain("version", Some("v3"), &KEY),
            "version: v3",
        ),
    ];
    for (header, line) in kinds {
        let server = Server::start([Answer::json(200, OK)]).await;
        let settings = ClientSettings::default().base_url(server.url());
        let client = Client::with_headers(settings, vec![header.expect("usable")]).expect("builds");
        client.get_thing("7").await.expect("answers");
        assert!(
            server.only().headers().contains(&line),
            "{line}: {}",
            server.only().head
        );
        assert!(!format!("{client:?}").contains("m4"), "{client:?}");
    }
}

#[tokio::test]
async fn a_call_may_add_and_change_headers_but_not_the_credential() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let (client, _) = Client::of(&server.url());
    client
        .get_thing_with("7", None, with_header("X-Constant", "c2"))
        .await
        .expect("answers");
    let request = server.only();
    assert!(
        request.headers().contains(&"x-constant: c2") && !request.head.contains("c1"),
        "{}",
        request.head
    );

    for (name, value) in [
        ("X-Api-Key", "m4rker-other"),
        ("content-length", "5"),
        ("Transfer-Encoding", "chunked"),
        ("Connection", "close"),
        ("two words", "m4rker"),
        ("x-mark", "m4rker\r\nx-more: 1"),
        ("", "m4rker"),
    ] {
        let error = client
            .get_thing_with("7", None, with_header(name, value))
            .await
            .expect_err(name);
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::InvalidRequest, 0),
            "{name}"
        );
        assert!(!format!("{error} {error:?}").contains("m4"), "{error:?}");
    }
    server.only();
}

#[tokio::test]
async fn a_method_bound_to_another_operation_sends_nothing() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let (client, _) = Client::of(&server.url());
    let error = client.get_thing_misbound().await.expect_err("refused");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(server.received().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_run_on_any_thread() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let (client, _) = Client::of(&server.url());
    let calls: Vec<_> = (0..8)
        .map(|number| {
            let client = client.clone();
            tokio::spawn(async move { client.get_thing(&number.to_string()).await })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.expect("no panic").expect("answers").id, "7");
    }
    assert_eq!(server.received().len(), 8);
}

#[tokio::test]
async fn a_client_of_the_users_own_sends_the_same() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let http = callslip_core::http_client_builder()
        .expect("TLS")
        .user_agent("other")
        .build()
        .expect("builds");
    let client = Client::build(
        ClientSettings::default()
            .base_url(server.url())
            .http_client(http),
    )
    .expect("builds");
    client.get_thing("7").await.expect("answers");
    let request = server.only();
    assert!(
        request
            .headers()
            .contains(&"user-agent: callslip-acme/1.2.3"),
        "{}",
        request.head
    );
    assert!(
        request.headers().contains(&"x-api-key: m4rker-key"),
        "{}",
        request.head
    );
}
