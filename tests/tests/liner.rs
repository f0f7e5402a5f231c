//! Liner: calls, call statuses and lists of call recordings. What holds for every provider is tested elsewhere.

use callslip_core::{DriftKind, ErrorKind};
use callslip_liner::Client;
use callslip_liner::requests::{GetCall, ListCallRecords, ListCallStatuses, ListCalls};
use callslip_liner::types::{
    AgentCallAvailability, CallDirection, CallListResponse, CallRecordListResponse, CallResponse,
    CallStatusListResponse, FinishInitiator,
};
use callslip_mock::{Mock, Provider};
use callslip_tests::damage::{Subject, damage, outcome};
use callslip_tests::examples::example;
use callslip_tests::routed::{Reply, Routed};
use callslip_tests::server::Server;
use callslip_tests::typed::round_trip;
use callslip_tests::wire::sent;
use proptest::prelude::*;
use serde_json::{Value, json};

async fn serving(name: &str) -> (Server, Client) {
    answering("200 OK", &example("liner", name)).await
}

async fn answering(status: &str, body: &str) -> (Server, Client) {
    let server = Server::start(status, body).await;
    let client = Client::builder()
        .base_url(server.base_url())
        .api_key("marker-key")
        .build()
        .expect("builds");
    (server, client)
}

#[tokio::test]
async fn list_call_records() {
    let (server, client) = serving("list_call_records").await;
    let call = client.list_call_records().call_id(123).is_amd(true);
    let answer = call.offset(50).limit(100).await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    assert!(answer.repairs().is_empty() && answer.drift().is_empty());
    insta::assert_debug_snapshot!("list_call_records_typed", *answer);
}

#[tokio::test]
async fn list_calls() {
    let (server, client) = serving("list_calls").await;
    let call = client
        .list_calls()
        .created_since("2023-01-01T00:00:00Z".parse().expect("a time"))
        .created_until("2023-01-31T23:59:59Z".parse().expect("a time"))
        .lead_ids([1, 2])
        .order_ids([3])
        .user_ids([4, 5])
        .status_ids([6]);
    call.offset(0).limit(50).await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let typed: CallListResponse = round_trip("liner", "list_calls");
    insta::assert_debug_snapshot!("list_calls_typed", typed);
}

#[tokio::test]
async fn get_call() {
    let (server, client) = serving("get_call").await;
    client.get_call(123).await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let typed: CallResponse = round_trip("liner", "get_call");
    assert_eq!(
        (typed.data.finish_initiator, typed.data.direction),
        (Some(FinishInitiator::Client), Some(CallDirection::Outgoing))
    );
    insta::assert_debug_snapshot!(
        "get_call_typed",
        round_trip::<CallResponse>("liner", "get_call")
    );
}

#[tokio::test]
async fn list_call_statuses() {
    let (server, client) = serving("list_call_statuses").await;
    client.list_call_statuses().await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let typed: CallStatusListResponse = round_trip("liner", "list_call_statuses");
    assert_eq!(
        typed.data[0].agent_call_availability,
        Some(AgentCallAvailability::Always)
    );
    insta::assert_debug_snapshot!("list_call_statuses_typed", typed);
}

/// What a list needs besides its parameters is nothing: left alone, they are not sent.
#[tokio::test]
async fn parameters_that_are_left_alone_are_not_sent() {
    let (server, client) = serving("list_call_records").await;
    client.list_call_records().await.expect("decodes");
    let line = server.request();
    assert!(line.starts_with("GET /v2/call-record/ HTTP/1.1"), "{line}");
    let (server, client) = serving("list_call_records").await;
    client
        .list_call_records()
        .is_amd(false)
        .await
        .expect("decodes");
    let line = server.request();
    assert!(
        line.starts_with("GET /v2/call-record/?isAmd=0 HTTP/1.1"),
        "{line}"
    );
}

