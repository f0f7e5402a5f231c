//! Parameters are of the styles that the generator can send, and identifiers cannot be empty: an empty path segment would
//! be another endpoint.

use std::collections::BTreeSet;

use super::schemas::TYPES;
use super::{Facts, headers::is_token};
use crate::model::{Scheme, parts_of_union};
use crate::names::snake;
use crate::problem::Problems;
use crate::spec::Node;

/// Headers that OpenAPI describes elsewhere; as parameters every tool ignores them.
const NOT_PARAMETERS: [&str; 3] = ["accept", "content-type", "authorization"];

/// Types of what a URL can hold as it is.
const PLAIN: [&str; 4] = ["string", "integer", "number", "boolean"];

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    for operation in &facts.api.operations {
        for parameter in &operation.described {
            check(facts, parameter, found);
        }
        spread(facts, &operation.described, found);
        twice(facts, &operation.at, found);
        twice(facts, &operation.item, found);
    }
}

fn twice(facts: Facts<'_>, owner: &Node, found: &mut Problems) {
    let mut seen = BTreeSet::new();
    for node in owner.items("parameters") {
        if let Some(parameter) = facts.document.resolve(node) {
            let name = parameter.text("name").unwrap_or_default();
            if !seen.insert((parameter.text("in"), name)) {
                found.push(node.wrong(format!(
                    "the parameter `{name}` stands here again; remove one of them"
                )));
            }
        }
    }
}

fn check(facts: Facts<'_>, at: &Node, found: &mut Problems) {
    let name = at.text("name").unwrap_or_default();
    let location = at.text("in").unwrap_or_default();
    let wanted = match location {
        "path" | "header" => "simple",
        "query" | "cookie" => "form",
        // Told with the grammar.
        _ => return,
    };
    if location == "header" && NOT_PARAMETERS.contains(&name.to_ascii_lowercase().as_str()) {
        found.push(at.wrong(format!("OpenAPI ignores a header parameter `{name}`; remove it here; the client sends it if [[headers]] of sdk.toml or the credentials say so")));
    }
    if matches!(location, "header" | "cookie") && !is_token(name) {
        found.push(at.wrong(format!("`{name}` is no name for a {location}; write letters, digits and `-`, as the service reads it")));
    }
    let is_credential = |scheme: &Node| {
        let is_it = scheme.text("in") == Some(location) && scheme.text("name") == Some(name);
        is_it && scheme.text("type") == Some("apiKey")
    };
    let mut schemes = facts.sdk.all_credentials();
    if location == "query"
        && schemes
            .any(|it| Scheme::named(facts.document, it.scheme.get_ref()).is_some_and(is_credential))
    {
        found.push(at.wrong(format!("the parameter `{name}` carries the credential; remove it here: [credentials] of sdk.toml sends it")));
    }
    if location == "path" && !at.flag("required") {
        let message = format!("the path parameter `{name}` is not required; add `required: true`");
        found.push(at.wrong(message));
    }
    let schema = at
        .get("schema")
        .and_then(|schema| facts.document.meant(schema));
    let is_object = schema.is_some_and(|schema| schema.text("type") == Some("object"));
    let is_object = is_object && location == "query";
    let is_deep = is_object && at.text("style") == Some("deepObject");
    if let Some(style) = at
        .text("style")
        .filter(|style| *style != wanted && !is_deep)
    {
        found.push(at.at("style").wrong(format!("the generator cannot send `{name}` in the style `{style}`; only `{wanted}` is supported in {location}")));
    }
    if at.flag("allowReserved") {
        found.push(at.at("allowReserved").wrong(format!("`{name}` may not hold reserved characters as they are: the client always encodes them; remove `allowReserved`")));
    }
    if at.has("content") {
        found.push(at.wrong(format!(
            "the generator cannot send `{name}`, which has `content`; describe it by `schema`"
        )));
    } else if let Some(schema) = at.get("schema").filter(|_| !is_object) {
        check_schema(facts, at, schema, found);
    }
}

/// Whether what is described is a plain value.
fn is_plain(facts: Facts<'_>, schema: Option<&Node>) -> bool {
    let schema = schema.and_then(|schema| facts.document.meant(schema));
    let kind = schema.and_then(|schema| schema.text("type"));
    kind.is_some_and(|kind| PLAIN.contains(&kind))
}

