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

#[cfg(test)]
mod tests {
    use crate::check::fixture::Case;

    fn example(written: &str) -> String {
        Case::good()
            .spec(
                "                call: {summary: A call., externalValue: examples/call.json}\n",
                &format!("                call:\n                  summary: A call.\n{written}"),
            )
            .told()
    }

    #[test]
    fn bodies_are_those_of_their_files() {
        insta::assert_snapshot!(example("                  x-file: examples/call.json\n"), @"specs/sample/openapi.yaml:33: /paths/~1calls~1{id}/get/responses/200/content/application~1json/examples/call: the body of `examples/call.json` is not in the spec, so tools do not see it; run `callslip-codegen`, which writes it below `x-file` (on a line of its own)");
        insta::assert_snapshot!(example("                  x-file: examples/call.json\n                  value: {a: 1}\n"), @"specs/sample/openapi.yaml:33: /paths/~1calls~1{id}/get/responses/200/content/application~1json/examples/call: `value` is not what `examples/call.json` holds; run `callslip-codegen`, which writes it below `x-file` (on a line of its own)");
        insta::assert_snapshot!(example("                  x-file: examples/cal.json\n                  value: {a: 1}\n"), @"specs/sample/openapi.yaml:33: /paths/~1calls~1{id}/get/responses/200/content/application~1json/examples/call/externalValue: the example file `examples/cal.json` cannot be read: entity not found; write the document's body there, or mend the name");
    }

    fn tag(property: &str) -> String {
        Case::good()
            .spec(
                "kind: {type: string, description: Always `WAIT`.}",
                property,
            )
            .told()
    }

    #[test]
    fn tags_are_pinned_to_what_leads_to_them() {
        assert_eq!(
            tag("kind: {type: string, enum: [WAIT], description: Always `WAIT`.}"),
            ""
        );
        insta::assert_snapshot!(tag("kind: {type: string, enum: [TALK], description: Always `WAIT`.}"), @"specs/sample/openapi.yaml:95: /components/schemas/WaitPart/properties/kind/enum: the tag is pinned to `TALK`, and the mapping leads here from `WAIT`; write `enum: [WAIT]`, or mend the mapping");
        insta::assert_snapshot!(tag("kind: {type: string, enum: [WAIT, TALK], description: Always `WAIT`.}"), @"specs/sample/openapi.yaml:95: /components/schemas/WaitPart/properties/kind/enum: the tag is pinned to `TALK`, `WAIT`, and the mapping leads here from `WAIT`; write `enum: [WAIT]`, or mend the mapping");
    }

    #[test]
    fn names_of_one_field() {
        let either = |names: &str| {
            Case::good()
                .spec(
                    "      description: Talk.\n      required: [kind]\n",
                    &format!(
                        "      description: Talk.\n      required: [kind]\n      anyOf: [{names}]\n"
                    ),
                )
                .told()
        };
        insta::assert_snapshot!(either("{required: [text]}, {required: [words]}"), @"specs/sample/openapi.yaml:87: /components/schemas/TalkPart/anyOf: nothing says that `text`, `words` are one field; list them in an entry of `[[aliases]]` in sdk.toml, or as properties that are not required");
    }

    #[test]
    fn null_beside_a_reference() {
        let status = |written: &str| {
            Case::good()
                .spec(
                    "          allOf: [{$ref: '#/components/schemas/Status'}]\n",
                    written,
                )
                .told()
        };
        assert_eq!(
            status(
                "          type: string\n          nullable: true\n          anyOf: [{$ref: '#/components/schemas/Status'}, {enum: [null]}]\n"
            ),
            ""
        );
        assert_eq!(
            status(
                "          type: string\n          nullable: true\n          allOf: [{$ref: '#/components/schemas/Status'}]\n"
            ),
            ""
        );
        insta::assert_snapshot!(status("          type: object\n          allOf: [{$ref: '#/components/schemas/Status'}]\n"), @"specs/sample/openapi.yaml:61: /components/schemas/Call/properties/status/type: `type: object` stands beside a reference to `string`; write `type: string`, or remove it");
        insta::assert_snapshot!(status("          anyOf: [{$ref: '#/components/schemas/Status'}, {enum: [null]}]\n"), @"specs/sample/openapi.yaml:59: /components/schemas/Call/properties/status: `status` may be null by its `anyOf`, and does not say so; write `type` and `nullable: true` beside `anyOf`");
    }
}
