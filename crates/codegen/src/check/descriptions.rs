//! Everything that becomes public in Rust is described: the descriptions are its documentation.

use super::Report;
use super::tree::Role;

pub fn rule(report: &mut Report<'_>) {
    let tree = report.tree();
    for (role, place) in tree.schemas() {
        let kind = match role {
            Role::Component => "component",
            Role::Property => "property",
            _ => continue,
        };
        if place.has("$ref") && role == Role::Property {
            report.spec(
                &place.pointer,
                "a property that is a bare `$ref` cannot be described",
                "write `description: …` and `allOf: [{$ref: …}]`",
            );
        } else if !place.has("$ref") && !place.says("description") {
            report.spec(
                &place.pointer,
                format!("the {kind} has no description"),
                "say what it is, with its unit",
            );
        }
    }
    for operation in tree.operations() {
        for parameter in tree.parameters(&operation) {
            if !parameter.says("description") {
                report.spec(
                    &parameter.pointer,
                    "the parameter has no description",
                    "say what it is, with its unit",
                );
            }
        }
    }
}
