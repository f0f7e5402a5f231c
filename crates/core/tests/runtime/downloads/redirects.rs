//! The credential goes to the provider's own origin, whatever way a link takes.

use std::sync::atomic::{AtomicUsize, Ordering};

use callslip_core::rt::{ClientSettings, Scheme};
use callslip_core::{CredentialError, CredentialProvider, ErrorKind, Token};

use super::{Folder, LENGTH, TAG, recording, rest, to_vec, whole};
use crate::acme::{Client, KEY};
use crate::server::{Answer, Received, Server};

fn pointing_to(target: &str) -> Answer {
    Answer::with(302, &format!("location: {target}\r\n"), "")
}

fn mentions_the_key(received: &[Received]) -> bool {
    received
        .iter()
        .any(|request| request.head.contains("m4rker-key"))
}

#[tokio::test]
async fn the_provider_gets_the_credential_and_a_store_does_not() {
    let body = recording();
    let store = Server::start([whole(TAG, &body, LENGTH)]).await;
    let provider = Server::start([
        whole(TAG, &body, LENGTH),
        pointing_to(&format!("{}/2.mp3?signature=s", store.url())),
    ])
    .await;
    let (client, _) = Client::of(&provider.url());
    for (link, there) in [
        (format!("{}/1.mp3", provider.url()), 0),
        (format!("{}/2.mp3", provider.url()), 1),
        (format!("{}/3.mp3", store.url()), 2),
    ] {
        assert!(to_vec(client.download(&link)).await.expect("whole") == body);
        assert_eq!(store.received().len(), there);
    }
    let received = provider.received();
    assert_eq!(received.len(), 2);
    for request in &received {
        assert_eq!(
            request.headers(),
            [
                "user-agent: callslip-acme/1.2.3",
                "x-constant: c1",
                "x-api-key: m4rker-key",
                "accept-encoding: identity",
                "accept: */*",
            ]
        );
    }
    let received = store.received();
    assert!(!mentions_the_key(&received), "{received:?}");
    assert_eq!(received[0].start(), "GET /2.mp3?signature=s");
    for request in &received {
        let wanted = [
            "user-agent: callslip-acme/1.2.3",
            "accept-encoding: identity",
            "accept: */*",
        ];
        assert_eq!(request.headers(), wanted);
    }
}

#[tokio::test]
async fn a_store_cannot_send_the_credential_anywhere() {
    let provider = Server::start([Answer::with(200, "", "mine")]).await;
    let store = Server::start([pointing_to(&format!("{}/secrets", provider.url()))]).await;
    let (client, _) = Client::of(&provider.url());
    let bytes = to_vec(client.download(format!("{}/1.mp3", store.url()))).await;
    assert_eq!(bytes.expect("answered"), b"mine");
    assert!(!mentions_the_key(&provider.received()) && !mentions_the_key(&store.received()));
}

#[tokio::test]
async fn a_break_goes_the_whole_way_again() {
    let body = recording();
    let store = Server::start([whole(TAG, &body, 1000), rest(TAG, &body, 1000, LENGTH)]).await;
    let provider = Server::start([pointing_to(&format!("{}/1.mp3", store.url()))]).await;
    let (client, _) = Client::of(&provider.url());
    let folder = Folder::new();
    let download = client.download(format!("{}/1.mp3", provider.url()));
    let done = download.to_file(folder.target()).await.expect("whole");
    assert_eq!(done.attempts(), 2);
    assert!(folder.read() == body);
    assert_eq!((provider.received().len(), store.received().len()), (2, 2));
    assert_eq!(store.received()[1].header("range"), Some("bytes=1000-"));
    assert!(!mentions_the_key(&store.received()));
}

/// Gives one token after the other.
struct Tokens(AtomicUsize);

impl CredentialProvider for Tokens {
    async fn fetch(&self) -> Result<Token, CredentialError> {
        let number = self.0.fetch_add(1, Ordering::SeqCst);
        Ok(Token::new(format!("m4rker-key-{number}")))
    }
}

