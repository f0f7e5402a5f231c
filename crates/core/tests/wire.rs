//! What is sent, what is refused, what is bounded.

mod support;

use std::time::Duration;

use callslip_core::rt::{CallOptions, ClientSettings};
use callslip_core::{ErrorKind, RetryPolicy};
use support::{Act, Client, GET_THING, KEY, MAKE_THING, Notes, Server, answer, ok, shown};

fn patient(server: &Server) -> ClientSettings {
    ClientSettings::default()
        .base_url(&server.base_url)
        .retry(RetryPolicy::none())
}

#[tokio::test]
async fn only_what_was_asked_for_is_sent() {
    let server = Server::start([ok()]).await;
    Client::new(&server).get().await.expect("answers");
    let request = server.requests().remove(0);
    let mut names: Vec<&str> = request
        .lines()
        .skip(1)
        .filter_map(|line| line.split(':').next())
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        ["accept", "host", "user-agent", "x-api-key", "x-constant"]
    );
    assert!(
        request.starts_with("GET /things/t1?place=m4rker-place HTTP/1.1"),
        "{request}"
    );
    assert!(request.contains(&format!("x-api-key: {KEY}")));
}

#[tokio::test]
async fn a_header_of_a_call_cannot_replace_the_credential() {
    let server = Server::start([ok()]).await;
    let client = Client::new(&server);
    let with = |name: &str, value: &str| CallOptions {
        headers: vec![(name.to_owned(), value.to_owned())],
        ..CallOptions::default()
    };
    for (name, value) in [
        ("X-Api-Key", "other"),
        ("bad name", "v"),
        ("x-mark", "a\r\nb"),
    ] {
        let error = client
            .bind(&GET_THING, with(name, value))
            .get_thing("t1", "p")
            .await
            .expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{name}");
    }
    assert!(server.requests().is_empty(), "nothing was sent");
    client
        .bind(&GET_THING, with("x-constant", "mine"))
        .get_thing("t1", "p")
        .await
        .expect("other headers may be");
    assert!(server.requests()[0].contains("x-constant: mine"));
}

#[tokio::test]
async fn a_call_of_another_operation_is_refused() {
    let server = Server::start([ok()]).await;
    let error = Client::new(&server)
        .bind(&MAKE_THING, CallOptions::default())
        .get_thing("t1", "p")
        .await;
    assert_eq!(
        error.expect_err("refused").kind(),
        ErrorKind::InvalidRequest
    );
    assert!(server.requests().is_empty(), "nothing was sent");
}

/// The second layer alone: generated code checks ids by name before it gets here.
#[tokio::test]
async fn the_path_guard_stops_what_would_reach_another_endpoint() {
    let server = Server::start([ok()]).await;
    let client = Client::new(&server);
    for id in ["", ".", ".."] {
        let error = client
            .bind(&GET_THING, CallOptions::default())
            .get_thing(id, "p")
            .await
            .expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{id:?}");
    }
    assert!(server.requests().is_empty(), "nothing was sent");
    for (id, sent) in [
        ("a/b", "a%2Fb"),
        ("?", "%3F"),
        ("#", "%23"),
        ("é\r\n", "%C3%A9%0D%0A"),
        ("%2e%2e", "%252e%252e"),
    ] {
        client
            .bind(&GET_THING, CallOptions::default())
            .get_thing(id, "p")
            .await
            .expect("sent");
        let request = server.requests().pop().expect("a request");
        assert!(
            request.starts_with(&format!("GET /things/{sent}?place=p HTTP/1.1")),
            "{request}"
        );
    }
}

