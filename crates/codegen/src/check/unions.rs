//! Unions: named, told apart by a tag, and every tag value leads to a variant that has the tag.

use serde_json::Value;

use super::Report;
use super::tree::{Place, Role, Tree};
use crate::model::escape;
use crate::problem::similar;

pub fn rule(report: &mut Report<'_>) {
    let tree = report.tree();
    for (role, place) in tree.schemas() {
        if place.has("anyOf") {
            any_of(report, tree, &place);
        }
        if place.has("oneOf") {
            one_of(report, tree, role, &place);
        } else if place.has("discriminator") {
            report.spec(
                &format!("{}/discriminator", place.pointer),
                "the discriminator stands without `oneOf`",
                "list the variants under `oneOf`",
            );
        }
    }
}

fn any_of<'a>(report: &mut Report<'a>, tree: Tree<'a>, place: &Place<'a>) {
    let open_enum = place
        .items("anyOf")
        .into_iter()
        .filter_map(|part| tree.schema(part))
        .any(|part| part.has("enum"));
    let fix = if open_enum {
        "write one component with the values as `x-extensible-enum`: every enum takes values that it does not know"
    } else {
        "write `oneOf` with a discriminator"
    };
    report.spec(
        &format!("{}/anyOf", place.pointer),
        "the generator cannot tell the parts of `anyOf` apart",
        fix,
    );
}

fn one_of<'a>(report: &mut Report<'a>, tree: Tree<'a>, role: Role, place: &Place<'a>) {
    if role != Role::Component {
        report.spec(
            &format!("{}/oneOf", place.pointer),
            "the union has no name here",
            "move it to components.schemas and refer to it",
        );
    }
    for key in ["type", "properties", "allOf", "anyOf"] {
        if place.has(key) {
            report.spec(
                &format!("{}/{key}", place.pointer),
                format!("`{key}` stands beside `oneOf`"),
                "move it into the variants",
            );
        }
    }
    let Some(discriminator) = place.child("discriminator") else {
        if !is_text_or_texts(place) {
            report.spec(
                &place.pointer,
                "the union has no discriminator",
                "add one with propertyName and mapping; without, only a string or a list of strings can be told apart",
            );
        }
        return;
    };
    let Some(tag) = discriminator
        .text("propertyName")
        .filter(|tag| !tag.is_empty())
    else {
        return report.spec(
            &discriminator.pointer,
            "the discriminator names no property",
            "add `propertyName`",
        );
    };
    let listed: Vec<&str> = place
        .items("oneOf")
        .iter()
        .filter_map(|part| part.text("$ref"))
        .collect();
    for part in place.items("oneOf").iter().filter(|part| !part.has("$ref")) {
        report.spec(
            &part.pointer,
            "the variant has no name",
            "move it to components.schemas and refer to it",
        );
    }
    let mapping = discriminator.entries("mapping");
    if mapping.is_empty() {
        let what = "the discriminator maps no value";
        report.spec(
            &discriminator.pointer,
            what,
            "add `mapping` from each value to its variant",
        );
    }
    for (value, entry) in &mapping {
        mapped(report, tree, value, entry, &listed);
    }
    for reference in &listed {
        if !mapping.is_empty()
            && !mapping
                .iter()
                .any(|(_, entry)| entry.node.as_str() == Some(reference))
        {
            let what = format!("no value leads to `{reference}`");
            report.spec(
                &format!("{}/mapping", discriminator.pointer),
                what,
                "add its value to the mapping",
            );
        }
        if let Some(variant) = tree.target(reference) {
            has_tag(report, tree, &variant, tag, &mapping, &discriminator);
        }
    }
    for (property, value) in discriminator.entries("x-tag-by-property") {
        stands_in(report, tree, property, &value, &mapping);
    }
}

