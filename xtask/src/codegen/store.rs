//! Writes generated files, or compares them with what is there: the same code path up to the last step.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::emit::Files;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Write,
    Check,
}

/// A file that is not what the specs say it should be.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    pub path: PathBuf,
    /// The first place where they differ, as a few lines of text.
    pub excerpt: String,
}

/// In `Write` mode the differences are what was written; in `Check` mode nothing is touched.
pub fn store(
    root: &Path,
    folder: &Path,
    files: &Files,
    mode: Mode,
) -> Result<Vec<Difference>, (PathBuf, io::Error)> {
    let mut differences = Vec::new();
    for (path, wanted) in files {
        let full = root.join(path);
        let found = match fs::read_to_string(&full) {
            // A checkout may have turned the line endings.
            Ok(text) => Some(text.replace("\r\n", "\n")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err((full, error)),
        };
        if found.as_deref() == Some(wanted.as_str()) {
            continue;
        }
        differences.push(Difference {
            path: path.clone(),
            excerpt: excerpt(found.as_deref(), wanted),
        });
        if mode == Mode::Write {
            let parent = full.parent().unwrap_or(root);
            fs::create_dir_all(parent)
                .and_then(|()| fs::write(&full, wanted))
                .map_err(|error| (full.clone(), error))?;
        }
    }
    for path in stale(root, folder, files)? {
        if mode == Mode::Write {
            let full = root.join(&path);
            fs::remove_file(&full).map_err(|error| (full, error))?;
        }
        differences.push(Difference {
            path,
            excerpt: "  this file is no longer generated".to_owned(),
        });
    }
    Ok(differences)
}

/// Files in the generated folder that nothing generates any more.
fn stale(root: &Path, folder: &Path, files: &Files) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let full = root.join(folder);
    let entries = match fs::read_dir(&full) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err((full, error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| (full.clone(), error))?;
        let path = folder.join(entry.file_name());
        if !files.contains_key(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The first differing lines of both, numbered.
fn excerpt(found: Option<&str>, wanted: &str) -> String {
    const SHOWN: usize = 3;
    let Some(found) = found else {
        return "  the file does not exist".to_owned();
    };
    let found: Vec<&str> = found.lines().collect();
    let wanted: Vec<&str> = wanted.lines().collect();
    let first =
        (0..found.len().max(wanted.len())).find(|&line| found.get(line) != wanted.get(line));
    let Some(first) = first else {
        return "  only the end of the file differs".to_owned();
    };
    let show = |sign: char, lines: &[&str]| -> String {
        lines
            .iter()
            .enumerate()
            .skip(first)
            .take(SHOWN)
            .map(|(number, line)| format!("  {sign} {:>4} | {line}\n", number + 1))
            .collect()
    };
    format!("{}{}", show('-', &found), show('+', &wanted))
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(content: &str) -> Files {
        Files::from([(PathBuf::from("gen/a.rs"), content.to_owned())])
    }

    fn run(root: &Path, content: &str, mode: Mode) -> Vec<Difference> {
        store(root, Path::new("gen"), &files(content), mode).expect("the folder is usable")
    }

    #[test]
    fn writing_then_checking_finds_nothing() {
        let root = tempfile::tempdir().expect("a folder");
        assert_eq!(run(root.path(), "one\n", Mode::Write).len(), 1);
        assert_eq!(run(root.path(), "one\n", Mode::Check), []);
        assert_eq!(
            run(root.path(), "one\n", Mode::Write),
            [],
            "a file that is right is not touched"
        );
    }

    #[test]
    fn checking_writes_nothing_and_shows_the_first_lines() {
        let root = tempfile::tempdir().expect("a folder");
        run(root.path(), "one\ntwo\nthree\n", Mode::Write);
        let found = run(root.path(), "one\n2\nthree\n", Mode::Check);
        insta::assert_snapshot!(found[0].excerpt, @r"
          -    2 | two
          -    3 | three
          +    2 | 2
          +    3 | three
        ");
        let text = fs::read_to_string(root.path().join("gen/a.rs")).expect("the file");
        assert_eq!(text, "one\ntwo\nthree\n");
    }

    #[test]
    fn line_endings_of_a_checkout_do_not_count() {
        let root = tempfile::tempdir().expect("a folder");
        run(root.path(), "one\ntwo\n", Mode::Write);
        fs::write(root.path().join("gen/a.rs"), "one\r\ntwo\r\n").expect("written");
        assert_eq!(run(root.path(), "one\ntwo\n", Mode::Check), []);
    }

    #[test]
    fn a_file_that_nothing_generates_is_found_and_removed() {
        let root = tempfile::tempdir().expect("a folder");
        run(root.path(), "one\n", Mode::Write);
        fs::write(root.path().join("gen/old.rs"), "").expect("written");
        assert_eq!(run(root.path(), "one\n", Mode::Check).len(), 1);
        run(root.path(), "one\n", Mode::Write);
        assert!(!root.path().join("gen/old.rs").exists());
    }
}
