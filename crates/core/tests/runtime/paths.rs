//! An id reaches the endpoint that was meant, or nothing is sent.

use callslip_core::ErrorKind;

use crate::acme::Client;
use crate::server::{Answer, Server};

#[tokio::test]
async fn ids_are_sent_encoded() {
    let long = "x".repeat(10_000);
    let umlauts = "é".repeat(5_000);
    let cases = [
        ("7", "7".to_owned()),
        ("a/b", "a%2Fb".to_owned()),
        ("a\\b", "a%5Cb".to_owned()),
        ("a?b", "a%3Fb".to_owned()),
        ("a#b", "a%23b".to_owned()),
        ("a b", "a%20b".to_owned()),
        (" ", "%20".to_owned()),
        ("a%2Fb", "a%252Fb".to_owned()),
        ("%2e%2e", "%252e%252e".to_owned()),
        ("..%2f", "..%252f".to_owned()),
        ("../x", "..%2Fx".to_owned()),
        ("...", "...".to_owned()),
        ("a\r\nx-more: 1", "a%0D%0Ax-more%3A%201".to_owned()),
        ("a\tb\0c", "a%09b%00c".to_owned()),
        ("\t", "%09".to_owned()),
        ("é", "%C3%A9".to_owned()),
        (
            "@:;,=+&$!'()*",
            "%40%3A%3B%2C%3D%2B%26%24%21%27%28%29%2A".to_owned(),
        ),
        (&long, long.clone()),
        (&umlauts, "%C3%A9".repeat(5_000)),
    ];
    for (id, encoded) in cases {
        for prefix in ["", "/v1", "/v1/"] {
            let server = Server::start([Answer::json(200, r#"{"id":"7"}"#)]).await;
            let (client, _) = Client::of(&format!("{}{prefix}", server.url()));
            client
                .get_thing(id)
                .await
                .unwrap_or_else(|error| panic!("{id:?}: {error}"));
            let wanted = format!(
                "GET {}/things/{encoded}/parts",
                prefix.trim_end_matches('/')
            );
            assert_eq!(server.only().start(), wanted);
        }
    }
}

#[tokio::test]
async fn ids_that_would_reach_another_endpoint_are_refused_by_name() {
    let server = Server::start([Answer::json(200, r#"{"id":"7"}"#)]).await;
    let (client, _) = Client::of(&format!("{}/v1", server.url()));
    for id in ["", ".", "..", &"m4rker".repeat(10_000)] {
        let error = client.get_thing(id).await.expect_err("refused");
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::InvalidRequest, 0),
            "{error}"
        );
        let shown = error.to_string();
        assert!(
            shown.starts_with("get_thing: ")
                && shown.contains("`thingId`")
                && !shown.contains("m4rker"),
            "{shown}"
        );
    }
    assert!(server.received().is_empty());
}

/// The second lock: the finished URL is compared with the operation's template.
#[tokio::test]
async fn a_url_that_strays_is_not_sent() {
    let server = Server::start([Answer::json(200, r#"{"id":"7"}"#)]).await;
    let (client, _) = Client::of(&format!("{}/v1", server.url()));
    for id in ["", ".", ".."] {
        let error = client.get_thing_unchecked(id).await.expect_err("refused");
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::InvalidRequest, 0),
            "{error}"
        );
        assert!(
            error.to_string().starts_with("acme get_thing: not sent"),
            "{error}"
        );
    }
    assert!(server.received().is_empty());
}
