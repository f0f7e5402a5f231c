//! The document as a whole: its version, its grammar, that its references lead to something of the right kind and stand only where
//! the generator follows them, and that there is something in it.

use super::Facts;
use crate::problem::{Problems, hint};
use crate::spec::{Node, local_name};

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let root = facts.document.root();
    found.extend(facts.api.parts.problems.iter().cloned());
    let version = root.text("openapi").unwrap_or_default();
    if !is_supported(version) {
        found.push(root.at("openapi").wrong(format!("the version of OpenAPI is `{version}`, and the generator reads only 3.0; write the spec in OpenAPI 3.0.3 and say `openapi: 3.0.3`")));
    }
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

fn is_supported(version: &str) -> bool {
    version
        .strip_prefix("3.0.")
        .is_some_and(|patch| !patch.is_empty() && patch.bytes().all(|byte| byte.is_ascii_digit()))
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