#[tokio::test]
async fn redirects_are_not_followed_and_tell_only_where_they_point() {
    let elsewhere = Server::start([ok()]).await;
    for status in [
        "301 Moved Permanently",
        "302 Found",
        "303 See Other",
        "307 Temporary Redirect",
        "308 Permanent Redirect",
    ] {
        let target = format!(
            "location: {}/m4rker-path?m4rker=query\r\n",
            elsewhere.base_url
        );
        let server = Server::start([answer(status, &target, "")]).await;
        let error = Client::new(&server).get().await.expect_err("a redirect");
        assert_eq!(error.kind(), ErrorKind::Redirect);
        let text = error.to_string();
        assert!(
            text.contains(&elsewhere.base_url) && !shown(&error).contains("m4rker"),
            "{text}"
        );
        assert_eq!(server.requests().len(), 1);
    }
    assert!(
        elsewhere.requests().is_empty(),
        "the credential went nowhere else"
    );
}

#[tokio::test]
async fn a_client_of_the_users_own_that_followed_is_found_out() {
    let elsewhere = Server::start([ok()]).await;
    let server = Server::start([answer(
        "302 Found",
        &format!("location: {}/x\r\n", elsewhere.base_url),
        "",
    )])
    .await;
    let own = callslip_core::http_client_builder()
        .expect("TLS")
        .redirect(reqwest::redirect::Policy::default());
    let settings = patient(&server).http_client(own.build().expect("a client"));
    let error = Client::with(settings).get().await.expect_err("it followed");
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert!(error.to_string().contains("Policy::none()"), "{error}");
}

#[tokio::test]
async fn a_body_over_the_cap_is_refused_announced_or_not() {
    let announced = b"HTTP/1.1 200 OK\r\ncontent-length: 1073741824\r\n\r\n".to_vec();
    let server = Server::start([Act::Send(announced)]).await;
    let error = Client::with(patient(&server))
        .get()
        .await
        .expect_err("too large");
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
    assert!(error.to_string().contains("16777216 bytes"), "{error}");

    // 64 MiB without a length, a cap of 1 MiB.
    let server = Server::start([Act::Flood(1024)]).await;
    let error = Client::with(patient(&server).max_body_bytes(1 << 20))
        .get()
        .await
        .expect_err("too large");
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);

    let exact = r#"{"name": "n"}"#;
    let server = Server::start([answer("200 OK", "", exact)]).await;
    Client::with(patient(&server).max_body_bytes(exact.len()))
        .get()
        .await
        .expect("just fits");
    let error = Client::with(patient(&server).max_body_bytes(exact.len() - 1))
        .get()
        .await
        .expect_err("one too many");
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
}

#[tokio::test]
async fn a_server_that_never_answers_is_not_waited_for_for_ever() {
    let server = Server::start([Act::Hang]).await;
    let brief = Duration::from_millis(30);
    let error = Client::with(patient(&server).attempt_timeout(brief))
        .get()
        .await
        .expect_err("no answer");
    assert!(error.is_timeout() && error.is_retryable());
    assert!(error.to_string().contains("attempt timeout"), "{error}");
    let error = Client::with(patient(&server).timeout(brief))
        .get()
        .await
        .expect_err("no answer");
    assert!(
        error.is_timeout() && error.to_string().contains("total timeout"),
        "{error}"
    );

    // An attempt that timed out is repeated within the total.
    let server = Server::start([Act::Hang, ok()]).await;
    let settings = ClientSettings::default()
        .base_url(&server.base_url)
        .attempt_timeout(brief)
        .clock(Notes::new());
    assert_eq!(
        Client::with(settings)
            .get()
            .await
            .expect("the second attempt")
            .attempts(),
        2
    );
}

#[tokio::test]
async fn a_page_of_a_proxy_keeps_its_status_and_bytes() {
    let page = "<html>m4rker +1 234 567 8901</html>";
    let server = Server::start([answer(
        "500 Internal Server Error",
        "content-type: text/html\r\n",
        page,
    )])
    .await;
    let error = Client::with(patient(&server))
        .get()
        .await
        .expect_err("a page");
    assert_eq!(
        (error.kind(), error.status().map(|status| status.as_u16())),
        (ErrorKind::UnexpectedStatus, Some(500))
    );
    assert_eq!(
        error.raw_body().map(|body| &body[..]),
        Some(page.as_bytes())
    );
    assert!(
        !shown(&error).contains("m4rker") && !shown(&error).contains("8901"),
        "{}",
        shown(&error)
    );
}

