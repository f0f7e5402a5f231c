//! YAML with line numbers. Specs are read as events, so that the author's order is kept, a doubled key is found, and every
//! place has a line; what comes out is JSON text, which `openapiv3` reads.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use crate::model::escape;

/// JSON pointer -> line (1-based).
#[derive(Debug, Default)]
pub struct LineMap(BTreeMap<String, usize>);

impl LineMap {
    /// The line of a place, or of the nearest place above it.
    pub fn line(&self, pointer: &str) -> Option<usize> {
        let mut at = pointer;
        loop {
            if let Some(line) = self.0.get(at) {
                return Some(*line);
            }
            at = &at[..at.rfind('/')?];
        }
    }
}

/// Why a text is not YAML that can be used here.
#[derive(Debug, PartialEq, Eq)]
pub struct YamlError {
    pub line: usize,
    pub what: String,
    pub fix: &'static str,
}

/// Deeper nesting than any spec has.
const MAX_DEPTH: usize = 100;

/// The document as JSON text in the author's order, and where everything stands.
pub fn parse(text: &str) -> Result<(String, LineMap), YamlError> {
    let mut reader = Reader {
        events: Parser::new_from_str(text),
        json: String::with_capacity(text.len()),
        lines: LineMap::default(),
    };
    let mut started = false;
    loop {
        let (event, span) = reader.next()?;
        match event {
            Event::StreamEnd if started => return Ok((reader.json, reader.lines)),
            Event::StreamEnd => {
                return Err(error(
                    span,
                    "the file is empty",
                    "write an OpenAPI document",
                ));
            }
            Event::DocumentStart(_) if started => {
                return Err(error(
                    span,
                    "there is a second document",
                    "keep one document a file",
                ));
            }
            Event::DocumentStart(_) => {
                started = true;
                let (event, span) = reader.next()?;
                reader.value(event, span, "", 0)?;
            }
            _ => {}
        }
    }
}

struct Reader<'a> {
    events: Parser<'a, saphyr_parser::StrInput<'a>>,
    json: String,
    lines: LineMap,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Span), YamlError> {
        match self.events.next_event() {
            Some(Ok(found)) => Ok(found),
            Some(Err(scan)) => Err(syntax(&scan)),
            None => Err(YamlError {
                line: 1,
                what: "the document ends too early".to_owned(),
                fix: "complete it",
            }),
        }
    }

    fn value(
        &mut self,
        event: Event<'a>,
        span: Span,
        pointer: &str,
        depth: usize,
    ) -> Result<(), YamlError> {
        if depth > MAX_DEPTH {
            return Err(error(
                span,
                "the nesting is too deep",
                "name inner parts as components",
            ));
        }
        self.lines
            .0
            .entry(pointer.to_owned())
            .or_insert(span.start.line());
        match event {
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(anchor, _)
            | Event::MappingStart(anchor, _)
                if anchor != 0 =>
            {
                Err(error(
                    span,
                    "anchors are not supported",
                    "use a component and `$ref`",
                ))
            }
            Event::Alias(_) => Err(error(
                span,
                "aliases are not supported",
                "use a component and `$ref`",
            )),
            Event::Scalar(text, style, _, tag) => {
                if tag.is_some() {
                    return Err(error(span, "tags are not supported", "write a plain value"));
                }
                self.scalar(&text, style, span)
            }
            Event::SequenceStart(..) => self.sequence(pointer, depth),
            Event::MappingStart(..) => self.mapping(pointer, depth),
            _ => Err(error(span, "a value is missing", "write one")),
        }
    }

    fn sequence(&mut self, pointer: &str, depth: usize) -> Result<(), YamlError> {
        self.json.push('[');
        for index in 0.. {
            let (event, span) = self.next()?;
            if event == Event::SequenceEnd {
                break;
            }
            if index > 0 {
                self.json.push(',');
            }
            self.value(event, span, &format!("{pointer}/{index}"), depth + 1)?;
        }
        self.json.push(']');
        Ok(())
    }

    fn mapping(&mut self, pointer: &str, depth: usize) -> Result<(), YamlError> {
        self.json.push('{');
        let mut keys = BTreeSet::new();
        loop {
            let (event, span) = self.next()?;
            let key = match event {
                Event::MappingEnd => break,
                event => key(event, span)?,
            };
            let place = format!("{pointer}/{}", escape(&key));
            if !keys.insert(key.clone()) {
                let first = self
                    .lines
                    .0
                    .get(&place)
                    .map_or(String::new(), |line| format!(" (first in line {line})"));
                return Err(error(
                    span,
                    format!("the key `{key}` stands here again{first}"),
                    "remove one of them",
                ));
            }
            if keys.len() > 1 {
                self.json.push(',');
            }
            // The line of an entry is the line of its key.
            self.lines.0.insert(place.clone(), span.start.line());
            write_string(&mut self.json, &key);
            self.json.push(':');
            let (event, span) = self.next()?;
            self.value(event, span, &place, depth + 1)?;
        }
        self.json.push('}');
        Ok(())
    }

    /// Plain scalars by YAML's core schema; everything quoted is a string.
    fn scalar(&mut self, text: &str, style: ScalarStyle, span: Span) -> Result<(), YamlError> {
        if style != ScalarStyle::Plain {
            write_string(&mut self.json, text);
            return Ok(());
        }
        match plain(text) {
            Plain::Null => self.json.push_str("null"),
            Plain::Boolean(value) => self.json.push_str(if value { "true" } else { "false" }),
            Plain::Number(number) => {
                let _ = write!(self.json, "{number}");
            }
            Plain::String => write_string(&mut self.json, text),
            Plain::NotFinite => {
                return Err(error(
                    span,
                    format!("`{text}` is not a JSON number"),
                    "write a finite number, or quote it",
                ));
            }
            Plain::Ambiguous => {
                return Err(error(
                    span,
                    format!("`{text}` is not the same to every YAML reader"),
                    "quote it if it is a string; else write it as JSON does",
                ));
            }
        }
        Ok(())
    }
}

