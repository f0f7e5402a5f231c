//! The program as a user runs it: output, errors, exit codes.

mod common;

use callslip_mock::{Mock, Provider};

use common::{callslip, command, stderr, stdout, unread};

#[test]
fn the_demo_calls_every_provider() {
    let output = callslip(&["demo"], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let printed = stdout(&output);
    assert!(
        !printed.contains('\u{1b}'),
        "no colours where there is no terminal"
    );
    let rows: Vec<&str> = printed
        .lines()
        .skip(1)
        .take_while(|line| !line.is_empty())
        .collect();
    let called: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.split(' ').next())
        .collect();
    let is_known = |name: &&str| name.parse::<Provider>().is_ok();
    assert!(
        called.is_sorted() && called.iter().all(is_known),
        "{printed}"
    );
    // Of the providers that were here when this was written each has to be there. How wide columns are depends on all of them.
    let reviewed = [
        "credira",
        "diga",
        "highlevel",
        "liner",
        "retell",
        "twenty2",
        "vapi",
    ];
    let is_other =
        |line: &&str| rows.contains(line) && !reviewed.iter().any(|name| line.starts_with(name));
    let lines = printed.lines().filter(|line| !is_other(line));
    let lines = lines.map(|line| {
        let words = line.split_whitespace();
        words.map(without_port).collect::<Vec<_>>().join(" ")
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

/// Links lead to a mock, and its port is another one each time.
fn without_port(word: &str) -> String {
    const MOCK: &str = "http://127.0.0.1:";
    match word.split_once(MOCK) {
        Some((before, after)) => {
            let path = after.trim_start_matches(|c: char| c.is_ascii_digit());
            format!("{before}{MOCK}PORT{path}")
        }
        None => word.to_owned(),
    }
}

#[tokio::test]
async fn get_prints_a_row_or_the_whole_answer() {
    let mock = Mock::start(Provider::HighLevel).await.expect("a mock");
    let environment = [
        ("HIGHLEVEL_ACCESS_TOKEN", "t"),
        ("HIGHLEVEL_BASE_URL", mock.base_url()),
    ];
    let get = [
        "get",
        "highlevel",
        "507f1f77bcf86cd799439011",
        "--location-id",
        "LOC123456789ABCDEF",
    ];
    insta::assert_snapshot!("get_table", stdout(&callslip(&get, &environment)));
    let output = callslip(&[&get[..], &["--format", "json"]].concat(), &environment);
    let printed: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    let example = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../specs/highlevel/examples/get_call_log.json"
    ))
    .expect("the example");
    assert_eq!(
        printed,
        serde_json::from_str::<serde_json::Value>(&example).expect("JSON")
    );
    // In the order in which it came, and to the byte if that is asked for.
    assert_eq!(stdout(&output), example);
    let output = callslip(&[&get[..], &["--raw"]].concat(), &environment);
    assert_eq!(stdout(&output), example);
}

/// The command line counts before the environment, and that before the default.
#[tokio::test]
async fn highlevel_is_asked_for_a_version() {
    let mock = Mock::start(Provider::HighLevel).await.expect("a mock");
    let asked = |flag: &[&str], variable: Option<&str>| {
        let mut environment = vec![
            ("HIGHLEVEL_ACCESS_TOKEN", "t"),
            ("HIGHLEVEL_BASE_URL", mock.base_url()),
        ];
        environment.extend(variable.map(|version| ("HIGHLEVEL_API_VERSION", version)));
        let place = ["--location-id", "LOC123456789ABCDEF"];
        let get = ["get", "highlevel", "507f1f77bcf86cd799439011"];
        let list = ["list", "highlevel", "--limit", "1"];
        let sent = [&get[..], &list[..]].map(|command| {
            mock.reset();
            let output = callslip(&[command, &place, flag].concat(), &environment);
            assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
            let requests = mock.requests();
            requests[0].header("version").map(str::to_owned)
        });
        assert_eq!(sent[0], sent[1]);
        sent[0].clone()
    };
    let flag = ["--api-version", "v3"];
    for (flag, variable, sent) in [
        (&[][..], None, "2021-04-15"),
        (&[], Some(""), "2021-04-15"),
        (&[], Some("2024-01-01"), "2024-01-01"),
        (&flag, Some("2024-01-01"), "v3"),
        (&flag, None, "v3"),
    ] {
        assert_eq!(
            asked(flag, variable).as_deref(),
            Some(sent),
            "{flag:?} {variable:?}"
        );
    }

    let unusable = callslip(
        &[
            "list",
            "highlevel",
            "--location-id",
            "L",
            "--api-version",
            "v\n3",
        ],
        &[("HIGHLEVEL_ACCESS_TOKEN", "t")],
    );
    assert_eq!(unusable.status.code(), Some(3));
    assert!(
        stderr(&unusable).contains("HIGHLEVEL_API_VERSION"),
        "{}",
        stderr(&unusable)
    );
    for other in [
        &["get", "diga", "3c90c3cc-0d44-4b50-8888-8dd25736052a"][..],
        &["list", "diga"],
    ] {
        let output = callslip(&[other, &flag].concat(), &[("DIGA_API_KEY", "k")]);
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    }
}

#[tokio::test]
async fn every_provider_can_be_asked() {
    /// Provider, arguments, environment.
    type Case<'a> = (Provider, &'a [&'a str], &'a [(&'a str, &'a str)]);
    let cases: [Case<'_>; 4] = [
        (
            Provider::Liner,
            &["get", "liner", "123"],
            &[("LINER_API_KEY", "k")],
        ),
        (
            Provider::Twenty2,
            &["get", "twenty2", "699ed3b91ee5bee389dcb6a3"],
            &[
                ("TWENTY2_API_KEY", "k"),
                ("TWENTY2_API_SECRET", "s"),
                ("TWENTY2_WORKSPACE_ID", "w"),
            ],
        ),
        (
            Provider::Diga,
            &["get", "diga", "3c90c3cc-0d44-4b50-8888-8dd25736052a"],
            &[("DIGA_API_KEY", "k")],
        ),
        (
            Provider::Credira,
            &["get", "credira", "call_123456789"],
            &[("CREDIRA_API_KEY", "k")],
        ),
    ];
    for (provider, arguments, credentials) in cases {
        let mock = Mock::start(provider).await.expect("a mock");
        let base_url = format!("{}_BASE_URL", provider.as_str().to_uppercase());
        let environment = [credentials, &[(base_url.as_str(), mock.base_url())]].concat();
        let output = callslip(arguments, &environment);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{provider}: {}",
            stderr(&output)
        );
        assert_eq!(stdout(&output).lines().count(), 2, "{provider}");
    }
}

