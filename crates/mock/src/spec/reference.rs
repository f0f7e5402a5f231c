//! A JSON document whose parts may point to other parts of it.

use serde::Deserialize;
use serde_json::Value;

use super::SpecError;

/// So many references in a row are a circle.
const DEEPEST: usize = 32;

/// A place in an OpenAPI document.
#[derive(Clone)]
pub(crate) struct Node<'a> {
    root: &'a Value,
    value: &'a Value,
    pointer: String,
}

impl<'a> Node<'a> {
    pub(crate) fn root(root: &'a Value) -> Self {
        Self {
            root,
            value: root,
            pointer: String::new(),
        }
    }

    /// A member of an object or an item of an array, references followed.
    pub(crate) fn get(&self, key: &str) -> Result<Option<Self>, SpecError> {
        self.value
            .get(key)
            .map(|value| self.below(key, value).followed())
            .transpose()
    }

    /// A member that has to be there.
    pub(crate) fn require(&self, key: &str) -> Result<Self, SpecError> {
        self.get(key)?
            .ok_or_else(|| self.error(format!("`{key}` is not there")))
    }

    /// The members of an object, sorted by name however they stand there; none if it is something else.
    pub(crate) fn members(&self) -> Result<Vec<(&'a str, Self)>, SpecError> {
        let members = self.value.as_object().into_iter().flatten();
        let mut members = members
            .map(|(key, value)| Ok((key.as_str(), self.below(key, value).followed()?)))
            .collect::<Result<Vec<_>, _>>()?;
        members.sort_by_key(|(key, _)| *key);
        Ok(members)
    }

    /// The items of an array; none if it is something else.
    pub(crate) fn items(&self) -> Result<Vec<Self>, SpecError> {
        let items = self.value.as_array().into_iter().flatten();
        items
            .enumerate()
            .map(|(index, value)| self.below(&index.to_string(), value).followed())
            .collect()
    }

    /// What stands here, in a shape of our own.
    pub(crate) fn read<T: Deserialize<'a>>(&self) -> Result<T, SpecError> {
        T::deserialize(self.value).map_err(|error| self.error(error.to_string()))
    }

    /// What stands under a key, if anything does.
    pub(crate) fn read_member<T: Deserialize<'a>>(
        &self,
        key: &str,
    ) -> Result<Option<T>, SpecError> {
        self.get(key)?.map(|member| member.read()).transpose()
    }

    pub(crate) fn error(&self, what: impl Into<String>) -> SpecError {
        SpecError::new(format!("/openapi{}", self.pointer), what)
    }

    fn below(&self, key: &str, value: &'a Value) -> Self {
        let key = key.replace('~', "~0").replace('/', "~1");
        Self {
            root: self.root,
            value,
            pointer: format!("{}/{key}", self.pointer),
        }
    }

    fn followed(mut self) -> Result<Self, SpecError> {
        for _ in 0..DEEPEST {
            let Some(reference) = self.value.get("$ref").and_then(Value::as_str) else {
                return Ok(self);
            };
            let pointer = reference
                .strip_prefix('#')
                .ok_or_else(|| self.error(format!("`{reference}` points outside the document")))?;
            let value = self
                .root
                .pointer(pointer)
                .ok_or_else(|| self.error(format!("`{reference}` points to nothing")))?;
            self = Self {
                root: self.root,
                value,
                pointer: pointer.to_owned(),
            };
        }
        Err(self.error("the reference leads in a circle"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Node;

    #[test]
    fn references_are_followed_and_located() {
        let document = json!({"a": {"$ref": "#/b/c~1d"}, "b": {"c/d": {"x": "text"}}});
        let node = Node::root(&document).require("a").expect("leads somewhere");
        let error = node
            .require("x")
            .and_then(|x| x.read::<u8>())
            .expect_err("not a number");
        assert_eq!(error.pointer, "/openapi/b/c~1d/x");
    }

    #[test]
    fn a_circle_ends() {
        let document = json!({"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}});
        let error = Node::root(&document).get("a").err().expect("a circle");
        assert!(error.what.contains("circle"), "{error}");
    }

    #[test]
    fn a_reference_to_nothing_or_elsewhere_is_an_error() {
        for target in ["#/nowhere", "other.yaml#/a"] {
            let document = json!({"a": {"$ref": target}});
            let error = Node::root(&document).get("a").err().expect("no target");
            assert!(error.what.contains(target), "{error}");
        }
    }
}
