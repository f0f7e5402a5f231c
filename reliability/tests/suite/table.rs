//! `RELIABILITY.md`, rendered from the cases.

use std::fmt::Write;

use callslip_core::Proof;
use callslip_reliability::report;

use crate::case::{Case, Outcome};
use crate::{
    certificates, connection, downloads, framing, json, lists, redirects, sizes, statuses, timing,
    values,
};

/// Set to write the file instead of comparing it.
const RENEW: &str = "RELIABILITY_UPDATE";

/// What a group is called, and its cases under the names of their tests.
pub type Group = (&'static str, Vec<(&'static str, Case)>);

/// Every case of the suite.
pub fn groups() -> [Group; 9] {
    [
        (values::TITLE, values::all()),
        (connection::TITLE, connection::all()),
        (certificates::TITLE, certificates::all()),
        (timing::TITLE, timing::all()),
        (sizes::TITLE, sizes::all()),
        (framing::TITLE, framing::all()),
        (json::TITLE, json::all()),
        (redirects::TITLE, redirects::all()),
        (statuses::TITLE, statuses::all()),
    ]
}

const HEAD: &str = "# Reliability

What a call ends in, whatever the server does. Every row is a test of the suite in `reliability/tests/suite/`, under the name
in the first column, against a real TCP server on this machine. The file is rendered from the suite, which fails if
the two differ; `RELIABILITY_UPDATE=1 cargo test -p callslip-reliability --test suite table` writes it anew.

Each test makes the call four times: an idempotent one (`GET`, a generated client), and one that must not be
sent twice (`POST`, a client written by hand), with each kind of credential, while the server does the same to every
request. Where it says 3 attempts, the call is also made with a server that does it once: then it ends in a value
after 2 attempts. An error has the kind that is named (`ErrorKind`) and the status, if one came. After each fault that
is the server's, the same client makes another call, which succeeds.

Markers stand in for credentials, query values, phone numbers, transcripts and third parties' credentials. None of
them may turn up in what is printed of builder, client, call, value, error and its sources, nor in what any log,
subscriber or panic tells, nor in a file; see `reliability/src/canary.rs` and `reliability/tests/suite/capture.rs`.
";

const DOWNLOADS: &str = "
## Downloads

Each is made four times while the server does the same to every request: to a file, to a file that may be continued, to a
writer and as a stream. None ends in a part of a file under the file's name, and after an error nothing is left of the file
unless it can be continued and may be. Where it says 3 attempts, all four are also made with a server that does it once: then they
end in the file after 2 attempts. Link and credential hold markers as above, and a store gets no credential.

| test | what the server does | a download ends in | status | attempts |
|---|---|---|---|---|
";

const LISTS: &str = "
## Lists

Each is read by `.stream()`; the server answers the requests one after the other. What is set aside is there, raw, with its page and
place. Complete means that `summary().is_complete()` says so, and behind it stands what `summary().proof()` says. Where a stream
goes on, `resume()` was called after the error; the figures are those of both parts. Items hold markers as above.

| test | what the server does | delivered | set aside | the stream | complete |
|---|---|---|---|---|---|
";

fn render(soak: &str, behind: &str) -> String {
    let mut file = HEAD.to_owned();
    for (title, cases) in groups() {
        let _ = write!(
            file,
            "\n## {title}\n\n\
             | test | what the server does | an idempotent call ends in | status | attempts | any other ends in | status | attempts |\n\
             |---|---|---|---|---|---|---|---|\n"
        );
        for (name, case) in cases {
            let (server, get, post) = (&case.server, get(&case.get), post(&case));
            let _ = writeln!(file, "| `{name}` | {server} | {get} | {post} |");
        }
    }
    file.push_str(DOWNLOADS);
    for (name, case) in downloads::all() {
        let (server, ends_in) = (&case.server, row(&case.outcome, &ends_in(&case.outcome)));
        let _ = writeln!(file, "| `{name}` | {server} | {ends_in} |");
    }
    file.push_str(LISTS);
    for (name, case) in lists::all() {
        let _ = writeln!(file, "| `{name}` | {} | {} |", case.server, list(&case));
    }
    let _ = write!(file, "\n## Soak\n\n{}{behind}", report::place(soak));
    file
}

fn list(case: &lists::Case) -> String {
    let parts = || std::iter::once(&case.expected).chain(&case.resumed);
    let each = |tell: &dyn Fn(&lists::Expected) -> String| {
        let told: Vec<String> = parts().map(tell).collect();
        told.join(", then ")
    };
    let how = |part: &lists::Expected| {
        let how = match part.kind {
            Some(kind) => format!("ends in `{kind:?}`"),
            None => "ends".to_owned(),
        };
        match part.note {
            "" => how,
            note => format!("{how}: {note}"),
        }
    };
    let complete = |part: &lists::Expected| match part.proof {
        Proof::NotComplete(_) => format!("no: {}", part.proof),
        _ => format!("yes: {}", part.proof),
    };
    // What the whole reading came to.
    let last = case.resumed.as_ref().unwrap_or(&case.expected);
    format!(
        "{} | {} | {} | {}",
        each(&|part| part.delivered.to_string()),
        each(&|part| part.set_aside.to_string()),
        each(&how),
        complete(last)
    )
}

fn get(outcome: &Outcome) -> String {
    row(outcome, &ends_in(outcome))
}

fn ends_in(outcome: &Outcome) -> String {
    let mut ends_in = match outcome.kind {
        None => "a value".to_owned(),
        Some(kind) => format!("`{kind:?}`"),
    };
    if !outcome.note.is_empty() {
        let _ = write!(ends_in, ": {}", outcome.note);
    }
    ends_in
}

fn post(case: &Case) -> String {
    let same = Outcome {
        attempts: case.post.attempts,
        requests: case.post.requests,
        ..case.get.clone()
    };
    if case.post == same {
        row(&case.post, "the same")
    } else {
        get(&case.post)
    }
}

fn row(outcome: &Outcome, ends_in: &str) -> String {
    let status = outcome
        .status
        .map_or("none".to_owned(), |status| status.to_string());
    format!("{ends_in} | {status} | {}", outcome.attempts)
}

#[test]
fn the_table_is_what_the_suite_says() {
    let path = report::path();
    let file = std::fs::read_to_string(&path).unwrap_or_default();
    let rendered = render(report::soak_of(&file), report::behind_soak(&file));
    if std::env::var_os(RENEW).is_some() {
        std::fs::write(&path, rendered).expect("RELIABILITY.md can be written");
        return;
    }
    let differs = file
        .lines()
        .zip(rendered.lines())
        .find(|(found, wanted)| found != wanted);
    assert!(
        file == rendered,
        "RELIABILITY.md is not what the suite says. Write it anew with: \
         {RENEW}=1 cargo test -p callslip-reliability --test suite table\nfirst difference (file, suite): {differs:?}"
    );
}

#[test]
fn a_case_is_in_the_table_once() {
    let groups = groups();
    let (downloads, lists) = (downloads::all(), lists::all());
    let mut names: Vec<_> = groups
        .iter()
        .flat_map(|(_, cases)| cases.iter().map(|(name, _)| *name))
        .chain(downloads.iter().map(|(name, _)| *name))
        .chain(lists.iter().map(|(name, _)| *name))
        .collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
    assert!(
        report::soak_of(&render("figures\n", "")) == "figures\n"
            && render("", "").contains("`not_found`")
    );
}
