//! Keeps the bodies of examples in the spec, where other tools see them: under `x-file`, which names the file, `value` holds the
//! file's JSON in one line. The file is what is edited.

use std::io;

use serde::Serialize;

use super::plain::{FILE, Tree};

/// The text of a spec with each `value` as its file has it. What cannot be read stays as it is, and is told by the checks.
pub fn visible(spec: &str, read: &dyn Fn(&str) -> io::Result<String>) -> String {
    let mut lines = spec.lines().peekable();
    let mut written = String::with_capacity(spec.len());
    let mut push = |line: &str| {
        written.push_str(line);
        written.push('\n');
    };
    while let Some(line) = lines.next() {
        push(line);
        let indent = &line[..line.len() - line.trim_start().len()];
        let Some(name) = line
            .trim()
            .strip_prefix(FILE)
            .and_then(|rest| rest.strip_prefix(": "))
        else {
            continue;
        };
        let body = read(name.trim())
            .ok()
            .and_then(|text| serde_json::from_str::<Tree>(&text).ok());
        let Some(body) = body else { continue };
        let key = format!("{indent}value:");
        if lines.peek().is_some_and(|next| next.starts_with(&key)) {
            lines.next();
        }
        push(&format!("{key} {}", in_one_line(&body)));
    }
    written
}

/// JSON that is YAML as well.
fn in_one_line(body: &Tree) -> String {
    let mut text = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut text, Spaced);
    // Writing a tree into memory does not fail.
    let _ = body.serialize(&mut serializer);
    let text = String::from_utf8_lossy(&text);
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        // YAML reads these as line breaks, or not at all.
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') {
            escaped.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// A space after each comma and colon, which YAML needs.
struct Spaced;

impl serde_json::ser::Formatter for Spaced {
    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        first: bool,
    ) -> io::Result<()> {
        out.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        first: bool,
    ) -> io::Result<()> {
        out.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn bodies_stand_below_the_names_of_their_files() {
        let read = |name: &str| match name {
            "examples/a.json" => {
                Ok("{\n  \"b\": [1, 2.5],\n  \"t\": \"x: \u{2028}#\"\n}\n".to_owned())
            }
            _ => Err(io::Error::other("none")),
        };
        let spec = "e:\n  a:\n    x-file: examples/a.json\n    value: {\"old\": 1}\n  b:\n    x-file: examples/a.json\n  c:\n    x-file: examples/none.json\n    value: kept\n";
        let body = r#"value: {"b": [1, 2.5], "t": "x: \u2028#"}"#;
        let wanted = format!(
            "e:\n  a:\n    x-file: examples/a.json\n    {body}\n  b:\n    x-file: examples/a.json\n    {body}\n  c:\n    x-file: examples/none.json\n    value: kept\n"
        );
        assert_eq!(visible(spec, &read), wanted);
        assert_eq!(visible(&wanted, &read), wanted);
        let (json, _) = crate::spec::yaml::parse(&wanted).expect("YAML");
        let parsed: Value = serde_json::from_str(&json).expect("JSON");
        let file: Value =
            serde_json::from_str(&read("examples/a.json").expect("a file")).expect("JSON");
        assert_eq!(parsed["e"]["a"]["value"], file);
    }
}
