//! The command line that goes on where a list stopped.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use callslip_core::Cursor;
use chrono::{DateTime, Utc};

use crate::when::{self, Clock, When};

/// What is added to a command line.
#[derive(Default)]
pub struct Added<'a> {
    /// Whether there is an output that has to be added to.
    pub append: bool,
    /// The file instead of the one that is named.
    pub output: Option<PathBuf>,
    /// Where it goes on; without it, where the list begins.
    pub cursor: Option<&'a Cursor>,
    /// Where it ends, unless it says so itself.
    pub until: Option<DateTime<Utc>>,
    /// The providers that are not to be read with it.
    pub except: &'a [&'static str],
}

/// This command line, which a checkpoint lets go on.
pub fn same(append: bool) -> String {
    joined(std::env::args().skip(1).collect(), append)
}

/// This command line, without what is over: lengths of time as the moments that they were, another cursor.
pub fn command(clock: &Clock, added: &Added) -> String {
    let words: Vec<String> = std::env::args().skip(1).collect();
    rewritten(&words, clock, added)
}

/// A file beside this one that is not there yet.
pub fn beside(path: &Path) -> PathBuf {
    let part = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, extension) = (part(path.file_stem()), part(path.extension()));
    let named = |number: u32| {
        let name = path.with_file_name(format!("{stem}.{number}"));
        match extension.as_str() {
            "" => name,
            extension => path.with_file_name(format!("{stem}.{number}.{extension}")),
        }
    };
    let free = (2..)
        .map(named)
        .find(|path| path.symlink_metadata().is_err());
    free.unwrap_or_else(|| path.to_owned())
}

fn rewritten(words: &[String], clock: &Clock, added: &Added) -> String {
    let mut line = Vec::new();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let (name, given) = match word.split_once('=') {
            Some((name, given)) if name.starts_with("--") => (name, Some(given.to_owned())),
            _ => (word.as_str(), None),
        };
        match name {
            "--resume" => {
                if given.is_none() {
                    rest.next();
                }
            }
            "--since" | "--until" => {
                line.push(name.to_owned());
                let given = given.or_else(|| rest.next().cloned()).unwrap_or_default();
                line.push(match when::when(&given) {
                    Ok(ago @ When::Ago(_)) => when::text(&ago.start(clock)),
                    _ => given,
                });
            }
            "-o" | "--output" if added.output.is_some() => {
                if given.is_none() {
                    rest.next();
                }
            }
            attached if added.output.is_some() && attached.starts_with("-o") => {}
            _ => line.push(word.clone()),
        }
    }
    if let Some(output) = &added.output {
        line.extend(["-o".to_owned(), output.to_string_lossy().into_owned()]);
    }
    if let Some(until) = added.until
        && line.iter().all(|word| word != "--until")
    {
        line.extend(["--until".to_owned(), when::text(&until)]);
    }
    if !added.except.is_empty() {
        line.extend(["--except".to_owned(), added.except.join(",")]);
    }
    let line = joined(line, added.append);
    match added.cursor {
        Some(cursor) => format!("{line} --resume {cursor}"),
        None => line,
    }
}

fn joined(mut line: Vec<String>, append: bool) -> String {
    if append && line.iter().all(|word| word != "--append") {
        line.push("--append".to_owned());
    }
    let line: Vec<String> = line.into_iter().map(quoted).collect();
    format!("callslip {}", line.join(" "))
}

/// As a shell reads it back.
fn quoted(word: String) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@%+".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word;
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_reads_the_same_list_from_another_place() {
        let clock = Clock {
            now: crate::values::moment("2026-03-10T12:00:00Z").expect("a time"),
            utc: true,
        };
        let cursor = "c1:diga.list_calls:start::".parse().expect("a cursor");
        let line = |given: &[&str], output: Option<&str>, except: &[&'static str]| {
            let words: Vec<String> = given.iter().map(|word| (*word).to_owned()).collect();
            let added = Added {
                append: output.is_none(),
                output: output.map(PathBuf::from),
                cursor: Some(&cursor),
                until: Some(clock.now),
                except,
            };
            rewritten(&words, &clock, &added)
        };
        assert_eq!(
            line(
                &[
                    "list",
                    "diga",
                    "--since",
                    "7d",
                    "--until=2026-03-09",
                    "--resume",
                    "old"
                ],
                None,
                &[]
            ),
            "callslip list diga --since 2026-03-03T12:00:00Z --until 2026-03-09 --append --resume c1:diga.list_calls:start::"
        );
        assert_eq!(
            line(
                &[
                    "-v",
                    "list",
                    "all",
                    "--append",
                    "--except",
                    "x",
                    "--set-aside",
                    "it's all"
                ],
                None,
                &["y", "z"]
            ),
            r"callslip -v list all --append --except x --set-aside 'it'\''s all' --until 2026-03-10T12:00:00Z --except y,z --resume c1:diga.list_calls:start::"
        );
        for output in [&["-o", "a.json"][..], &["-oa.json"], &["--output=a.json"]] {
            assert_eq!(
                line(
                    &[&["list", "diga"], output, &["--limit", "3"]].concat(),
                    Some("a.2.json"),
                    &[]
                ),
                "callslip list diga --limit 3 -o a.2.json --until 2026-03-10T12:00:00Z --resume c1:diga.list_calls:start::"
            );
        }
    }

    #[test]
    fn another_file_has_a_name_of_its_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("a.2.json"), "").expect("it is written");
        assert_eq!(beside(&path("a.json")), path("a.3.json"));
        assert_eq!(beside(&path("a")), path("a.2"));
    }
}
