//! Uses an SDK that was made of this crate's own spec: calls against a server of its own and against a mock of the same spec, a body
//! that was captured earlier, and an error.

use std::io::{Read, Write};
use std::net::TcpListener;

#[rustfmt::skip]
#[allow(dead_code)]
mod generated;

use generated::Client;
use generated::requests::GetCall;
use generated::types::{CallState, ErrorBody};

/// Answers each connection with the next of these, and gives on the first line of each request.
fn serve(answers: &'static [(&'static str, &'static str)]) -> (String, std::thread::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let served = std::thread::spawn(move || {
        let mut lines = Vec::new();
        for (status, body) in answers {
            let (mut stream, _) = listener.accept().expect("a connection");
            let mut request = Vec::new();
            let mut chunk = [0; 1024];
            while !request.windows(4).any(|end| end == b"\r\n\r\n") {
                let read = stream.read(&mut chunk).expect("a request");
                request.extend_from_slice(&chunk[..read]);
            }
            let text = String::from_utf8_lossy(&request).into_owned();
            lines.push(text.lines().next().unwrap_or_default().to_owned());
            let length = body.len();
            let answer = format!(
                "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
            );
            stream.write_all(answer.as_bytes()).expect("an answer");
        }
        lines
    });
    (address, served)
}

/// The document's example over real HTTP, and what a test tells the mock to answer.
async fn mocked() -> Result<(), Box<dyn std::error::Error>> {
    let mock = callslip_mock::Mock::of_spec(include_str!(concat!(env!("OUT_DIR"), "/mock.json"))).start().await?;
    let client = Client::builder().base_url(mock.base_url()).api_key("k").build()?;
    let call = client.get_call("c1").await?;
    let documented: serde_json::Value = serde_json::from_str(include_str!("../spec/examples/call.json"))?;
    assert_eq!(serde_json::to_value(&call)?, documented);
    let refused = Client::builder().base_url(mock.base_url()).api_key("wrong").build()?.get_call("c1").await;
    assert_eq!(refused.err().and_then(|error| error.status()).map(|status| status.as_u16()), Some(401));
    mock.respond_once("get_call", 404, r#"{"code": "no_such_call"}"#)?;
    let error: callslip_core::Error<ErrorBody> = client.get_call("c1").await.expect_err("there is none");
    assert_eq!(error.api_error().and_then(|body| body.code.as_deref()), Some("no_such_call"));
    assert!(mock.respond_once("get_cal", 200, "{}").is_err());
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (address, served) = serve(&[
        ("200 OK", r#"{"id": "c1", "state": "parked", "seconds": "61"}"#),
        ("404 Not Found", r#"{"code": "no_such_call"}"#),
    ]);
    let client = Client::builder().base_url(address).api_key("k").build()?;
    let call = client.get_call("c 1").await?;
    assert_eq!(call.state, CallState::from("parked"));
    assert!(!call.state.is_known());
    assert_eq!(call.seconds, Some(61));
    assert_eq!(call.repairs().len(), 1, "a number in a string was read, and it is told");

    let error: callslip_core::Error<ErrorBody> = client.get_call("c2").await.expect_err("there is none");
    assert_eq!(error.api_error().and_then(|body| body.code.as_deref()), Some("no_such_call"));
    assert_eq!(served.join().expect("served"), ["GET /calls/c%201 HTTP/1.1", "GET /calls/c2 HTTP/1.1"]);

    let kept = GetCall::read(r#"{"id": "c1", "state": "done"}"#)?;
    assert_eq!(kept.state, CallState::Done);
    mocked().await?;
    println!("an SDK of another spec was made and works");
    Ok(())
}
