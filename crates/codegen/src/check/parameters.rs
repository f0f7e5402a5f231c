//! Parameters are of the styles that the generator can send, and identifiers cannot be empty: an empty path segment would
//! be another endpoint.

use std::collections::BTreeSet;

use super::Report;
use super::tree::{Place, Tree};
use crate::names;

/// Headers that OpenAPI describes elsewhere; as parameters every tool ignores them.
const NOT_PARAMETERS: [&str; 3] = ["accept", "content-type", "authorization"];

pub fn rule(report: &mut Report<'_>) {
    let tree = report.tree();
    for operation in tree.operations() {
        for parameter in tree.parameters(&operation) {
            check(report, tree, &parameter);
        }
        twice(report, tree, &operation.place);
    }
    for (_, item) in tree.root().entries("paths") {
        twice(report, tree, &item);
    }
}

fn twice(report: &mut Report<'_>, tree: Tree<'_>, owner: &Place<'_>) {
    let mut seen = BTreeSet::new();
    for place in owner.items("parameters") {
        let Some(parameter) = tree.resolve(place.clone()) else {
            continue;
        };
        let name = parameter.text("name").unwrap_or_default();
        if !seen.insert((parameter.text("in"), name)) {
            report.spec(
                &place.pointer,
                format!("the parameter `{name}` stands here again"),
                "remove one of them",
            );
        }
    }
}

fn check<'a>(report: &mut Report<'a>, tree: Tree<'a>, parameter: &Place<'a>) {
    let name = parameter.text("name").unwrap_or_default();
    let location = parameter.text("in").unwrap_or_default();
    let wanted_style = match location {
        "path" | "header" => "simple",
        "query" => "form",
        "cookie" => {
            let fix = "a cookie that is a credential belongs in a security scheme; else leave the parameter out";
            return report.spec(
                &parameter.pointer,
                format!("`{name}` is a cookie, which the generator cannot send"),
                fix,
            );
        }
        other => {
            let what = format!("`{name}` is said to be in `{other}`");
            return report.spec(&parameter.pointer, what, "write path, query or header");
        }
    };
    if location == "header" && NOT_PARAMETERS.contains(&name.to_ascii_lowercase().as_str()) {
        report.spec(
            &parameter.pointer,
            format!("OpenAPI ignores a header parameter `{name}`"),
            "remove it here; the client sends it if [[headers]] of sdk.toml or the credentials say so",
        );
    }
    if location == "path" && !parameter.flag("required") {
        report.spec(
            &parameter.pointer,
            format!("the path parameter `{name}` is not required"),
            "add `required: true`",
        );
    }
    if let Some(style) = parameter
        .text("style")
        .filter(|style| *style != wanted_style)
    {
        let what = format!("the generator cannot send `{name}` in the style `{style}`");
        report.spec(
            &format!("{}/style", parameter.pointer),
            what,
            format!("only `{wanted_style}` is supported in {location}"),
        );
    }
    if parameter.flag("allowReserved") {
        let what = format!(
            "`{name}` may not hold reserved characters as they are: the client always encodes them"
        );
        report.spec(
            &format!("{}/allowReserved", parameter.pointer),
            what,
            "remove `allowReserved`",
        );
    }
    if parameter.has("content") {
        let what = format!("the generator cannot send `{name}`, which has `content`");
        return report.spec(&parameter.pointer, what, "describe it by `schema`");
    }
    if let Some(schema) = parameter.child("schema") {
        check_schema(report, tree, parameter, schema);
    }
}

fn check_schema<'a>(
    report: &mut Report<'a>,
    tree: Tree<'a>,
    parameter: &Place<'a>,
    schema: Place<'a>,
) {
    let name = parameter.text("name").unwrap_or_default();
    let location = parameter.text("in").unwrap_or_default();
    let pointer = schema.pointer.clone();
    let Some(schema) = tree.schema(schema) else {
        return;
    };
    let list = location == "query" && schema.text("type") == Some("array");
    let value = if list {
        schema.child("items").and_then(|items| tree.schema(items))
    } else {
        Some(schema.clone())
    };
    let simple = |value: &Place<'_>| {
        matches!(
            value.text("type"),
            Some("string" | "integer" | "number" | "boolean")
        )
    };
    if !value.as_ref().is_some_and(simple) {
        let kinds = if location == "query" {
            "a plain value or a list of plain values"
        } else {
            "a plain value"
        };
        report.spec(
            &pointer,
            format!("`{name}` is not {kinds}"),
            format!("in {location} the generator can send only that"),
        );
    }
    if list && schema.pointer != pointer {
        report.spec(
            &pointer,
            format!("the list `{name}` is described elsewhere"),
            "write `type: array` in place; a `$ref` may stand in its `items`",
        );
    }
    if schema.flag("nullable") {
        report.spec(
            &pointer,
            format!("the parameter `{name}` is nullable, and nothing in a URL or header is null"),
            "remove `nullable`: a parameter without a value is left out of the call",
        );
    }
    // A set has no empty value, and a format such as uuid has none either.
    let is_plain_string = schema.text("type") == Some("string")
        && !["enum", "x-extensible-enum", "format"]
            .iter()
            .any(|key| schema.has(key));
    let is_identifier = location == "path"
        || (location == "query" && parameter.flag("required") && names_an_id(name));
    let min_length = schema
        .node
        .get("minLength")
        .and_then(serde_json::Value::as_u64)
        .unwrap_or(0);
    if is_plain_string && is_identifier && min_length == 0 {
        let what = if location == "path" {
            format!("the path parameter `{name}` may be empty, which would call another endpoint")
        } else {
            format!("the identifier `{name}` may be empty")
        };
        report.spec(&pointer, what, "add `minLength: 1`");
    }
}

fn names_an_id(name: &str) -> bool {
    let name = names::snake(name);
    name == "id" || name.ends_with("_id")
}
