//! `callslip list` against real servers.

mod common;

use std::io::{BufRead, BufReader};
use std::process::{Output, Stdio};

use callslip_reliability::answer::Answer;
use callslip_reliability::server::Server;
use common::{callslip, command, stderr, stdout};
use serde_json::{Value, json};

const KEY: &str = "canary-key";

/// How to list the calls of a provider.
#[derive(Clone, Copy)]
struct Case {
    name: &'static str,
    provider: &'static str,
    arguments: &'static [&'static str],
    credentials: &'static [(&'static str, &'static str)],
    /// Where the calls are in an answer.
    items: &'static str,
    pages: fn() -> Vec<Value>,
}

const LINER: Case = Case {
    name: "liner",
    provider: "liner",
    arguments: &["--lead-id", "789"],
    credentials: &[("LINER_API_KEY", KEY)],
    items: "/data/list",
    pages: || {
        liner_pages(include_str!(
            "../../../specs/liner/examples/list_calls.json"
        ))
    },
};

const LINER_RECORDS: Case = Case {
    name: "liner_records",
    provider: "liner",
    arguments: &["--call-id", "5"],
    credentials: &[("LINER_API_KEY", KEY)],
    items: "/data/list",
    pages: || {
        liner_pages(include_str!(
            "../../../specs/liner/examples/list_call_records.json"
        ))
    },
};

const TWENTY2: Case = Case {
    name: "twenty2",
    provider: "twenty2",
    arguments: &[],
    credentials: &[
        ("TWENTY2_API_KEY", KEY),
        ("TWENTY2_API_SECRET", KEY),
        ("TWENTY2_WORKSPACE_ID", "w"),
    ],
    items: "/calls",
    pages: || {
        vec![read(include_str!(
            "../../../specs/twenty2/examples/list_calls.json"
        ))]
    },
};

const DIGA: Case = Case {
    name: "diga",
    provider: "diga",
    arguments: &[],
    credentials: &[("DIGA_API_KEY", KEY)],
    items: "/data",
    pages: || vec![diga_page(1, true), diga_page(2, false)],
};

const CREDIRA: Case = Case {
    name: "credira",
    provider: "credira",
    arguments: &["--invoice", "inv_987654321"],
    credentials: &[("CREDIRA_API_KEY", KEY)],
    items: "/data",
    pages: || {
        vec![read(include_str!(
            "../../../specs/credira/examples/list_calls.json"
        ))]
    },
};

const HIGHLEVEL: Case = Case {
    name: "highlevel",
    provider: "highlevel",
    arguments: &["--location", "LOC123456789ABCDEF"],
    credentials: &[("HIGHLEVEL_ACCESS_TOKEN", KEY)],
    items: "/callLogs",
    pages: || {
        let mut page = read(include_str!(
            "../../../specs/highlevel/examples/list_call_logs.json"
        ));
        page["total"] = 1.into();
        page["page"] = 1.into();
        vec![page]
    },
};

const CASES: [Case; 6] = [LINER, LINER_RECORDS, TWENTY2, DIGA, CREDIRA, HIGHLEVEL];

fn read(example: &str) -> Value {
    serde_json::from_str(example).expect("an example is JSON")
}

/// Two pages of one item each, made of a page that has one.
fn liner_pages(example: &str) -> Vec<Value> {
    [1, 2]
        .map(|number| {
            let mut page = read(example);
            page["data"]["list"][0]["id"] = number.into();
            page["data"]["next"] = number.into();
            page["data"]["total"] = 2.into();
            page
        })
        .to_vec()
}

