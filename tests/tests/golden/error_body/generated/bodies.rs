// Generated from specs/error_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 d8c10209e9f1be3c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen error_body`.

//! Making request bodies.

/// A thing to be made.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct NewThing {
    /// The name.
    ///
    /// Source: made for this test.
    pub name: ::std::string::String,
    /// The colour.
    ///
    /// Source: made for this test.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<::std::string::String>,
    /// Labels.
    ///
    /// Source: made for this test.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<::std::vec::Vec<::std::string::String>>,
}

impl NewThing {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            colour: Default::default(),
            tags: Default::default(),
        }
    }

    /// The colour.
    #[must_use]
    pub fn colour(mut self, colour: impl Into<String>) -> Self {
        self.colour = Some(colour.into());
        self
    }

    /// Labels.
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }
}
