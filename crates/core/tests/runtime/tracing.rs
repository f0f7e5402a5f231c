//! With the feature `tracing`: what is told of a call, and that nothing confidential is.

use std::io::Write;
use std::sync::{Arc, Mutex};

use callslip_core::rt::CallOptions;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;

use crate::acme::Client;
use crate::server::{Answer, Server, nobody};

/// All that any subscriber could print, as one text.
#[derive(Clone, Default)]
struct Captured(Arc<Mutex<Vec<u8>>>);

impl Captured {
    fn text(&self) -> String {
        let bytes = self.0.lock().expect("the text");
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("the text").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Captured {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Runs one call under a subscriber that prints everything of every crate.
async fn told(answers: Vec<Answer>) -> String {
    let captured = Captured::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_span_events(FmtSpan::FULL)
        .with_ansi(false)
        .with_writer(captured.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    // Without an answer there is nobody to give one.
    let server = match answers.is_empty() {
        true => None,
        false => Some(Server::start(answers).await),
    };
    let url = match &server {
        Some(server) => server.url(),
        None => nobody().await,
    };
    let (client, _) = Client::of(&url);
    let options = CallOptions {
        headers: vec![("x-mark".to_owned(), "m4rker".to_owned())],
        ..CallOptions::default()
    };
    drop(
        client
            .get_thing_with("m4rker-id", Some("m4rker-place"), options)
            .await,
    );
    drop(guard);
    captured.text()
}

#[tokio::test]
async fn a_call_is_one_span_with_opentelemetry_names() {
    let text = told(vec![
        Answer::json(503, r#"{"message": "m4rker"}"#),
        Answer::json(200, r#"{"id": "m4rker"}"#),
    ])
    .await;
    for part in [
        "callslip.provider=\"acme\"",
        "callslip.operation=\"get_thing\"",
        "http.request.method=\"GET\"",
        "url.template=\"/things/{thingId}/parts\"",
        "server.address=\"127.0.0.1\"",
        "http.response.status_code=200",
        "http.request.resend_count=1",
        "attempting again after a status that passes",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("m4rker"), "{text}");
}

#[tokio::test]
async fn no_fault_tells_anything_confidential() {
    let cases = [
        vec![],
        vec![Answer::json(
            404,
            r#"{"code": "NONE", "message": "m4rker"}"#,
        )],
        vec![Answer::json(
            200,
            r#"{"id": {"m4rker": "m4rker"}, "seconds": "m4rker"#,
        )],
        vec![Answer::with(
            302,
            "location: https://m4rker.example/m4rker\r\n",
            "",
        )],
        vec![Answer::raw("m4rker\r\n\r\n").then_close()],
    ];
    for answers in cases {
        let text = told(answers).await;
        assert!(text.contains("callslip.operation"), "{text}");
        assert!(!text.contains("m4rker"), "{text}");
    }
}
