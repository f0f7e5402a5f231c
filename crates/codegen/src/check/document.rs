//! The document as a whole: its version, its grammar, that its references lead to something of the right kind and stand only where
//! the generator follows them, and that there is something in it.

use super::Facts;
use crate::problem::{Problem, Problems, hint};
use crate::spec::{Node, local_name};

/// That references lead to what may stand in their place, and that there is an operation.
pub fn references(facts: Facts<'_>, found: &mut Problems) {
    let root = facts.document.root();
    if facts.api.operations.is_empty() {
        let message = "there is no operation; describe at least one";
        found.push(root.at("paths").wrong(message));
    }
    for reference in &facts.api.parts.references {
        let node = &reference.at;
        match reference.kind {
            _ if reference.is_component => {
                let name = local_name(node.pointer());
                found.push(node.wrong(format!("the component `{name}` is nothing but a reference; refer to the other component directly")));
            }
            "-" => found.push(node.wrong("the generator does not follow a path item that is a `$ref`; write it in place")),
            "requestBodies" => found.push(node.wrong("the generator does not follow a request body that is a `$ref`; write it in place, with a `$ref` to its schema")),
            kind => leads(facts, node, kind, found),
        }
    }
}

/// That the document is of a version that is not read, by which all else that could be told would be wrong.
pub fn of_another_version(facts: Facts<'_>) -> Option<Problem> {
    let root = facts.document.root();
    if !root.has("openapi") && !root.has("swagger") {
        let what = "this is no OpenAPI document: it does not say of which version it is";
        return Some(
            root.at("openapi")
                .wrong(format!("{what}; write `openapi: 3.0.3` at its top")),
        );
    }
    let key = ["swagger", "openapi"][usize::from(!root.has("swagger"))];
    let said = root.leaf(key);
    let said = said.map(|said| {
        said.as_str()
            .map_or_else(|| said.to_string(), str::to_owned)
    });
    let version = said.unwrap_or_default();
    let patch = version.strip_prefix("3.0.").unwrap_or("x");
    if !patch.is_empty() && patch.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fix = match version.as_str() {
        "" | "3" | "3.0" => "write the spec in OpenAPI 3.0.3 and say `openapi: 3.0.3`",
        _ => "make a spec of it by the command `import`, or write it in OpenAPI 3.0.3",
    };
    Some(root.at(key).wrong(format!(
        "the document is of OpenAPI `{version}`, and the generator reads only 3.0.x; {fix}"
    )))
}

/// Whether a reference leads to a component of the kind.
fn leads(facts: Facts<'_>, node: &Node, kind: &'static str, found: &mut Problems) {
    let Some(reference) = node.text("$ref") else {
        return;
    };
    let message = match reference.strip_prefix(&format!("#/components/{kind}/")) {
        Some(_) if facts.document.target(reference).is_some() => return,
        Some(name) => {
            let known = facts.document.names(kind);
            let fix = hint(name, known, "add it, or mend the name");
            format!("there is no component `{name}` under `{kind}`; {fix}")
        }
        None if reference.starts_with('#') => {
            format!(
                "`{reference}` does not lead to a component under `{kind}`; write `#/components/{kind}/<name>`"
            )
        }
        None => format!("`{reference}` leads out of this file; write `#/components/{kind}/<name>`"),
    };
    found.push(node.at("$ref").wrong(message));
}
