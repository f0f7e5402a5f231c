//! A function answers in the service's place: no server, and everything else is as ever.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use callslip_credira::types::CreateCallBody;
use callslip_diga::{Client, ErrorKind, RetryPolicy};
use serde_json::{Value, json};

fn id(call: usize) -> String {
    format!("00000000-0000-4000-8000-{call:012}")
}

/// Pages of two calls, of five.
fn page(after: Option<String>) -> String {
    let after = after.map_or(0, |id| id[24..].parse().expect("a number"));
    let calls: Vec<_> = (after + 1..=5.min(after + 2))
        .map(|call| json!({"id": id(call)}))
        .collect();
    let last = calls.last().map(|call| call["id"].clone());
    json!({"data": calls, "last_id": last, "has_more": after + 2 < 5}).to_string()
}

#[tokio::test]
async fn lists_repetitions_and_links_are_as_ever() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let diga = Client::builder()
        .api_key("key")
        .retry(RetryPolicy::default().base_delay(Duration::from_millis(1)))
        .answered_by(move |asked| {
            let before = count.fetch_add(1, Ordering::Relaxed);
            match (asked.method(), asked.path()) {
                _ if before == 0 => (503, String::new()),
                ("GET", "/v1/call/") => (200, page(asked.query("after"))),
                ("GET", "/sounds/1.json") => (200, "[1]".to_owned()),
                _ => (404, String::new()),
            }
        })
        .build()
        .expect("a client");
    let mut calls = diga.list_calls().stream();
    let mut ids = Vec::new();
    while let Some(call) = calls.try_next().await.expect("a call") {
        ids.push(call.id.to_string());
    }
    assert_eq!(ids, (1..=5).map(id).collect::<Vec<_>>());
    assert!(calls.summary().is_complete());
    assert_eq!(asked.load(Ordering::Relaxed), 4);

    let mut sound = Vec::new();
    let download = diga
        .download("https://store.example/sounds/1.json")
        .expect_type("application/json");
    download.to_writer(&mut sound).await.expect("a file");
    assert_eq!(sound, b"[1]");
}

#[tokio::test]
async fn what_is_sent_can_be_looked_at_and_what_is_refused_is_not_sent() {
    let credira = callslip_credira::Client::builder()
        .api_key("key")
        .answered_by(|asked| {
            let sent: Value = serde_json::from_slice(asked.body()).unwrap_or_default();
            let status = if asked.method() == "POST" && sent["phone_number"].is_string() {
                409
            } else {
                418
            };
            (status, Vec::new())
        })
        .build()
        .expect("a client");
    let example = include_str!("../../specs/credira/examples/create_call.request.json");
    let body: CreateCallBody = serde_json::from_str(example).expect("a body");
    let error = credira.create_call(body).await.expect_err("refused");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(409));
    let error = credira.get_call("..").await.expect_err("not sent");
    assert_eq!(
        (error.kind(), error.attempts()),
        (ErrorKind::InvalidRequest, 0)
    );
}

#[test]
fn a_blocking_client_takes_it_too() {
    let diga = Client::builder()
        .api_key("key")
        .answered_by(|_| (200, json!({"id": id(7)}).to_string()))
        .build_blocking()
        .expect("a client");
    let call = diga
        .get_call(id(7).parse().expect("an id"))
        .send()
        .expect("a call");
    assert_eq!(call.id.to_string(), id(7));
}
