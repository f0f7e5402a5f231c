//! Answers over real HTTP that are not what their documents say: nothing is made up, nothing is lost, and what is no answer is an
//! error.

use callslip_core::{DriftKind, ErrorKind};
use callslip_tests::examples::example;
use callslip_tests::server::Server;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::{Uuid, uuid};

const ID: Uuid = uuid!("7d0f1c52-6f0e-4e1e-9c0a-5f2a8b3c4d5e");

async fn serving(body: impl ToString) -> Server {
    Server::start("200 OK", body.to_string()).await
}

fn highlevel(server: &Server) -> callslip_highlevel::Client {
    let client = callslip_highlevel::Client::builder()
        .base_url(server.base_url())
        .access_token("t")
        .build();
    client.expect("builds")
}

fn diga(server: &Server) -> callslip_diga::Client {
    let client = callslip_diga::Client::builder()
        .base_url(server.base_url())
        .api_key("k")
        .build();
    client.expect("builds")
}

fn credira(server: &Server) -> callslip_credira::Client {
    let client = callslip_credira::Client::builder()
        .base_url(server.base_url())
        .api_key("k")
        .build();
    client.expect("builds")
}

fn liner(server: &Server) -> callslip_liner::Client {
    let client = callslip_liner::Client::builder()
        .base_url(server.base_url())
        .api_key("k")
        .build();
    client.expect("builds")
}

fn twenty2(server: &Server) -> callslip_twenty2::Client {
    let client = callslip_twenty2::Client::builder()
        .base_url(server.base_url())
        .credentials("k", "s")
        .workspace_id("w")
        .build();
    client.expect("builds")
}

/// A log with one field as it is given, in JSON.
fn log_with(field: &str, value: &str) -> String {
    let fields = [
        ("id", "\"log-1\""),
        ("agentId", "\"agent-1\""),
        ("createdAt", "\"2026-03-01T08:00:00Z\""),
        ("duration", "61"),
        ("executedCallActions", "[]"),
        ("isAgentDeleted", "false"),
        ("transcript", "\"bot: good morning\""),
    ];
    let mut body: Vec<String> = fields
        .iter()
        .filter(|(name, _)| *name != field)
        .map(|(name, value)| format!("{name:?}: {value}"))
        .collect();
    body.push(format!("{field:?}: {value}"));
    format!("{{{}}}", body.join(", "))
}

/// A call of Diga's with its time as it is given, in JSON.
fn call_at(created: &str) -> String {
    format!(
        r#"{{"id": "{ID}", "agent_id": null, "status": "completed", "type": "inbound", "created_date": {created},
            "contact": {{"id": "{ID}", "identifier": "x", "contact_type": "phone", "created_date": "2026-03-01T08:00:00Z"}}}}"#
    )
}

#[tokio::test]
async fn a_truth_value_is_what_the_service_meant_or_absent() {
    for (sent, read) in [
        ("\"True\"", Some(true)),
        ("\"true\"", Some(true)),
        ("\"TRUE\"", Some(true)),
        ("\"1\"", Some(true)),
        ("1", Some(true)),
        ("1.0", Some(true)),
        ("\"yes\"", Some(true)),
        ("\"Yes\"", Some(true)),
        ("\"False\"", Some(false)),
        ("\"no\"", Some(false)),
        ("\"0\"", Some(false)),
        ("0", Some(false)),
        ("0.0", Some(false)),
        // What is not clear is not decided here.
        ("\"\"", None),
        ("\"deleted\"", None),
        ("2", None),
        ("-1", None),
        ("0.5", None),
        ("null", None),
        ("[]", None),
        ("[true]", None),
        ("{}", None),
    ] {
        let server = serving(log_with("isAgentDeleted", sent)).await;
        let log = highlevel(&server).get_call_log("c", "l").await;
        let log = log.unwrap_or_else(|error| panic!("{sent}: {error}"));
        assert_eq!(log.is_agent_deleted, read, "{sent}");
        let told: Vec<_> = log.repairs().iter().map(|repair| repair.path()).collect();
        assert_eq!(told, ["/isAgentDeleted"], "{sent}");
    }
}

