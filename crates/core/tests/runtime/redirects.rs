//! A credential does not travel to where an answer points.

use callslip_core::rt::ClientSettings;
use callslip_core::{Error, ErrorKind};

use crate::acme::Client;
use crate::server::{Answer, Server};

fn pointing_to(status: u16, target: &str) -> Answer {
    Answer::with(status, &format!("location: {target}\r\n"), "")
}

#[tokio::test]
async fn no_redirect_is_followed() {
    for status in [301, 302, 303, 307, 308] {
        let thief = Server::start([Answer::json(200, r#"{"id":"7"}"#)]).await;
        let target = format!("{}/m4rker?k=m4rker", thief.url());
        for (target, origin) in [
            (target.as_str(), thief.url()),
            (
                "http://u:m4rker@127.0.0.2/m4rker",
                "http://127.0.0.2".to_owned(),
            ),
        ] {
            let server = Server::start([pointing_to(status, target)]).await;
            let (client, clock) = Client::of(&server.url());
            let told = |error: &dyn std::fmt::Display| {
                let shown = error.to_string();
                assert!(
                    shown.contains(&origin) && !shown.contains("m4rker"),
                    "{shown}"
                );
            };
            let error = client.get_thing("7").await.expect_err("not followed");
            assert_eq!((error.kind(), error.attempts()), (ErrorKind::Redirect, 1));
            assert_eq!(error.status().map(|found| found.as_u16()), Some(status));
            told(&error);
            // Documented as an error like any other status: still no error body.
            let error = client.drop_thing("7").await.expect_err("not followed");
            assert_eq!(error.kind(), ErrorKind::Redirect);
            told(&error);
            assert!(clock.waits().is_empty() && thief.received().is_empty());
        }
    }
}

#[tokio::test]
async fn a_redirect_to_the_same_server_or_to_nowhere_is_an_error_too() {
    for headers in ["location: /elsewhere\r\n", "location: http://[\r\n", ""] {
        let server = Server::start([Answer::with(302, headers, "")]).await;
        let (client, _) = Client::of(&server.url());
        let error = client.get_thing("7").await.expect_err("not followed");
        assert_eq!(error.kind(), ErrorKind::Redirect, "{headers}");
        assert_eq!(server.received().len(), 1, "{headers}");
    }
}

#[tokio::test]
async fn a_client_that_followed_to_another_server_is_told_on() {
    let other = Server::start([Answer::json(200, r#"{"id":"7"}"#)]).await;
    let server = Server::start([pointing_to(307, &format!("{}/m4rker", other.url()))]).await;
    let settings = |http| {
        ClientSettings::default()
            .base_url(server.url())
            .http_client(http)
    };
    let following = callslip_core::http_client_builder()
        .expect("TLS")
        .redirect(reqwest::redirect::Policy::limited(3))
        .build()
        .expect("builds");
    let error: Error<_> = Client::build(settings(following))
        .expect("builds")
        .get_thing("7")
        .await
        .expect_err("noticed");
    assert_eq!(error.kind(), ErrorKind::Redirect);
    let shown = error.to_string();
    assert!(
        shown.contains(&other.url())
            && shown.contains("Policy::none()")
            && !shown.contains("m4rker"),
        "{shown}"
    );
}
