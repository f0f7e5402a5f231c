//! What captured bodies say about the schemas. The drift report knows places in a body; a change to a spec needs the schema
//! that a place belongs to, which in a union depends on the body.

mod json_type;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

pub(super) use json_type::{Inferred, TypesSeen};

use crate::model::{Api, Field, SchemaKind, Type, Union};

/// An object with more unknown names than this is rather keyed by data than short of documented fields.
const MOST_NAMES: usize = 100;

/// Bounds the memory that an enum with values of the service's invention can take.
const MOST_VALUES: usize = 1000;

/// In how many bodies something was seen.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub bodies: u64,
    last: u64,
}

impl Tally {
    fn note(&mut self, body: u64) {
        if self.last != body {
            self.last = body;
            self.bodies += 1;
        }
    }
}

/// A field that the specification does not have.
#[derive(Debug, Default)]
pub(super) struct NewField {
    pub tally: Tally,
    pub types: TypesSeen,
}

/// What is not documented about one object schema.
#[derive(Debug, Default)]
pub(super) struct ObjectSeen<'a> {
    /// By name; only names that cannot be data.
    pub new_fields: BTreeMap<String, NewField>,
    /// Fields whose names may be data.
    pub unnamed: Tally,
    /// More names than fields would have.
    pub keyed_by_data: bool,
    /// Documented fields that were `null` and must not be.
    pub nulls: BTreeMap<&'a str, Tally>,
    /// Fields that must be there and were not.
    pub absent: BTreeMap<&'a str, Tally>,
}

/// What is not documented about one enum schema.
#[derive(Debug, Default)]
pub(super) struct EnumSeen {
    /// By value; only values that look like names.
    pub new_values: BTreeMap<String, Tally>,
    /// Values that may not be shown.
    pub unnamed: Tally,
    pub too_many: bool,
}

/// Everything that is not documented, by schema.
pub(super) struct Observed<'a> {
    api: &'a Api,
    /// The number of the body that is being looked at.
    body: u64,
    pub objects: BTreeMap<&'a str, ObjectSeen<'a>>,
    pub enums: BTreeMap<&'a str, EnumSeen>,
    /// Objects of a union with an unknown tag, or none.
    pub variants: BTreeMap<&'a str, Tally>,
    /// Bodies that are JSON but beyond what is inferred from: too deep, or with a number that is too large.
    pub beyond: u64,
}

impl<'a> Observed<'a> {
    pub fn new(api: &'a Api) -> Self {
        Self {
            api,
            body: 0,
            objects: BTreeMap::new(),
            enums: BTreeMap::new(),
            variants: BTreeMap::new(),
            beyond: 0,
        }
    }

    /// Looks at one body.
    pub fn body(&mut self, bytes: &[u8], kind: &'a Type) {
        self.body += 1;
        match serde_json::from_str(&String::from_utf8_lossy(bytes)) {
            Ok(value) => self.value(&value, kind, false),
            Err(_) => self.beyond += 1,
        }
    }

    fn value(&mut self, value: &Value, kind: &'a Type, redacted: bool) {
        match (kind, value) {
            (Type::Array(items), Value::Array(values)) => {
                for value in values {
                    self.value(value, items, redacted);
                }
            }
            (Type::Map(entries), Value::Object(values)) => {
                for value in values.values() {
                    self.value(value, entries, redacted);
                }
            }
            (Type::Named(name), value) => self.named(value, name, redacted),
            _ => {}
        }
    }

    fn named(&mut self, value: &Value, name: &str, redacted: bool) {
        let Some(schema) = self.api.schema(name) else {
            return;
        };
        match (&schema.kind, value) {
            (SchemaKind::Object(fields), Value::Object(object)) => {
                self.object(object, &schema.name, fields, redacted);
            }
            (SchemaKind::Union(union), Value::Object(object)) => match variant(object, union) {
                Some(target) => self.named(value, target, redacted),
                None => self
                    .variants
                    .entry(&schema.name)
                    .or_default()
                    .note(self.body),
            },
            (SchemaKind::Enum(known), Value::String(text))
                if !known.iter().any(|known| known.value == *text) =>
            {
                self.enum_value(text, &schema.name, redacted);
            }
            (SchemaKind::Alias(kind), value) => self.value(value, kind, redacted),
            _ => {}
        }
    }

