//! What a program does with each SDK: reads an answer, writes it and reads it again, goes through a list, meets an error.
//!
//! Nothing is said here about the SDKs' own types beyond what such a program says: values are looked at in the JSON that is
//! written. So it holds with any features of the crates around them.

#[macro_use]
#[path = "../../../tests/src/providers.rs"]
mod providers;
mod server;

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use server::Server;

const ID: &str = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let server = Server::start();
    liner(&server).await;
    twenty2(&server).await;
    diga(&server).await;
    credira(&server).await;
    highlevel(&server).await;
    every_sdk(&server).await;
    neighbours();
    println!("every SDK reads, writes, lists and fails as it should");
}

/// Writes a value and reads it again: the same, and each of these at its place.
#[track_caller]
fn round_trip<T>(value: &T, expected: &[(&str, Value)])
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let text = serde_json::to_string(value).expect("it can be written");
    let again: T = serde_json::from_str(&text).expect("what was written can be read");
    assert_eq!(*value, again, "the same value");
    // Through a tree, too: what a program does that puts records into documents of its own.
    let tree = serde_json::to_value(value).expect("it can be written into a tree");
    let again: T = serde_json::from_value(tree.clone()).expect("and read from one");
    assert_eq!(*value, again, "the same value by way of a tree");
    for (pointer, wanted) in expected {
        let found = tree.pointer(pointer);
        assert_eq!(found, Some(wanted), "{pointer} of {text}");
    }
}

/// Goes through a list and looks at each item as above; it must be complete.
macro_rules! list {
    ($request:expr, $($pointer:literal : $wanted:expr),+) => {{
        let mut items = $request.stream();
        let mut count = 0;
        while let Some(item) = items.try_next().await.expect("the list goes on") {
            let tree = serde_json::to_value(&item).expect("it can be written");
            $(assert_eq!(tree.pointer($pointer), Some(&json!($wanted)), "{} of {tree}", $pointer);)+
            count += 1;
        }
        assert_eq!(count, 1);
        assert!(items.summary().is_complete(), "{}", items.summary());
    }};
}

/// An error with a status and a body as documented.
macro_rules! refused {
    ($request:expr, $status:literal) => {{
        let error = $request.await.expect_err("it is refused");
        assert_eq!(error.status().map(|status| status.as_u16()), Some($status), "{error}");
        assert!(error.api_error().is_some(), "{error}");
        assert!(!error.to_string().is_empty() && error.raw_body().is_some());
    }};
}