#[tokio::test]
async fn a_credential_that_is_fetched_is_for_the_provider_alone_and_replaced_once() {
    let body = recording();
    let store = Server::start([Answer::with(401, "", "")]).await;
    let refused = Answer::with(401, "", "");
    let provider = Server::start([
        refused.clone(),
        whole(TAG, &body, LENGTH),
        pointing_to(&store.url()),
        refused,
    ])
    .await;
    let mut settings = ClientSettings::default()
        .base_url(provider.url())
        .credential_provider(Tokens(AtomicUsize::new(0)));
    let header = settings.credential(Scheme::Bearer, None, &KEY);
    assert!(header.expect("a provider gives it").is_none());
    let client = Client::with_headers(settings, Vec::new()).expect("builds");
    let link = format!("{}/1.mp3", provider.url());

    assert!(to_vec(client.download(&link)).await.expect("whole") == body);
    // The store's refusal says nothing of the credential, which it never saw.
    for _ in ["by the store", "by the provider"] {
        let error = to_vec(client.download(&link)).await.expect_err("refused");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
    }
    let sent: Vec<_> = provider
        .received()
        .iter()
        .map(|request| request.header("authorization").map(str::to_owned))
        .collect();
    let token = |number| Some(format!("Bearer m4rker-key-{number}"));
    assert_eq!(sent, [token(0), token(1), token(1), token(1), token(2)]);
    assert!(!mentions_the_key(&store.received()) && store.received().len() == 1);
}

#[tokio::test]
async fn a_way_without_an_end_is_given_up() {
    let server = Server::start([pointing_to("/again")]).await;
    let (client, clock) = Client::of(&server.url());
    let error = to_vec(client.download(format!("{}/1.mp3", server.url())))
        .await
        .expect_err("a loop");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Redirect, 1));
    assert_eq!(server.received().len(), 6, "the link and five redirects");
    assert!(clock.waits().is_empty());

    let mut answers = vec![pointing_to("/again"); 5];
    answers.push(Answer::with(200, "", "there"));
    let server = Server::start(answers).await;
    let (client, _) = Client::of(&server.url());
    let bytes = to_vec(client.download(format!("{}/1.mp3", server.url()))).await;
    assert_eq!(bytes.expect("the fifth leads there"), b"there");

    // A redirect to nowhere is a refusal.
    let server = Server::start([Answer::with(302, "", "")]).await;
    let (client, _) = Client::of(&server.url());
    let error = to_vec(client.download(format!("{}/1.mp3", server.url()))).await;
    assert_eq!(
        error.expect_err("nowhere").kind(),
        ErrorKind::UnexpectedStatus
    );
}

#[tokio::test]
async fn plain_http_to_another_machine_is_not_followed() {
    let server = Server::start([pointing_to("http://192.0.2.1/m4rker")]).await;
    let (client, _) = Client::of(&server.url());
    let error = to_vec(client.download(format!("{}/1.mp3", server.url())))
        .await
        .expect_err("not followed");
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert!(error.to_string().contains("allow_insecure_http"), "{error}");
}

#[tokio::test]
async fn a_client_that_followed_to_another_server_is_told_on() {
    let store = Server::start([Answer::with(200, "", "theirs")]).await;
    let provider = Server::start([pointing_to(&format!("{}/m4rker", store.url()))]).await;
    let following = callslip_core::http_client_builder()
        .expect("TLS")
        .redirect(reqwest::redirect::Policy::limited(3))
        .build()
        .expect("builds");
    let settings = ClientSettings::default()
        .base_url(provider.url())
        .http_client(following);
    let client = Client::build(settings).expect("builds");
    let error = to_vec(client.download(format!("{}/1.mp3", provider.url())))
        .await
        .expect_err("noticed");
    assert_eq!(error.kind(), ErrorKind::Redirect);
    let shown = error.to_string();
    assert!(
        shown.contains(&store.url()) && !shown.contains("m4rker"),
        "{shown}"
    );
}
