//! Answers that are not framed as HTTP says, or framed unusually.

use callslip_core::ErrorKind::{Decode, Transport, UnexpectedStatus};
use callslip_reliability::acme::Client;
use callslip_reliability::answer::Answer;
use callslip_reliability::bodies;
use callslip_reliability::canary::{BEARER, TRANSCRIPT};
use callslip_reliability::server::Server;

use crate::case::{Case, cases, error, value};

cases! {
    "HTTP";
    not_http => Case::passing(
        "answers in another protocol",
        Answer::raw(format!("220 {BEARER} ESMTP\r\n\r\n")).then_close(),
        error(Transport),
    );
    body_cut_short => Case::passing(
        "closes the connection in the middle of the body",
        whole(1).then_close(),
        error(Transport).status(200),
    );
    body_longer_than_announced => Case::new(
        "sends more than the length that it announced",
        whole(0).followed_by(TRANSCRIPT, 10),
        value().note("the rest is not read, and the connection is not used again"),
    );
    chunked_garbage => Case::passing(
        "sends something else where a chunk's size belongs",
        chunked(&format!("{TRANSCRIPT}\r\n")).then_close(),
        error(Transport).status(200),
    );
    chunked_and_cut => Case::passing(
        "closes the connection in the middle of a chunk",
        chunked("ff\r\n{").then_close(),
        error(Transport).status(200),
    );
    continue_before_the_answer => Case::new(
        "sends 100 Continue and 103 Early Hints before it answers",
        continued(),
        value(),
    );
    no_content_with_a_body => Case::new(
        "answers 204 and sends a body nevertheless",
        Answer::with(204, "content-type: application/json\r\n", bodies::call_log().to_string()),
        error(UnexpectedStatus).status(204).note("204 is not documented for these operations"),
    )
    .post(error(Decode).status(204).note("it was carried out, and the error says so"));
}

/// Where 204 is documented, a body after it is not read, and does not spoil the next call.
#[tokio::test]
async fn documented_no_content_with_a_body() {
    let no_content = "HTTP/1.1 204 No Content\r\ncontent-length: 2\r\n\r\n{}";
    let server = Server::start([Answer::raw(no_content), Answer::json(200, r#"{"id":"7"}"#)]).await;
    let (client, _) = Client::of(&server.url());
    let answer = client.drop_thing("7").await.expect("no content");
    assert_eq!((answer.status().as_u16(), answer.raw().len()), (204, 0));
    let after = client.get_thing("7").await.expect("a value");
    assert_eq!((after.attempts(), server.requests()), (1, 2));
}

/// A documented answer that lacks `missing` bytes of what it announces.
fn whole(missing: usize) -> Answer {
    let body = bodies::call_log().to_string();
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
    let announced = body.len();
    let sent = &body[..announced - missing];
    Answer::raw(format!("{head}content-length: {announced}\r\n\r\n{sent}"))
}

fn chunked(first: &str) -> Answer {
    let head =
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n";
    Answer::raw(format!("{head}\r\n{first}"))
}

fn continued() -> Answer {
    let body = bodies::call_log().to_string();
    let before =
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n";
    let length = body.len();
    Answer::raw(format!(
        "{before}HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{body}"
    ))
}
