//! What the findings in captured bodies say about the schemas.

mod json_type;

use std::collections::BTreeMap;

use callslip_core::DriftKind;
use callslip_core::rt::{Fields, Finding, Object, Shape, drift_of};

pub(super) use json_type::{Inferred, TypesSeen};

use crate::model::{Api, SchemaKind, Type};

/// An object with more unknown names than this is rather keyed by data than short of documented fields.
const MOST_NAMES: usize = 100;

/// So deep in a new property is looked for more.
const DEEPEST: usize = 3;

/// What came once may be a slip; what came in so many bodies is a word of the service.
pub(super) const BODIES_FOR_A_WORD: u64 = 2;

/// What stands in a finding for the name of a field that may be data.
const HIDDEN: &str = "…";

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
    /// What was in it where it was an object.
    pub held: NewFields,
}

/// Properties that the specification does not have, of one object.
#[derive(Debug, Default)]
pub(super) struct NewFields {
    /// The objects themselves, where they are new as well.
    objects: Tally,
    /// By name; only names that cannot be data.
    pub by_name: BTreeMap<String, NewField>,
    /// Fields whose names may be data.
    pub unnamed: Tally,
    /// More names than fields would have.
    pub keyed_by_data: bool,
}

/// What is not documented about one object schema.
#[derive(Debug, Default)]
pub(super) struct ObjectSeen {
    pub new: NewFields,
    /// Documented fields that were `null` and must not be.
    pub nulls: BTreeMap<String, Tally>,
    /// Fields that must be there and were not.
    pub absent: BTreeMap<String, Tally>,
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
#[derive(Debug, Default)]
pub(super) struct Observed {
    /// The number of the body that is being looked at.
    body: u64,
    pub objects: BTreeMap<String, ObjectSeen>,
    pub enums: BTreeMap<String, EnumSeen>,
    /// Objects of a union with an unknown tag, or none.
    pub variants: BTreeMap<String, Tally>,
}

impl Observed {
    /// What is noted from here on is of another body.
    pub fn next_body(&mut self) {
        self.body += 1;
    }

    pub fn note(&mut self, api: &Api, finding: Finding<'_>) {
        let body = self.body;
        let Some(schema) = api.schema(finding.schema) else {
            return;
        };
        if let SchemaKind::Union(_) = schema.kind {
            let seen = self.variants.entry(schema.name.clone());
            return seen.or_default().note(body);
        }
        let seen = self.objects.entry(schema.name.clone()).or_default();
        let name = finding.property;
        if finding.kind == DriftKind::UnknownField {
            return seen.new.note(name, finding.value, body, 0);
        }
        let Some(field) = schema.fields().iter().find(|field| field.name == name) else {
            return;
        };
        match finding.kind {
            DriftKind::MissingRequired if field.relied_on() => {
                seen.absent.entry(name.to_owned()).or_default().note(body);
            }
            DriftKind::Null if !finding.is_inside => {
                seen.nulls.entry(name.to_owned()).or_default().note(body);
            }
            DriftKind::UnknownValue => {
                if let Some(set) = set_of(api, &field.kind) {
                    let seen = self.enums.entry(set.to_owned()).or_default();
                    seen.new_value(finding, body);
                }
            }
            _ => {}
        }
    }
}

/// The enum that a type is, or holds.
fn set_of<'a>(api: &'a Api, kind: &'a Type) -> Option<&'a str> {
    match api.resolve(kind) {
        Type::Array(inner) | Type::Map(inner) => set_of(api, inner),
        kind => kind.name(),
    }
}

/// An object of which nothing is documented.
static UNDOCUMENTED: Shape = Shape::Object(&Object {
    name: "",
    fields: Fields::List(&[]),
});

impl NewFields {
    fn note(&mut self, name: &str, value: &str, body: u64, depth: usize) {
        if name == HIDDEN {
            return self.unnamed.note(body);
        }
        if !self.by_name.contains_key(name) && self.by_name.len() >= MOST_NAMES {
            self.keyed_by_data = true;
            return;
        }
        let field = self.by_name.entry(name.to_owned()).or_default();
        field.tally.note(body);
        field.types.note(value);
        if depth < DEEPEST && value.starts_with('{') {
            field.held.objects.note(body);
            drift_of(value.as_bytes(), &UNDOCUMENTED, &mut |finding| {
                let (name, value) = (finding.property, finding.value);
                field.held.note(name, value, body, depth + 1);
            });
        }
    }
}

impl NewField {
    /// The properties that it has as an object, if it is a record and not keyed by data: of those that came in several bodies, two
    /// at least were there whenever it was.
    pub fn properties(&self) -> Vec<(&String, &Self)> {
        let held = &self.held;
        if held.keyed_by_data || held.unnamed.bodies > 0 {
            return Vec::new();
        }
        let seen = held.by_name.iter();
        let seen = seen.filter(|(_, field)| field.tally.bodies >= BODIES_FOR_A_WORD);
        let properties: Vec<_> = seen.collect();
        let is_constant = |(_, field): &&(_, &Self)| field.tally.bodies == held.objects.bodies;
        match properties.iter().filter(is_constant).count() {
            0 | 1 => Vec::new(),
            _ => properties,
        }
    }
}

impl EnumSeen {
    fn new_value(&mut self, finding: Finding<'_>, body: u64) {
        let value: String = serde_json::from_str(finding.value).unwrap_or_default();
        if finding.redacted || !looks_like_a_value(&value) {
            self.unnamed.note(body);
        } else if self.new_values.contains_key(&value) || self.new_values.len() < MOST_VALUES {
            self.new_values.entry(value).or_default().note(body);
        } else {
            self.too_many = true;
        }
    }
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
    use super::looks_like_a_value;

    #[test]
    fn values_that_could_be_data_are_told_apart() {
        for value in ["voicemail", "NO_ANSWER", "in-queue", "v2"] {
            assert!(looks_like_a_value(value), "{value}");
        }
        let long = "x".repeat(41);
        for value in ["", "4915", "no answer", "a.b", "_x", "Zoë", &long] {
            assert!(!looks_like_a_value(value), "{value}");
        }
    }
}
