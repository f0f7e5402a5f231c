//! A walk over JSON text that the parser has already found to be JSON.
//!
//! The second pass over a body works on text and not on a tree of values: a tree of a large body takes many times
//! its size, while the walk needs no memory beside its output and can copy what it does not understand as it is.
//! Because the text is known to be JSON, the walk has no errors of its own; on anything else it ends early instead of
//! failing.

use std::borrow::Cow;

use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::json::quoted::unescaped;

/// Nesting that serde_json reads; one level more is an error.
pub(crate) const DEEPEST: usize = 127;

/// What kind of JSON value stands somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JsonType {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

impl JsonType {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

/// A body that is JSON.
pub(crate) struct Body<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Whether the body was not UTF-8, so that there are replacement characters in the text.
    pub(crate) lossy: bool,
}

/// A body without its byte order mark.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// The body as text, once it is known to be JSON; otherwise what was expected. A byte order mark is passed over.
pub(crate) fn valid(bytes: &[u8]) -> Result<Body<'_>, String> {
    let bytes = without_mark(bytes);
    let text =
        std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
    serde_json::from_str::<&RawValue>(&text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        format!("JSON (syntax error at line {line} column {column})")
    })?;
    Ok(Body {
        // Only an invalid body has to be copied.
        lossy: matches!(text, Cow::Owned(_)),
        text,
    })
}

/// Whether bytes are one JSON value.
pub(crate) fn is_json(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| serde_json::from_str::<&RawValue>(text).is_ok())
}

/// The text with another one in place of each of these; std's way is in a program once for each kind of pattern and place.
#[inline(never)]
pub(crate) fn replaced(mut text: &str, these: &str, with: &str) -> String {
    let mut out = String::with_capacity(text.len());
    while let Some((before, behind)) = text.split_once(these) {
        out.push_str(before);
        out.push_str(with);
        text = behind;
    }
    out.push_str(text);
    out
}

/// The names along a pointer.
pub(crate) fn segments(pointer: &str) -> impl Iterator<Item = Cow<'_, str>> {
    pointer.split('/').skip(1).map(|segment| {
        if segment.contains('~') {
            replaced(&replaced(segment, "~1", "/"), "~0", "~").into()
        } else {
            segment.into()
        }
    })
}

/// The entries of the object that comes next, nothing of anything else.
pub(crate) fn entries(mut cursor: Cursor<'_>) -> Entries<'_> {
    let is_object = cursor.kind() == JsonType::Object;
    if is_object {
        cursor.open();
    }
    Entries { cursor, is_object }
}

/// The entries of an object: the name, unless an escape in it cannot be read, where the value begins, and the value.
pub(crate) struct Entries<'a> {
    cursor: Cursor<'a>,
    is_object: bool,
}

impl<'a> Iterator for Entries<'a> {
    type Item = (Option<Cow<'a, str>>, Cursor<'a>, &'a str);

    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        if !self.is_object {
            return None;
        }
        let key = self.cursor.next_key()?;
        let here = self.cursor;
        Some((unescape(key), here, self.cursor.raw().text))
    }
}

/// Names and values of an object; nothing of anything else.
pub(crate) fn members(json: &str) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
    entries(Cursor::new(json)).map(|(name, _, value)| (name.unwrap_or_default(), value))
}

/// Where the values under a name begin in the object that comes next. Of several, the last one counts, as everywhere.
pub(crate) fn named<'a>(cursor: Cursor<'a>, name: &str) -> impl Iterator<Item = Cursor<'a>> {
    let found = entries(cursor).filter(move |(found, ..)| found.as_deref() == Some(name));
    found.map(|(_, value, _)| value)
}

/// The value at a JSON pointer; of two equal keys the later one counts.
pub(crate) fn at<'a>(json: &'a str, pointer: &str) -> Option<&'a str> {
    let mut here = json;
    for name in segments(pointer) {
        let mut cursor = Cursor::new(here);
        if cursor.kind() == JsonType::Array {
            let index: usize = name.parse().ok()?;
            cursor.open();
            for _ in 0..index {
                cursor.next_item().then(|| cursor.raw())?;
            }
            here = cursor.next_item().then(|| cursor.raw().text)?;
        } else {
            here = named(cursor, &name).last()?.peek();
        }
    }
    Some(here)
}

