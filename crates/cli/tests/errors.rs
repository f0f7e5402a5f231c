//! Errors say why, in the words of the command line, and how programs are told of them.

mod common;

use std::net::TcpListener;
use std::process::Output;

use callslip_reliability::answer::Answer;
use callslip_reliability::server::Server;
use common::{callslip, command, stderr, stdout};
use serde_json::Value;

const KEY: &str = "canary-key";
const ID: &str = "canary-id";

/// Reads a call of the service at that address.
fn get(address: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let own = [("CREDIRA_API_KEY", KEY), ("CREDIRA_BASE_URL", address)];
    let arguments = [&["get", "credira", ID], arguments].concat();
    let output = callslip(&arguments, &[&own, environment].concat());
    let said = stderr(&output);
    assert!(!said.contains(KEY) && !said.contains(ID), "{said}");
    output
}

/// An address on which nobody listens.
fn nobody() -> String {
    callslip_reliability::server::nobody().replace("http://", "")
}

fn told(output: &Output, code: i32, words: &[&str]) {
    let said = stderr(output);
    assert_eq!(output.status.code(), Some(code), "{said}");
    for word in words {
        assert!(said.contains(word), "{word}: {said}");
    }
}

#[test]
fn a_refused_connection_is_told_with_host_and_port() {
    let address = nobody();
    let output = get(&format!("http://{address}"), &["--retries", "0"], &[]);
    let said = stderr(&output).replace(&address, "HOST:PORT");
    assert_eq!(output.status.code(), Some(10), "{said}");
    insta::assert_snapshot!("refused_connection", said);
}

#[test]
fn a_name_that_is_not_found_is_told() {
    let output = get("https://callslip.invalid", &["--retries", "0"], &[]);
    told(
        &output,
        10,
        &[
            "callslip.invalid:443: the name is not found",
            "CREDIRA_BASE_URL",
        ],
    );
}

/// Whoever is refused by a proxy looks at the service in vain.
#[test]
fn a_proxy_is_named_by_its_variable_and_never_by_its_value() {
    let proxy = format!("http://user:{KEY}@{}", nobody());
    let proxied = [("HTTPS_PROXY", proxy.as_str())];
    let output = get("https://callslip.invalid", &["--retries", "0"], &proxied);
    let (_, address) = proxy.split_once('@').expect("an address");
    told(
        &output,
        10,
        &[
            &format!("callslip.invalid:443, by the proxy {address}: the connection was refused"),
            "check HTTPS_PROXY, and that the proxy is running",
        ],
    );
    assert!(!stderr(&output).contains("user"), "{}", stderr(&output));

    let nowhere = format!("http://user:{KEY}@noproxy.invalid:99");
    let unknown = [("HTTPS_PROXY", nowhere.as_str())];
    let output = get("https://192.0.2.1", &["--retries", "0"], &unknown);
    told(
        &output,
        10,
        &[
            "192.0.2.1:443, by the proxy noproxy.invalid:99: the name is not found",
            "check HTTPS_PROXY",
        ],
    );
    // What the proxy is not asked for is not told of it.
    let direct = [unknown[0], ("NO_PROXY", "callslip.invalid")];
    let here = format!("https://{}", nobody());
    for (address, environment) in [
        ("https://callslip.invalid", &direct[..]),
        (&here, &unknown[..]),
    ] {
        let output = get(address, &["--retries", "0"], environment);
        told(&output, 10, &["CREDIRA_BASE_URL"]);
        assert!(!stderr(&output).contains("proxy"), "{}", stderr(&output));
    }
}

/// A proxy that lets nothing through has an answer of its own.
#[test]
fn a_proxy_that_refuses_is_told_by_its_address() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    let serving = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        let denied = b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n";
        std::io::Write::write_all(&mut stream, denied).expect("it is taken");
        // Until it is closed.
        let _ = std::io::Read::read_to_end(&mut stream, &mut Vec::new());
    });
    let proxy = format!("http://user:{KEY}@{address}");
    let proxied = [("HTTPS_PROXY", proxy.as_str())];
    let output = get("https://callslip.invalid", &["--retries", "0"], &proxied);
    serving.join().expect("it served");
    told(
        &output,
        10,
        &[
            &format!("by the proxy {address}: the proxy did not open the way"),
            "check HTTPS_PROXY: its address and credential",
        ],
    );
}

