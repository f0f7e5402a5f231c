//! Parameters: where they stand and what they hold.

use serde::Deserialize;

use serde_json::Value;

use super::body::Count;
use super::reference::Node;
use super::schema::Schema;
use super::{MISSING, Malformed, SpecError};

/// An id of fewer characters has no form that tells it.
const SHORTEST_FORM: usize = 8;

/// One parameter of an operation.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) location: Location,
    pub(crate) required: bool,
    pub(crate) list: Option<List>,
    /// Of the value, or of each value of a list.
    pub(crate) schema: Schema,
    /// The value that the document shows, as text.
    pub(crate) example: Option<String>,
}

/// A parameter that has several values.
#[derive(Debug)]
pub(crate) struct List {
    /// They stand in one piece with commas between them; else the parameter is repeated.
    in_one_piece: bool,
    count: Count,
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Location {
    Path,
    Query,
    Header,
}

/// A value as it stands in a query or a path.
pub(crate) fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), ToOwned::to_owned)
}

impl Parameter {
    pub(crate) fn compile(node: &Node<'_>) -> Result<Self, SpecError> {
        let mut schema = node.require("schema")?;
        let location = node.require("in")?.read()?;
        let mut list = None;
        let kind: Option<String> = schema.read_member("type")?;
        if location == Location::Query && kind.as_deref() == Some("array") {
            let described: Value = schema.read()?;
            list = Some(List {
                in_one_piece: node.read_member("explode")? == Some(false),
                count: Count::of(&described),
            });
            schema = schema.require("items")?;
        }
        Ok(Self {
            name: node.require("name")?.read()?,
            location,
            required: node.read_member("required")?.unwrap_or(false),
            list,
            schema: Schema::compile(&schema)?,
            example: node
                .read_member::<Value>("example")?
                .map(|example| text(&example)),
        })
    }

    /// The values that stand in what was sent.
    pub(crate) fn split(&self, sent: Vec<String>) -> Result<Vec<String>, String> {
        let Some(list) = self.list.as_ref().filter(|_| !sent.is_empty()) else {
            return Ok(sent);
        };
        let values: Vec<String> = if list.in_one_piece {
            let pieces = sent.iter().flat_map(|value| value.split(','));
            pieces.map(ToOwned::to_owned).collect()
        } else {
            sent
        };
        list.count.check(values.len())?;
        Ok(values)
    }

    /// Whether it says which record is wanted.
    pub(crate) fn is_id(&self) -> bool {
        match self.location {
            Location::Path => true,
            Location::Query => self.required && self.name.to_ascii_lowercase().ends_with("id"),
            Location::Header => false,
        }
    }

    /// Whether a word is an id of what it asks for: the one that the document shows, or one of that form.
    pub(crate) fn is_said_by(&self, word: &str) -> bool {
        let of_form = |example: &str| {
            let agree =
                |(a, b): (u8, u8)| a == b || (a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
            example.len() == word.len() && example.bytes().zip(word.bytes()).all(agree)
        };
        // A short number or word can be anything.
        let is_long = |example: &&str| example.len() >= SHORTEST_FORM;
        let example = self.example.as_deref();
        let form = example.or_else(|| self.schema.is_uuid().then(|| self.schema.missing()));
        self.is_id() && (example == Some(word) || form.filter(is_long).is_some_and(of_form))
    }

    /// How it is called in a reason.
    pub(crate) fn described(&self) -> String {
        let location = match self.location {
            Location::Path => "path parameter",
            Location::Query => "query parameter",
            Location::Header => "header",
        };
        format!("the {location} `{}`", self.name)
    }

    /// What is wrong with it, or with one of its values.
    pub(crate) fn malformed(&self, index: Option<usize>, what: String) -> Malformed {
        let part = match self.location {
            Location::Path => "path",
            Location::Query => "query",
            Location::Header => "header",
        };
        let place = [Value::from(part), Value::from(self.name.as_str())];
        Malformed {
            place: place.into_iter().chain(index.map(Value::from)).collect(),
            missing: what == MISSING,
            contradicts: false,
            reason: format!("{} {what}", self.described()),
            what,
        }
    }
}
