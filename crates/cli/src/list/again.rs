//! The command line that goes on where a list stopped.

use callslip_core::Cursor;

use crate::when::{self, Clock, When};

/// This command line, which a checkpoint lets go on.
pub fn same(added: &[&str]) -> String {
    let words: Vec<String> = std::env::args().skip(1).collect();
    joined(words.clone(), added)
}

/// This command line, of one provider and without what is over: lengths of time as the moments that they were, another cursor.
pub fn command(provider: &str, clock: &Clock, added: &[&str], cursor: &Cursor) -> String {
    let words: Vec<String> = std::env::args().skip(1).collect();
    rewritten(&words, provider, clock, added, cursor)
}

fn rewritten(
    words: &[String],
    provider: &str,
    clock: &Clock,
    added: &[&str],
    cursor: &Cursor,
) -> String {
    let mut line = Vec::new();
    let mut rest = words.iter();
    let mut is_listing = false;
    while let Some(word) = rest.next() {
        let (name, given) = match word.split_once('=') {
            Some((name, given)) if name.starts_with("--") => (name, Some(given.to_owned())),
            _ => (word.as_str(), None),
        };
        match name {
            "--resume" | "--except" => {
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
            "all" if is_listing => line.push(provider.to_owned()),
            _ => line.push(word.clone()),
        }
        is_listing = word == "list";
    }
    format!("{} --resume {cursor}", joined(line, added))
}

fn joined(mut line: Vec<String>, added: &[&str]) -> String {
    for word in added {
        if line.iter().all(|known| known != word) {
            line.push((*word).to_owned());
        }
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
        let line = |given: &[&str], added: &[&str]| {
            let words: Vec<String> = given.iter().map(|word| (*word).to_owned()).collect();
            let cursor = "c1:diga.list_calls:start::".parse().expect("a cursor");
            rewritten(&words, "diga", &clock, added, &cursor)
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
                &["--append"]
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
                &["--append"]
            ),
            r"callslip -v list diga --append --set-aside 'it'\''s all' --resume c1:diga.list_calls:start::"
        );
    }
}