/// The object that is written like parameters, if a parameter is one.
fn form_object<'a>(facts: Facts<'a>, at: &'a Node) -> Option<&'a Node> {
    let is_form = at.text("style").is_none_or(|style| style == "form");
    let schema = at.get("schema").filter(|_| is_form)?;
    let schema = facts.document.meant(schema)?;
    Some(schema).filter(|schema| schema.text("type") == Some("object"))
}

/// Objects in a query whose properties are written like parameters: each can be, and none is called like another one.
fn spread(facts: Facts<'_>, described: &[Node], found: &mut Problems) {
    let in_one_piece = |at: &Node| at.has("explode") && !at.flag("explode");
    let in_query = described.iter().filter(|at| at.text("in") == Some("query"));
    // What is not in one piece is not sent by its own name.
    let named = in_query
        .clone()
        .filter(|at| form_object(facts, at).is_none() || in_one_piece(at));
    let mut names: BTreeSet<&str> = named.filter_map(|at| at.text("name")).collect();
    for (at, object) in in_query.filter_map(|at| Some((at, form_object(facts, at)?))) {
        let name = at.text("name").unwrap_or_default();
        let in_one_piece = in_one_piece(at);
        let kinds = match in_one_piece {
            true => "a plain value",
            false => "a plain value or a list of plain values",
        };
        for (property, written) in object.entries("properties") {
            let list = facts.document.meant(written).and_then(|at| at.get("items"));
            let is_list = !in_one_piece && is_plain(facts, list);
            if !is_list && !is_plain(facts, Some(written)) {
                found.push(written.wrong(format!("`{property}` is not {kinds}, and as a part of the parameter `{name}` the generator can send only that; write `style: deepObject` at the parameter if the service reads `{name}[{property}]`")));
            }
            if !in_one_piece && !names.insert(property) {
                found.push(at.wrong(format!("the query has `{property}` twice: as a property of `{name}`, and as another parameter or property; keep one of them")));
            }
        }
    }
}

fn check_schema(facts: Facts<'_>, parameter: &Node, written: &Node, found: &mut Problems) {
    let name = parameter.text("name").unwrap_or_default();
    let location = parameter.text("in").unwrap_or_default();
    let Some(schema) = facts.document.meant(written) else {
        return;
    };
    let may_be_list = matches!(location, "query" | "header");
    let is_list = may_be_list && schema.text("type") == Some("array");
    let item = schema
        .get("items")
        .and_then(|items| facts.document.meant(items));
    let value = if is_list { item } else { Some(schema) };
    let kind = value.and_then(|value| value.text("type"));
    let is_union = value.is_some_and(|value| !parts_of_union(value).is_empty());
    let is_plain = match kind {
        // What is told of the schema: a type that there is none of, an object without a name.
        Some(kind) if !TYPES.contains(&kind) => true,
        Some("object")
            if value.is_some_and(|value| value.has("properties")) && written.has("properties") =>
        {
            true
        }
        // Whatever comes of it.
        None => is_union && location == "query",
        Some(kind) => PLAIN.contains(&kind),
    };
    if !is_plain {
        let kinds = match may_be_list {
            true => "a plain value or a list of plain values",
            false => "a plain value",
        };
        found.push(written.wrong(format!(
            "`{name}` is not {kinds}; in {location} the generator can send only that"
        )));
    }
    if is_list && schema.pointer() != written.pointer() {
        found.push(written.wrong(format!("the list `{name}` is described elsewhere; write `type: array` in place; a `$ref` may stand in its `items`")));
    }
    if schema.flag("nullable") {
        found.push(written.wrong(format!("the parameter `{name}` is nullable, and nothing in a URL or header is null; remove `nullable`: a parameter without a value is left out of the call")));
    }
    // A set has no empty value, and a format such as uuid has none either.
    let is_free = schema.text("type") == Some("string")
        && !["enum", "x-extensible-enum", "format"]
            .iter()
            .any(|key| schema.has(key));
    let may_be_empty = is_free && schema.number("minLength").unwrap_or(0.0) == 0.0;
    if may_be_empty && location == "path" {
        found.push(written.wrong(format!("the path parameter `{name}` may be empty, which would call another endpoint; add `minLength: 1`")));
    } else if may_be_empty && location == "query" && parameter.flag("required") && is_id(name) {
        let message = format!("the identifier `{name}` may be empty; add `minLength: 1`");
        found.push(written.wrong(message));
    }
}

fn is_id(name: &str) -> bool {
    let name = snake(name);
    name == "id" || name.ends_with("_id")
}
