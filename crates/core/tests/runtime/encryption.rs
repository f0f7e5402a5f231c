//! https, with each TLS feature and with none.

use callslip_core::rt::ClientSettings;

use crate::acme::Client;

#[cfg(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls"))]
#[tokio::test]
async fn nothing_is_sent_to_a_server_that_does_not_speak_tls() {
    use crate::server::{Answer, Server};
    use callslip_core::RetryPolicy;

    let server =
        Server::start([
            Answer::raw("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n").then_close(),
        ])
        .await;
    let url = server.url().replace("http:", "https:");
    let client = Client::build(
        ClientSettings::default()
            .base_url(url)
            .retry(RetryPolicy::none()),
    )
    .expect("builds");
    let attempt = client.get_thing("7");
    // The server waits for the end of a request head that a TLS greeting does not have.
    let outcome = tokio::time::timeout(std::time::Duration::from_millis(200), attempt).await;
    assert!(
        outcome.is_err() || outcome.is_ok_and(|outcome| outcome.expect_err("no TLS").is_connect())
    );
    assert!(server.received().is_empty());
}

#[cfg(not(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls")))]
#[test]
fn https_without_a_tls_feature_names_the_features() {
    let error = Client::build(ClientSettings::default())
        .expect_err("no TLS")
        .to_string();
    assert!(
        ["`rustls`", "`rustls-aws-lc`", "`native-tls`"]
            .iter()
            .all(|name| error.contains(name)),
        "{error}"
    );
    Client::build(ClientSettings::default().base_url("http://127.0.0.1:1"))
        .expect("plain http needs no TLS");
    Client::build(ClientSettings::default().http_client(reqwest::Client::new()))
        .expect("TLS is the user's own affair");
}
