//! A marker planted as each secret shows up in nothing that is printed.

use std::fmt::Write as _;

use callslip_core::Error;
use callslip_core::rt::{CallOptions, ClientHeader, ClientSettings, Origin, Scheme};

use crate::acme::{Client, Fault, KEY, Thing};
use crate::server::{Answer, Server, nobody};

/// Everything that a program could print of an error.
fn printed(error: &Error<Fault>) -> String {
    let mut text = format!("{error}\n{error:?}\n{error:#?}\n");
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        writeln!(text, "{cause}\n{cause:?}").expect("a string takes all");
        source = cause.source();
    }
    text
}

/// The ways in which a call ends badly while the server quotes `quoted`.
fn faults(quoted: &str) -> Vec<Answer> {
    let body = format!(
        r#"{{"code":"{quoted}","message":"cannot take {quoted} nor '{quoted}'","trace":"{quoted}"}}"#
    );
    let mut faults: Vec<Answer> = [400, 401, 404, 418, 429, 500, 502]
        .map(|status| Answer::json(status, &body))
        .into();
    faults.push(Answer::with(
        400,
        &format!("x-request-id: {quoted}\r\n"),
        &body,
    ));
    faults.push(Answer::json(
        200,
        &format!(r#"{{"success":false,"message":"no {quoted}"}}"#),
    ));
    faults.push(Answer::json(
        200,
        &format!(r#"{{"id":7,"seconds":"{quoted}","code":"{quoted}"#),
    ));
    faults.push(Answer::json(200, &format!("<html>{quoted}</html>")));
    faults.push(Answer::with(
        302,
        &format!("location: https://h.example/{quoted}?{quoted}\r\n"),
        &body,
    ));
    faults.push(
        Answer::raw(format!(
            "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{quoted}"
        ))
        .then_close(),
    );
    faults.push(Answer::raw(format!("{quoted}\r\n\r\n")).then_close());
    faults
}

async fn assert_hidden(
    marker: &str,
    quoted: &str,
    headers: &dyn Fn() -> Vec<ClientHeader>,
    place: Option<&str>,
    options: &CallOptions,
) {
    for fault in faults(quoted) {
        let server = Server::start([fault]).await;
        let settings = ClientSettings::default()
            .base_url(server.url())
            .retry(callslip_core::RetryPolicy::none());
        let client = Client::with_headers(settings, headers()).expect("builds");
        let error = client
            .get_thing_with("7", place, options.clone())
            .await
            .expect_err("a fault");
        let text = format!("{}{client:?}", printed(&error));
        let text = without_port(&text, &server.url());
        assert!(!text.contains(marker), "{text}");
    }
    let url = nobody();
    let settings = ClientSettings::default()
        .base_url(&url)
        .retry(callslip_core::RetryPolicy::none());
    let client = Client::with_headers(settings, headers()).expect("builds");
    let error = client
        .get_thing_with("7", place, options.clone())
        .await
        .expect_err("nobody listens");
    let text = without_port(&printed(&error), &url);
    assert!(!text.contains(marker), "{text}");
}

/// The port is any number, and so may have the digits of a marker.
fn without_port(text: &str, url: &str) -> String {
    let (_, port) = url.rsplit_once(':').expect("an address on loopback");
    text.replace(port.trim_end_matches('/'), "")
}

fn key() -> Vec<ClientHeader> {
    vec![
        ClientHeader::given(Scheme::ApiKey("x-api-key"), Some(&"other-key".into()), &KEY)
            .expect("usable"),
    ]
}

#[tokio::test]
async fn credentials_do_not_show() {
    let options = CallOptions::default();
    let marked = || {
        vec![
            ClientHeader::given(
                Scheme::ApiKey("x-api-key"),
                Some(&"m4rker-key".into()),
                &KEY,
            )
            .expect("usable"),
        ]
    };
    assert_hidden("m4rker", "m4rker-key", &marked, None, &options).await;
    let marked = || {
        vec![
            ClientHeader::given(Scheme::Bearer, Some(&"m4rker-token".into()), &KEY)
                .expect("usable"),
        ]
    };
    assert_hidden("m4rker", "m4rker-token", &marked, None, &options).await;
    assert_hidden("m4rker", "Bearer m4rker-token", &marked, None, &options).await;
    let pair = Origin {
        setter: "credentials",
        env: &[],
    };
    let marked = || {
        let header = ClientHeader::basic(
            Some(&"m4rker-user".into()),
            Some(&"pass-m4rker".into()),
            &pair,
        );
        vec![header.expect("usable")]
    };
    for quoted in ["m4rker-user", "pass-m4rker", "m4rker-user:pass-m4rker"] {
        assert_hidden("m4rker", quoted, &marked, None, &options).await;
    }
    let marked = || {
        let key = "m4rker/key 7".into();
        vec![ClientHeader::given(Scheme::Query("key"), Some(&key), &KEY).expect("usable")]
    };
    for quoted in [
        "m4rker/key 7",
        "m4rker%2Fkey+7",
        "/things/7?key=m4rker%2Fkey+7",
    ] {
        assert_hidden("m4rker", quoted, &marked, None, &options).await;
    }
    let marked = || {
        let header = ClientHeader::basic(
            Some(&"m4rker-user".into()),
            Some(&"pass-m4rker".into()),
            &pair,
        );
        vec![header.expect("usable")]
    };
    // base64 of the pair
    let encoded = "bTRya2VyLXVzZXI6cGFzcy1tNHJrZXI=";
    assert_hidden(
        encoded,
        &format!("Basic {encoded}"),
        &marked,
        None,
        &options,
    )
    .await;
}

#[tokio::test]
async fn query_values_do_not_show() {
    let options = CallOptions::default();
    assert_hidden("m4rker", "LOC-m4rker", &key, Some("LOC-m4rker"), &options).await;
    // As a server sees it that quotes the request target.
    assert_hidden("m4rker", "m4rker%2F7%26", &key, Some("m4rker/7&"), &options).await;
    assert_hidden("m4rker", "x  m4rker", &key, Some("x  m4rker"), &options).await;
    assert_hidden("m4rker", "x m4rker", &key, Some("x  m4rker"), &options).await;
}

#[tokio::test]
async fn headers_of_a_call_do_not_show() {
    let headers = vec![("x-second-token".to_owned(), "m4rker-second".to_owned())];
    let options = CallOptions {
        headers,
        ..CallOptions::default()
    };
    assert_hidden("m4rker", "m4rker-second", &key, None, &options).await;
    assert!(!format!("{:?}", options.retry).contains("m4rker"));
}

#[tokio::test]
async fn phone_numbers_do_not_show() {
    for quoted in ["+34600112233", "+1 (555) 011-2233", "0034 600 112 233"] {
        let marker = &quoted[quoted.len() - 4..];
        assert_hidden(marker, quoted, &key, None, &CallOptions::default()).await;
    }
}

#[tokio::test]
async fn what_a_body_holds_does_not_show() {
    let thing = Thing::new("m4rker", None);
    let (client, _) = Client::of(&nobody());
    assert!(
        !printed(&client.make_thing(&thing).await.expect_err("nobody listens")).contains("m4rker")
    );
    let server = Server::start([Answer::json(200, r#"{"id":"7","seconds":"m4rker"}"#)]).await;
    let (client, _) = Client::of(&server.url());
    let answer = client.get_thing("7").await.expect("mended");
    assert!(!format!("{answer:?}").contains("m4rker"), "{answer:?}");
}
