//! Every command line that stands in a README, in a guide or in a help text, run against mocks in a pseudo-terminal of 80 columns.
#![cfg(target_os = "linux")]

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use callslip_mock::{Mock, Provider};
use common::{callslip, stderr, stdout};
use tempfile::TempDir;

const COLUMNS: usize = 80;
/// What does not end by itself, or needs somebody who listens: `command.rs` runs those. A lake is filled below.
const ELSEWHERE: [&str; 3] = ["callslip mock ", "callslip webhook send ", "callslip lake "];
/// What prints the same at any time: the calls of the mock are made up of the last days.
const STABLE: [&str; 6] = [
    "callslip concurrency",
    "callslip demo",
    "callslip get",
    "callslip messages",
    "callslip trace",
    "callslip transcript",
];

/// A place to run lines in: mocks of every provider, and a folder with what the lines name.
struct Place {
    folder: TempDir,
    environment: Vec<(String, String)>,
    _mocks: Vec<Mock>,
}

impl Place {
    async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut environment, mut mocks) = (Vec::new(), Vec::new());
        for provider in Provider::ALL {
            let mock = Mock::builder(provider)
                .calls(30)
                .start()
                .await
                .expect("a mock");
            environment.extend(common::environment(provider, mock.base_url()));
            mocks.push(mock);
        }
        let at = |name: &str| folder.path().join(name);
        let bin = at("bin");
        std::fs::create_dir_all(&bin).expect("a folder");
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_callslip"), bin.join("callslip"))
            .expect("a link");
        std::os::unix::fs::symlink("/bin/cat", bin.join("ffprobe")).expect("a link");
        let call = r#"{"from_number": "+34911000001", "to_number": "+34911000002"}"#;
        std::fs::write(at("call.json"), call).expect("written");
        let path = std::env::var("PATH").unwrap_or_default();
        environment.push(("PATH".to_owned(), format!("{}:{path}", bin.display())));
        environment.push(("HOME".to_owned(), folder.path().display().to_string()));
        Self {
            folder,
            environment,
            _mocks: mocks,
        }
    }

    /// Runs a line of a shell in a terminal. Standard error of the line goes there, too.
    fn run(&self, line: &str) -> Output {
        let mut command = Command::new("script");
        command.args([
            "-qec",
            &format!("stty cols {COLUMNS} rows 24; {line}"),
            "/dev/null",
        ]);
        command
            .current_dir(self.folder.path())
            .env_clear()
            .stdin(Stdio::null());
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
            .env("TERM", "xterm")
            .env("SHELL", "/bin/sh")
            .env("TZ", "UTC");
        command.output().expect("`script` of util-linux")
    }
}

/// The READMEs and guides of the project.
fn documents(root: &Path) -> Vec<PathBuf> {
    let entries = |folder: &str| {
        let entries = std::fs::read_dir(root.join(folder)).expect("a folder");
        entries.map(|entry| entry.expect("an entry").path())
    };
    let crates = entries("crates").map(|folder| folder.join("README.md"));
    let guides = entries("docs").filter(|path| path.extension().is_some_and(|it| it == "md"));
    let all = crates.chain(guides).chain([root.join("README.md")]);
    all.filter(|path| path.exists()).collect()
}

/// The lines of the shell blocks of a README.
fn of_readme(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("a README");
    let (mut lines, mut inside) = (Vec::new(), false);
    for line in text.lines() {
        if line.starts_with("```") {
            inside = line == "```sh";
        } else if inside {
            let line = line.split(" # ").next().unwrap_or_default().trim();
            lines.push(line.replace("cargo run -p callslip-cli -- ", "callslip "));
        }
    }
    lines.retain(|line| line.starts_with("callslip ") || line.starts_with("until callslip "));
    lines
}

/// All commands, by their help: each as its words.
fn commands(words: &[&str], found: &mut Vec<Vec<String>>) {
    let help = stdout(&callslip(
        &[words, &["--help"]].concat(),
        &[("COLUMNS", "200")],
    ));
    found.push(words.iter().map(|word| (*word).to_owned()).collect());
    let mut below = help
        .lines()
        .skip_while(|line| !matches!(*line, "Commands:" | "Providers:"));
    below.next();
    for line in below.take_while(|line| line.starts_with("  ")) {
        let name = line.trim_start().split(' ').next().unwrap_or_default();
        if line.starts_with("   ") || name == "help" {
            continue;
        }
        commands(&[words, &[name]].concat(), found);
    }
}

/// The lines of a help text that are examples.
fn of_help(help: &str) -> Vec<String> {
    // One that goes on in the next line is one.
    let help = help.replace('\r', "").replace("\\\n", "");
    let words = help.lines().map(|line| line.split_whitespace().collect());
    let words = words.filter(|words: &Vec<&str>| words.first() == Some(&"callslip"));
    let lines = words.map(|words| words.join(" "));
    lines
        .filter(|line| !line.contains('<') || line.contains("< "))
        .collect()
}

/// What does not fit. The line that goes on is to be copied, and nothing breaks it; bars move about by themselves.
fn too_wide(shown: &str) -> impl Iterator<Item = String> {
    let lines = shown.split(['\r', '\n']).map(unlinked);
    let lines =
        lines.filter(|line| !line.starts_with("to go on there: ") && !line.contains(['█', '░']));
    lines.filter(|line| line.trim_end().chars().count() > COLUMNS)
}

