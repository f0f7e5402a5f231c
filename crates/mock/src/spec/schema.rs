//! The schemas of parameters: what one value has to look like.

use chrono::{DateTime, NaiveDate};
use serde::Deserialize;
use uuid::Uuid;

use super::SpecError;
use super::reference::Node;

/// What a value is checked for. A keyword that is not here does not constrain what the mock takes.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Schema {
    #[serde(rename = "type")]
    kind: Kind,
    format: Option<String>,
    #[serde(rename = "enum")]
    allowed: Option<Vec<Allowed>>,
    min_length: Option<usize>,
    max_length: Option<usize>,
    minimum: Option<f64>,
    maximum: Option<f64>,
    /// What it is where nothing is given.
    #[serde(rename = "default")]
    presumed: Option<serde_json::Value>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    #[default]
    String,
    Integer,
    Number,
    Boolean,
}

/// One value of an enum, as text: that is how it travels in a path, a query or a header.
#[derive(Debug, PartialEq)]
struct Allowed(String);

impl<'de> Deserialize<'de> for Allowed {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        let text = value.as_str().map(ToOwned::to_owned);
        Ok(Self(text.unwrap_or_else(|| value.to_string())))
    }
}

impl Schema {
    /// Reads a schema. `allOf` with one entry is how OpenAPI 3.0 puts a description beside a reference.
    pub(crate) fn compile(node: &Node<'_>) -> Result<Self, SpecError> {
        if let Some(all) = node.get("allOf")? {
            return match all.items()?.as_slice() {
                [only] => Self::compile(only),
                _ => Err(all.error("the mock checks an `allOf` of exactly one entry")),
            };
        }
        node.read()
    }

    /// Whether a value fits; if not, what it should have been.
    pub(crate) fn check(&self, value: &str) -> Result<(), String> {
        self.check_kind(value)?;
        self.check_length(value)?;
        match &self.allowed {
            Some(allowed) if !allowed.iter().any(|one| one.0 == value) => {
                Err("is not one of the listed values".into())
            }
            _ => Ok(()),
        }
    }

