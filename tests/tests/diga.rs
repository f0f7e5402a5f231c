//! Diga: lists, messages with tool calls, starting and deleting calls, recordings, log entries, traces, the live count. What
//! holds for every provider is tested elsewhere.

use std::time::Duration;

use callslip_core::{DriftKind, ErrorKind, RetryPolicy};
use callslip_diga::Client;
use callslip_diga::requests::{
    BulkDeleteCalls, CreateCall, GetCall, GetCallTrace, GetRecording, ListCallLogs,
    ListCallMessages, ListCalls,
};
use callslip_diga::types::{
    BuiltInTool, BulkDeleteCallsBody, BulkDeleteCallsResult, Call, CallDirection, CallList,
    CallStatus, ConcurrencyEvent, CreateCallBody, DownloadRecordingsBody, LogCategory,
    LogEntryList, LogLevel, MessageList, MessageRole, Recording, SortOrder, Span, ToolCall,
    ToolCallStatus, Trace,
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
use serde_json::{Map, Value, json};
use uuid::{Uuid, uuid};

const ID: Uuid = uuid!("3c90c3cc-0d44-4b50-8888-8dd25736052a");
const OTHER: Uuid = uuid!("550e8400-e29b-41d4-a716-446655440000");

async fn serving(name: &str) -> (Server, Client) {
    answering("200 OK", &example("diga", name)).await
}

async fn answering(status: &str, body: &str) -> (Server, Client) {
    let server = Server::start(status, body).await;
    let client = client(server.base_url());
    (server, client)
}

fn client(base_url: &str) -> Client {
    Client::builder()
        .base_url(base_url)
        .api_key("marker-key")
        .build()
        .expect("builds")
}

fn parsed(name: &str) -> Value {
    serde_json::from_str(&example("diga", name)).expect("JSON")
}

fn time(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

/// The documentation's sample request.
fn new_call() -> CreateCallBody {
    CreateCallBody::new("+34600000000", "+34600112233")
        .dynamic_variables(Map::new())
        .agent_version_id(ID)
}

#[tokio::test]
async fn list_calls() {
    let (server, client) = serving("list_calls").await;
    client
        .list_calls()
        .after(OTHER)
        .page(2)
        .limit(1000)
        .order(SortOrder::Asc)
        .agent_id(ID)
        .status(CallStatus::InQueue)
        .direction(CallDirection::Outbound)
        .start_created_date(time("2023-11-07T05:31:56Z"))
        .end_created_date(time("2023-11-08T00:00:00.25+01:00"))
        .contact_id(ID)
        .phone_id(OTHER)
        .await
        .expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let typed: CallList = round_trip("diga", "list_calls");
    assert_eq!(typed.data[0].own_number_id(), Some(ID));
    insta::assert_debug_snapshot!("list_calls_typed", typed);
}

#[tokio::test]
async fn what_is_not_asked_for_is_not_sent() {
    let (server, client) = serving("list_calls").await;
    client.list_calls().await.expect("decodes");
    let start = server.request();
    let start = start.lines().next().expect("a start line");
    assert_eq!(
        start, "GET /v1/call/ HTTP/1.1",
        "no query, and the slash stays"
    );
    // A state that the documents do not name can be asked for, too.
    let (server, client) = serving("list_calls").await;
    let new = CallStatus::Unknown("held".to_owned());
    client.list_calls().status(new).await.expect("decodes");
    assert!(
        server
            .request()
            .starts_with("GET /v1/call/?status=held HTTP/1.1")
    );
}

#[tokio::test]
async fn create_call() {
    let (server, client) = serving("create_call").await;
    let call = client.create_call(new_call());
    let shown = format!("{call:?} {:?}", new_call());
    for hidden in ["34600000000", "34600112233"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
    call.await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let body: Value = serde_json::from_str(&server.bodies()[0]).expect("JSON");
    assert_eq!(
        body,
        parsed("create_call.request"),
        "it is the documentation's sample"
    );
    let _: CreateCallBody = round_trip("diga", "create_call.request");
    let typed: Call = round_trip("diga", "create_call");
    insta::assert_debug_snapshot!("create_call_typed", typed);
}

/// 201 is what the service answers now, 200 is what it answered in its early state.
#[tokio::test]
async fn a_started_call_comes_with_201_or_200() {
    for status in ["201 Created", "200 OK"] {
        let (_server, client) = answering(status, &example("diga", "create_call")).await;
        let call = client.create_call(new_call()).await;
        let call = call.unwrap_or_else(|error| panic!("{status}: {error}"));
        assert_eq!(
            format!("{} {}", call.status().as_u16(), call.into_inner().status),
            format!("{} dialing", &status[..3])
        );
    }
}

#[tokio::test]
async fn left_alone_is_not_set_to_null() {
    for (body, wanted) in [
        (
            CreateCallBody::new("a", "b"),
            json!({ "from_number": "a", "to_number": "b" }),
        ),
        (
            CreateCallBody::new("a", "b").dynamic_variables_null(),
            json!({ "from_number": "a", "to_number": "b", "dynamic_variables": null }),
        ),
        (
            CreateCallBody::new("a", "b").agent_version_id_null(),
            json!({ "from_number": "a", "to_number": "b", "agent_version_id": null }),
        ),
    ] {
        let (server, client) = serving("create_call").await;
        client.create_call(body).await.expect("decodes");
        let body: Value = serde_json::from_str(&server.bodies()[0]).expect("JSON");
        assert_eq!(body, wanted);
    }
}

#[tokio::test]
async fn list_call_messages() {
    let (server, client) = serving("list_call_messages").await;
    client
        .list_call_messages(ID)
        .before(OTHER)
        .page(1)
        .limit(1)
        .order(SortOrder::Desc)
        .await
        .expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let typed: MessageList = round_trip("diga", "list_call_messages");
    insta::assert_debug_snapshot!("list_call_messages_typed", typed);
    let typed: MessageList = round_trip("diga", "list_call_messages_tools");
    insta::assert_debug_snapshot!("list_call_messages_tools_typed", typed);
}

/// The tag of a tool call has a default that hangs on the rest of it, so an absent tag is no unknown one.
#[test]
fn a_tool_call_is_told_without_its_tag() {
    let list: MessageList = round_trip("diga", "list_call_messages_tools");
    let calls: Vec<_> = list
        .data
        .iter()
        .map(|message| {
            assert_eq!(message.role, MessageRole::Tool);
            message.tool_call.as_ref().expect("a tool call")
        })
        .collect();
    match calls[..] {
        [
            ToolCall::Function(tagged),
            ToolCall::CallTool(tool),
            ToolCall::Function(function),
            ToolCall::CallTool(hangup),
        ] => {
            assert!(tagged.kind.is_some() && tool.kind.is_some());
            assert!(function.kind.is_none() && hangup.kind.is_none());
            assert_eq!(function.status, ToolCallStatus::Cancelled);
            assert_eq!(
                (&tool.tool_name, &hangup.tool_name),
                (&BuiltInTool::Transfer, &BuiltInTool::Hangup)
            );
        }
        ref other => panic!("{other:?}"),
    }
}

/// The service has sent `phone_register_id` where it sent `phone_id` until March 2026: an answer of either time is as documented,
/// null included, and one with neither is not.
#[test]
fn a_field_that_was_renamed_is_one_field() {
    let call = |names: &[(&str, Value)]| {
        let mut call = json!({
            "id": ID, "agent_id": null, "status": "completed", "type": "inbound", "created_date": "2023-11-07T05:31:56Z",
            "contact": {
                "id": ID, "created_date": "2023-11-07T05:31:56Z", "identifier": "x", "contact_type": "call",
            },
        });
        for (name, value) in names {
            call[name] = value.clone();
        }
        GetCall::read(call.to_string()).expect("reads")
    };
    for names in [
        &[
            ("phone_register_id", json!(ID)),
            ("agent_version_id", Value::Null),
        ][..],
        &[("phone_register_id", Value::Null)],
        &[("phone_id", json!(ID))],
        &[("phone_id", Value::Null)],
        &[("phone_id", Value::Null), ("phone_register_id", json!(ID))],
    ] {
        let read = call(names);
        assert!(
            read.repairs().is_empty() && read.drift().is_empty(),
            "{:?}",
            read.drift()
        );
        let sent = names
            .iter()
            .any(|(name, value)| name.starts_with("phone") && !value.is_null());
        assert_eq!(read.own_number_id(), sent.then_some(ID));
    }
    let drift = call(&[]).drift();
    let told: Vec<_> = drift
        .iter()
        .map(|drift| (drift.path(), drift.kind()))
        .collect();
    assert_eq!(told, [("/phone_id", DriftKind::MissingRequired)]);
}

/// The shape of the service's early state, a new kind of tool, and a status that only the text names.
#[test]
fn nothing_of_a_tool_call_is_lost() {
    let calls = [
        json!({ "name": "book", "arguments": { "day": 1 } }),
        json!({ "type": "mcp_tool", "server": "s", "status": "success" }),
        json!({ "function_name": "f", "tool_name": "hangup", "payload": {}, "status": "success" }),
        json!({ "function_name": "f", "payload": {}, "status": "started" }),
        json!({ "type": "call_tool", "tool_name": "mute", "payload": { "m4rker": "m4rker" }, "status": "queued" }),
    ];
    let mut body = parsed("list_call_messages_tools");
    let message = body["data"][0].clone();
    body["data"] = calls
        .iter()
        .map(|call| {
            let mut message = message.clone();
            message["tool_call"] = call.clone();
            message
        })
        .collect();
    let list = ListCallMessages::read(body.to_string()).expect("reads");
    assert!(list.repairs().is_empty(), "{:?}", list.repairs());
    let read: Vec<_> = list
        .data
        .iter()
        .filter_map(|message| message.tool_call.as_ref())
        .collect();
    match read[..] {
        [
            ToolCall::Unknown(early),
            ToolCall::Unknown(new),
            ToolCall::Unknown(both),
            ToolCall::Function(started),
            ToolCall::CallTool(mute),
        ] => {
            assert_eq!(early.get("name"), Some(&json!("book")));
            assert_eq!((new.tag(), both.tag()), (Some("mcp_tool"), None));
            assert_eq!(started.status, ToolCallStatus::Started);
            assert_eq!(
                (mute.tool_name.as_str(), mute.status.as_str()),
                ("mute", "queued")
            );
        }
        ref other => panic!("{other:?}"),
    }
    assert_eq!(serde_json::to_value(&*list).expect("written"), body);
    assert!(!format!("{list:?}").contains("m4rker"));
}

/// Whatever happens to a field of a tool call, tagged or not: the list is read, and what happened is told, unless only the tag
/// is gone, which another field stands in for.
#[test]
fn a_damaged_tool_call_is_told_and_costs_nothing_else() {
    let example = parsed("list_call_messages_tools");
    let calls = example["data"].as_array().expect("a list").len();
    let mut damages = 0;
    for index in 0..calls {
        let fields = example["data"][index]["tool_call"].as_object();
        for field in fields.expect("an object").keys() {
            for damage in [None, Some(Value::Null), Some(json!(1.5)), Some(json!([{}]))] {
                let mut body = example.clone();
                let call = body["data"][index]["tool_call"].as_object_mut();
                let call = call.expect("an object");
                let only_the_tag = field == "type" && damage.is_none();
                match &damage {
                    None => drop(call.remove(field)),
                    Some(value) => drop(call.insert(field.clone(), value.clone())),
                }
                let what = format!("{index} {field} {damage:?}");
                let list = ListCallMessages::read(body.to_string())
                    .unwrap_or_else(|error| panic!("{what}: {error}"));
                assert_eq!(list.data.len(), calls, "{what}");
                assert_eq!(list.drift().is_empty(), only_the_tag, "{what}");
                let untouched = list.data.iter().filter(|message| {
                    matches!(
                        message.tool_call,
                        Some(ToolCall::Function(_) | ToolCall::CallTool(_))
                    )
                });
                assert!(untouched.count() >= calls - 1, "{what}");
                damages += 1;
            }
        }
    }
    assert_eq!(damages, 4 * (4 + 4 + 3 + 3));
}

#[tokio::test]
async fn bulk_delete_calls() {
    let (server, client) = serving("bulk_delete_calls").await;
    let body = BulkDeleteCallsBody::new([ID]);
    client.bulk_delete_calls(body).await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let body: Value = serde_json::from_str(&server.bodies()[0]).expect("JSON");
    assert_eq!(body, parsed("bulk_delete_calls.request"));
    let _: BulkDeleteCallsBody = round_trip("diga", "bulk_delete_calls.request");
    let typed: BulkDeleteCallsResult = round_trip("diga", "bulk_delete_calls");
    assert_eq!(typed.deleted, Some(1));
}

#[tokio::test]
async fn watch_concurrency() {
    let events = "data: {\"active_calls\": 3}\n\n: still here\n\ndata: {\"active_calls\": \"4\"}\n\ndata: {}\n\n";
    let server =
        Server::with_headers("200 OK", "content-type: text/event-stream\r\n", events).await;
    let client = client(server.base_url());
    let mut stream = client
        .watch_concurrency()
        .await
        .expect("answered")
        .into_inner();
    insta::assert_snapshot!(sent(&server));
    let mut counts = Vec::new();
    while let Some(event) = stream.next().await {
        counts.push(event.expect("an event").active_calls);
    }
    // Nothing promises that an event has the count, and none is made up.
    assert_eq!(counts, [Some(3), Some(4), None]);
    let typed: ConcurrencyEvent = round_trip("diga", "watch_concurrency");
    assert_eq!(typed.active_calls, Some(3));
}

#[tokio::test]
async fn get_recording() {
    let (server, client) = serving("get_recording").await;
    let answer = client.get_recording(ID).await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    assert!(!format!("{answer:?}").contains("sample.mp3"));
    let typed: Recording = round_trip("diga", "get_recording");
    assert_eq!(
        &*typed.recording_url,
        "https://api.diga.io/recordings/sample.mp3"
    );
}

#[tokio::test]
async fn download_recordings() {
    let zip = b"PK\x05\x06\0\xff and whatever else";
    let server = Server::with_headers("200 OK", "content-type: application/zip\r\n", *zip).await;
    let client = client(server.base_url());
    let body = DownloadRecordingsBody::new([ID]);
    let answer = client.download_recordings(body).await.expect("answered");
    insta::assert_snapshot!(sent(&server));
    let body: Value = serde_json::from_str(&server.bodies()[0]).expect("JSON");
    assert_eq!(body, parsed("download_recordings.request"));
    let _: DownloadRecordingsBody = round_trip("diga", "download_recordings.request");
    let mut bytes = answer.into_inner();
    let mut read = Vec::new();
    while let Some(chunk) = bytes.next_chunk().await {
        read.extend_from_slice(&chunk.expect("bytes"));
    }
    assert_eq!(read, zip);
}

#[tokio::test]
async fn list_call_logs() {
    let (server, client) = serving("list_call_logs").await;
    client
        .list_call_logs(ID)
        .after(OTHER)
        .page(3)
        .limit(7)
        .order(SortOrder::Asc)
        .category(LogCategory::RealtimeSession)
        .level(LogLevel::Warning)
        .await
        .expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let typed: LogEntryList = round_trip("diga", "list_call_logs");
    insta::assert_debug_snapshot!("list_call_logs_typed", typed);
}

#[tokio::test]
async fn get_call_trace() {
    let (server, client) = serving("get_call_trace").await;
    client.get_call_trace(ID).await.expect("decodes");
    insta::assert_snapshot!(sent(&server));
    let typed: Trace = round_trip("diga", "get_call_trace");
    insta::assert_debug_snapshot!("get_call_trace_typed", typed);
}

/// Spans lie inside spans. A tree as deep as real ones comes whole, and one that would be too deep for the reader costs the
/// depth and not the program.
#[test]
fn spans_lie_inside_spans() {
    let nested = |depth: usize| {
        let span = json!({
            "id": "s", "operation_name": "o", "service_name": "s", "start_time": "2023-11-07T05:31:56Z", "duration_ms": 1,
        })
        .to_string();
        let open = span.trim_end_matches('}');
        format!(
            "{{\"id\":\"t\",\"span_count\":1,\"spans\":[{}{span}{}]}}",
            format!("{open},\"children\":[").repeat(depth),
            "]}".repeat(depth)
        )
    };
    let depth = |trace: &Trace| {
        let (mut spans, mut depth): (&[Span], usize) = (&trace.spans, 0);
        while let Some(span) = spans.first() {
            depth += 1;
            spans = span.children.as_deref().unwrap_or_default();
        }
        depth
    };
    let trace = GetCallTrace::read(nested(49)).expect("reads");
    assert_eq!((depth(&trace), trace.repairs().len()), (50, 0));
    assert!(trace.drift().is_empty(), "{:?}", trace.drift());
    let trace = GetCallTrace::read(nested(20_000)).expect("reads");
    assert!(depth(&trace) >= 50, "{}", depth(&trace));
    assert_eq!(trace.repairs().len(), 1, "{:?}", trace.repairs());
    assert!(!trace.drift().is_empty());
}

#[tokio::test]
async fn calls_are_personal_in_every_list() {
    let mut messages = parsed("list_call_messages");
    messages["data"][0]["content"] = json!("m4rker");
    let mut logs = parsed("list_call_logs");
    logs["data"][0]["data"] = json!({ "message_text": "m4rker" });
    let mut calls = parsed("list_calls");
    calls["data"][0]["contact"]["identifier"] = json!("m4rker");
    calls["data"][0]["recording_url"] = json!("m4rker");
    calls["data"][0]["dynamic_variables"] = json!({ "m4rker": "m4rker" });
    let mut trace = parsed("get_call_trace");
    trace["spans"][0]["children"][0]["tags"] = json!({ "m4rker": "m4rker" });
    let mut recording = parsed("get_recording");
    recording["recording_url"] = json!("m4rker");
    for shown in [
        format!("{:?}", ListCallMessages::read(messages.to_string())),
        format!("{:?}", ListCallLogs::read(logs.to_string())),
        format!("{:?}", ListCalls::read(calls.to_string())),
        format!("{:?}", GetCallTrace::read(trace.to_string())),
        format!("{:?}", GetRecording::read(recording.to_string())),
    ] {
        assert!(
            shown.starts_with("Ok") && shown.contains("[personal]") && !shown.contains("m4rker"),
            "{shown}"
        );
    }
}

/// The texts with which requests are refused before they are sent.
macro_rules! limits {
    ($client:ident, $($call:expr => $refusal:expr),+ $(,)?) => {$({
        let wanted: Option<&str> = $refusal;
        match ($call.await.map(drop), wanted) {
            (Ok(()), None) => {}
            (Err(error), Some(refusal)) => {
                assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{error}");
                assert!(error.to_string().contains(refusal), "{error}");
            }
            (Ok(()), Some(refusal)) => panic!("sent in spite of: {refusal}"),
            (Err(error), None) => panic!("{error}"),
        }
    })+};
}

#[tokio::test]
async fn documented_limits_are_kept_at_both_edges() {
    let least = "`limit` is less than 1, the least that is documented";
    let most = "`limit` is more than 1000, the most that is documented";
    let first = "`page` is less than 1, the least that is documented";
    let (server, client) = serving("list_calls").await;
    limits! { client,
        client.list_calls().limit(1) => None,
        client.list_calls().limit(1000) => None,
        client.list_calls().limit(0) => Some(least),
        client.list_calls().limit(1001) => Some(most),
        client.list_calls().page(1) => None,
        client.list_calls().page(0) => Some(first),
    }
    assert_eq!(server.requests().len(), 3);
    let (server, client) = serving("list_call_messages").await;
    limits! { client,
        client.list_call_messages(ID).limit(1) => None,
        client.list_call_messages(ID).limit(1000) => None,
        client.list_call_messages(ID).limit(0) => Some(least),
        client.list_call_messages(ID).limit(1001) => Some(most),
        client.list_call_messages(ID).page(1) => None,
        client.list_call_messages(ID).page(-1) => Some(first),
    }
    assert_eq!(server.requests().len(), 3);
    let (server, client) = serving("list_call_logs").await;
    limits! { client,
        client.list_call_logs(ID).limit(1) => None,
        client.list_call_logs(ID).limit(1000) => None,
        client.list_call_logs(ID).limit(0) => Some(least),
        client.list_call_logs(ID).limit(1001) => Some(most),
        client.list_call_logs(ID).page(1) => None,
        client.list_call_logs(ID).page(0) => Some(first),
    }
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn as_many_ids_as_documented() {
    let ids = |count| std::iter::repeat_n(ID, count);
    let (server, client) = serving("bulk_delete_calls").await;
    limits! { client,
        client.bulk_delete_calls(BulkDeleteCallsBody::new(ids(1))) => None,
        client.bulk_delete_calls(BulkDeleteCallsBody::new(ids(500))) => None,
        client.bulk_delete_calls(BulkDeleteCallsBody::new(ids(0))) => Some("`/call_ids` of the body has 0 items; the least is 1"),
        client.bulk_delete_calls(BulkDeleteCallsBody::new(ids(501))) => Some("`/call_ids` of the body has 501 items; the most is 500"),
        client.download_recordings(DownloadRecordingsBody::new(ids(1))) => None,
        client.download_recordings(DownloadRecordingsBody::new(ids(50))) => None,
        client.download_recordings(DownloadRecordingsBody::new(ids(0))) => Some("`/call_ids` of the body has 0 items; the least is 1"),
        client.download_recordings(DownloadRecordingsBody::new(ids(51))) => Some("`/call_ids` of the body has 51 items; the most is 50"),
    }
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn after_and_before_exclude_each_other() {
    let (server, client) = serving("list_calls").await;
    let refusal = Some("of the parameters `after`, `before` only one may be given");
    limits! { client,
        client.list_calls().after(ID).before(OTHER) => refusal,
        client.list_call_messages(ID).after(ID).before(OTHER) => refusal,
        client.list_call_logs(ID).after(ID).before(OTHER) => refusal,
    }
    assert!(server.requests().is_empty(), "nothing was sent");
}

/// Starting a call or deleting calls is done once, however the service stumbles; what only reads is asked again, the ZIP file that
/// is asked for by POST among it.
#[tokio::test]
async fn only_what_reads_is_repeated() {
    let body = example("diga", "error-503-tempo-unavailable");
    let (server, client) = answering("503 Service Unavailable", &body).await;
    let policy = RetryPolicy::default()
        .max_attempts(2)
        .base_delay(Duration::ZERO);
    macro_rules! attempts {
        ($($call:expr),+ $(,)?) => {
            [$($call.retry(policy).await.map(drop)),+]
                .map(|ended| ended.expect_err("it failed").attempts())
        };
    }
    let once = attempts![
        client.create_call(new_call()),
        client.bulk_delete_calls(BulkDeleteCallsBody::new([ID])),
    ];
    assert_eq!(once, [1, 1]);
    let again = attempts![
        client.list_calls(),
        client.list_call_messages(ID),
        client.watch_concurrency(),
        client.get_recording(ID),
        client.download_recordings(DownloadRecordingsBody::new([ID])),
        client.list_call_logs(ID),
        client.get_call_trace(ID),
    ];
    assert_eq!(again, [2; 7]);
    assert_eq!(server.requests().len(), 16);
}

/// An operation's answer with a status and an error example, and what must be told of it.
macro_rules! refused {
    ($($status:literal $body:literal |$client:ident| $call:expr => $code:expr, $message:literal),+ $(,)?) => {$({
        let (_server, $client) = answering($status, &example("diga", $body)).await;
        let error = $call.await.map(drop).expect_err("it is refused");
        assert_eq!(error.kind(), ErrorKind::Api, "{error}");
        assert_eq!(error.provider_code(), $code, "{error}");
        assert_eq!(error.provider_message(), Some($message));
        let body = error.api_error().expect("a typed body");
        assert_eq!(body.error_code.as_deref(), $code);
        assert_eq!(body.detail.is_empty(), $code.is_some(), "one of the two shapes");
    })+};
}

#[tokio::test]
async fn errors_are_typed() {
    let once = || RetryPolicy::none();
    let delete = || BulkDeleteCallsBody::new([ID]);
    let download = || DownloadRecordingsBody::new([ID]);
    refused! {
        "400 Bad Request" "error-400-not-valid-field" |client| client.list_calls()
            => Some("NOT_VALID_FIELD"), "A field is not valid",
        "422 Unprocessable Content" "error-422-pagination" |client| client.list_calls()
            => Some("INVALID_PAGINATION_PARAMETERS"), "The page parameters contradict each other",
        // The other shape of the same status.
        "422 Unprocessable Content" "error-422-validation" |client| client.list_calls()
            => None::<&str>, "The value is not a UUID",
        "400 Bad Request" "error-400-non-spanish-phone-number" |client| client.create_call(new_call())
            => Some("NON_SPANISH_PHONE_NUMBER"), "Only Spanish numbers can be called",
        "404 Not Found" "error-404-phone-number-not-found" |client| client.create_call(new_call())
            => Some("PHONE_NUMBER_NOT_FOUND"), "There is no such number",
        "412 Precondition Failed" "error-412-sip-config-not-set" |client| client.create_call(new_call())
            => Some("SIP_CONFIG_NOT_SET"), "The number has no SIP settings",
        "400 Bad Request" "error-400-missing-id" |client| client.list_call_messages(ID)
            => Some("MISSING_ID"), "The id is missing",
        "401 Unauthorized" "error-401-invalid-api-key" |client| client.list_call_messages(ID)
            => Some("INVALID_API_KEY"), "The API key is not valid",
        "422 Unprocessable Content" "error-422-validation-body" |client| client.bulk_delete_calls(delete())
            => None::<&str>, "The value is not a UUID",
        "403 Forbidden" "error-403-internal-server-error" |client| client.bulk_delete_calls(delete())
            => Some("INTERNAL_SERVER_ERROR"), "The request is not allowed",
        "422 Unprocessable Content" "error-422-validation" |client| client.watch_concurrency()
            => None::<&str>, "The value is not a UUID",
        "422 Unprocessable Content" "error-422-validation" |client| client.get_recording(ID)
            => None::<&str>, "The value is not a UUID",
        "400 Bad Request" "error-400-bulk-download-limit-exceeded" |client| client.download_recordings(download())
            => Some("BULK_DOWNLOAD_LIMIT_EXCEEDED"), "Too many recordings are asked for",
        "404 Not Found" "error-404-no-recordings-found" |client| client.download_recordings(download())
            => Some("NO_RECORDINGS_FOUND"), "There are no recordings",
        "404 Not Found" "error-404-call-not-found" |client| client.list_call_logs(ID)
            => Some("CALL_NOT_FOUND"), "Call 550e8400-e29b-41d4-a716-446655440000 not found",
        "404 Not Found" "error-404-trace-not-found" |client| client.get_call_trace(ID)
            => Some("TRACE_NOT_FOUND"), "There is no such trace",
        "503 Service Unavailable" "error-503-tempo-unavailable" |client| client.get_call_trace(ID).retry(once())
            => Some("TEMPO_UNAVAILABLE"), "The traces cannot be reached",
        "504 Gateway Timeout" "error-504-tempo-timeout" |client| client.get_call_trace(ID).retry(once())
            => Some("TEMPO_TIMEOUT_API"), "The traces took too long",
    }
}

/// The service does not tell a call without messages from one that does not exist, so it is no empty list here.
#[tokio::test]
async fn a_call_without_messages_is_an_error_that_says_so() {
    let body = example("diga", "error-404-no-messages-for-call");
    let (server, client) = answering("404 Not Found", &body).await;
    let error = client
        .list_call_messages(ID)
        .await
        .expect_err("no messages");
    assert_eq!(
        (
            error.kind(),
            error.status().map(|status| status.as_u16()),
            error.provider_code()
        ),
        (ErrorKind::Api, Some(404), Some("NO_MESSAGES_FOR_CALL"))
    );
    assert_eq!(server.requests().len(), 1);
}

/// The last id of a page is where the next one begins, until the service says that there is no more; what the call asks for is asked
/// of every page.
#[tokio::test]
async fn calls_page_after_page() {
    let page = |ids: &[Uuid], has_more: bool| {
        let mut page = parsed("list_calls");
        let call = page["data"][0].clone();
        page["data"] = ids
            .iter()
            .map(|id| {
                let mut call = call.clone();
                call["id"] = json!(id);
                call
            })
            .collect();
        page["has_more"] = json!(has_more);
        // Told only when paging by number.
        page["total_pages"] = json!(null);
        page["first_id"] = json!(ids.first());
        page["last_id"] = json!(ids.last());
        Reply::Json("200 OK", page.to_string())
    };
    let last = uuid!("67e55044-10b1-426f-9247-bb680e5fe0c8");
    let server = Routed::start(move |target, _| {
        if target.contains(&format!("after={OTHER}")) {
            page(&[last], false)
        } else {
            page(&[ID, OTHER], true)
        }
    })
    .await;
    let client = client(server.base_url());
    let calls = client.list_calls().limit(2).status(CallStatus::Completed);
    let mut calls = calls.stream();
    let mut ids = Vec::new();
    while let Some(call) = calls.try_next().await.expect("answers") {
        ids.push(call.id);
    }
    assert_eq!(ids, [ID, OTHER, last]);
    assert_eq!(
        server.targets(),
        [
            "/v1/call/?limit=2&status=completed".to_owned(),
            format!("/v1/call/?after={OTHER}&limit=2&status=completed"),
        ]
    );
    assert!(calls.summary().is_complete(), "{}", calls.summary());
}

#[tokio::test]
async fn the_messages_of_a_call_without_any_are_an_error_at_once() {
    let body = example("diga", "error-404-no-messages-for-call");
    let (server, client) = answering("404 Not Found", &body).await;
    let mut messages = client.list_call_messages(ID).stream();
    let error = messages.try_next().await.expect_err("no messages");
    assert_eq!(error.provider_code(), Some("NO_MESSAGES_FOR_CALL"));
    assert!(!messages.summary().is_complete());
    assert_eq!(server.requests().len(), 1);
}

/// A log entry has a level and a category as plain text, so any is read; and no call any more once that was deleted.
#[test]
fn log_entries_are_read_whatever_they_say() {
    let mut body = parsed("list_call_logs");
    let entry = &mut body["data"][0];
    entry["level"] = json!("ERROR");
    entry["category"] = json!("TRANSFER");
    entry["call_id"] = Value::Null;
    let mut odd = entry.clone();
    odd["level"] = json!("trace");
    odd["category"] = json!("NEW");
    odd["event"] = json!(7);
    body["data"].as_array_mut().expect("a list").push(odd);
    let logs = ListCallLogs::read(body.to_string()).expect("reads");
    assert_eq!(logs.data[0].level, LogLevel::Error);
    assert_eq!(logs.data[0].category, LogCategory::Transfer);
    assert_eq!(logs.data[0].call_id, None);
    assert_eq!(logs.data[1].level, LogLevel::Unknown("trace".to_owned()));
    assert_eq!(
        logs.data[1].category,
        LogCategory::Unknown("NEW".to_owned())
    );
    assert_eq!(logs.data[1].event, "7");
    assert_eq!(logs.repairs()[0].path(), "/data/1/event");
    let kinds: Vec<_> = logs.drift().iter().map(|drift| drift.kind()).collect();
    assert_eq!(
        kinds,
        [
            DriftKind::UnknownValue,
            DriftKind::WrongType,
            DriftKind::UnknownValue
        ]
    );
}

/// The mock answers every operation from its example, and knows what is not there.
#[tokio::test]
async fn the_mock_serves_it() {
    let mock = Mock::start(Provider::Diga).await.expect("starts");
    let client = client(mock.base_url());
    assert_eq!(client.list_calls().await.expect("answered").data.len(), 50);
    let call = client.create_call(new_call()).await.expect("answered");
    assert_eq!(call.direction, CallDirection::Outbound);
    let messages = client.list_call_messages(ID).await.expect("answered");
    assert_eq!(messages.data.len(), 1);
    let live = client.watch_concurrency().await.expect("answered");
    let event = live.into_inner().next().await.expect("one event");
    assert_eq!(event.expect("it is read").active_calls, Some(3));
    client.get_recording(ID).await.expect("answered");
    let zip = client.download_recordings(DownloadRecordingsBody::new([ID]));
    let zip = zip.await.expect("answered");
    assert_eq!(zip.headers()["content-type"], "application/zip");
    assert_eq!(
        client
            .list_call_logs(ID)
            .await
            .expect("answered")
            .data
            .len(),
        1
    );
    assert_eq!(
        client
            .get_call_trace(ID)
            .await
            .expect("answered")
            .span_count,
        Some(3)
    );
    let deleted = client.bulk_delete_calls(BulkDeleteCallsBody::new([ID]));
    assert_eq!(deleted.await.expect("answered").deleted, Some(1));
    let gone = client.get_call(ID).await.expect_err("it was deleted");
    assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    let missing = uuid!("00000000-0000-0000-0000-000000000404");
    for (error, code) in [
        (
            client.list_call_messages(missing).await.map(drop),
            "NO_MESSAGES_FOR_CALL",
        ),
        (
            client.list_call_logs(missing).await.map(drop),
            "CALL_NOT_FOUND",
        ),
        (
            client.get_call_trace(missing).await.map(drop),
            "TRACE_NOT_FOUND",
        ),
    ] {
        let error = error.expect_err("it is not there");
        assert_eq!(error.provider_code(), Some(code));
    }
}

fn subjects() -> Vec<Subject> {
    vec![
        Subject {
            needed: &[
                "/data",
                "/has_more",
                "/data/*/id",
                "/data/*/agent_id",
                "/data/*/status",
                "/data/*/type",
                "/data/*/contact",
                "/data/*/created_date",
                "/data/*/contact/id",
                "/data/*/contact/created_date",
                "/data/*/contact/identifier",
                "/data/*/contact/contact_type",
            ],
            nullable: &[
                "/first_id",
                "/last_id",
                "/current_page",
                "/total_pages",
                "/data/*/agent_id",
                "/data/*/agent_version_id",
                "/data/*/phone_register_id",
                "/data/*/recording_url",
                "/data/*/start_time",
                "/data/*/end_time",
                "/data/*/duration",
                "/data/*/end_reason",
            ],
            checked: &[
                "/first_id",
                "/last_id",
                "/data/*/id",
                "/data/*/agent_id",
                "/data/*/agent_version_id",
                "/data/*/phone_register_id",
                "/data/*/contact/id",
                "/data/*/created_date",
                "/data/*/start_time",
                "/data/*/end_time",
                "/data/*/contact/created_date",
                "/data/*/status",
                "/data/*/type",
                "/data/*/contact/contact_type",
            ],
            vital: &["/data"],
            ..Subject::new("diga", "list_calls", |body| outcome(ListCalls::read(body)))
        },
        Subject {
            needed: &[
                "/id",
                "/agent_id",
                "/status",
                "/type",
                "/contact",
                "/created_date",
                "/contact/id",
                "/contact/identifier",
            ],
            nullable: &[
                "/agent_id",
                "/agent_version_id",
                "/phone_register_id",
                "/dynamic_variables",
                "/phone_id",
            ],
            free: &["/dynamic_variables/"],
            checked: &[
                "/id",
                "/status",
                "/type",
                "/created_date",
                "/phone_register_id",
            ],
            example: {
                let mut call = parsed("create_call");
                call["phone_id"] = Value::Null;
                call
            },
            vital: &["/id"],
            ..Subject::new("diga", "create_call", |body| {
                outcome(CreateCall::read(body))
            })
        },
        Subject {
            needed: &[
                "/data",
                "/has_more",
                "/data/*/id",
                "/data/*/created_date",
                "/data/*/role",
            ],
            nullable: &[
                "/first_id",
                "/last_id",
                "/current_page",
                "/total_pages",
                "/data/*/content",
            ],
            checked: &[
                "/first_id",
                "/last_id",
                "/data/*/id",
                "/data/*/created_date",
                "/data/*/role",
            ],
            vital: &["/data"],
            ..Subject::new("diga", "list_call_messages", |body| {
                outcome(ListCallMessages::read(body))
            })
        },
        Subject {
            needed: &["/deleted"],
            vital: &[""],
            ..Subject::new("diga", "bulk_delete_calls", |body| {
                outcome(BulkDeleteCalls::read(body))
            })
        },
        Subject {
            needed: &["/recording_url"],
            vital: &["/recording_url"],
            ..Subject::new("diga", "get_recording", |body| {
                outcome(GetRecording::read(body))
            })
        },
        Subject {
            needed: &[
                "/data",
                "/has_more",
                "/data/*/id",
                "/data/*/timestamp",
                "/data/*/level",
                "/data/*/category",
                "/data/*/event",
            ],
            nullable: &["/data/*/call_id", "/data/*/trace_id", "/data/*/data"],
            example: {
                let mut logs = parsed("list_call_logs");
                logs["data"][0]["level"] = json!("INFO");
                logs["data"][0]["category"] = json!("USER");
                logs
            },
            free: &["/data/0/data/"],
            checked: &[
                "/data/*/id",
                "/data/*/timestamp",
                "/data/*/level",
                "/data/*/category",
                "/data/*/call_id",
            ],
            vital: &["/data"],
            ..Subject::new("diga", "list_call_logs", |body| {
                outcome(ListCallLogs::read(body))
            })
        },
        Subject {
            needed: &[
                "/id",
                "/span_count",
                "/spans/*/id",
                "/spans/*/operation_name",
                "/spans/*/service_name",
                "/spans/*/start_time",
                "/spans/*/duration_ms",
                "/spans/*/children/*/children/*/duration_ms",
            ],
            nullable: &[
                "/call_id",
                "/root_service",
                "/start_time",
                "/end_time",
                "/duration_ms",
                "/spans/*/status",
                "/spans/*/children",
                "/spans/*/children/*/parent_span_id",
                "/spans/*/children/*/status",
                "/spans/*/children/*/children",
                "/spans/*/children/*/children/*/parent_span_id",
                "/spans/*/children/*/children/*/status",
            ],
            free: &[
                "/spans/0/tags/",
                "/spans/0/children/0/tags/",
                "/spans/0/children/0/children/0/tags/",
            ],
            checked: &[
                "/call_id",
                "/start_time",
                "/end_time",
                "/spans/*/start_time",
                "/spans/*/children/*/start_time",
            ],
            vital: &["/id"],
            ..Subject::new("diga", "get_call_trace", |body| {
                outcome(GetCallTrace::read(body))
            })
        },
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_damaged_answer_is_read_and_every_damage_is_told(
        index in any::<prop::sample::Index>(),
        damages in prop::collection::vec(damage(), 1..4),
    ) {
        let subjects = subjects();
        subjects[index.index(subjects.len())].survives(&damages)?;
    }
}

#[test]
fn the_undamaged_examples_need_no_repair() {
    for subject in subjects() {
        subject.assert_sound();
    }
}

/// The link is what a recording is asked for, and an empty text is none, though the type hides it.
#[test]
fn a_recording_without_its_link_is_none() {
    for body in [r#"{"recording_url":""}"#, r#"{"recording_url":null}"#] {
        let error = GetRecording::read(body).expect_err(body);
        assert_eq!(
            (error.kind(), error.json_path()),
            (ErrorKind::Decode, Some("/recording_url"))
        );
    }
}