async fn liner(server: &Server) {
    let liner = callslip_liner::Client::builder()
        .base_url(&server.url)
        .api_key("k")
        .retry(callslip_liner::RetryPolicy::none())
        .build()
        .expect("builds");
    let record = r#"{"id": 123, "userId": 456, "leadId": 789, "isTransfer": false, "durationSeconds": 60,
        "fileUrl": "https://example.com/record.mp3", "recordSummary": null, "createdAt": "2024-01-01T00:00:00Z"}"#;
    let path = "/v2/call-record/detail/123/";
    let whole = format!(r#"{{"success": true, "message": "", "data": {record}}}"#);
    server.answer(path, 200, &whole);
    let answer = liner.get_call_record(123).await.expect("answers");
    assert!(answer.repairs().is_empty(), "{:?}", answer.repairs());
    round_trip(&*answer, &[("/data/durationSeconds", json!(60)), ("/data/isTransfer", json!(false))]);

    // A text in the place of a number: mended, and told.
    server.answer(path, 200, &whole.replace("456", r#""x""#));
    let answer = liner.get_call_record(123).await.expect("mended");
    assert!(!answer.repairs().is_empty());
    round_trip(&*answer, &[("/data/id", json!(123))]);

    let list = format!(r#"{{"success": true, "message": "", "data": {{"list": [«{record}»], "next": null, "total": 1}}}}"#);
    server.answer("/v2/call-record/", 200, &list);
    list!(liner.list_call_records(), "/id": 123, "/durationSeconds": 60);

    server.answer(path, 404, r#"{"success": false, "message": "no such record", "data": null}"#);
    let error = liner.get_call_record(123).await.expect_err("it is refused");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
}

async fn twenty2(server: &Server) {
    let twenty2 = callslip_twenty2::Client::builder()
        .base_url(&server.url)
        .credentials("k", "s")
        .workspace_id("w")
        .retry(callslip_twenty2::RetryPolicy::none())
        .build()
        .expect("builds");
    let call = r#"{"call_id": "c1", "agent_id": "a1", "status": "completed", "direction": "outbound", "callee_phone": "9",
        "caller_phone": "9", "duration_seconds": 94, "billed_duration_seconds": 94, "cost": "15.67 INR",
        "started_at": "2024-12-25T10:00:00Z", "ended_at": "2024-12-25T10:01:34Z"}"#;
    server.answer("/call/detail", 200, &format!(
        r#"{{"success": true, "call": {call}, "input_parameters": {{"score": 12345678901234567890, "part": 0.1}},
            "output_parameters": {{"interested": "yes", "amount": 1.5}}}}"#
    ));
    let answer = twenty2.get_call_detail("c1").await.expect("answers");
    assert!(answer.repairs().is_empty(), "{:?}", answer.repairs());
    // Free-form JSON, with numbers of every kind.
    round_trip(&*answer, &[
        ("/call/call_id", json!("c1")),
        ("/output_parameters/amount", json!(1.5)),
        ("/input_parameters/score", json!(12345678901234567890_u64)),
        ("/input_parameters/part", json!(0.1)),
    ]);

    server.answer("/call/logs", 200, &format!(r#"{{"success": true, "calls": [{call}]}}"#));
    let page = twenty2.list_calls().await.expect("answers");
    round_trip(&*page, &[("/calls/0/call_id", json!("c1"))]);

    server.answer("/call/detail", 404, r#"{"statusCode": 404, "message": "Call not found", "error": "Not Found"}"#);
    refused!(twenty2.get_call_detail("c1"), 404);
}

async fn diga(server: &Server) {
    let diga = callslip_diga::Client::builder()
        .base_url(&server.url)
        .api_key("k")
        .retry(callslip_diga::RetryPolicy::none())
        .build()
        .expect("builds");
    let id: uuid::Uuid = ID.parse().expect("an id");
    let call = format!(
        r#"{{"id": "{ID}", "agent_id": "{ID}", "status": "dialing", "type": "inbound", "phone_register_id": "{ID}",
        "contact": {{"id": "{ID}", "created_date": "2023-11-07T05:31:56Z", "identifier": "x", "contact_type": "call"}},
        "created_date": "2023-11-07T05:31:56Z", "start_time": "2023-11-07T05:31:56Z", "duration": 123}}"#
    );
    let path = "/v1/call/3c90c3cc-0d44-4b50-8888-8dd25736052a";
    server.answer(path, 200, &call);
    let answer = diga.get_call(id).await.expect("answers");
    assert!(answer.repairs().is_empty(), "{:?}", answer.repairs());
    round_trip(&*answer, &[("/id", json!(ID)), ("/duration", json!(123))]);

    server.answer("/v1/call/", 200, &format!(
        r#"{{"data": [«{call}»], "has_more": false, "first_id": "{ID}", "last_id": "{ID}", "current_page": 1, "total_pages": 1}}"#
    ));
    list!(diga.list_calls(), "/id": ID, "/duration": 123);

    // A union whose tag comes late, after numbers.
    server.answer("/v1/call/3c90c3cc-0d44-4b50-8888-8dd25736052a/message", 200, &format!(
        r#"{{"data": [{{"id": "{ID}", "created_date": "2023-11-07T05:31:56Z", "role": "tool", "tool_call":
            {{"payload": {{"n": 7, "f": 0.1}}, "status": "success", "function_name": "f", "type": "function"}}}}],
            "has_more": false, "first_id": "{ID}", "last_id": "{ID}"}}"#
    ));
    let messages = diga.list_call_messages(id).await.expect("answers");
    assert!(messages.repairs().is_empty(), "{:?}", messages.repairs());
    round_trip(&*messages, &[
        ("/data/0/tool_call/payload/n", json!(7)),
        ("/data/0/tool_call/payload/f", json!(0.1)),
    ]);

    server.answer(path, 404, r#"{"status": "error", "error_code": "CALL_NOT_FOUND", "message": "not found"}"#);
    refused!(diga.get_call(id), 404);
}

