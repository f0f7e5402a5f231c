//! Request bodies: one media type, of those that the generator writes.

use super::Report;
use super::tree::{Place, Tree};

pub fn rule(report: &mut Report<'_>) {
    let tree = report.tree();
    for operation in tree.operations() {
        // A body that is a reference is refused by the rule on references.
        if let Some(body) = operation
            .place
            .child("requestBody")
            .filter(|body| !body.has("$ref"))
        {
            check(report, tree, &body);
        }
    }
}

fn check(report: &mut Report<'_>, tree: Tree<'_>, body: &Place<'_>) {
    if !body.flag("required") {
        report.spec(
            &body.pointer,
            "the request body is not required, yet the client always sends it",
            "add `required: true`",
        );
    }
    let contents = body.entries("content");
    let [(media_type, content)] = contents.as_slice() else {
        let what = format!("the request body has {} media types", contents.len());
        return report.spec(
            &body.pointer,
            what,
            "describe exactly one: the client sends one",
        );
    };
    if content
        .node
        .get("encoding")
        .and_then(|encoding| encoding.as_object())
        .is_some_and(|parts| !parts.is_empty())
    {
        report.spec(
            &format!("{}/encoding", content.pointer),
            "the generator does not know `encoding`",
            "remove it",
        );
    }
    let Some(schema) = content.child("schema") else {
        return report.spec(
            &content.pointer,
            "the request body has no schema",
            "add one",
        );
    };
    match *media_type {
        "application/json" => {
            let object = tree
                .resolve(schema.clone())
                .is_some_and(|target| target.has("properties"));
            if !schema.has("$ref") || !object {
                report.spec(
                    &schema.pointer,
                    "a JSON request body must be a named object",
                    "write a `$ref` to a component with properties",
                );
            }
            let mut around = Vec::new();
            without_end(report, tree, schema, &mut around);
        }
        "application/octet-stream" => {
            let plain =
                schema.text("type") == Some("string") && schema.text("format") == Some("binary");
            if !plain || schema.node.as_object().is_some_and(|keys| keys.len() > 2) {
                report.spec(
                    &schema.pointer,
                    "bytes have one schema only",
                    "write `{type: string, format: binary}`",
                );
            }
        }
        other => report.spec(
            &content.pointer,
            format!("the generator cannot write a body of `{other}`"),
            "it writes application/json and application/octet-stream",
        ),
    }
}

/// An object that is in itself, and not in a list or map that may be empty, has no end.
fn without_end<'a>(
    report: &mut Report<'_>,
    tree: Tree<'a>,
    schema: Place<'a>,
    around: &mut Vec<String>,
) {
    let pointer = schema.pointer.clone();
    let Some(object) = tree.schema(schema) else {
        return;
    };
    if around.contains(&object.pointer) {
        return report.spec(
            &pointer,
            "an object of a request body is in itself",
            "only a list or a map of such objects can be made; leave the property out",
        );
    }
    around.push(object.pointer.clone());
    for (_, property) in object.entries("properties") {
        without_end(report, tree, property, around);
    }
    around.pop();
}
