//! What the document says of a part of an answer, through references and the parts of `allOf`, `oneOf` and `anyOf`.

use serde_json::Value;

/// More steps than this are a circle.
const DEEPEST: u8 = 16;

/// A schema of the document.
#[derive(Clone, Copy)]
pub(crate) struct Shape<'a> {
    document: &'a Value,
    schema: &'a Value,
}

impl<'a> Shape<'a> {
    pub(crate) fn new(document: &'a Value, schema: &'a Value) -> Self {
        Self { document, schema }
    }

    /// The first that is found in the schema itself or in a part of it.
    fn find<T>(self, look: &impl Fn(Self) -> Option<T>, steps: u8) -> Option<T> {
        let steps = steps.checked_sub(1)?;
        if let Some(reference) = self.schema["$ref"].as_str() {
            let schema = self.document.pointer(reference.strip_prefix('#')?)?;
            return Self { schema, ..self }.find(look, steps);
        }
        if let Some(found) = look(self) {
            return Some(found);
        }
        ["allOf", "oneOf", "anyOf"]
            .iter()
            .filter_map(|key| self.schema[*key].as_array())
            .flatten()
            .find_map(|schema| Self { schema, ..self }.find(look, steps))
    }

    fn below(self, look: impl Fn(&'a Value) -> Option<&'a Value>) -> Option<Self> {
        let found = self.find(&|shape: Self| look(shape.schema), DEEPEST)?;
        Some(Self {
            schema: found,
            ..self
        })
    }

    /// Under which name the document has it.
    pub(crate) fn name(self) -> Option<&'a str> {
        let parts = self.schema["allOf"].as_array().into_iter().flatten();
        let mut references = std::iter::once(self.schema).chain(parts);
        let reference = references.find_map(|part| part["$ref"].as_str());
        reference?.rsplit('/').next()
    }

    pub(crate) fn property(self, name: &str) -> Option<Self> {
        self.below(|schema| schema["properties"].get(name))
    }

    pub(crate) fn items(self) -> Option<Self> {
        self.below(|schema| schema.get("items"))
    }

    /// What stands at a JSON pointer of the answer.
    pub(crate) fn at(self, pointer: &str) -> Option<Self> {
        let mut steps = pointer.split('/').skip(1);
        steps.try_fold(self, Self::property)
    }

    /// Whether an object of this kind has to have the property.
    pub(crate) fn requires(self, name: &str) -> bool {
        let is_named = |schema: &Value| {
            let mut names = schema["required"].as_array().into_iter().flatten();
            names.any(|required| required == name)
        };
        let look = |shape: Self| is_named(shape.schema).then_some(());
        self.find(&look, DEEPEST).is_some()
    }

    /// The documented values of a text, whether there can be others or not.
    pub(crate) fn values(self) -> Vec<Value> {
        let look = |shape: Self| {
            let keys = ["enum", "x-extensible-enum"].iter();
            let mut found = keys.filter_map(|key| shape.schema[*key].as_array());
            found.next().cloned()
        };
        let values = self.find(&look, DEEPEST).unwrap_or_default();
        values.into_iter().filter(Value::is_string).collect()
    }

    /// Whether it is of one of several kinds: what tells them apart goes with the rest.
    pub(crate) fn is_union(self) -> bool {
        let parts = |shape: Self| {
            ["oneOf", "anyOf"]
                .iter()
                .find_map(|key| shape.schema.get(*key))
        };
        self.find(&parts, DEEPEST).is_some()
    }

    pub(crate) fn is_list(self) -> bool {
        let look = |shape: Self| shape.schema["type"].as_str().map(|kind| kind == "array");
        self.find(&look, DEEPEST).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Shape;

    #[test]
    fn properties_are_found_in_parts_and_circles_end() {
        let document = json!({
            "call": {"allOf": [{"$ref": "#/base"}, {"required": ["b"], "properties": {"b": {"enum": ["x", null]}}}]},
            "base": {"properties": {"a": {"type": "array", "items": {"$ref": "#/call"}}}},
            "circle": {"$ref": "#/circle"},
        });
        let shape = Shape::new(&document, &document["call"]);
        let again = shape.property("a").and_then(Shape::items).expect("a list");
        assert_eq!(again.at("/b").expect("is there").values(), [json!("x")]);
        assert!(!shape.is_union() && Shape::new(&document, &json!({"oneOf": []})).is_union());
        assert!(again.requires("b") && !again.requires("a"));
        assert!(shape.property("a").expect("is there").is_list());
        assert!(
            Shape::new(&document, &document["circle"])
                .property("a")
                .is_none()
        );
    }
}