#[tokio::test]
async fn a_status_that_is_not_documented_is_told() {
    let server = Server::start([answer("202 Accepted", "", r#"{"name": "m4rker"}"#)]).await;
    let error = Client::with(patient(&server))
        .get()
        .await
        .expect_err("202 is not documented");
    assert_eq!(error.kind(), ErrorKind::UnexpectedStatus);
    assert!(!shown(&error).contains("m4rker"));
}

#[tokio::test]
async fn success_false_is_an_error_and_the_word_false_is_not() {
    for failed in [
        r#"{"success": false, "code": "FULL", "message": "no room"}"#,
        "{\"name\": \"x\", \"success\" \n:\tfalse}",
        r#"{"succes\u0073": false, "code": "FULL"}"#,
    ] {
        let server = Server::start([answer("200 OK", "", failed)]).await;
        let error = Client::with(patient(&server))
            .get()
            .await
            .expect_err(failed);
        assert_eq!(
            (error.kind(), error.status().map(|status| status.as_u16())),
            (ErrorKind::Api, Some(200)),
            "{failed}"
        );
    }
    for fine in [
        r#"{"name": "n", "success": true}"#,
        r#"{"name": "\"success\": false"}"#,
        r#"{"name": "n", "inner": {"success": false}}"#,
    ] {
        let server = Server::start([answer("200 OK", "", fine)]).await;
        Client::with(patient(&server))
            .get()
            .await
            .unwrap_or_else(|error| panic!("{fine}: {error}"));
    }
}

/// Markers in the key, the query, the provider's message and the body: none is in anything that could be logged.
#[tokio::test]
async fn nothing_confidential_is_shown() {
    let body =
        r#"{"code": "BAD", "message": "no m4rker-place for +1 234 567 8901 here", "x": "m4rker"}"#;
    let acts = [
        answer("404 Not Found", "x-request-id: req_1\r\n", body),
        answer("200 OK", "", r#"{"name": 5.5, "x": "m4rker"#),
        answer(
            "302 Found",
            "location: https://other.example/m4rker\r\n",
            "",
        ),
        Act::Close,
    ];
    for act in acts {
        let server = Server::start([act]).await;
        let client = Client::with(patient(&server));
        let error = client.get().await.expect_err("a fault");
        let text = format!("{}\n{:?}", shown(&error), client.0);
        assert!(!text.contains("m4rker"), "{text}");
        assert!(!text.contains("8901"), "{text}");
    }
    // The request itself, a call, and settings with a password in the URL.
    let server = Server::start([ok()]).await;
    let client = Client::new(&server);
    let options = CallOptions {
        headers: vec![("x-mark".to_owned(), "m4rker".to_owned())],
        ..CallOptions::default()
    };
    let bound = client.bind(&GET_THING, options);
    let settings = ClientSettings::default().base_url("https://u:m4rker@host.example");
    let text = format!("{bound:?} {:?} {settings:?}", client.0);
    assert!(!text.contains("m4rker"), "{text}");
    let error = support::core(settings).expect_err("a password in a URL is refused");
    assert!(!format!("{error} {error:?}").contains("m4rker"));
}

#[tokio::test]
async fn a_dropped_call_leaves_the_client_usable() {
    let server = Server::start([Act::Hang, ok()]).await;
    let client = Client::with(patient(&server));
    let dropped = tokio::time::timeout(Duration::from_millis(30), client.get()).await;
    assert!(dropped.is_err(), "it was dropped while it waited");
    client.get().await.expect("the client goes on");
}

#[tokio::test]
async fn calls_can_be_spawned() {
    let server = Server::start([ok()]).await;
    let bound = Client::new(&server).bind(&GET_THING, CallOptions::default());
    let call = tokio::spawn(async move {
        bound
            .get_thing("t1", "p")
            .await
            .map(|thing| thing.into_inner())
    });
    assert_eq!(call.await.expect("it ran").expect("answers").name, "n");
}
