//! Writes generated files, or compares them with what is there: the same code path up to the last step.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::problem::Problems;
use crate::unreadable;

/// What is done with files that are not as they should be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// They are written.
    Write,
    /// They are told.
    Check,
}

/// A file that is not what the specs say it should be.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    /// The file.
    pub path: PathBuf,
    /// The first place where they differ, as a few lines of text.
    pub excerpt: String,
}

/// Writes the files into a folder and removes from it what is none of them; or compares only, and touches nothing. What is returned
/// is what was written, or would be.
///
/// # Errors
///
/// If a file cannot be read or written.
pub fn store(
    folder: &Path,
    files: &BTreeMap<String, String>,
    mode: Mode,
) -> Result<Vec<Difference>, Problems> {
    let mut differences = Vec::new();
    for (name, wanted) in files {
        differences.extend(store_file(&folder.join(name), wanted, mode)?);
    }
    for path in stale(folder, files).map_err(|error| vec![unreadable(folder, &error)])? {
        if mode == Mode::Write {
            fs::remove_file(&path).map_err(|error| vec![unreadable(&path, &error)])?;
        }
        differences.push(Difference {
            path,
            excerpt: "  this file is no longer generated".to_owned(),
        });
    }
    Ok(differences)
}

/// Writes one file, or compares only; what was written, or would be.
///
/// # Errors
///
/// If the file cannot be read or written.
pub fn store_file(path: &Path, wanted: &str, mode: Mode) -> Result<Option<Difference>, Problems> {
    let failed = |error: io::Error| vec![unreadable(path, &error)];
    let found = match fs::read_to_string(path) {
        // A checkout may have turned the line endings.
        Ok(text) => Some(text.replace("\r\n", "\n")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed(error)),
    };
    if found.as_deref() == Some(wanted) {
        return Ok(None);
    }
    if mode == Mode::Write {
        path.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(path, wanted))
            .map_err(failed)?;
    }
    Ok(Some(Difference {
        path: path.to_owned(),
        excerpt: excerpt(found.as_deref(), wanted),
    }))
}

/// Files of the generator in its folder that nothing generates any more.
fn stale(folder: &Path, files: &BTreeMap<String, String>) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let known = entry.file_name().into_string();
        if !known.is_ok_and(|name| files.contains_key(&name)) {
            found.push(entry.path());
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

    fn run(folder: &Path, content: &str, mode: Mode) -> Vec<Difference> {
        let files = BTreeMap::from([("a.rs".to_owned(), content.to_owned())]);
        store(&folder.join("gen"), &files, mode).expect("the folder is usable")
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
