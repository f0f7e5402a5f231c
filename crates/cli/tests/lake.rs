//! The lake of the README's third command, from the command line alone.
#![cfg(feature = "lake")]

use std::process::Command;

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
        "windows with 999 calls",
        "hl (highlevel): 799 calls",
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
    assert_eq!((calls("hl"), calls("t2")), (799, 200));

    let page = folder.path().join("report.html");
    let shown = page.to_str().expect("text");
    let (_, code) = callslip(&["lake", "report", lake, "-o", shown]);
    assert_eq!(code, Some(0));
    let text = std::fs::read_to_string(&page).expect("a page");
    // Calls a day, lengths, cost, and the calendar of the source with windows.
    assert_eq!(text.matches("<svg").count(), 4);
    let of_elsewhere = ["src=", "href=", "@import", "url(", "<script"];
    assert!(of_elsewhere.iter().all(|part| !text.contains(part)));
    in_a_browser(shown);
}

/// What a browser makes of the page, where there is one.
fn in_a_browser(page: &str) {
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
    assert_eq!(dom.matches("</svg>").count(), 4, "{dom}");
    assert!(dom.contains("Calls a day, by service and status"), "{dom}");
}
