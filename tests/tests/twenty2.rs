//! Twenty2: the list of calls, and starting one. What holds for every provider is tested elsewhere.

use std::time::Duration;

use callslip_core::{ErrorKind, RetryPolicy};
use callslip_mock::{Mock, Provider};
use callslip_tests::damage::{Subject, damage, outcome};
use callslip_tests::examples::example;
use callslip_tests::server::Server;
use callslip_tests::typed::round_trip;
use callslip_tests::wire::sent;
use callslip_twenty2::Client;
use callslip_twenty2::requests::{ListCalls, TriggerOutboundCall};
use callslip_twenty2::types::{
    CallListResponse, CallStatus, TriggerOutboundCallBody, TriggeredCall,
};
use proptest::prelude::*;
use serde_json::{Value, json};

async fn serving(name: &str) -> (Server, Client) {
    answering("200 OK", &example("twenty2", name)).await
}

async fn answering(status: &str, body: &str) -> (Server, Client) {
    let server = Server::start(status, body).await;
    let client = Client::builder()
        .base_url(format!("{}/api", server.base_url()))
        .credentials("marker-key", "marker-secret")
        .workspace_id("w1")
        .build()
        .expect("builds");
    (server, client)
}

/// The document's sample request.
fn sample() -> TriggerOutboundCallBody {
    let parameters = json!({ "agentName": "Rohit" });
    TriggerOutboundCallBody::new("69de483c68b23495c853b43a", "9999999999", "9999999999")
        .input_parameters(parameters.as_object().expect("an object").clone())
}

#[tokio::test]
async fn list_calls() {
    let (server, client) = serving("list_calls").await;
    client.list_calls().await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let typed: CallListResponse = round_trip("twenty2", "list_calls");
    insta::assert_debug_snapshot!("list_calls_typed", typed);
}

#[tokio::test]
async fn trigger_outbound_call() {
    let (server, client) = serving("trigger_outbound_call").await;
    let call = client.trigger_outbound_call(sample());
    assert!(!format!("{call:?} {:?}", sample()).contains("9999999999"));
    call.await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let body: Value = serde_json::from_str(&server.bodies()[0]).expect("JSON");
    let wanted: Value =
        serde_json::from_str(&example("twenty2", "trigger_outbound_call.request")).expect("JSON");
    assert_eq!(body, wanted, "it is the document's sample");
    let typed: TriggeredCall = round_trip("twenty2", "trigger_outbound_call");
    assert_eq!(typed.status, Some(CallStatus::Initiated));
    insta::assert_debug_snapshot!("trigger_outbound_call_typed", typed);
    let _: TriggerOutboundCallBody = round_trip("twenty2", "trigger_outbound_call.request");
}

