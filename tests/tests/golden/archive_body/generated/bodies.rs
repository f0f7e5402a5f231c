// Generated from specs/archive_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 a47e76977691d29c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen archive_body`.

//! Making request bodies.

/// A thing to be made.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct NewThing {
    /// The name.
    pub name: ::std::string::String,
}

impl NewThing {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}
