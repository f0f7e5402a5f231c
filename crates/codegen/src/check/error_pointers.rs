//! `[errors]`: pointers that hit something in an error body, and a success flag that every success has.

use super::Report;
use super::tree::{Place, Tree};
use crate::problem::similar;

pub fn rule(report: &mut Report<'_>) {
    let loaded = report.loaded;
    let tree = report.tree();
    let bodies = bodies(tree, &['4', '5']);
    let errors = &loaded.sdk.errors;
    for (key, pointers) in [
        ("code", &errors.code),
        ("message", &errors.message),
        ("request_id", &errors.request_id),
    ] {
        for pointer in pointers {
            let key = format!("errors.{key}");
            if !pointer.starts_with('/') {
                report.sdk_table(
                    "[errors]",
                    &key,
                    format!("`{pointer}` is not a JSON pointer"),
                    "begin it with a slash",
                );
            } else if !bodies.is_empty()
                && !bodies.iter().any(|body| hits(tree, body.clone(), pointer))
            {
                let what = format!("`{pointer}` hits nothing in the error body of the spec");
                report.sdk_table(
                    "[errors]",
                    &key,
                    what,
                    "mend the pointer, or describe the property",
                );
            }
        }
    }
    if let Some(flag) = &errors.success_flag {
        for (id, body) in successes(tree) {
            let properties = body.entries("properties");
            let property = properties
                .iter()
                .find(|(name, _)| name == flag.get_ref())
                .map(|(_, place)| place.clone());
            let (what, fix) = match property.and_then(|property| tree.schema(property)) {
                Some(property) if property.text("type") == Some("boolean") => continue,
                Some(_) => (
                    format!(
                        "`{}` in the success body of `{id}` is not a boolean",
                        flag.get_ref()
                    ),
                    "name one that is, or remove the key".to_owned(),
                ),
                None => {
                    let known = properties.iter().map(|(name, _)| *name);
                    let fix =
                        similar::hint(flag.get_ref(), known, "describe it, or remove the key");
                    (
                        format!("the success body of `{id}` has no `{}`", flag.get_ref()),
                        fix,
                    )
                }
            };
            report.sdk("errors.success_flag", flag.span().start, what, fix);
        }
    }
}

/// The schemas of JSON bodies with a status of these kinds.
fn bodies<'a>(tree: Tree<'a>, kinds: &[char]) -> Vec<Place<'a>> {
    let mut found = Vec::new();
    for operation in tree.operations() {
        for (_, response) in tree
            .responses(&operation)
            .iter()
            .filter(|(code, _)| code.starts_with(kinds))
        {
            found.extend(json_schema(tree, response));
        }
    }
    found
}

fn successes<'a>(tree: Tree<'a>) -> Vec<(&'a str, Place<'a>)> {
    let mut found = Vec::new();
    for operation in tree.operations() {
        let id = operation.id().unwrap_or(operation.path);
        for (_, response) in tree
            .responses(&operation)
            .iter()
            .filter(|(code, _)| code.starts_with('2'))
        {
            found.extend(json_schema(tree, response).map(|schema| (id, schema)));
        }
    }
    found
}

fn json_schema<'a>(tree: Tree<'a>, response: &Place<'a>) -> Option<Place<'a>> {
    let contents = response.entries("content");
    let (_, content) = contents
        .iter()
        .find(|(kind, _)| kind.starts_with("application/json"))?;
    tree.schema(content.child("schema")?)
}

/// Whether a pointer into a body can hit something.
fn hits<'a>(tree: Tree<'a>, schema: Place<'a>, pointer: &str) -> bool {
    let mut schemas = vec![schema];
    for segment in pointer.split('/').skip(1) {
        let name = segment.replace("~1", "/").replace("~0", "~");
        let mut next = Vec::new();
        for schema in schemas.into_iter().filter_map(|schema| tree.schema(schema)) {
            // A string or a list of strings is entered as the list.
            for part in schema
                .items("oneOf")
                .into_iter()
                .filter_map(|part| tree.schema(part))
                .chain([schema.clone()])
            {
                let properties = part
                    .entries("properties")
                    .into_iter()
                    .filter(|(known, _)| *known == name);
                next.extend(properties.map(|(_, property)| property));
                if name.parse::<usize>().is_ok() {
                    next.extend(part.child("items"));
                }
                next.extend(part.child("additionalProperties"));
            }
            if schema
                .node
                .as_object()
                .is_some_and(|keys| !keys.contains_key("type") && !keys.contains_key("oneOf"))
            {
                // Anything goes here.
                return true;
            }
        }
        schemas = next;
    }
    !schemas.is_empty()
}
