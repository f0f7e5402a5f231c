//! Keeps the bodies of examples in the spec, where other tools see them: under `x-file`, which names the file, `value` holds the
//! file's JSON in one line. The file is what is edited.

use std::io;

use serde::de::IgnoredAny;

use super::plain::FILE;

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
        let Some(body) = read(name.trim()).ok().and_then(|text| in_one_line(&text)) else {
            continue;
        };
        let key = format!("{indent}value:");
        if lines.peek().is_some_and(|next| next.starts_with(&key)) {
            lines.next();
        }
        push(&format!("{key} {body}"));
    }
    written
}

/// JSON that is YAML as well: a space after each comma and colon, and no character that YAML reads as a line break, or not at all.
fn in_one_line(json: &str) -> Option<String> {
    serde_json::from_str::<IgnoredAny>(json).ok()?;
    let mut line = String::with_capacity(json.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in json.chars() {
        match c {
            '"' if !escaped => in_string = !in_string,
            _ if !in_string && c.is_ascii_whitespace() => continue,
            _ => {}
        }
        escaped = in_string && c == '\\' && !escaped;
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') {
            line.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            line.push(c);
        }
        if !in_string && matches!(c, ',' | ':') {
            line.push(' ');
        }
    }
    Some(line)
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
        let parsed = crate::spec::yaml::parse(&wanted, std::path::Path::new("").into());
        let parsed = parsed.expect("YAML").json();
        let file: Value =
            serde_json::from_str(&read("examples/a.json").expect("a file")).expect("JSON");
        assert_eq!(parsed["e"]["a"]["value"], file);
    }
}
