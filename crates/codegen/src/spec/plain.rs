//! What a spec says twice because other tools know no better way is taken out again, so that everything after reads one form:
//!
//! - The tag of a union's variant is pinned to its value (`enum: [SMS]`), by which validators tell the variants apart. Here the
//!   mapping of the discriminator says it, and the tag stays the open enum that it is.
//! - `type` stands beside `allOf`, because `nullable` counts only beside a `type`.
//! - A reference that may be null is `anyOf` of it and of null, because a null that the reference refuses stays refused.
//! - A discriminator asks for its tag in every object. Where a tag may be left out the union has an `x-discriminator`, which other
//!   tools pass over: they try the variants.
//! - Of a field that was renamed either name has to be there (`anyOf` of `required`). Here the first is the documented one, and
//!   `[[aliases]]` of `sdk.toml` says that both are one.
//! - The body of an example stands in the spec (`value`), where tools see it, and in a file (`x-file`), where it is edited.
//!
//! That the two agree is checked with everything else.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_json::Value;

use super::local_name;
use super::node::{Data, Node, escape};

/// Names the file of an example whose body is its `value`.
pub const FILE: &str = "x-file";

/// A discriminator whose tag may be left out.
pub const TAG_OR_NOT: &str = "x-discriminator";

/// Keys of data, which looks like anything.
const DATA: [&str; 3] = ["value", "example", "default"];

/// A spec in its plain form.
pub fn plain(written: &Node) -> Node {
    plain_node(written, &pins(written))
}

/// The pins of the tags of unions, by their pointers.
fn pins(root: &Node) -> BTreeSet<String> {
    let schemas = root.get("components").into_iter();
    let unions = schemas.flat_map(|components| components.entries("schemas"));
    let pins = unions.filter_map(|(_, union)| {
        let discriminator = discriminator(union)?;
        let tag = escape(discriminator.text("propertyName")?);
        let variants = discriminator.entries("mapping");
        let variants = variants.filter_map(|(_, target)| Some(local_name(target.str()?)));
        Some(variants.map(move |variant| {
            format!(
                "/components/schemas/{}/properties/{tag}/enum",
                escape(variant)
            )
        }))
    });
    pins.flatten().collect()
}

/// What tells the variants of a union apart, as it is written.
pub fn discriminator(union: &Node) -> Option<&Node> {
    let tag_or_not = union.get(TAG_OR_NOT).filter(|_| union.has("oneOf"));
    tag_or_not.or_else(|| union.get("discriminator"))
}

/// Whether a schema says nothing but null. The `type` that `nullable` asks for may stand there.
pub fn is_null(schema: &Node) -> bool {
    let [only] = schema.items("enum") else {
        return false;
    };
    *only.data() == Data::Leaf(Value::Null)
}

/// The names of which one has to be there: `anyOf: [{required: [a]}, {required: [b]}]`.
pub fn either_name(schema: &Node) -> Option<Vec<&Node>> {
    let name = |part: &'_ Node| part.map().count() == 1 && part.items("required").len() == 1;
    let parts = schema.items("anyOf");
    (!parts.is_empty() && parts.iter().all(name)).then(|| {
        parts
            .iter()
            .flat_map(|part| part.items("required"))
            .collect()
    })
}

