//! JSON as it came, with other white space: order, unknown fields, doubled ones, escapes and digits stay what they are.

/// Without white space, so that it fits on a line.
pub fn on_one_line(json: &str) -> String {
    rewritten(json, None)
}

/// Indented, a field a line.
pub fn indented(json: &str) -> String {
    rewritten(json, Some("  "))
}

/// Walks over the tokens; a string is one of them. On what is no JSON it does no harm: whatever is outside of strings and no white
/// space is kept in its place.
fn rewritten(json: &str, indent: Option<&str>) -> String {
    let mut out = String::with_capacity(json.len());
    let mut depth = 0_usize;
    let mut rest = json.trim_start_matches('\u{feff}');
    let line = |out: &mut String, depth: usize| {
        if let Some(indent) = indent {
            out.push('\n');
            out.extend(std::iter::repeat_n(indent, depth));
        }
    };
    while let Some(token) = rest.chars().next() {
        match token {
            ' ' | '\t' | '\r' | '\n' => {}
            '"' => {
                let (string, behind) = rest.split_at(string_len(rest));
                out.push_str(string);
                rest = behind;
                continue;
            }
            '{' | '[' => {
                out.push(token);
                let inside = rest[1..].trim_start();
                if inside.starts_with(['}', ']']) {
                    out.push_str(&inside[..1]);
                    rest = &inside[1..];
                    continue;
                }
                depth += 1;
                line(&mut out, depth);
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(token);
            }
            ',' => {
                out.push(',');
                line(&mut out, depth);
            }
            ':' => out.push_str(if indent.is_some() { ": " } else { ":" }),
            other => out.push(other),
        }
        rest = &rest[token.len_utf8()..];
    }
    out
}

/// How deep lists and objects stand in each other.
pub fn depth(json: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut rest = json;
    while let Some(at) = rest.find(['"', '{', '[', '}', ']']) {
        let (_, here) = rest.split_at(at);
        let length = match here.as_bytes().first() {
            Some(b'"') => string_len(here),
            Some(b'{' | b'[') => {
                depth += 1;
                deepest = deepest.max(depth);
                1
            }
            _ => {
                depth = depth.saturating_sub(1);
                1
            }
        };
        (_, rest) = here.split_at(length);
    }
    deepest
}

/// How long the string is that begins here, in bytes.
fn string_len(json: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in json.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    json.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ODD: &str = "\u{feff} {\"b\" : 1.50e2 ,\r\n\"a\":[ ],\"a\":{\t}, \"t\": \"x \\\" { , \\u00e9 \",\n \"n\":[1 , null,[true]]} ";

    #[test]
    fn nothing_but_white_space_changes() {
        let line =
            "{\"b\":1.50e2,\"a\":[],\"a\":{},\"t\":\"x \\\" { , \\u00e9 \",\"n\":[1,null,[true]]}";
        assert_eq!(on_one_line(ODD), line);
        let lines = "{\n  \"b\": 1.50e2,\n  \"a\": [],\n  \"a\": {},\n  \"t\": \"x \\\" { , \\u00e9 \",\n  \"n\": [\n    1,\n    null,\n    [\n      true\n    ]\n  ]\n}";
        assert_eq!(indented(ODD), lines);
        assert_eq!(on_one_line(&indented(ODD)), line);
    }

    #[test]
    fn it_is_what_serde_writes_of_plain_json() {
        let value = serde_json::json!({"a": [1, {"b": "c"}, []], "d": {}, "e": "\n"});
        let text = value.to_string();
        assert_eq!(
            indented(&text),
            serde_json::to_string_pretty(&value).expect("it writes")
        );
        assert_eq!(on_one_line(&indented(&text)), text);
    }

    #[test]
    fn depth_counts_what_is_open_and_not_what_is_said() {
        for (text, deepest) in [
            ("1", 0),
            (ODD, 3),
            ("[[],[{}]]", 3),
            ("\"[[[\"", 0),
            ("]]][", 1),
            ("[\"", 1),
        ] {
            assert_eq!(depth(text), deepest, "{text}");
        }
    }

    #[test]
    fn what_is_no_json_does_no_harm() {
        for text in ["", "\"open", "}{", "NaN , [", "\"\\", "é\u{a0}"] {
            let _ = (indented(text), on_one_line(text));
        }
        assert_eq!(on_one_line("[NaN, \"a b"), "[NaN,\"a b");
    }
}
