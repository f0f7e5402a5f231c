//! The quick way from text to typed values, for text that is as it should be, which nearly all is.
//!
//! It refuses whatever it is not sure of, and never says why: then serde_json reads the whole once more, and has the last word on
//! what is JSON, what fits and what went wrong where. Plain values are serde_json's anyhow.

use std::borrow::Cow;
use std::fmt::Display;

use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::json::input::{Entry, Failed, Input, Next, ReadFields, Text, Variant, failed, whole};
use crate::json::once::Once;
use crate::json::schema::{Object, Union};
use crate::json::table::Table;
use crate::json::text::{Cursor, DEEPEST, skip_space};
use crate::json::unknown::UnknownVariant;
use crate::values::one_or_many::OneOrMany;

/// Reads a text that is one value.
pub(crate) fn read_text(text: &str, value: &mut dyn Next) -> serde_json::Result<()> {
    if let Some(()) = read(text, value) {
        return Ok(());
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    Once::new(&mut deserializer).read(value)?;
    deserializer.end()
}

/// Reads a text that is one value; `None` if that has to be left to serde_json.
fn read(text: &str, value: &mut dyn Next) -> Option<()> {
    let end = read_first(text, value)?;
    (skip_space(text.as_bytes(), end) == text.len()).then_some(())
}

/// Reads the value that a text begins with, and says where it ends.
pub(crate) fn read_first(text: &str, value: &mut dyn Next) -> Option<usize> {
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
    };
    value.read(&mut reader).ok()?;
    Some(reader.at)
}

/// A place in text.
#[derive(Clone, Copy)]
struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// How many arrays and objects it stands in.
    depth: usize,
}

impl Input for Reader<'_> {
    fn string(&mut self) -> Result<String, Failed> {
        match self.quoted() {
            Some(chars) => Ok(chars.to_owned()),
            None => self.escaped(),
        }
    }

    fn integer(&mut self) -> Result<i64, Failed> {
        self.digits(false, |digits| {
            // A negative zero is no whole number.
            digits.parse().ok().filter(|_| digits != "-0")
        })
    }

    fn number(&mut self) -> Result<f64, Failed> {
        self.digits(true, |digits| digits.parse().ok())
    }

    fn boolean(&mut self) -> Result<bool, Failed> {
        match self.word("true") {
            true => Ok(true),
            false => whole(self.word("false").then_some(false)),
        }
    }

    fn uuid(&mut self) -> Result<Uuid, Failed> {
        let chars = self.quoted();
        whole(chars.and_then(|chars| Uuid::try_parse(chars).ok()))
    }

    fn any(&mut self) -> Result<Value, Failed> {
        self.plain()
    }

    fn map(&mut self) -> Result<Map<String, Value>, Failed> {
        self.plain()
    }

    fn one_or_many(&mut self) -> Result<OneOrMany, Failed> {
        self.plain()
    }

    fn nothing(&mut self) -> Result<(), Failed> {
        self.plain()
    }

    fn text(&mut self, _: &dyn Display, read: &mut dyn Text) -> Result<(), Failed> {
        let text = self.chars()?;
        whole(read.read(&text).then_some(()))
    }

    fn unless_null(&mut self, some: &mut dyn Next) -> Result<(), Failed> {
        match self.null() {
            true => Ok(()),
            false => some.read(self),
        }
    }

    fn items(&mut self, or_false: bool, item: &mut dyn Next) -> Result<(), Failed> {
        if or_false && self.word("false") {
            return Ok(());
        }
        let mut more = self.open(b'[', b']')?;
        while more {
            item.read(self)?;
            more = self.more(b']')?;
        }
        Ok(())
    }

    fn entries(
        &mut self,
        entry: &mut dyn Entry,
    ) -> Result<(), Failed> {
        let mut more = self.open(b'{', b'}')?;
        while more {
            let key = self.key()?.into_owned();
            entry.read(key, self)?;
            more = self.more(b'}')?;
        }
        Ok(())
    }

    fn object(
        &mut self,
        object: &'static Object<'static>,
        fields: &mut dyn ReadFields,
    ) -> Result<(), Failed> {
        let mut table = Table::of(object);
        let mut more = self.open(b'{', b'}')?;
        while more {
            let found = match table.due() {
                Some((at, name)) if self.is(name) => Some(at),
                _ => table.find(&self.chars()?),
            };
            self.take(b':')?;
            match found {
                None => {
                    self.plain::<IgnoredAny>()?;
                }
                Some(at) => {
                    table.come(at).or_else(|_| failed())?;
                    if fields.read(at, self)? {
                        table.count(at);
                    }
                }
            }
            more = self.more(b'}')?;
        }
        table.complete().or_else(|_| failed())
    }

    fn union(
        &mut self,
        union: &'static Union<'static>,
        variant: &mut dyn Variant,
    ) -> Result<Option<UnknownVariant>, Failed> {
        let ahead = *self;
        if let Some(tag) = ahead.tag(union.tag)
            && let Some(read) = variant.read(tag, self)
        {
            return read.map(|()| None);
        }
        // There is no tag, or nobody knows it.
        *self = ahead;
        let mut all = ahead;
        all.plain::<IgnoredAny>()?;
        let text = ahead.text.get(..all.at).unwrap_or_default();
        let text = text.get(ahead.at..).unwrap_or_default();
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let unknown = Once::new(&mut deserializer).union(union, variant)?;
        *self = all;
        Ok(unknown)
    }
}