fn plain_node(node: &Node, pins: &BTreeSet<String>) -> Node {
    let inner = |node: &Node| plain_node(node, pins);
    match node.data() {
        Data::Leaf(_) => return node.clone(),
        Data::List(items) => {
            return Node::new(
                node.place().clone(),
                Data::List(items.iter().map(inner).collect()),
            );
        }
        Data::Map(_) => {}
    }
    let in_file = node.text(FILE).is_some();
    let renamed = either_name(node);
    let parts = node.items("anyOf");
    let mut not_null = parts.iter().filter(|part| !is_null(part));
    let or_null = match (not_null.next(), not_null.next(), parts.len()) {
        (Some(of), None, 2) if renamed.is_none() => Some(of),
        _ => None,
    };
    let is_reference = or_null.is_some() || node.items("allOf").len() == 1;
    let mut entries = IndexMap::new();
    for (key, value) in node.map() {
        let dropped = match key {
            "value" => in_file,
            "nullable" => or_null.is_some(),
            "anyOf" => renamed.is_some(),
            "type" => is_reference && value.str().is_some(),
            _ => pins.contains(value.pointer()),
        };
        if dropped {
            continue;
        }
        let list = |items| Node::new(value.place().clone(), Data::List(items));
        let (key, value) = match (key, or_null) {
            (FILE, _) if in_file => ("externalValue", value.clone()),
            (TAG_OR_NOT, _) if node.has("oneOf") => ("discriminator", inner(value)),
            ("anyOf", Some(of)) => ("allOf", list(vec![inner(of)])),
            ("required", _) if let Some(names) = &renamed => {
                let names = value.list().iter().chain(names.first().copied());
                (key, list(names.cloned().collect()))
            }
            _ if DATA.contains(&key) => (key, value.clone()),
            _ => (key, inner(value)),
        };
        entries.insert(key.to_owned(), value);
    }
    let mut add = |key: &str, data| {
        let written = node.get(key).map(Node::place).cloned();
        let place = written.unwrap_or_else(|| node.place().below(key, node.line()));
        let value = Node::new(place, data);
        entries.entry(key.to_owned()).or_insert(value);
    };
    if or_null.is_some() {
        add("nullable", Data::Leaf(Value::Bool(true)));
    }
    if let Some(names) = renamed {
        add("required", Data::List(vec![names[0].clone()]));
    }
    Node::new(node.place().clone(), Data::Map(entries))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read_text(json: &str) -> String {
        let written = crate::spec::yaml::parse(json, std::path::Path::new("").into());
        serde_json::to_string(&plain(&written.expect("JSON is YAML"))).expect("JSON")
    }

    fn read(json: Value) -> Value {
        serde_json::from_str(&read_text(&json.to_string())).expect("JSON")
    }

    #[test]
    fn what_is_said_for_other_tools_is_taken_out() {
        let union = json!({
            "oneOf": [{ "$ref": "#/components/schemas/A" }],
            "discriminator": { "propertyName": "type", "mapping": { "a": "#/components/schemas/A" } },
        });
        let variant = |tag: Value| {
            json!({ "components": { "schemas": {
                "U": union.clone(),
                "A": { "properties": { "type": tag, "other": { "enum": ["x"] } } },
            } } })
        };
        assert_eq!(
            read(variant(
                json!({ "type": "string", "enum": ["a"], "allOf": [{ "$ref": "T" }] })
            )),
            variant(json!({ "allOf": [{ "$ref": "T" }] }))
        );
        assert_eq!(
            read(variant(json!({ "type": "string", "enum": ["a"] }))),
            variant(json!({ "type": "string" }))
        );
        for of_null in [
            json!({ "enum": [null] }),
            json!({ "enum": [null], "nullable": true, "type": "object" }),
        ] {
            assert_eq!(
                read(
                    json!({ "type": "object", "nullable": true, "anyOf": [{ "$ref": "U" }, of_null] })
                ),
                json!({ "nullable": true, "allOf": [{ "$ref": "U" }] })
            );
        }
        let tagged = |key: &str| json!({ "oneOf": [], key: { "propertyName": "type" } });
        assert_eq!(read(tagged(TAG_OR_NOT)), tagged("discriminator"));
        let either = json!([{ "required": ["a"] }, { "required": ["b"] }]);
        assert_eq!(
            read(json!({ "required": ["id"], "anyOf": either.clone() })),
            json!({ "required": ["id", "a"] })
        );
        assert_eq!(
            read(json!({ "anyOf": either })),
            json!({ "required": ["a"] })
        );
        let data = json!({ "allOf": [1], "type": "a", "x-file": "b", "value": 1 });
        assert_eq!(
            read(json!({ "e": { "x-file": "f", "value": data.clone() }, "example": data.clone() })),
            json!({ "e": { "externalValue": "f" }, "example": data })
        );
    }

    #[test]
    fn what_is_not_meant_for_them_stays_in_its_order() {
        for text in [
            r#"{"z":{"anyOf":[{"type":"string"},{"type":"integer"}]},"a":[1.5,-1,null,true,"x"]}"#,
            r#"{"type":"object","properties":{"type":{"type":"string"},"allOf":{"type":"array"}}}"#,
            r#"{"type":"string","allOf":[{},{}]}"#,
        ] {
            assert_eq!(read_text(text), text);
        }
    }
}