#[tokio::test]
async fn what_is_left_alone_is_not_sent() {
    let (server, client) = serving("trigger_outbound_call").await;
    let body = TriggerOutboundCallBody::new("a", "1", "2");
    client.trigger_outbound_call(body).await.expect("decodes");
    assert_eq!(
        server.bodies(),
        [r#"{"agent_id":"a","callee_phone":"1","caller_phone":"2"}"#]
    );
}

/// Which status says that a call is in the queue is not documented, only that it is a 2XX.
#[tokio::test]
async fn any_2xx_is_success() {
    for status in ["200 OK", "201 Created", "202 Accepted", "299 Else"] {
        let (_server, client) =
            answering(status, &example("twenty2", "trigger_outbound_call")).await;
        let answer = client.trigger_outbound_call(sample()).await;
        let answer = answer.unwrap_or_else(|error| panic!("{status}: {error}"));
        assert_eq!(answer.call_id, "call_9c4d7e12ab");
    }
}

/// A call that was started is not started again, however the service stumbled; a list is fetched again.
#[tokio::test]
async fn a_call_is_started_once() {
    let policy = RetryPolicy::default()
        .max_attempts(3)
        .base_delay(Duration::ZERO);
    for status in ["503 Service Unavailable", "429 Too Many Requests"] {
        let (server, client) = answering(status, &example("twenty2", "error-429-rate-limit")).await;
        let call = client.trigger_outbound_call(sample());
        let error = call.retry(policy).await.expect_err("it failed");
        assert_eq!((error.attempts(), server.requests().len()), (1, 1));
        let error = client.list_calls().retry(policy).await;
        let error = error.expect_err("it failed");
        assert_eq!((error.attempts(), server.requests().len()), (3, 4));
    }
}

#[tokio::test]
async fn errors_are_typed() {
    let (_server, client) = answering(
        "422 Unprocessable Content",
        &example("twenty2", "error-422-validation"),
    )
    .await;
    let error = client
        .trigger_outbound_call(sample())
        .await
        .expect_err("it is refused");
    let body = error.api_error().expect("a typed body");
    assert_eq!(
        json!(body.validation_errors),
        json!({ "caller_phone": ["Required"] })
    );
    assert_eq!(error.provider_message(), Some("Validation errors"));
    // The earlier shape, whose code says which of the parameters it is.
    let (_server, client) = answering(
        "400 Bad Request",
        &example("twenty2", "error-400-invalid-assistant"),
    )
    .await;
    let error = client
        .trigger_outbound_call(sample())
        .await
        .expect_err("it is refused");
    assert_eq!(error.provider_code(), Some("INVALID_ASSISTANT"));
    let (_server, client) = answering(
        "401 Unauthorized",
        &example("twenty2", "error-401-unauthorized"),
    )
    .await;
    let error = client.list_calls().await.expect_err("it is refused");
    assert_eq!(
        (error.kind(), error.operation()),
        (ErrorKind::Api, "list_calls")
    );
    let body = error.api_error().expect("a typed body");
    assert_eq!((body.success, body.status_code), (Some(false), Some(401)));
}

/// The list has no pages: one request, and what it brought is all there is.
#[tokio::test]
async fn the_list_is_read_by_one_request() {
    let (server, client) = serving("list_calls").await;
    let mut calls = client.list_calls().stream();
    let call = calls.try_next().await.expect("answers").expect("a call");
    assert_eq!(call.call_id, "call_9c4d7e12ab");
    assert_eq!(calls.try_next().await.expect("ends"), None);
    assert_eq!(server.requests().len(), 1);
    assert!(calls.summary().is_complete(), "{}", calls.summary());
}

/// The mock answers every operation from its example.
#[tokio::test]
async fn the_mock_serves_it() {
    let mock = Mock::start(Provider::Twenty2).await.expect("starts");
    let client = Client::builder()
        .base_url(mock.base_url())
        .credentials("k", "s")
        .workspace_id("w")
        .build();
    let client = client.expect("builds");
    let calls = client.list_calls().await.expect("answered");
    assert_eq!(calls.calls.len(), 300);
    let started = client
        .trigger_outbound_call(sample())
        .await
        .expect("answered");
    assert_eq!(started.status, Some(CallStatus::Initiated));
    let call = client.get_call_detail(&started.call_id).await;
    assert_eq!(call.expect("it is there").call.call_id, started.call_id);
}

fn subjects() -> Vec<Subject> {
    vec![
        Subject {
            needed: &["/calls"],
            checked: &[
                "/calls/*/status",
                "/calls/*/direction",
                "/calls/*/started_at",
                "/calls/*/ended_at",
            ],
            vital: &["/calls"],
            ..Subject::new("twenty2", "list_calls", |body| {
                outcome(ListCalls::read(body))
            })
        },
        Subject {
            needed: &[],
            checked: &["/status"],
            vital: &["/call_id"],
            ..Subject::new("twenty2", "trigger_outbound_call", |body| {
                outcome(TriggerOutboundCall::read(body))
            })
        },
    ]
}

proptest! {
    #[test]
    fn damages_are_survived_and_told(subject in 0..2_usize, damages in prop::collection::vec(damage(), 1..4)) {
        subjects().swap_remove(subject).survives(&damages)?;
    }
}

#[test]
fn the_undamaged_examples_need_no_repair() {
    subjects().iter().for_each(Subject::assert_sound);
}