    /// The value of this type that stands for a record that does not exist.
    pub(crate) fn missing(&self) -> &'static str {
        match (self.kind, self.format.as_deref()) {
            (Kind::Integer | Kind::Number, _) => "404",
            (Kind::String, Some("uuid")) => "00000000-0000-0000-0000-000000000404",
            (Kind::String | Kind::Boolean, _) => "missing",
        }
    }

    pub(crate) fn is_uuid(&self) -> bool {
        self.kind == Kind::String && self.format.as_deref() == Some("uuid")
    }

    /// The number that it is where nothing is given.
    pub(crate) fn presumed(&self) -> Option<u64> {
        self.presumed.as_ref()?.as_u64()
    }

    fn check_kind(&self, value: &str) -> Result<(), String> {
        let fits = |good: bool, what: &str| {
            if good {
                Ok(())
            } else {
                Err(format!("is not {what}"))
            }
        };
        match (self.kind, self.format.as_deref()) {
            (Kind::Integer, format) => {
                let number: i64 = value
                    .parse()
                    .map_err(|_| "is not an integer of 64 bits".to_owned())?;
                fits(
                    format != Some("int32") || i32::try_from(number).is_ok(),
                    "an integer of 32 bits",
                )?;
                // A bound of a spec is far below where an f64 stops to be exact.
                self.check_bounds(number as f64)
            }
            (Kind::Number, _) => {
                let number: Option<f64> = value.parse().ok();
                let number = number.filter(|number| number.is_finite());
                self.check_bounds(number.ok_or("is not a number")?)
            }
            (Kind::Boolean, _) => fits(matches!(value, "true" | "false"), "`true` or `false`"),
            (Kind::String, Some("uuid")) => fits(
                value.len() == 36 && Uuid::try_parse(value).is_ok(),
                "a UUID",
            ),
            (Kind::String, Some("date-time")) => fits(
                DateTime::parse_from_rfc3339(value).is_ok(),
                "a date and time as of RFC 3339",
            ),
            (Kind::String, Some("date")) => fits(
                value.len() == 10 && value.parse::<NaiveDate>().is_ok(),
                "a date as of RFC 3339",
            ),
            (Kind::String, _) => Ok(()),
        }
    }

    fn check_bounds(&self, number: f64) -> Result<(), String> {
        match (self.minimum, self.maximum) {
            (Some(minimum), _) if number < minimum => Err(format!("is less than {minimum}")),
            (_, Some(maximum)) if number > maximum => Err(format!("is more than {maximum}")),
            _ => Ok(()),
        }
    }

    fn check_length(&self, value: &str) -> Result<(), String> {
        let length = value.chars().count();
        match (self.min_length, self.max_length) {
            (Some(least), _) if length < least => Err(format!("is shorter than {least}")),
            (_, Some(most)) if length > most => Err(format!("is longer than {most}")),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::{Node, Schema};

    fn schema(value: &Value) -> Schema {
        Schema::compile(&Node::root(value)).expect("a schema")
    }

    fn assert_takes(value: Value, good: &[&str], bad: &[(&str, &str)]) {
        let schema = schema(&value);
        for text in good {
            assert_eq!(schema.check(text), Ok(()), "{value} takes {text:?}");
        }
        for (text, why) in bad {
            assert_eq!(
                schema.check(text),
                Err((*why).to_owned()),
                "{value} refuses {text:?}"
            );
        }
    }

    #[test]
    fn integers() {
        let no = "is not an integer of 64 bits";
        assert_takes(
            json!({"type": "integer", "format": "int64", "minimum": 1, "maximum": 500}),
            &["1", "500"],
            &[
                ("0", "is less than 1"),
                ("501", "is more than 500"),
                ("", no),
                ("1.0", no),
                (" 1", no),
                ("9223372036854775808", no),
            ],
        );
        assert_takes(
            json!({"type": "integer", "format": "int32"}),
            &["-2147483648"],
            &[("2147483648", "is not an integer of 32 bits")],
        );
    }

    #[test]
    fn numbers_and_booleans() {
        let no = "is not a number";
        assert_takes(
            json!({"type": "number"}),
            &["1.5", "-2", "1e3"],
            &[("NaN", no), ("inf", no), ("x", no)],
        );
        assert_takes(
            json!({"type": "boolean"}),
            &["true", "false"],
            &[("1", "is not `true` or `false`")],
        );
    }

    #[test]
    fn strings() {
        assert_takes(
            json!({"type": "string", "minLength": 1, "maxLength": 2}),
            &["a", "éé"],
            &[("", "is shorter than 1"), ("abc", "is longer than 2")],
        );
        let no = "is not one of the listed values";
        assert_takes(
            json!({"type": "string", "enum": ["a", "b"]}),
            &["a", "b"],
            &[("c", no), ("", no)],
        );
        // An enum that is open to the SDKs is a plain string here too.
        assert_takes(
            json!({"type": "string", "x-extensible-enum": ["a"]}),
            &["a", "z"],
            &[],
        );
    }

    #[test]
    fn formats() {
        let no = "is not a UUID";
        assert_takes(
            json!({"type": "string", "format": "uuid"}),
            &["3c90c3cc-0d44-4b50-8888-8dd25736052a"],
            &[
                ("3c90c3cc0d444b5088888dd25736052a", no),
                ("{3c90c3cc-0d44-4b50-8888-8dd25736052a}", no),
            ],
        );
        let no = "is not a date and time as of RFC 3339";
        assert_takes(
            json!({"type": "string", "format": "date-time"}),
            &["2026-03-07T10:00:00Z", "2026-03-07T10:00:00.5+05:30"],
            &[("2026-03-07", no), ("2026-02-30T10:00:00Z", no)],
        );
        let no = "is not a date as of RFC 3339";
        assert_takes(
            json!({"type": "string", "format": "date"}),
            &["2026-03-07"],
            &[("2026-02-30", no), ("2026-3-7", no)],
        );
    }

    #[test]
    fn a_described_reference_is_what_it_refers_to() {
        let document = json!({
            "used": {"description": "d", "allOf": [{"$ref": "#/named"}]},
            "named": {"type": "integer"},
        });
        let used = Node::root(&document).require("used").expect("is there");
        let schema = Schema::compile(&used).expect("a schema");
        assert!(schema.check("x").is_err());
    }

    #[test]
    fn a_type_that_cannot_be_checked_is_not_passed_over() {
        let document = json!({"type": "array", "items": {"type": "string"}});
        assert!(Schema::compile(&Node::root(&document)).is_err());
    }

    proptest! {
        #[test]
        fn any_integer_is_taken_and_any_text_is_met(number in any::<i64>(), text in ".*") {
            let schema = schema(&json!({"type": "integer"}));
            prop_assert_eq!(schema.check(&number.to_string()), Ok(()));
            prop_assert_eq!(schema.check(&text).is_ok(), text.parse::<i64>().is_ok());
        }
    }
}
