//! The feature `schemars`: the public types describe themselves, and what they describe is what really comes. That every
//! example fits is checked with the round trips.

use callslip_tests::examples::example;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

fn schema<T: JsonSchema>() -> Schema {
    schemars::schema_for!(T)
}

fn fits(schema: &Schema, body: &Value) -> Result<(), String> {
    let validator = jsonschema::validator_for(schema.as_value()).expect("a JSON Schema");
    validator
        .validate(body)
        .map_err(|error| format!("{error} at {}", error.instance_path()))
}

fn parsed(provider: &str, name: &str) -> Value {
    serde_json::from_str(&example(provider, name)).expect("JSON")
}

#[test]
fn a_schema_can_tell_what_does_not_fit() {
    let schema = schema::<callslip_diga::types::Call>();
    let mut body = parsed("diga", "get_call");
    body["duration"] = json!("long");
    assert!(fits(&schema, &body).is_err());
    let mut body = parsed("diga", "get_call");
    body["status"] = json!("parked");
    fits(&schema, &body).expect("an enum is open");
}

#[test]
fn a_new_kind_of_action_fits() {
    let schema = schema::<callslip_highlevel::types::CallLog>();
    let mut body = parsed("highlevel", "get_call_log");
    body["executedCallActions"][0] =
        json!({ "actionType": "TELEPORT", "actionName": "n", "anything": 1 });
    fits(&schema, &body).expect("a union is open");
}