/// A key is a plain or quoted string; a number such as the response code 200 means the string.
fn key(event: Event<'_>, span: Span) -> Result<String, YamlError> {
    let (text, style) = match event {
        Event::Scalar(text, style, 0, None) => (text, style),
        Event::Alias(_) => {
            return Err(error(
                span,
                "aliases are not supported",
                "write the key itself",
            ));
        }
        _ => {
            return Err(error(
                span,
                "a key is not a string",
                "write a plain key, without tag and anchor",
            ));
        }
    };
    let usable = style != ScalarStyle::Plain
        || match plain(&text) {
            Plain::String => text != "<<",
            Plain::Number(number) => number.is_u64(),
            _ => false,
        };
    if usable {
        Ok(text.into_owned())
    } else {
        Err(error(
            span,
            format!("the key `{text}` is not a string"),
            "quote it",
        ))
    }
}

/// What a scalar without quotes stands for.
enum Plain {
    Null,
    Boolean(bool),
    Number(serde_json::Number),
    NotFinite,
    /// A number or truth value to some readers of YAML and a string to others.
    Ambiguous,
    String,
}

fn plain(text: &str) -> Plain {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Plain::Null,
        "true" | "True" | "TRUE" => return Plain::Boolean(true),
        "false" | "False" | "FALSE" => return Plain::Boolean(false),
        _ => {}
    }
    let lower = text.to_ascii_lowercase();
    match lower.trim_start_matches(['-', '+']) {
        ".nan" | ".inf" => return Plain::NotFinite,
        "yes" | "no" | "on" | "off" => return Plain::Ambiguous,
        _ => {}
    }
    match serde_json::from_str(text) {
        Ok(number) => Plain::Number(number),
        Err(_) if looks_numeric(&lower) => Plain::Ambiguous,
        Err(_) => Plain::String,
    }
}

/// `007`, `+1`, `.5`, `1.`, `0x1f`, `1_000`, `1e999`: numbers of some YAML version that are not numbers of JSON.
fn looks_numeric(lower: &str) -> bool {
    let unsigned = lower.strip_prefix(['-', '+']).unwrap_or(lower);
    let radix = |prefix: &str, digits: u32| {
        unsigned.strip_prefix(prefix).is_some_and(|rest| {
            !rest.is_empty() && rest.chars().all(|c| c.is_digit(digits) || c == '_')
        })
    };
    if radix("0x", 16) || radix("0o", 8) || radix("0b", 2) {
        return true;
    }
    if unsigned.starts_with('_') {
        return false;
    }
    let digits = unsigned.replace('_', "");
    digits.chars().any(|c| c.is_ascii_digit())
        && digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits.parse::<f64>().is_ok()
}

fn write_string(json: &mut String, text: &str) {
    json.push_str(&serde_json::Value::from(text).to_string());
}

fn error(span: Span, what: impl Into<String>, fix: &'static str) -> YamlError {
    YamlError {
        line: span.start.line(),
        what: what.into(),
        fix,
    }
}