#[tokio::test]
async fn exit_codes_tell_what_kind_of_thing_went_wrong() {
    let mock = Mock::start(Provider::Credira).await.expect("a mock");
    let environment = [
        ("CREDIRA_API_KEY", "k"),
        ("CREDIRA_BASE_URL", mock.base_url()),
    ];
    let failed = callslip(&["get", "credira", "missing"], &environment);
    assert_eq!(
        (failed.status.code(), stdout(&failed)),
        (Some(8), String::new())
    );
    insta::assert_snapshot!("failed_call", stderr(&failed));

    let no_number = callslip(&["get", "liner", "one"], &[("LINER_API_KEY", "k")]);
    assert_eq!(no_number.status.code(), Some(2), "{}", stderr(&no_number));
    let no_provider = callslip(&["get", "nobody", "1"], &[]);
    assert_eq!(no_provider.status.code(), Some(2));

    let no_key = callslip(&["get", "credira", "c"], &[]);
    assert_eq!(no_key.status.code(), Some(3));
    insta::assert_snapshot!("no_key", stderr(&no_key));
}

#[test]
fn help_has_examples() {
    for arguments in [&["--help"][..], &["get", "--help"], &["mock", "--help"]] {
        let output = callslip(arguments, &[]);
        assert!(stdout(&output).contains("Examples:"), "{arguments:?}");
    }
}

