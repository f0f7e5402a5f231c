//! What an answer becomes: a value, a provider's error, or an error that keeps the bytes.

use callslip_core::rt::Shape;
use callslip_core::{Error, ErrorKind, ResponseValue};

use crate::acme::{Client, Fault, Thing};
use crate::server::{Answer, Server};

async fn outcome(answer: Answer) -> Result<ResponseValue<Thing>, Error<Fault>> {
    let server = Server::start([answer]).await;
    let (client, _) = Client::of(&server.url());
    client.get_thing("7").await
}

#[tokio::test]
async fn a_value_knows_how_it_came() {
    let body = r#"{"id":"7","seconds":3,"later":true}"#;
    let answer = outcome(Answer::with(200, "x-request-id: r-1\r\n", body))
        .await
        .expect("a value");
    assert_eq!((answer.id.as_str(), answer.seconds), ("7", Some(3)));
    assert_eq!((answer.status().as_u16(), answer.attempts()), (200, 1));
    assert_eq!(
        (answer.request_id(), answer.raw().as_ref()),
        (Some("r-1"), body.as_bytes())
    );
    assert!(answer.repairs().is_empty());
    assert_eq!(
        answer
            .drift()
            .iter()
            .map(|drift| drift.path())
            .collect::<Vec<_>>(),
        ["/later"]
    );
    assert_eq!(answer.into_inner(), Thing::new("7", Some(3)));
}