/// The document shows its list in two versions. Both are read without a complaint, and written again: the shorter one the
/// same, the longer one but for a null, which says no more in this list than a missing field.
#[test]
fn both_versions_of_a_call_record_in_a_list() {
    let short: CallRecordListResponse = round_trip("liner", "list_call_records-short");
    assert_eq!(short.data.list[0].user_id, None);
    let mut long: Value =
        serde_json::from_str(&example("liner", "list_call_records")).expect("JSON");
    let read = ListCallRecords::read(long.to_string()).expect("reads");
    assert!(read.repairs().is_empty() && read.drift().is_empty());
    assert_eq!(read.data.list[0].user_id, Some(456));
    let record = long["data"]["list"][0].as_object_mut().expect("an object");
    assert_eq!(record.remove("recordSummary"), Some(json!(null)));
    assert_eq!(serde_json::to_value(&*read).expect("written"), long);
}

/// How `list_calls` answers is presumed: whatever of it is missing is no fault and nothing to tell.
#[test]
fn of_the_list_of_calls_nothing_but_the_list_is_relied_on() {
    for (body, at) in [
        (json!({}), "/data"),
        (json!({ "success": true }), "/data"),
        (json!({ "success": true, "data": {} }), "/data/list"),
        (
            json!({ "success": true, "data": { "list": null } }),
            "/data/list",
        ),
    ] {
        let error = ListCalls::read(body.to_string()).expect_err("no list");
        assert_eq!(
            (error.kind(), error.json_path()),
            (ErrorKind::Decode, Some(at))
        );
    }
    for body in [
        json!({ "data": { "list": [] } }),
        json!({ "success": true, "message": "", "data": { "list": [] } }),
        json!({ "success": true, "message": "", "data": { "list": [{ "id": 1 }], "next": null } }),
    ] {
        let answer =
            ListCalls::read(body.to_string()).unwrap_or_else(|error| panic!("{body}: {error}"));
        assert!(
            answer.repairs().is_empty(),
            "{body}: {:?}",
            answer.repairs()
        );
        assert!(answer.drift().is_empty(), "{body}: {:?}", answer.drift());
    }
    // An item without what tells it apart is none.
    let answer = ListCalls::read(r#"{"data": {"list": [{}, {"id": 2}]}}"#).expect("reads");
    assert_eq!((answer.data.list.len(), answer.data.list[0].id), (1, 2));
    assert_eq!(answer.repairs()[0].kind(), DriftKind::ItemSetAside);
    let answer = ListCallRecords::read(r#"{"success": true, "message": "", "data": {}}"#);
    assert_eq!(answer.expect_err("no list").json_path(), Some("/data/list"));
}

/// What stands in `next` on the last page is not documented: null, nothing and a number are all as they should be.
#[test]
fn the_last_page_may_say_anything_of_the_next() {
    for next in [json!(null), json!(12_345), json!(0)] {
        let mut page: Value =
            serde_json::from_str(&example("liner", "list_call_records")).expect("JSON");
        page["data"]["next"] = next.clone();
        let answer = ListCallRecords::read(page.to_string()).expect("reads");
        assert!(answer.drift().is_empty(), "{:?}", answer.drift());
        assert_eq!(answer.data.next, next.as_i64());
    }
    let mut page: Value =
        serde_json::from_str(&example("liner", "list_call_records")).expect("JSON");
    page["data"]
        .as_object_mut()
        .expect("an object")
        .remove("next");
    let answer = ListCallRecords::read(page.to_string()).expect("reads");
    assert!(answer.drift().is_empty(), "{:?}", answer.drift());
}

/// Customers make statuses of their own, so a code is a text; a sort of availability that is new is kept.
#[test]
fn what_is_open_stays_open() {
    let mut call: Value = serde_json::from_str(&example("liner", "get_call")).expect("JSON");
    call["data"]["statusCode"] = json!("our_own");
    call["data"]["finishInitiator"] = json!("robot");
    let answer = GetCall::read(call.to_string()).expect("reads");
    assert_eq!(answer.data.status_code.as_deref(), Some("our_own"));
    assert_eq!(
        answer.data.finish_initiator.as_ref().map(|by| by.as_str()),
        Some("robot")
    );
    assert!(answer.repairs().is_empty());
    let drift = answer.drift();
    assert_eq!(
        drift.iter().map(|found| found.path()).collect::<Vec<_>>(),
        ["/data/finishInitiator"]
    );
}

macro_rules! refused {
    ($(|$client:ident| $call:expr => $operation:literal),+ $(,)?) => {$({
        let (_server, $client) = answering("404 Not Found", &example("liner", "error-404-not-found")).await;
        let error = $call.await.expect_err("it is refused");
        assert_eq!((error.kind(), error.operation()), (ErrorKind::Api, $operation));
        let body = error.api_error().expect("a typed body");
        assert_eq!((body.success, body.message.as_deref()), (Some(false), Some("The record does not exist")));
        // The envelope of a failure may also come with a 200.
        let (_server, $client) = answering("200 OK", &example("liner", "error-400-bad-request")).await;
        let error = $call.await.expect_err("it failed");
        assert_eq!(error.provider_message(), Some("The request is not valid"), $operation);
    })+};
}

#[tokio::test]
async fn errors_are_typed() {
    refused! {
        |client| client.list_call_records().call_id(1) => "list_call_records",
        |client| client.list_calls().lead_ids([1]) => "list_calls",
        |client| client.get_call(1) => "get_call",
        |client| client.list_call_statuses() => "list_call_statuses",
    }
}

#[tokio::test]
async fn limits_hold_at_both_edges() {
    let (server, client) = serving("list_call_records").await;
    for refused in [
        client.list_call_records().call_id(0),
        client.list_call_records().call_id(-1),
        client.list_call_records().limit(101),
        client.list_call_records().limit(i64::MAX),
    ] {
        let error = refused.await.expect_err("it is refused");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        let text = error.to_string();
        assert!(
            text.contains("`callId`") || text.contains("`limit`") && text.contains("100"),
            "{text}"
        );
    }
    assert!(server.requests().is_empty(), "nothing was sent");
    let call = client.list_call_records().call_id(1).limit(100);
    call.await.expect("1 and 100 are fine");

    let (server, client) = serving("list_calls").await;
    for (name, refused) in [
        ("leadIds[]", client.list_calls().lead_ids([1, 0])),
        ("orderIds[]", client.list_calls().order_ids([-1])),
        ("userIds[]", client.list_calls().lead_ids([1]).user_ids([0])),
        (
            "statusIds[]",
            client.list_calls().lead_ids([1]).status_ids([2, 0]),
        ),
        ("limit", client.list_calls().lead_ids([1]).limit(101)),
        ("leadIds[]", client.list_calls()),
        ("orderIds[]", client.list_calls().user_ids([1])),
        ("leadIds[]", client.list_calls().lead_ids([])),
    ] {
        let error = refused.await.expect_err("it is refused");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains(name), "{error}");
    }
    assert!(server.requests().is_empty(), "nothing was sent");
    for call in [
        client.list_calls().lead_ids([1]).limit(100),
        client.list_calls().order_ids([1, i64::MAX]),
        client
            .list_calls()
            .lead_ids([1])
            .user_ids([1])
            .status_ids([1]),
    ] {
        call.await.expect("it is fine");
    }

    let (server, client) = serving("get_call").await;
    for id in [0, -1, i64::MIN] {
        let error = client.get_call(id).await.expect_err("it is refused");
        assert!(error.to_string().contains("`callId`"), "{error}");
    }
    assert!(server.requests().is_empty(), "nothing was sent");
    client.get_call(1).await.expect("1 is fine");
}

/// Pages follow each other by `next`; the last one is known by the total, unless it says that there is a next one.
#[tokio::test]
async fn calls_page_after_page() {
    for last_next in [json!(null), json!(4), json!(0)] {
        let next = last_next.clone();
        let server = Routed::start(move |target, _| {
            let (ids, next) = if target.contains("offset=4") {
                (&[][..], json!(null))
            } else if target.contains("offset=2") {
                (&[3, 4][..], next.clone())
            } else {
                (&[1, 2][..], json!(2))
            };
            let list: Vec<_> = ids.iter().map(|id| json!({ "id": id })).collect();
            let page = json!({ "list": list, "next": next, "total": 4 });
            let body = json!({ "success": true, "message": "", "data": page });
            Reply::Json("200 OK", body.to_string())
        })
        .await;
        let client = Client::builder()
            .base_url(server.base_url())
            .api_key("k")
            .build()
            .expect("builds");
        let mut calls = client.list_calls().lead_ids([7]).limit(2).stream();
        let mut ids = Vec::new();
        while let Some(call) = calls.try_next().await.expect("answers") {
            ids.push(call.id);
        }
        assert_eq!(ids, [1, 2, 3, 4], "{last_next}");
        let summary = calls.summary();
        assert!(summary.is_complete(), "{last_next}: {summary}");
        let targets = [
            "/v2/call/?leadIds%5B%5D=7&limit=2",
            "/v2/call/?leadIds%5B%5D=7&limit=2&offset=2",
            "/v2/call/?leadIds%5B%5D=7&limit=2&offset=4",
        ];
        let asked = if last_next == json!(4) { 3 } else { 2 };
        assert_eq!(server.targets(), targets[..asked], "{last_next}");
    }
}

/// The mock answers every operation from its example, checks what it is asked, and knows what is not there.
#[tokio::test]
async fn the_mock_serves_it() {
    let mock = Mock::start(Provider::Liner).await.expect("starts");
    let client = Client::builder()
        .base_url(mock.base_url())
        .api_key("k")
        .build();
    let client = client.expect("builds");
    let records = client.list_call_records().call_id(1).is_amd(true).await;
    assert_eq!(records.expect("answered").data.total, Some(1));
    let calls = client.list_calls().lead_ids([1, 2]).order_ids([3]).await;
    let calls = calls.expect("answered");
    assert_eq!(calls.data.total, Some(600));
    let call = &calls.data.list[0];
    assert!([Some(1), Some(2)].contains(&call.lead_id) && call.order_id == Some(3));
    let found = client.get_call(call.id).await.expect("answered");
    assert_eq!(found.data.lead_id, call.lead_id);
    assert_eq!(client.get_call(123).await.expect("answered").data.id, 123);
    let statuses = client.list_call_statuses().await.expect("answered");
    assert_eq!(statuses.data.len(), 1);
    let error = client
        .get_call(404)
        .await
        .expect_err("there is no such call");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    assert!(error.api_error().is_some());
}

fn subjects() -> Vec<Subject> {
    vec![
        Subject {
            needed: &["/message", "/data", "/data/list"],
            nullable: &["/data/next", "/data/list/*/recordSummary"],
            checked: &["/data/list/*/createdAt"],
            vital: &["/data", "/data/list"],
            ..Subject::new("liner", "list_call_records", |body| {
                outcome(ListCallRecords::read(body))
            })
        },
        Subject {
            nullable: &["/data/next"],
            checked: &[
                "/data/list/*/finishInitiator",
                "/data/list/*/direction",
                "/data/list/*/createdAt",
            ],
            vital: &["/data", "/data/list"],
            ..Subject::new("liner", "list_calls", |body| outcome(ListCalls::read(body)))
        },
        Subject {
            needed: &["/message", "/data"],
            checked: &[
                "/data/finishInitiator",
                "/data/direction",
                "/data/createdAt",
            ],
            vital: &["/data", "/data/id"],
            ..Subject::new("liner", "get_call", |body| outcome(GetCall::read(body)))
        },
        Subject {
            needed: &["/message", "/data", "/data/*/leadStatusCode"],
            nullable: &["/data/*/leadStatusCode"],
            checked: &["/data/*/agentCallAvailability"],
            vital: &["/data"],
            ..Subject::new("liner", "list_call_statuses", |body| {
                outcome(ListCallStatuses::read(body))
            })
        },
    ]
}

proptest! {
    #[test]
    fn damages_are_survived_and_told(subject in 0..4_usize, damages in prop::collection::vec(damage(), 1..4)) {
        subjects().swap_remove(subject).survives(&damages)?;
    }
}

#[test]
fn the_undamaged_examples_need_no_repair() {
    subjects().iter().for_each(Subject::assert_sound);
}