/// The id of Diga's call with that number.
fn diga_id(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// A page with two calls.
fn diga_page(number: u32, has_more: bool) -> Value {
    let mut page = read(include_str!("../../../specs/diga/examples/list_calls.json"));
    let calls: Vec<Value> = [2 * number - 1, 2 * number]
        .map(|number| {
            let mut call = page["data"][0].clone();
            call["id"] = diga_id(number).into();
            call
        })
        .to_vec();
    page["first_id"] = calls[0]["id"].clone();
    page["last_id"] = calls[1]["id"].clone();
    page["data"] = calls.into();
    page["has_more"] = has_more.into();
    // Told only when paging by number.
    page["total_pages"] = Value::Null;
    page
}

fn answers(pages: &[Value]) -> Vec<Answer> {
    let answer = |page: &Value| Answer::json(200, &page.to_string());
    pages.iter().map(answer).collect()
}

impl Case {
    /// Runs the command, against a server if it should get that far.
    fn run(&self, server: Option<&Server>, arguments: &[&str]) -> Output {
        let url = server.map(Server::url).unwrap_or_default();
        let (arguments, environment) = self.command(&url, arguments);
        callslip(&arguments, &borrowed(&environment))
    }

    fn command<'a>(
        &'a self,
        url: &str,
        arguments: &[&'a str],
    ) -> (Vec<&'a str>, Vec<(String, String)>) {
        let base_url = format!("{}_BASE_URL", self.provider.to_uppercase());
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let credentials = self.credentials.iter().map(own);
        let environment = credentials.chain([(base_url, url.to_owned())]).collect();
        let arguments = [&["list", self.provider], self.arguments, arguments].concat();
        (arguments, environment)
    }
}

fn borrowed(environment: &[(String, String)]) -> Vec<(&str, &str)> {
    environment
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

/// The ids that a list in JSON lines has.
fn ids(output: &Output) -> Vec<Value> {
    stdout(output)
        .lines()
        .map(|line| read(line)["id"].clone())
        .collect()
}

/// The cursor that standard error names.
fn cursor(output: &Output) -> String {
    let said = stderr(output);
    let cursor = said
        .split("--resume ")
        .nth(1)
        .and_then(|rest| rest.lines().next());
    cursor.expect("a cursor is named").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_provider_lists_all_its_pages_in_each_format() {
    for case in CASES {
        let pages = (case.pages)();
        let mut printed = Vec::new();
        for format in ["table", "csv", "jsonl", "json"] {
            let server = Server::start(answers(&pages)).await;
            let output = case.run(Some(&server), &["--format", format]);
            let said = stderr(&output);
            assert_eq!(
                output.status.code(),
                Some(0),
                "{} {format}: {said}",
                case.name
            );
            assert!(said.starts_with("complete: "), "{}: {said}", case.name);
            assert!(!(said + &stdout(&output)).contains(KEY), "{}", case.name);
            printed.push(stdout(&output));
        }
        let [table, csv, jsonl, json] = printed.try_into().expect("four formats");
        insta::assert_snapshot!(
            format!("{}_table_and_csv", case.name),
            format!("{table}\n{csv}")
        );

        let calls: Vec<Value> = pages
            .iter()
            .flat_map(|page| {
                page.pointer(case.items)
                    .and_then(Value::as_array)
                    .expect("items")
                    .clone()
            })
            .collect();
        assert_eq!(read(&json), Value::from(calls.clone()), "{}", case.name);
        let records: Vec<Value> = jsonl.lines().map(read).collect();
        assert_eq!(records, calls, "{}", case.name);
    }
}

/// One call log as no document has it, and one that is no JSON.
const ODD: &str = "{\"id\": \"A\",  \"agentId\":\"a\", \"duration\": \"1m 35s\",\n \"executedCallActions\": [], \"transcript\": [{\"role\": \"bot\"}], \"isAgentDeleted\": \"True\", \"sentiment\": {\"score\": 0.90}, \"iccid\": 89014103211118510720, \"note\": null}";

#[tokio::test(flavor = "multi_thread")]
async fn records_are_printed_as_they_came_and_what_was_mended_is_counted() {
    let page = format!("{{\"callLogs\": [{ODD}], \"total\": 1}}");
    let line = "{\"id\":\"A\",\"agentId\":\"a\",\"duration\":\"1m 35s\",\"executedCallActions\":[],\"transcript\":[{\"role\":\"bot\"}],\"isAgentDeleted\":\"True\",\"sentiment\":{\"score\":0.90},\"iccid\":89014103211118510720,\"note\":null}";
    let csv =
        "provider,call_id,status,duration_seconds,started_at,recording_url\nhighlevel,A,,,,\n";
    for (arguments, printed) in [
        (&["--format", "jsonl"][..], format!("{line}\n")),
        (&["--format", "json"], format!("[\n{line}\n]\n")),
        (&["--raw"], format!("{ODD}\n")),
        (&["--format", "csv"], csv.to_owned()),
    ] {
        let server = Server::start([Answer::json(200, &page)]).await;
        let output = HIGHLEVEL.run(Some(&server), arguments);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
        assert_eq!(stdout(&output), printed, "{arguments:?}");
        assert!(said.contains("1 mended"), "{said}");
    }
    let server = Server::start([]).await;
    let output = HIGHLEVEL.run(Some(&server), &["--raw", "--format", "csv"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_wants_to_hear_everything_hears_what_was_mended_and_no_value() {
    let page = format!("{{\"callLogs\": [{ODD}], \"total\": 1}}");
    for (flag, hears) in [("-v", false), ("-vv", true)] {
        let server = Server::start([Answer::json(200, &page)]).await;
        let output = HIGHLEVEL.run(Some(&server), &["--format", "csv", flag]);
        let said = stderr(&output);
        assert!(
            said.contains(
                "highlevel list_call_logs GET /voice-ai/dashboard/call-logs at 127.0.0.1:"
            ),
            "{said}"
        );
        assert_eq!(
            said.contains("callslip.repair.path=/duration"),
            hears,
            "{said}"
        );
        assert!(
            !said.contains("1m 35s") && !said.contains("LOC123") && !said.contains(KEY),
            "{said}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn however_much_is_set_aside_all_of_it_is_kept() {
    let bad = ODD.replace("\"id\": \"A\"", "\"callId\": \"A\"");
    let mut pages: Vec<Answer> = (0..30)
        .map(|page| {
            let items: Vec<String> = (0..50)
                .map(|item| bad.replace("0.90", &format!("{page}.{item}")))
                .collect();
            let page = format!("{{\"callLogs\": [{}], \"total\": 1501}}", items.join(","));
            Answer::json(200, &page)
        })
        .collect();
    // One of the last page is no JSON: kept to the byte.
    pages.push(Answer::json(
        200,
        "{\"callLogs\": [{\"id\": NaN}], \"total\": 1501}",
    ));
    pages.push(Answer::json(200, "{\"callLogs\": [], \"total\": 1501}"));
    let server = Server::start(pages).await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("aside.jsonl");
    let file = file.to_str().expect("a path");
    let output = HIGHLEVEL.run(Some(&server), &["--format", "csv", "--set-aside", file]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let kept = std::fs::read_to_string(file).expect("the file");
    assert_eq!(kept.lines().count(), 1501);
    assert!(kept.ends_with("{\"id\": NaN}\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_without_calls_is_an_empty_list() {
    let server = Server::start([Answer::json(200, "false")]).await;
    let output = CREDIRA.run(Some(&server), &["--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(read(&stdout(&output)), json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_breaks_off_keeps_what_came_and_goes_on_there() {
    let broken = Answer::json(
        500,
        &json!({"error_code": "INTERNAL_SERVER_ERROR", "message": "no"}).to_string(),
    );
    let first = Answer::json(200, &diga_page(1, true).to_string());
    let second = Answer::json(200, &diga_page(2, false).to_string());
    for format in ["jsonl", "json"] {
        let server = Server::start([first.clone(), broken.clone()]).await;
        let output = DIGA.run(Some(&server), &["--format", format]);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        let delivered = match format {
            "json" => read(&stdout(&output)).as_array().expect("an array").len(),
            _ => ids(&output).len(),
        };
        assert_eq!(delivered, 2, "{format}");
        let told = stderr(&output).replace(&cursor(&output), "[cursor]");
        let told = told.replace(&format!("--format {format} "), "--format [format] ");
        insta::assert_snapshot!("broken_off", told);

        // The page is read again, and what was delivered is not printed again.
        let server = Server::start([first.clone(), second.clone()]).await;
        let output = DIGA.run(
            Some(&server),
            &["--format", "jsonl", "--resume", &cursor(&output)],
        );
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert_eq!(ids(&output), [diga_id(3), diga_id(4)]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_fails_at_once_prints_nothing() {
    for format in ["table", "json", "csv"] {
        let server = Server::start([Answer::json(401, "{}")]).await;
        let output = DIGA.run(Some(&server), &["--format", format]);
        assert_eq!(
            (output.status.code(), stdout(&output)),
            (Some(7), String::new())
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gap_is_told_by_the_exit_code() {
    let mut pages = (LINER.pages)();
    for page in &mut pages {
        page["data"]["total"] = 5.into();
    }
    let mut end = pages[1].clone();
    end["data"]["list"] = json!([]);
    pages.push(end);
    let server = Server::start(answers(&pages)).await;
    let output = LINER.run(Some(&server), &["--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(4), "{}", stderr(&output));
    assert_eq!(ids(&output), [1, 2]);
    assert!(
        stderr(&output).contains("3 did not come"),
        "{}",
        stderr(&output)
    );
}

/// Going on at its end would find nothing more, and call that whole.
#[tokio::test(flavor = "multi_thread")]
async fn a_checkpoint_remembers_that_something_is_missing() {
    let mut pages = (LINER.pages)();
    pages[0]["data"]["total"] = 5.into();
    pages[1]["data"]["total"] = 5.into();
    let mut end = pages[1].clone();
    end["data"]["list"] = json!([]);
    pages.push(end);
    let folder = tempfile::tempdir().expect("a folder");
    let checkpoint = folder.path().join("checkpoint");
    let arguments = [
        "--format",
        "jsonl",
        "--checkpoint",
        checkpoint.to_str().expect("a path"),
    ];
    let server = Server::start(answers(&pages)).await;
    let output = LINER.run(Some(&server), &arguments);
    assert_eq!(
        (output.status.code(), ids(&output)),
        (Some(4), vec![json!(1), json!(2)])
    );
    let asked = server.received().len();
    let again = LINER.run(Some(&server), &arguments);
    let said = stderr(&again);
    assert_eq!(
        (again.status.code(), stdout(&again)),
        (Some(4), String::new()),
        "{said}"
    );
    assert!(
        said.contains("3 did not come") && said.contains("try: remove that file"),
        "{said}"
    );
    assert_eq!(server.received().len(), asked);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_call_is_set_aside_and_kept_if_asked() {
    let mut page = diga_page(1, false);
    let bad = json!({"id": 7, "contact": {"identifier": "canary-number"}});
    page["data"]
        .as_array_mut()
        .expect("calls")
        .insert(1, bad.clone());
    let server = Server::start(answers(&[page])).await;
    let output = DIGA.run(Some(&server), &["--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(4), "{}", stderr(&output));
    assert_eq!(ids(&output), [diga_id(1), diga_id(2)]);
    assert!(!stderr(&output).contains("canary-number"));
    insta::assert_snapshot!("set_aside", stderr(&output));

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("aside.jsonl");
    let file = file.to_str().expect("a path");
    for times in 1..=2 {
        let output = DIGA.run(Some(&server), &["--format", "csv", "--set-aside", file]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let kept = std::fs::read_to_string(file).expect("the file");
        let kept: Vec<Value> = kept.lines().map(read).collect();
        assert_eq!(kept, vec![bad.clone(); times]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_stops_and_names_where_to_go_on() {
    let pages = answers(&(DIGA.pages)());
    let server = Server::start(pages.clone()).await;
    let output = DIGA.run(Some(&server), &["--format", "jsonl", "--limit", "3"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(ids(&output), [diga_id(1), diga_id(2), diga_id(3)]);
    let server = Server::start([pages[1].clone()]).await;
    let rest = DIGA.run(
        Some(&server),
        &["--format", "jsonl", "--resume", &cursor(&output)],
    );
    assert_eq!(ids(&rest), [diga_id(4)], "{}", stderr(&rest));
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_go_out_as_the_provider_wants_them() {
    let sent = async |case: Case, arguments: &[&str]| {
        let last = (case.pages)().pop().expect("a page");
        let server = Server::start(answers(&[last])).await;
        let output = case.run(Some(&server), arguments);
        let first = server.received().into_iter().next();
        first.map_or_else(|| stderr(&output), |request| request.start().to_owned())
    };
    let time = [
        "--since",
        "2026-01-01",
        "--until",
        "2026-02-01T12:00:00+01:00",
    ];
    insta::assert_snapshot!(
        "filters",
        [
            sent(
                LINER,
                &[
                    &time[..],
                    &[
                        "--order-id",
                        "1,2",
                        "--user-id",
                        "3",
                        "--status",
                        "4,5",
                        "--page-size",
                        "100"
                    ]
                ]
                .concat()
            )
            .await,
            sent(LINER_RECORDS, &["--page-size", "10"]).await,
            sent(
                DIGA,
                &[
                    &time[..],
                    &[
                        "--status",
                        "completed",
                        "--direction",
                        "inbound",
                        "--page-size",
                        "1000",
                        "--agent-id",
                        "3c90c3cc-0d44-4b50-8888-8dd25736052a",
                        "--contact-id",
                        "3c90c3cc-0d44-4b50-8888-8dd25736052b",
                        "--phone-id",
                        "3c90c3cc-0d44-4b50-8888-8dd25736052c"
                    ]
                ]
                .concat()
            )
            .await,
            sent(CREDIRA, &[]).await,
            sent(
                HIGHLEVEL,
                &[
                    &time[..],
                    &[
                        "--agent-id",
                        "a",
                        "--contact-id",
                        "b,c",
                        "--call-type",
                        "LIVE",
                        "--action-type",
                        "SMS,CALL_TRANSFER",
                        "--page-size",
                        "50"
                    ]
                ]
                .concat()
            )
            .await,
        ]
        .join("\n")
    );
}

#[test]
fn what_a_provider_does_not_document_is_refused() {
    const HIGHLEVEL_WITHOUT: Case = Case {
        arguments: &[],
        ..HIGHLEVEL
    };
    const CREDIRA_WITHOUT: Case = Case {
        arguments: &[],
        ..CREDIRA
    };
    const LINER_WITHOUT: Case = Case {
        arguments: &[],
        ..LINER
    };
    let cases: [(Case, &[&str]); 14] = [
        (TWENTY2, &["--since", "2026-01-01"]),
        (CREDIRA, &["--status", "completed"]),
        (CREDIRA_WITHOUT, &[]),
        (HIGHLEVEL, &["--status", "completed"]),
        (HIGHLEVEL, &["--until", "2026-01-01"]),
        (HIGHLEVEL, &["--page-size", "51"]),
        (HIGHLEVEL_WITHOUT, &[]),
        (DIGA, &["--lead-id", "1"]),
        (DIGA, &["--status", "completed,failed"]),
        (DIGA, &["--agent-id", "a"]),
        (DIGA, &["--resume", "nonsense"]),
        (LINER, &["--status", "answered"]),
        (LINER_WITHOUT, &[]),
        (LINER_RECORDS, &["--since", "2026-01-01"]),
    ];
    let mut told = String::new();
    for (case, arguments) in cases {
        let output = case.run(None, arguments);
        let said = stderr(&output);
        assert_eq!(
            output.status.code(),
            Some(2),
            "{} {arguments:?}: {said}",
            case.name
        );
        assert_eq!(stdout(&output), "");
        told.push_str(&said);
    }
    insta::assert_snapshot!("refused", told);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_come_while_the_list_goes_on_and_a_closed_pipe_ends_it_quietly() {
    let first = Answer::json(200, &diga_page(1, true).to_string());
    let second = Answer::json(200, &diga_page(2, true).to_string());
    for format in ["table", "jsonl", "csv", "json"] {
        // The service never answers for the second page.
        let server = Server::start([first.clone(), Answer::silence()]).await;
        let url = server.url();
        let (arguments, environment) = DIGA.command(&url, &["--format", format]);
        let mut child = command(&arguments, &borrowed(&environment))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let row = lines.find(|line| line.as_ref().is_ok_and(|line| line.contains(&diga_id(1))));
        assert!(row.is_some(), "{format}");
        child.kill().expect("it runs still");
        child.wait().expect("it ends");

        // Without end: each page says that there is more.
        let server = Server::start([first.clone(), second.clone()]).await;
        let (arguments, environment) = DIGA.command(&server.url(), &["--format", format]);
        let mut child = command(&arguments, &borrowed(&environment))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(
            (output.status.code(), stderr(&output)),
            (Some(0), String::new()),
            "{format}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_stops_by_a_limit_is_told_so_and_not_what_is_missing() {
    let server = Server::start(answers(&(LINER.pages)())).await;
    let output = LINER.run(Some(&server), &["--format", "csv", "--limit", "1"]);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(
        said.starts_with("stopped by --limit: 1 printed, "),
        "{said}"
    );
    assert!(
        !said.contains("complete") && !said.contains("missing"),
        "{said}"
    );
    assert!(
        said.contains("list liner --lead-id 789 --format csv --limit 1 --append --resume "),
        "{said}"
    );
}

/// What is told of a list that is well is told to programs, too: each line of standard error is an object.
#[tokio::test(flavor = "multi_thread")]
async fn programs_are_told_of_a_list_that_was_stopped_or_is_whole() {
    let server = Server::start(answers(&(LINER.pages)())).await;
    let json = ["--format", "csv", "--error-format", "json", "-v"];
    let output = LINER.run(Some(&server), &[&json[..], &["--limit", "1"]].concat());
    let said = stderr(&output);
    let objects: Vec<Value> = said.lines().map(read).collect();
    let (last, before) = objects.split_last().expect("an object");
    assert_eq!(
        (output.status.code(), &last["code"], &last["of"]),
        (Some(0), &0.into(), &"liner".into()),
        "{said}"
    );
    let line = last["resume"].as_str().unwrap_or_default();
    assert!(line.contains("--resume c1:"), "{said}");
    assert!(
        last["message"]
            .as_str()
            .is_some_and(|told| told.starts_with("stopped by --limit: 1 printed"))
            && !said.contains("complete"),
        "{said}"
    );
    assert!(
        !before.is_empty() && before.iter().all(|it| it["kind"] == "trace"),
        "{said}"
    );

    let server = Server::start(answers(&(LINER.pages)())).await;
    let output = LINER.run(Some(&server), &["--error-format", "json"]);
    let whole = read(&stderr(&output));
    assert_eq!(
        (&whole["code"], &whole["resume"]),
        (&0.into(), &Value::Null)
    );
    assert_eq!(whole["summary"]["complete"], true, "{whole}");
}

/// What Diga is asked for.
async fn period(arguments: &[&str], zone: &str) -> (Option<i32>, String, String) {
    let server = Server::start(answers(&[diga_page(1, false)])).await;
    let url = server.url();
    let (arguments, mut environment) = DIGA.command(&url, arguments);
    environment.push(("TZ".to_owned(), zone.to_owned()));
    let output = callslip(&arguments, &borrowed(&environment));
    let sent = server.received().into_iter().next();
    let sent = sent.map_or_else(String::new, |request| request.start().to_owned());
    (output.status.code(), sent, stderr(&output))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_read_in_the_zone_that_is_told_and_until_its_end() {
    let days = ["--since", "2026-01-01", "--until", "2026-01-31"];
    let (code, sent, said) = period(&days, "CET-1").await;
    assert_eq!(code, Some(0), "{said}");
    let wanted = "/v1/call/?end_created_date=2026-01-31T22%3A59%3A59.999Z&start_created_date=2025-12-31T23%3A00%3A00Z";
    assert_eq!(sent, format!("GET {wanted}"));
    assert_eq!(said.matches("UTC+01:00").count(), 1, "{said}");
    let (_, sent, said) = period(&[&days[..], &["--utc"]].concat(), "CET-1").await;
    assert!(
        sent.contains("start_created_date=2026-01-01T00%3A00%3A00Z"),
        "{sent}"
    );
    assert!(!said.contains("UTC+"), "{said}");

    let (code, sent, _) = period(&["--since", "7d", "--until", "2h"], "UTC").await;
    assert_eq!(code, Some(0));
    let moment = |name: &str| {
        let value = sent
            .split(['?', '&'])
            .find_map(|pair| pair.strip_prefix(name));
        let value = value.expect("it is sent").replace("%3A", ":");
        chrono::DateTime::parse_from_rfc3339(&value).expect("a time")
    };
    let days = moment("end_created_date=") - moment("start_created_date=");
    assert_eq!(days, chrono::TimeDelta::hours(7 * 24 - 2));
}

/// HighLevel documents both ends of a period or none.
#[tokio::test(flavor = "multi_thread")]
async fn a_period_without_an_end_ends_now() {
    let server = Server::start(answers(&(HIGHLEVEL.pages)())).await;
    let began = chrono::Utc::now().timestamp_millis() / 1000 * 1000;
    let output = HIGHLEVEL.run(Some(&server), &["--since", "7d"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let sent = server.received()[0].start().to_owned();
    let moment = |name: &str| -> i64 {
        let mut pairs = sent.split(['?', '&', ' ']);
        let value = pairs.find_map(|pair| pair.strip_prefix(name));
        value.expect("it is sent").parse().expect("a number")
    };
    let (since, until) = (moment("startDate="), moment("endDate="));
    assert_eq!(until - since, 7 * 24 * 3600 * 1000, "{sent}");
    assert!((began..began + 600_000).contains(&until), "{sent}");

    // The line that goes on asks for the same period, whenever it is run.
    let mut page = (HIGHLEVEL.pages)().swap_remove(0);
    page["total"] = 3.into();
    let server = Server::start(answers(&[page])).await;
    let arguments = ["--since", "7d", "--limit", "1", "--error-format", "json"];
    let said = stderr(&HIGHLEVEL.run(Some(&server), &arguments));
    let sent = server.received()[0].start().to_owned();
    let line = read(said.lines().last().unwrap_or_default())["resume"].clone();
    let words: Vec<&str> = line.as_str().unwrap_or_default().split(' ').collect();
    for (option, parameter) in [("--since", "startDate="), ("--until", "endDate=")] {
        let at = words.iter().position(|word| *word == option);
        let given = at.and_then(|at| words.get(at + 1)).expect("it is given");
        let given = chrono::DateTime::parse_from_rfc3339(given).expect("a time");
        let asked = format!("{parameter}{}", given.timestamp_millis());
        assert!(sent.contains(&asked), "{line} {sent}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_period_that_ends_before_it_begins_is_not_asked_for() {
    for arguments in [
        ["--since", "2026-02-01", "--until", "2026-01-31"],
        ["--since", "2h", "--until", "7d"],
    ] {
        let (code, sent, said) = period(&arguments, "UTC").await;
        assert_eq!((code, sent.as_str()), (Some(2), ""), "{said}");
        assert!(said.contains("--since comes after --until"), "{said}");
    }
    let (code, _, said) = period(&["--since", "yesterday"], "UTC").await;
    assert_eq!(code, Some(2));
    assert!(said.contains("7d or 2h"), "{said}");
}
