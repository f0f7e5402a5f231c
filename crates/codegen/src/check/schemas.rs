//! Schemas are of the forms that become types: every keyword fits its type, objects have names, maps are maps, and sets of strings
//! are named, of distinct strings, and annotated only for values that exist.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Facts;
use crate::problem::{Problems, hint};
use crate::spec::{Node, Role};

const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "object"];

const NUMBERS: &[&str] = &["integer", "number"];

/// Keywords that only mean something for some types.
const KEYWORDS: [(&str, &[&str]); 18] = [
    ("minLength", &["string"]),
    ("maxLength", &["string"]),
    ("pattern", &["string"]),
    ("enum", &["string"]),
    ("x-extensible-enum", &["string"]),
    ("format", &["string", "integer", "number"]),
    ("minimum", NUMBERS),
    ("maximum", NUMBERS),
    ("exclusiveMinimum", NUMBERS),
    ("exclusiveMaximum", NUMBERS),
    ("multipleOf", NUMBERS),
    ("items", &["array"]),
    ("minItems", &["array"]),
    ("maxItems", &["array"]),
    ("uniqueItems", &["array"]),
    ("properties", &["object"]),
    ("required", &["object"]),
    ("additionalProperties", &["object"]),
];

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let schemas = facts.api.parts.schemas.iter();
    for (role, node) in schemas.filter(|(_, node)| !node.has("$ref")) {
        type_and_keywords(node, found);
        format(*role, node, found);
        limits(node, found);
        object(*role, node, found);
        composition(node, found);
        values(*role, node, found);
        // Parameters have a rule of their own.
        if node.flag("nullable") && !matches!(role, Role::Property | Role::Parameter) {
            found.push(node.wrong_at("nullable", "only a property can be nullable; write `nullable: true` at each property that can be null"));
        }
    }
}

/// Everything that becomes public in Rust is described: the descriptions are its documentation.
pub fn descriptions(facts: Facts<'_>, found: &mut Problems) {
    for (role, node) in &facts.api.parts.schemas {
        let kind = match role {
            Role::Component => "component",
            Role::Property => "property",
            _ => continue,
        };
        if !node.has("$ref") && !node.says("description") {
            found.push(node.wrong(format!(
                "the {kind} has no description; say what it is, with its unit"
            )));
        } else if node.has("$ref") && *role == Role::Property {
            found.push(node.wrong("a property that is a bare `$ref` cannot be described; write `description: …` and `allOf: [{$ref: …}]`"));
        }
    }
    for parameter in facts
        .api
        .operations
        .iter()
        .flat_map(|operation| &operation.described)
    {
        if !parameter.says("description") {
            found.push(
                parameter.wrong("the parameter has no description; say what it is, with its unit"),
            );
        }
    }
}

fn type_and_keywords(node: &Node, found: &mut Problems) {
    let kind = node.text("type");
    if let Some(kind) = kind.filter(|kind| !TYPES.contains(kind)) {
        let otherwise = "write string, integer, number, boolean, array or object";
        let fix = hint(kind, TYPES, otherwise);
        return found.push(node.wrong_at("type", format!("there is no type `{kind}`; {fix}")));
    }
    for (keyword, kinds) in KEYWORDS {
        let message = match kind {
            _ if !node.has(keyword) => continue,
            Some(kind) if kinds.contains(&kind) => continue,
            Some(kind) => format!("`{keyword}` says nothing about the type `{kind}`; remove it"),
            None => format!(
                "`{keyword}` stands without a type; add `type: {}`",
                kinds[0]
            ),
        };
        found.push(node.wrong_at(keyword, message));
    }
    if kind == Some("array") && !node.has("items") {
        found.push(
            node.wrong("the list does not say what is in it; add `items` (`{}` for anything)"),
        );
    }
}

fn format(role: Role, node: &Node, found: &mut Problems) {
    let format = node.text("format");
    let known: &[&str] = match (node.text("type"), role) {
        (Some("string"), Role::Body | Role::Component) => &["date-time", "uuid", "uri", "binary"],
        (Some("string"), _) => &["date-time", "uuid", "uri"],
        (Some("integer"), _) => &["int64"],
        (Some("number"), _) => &["double"],
        _ => return,
    };
    if let Some(format) = format.filter(|format| !known.contains(format)) {
        let names = known.join(", ");
        let otherwise = format!(
            "for this type here the generator knows {names}; say the rest in the description"
        );
        let fix = hint(format, known.iter().copied(), &otherwise);
        found.push(node.wrong_at(
            "format",
            format!("the generator does not know the format `{format}` here; {fix}"),
        ));
    }
    if known == ["int64"] && format.is_none() {
        found.push(node.wrong("the integer does not say how large it can be; add `format: int64`"));
    }
}