#[tokio::test]
async fn what_a_list_s_item_lacks_is_absent_and_told_of_that_item() {
    let bare = r#"{"id": "log-1", "agentId": "agent-1", "createdAt": "2026-03-01T08:00:00Z", "executedCallActions": [], "transcript": [{"role": "bot", "text": "good morning"}], "durationInSeconds": 61}"#;
    let odd = log_with("duration", "\"1 min 1 s\"").replace("false", "\"True\"");
    let server = serving(format!(r#"{{"callLogs": [{bare}, {odd}], "total": 2}}"#)).await;
    let mut stream = highlevel(&server).list_call_logs("l").stream();
    let first = stream.try_next().await.expect("answers").expect("a log");
    assert_eq!((first.duration, first.is_agent_deleted), (None, None));
    assert_eq!(first.transcript, "", "visibly empty");
    let told: Vec<_> = first.repairs().iter().map(|repair| repair.path()).collect();
    assert_eq!(told, ["/transcript", "/isAgentDeleted", "/duration"]);
    assert_eq!(first.raw().get(), bare);
    let second = stream.try_next().await.expect("answers").expect("a log");
    assert_eq!(
        (second.duration, second.is_agent_deleted),
        (None, Some(true))
    );
    let told: Vec<_> = second
        .repairs()
        .iter()
        .map(|repair| repair.path())
        .collect();
    assert_eq!(told, ["/isAgentDeleted", "/duration"]);
    assert_eq!(second.raw().get(), odd);
    assert!(stream.try_next().await.expect("answers").is_none());
    let summary = stream.summary();
    assert_eq!((summary.mended(), summary.delivered()), (2, 2));
    assert!(summary.to_string().contains("2 mended"), "{summary}");
}

/// What a call of each of the operations that read one record ends in.
macro_rules! each_record {
    ($body:expr, |$operation:ident, $outcome:ident| $check:expr) => {{
        let body: &str = $body;
        each_record!(@ "credira", credira(body).get_call("c"), |$operation, $outcome| $check);
        each_record!(@ "twenty2", twenty2(body).get_call_detail("c"), |$operation, $outcome| $check);
        each_record!(@ "liner", liner(body).get_call_record(7), |$operation, $outcome| $check);
        each_record!(@ "diga recording", diga(body).get_recording(ID), |$operation, $outcome| $check);
        each_record!(@ "diga trace", diga(body).get_call_trace(ID), |$operation, $outcome| $check);
        each_record!(@ "highlevel", highlevel(body).get_call_log("c", "l"), |$operation, $outcome| $check);
    }};
    (@ $name:literal, $client:ident($body:ident).$call:ident($($arg:expr),*), |$operation:ident, $outcome:ident| $check:expr) => {{
        let server = serving($body).await;
        let $outcome = $client(&server).$call($($arg),*).await;
        let $outcome = $outcome
            .map(|_| ())
            .map_err(|error| (error.kind(), error.raw_body().map(|body| body.to_vec()), error.api_error().is_some()));
        let $operation = $name;
        $check
    }};
}

#[tokio::test]
async fn an_error_that_says_200_is_an_error_and_never_a_record() {
    use ErrorKind::{Api, Decode};
    // Which services document such an error.
    let cases: [(&str, &[&str]); 7] = [
        (r#"{"error": "unknown"}"#, &["highlevel"]),
        (
            r#"{"success": "false", "error": {"code": "GONE", "message": "it is gone"}}"#,
            &["credira", "twenty2", "liner"],
        ),
        (
            r#"{"success": 0, "error": {"code": "GONE", "message": "it is gone"}}"#,
            &["credira", "twenty2", "liner"],
        ),
        (
            r#"{"message": "Please sign in."}"#,
            &[
                "twenty2",
                "highlevel",
                "liner",
                "diga recording",
                "diga trace",
            ],
        ),
        (r#"{"fault": {"text": "it is gone"}}"#, &[]),
        (r#"{"success": true}"#, &[]),
        ("{}", &[]),
    ];
    for (body, documented) in cases {
        each_record!(body, |operation, outcome| {
            let wanted = if documented.contains(&operation) {
                Api
            } else {
                Decode
            };
            let (kind, raw, typed) = outcome.expect_err(&format!("{operation} {body}: no record"));
            assert_eq!(kind, wanted, "{operation} {body}");
            assert_eq!(typed, wanted == Api, "{operation} {body}");
            assert_eq!(raw.as_deref(), Some(body.as_bytes()), "what came is there");
        });
    }
    // The documented body of an error, whole, whatever the status says.
    for (provider, name, kind) in [
        ("credira", "error-404-not-found", Api),
        ("twenty2", "error-404-not-found", Api),
        ("liner", "error-404-not-found", Api),
        ("diga", "error-404-trace-not-found", Api),
        ("highlevel", "error-404-not-found", Api),
    ] {
        let body = example(provider, name);
        each_record!(
            &body,
            |operation, outcome| if operation.starts_with(provider) {
                let (found, ..) = outcome.expect_err("an error");
                assert_eq!(found, kind, "{operation}");
            }
        );
    }
}

#[tokio::test]
async fn a_record_without_its_identity_is_none() {
    for body in [
        r#"{"success": true, "data": {"duration": 61}, "meta": {}}"#,
        r#"{"success": true, "data": {"id": "", "duration": 61}, "meta": {}}"#,
        r#"{"success": true, "data": {"id": null, "duration": 61}, "meta": {}}"#,
        r#"{"success": true, "data": null, "meta": {}}"#,
        r#"{"success": true, "data": {}, "meta": {}}"#,
        r#"{"success": true, "data": [], "meta": {}}"#,
    ] {
        let server = serving(body).await;
        let error = credira(&server).get_call("c").await.expect_err(body);
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
        let place = error.json_path().unwrap_or_default();
        assert!(place.starts_with("/data"), "{body}: {place}");
        let error = liner(&server).get_call_record(7).await.expect_err(body);
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }
}

/// Each form, and the moment that it is; none where there is more than one.
const TIMES: [(&str, Option<&str>); 16] = [
    (r#""2024-01-15T10:30:00Z""#, Some("2024-01-15T10:30:00Z")),
    (
        r#""2024-01-15T10:30:00+0000""#,
        Some("2024-01-15T10:30:00Z"),
    ),
    (r#""2024-01-15T11:30:00+01""#, Some("2024-01-15T10:30:00Z")),
    (r#""2024-01-15T11:30+01:00""#, Some("2024-01-15T10:30:00Z")),
    (r#""2024-01-15T10:30Z""#, Some("2024-01-15T10:30:00Z")),
    (r#""2024-01-15 10:30:00 UTC""#, Some("2024-01-15T10:30:00Z")),
    ("1705314600", Some("2024-01-15T10:30:00Z")),
    (r#""1705314600""#, Some("2024-01-15T10:30:00Z")),
    ("1705314600000", Some("2024-01-15T10:30:00Z")),
    (r#""1705314600000""#, Some("2024-01-15T10:30:00Z")),
    (
        r#""Mon, 15 Jan 2024 10:30:00 GMT""#,
        Some("2024-01-15T10:30:00Z"),
    ),
    (
        r#""Mon, 15 Jan 2024 11:30:00 +0100""#,
        Some("2024-01-15T10:30:00Z"),
    ),
    (r#""2024-01-15T10:30:00""#, None),
    (r#""2024-01-15""#, None),
    (r#""yesterday""#, None),
    ("12", None),
];

fn moment(text: Option<&str>) -> Option<DateTime<Utc>> {
    text.map(|text| text.parse().expect("a time"))
}

#[tokio::test]
async fn a_time_in_another_form_is_read_or_absent_and_never_costs_the_call() {
    for (sent, read) in TIMES {
        let body = call_at(sent);
        let server = serving(&body).await;
        let call = diga(&server).get_call(ID).await;
        let call = call.unwrap_or_else(|error| panic!("{sent}: {error}"));
        assert_eq!((call.id, call.created_date), (ID, moment(read)), "{sent}");
        let told: Vec<_> = call
            .repairs()
            .iter()
            .map(|repair| (repair.path(), repair.kind()))
            .collect();
        if sent == r#""2024-01-15T10:30:00Z""# {
            assert!(told.is_empty(), "{told:?}");
        } else {
            assert_eq!(told, [("/created_date", DriftKind::WrongType)], "{sent}");
        }
        let raw: Value = serde_json::from_slice(call.raw()).expect("JSON");
        assert_eq!(raw["created_date"].to_string(), sent, "its text is there");
    }
}

#[tokio::test]
async fn times_in_another_form_set_no_item_aside() {
    let calls: Vec<String> = TIMES
        .iter()
        .enumerate()
        .map(|(number, (sent, _))| {
            let id = format!("\"id\": \"00000000-0000-4000-8000-{:012}\"", number + 1);
            call_at(sent).replacen(&format!("\"id\": \"{ID}\""), &id, 1)
        })
        .collect();
    let server = serving(format!(
        r#"{{"data": [{}], "has_more": false}}"#,
        calls.join(",")
    ))
    .await;
    let mut stream = diga(&server).list_calls().stream();
    for (sent, read) in TIMES {
        let call = stream.try_next().await.expect("answers").expect(sent);
        assert_eq!(call.created_date, moment(read), "{sent}");
        let raw: Value = serde_json::from_str(call.raw().get()).expect("JSON");
        assert_eq!(raw["created_date"].to_string(), sent, "its text is there");
    }
    assert!(stream.try_next().await.expect("answers").is_none());
    let summary = stream.summary();
    assert!(
        stream.set_aside().is_empty() && summary.set_aside() == 0 && summary.is_complete(),
        "{summary}"
    );
    assert_eq!(summary.mended(), TIMES.len() as u64 - 1);
}

#[tokio::test]
async fn a_duration_may_have_a_fraction() {
    let call = r#"{"call_id": "c1", "duration_seconds": 94.5, "billed_duration_seconds": 94.25}"#;
    let server = serving(format!(
        r#"{{"success": true, "call": {call}, "input_parameters": {{}}, "output_parameters": {{}}}}"#
    ))
    .await;
    let detail = twenty2(&server)
        .get_call_detail("c1")
        .await
        .expect("decodes");
    let call_of_it = &detail.call;
    assert_eq!(call_of_it.duration_seconds, Some(94.5));
    assert_eq!(call_of_it.billed_duration_seconds, Some(94.25));
    assert!(
        detail.repairs().is_empty() && detail.drift().is_empty(),
        "{:?}",
        detail.drift()
    );

    let body = r#"{"success": true, "calls": [{"call_id": "c1", "duration_seconds": 94.5}]}"#;
    let server = serving(body).await;
    let mut stream = twenty2(&server).list_calls().stream();
    let call = stream.try_next().await.expect("answers").expect("a call");
    assert_eq!(call.duration_seconds, Some(94.5));
    assert_eq!(stream.summary().mended(), 0);
}

/// What a body says, read and written again, is the body: to the byte, in any build.
macro_rules! same {
    ($body:expr, |$server:ident| $call:expr) => {{
        let body: &str = $body;
        let $server = serving(body).await;
        let answer = $call
            .await
            .unwrap_or_else(|error| panic!("{body}: {error}"));
        assert_eq!(serde_json::to_string(&answer).expect("written"), body);
        assert_eq!(answer.raw(), body.as_bytes());
        answer
    }};
}

#[tokio::test]
async fn no_digit_of_a_number_is_changed() {
    let body = log_with(
        "extractedData",
        r#"{"card": 89014103211118510720, "balance": 98765432109876543.21, "rate": 1.10, "share": 1E-7, "sum": 0.30000000000000004}"#,
    )
    .replace("61", "9007199254740993");
    let log = same!(&body, |server| highlevel(&server).get_call_log("c", "l"));
    for digits in [
        "89014103211118510720",
        "98765432109876543.21",
        "1.10,",
        "1E-7",
        "0.30000000000000004",
        "9007199254740993",
    ] {
        let raw = std::str::from_utf8(log.raw()).expect("text");
        assert!(raw.contains(digits), "{digits}");
    }

    let page = format!(r#"{{"callLogs": [{body}], "total": 1}}"#);
    let server = serving(&page).await;
    let mut stream = highlevel(&server).list_call_logs("l").stream();
    let item = stream.try_next().await.expect("answers").expect("a log");
    assert_eq!(item.raw().get(), body);
    assert_eq!(serde_json::to_string(&item).expect("written"), body);
}

#[tokio::test]
async fn what_is_read_and_written_again_is_what_came() {
    // Empty lists of optional fields, and digits that a float does not give back in every build.
    let body = r#"{"success":true,"data":{"id":"call-7","tags":[],"keywords":[],"duration":33.300000000000004},"meta":{}}"#;
    let call = same!(body, |server| credira(&server).get_call("call-7"));
    assert!(call.repairs().is_empty(), "{:?}", call.repairs());

    // A message that says nothing and calls no tool.
    let body = format!(
        r#"{{"data":[{{"id":"{ID}","created_date":"2026-03-01T08:00:00Z","role":"user","content":null,"tool_call":null}}],"has_more":false}}"#
    );
    same!(&body, |server| diga(&server).list_call_messages(ID));

    // Parameters of another kind of action than the tag says.
    let body = log_with(
        "executedCallActions",
        r#"[{"actionType":"SMS","actionName":"n","actionParameters":{"triggerPrompt":"p","triggerMessage":"m","workflowId":"w"}}]"#,
    );
    same!(&body, |server| highlevel(&server).get_call_log("c", "l"));

    // Nulls, lists and objects with nothing in them, unknown fields, and an action of each kind that has empty parts.
    let body = r#"{"id":"log-1","agentId":"agent-1","isAgentDeleted":false,"createdAt":"2026-03-01T08:00:00.000Z","duration":7.1000000000000005,
        "trialCall":false,"executedCallActions":[{"actionType":"CUSTOM_ACTION","actionName":"x","actionParameters":{"triggerPrompt":"p",
        "triggerMessage":"m","selectedPaths":[],"apiDetails":{"url":"u","method":"GET","headers":[],"parameters":[]}}},
        {"actionType":"DATA_EXTRACTION","actionName":"y","actionParameters":{"contactFieldId":"f","description":"d","examples":[]}},
        {"actionType":"KNOWLEDGE_BASE","actionName":"k","actionParameters":{}}],"summary":"","transcript":"","fromNumber":null,
        "extractedData":{"share":0.30000000000000004},"transcriptWithToolCalls":[],"translation":{},"voicemailUrl":"https://files.example/v"}"#;
    let log = same!(body, |server| highlevel(&server).get_call_log("c", "l"));
    assert_eq!(log.executed_call_actions.len(), 3);

    // Nothing is made up: no flag where none was sent.
    let body = r#"{"message":"","data":{"id":9,"durationSeconds":61}}"#;
    let record = same!(body, |server| liner(&server).get_call_record(9));
    assert_eq!(record.data.id, 9);

    // As Diga answers by now: what its document left out is documented.
    let body = format!(
        r#"{{"id":"{ID}","agent_id":null,"agent_version_id":null,"status":"completed","type":"inbound","contact":{{"id":"{ID}","created_date":"2026-03-01T08:00:00Z","identifier":"x","contact_type":"call"}},"phone_register_id":null,"created_date":"2026-03-01T08:00:00Z"}}"#
    );
    let call = same!(&body, |server| diga(&server).get_call(ID));
    assert!(call.drift().is_empty(), "{:?}", call.drift());
    assert!(call.repairs().is_empty(), "{:?}", call.repairs());
}

/// A change that was carried out is not told to have failed, whichever 2xx says so.
#[tokio::test]
async fn any_2xx_of_a_change_is_success_or_says_that_it_was_accepted() {
    let accepted = "the service accepted the request, do not repeat it";
    for status in [
        "200 OK",
        "201 Created",
        "202 Accepted",
        "203 Non-Authoritative Information",
    ] {
        let server = Server::start(status, example("credira", "delete_callout")).await;
        credira(&server).delete_callout("c").await.expect(status);
        let server = Server::start(status, example("diga", "bulk_delete_calls")).await;
        let body = callslip_diga::types::BulkDeleteCallsBody::new([ID]);
        let deleted = diga(&server).bulk_delete_calls(body).await.expect(status);
        assert_eq!(deleted.deleted, Some(1));
    }
    for status in ["201 Created", "202 Accepted", "204 No Content"] {
        let server = Server::start(status, "").await;
        let error = credira(&server)
            .delete_callout("c")
            .await
            .expect_err(status);
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::Decode, 1),
            "{status}"
        );
        assert!(error.to_string().contains(accepted), "{error}");
        let body = callslip_diga::types::BulkDeleteCallsBody::new([ID]);
        let error = diga(&server)
            .bulk_delete_calls(body)
            .await
            .expect_err(status);
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::Decode, 1),
            "{status}"
        );
        assert!(error.to_string().contains(accepted), "{error}");
        assert_eq!(server.requests().len(), 2, "nothing is repeated");
    }
    // What reads has changed nothing, so that nothing is told of that.
    let server = serving(json!([])).await;
    let error = diga(&server).get_call(ID).await.expect_err("no call");
    assert!(!error.to_string().contains("accepted"), "{error}");
}
