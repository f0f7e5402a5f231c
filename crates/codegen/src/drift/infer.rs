//! What the findings in captured bodies say about the schemas.

mod json_type;

use std::collections::BTreeMap;

use callslip_core::DriftKind;
use callslip_core::rt::Finding;

pub(super) use json_type::{Inferred, TypesSeen};

use crate::model::{Api, SchemaKind, Type};

/// An object with more unknown names than this is rather keyed by data than short of documented fields.
const MOST_NAMES: usize = 100;

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
}

/// What is not documented about one object schema.
#[derive(Debug, Default)]
pub(super) struct ObjectSeen {
    /// By name; only names that cannot be data.
    pub new_fields: BTreeMap<String, NewField>,
    /// Fields whose names may be data.
    pub unnamed: Tally,
    /// More names than fields would have.
    pub keyed_by_data: bool,
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
            return seen.new_field(name, finding.value, body);
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

impl ObjectSeen {
    fn new_field(&mut self, name: &str, value: &str, body: u64) {
        if name == HIDDEN {
            return self.unnamed.note(body);
        }
        if !self.new_fields.contains_key(name) && self.new_fields.len() >= MOST_NAMES {
            self.keyed_by_data = true;
            return;
        }
        let field = self.new_fields.entry(name.to_owned()).or_default();
        field.tally.note(body);
        field.types.note(value);
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
