//! YAML as a tree. A document is read as events, so that the author's order is kept, a doubled key is found, and every place has
//! a line.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use indexmap::IndexMap;
use saphyr_parser::{Event, Parser, ScalarStyle};
use serde::de::IgnoredAny;
use serde_json::Value;

use super::node::{Data, Node, Place};
use crate::problem::Problem;

/// Deeper nesting than any spec has.
const MAX_DEPTH: usize = 100;

/// Reads the text of a file.
pub fn parse(text: &str, file: Arc<Path>) -> Result<Node, Problem> {
    read(text, file, false)
}

/// The same for a document of somebody else's: what readers disagree on is a text, and a key that stands again takes the place of
/// the first.
pub fn parse_lenient(text: &str, file: Arc<Path>) -> Result<Node, Problem> {
    read(text, file, true)
}

fn read(text: &str, file: Arc<Path>, lenient: bool) -> Result<Node, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_json = text.trim_start().starts_with(['{', '['])
        && serde_json::from_str::<IgnoredAny>(text).is_ok();
    let text = match is_json {
        true => Cow::Owned(as_yaml(text)),
        false => Cow::Borrowed(text),
    };
    let events = Parser::new_from_str(&text);
    Reader {
        events,
        file,
        lenient,
    }
    .document()
}

/// JSON in the same lines and without what YAML does not know of it: pairs of surrogates, and tabs between tokens.
fn as_yaml(json: &str) -> String {
    let mut yaml = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find(['\\', '\t']) {
        let (before, special) = rest.split_at(at);
        yaml.push_str(before);
        let unit = |at: usize| {
            let digits = special.get(at..at + 6)?.strip_prefix("\\u")?;
            u16::from_str_radix(digits, 16).ok()
        };
        let pair = unit(0).zip(unit(6)).map(|(high, low)| [high, low]);
        let one = pair.and_then(|pair| char::decode_utf16(pair).next()?.ok());
        let (text, length) = match one {
            Some(c) if c.len_utf16() == 2 => (format!("\\U{:08x}", u32::from(c)), 12),
            // Outside of a text, since inside it would not be JSON.
            _ if special.starts_with('\t') => (" ".to_owned(), 1),
            _ => (special.chars().take(2).collect(), 2),
        };
        yaml.push_str(&text);
        rest = special.get(length..).unwrap_or_default();
    }
    yaml + rest
}

