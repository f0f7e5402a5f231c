//! Request bodies: what a JSON body has to look like.

use std::sync::Arc;

use serde_json::Value;

use super::reference::Node;
use super::schema::Schema;
use super::{MISSING, Malformed, SpecError};

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

    /// Whether a body fits; if not, where it does not and what it should have been. The reason repeats nothing that it holds.
    pub(crate) fn check(&self, content_type: Option<&str>, body: &[u8]) -> Result<(), Malformed> {
        let given = content_type.unwrap_or_default();
        if !given.starts_with(&self.media_type) {
            let why = format!("is not said to be {}", self.media_type);
            return Err(malformed(&[], why));
        }
        let (Some(schema), "application/json") = (&self.schema, self.media_type.as_str()) else {
            return Ok(());
        };
        let value: Value =
            serde_json::from_slice(body).map_err(|_| malformed(&[], "is no JSON".to_owned()))?;
        let mut place = Vec::new();
        self.value(&value, schema, &mut place)
            .map_err(|why| malformed(&place, why))
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

    fn value(&self, value: &Value, schema: &Value, place: &mut Vec<Step>) -> Result<(), String> {
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

    fn object(&self, value: &Value, schema: &Value, place: &mut Vec<Step>) -> Result<(), String> {
        let fields = value.as_object().ok_or("is no object")?;
        let required = schema["required"].as_array();
        let required = required.into_iter().flatten().filter_map(Value::as_str);
        for name in required {
            if !fields.contains_key(name) {
                place.push(Step::Property(name.to_owned()));
                return Err(MISSING.to_owned());
            }
        }
        for (name, value) in fields {
            let (known, step) = match schema["properties"].get(name) {
                Some(known) => (Some(known), Step::Property(name.clone())),
                None => (schema.get("additionalProperties"), Step::Key(name.clone())),
            };
            let Some(known) = known.filter(|known| known.is_object()) else {
                continue;
            };
            place.push(step);
            self.value(value, known, place)?;
            place.pop();
        }
        Ok(())
    }

    fn list(&self, value: &Value, schema: &Value, place: &mut Vec<Step>) -> Result<(), String> {
        let items = value.as_array().ok_or("is no list")?;
        Count::of(schema).check(items.len())?;
        for (index, item) in items.iter().enumerate() {
            place.push(Step::Item(index));
            self.value(item, &schema["items"], place)?;
            place.pop();
        }
        Ok(())
    }
}

/// A step into a body.
enum Step {
    Property(String),
    /// A key of a map, which can be data.
    Key(String),
    Item(usize),
}

fn malformed(place: &[Step], why: String) -> Malformed {
    let described = |place: &[Step]| {
        let steps = place.iter().map(|step| match step {
            Step::Property(name) => format!("/{name}"),
            Step::Key(_) => "/…".to_owned(),
            Step::Item(index) => format!("/{index}"),
        });
        let steps: String = steps.collect();
        if steps.is_empty() {
            steps
        } else {
            format!("at `{steps}` ")
        }
    };
    let missing = why == MISSING;
    let reason = match place.split_last() {
        Some((Step::Property(name), around)) if missing => {
            format!("the body {}has no `{name}`", described(around))
        }
        _ => format!("the body {}{why}", described(place)),
    };
    let steps = place.iter().map(|step| match step {
        Step::Property(name) | Step::Key(name) => Value::from(name.as_str()),
        Step::Item(index) => Value::from(*index),
    });
    Malformed {
        place: std::iter::once(Value::from("body")).chain(steps).collect(),
        missing,
        contradicts: false,
        what: why,
        reason,
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

    fn wrong(content_type: &str, body: &str) -> Option<Malformed> {
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
        schema.check(Some(content_type), body.as_bytes()).err()
    }

    fn told(content_type: &str, body: &str) -> String {
        let wrong = wrong(content_type, body);
        wrong.map(|wrong| wrong.reason).unwrap_or_default()
    }

    #[test]
    fn a_place_leads_to_what_is_wrong() {
        for (body, place, what) in [
            ("m4rker", json!(["body"]), "is no JSON"),
            ("{}", json!(["body", "name"]), "is missing"),
            (
                r#"{"name": "a", "nodes": [{"name": "b", "nodes": [{"name": "c"}]}, {"name": "b", "size": "x"}]}"#,
                json!(["body", "nodes", 1, "size"]),
                "is not of the type `integer`",
            ),
            (
                r#"{"name": "a", "parent": {}}"#,
                json!(["body", "parent", "name"]),
                "is missing",
            ),
            (
                r#"{"name": "a", "counts": {"k": "x"}}"#,
                json!(["body", "counts", "k"]),
                "is not of the type `number`",
            ),
        ] {
            let wrong = wrong("application/json", body).expect("it does not fit");
            assert_eq!((json!(wrong.place), wrong.what.as_str()), (place, what));
            assert_eq!(wrong.missing, what == "is missing");
        }
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