    fn object(
        &mut self,
        object: &Map<String, Value>,
        schema: &'a str,
        fields: &'a [Field],
        redacted: bool,
    ) {
        for field in fields {
            match object.get(&field.name) {
                None if field.relied_on() => {
                    let seen = self.objects.entry(schema).or_default();
                    seen.absent.entry(&field.name).or_default().note(self.body);
                }
                Some(Value::Null) if !field.nullable && !self.is_any(&field.kind) => {
                    let seen = self.objects.entry(schema).or_default();
                    seen.nulls.entry(&field.name).or_default().note(self.body);
                }
                Some(value) => {
                    self.value(value, &field.kind, redacted || field.redact.is_some());
                }
                None => {}
            }
        }
        for (name, value) in object {
            if !fields.iter().any(|field| field.name == *name) {
                self.new_field(name, value, schema, redacted);
            }
        }
    }

    fn new_field(&mut self, name: &str, value: &Value, schema: &'a str, redacted: bool) {
        let body = self.body;
        let seen = self.objects.entry(schema).or_default();
        // Inside personal data a name can be personal, whatever it looks like.
        if redacted || !looks_like_a_field(name) {
            seen.unnamed.note(body);
            return;
        }
        if !seen.new_fields.contains_key(name) && seen.new_fields.len() >= MOST_NAMES {
            seen.keyed_by_data = true;
            return;
        }
        let field = seen.new_fields.entry(name.to_owned()).or_default();
        field.tally.note(body);
        field.types.note(value);
    }

    fn enum_value(&mut self, text: &str, schema: &'a str, redacted: bool) {
        let body = self.body;
        let seen = self.enums.entry(schema).or_default();
        if redacted || !looks_like_a_value(text) {
            seen.unnamed.note(body);
        } else if seen.new_values.contains_key(text) || seen.new_values.len() < MOST_VALUES {
            seen.new_values
                .entry(text.to_owned())
                .or_default()
                .note(body);
        } else {
            seen.too_many = true;
        }
    }

    fn is_any(&self, kind: &Type) -> bool {
        match kind {
            Type::Any => true,
            Type::Named(name) => match self.api.schema(name).map(|schema| &schema.kind) {
                Some(SchemaKind::Alias(kind)) => matches!(kind, Type::Any),
                _ => false,
            },
            _ => false,
        }
    }
}

fn variant<'u>(object: &Map<String, Value>, union: &'u Union) -> Option<&'u str> {
    let implied = || {
        let mut fitting = union
            .implied
            .iter()
            .filter(|(property, _)| object.contains_key(property));
        let (_, value) = fitting.next()?;
        fitting
            .all(|(_, other)| other == value)
            .then_some(value.as_str())
    };
    let tag = match object.get(&union.tag) {
        Some(Value::String(tag)) => tag,
        None | Some(Value::Null) => implied()?,
        Some(_) => return None,
    };
    union
        .variants
        .iter()
        .find(|(value, _)| value == tag)
        .map(|(_, target)| target.as_str())
}

/// Whether a key is the name of a field, by the rule of the drift report: a key can be data too, such as a phone number.
fn looks_like_a_field(name: &str) -> bool {
    const LONGEST: usize = 64;
    const MOST_DIGITS: usize = 4;
    name.len() <= LONGEST
        && name.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '_' | '$'))
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'$' | b'-'))
        && name.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS
}

/// Whether a value is a word of the service and not something that somebody said or is called by.
fn looks_like_a_value(text: &str) -> bool {
    const LONGEST: usize = 40;
    text.len() <= LONGEST
        && text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::{looks_like_a_field, looks_like_a_value};

    #[test]
    fn names_and_values_that_could_be_data_are_told_apart() {
        for name in ["phone_register_id", "$ref", "x-trace.id", "_v2"] {
            assert!(looks_like_a_field(name), "{name}");
        }
        for name in ["+4915112345678", "a b", "id12345", "é", "", "a@b.de"] {
            assert!(!looks_like_a_field(name), "{name}");
        }
        for value in ["voicemail", "NO_ANSWER", "in-queue", "v2"] {
            assert!(looks_like_a_value(value), "{value}");
        }
        let long = "x".repeat(41);
        for value in ["", "4915", "no answer", "a.b", "_x", "Zoë", &long] {
            assert!(!looks_like_a_value(value), "{value}");
        }
    }
}
