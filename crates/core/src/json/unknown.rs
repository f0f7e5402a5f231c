//! What an object of a union is kept as that nobody knows.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

/// A key that stands in front of an object which must be kept as it came although its tag is known: what is inside
/// the object does not fit the variant. Only repaired text holds it; a service that sent it would reach
/// `Unknown` with the object inside, where it would have got without it, too.
pub(crate) const AS_SENT: &str = "callslip:as-sent";

/// An object of a union that is none of the known variants, as it came.
///
/// Its tag is unknown, absent or no string (and nothing else tells which variant it is), or its tag is known but the content does
/// not fit. `Debug` shows the tag and the number of fields only, because the content can be anything, personal data included.
///
/// ```
/// use callslip_core::UnknownVariant;
/// use serde_json::{Map, json};
///
/// let fields = Map::from_iter([("kind".to_owned(), json!("fax")), ("pages".to_owned(), json!(3))]);
/// let unknown = UnknownVariant::new("kind", fields);
/// assert_eq!(unknown.tag(), Some("fax"));
/// assert_eq!(unknown.get("pages"), Some(&json!(3)));
/// assert_eq!(format!("{unknown:?}"), r#"UnknownVariant { tag: Some("fax"), fields: 2 }"#);
/// ```
#[derive(Clone, PartialEq)]
pub struct UnknownVariant {
    tag_name: &'static str,
    fields: Map<String, Value>,
}

impl UnknownVariant {
    /// An object, and the name of the field that is its tag. For tests of code that handles unknown variants.
    pub const fn new(tag_name: &'static str, fields: Map<String, Value>) -> Self {
        Self { tag_name, fields }
    }

    /// Of entries as they came; of two equal keys the later one counts.
    pub(crate) fn of(tag_name: &'static str, entries: Vec<(String, Value)>) -> Self {
        let mut fields = Map::new();
        // Collecting would sort first, which is a lot of code in every program.
        for (key, value) in entries {
            fields.insert(key, value);
        }
        let is_alone = fields.len() == 1;
        let fields = match fields.get_mut(AS_SENT) {
            Some(Value::Object(sent)) if is_alone => std::mem::take(sent),
            _ => fields,
        };
        Self { tag_name, fields }
    }

    /// The value of the tag, if it is there and a string.
    pub fn tag(&self) -> Option<&str> {
        self.get(self.tag_name).and_then(Value::as_str)
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.fields.get(name)
    }

    /// All fields, the tag among them.
    pub const fn as_map(&self) -> &Map<String, Value> {
        &self.fields
    }

    /// All fields, the tag among them.
    pub fn into_map(self) -> Map<String, Value> {
        self.fields
    }
}

impl fmt::Debug for UnknownVariant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A tag is a word of the service's own. Anything longer is something else and is not shown whole.
        const LONGEST_TAG: usize = 64;
        let tag = self.tag().map(|tag| {
            let longest = tag.char_indices().nth(LONGEST_TAG);
            match longest.and_then(|(end, _)| tag.get(..end)) {
                Some(start) => Cow::Owned(format!("{start}…")),
                None => Cow::Borrowed(tag),
            }
        });
        f.debug_struct("UnknownVariant")
            .field("tag", &tag)
            .field("fields", &self.fields.len())
            .finish()
    }
}

impl Serialize for UnknownVariant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.fields.serialize(serializer)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for UnknownVariant {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "UnknownVariant".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "object" })
    }
}