impl<'a> Reader<'a> {
    /// The next byte that is no white space.
    fn next(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        let byte = bytes.get(self.at).copied()?;
        if byte > b' ' {
            return Some(byte);
        }
        self.at = skip_space(bytes, self.at);
        bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> Result<(), Failed> {
        if self.next() != Some(byte) {
            return failed();
        }
        self.at += 1;
        Ok(())
    }

    fn word(&mut self, word: &str) -> bool {
        self.next();
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let is = rest.starts_with(word.as_bytes());
        if is {
            self.at += word.len();
        }
        is
    }

    fn null(&mut self) -> bool {
        self.next() == Some(b'n') && self.word("null")
    }

    /// Steps into an array or object, and says whether there is something in it.
    fn open(&mut self, open: u8, close: u8) -> Result<bool, Failed> {
        self.take(open)?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return failed();
        }
        if self.next() != Some(close) {
            return Ok(true);
        }
        self.close();
        Ok(false)
    }

    /// Says whether something follows in the array or object that was stepped into, and steps out of it if not.
    fn more(&mut self, close: u8) -> Result<bool, Failed> {
        match self.next() {
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.close();
                Ok(false)
            }
            _ => failed(),
        }
    }

    fn close(&mut self) {
        self.at += 1;
        self.depth -= 1;
    }

    /// A key, and what stands behind it.
    fn key(&mut self) -> Result<Cow<'a, str>, Failed> {
        let key = self.chars()?;
        self.take(b':')?;
        Ok(key)
    }

    /// Steps behind this string, if it comes next and nothing in it has to stand for another character.
    #[inline]
    fn is(&mut self, string: &str) -> bool {
        self.next();
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let inner = rest.strip_prefix(b"\"");
        let behind = inner.and_then(|inner| inner.strip_prefix(string.as_bytes()));
        let is = behind.is_some_and(|behind| behind.first() == Some(&b'"'));
        if is {
            self.at += string.len() + 2;
        }
        is
    }

    /// The characters of a string.
    #[inline]
    fn chars(&mut self) -> Result<Cow<'a, str>, Failed> {
        match self.quoted() {
            Some(chars) => Ok(chars.into()),
            None => self.escaped().map(Cow::Owned),
        }
    }

    /// The characters of a string, if all of them stand for themselves.
    #[inline]
    fn quoted(&mut self) -> Option<&'a str> {
        if self.next() != Some(b'"') {
            return None;
        }
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        let end = usual(bytes, start);
        if bytes.get(end) != Some(&b'"') {
            return None;
        }
        self.at = end + 1;
        self.text.get(start..end)
    }

    /// The characters of a string in which there are others.
    #[inline(never)]
    fn escaped(&mut self) -> Result<String, Failed> {
        self.take(b'"')?;
        // What stands for one character is longer than that. Of a string with quotes in it that is the first part.
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let end = memchr::memchr(b'"', rest);
        let mut chars = String::with_capacity(end.unwrap_or_default());
        loop {
            let end = usual(self.text.as_bytes(), self.at);
            chars.push_str(self.text.get(self.at..end).unwrap_or_default());
            self.at = end;
            if self.ends(&mut chars)? {
                return Ok(chars);
            }
        }
    }

    /// Reads the end of a string, or what stands for another character.
    fn ends(&mut self, chars: &mut String) -> Result<bool, Failed> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let (char, length) = match *rest {
            [b'"', ..] => {
                self.at += 1;
                return Ok(true);
            }
            [b'\\', b'u', a, b, c, d, ..] => {
                let digits = [a, b, c, d].map(|digit| char::from(digit).to_digit(16));
                let unit = digits
                    .into_iter()
                    .try_fold(0, |unit, digit| Some(unit * 16 + digit?));
                // Half a pair is none.
                (whole(unit.and_then(char::from_u32))?, 6)
            }
            [b'\\', escape, ..] => match escape {
                b'"' | b'\\' | b'/' => (char::from(escape), 2),
                b'b' => ('\u{8}', 2),
                b'f' => ('\u{c}', 2),
                b'n' => ('\n', 2),
                b'r' => ('\r', 2),
                b't' => ('\t', 2),
                _ => return failed(),
            },
            _ => return failed(),
        };
        chars.push(char);
        self.at += length;
        Ok(false)
    }

    /// A number as nearly all are written; any other one is serde_json's.
    fn digits<T: DeserializeOwned>(
        &mut self,
        fraction: bool,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Failed> {
        // A number of no more digits is in the range of a double.
        const MOST: usize = 300;
        self.next();
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let behind = |from: usize| {
            let digits = rest.iter().skip(from);
            from + digits.take_while(|byte| byte.is_ascii_digit()).count()
        };
        let is_digit = |at: usize| rest.get(at).is_some_and(u8::is_ascii_digit);
        let sign = usize::from(rest.first() == Some(&b'-'));
        let mut end = behind(sign);
        let mut is_usual = is_digit(sign) && (rest.get(sign) != Some(&b'0') || end == sign + 1);
        if fraction && rest.get(end) == Some(&b'.') {
            is_usual &= is_digit(end + 1);
            end = behind(end + 1);
        }
        is_usual &= end < MOST && !matches!(rest.get(end), Some(b'.' | b'e' | b'E'));
        let digits = self.text.get(self.at..self.at + end);
        match digits.filter(|_| is_usual).and_then(read) {
            Some(value) => {
                self.at += end;
                Ok(value)
            }
            None => self.plain(),
        }
    }

    /// The tag of the object that comes next, wherever it stands in it. The object is read after that.
    fn tag(mut self, name: &str) -> Option<&'a str> {
        self.take(b'{').ok()?;
        loop {
            let is_tag = self.is(name) || self.chars().ok()? == name;
            self.take(b':').ok()?;
            match self.quoted() {
                tag if is_tag => return tag,
                Some(_) => {}
                None => {
                    self.plain::<IgnoredAny>().ok()?;
                }
            }
            self.take(b',').ok()?;
        }
    }

    /// A value that serde_json reads.
    fn plain<T: DeserializeOwned>(&mut self) -> Result<T, Failed> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut values = serde_json::Deserializer::from_str(rest).into_iter();
        let value = whole(values.next().and_then(Result::ok))?;
        let text = rest.get(..values.byte_offset()).unwrap_or_default();
        // It was read as if it stood alone.
        let opens = text.bytes().filter(|byte| matches!(byte, b'[' | b'{'));
        let is_deep = opens.count() > DEEPEST - self.depth;
        if is_deep && !Cursor::new(text).raw().is_readable(self.depth) {
            return failed();
        }
        self.at += text.len();
        Ok(value)
    }
}

