//! A mock of what was made of somebody's own spec: here of one that the crate has, too, to tell the two apart by nothing else.

use callslip_mock::{Mock, MockError, Provider};

const MADE: &str = include_str!("../src/embedded/credira.json");

/// The body of an answer, in which links lead to the mock that gave it.
async fn body(mock: &Mock) -> String {
    let http = callslip_core::http_client_builder().expect("TLS");
    let http = http.no_proxy().build().expect("a client");
    let call = http.get(format!("{mock}/calls/call_123456789"));
    let answer = call.bearer_auth("any").send().await.expect("it answers");
    assert_eq!(answer.status(), 200);
    let body = answer.text().await.expect("a body");
    let origin: Vec<&str> = mock.base_url().split('/').take(3).collect();
    body.replace(&origin.join("/"), "")
}

#[tokio::test]
async fn it_answers_like_one_of_ours() {
    let own = Mock::of_spec(MADE).start().await.expect("it starts");
    let ours = Mock::start(Provider::Credira).await.expect("it starts");
    assert_eq!(
        (own.provider(), ours.provider()),
        (None, Some(Provider::Credira))
    );
    assert_eq!(body(&own).await, body(&ours).await);
    let lists = Mock::of_spec(MADE).calls(5).start().await;
    let lists = lists.expect("it starts");
    assert_eq!(lists.records("list_calls").ok().flatten(), Some(5));
}

#[tokio::test]
async fn what_was_not_made_for_a_mock_is_refused() {
    for text in ["", "[]", "openapi: 3.0.3\n", "{\"openapi\": \"3.0.3\"}"] {
        let error = Mock::of_spec(text).start().await.err();
        let Some(MockError::Spec { what }) = error else {
            panic!("{text}: {error:?}");
        };
        assert!(
            what.ends_with("give what callslip-codegen makes for a mock"),
            "{what}"
        );
    }
    let shown = format!("{:?}", Mock::of_spec(MADE));
    assert!(shown.contains("a spec") && shown.len() < 600, "{shown}");
}
