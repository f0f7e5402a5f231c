//! With the feature `tracing`, each repair is an event: in an answer, one that was kept, an item of a list, an event, a webhook.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};

use callslip_diga::requests::GetCall;
use callslip_tests::routed::{Reply, Routed};
use callslip_tests::server::Server;
use serde_json::json;
use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

/// The events of repairs, a line each.
#[derive(Clone, Default)]
struct Repairs(Arc<Mutex<Vec<String>>>);

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let name = field.name().trim_start_matches("callslip.");
        write!(self.0, "{name}={value:?} ").expect("a text takes it");
    }
}

impl<S: tracing::Subscriber> Layer<S> for Repairs {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if event
            .fields()
            .any(|field| field.name() == "callslip.repair.path")
        {
            let mut line = Line(String::new());
            event.record(&mut line);
            self.0.lock().expect("a lock").push(line.0);
        }
    }
}

/// What is told while something is done on this thread.
async fn told(work: impl AsyncFnOnce()) -> Vec<String> {
    callslip_reliability::heard::always();
    let repairs = Repairs::default();
    let subscriber = tracing_subscriber::registry().with(repairs.clone());
    let guard = tracing::subscriber::set_default(subscriber);
    work().await;
    drop(guard);
    let lines = repairs.0.lock().expect("a lock");
    lines.clone()
}

fn line(provider: &str, operation: &str, path: &str, kind: &str) -> String {
    format!(
        "message=mended provider={provider:?} operation={operation:?} repair.path={path:?} repair.kind={kind} "
    )
}

const ID: &str = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

fn diga(base_url: &str) -> callslip_diga::Client {
    callslip_diga::Client::builder()
        .base_url(base_url)
        .api_key("k")
        .build()
        .expect("a client")
}

/// A call in which the duration and the end are wrong.
fn call() -> serde_json::Value {
    let example = include_str!("../../specs/diga/examples/get_call.json");
    let mut call: serde_json::Value = serde_json::from_str(example).expect("JSON");
    (call["duration"], call["end_reason"]) = ("m4rker".into(), json!(["m4rker"]));
    call
}

#[tokio::test]
async fn each_repair_is_an_event_without_a_value() {
    let both = ["/duration", "/end_reason"].map(|path| line("diga", "get_call", path, "WrongType"));
    let server = Server::start("200 OK", call().to_string()).await;
    let answered = told(async || {
        let id = ID.parse().expect("an id");
        let call = diga(server.base_url()).get_call(id).await.expect("a call");
        assert_eq!(call.repairs().len(), 2);
    });
    assert_eq!(answered.await, both);
    let kept = told(async || drop(GetCall::read(call().to_string()).expect("a call")));
    assert_eq!(kept.await, both);

    let service = Routed::start(|_, _| {
        let page = json!({"data": [call()], "first_id": ID, "last_id": ID, "has_more": false});
        Reply::Json("200 OK", page.to_string())
    });
    let service = service.await;
    let listed = told(async || {
        let mut calls = diga(service.base_url()).list_calls().stream();
        while calls.try_next().await.expect("a call").is_some() {}
        assert_eq!(calls.summary().mended(), 1);
    });
    let of_item =
        ["/duration", "/end_reason"].map(|path| line("diga", "list_calls", path, "WrongType"));
    assert_eq!(listed.await, of_item);

    let event = json!({"active_calls": "m4rker"}).to_string();
    let headers = "content-type: text/event-stream\r\n";
    let server = Server::with_headers("200 OK", headers, format!("data: {event}\n\n")).await;
    let watched = told(async || {
        let answer = diga(server.base_url()).watch_concurrency().await;
        let mut events = answer.expect("a stream").into_inner();
        events
            .next()
            .await
            .expect("an event")
            .expect("it can be read");
    });
    let watched = watched.await;
    assert!(
        !watched.is_empty()
            && watched
                .iter()
                .all(|line| line.contains("operation=\"watch_concurrency\"")),
        "{watched:?}"
    );

    let delivered = told(async || {
        let body = r#"{"type": "VoiceAiCallEnd", "agentId": ["m4rker"]}"#;
        let payload =
            callslip_highlevel::webhooks::read_voice_ai_call_end(body).expect("a payload");
        assert!(!payload.repairs().is_empty());
    });
    let delivered = delivered.await;
    assert!(
        delivered
            .iter()
            .any(|line| line.contains("repair.path=\"/agentId\"")),
        "{delivered:?}"
    );
    for line in watched.iter().chain(&delivered) {
        assert!(!line.contains("m4rker"), "{line}");
    }
}
