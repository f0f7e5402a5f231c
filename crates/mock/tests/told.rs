//! What a mock can be told, what it remembers, and how it ends.

use std::time::{Duration, Instant};

use callslip_mock::{Mock, MockError, Provider};
use reqwest::{Client, Response};

const CALL: &str = "/calls/call_123456789";

async fn start() -> Mock {
    Mock::start(Provider::Credira)
        .await
        .expect("the mock starts")
}

async fn get(mock: &Mock, path: &str, token: &str) -> Response {
    let request = http_client()
        .get(format!("{mock}{path}"))
        .bearer_auth(token);
    request.send().await.expect("the mock answers")
}

async fn status(mock: &Mock) -> u16 {
    get(mock, CALL, "key").await.status().as_u16()
}

#[tokio::test]
async fn a_told_answer_stays_until_reset() {
    let mock = start().await;
    mock.respond_with("get_call", 429, "slower").expect("told");
    for _ in 0..2 {
        let response = get(&mock, CALL, "key").await;
        assert_eq!(response.status(), 429);
        assert_eq!(response.headers()["content-type"], "application/json");
        assert_eq!(response.text().await.expect("a body"), "slower");
    }
    mock.reset();
    assert_eq!(mock.requests().len(), 0);
    assert_eq!(status(&mock).await, 200);
}

#[tokio::test]
async fn single_answers_come_before_the_lasting_one() {
    let mock = start().await;
    mock.respond_with("get_call", 500, "{}").expect("told");
    mock.respond_once("get_call", 502, "").expect("told");
    mock.respond_once("get_call", 503, "{}").expect("told");
    let mut statuses = Vec::new();
    for _ in 0..4 {
        statuses.push(status(&mock).await);
    }
    assert_eq!(statuses, [502, 503, 500, 500]);
}

#[tokio::test]
async fn a_refused_request_does_not_use_up_what_was_told() {
    let mock = start().await;
    mock.respond_once("get_call", 503, "{}").expect("told");
    assert_eq!(get(&mock, CALL, "wrong").await.status(), 401);
    assert_eq!(status(&mock).await, 503);
}

#[tokio::test]
async fn what_was_told_also_answers_for_a_missing_record() {
    let mock = start().await;
    mock.respond_once("get_call", 410, "{}").expect("told");
    assert_eq!(get(&mock, "/calls/missing", "key").await.status(), 410);
    assert_eq!(get(&mock, "/calls/missing", "key").await.status(), 404);
}

#[tokio::test]
async fn each_status_has_its_own_example() {
    let mock = start().await;
    let mut bodies = Vec::new();
    for status in [401, 404, 200] {
        mock.respond_with_status("get_call", status).expect("told");
        let response = get(&mock, CALL, "key").await;
        assert_eq!(response.status(), status);
        bodies.push(response.text().await.expect("a body"));
    }
    assert_ne!(bodies[0], bodies[1]);
    assert!(bodies[2].contains("call_123456789"), "{}", bodies[2]);
}

#[tokio::test]
async fn what_cannot_be_told_is_an_error() {
    let mock = start().await;
    let error = mock
        .respond_with("get_cal", 500, "{}")
        .expect_err("no such operation");
    assert!(error.to_string().contains("get_call"), "{error}");
    for status in [0, 99, 100, 199, 1000] {
        let error = mock
            .respond_once("get_call", status, "{}")
            .expect_err("no such status");
        assert!(error.to_string().contains(&status.to_string()), "{error}");
    }
    assert_eq!(status(&mock).await, 200);
}

#[tokio::test]
async fn an_answer_can_be_held_back() {
    let mock = start().await;
    let delay = Duration::from_millis(30);
    mock.delay(delay);
    let start = Instant::now();
    assert_eq!(status(&mock).await, 200);
    assert!(start.elapsed() >= delay);
}

#[tokio::test]
async fn only_one_credential_if_so_told() {
    let mock = Mock::builder(Provider::Credira)
        .credentials("s3cret")
        .start()
        .await
        .expect("starts");
    assert_eq!(get(&mock, CALL, "key").await.status(), 401);
    assert_eq!(get(&mock, CALL, "s3cret").await.status(), 200);

    let mock = Mock::builder(Provider::Twenty2)
        .credentials("key:s3:cret")
        .start()
        .await
        .expect("starts");
    for (password, status) in [("s3:cret", 200), ("other", 401)] {
        let request = http_client()
            .get(format!("{mock}/call/detail?call_id=call_9c4d7e12ab"))
            .header("x-workspace-id", "w");
        let response = request
            .basic_auth("key", Some(password))
            .send()
            .await
            .expect("an answer");
        assert_eq!(response.status(), status);
    }
}

