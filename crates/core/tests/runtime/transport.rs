//! The HTTP client that a client makes for itself: proxy, root certificates, compression.

use callslip_core::rt::ClientSettings;

use crate::acme::Client;
use crate::server::{Answer, Server};

const OK: &str = r#"{"id":"7"}"#;

fn refusal(settings: ClientSettings) -> String {
    let error = Client::build(settings).expect_err("refused");
    format!("{error} {error:?}")
}

#[tokio::test]
async fn everything_goes_through_the_proxy() {
    let proxy = Server::start([Answer::json(200, OK)]).await;
    let address = proxy
        .url()
        .replace("http://", "http://m4rker-user:m4rker-pass@");
    let settings = ClientSettings::default()
        .base_url("http://api.acme.invalid/v1")
        .allow_insecure_http(true)
        .proxy(address);
    assert!(!format!("{settings:?}").contains("m4rker"), "{settings:?}");
    let client = Client::build(settings).expect("builds");
    client.get_thing("7").await.expect("answers");
    let request = proxy.only();
    assert_eq!(
        request.start(),
        "GET http://api.acme.invalid/v1/things/7/parts"
    );
    // base64 of `m4rker-user:m4rker-pass`
    let login = "proxy-authorization: Basic bTRya2VyLXVzZXI6bTRya2VyLXBhc3M=";
    assert!(request.headers().contains(&login), "{}", request.head);
    assert!(!format!("{client:?}").contains("m4rker"), "{client:?}");
}

#[tokio::test]
async fn a_proxy_counts_for_this_machine_too_if_it_was_given() {
    let proxy = Server::start([Answer::json(200, OK)]).await;
    let settings = ClientSettings::default()
        .base_url("http://127.0.0.1:9")
        .proxy(proxy.url());
    let client = Client::build(settings).expect("builds");
    client.get_thing("7").await.expect("answers");
    assert_eq!(
        proxy.only().start(),
        "GET http://127.0.0.1:9/things/7/parts"
    );
}

#[test]
fn what_is_no_proxy_is_refused_without_being_shown() {
    for given in [
        "",
        "m4rker",
        "m4rker.example:8080",
        "ftp://m4rker.example",
        "http://",
        "http://u:m4rker@",
    ] {
        let told = refusal(
            ClientSettings::default()
                .base_url("http://127.0.0.1:9")
                .proxy(given),
        );
        assert!(
            told.contains("proxy") && !told.contains("m4rker"),
            "{given}: {told}"
        );
    }
}

#[cfg(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls"))]
#[test]
fn what_is_no_certificate_is_refused_without_being_shown() {
    let block = "-----BEGIN CERTIFICATE-----\nm4rker\n-----END CERTIFICATE-----\n";
    for given in [
        "",
        "m4rker",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        block,
    ] {
        let told = refusal(ClientSettings::default().root_certificates(given));
        assert!(
            told.contains("root_certificates") && told.contains("PEM"),
            "{told}"
        );
        assert!(!told.contains("m4rker"), "{told}");
    }
}

#[test]
fn settings_that_would_have_no_effect_are_refused() {
    let settings = || {
        let http = callslip_core::http_client_builder().expect("TLS").build();
        ClientSettings::default()
            .base_url("http://127.0.0.1:9")
            .http_client(http.expect("builds"))
    };
    let cases = [
        (settings().proxy("http://127.0.0.1:9"), "proxy"),
        (settings().root_certificates("x"), "root_certificates"),
        #[cfg(feature = "gzip")]
        (settings().gzip(true), "gzip"),
    ];
    for (settings, setter) in cases {
        let told = refusal(settings);
        assert!(
            told.contains(setter) && told.contains("http_client"),
            "{told}"
        );
    }
}

#[cfg(feature = "gzip")]
#[tokio::test]
async fn compressed_answers_come_only_if_asked_for() {
    /// The body `{"id":"7"}`.
    const COMPRESSED: [u8; 30] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xab, 0x56, 0xca, 0x4c, 0x51,
        0xb2, 0x52, 0x32, 0x57, 0xaa, 0x05, 0x00, 0x41, 0xb4, 0x95, 0xf2, 0x0a, 0x00, 0x00, 0x00,
    ];
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n",
        COMPRESSED.len()
    );
    let compressed = Answer::raw([head.as_bytes(), &COMPRESSED].concat());
    let server = Server::start([compressed, Answer::json(200, OK)]).await;
    let settings = || ClientSettings::default().base_url(server.url());
    let client = Client::build(settings().gzip(true)).expect("builds");
    let answer = client.get_thing("7").await.expect("answers");
    assert_eq!(answer.raw(), OK.as_bytes());
    let client = Client::build(settings()).expect("builds");
    client.get_thing("7").await.expect("answers");
    let asked = server
        .received()
        .iter()
        .map(|request| request.head.contains("accept-encoding: gzip"))
        .collect::<Vec<_>>();
    assert_eq!(asked, [true, false]);
}
