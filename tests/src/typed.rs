//! Examples as typed values.

use chrono::DateTime;
use schemars::JsonSchema;
use serde_json::Value;

use crate::examples::example;

/// Decodes `specs/<provider>/examples/<name>.json`, encodes it again and compares: no field lost, none invented, and each time
/// the same moment. What the type says of itself as a JSON Schema fits it, too.
///
/// # Panics
///
/// If it is not the same.
pub fn round_trip<T>(provider: &str, name: &str) -> T
where
    T: serde::de::DeserializeOwned + serde::Serialize + std::fmt::Debug + JsonSchema,
{
    let text = example(provider, name);
    let typed: T = serde_json::from_str(&text).expect("the example is typed");
    let wanted: Value = serde_json::from_str(&text).expect("the example is JSON");
    let found = serde_json::to_value(&typed).expect("it serialises");
    assert_eq!(in_utc(found), in_utc(wanted.clone()));
    let schema = schemars::schema_for!(T);
    let validator = jsonschema::validator_for(schema.as_value()).expect("a JSON Schema");
    if let Err(error) = validator.validate(&wanted) {
        panic!("{provider} {name}: {error} at {}", error.instance_path());
    }
    typed
}

/// JSON with every time written in one way: a typed time is a moment, and how it was written is the record's.
#[must_use]
pub fn in_utc(value: Value) -> Value {
    match value {
        Value::String(text) => match DateTime::parse_from_rfc3339(&text) {
            Ok(moment) => Value::String(moment.to_utc().to_rfc3339()),
            Err(_) => Value::String(text),
        },
        Value::Array(items) => items.into_iter().map(in_utc).collect(),
        Value::Object(fields) => {
            let fields = fields
                .into_iter()
                .map(|(name, value)| (name, in_utc(value)));
            Value::Object(fields.collect())
        }
        other => other,
    }
}
