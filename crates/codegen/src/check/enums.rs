//! String sets: named, of distinct strings, and annotated only for values that exist.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Report;
use super::tree::{Place, Role};
use crate::problem::similar;

pub fn rule(report: &mut Report<'_>) {
    for (role, place) in report.tree().schemas() {
        let keys: Vec<_> = ["enum", "x-extensible-enum"]
            .into_iter()
            .filter(|key| place.has(key))
            .collect();
        match keys.as_slice() {
            [] => annotations(report, &place, &BTreeSet::new()),
            [key] => {
                if role != Role::Component {
                    let what = format!("the values of `{key}` have no name here");
                    report.spec(
                        &format!("{}/{key}", place.pointer),
                        what,
                        "move the schema to components.schemas and refer to it",
                    );
                }
                let known = values(report, &place, key);
                annotations(report, &place, &known);
            }
            _ => report.spec(
                &place.pointer,
                "the schema has both `enum` and `x-extensible-enum`",
                "keep `enum` if the document lists the values as a set, else `x-extensible-enum`",
            ),
        }
    }
}

fn values<'a>(report: &mut Report<'a>, place: &Place<'a>, key: &str) -> BTreeSet<&'a str> {
    let mut known = BTreeSet::new();
    let pointer = format!("{}/{key}", place.pointer);
    let list = place.node.get(key).and_then(Value::as_array);
    if list.is_none_or(Vec::is_empty) {
        report.spec(
            &pointer,
            format!("`{key}` lists no value"),
            "list the values, or remove it",
        );
    }
    for (index, value) in list.into_iter().flatten().enumerate() {
        let pointer = format!("{pointer}/{index}");
        match value.as_str() {
            None => report.spec(
                &pointer,
                format!("`{value}` is not a string"),
                "quote it, or describe the set in words",
            ),
            Some("") => report.spec(
                &pointer,
                "an empty value has no name",
                "leave it out: an open enum keeps it as unknown",
            ),
            Some(text) if !known.insert(text) => report.spec(
                &pointer,
                format!("`{text}` stands here again"),
                "remove one of them",
            ),
            Some(_) => {}
        }
    }
    known
}

fn annotations(report: &mut Report<'_>, place: &Place<'_>, known: &BTreeSet<&str>) {
    for key in ["x-enum-descriptions", "x-enum-sources"] {
        let Some(annotation) = place.child(key) else {
            continue;
        };
        let Some(entries) = annotation.node.as_object() else {
            report.spec(
                &annotation.pointer,
                format!("`{key}` is not a mapping"),
                "write it from value to text",
            );
            continue;
        };
        for (value, text) in entries {
            let pointer = format!("{}/{}", annotation.pointer, crate::model::escape(value));
            if !known.contains(value.as_str()) {
                let fix = similar::hint(
                    value,
                    known.iter().copied(),
                    "list it among the values, or remove it",
                );
                report.spec(&pointer, format!("`{value}` is none of the values"), fix);
            } else if text.as_str().is_none_or(|text| text.trim().is_empty()) {
                report.spec(
                    &pointer,
                    format!("what is said about `{value}` is not a text"),
                    "write a sentence",
                );
            }
        }
    }
}
