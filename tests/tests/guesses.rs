//! What the compiler says of the wrong first guesses in `src/guesses.rs`: that they do not compile is tested there, and here that whoever
//! reads the message knows on. One run of cargo compiles them all, as examples of a crate outside the workspace.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

/// Each guess, and what names the way in the message.
const NAMED: [(&str, &str); 6] = [
    ("TextForUuid", "expected `Uuid`, found `&str`"),
    ("NotAwaited", "a call does nothing until it is awaited"),
    ("NotBuilt", "found for struct `ClientBuilder`"),
    ("New", "consider using `Client::from_env`"),
    ("Absent", "cannot divide `Option<i64>`"),
    ("Exhaustive", "a wildcard `_` is necessary"),
];

#[test]
fn the_message_names_the_way() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    // It stays, so that what it depends on is compiled once.
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guesses");
    let write = |name: &str, text: &str| {
        std::fs::write(place.join(name), text).expect("a file is written");
    };
    let _ = std::fs::remove_dir_all(place.join("examples"));
    for folder in ["src", "examples"] {
        std::fs::create_dir_all(place.join(folder)).expect("a folder is made");
    }
    write("src/lib.rs", "");
    write("Cargo.toml", &manifest(&workspace));
    // With the versions of the workspace, which are there already.
    let lock = std::fs::read_to_string(workspace.join("Cargo.lock")).expect("a lock file");
    write("Cargo.lock", &lock);
    let guesses = guesses(include_str!("../src/guesses.rs"));
    let names: Vec<&str> = guesses.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, NAMED.map(|(name, _)| name));
    for (name, program) in &guesses {
        write(&format!("examples/{name}.rs"), program);
    }

    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--keep-going", "--examples"])
        .args(["--message-format", "json", "--target-dir"])
        .arg(place.join("target"))
        .current_dir(&place)
        .output()
        .expect("cargo runs");
    let told = String::from_utf8_lossy(&output.stdout);
    let messages: Vec<serde_json::Value> = told
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let mut missing = String::new();
    for (name, words) in NAMED {
        let of_guess = messages.iter().filter(|it| it["target"]["name"] == *name);
        let of_guess = of_guess.filter_map(|it| it.pointer("/message/rendered")?.as_str());
        let said: String = of_guess.collect();
        if !said.contains(words) {
            let _ = writeln!(missing, "{name}: `{words}` is not in:\n{said}");
        }
    }
    let cargo = String::from_utf8_lossy(&output.stderr);
    assert!(missing.is_empty(), "{missing}\n{cargo}");
}

fn manifest(workspace: &Path) -> String {
    let mut text =
        "[package]\nname = \"guesses\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n"
            .to_owned();
    for provider in ["credira", "diga", "liner"] {
        let path = workspace.join("crates").join(provider);
        // A literal string of TOML, in which nothing has to be escaped.
        let path = path.display();
        let _ = writeln!(
            text,
            "callslip-{provider} = {{ path = '{path}', default-features = false }}"
        );
    }
    text
}

/// The programs that must not compile, each with the name of what it is the documentation of.
fn guesses(source: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut program = None;
    let mut is_open = false;
    for line in source.lines() {
        let code = line.strip_prefix("///").map(str::trim_start);
        match (code, &mut program) {
            (Some(fence), _) if fence.starts_with("```") => {
                if fence.starts_with("```compile_fail") {
                    program = Some(String::new());
                }
                is_open = fence.starts_with("```compile_fail");
            }
            (Some(code), Some(program)) if is_open => {
                // What is hidden in documentation is part of the program; an attribute begins alike.
                program.push_str(code.strip_prefix("# ").unwrap_or(code));
                program.push('\n');
            }
            (None, _) => {
                let name = line
                    .strip_prefix("struct ")
                    .map(|it| it.trim_end_matches(';'));
                if let Some((name, program)) = name.and_then(|name| Some((name, program.take()?))) {
                    let program = match program.contains("fn main") {
                        true => program,
                        false => format!("fn main() {{\n{program}}}\n"),
                    };
                    found.push((name.to_owned(), program));
                }
            }
            _ => {}
        }
    }
    found
}
