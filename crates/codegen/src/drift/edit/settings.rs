//! Where in an `sdk.toml` a relaxation goes.

use super::spec::Refusal;
use super::{Edit, Lines};
use crate::spec::Loaded;
use crate::spec::sdk_toml::line_of;

const HEADING: &str = "[relax]";

/// The tables that stand behind `[relax]` in a settings file.
const LATER: [&str; 3] = ["[presume]", "[[aliases]]", "[operations."];

/// A property whose documented requirement is not relied on.
pub(in crate::drift) fn relaxation(
    loaded: &Loaded,
    key: &str,
    reason: &str,
) -> Result<Edit, Refusal> {
    let text = &loaded.sdk_text;
    let lines = Lines::new(text);
    let entry = format!("{} = {}", quoted(key), quoted(reason));
    let last = loaded
        .sdk
        .relax
        .keys()
        .map(|key| line_of(text, key.span().start))
        .max();
    let heading = lines.find(|line| line.starts_with(HEADING));
    match (last, heading) {
        (Some(last), _) if is_whole_entry(lines.get(last).unwrap_or_default()) => {
            Ok(insert(last, vec![entry]))
        }
        (_, Some(heading)) => Ok(insert(heading, vec![entry])),
        (Some(_), None) => {
            Err("the settings write [relax] in a form that is not edited by a program")
        }
        (None, None) => Ok(new_table(&lines, entry)),
    }
}

fn insert(after: usize, lines: Vec<String>) -> Edit {
    Edit::Insert { after, lines }
}

fn new_table(lines: &Lines<'_>, entry: String) -> Edit {
    let later = lines.find(|line| LATER.iter().any(|heading| line.starts_with(heading)));
    let Some(mut before) = later else {
        return insert(
            lines.count(),
            vec![String::new(), HEADING.to_owned(), entry],
        );
    };
    // A remark right above a heading is about that heading.
    while before > 1
        && lines
            .get(before - 1)
            .is_some_and(|line| line.trim_start().starts_with('#'))
    {
        before -= 1;
    }
    insert(before - 1, vec![HEADING.to_owned(), entry, String::new()])
}

/// Whether an entry ends in the line in which it begins.
fn is_whole_entry(line: &str) -> bool {
    toml::from_str::<toml::Table>(line).is_ok_and(|table| table.len() == 1)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{Lines, is_whole_entry, new_table, quoted};

    #[test]
    fn a_new_table_stands_before_those_that_follow_it() {
        let text = "[redact]\nsecret = []\n\n# Why.\n[presume]\n\"A.b\" = \"c\"\n";
        let edit = new_table(&Lines::new(text), "\"A.d\" = \"e\"".to_owned());
        assert_eq!(
            edit.apply(text),
            "[redact]\nsecret = []\n\n[relax]\n\"A.d\" = \"e\"\n\n# Why.\n[presume]\n\"A.b\" = \"c\"\n"
        );
        let text = "[redact]\nsecret = []";
        let edit = new_table(&Lines::new(text), "\"A.d\" = \"e\"".to_owned());
        assert_eq!(
            edit.apply(text),
            "[redact]\nsecret = []\n\n[relax]\n\"A.d\" = \"e\"\n"
        );
    }

    #[test]
    fn entries_are_toml() {
        assert!(is_whole_entry("\"A.b\" = \"c\" # d"));
        assert!(!is_whole_entry("\"A.b\" = \"\"\"c"));
        assert!(!is_whole_entry("d\"\"\""));
        assert_eq!(quoted(r#"a"b\c"#), r#""a\"b\\c""#);
    }
}
