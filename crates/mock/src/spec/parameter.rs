//! Parameters: where they stand and what they hold.

use serde::Deserialize;

use super::SpecError;
use super::reference::Node;
use super::schema::Schema;

/// One parameter of an operation.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) location: Location,
    pub(crate) required: bool,
    pub(crate) schema: Schema,
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Location {
    Path,
    Query,
    Header,
}

impl Parameter {
    pub(crate) fn compile(node: &Node<'_>) -> Result<Self, SpecError> {
        Ok(Self {
            name: node.require("name")?.read()?,
            location: node.require("in")?.read()?,
            required: node.read_member("required")?.unwrap_or(false),
            schema: Schema::compile(&node.require("schema")?)?,
        })
    }

    /// Whether it says which record is wanted.
    pub(crate) fn is_id(&self) -> bool {
        match self.location {
            Location::Path => true,
            Location::Query => self.required && self.name.to_ascii_lowercase().ends_with("id"),
            Location::Header => false,
        }
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
}
