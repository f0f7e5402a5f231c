//! Schemas are of the forms that become types: every keyword fits its type, objects have names, maps are maps, and sets of strings
//! are named, of distinct strings, and annotated only for values that exist.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Facts;
use crate::model::{PLAIN, SchemaKind, Type};
use crate::problem::{Problems, hint};
use crate::spec::{Node, Role};

pub(super) const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "object"];

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    circles(facts, found);
    let operations = facts.api.operations.iter();
    let forms = operations.filter_map(|operation| operation.form_with_files()?.schema.as_ref());
    let forms = forms.filter_map(|form| facts.document.meant(form));
    let forms: Vec<String> = forms.map(|form| format!("{}/", form.pointer())).collect();
    let schemas = facts.api.parts.schemas.iter();
    for (role, node) in schemas.filter(|(_, node)| !node.has("$ref")) {
        type_and_keywords(node, found);
        let is_part = forms.iter().any(|form| node.pointer().starts_with(form));
        format(*role, is_part, node, found);
        limits(node, found);
        object(*role, node, found);
        composition(node, found);
        values(*role, node, found);
        // Parameters have a rule of their own.
        if node.flag("nullable") && !matches!(role, Role::Property | Role::Parameter) {
            found.push(node.at("nullable").wrong("only a property can be nullable; write `nullable: true` at each property that can be null"));
        }
    }
}

/// A component that is nothing but another one, or a list or map of it, is not itself in the end. Told once of each circle.
fn circles(facts: Facts<'_>, found: &mut Problems) {
    let mut told = BTreeSet::new();
    for schema in &facts.api.schemas {
        let (mut way, mut at) = (vec![schema.name.as_str()], schema);
        while let SchemaKind::Alias(kind) = &at.kind
            && let Some(next) = kind.name().and_then(|name| facts.api.schema(name))
            && !way.contains(&next.name.as_str())
        {
            way.push(&next.name);
            at = next;
        }
        let SchemaKind::Alias(kind) = &at.kind else {
            continue;
        };
        if kind.name() == Some(&schema.name) && !way.iter().any(|name| told.contains(name)) {
            told.extend(way.iter().copied());
            way.push(&schema.name);
            let way = way.join("` is `");
            found.push(schema.at.wrong(format!(
                "`{way}` again, and nothing else; describe one of them as an object with properties"
            )));
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
            let message = format!("the {kind} has no description; say what it is, with its unit");
            found.push(node.wrong(message));
        } else if node.has("$ref") && *role == Role::Property {
            found.push(node.wrong("a property that is a bare `$ref` cannot be described; write `description: …` and `allOf: [{$ref: …}]`"));
        }
    }
    let operations = facts.api.operations.iter();
    let parameters = operations.flat_map(|operation| &operation.described);
    for parameter in parameters.filter(|parameter| !parameter.says("description")) {
        let message = "the parameter has no description; say what it is, with its unit";
        found.push(parameter.wrong(message));
    }
}

fn type_and_keywords(node: &Node, found: &mut Problems) {
    let kind = node.text("type");
    if let Some(kind) = kind.filter(|kind| !TYPES.contains(kind)) {
        let fix = hint(
            kind,
            TYPES,
            "write string, integer, number, boolean, array or object",
        );
        let message = format!("there is no type `{kind}`; {fix}");
        return found.push(node.at("type").wrong(message));
    }
    for (keyword, value) in node.map() {
        // Keywords that only mean something for some types.
        let kinds: &[&str] = match keyword {
            "minLength" | "maxLength" | "pattern" | "x-extensible-enum" => &["string"],
            "enum" => &["string", "integer", "number", "boolean"],
            "format" => &["string", "integer", "number"],
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
                &["integer", "number"]
            }
            "items" | "minItems" | "maxItems" | "uniqueItems" => &["array"],
            "properties" | "required" | "additionalProperties" => &["object"],
            _ => continue,
        };
        found.push(value.wrong(match kind {
            Some(kind) if kinds.contains(&kind) => continue,
            Some(kind) => format!("`{keyword}` says nothing about the type `{kind}`; remove it"),
            None => format!(
                "`{keyword}` stands without a type; add `type: {}`",
                kinds[0]
            ),
        }));
    }
    if kind == Some("array") && !node.has("items") {
        let message = "the list does not say what is in it; add `items` (`{}` for anything)";
        found.push(node.wrong(message));
    }
}

fn format(role: Role, is_part: bool, node: &Node, found: &mut Problems) {
    let format = node.text("format");
    let of_type = |(kind, ..): &&(&str, &str, Type)| node.text("type") == Some(*kind);
    let may_be_bytes = is_part || matches!(role, Role::Body | Role::Component);
    let known = PLAIN.iter().filter(of_type);
    let known = known.filter(|(.., plain)| may_be_bytes || *plain != Type::Binary);
    let known: Vec<&str> = known.map(|(_, format, _)| *format).collect();
    let known: Vec<&str> = known
        .into_iter()
        .filter(|known| !known.is_empty())
        .collect();
    if known.is_empty() {
        return;
    }
    if let Some(format) = format.filter(|format| !known.contains(format)) {
        let otherwise = format!(
            "for this type here the generator knows {}; say the rest in the description",
            known.join(", ")
        );
        let fix = hint(format, known.iter().copied(), &otherwise);
        let message = format!("the generator does not know the format `{format}` here; {fix}");
        found.push(node.at("format").wrong(message));
    }
}

