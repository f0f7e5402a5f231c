//! `[errors]`: pointers that hit something in an error body, and a success flag that every success has.

use super::{Facts, named};
use crate::model::{ERROR, Operation, SUCCESS, SchemaKind, Type};
use crate::problem::Problems;
use crate::spec::segments;

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let errors = &facts.sdk.errors;
    let operations = facts.api.operations.iter();
    let refused: Vec<&Type> = operations
        .flat_map(|operation| bodies(operation, ERROR))
        .collect();
    for (key, pointers) in [
        ("code", &errors.code),
        ("message", &errors.message),
        ("request_id", &errors.request_id),
    ] {
        let place = facts.table("[errors]", format!("errors.{key}"));
        for pointer in pointers {
            if !pointer.starts_with('/') {
                let message = format!("`{pointer}` is not a JSON pointer; begin it with a slash");
                found.push(place.wrong(message));
            } else if !refused.is_empty() && !refused.iter().any(|body| hits(facts, body, pointer))
            {
                found.push(place.wrong(format!("`{pointer}` hits nothing in the error body of the spec; mend the pointer, or describe the property")));
            }
        }
    }
    let Some(flag) = &errors.success_flag else {
        return;
    };
    let name = flag.get_ref();
    for operation in &facts.api.operations {
        for body in bodies(operation, SUCCESS) {
            let id = operation.name();
            let message = match named(
                facts.api.fields(body),
                name,
                "describe it, or remove the key",
            ) {
                Ok(field) if *facts.api.resolve(&field.kind) == Type::Boolean => continue,
                Ok(_) => format!(
                    "`{name}` in the success body of `{id}` is not a boolean; name one that is, or remove the key"
                ),
                Err(fix) => format!("the success body of `{id}` has no `{name}`; {fix}"),
            };
            found.push(facts.setting("errors.success_flag", flag).wrong(message));
        }
    }
}

/// The JSON bodies of an operation's answers of a kind.
fn bodies<'a>(operation: &'a Operation, kind: &'static [char]) -> impl Iterator<Item = &'a Type> {
    let contents = operation
        .answers(kind)
        .filter_map(|(_, message)| message.json());
    let contents = contents.filter(|content| content.schema.is_some());
    contents.map(|content| &content.kind)
}

/// Whether a pointer into a body can hit something.
fn hits(facts: Facts<'_>, body: &Type, pointer: &str) -> bool {
    let mut kinds = vec![body];
    for name in segments(pointer) {
        let is_index = name.parse::<usize>().is_ok();
        let mut next: Vec<&Type> = Vec::new();
        for kind in kinds.into_iter().map(|kind| facts.api.resolve(kind)) {
            match kind {
                // Anything goes here.
                Type::Any => return true,
                Type::Array(items) if is_index => next.push(items),
                Type::Map(values) => next.push(values),
                Type::Named(schema) => match facts.api.schema(schema).map(|schema| &schema.kind) {
                    Some(SchemaKind::Object(fields)) => {
                        let named = fields.iter().filter(|field| field.name == name);
                        next.extend(named.map(|field| &field.kind));
                    }
                    Some(SchemaKind::Union(union)) => {
                        let variants = union.variants.iter();
                        let variants =
                            variants.filter_map(|(_, variant)| facts.api.schema(variant));
                        let fields = variants.flat_map(|variant| variant.fields());
                        let named = fields.filter(|field| field.name == name);
                        next.extend(named.map(|field| &field.kind));
                    }
                    // A string or a list of strings is entered as the list.
                    Some(SchemaKind::StringOrList) if is_index => next.push(&Type::String),
                    _ => {}
                },
                _ => {}
            }
        }
        kinds = next;
    }
    !kinds.is_empty()
}
