//! Credira: lists of calls and callouts, starting a call, changing and deleting a callout, its outcome. What holds for every
//! provider is tested elsewhere.

use std::time::Duration;

use callslip_core::{ErrorKind, RetryPolicy};
use callslip_credira::Client;
use callslip_credira::requests::{
    CreateCall, DeleteCallout, GetCalloutResponse, ListCallouts, ListCalls, UpdateCallout,
};
use callslip_credira::types::{
    CallListResponse, CallPurpose, CalloutActions, CalloutListResponse, CalloutOutcomeResponse,
    CalloutPriority, ContactAttempt, CreateCallBody, CreatedCallResponse, DeletedCalloutResponse,
    TargetContact, UpdateCalloutBody, UpdatedCalloutResponse,
};
use callslip_mock::{Mock, Provider};
use callslip_tests::damage::{Subject, damage, outcome};
use callslip_tests::examples::example;
use callslip_tests::server::Server;
use callslip_tests::typed::round_trip;
use callslip_tests::wire::sent;
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

async fn serving(name: &str) -> (Server, Client) {
    answering("200 OK", &example("credira", name)).await
}

async fn answering(status: &str, body: &str) -> (Server, Client) {
    let server = Server::start(status, body).await;
    let client = Client::builder()
        .base_url(format!("{}/v1", server.base_url()))
        .api_key("marker-key")
        .build()
        .expect("builds");
    (server, client)
}

fn parsed(name: &str) -> Value {
    serde_json::from_str(&example("credira", name)).expect("JSON")
}

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        other => panic!("{other} is no object"),
    }
}

/// The document's sample request.
fn new_call() -> CreateCallBody {
    CreateCallBody::new("+1234567890", "inv_987654321", "agent_456789123")
        .call_purpose(CallPurpose::PaymentReminder)
        .customer_name("John Doe")
        .scheduled_time(time("2024-01-15T14:30:00Z"))
        .metadata(map(
            json!({ "campaign_id": "camp_123", "department": "billing", "priority": "high" }),
        ))
}

/// The document's sample request.
fn change() -> UpdateCalloutBody {
    UpdateCalloutBody::new()
        .scheduled_time(time("2024-01-25T14:00:00Z"))
        .actions(
            CalloutActions::new()
                .calls_enabled(true)
                .emails_enabled(true)
                .voice_agent_id("agent_789123456"),
        )
        .priority(CalloutPriority::High)
        .target_contact(
            TargetContact::new()
                .name("Jane Smith")
                .email("jane.smith@example.com")
                .phone("+1987654321"),
        )
        .metadata(map(json!({
            "campaign_id": "camp_456",
            "department": "sales",
            "notes": "Updated contact information"
        })))
}

fn time(text: &str) -> DateTime<Utc> {
    serde_json::from_value(json!(text)).expect("a time")
}

#[tokio::test]
async fn list_calls() {
    let (server, client) = serving("list_calls").await;
    client.list_calls("inv 1&2").await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let typed: CallListResponse = round_trip("credira", "list_calls");
    insta::assert_debug_snapshot!("list_calls_typed", typed);
}

