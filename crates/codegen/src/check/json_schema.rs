//! OpenAPI 3.0 schemas as JSON Schema, for validating examples. Discriminated unions become "if the tag says so, then this
//! variant", so that a message points into the variant that was meant.

use serde_json::{Map, Value, json};

/// Keywords that mean the same in both.
const SAME: [&str; 15] = [
    "required",
    "enum",
    "minLength",
    "maxLength",
    "pattern",
    "format",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "multipleOf",
    "minimum",
    "maximum",
    "type",
];

/// The spec's named schemas, translated once for all examples.
pub struct Definitions(Map<String, Value>);

impl Definitions {
    /// A property that is `relaxed` (by its `Schema.property`) may be absent: a document of another time than the spec's can
    /// leave it out.
    pub fn new(components: &Value, relaxed: impl Fn(&str) -> bool) -> Self {
        let schemas = components.pointer("/components/schemas");
        let schemas = schemas.and_then(Value::as_object).into_iter().flatten();
        let translated = schemas.map(|(name, schema)| {
            let mut schema = translate(schema);
            if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
                required.retain(|property| {
                    !relaxed(&format!("{name}.{}", property.as_str().unwrap_or_default()))
                });
            }
            (name.clone(), schema)
        });
        Self(translated.collect())
    }

    /// A whole schema document that validates what `schema` describes. It holds the named schemas that this one leads to, and
    /// no others: a document is compiled whole.
    pub fn document(&self, schema: &Value) -> Value {
        let schema = translate(schema);
        let mut reached = Map::new();
        self.reach(&schema, &mut reached);
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$defs": reached,
            "allOf": [schema],
        })
    }

    fn reach(&self, schema: &Value, reached: &mut Map<String, Value>) {
        match schema {
            Value::Object(members) => {
                if let Some(name) = members.get("$ref").and_then(defined)
                    && let Some(definition) = self.0.get(name)
                    && reached
                        .insert(name.to_owned(), definition.clone())
                        .is_none()
                {
                    self.reach(definition, reached);
                }
                members
                    .values()
                    .for_each(|inner| self.reach(inner, reached));
            }
            Value::Array(items) => items.iter().for_each(|inner| self.reach(inner, reached)),
            _ => {}
        }
    }
}

/// The name that a translated reference leads to.
fn defined(reference: &Value) -> Option<&str> {
    reference.as_str()?.strip_prefix("#/$defs/")
}

fn translate(schema: &Value) -> Value {
    let Some(schema) = schema.as_object() else {
        return schema.clone();
    };
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return json!({ "$ref": reference.replacen("#/components/schemas/", "#/$defs/", 1) });
    }
    let mut out = Map::new();
    for key in SAME {
        if let Some(value) = schema.get(key) {
            out.insert(key.to_owned(), value.clone());
        }
    }
    for (flag, limit) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        if schema.get(flag) == Some(&Value::Bool(true))
            && let Some(value) = out.remove(limit)
        {
            out.insert(flag.to_owned(), value);
        }
    }
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        let properties: Map<_, _> = properties
            .iter()
            .map(|(name, schema)| (name.clone(), translate(schema)))
            .collect();
        out.insert("properties".to_owned(), Value::Object(properties));
    }
    for key in ["items", "additionalProperties", "not"] {
        if let Some(inner) = schema.get(key) {
            out.insert(key.to_owned(), translate(inner));
        }
    }
    for key in ["allOf", "anyOf"] {
        if let Some(parts) = schema.get(key).and_then(Value::as_array) {
            out.insert(key.to_owned(), parts.iter().map(translate).collect());
        }
    }
    if let Some(parts) = schema.get("oneOf").and_then(Value::as_array) {
        match schema.get("discriminator").and_then(variants) {
            Some(variants) => out.extend(variants),
            None => {
                out.insert("oneOf".to_owned(), parts.iter().map(translate).collect());
            }
        }
    }
    if schema.get("nullable") == Some(&Value::Bool(true)) {
        return json!({ "if": { "type": "null" }, "else": out });
    }
    Value::Object(out)
}

