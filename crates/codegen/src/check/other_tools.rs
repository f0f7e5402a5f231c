//! What the spec says twice, for tools that know no better way, it says alike: bodies of examples beside their files, and tags that
//! are pinned in the variants of a union. Reads the spec as it is written; every other rule reads its plain form.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Report;
use crate::model::{escape, local_name};
use crate::spec::{FILE, TAG_OR_NOT, is_null};

pub fn rule(report: &mut Report<'_>) {
    let written = &report.loaded.written;
    examples(report, written, "");
    pins(report, written);
    nullable(report, written);
    names(report, written);
}

/// Names of which one has to be there are names of one field.
fn names(report: &mut Report<'_>, written: &Value) {
    let schemas = written["components"]["schemas"].as_object();
    for (schema, node) in schemas.into_iter().flatten() {
        let parts = node["anyOf"].as_array().map_or(&[][..], Vec::as_slice);
        let names: Vec<&str> = parts
            .iter()
            .filter_map(|part| part["required"][0].as_str())
            .collect();
        if names.is_empty() {
            continue;
        }
        let is_one = report.loaded.sdk.aliases.iter().any(|alias| {
            let is_spelled = |name: &&str| alias.fields.iter().any(|field| field.get_ref() == name);
            alias.schema.get_ref() == schema && names.iter().all(is_spelled)
        });
        if !is_one {
            let pointer = format!("/components/schemas/{}/anyOf", escape(schema));
            let what = format!("nothing says that {} are one field", list(&names));
            let fix = "list them in an entry of `[[aliases]]` in sdk.toml, or as properties that are not required";
            report.spec(&pointer, what, fix);
        }
    }
}

fn examples(report: &mut Report<'_>, node: &Value, pointer: &str) {
    match node {
        Value::Object(entries) => {
            if let Some(Value::String(file)) = entries.get(FILE) {
                return example(report, file, node, pointer);
            }
            for (key, value) in entries {
                examples(report, value, &format!("{pointer}/{}", escape(key)));
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                examples(report, value, &format!("{pointer}/{index}"));
            }
        }
        _ => {}
    }
}

fn example(report: &mut Report<'_>, file: &str, node: &Value, pointer: &str) {
    if node.get("externalValue").is_some() {
        let what = format!("`externalValue` stands beside `{FILE}`");
        report.spec(pointer, what, "remove it");
    }
    let Some(body) = report.loaded.examples.get(file) else {
        return;
    };
    let what = match node.get("value") {
        Some(value) if value == body => return,
        Some(_) => format!("`value` is not what `{file}` holds"),
        None => format!("the body of `{file}` is not in the spec, so tools do not see it"),
    };
    let fix = format!(
        "run `{}`, which writes it below `{FILE}` (on a line of its own)",
        report.loaded.project.command
    );
    report.spec(pointer, what, fix);
}

/// A variant may pin the tag of its union, and then to the values that lead to it.
fn pins(report: &mut Report<'_>, written: &Value) {
    let schemas = written["components"]["schemas"].as_object();
    for union in schemas.into_iter().flat_map(|schemas| schemas.values()) {
        let discriminator = union.get(TAG_OR_NOT).unwrap_or(&union["discriminator"]);
        let Some(tag) = discriminator["propertyName"].as_str() else {
            continue;
        };
        let mut leading: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (value, target) in discriminator["mapping"].as_object().into_iter().flatten() {
            let target = local_name(target.as_str().unwrap_or_default());
            leading.entry(target).or_default().push(value);
        }
        for (variant, mut values) in leading {
            let pinned = &written["components"]["schemas"][variant]["properties"][tag]["enum"];
            let Some(pinned) = pinned.as_array() else {
                continue;
            };
            let mut pinned: Vec<&str> = pinned.iter().filter_map(Value::as_str).collect();
            pinned.sort_unstable();
            values.sort_unstable();
            if pinned != values {
                let pointer = format!(
                    "/components/schemas/{}/properties/{}/enum",
                    escape(variant),
                    escape(tag)
                );
                let what = format!(
                    "the tag is pinned to {}, and the mapping leads here from {}",
                    list(&pinned),
                    list(&values)
                );
                let fix = format!("write `enum: [{}]`, or mend the mapping", values.join(", "));
                report.spec(&pointer, what, fix);
            }
        }
    }
}

fn list(values: &[&str]) -> String {
    let quoted: Vec<_> = values.iter().map(|value| format!("`{value}`")).collect();
    match quoted.as_slice() {
        [] => "no text".to_owned(),
        quoted => quoted.join(", "),
    }
}

/// Null beside a reference: the two ways to write it do not go together.
fn nullable(report: &mut Report<'_>, written: &Value) {
    let schemas = written["components"]["schemas"].as_object();
    for (name, schema) in schemas.into_iter().flatten() {
        for (property, node) in schema["properties"].as_object().into_iter().flatten() {
            beside(report, written, name, property, node);
            let parts = node["anyOf"].as_array().map_or(&[][..], Vec::as_slice);
            if parts.iter().any(is_null) && node["nullable"] != Value::Bool(true) {
                let pointer = format!(
                    "/components/schemas/{}/properties/{}",
                    escape(name),
                    escape(property)
                );
                let what = format!("`{property}` may be null by its `anyOf`, and does not say so");
                report.spec(
                    &pointer,
                    what,
                    "write `type` and `nullable: true` beside `anyOf`",
                );
            }
        }
    }
}

/// The `type` that stands beside a reference is the reference's.
fn beside(report: &mut Report<'_>, written: &Value, schema: &str, property: &str, node: &Value) {
    let parts = node.get("allOf").unwrap_or(&node["anyOf"]);
    let (Some(kind), Some(reference)) = (node["type"].as_str(), parts[0]["$ref"].as_str()) else {
        return;
    };
    let target = &written["components"]["schemas"][local_name(reference)];
    let is_union = target.get("discriminator").is_some() || target.get(TAG_OR_NOT).is_some();
    let wanted = if is_union {
        Some("object")
    } else {
        target["type"].as_str()
    };
    if let Some(wanted) = wanted
        && wanted != kind
    {
        let pointer = format!(
            "/components/schemas/{}/properties/{}/type",
            escape(schema),
            escape(property)
        );
        let what = format!("`type: {kind}` stands beside a reference to `{wanted}`");
        report.spec(
            &pointer,
            what,
            format!("write `type: {wanted}`, or remove it"),
        );
    }
}
