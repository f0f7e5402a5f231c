//! Request bodies: what a JSON body has to look like.

use std::fmt::Write as _;
use std::sync::Arc;

use serde_json::Value;

use super::reference::Node;
use super::schema::Schema;
use super::{Malformed, SpecError};

/// The body that an operation takes.
#[derive(Debug)]
pub(crate) struct RequestBody {
    media_type: String,
    /// The whole document, since schemas refer to others and to themselves.
    document: Arc<Value>,
    schema: Option<Value>,
}

impl RequestBody {
    pub(crate) fn compile(node: &Node<'_>, document: &Arc<Value>) -> Result<Self, SpecError> {
        let content = node.require("content")?;
        let (media_type, content) = content
            .members()?
            .into_iter()
            .next()
            .ok_or_else(|| content.error("there is no media type"))?;
        Ok(Self {
            media_type: media_type.to_owned(),
            document: Arc::clone(document),
            schema: content.read_member("schema")?,
        })
    }

    /// Whether a body fits; if not, where it does not and what it should have been. Nothing that it holds is repeated.
    pub(crate) fn check(&self, content_type: Option<&str>, body: &[u8]) -> Result<(), Malformed> {
        let malformed = |name: Option<&str>, missing, reason| Malformed {
            name: name.map(ToOwned::to_owned),
            missing,
            reason,
        };
        let given = content_type.unwrap_or_default();
        if !given.starts_with(&self.media_type) {
            let reason = format!("the body is not said to be {}", self.media_type);
            return Err(malformed(None, false, reason));
        }
        let (Some(schema), "application/json") = (&self.schema, self.media_type.as_str()) else {
            return Ok(());
        };
        let value: Value = serde_json::from_slice(body)
            .map_err(|_| malformed(None, false, "the body is no JSON".to_owned()))?;
        let mut place = String::new();
        self.value(&value, schema, &mut place).map_err(|why| {
            let reason = format!("the body {}{why}", described(&place));
            let lacks = why
                .strip_prefix("has no `")
                .and_then(|rest| rest.strip_suffix('`'));
            let last = place.rsplit('/').next().filter(|name| !name.is_empty());
            malformed(lacks.or(last), lacks.is_some(), reason)
        })
    }

    /// What the service takes a property for where it is not sent.
    pub(crate) fn presumed(&self, name: &str) -> Option<u64> {
        let (body, _) = self.followed(self.schema.as_ref()?)?;
        let (property, _) = self.followed(body["properties"].get(name)?)?;
        property["default"].as_u64()
    }

    /// The names of what an object has in it.
    pub(crate) fn properties(&self) -> Vec<String> {
        let body = self
            .schema
            .as_ref()
            .and_then(|schema| self.followed(schema));
        let properties = body.and_then(|(body, _)| body["properties"].as_object());
        properties.map_or_else(Vec::new, |properties| properties.keys().cloned().collect())
    }

    /// What a schema is, through references and the `allOf` around one.
    fn followed<'a>(&'a self, mut schema: &'a Value) -> Option<(&'a Value, bool)> {
        let mut nullable = false;
        // More steps than this are a circle.
        for _ in 0..32 {
            nullable |= schema["nullable"] == true;
            schema = match (schema["$ref"].as_str(), schema["allOf"].as_array()) {
                (Some(reference), _) => self.document.pointer(reference.strip_prefix('#')?)?,
                (None, Some(parts)) => parts.first()?,
                (None, None) => return Some((schema, nullable)),
            };
        }
        None
    }

    fn value(&self, value: &Value, schema: &Value, place: &mut String) -> Result<(), String> {
        let Some((schema, nullable)) = self.followed(schema) else {
            return Ok(());
        };
        if value.is_null() && nullable {
            return Ok(());
        }
        match schema["type"].as_str() {
            Some("object") => self.object(value, schema, place),
            Some("array") => self.list(value, schema, place),
            Some(kind) => plain(value, schema, kind),
            // A union or anything: the mock does not look into it.
            None => Ok(()),
        }
    }

    fn object(&self, value: &Value, schema: &Value, place: &mut String) -> Result<(), String> {
        let fields = value.as_object().ok_or("is no object")?;
        let required = schema["required"].as_array();
        let required = required.into_iter().flatten().filter_map(Value::as_str);
        for name in required {
            if !fields.contains_key(name) {
                return Err(format!("has no `{name}`"));
            }
        }
        let length = place.len();
        for (name, value) in fields {
            let (known, step) = match schema["properties"].get(name) {
                Some(known) => (Some(known), name.as_str()),
                // A key of a map can be data.
                None => (schema.get("additionalProperties"), "…"),
            };
            let Some(known) = known.filter(|known| known.is_object()) else {
                continue;
            };
            place.push('/');
            place.push_str(step);
            self.value(value, known, place)?;
            place.truncate(length);
        }
        Ok(())
    }

    fn list(&self, value: &Value, schema: &Value, place: &mut String) -> Result<(), String> {
        let items = value.as_array().ok_or("is no list")?;
        Count::of(schema).check(items.len())?;
        let length = place.len();
        for (index, item) in items.iter().enumerate() {
            // Writing to a text does not fail.
            let _ = write!(place, "/{index}");
            self.value(item, &schema["items"], place)?;
            place.truncate(length);
        }
        Ok(())
    }
}