/// The first string that stands at one of these JSON pointers.
pub(crate) fn text_at<'a>(json: &'a str, pointers: &[&str]) -> Option<Cow<'a, str>> {
    pointers.iter().find_map(|pointer| {
        let value = at(json, pointer)?;
        value.starts_with('"').then(|| unescape(value))?
    })
}

/// Behind the white space at `at`.
pub(crate) fn skip_space(body: &[u8], at: usize) -> usize {
    let rest = body.get(at..).unwrap_or_default();
    at + rest
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
        .count()
}

/// Behind the closing quote of the string whose opening quote is at `at`.
pub(crate) fn string_end(body: &[u8], mut at: usize) -> Option<usize> {
    at += 1;
    loop {
        at += memchr::memchr2(b'"', b'\\', body.get(at..)?)?;
        match body.get(at)? {
            b'"' => return Some(at + 1),
            _ => at += 2,
        }
    }
}

/// Writes a body as it was sent, white space around it aside; `null` if there is none.
pub(crate) fn write_as_sent<S: Serializer>(body: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    let body = without_mark(body);
    if body.is_empty() {
        return serializer.serialize_unit();
    }
    let text = std::str::from_utf8(body).ok();
    let raw = text.and_then(|text| serde_json::from_str::<&RawValue>(text).ok());
    let no = || S::Error::custom("what was sent is not JSON throughout: write the raw bytes");
    raw.ok_or_else(no)?.serialize(serializer)
}

/// A value as JSON. What `Value` has for that writes in two styles, and a program that writes in one has both.
pub(crate) fn written(value: &Value) -> String {
    let mut json = Vec::new();
    write(value, &mut json);
    String::from_utf8(json).unwrap_or_default()
}

fn write(value: &Value, json: &mut Vec<u8>) {
    match value {
        Value::Null => json.extend_from_slice(b"null"),
        Value::Bool(true) => json.extend_from_slice(b"true"),
        Value::Bool(false) => json.extend_from_slice(b"false"),
        Value::Number(number) => json.extend_from_slice(number.to_string().as_bytes()),
        Value::String(text) => write_string(text, json),
        Value::Array(items) => {
            json.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    json.push(b',');
                }
                write(item, json);
            }
            json.push(b']');
        }
        Value::Object(entries) => {
            json.push(b'{');
            for (at, (key, value)) in entries.iter().enumerate() {
                if at > 0 {
                    json.push(b',');
                }
                write_string(key, json);
                json.push(b':');
                write(value, json);
            }
            json.push(b'}');
        }
    }
}

/// Writes a string with its quotes.
pub(crate) fn write_string(text: &str, json: &mut Vec<u8>) {
    // Writing to memory cannot fail.
    let _ = serde_json::to_writer(json, text);
}

/// One whole value as text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Raw<'a> {
    pub(crate) text: &'a str,
    /// How many arrays and objects are nested in it, itself included.
    depth: usize,
    /// Whether every number is within the range of a double.
    numbers_in_range: bool,
}

impl Raw<'_> {
    /// Whether serde_json could read this as a value of any kind when it stands inside `outer` arrays and objects.
    pub(crate) fn is_readable(&self, outer: usize) -> bool {
        self.numbers_in_range && outer + self.depth <= DEEPEST
    }
}

/// A place in JSON text.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// Whether the last thing read was an opening bracket, so that no comma is due.
    opened: bool,
}