fn limits(node: &Node, found: &mut Problems) {
    for (exclusive, limit) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        if node.has(exclusive) && !node.has(limit) {
            found.push(node.wrong_at(
                exclusive,
                format!("`{exclusive}` stands without `{limit}`; add `{limit}`"),
            ));
        }
    }
    for (least, most) in [
        ("minimum", "maximum"),
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
    ] {
        if let (Some(low), Some(high)) = (node.number(least), node.number(most))
            && low > high
        {
            found.push(node.wrong_at(
                least,
                format!("`{least}` is more than `{most}`; no value fits; mend one"),
            ));
        }
    }
    if let Some(pattern) = node.text("pattern")
        && jsonschema::validator_for(&json!({ "pattern": pattern })).is_err()
    {
        found.push(node.wrong_at(
            "pattern",
            format!("`{pattern}` is not a regular expression; mend it"),
        ));
    }
    let is_integer = node.text("type") == Some("integer");
    for key in ["minimum", "maximum", "multipleOf"]
        .into_iter()
        .filter(|_| is_integer)
    {
        if node
            .leaf(key)
            .is_some_and(|limit| limit.is_number() && !limit.is_i64())
        {
            found.push(node.wrong_at(
                key,
                format!(
                    "`{key}` of an integer is not a whole number of 64 bits; write a whole number"
                ),
            ));
        }
    }
}

fn object(role: Role, node: &Node, found: &mut Problems) {
    if node.text("type") != Some("object") {
        return;
    }
    let properties = || node.entries("properties").map(|(name, _)| name);
    let has_properties = properties().next().is_some();
    if has_properties && role != Role::Component {
        found.push(node.wrong("an object with properties has no name here; move it to components.schemas and refer to it"));
    }
    let key = "additionalProperties";
    match (node.has(key), node.leaf(key)) {
        (true, _) if has_properties => found.push(node.wrong_at(key, "`additionalProperties` stands beside `properties`; remove it: properties that are not described are always kept in the raw body")),
        (_, Some(Value::Bool(allowed))) => found.push(node.wrong_at(key, format!("`additionalProperties: {allowed}` is not a schema; write `additionalProperties: {{}}` for a free-form map"))),
        (false, _) if !has_properties => found.push(node.wrong("the object has no properties; describe them, or write `additionalProperties: {}` for a free-form map")),
        _ => {}
    }
    for required in node.texts("required") {
        if properties().all(|name| name != required) {
            let fix = hint(required, properties(), "describe it under `properties`");
            found.push(node.wrong_at(
                "required",
                format!("`{required}` is required and not described; {fix}"),
            ));
        }
    }
}

fn composition(node: &Node, found: &mut Problems) {
    if node.has("not") {
        found.push(node.wrong_at("not", "`not` cannot be a type; say it in the description"));
    }
    if !node.has("allOf") {
        return;
    }
    if !matches!(node.items("allOf"), [part] if part.has("$ref")) {
        found.push(node.wrong_at("allOf", "the generator does not merge schemas; use `allOf` only around one `$ref`, and write merged properties out"));
    }
    for key in ["type", "properties", "oneOf", "anyOf", "items"] {
        if node.has(key) {
            found.push(node.wrong_at(
                key,
                format!("`{key}` stands beside `allOf`; remove it: the `$ref` inside says it all"),
            ));
        }
    }
}

/// A set of strings.
fn values(role: Role, node: &Node, found: &mut Problems) {
    let mut known = BTreeSet::new();
    let keys = ["enum", "x-extensible-enum"]
        .into_iter()
        .filter(|key| node.has(key));
    match keys.collect::<Vec<_>>().as_slice() {
        [] => {}
        [key] => {
            if role != Role::Component {
                found.push(node.wrong_at(key, format!("the values of `{key}` have no name here; move the schema to components.schemas and refer to it")));
            }
            if node.items(key).is_empty() {
                found.push(node.wrong_at(key, format!("`{key}` lists no value; list the values, or remove it")));
            }
            for value in node.items(key) {
                match value.str() {
                    None => found.push(value.wrong(format!("`{}` is not a string; quote it, or describe the set in words", value.json()))),
                    Some("") => found.push(value.wrong("an empty value has no name; leave it out: an open enum keeps it as unknown")),
                    Some(text) if !known.insert(text) => found.push(value.wrong(format!("`{text}` stands here again; remove one of them"))),
                    Some(_) => {}
                }
            }
        }
        _ => return found.push(node.wrong("the schema has both `enum` and `x-extensible-enum`; keep `enum` if the document lists the values as a set, else `x-extensible-enum`")),
    }
    for key in ["x-enum-descriptions", "x-enum-sources"]
        .into_iter()
        .filter(|key| node.has(key))
    {
        if node.leaf(key).is_some() || !node.items(key).is_empty() {
            found.push(node.wrong_at(
                key,
                format!("`{key}` is not a mapping; write it from value to text"),
            ));
        }
        for (value, text) in node.entries(key) {
            if !known.contains(value) {
                let fix = hint(
                    value,
                    known.iter().copied(),
                    "list it among the values, or remove it",
                );
                found.push(text.wrong(format!("`{value}` is none of the values; {fix}")));
            } else if text.str().is_none_or(|text| text.trim().is_empty()) {
                found.push(text.wrong(format!(
                    "what is said about `{value}` is not a text; write a sentence"
                )));
            }
        }
    }
}