#[test]
fn a_service_that_does_not_speak_tls_is_told() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    let serving = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        // As servers do that are greeted in a language that they do not speak.
        std::io::Write::write_all(&mut stream, b"HTTP/1.1 400 Bad Request\r\n\r\n")
            .expect("it is taken");
    });
    let output = get(&format!("https://{address}"), &["--retries", "0"], &[]);
    serving.join().expect("it served");
    told(
        &output,
        10,
        &[
            &format!("{address}: no encryption could be agreed on"),
            "http://",
        ],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_of_nobody_known_is_told() {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let key =
        tokio_rustls::rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der());
    let config = tokio_rustls::rustls::ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key.expect("a key"))
        .expect("a configuration");
    let acceptor = tokio_rustls::TlsAcceptor::from(std::sync::Arc::new(config));
    let listener = tokio::net::TcpListener::bind("localhost:0")
        .await
        .expect("a port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // It is refused there.
            let _ = acceptor.accept(stream).await;
        }
    });
    let address = format!("https://localhost:{port}");
    let output = tokio::task::spawn_blocking(move || get(&address, &["--retries", "0"], &[]));
    let output = output.await.expect("it runs");
    told(
        &output,
        10,
        &[
            &format!("localhost:{port}: its certificate is of nobody"),
            "root certificates",
        ],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_ends_with_the_timeout_and_a_break_is_told_as_one() {
    let server = Server::start([Answer::silence()]).await;
    let output = get(&server.url(), &["--timeout", "150ms"], &[]);
    told(
        &output,
        10,
        &["within the total timeout", server.address(), "--timeout"],
    );
    let server =
        Server::start([Answer::raw("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{").then_close()])
            .await;
    let output = get(&server.url(), &["--retries", "0"], &[]);
    told(
        &output,
        10,
        &[server.address(), "the connection was closed"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_answer_has_its_exit_code_and_its_remedy() {
    for (status, code, words) in [
        (401, 7, "check CREDIRA_API_KEY"),
        (403, 7, "check CREDIRA_API_KEY"),
        (404, 8, "check the id"),
        (429, 9, "wait for 7 s"),
        (500, 1, "500"),
        (503, 1, "repeat it later"),
    ] {
        let body = r#"{"error_code": "NO", "message": "no"}"#;
        let headers = "content-type: application/json\r\nretry-after: 7\r\n";
        let server = Server::start([Answer::with(status, headers, body)]).await;
        let output = get(&server.url(), &["--retries", "0"], &[]);
        told(&output, code, &[words]);
        assert_eq!(server.received().len(), 1);

        let output = get(
            &server.url(),
            &["--retries", "0", "--error-format", "json"],
            &[],
        );
        let said = stderr(&output);
        let object: Value = serde_json::from_str(&said).expect("one object");
        assert_eq!(
            (
                object["code"].as_i64(),
                object["status"].as_i64(),
                object["operation"].as_str()
            ),
            (Some(code.into()), Some(status.into()), Some("get_call")),
            "{said}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_get_one_object_whatever_went_wrong() {
    let body = r#"{"success": false, "error": {"code": "NOT_FOUND", "message": "Call not found"}, "meta": {"request_id": "req_1"}}"#;
    let server = Server::start([Answer::json(404, body)]).await;
    let json = ["--error-format", "json"];
    let output = get(&server.url(), &json, &[]);
    insta::assert_snapshot!("object", stderr(&output));

    let usage = callslip(
        &["list", "diga", "--status", "bogus", "--error-format=json"],
        &[],
    );
    let configuration = callslip(&[&["get", "credira", "c"][..], &json].concat(), &[]);
    for (output, code, kind) in [(usage, 2, "usage"), (configuration, 3, "configuration")] {
        let object: Value = serde_json::from_str(&stderr(&output)).expect("one object");
        assert_eq!(
            (output.status.code(), &object["code"], &object["kind"]),
            (Some(code), &code.into(), &kind.into())
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_too_large_names_the_flag() {
    let server = Server::start([Answer::json(
        200,
        &format!("{{\"a\": \"{}\"}}", "a".repeat(2000)),
    )])
    .await;
    let output = get(&server.url(), &["--max-body", "1k"], &[]);
    told(&output, 1, &["1024 bytes", "--max-body"]);
}

/// Whoever asks at the wrong place gets a page there, with the best status.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_in_the_place_of_the_service_is_told_as_one() {
    let page = "<!doctype html><title>Welcome</title>";
    let headers = "content-type: text/html; charset=utf-8\r\n";
    let server = Server::start([Answer::with(200, headers, page)]).await;
    let output = get(&server.url(), &[], &[]);
    told(
        &output,
        1,
        &[
            "text/html came in the place of JSON",
            "check that CREDIRA_BASE_URL leads to the service",
        ],
    );
    assert!(!stderr(&output).contains("``"), "{}", stderr(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn retries_are_counted_and_told() {
    let busy = Answer::with(503, "retry-after: 0\r\n", "");
    let server = Server::start([busy]).await;
    let output = get(&server.url(), &["--retries", "1", "-v"], &[]);
    assert_eq!(server.received().len(), 2);
    let said = stderr(&output);
    told(
        &output,
        1,
        &[
            "attempting again after a status that passes attempt=1",
            "credira get_call GET /calls/{id} at 127.0.0.1:",
            ": 503 in ",
            "repeated 1 times",
        ],
    );
    assert!(
        said.lines()
            .filter(|line| line.starts_with("callslip: "))
            .count()
            == 2,
        "{said}"
    );
}

/// Arguments, environment, exit code.
type Case<'a> = (&'a [&'a str], &'a [(&'a str, &'a str)], i32);

/// What Rust code would be told means nothing here.
#[test]
fn no_error_speaks_of_the_library() {
    let credira = [("CREDIRA_API_KEY", KEY)];
    let cases: [Case<'_>; 8] = [
        (&["get", "credira", "c"], &[], 3),
        (&["get", "credira", "c"], &[("CREDIRA_API_KEY", "")], 3),
        (&["get", "credira", "c"], &[("CREDIRA_API_KEY", "a\nb")], 3),
        (&["get", "twenty2", "c"], &[("TWENTY2_API_KEY", KEY)], 3),
        (&["get", "liner", "1"], &[("LINER_API_KEY", KEY)], 3),
        (
            &["get", "credira", "c"],
            &[credira[0], ("CREDIRA_BASE_URL", "http://192.0.2.1")],
            3,
        ),
        (&["get", "credira", ".."], &credira, 2),
        (
            &[
                "list",
                "highlevel",
                "--location-id",
                "l",
                "--page-size",
                "51",
            ],
            &[("HIGHLEVEL_ACCESS_TOKEN", KEY)],
            2,
        ),
    ];
    let mut all = String::new();
    for (arguments, environment, code) in cases {
        let output = callslip(arguments, environment);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(code), "{said}");
        for word in [
            "(…)",
            "(true)",
            "base_url",
            "parameter",
            "api_key",
            "builder",
            KEY,
        ] {
            assert!(!said.contains(word), "{word}: {said}");
        }
        all.push_str(&said);
    }
    insta::assert_snapshot!("words", all);
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_has_its_own_code() {
    let body = include_str!("../../../specs/credira/examples/get_call.json");
    let server = Server::start([Answer::json(200, body)]).await;
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("a device");
    let output = command(
        &["get", "credira", ID],
        &[
            ("CREDIRA_API_KEY", KEY),
            ("CREDIRA_BASE_URL", &server.url()),
        ],
    )
    .stdout(full)
    .stderr(std::process::Stdio::piped())
    .spawn()
    .and_then(std::process::Child::wait_with_output)
    .expect("it runs");
    told(&output, 11, &["the output cannot be written", "make room"]);
}

#[test]
fn help_has_the_exit_codes() {
    for arguments in [
        &["--help"][..],
        &["get", "--help"],
        &["list", "--help"],
        &["recording", "--help"],
    ] {
        let help = stdout(&callslip(arguments, &[]));
        assert!(
            help.contains("Exit codes:\n")
                && help.contains("\n  9    the service wants fewer requests"),
            "{help}"
        );
    }
}
