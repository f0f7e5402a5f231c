//! The lake of the README's third command, from the command line alone.
#![cfg(feature = "lake")]

mod common;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use callslip_mock::{Mock, Provider};
use serde_json::Value;

fn callslip(arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_callslip"));
    let output = command.args(arguments).output().expect("callslip runs");
    let text = String::from_utf8(output.stdout).expect("text");
    (text, output.status.code())
}

#[test]
fn the_demo_fills_a_lake_is_killed_and_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let lake = folder.path().join("it's a lake");
    let lake = lake.to_str().expect("text");
    let (text, code) = callslip(&["lake", "demo", lake, "--calls", "1000"]);
    assert_eq!(code, Some(0), "{text}");
    for part in [
        "killed: ",
        "windows with 1000 calls",
        "hl (highlevel): 800 calls",
        "t2 (twenty2): 200 calls",
        "SELECT day, count(*) AS calls, sum(cost) AS cost",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let answered = text.contains("duckdb.org/install") || text.contains("cost");
    assert!(answered, "{text}");
    let (status, _) = callslip(&["lake", "status", lake, "--format", "json"]);
    let windows: Vec<Value> = serde_json::from_str(&status).expect("an array");
    let calls = |source: &str| {
        let own = windows.iter().filter(|window| window["source"] == source);
        own.filter_map(|window| window["calls"].as_u64())
            .sum::<u64>()
    };
    assert_eq!((calls("hl"), calls("t2")), (800, 200));

    let page = folder.path().join("report.html");
    let shown = page.to_str().expect("text");
    let (_, code) = callslip(&["lake", "report", lake, "-o", shown]);
    assert_eq!(code, Some(0));
    let text = std::fs::read_to_string(&page).expect("a page");
    // Calls a day, lengths, cost, and the calendar of the source with windows.
    is_whole(&text, 4);
    in_a_browser(shown, 4, "Calls a day, by service and status");
}

/// The mock of a service, as a program.
struct Mocked {
    process: Child,
    url: String,
}

impl Mocked {
    fn start(provider: Provider, calls: u64) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_callslip"));
        command.args(["mock", provider.as_str(), "--port", "0", "--seed", "1"]);
        command.args(["--calls", &calls.to_string()]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("callslip runs");
        let mut line = String::new();
        let mut out = BufReader::new(process.stdout.take().expect("its output"));
        out.read_line(&mut line).expect("a line");
        let url = line.trim().strip_prefix(provider.as_str());
        let url = url.and_then(|url| url.strip_prefix(": "));
        let url = url.expect("an address").to_owned();
        Self { process, url }
    }
}

