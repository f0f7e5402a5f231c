//! HighLevel's access tokens, renewed with a refresh token over real HTTP.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use callslip_highlevel::oauth::{OAuthBuilder, OAuthError, OAuthErrorKind, Renewed};
use callslip_highlevel::{Client, CredentialError, Error, ErrorKind, OAuth, RetryPolicy};
use callslip_reliability::answer::Answer;
use callslip_reliability::server as reliability;
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
        // No test waits.
        .retry(RetryPolicy::default().base_delay(Duration::ZERO))
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

/// What one renewal brings that is answered with this.
async fn renewed_by(answer: &str) -> Renewed {
    let tokens = Server::start("200 OK", answer).await;
    let api = Server::start("200 OK", example("highlevel", "get_call_log")).await;
    let (oauth, kept) = keeping(builder(tokens.base_url()));
    call(&client(&api, oauth.build().expect("builds")))
        .await
        .expect("answers");
    let kept = kept.lock().expect("no panic");
    kept[0].clone()
}

/// An empty text is no value, and neither is anything else that is no token.
#[tokio::test]
async fn a_refresh_token_that_is_none_keeps_the_old_one() {
    for given in [
        "",
        r#", "refresh_token": """#,
        r#", "refresh_token": " ""#,
        r#", "refresh_token": null"#,
        r#", "refresh_token": 7"#,
        r#", "refresh_token": false"#,
    ] {
        let renewed = renewed_by(&format!(r#"{{"access_token": "a"{given}}}"#)).await;
        assert_eq!(renewed.refresh_token(), "m4rker-first", "{given}");
    }
}

#[tokio::test]
async fn the_old_refresh_token_goes_on_renewing_after_an_empty_one() {
    let answer = r#"{"access_token": "new", "refresh_token": "", "expires_in": 86399}"#;
    let tokens = Server::start("200 OK", answer).await;
    let api = Server::start("401 Unauthorized", r#"{"statusCode": 401, "message": "x"}"#).await;
    let (oauth, _) = keeping(builder(tokens.base_url()));
    let client = client(&api, oauth.build().expect("builds"));
    for _ in 0..2 {
        call(&client).await.expect_err("refused");
    }
    let forms = tokens.bodies();
    assert!(forms.len() > 1);
    for form in forms {
        assert!(form.ends_with("refresh_token=m4rker-first"), "{form}");
    }
}

#[tokio::test]
async fn seconds_are_read_however_they_are_written() {
    let before = SystemTime::now();
    for (given, lives) in [
        ("3600", Some(3600)),
        ("3600.0", Some(3600)),
        ("\"3600\"", Some(3600)),
        ("\" 3600.5 \"", Some(3600)),
        ("3.6e3", Some(3600)),
        // Not told: used until it is refused.
        ("\"\"", None),
        ("null", None),
        ("\"soon\"", None),
        ("[]", None),
        ("0", None),
        ("-5", None),
        ("1e300", None),
    ] {
        let renewed = renewed_by(&format!(
            r#"{{"access_token": "a", "refresh_token": "r", "expires_in": {given}}}"#
        ))
        .await;
        assert_eq!(renewed.refresh_token(), "r");
        let found = renewed.expires_at().map(|end| end.duration_since(before));
        let found = found.map(|life| life.expect("in the future").as_secs());
        match (found, lives) {
            (Some(found), Some(lives)) => assert!((lives..lives + 100).contains(&found), "{given}"),
            (found, lives) => assert_eq!(found, lives, "{given}"),
        }
    }
}

/// The token endpoint answers in turn.
async fn answering_in_turn(answers: Vec<Answer>) -> (reliability::Server, Client, Server) {
    let tokens = reliability::Server::start(answers).await;
    let api = Server::start("200 OK", example("highlevel", "get_call_log")).await;
    let (oauth, _) = keeping(builder(&tokens.url()));
    let client = client(&api, oauth.build().expect("builds"));
    (tokens, client, api)
}

#[tokio::test]
async fn what_passes_at_the_token_endpoint_is_tried_again_as_any_call() {
    let busy = |status| Answer::json(status, r#"{"error": "temporarily_unavailable"}"#);
    for passing in [
        busy(408),
        busy(429),
        busy(502),
        busy(503),
        busy(504),
        Answer::with(503, "retry-after: 0\r\n", "<html>"),
        Answer::raw("").then_close(),
        Answer::raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{").then_close(),
    ] {
        let told = format!("{passing:?}");
        let answers = vec![passing, Answer::json(200, TOKENS)];
        let (tokens, client, api) = answering_in_turn(answers).await;
        let answer = client.get_call_log("c", "l").await;
        let answer = answer.unwrap_or_else(|error| panic!("{told}: {error:?}"));
        assert_eq!(answer.attempts(), 1, "{told}");
        let forms = tokens.received();
        assert_eq!(forms.len(), 2, "{told}");
        assert_eq!(forms[0].body, forms[1].body, "the same renewal");
        assert_eq!(api.requests().len(), 1);
    }
}

#[tokio::test]
async fn what_does_not_pass_at_the_token_endpoint_is_final_at_once() {
    for (status, body, kind) in [
        (
            400,
            r#"{"error": "invalid_grant"}"#,
            OAuthErrorKind::Refused,
        ),
        (
            401,
            r#"{"error": "invalid_client"}"#,
            OAuthErrorKind::Refused,
        ),
        (
            200,
            r#"{"error": "invalid_grant"}"#,
            OAuthErrorKind::Refused,
        ),
        (403, "", OAuthErrorKind::Refused),
        (500, "", OAuthErrorKind::Unavailable),
        (200, "", OAuthErrorKind::Unreadable),
    ] {
        let answers = vec![Answer::json(status, body), Answer::json(200, TOKENS)];
        let (tokens, client, api) = answering_in_turn(answers).await;
        let error = call(&client).await.expect_err("no token");
        assert_eq!(cause(&error).0, kind, "{status} {body}");
        assert!(!error.is_retryable());
        assert_eq!((tokens.received().len(), api.requests().len()), (1, 0));
    }
}

#[tokio::test]
async fn an_outage_of_the_token_endpoint_ends_the_call_as_one_of_the_service_would() {
    let busy = Answer::with(503, "retry-after: 61\r\n", "");
    let (tokens, client, _) = answering_in_turn(vec![busy]).await;
    let error = call(&client).await.expect_err("no token");
    let (kind, text) = cause(&error);
    assert_eq!(kind, OAuthErrorKind::Unavailable);
    assert!(text.contains("503"), "{text}");
    assert_eq!(error.retry_after(), Some(Duration::from_secs(61)));
    assert!(error.is_retryable());
    assert_eq!(tokens.received().len(), 1, "longer than is waited for");

    let (tokens, client, _) = answering_in_turn(vec![Answer::json(503, "")]).await;
    let error = call(&client).await.expect_err("no token");
    assert_eq!(cause(&error).0, OAuthErrorKind::Unavailable);
    assert_eq!(tokens.received().len(), 3, "as often as the policy says");
}

/// Whoever keeps tokens can say that it passes, too.
#[tokio::test]
async fn keeping_that_fails_in_passing_is_tried_again() {
    let tokens = Server::start("200 OK", TOKENS).await;
    let api = Server::start("200 OK", example("highlevel", "get_call_log")).await;
    let tries = Arc::new(Mutex::new(0));
    let count = Arc::clone(&tries);
    let oauth = builder(tokens.base_url()).persist(move |_| {
        let mut tries = count.lock().expect("no panic");
        *tries += 1;
        let is_locked = *tries == 1;
        async move {
            match is_locked {
                true => Err(CredentialError::passing("the table is locked")),
                false => Ok(()),
            }
        }
    });
    let client = client(&api, oauth.build().expect("builds"));
    call(&client).await.expect("kept the second time");
    assert_eq!(
        (*tries.lock().expect("no panic"), tokens.requests().len()),
        (2, 1)
    );
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
            r#"{"access_token": "", "refresh_token": "m4rker"}"#,
            OAuthErrorKind::Unreadable,
            "without an access_token",
        ),
        (
            "200 OK",
            r#"["m4rker"]"#,
            OAuthErrorKind::Unreadable,
            "without an access_token",
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
    let silent = format!("http://{}", silent.local_addr().expect("bound"));
    for (address, part) in [
        (silent, "in time"),
        (
            callslip_reliability::server::nobody(),
            "could not be reached",
        ),
    ] {
        let api = Server::start("200 OK", example("highlevel", "get_call_log")).await;
        let (oauth, _) = keeping(builder(&format!("{address}/m4rker")));
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
    for (id, secret, refresh, part) in [
        ("", "s", "r", "client_id"),
        ("i", " ", "r", "client_secret"),
        ("i", "s", "", "refresh_token"),
    ] {
        let builder = OAuth::builder("https://auth.example/token", id, secret, refresh);
        assert_eq!(told(keeping(builder).0), format!("{part} is empty"));
    }
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
