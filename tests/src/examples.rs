//! The documents' example bodies, as they stand beside the specs.

use std::path::Path;

/// `specs/<provider>/examples/<name>.json`.
pub fn example(provider: &str, name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(format!("../specs/{provider}/examples/{name}.json"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
