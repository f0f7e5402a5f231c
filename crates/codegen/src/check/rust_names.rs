//! Names that differ in the spec and would be one in Rust, and names that Rust code needs for something else.

use std::collections::BTreeMap;

use super::Report;
use super::tree::{Place, Tree};
use crate::names;

/// Type names that generated code means something else by. `JsonNumber` is the generator's stand-in for numbers.
const RESERVED_TYPES: [&str; 12] = [
    "Error",
    "Result",
    "Option",
    "Vec",
    "String",
    "Box",
    "Client",
    "ClientBuilder",
    "ResponseValue",
    "Self",
    "Some",
    "JsonNumber",
];

/// Every open enum and union has this variant for what it does not know.
const UNKNOWN: &str = "Unknown";

pub fn rule(report: &mut Report<'_>) {
    let tree = report.tree();
    schemas(report, tree);
    for (_, schema) in tree.components("schemas") {
        collisions(report, schema.entries("properties"), names::snake, "fields");
        variants(
            report,
            enum_values(&schema),
            "leave the value out of the list: it is then kept as `Unknown`",
        );
        if let Some(discriminator) = schema.child("discriminator") {
            variants(
                report,
                discriminator.entries("mapping"),
                "leave it out of the union: it is then kept as `Unknown`",
            );
        }
    }
    let mut requests: BTreeMap<String, &str> = BTreeMap::new();
    for operation in tree.operations() {
        collisions(
            report,
            parameters(tree, &operation),
            names::snake,
            "parameters",
        );
        let Some(id) = operation.id() else { continue };
        let rust = names::pascal(id);
        match requests.get(&rust) {
            // The same id twice is told by the rule on operations.
            Some(first) if *first != id => report.spec(
                &format!("{}/operationId", operation.place.pointer),
                format!("`{id}` and `{first}` are both `{rust}` in Rust"),
                "give one of them another name",
            ),
            _ => {
                requests.insert(rust, id);
            }
        }
    }
}

fn schemas(report: &mut Report<'_>, tree: Tree<'_>) {
    let components = tree.components("schemas");
    for (name, place) in &components {
        let rust = names::pascal(name);
        if RESERVED_TYPES.contains(&rust.as_str()) {
            report.spec(
                &place.pointer,
                format!("the generated code needs the name `{rust}` for something else"),
                "choose another name for the schema",
            );
        }
    }
    collisions(report, components, names::pascal, "types");
}

fn enum_values<'a>(schema: &Place<'a>) -> Vec<(&'a str, Place<'a>)> {
    ["enum", "x-extensible-enum"]
        .into_iter()
        .flat_map(|key| schema.items(key))
        .filter_map(|place| Some((place.node.as_str()?, place)))
        .collect()
}

fn parameters<'a>(
    tree: Tree<'a>,
    operation: &super::tree::Operation<'a>,
) -> Vec<(&'a str, Place<'a>)> {
    let mut all: Vec<_> = tree
        .parameters(operation)
        .into_iter()
        .filter_map(|place| Some((place.text("name")?, place)))
        .collect();
    if let Some(body) = operation.place.child("requestBody") {
        all.push(("body", body));
    }
    all
}

fn variants(report: &mut Report<'_>, values: Vec<(&str, Place<'_>)>, fix: &str) {
    for (value, place) in &values {
        if names::pascal(value) == UNKNOWN {
            report.spec(
                &place.pointer,
                format!(
                    "`{value}` would be the variant `{UNKNOWN}`, which stands for unknown values"
                ),
                fix,
            );
        }
    }
    collisions(report, values, names::pascal, "variants");
}

fn collisions(
    report: &mut Report<'_>,
    named: Vec<(&str, Place<'_>)>,
    rust: fn(&str) -> String,
    kind: &str,
) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (name, place) in named {
        let identifier = rust(name);
        match seen.get(&identifier) {
            // The same name twice is told elsewhere.
            Some(first) if *first != name => report.spec(
                &place.pointer,
                format!("the {kind} `{first}` and `{name}` are both `{identifier}` in Rust"),
                "the generator cannot keep both; leave one out and say so in the description of the other",
            ),
            _ => {
                seen.insert(identifier, name);
            }
        }
    }
}