impl<'a> Cursor<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            opened: false,
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_whitespace(&mut self) {
        self.at = skip_space(self.text.as_bytes(), self.at);
    }

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// What kind of value comes next.
    pub(crate) fn kind(&mut self) -> JsonType {
        self.skip_whitespace();
        match self.byte() {
            Some(b'{') => JsonType::Object,
            Some(b'[') => JsonType::Array,
            Some(b'"') => JsonType::String,
            Some(b't' | b'f') => JsonType::Boolean,
            Some(b'-' | b'0'..=b'9') => JsonType::Number,
            _ => JsonType::Null,
        }
    }

    /// Steps into the array or object that comes next.
    pub(crate) fn open(&mut self) {
        self.skip_whitespace();
        self.at += 1;
        self.opened = true;
    }

    /// Steps to the next item of the array stepped into, or, if there is none, behind the array.
    pub(crate) fn next_item(&mut self) -> bool {
        self.skip_whitespace();
        match self.byte() {
            Some(b',') if !self.opened => self.at += 1,
            Some(b']' | b'}') => {
                self.at += 1;
                self.opened = false;
                return false;
            }
            None => return false,
            Some(_) => {}
        }
        self.opened = false;
        true
    }

    /// Steps to the next value of the object stepped into and gives its key with quotes and escapes, or, if there is none,
    /// steps behind the object.
    pub(crate) fn next_key(&mut self) -> Option<&'a str> {
        if !self.next_item() {
            return None;
        }
        self.skip_whitespace();
        let start = self.at;
        self.skip_string();
        let key = self.since(start);
        self.skip_whitespace();
        if self.byte() == Some(b':') {
            self.at += 1;
        }
        Some(key)
    }

    /// The text of the value that comes next; steps behind it.
    pub(crate) fn raw(&mut self) -> Raw<'a> {
        self.skip_whitespace();
        let start = self.at;
        let (mut open, mut depth, mut numbers_in_range) = (0_usize, 0, true);
        while let Some(byte) = self.byte() {
            match byte {
                b'"' => self.skip_string(),
                b'{' | b'[' => {
                    open += 1;
                    depth = depth.max(open);
                    self.at += 1;
                }
                b'}' | b']' => {
                    open = open.saturating_sub(1);
                    self.at += 1;
                }
                b'-' | b'0'..=b'9' => numbers_in_range &= number_in_range(self.skip_word()),
                b'a'..=b'z' => {
                    self.skip_word();
                }
                _ => self.at += 1,
            }
            if open == 0 {
                break;
            }
        }
        Raw {
            text: self.since(start),
            depth,
            numbers_in_range,
        }
    }

    /// The same, without a step.
    pub(crate) fn peek(mut self) -> &'a str {
        self.raw().text
    }

    /// Steps behind the string whose opening quote comes next.
    fn skip_string(&mut self) {
        let end = string_end(self.text.as_bytes(), self.at);
        self.at = end.unwrap_or(self.text.len());
    }

    /// Steps behind a number, `true`, `false` or `null`.
    fn skip_word(&mut self) -> &'a str {
        let start = self.at;
        while matches!(
            self.byte(),
            Some(b'-' | b'+' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'E')
        ) {
            self.at += 1;
        }
        self.since(start)
    }
}

/// Whether a double can hold this number, rounded. Only an exponent or very many digits can leave the range.
pub(crate) fn number_in_range(number: &str) -> bool {
    const SURELY_IN_RANGE: usize = 300;
    (number.len() < SURELY_IN_RANGE && !number.contains(['e', 'E']))
        || number.parse().is_ok_and(f64::is_finite)
}

/// The content of a string that stands in quotes; `None` if an escape in it is half a surrogate pair.
pub(crate) fn unescape(quoted: &str) -> Option<Cow<'_, str>> {
    if quoted.contains('\\') {
        let (chars, _) = unescaped(quoted, 1)?;
        return Some(Cow::Owned(chars));
    }
    let end = quoted.len().saturating_sub(1);
    Some(quoted.get(1..end).unwrap_or_default().into())
}

/// The content of a string, or what else stands there.
pub(crate) fn content(json: &str) -> Option<Cow<'_, str>> {
    if json.starts_with('"') {
        unescape(json)
    } else {
        Some(json.into())
    }
}

/// JSON with every escape that is half a surrogate pair replaced by the replacement character; `None` if there is none.
///
/// Services that cut strings by UTF-16 units send such halves, and Rust's strings cannot hold them.
pub(crate) fn mend_surrogates(json: &str) -> Option<String> {
    let mut mended: Option<String> = None;
    let mut copied = 0;
    let mut at = 0;
    while let Some(step) = json.get(at..).and_then(|rest| rest.find('\\')) {
        at += step;
        at += match escaped_unit(json, at) {
            None => 2,
            Some(0xD800..=0xDBFF)
                if matches!(escaped_unit(json, at + 6), Some(0xDC00..=0xDFFF)) =>
            {
                12
            }
            Some(0xD800..=0xDFFF) => {
                let mended = mended.get_or_insert_default();
                mended.push_str(json.get(copied..at).unwrap_or_default());
                mended.push_str("\\ufffd");
                copied = at + 6;
                6
            }
            Some(_) => 6,
        };
    }
    let mut mended = mended?;
    mended.push_str(json.get(copied..).unwrap_or_default());
    Some(mended)
}

