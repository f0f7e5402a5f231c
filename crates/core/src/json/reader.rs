//! From text to typed values.
//!
//! It reads what serde_json reads, to the same values, and only says where it failed: why, is for the schema to say. What is passed over
//! is serde_json's, and so is whatever else is read with serde, from text as from any other format.

use std::borrow::Cow;
use std::fmt::Display;

use serde::de::IgnoredAny;
use serde_json::{Map, Number, Value};
use uuid::Uuid;

use crate::json::input::{Entry, Failed, Input, Next, ReadFields, Text, Variant, failed, whole};
use crate::json::quoted::{unescaped, usual};
use crate::json::schema::{Object, Union, implied_tag};
use crate::json::table::{Table, differs};
use crate::json::text::{DEEPEST, skip_space};
use crate::json::unknown::UnknownVariant;
use crate::values::one_or_many::OneOrMany;

/// Reads a text that is one value; if that fails, says where.
pub(crate) fn read_text(text: &str, value: &mut dyn Next) -> Result<(), usize> {
    let mut reader = Reader::new(text);
    if value.read(&mut reader).is_ok() {
        reader.next();
        if reader.at == text.len() {
            return Ok(());
        }
    }
    Err(reader.at)
}

/// Reads the value that a text begins with, and says where it ends.
pub(crate) fn read_first(text: &str, value: &mut dyn Next) -> Option<usize> {
    let mut reader = Reader::new(text);
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
        let (text, is_whole) = self.digits()?;
        // A negative zero is no whole number.
        whole(text.parse().ok().filter(|_| is_whole && text != "-0"))
    }

    fn number(&mut self) -> Result<f64, Failed> {
        let (text, _) = self.digits()?;
        whole(text.parse().ok().filter(|number: &f64| number.is_finite()))
    }

    fn boolean(&mut self) -> Result<bool, Failed> {
        match self.word("true") {
            true => Ok(true),
            false => whole(self.word("false").then_some(false)),
        }
    }

    fn uuid(&mut self) -> Result<Uuid, Failed> {
        let chars = self.chars()?;
        whole(Uuid::try_parse(&chars).ok())
    }

    fn any(&mut self) -> Result<Value, Failed> {
        Ok(match self.next() {
            Some(b'"') => self.string()?.into(),
            Some(b'{') => self.map()?.into(),
            Some(b'[') => {
                let mut items = Vec::new();
                let mut more = self.open(b'[', b']')?;
                while more {
                    items.push(self.any()?);
                    more = self.more(b']')?;
                }
                items.into()
            }
            Some(b't' | b'f') => self.boolean()?.into(),
            Some(b'n') => {
                self.nothing()?;
                Value::Null
            }
            _ => self.any_number()?.into(),
        })
    }

    fn map(&mut self) -> Result<Map<String, Value>, Failed> {
        let mut map = Map::new();
        let mut more = self.open(b'{', b'}')?;
        while more {
            let key = self.key()?.into_owned();
            map.insert(key, self.any()?);
            more = self.more(b'}')?;
        }
        Ok(map)
    }

    fn one_or_many(&mut self) -> Result<OneOrMany, Failed> {
        if self.next() == Some(b'"') {
            return self.string().map(OneOrMany::One);
        }
        let mut texts = Vec::new();
        let mut more = self.open(b'[', b']')?;
        while more {
            texts.push(self.string()?);
            more = self.more(b']')?;
        }
        Ok(OneOrMany::Many(texts))
    }

    fn nothing(&mut self) -> Result<(), Failed> {
        whole(self.null().then_some(()))
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
            self.no_null();
            item.read(self)?;
            more = self.more(b']')?;
        }
        Ok(())
    }

    fn entries(&mut self, entry: &mut dyn Entry) -> Result<(), Failed> {
        let mut more = self.open(b'{', b'}')?;
        while more {
            let key = self.key()?.into_owned();
            self.no_null();
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
                    differs();
                    self.pass()?;
                }
                Some(at) => {
                    if !table.may_be_null(at) {
                        self.no_null();
                    }
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
        // There is no tag, or nobody knows it: it is looked for again among all entries.
        *self = ahead;
        let mut entries = Vec::new();
        let mut more = self.open(b'{', b'}')?;
        while more {
            let key = self.key()?.into_owned();
            entries.push((key, self.any()?));
            more = self.more(b'}')?;
        }
        let behind = *self;
        let tags = || entries.iter().filter(|(key, _)| key == union.tag);
        let implied = || {
            let has = |field: &str| entries.iter().any(|(key, _)| key == field);
            implied_tag(union.implied, &has).filter(|_| tags().all(|(_, value)| value.is_null()))
        };
        let known = tags().find_map(|(_, value)| value.as_str());
        if let Some(tag) = known.or_else(implied) {
            *self = ahead;
            if let Some(read) = variant.read(tag, self) {
                return read.map(|()| None);
            }
        }
        *self = behind;
        if tags().count() > 1 {
            // Which of two tags counts is not for a reader to say that only goes forward.
            return failed();
        }
        differs();
        Ok(Some(UnknownVariant::of(union.tag, entries)))
    }
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
        }
    }

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

    /// Notes that null comes next, if it does: it is not documented there.
    #[inline]
    fn no_null(&mut self) {
        if self.next() == Some(b'n') {
            differs();
        }
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
    fn escaped(&mut self) -> Result<String, Failed> {
        if self.next() != Some(b'"') {
            return failed();
        }
        let (chars, end) = whole(unescaped(self.text, self.at + 1))?;
        self.at = end;
        Ok(chars)
    }

    /// A number as it is written, and whether it has neither a fraction nor an exponent.
    fn digits(&mut self) -> Result<(&'a str, bool), Failed> {
        self.next();
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let behind = |from: usize| {
            let digits = rest.iter().skip(from);
            from + digits.take_while(|byte| byte.is_ascii_digit()).count()
        };
        let sign = usize::from(rest.first() == Some(&b'-'));
        let mut end = behind(sign);
        let mut is_number = end > sign && (rest.get(sign) != Some(&b'0') || end == sign + 1);
        let integer = end;
        if rest.get(end) == Some(&b'.') {
            end = behind(integer + 1);
            is_number &= end > integer + 1;
        }
        if matches!(rest.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(rest.get(end + 1), Some(b'+' | b'-')));
            let digits = end + 1 + sign;
            end = behind(digits);
            is_number &= end > digits;
        }
        let text = whole(self.text.get(self.at..self.at + end).filter(|_| is_number))?;
        self.at += end;
        Ok((text, end == integer))
    }

    /// A number of any kind.
    fn any_number(&mut self) -> Result<Number, Failed> {
        let (text, is_whole) = self.digits()?;
        if is_whole && text != "-0" {
            if let Ok(number) = text.parse::<u64>() {
                return Ok(number.into());
            }
            if let Ok(number) = text.parse::<i64>() {
                return Ok(number.into());
            }
        }
        whole(text.parse().ok().and_then(Number::from_f64))
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
                None => self.pass().ok()?,
            }
            self.take(b',').ok()?;
        }
    }

    /// Passes over a value.
    fn pass(&mut self) -> Result<(), Failed> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<IgnoredAny>();
        whole(values.next().and_then(Result::ok))?;
        self.at += values.byte_offset();
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::HashMap;

    use chrono::{DateTime, Utc};
    use proptest::prelude::*;
    use serde::de::DeserializeOwned;
    use serde_json::json;

    use super::*;
    use crate::json::input::FromJson;
    use crate::json::tests::mutation::what_is_known_is_so;
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
        let read = read_text(text, &mut |input: &mut dyn Input| {
            quick = Some(T::from_json(input)?);
            Ok(())
        });
        (read.ok().and(quick), serde_json::from_str(text).ok())
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
            assert_eq!(quick, serde, "{text}");
        }
    }

    #[test]
    fn null_inside_is_not_documented_however_it_is_read() {
        let list = what_is_known_is_so::<Vec<Option<i64>>>;
        assert!(list("[1, 2]").unwrap() && !list("[1, null]").unwrap());
        let free = what_is_known_is_so::<Vec<Value>>;
        assert!(free("[{\"a\": [null]}]").unwrap());
        for (by, known) in [("1", true), ("null", false)] {
            let text =
                format!(r#"{{"kind":"measure","value":1,"free":{{"a":null}},"by":{{"x":{by}}}}}"#);
            assert_eq!(what_is_known_is_so::<Part>(&text).unwrap(), known);
        }
    }

    #[test]
    fn numbers_and_brackets_are_no_looser_than_serdes() {
        fn hold<T: FromJson + DeserializeOwned + PartialEq + std::fmt::Debug>(texts: &[&str]) {
            for text in texts {
                let (quick, serde) = both::<T>(text);
                assert_eq!(quick, serde, "{text}");
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
            what_is_known_is_so::<Part>(&free).unwrap();
            let (quick, serde) = both::<Part>(&free);
            assert_eq!(
                (quick.is_some(), depth <= 126),
                (serde.is_some(), serde.is_some())
            );
            let (open, close) = (
                r#"{"kind":"note","parts":["#.repeat(depth / 2),
                "]}".repeat(depth / 2),
            );
            what_is_known_is_so::<Part>(&format!("{open}{close}")).unwrap();
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
            what_is_known_is_so::<Part>(&text)?;
            let (quick, mut serde) = both::<Part>(&text);
            if quick.is_some() && serde.is_none() {
                // A number that no double holds, in what is passed over: only serde gathers it, and refuses it.
                serde = both::<Part>(&text.replace("1e999", "1")).1;
            }
            // A name that comes twice is refused, and so mended; serde gathers first, and has it once by then.
            let is_doubled = quick.is_none() && text.matches("\"kind\":").count() > 5;
            prop_assert!(is_doubled || quick == serde, "{}: {:?} {:?}", text, quick, serde);
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