#[tokio::test]
async fn each_line_works_and_fits() {
    let place = Place::new().await;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut lines: BTreeSet<String> = BTreeSet::new();
    for document in documents(&root) {
        lines.extend(of_readme(&document));
    }
    let mut all = Vec::new();
    commands(&[], &mut all);
    for words in &all {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let help = stdout(&callslip(
            &[&words[..], &["--help"]].concat(),
            &[("COLUMNS", "400")],
        ));
        lines.extend(of_help(&help));
    }
    lines.retain(|line| {
        !ELSEWHERE
            .iter()
            .any(|elsewhere| line.starts_with(elsewhere))
    });
    assert!(lines.len() > 25, "{lines:?}");
    let (mut reviewed, mut wide) = (String::new(), Vec::new());
    for line in &lines {
        // What an earlier line left behind is not in the way of this one.
        for left in [
            "call.mp3",
            "calls.checkpoint",
            "calls.csv",
            "calls.txt",
            "diga.checkpoint",
        ] {
            if line.contains(left) && !line.contains(&format!("--from {left}")) {
                let _ = std::fs::remove_file(place.folder.path().join(left));
            }
        }
        let is_data = [
            "--format",
            "--jq",
            "--from",
            "| ffprobe",
            "callslip man",
            "callslip api",
            "callslip start",
        ];
        // Data is as wide as it is; messages are not.
        let is_data = is_data.iter().any(|data| line.contains(data));
        let aside = if is_data { " > data" } else { "" };
        let output = place.run(&format!("{{ {line}; }}{aside}"));
        let shown = stdout(&output);
        assert_eq!(output.status.code(), Some(0), "{line}\n{shown}");
        wide.extend(too_wide(&shown).map(|wide| format!("{line}: {wide}")));
        reviewed += &format!("$ {line}\n");
        if STABLE.iter().any(|stable| line.starts_with(stable)) {
            let data = place.folder.path().join("data");
            let data = std::fs::read_to_string(data).unwrap_or_default();
            reviewed += &unported(&unlinked(
                &if is_data { data } else { shown }.replace('\r', ""),
            ));
        }
    }
    assert_eq!(wide, Vec::<String>::new());
    insta::assert_snapshot!(reviewed);
}

/// In the order in which they stand, since the second needs the first.
#[cfg(feature = "lake")]
#[tokio::test]
async fn the_lines_of_a_lake_work() {
    let place = Place::new().await;
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let mut lines = of_readme(&readme);
    lines.retain(|line| line.starts_with("callslip lake"));
    assert!(lines.len() > 3, "{lines:?}");
    for line in lines {
        let output = place.run(&line);
        assert_eq!(output.status.code(), Some(0), "{line}\n{}", stdout(&output));
    }
}

#[tokio::test]
async fn no_recording_is_written_to_a_terminal() {
    let place = Place::new().await;
    let output = place.run("callslip recording liner 123 -o -");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stdout(&output).contains("a terminal cannot play a recording"),
        "{}",
        stdout(&output)
    );
    assert_eq!(
        place
            .run("callslip recording liner 123 -o - > call.wav")
            .status
            .code(),
        Some(0)
    );
}

/// Without the ports of the mocks.
fn unported(text: &str) -> String {
    let mut parts = text.split("127.0.0.1:");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out += "127.0.0.1:0";
        out += part.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    out
}

/// Without what the terminal does not show.
fn unlinked(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        match (c, rest.peek()) {
            ('\u{1b}', Some('[')) => {
                while rest
                    .next()
                    .is_some_and(|c| !c.is_ascii_alphabetic() || c == '[')
                {}
            }
            ('\u{1b}', Some(']')) => {
                while rest.next().is_some_and(|c| c != '\\' && c != '\u{7}') {}
            }
            _ => out.push(c),
        }
    }
    out
}

#[test]
fn each_help_fits_the_terminal() {
    let mut all = Vec::new();
    commands(&[], &mut all);
    assert!(all.len() > 50, "{all:?}");
    let mut wide = Vec::new();
    for words in &all {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        for flag in ["-h", "--help"] {
            let line = [&["callslip"], &words[..], &[flag]].concat().join(" ");
            let mut command = Command::new("script");
            let path = format!(
                "{}/callslip",
                Path::new(env!("CARGO_BIN_EXE_callslip"))
                    .parent()
                    .expect("a folder")
                    .display()
            );
            let line = line.replacen("callslip", &path, 1);
            command.args([
                "-qec",
                &format!("stty cols {COLUMNS} rows 24; {line}"),
                "/dev/null",
            ]);
            let output = command
                .stdin(Stdio::null())
                .output()
                .expect("`script` of util-linux");
            let shown = stdout(&output);
            assert_eq!(
                output.status.code(),
                Some(0),
                "{line}\n{shown}{}",
                stderr(&output)
            );
            // What wraps cannot be copied.
            let words = [&words[..], &[flag]].concat();
            let whole = stdout(&callslip(&words, &[("COLUMNS", "400")]));
            let fitted = of_help(&unlinked(&shown));
            let broken = of_help(&whole)
                .into_iter()
                .filter(|line| !fitted.contains(line));
            wide.extend(broken);
            // The parser of arguments does not wrap a usage line.
            let lines = too_wide(&shown).filter(|line| !line.starts_with("Usage:"));
            wide.extend(lines.map(|wide| format!("{line}: {wide}")));
        }
    }
    assert_eq!(wide, Vec::<String>::new());
}
