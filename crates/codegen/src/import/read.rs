//! A foreign document as a tree with places: YAML or JSON, whatever its line ends, with or without a byte order mark.

use std::path::Path;
use std::sync::Arc;

use serde::de::IgnoredAny;

use crate::problem::Problem;
use crate::spec::{Node, Place, parse_lenient};

/// Reads the bytes of a document, which messages call `file`.
pub fn read(bytes: &[u8], file: &Path) -> Result<Node, Problem> {
    let file: Arc<Path> = file.into();
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let place = Place::new(file.clone(), line, String::new());
        place.wrong("this is not UTF-8; save the document in UTF-8")
    })?;
    let root = parse_lenient(text, file.clone());
    let root = root.map_err(|wrong| not_json(text, &file).unwrap_or(wrong))?;
    let version = root.get("openapi").map(Node::json).unwrap_or_default();
    let version = version.to_string().replace('"', "");
    let is_known = ["3.0", "3.1"]
        .iter()
        .any(|known| version.starts_with(known));
    let message = if root.has("swagger") {
        "this is Swagger 2.0; convert it to OpenAPI 3 first (swagger2openapi does)".to_owned()
    } else if !root.has("openapi") {
        "this is no OpenAPI document; it has no `openapi: 3.…` at its top".to_owned()
    } else if !is_known {
        format!("the version of OpenAPI is `{version}`; give a document of OpenAPI 3.0 or 3.1")
    } else {
        return Ok(root);
    };
    Err(root.at("openapi").wrong(message))
}

/// What is wrong with a document that begins as JSON does; YAML's words for it say little.
fn not_json(text: &str, file: &Arc<Path>) -> Option<Problem> {
    let text = text.trim_start_matches('\u{feff}');
    let error = serde_json::from_str::<IgnoredAny>(text).err();
    let error = error.filter(|_| text.trim_start().starts_with(['{', '[']))?;
    let why = error.to_string();
    let why = why.split(" at line ").next().unwrap_or_default();
    let place = Place::new(file.clone(), error.line().max(1), String::new());
    Some(place.wrong(format!(
        "this is not JSON: {why}; mend it, or take the document again"
    )))
}