fn described(place: &str) -> String {
    if place.is_empty() {
        String::new()
    } else {
        format!("at `{place}` ")
    }
}

fn plain(value: &Value, schema: &Value, kind: &str) -> Result<(), String> {
    let fits = match kind {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        _ => true,
    };
    if !fits {
        return Err(format!("is not of the type `{kind}`"));
    }
    let schema: Schema = serde_json::from_value(schema.clone()).unwrap_or_default();
    match value.as_str() {
        Some(text) => schema.check(text),
        None => schema.check(&value.to_string()),
    }
}

/// How many items a list has.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    min: Option<u64>,
    max: Option<u64>,
}

impl Count {
    pub(crate) fn of(schema: &Value) -> Self {
        Self {
            min: schema["minItems"].as_u64(),
            max: schema["maxItems"].as_u64(),
        }
    }

    pub(crate) fn check(self, items: usize) -> Result<(), String> {
        let items = items as u64;
        match (self.min, self.max) {
            (Some(min), _) if items < min => Err(format!("has fewer than {min} items")),
            (_, Some(max)) if items > max => Err(format!("has more than {max} items")),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(content_type: &str, body: &str) -> String {
        let document = Arc::new(json!({
            "body": {"content": {"application/json": {"schema": {"$ref": "#/node"}}}},
            "node": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "minLength": 1},
                    "size": {"type": "integer", "maximum": 9, "nullable": true},
                    "nodes": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"$ref": "#/node"}},
                    "parent": {"description": "d", "nullable": true, "allOf": [{"$ref": "#/node"}]},
                    "counts": {"type": "object", "additionalProperties": {"type": "number"}},
                    "anything": {},
                },
            },
        }));
        let node = Node::root(&document).require("body").expect("is there");
        let schema = RequestBody::compile(&node, &document).expect("a body");
        let checked = schema.check(Some(content_type), body.as_bytes());
        checked.err().map(|wrong| wrong.reason).unwrap_or_default()
    }

    #[test]
    fn bodies_that_fit_pass() {
        for body in [
            r#"{"name": "a"}"#,
            r#"{"name": "a", "size": null, "parent": null, "anything": [1], "unknown": 1}"#,
            r#"{"name": "a", "size": 9, "nodes": [{"name": "b", "nodes": [{"name": "c"}]}], "counts": {"k": 1.5}}"#,
        ] {
            assert_eq!(told("application/json", body), "", "{body}");
        }
    }

    #[test]
    fn bodies_that_do_not_are_told_with_the_place() {
        for (body, wanted) in [
            ("m4rker", "the body is no JSON"),
            ("[]", "the body is no object"),
            ("{}", "the body has no `name`"),
            (
                r#"{"name": 7}"#,
                "the body at `/name` is not of the type `string`",
            ),
            (r#"{"name": ""}"#, "the body at `/name` is shorter than 1"),
            (
                r#"{"name": null}"#,
                "the body at `/name` is not of the type `string`",
            ),
            (
                r#"{"name": "a", "size": 10}"#,
                "the body at `/size` is more than 9",
            ),
            (
                r#"{"name": "a", "size": 1.5}"#,
                "the body at `/size` is not of the type `integer`",
            ),
            (
                r#"{"name": "a", "nodes": []}"#,
                "the body at `/nodes` has fewer than 1 items",
            ),
            (
                r#"{"name": "a", "nodes": [1, 2, 3]}"#,
                "the body at `/nodes` has more than 2 items",
            ),
            (
                r#"{"name": "a", "nodes": [{"name": "b"}, {}]}"#,
                "the body at `/nodes/1` has no `name`",
            ),
            (
                r#"{"name": "a", "counts": {"m4rker": "m4rker"}}"#,
                "the body at `/counts/…` is not of the type `number`",
            ),
        ] {
            assert_eq!(told("application/json; charset=utf-8", body), wanted);
        }
        let wanted = "the body is not said to be application/json";
        assert_eq!(told("text/plain", "{}"), wanted);
    }
}
