//! Every example is what its schema says.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;

use super::Facts;
use super::json_schema::Definitions;
use crate::problem::Problems;
use crate::spec::Node;

const FIX: &str = "mend the example, or the schema if the example is the document's";

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let sdk = facts.sdk;
    let is_relaxed = |property: &str| sdk.relax.contains_key(property);
    let mut examples = Examples {
        facts,
        definitions: Definitions::new(facts.document, is_relaxed),
        compiled: BTreeMap::new(),
        found,
    };
    let mut seen = BTreeSet::new();
    for operation in &facts.api.operations {
        let described = operation.described.iter();
        for parameter in described.filter(|node| seen.insert(node.pointer())) {
            if let (Some(schema), Some(example)) =
                (parameter.get("schema"), parameter.get("example"))
            {
                examples.inline(schema, example);
            }
        }
        let answers = operation.responses.iter().map(|(_, answer)| answer);
        let messages = operation.request.iter().chain(answers);
        let contents = messages.flat_map(|message| &message.contents);
        for content in contents.filter(|content| seen.insert(content.at.pointer())) {
            let Some(schema) = &content.schema else {
                continue;
            };
            if let Some(example) = content.at.get("example") {
                examples.inline(schema, example);
            }
            for (_, example) in content.at.entries("examples") {
                examples.body(schema, example);
            }
        }
    }
    for (_, schema, example) in facts.payloads() {
        if let Some(schema) = facts.document.schema(schema) {
            examples.body(schema, example);
        }
    }
    let schemas = facts.api.parts.schemas.iter().map(|(_, schema)| schema);
    for schema in schemas.filter(|schema| !schema.has("$ref")) {
        let example = schema.get("example").into_iter();
        example.for_each(|example| examples.inline(schema, example));
    }
}

impl<'a> Facts<'a> {
    /// The payloads that have both a schema and an example.
    pub fn payloads(&self) -> Vec<(&'a str, &'a str, &'a Node)> {
        let (document, api) = (self.document, self.api);
        let webhooks = api.webhooks.iter().filter_map(|webhook| {
            let schema = api.schema(&webhook.schema)?;
            let example = document.component("examples", &webhook.name)?;
            Some((webhook.name.as_str(), schema.name.as_str(), example))
        });
        webhooks.collect()
    }
}

/// So many schemas are kept compiled: examples of one mostly stand near each other.
const KEPT: usize = 64;

/// Holds examples against schemas. Many examples are of the same schema, and compiling one costs far more than holding a value
/// against it.
struct Examples<'a, 'f> {
    facts: Facts<'a>,
    definitions: Definitions,
    /// By the schema's text; why not, if it cannot be compiled.
    compiled: BTreeMap<String, Result<Validator, String>>,
    found: &'f mut Problems,
}

impl Examples<'_, '_> {
    fn body(&mut self, schema: &Node, example: &Node) {
        let facts = self.facts;
        let Some(example) = facts.document.resolve(example) else {
            return;
        };
        let message = match (example.text("externalValue"), example.get("value")) {
            (Some(_), Some(_)) => "the example has both `value` and `externalValue`; keep one",
            (None, None) => "the example has no body; name a file by `externalValue`",
            (None, Some(value)) => return self.inline(schema, value),
            (Some(name), None) => {
                let value = facts.loaded.examples.get(name);
                let found = value.map(|value| self.violations(example, schema, value));
                for (pointer, what) in found.into_iter().flatten() {
                    let place = facts.loaded.in_example(name, &pointer);
                    self.found.push(place.wrong(format!("{what}; {FIX}")));
                }
                return;
            }
        };
        self.found.push(example.wrong(message));
    }

    fn inline(&mut self, schema: &Node, example: &Node) {
        for (pointer, what) in self.violations(example, schema, &example.json()) {
            let place = example.nearest(&pointer);
            self.found.push(place.wrong(format!("{what}; {FIX}")));
        }
    }

    /// Where and how a value is not what the schema says.
    fn violations(&mut self, at: &Node, schema: &Node, value: &Value) -> Vec<(String, String)> {
        let text = schema.json().to_string();
        if self.compiled.len() == KEPT {
            self.compiled.clear();
        }
        let compiled = self.compiled.entry(text).or_insert_with(|| {
            let options = jsonschema::options().should_validate_formats(true);
            let options = options.should_ignore_unknown_formats(true);
            let compiled = options.build(&self.definitions.document(schema));
            compiled.map_err(|error| error.masked().to_string())
        });
        match compiled {
            Ok(validator) => {
                let errors = validator.iter_errors(value);
                errors
                    .map(|error| (error.instance_path().to_string(), described(error.kind())))
                    .collect()
            }
            Err(why) => {
                self.found.push(at.wrong(format!(
                    "the schema of this example cannot be checked: {why}; mend the schema"
                )));
                Vec::new()
            }
        }
    }
}

/// What is wrong with a value, without the value: an example can hold what should not be printed.
fn described(kind: &ValidationErrorKind) -> String {
    match kind {
        ValidationErrorKind::Required { property } => {
            format!("`{}` is missing", property.as_str().unwrap_or_default())
        }
        ValidationErrorKind::Type {
            kind: TypeKind::Single(kind),
        } => format!("this is not of the type {kind}"),
        ValidationErrorKind::Format { format } => format!("this is no {format}"),
        ValidationErrorKind::Enum { .. } => "this is none of the values of the enum".to_owned(),
        ValidationErrorKind::Pattern { pattern } => {
            format!("this does not match the pattern `{pattern}`")
        }
        ValidationErrorKind::AnyOf { .. } => "this is none of the parts of the union".to_owned(),
        other => format!("this goes against `{}` of the schema", other.keyword()),
    }
}
