//! A string that some services send as a list of strings.

use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A string, or a list of strings; which of the two it was survives a round trip.
///
/// ```
/// # use callslip_core::OneOrMany;
/// let messages = OneOrMany::from(vec!["page is too big".to_owned(), "limit is unknown".to_owned()]);
/// assert_eq!(messages.join(", "), "page is too big, limit is unknown");
/// assert_eq!(OneOrMany::from("not found").to_string(), "not found");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OneOrMany {
    /// It was a string.
    One(String),
    /// It was a list of strings.
    Many(Vec<String>),
}

impl OneOrMany {
    /// The strings in their order.
    pub fn iter(&self) -> std::slice::Iter<'_, String> {
        self.as_slice().iter()
    }

    /// The strings with a separator between them.
    pub fn join(&self, separator: &str) -> String {
        self.as_slice().join(separator)
    }

    /// The strings as a slice.
    pub fn as_slice(&self) -> &[String] {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::Many(texts) => texts,
        }
    }

    /// The first string, if there is one.
    pub fn first(&self) -> Option<&str> {
        self.as_slice().first().map(String::as_str)
    }

    /// How many strings there are.
    pub fn len(&self) -> usize {
        self.as_slice().len()
    }

    /// Whether there is no string: an empty list. A single empty string counts as one.
    pub fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }
}

/// As it came: a string, or a list of strings.
impl Serialize for OneOrMany {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(text) => serializer.serialize_str(text),
            Self::Many(texts) => serializer.collect_seq(texts),
        }
    }
}

/// The empty list.
impl Default for OneOrMany {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

/// All strings, joined by a comma and a space.
impl fmt::Display for OneOrMany {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.join(", "))
    }
}

impl From<&str> for OneOrMany {
    fn from(text: &str) -> Self {
        Self::One(text.to_owned())
    }
}

impl From<String> for OneOrMany {
    fn from(text: String) -> Self {
        Self::One(text)
    }
}

impl From<Vec<String>> for OneOrMany {
    fn from(texts: Vec<String>) -> Self {
        Self::Many(texts)
    }
}

impl<'a> IntoIterator for &'a OneOrMany {
    type Item = &'a String;
    type IntoIter = std::slice::Iter<'a, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for OneOrMany {
    type Item = String;
    type IntoIter = std::vec::IntoIter<String>;

    fn into_iter(self) -> Self::IntoIter {
        let texts = match self {
            Self::One(text) => vec![text],
            Self::Many(texts) => texts,
        };
        texts.into_iter()
    }
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;

        impl<'de> Visitor<'de> for Texts {
            type Value = OneOrMany;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a list of strings")
            }

            fn visit_str<E>(self, text: &str) -> Result<OneOrMany, E> {
                Ok(OneOrMany::One(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<OneOrMany, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(items)).map(OneOrMany::Many)
            }
        }

        deserializer.deserialize_any(Texts)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for OneOrMany {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OneOrMany".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::OneOrMany;

    #[test]
    fn both_forms_survive_a_round_trip() {
        for json in [r#""a""#, r#"["a","b"]"#, "[]", r#"["a"]"#, r#""""#] {
            let value: OneOrMany = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&value).unwrap(), json);
        }
    }

    #[test]
    fn nothing_else_is_read() {
        for json in ["1", "null", "{}", r#"["a",1]"#, "[null]"] {
            assert!(serde_json::from_str::<OneOrMany>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn reads_as_one_line() {
        let many = OneOrMany::from(vec!["a".to_owned(), "b".to_owned()]);
        assert_eq!(many.to_string(), "a, b");
        assert_eq!(many.join("; "), "a; b");
        assert_eq!(many.iter().len(), 2);
        assert_eq!(many.first(), Some("a"));
        assert_eq!(OneOrMany::from("c").to_string(), "c");
        assert!(OneOrMany::default().is_empty());
        assert_eq!(many.into_iter().collect::<Vec<_>>(), ["a", "b"]);
    }
}
