//! References lead somewhere inside the document, to something of the right kind, and stand only where the generator
//! follows them.

use super::Report;
use super::tree::{Place, Role, Tree};
use crate::problem::similar;

pub fn rule(report: &mut Report<'_>) {
    let tree = report.tree();
    for (role, place) in tree.schemas() {
        if role != Role::Component {
            reference(report, tree, &place, "schemas");
        }
    }
    for kind in [
        "schemas",
        "parameters",
        "responses",
        "requestBodies",
        "securitySchemes",
    ] {
        for (name, place) in tree.components(kind) {
            if place.has("$ref") {
                report.spec(
                    &place.pointer,
                    format!("the component `{name}` is nothing but a reference"),
                    "refer to the other component directly",
                );
            }
        }
    }
    for (_, item) in tree.root().entries("paths") {
        if item.has("$ref") {
            report.spec(
                &item.pointer,
                "the generator does not follow a path item that is a `$ref`",
                "write it in place",
            );
        }
        parameters(report, tree, &item);
    }
    for operation in tree.operations() {
        parameters(report, tree, &operation.place);
        if operation
            .place
            .child("requestBody")
            .is_some_and(|body| body.has("$ref"))
        {
            report.spec(
                &format!("{}/requestBody", operation.place.pointer),
                "the generator does not follow a request body that is a `$ref`",
                "write it in place, with a `$ref` to its schema",
            );
        }
        for (_, response) in operation.place.entries("responses") {
            reference(report, tree, &response, "responses");
            response_parts(report, tree, &response);
        }
    }
    for (_, response) in tree.components("responses") {
        response_parts(report, tree, &response);
    }
}

fn parameters(report: &mut Report<'_>, tree: Tree<'_>, owner: &Place<'_>) {
    for parameter in owner.items("parameters") {
        reference(report, tree, &parameter, "parameters");
    }
}

fn response_parts(report: &mut Report<'_>, tree: Tree<'_>, response: &Place<'_>) {
    for (_, header) in response.entries("headers") {
        reference(report, tree, &header, "headers");
    }
    for (_, example) in response
        .entries("content")
        .iter()
        .flat_map(|(_, content)| content.entries("examples"))
    {
        reference(report, tree, &example, "examples");
    }
}

/// Checks that a reference, if this is one, leads to a component of the kind.
fn reference(report: &mut Report<'_>, tree: Tree<'_>, place: &Place<'_>, kind: &str) {
    let Some(reference) = place.text("$ref") else {
        return;
    };
    let pointer = format!("{}/$ref", place.pointer);
    let Some(name) = reference.strip_prefix(&format!("#/components/{kind}/")) else {
        let what = if reference.starts_with('#') {
            format!("`{reference}` does not lead to a component under `{kind}`")
        } else {
            format!("`{reference}` leads out of this file")
        };
        return report.spec(
            &pointer,
            what,
            format!("write `#/components/{kind}/<name>`"),
        );
    };
    if tree.target(reference).is_none() {
        let known = tree.components(kind);
        let fix = similar::hint(
            name,
            known.iter().map(|(name, _)| *name),
            "add it, or mend the name",
        );
        report.spec(
            &pointer,
            format!("there is no component `{name}` under `{kind}`"),
            fix,
        );
    }
}
