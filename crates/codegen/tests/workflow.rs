//! The workflow for a provider of your own, `docs/private-provider.yml`: its commands of the generator are run as they stand there.

#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn shell(folder: &Path, line: &str) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_callslip-codegen"));
    let programs = program.parent().expect("it is in a folder").display();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = Command::new("sh");
    let command = command.current_dir(folder).args(["-e", "-c", line]);
    let run = command
        .env("PATH", format!("{programs}:{path}"))
        .env("RUNNER_TEMP", folder.join("temporary"))
        .output();
    run.expect("there is a shell")
}

#[test]
fn its_commands_do_what_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let workflow = fs::read_to_string(root.join("docs/private-provider.yml")).expect("it is there");
    let lines = workflow.lines().map(str::trim);
    let lines: Vec<_> = lines
        .filter(|line| line.starts_with("callslip-codegen "))
        .collect();
    let verbs: Vec<_> = lines
        .iter()
        .filter_map(|line| line.split(' ').nth(1))
        .collect();
    assert_eq!(verbs, ["make", "drift", "import", "make", "diff"]);

    // The repository of somebody, whose publisher describes one property more than the spec has.
    let theirs = root.join(".ci/outside/spec");
    let repository = tempfile::tempdir().expect("a folder");
    let folder = repository.path();
    for inside in ["spec/examples", "captured", "temporary"] {
        fs::create_dir_all(folder.join(inside)).expect("made");
    }
    for file in ["openapi.yaml", "sdk.toml", "examples/call.json"] {
        fs::copy(theirs.join(file), folder.join("spec").join(file)).expect("copied");
    }
    let begin = "callslip-codegen make spec --out src/generated && git init --quiet && git add . \
        && git -c user.name=a -c user.email=a@sample.example commit --quiet --message first";
    let begun = shell(folder, begin);
    assert!(begun.status.success(), "{begun:?}");
    fs::write(
        folder.join("captured/a.jsonl"),
        "{\"id\": \"c1\", \"state\": \"done\"}\n",
    )
    .expect("written");
    let document = fs::read_to_string(theirs.join("openapi.yaml")).expect("the document");
    let before = "        seconds: {";
    assert!(document.contains(before), "{document}");
    let newer = document.replace(
        before,
        "        voice: {type: string, description: Who speaks.}\n        seconds: {",
    );
    fs::write(folder.join("temporary/document"), newer).expect("written");

    for line in &lines {
        let run = shell(folder, line);
        assert!(run.status.success(), "{line}: {run:?}");
    }
    let changes = fs::read_to_string(folder.join("temporary/changes")).expect("what diff told");
    assert!(changes.contains("voice"), "{changes}");

    // And each fails where it should.
    let made = folder.join("src/generated/types.rs");
    fs::write(&made, "").expect("written");
    fs::write(
        folder.join("captured/a.jsonl"),
        "{\"id\": 1, \"state\": \"lost\"}\n",
    )
    .expect("written");
    for line in &lines[..2] {
        assert!(!shell(folder, line).status.success(), "{line}");
    }
}

/// What was to be written is written, and what the exit code has to say is said, though nobody reads a word of it.
#[test]
fn what_is_printed_for_nobody_ends_nothing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    let run = |more: &[&str]| {
        let unread = || {
            let (reader, writer) = std::io::pipe().expect("a pipe");
            drop(reader);
            std::process::Stdio::from(writer)
        };
        let mut command = Command::new(env!("CARGO_BIN_EXE_callslip-codegen"));
        command.arg("make").arg(root.join(".ci/outside/spec"));
        command.arg("--out").arg(&out).args(more);
        let ended = command.stdout(unread()).stderr(unread()).status();
        ended.expect("it starts").code()
    };
    assert_eq!(run(&[]), Some(0));
    assert_eq!(run(&["--check"]), Some(0));
    let file = fs::read_dir(&out).expect("the folder").next();
    let file = file.expect("a file").expect("a file").path();
    fs::write(file, "// other").expect("written");
    assert_eq!(run(&["--check"]), Some(1));
}