async fn credira(server: &Server) {
    let credira = callslip_credira::Client::builder()
        .base_url(&server.url)
        .api_key("k")
        .retry(callslip_credira::RetryPolicy::none())
        .build()
        .expect("builds");
    let meta = r#""timestamp": "2024-01-15T10:30:00Z", "request_id": "r1""#;
    let call = r#"{"id": "c1", "invoice_id": "i1", "duration": 180, "status": "completed", "from": "+1", "to": "+2",
        "confidence_score": 0.95, "voice_agent_id": "a", "timezone": "UTC", "account_id": "a",
        "created_time": "2024-01-15T10:30:00Z"}"#;
    server.answer("/calls/c1", 200, &format!(r#"{{"success": true, "data": {call}, "meta": {{{meta}}}}}"#));
    let answer = credira.get_call("c1").await.expect("answers");
    round_trip(&*answer, &[("/data/confidence_score", json!(0.95)), ("/data/duration", json!(180))]);

    server.answer("/calls", 200, &format!(
        r#"{{"success": true, "data": [«{call}»], "meta": {{{meta}, "total_calls": 1}}}}"#
    ));
    list!(credira.list_calls("i1"), "/id": "c1", "/confidence_score": 0.95);

    server.answer("/callouts/o1/response", 200, &format!(
        r#"{{"success": true, "data": {{"callout_id": "o1", "status": "completed", "total_attempts": 1, "successful_attempts": 1,
            "responses": [{{"duration": 180, "confidence_score": 0.1, "keywords": [], "attempt_id": "t1", "status": "completed",
            "timestamp": "2024-01-20T10:00:00Z", "type": "call"}},
            {{"weight": 1.25, "attempt_id": "t2", "type": "pigeon"}}],
            "created_time": "2024-01-19T09:00:00Z"}}, "meta": {{{meta}}}}}"#
    ));
    let answer = credira.get_callout_response("o1").await.expect("answers");
    let callslip_credira::types::ContactAttempt::Call(_) = &answer.data.responses[0] else {
        panic!("the late tag was not met: {:?}", answer.repairs());
    };
    round_trip(&*answer, &[
        ("/data/responses/0/duration", json!(180)),
        ("/data/responses/0/confidence_score", json!(0.1)),
        ("/data/responses/1/weight", json!(1.25)),
    ]);

    server.answer("/calls/c1", 404, &format!(
        r#"{{"success": false, "error": {{"code": "NOT_FOUND", "message": "Call not found"}}, "meta": {{{meta}}}}}"#
    ));
    refused!(credira.get_call("c1"), 404);
}