#[tokio::test]
async fn a_request_id_is_also_read_from_the_body() {
    let answer = outcome(Answer::json(200, r#"{"id":"7","trace":"t-1"}"#))
        .await
        .expect("a value");
    assert_eq!(answer.request_id(), Some("t-1"));
    let error = outcome(Answer::json(404, r#"{"code":"GONE","trace":"t-2"}"#))
        .await
        .expect_err("an error");
    assert_eq!(error.request_id(), Some("t-2"));
}

#[tokio::test]
async fn what_drifted_is_mended_and_told() {
    let answer = outcome(Answer::json(200, r#"{"id":"7","seconds":"many"}"#))
        .await
        .expect("mended");
    assert_eq!((answer.id.as_str(), answer.seconds), ("7", None));
    assert_eq!(
        answer
            .repairs()
            .iter()
            .map(|drift| drift.path())
            .collect::<Vec<_>>(),
        ["/seconds"]
    );
}

#[tokio::test]
async fn a_body_that_is_no_value_keeps_its_bytes() {
    for body in [
        "<html>m4rker</html>",
        "",
        "NaN",
        "[1]",
        "\u{feff}m4rker",
        &"[".repeat(100_000),
    ] {
        let error = outcome(Answer::json(200, body)).await.expect_err(body);
        assert_eq!(
            (error.kind(), error.json_path()),
            (ErrorKind::Decode, Some("")),
            "{error}"
        );
        assert_eq!(error.raw_body().map(AsRef::as_ref), Some(body.as_bytes()));
        assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
        assert!(
            !error.is_retryable() && !format!("{error} {error:?}").contains("m4rker"),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn a_documented_error_is_typed() {
    let answer = Answer::with(
        404,
        "x-request-id: req_123\r\n",
        r#"{"code":"NOT_FOUND","message":"Call not found"}"#,
    );
    let error = outcome(answer).await.expect_err("an error");
    assert_eq!(
        error.to_string(),
        r#"acme get_thing: 404 NOT_FOUND "Call not found" (request req_123, attempt 1)"#
    );
    assert_eq!(
        (error.kind(), error.operation()),
        (ErrorKind::Api, "get_thing")
    );
    assert_eq!(
        error.api_error().map(|fault| fault.code.as_str()),
        Some("NOT_FOUND")
    );
    assert_eq!(
        (error.provider_code(), error.provider_message()),
        (Some("NOT_FOUND"), Some("Call not found"))
    );
    assert_eq!(
        error.headers().get("x-request-id").map(|id| id.as_bytes()),
        Some(b"req_123".as_slice())
    );
    assert!(
        error.raw_body().is_some()
            && !error.is_retryable()
            && !error.is_timeout()
            && !error.is_connect()
    );
    assert_eq!(
        error.into_api_error().map(|fault| fault.message),
        Some(Some("Call not found".to_owned()))
    );
}

#[tokio::test]
async fn an_html_page_for_an_error_keeps_status_and_bytes() {
    // 502 is documented, 500 is not.
    for status in [502, 500] {
        let page = "<html><body>Bad Gateway m4rker</body></html>";
        let error = outcome(Answer::with(status, "content-type: text/html\r\n", page))
            .await
            .expect_err("an error");
        assert_eq!(
            (error.kind(), error.status().map(|found| found.as_u16())),
            (ErrorKind::UnexpectedStatus, Some(status))
        );
        assert_eq!(error.raw_body().map(AsRef::as_ref), Some(page.as_bytes()));
        assert!(error.api_error().is_none() && error.to_string().contains(&status.to_string()));
        assert!(
            !format!("{error} {error:?}").contains("m4rker"),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn an_undocumented_status_still_shows_the_provider_s_message() {
    let error = outcome(Answer::json(
        500,
        r#"{"code":"OOPS","message":"Try later"}"#,
    ))
    .await
    .expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::UnexpectedStatus);
    assert!(
        error.to_string().contains(r#"500 OOPS "Try later""#),
        "{error}"
    );
}

#[tokio::test]
async fn a_success_flag_that_is_false_is_an_error() {
    for body in [
        r#"{"success":false,"code":"NO","message":"not so"}"#,
        "{\"code\":\"NO\", \"message\":\"not so\", \"success\" :\n false}",
        r#"{"id":"7","\u0073uccess":false,"code":"NO","message":"not so"}"#,
    ] {
        let error = outcome(Answer::json(200, body)).await.expect_err(body);
        assert_eq!(
            (error.kind(), error.status().map(|status| status.as_u16())),
            (ErrorKind::Api, Some(200)),
            "{body}"
        );
        assert_eq!(
            error.api_error().map(|fault| fault.code.as_str()),
            Some("NO"),
            "{body}"
        );
        assert!(error.to_string().contains(r#"200 NO "not so""#), "{error}");
    }
    for body in [
        r#"{"success":true,"id":"7"}"#,
        r#"{"id":"7","success":true}"#,
        r#"{"id":"7","success":null}"#,
        r#"{"id":"7"}"#,
        r#"{"id":"\"success\":false"}"#,
        r#"{"id":"7","inner":{"success":false}}"#,
        r#"{"id":"success","success":"perhaps"}"#,
    ] {
        outcome(Answer::json(200, body)).await.expect(body);
    }
}

#[tokio::test]
async fn an_answer_without_a_body_is_one() {
    let server = Server::start([Answer::raw(
        "HTTP/1.1 204 No Content\r\nx-request-id: r-1\r\n\r\n",
    )])
    .await;
    let (client, _) = Client::of(&server.url());
    let answer = client.drop_thing("7").await.expect("no content");
    assert_eq!(
        (
            answer.status().as_u16(),
            answer.request_id(),
            answer.raw().len()
        ),
        (204, Some("r-1"), 0)
    );
}

#[test]
fn answers_and_errors_can_be_made_for_tests() {
    let answer = ResponseValue::for_test(Thing::new("7", None), r#"{"id":"7"}"#);
    assert_eq!(
        (
            answer.id.as_str(),
            answer.status().as_u16(),
            answer.drift().len()
        ),
        ("7", 200, 0)
    );
    let error = Error::for_test(
        404,
        serde_json::from_str::<Fault>(r#"{"code": "GONE"}"#).ok(),
    );
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 1));
    assert!(matches!(&Shape::Any, Shape::Any) && size_of::<Error<Fault>>() <= 16);
}