/// The UTF-16 unit that the escape at this place stands for, if it is one of the kind `\u1234`.
fn escaped_unit(json: &str, at: usize) -> Option<u16> {
    let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::{Cursor, JsonType, mend_surrogates, unescape, valid, written};

    /// Rebuilds the value from what the cursor sees.
    fn rebuild(cursor: &mut Cursor<'_>) -> Value {
        match cursor.kind() {
            JsonType::Array => {
                cursor.open();
                let mut items = Vec::new();
                while cursor.next_item() {
                    items.push(rebuild(cursor));
                }
                Value::Array(items)
            }
            JsonType::Object => {
                cursor.open();
                let mut entries = serde_json::Map::new();
                while let Some(key) = cursor.next_key() {
                    entries.insert(unescape(key).unwrap().into_owned(), rebuild(cursor));
                }
                Value::Object(entries)
            }
            _ => serde_json::from_str(cursor.raw().text).unwrap(),
        }
    }

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            (-1e300..1e300).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(6, 60, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::hash_map(any::<String>(), inner, 0..6)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn sees_what_the_parser_sees(value in json(), pretty in any::<bool>()) {
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
            // Not the value it was made from: the parser rounds doubles a little.
            let parsed: Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(rebuild(&mut Cursor::new(&text)), parsed);
            prop_assert_eq!(written(&value), value.to_string());
            prop_assert_eq!(Cursor::new(&text).raw().text, &text);
        }

        #[test]
        fn ends_on_anything(text in any::<String>()) {
            let mut cursor = Cursor::new(&text);
            cursor.open();
            for _ in 0..text.len() + 2 {
                if cursor.next_key().is_none() {
                    break;
                }
                cursor.raw();
            }
            mend_surrogates(&text);
        }
    }

    #[test]
    fn counts_nesting_and_finds_numbers_out_of_range() {
        for (text, outer, readable) in [
            ("[[1]]", 125, true),
            ("[[1]]", 126, false),
            (r#"{"a":"[[[[["}"#, 126, true),
            ("[1e308]", 0, true),
            ("[1e309]", 0, false),
            ("-1E999", 0, false),
            (r#"["1e999"]"#, 0, true),
        ] {
            assert_eq!(
                Cursor::new(text).raw().is_readable(outer),
                readable,
                "{text}"
            );
        }
    }

    #[test]
    fn the_deepest_nesting_is_the_parsers() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(serde_json::from_str::<Value>(&nested(super::DEEPEST)).is_ok());
        assert!(serde_json::from_str::<Value>(&nested(super::DEEPEST + 1)).is_err());
        assert!(valid(nested(100_000).as_bytes()).is_ok());
    }

    #[test]
    fn halves_of_surrogate_pairs_are_replaced_and_nothing_else() {
        for (json, mended) in [
            (r#""a\ud83d""#, Some(r#""a\ufffd""#)),
            (r#""\ude00b""#, Some(r#""\ufffdb""#)),
            (r#""\ud83d\ud83d\ude00""#, Some(r#""\ufffd\ud83d\ude00""#)),
            (r#""\ud83d\n\uDE00""#, Some(r#""\ufffd\n\ufffd""#)),
            (r#""\ud83d\ude00 \\ud83d é""#, None),
            (r#""plain""#, None),
        ] {
            assert_eq!(mend_surrogates(json).as_deref(), mended, "{json}");
            assert_eq!(
                serde_json::from_str::<String>(json).is_err(),
                mended.is_some(),
                "{json}"
            );
            assert!(
                serde_json::from_str::<String>(mended.unwrap_or(json)).is_ok(),
                "{json}"
            );
        }
    }

    #[test]
    fn what_is_no_json_is_described_and_not_shown() {
        for (bytes, expected) in [
            (&b"<html>"[..], "JSON (syntax error at line 1 column 1)"),
            (b"", "JSON (syntax error at line 1 column 0)"),
            (b"{\"a\": NaN}", "JSON (syntax error at line 1 column 7)"),
            (b"{}\nx", "JSON (syntax error at line 2 column 1)"),
        ] {
            assert_eq!(valid(bytes).err().as_deref(), Some(expected));
        }
        assert!(valid(b"\xff{}").is_err());
        for (bytes, text, lossy) in [
            (&b"\xEF\xBB\xBF{}"[..], "{}", false),
            (b"\"Jos\xe9\"", "\"Jos\u{fffd}\"", true),
            ("\"José\"".as_bytes(), "\"José\"", false),
        ] {
            let body = valid(bytes).unwrap();
            assert_eq!((body.text.as_ref(), body.lossy), (text, lossy));
        }
    }
}
