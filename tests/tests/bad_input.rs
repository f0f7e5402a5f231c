//! What a user can get wrong before anything is sent, and that nothing is sent then.

use callslip_core::{BuildError, ErrorKind};
use callslip_tests::examples::example;
use callslip_tests::server::Server;

const MARKER: &str = "m4rker-5ecret";

fn failure<T>(result: Result<T, BuildError>) -> String {
    let Err(error) = result else {
        panic!("the builder accepted what it must refuse");
    };
    let text = format!("{error}");
    let debug = format!("{error:?}");
    assert!(
        !text.contains(MARKER) && !debug.contains(MARKER),
        "a value is shown: {text} / {debug}"
    );
    text
}

#[test]
fn a_credential_that_is_missing_or_unusable_is_named() {
    let builder = || callslip_liner::Client::builder().base_url("https://acme.example");
    insta::assert_snapshot!("no_key", failure(builder().build()));
    insta::assert_snapshot!("empty_key", failure(builder().api_key("").build()));
    for unusable in ["\n", "\r\nX-Injected: 1", "\u{0}", "é"] {
        let text = failure(builder().api_key(format!("{MARKER}{unusable}")).build());
        assert!(
            text.contains("api_key") && text.contains("LINER_API_KEY"),
            "{text}"
        );
    }
    let twenty2 = || callslip_twenty2::Client::builder();
    insta::assert_snapshot!(
        "no_workspace",
        failure(twenty2().credentials("a", "b").build())
    );
    let text = failure(
        twenty2()
            .credentials(format!("a:{MARKER}"), "b")
            .workspace_id("w")
            .build(),
    );
    assert!(text.contains("credentials"), "{text}");
    let text = failure(
        twenty2()
            .credentials("a", "b")
            .workspace_id(format!("{MARKER}\n"))
            .build(),
    );
    assert!(text.contains("workspace_id"), "{text}");
}

#[test]
fn a_base_url_that_cannot_work_is_refused() {
    let liner = |url: &str| {
        failure(
            callslip_liner::Client::builder()
                .base_url(url)
                .api_key(MARKER)
                .build(),
        )
    };
    insta::assert_snapshot!(
        "base_url_missing",
        failure(callslip_liner::Client::builder().api_key(MARKER).build())
    );
    insta::assert_snapshot!("base_url_without_scheme", liner("acme.example"));
    insta::assert_snapshot!("base_url_without_host", liner("https://"));
    insta::assert_snapshot!("base_url_other_scheme", liner("ftp://acme.example"));
    insta::assert_snapshot!("base_url_plain_http", liner("http://acme.example"));
    insta::assert_snapshot!("base_url_query", liner("https://acme.example/?a=b"));
    let text = liner(&format!("https://user:{MARKER}@acme.example"));
    assert!(text.contains("base_url"), "{text}");
}

#[test]
fn plain_http_is_for_loopback_unless_the_user_says_so() {
    for url in [
        "http://127.0.0.1:1",
        "http://localhost:1",
        "http://[::1]:1",
        "http://127.8.9.1",
    ] {
        callslip_liner::Client::builder()
            .base_url(url)
            .api_key("k")
            .build()
            .expect(url);
    }
    for url in [
        "http://localhost.evil.example",
        "http://10.0.0.1",
        "http://127.0.0.1.evil.example",
        "http://0.0.0.0",
    ] {
        failure(
            callslip_liner::Client::builder()
                .base_url(url)
                .api_key("k")
                .build(),
        );
    }
    let allowed = callslip_liner::Client::builder()
        .base_url("http://acme.example")
        .api_key("k");
    allowed
        .allow_insecure_http(true)
        .build()
        .expect("the user said so");
}

/// An id is sent correctly encoded, or refused before sending with a message that names the parameter.
#[tokio::test]
async fn ids_are_encoded_or_refused() {
    let encoded = [
        ("a/b", "a%2Fb"),
        ("a?b", "a%3Fb"),
        ("a#b", "a%23b"),
        ("a b", "a%20b"),
        ("a\r\nb", "a%0D%0Ab"),
        ("é", "%C3%A9"),
        ("a%2e", "a%252e"),
        ("...", "..."),
        ("%2e%2e", "%252e%252e"),
        (";a=b&c", "%3Ba%3Db%26c"),
    ];
    for (id, on_wire) in encoded {
        let server = Server::start("200 OK", example("credira", "get_call")).await;
        let client = callslip_credira::Client::builder()
            .base_url(server.base_url())
            .api_key("k")
            .build()
            .expect("builds");
        client
            .get_call(id)
            .await
            .unwrap_or_else(|error| panic!("{id:?}: {error}"));
        let line = server
            .request()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned();
        let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let sent = path
            .strip_prefix("/calls/")
            .unwrap_or_else(|| panic!("{id:?} reached {path}"));
        // Unreserved characters may be encoded or not: what counts is what the server decodes.
        let plain = |text: &str| {
            text.replace("%3B", ";")
                .replace("%3D", "=")
                .replace("%26", "&")
        };
        assert_eq!(plain(sent), plain(on_wire), "{id:?}");
    }
    let long = "x".repeat(10 * 1024);
    let server = Server::start("200 OK", example("credira", "get_call")).await;
    let client = callslip_credira::Client::builder()
        .base_url(server.base_url())
        .api_key("k")
        .build()
        .expect("builds");
    client
        .get_call(long.as_str())
        .await
        .expect("10 kB are sent");
    assert!(server.request().contains(&long));

    for id in ["", ".", "..", &"é".repeat(40 * 1024)] {
        let server = Server::start("200 OK", example("credira", "get_call")).await;
        let client = callslip_credira::Client::builder()
            .base_url(server.base_url())
            .api_key("k")
            .build()
            .expect("builds");
        let error = client.get_call(id).await.expect_err("it is refused");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        let text = error.to_string();
        assert!(text.contains("`id`") && text.contains("get_call"), "{text}");
        assert!(text.len() < 400, "the value is not in the message");
        assert!(server.requests().is_empty(), "nothing was sent");
    }
}

#[tokio::test]
async fn a_number_outside_its_limits_is_refused() {
    let server = Server::start("200 OK", example("liner", "get_call_record")).await;
    let client = callslip_liner::Client::builder()
        .base_url(server.base_url())
        .api_key("k")
        .build()
        .expect("builds");
    for id in [0, -1, i64::MIN] {
        let error = client.get_call_record(id).await.expect_err("it is refused");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains("`callRecordId`"), "{error}");
    }
    assert!(server.requests().is_empty(), "nothing was sent");
    client.get_call_record(1).await.expect("1 is fine");
    client
        .get_call_record(i64::MAX)
        .await
        .expect("any positive number is fine");
}

#[tokio::test]
async fn an_empty_query_id_is_refused() {
    let server = Server::start("200 OK", example("highlevel", "get_call_log")).await;
    let client = callslip_highlevel::Client::builder()
        .base_url(server.base_url())
        .access_token("t")
        .build();
    let error = client
        .expect("builds")
        .get_call_log("id", "")
        .await
        .expect_err("it is refused");
    assert!(error.to_string().contains("`locationId`"), "{error}");
    assert!(server.requests().is_empty(), "nothing was sent");
}