struct Reader<'a> {
    events: Parser<'a, saphyr_parser::StrInput<'a>>,
    file: Arc<Path>,
    lenient: bool,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, usize), Problem> {
        match self.events.next_event() {
            Some(Ok((event, span))) => Ok((event, span.start.line())),
            Some(Err(scan)) => {
                let fix = match scan.info() {
                    info if info.contains("escape") => "write the character itself",
                    _ => "mend the indentation or quote the value",
                };
                let message = format!("this is not YAML: {}; {fix}", scan.info());
                Err(self.wrong(scan.marker().line(), message))
            }
            None => Err(self.wrong(1, "the document ends too early; complete it")),
        }
    }

    fn wrong(&self, line: usize, message: impl AsRef<str>) -> Problem {
        Place::new(self.file.clone(), line, String::new()).wrong(message)
    }

    fn document(&mut self) -> Result<Node, Problem> {
        let mut root = None;
        loop {
            let (event, line) = self.next()?;
            match event {
                Event::StreamEnd => {
                    let empty = self.wrong(line, "the file is empty; write an OpenAPI document");
                    return root.ok_or(empty);
                }
                Event::DocumentStart(_) if root.is_some() => {
                    let message = "there is a second document; keep one document a file";
                    return Err(self.wrong(line, message));
                }
                Event::DocumentStart(_) => {
                    let (event, line) = self.next()?;
                    let place = Place::new(self.file.clone(), line, String::new());
                    root = Some(self.value(event, line, place, 0)?);
                }
                _ => {}
            }
        }
    }

    /// The value that begins in a line; its place is the line of its key, if it has one.
    fn value(
        &mut self,
        event: Event<'a>,
        line: usize,
        place: Place,
        depth: usize,
    ) -> Result<Node, Problem> {
        let data = match event {
            _ if depth > MAX_DEPTH => {
                let message = "the nesting is too deep; name inner parts as components";
                return Err(self.wrong(line, message));
            }
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(anchor, _)
            | Event::MappingStart(anchor, _)
                if anchor != 0 =>
            {
                let message = "anchors are not supported; use a component and `$ref`";
                return Err(self.wrong(line, message));
            }
            Event::Alias(_) => {
                let message = "aliases are not supported; use a component and `$ref`";
                return Err(self.wrong(line, message));
            }
            Event::Scalar(_, _, _, Some(_)) if !self.lenient => {
                return Err(self.wrong(line, "tags are not supported; write a plain value"));
            }
            Event::Scalar(text, style, ..) => Data::Leaf(self.scalar(&text, style, line)?),
            Event::SequenceStart(..) => self.sequence(&place, depth)?,
            Event::MappingStart(..) => self.mapping(&place, depth)?,
            _ => return Err(self.wrong(line, "a value is missing; write one")),
        };
        Ok(Node::new(place, data))
    }

    fn sequence(&mut self, place: &Place, depth: usize) -> Result<Data, Problem> {
        let mut items = Vec::new();
        loop {
            let (event, line) = self.next()?;
            if event == Event::SequenceEnd {
                return Ok(Data::List(items));
            }
            let place = place.below(&items.len().to_string(), line);
            items.push(self.value(event, line, place, depth + 1)?);
        }
    }

    fn mapping(&mut self, place: &Place, depth: usize) -> Result<Data, Problem> {
        let mut entries: IndexMap<String, Node> = IndexMap::new();
        loop {
            let (event, line) = self.next()?;
            let key = match event {
                Event::MappingEnd => return Ok(Data::Map(entries)),
                event => self.key(event, line)?,
            };
            if let Some(first) = entries.get(&key).map(Node::line)
                && !self.lenient
            {
                return Err(self.wrong(line, format!("the key `{key}` stands here again (first in line {first}); remove one of them")));
            }
            let place = place.below(&key, line);
            let (event, line) = self.next()?;
            let value = self.value(event, line, place, depth + 1)?;
            entries.insert(key, value);
        }
    }

    /// Plain scalars by YAML's core schema; everything quoted is a string.
    fn scalar(&self, text: &str, style: ScalarStyle, line: usize) -> Result<Value, Problem> {
        if style != ScalarStyle::Plain {
            return Ok(text.into());
        }
        let why = match plain(text) {
            Plain::Null => return Ok(Value::Null),
            Plain::Boolean(value) => return Ok(value.into()),
            Plain::Number(number) => return Ok(number.into()),
            Plain::String => return Ok(text.into()),
            _ if self.lenient => return Ok(text.into()),
            Plain::NotFinite => "is not a JSON number; write a finite number, or quote it",
            Plain::Ambiguous => {
                "is not the same to every YAML reader; quote it if it is a string; else write it as JSON does"
            }
        };
        Err(self.wrong(line, format!("`{text}` {why}")))
    }

    /// A key is a plain or quoted string; a number such as the response code 200 means the string.
    fn key(&self, event: Event<'_>, line: usize) -> Result<String, Problem> {
        let message = match event {
            Event::Scalar(text, style, 0, None) => {
                if text == "<<" && style == ScalarStyle::Plain && !self.lenient {
                    let message = "merge keys are not supported; write the keys out";
                    return Err(self.wrong(line, message));
                }
                let usable = self.lenient
                    || style != ScalarStyle::Plain
                    || match plain(&text) {
                        Plain::String => true,
                        Plain::Number(number) => number.is_u64(),
                        _ => false,
                    };
                if usable {
                    return Ok(text.into_owned());
                }
                format!("the key `{text}` is not a string; quote it")
            }
            Event::Alias(_) => "aliases are not supported; write the key itself".to_owned(),
            _ => "a key is not a string; write a plain key, without tag and anchor".to_owned(),
        };
        Err(self.wrong(line, message))
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<Node, Problem> {
        parse(text, Path::new("a.yaml").into())
    }

    fn json(text: &str) -> String {
        serde_json::to_string(&read(text).expect("it parses")).expect("JSON")
    }

    fn failure(text: &str) -> String {
        let problem = read(text).expect_err("it is refused");
        problem.to_string().replace("a.yaml:", "")
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
        let node = read("a:\n  b: 1\n  c/d:\n    - x\n    - y\n").expect("it parses");
        let line = |pointer: &str| node.nearest(pointer).wrong("a; b").line;
        assert_eq!(line("/a/b"), Some(2));
        assert_eq!(line("/a/c~1d"), Some(3));
        assert_eq!(line("/a/c~1d/1"), Some(5));
        assert_eq!(line("/a/c~1d/1/deeper"), Some(5), "the nearest place above");
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
        insta::assert_snapshot!(failure("a: 1\n<<: {b: 2}\n"), @"2: merge keys are not supported; write the keys out");
        insta::assert_snapshot!(failure("&k a: 1\n"), @"1: a key is not a string; write a plain key, without tag and anchor");
        insta::assert_snapshot!(failure("a: !!int '3'\n"), @"1: tags are not supported; write a plain value");
        insta::assert_snapshot!(failure("a:\n  b: 1\n c: 2\n"), @"3: this is not YAML: while parsing a block mapping, did not find expected key; mend the indentation or quote the value");
        insta::assert_snapshot!(failure("a:\n\tb: 1\n"), @"2: this is not YAML: tabs disallowed within this context (block indentation); mend the indentation or quote the value");
        let deep = format!("{}{}", "[".repeat(150), "]".repeat(150));
        assert!(failure(&deep).contains("too deep"), "{}", failure(&deep));
        assert!(failure("a: [1\nb: 2\n").contains("this is not YAML"));
        assert!(failure("[[1]: 2]").contains("a key is not a string"));
    }

    #[test]
    fn json_is_read_whatever_yaml_thinks_of_it() {
        let text = "\u{feff}{\n\t\"a\":\t[\"\\ud83d\\udc4d \\\\ud83d \\/ \\u00e4\"],\n\"b\":1}";
        let node = read(text).expect("it is JSON");
        assert_eq!(
            serde_json::to_string(&node).expect("JSON"),
            r#"{"a":["👍 \\ud83d / ä"],"b":1}"#
        );
        assert_eq!(node.nearest("/b").wrong("a; b").line, Some(3));
    }

    fn every_line(node: &Node) -> Vec<usize> {
        let below = node.map().map(|(_, node)| node).chain(node.list());
        below.flat_map(every_line).chain([node.line()]).collect()
    }

    proptest! {
        #[test]
        fn any_text_gives_json_or_an_error_inside_the_file(text in "[a-c:\\-\\[\\]{},#&*!|>'\"% \\n\\t0-9.~]{0,60}") {
            let lines = text.lines().count() + 1;
            match read(&text) {
                Ok(node) => prop_assert!(every_line(&node).iter().all(|line| (1..=lines).contains(line)), "{node:?}"),
                Err(problem) => prop_assert!(problem.line <= Some(lines), "{problem} of {lines}"),
            }
        }
    }
}