/// A property that stands in for an absent tag is there in the variant that it means, and in no other.
fn stands_in<'a>(
    report: &mut Report<'a>,
    tree: Tree<'a>,
    property: &str,
    value: &Place<'a>,
    mapping: &[(&str, Place<'a>)],
) {
    let tag = value.node.as_str().unwrap_or_default();
    let Some((_, meant)) = mapping.iter().find(|(known, _)| *known == tag) else {
        let fix = similar::hint(
            tag,
            mapping.iter().map(|(known, _)| *known),
            "write a value of the mapping",
        );
        return report.spec(
            &value.pointer,
            format!("`{property}` means `{tag}`, which leads nowhere"),
            fix,
        );
    };
    for (_, entry) in mapping {
        let Some(variant) = entry.node.as_str().and_then(|target| tree.target(target)) else {
            continue;
        };
        if entry.node == meant.node {
            if !variant.lists("required", property) {
                report.spec(
                    &value.pointer,
                    format!("`{property}` is not required in the variant that it means"),
                    "choose a property that every object of that variant has, and no other",
                );
            }
        } else if variant
            .entries("properties")
            .iter()
            .any(|(name, _)| *name == property)
        {
            report.spec(
                &value.pointer,
                format!("`{property}` is also a property of {}", variant.pointer),
                "choose a property that every object of that variant has, and no other",
            );
        }
    }
}

fn mapped(
    report: &mut Report<'_>,
    tree: Tree<'_>,
    value: &str,
    entry: &Place<'_>,
    listed: &[&str],
) {
    let target = entry.node.as_str().unwrap_or_default();
    if listed.contains(&target) {
        return;
    }
    let (what, fix) = if tree.component_schema(target).is_some() {
        (
            format!("`{target}` is a bare name"),
            format!("write `#/components/schemas/{target}`"),
        )
    } else if tree.target(target).is_none() {
        let fix = similar::hint(
            target,
            listed.iter().copied(),
            "write `#/components/schemas/<name>`",
        );
        (
            format!("`{value}` leads to `{target}`, which does not exist"),
            fix,
        )
    } else {
        (
            format!("`{value}` leads to `{target}`, which is not under `oneOf`"),
            "add it there".to_owned(),
        )
    };
    report.spec(&entry.pointer, what, fix);
}

fn has_tag<'a>(
    report: &mut Report<'a>,
    tree: Tree<'a>,
    variant: &Place<'a>,
    tag: &str,
    mapping: &[(&str, Place<'a>)],
    discriminator: &Place<'a>,
) {
    if !variant.has("properties") {
        return report.spec(
            &variant.pointer,
            "a variant must be an object with properties",
            format!("describe them, `{tag}` among them"),
        );
    }
    let property = variant
        .entries("properties")
        .into_iter()
        .find(|(name, _)| *name == tag)
        .map(|(_, place)| place);
    let Some(property) = property else {
        return report.spec(
            &variant.pointer,
            format!("the variant has no property `{tag}`, the tag of its union"),
            "describe it, and list it under `required`",
        );
    };
    if !variant.lists("required", tag) && !discriminator.has("x-tag-by-property") {
        report.spec(
            &variant.pointer,
            format!("the tag `{tag}` is not required in this variant"),
            "list it under `required`, or say with `x-tag-by-property` at the discriminator what stands in for it",
        );
    }
    if property.flag("nullable") {
        report.spec(
            &property.pointer,
            "the tag can be null",
            "remove `nullable`",
        );
    }
    let Some(kind) = tree.schema(property.clone()) else {
        return;
    };
    if kind.text("type") != Some("string") {
        return report.spec(
            &property.pointer,
            "the tag is not a string",
            "make it one, or an enum",
        );
    }
    let values = ["enum", "x-extensible-enum"]
        .into_iter()
        .find_map(|key| kind.node.get(key))
        .and_then(Value::as_array);
    let Some(values) = values else {
        return;
    };
    let values: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
    let pointer = format!("{}/mapping", discriminator.pointer);
    for (value, entry) in mapping.iter().filter(|(value, _)| !values.contains(value)) {
        let fix = similar::hint(value, values.iter().copied(), "add it to the enum");
        report.spec(
            &entry.pointer,
            format!("`{value}` is none of the values of the tag `{tag}`"),
            fix,
        );
    }
    for value in values
        .iter()
        .filter(|value| !mapping.iter().any(|(mapped, _)| mapped == *value))
    {
        let what = format!("the tag `{tag}` can be `{value}`, which leads nowhere");
        report.spec(
            &pointer,
            what,
            format!("add `{}` to the mapping", escape(value)),
        );
    }
}

/// The one union that needs no tag: a string, or a list of strings.
fn is_text_or_texts(place: &Place<'_>) -> bool {
    let parts = place.items("oneOf");
    let kinds: Vec<_> = parts.iter().map(|part| part.text("type")).collect();
    let texts = parts.iter().any(|part| {
        part.child("items")
            .is_some_and(|items| items.text("type") == Some("string"))
    });
    kinds.len() == 2 && kinds.contains(&Some("string")) && kinds.contains(&Some("array")) && texts
}
