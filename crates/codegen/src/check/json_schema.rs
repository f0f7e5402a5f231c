//! OpenAPI 3.0 schemas as JSON Schema, for validating examples. Discriminated unions become "if the tag says so, then this
//! variant", so that a message points into the variant that was meant.

use serde_json::{Map, Value, json};

use crate::spec::{Document, Node};

/// The spec's named schemas, translated once for all examples.
pub struct Definitions(Map<String, Value>);

impl Definitions {
    /// A property that is `relaxed` (by its `Schema.property`) may be absent: a document of another time than the spec's can
    /// leave it out.
    pub fn new(document: &Document, relaxed: impl Fn(&str) -> bool) -> Self {
        let translated = document.components("schemas").map(|(name, schema)| {
            let mut schema = translate(schema);
            if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
                let property = |it: &Value| format!("{name}.{}", it.as_str().unwrap_or_default());
                required.retain(|required| !relaxed(&property(required)));
            }
            (name.to_owned(), schema)
        });
        Self(translated.collect())
    }

    /// A whole schema document that validates what `schema` describes. It holds the named schemas that this one leads to, and
    /// no others: a document is compiled whole.
    pub fn document(&self, schema: &Node) -> Value {
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
                let reference = members.get("$ref").and_then(Value::as_str);
                let name = reference.and_then(|reference| reference.strip_prefix(DEFINITIONS));
                if let Some((name, definition)) = name.and_then(|name| self.0.get_key_value(name))
                    && reached.insert(name.clone(), definition.clone()).is_none()
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

/// Where a translated reference leads.
const DEFINITIONS: &str = "#/$defs/";

fn reference(to: &str) -> Value {
    json!({ "$ref": to.replacen("#/components/schemas/", DEFINITIONS, 1) })
}

fn translate(schema: &Node) -> Value {
    if let Some(to) = schema.text("$ref") {
        return reference(to);
    }
    if !schema.is_map() {
        return schema.json();
    }
    let mut out = Map::new();
    for (key, value) in schema.map() {
        let list = || value.list().iter().map(translate).collect();
        let (key, value) = match key {
            "minimum" if schema.flag("exclusiveMinimum") => ("exclusiveMinimum", value.json()),
            "maximum" if schema.flag("exclusiveMaximum") => ("exclusiveMaximum", value.json()),
            // These mean the same in both.
            "required" | "enum" | "minLength" | "maxLength" | "pattern" | "format" | "minItems"
            | "maxItems" | "uniqueItems" | "minProperties" | "maxProperties" | "multipleOf"
            | "minimum" | "maximum" | "type" => (key, value.json()),
            "properties" => {
                let properties = value
                    .map()
                    .map(|(name, of)| (name.to_owned(), translate(of)));
                (key, Value::Object(properties.collect()))
            }
            "items" | "additionalProperties" | "not" => (key, translate(value)),
            "oneOf" => match schema.get("discriminator").and_then(variants) {
                Some(variants) => {
                    out.extend(variants);
                    continue;
                }
                // What nothing tells apart may be several of its parts.
                None => ("anyOf", list()),
            },
            "allOf" | "anyOf" => (key, list()),
            _ => continue,
        };
        out.insert(key.to_owned(), value);
    }
    if schema.flag("nullable") {
        return json!({ "if": { "type": "null" }, "else": out });
    }
    Value::Object(out)
}

/// The tag is one of the mapped values, and the rest is as its variant says.
fn variants(discriminator: &Node) -> Option<Map<String, Value>> {
    let tag = discriminator.text("propertyName")?;
    let mapping = discriminator.get("mapping")?;
    let mut branches = Vec::new();
    for (value, target) in mapping.map() {
        branches.push(json!({
            "if": { "properties": { tag: { "const": value } }, "required": [tag] },
            "then": reference(target.str()?),
        }));
    }
    // Where the tag may be left out, one of what stands in for it must be there.
    let mut either = vec![json!({ "required": [tag] })];
    for (property, value) in discriminator.entries("x-tag-by-property") {
        either.push(json!({ "required": [property] }));
        branches.push(json!({
            "if": { "required": [property], "not": { "required": [tag] } },
            "then": reference(mapping.text(value.str()?)?),
        }));
    }
    let values: Vec<_> = mapping.map().map(|(value, _)| value).collect();
    let mut out = Map::from_iter([
        ("type".to_owned(), json!("object")),
        ("properties".to_owned(), json!({ tag: { "enum": values } })),
        ("allOf".to_owned(), Value::Array(branches)),
    ]);
    if either.len() > 1 {
        out.insert("anyOf".to_owned(), Value::Array(either));
    } else {
        out.insert("required".to_owned(), json!([tag]));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::node;

    fn translated(components: &Value, schema: &Value) -> Value {
        let definitions = Definitions::new(&Document(node(components)), |_| false);
        definitions.document(&node(schema))
    }

    fn accepts(schema: Value, value: Value) -> bool {
        accepts_with(json!({}), schema, value)
    }

    fn accepts_with(components: Value, schema: Value, value: Value) -> bool {
        let document = translated(&components, &schema);
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
        let document = translated(&components, &schema);
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