fn syntax(scan: &ScanError) -> YamlError {
    YamlError {
        line: scan.marker().line(),
        what: format!("this is not YAML: {}", scan.info()),
        fix: "mend the indentation or quote the value",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn json(text: &str) -> String {
        parse(text).expect("it parses").0
    }

    fn failure(text: &str) -> String {
        let error = parse(text).expect_err("it is refused");
        format!("{}: {}; {}", error.line, error.what, error.fix)
    }

    #[test]
    fn order_and_types_are_kept() {
        assert_eq!(
            json(
                "b: 1\na: [x, 'y', null, true, 1.5, '007', \"2\"]\n200: ok\n4XX: no way\nz: {k: -3, e: ~, d: 2021-04-15}\n"
            ),
            r#"{"b":1,"a":["x","y",null,true,1.5,"007","2"],"200":"ok","4XX":"no way","z":{"k":-3,"e":null,"d":"2021-04-15"}}"#
        );
    }

    #[test]
    fn every_place_has_a_line() {
        let (_, lines) = parse("a:\n  b: 1\n  c/d:\n    - x\n    - y\n").expect("it parses");
        assert_eq!(lines.line("/a/b"), Some(2));
        assert_eq!(lines.line("/a/c~1d"), Some(3));
        assert_eq!(lines.line("/a/c~1d/1"), Some(5));
        assert_eq!(
            lines.line("/a/c~1d/1/deeper"),
            Some(5),
            "the nearest place above"
        );
    }

    #[test]
    fn scalars_that_readers_disagree_on_are_refused() {
        for text in [
            "007",
            "+1",
            ".5",
            "1.",
            "0x1f",
            "1_000",
            "1e999",
            "no",
            "On",
            "+1234567890",
        ] {
            assert!(
                failure(&format!("a: {text}\n")).contains("not the same to every YAML reader"),
                "{text}"
            );
            assert_eq!(
                json(&format!("a: '{text}'\n")),
                format!(r#"{{"a":"{text}"}}"#)
            );
        }
        for text in [
            "v3", "e", "x.y", "1.2.3", "-", "_1", "10:30", "infinity", "nan",
        ] {
            let quoted = if text == "-" { "\"-\"" } else { text };
            assert_eq!(
                json(&format!("a: {quoted}\n")),
                format!(r#"{{"a":"{text}"}}"#)
            );
        }
    }

    #[test]
    fn block_scalars_are_strings() {
        assert_eq!(
            json("a: >-\n  one\n  two\nb: |\n  12\n"),
            r#"{"a":"one two","b":"12\n"}"#
        );
    }

    #[test]
    fn what_cannot_be_used_is_named_with_its_line() {
        insta::assert_snapshot!(failure(""), @"1: the file is empty; write an OpenAPI document");
        insta::assert_snapshot!(failure("a: 1\nb: 2\na: 3\n"), @"3: the key `a` stands here again (first in line 1); remove one of them");
        insta::assert_snapshot!(failure("a: &x 1\nb: *x\n"), @"1: anchors are not supported; use a component and `$ref`");
        insta::assert_snapshot!(failure("a: .nan\n"), @"1: `.nan` is not a JSON number; write a finite number, or quote it");
        insta::assert_snapshot!(failure("a: 1\n---\nb: 2\n"), @"2: there is a second document; keep one document a file");
        insta::assert_snapshot!(failure("true: 1\n"), @"1: the key `true` is not a string; quote it");
        insta::assert_snapshot!(failure("a: 1\n<<: {b: 2}\n"), @"2: the key `<<` is not a string; quote it");
        insta::assert_snapshot!(failure("&k a: 1\n"), @"1: a key is not a string; write a plain key, without tag and anchor");
        insta::assert_snapshot!(failure("a: !!int '3'\n"), @"1: tags are not supported; write a plain value");
        insta::assert_snapshot!(failure("a:\n  b: 1\n c: 2\n"), @"3: this is not YAML: while parsing a block mapping, did not find expected key; mend the indentation or quote the value");
        insta::assert_snapshot!(failure("a:\n\tb: 1\n"), @"2: this is not YAML: tabs disallowed within this context (block indentation); mend the indentation or quote the value");
        let deep = format!("{}{}", "[".repeat(150), "]".repeat(150));
        assert!(failure(&deep).contains("too deep"), "{}", failure(&deep));
        assert!(failure("a: [1\nb: 2\n").contains("this is not YAML"));
        assert!(failure("[[1]: 2]").contains("a key is not a string"));
    }

    proptest! {
        #[test]
        fn any_text_gives_json_or_an_error_inside_the_file(text in "[a-c:\\-\\[\\]{},#&*!|>'\"% \\n\\t0-9.~]{0,60}") {
            let lines = text.lines().count() + 1;
            match parse(&text) {
                Ok((json, map)) => {
                    prop_assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{json}");
                    prop_assert!(map.0.values().all(|line| (1..=lines).contains(line)), "{map:?}");
                }
                Err(error) => prop_assert!(error.line <= lines, "line {} of {lines}", error.line),
            }
        }
    }
}
