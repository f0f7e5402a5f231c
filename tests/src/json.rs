//! JSON as it can come over the wire: digits kept, fields in order and as often as they were sent, written in any style.

use std::collections::BTreeMap;

use serde_json::Value;

/// Stands in a text for half a surrogate pair, which JSON can write and no text can hold.
pub const HALF: char = '\u{f8ff}';

/// A JSON value, nothing of which is judged.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// A text, without quotes and escapes.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object; a name can come more than once.
    Object(Vec<(String, Json)>),
}

/// One step into a value; of a name that came more than once, each is a place of its own.
pub type Step = usize;

impl Json {
    /// The text of JSON.
    ///
    /// # Panics
    ///
    /// If it is none.
    pub fn parse(text: &str) -> Self {
        Self::from(&serde_json::from_str::<Value>(text).expect("JSON"))
    }

    /// The places in it, itself first.
    pub fn places(&self) -> Vec<Vec<Step>> {
        let mut found = Vec::new();
        self.collect(&mut Vec::new(), &mut found);
        found
    }

    fn collect(&self, at: &mut Vec<Step>, found: &mut Vec<Vec<Step>>) {
        found.push(at.clone());
        for (step, inner) in self.inner().into_iter().enumerate() {
            at.push(step);
            inner.collect(at, found);
            at.pop();
        }
    }

    fn inner(&self) -> Vec<&Self> {
        match self {
            Self::List(items) => items.iter().collect(),
            Self::Object(fields) => fields.iter().map(|(_, value)| value).collect(),
            _ => Vec::new(),
        }
    }

    /// What stands at a place.
    ///
    /// # Panics
    ///
    /// If there is no such place.
    pub fn at(&mut self, place: &[Step]) -> &mut Self {
        place.iter().fold(self, |value, step| match value {
            Self::List(items) => &mut items[*step],
            Self::Object(fields) => &mut fields[*step].1,
            _ => panic!("no place"),
        })
    }

    /// The field of an object that counts: the last one of that name.
    pub fn field(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        fields
            .iter()
            .rev()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value)
    }

    /// The same, by a JSON pointer without escapes, to be changed.
    ///
    /// # Panics
    ///
    /// If there is no such field.
    pub fn pointer_mut(&mut self, pointer: &str) -> &mut Self {
        pointer.split('/').skip(1).fold(self, |value, name| {
            let Self::Object(fields) = value else {
                panic!("no object around {name}");
            };
            let field = fields.iter_mut().rev().find(|(known, _)| known == name);
            &mut field.unwrap_or_else(|| panic!("no {name}")).1
        })
    }

    /// How often an object has a field.
    pub fn count(&self, name: &str) -> usize {
        match self {
            Self::Object(fields) => fields.iter().filter(|(known, _)| known == name).count(),
            _ => 0,
        }
    }

    /// The objects in it with their fields in another order.
    pub fn shuffle(&mut self, style: &mut Style) {
        match self {
            Self::List(items) => items.iter_mut().for_each(|item| item.shuffle(style)),
            Self::Object(fields) => {
                for at in (1..fields.len()).rev() {
                    let other = style.pick(at + 1);
                    fields.swap(at, other);
                }
                fields
                    .iter_mut()
                    .for_each(|(_, value)| value.shuffle(style));
            }
            _ => {}
        }
    }

    /// Its text.
    pub fn write(&self, style: &mut Style, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
            Self::Number(digits) => out.push_str(digits),
            Self::Text(text) => style.quote(text, out),
            Self::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    style.space(out);
                    item.write(style, out);
                    style.space(out);
                }
                out.push(']');
            }
            Self::Object(fields) => {
                out.push('{');
                for (at, (name, value)) in fields.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    style.space(out);
                    style.quote(name, out);
                    style.space(out);
                    out.push(':');
                    style.space(out);
                    value.write(style, out);
                    style.space(out);
                }
                out.push('}');
            }
        }
    }

    /// Whether half a surrogate pair is in it.
    pub fn has_half(&self) -> bool {
        match self {
            Self::Text(text) => text.contains(HALF),
            other => other.inner().into_iter().any(Self::has_half),
        }
    }

    /// The value that a free-form part is: whatever it says, numbers as `serde_json` holds them. None if it holds a number that
    /// no double is near to.
    pub fn verbatim(&self) -> Option<Value> {
        Some(match self {
            Self::Null => Value::Null,
            Self::Bool(truth) => Value::Bool(*truth),
            Self::Number(digits) => serde_json::from_str(digits).ok()?,
            Self::Text(text) => Value::String(whole(text)),
            Self::List(items) => {
                Value::Array(items.iter().map(Self::verbatim).collect::<Option<_>>()?)
            }
            Self::Object(fields) => {
                // Each has to be readable, one that does not count too.
                let fields: Option<Vec<(String, Value)>> = fields
                    .iter()
                    .map(|(name, value)| Some((name.clone(), value.verbatim()?)))
                    .collect();
                Value::Object(fields?.into_iter().collect())
            }
        })
    }
}

/// A text with what stands for half a surrogate pair where there is one.
pub fn whole(text: &str) -> String {
    text.replace(HALF, "\u{fffd}")
}

impl From<&Value> for Json {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(truth) => Self::Bool(*truth),
            Value::Number(number) => Self::Number(number.to_string()),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(fields) => {
                let fields: BTreeMap<_, _> = fields.iter().collect();
                Self::Object(
                    fields
                        .into_iter()
                        .map(|(name, value)| (name.clone(), value.into()))
                        .collect(),
                )
            }
        }
    }
}

/// How JSON is written: a source of choices that are the same again for the same seed.
pub struct Style {
    state: u64,
    /// Whether there is white space between tokens, and lines.
    spaced: bool,
    escapes: bool,
}

impl Style {
    /// The style of a seed.
    pub fn new(seed: u64) -> Self {
        Self {
            state: seed,
            spaced: seed & 1 == 1,
            escapes: seed & 2 == 2,
        }
    }

    /// The same, all in one line.
    #[must_use]
    pub fn in_one_line(self) -> Self {
        Self {
            spaced: false,
            ..self
        }
    }

    /// One of so many.
    fn pick(&mut self, count: usize) -> usize {
        // SplitMix64.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % (count as u64)).expect("it is less than a usize")
    }

    fn space(&mut self, out: &mut String) {
        if self.spaced {
            out.push_str(["", "", "", " ", "\n", "\t  ", "\r\n"][self.pick(7)]);
        }
    }

    fn quote(&mut self, text: &str, out: &mut String) {
        out.push('"');
        for c in text.chars() {
            let escape = self.escapes && u32::from(c) < 0xd800 && self.pick(8) == 0;
            match c {
                HALF => out.push_str("\\ud83d"),
                '/' if escape => out.push_str("\\/"),
                '"' | '\\' if !escape => out.extend(['\\', c]),
                c if escape || c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
                c => out.push(c),
            }
        }
        out.push('"');
    }
}
