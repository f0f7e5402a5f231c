//! Finds out of which commit the program is made: from what `cargo package` notes, or from the checkout. Reads files, starts nothing,
//! and where neither is there, the version goes without.

use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let here = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let commit = packaged(&here).or_else(|| checked_out(&here));
    let commit = commit.filter(|commit| commit.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let shown = commit.and_then(|commit| Some(format!(" ({})", commit.get(..12)?)));
    println!(
        "cargo::rustc-env=CALLSLIP_COMMIT={}",
        shown.unwrap_or_default()
    );
}

fn read(path: &Path) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    println!("cargo::rerun-if-changed={}", path.display());
    Some(text)
}

/// `{"git": {"sha1": "…"}}`
fn packaged(here: &Path) -> Option<String> {
    let note = read(&here.join(".cargo_vcs_info.json"))?;
    let (_, commit) = note.split_once("\"sha1\"")?;
    Some(commit.split('"').nth(1)?.to_owned())
}

fn checked_out(here: &Path) -> Option<String> {
    let git = here.ancestors().nth(2)?.join(".git");
    let head = read(&git.join("HEAD"))?;
    let Some(name) = head.strip_prefix("ref: ") else {
        return Some(head.trim().to_owned());
    };
    let name = name.trim();
    if let Some(commit) = read(&git.join(name)) {
        return Some(commit.trim().to_owned());
    }
    let packed = read(&git.join("packed-refs"))?;
    let mut lines = packed.lines();
    let line = lines.find(|line| line.ends_with(&format!(" {name}")))?;
    Some(line.split(' ').next()?.to_owned())
}
