//! What is shown of calls beside their records, how one is started, and the recordings of many, against the mock.

mod common;

use std::collections::HashSet;
use std::io::Write;
use std::process::Stdio;
use std::time::Duration;

use callslip_mock::{Mock, Provider};
use common::{callslip, command, environment, stderr, stdout};

const DIGA_CALL: &str = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
const RETELL_CALL: &str = "call_00000000000000000000000001";

/// A mock, and the environment that leads to it.
async fn mock(provider: Provider) -> (Mock, Vec<(String, String)>) {
    let mock = Mock::start(provider).await.expect("a mock");
    let environment = environment(provider, mock.base_url());
    (mock, environment)
}

/// As the program is given it.
fn given(environment: &[(String, String)]) -> Vec<(&str, &str)> {
    let given = environment.iter();
    given
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

/// What is printed by a command line that has to work, with 80 columns.
fn printed(line: &str, environment: &[(String, String)]) -> String {
    let mut environment = given(environment);
    environment.push(("COLUMNS", "80"));
    let words: Vec<&str> = line.split(' ').collect();
    let output = callslip(&words, &environment);
    assert_eq!(output.status.code(), Some(0), "{line}: {}", stderr(&output));
    stdout(&output)
}

/// What standard error says of one that must not work, and its exit code.
fn refused(line: &str, environment: &[(String, String)]) -> (Option<i32>, String) {
    let environment = given(environment);
    let words: Vec<&str> = line.split(' ').collect();
    let output = callslip(&words, &environment);
    (output.status.code(), stderr(&output))
}

/// What a transcript needs: a call whose turns have times, or not.
#[tokio::test]
async fn a_transcript_is_text_or_subtitles() {
    let (_mock, retell) = mock(Provider::Retell).await;
    let of = |format: &str| {
        printed(
            &format!("transcript retell {RETELL_CALL} --format {format}"),
            &retell,
        )
    };
    insta::assert_snapshot!(of("txt"), @r#"
    agent: Hello.
    user: Hi.
    "#);
    insta::assert_snapshot!(of("vtt"), @r#"
    WEBVTT

    00:00:00.700 --> 00:00:01.300
    <v agent>Hello.

    00:00:02.000 --> 00:00:02.250
    <v user>Hi.
    "#);
    insta::assert_snapshot!(of("srt"), @r#"
    1
    00:00:00,700 --> 00:00:01,300
    agent: Hello.

    2
    00:00:02,000 --> 00:00:02,250
    user: Hi.
    "#);
    let json: serde_json::Value = serde_json::from_str(&of("json")).expect("JSON");
    assert_eq!(
        json.pointer("/1/start_seconds").and_then(|it| it.as_f64()),
        Some(2.0)
    );
    assert_eq!(
        json.pointer("/0/end_seconds").and_then(|it| it.as_f64()),
        Some(1.3)
    );

    let (_mock, highlevel) = mock(Provider::HighLevel).await;
    let line = "transcript highlevel 507f1f77bcf86cd799439011 --location-id LOC123456789ABCDEF";
    insta::assert_snapshot!(printed(line, &highlevel), @r#"
    bot: Hello, how can I help you today?
    human: I would like to know about your pricing...
    "#);
    let json: serde_json::Value =
        serde_json::from_str(&printed(&format!("{line} --format json"), &highlevel)).expect("JSON");
    let speakers: Vec<_> = ["/0/speaker", "/1/speaker"]
        .iter()
        .filter_map(|at| json.pointer(at)?.as_str())
        .collect();
    assert_eq!(speakers, ["bot", "human"], "{json}");
    let (code, told) = refused(&format!("{line} --format srt"), &highlevel);
    assert_eq!(code, Some(2));
    insta::assert_snapshot!(told, @"error: this provider tells no times with it: take --format txt");

    // A link to a file of text is followed.
    let (_mock, credira) = mock(Provider::Credira).await;
    let text = printed("transcript credira call_123456789", &credira);
    assert!(!text.trim().is_empty());
    let json = printed("transcript credira call_123456789 --format json", &credira);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let said = json.pointer("/0/text").and_then(|it| it.as_str());
    assert_eq!(
        (said, json.pointer("/0/speaker")),
        (Some(text.trim_end()), Some(&serde_json::Value::Null))
    );
}

#[tokio::test]
async fn messages_logs_and_traces_are_read() {
    let (_mock, diga) = mock(Provider::Diga).await;
    let of = |line: &str| printed(&line.replace("ID", DIGA_CALL), &diga);
    for line in ["messages diga ID", "logs diga ID", "trace diga ID"] {
        let table = of(line);
        assert!(table.lines().count() > 1, "{table}");
        assert!(
            table.lines().all(|line| line.chars().count() <= 80),
            "{table}"
        );
    }
    let csv = of("messages diga ID --format csv");
    let jsonl = of("messages diga ID --format jsonl");
    assert_eq!(csv.lines().next(), Some("time,speaker,text"));
    let times = of("messages diga ID --jq .created_date");
    for ((row, record), time) in csv.lines().skip(1).zip(jsonl.lines()).zip(times.lines()) {
        let record: serde_json::Value = serde_json::from_str(record).expect("JSON");
        assert_eq!(record["created_date"].to_string(), time);
        assert!(row.starts_with(time.trim_matches('"')), "{row}");
    }
    assert_eq!(csv.lines().count(), jsonl.lines().count() + 1);
    assert_eq!(
        of("logs diga ID --limit 1 --format jsonl").lines().count(),
        1
    );
    let trace: serde_json::Value =
        serde_json::from_str(&of("trace diga ID --format json")).expect("JSON");
    let spans = trace["spans"].as_array().expect("spans");
    assert!(!spans.is_empty());

    let (_mock, vapi) = mock(Provider::Vapi).await;
    let table = printed("messages vapi 00000000-0000-4000-8000-000000000001", &vapi);
    insta::assert_snapshot!(table, @r#"
    SPEAKER     TEXT
    bot         Hello.
    user        Hi.
    tool_calls  look_up
    tool_call…  -
    "#);
}

/// What a provider documents of them is asked of it, and what it does not is refused before anything is sent.
#[tokio::test]
async fn messages_and_logs_are_lists_with_filters() {
    let (_mock, diga) = mock(Provider::Diga).await;
    // A made-up one: the document's own has one message.
    let call = printed("list diga --limit 1 --jq .id", &diga);
    let call = call.trim().trim_matches('"');
    let of = |line: &str| printed(&line.replace("ID", call), &diga);
    let ids = |line: &str| -> Vec<String> {
        let ids = of(&format!("{line} --jq .id"));
        ids.lines().map(str::to_owned).collect()
    };
    for verb in ["messages", "logs"] {
        let newest = ids(&format!("{verb} diga ID"));
        let mut oldest = ids(&format!("{verb} diga ID --order asc --page-size 2"));
        assert!(newest.len() > 4, "{verb}: {newest:?}");
        oldest.reverse();
        assert_eq!(oldest, newest, "{verb}");

        // Stopped after a row, and again, until the checkpoint says that nothing is left.
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name).display().to_string();
        let line = format!(
            "{verb} diga {call} --format csv --limit 4 --checkpoint {} -o {}",
            at("checkpoint"),
            at("rows.csv")
        );
        while !refused(&line, &diga).1.contains("read to its end") {}
        let rows = std::fs::read_to_string(at("rows.csv")).expect("the rows");
        assert_eq!(rows, of(&format!("{verb} diga ID --format csv")), "{verb}");
        // Of another call it is another list.
        let other = line.replace(call, DIGA_CALL);
        let (code, told) = refused(&other, &diga);
        assert_eq!(code, Some(2));
        assert!(told.contains("list with other filters"), "{told}");
    }

    let levels = of("logs diga ID --jq .level");
    for level in levels.lines() {
        let level = level.trim_matches('"');
        let given = of(&format!("logs diga ID --level {level} --jq .level"));
        let of_level = levels.lines().filter(|one| one.trim_matches('"') == level);
        assert_eq!(given.lines().count(), of_level.count(), "{level}");
    }
    let columns = of("logs diga ID --columns event,time --format csv --limit 1");
    assert_eq!(columns.lines().next(), Some("event,time"));
    let (_, whole) = refused(&format!("messages diga {call}"), &diga);
    assert!(whole.starts_with("complete: "), "{whole}");
    for (line, told) in [
        ("logs diga ID --level loud", "[possible values: "),
        (
            "logs diga ID --columns status",
            "[possible values: time, level, category, event]",
        ),
        (
            "logs diga ID --since 7d",
            "filters that diga documents: --page-size, --order, --category, --level",
        ),
        (
            "messages diga ID --level info",
            "filters that diga documents: --page-size, --order",
        ),
    ] {
        let (code, said) = refused(&line.replace("ID", call), &diga);
        assert_eq!(code, Some(2), "{line}: {said}");
        assert!(said.contains(told), "{line}: {said}");
    }
    // What was said is read from its beginning.
    let said = of("messages diga ID --order asc --jq .content");
    let first: String = serde_json::from_str(said.lines().next().expect("a line")).expect("text");
    let transcript = of("transcript diga ID");
    let begun = transcript.lines().next().expect("a turn");
    assert!(begun.ends_with(&first), "{begun}");
}

#[tokio::test]
async fn concurrency_is_told_once_or_live() {
    let (_mock, retell) = mock(Provider::Retell).await;
    insta::assert_snapshot!(printed("concurrency retell", &retell), @r#"
    ACTIVE  LIMIT
    1       30
    "#);
    let (_mock, diga) = mock(Provider::Diga).await;
    let live = printed("concurrency diga --limit 1 --format csv", &diga);
    assert_eq!(live.lines().next(), Some("active"));
    assert_eq!(live.lines().count(), 2);
    // It goes on while it is read.
    let mock = Mock::builder(Provider::Diga).events_every(Duration::ZERO);
    let mock = mock.start().await.expect("a mock");
    let diga = environment(Provider::Diga, mock.base_url());
    let live = printed("concurrency diga --limit 60 --format csv", &diga);
    let counts: HashSet<&str> = live.lines().skip(1).collect();
    assert_eq!(live.lines().count(), 61);
    assert!(counts.len() > 3, "{counts:?}");
}

#[tokio::test]
async fn a_call_is_started_of_what_is_documented_and_of_nothing_else() {
    let (_mock, diga) = mock(Provider::Diga).await;
    let environment = given(&diga);
    let start = |body: &str| {
        let mut command = command(
            &["start", "diga", "--from", "-", "--jq", ".id"],
            &environment,
        );
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("it runs");
        let mut input = child.stdin.take().expect("its input");
        input.write_all(body.as_bytes()).expect("it reads");
        drop(input);
        child.wait_with_output().expect("it ends")
    };
    let made = start(r#"{"from_number": "+34911000001", "to_number": "+34911000002"}"#);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let id = stdout(&made).trim().trim_matches('"').to_owned();
    assert!(printed(&format!("get diga {id} --format csv"), &diga).contains(&id));
    for (body, told) in [
        (
            r#"{"from_number": "+34911000001", "to_number": "+34911000002", "voice": {"x": 1}}"#,
            "/voice: the provider documents no such field",
        ),
        (r#"{"from_number": "+34911000001""#, "EOF"),
    ] {
        let made = start(body);
        assert_eq!(made.status.code(), Some(2), "{body}");
        assert!(stderr(&made).contains(told), "{}", stderr(&made));
    }
}

#[tokio::test]
async fn recordings_of_a_list_come_several_at_once_and_only_once() {
    let (_mock, diga) = mock(Provider::Diga).await;
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (list, out) = (at("calls.csv"), at("recordings"));
    printed(
        &format!("list diga --limit 12 --format csv -o {list}"),
        &diga,
    );
    let line = format!("recording diga --from {list} -o {out} --parallel 3");
    let (code, first) = refused(&line, &diga);
    assert_eq!(code, Some(0), "{first}");
    let files = || {
        let entries = std::fs::read_dir(&out).expect("the folder");
        let mut files: Vec<(String, u64)> = entries
            .map(|entry| {
                let entry = entry.expect("an entry");
                let length = entry.metadata().expect("its length").len();
                (entry.file_name().to_string_lossy().into_owned(), length)
            })
            .collect();
        files.sort();
        files
    };
    let there = files();
    assert!(
        !there.is_empty()
            && there
                .iter()
                .all(|(name, length)| !name.ends_with(".part") && *length > 0),
        "{there:?}"
    );
    let ids = std::fs::read_to_string(&list).expect("the list");
    for (name, _) in &there {
        let id = name.split('.').next().expect("an id");
        assert!(ids.contains(id), "{name}");
    }
    // What is there is not asked for again, and one that is gone comes again.
    std::fs::remove_file(folder.path().join("recordings").join(&there[0].0)).expect("removed");
    let (code, second) = refused(&line, &diga);
    assert_eq!(code, Some(0), "{second}");
    assert!(
        second.contains("1 downloaded")
            && second.contains(&format!("{} were there already", there.len() - 1)),
        "{second}"
    );
    assert_eq!(files(), there);

    // One that fails is told, and keeps none of the others.
    std::fs::write(
        at("ids"),
        format!("{DIGA_CALL}\nno-uuid\n00000000-0000-4000-8000-00000000ffff\n"),
    )
    .expect("written");
    let (code, told) = refused(
        &format!("recording diga --from {} -o {}", at("ids"), at("more")),
        &diga,
    );
    assert_eq!(code, Some(4), "{told}");
    let (_, json) = refused(
        &format!(
            "recording diga --from {} -o {} --error-format json",
            at("ids"),
            at("more")
        ),
        &diga,
    );
    let last = json.lines().last().unwrap_or_default();
    let object: serde_json::Value = serde_json::from_str(last).expect("an object");
    let causes = object["causes"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let codes: Vec<_> = causes
        .iter()
        .map(|it| (it["of"].as_str(), it["code"].as_i64()))
        .collect();
    assert!(
        codes.contains(&(Some("00000000-0000-4000-8000-00000000ffff"), Some(8))),
        "{json}"
    );
    assert!(
        told.contains("2 recordings did not come") && told.contains("1 downloaded"),
        "{told}"
    );
}

#[tokio::test]
async fn recordings_of_others_are_passed_over_and_ids_of_something_else_are_told() {
    let (_mock, diga) = mock(Provider::Diga).await;
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let list = format!("provider,call_id\nretell,call_1\ndiga,{DIGA_CALL}\nretell,call_2\n");
    std::fs::write(at("calls.csv"), list).expect("written");
    let from = |list: &str| format!("recording diga --from {} -o {}", at(list), at("out"));
    let (code, told) = refused(&from("calls.csv"), &diga);
    assert_eq!(code, Some(0), "{told}");
    assert!(
        told.contains("2 calls of other providers") && told.contains("1 downloaded"),
        "{told}"
    );

    let ids = "00000000-0000-4000-8000-00000000fffe\n00000000-0000-4000-8000-00000000ffff\n";
    std::fs::write(at("ids"), ids).expect("written");
    let (code, told) = refused(&from("ids"), &diga);
    assert_eq!(code, Some(4), "{told}");
    assert!(
        told.contains("`callslip recording diga --help` says"),
        "{told}"
    );
}

/// A file of more than a kilobyte is refused here as by a full disk.
#[cfg(unix)]
#[tokio::test]
async fn a_full_disk_is_told_with_the_call_and_what_came() {
    let (_mock, diga) = mock(Provider::Diga).await;
    let folder = tempfile::tempdir().expect("a folder");
    let script = format!(
        "trap '' XFSZ; ulimit -f 1; exec {} recording diga --from - -o out",
        env!("CARGO_BIN_EXE_callslip")
    );
    let mut child = std::process::Command::new("sh")
        .args(["-c", &script])
        .envs(given(&diga))
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut ids = child.stdin.take().expect("a pipe");
    writeln!(ids, "{DIGA_CALL}").expect("it reads");
    drop(ids);
    let output = child.wait_with_output().expect("it ends");
    let told = stderr(&output);
    assert_eq!(output.status.code(), Some(11), "{told}");
    assert!(
        told.starts_with(&format!("{DIGA_CALL}: ")) && told.contains("\n0 downloaded"),
        "{told}"
    );
}

#[tokio::test]
async fn a_request_of_ones_own_is_guarded_and_says_what_the_service_says() {
    let (_mock, diga) = mock(Provider::Diga).await;
    let status = printed("api diga GET /v1/call/?limit=1 --jq .data|length", &diga);
    assert_eq!(status, "1\n");
    let one = printed(
        "api diga GET /v1/call/ --query limit=2 --jq .data|length",
        &diga,
    );
    assert_eq!(one, "2\n");
    for path in [
        "/v1/call/../log",
        "v1/call/",
        "/v1//call",
        "/v1/%2e%2e/call",
        "/v1/a b",
    ] {
        let words = ["api", "diga", "GET", path];
        let environment = given(&diga);
        let output = callslip(&words, &environment);
        assert_eq!(output.status.code(), Some(2), "{path}: {}", stderr(&output));
        assert!(
            stderr(&output).contains("would reach another endpoint"),
            "{}",
            stderr(&output)
        );
    }
    let (code, told) = refused("api diga FETCH /v1/call/", &diga);
    assert_eq!(code, Some(2));
    assert!(told.contains("the method is none of GET"), "{told}");
    // What it says of a refusal is printed, and the exit code is of its kind.
    let environment = given(&diga);
    let output = callslip(
        &[
            "api",
            "diga",
            "GET",
            "/v1/call/00000000-0000-4000-8000-00000000ffff",
        ],
        &environment,
    );
    assert_eq!(output.status.code(), Some(8), "{}", stderr(&output));
    assert!(
        serde_json::from_str::<serde_json::Value>(&stdout(&output)).is_ok(),
        "{}",
        stdout(&output)
    );
}

/// Retell's document answers with 422 what others answer with 404.
#[tokio::test]
async fn what_does_not_exist_is_told_whatever_its_status_is() {
    let (_mock, retell) = mock(Provider::Retell).await;
    let (code, told) = refused("get retell nosuch-id", &retell);
    assert_eq!(code, Some(8), "{told}");
    assert!(
        told.contains("422") && told.contains("try: check the id"),
        "{told}"
    );
}

#[tokio::test]
async fn credentials_are_tried_by_one_call() {
    let (_diga_mock, mut environment) = mock(Provider::Diga).await;
    let (_retell_mock, retell) = mock(Provider::Retell).await;
    let (_highlevel_mock, highlevel) = mock(Provider::HighLevel).await;
    insta::assert_snapshot!(printed("auth check diga", &environment), @"diga: works (status 200)");
    environment.extend(retell);
    environment.extend(highlevel.clone());
    insta::assert_snapshot!(printed("auth check all --except highlevel", &environment), @r#"
    diga: works (status 200)
    retell: works (status 200)
    "#);
    // What was not tried is not known to work.
    let output = callslip(&["auth", "check", "all"], &given(&environment));
    let told = (stdout(&output), stderr(&output));
    assert_eq!(output.status.code(), Some(4), "{told:?}");
    assert!(
        told.0
            .contains("highlevel: not tried: it wants <LOCATION_ID>"),
        "{told:?}"
    );
    assert!(
        told.1.contains("not every credential was tried: highlevel") && told.1.contains("--except"),
        "{told:?}"
    );
    insta::assert_snapshot!(printed("auth check highlevel LOC123456789ABCDEF", &highlevel), @"highlevel: works (status 200)");
    for (name, value) in &mut environment {
        if *name == "RETELL_API_KEY" {
            *value = "wrong".into();
        }
    }
    let (code, told) = refused("auth check all --error-format json", &environment);
    assert_eq!(code, Some(7), "{told}");
    let object: serde_json::Value = serde_json::from_str(&told).expect("one object");
    let of = |at: &str| {
        object
            .pointer(at)
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    let causes = [
        "/causes/0/of",
        "/causes/1/of",
        "/causes/1/status",
        "/causes/1/remedy",
    ]
    .map(of);
    assert_eq!(
        causes,
        [
            "\"highlevel\"",
            "\"retell\"",
            "401",
            "\"check RETELL_API_KEY\""
        ],
        "{told}"
    );
    assert_eq!(refused("auth check all", &[]).0, Some(3));
}