fn limits(node: &Node, found: &mut Problems) {
    for end in ["imum", "Length", "Items"] {
        let (least, most) = (format!("min{end}"), format!("max{end}"));
        if let (Some(low), Some(high)) = (node.number(&least), node.number(&most))
            && low > high
        {
            let message = format!("`{least}` is more than `{most}`; no value fits; mend one");
            found.push(node.at(&least).wrong(message));
        }
    }
    let is_integer = node.text("type") == Some("integer");
    for (key, value) in node.map() {
        found.push(value.wrong(match key {
            "exclusiveMinimum" if !node.has("minimum") => {
                "`exclusiveMinimum` stands without `minimum`; add `minimum`".to_owned()
            }
            "exclusiveMaximum" if !node.has("maximum") => {
                "`exclusiveMaximum` stands without `maximum`; add `maximum`".to_owned()
            }
            "pattern" if value.str().is_some_and(is_no_pattern) => {
                let pattern = value.str().unwrap_or_default();
                format!("`{pattern}` is not a regular expression; mend it")
            }
            "minimum" | "maximum" | "multipleOf" if is_integer && is_fraction(value) => {
                format!(
                    "`{key}` of an integer is not a whole number of 64 bits; write a whole number"
                )
            }
            _ => continue,
        }));
    }
}

fn is_no_pattern(text: &str) -> bool {
    jsonschema::validator_for(&json!({ "pattern": text })).is_err()
}

/// Whether a number is none of 64 bits with a sign.
fn is_fraction(node: &Node) -> bool {
    node.json().as_number().is_some_and(|limit| !limit.is_i64())
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
        (true, _) if has_properties => found.push(node.at(key).wrong("`additionalProperties` stands beside `properties`; remove it: properties that are not described are always kept in the raw body")),
        (_, Some(Value::Bool(allowed))) => found.push(node.at(key).wrong(format!("`additionalProperties: {allowed}` is not a schema; write `additionalProperties: {{}}` for a free-form map"))),
        (false, _) if !has_properties => found.push(node.wrong("the object has no properties; describe them, or write `additionalProperties: {}` for a free-form map")),
        _ => {}
    }
    for required in node.texts("required") {
        if properties().all(|name| name != required) {
            let fix = hint(required, properties(), "describe it under `properties`");
            let message = format!("`{required}` is required and not described; {fix}");
            found.push(node.at("required").wrong(message));
        }
    }
}

fn composition(node: &Node, found: &mut Problems) {
    for (key, value) in node.map() {
        found.push(value.wrong(match key {
            "not" => "`not` cannot be a type; say it in the description".to_owned(),
            "allOf" if !matches!(value.list(), [part] if part.has("$ref")) => "the generator does not merge schemas; use `allOf` only around one `$ref`, and write merged properties out".to_owned(),
            "type" | "properties" | "oneOf" | "anyOf" | "items" if node.has("allOf") => {
                format!("`{key}` stands beside `allOf`; remove it: the `$ref` inside says it all")
            }
            _ => continue,
        }));
    }
}

/// A set of strings.
fn values(role: Role, node: &Node, found: &mut Problems) {
    let mut known = BTreeSet::new();
    // Numbers stay numbers, whichever they are.
    let is_set = node.text("type").is_none_or(|kind| kind == "string");
    let keys = ["enum", "x-extensible-enum"].into_iter();
    let keys = keys.filter(|key| node.has(key) && is_set);
    match keys.collect::<Vec<_>>().as_slice() {
        [] => {}
        [key] => {
            if role != Role::Component {
                found.push(node.at(key).wrong(format!("the values of `{key}` have no name here; move the schema to components.schemas and refer to it")));
            }
            if node.items(key).is_empty() {
                found.push(node.at(key).wrong(format!("`{key}` lists no value; list the values, or remove it")));
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
    for (key, said) in node.map() {
        if !matches!(key, "x-enum-descriptions" | "x-enum-sources") {
            continue;
        }
        if !said.is_map() {
            let message = format!("`{key}` is not a mapping; write it from value to text");
            found.push(said.wrong(message));
        }
        for (value, text) in said.map() {
            if known.is_empty() {
                continue;
            } else if !known.contains(value) {
                let otherwise = "list it among the values, or remove it";
                let fix = hint(value, known.iter().copied(), otherwise);
                found.push(text.wrong(format!("`{value}` is none of the values; {fix}")));
            } else if text.str().is_none_or(|text| text.trim().is_empty()) {
                let what = format!("what is said about `{value}` is not a text");
                found.push(text.wrong(format!("{what}; write a sentence")));
            }
        }
    }
}
