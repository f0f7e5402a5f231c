//! Every example is what its schema says.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;

use super::json_schema::Definitions;
use super::tree::{Place, Tree};
use super::{Report, webhooks};

const FIX: &str = "mend the example, or the schema if the example is the document's";

pub fn rule(report: &mut Report<'_>) {
    let tree = report.tree();
    let sdk = &report.loaded.sdk;
    let schemas = &mut Schemas {
        definitions: Definitions::new(&report.loaded.document, |property| {
            sdk.relaxed(property).is_some()
        }),
        compiled: BTreeMap::new(),
    };
    let mut seen = BTreeSet::new();
    for operation in tree.operations() {
        for parameter in tree.parameters(&operation) {
            if seen.insert(parameter.pointer.clone())
                && let (Some(schema), Some(example)) =
                    (parameter.child("schema"), parameter.child("example"))
            {
                inline(report, schemas, schema.node, &example);
            }
        }
        let body = operation.place.child("requestBody");
        let responses = tree
            .responses(&operation)
            .into_iter()
            .map(|(_, place)| place);
        for (_, content) in body
            .into_iter()
            .chain(responses)
            .flat_map(|owner| owner.entries("content"))
        {
            if seen.insert(content.pointer.clone()) {
                body_examples(report, schemas, tree, &content);
            }
        }
    }
    for (schema, example) in webhooks::examples(report) {
        body_example(report, schemas, schema.node, &example);
    }
    for (_, schema) in tree.schemas() {
        if let Some(example) = schema.child("example").filter(|_| !schema.has("$ref")) {
            inline(report, schemas, schema.node, &example);
        }
    }
}

fn body_examples<'a>(
    report: &mut Report<'a>,
    schemas: &mut Schemas,
    tree: Tree<'a>,
    content: &Place<'a>,
) {
    let Some(schema) = content.child("schema") else {
        return;
    };
    if let Some(example) = content.child("example") {
        inline(report, schemas, schema.node, &example);
    }
    for (_, example) in content.entries("examples") {
        if let Some(example) = tree.resolve(example) {
            body_example(report, schemas, schema.node, &example);
        }
    }
}

fn body_example<'a>(
    report: &mut Report<'a>,
    schemas: &mut Schemas,
    schema: &Value,
    example: &Place<'a>,
) {
    match (example.text("externalValue"), example.child("value")) {
        (Some(_), Some(_)) => report.spec(
            &example.pointer,
            "the example has both `value` and `externalValue`",
            "keep one",
        ),
        (None, None) => report.spec(
            &example.pointer,
            "the example has no body",
            "name a file by `externalValue`",
        ),
        (None, Some(value)) => inline(report, schemas, schema, &value),
        (Some(name), None) => {
            if let Some(value) = report.loaded.examples.get(name) {
                for (pointer, what) in violations(report, schemas, &example.pointer, schema, value)
                {
                    report.example(name, &pointer, what, FIX);
                }
            }
        }
    }
}

fn inline(report: &mut Report<'_>, schemas: &mut Schemas, schema: &Value, example: &Place<'_>) {
    for (pointer, what) in violations(report, schemas, &example.pointer, schema, example.node) {
        report.spec(&format!("{}{pointer}", example.pointer), what, FIX);
    }
}

/// The schemas that examples are held against. Many examples are of the same schema, and compiling one costs far more than
/// holding a value against it.
struct Schemas {
    definitions: Definitions,
    /// By the schema's text; why not, if it cannot be compiled.
    compiled: BTreeMap<String, Result<Validator, Unusable>>,
}

enum Unusable {
    /// A reference leads nowhere, which has a message of its own.
    Reference,
    Schema(String),
}

impl Schemas {
    fn compiled(&mut self, schema: &Value) -> &Result<Validator, Unusable> {
        self.compiled.entry(schema.to_string()).or_insert_with(|| {
            jsonschema::options()
                .should_validate_formats(true)
                .should_ignore_unknown_formats(true)
                .build(&self.definitions.document(schema))
                .map_err(|error| match error.kind() {
                    ValidationErrorKind::Referencing(_) => Unusable::Reference,
                    _ => Unusable::Schema(error.masked().to_string()),
                })
        })
    }
}

/// Where and how a value is not what the schema says.
fn violations(
    report: &mut Report<'_>,
    schemas: &mut Schemas,
    place: &str,
    schema: &Value,
    value: &Value,
) -> Vec<(String, String)> {
    match schemas.compiled(schema) {
        Ok(validator) => validator
            .iter_errors(value)
            .map(|error| (error.instance_path().to_string(), described(error.kind())))
            .collect(),
        Err(Unusable::Reference) => Vec::new(),
        Err(Unusable::Schema(why)) => {
            let what = format!("the schema of this example cannot be checked: {why}");
            report.spec(place, what, "mend the schema");
            Vec::new()
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
        ValidationErrorKind::OneOfNotValid { .. } => {
            "this is none of the parts of the union".to_owned()
        }
        other => format!("this goes against `{}` of the schema", other.keyword()),
    }
}
