//! Which types of JSON a field had, and which type of a schema covers them all.

use serde_json::Value;

/// The types that were seen.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::drift) struct TypesSeen {
    string: bool,
    integer: bool,
    number: bool,
    boolean: bool,
    array: bool,
    object: bool,
    pub null: bool,
}

/// What a specification can say of a field that nobody has documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::drift) enum Inferred {
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
}

impl TypesSeen {
    pub fn note(&mut self, value: &Value) {
        match value {
            Value::Null => self.null = true,
            Value::Bool(_) => self.boolean = true,
            // An SDK's integers have 64 bits with a sign.
            Value::Number(number) if number.is_i64() => self.integer = true,
            Value::Number(_) => self.number = true,
            Value::String(_) => self.string = true,
            Value::Array(_) => self.array = true,
            Value::Object(_) => self.object = true,
        }
    }

    /// The one type that covers what was seen.
    ///
    /// # Errors
    ///
    /// If there is none; what was seen, in words.
    pub fn inferred(self) -> Result<Inferred, String> {
        let all = [
            (self.string, Inferred::String, "string"),
            (self.integer && !self.number, Inferred::Integer, "integer"),
            (self.number, Inferred::Number, "number"),
            (self.boolean, Inferred::Boolean, "boolean"),
            (self.array, Inferred::Array, "array"),
            (self.object, Inferred::Object, "object"),
        ];
        let seen: Vec<_> = all.into_iter().filter(|(seen, ..)| *seen).collect();
        match seen.as_slice() {
            [(_, only, _)] => Ok(*only),
            [] => Err("only null".to_owned()),
            several => {
                let names: Vec<_> = several.iter().map(|(.., name)| *name).collect();
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
            types.note(value);
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
