//! Specs are transcribed from documents: a property that none of the document's examples shows says where it comes from,
//! and nothing that an example shows is left out.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Facts;
use crate::model::{Field, SUCCESS, Schema, SchemaKind, Type};
use crate::problem::{Problems, hint, similar};
use crate::spec::{Node, escape};

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    // Operations and payloads share schemas, so what one of them shows need not be shown by all.
    let mut walk = Walk {
        facts,
        shown: BTreeSet::new(),
        found,
    };
    let mut described: Vec<(&str, &str)> = Vec::new();
    for operation in &facts.api.operations {
        for (code, response) in &operation.responses {
            let contents = response.contents.iter();
            for content in contents.filter(|content| content.schema.is_some()) {
                let examples = content.at.entries("examples").map(|(_, example)| example);
                let shown = examples.filter(|example| walk.example(example, &content.kind));
                // A success without any example has a message of its own.
                if shown.count() > 0 || !code.starts_with(SUCCESS) {
                    described.extend(content.kind.name().map(|schema| (operation.name(), schema)));
                }
            }
        }
    }
    for (name, schema, example) in facts.payloads() {
        walk.example(example, &Type::Named(schema.to_owned()));
        described.push((name, schema));
    }
    let mut reached = Reached {
        facts,
        shown: walk.shown,
        schemas: BTreeSet::new(),
    };
    for (name, schema) in described {
        reached.schema(name, schema, found);
    }
}

/// Follows example values along their schemas.
struct Walk<'a, 'f> {
    facts: Facts<'a>,
    /// Pointers of the properties that occur.
    shown: BTreeSet<&'a str>,
    found: &'f mut Problems,
}

impl<'a> Walk<'a, '_> {
    /// Whether the example is a file that could be read.
    fn example(&mut self, example: &Node, kind: &Type) -> bool {
        let facts = self.facts;
        let example = facts.document.resolve(example);
        let file = example.and_then(|example| example.text("externalValue"));
        let body = file.and_then(|file| facts.loaded.examples.get_key_value(file));
        let Some((file, value)) = body else {
            return false;
        };
        self.value(file, kind, value, "");
        true
    }

    fn value(&mut self, file: &str, kind: &Type, value: &Value, pointer: &str) {
        match (kind, value) {
            (Type::Array(kind), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(file, kind, item, &format!("{pointer}/{index}"));
                }
            }
            (Type::Map(kind), Value::Object(entries)) => {
                for (name, value) in entries {
                    self.value(file, kind, value, &format!("{pointer}/{}", escape(name)));
                }
            }
            (Type::Named(name), value) => {
                if let Some(schema) = self.facts.api.schema(name) {
                    self.schema(file, schema, value, pointer);
                }
            }
            _ => {}
        }
    }

    fn schema(&mut self, file: &str, schema: &'a Schema, value: &Value, pointer: &str) {
        match (&schema.kind, value) {
            (SchemaKind::Alias(kind), value) => self.value(file, kind, value, pointer),
            (SchemaKind::Union(union), Value::Object(entries)) => {
                let variant = union.variant(entries);
                if let Some(variant) = variant.and_then(|name| self.facts.api.schema(name)) {
                    self.schema(file, variant, value, pointer);
                }
            }
            (SchemaKind::Object(fields), Value::Object(entries)) => {
                for (name, value) in entries {
                    let place = format!("{pointer}/{}", escape(name));
                    if let Some(field) = fields.iter().find(|field| field.name == *name) {
                        self.shown.insert(field.at.pointer());
                        self.value(file, &field.kind, value, &place);
                    } else {
                        let known = fields.iter().map(|field| field.name.as_str());
                        let otherwise = format!("describe it at {}", schema.at.pointer());
                        // Misspelt, it shows what it was meant to be.
                        let meant = similar(name, known.clone());
                        let meant = fields.iter().find(|field| Some(&*field.name) == meant);
                        self.shown.extend(meant.map(|field| field.at.pointer()));
                        let fix = hint(name, known, &otherwise);
                        let place = self.facts.loaded.in_example(file, &place);
                        let message = format!("the schema does not know this property; {fix}");
                        self.found.push(place.wrong(message));
                    }
                }
            }
            _ => {}
        }
    }
}

/// Tells, once of each, of properties that no example shows and that do not say where they come from.
struct Reached<'a> {
    facts: Facts<'a>,
    shown: BTreeSet<&'a str>,
    schemas: BTreeSet<&'a str>,
}

impl<'a> Reached<'a> {
    fn schema(&mut self, id: &str, name: &str, found: &mut Problems) {
        let schema = self.facts.api.schema(name);
        let Some(schema) = schema.filter(|schema| self.schemas.insert(&schema.name)) else {
            return;
        };
        for field in schema.fields() {
            if !self.shown.contains(field.at.pointer()) && !has_source(self.facts, field) {
                found.push(field.at.wrong(format!("no example of `{id}` shows this property; say with x-source where it comes from, or show it in an example")));
            }
        }
        for held in schema.holds() {
            self.schema(id, held, found);
        }
    }
}

fn has_source(facts: Facts<'_>, field: &Field) -> bool {
    let meant = facts.document.meant(&field.at);
    let at = meant.filter(|_| field.at.has("$ref")).unwrap_or(&field.at);
    at.says("x-source")
}
