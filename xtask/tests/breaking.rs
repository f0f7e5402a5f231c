//! A change that breaks users is refused until the version or the changelog says so: in a repository of its own, in which the process
//! stands.

use std::fs;
use std::path::Path;
use std::process::Command;

use xtask::breaking::check;

const CHANGELOG: &str = "# Changelog\n\n## Unreleased\n\n### Features\n\n- Something.\n";

fn git(arguments: &[&str]) {
    let who = ["-c", "user.name=a", "-c", "user.email=a@sample.example"];
    let run = Command::new("git").args(who).args(arguments).output();
    let run = run.expect("git is there");
    assert!(run.status.success(), "{arguments:?}: {run:?}");
}

fn edit(file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(file).expect("the file");
    assert!(text.contains(from), "{file} has no {from:?}");
    fs::write(file, text.replacen(from, to, 1)).expect("written");
}

#[test]
fn a_break_is_said_or_refused() {
    let root = tempfile::tempdir().expect("a folder");
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/liner");
    std::env::set_current_dir(&root).expect("it is there");
    for folder in ["", "examples"] {
        fs::create_dir_all(Path::new("specs/liner").join(folder)).expect("made");
        for entry in fs::read_dir(specs.join(folder)).expect("the spec") {
            let entry = entry.expect("an entry");
            if entry.path().is_file() {
                let to = Path::new("specs/liner")
                    .join(folder)
                    .join(entry.file_name());
                fs::copy(entry.path(), to).expect("copied");
            }
        }
    }
    fs::write("Cargo.toml", "[workspace.package]\nversion = \"0.1.0\"\n").expect("written");
    fs::write("CHANGELOG.md", CHANGELOG).expect("written");
    git(&["init", "--quiet", "--initial-branch=main"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "first"]);
    let root = root.path();
    let document = "specs/liner/openapi.yaml";
    let original = fs::read_to_string(document).expect("the document");

    // Without a release there is nothing that could be broken.
    edit(
        document,
        "      operationId: get_call_record\n",
        "      operationId: get_record\n",
    );
    let settings = fs::read_to_string("specs/liner/sdk.toml").expect("the settings");
    fs::write(
        "specs/liner/sdk.toml",
        settings.replace("get_call_record", "get_record"),
    )
    .expect("written");
    check(root, None).expect("there is no release");
    let refused = |base: Option<&str>| {
        let error = check(root, base).expect_err("it breaks users");
        let told = error.to_string();
        assert!(
            told.contains("specs/liner breaks users") && told.contains("`callslip-liner`"),
            "{told}"
        );
    };
    refused(Some("main"));
    git(&["tag", "v0.1.0"]);
    refused(None);

    // A patch is no word for it, and the name of another crate is none either; the right line is, and so is the version.
    edit("Cargo.toml", "0.1.0", "0.1.1");
    edit(
        "CHANGELOG.md",
        "### Features",
        "### Breaking\n\n- `callslip-diga`: gone.\n\n### Features",
    );
    refused(None);
    edit("CHANGELOG.md", "callslip-diga", "callslip-liner");
    check(root, None).expect("the changelog says so");
    fs::write("CHANGELOG.md", CHANGELOG).expect("written");
    edit("Cargo.toml", "0.1.1", "0.2.0");
    check(root, None).expect("the version says so");

    // What breaks nothing needs no word, and a provider that goes does.
    edit("Cargo.toml", "0.2.0", "0.1.0");
    fs::write(document, original).expect("written");
    fs::write("specs/liner/sdk.toml", settings).expect("written");
    check(root, None).expect("all is as it was");
    fs::remove_dir_all("specs/liner").expect("gone");
    refused(None);
}
