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
    told_of(answers, async |client: Client, _url| {
        let options = CallOptions {
            headers: vec![("x-mark".to_owned(), "m4rker".to_owned())],
            ..CallOptions::default()
        };
        let place = Some("m4rker-place");
        drop(client.get_thing_with("m4rker-id", place, options).await);
    })
    .await
}

/// The same for anything that a client does.
async fn told_of(answers: Vec<Answer>, work: impl AsyncFnOnce(Client, String)) -> String {
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
        None => nobody(),
    };
    let (client, _) = Client::of(&url);
    work(client, url).await;
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

const SOUND: &str = "content-type: audio/mpeg\r\netag: \"m4rker\"\r\n";

fn link(url: &str) -> String {
    format!("{url}/m4rker.mp3?k=m4rker")
}

/// The line that a span's end is.
fn closed(text: &str) -> &str {
    let mut closed = text
        .lines()
        .filter(|line| line.contains("download{") && line.contains("close"));
    let line = closed.next().expect("the span ends");
    assert!(closed.next().is_none(), "one span a download: {text}");
    line
}

#[tokio::test]
async fn a_download_is_one_span_from_its_first_request_to_its_last_byte() {
    let text = told_of(
        vec![
            Answer::json(503, r#"{"message": "m4rker"}"#),
            Answer::with(200, SOUND, "ID3 m4rker"),
        ],
        async |client, url| {
            let mut stream = client.download(link(&url)).stream();
            while stream
                .next_chunk()
                .await
                .transpose()
                .expect("a file")
                .is_some()
            {}
        },
    )
    .await;
    for part in [
        "callslip.provider=\"acme\"",
        "callslip.operation=\"download\"",
        "http.request.method=\"GET\"",
        "url.scheme=\"http\"",
        "server.address=\"127.0.0.1\"",
        "server.port=",
        "http.response.status_code=200",
        "http.request.resend_count=1",
        "callslip.download.bytes=10",
    ] {
        assert!(closed(&text).contains(part), "{part}: {text}");
    }
    assert!(text.contains("attempting again after a fault"), "{text}");
    assert!(
        !text.contains("m4rker") && !closed(&text).contains("error.type"),
        "{text}"
    );
}

#[tokio::test]
async fn a_download_that_fails_or_is_given_up_says_how_far_it_came() {
    let broken = Answer::raw(format!(
        "HTTP/1.1 200 OK\r\n{SOUND}content-length: 9\r\n\r\nID3"
    ))
    .then_close();
    let text = told_of(vec![broken], async |client, url| {
        let download = client
            .download(link(&url))
            .retry(callslip_core::RetryPolicy::none());
        drop(download.to_writer(Vec::new()).await.expect_err("broken"));
    })
    .await;
    let line = closed(&text);
    assert!(
        line.contains("error.type=Transport") && line.contains("bytes=3"),
        "{line}"
    );

    let none = Answer::with(200, SOUND, r#"{"error": "m4rker"}"#);
    let text = told_of(vec![none], async |client, url| {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("m4rker.mp3");
        drop(
            client
                .download(link(&url))
                .to_file(target)
                .await
                .expect_err("none"),
        );
    })
    .await;
    let line = closed(&text);
    assert!(
        line.contains("error.type=WrongContent") && line.contains("bytes=0"),
        "{line}"
    );
    assert!(
        line.contains("status_code=200") && !text.contains("m4rker"),
        "{text}"
    );

    let stalled = Answer::raw(format!(
        "HTTP/1.1 200 OK\r\n{SOUND}content-length: 9\r\n\r\nID3"
    ))
    .then_stall();
    let text = told_of(vec![stalled], async |client, url| {
        let mut stream = client.download(link(&url)).stream();
        stream.next_chunk().await.expect("a chunk").expect("bytes");
    })
    .await;
    assert!(
        closed(&text).contains("bytes=3") && !text.contains("error.type"),
        "{text}"
    );
}