#[tokio::test]
async fn requests_are_remembered_as_sent() {
    let mock = Mock::start(Provider::Twenty2).await.expect("starts");
    let url = format!("{mock}/call/detail?call_id=a%20b%26c&x=%C3%A9");
    let request = http_client()
        .get(url)
        .header("X-Workspace-Id", "w")
        .basic_auth("marker", Some("marker"));
    request.body("marker body").send().await.expect("an answer");
    http_client()
        .post(format!("{mock}/nowhere"))
        .send()
        .await
        .expect("an answer");

    let requests = mock.requests();
    assert_eq!(requests.len(), 2);
    let first = &requests[0];
    assert_eq!(first.operation_id(), Some("get_call_detail"));
    assert_eq!(first.method(), "GET");
    assert_eq!(first.path(), "/api/call/detail");
    assert_eq!(first.raw_query(), Some("call_id=a%20b%26c&x=%C3%A9"));
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(first.query(), [pair("call_id", "a b&c"), pair("x", "é")]);
    assert_eq!(first.header("X-WORKSPACE-ID"), Some("w"));
    assert_eq!(
        first.header("authorization"),
        Some("Basic bWFya2VyOm1hcmtlcg==")
    );
    assert_eq!(first.body(), b"marker body");
    // Nothing has such an id.
    assert_eq!(first.status(), 404);
    let shown = format!("{first:?}");
    assert!(
        !shown.contains("marker") && !shown.contains("bWFya2Vy"),
        "{shown}"
    );
    assert_eq!(
        (requests[1].operation_id(), requests[1].status()),
        (None, 404)
    );
}

#[tokio::test]
async fn a_key_in_a_header_of_its_own_is_masked_too() {
    let mock = Mock::start(Provider::Liner).await.expect("starts");
    let request = http_client()
        .get(format!("{mock}/v2/call-record/detail/1/"))
        .header("X-Api-Key", "marker");
    request.send().await.expect("an answer");
    let requests = mock.requests();
    assert_eq!(requests[0].header("x-api-key"), Some("marker"));
    assert!(!format!("{requests:?}").contains("marker"));
}

/// Asks at once and without an executor, so that nothing can end meanwhile.
fn listens(address: &str) -> bool {
    std::net::TcpStream::connect(address).is_ok()
}

fn address(mock: &Mock) -> String {
    mock.split('/').nth(2).expect("an address").to_owned()
}