/// Answers so many requests with such a status, and gives them as they came.
fn receiver(
    status: &'static str,
    requests: usize,
) -> (String, std::thread::JoinHandle<Vec<String>>) {
    use std::io::{Read as _, Write as _};

    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let received = std::thread::spawn(move || {
        let received = (0..requests).map(|_| {
            let (mut stream, _) = listener.accept().expect("a connection");
            let mut request = Vec::new();
            let mut part = [0; 4096];
            let text = loop {
                let length = stream.read(&mut part).expect("a request");
                request.extend_from_slice(&part[..length]);
                let text = String::from_utf8_lossy(&request).into_owned();
                let whole = text.split_once("\r\n\r\n").is_some_and(|(head, body)| {
                    let length = head
                        .lines()
                        .find_map(|line| line.strip_prefix("content-length: "));
                    length.and_then(|length| length.parse().ok()) == Some(body.len())
                });
                if whole {
                    break text;
                }
                assert!(length > 0, "the request broke off: {text}");
            };
            let answer =
                format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            stream.write_all(answer.as_bytes()).expect("it is taken");
            text
        });
        received.collect()
    });
    (format!("http://{address}/hooks?m4rker"), received)
}

#[test]
fn webhooks_are_sent_signed() {
    let send = |to: &str, more: &[&str]| {
        callslip(
            &[&["webhook", "send", "highlevel", "--to", to], more].concat(),
            &[],
        )
    };
    let (to, received) = receiver("200 OK", 2);
    let output = send(&to, &["--count", "2", "--seed", "7"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let key = stdout(&output);
    assert!(key.starts_with("MCowBQYDK2VwAyEA"), "{key}");
    for request in received.join().expect("two requests") {
        assert!(
            request.starts_with("POST /hooks?m4rker HTTP/1.1"),
            "{request}"
        );
        assert!(
            request.contains("\r\nx-ghl-signature: ") && request.contains("\"webhookId\":"),
            "{request}"
        );
    }
    // The key alone, before anything is sent.
    assert_eq!(stdout(&send(&to, &["--count", "0", "--seed", "7"])), key);
    assert_ne!(stdout(&send(&to, &["--count", "0"])), key);

    let (to, received) = receiver("401 Unauthorized", 1);
    let refused = send(&to, &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        stderr(&refused).contains("1 of 1 deliveries were not accepted"),
        "{}",
        stderr(&refused)
    );
    received.join().expect("one request");

    let unknown = send("http://127.0.0.1:9", &["--event", "other"]);
    assert_eq!(unknown.status.code(), Some(2));
    let said = stderr(&unknown);
    assert!(
        said.contains("there is voice_ai_call_end") && !said.contains("signature"),
        "{said}"
    );
    let nowhere = send("nourl", &[]);
    let said = stderr(&nowhere);
    assert_eq!(nowhere.status.code(), Some(2), "{said}");
    assert!(said.contains("as in http://127.0.0.1:3000/hooks"), "{said}");
    let none = callslip(
        &["webhook", "send", "diga", "--to", "http://127.0.0.1:9"],
        &[],
    );
    assert_eq!(none.status.code(), Some(2));
    let nobody = send("http://127.0.0.1:9/m4rker", &[]);
    assert_eq!(nobody.status.code(), Some(10));
    let said = stderr(&nobody);
    assert!(!said.contains("m4rker"), "{said}");
    for words in [
        "127.0.0.1:9: the connection was refused",
        "try: check the address in --to",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn a_rate_that_is_none_is_refused() {
    for wrong in ["60", "60/0", "x/1", "1/x"] {
        let output = callslip(&["mock", "diga", "--rate-limit", wrong], &[]);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        assert!(
            stderr(&output).contains("as in 60/60"),
            "{}",
            stderr(&output)
        );
    }
}

#[test]
fn a_port_that_is_taken_is_told_as_such() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let output = callslip(&["mock", "diga", "--port", &port], &[]);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(3), "{said}");
    for words in [port.as_str(), "the port is in use", "another --port"] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

/// The mock as a process: what it says, what it logs, and that its flags arrive.
#[test]
fn the_mock_serves_what_its_flags_say() {
    use std::io::BufRead as _;
    use std::process::{Command, Stdio};

    let flags = [
        "mock",
        "diga",
        "--calls",
        "40",
        "--seed",
        "7",
        "--most-listed",
        "12",
        "--total-off-by",
        "-1",
    ];
    let mut mock = Command::new(env!("CARGO_BIN_EXE_callslip"))
        .args(flags)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut told = std::io::BufReader::new(mock.stdout.take().expect("its output")).lines();
    let told = told.next().expect("a line").expect("text");
    let base_url = told.strip_prefix("diga: ").expect("the address");
    let environment = [("DIGA_API_KEY", "m4rker"), ("DIGA_BASE_URL", base_url)];
    let list = callslip(
        &[
            "list",
            "diga",
            "--format",
            "jsonl",
            "--agent-id",
            "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        ],
        &environment,
    );
    let all = callslip(&["list", "diga", "--format", "jsonl"], &environment);
    let recording = callslip(
        &[
            "recording",
            "diga",
            "3c90c3cc-0d44-4b50-8888-8dd25736052a",
            "-o",
            "-",
        ],
        &environment,
    );
    mock.kill().expect("it ends");
    let output = mock.wait_with_output().expect("its output");
    assert_eq!(stdout(&all).lines().count(), 12, "{}", stderr(&all));
    assert!(
        (1..12).contains(&stdout(&list).lines().count()),
        "{}",
        stderr(&list)
    );
    assert_eq!(
        (recording.status.code(), recording.stdout.get(..4)),
        (Some(0), Some(&b"RIFF"[..])),
        "{}",
        stderr(&recording)
    );
    let log = stderr(&output);
    assert!(log.starts_with("diga: GET /v1/call/ 200 "), "{log}");
    assert!(
        !log.contains("m4rker") && !log.contains("8dd25736052a"),
        "{log}"
    );
}

/// What was to be done is done, and the exit code says how it went, though nobody reads a word of it.
#[test]
fn what_is_printed_for_nobody_ends_nothing() {
    let run = |arguments: &[&str], environment: &[(&str, &str)]| {
        let mut command = command(arguments, environment);
        let ended = command.stdout(unread()).stderr(unread()).status();
        ended.expect("it starts").code()
    };
    // Some port that is free now: what the mock prints is not read.
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = free.local_addr().expect("its address");
    drop(free);
    let port = address.port().to_string();
    let mut mock = command(&["mock", "diga", "--calls", "5", "--port", &port], &[])
        .stdout(unread())
        .stderr(unread())
        .spawn()
        .expect("it starts");
    let base_url = format!("http://{address}");
    let environment = [("DIGA_API_KEY", "k"), ("DIGA_BASE_URL", base_url.as_str())];
    // Each says on standard error that it was asked.
    for _ in 0..2 {
        // It may not listen yet.
        let list = ["list", "diga", "--format", "jsonl", "--retries", "8"];
        let list = callslip(&list, &environment);
        assert_eq!(stdout(&list).lines().count(), 5, "{}", stderr(&list));
    }
    assert!(mock.try_wait().expect("it is there").is_none());
    let wrong = [
        ("DIGA_API_KEY", "wrong"),
        ("DIGA_BASE_URL", base_url.as_str()),
    ];
    assert_eq!(run(&["auth", "check", "all"], &environment), Some(0));
    assert_eq!(run(&["auth", "check", "all"], &wrong), Some(7));
    mock.kill().expect("it ends");
    mock.wait().expect("it ends");

    let (to, received) = receiver("200 OK", 2);
    let send = ["webhook", "send", "highlevel", "--to", &to, "--count", "2"];
    assert_eq!(run(&send, &[]), Some(0));
    assert_eq!(received.join().expect("two requests").len(), 2);
    for format in ["text", "json"] {
        let unknown = ["list", "nobody", "--error-format", format];
        assert_eq!(run(&unknown, &[]), Some(2));
        let nowhere = ["list", "diga", "--error-format", format, "--retries", "0"];
        assert_eq!(run(&nowhere, &environment), Some(10));
    }
}
