//! Examples as typed values.

use schemars::JsonSchema;
use serde_json::Value;

use crate::examples::example;

/// Decodes `specs/<provider>/examples/<name>.json`, encodes it again and compares: no field lost, none invented. What the
/// type says of itself as a JSON Schema fits it, too.
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
    assert_eq!(found, wanted);
    let schema = schemars::schema_for!(T);
    let validator = jsonschema::validator_for(schema.as_value()).expect("a JSON Schema");
    if let Err(error) = validator.validate(&wanted) {
        panic!("{provider} {name}: {error} at {}", error.instance_path());
    }
    typed
}