/// Behind those bytes of a string that stand for themselves.
#[inline]
fn usual(bytes: &[u8], mut at: usize) -> usize {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const fn all(byte: u8) -> u64 {
        ONES * byte as u64
    }
    let (words, rest) = bytes.get(at..).unwrap_or_default().as_chunks();
    for word in words {
        let word = u64::from_le_bytes(*word);
        // What is subtracted borrows the high bit of a byte that is less than 32, a quote or a backslash. Behind such a byte it may
        // borrow from others as well, and of one that is no ASCII the bit says nothing.
        let control = word.wrapping_sub(all(0x20));
        let quote = (word ^ all(b'"')).wrapping_sub(ONES);
        let escape = (word ^ all(b'\\')).wrapping_sub(ONES);
        let special = (control | quote | escape) & !word & all(0x80);
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let is_special = |byte: &u8| *byte < 0x20 || matches!(byte, b'"' | b'\\');
    at + rest.iter().position(is_special).unwrap_or(rest.len())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::HashMap;

    use chrono::{DateTime, Utc};
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::json::input::FromJson;
    use crate::values::redact::Personal;

    crate::open_enum! {
        /// Which one.
        pub enum Kind {
            /// The one.
            Note = "note",
            /// The other.
            Measure = "measure",
        }
    }

    crate::object! {
        struct Note {
            kind: Kind = required("kind"),
            text: Option<Personal<String>> = optional("text"),
            parts: Vec<Part> = optional("parts") as list_or_false,
        }
    }

    crate::object! {
        struct Measure {
            kind: Kind = required("kind"),
            value: f64 = required("value"),
            at: Option<DateTime<Utc>> = optional("at"),
            by: HashMap<String, Option<i64>> = optional("by"),
            free: Value = required("free"),
        }
    }

    crate::tagged_union! {
        /// One of two.
        enum Part by "kind" or "value" => "measure" {
            /// The one.
            Note(Note) = "note",
            /// The other.
            Measure(Measure) = "measure",
        }
    }

    /// What the quick way reads, and what serde does.
    fn both<T: FromJson + DeserializeOwned>(text: &str) -> (Option<T>, Option<T>) {
        let mut quick = None;
        let read = read(text, &mut |input| {
            quick = Some(T::from_json(input)?);
            Ok(())
        });
        (read.and(quick), serde_json::from_str(text).ok())
    }

    fn part() -> String {
        json!({
            "kind": "note",
            "text": "a \"quoted\" line\nand \u{1F600} \u{8}\u{c}\r\t\\ / \u{1}",
            "unheard_of": [1, { "deep": [null, true] }],
            "parts": [
                { "free": { "a": [1.5, -2e-7] }, "kind": "measure", "value": 0.1, "by": { "x": 1, "y": null } },
                { "value": 3, "free": null, "kind": "measure", "at": "2024-01-15T10:30:00Z" },
                { "kind": "fax", "pages": [3] },
                { "kind": "note", "parts": false, "text": null },
                {},
            ],
        })
        .to_string()
    }

    #[test]
    fn what_is_as_it_should_be_is_read_the_quick_way() {
        let (quick, serde) = both::<Part>(&part());
        assert!(quick.is_some());
        assert_eq!(quick, serde);
        for text in [
            r#" { "kind" : "n\u006fte" , "parts" : [ ] } "#,
            r#"{"kind":"note","text":"\ud83d\ude00"}"#,
            r#"{"kind":"note","text":"\ud83d"}"#,
            r#"{"kind":"note","text":"\u+123"}"#,
            r#"{"kind":"note","kind":"note"}"#,
            r#"{"kind":"note","text":"a","text":"a"}"#,
            r#"{"kind":"note",}"#,
            r#"{"kind":"note"} {}"#,
            r#"{"kind":"note","parts":[,]}"#,
            r#"{"kind":"note","parts":true}"#,
            r#"{"value":1,"free":0}"#,
            "{\"kind\":\"note\",\"text\":\"\u{1}\"}",
            "nul",
            "",
        ] {
            let (quick, serde) = both::<Part>(text);
            assert!(quick.is_none() || quick == serde, "{text}");
        }
    }

    #[test]
    fn numbers_and_brackets_are_no_looser_than_serdes() {
        fn hold<T: FromJson + DeserializeOwned + PartialEq + std::fmt::Debug>(texts: &[&str]) {
            for text in texts {
                let (quick, serde) = both::<T>(text);
                assert!(
                    quick.is_none() || quick == serde,
                    "{text}: {quick:?}, {serde:?}"
                );
            }
        }
        let numbers = [
            "0",
            "-0",
            "-7",
            "12",
            "01",
            "-01",
            "1.",
            "1.5",
            "1.5.",
            "1.5.6",
            ".5",
            "-",
            "+1",
            "1e3",
            "1.5e-3",
            "1e999",
            "0.0",
            "-0.0",
            "9223372036854775807",
            "9223372036854775808",
            "9007199254740993",
            "0.1234567890123456789",
            "1_0",
            "1 2",
            "NaN",
        ];
        hold::<i64>(&numbers);
        hold::<f64>(&numbers);
        hold::<Vec<i64>>(&[
            "[1,2]", "[1}", "[1,]", "[,1]", "[1 2]", "[1", "[]", "[ ]", "[}", "{}",
        ]);
        hold::<HashMap<String, i64>>(&[
            r#"{"a":1}"#,
            r#"{"a":1]"#,
            r#"{"a":1,}"#,
            r#"{"a" 1}"#,
            r#"{a:1}"#,
            r#"{"a":1,"a":2}"#,
            "{]",
            "{}",
        ]);
        hold::<bool>(&["true", "false", "truefalse", "tru", "null"]);
        for (text, quick) in [("12", 12), ("-7", -7), ("0", 0)] {
            assert_eq!(both::<i64>(text).0, Some(quick));
        }
        assert_eq!(both::<f64>("-12.5").0, Some(-12.5));
    }

    #[test]
    fn it_goes_no_deeper_than_serde() {
        for depth in [125, 126, 127, 128, 129] {
            let (open, close) = ("[".repeat(depth), "]".repeat(depth));
            let free = format!(r#"{{"kind":"measure","value":1,"free":{open}{close}}}"#);
            let (quick, serde) = both::<Part>(&free);
            assert_eq!(
                (quick.is_some(), depth <= 126),
                (serde.is_some(), serde.is_some())
            );
            let (open, close) = (
                r#"{"kind":"note","parts":["#.repeat(depth / 2),
                "]}".repeat(depth / 2),
            );
            let (quick, serde) = both::<Part>(&format!("{open}{close}"));
            assert_eq!(quick.is_some(), serde.is_some(), "{depth}");
        }
    }

    proptest! {
        /// Anything that is put, taken out or written over anywhere: what the quick way reads, serde reads alike.
        #[test]
        fn what_is_read_the_quick_way_is_what_serde_reads(
            at in any::<prop::sample::Index>(),
            length in 0..4_usize,
            new in prop_oneof![
                "[\\[\\]{},:\"\\\\ a0n.-]{0,3}",
                // Half a pair is read in what is passed over, and not in what serde gathers.
                "\\\\u[0-9a-cA-C][0-9a-f]{2,3}",
                Just("null".to_owned()),
                Just("\"kind\":\"note\",".to_owned()),
                Just("1e999".to_owned()),
                any::<char>().prop_map(String::from),
            ],
        ) {
            let mut chars: Vec<char> = part().chars().collect();
            let at = at.index(chars.len());
            let end = (at + length).min(chars.len());
            chars.splice(at..end, new.chars());
            let text: String = chars.into_iter().collect();
            let (quick, mut serde) = both::<Part>(&text);
            if quick.is_some() && serde.is_none() {
                // A number that no double holds, in what is passed over: only serde gathers it, and refuses it.
                serde = both::<Part>(&text.replace("1e999", "1")).1;
            }
            prop_assert!(quick.is_none() || quick == serde, "{}", text);
        }

        #[test]
        fn a_string_of_any_characters_is_read_the_quick_way(text in any::<String>(), ascii: bool) {
            let json = serde_json::to_string(&text).unwrap();
            let escaped: String = json.chars().map(|char| match char {
                char if ascii && !char.is_ascii() && u32::from(char) < 0x10000 => format!("\\u{:04x}", u32::from(char)),
                char => char.into(),
            }).collect();
            let (quick, _) = both::<String>(&escaped);
            prop_assert_eq!(quick, Some(text));
        }
    }
}
