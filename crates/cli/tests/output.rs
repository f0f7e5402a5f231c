//! How records are printed: by formats, columns, filters, and as wide as there is room.

mod common;

use callslip_mock::{Mock, Provider};
use common::{callslip, stderr, stdout};
use serde_json::Value;

const GET: [&str; 3] = ["get", "credira", "call_123456789"];
const LIST: [&str; 4] = ["list", "credira", "--invoice-id", "inv_987654321"];

/// A call is known by its id, its state and its time; whose it is and where its recording is can be asked for.
#[tokio::test]
async fn what_is_worth_least_goes_first() {
    let mock = Mock::builder(Provider::Diga)
        .calls(1)
        .start()
        .await
        .expect("a mock");
    let environment = |columns| {
        [
            ("DIGA_API_KEY", "k"),
            ("DIGA_BASE_URL", mock.base_url()),
            ("COLUMNS", columns),
        ]
    };
    let heading = |columns| {
        let output = callslip(&["list", "diga"], &environment(columns));
        let heading = stdout(&output)
            .lines()
            .next()
            .map(str::to_owned)
            .unwrap_or_default();
        heading
            .replace("CALL ID", "ID")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let headings = ["130", "100", "80", "60", "40", "20"].map(heading);
    assert_eq!(
        headings,
        [
            "PROVIDER ID STATUS DURATION STARTED RECORDING",
            "PROVIDER ID STATUS DURATION STARTED RECORDING",
            "PROVIDER ID STATUS DURATION STARTED",
            "ID STATUS STARTED",
            "ID STATUS",
            "ID"
        ]
    );
}

/// Runs a command against a mock, and gives what it printed.
async fn printed(command: &[&str], arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let mock = Mock::builder(Provider::Credira).calls(1).start();
    let mock = mock.await.expect("a mock");
    let own = [
        ("CREDIRA_API_KEY", "k"),
        ("CREDIRA_BASE_URL", mock.base_url()),
    ];
    let output = callslip(&[command, arguments].concat(), &[&own, variables].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stdout(&output)
}

#[tokio::test]
async fn a_table_is_never_wider_than_it_may_be() {
    for columns in ["20", "40", "80", "200"] {
        for command in [&GET[..], &LIST[..]] {
            let room: usize = columns.parse().expect("a number");
            let whole = printed(command, &[], &[]).await;
            let fits = printed(command, &[], &[("COLUMNS", columns)]).await;
            assert_eq!(fits.lines().count(), whole.lines().count());
            for line in fits.lines() {
                assert!(line.chars().count() <= room, "{columns}: {line}");
            }
            // What a call is known by is the last to go.
            assert!(
                fits.contains("CALL ID") && fits.contains("call_1"),
                "{fits}"
            );
        }
    }
}

#[tokio::test]
async fn one_call_is_printed_in_each_format_that_a_list_has() {
    let example: Value = serde_json::from_str(include_str!(
        "../../../specs/credira/examples/get_call.json"
    ))
    .expect("JSON");
    let csv = printed(&GET, &["--format", "csv"], &[]).await;
    assert!(csv.starts_with("provider,call_id,status,duration_seconds,started_at,recording_url\ncredira,call_123456789,completed,180,"), "{csv}");
    let jsonl = printed(&GET, &["--format", "jsonl"], &[]).await;
    assert_eq!(jsonl.lines().count(), 1);
    for text in [jsonl, printed(&GET, &["--format", "json"], &[]).await] {
        let mut made: Value = serde_json::from_str(&text).expect("JSON");
        // The mock serves what the example links to.
        for link in ["call_recording_url", "transcription_url"] {
            made["data"][link] = example["data"][link].clone();
        }
        assert_eq!(made, example);
    }
}

#[tokio::test]
async fn columns_and_filters_choose_what_is_printed() {
    for command in [&GET[..], &LIST[..]] {
        let csv = printed(
            command,
            &["--format", "csv", "--columns", "duration_seconds,call_id"],
            &[],
        )
        .await;
        assert!(
            csv.starts_with("duration_seconds,call_id\n180,call_1"),
            "{csv}"
        );
        let table = printed(command, &["--columns", "duration_seconds,provider"], &[]).await;
        let words: Vec<&str> = table.split_whitespace().collect();
        assert_eq!(words, ["DURATION", "PROVIDER", "3m00s", "credira"]);
    }
    let made = printed(&GET, &["--jq", ".data | .id, .duration"], &[]).await;
    assert_eq!(made, "\"call_123456789\"\n180\n");
    let made = printed(
        &LIST,
        &["--format", "json", "--jq", "{id, long: (.duration > 100)}"],
        &[],
    )
    .await;
    assert_eq!(made, "[\n{\"id\":\"call_123456789\",\"long\":true}\n]\n");
}

#[tokio::test]
async fn a_recording_is_a_link_where_the_terminal_has_them() {
    let plain = printed(&GET, &[], &[]).await;
    assert!(!plain.contains('\u{1b}'), "{plain}");
    let wide = [("FORCE_HYPERLINK", "1"), ("COLUMNS", "95")];
    let linked = printed(&GET, &[], &wide).await;
    let link = "/mock-media/list_calls/call_123456789.wav\u{1b}\\http://127.";
    assert!(
        linked.contains("\u{1b}]8;;http://127.") && linked.contains(link),
        "{linked}"
    );
    assert!(linked.contains("…\u{1b}]8;;\u{1b}\\"), "{linked}");
    // Where there is no room for it, the id leads there.
    let narrow = [("FORCE_HYPERLINK", "1"), ("COLUMNS", "80")];
    let linked = printed(&GET, &[], &narrow).await;
    let link = "/mock-media/list_calls/call_123456789.wav\u{1b}\\call_123456789";
    assert!(
        !linked.contains("RECORDING") && linked.contains(link),
        "{linked}"
    );
}

#[test]
fn what_does_not_go_together_is_refused_before_anything_is_sent() {
    for (arguments, told) in [
        (&["--jq", ".a["][..], "--jq: it ends where"),
        (&["--jq", "nobody"], "--jq: there is no filter `nobody`"),
        (&["--jq", ".", "--format", "csv"], "--format json or jsonl"),
        (&["--columns", "call_id", "--format", "json"], "--jq picks"),
        (
            &["--columns", "nobody"],
            "possible values: provider, call_id",
        ),
        (&["--raw", "--jq", "."], "cannot be used with"),
    ] {
        for command in [&GET[..], &LIST[..]] {
            let output = callslip(&[command, arguments].concat(), &[("CREDIRA_API_KEY", "k")]);
            let said = stderr(&output);
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(said.contains(told), "{told}: {said}");
        }
    }
}

/// What is in a record is no business of standard error.
#[tokio::test]
async fn a_filter_that_does_not_fit_a_record_is_told_without_it() {
    let mock = Mock::start(Provider::Credira).await.expect("a mock");
    let environment = [
        ("CREDIRA_API_KEY", "k"),
        ("CREDIRA_BASE_URL", mock.base_url()),
    ];
    for command in [&GET[..], &LIST[..]] {
        let output = callslip(&[command, &["--jq", "error"]].concat(), &environment);
        let said = stderr(&output);
        assert_eq!(
            (output.status.code(), stdout(&output)),
            (Some(2), String::new()),
            "{said}"
        );
        assert!(
            said.contains("does not fit a record") && !said.contains("recordings/"),
            "{said}"
        );
    }
}