/// The tag is one of the mapped values, and the rest is as its variant says.
fn variants(discriminator: &Value) -> Option<Map<String, Value>> {
    let tag = discriminator.get("propertyName")?.as_str()?;
    let mapping = discriminator.get("mapping")?.as_object()?;
    let values: Vec<&String> = mapping.keys().collect();
    let mut branches: Vec<Value> = mapping
        .iter()
        .map(|(value, target)| {
            json!({
                "if": { "properties": { tag: { "const": value } }, "required": [tag] },
                "then": translate(&json!({ "$ref": target })),
            })
        })
        .collect();
    let mut out = Map::new();
    out.insert("type".to_owned(), json!("object"));
    match discriminator
        .get("x-tag-by-property")
        .and_then(Value::as_object)
    {
        None => {
            out.insert("required".to_owned(), json!([tag]));
        }
        Some(implied) => {
            let mut either = vec![json!({ "required": [tag] })];
            for (property, value) in implied {
                let target = value.as_str().and_then(|value| mapping.get(value))?;
                either.push(json!({ "required": [property] }));
                branches.push(json!({
                    "if": { "required": [property], "not": { "required": [tag] } },
                    "then": translate(&json!({ "$ref": target })),
                }));
            }
            out.insert("anyOf".to_owned(), Value::Array(either));
        }
    }
    out.insert("properties".to_owned(), json!({ tag: { "enum": values } }));
    out.insert("allOf".to_owned(), Value::Array(branches));
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(schema: Value, value: Value) -> bool {
        accepts_with(json!({}), schema, value)
    }

    fn accepts_with(components: Value, schema: Value, value: Value) -> bool {
        let document = Definitions::new(&components, |_| false).document(&schema);
        jsonschema::options()
            .should_validate_formats(true)
            .build(&document)
            .expect("the translation is a schema")
            .is_valid(&value)
    }

    #[test]
    fn nullable_allows_null_only_where_it_stands() {
        let status = json!({ "type": "string", "enum": ["a"], "nullable": true });
        assert!(accepts(status.clone(), json!(null)));
        assert!(accepts(status.clone(), json!("a")));
        assert!(!accepts(status, json!("b")));
        assert!(!accepts(json!({ "type": "string" }), json!(null)));
        assert!(accepts(
            json!({ "nullable": true, "allOf": [{ "type": "string" }] }),
            json!(null)
        ));
    }

    #[test]
    fn exclusive_limits_and_formats_hold() {
        let above = json!({ "type": "integer", "minimum": 1, "exclusiveMinimum": true });
        assert!(accepts(above.clone(), json!(2)));
        assert!(!accepts(above, json!(1)));
        assert!(!accepts(
            json!({ "type": "string", "format": "date-time" }),
            json!("yesterday")
        ));
        assert!(!accepts(
            json!({ "type": "string", "format": "uuid" }),
            json!("1234")
        ));
        assert!(!accepts(
            json!({ "type": "string", "format": "uri" }),
            json!("no uri")
        ));
    }

    #[test]
    fn what_a_schema_leads_to_is_there_and_nothing_else() {
        let node = json!({ "type": "object", "properties": { "next": { "$ref": "#/components/schemas/Node" },
            "leaf": { "$ref": "#/components/schemas/Leaf" } } });
        let schemas =
            json!({ "Node": node, "Leaf": { "type": "integer" }, "Other": { "type": "string" } });
        let components = json!({ "components": { "schemas": schemas } });
        let schema = json!({ "type": "array", "items": { "$ref": "#/components/schemas/Node" } });
        let document = Definitions::new(&components, |_| false).document(&schema);
        let names: Vec<_> = document["$defs"]
            .as_object()
            .expect("an object")
            .keys()
            .collect();
        assert_eq!(names, ["Leaf", "Node"]);
        let accepts = |value| accepts_with(components.clone(), schema.clone(), value);
        assert!(accepts(json!([{ "next": { "leaf": 1 } }])));
        assert!(!accepts(json!([{ "next": { "leaf": "one" } }])));
    }

    #[test]
    fn an_open_set_takes_any_string() {
        assert!(accepts(
            json!({ "type": "string", "x-extensible-enum": ["a"] }),
            json!("b")
        ));
    }
}
