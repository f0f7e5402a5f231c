//! The JSON Schemas of the types that decoding brings along.
#![cfg(feature = "schemars")]
#![allow(missing_docs, clippy::unwrap_used)]

use callslip_core::{OneOrMany, Personal, Secret, UnknownVariant};
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};

callslip_core::open_enum! {
    /// The state.
    pub enum State {
        /// On.
        On = "on",
        /// Off.
        Off = "off",
    }
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Record {
    state: State,
    previous: Option<State>,
    phone: Personal<String>,
    key: Secret<String>,
    message: OneOrMany,
    other: UnknownVariant,
}

#[test]
fn wrappers_are_invisible_and_enums_are_open() {
    let schema = Value::from(schema_for!(Record));
    assert_eq!(schema["properties"]["phone"], json!({ "type": "string" }));
    assert_eq!(schema["properties"]["key"], json!({ "type": "string" }));
    assert_eq!(schema["properties"]["other"], json!({ "type": "object" }));
    assert_eq!(
        schema["properties"]["message"],
        json!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] })
    );
    assert_eq!(
        schema["properties"]["state"],
        json!({ "$ref": "#/$defs/State" })
    );
    assert_eq!(
        schema["$defs"]["State"]["anyOf"],
        json!([{ "type": "string", "enum": ["on", "off"] }, { "type": "string" }])
    );
}
