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
//! That the two agree is checked by [`other_tools`](crate::check).

use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Number, Value};

use crate::model::local_name;

/// Names the file of an example whose body is its `value`.
pub const FILE: &str = "x-file";

/// A discriminator whose tag may be left out.
pub const TAG_OR_NOT: &str = "x-discriminator";

/// The JSON text of a spec in its plain form. The order of the author stays, which a tree of `Value` would not keep.
pub fn plain(json: &str) -> serde_json::Result<String> {
    let mut tree: Tree = serde_json::from_str(json)?;
    tree.plain();
    let pinned = pinned(&tree);
    let mut schemas = tree
        .get_mut("components")
        .and_then(|it| it.get_mut("schemas"));
    for (variant, tag) in pinned {
        let property = schemas.as_mut().and_then(|schemas| {
            schemas
                .get_mut(&variant)?
                .get_mut("properties")?
                .get_mut(&tag)
        });
        if let Some(property) = property {
            property.remove("enum");
        }
    }
    serde_json::to_string(&tree)
}

/// Each variant of a union, and the union's tag.
fn pinned(tree: &Tree) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let schemas = tree.get("components").and_then(|it| it.get("schemas"));
    for (_, schema) in schemas.into_iter().flat_map(Tree::entries) {
        let Some(discriminator) = schema.get("discriminator") else {
            continue;
        };
        let Some(tag) = discriminator.get("propertyName").and_then(Tree::text) else {
            continue;
        };
        let mapping = discriminator.get("mapping");
        for (_, target) in mapping.into_iter().flat_map(Tree::entries) {
            if let Some(target) = target.text() {
                found.push((local_name(target).to_owned(), tag.to_owned()));
            }
        }
    }
    found
}

/// Whether a schema says nothing but null. The `type` that `nullable` asks for may stand there.
pub fn is_null(schema: &Value) -> bool {
    schema["enum"] == serde_json::json!([null])
}

/// JSON whose objects keep their order.
#[derive(Clone)]
pub(super) enum Tree {
    Object(Vec<(String, Tree)>),
    List(Vec<Tree>),
    Leaf(Value),
}

impl Tree {
    fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Object(entries) => entries,
            _ => &[],
        }
    }

    fn get(&self, key: &str) -> Option<&Self> {
        let (_, value) = self.entries().iter().find(|(name, _)| name == key)?;
        Some(value)
    }

    fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        let Self::Object(entries) = self else {
            return None;
        };
        let (_, value) = entries.iter_mut().find(|(name, _)| name == key)?;
        Some(value)
    }

    fn remove(&mut self, key: &str) {
        if let Self::Object(entries) = self {
            entries.retain(|(name, _)| name != key);
        }
    }

    fn rename(&mut self, from: &str, to: &str) {
        if let Self::Object(entries) = self
            && let Some((name, _)) = entries.iter_mut().find(|(name, _)| name == from)
        {
            to.clone_into(name);
        }
    }

    fn text(&self) -> Option<&str> {
        match self {
            Self::Leaf(Value::String(text)) => Some(text),
            _ => None,
        }
    }

    fn list(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    fn says_null(&self) -> bool {
        let values = self.get("enum").map_or(&[][..], Self::list);
        matches!(values, [Self::Leaf(Value::Null)])
    }

    /// `anyOf: [{required: [a]}, {required: [b]}]`: `a` is required.
    fn plain_names(&mut self) {
        let parts = self.get("anyOf").map_or(&[][..], Self::list);
        let names: Option<Vec<Self>> = parts
            .iter()
            .map(
                |part| match (part.entries(), part.get("required")?.list()) {
                    ([_], [name]) => Some(name.clone()),
                    _ => None,
                },
            )
            .collect();
        let Some(first) = names.and_then(|names| names.into_iter().next()) else {
            return;
        };
        self.remove("anyOf");
        if let Some(Self::List(required)) = self.get_mut("required") {
            required.push(first);
        } else if let Self::Object(entries) = self {
            entries.push(("required".to_owned(), Self::List(vec![first])));
        }
    }

    fn plain(&mut self) {
        if self.get(FILE).and_then(Self::text).is_some() {
            self.remove("value");
            self.rename(FILE, "externalValue");
        }
        if self.get(TAG_OR_NOT).is_some() && self.get("oneOf").is_some() {
            self.rename(TAG_OR_NOT, "discriminator");
        }
        self.plain_names();
        let parts = self.get("anyOf").map_or(&[][..], Self::list);
        let of: Vec<_> = parts.iter().filter(|part| !part.says_null()).collect();
        if let [of] = of.as_slice()
            && parts.len() == 2
        {
            let of = (*of).clone();
            self.rename("anyOf", "allOf");
            if let Some(parts) = self.get_mut("allOf") {
                *parts = Self::List(vec![of]);
            }
            self.remove("nullable");
            if let Self::Object(entries) = self {
                entries.push(("nullable".to_owned(), Self::Leaf(Value::Bool(true))));
            }
        }
        if self.get("allOf").map_or(0, |parts| parts.list().len()) == 1
            && self.get("type").and_then(Self::text).is_some()
        {
            self.remove("type");
        }
        match self {
            Self::Object(entries) => entries
                .iter_mut()
                // Data looks like anything.
                .filter(|(name, _)| !matches!(name.as_str(), "value" | "example" | "default"))
                .for_each(|(_, value)| value.plain()),
            Self::List(items) => items.iter_mut().for_each(Self::plain),
            Self::Leaf(_) => {}
        }
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Leaf(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Tree;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Tree::Object(entries))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Tree::List(items))
            }

            fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
                Ok(Tree::Leaf(text.into()))
            }

            fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
                Ok(Tree::Leaf(value.into()))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
                Ok(Tree::Leaf(value.into()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
                Ok(Tree::Leaf(value.into()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
                Ok(Tree::Leaf(
                    Number::from_f64(value).map_or(Value::Null, Value::Number),
                ))
            }

            fn visit_unit<E>(self) -> Result<Tree, E> {
                Ok(Tree::Leaf(Value::Null))
            }
        }

        deserializer.deserialize_any(Any)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(json: Value) -> Value {
        let text = plain(&json.to_string()).expect("JSON");
        serde_json::from_str(&text).expect("JSON")
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
            assert_eq!(plain(text).expect("JSON"), text);
        }
    }
}
