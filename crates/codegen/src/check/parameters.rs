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

#[cfg(test)]
mod tests {
    use crate::check::fixture::Case;

    /// The good spec with one more parameter.
    fn with(parameter: &str) -> String {
        let at = "      responses:\n";
        Case::good()
            .spec(
                at,
                &format!("        - {{description: More., {parameter}}}\n{at}"),
            )
            .told()
    }

    #[test]
    fn plain_parameters_pass() {
        assert_eq!(
            with("name: page, in: query, schema: {type: integer, format: int64}"),
            ""
        );
        assert_eq!(
            with("name: tags, in: query, schema: {type: array, items: {type: string}}"),
            ""
        );
        assert_eq!(
            with(
                "name: tags, in: query, explode: false, schema: {type: array, items: {$ref: '#/components/schemas/Status'}}"
            ),
            ""
        );
        assert_eq!(
            with("name: agentId, in: query, schema: {type: string}"),
            "",
            "an optional identifier may be left out"
        );
        assert_eq!(
            with(
                "name: status, in: query, required: true, schema: {$ref: '#/components/schemas/Status'}"
            ),
            ""
        );
    }

    #[test]
    fn what_cannot_be_sent_is_refused() {
        insta::assert_snapshot!(with("name: session, in: cookie, schema: {type: string}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: `session` is a cookie, which the generator cannot send; a cookie that is a credential belongs in a security scheme; else leave the parameter out");
        insta::assert_snapshot!(with("name: tags, in: query, style: deepObject, schema: {type: string}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/style: the generator cannot send `tags` in the style `deepObject`; only `form` is supported in query");
        insta::assert_snapshot!(with("name: filter, in: query, content: {application/json: {schema: {type: string}}}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: the generator cannot send `filter`, which has `content`; describe it by `schema`");
        insta::assert_snapshot!(with("name: Content-Type, in: header, schema: {type: string}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: OpenAPI ignores a header parameter `Content-Type`; remove it here; the client sends it if [[headers]] of sdk.toml or the credentials say so");
        insta::assert_snapshot!(with("name: call, in: query, schema: {$ref: '#/components/schemas/Call'}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/schema: `call` is not a plain value or a list of plain values; in query the generator can send only that");
        let tags = "        - {name: tags, in: query, description: More., schema: {$ref: '#/components/schemas/Tags'}}\n      responses:\n";
        insta::assert_snapshot!(Case::good().spec("      responses:\n", tags).spec("    Status:\n", "    Tags: {type: array, description: Tags., items: {type: string}}\n    Status:\n").told(), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/schema: the list `tags` is described elsewhere; write `type: array` in place; a `$ref` may stand in its `items`");
        insta::assert_snapshot!(with("name: q, in: query, allowReserved: true, schema: {type: string}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/allowReserved: `q` may not hold reserved characters as they are: the client always encodes them; remove `allowReserved`");
        insta::assert_snapshot!(with("name: q, in: query, schema: {type: string, nullable: true}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/schema: the parameter `q` is nullable, and nothing in a URL or header is null; remove `nullable`: a parameter without a value is left out of the call");
        insta::assert_snapshot!(with("name: id, in: path, required: true, schema: {type: string, minLength: 1}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: the parameter `id` stands here again; remove one of them");
        insta::assert_snapshot!(with("name: q, in: query"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: a parameter has neither `schema` nor `content`; add `schema`");
        insta::assert_snapshot!(with("name: q, in: body, schema: {type: string}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/in: `in` cannot be `body`; write one of path, query, header, cookie");
    }

    #[test]
    fn identifiers_are_not_empty() {
        insta::assert_snapshot!(Case::good().spec("type: string, minLength: 1", "type: string").told(), @"specs/sample/openapi.yaml:20: /paths/~1calls~1{id}/get/parameters/0/schema: the path parameter `id` may be empty, which would call another endpoint; add `minLength: 1`");
        insta::assert_snapshot!(with("name: callId, in: query, required: true, schema: {type: string}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/schema: the identifier `callId` may be empty; add `minLength: 1`");
        insta::assert_snapshot!(Case::good().spec("          required: true\n", "").told(), @"specs/sample/openapi.yaml:15: /paths/~1calls~1{id}/get/parameters/0: the path parameter `id` is not required; add `required: true`");
    }
}