#[tokio::test]
async fn create_call() {
    let (server, client) = serving("create_call").await;
    let call = client.create_call(new_call());
    let shown = format!("{call:?} {:?}", new_call());
    for hidden in ["1234567890", "John", "camp_123"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
    call.await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let body: Value = serde_json::from_str(&server.bodies()[0]).expect("JSON");
    assert_eq!(
        body,
        parsed("create_call.request"),
        "it is the document's sample"
    );
    let _: CreateCallBody = round_trip("credira", "create_call.request");
    let typed: CreatedCallResponse = round_trip("credira", "create_call");
    insta::assert_debug_snapshot!("create_call_typed", typed);
}

#[tokio::test]
async fn list_callouts() {
    let (server, client) = serving("list_callouts").await;
    client
        .list_callouts("inv_987654321")
        .await
        .expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let typed: CalloutListResponse = round_trip("credira", "list_callouts");
    insta::assert_debug_snapshot!("list_callouts_typed", typed);
}

#[tokio::test]
async fn update_callout() {
    let (server, client) = serving("update_callout").await;
    let call = client.update_callout("callout_123456789", change());
    let shown = format!("{call:?} {:?}", change());
    for hidden in ["Jane", "jane.smith", "1987654321", "camp_456"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
    call.await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let body: Value = serde_json::from_str(&server.bodies()[0]).expect("JSON");
    assert_eq!(
        body,
        parsed("update_callout.request"),
        "it is the document's sample"
    );
    let _: UpdateCalloutBody = round_trip("credira", "update_callout.request");
    let typed: UpdatedCalloutResponse = round_trip("credira", "update_callout");
    insta::assert_debug_snapshot!("update_callout_typed", typed);
}

#[tokio::test]
async fn delete_callout() {
    let (server, client) = serving("delete_callout").await;
    client.delete_callout("callout/1").await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let typed: DeletedCalloutResponse = round_trip("credira", "delete_callout");
    insta::assert_debug_snapshot!("delete_callout_typed", typed);
}

#[tokio::test]
async fn get_callout_response() {
    let (server, client) = serving("get_callout_response").await;
    let call = client.get_callout_response("callout_123456789");
    call.await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let typed: CalloutOutcomeResponse = round_trip("credira", "get_callout_response");
    insta::assert_debug_snapshot!("get_callout_response_typed", typed);
}

#[tokio::test]
async fn what_is_left_alone_is_not_sent() {
    let (server, client) = serving("update_callout").await;
    let change = UpdateCalloutBody::new().priority(CalloutPriority::Urgent);
    client.update_callout("c", change).await.expect("decodes");
    assert_eq!(server.bodies(), [r#"{"priority":"urgent"}"#]);
    let (server, client) = serving("create_call").await;
    let call = CreateCallBody::new("+1", "i", "a");
    client.create_call(call).await.expect("decodes");
    assert_eq!(
        server.bodies(),
        [r#"{"phone_number":"+1","invoice_id":"i","voice_agent_id":"a"}"#]
    );
    // A purpose that the document does not name can be sent, too.
    let (server, client) = serving("create_call").await;
    let call = CreateCallBody::new("+1", "i", "a").call_purpose(CallPurpose::Unknown("new".into()));
    client.create_call(call).await.expect("decodes");
    assert!(server.bodies()[0].contains(r#""call_purpose":"new""#));
}

/// The ways in which the service says that an invoice has no calls: `false` as `data` or as the whole body, and a list without
/// entries. A list that is missing, or null, is none.
#[test]
fn no_calls_are_an_empty_list() {
    let meta =
        json!({ "timestamp": "2024-01-15T10:30:00Z", "request_id": "req_1", "total_calls": 0 });
    for body in [
        json!({ "success": true, "meta": meta }),
        json!({ "success": true, "data": null, "meta": meta }),
    ] {
        let error = ListCalls::read(body.to_string()).expect_err("no list");
        assert_eq!(
            (error.kind(), error.json_path()),
            (ErrorKind::Decode, Some("/data"))
        );
    }
    for body in [
        json!({ "success": true, "data": [], "meta": meta }),
        json!({ "success": true, "data": false, "meta": meta }),
        json!(false),
    ] {
        let answer =
            ListCalls::read(body.to_string()).unwrap_or_else(|error| panic!("{body}: {error}"));
        assert!(answer.data.is_empty(), "{body}");
        assert!(
            answer.repairs().is_empty(),
            "{body}: {:?}",
            answer.repairs()
        );
        assert!(answer.drift().is_empty(), "{body}: {:?}", answer.drift());
    }
    // Anything else in its place is none.
    for data in [json!(true), json!("none"), json!(0)] {
        let body = json!({ "success": true, "data": data, "meta": meta });
        let error = ListCalls::read(body.to_string()).expect_err("no list");
        assert_eq!(error.json_path(), Some("/data"), "{body}");
    }
    // Callouts are documented to come as an empty list, so `false` is none there.
    let body = json!({ "success": true, "data": false, "meta": {} });
    let error = ListCallouts::read(body.to_string()).expect_err("no list");
    assert_eq!(error.json_path(), Some("/data"));
}

/// The same over the wire: an answer is an answer, not a failure.
#[tokio::test]
async fn a_bare_false_is_no_failure() {
    let (_server, client) = answering("200 OK", "false").await;
    let answer = client.list_calls("inv_1").await.expect("no calls");
    assert!(answer.data.is_empty() && answer.meta.is_none());
    assert_eq!(&answer.raw()[..], b"false");
    // Elsewhere it is one.
    let error = client.get_call("call_1").await.expect_err("no call");
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[test]
fn an_attempt_of_a_new_kind_is_kept() {
    let mut body = parsed("get_callout_response");
    let responses = body["data"]["responses"].as_array_mut().expect("a list");
    let letter = json!({ "attempt_id": "attempt_003", "type": "letter", "stamp": "green" });
    responses.push(letter.clone());
    let answer = GetCalloutResponse::read(body.to_string()).expect("reads");
    assert!(answer.repairs().is_empty(), "{:?}", answer.repairs());
    match answer.data.responses.as_slice() {
        [
            ContactAttempt::Call(call),
            ContactAttempt::Email(email),
            ContactAttempt::Unknown(other),
        ] => {
            assert_eq!(call.duration, Some(180.0));
            assert_eq!(email.template_id.as_deref(), Some("template_789123456"));
            assert_eq!(other.tag(), Some("letter"));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(answer.data.responses[2].attempt_id(), Some("attempt_003"));
    let again = serde_json::to_value(&*answer).expect("written");
    assert_eq!(again["data"]["responses"][2], letter);
}

/// Which status a change answers with is not documented.
#[tokio::test]
async fn any_2xx_is_success() {
    for status in ["200 OK", "201 Created", "202 Accepted"] {
        let (_server, client) = answering(status, &example("credira", "create_call")).await;
        let answer = client.create_call(new_call()).await;
        let answer = answer.unwrap_or_else(|error| panic!("{status}: {error}"));
        assert_eq!(answer.data.id, "call_123456789");
        let (_server, client) = answering(status, &example("credira", "update_callout")).await;
        client.update_callout("c", change()).await.expect(status);
        let (_server, client) = answering(status, &example("credira", "delete_callout")).await;
        client.delete_callout("c").await.expect(status);
    }
}

/// A call is started once, however the service stumbles; what is the same done twice is done again.
#[tokio::test]
async fn only_what_may_be_is_repeated() {
    let policy = RetryPolicy::default()
        .max_attempts(2)
        .base_delay(Duration::ZERO);
    let body = example("credira", "error-429-too-many-calls");
    let (server, client) = answering("429 Too Many Requests", &body).await;
    let attempts = [
        client.create_call(new_call()).retry(policy).await.map(drop),
        client
            .update_callout("c", change())
            .retry(policy)
            .await
            .map(drop),
        client.delete_callout("c").retry(policy).await.map(drop),
        client.list_calls("i").retry(policy).await.map(drop),
        client.list_callouts("i").retry(policy).await.map(drop),
        client
            .get_callout_response("c")
            .retry(policy)
            .await
            .map(drop),
    ]
    .map(|ended| ended.expect_err("it failed").attempts());
    assert_eq!(attempts, [1, 2, 2, 2, 2, 2]);
    assert_eq!(server.requests().len(), 11);
    assert_eq!(server.bodies()[1], server.bodies()[2], "the same change");
}

macro_rules! refused {
    ($($status:literal $body:literal |$client:ident| $call:expr => $code:literal $message:literal),+ $(,)?) => {$({
        let (_server, $client) = answering($status, &example("credira", $body)).await;
        let error = $call.await.expect_err("it is refused");
        assert_eq!(error.kind(), ErrorKind::Api);
        let detail = error.api_error().and_then(|body| body.error.clone()).expect("a typed body");
        assert_eq!(detail.code.as_ref().map(|code| code.as_str()), Some($code));
        assert_eq!(error.provider_message(), Some($message));
        assert_eq!(error.request_id(), Some("req_123456789"));
    })+};
}

#[tokio::test]
async fn errors_are_typed() {
    refused! {
        "400 Bad Request" "error-400-missing-invoice-id" |client| client.list_calls("i")
            => "INVALID_REQUEST" "Missing required parameter: invoice_id",
        "404 Not Found" "error-404-invoice-not-found" |client| client.list_callouts("i")
            => "NOT_FOUND" "Invoice not found",
        "422 Unprocessable Content" "error-422-validation" |client| client.create_call(new_call())
            => "VALIDATION_ERROR" "Invalid phone number format",
        "400 Bad Request" "error-400-invalid-data" |client| client.update_callout("c", change())
            => "INVALID_REQUEST" "Invalid request data",
        "400 Bad Request" "error-400-invalid-callout-id" |client| client.delete_callout("c")
            => "INVALID_REQUEST" "Invalid callout ID format",
        "404 Not Found" "error-404-callout-not-found" |client| client.get_callout_response("c")
            => "NOT_FOUND" "Callout not found",
    }
}

#[tokio::test]
async fn an_empty_id_is_refused_and_one_of_a_letter_is_not() {
    let (server, client) = serving("list_calls").await;
    let refused = [
        client.list_calls("").await.map(drop),
        client.list_callouts("").await.map(drop),
        client.update_callout("", change()).await.map(drop),
        client.update_callout("..", change()).await.map(drop),
        client.delete_callout("").await.map(drop),
        client.delete_callout(".").await.map(drop),
        client.get_callout_response("").await.map(drop),
    ];
    for refused in refused {
        let error = refused.expect_err("it is refused");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        let text = error.to_string();
        assert!(
            text.contains("`id`") || text.contains("`invoice_id`"),
            "{text}"
        );
    }
    assert!(server.requests().is_empty(), "nothing was sent");
    client.list_calls("i").await.expect("one letter is fine");
}

/// Lists have no pages: one request, and none is missing where `false` says that there are none.
#[tokio::test]
async fn a_list_is_read_by_one_request() {
    for (body, count) in [
        (example("credira", "list_calls"), 1),
        ("false".to_owned(), 0),
    ] {
        let (server, client) = answering("200 OK", &body).await;
        let mut calls = client.list_calls("i").stream();
        let mut delivered = 0;
        while calls.try_next().await.expect("answers").is_some() {
            delivered += 1;
        }
        assert_eq!((delivered, server.requests().len()), (count, 1));
        assert!(calls.summary().is_complete(), "{}", calls.summary());
    }
    let (server, client) = serving("list_callouts").await;
    let mut callouts = client.list_callouts("i").stream();
    let callout = callouts.try_next().await.expect("answers");
    assert_eq!(
        callout.map(|callout| callout.id.clone()).as_deref(),
        Some("callout_123456789")
    );
    assert!(callouts.try_next().await.expect("ends").is_none());
    assert_eq!(server.requests().len(), 1);
}

/// The mock answers every operation from its example, and knows what is not there.
#[tokio::test]
async fn the_mock_serves_it() {
    let mock = Mock::start(Provider::Credira).await.expect("starts");
    let client = Client::builder()
        .base_url(mock.base_url())
        .api_key("k")
        .build();
    let client = client.expect("builds");
    let calls = client.list_calls("i").await.expect("answered");
    assert!(
        calls.data.len() == 300
            && calls
                .data
                .iter()
                .all(|call| call.invoice_id.as_deref() == Some("i"))
    );
    let callouts = client.list_callouts("i").await.expect("answered");
    assert_eq!(callouts.data.len(), 300);
    let created = client.create_call(new_call()).await.expect("answered");
    let read = client
        .get_call(&created.data.id)
        .await
        .expect("it is there");
    assert_eq!(read.data.id, created.data.id);
    let callout = "callout_123456789";
    let outcome = client
        .get_callout_response(callout)
        .await
        .expect("answered");
    assert_eq!(outcome.data.responses.len(), 2);
    client
        .update_callout(callout, change())
        .await
        .expect("answered");
    let deleted = client.delete_callout(callout).await.expect("answered");
    assert_eq!(deleted.data.deleted, Some(true));
    for error in [
        client.get_callout_response(callout).await.map(drop),
        client.list_calls("missing").await.map(drop),
        client.delete_callout("missing").await.map(drop),
        client.get_callout_response("missing").await.map(drop),
    ] {
        let error = error.expect_err("it is not there");
        assert_eq!(error.provider_code(), Some("NOT_FOUND"));
    }
}

fn subjects() -> Vec<Subject> {
    vec![
        Subject {
            checked: &["/data/*/status", "/data/*/created_time", "/meta/timestamp"],
            vital: &["/data"],
            ..Subject::new("credira", "list_calls", |body| {
                outcome(ListCalls::read(body))
            })
        },
        Subject {
            needed: &["/data", "/meta"],
            free: &["/data/metadata/"],
            checked: &[
                "/data/status",
                "/data/call_purpose",
                "/data/call_priority",
                "/data/scheduled_time",
                "/data/created_time",
                "/meta/timestamp",
            ],
            vital: &["/data", "/data/id"],
            ..Subject::new("credira", "create_call", |body| {
                outcome(CreateCall::read(body))
            })
        },
        Subject {
            needed: &["/data", "/meta"],
            free: &["/data/0/metadata/"],
            checked: &[
                "/data/*/status",
                "/data/*/type",
                "/data/*/priority",
                "/data/*/scheduled_time",
                "/data/*/created_time",
                "/data/*/updated_time",
                "/meta/timestamp",
            ],
            vital: &["/data"],
            ..Subject::new("credira", "list_callouts", |body| {
                outcome(ListCallouts::read(body))
            })
        },
        Subject {
            needed: &["/data", "/meta"],
            free: &["/data/metadata/"],
            checked: &[
                "/data/status",
                "/data/type",
                "/data/priority",
                "/data/scheduled_time",
                "/data/created_time",
                "/data/updated_time",
                "/meta/timestamp",
            ],
            vital: &["/data", "/data/id"],
            ..Subject::new("credira", "update_callout", |body| {
                outcome(UpdateCallout::read(body))
            })
        },
        Subject {
            needed: &["/data", "/meta"],
            checked: &["/data/deleted_time", "/meta/timestamp"],
            vital: &["/data", "/data/id"],
            ..Subject::new("credira", "delete_callout", |body| {
                outcome(DeleteCallout::read(body))
            })
        },
        Subject {
            needed: &["/data", "/meta", "/data/responses/*/type"],
            checked: &[
                "/data/status",
                "/data/responses/*/type",
                "/data/responses/*/status",
                "/data/responses/*/timestamp",
                "/data/responses/*/opened_time",
                "/data/responses/*/clicked_time",
                "/data/analytics/sentiment_analysis",
                "/data/analytics/customer_engagement",
                "/data/created_time",
                "/data/completed_time",
                "/meta/timestamp",
            ],
            tags: &["/data/responses/*/type"],
            vital: &["/data", "/data/callout_id"],
            ..Subject::new("credira", "get_callout_response", |body| {
                outcome(GetCalloutResponse::read(body))
            })
        },
    ]
}

proptest! {
    #[test]
    fn damages_are_survived_and_told(subject in 0..6_usize, damages in prop::collection::vec(damage(), 1..4)) {
        subjects().swap_remove(subject).survives(&damages)?;
    }
}

#[test]
fn the_undamaged_examples_need_no_repair() {
    subjects().iter().for_each(Subject::assert_sound);
}
