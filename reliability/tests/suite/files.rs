//! Nothing is left in a file, and nothing confidential is printed, by a process that goes through the whole suite.

use std::process::Command;

use callslip_reliability::canary;

/// Set in the process that is looked at.
const INSIDE: &str = "RELIABILITY_INSIDE";

/// Tests that are no cases: these here, the ones that print decoys, and the one that reads a file.
const OTHERS: [&str; 3] = ["files::", "capture::", "table::"];

struct Left {
    printed: String,
    files: usize,
}

/// Runs this program again, in a directory of its own that is empty at first.
fn run_again(arguments: &[&str]) -> Left {
    let empty = tempfile::tempdir().expect("a directory");
    let mut again = Command::new(std::env::current_exe().expect("this program"));
    for place in [
        "HOME",
        "TMPDIR",
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
    ] {
        again.env(place, empty.path());
    }
    let again = again.current_dir(&empty).env(INSIDE, "1");
    let output = again.arg("--nocapture").args(arguments).output();
    let output = output.expect("it runs");
    let printed = [output.stdout, output.stderr].concat();
    let printed = String::from_utf8_lossy(&printed).into_owned();
    assert!(output.status.success(), "{printed}");
    let files = std::fs::read_dir(&empty).expect("the directory").count();
    Left { printed, files }
}

#[test]
fn the_suite_leaves_no_file_and_prints_nothing_confidential() {
    // Most cases wait for something, and not for the processor.
    let mut arguments = vec!["--test-threads", "16"];
    arguments.extend(OTHERS.iter().flat_map(|name| ["--skip", *name]));
    let left = run_again(&arguments);
    canary::assert_hidden("the suite's output", &left.printed);
    assert!(left.printed.contains("test statuses::not_found ... ok"));
    assert_eq!(left.files, 0);
}

#[test]
fn a_file_and_a_line_would_be_found() {
    let left = run_again(&["--exact", "files::careless"]);
    assert_eq!(left.files, 1);
    assert!(canary::leaks(&left.printed).contains(&"decoy"));
}

/// Does what no case may do, in the process that is looked at.
#[test]
fn careless() {
    if std::env::var_os(INSIDE).is_some() {
        println!("{}", canary::DECOY);
        std::fs::write("careless", canary::DECOY).expect("a file");
    }
}