#[tokio::test]
async fn nothing_listens_once_a_drop_or_a_shutdown_returns() {
    for _ in 0..20 {
        let mock = start().await;
        let address = address(&mock);
        assert!(listens(&address));
        drop(mock);
        assert!(!listens(&address));
    }
    let start_of_shutdowns = Instant::now();
    for _ in 0..20 {
        let mock = start().await;
        let address = address(&mock);
        // A kept connection does not hold up the end.
        let client = http_client();
        client.get(mock.base_url()).send().await.expect("an answer");
        mock.shutdown().await;
        assert!(!listens(&address));
    }
    // Each would take two seconds if it waited for the connection.
    assert!(start_of_shutdowns.elapsed() < Duration::from_secs(20));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_under_way_outlives_a_shutdown() {
    let mock = start().await;
    mock.delay(Duration::from_millis(100));
    let request = http_client()
        .get(format!("{mock}{CALL}"))
        .bearer_auth("key");
    let answer = tokio::spawn(request.send());
    // Remembered before it is held back: so it is under way.
    while mock.requests().is_empty() {
        tokio::task::yield_now().await;
    }
    mock.shutdown().await;
    assert_eq!(
        answer.await.expect("no panic").expect("an answer").status(),
        200
    );
}

#[tokio::test]
async fn two_mocks_do_not_know_of_each_other() {
    let (one, other) = (start().await, start().await);
    assert_ne!(one.base_url(), other.base_url());
    one.respond_with("get_call", 500, "{}").expect("told");
    assert_eq!(status(&one).await, 500);
    assert_eq!(status(&other).await, 200);
    drop(one);
    assert_eq!(status(&other).await, 200);
    assert_eq!(other.requests().len(), 2);
}

#[tokio::test]
async fn a_taken_port_is_told() {
    let mock = start().await;
    let port = mock
        .base_url()
        .rsplit(':')
        .next()
        .and_then(|rest| rest.split('/').next());
    let port: u16 = port.and_then(|port| port.parse().ok()).expect("a port");
    let error = Mock::builder(Provider::Liner)
        .port(port)
        .start()
        .await
        .expect_err("it is taken");
    assert!(matches!(error, MockError::Listen { .. }), "{error:?}");
    assert!(
        error.to_string().contains(&format!("127.0.0.1:{port}")),
        "{error}"
    );
}

#[tokio::test]
async fn every_address_is_shown_as_one_that_can_be_called() {
    let mock = Mock::builder(Provider::Credira)
        .host("0.0.0.0")
        .start()
        .await
        .expect("starts");
    assert!(mock.starts_with("http://127.0.0.1:"), "{mock}");
    assert_eq!(status(&mock).await, 200);
}

#[tokio::test(start_paused = true)]
async fn a_paused_clock_and_a_busy_executor_do_not_matter() {
    let mock = start().await;
    let address = address(&mock);
    // Blocking on the only thread of this executor.
    let mut stream = std::net::TcpStream::connect(&address).expect("it listens");
    let request = format!(
        "GET /v1{CALL} HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer k\r\nconnection: close\r\n\r\n"
    );
    std::io::Write::write_all(&mut stream, request.as_bytes()).expect("it reads");
    let answer = std::io::read_to_string(stream).expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
}

#[tokio::test]
async fn an_empty_told_body_has_no_type() {
    let mock = start().await;
    mock.respond_once("get_call", 502, "").expect("told");
    let response = get(&mock, CALL, "key").await;
    assert_eq!(response.status(), 502);
    assert!(!response.headers().contains_key("content-type"));
}

#[test]
fn a_builder_does_not_show_the_credential() {
    let builder = Mock::builder(Provider::Diga).credentials("marker");
    assert!(!format!("{builder:?}").contains("marker"));
}

#[test]
fn a_mock_can_move_between_threads() {
    fn assert_movable<T: Send + Sync + 'static>(_: Option<T>) {}
    assert_movable::<Mock>(None);
    fn assert_spawnable(_: impl Future + Send + 'static) {}
    assert_spawnable(Mock::start(Provider::Diga));
}

/// Made with TLS ready: in the workspace reqwest is built without a provider of its own.
fn http_client() -> Client {
    let builder = callslip_core::http_client_builder().expect("TLS is set up");
    builder.no_proxy().build().expect("a client")
}

#[tokio::test]
async fn a_live_stream_goes_on_until_nobody_listens() {
    let start = async |seed, most: Option<u64>| {
        let mock = Mock::builder(Provider::Diga).seed(seed);
        let mock = mock.events_every(Duration::ZERO);
        let mock = match most {
            Some(most) => mock.most_events(most),
            None => mock,
        };
        mock.start().await.expect("the mock starts")
    };
    let watch = async |mock: &Mock| get(mock, "/v1/call/concurrency/stream", "key").await;
    let mut told = Vec::new();
    for seed in [7, 7, 8] {
        let mock = start(seed, None).await;
        let mut response = watch(&mock).await;
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let mut text = String::new();
        while text.matches("\n\n").count() < 200 {
            let piece = response.chunk().await.expect("it goes on");
            text.push_str(&String::from_utf8_lossy(&piece.expect("it goes on")));
        }
        drop(response);
        let events: Vec<_> = text.split("\n\n").take(200).map(str::to_owned).collect();
        assert_eq!(events[0], "data: {\ndata:   \"active_calls\": 3\ndata: }");
        told.push(events);
        assert_eq!(watch(&mock).await.status(), 200);
    }
    assert_eq!(told[0], told[1]);
    assert_ne!(told[0], told[2]);
    let mut different = told[0].clone();
    different.sort();
    different.dedup();
    assert!(different.len() > 4, "{different:?}");

    let mock = start(7, Some(3)).await;
    let whole = watch(&mock).await.text().await.expect("it ends");
    assert_eq!(whole.matches("\n\n").count(), 3);
}
