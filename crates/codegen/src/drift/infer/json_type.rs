//! Which types of JSON a field had, and which type of a schema covers them all.

use std::collections::BTreeSet;

/// The types that were seen.
#[derive(Clone, Debug, Default)]
pub(in crate::drift) struct TypesSeen {
    seen: BTreeSet<Inferred>,
    pub null: bool,
}

/// What a specification can say of a field that nobody has documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::drift) enum Inferred {
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
}

impl Inferred {
    /// As OpenAPI calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

impl TypesSeen {
    /// Notes the type of a value, given as JSON.
    pub fn note(&mut self, value: &str) {
        self.seen.insert(match value.as_bytes().first() {
            Some(b'n') => return self.null = true,
            Some(b't' | b'f') => Inferred::Boolean,
            Some(b'"') => Inferred::String,
            Some(b'[') => Inferred::Array,
            Some(b'{') => Inferred::Object,
            // An SDK's integers have 64 bits with a sign.
            _ if value.parse::<i64>().is_ok() => Inferred::Integer,
            _ => Inferred::Number,
        });
    }

    /// The one type that covers what was seen.
    ///
    /// # Errors
    ///
    /// If there is none; what was seen, in words.
    pub fn inferred(&self) -> Result<Inferred, String> {
        let has_fractions = self.seen.contains(&Inferred::Number);
        let is_covered = |kind: &Inferred| has_fractions && *kind == Inferred::Integer;
        let seen: Vec<_> = self.seen.iter().filter(|kind| !is_covered(kind)).collect();
        match seen.as_slice() {
            [only] => Ok(**only),
            [] => Err("only null".to_owned()),
            several => {
                let names: Vec<_> = several.iter().map(|kind| kind.name()).collect();
                Err(names.join(" and "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Inferred, TypesSeen};

    fn inferred(values: &[Value]) -> Result<Inferred, String> {
        let mut types = TypesSeen::default();
        for value in values {
            types.note(&value.to_string());
        }
        types.inferred()
    }

    #[test]
    fn one_type_covers_what_was_seen() {
        assert_eq!(inferred(&[json!("a"), json!(null)]), Ok(Inferred::String));
        assert_eq!(inferred(&[json!(-1), json!(2)]), Ok(Inferred::Integer));
        assert_eq!(inferred(&[json!(1), json!(2.5)]), Ok(Inferred::Number));
        assert_eq!(inferred(&[json!(u64::MAX)]), Ok(Inferred::Number));
        assert_eq!(inferred(&[json!(true)]), Ok(Inferred::Boolean));
        assert_eq!(inferred(&[json!([1])]), Ok(Inferred::Array));
        assert_eq!(inferred(&[json!({})]), Ok(Inferred::Object));
    }

    #[test]
    fn what_has_no_type_is_said_in_words() {
        assert_eq!(inferred(&[json!(null)]), Err("only null".to_owned()));
        assert_eq!(
            inferred(&[json!("1"), json!(1), json!(1.5)]),
            Err("string and number".to_owned())
        );
    }
}