impl Drop for Mocked {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// By these lines it is tried whether a lake is whole, and measured what it costs.
#[test]
fn a_lake_has_each_call_that_the_mock_was_told_to_make() {
    const CALLS: u64 = 130;
    for (provider, values) in [
        (Provider::Diga, ""),
        (Provider::HighLevel, ":location_id=L"),
        (Provider::Retell, ""),
        (Provider::Twenty2, ""),
        (Provider::Vapi, ""),
    ] {
        let mock = Mocked::start(provider, CALLS);
        let environment = common::environment(provider, &mock.url);
        let environment = environment.iter().map(|(name, value)| (&**name, &**value));
        let environment: Vec<_> = environment.collect();
        let folder = tempfile::tempdir().expect("a folder");
        let lake = folder.path().to_str().expect("text");
        let source = format!("s={provider}{values}");
        for arguments in [
            &["init", lake, "--source", &source, "--since", "91d"][..],
            &["run", lake],
        ] {
            let output = common::callslip(&[&["lake"], arguments].concat(), &environment);
            assert!(output.status.success(), "{provider}: {output:?}");
        }
        let (status, _) = callslip(&["lake", "status", lake, "--format", "json"]);
        let windows: Vec<Value> = serde_json::from_str(&status).expect("an array");
        let calls = windows.iter().filter_map(|window| window["calls"].as_u64());
        assert_eq!(calls.sum::<u64>(), CALLS, "{provider}");
    }
}

/// A page of so many pictures, which asks for nothing else.
fn is_whole(page: &str, pictures: usize) {
    assert_eq!(page.matches("<svg").count(), pictures);
    let of_elsewhere = ["src=", "href=", "@import", "url(", "<script"];
    assert!(of_elsewhere.iter().all(|part| !page.contains(part)));
}

/// A mock of which every third call is another one an hour later.
async fn changing(provider: Provider, calls: u64) -> Mock {
    let mock = Mock::builder(provider).calls(calls).seed(3);
    let mock = mock.changed_every(3, Duration::from_secs(3600));
    mock.start().await.expect("a mock")
}

#[tokio::test]
async fn a_report_shows_how_late_calls_changed_by_source() {
    let (one, two) = (
        changing(Provider::HighLevel, 200).await,
        changing(Provider::Diga, 60).await,
    );
    let environment = [
        ("HIGHLEVEL_BASE_URL", one.base_url()),
        ("HIGHLEVEL_ACCESS_TOKEN", "t"),
        ("DIGA_BASE_URL", two.base_url()),
        ("DIGA_API_KEY", "k"),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (lake, page) = (at("lake"), at("report.html"));
    let run = |arguments: &[&str], code| {
        let output = common::callslip(&[&["lake"], arguments].concat(), &environment);
        let told = common::stderr(&output);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
        common::stdout(&output)
    };
    let report = || {
        run(&["report", &lake, "-o", &page], 0);
        std::fs::read_to_string(&page).expect("a page")
    };
    let (one_is, two_is) = ("one=highlevel:location_id=L", "two=diga");
    let init = ["init", &lake, "--source", one_is, "--source", two_is];
    run(&[&init[..], &["--since", "60d"]].concat(), 0);
    let unread = |arguments: &[&str], code| {
        let mut command = common::command(&[&["lake"], arguments].concat(), &environment);
        let ended = command.stdout(common::unread()).stderr(common::unread());
        let ended = ended.status().expect("it starts");
        assert_eq!(ended.code(), Some(code), "{arguments:?}");
    };
    // What it says of its progress, and of what differs, is for nobody.
    unread(&["run", &lake], 0);
    let before = report().matches("<svg").count();
    const TITLE: &str = "How late calls changed, by source";
    assert!(before > 2 && !report().contains(TITLE));

    for mock in [&one, &two] {
        mock.pass_time(Duration::from_secs(7200));
    }
    unread(&["verify", &lake, "--all"], 4);
    let text = report();
    is_whole(&text, before + 1);
    let (_, part) = text.split_once(TITLE).expect("it is there");
    let (picture, part) = part.split_once("</svg>").expect("a picture");
    let (part, _) = part.split_once("</p>").expect("a sentence");
    for label in ["1h", "48h", "7d", "30d", "later"] {
        assert!(picture.contains(label), "{label}: {picture}");
    }
    // The first colours, as in its key: the source with the most changes is the first.
    for (colour, source) in [("#4477aa", "one"), ("#ee6677", "two")] {
        assert!(picture.to_lowercase().contains(colour), "{colour}");
        assert!(part.contains(&format!("{colour}\"></i>{source}")), "{part}");
    }
    let told = run(&["status", &lake, "--lateness"], 0);
    let counts = told
        .lines()
        .filter_map(|line| line.strip_suffix(" changes"));
    let counts = counts.filter_map(|line| line.split_once(": ")?.1.parse::<u64>().ok());
    let (sources, total) = counts.fold((0, 0), |(sources, sum), count| (sources + 1, sum + count));
    assert!(sources == 2 && total > 40, "{told}");
    let sentence = format!("at the latest: {total}. Found by `verify` alone: {total}.");
    assert!(part.contains(&sentence), "{part}");
    in_a_browser(&page, before + 1, TITLE);
}

/// What a browser makes of the page, where there is one.
fn in_a_browser(page: &str, pictures: usize, part: &str) {
    let flags = ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"];
    let browsers = ["chromium", "chromium-browser", "google-chrome"];
    let opened = browsers.iter().find_map(|browser| {
        let mut command = Command::new(browser);
        command.args(flags).arg(format!("file://{page}"));
        command.output().ok()
    });
    let Some(opened) = opened else {
        eprintln!("no Chromium is installed: the page is not opened in a browser");
        return;
    };
    let dom = String::from_utf8_lossy(&opened.stdout);
    assert_eq!(dom.matches("</svg>").count(), pictures, "{dom}");
    assert!(dom.contains(part), "{dom}");
}

/// A program of the name that is found before any other: it writes down what it is asked, and does what `then` says.
#[cfg(unix)]
fn duckdb(folder: &std::path::Path, mode: u32, then: &str) -> (String, std::path::PathBuf) {
    use std::os::unix::fs::PermissionsExt;

    let (program, asked) = (folder.join("duckdb"), folder.join("asked"));
    let script = format!(
        "#!/bin/sh\n[ $# = 2 ] && [ \"$1\" = -c ] || exit 64\nprintf %s \"$2\" > '{}'\n{then}\n",
        asked.display()
    );
    std::fs::write(&program, script).expect("a program");
    let permissions = std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(&program, permissions).expect("a program");
    let path = std::env::var("PATH").unwrap_or_default();
    (format!("{}:{path}", folder.display()), asked)
}

#[cfg(unix)]
#[test]
fn duckdb_is_asked_and_what_it_says_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let lake = folder.path().join("it's a lake");
    let lake = lake.to_str().expect("text");
    let init = [
        "lake",
        "init",
        lake,
        "--source",
        "t=twenty2",
        "--since",
        "1d",
    ];
    assert_eq!(callslip(&init).1, Some(0));
    let sql = |path: &str| {
        let query = ["lake", "sql", lake, "SELECT 7 AS day"];
        common::callslip(&query, &[("PATH", path)])
    };
    let (path, asked) = duckdb(folder.path(), 0o755, "echo 'day 7'");
    let output = sql(&path);
    assert_eq!(output.status.code(), Some(0), "{}", common::stderr(&output));
    assert_eq!(common::stdout(&output), "day 7\n");
    let at = lake.replace('\'', "''");
    assert_eq!(
        std::fs::read_to_string(asked).expect("it was asked"),
        format!(
            "CREATE VIEW calls AS FROM delta_scan('{at}/calls'); CREATE VIEW turns AS FROM delta_scan('{at}/turns'); CREATE VIEW \
             recordings AS FROM delta_scan('{at}/recordings'); SELECT 7 AS day"
        )
    );

    let (path, _) = duckdb(folder.path(), 0o755, "echo 'no such column' >&2; exit 3");
    let output = sql(&path);
    let told = common::stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    let told: Vec<&str> = told.lines().collect();
    assert_eq!(told[0], "no such column");
    assert!(
        told[1].contains("DuckDB did not answer the query"),
        "{told:?}"
    );

    // One that cannot be run, and none.
    let (_, _) = duckdb(folder.path(), 0o644, "");
    let alone = folder.path().to_str().expect("text");
    let output = sql(alone);
    assert_eq!(
        output.status.code(),
        Some(11),
        "{}",
        common::stderr(&output)
    );
    std::fs::remove_file(folder.path().join("duckdb")).expect("it was there");
    let output = sql(alone);
    assert_eq!(output.status.code(), Some(3), "{}", common::stderr(&output));
    assert!(common::stderr(&output).contains("duckdb.org/install"));
}

#[cfg(unix)]
#[test]
fn the_demo_has_duckdb_answer_and_goes_on_where_it_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    for (number, then, told) in [
        (1, "echo '2026-01-01 11 calls'", "2026-01-01 11 calls\n"),
        (2, "exit 3", "  DuckDB did not answer the query (above)\n"),
    ] {
        let (path, asked) = duckdb(folder.path(), 0o755, then);
        let lake = folder.path().join(number.to_string());
        let lake = lake.to_str().expect("text");
        let demo = ["lake", "demo", lake, "--calls", "50"];
        let output = common::callslip(&demo, &[("PATH", &path)]);
        let text = common::stdout(&output);
        assert_eq!(output.status.code(), Some(0), "{text}");
        let (_, answer) = text.split_once("\n$ callslip lake sql ").expect(&text);
        assert!(answer.contains(told), "{text}");
        assert!(text.contains(&format!("The lake is in {lake}")), "{text}");
        let asked = std::fs::read_to_string(asked).expect("it was asked");
        let query = "SELECT day, count(*) AS calls, sum(cost) AS cost FROM calls WHERE";
        assert!(asked.contains(query), "{asked}");
    }
}
