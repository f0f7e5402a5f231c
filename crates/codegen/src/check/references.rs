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

#[cfg(test)]
mod tests {
    use crate::check::fixture::Case;

    #[test]
    fn a_reference_leads_to_a_component() {
        insta::assert_snapshot!(Case::good().spec("schemas/Status'", "schemas/Sttus'").told(), @"specs/sample/openapi.yaml:61: /components/schemas/Call/properties/status/allOf/0/$ref: there is no component `Sttus` under `schemas`; did you mean `Status`?");
        insta::assert_snapshot!(Case::good().spec("#/components/schemas/Status'", "other.yaml#/Status'").told(), @"specs/sample/openapi.yaml:61: /components/schemas/Call/properties/status/allOf/0/$ref: `other.yaml#/Status` leads out of this file; write `#/components/schemas/<name>`");
        insta::assert_snapshot!(Case::good().spec("#/components/schemas/Status'", "#/components/parameters/Status'").told(), @"specs/sample/openapi.yaml:61: /components/schemas/Call/properties/status/allOf/0/$ref: `#/components/parameters/Status` does not lead to a component under `schemas`; write `#/components/schemas/<name>`");
    }

    #[test]
    fn components_are_not_references() {
        let told = Case::good()
            .spec(
                "    Status:\n",
                "    State: {$ref: '#/components/schemas/Status'}\n    Status:\n",
            )
            .told();
        insta::assert_snapshot!(told, @"specs/sample/openapi.yaml:68: /components/schemas/State: the component `State` is nothing but a reference; refer to the other component directly");
    }

    #[test]
    fn circles_end() {
        let told = Case::good()
            .spec("    Status:\n", "    A: {$ref: '#/components/schemas/B'}\n    B: {$ref: '#/components/schemas/A'}\n    Status:\n")
            .spec("schema: {type: string, minLength: 1}", "schema: {$ref: '#/components/schemas/A'}")
            .told();
        assert!(
            told.contains("the component `A` is nothing but a reference"),
            "{told}"
        );
    }

    #[test]
    fn response_parts_are_followed() {
        let told = Case::good()
            .spec("          description: Refused.\n", "          description: Refused.\n          headers: {X-Id: {$ref: '#/components/headers/Id'}}\n")
            .told();
        insta::assert_snapshot!(told, @"specs/sample/openapi.yaml:36: /paths/~1calls~1{id}/get/responses/4XX/headers/X-Id/$ref: there is no component `Id` under `headers`; add it, or mend the name");
    }
}
