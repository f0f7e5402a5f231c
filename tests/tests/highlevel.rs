//! HighLevel: the list of call logs. What holds for every provider is tested elsewhere.

use callslip_core::{DriftKind, ErrorKind};
use callslip_highlevel::Client;
use callslip_highlevel::requests::ListCallLogs;
use callslip_highlevel::types::{
    ActionType, CallLogList, CallLogSortField, CallType, SortDirection,
};
use callslip_mock::{Mock, Provider};
use callslip_tests::damage::{Subject, damage, outcome};
use callslip_tests::examples::example;
use callslip_tests::routed::{Reply, Routed};
use callslip_tests::server::Server;
use callslip_tests::typed::round_trip;
use callslip_tests::wire::sent;
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use serde_json::{Value, json};

const LOCATION: &str = "LOC123456789ABCDEF";

async fn serving(name: &str) -> (Server, Client) {
    answering("200 OK", &example("highlevel", name)).await
}

async fn answering(status: &str, body: &str) -> (Server, Client) {
    let server = Server::start(status, body).await;
    let client = client(server.base_url());
    (server, client)
}

fn client(base_url: &str) -> Client {
    Client::builder()
        .base_url(base_url)
        .access_token("marker-token")
        .build()
        .expect("builds")
}

fn parsed(name: &str) -> Value {
    serde_json::from_str(&example("highlevel", name)).expect("JSON")
}

