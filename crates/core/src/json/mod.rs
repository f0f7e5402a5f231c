//! From text to value: the schema as tables, decoding, mending, and what differs from the schema.

pub(crate) mod decode;
pub(crate) mod drift;
pub(crate) mod input;
pub(crate) mod leaf;
mod notes;
pub(crate) mod numbers;
pub(crate) mod object;
pub(crate) mod once;
pub(crate) mod path;
mod quoted;
mod reader;
mod repair;
pub(crate) mod report;
pub(crate) mod scan;
pub(crate) mod schema;
pub(crate) mod table;
pub(crate) mod tagged_union;
pub(crate) mod text;
pub(crate) mod unknown;
pub(crate) mod walk;

/// The media type that most calls ask for and send.
pub(crate) const JSON: &str = "application/json";

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
