//! Specs are transcribed from documents: a property that none of the document's examples shows says where it comes from,
//! and nothing that an example shows is left out.

use std::collections::BTreeSet;

use serde_json::Value;

use super::tree::{Operation, Place, Tree};
use super::{Report, webhooks};
use crate::model::escape;
use crate::problem::similar;

pub fn rule(report: &mut Report<'_>) {
    let tree = report.tree();
    // Operations and payloads share schemas, so what one of them shows need not be shown by all.
    let mut walk = Walk {
        tree,
        shown: BTreeSet::new(),
        unknown: Vec::new(),
    };
    let mut described = Vec::new();
    for operation in tree.operations() {
        let mut reachable = Reachable {
            tree,
            properties: Vec::new(),
            seen: BTreeSet::new(),
        };
        for (code, content) in contents(tree, &operation) {
            let Some(schema) = content.child("schema") else {
                continue;
            };
            let files: Vec<_> = content
                .entries("examples")
                .into_iter()
                .filter_map(|(_, example)| tree.resolve(example)?.text("externalValue"))
                .filter_map(|name| report.loaded.examples.get_key_value(name))
                .collect();
            // A success without any example has a message of its own.
            if files.is_empty() && code.starts_with('2') {
                continue;
            }
            reachable.schema(schema.clone());
            for (name, value) in files {
                walk.value(name, schema.clone(), value, "");
            }
        }
        described.push((operation.id().unwrap_or(operation.path), reachable));
    }
    for (name, (schema, example)) in webhooks::named_examples(report) {
        let mut reachable = Reachable {
            tree,
            properties: Vec::new(),
            seen: BTreeSet::new(),
        };
        reachable.schema(schema.clone());
        if let Some((file, value)) = example
            .text("externalValue")
            .and_then(|name| report.loaded.examples.get_key_value(name))
        {
            walk.value(file, schema, value, "");
        }
        described.push((name, reachable));
    }
    let mut told = BTreeSet::new();
    for (name, reachable) in described {
        unsourced(report, name, reachable, &walk.shown, &mut told);
    }
    unknown(report, walk.unknown);
}

/// Tells, once of each, of properties that no example shows and that do not say where they come from.
fn unsourced(
    report: &mut Report<'_>,
    id: &str,
    reachable: Reachable<'_>,
    shown: &BTreeSet<String>,
    told: &mut BTreeSet<String>,
) {
    for property in reachable.properties {
        if !shown.contains(&property.pointer)
            && !has_source(reachable.tree, &property)
            && told.insert(property.pointer.clone())
        {
            report.spec(
                &property.pointer,
                format!("no example of `{id}` shows this property"),
                "say with x-source where it comes from, or show it in an example",
            );
        }
    }
}

/// Tells of what an example shows and no schema describes.
fn unknown(report: &mut Report<'_>, found: Vec<(String, String, String)>) {
    for (name, pointer, fix) in found {
        report.example(
            &name,
            &pointer,
            "the schema does not know this property",
            fix,
        );
    }
}

/// The bodies of all responses, with their codes.
fn contents<'a>(tree: Tree<'a>, operation: &Operation<'a>) -> Vec<(&'a str, Place<'a>)> {
    tree.responses(operation)
        .into_iter()
        .flat_map(|(code, response)| {
            response
                .entries("content")
                .into_iter()
                .map(move |(_, content)| (code, content))
        })
        .collect()
}

fn has_source<'a>(tree: Tree<'a>, property: &Place<'a>) -> bool {
    property.says("x-source")
        || (property.has("$ref")
            && tree
                .schema(property.clone())
                .is_some_and(|schema| schema.says("x-source")))
}

/// The variant that a value's tag leads to.
fn variant<'a>(tree: Tree<'a>, union: &Place<'a>, value: &Value) -> Option<Place<'a>> {
    let discriminator = union.child("discriminator")?;
    let implied = || {
        let properties = discriminator.entries("x-tag-by-property");
        let (_, tag) = properties
            .iter()
            .find(|(property, _)| value.get(property).is_some())?;
        tag.node.as_str()
    };
    let tag = match value.get(discriminator.text("propertyName")?) {
        Some(tag) => tag.as_str()?,
        None => implied()?,
    };
    tree.target(discriminator.child("mapping")?.text(tag)?)
}

/// Follows example values along their schemas.
struct Walk<'a> {
    tree: Tree<'a>,
    /// Pointers of the properties that occur.
    shown: BTreeSet<String>,
    /// File, place and advice for what occurs and is not described.
    unknown: Vec<(String, String, String)>,
}

impl<'a> Walk<'a> {
    fn value(&mut self, file: &str, schema: Place<'a>, value: &Value, pointer: &str) {
        let Some(schema) = self.tree.schema(schema) else {
            return;
        };
        match value {
            Value::Array(items) => {
                if let Some(kind) = schema.child("items") {
                    for (index, item) in items.iter().enumerate() {
                        self.value(file, kind.clone(), item, &format!("{pointer}/{index}"));
                    }
                }
            }
            Value::Object(entries) if schema.has("oneOf") => {
                if let Some(variant) = variant(self.tree, &schema, value) {
                    self.object(file, &variant, entries, pointer);
                }
            }
            Value::Object(entries) => self.object(file, &schema, entries, pointer),
            _ => {}
        }
    }

    fn object(
        &mut self,
        file: &str,
        schema: &Place<'a>,
        entries: &serde_json::Map<String, Value>,
        pointer: &str,
    ) {
        let properties = schema.entries("properties");
        for (name, value) in entries {
            let place = format!("{pointer}/{}", escape(name));
            if let Some((_, property)) = properties.iter().find(|(known, _)| known == name) {
                self.shown.insert(property.pointer.clone());
                self.value(file, property.clone(), value, &place);
            } else if let Some(values) = schema.child("additionalProperties") {
                self.value(file, values, value, &place);
            } else if !properties.is_empty() {
                let known = properties.iter().map(|(known, _)| *known);
                let fix = similar::hint(name, known, &format!("describe it at {}", schema.pointer));
                self.unknown.push((file.to_owned(), place, fix));
            }
        }
    }
}

/// Collects the properties that a schema can have somewhere inside.
struct Reachable<'a> {
    tree: Tree<'a>,
    properties: Vec<Place<'a>>,
    seen: BTreeSet<String>,
}

impl<'a> Reachable<'a> {
    fn schema(&mut self, schema: Place<'a>) {
        let Some(schema) = self.tree.schema(schema) else {
            return;
        };
        if !self.seen.insert(schema.pointer.clone()) {
            return;
        }
        for (_, property) in schema.entries("properties") {
            self.properties.push(property.clone());
            self.schema(property);
        }
        for inner in ["items", "additionalProperties"]
            .into_iter()
            .filter_map(|key| schema.child(key))
        {
            self.schema(inner);
        }
        for part in schema.items("oneOf") {
            self.schema(part);
        }
    }
}