async fn highlevel(server: &Server) {
    use callslip_highlevel::types::ExecutedCallAction;

    let highlevel = callslip_highlevel::Client::builder()
        .base_url(&server.url)
        .access_token("t")
        .retry(callslip_highlevel::RetryPolicy::none())
        .build()
        .expect("builds");
    // Each tag comes after numbers: a known variant, one whose content is not as documented, one that nobody knows.
    let log = r#"{"id": "c1", "agentId": "a1", "isAgentDeleted": false, "createdAt": "2024-01-15T10:30:00.000Z",
        "duration": 180.25, "trialCall": false, "summary": "s", "transcript": "t", "executedCallActions": [
        {"actionParameters": {"calendarId": "k", "daysOfOfferingDates": 3, "slotsPerDay": 3, "hoursBetweenSlots": 1.5},
         "actionId": "x", "actionName": "n", "executedAt": "2024-01-15T10:36:45.000Z", "actionType": "APPOINTMENT_BOOKING"},
        {"actionParameters": {"weights": [0.1, 2e3], "big": 12345678901234567890}, "actionName": "n", "actionType": "NEW"}]}"#;
    server.answer("/voice-ai/dashboard/call-logs/c1", 200, log);
    let answer = highlevel.get_call_log("c1", "l1").await.expect("answers");
    assert!(answer.repairs().is_empty(), "{:?}", answer.repairs());
    match answer.executed_call_actions.as_slice() {
        [ExecutedCallAction::AppointmentBooking(_), ExecutedCallAction::Unknown(other)] => {
            assert_eq!(other.tag(), Some("NEW"));
        }
        other => panic!("the late tags were not met: {other:?}"),
    }
    round_trip(&*answer, &[
        ("/duration", json!(180.25)),
        ("/executedCallActions/0/actionParameters/hoursBetweenSlots", json!(1.5)),
        ("/executedCallActions/1/actionParameters/weights/0", json!(0.1)),
        ("/executedCallActions/1/actionParameters/big", json!(12345678901234567890_u64)),
    ]);

    // A number that came as a text, beside unions with late tags: the way that mends.
    server.answer("/voice-ai/dashboard/call-logs/c1", 200, &log.replace("180.25", r#""soon""#));
    let answer = highlevel.get_call_log("c1", "l1").await.expect("mended");
    assert_eq!(answer.repairs().len(), 1, "{:?}", answer.repairs());
    round_trip(&*answer, &[
        ("/executedCallActions/0/actionParameters/hoursBetweenSlots", json!(1.5)),
        ("/executedCallActions/1/actionParameters/weights/0", json!(0.1)),
    ]);

    server.answer("/voice-ai/dashboard/call-logs", 200, &format!(
        r#"{{"total": 1, "page": 1, "pageSize": 10, "callLogs": [«{log}»]}}"#
    ));
    list!(highlevel.list_call_logs("l1"), "/id": "c1", "/duration": 180.25);

    server.answer("/voice-ai/dashboard/call-logs/c1", 401, r#"{"statusCode": 401, "message": "Invalid token", "error": "Unauthorized"}"#);
    refused!(highlevel.get_call_log("c1", "l1"), 401);
}

/// What holds of each SDK that there is: its documents' answers are read with nothing to mend, written and read again, and its lists
/// meet an error.
macro_rules! every_sdk {
    ($($variant:ident $name:literal $sdk:ident [$($credentials:tt)*] {
        json { $($id:literal $request:ident,)* }
        other { $($other:literal,)* }
        lists { $($list:literal $is_paged:literal [$($call:tt)*],)* }
        $(calls $calls:literal $all:tt)?
    })*) => {
        async fn every_sdk(server: &Server) {
            $({
                $({
                    let answer = $sdk::requests::$request::read(example($name, $id)).expect("the document's own body");
                    assert!(answer.repairs().is_empty(), "{} {}: {:?}", $name, $id, answer.repairs());
                    round_trip(&*answer, &[]);
                })*
                let client = $sdk::Client::builder()
                    .base_url(format!("{}/{}-has-no-answers", server.url, $name))
                    $($credentials)*
                    .retry($sdk::RetryPolicy::none())
                    .build()
                    .expect("builds");
                assert!(!format!("{client:?}").contains("demo"), "a credential is shown");
                $({
                    let error = client.$($call)*.stream().try_next().await.expect_err("it is refused");
                    assert_eq!(error.status().map(|status| status.as_u16()), Some(404), "{} {}: {error}", $name, $list);
                })*
            })*
        }
    };
}

every_provider!(every_sdk);

/// `specs/<provider>/examples/<name>.json`, which no package has.
fn example(provider: &str, name: &str) -> String {
    let path = format!("{}/../../specs/{provider}/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The crates beside the SDKs, each in a word: they are compiled, and infer as they do in any program.
fn neighbours() {
    let day: chrono::NaiveDate = "2024-01-15".parse().expect("a day");
    assert_eq!(day.to_string(), "2024-01-15");
    assert!(chrono::Utc::now().timestamp() > 0);
    assert!(reqwest::Client::builder().build().is_ok());
    // For https, too, beside whatever cryptography reqwest's features bring.
    let diga = callslip_diga::Client::builder().api_key("k").build();
    assert!(diga.is_ok(), "{:?}", diga.err());
    assert!(callslip_core::http_client_builder().is_ok_and(|builder| builder.build().is_ok()));
    let id: uuid::Uuid = ID.parse().expect("an id");
    assert_eq!(id.to_string(), ID);
    assert!(matches!(callslip_core::RetryPolicy::none(), policy if policy == callslip_core::RetryPolicy::default().max_attempts(1)));
}
