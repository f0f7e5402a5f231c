//! HighLevel's access tokens, renewed with a refresh token over real HTTP.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use callslip_highlevel::oauth::{OAuthBuilder, OAuthError, OAuthErrorKind, Renewed};
use callslip_highlevel::{Client, Error, ErrorKind, OAuth};
use callslip_tests::examples::example;
use callslip_tests::server::Server;

const TOKENS: &str = r#"{"access_token": "m4rker-access", "token_type": "Bearer", "expires_in": 86399, "refresh_token": "m4rker-next", "scope": "voice-ai-dashboard.readonly"}"#;

fn builder(token_url: &str) -> OAuthBuilder {
    OAuth::builder(token_url, "app-1", "m4rker-secret", "m4rker-first")
}

/// Keeps everything in a list.
fn keeping(builder: OAuthBuilder) -> (OAuthBuilder, Arc<Mutex<Vec<Renewed>>>) {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let list = Arc::clone(&kept);
    let builder = builder.persist(move |renewed| {
        list.lock().expect("no panic").push(renewed);
        async { Ok(()) }
    });
    (builder, kept)
}

fn client(api: &Server, oauth: OAuth) -> Client {
    Client::builder()
        .base_url(api.base_url())
        .credential_provider(oauth)
        .build()
        .expect("builds")
}

async fn call(client: &Client) -> Result<(), Error> {
    client.get_call_log("c", "l").await.map(|_| ())
}

/// The renewal's own error, and a check that nothing that a program could print holds a secret.
fn cause(error: &Error) -> (OAuthErrorKind, String) {
    assert_eq!(error.kind(), ErrorKind::Credential, "{error:?}");
    let source = std::error::Error::source(error).expect("why");
    let shown = format!("{error} {error:?} {error:#?} {source} {source:?}");
    assert!(!shown.contains("m4rker"), "{shown}");
    let cause: &OAuthError = source.downcast_ref().expect("the renewal's own error");
    (cause.kind(), cause.to_string())
}

#[tokio::test]
async fn a_renewal_is_a_refresh_grant_and_what_it_brings_is_kept_and_sent() {
    let tokens = Server::start("200 OK", TOKENS).await;
    let api = Server::start("200 OK", example("highlevel", "get_call_log")).await;
    let (oauth, kept) = keeping(builder(&format!("{}/token", tokens.base_url())));
    let oauth = oauth
        .parameter("user_type", "Location")
        .build()
        .expect("builds");
    let client = client(&api, oauth);
    let before = SystemTime::now();
    call(&client).await.expect("answers");
    call(&client).await.expect("answers");

    let (head, form) = (tokens.request(), tokens.bodies().concat());
    assert!(head.starts_with("POST /token HTTP/1.1"), "{head}");
    assert!(
        head.contains("content-type: application/x-www-form-urlencoded"),
        "{head}"
    );
    assert_eq!(
        form,
        "client_id=app-1&client_secret=m4rker-secret&grant_type=refresh_token&refresh_token=m4rker-first&user_type=Location"
    );
    for head in api.requests() {
        assert!(
            head.contains("authorization: Bearer m4rker-access"),
            "{head}"
        );
    }
    let kept = kept.lock().expect("no panic");
    let [renewed] = kept.as_slice() else {
        panic!("renewed once: {kept:?}");
    };
    assert_eq!(
        (renewed.access_token(), renewed.refresh_token()),
        ("m4rker-access", "m4rker-next")
    );
    let lives = renewed.expires_at().expect("told").duration_since(before);
    let lives = lives.expect("in the future");
    assert!(lives >= Duration::from_secs(86_399) && lives < Duration::from_secs(86_500));
    assert!(
        !format!("{renewed:?}{client:?}").contains("m4rker"),
        "{renewed:?}"
    );
}

#[tokio::test]
async fn each_renewal_uses_the_refresh_token_of_the_last_one() {
    let tokens = Server::start("200 OK", TOKENS).await;
    let api = Server::start("401 Unauthorized", r#"{"statusCode": 401, "message": "x"}"#).await;
    let (oauth, kept) = keeping(builder(tokens.base_url()));
    let oauth = oauth
        .access_token("m4rker-old", None)
        .build()
        .expect("builds");
    let client = client(&api, oauth);
    for _ in 0..2 {
        let error = call(&client).await.expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::Api);
    }
    let used: Vec<String> = tokens
        .bodies()
        .iter()
        .map(|form| {
            form.split("refresh_token=")
                .last()
                .unwrap_or_default()
                .to_owned()
        })
        .collect();
    assert_eq!(used[..2], ["m4rker-first", "m4rker-next"], "{used:?}");
    assert_eq!(kept.lock().expect("no panic").len(), used.len());
    assert!(
        api.requests()[0].contains("Bearer m4rker-old"),
        "the one at hand first"
    );
    assert!(api.requests()[1].contains("Bearer m4rker-access"));
}