fn time(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

/// The start line of the only request.
fn start_line(server: &Server) -> String {
    let request = server.request();
    request.lines().next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn list_call_logs() {
    let (server, client) = serving("list_call_logs").await;
    client
        .list_call_logs(LOCATION)
        .agent_id("507f1f77bcf86cd799439013")
        .contact_id(["contact123", "contact456"])
        .call_type(CallType::Live)
        // The two times of the provider's examples.
        .start_date(time("2023-03-20T10:40:00Z"))
        .end_date(time("2023-03-21T10:39:59Z"))
        .action_type([
            ActionType::Sms,
            ActionType::CallTransfer,
            ActionType::WorkflowTrigger,
        ])
        .sort_by(CallLogSortField::CreatedAt)
        .sort(SortDirection::Descend)
        .page(2)
        .page_size(50)
        .await
        .expect("decodes");
    let sent = sent(&server);
    for part in [
        "startDate=1679308800000",
        "endDate=1679395199000",
        "actionType=SMS%2CCALL_TRANSFER%2CWORKFLOW_TRIGGER",
        "contactId=contact123%2Ccontact456",
    ] {
        assert!(sent.contains(part), "{part}: {sent}");
    }
    insta::assert_snapshot!(sent);
    let typed: CallLogList = round_trip("highlevel", "list_call_logs");
    insta::assert_debug_snapshot!("list_call_logs_typed", typed);
}

/// Parameters that the service does not know are refused with 422, so none goes out unasked.
#[tokio::test]
async fn what_is_not_asked_for_is_not_sent() {
    let (server, client) = serving("list_call_logs").await;
    client.list_call_logs(LOCATION).await.expect("decodes");
    assert_eq!(
        start_line(&server),
        format!("GET /voice-ai/dashboard/call-logs?locationId={LOCATION} HTTP/1.1")
    );
    // A type that the documents do not name can be asked for, too.
    let (server, client) = serving("list_call_logs").await;
    let new = ActionType::Unknown("MCP_TOOL".to_owned());
    let list = client.list_call_logs("l").action_type([new]);
    list.await.expect("decodes");
    let start = start_line(&server);
    assert!(start.contains("?actionType=MCP_TOOL&"), "{start}");
}

macro_rules! refused_before_sending {
    ($($call:expr => $refusal:literal),+ $(,)?) => {$({
        let error = $call.await.expect_err("it is refused");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{error}");
        assert!(error.to_string().contains($refusal), "{error}");
    })+};
}

#[tokio::test]
async fn documented_limits_are_kept_at_both_edges() {
    let (server, client) = serving("list_call_logs").await;
    let list = || client.list_call_logs(LOCATION);
    let (time, later) = (
        time("2023-03-20T10:40:00Z"),
        time("2023-03-20T10:40:00.001Z"),
    );
    refused_before_sending! {
        client.list_call_logs("") => "`locationId` is empty",
        list().page(0) => "`page` is less than 1, the least that is documented",
        list().page_size(51) => "`pageSize` is more than 50, the most that is documented",
        list().start_date(time) => "`startDate`, `endDate` must be given together or not at all",
        list().end_date(time) => "`startDate`, `endDate` must be given together or not at all",
        list().start_date(later).end_date(time) => "`startDate` must come before the parameter `endDate`",
        list().start_date(time).end_date(time) => "`startDate` must come before the parameter `endDate`",
        // The service would see two identifiers.
        list().contact_id(["a,b"]) => "`contactId` has an item that is empty or holds a comma",
    }
    assert!(server.requests().is_empty(), "nothing was sent");
    for list in [
        list().page(1),
        list().page_size(50),
        list().start_date(time).end_date(later),
        list().contact_id(["a"]),
    ] {
        list.await.expect("it is sent");
    }
}

#[tokio::test]
async fn errors_are_typed() {
    for (status, body, code, message) in [
        (
            "400 Bad Request",
            "error-400-bad-request",
            None,
            Some("Bad Request"),
        ),
        (
            "401 Unauthorized",
            "error-401-unauthorized",
            Some("Unauthorized"),
            Some("Invalid token: access token is invalid"),
        ),
        (
            "403 Forbidden",
            "error-403-forbidden",
            Some("Forbidden"),
            Some("You do not have permission to access this resource"),
        ),
        // Its messages come as a list, and the only one says what the name of the status says already.
        (
            "422 Unprocessable Content",
            "error-422-unprocessable-entity",
            Some("Unprocessable Entity"),
            None,
        ),
    ] {
        let (_server, client) = answering(status, &example("highlevel", body)).await;
        let error = client
            .list_call_logs(LOCATION)
            .await
            .expect_err("it is refused");
        assert_eq!(error.kind(), ErrorKind::Api);
        assert_eq!(
            (error.provider_code(), error.provider_message()),
            (code, message),
            "{error}"
        );
        let typed = error.api_error().expect("a typed body");
        assert_eq!(typed.error.as_deref(), code);
        assert!(typed.message.is_some());
    }
}

/// As one integrator saw it: another name for the total, no page, a trace id; and the calls as others saw them.
#[test]
fn the_list_as_integrators_see_it() {
    let mut list = parsed("list_call_logs");
    let mut log = list["callLogs"][0].take();
    let fields = log.as_object_mut().expect("an object");
    fields.remove("summary");
    fields.insert("translation".to_owned(), Value::Null);
    fields.insert("agentTransferOccurred".to_owned(), json!(true));
    let seen = json!({ "callLogs": [log], "totalRecords": 7, "traceId": "t" });
    let answer = ListCallLogs::read(seen.to_string()).expect("reads");
    assert!(answer.repairs().is_empty(), "{:?}", answer.repairs());
    assert_eq!((answer.total, answer.page), (None, None));
    let count = answer.total_count().expect("a total");
    assert_eq!(count, 7.0);
    assert_eq!(answer.call_logs[0].agent_transfer_occurred, Some(true));
    // That it is not as documented is told all the same.
    let missing: Vec<_> = answer
        .drift()
        .iter()
        .filter(|drift| drift.kind() == DriftKind::MissingRequired)
        .map(|drift| drift.path().to_owned())
        .collect();
    assert_eq!(
        missing,
        // `totalRecords` is there in the place of `total`: one field.
        ["/callLogs/*/summary", "/page", "/pageSize"]
    );
    // A sibling API has answered with counts and without the list: that is no list, and not an empty one.
    let counts = json!({ "total": 3, "page": 1, "pageSize": 10 });
    let error = ListCallLogs::read(counts.to_string()).expect_err("no list");
    assert_eq!(error.json_path(), Some("/callLogs"));
}

/// The last page shows by the total, under whichever of its names, and where none is told, by a page with nothing on it.
#[tokio::test]
async fn call_logs_page_after_page() {
    for (total, known, requests) in [
        ("total", Some(4), 2),
        ("totalRecords", Some(4), 2),
        ("count", None, 3),
    ] {
        let server = Routed::start(move |target, _| {
            let ids: &[&str] = if target.contains("&page=3&") {
                &[]
            } else if target.contains("&page=2&") {
                &["c", "d"]
            } else {
                &["a", "b"]
            };
            let mut list = parsed("list_call_logs");
            let log = list["callLogs"][0].take();
            let logs = ids.iter().map(|id| {
                let mut log = log.clone();
                log["id"] = json!(id);
                log
            });
            let mut answer = json!({ "callLogs": logs.collect::<Value>() });
            answer[total] = json!(4);
            Reply::Json("200 OK", answer.to_string())
        })
        .await;
        let client = client(server.base_url());
        let mut logs = client.list_call_logs(LOCATION).page_size(2).stream();
        let mut ids = Vec::new();
        while let Some(log) = logs.try_next().await.expect("answers") {
            ids.push(log.id.clone());
        }
        assert_eq!(ids, ["a", "b", "c", "d"], "{total}");
        let targets = server.targets();
        assert_eq!(targets.len(), requests, "{total}: {targets:?}");
        let summary = logs.summary();
        assert_eq!(summary.total_at_end(), known);
        assert!(summary.is_complete(), "{summary}");
    }
}

/// Whatever is declared as a number may have a fraction, and keeps the form in which it came.
#[test]
fn numbers_are_numbers() {
    let mut list = parsed("list_call_logs");
    list["total"] = json!(150.5);
    list["callLogs"][0]["duration"] = json!(180.25);
    let answer = ListCallLogs::read(list.to_string()).expect("reads");
    assert!(answer.repairs().is_empty() && answer.drift().is_empty());
    assert_eq!(answer.call_logs[0].duration, Some(180.25));
    assert_eq!(serde_json::to_value(&answer).expect("written"), list);
}

/// The calls in a list are as personal as a call alone.
#[test]
fn nothing_personal_of_a_list_is_shown() {
    let mut list = parsed("list_call_logs");
    let log = &mut list["callLogs"][0];
    *log = parsed("get_call_log");
    for field in ["summary", "transcript", "fromNumber"] {
        log[field] = json!("m4rker");
    }
    log["extractedData"] = json!({ "m4rker": "m4rker" });
    let answer = ListCallLogs::read(list.to_string()).expect("reads");
    let shown = format!("{answer:?}");
    assert!(
        shown.contains("[personal]") && !shown.contains("m4rker"),
        "{shown}"
    );
}

/// The mock answers from the example, and refuses what does not fit.
#[tokio::test]
async fn the_mock_serves_it() {
    let mock = Mock::start(Provider::HighLevel).await.expect("starts");
    let client = client(mock.base_url());
    let list = client
        .list_call_logs(LOCATION)
        .action_type([ActionType::Sms, ActionType::KnowledgeBase])
        .await
        .expect("answered");
    assert_eq!((list.total, list.call_logs.len()), (Some(300.0), 10));
}

/// The mock signs as the provider does, and what it sends is as documented.
#[tokio::test]
async fn a_delivery_of_the_mock_is_genuine_and_comes_once() {
    use callslip_highlevel::webhooks::{PublicKey, Verifier, VerifyErrorKind};
    use callslip_mock::{Signer, Webhooks};

    let signer = Signer::new().expect("a key pair");
    let webhooks = Webhooks::of(Provider::HighLevel).expect("its webhooks");
    let event = webhooks.events().next().expect("an event");
    let key: PublicKey = signer.public_key().parse().expect("a key");
    let verifier = Verifier::builder().only_key(key).build();
    for number in 0..3 {
        let now = chrono::Utc::now();
        let delivery = webhooks
            .delivery(event, &signer, number, now)
            .expect("a delivery");
        let mut headers = reqwest::header::HeaderMap::new();
        for (name, value) in delivery.headers() {
            let name = reqwest::header::HeaderName::try_from(name).expect("a name");
            headers.insert(name, value.parse().expect("a value"));
        }
        let genuine = verifier.verify(&headers, delivery.body().clone()).await;
        let genuine = genuine.expect("it is genuine");
        assert_eq!(
            genuine.timestamp().map(|time| time.timestamp_millis()),
            Some(now.timestamp_millis())
        );
        let ended = genuine
            .voice_ai_call_end()
            .expect("it is read")
            .expect("that event");
        assert!(ended.repairs().is_empty(), "{:?}", ended.repairs());
        let again = verifier.verify(&headers, delivery.body().clone()).await;
        assert_eq!(
            again.expect_err("it came before").kind(),
            VerifyErrorKind::Replayed
        );
        let other = Verifier::default()
            .verify(&headers, delivery.body().clone())
            .await;
        assert_eq!(
            other.expect_err("another key").kind(),
            VerifyErrorKind::Mismatch
        );
    }
    let seeded = |seed| Signer::seeded(seed).expect("a key pair").public_key();
    assert!(seeded(7) == seeded(7) && seeded(7) != seeded(8));
}

fn subject() -> Subject {
    Subject {
        needed: &[
            "/total",
            "/page",
            "/pageSize",
            "/callLogs",
            "/callLogs/*/id",
            "/callLogs/*/agentId",
            "/callLogs/*/isAgentDeleted",
            "/callLogs/*/createdAt",
            "/callLogs/*/duration",
            "/callLogs/*/trialCall",
            "/callLogs/*/executedCallActions",
            "/callLogs/*/summary",
            "/callLogs/*/transcript",
        ],
        checked: &["/callLogs/*/createdAt"],
        vital: &["/callLogs"],
        ..Subject::new("highlevel", "list_call_logs", |body| {
            outcome(ListCallLogs::read(body))
        })
    }
}

proptest! {
    #[test]
    fn damages_are_survived_and_told(damages in prop::collection::vec(damage(), 1..4)) {
        subject().survives(&damages)?;
    }
}

#[test]
fn the_undamaged_example_needs_no_repair() {
    subject().assert_sound();
}

/// Where the tag of an action comes last, what stands before it is held back, and a field in that which came twice is told all
/// the same.
#[test]
fn what_came_twice_is_told_wherever_the_tag_stands() {
    let tag = r#""actionType":"SMS","actionName":"x""#;
    let parameters = r#""actionParameters":{"messageBody":"a","messageBody":"b"}"#;
    for action in [format!("{tag},{parameters}"), format!("{parameters},{tag}")] {
        let mut body: Value =
            serde_json::from_str(&example("highlevel", "get_call_log")).expect("JSON");
        body["executedCallActions"] = json!("@actions@");
        let body = body
            .to_string()
            .replace("\"@actions@\"", &format!("[{{{action}}}]"));
        let log = callslip_highlevel::requests::GetCallLog::read(body).expect("it is read");
        let told: Vec<_> = log
            .repairs()
            .iter()
            .map(|repair| (repair.path(), repair.kind()))
            .collect();
        let place = "/executedCallActions/0/actionParameters/messageBody";
        assert_eq!(told, [(place, DriftKind::DuplicateField)], "{action}");
        let read = serde_json::to_value(&log.executed_call_actions).expect("JSON");
        assert_eq!(read[0]["actionParameters"]["messageBody"], "b");
    }
}
