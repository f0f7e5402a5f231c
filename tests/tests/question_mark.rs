//! What has no error body of its own (a download, an event stream, a payload) ends in an error that `?` makes the provider's, with
//! all that is known of it.

use callslip_core::ErrorKind;
use callslip_tests::server::Server;

fn diga(server: &Server) -> callslip_diga::Client {
    callslip_diga::Client::builder()
        .base_url(server.base_url())
        .api_key("k")
        .build()
        .expect("a client")
}

async fn save(client: &callslip_diga::Client, link: &str) -> Result<u64, callslip_diga::Error> {
    let mut file = Vec::new();
    Ok(client.download(link).to_writer(&mut file).await?.bytes())
}

#[tokio::test]
async fn of_a_download() {
    let server = Server::start("404 Not Found", "{}").await;
    let link = format!("{}/recording.mp3", server.base_url());
    let error = save(&diga(&server), &link).await.expect_err("no file");
    assert_eq!(error.kind(), ErrorKind::UnexpectedStatus);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    assert_eq!((error.attempts(), error.operation()), (1, "download"));
    assert!(error.api_error().is_none());
}

async fn calls_now(client: &callslip_diga::Client) -> Result<Option<i64>, callslip_diga::Error> {
    let mut events = client.watch_concurrency().await?.into_inner();
    match events.next().await {
        Some(event) => Ok(event?.active_calls),
        None => Ok(None),
    }
}

#[tokio::test]
async fn of_an_event_stream() {
    let server = Server::with_headers(
        "200 OK",
        "content-type: text/event-stream\r\n",
        "data: [1]\n\n",
    )
    .await;
    let error = calls_now(&diga(&server)).await.expect_err("no event");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.operation(), "watch_concurrency");
    assert_eq!(
        error.raw_body().map(|body| body.as_ref()),
        Some(&b"[1]"[..])
    );
}

fn ended(body: &'static str) -> Result<Option<String>, callslip_highlevel::Error> {
    let payload = callslip_highlevel::webhooks::read_voice_ai_call_end(body.as_bytes())?;
    Ok(payload.into_inner().id)
}

#[test]
fn of_a_payload() {
    assert_eq!(
        ended(r#"{"id":"c1"}"#).expect("read"),
        Some("c1".to_owned())
    );
    let error = ended("[").expect_err("no payload");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.operation(), "voice_ai_call_end");
}

/// A program with one type of error for several providers.
#[test]
fn of_untyped_bodies() {
    fn ended(body: &'static str) -> Result<(), callslip_core::Error<serde_json::Value>> {
        callslip_twenty2::webhooks::read_call_ended(body.as_bytes())?;
        Ok(())
    }
    assert_eq!(
        ended("[").expect_err("no payload").kind(),
        ErrorKind::Decode
    );
}