#[tokio::test]
async fn an_endpoint_may_keep_the_refresh_token_and_write_seconds_as_text() {
    let answer = r#"{"access_token": "a", "expires_in": "3600"}"#;
    let tokens = Server::start("200 OK", answer).await;
    let api = Server::start("200 OK", example("highlevel", "get_call_log")).await;
    let (oauth, kept) = keeping(builder(tokens.base_url()));
    call(&client(&api, oauth.build().expect("builds")))
        .await
        .expect("answers");
    let kept = kept.lock().expect("no panic");
    assert_eq!(kept[0].refresh_token(), "m4rker-first");
    assert!(kept[0].expires_at().is_some());
}

#[tokio::test]
async fn tokens_that_could_not_be_kept_are_not_lost() {
    let tokens = Server::start("200 OK", TOKENS).await;
    let api = Server::start("200 OK", example("highlevel", "get_call_log")).await;
    let kept = Arc::new(Mutex::new(Vec::new()));
    let list = Arc::clone(&kept);
    let oauth = builder(tokens.base_url()).persist(move |renewed| {
        let mut list = list.lock().expect("no panic");
        list.push(renewed.refresh_token().to_owned());
        let full = list.len() == 1;
        async move {
            if full {
                Err("the disk is full".into())
            } else {
                Ok(())
            }
        }
    });
    let client = client(&api, oauth.build().expect("builds"));
    let error = call(&client).await.expect_err("not kept");
    let (kind, _) = cause(&error);
    assert_eq!(kind, OAuthErrorKind::NotKept);
    assert!(api.requests().is_empty(), "not used before it is kept");
    call(&client).await.expect("kept the second time");
    assert_eq!(tokens.requests().len(), 1, "renewed once");
    assert_eq!(
        *kept.lock().expect("no panic"),
        ["m4rker-next", "m4rker-next"]
    );
}

#[tokio::test]
async fn refusals_and_nonsense_are_told_without_secrets() {
    let refusal = r#"{"error": "invalid_grant", "error_description": "m4rker-first is spent; m4rker-secret"}"#;
    let odd = r#"{"error": "m4rker-secret is wrong"}"#;
    let long = "x".repeat(100_000);
    for (status, body, kind, part) in [
        (
            "400 Bad Request",
            refusal,
            OAuthErrorKind::Refused,
            "400 invalid_grant",
        ),
        (
            "401 Unauthorized",
            odd,
            OAuthErrorKind::Refused,
            "refused: 401",
        ),
        ("302 Found", "", OAuthErrorKind::Refused, "302"),
        (
            "200 OK",
            "<html>m4rker</html>",
            OAuthErrorKind::Unreadable,
            "address",
        ),
        (
            "200 OK",
            r#"{"access_token": {"m4rker": 1}}"#,
            OAuthErrorKind::Unreadable,
            "address",
        ),
        (
            "200 OK",
            long.as_str(),
            OAuthErrorKind::Unreadable,
            "too long",
        ),
    ] {
        let headers = "location: http://127.0.0.1:9/m4rker\r\n";
        let tokens = Server::with_headers(status, headers, body).await;
        let api = Server::start("200 OK", example("highlevel", "get_call_log")).await;
        let (oauth, kept) = keeping(builder(tokens.base_url()));
        let client = client(&api, oauth.build().expect("builds"));
        let error = call(&client).await.expect_err("no token");
        let (found, text) = cause(&error);
        assert_eq!(found, kind, "{text}");
        assert!(text.contains(part), "{text}");
        assert!(api.requests().is_empty() && kept.lock().expect("no panic").is_empty());
    }
}

#[tokio::test]
async fn an_endpoint_that_is_not_there_or_silent_is_unreachable() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let nobody = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let closed = nobody.local_addr().expect("bound");
    drop(nobody);
    for (address, part) in [
        (silent.local_addr().expect("bound"), "in time"),
        (closed, "could not be reached"),
    ] {
        let api = Server::start("200 OK", example("highlevel", "get_call_log")).await;
        let (oauth, _) = keeping(builder(&format!("http://{address}/m4rker")));
        let oauth = oauth
            .timeout(Duration::from_millis(50))
            .build()
            .expect("builds");
        let error = call(&client(&api, oauth)).await.expect_err("no token");
        let (kind, text) = cause(&error);
        assert_eq!(kind, OAuthErrorKind::Unreachable);
        assert!(text.contains(part), "{text}");
    }
}

#[test]
fn settings_that_cannot_be_used_are_named() {
    let told = |builder: OAuthBuilder| builder.build().expect_err("refused").to_string();
    assert!(told(builder("https://auth.example/token")).contains("persist"));
    for (url, part) in [
        ("m4rker", "not a URL"),
        ("http://m4rker.example/token", "plain http"),
        ("ftp://m4rker.example/token", "https://"),
        ("https://u:m4rker@auth.example/token", "password"),
    ] {
        let error = told(keeping(builder(url)).0);
        assert!(
            error.contains("token_url") && error.contains(part),
            "{error}"
        );
        assert!(!error.contains("m4rker"), "{error}");
    }
    assert!(!format!("{:?}", builder("https://auth.example")).contains("m4rker"));
}
