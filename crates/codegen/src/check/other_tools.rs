//! What the spec says twice, for tools that know no better way, it says alike: bodies of examples beside their files, and tags that
//! are pinned in the variants of a union. Reads the spec as it is written; every other rule reads its plain form.

use std::collections::BTreeMap;

use super::{Facts, quoted};
use crate::problem::Problems;
use crate::spec::{Document, FILE, Node, discriminator, either_name, is_null, local_name};

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let written = Document(facts.loaded.written.clone());
    examples(facts, written.root(), found);
    for (name, schema) in written.components("schemas") {
        names(facts, name, schema, found);
        pins(&written, schema, found);
        for (name, property) in schema.entries("properties") {
            nullable(&written, name, property, found);
        }
    }
}

/// Names of which one has to be there are names of one field.
fn names(facts: Facts<'_>, schema: &str, node: &Node, found: &mut Problems) {
    let names = either_name(node).into_iter().flatten();
    let names: Vec<&str> = names.filter_map(Node::str).collect();
    let aliases = facts.sdk.aliases.iter();
    let mut aliases = aliases.filter(|alias| alias.schema.get_ref() == schema);
    let is_one = aliases.any(|alias| {
        let is_spelled = |name: &&str| alias.fields.iter().any(|field| field.get_ref() == name);
        names.iter().all(is_spelled)
    });
    if !is_one && !names.is_empty() {
        found.push(node.at("anyOf").wrong(format!("nothing says that {} are one field; list them in an entry of `[[aliases]]` in sdk.toml, or as properties that are not required", quoted(names))));
    }
}

fn examples(facts: Facts<'_>, node: &Node, found: &mut Problems) {
    let Some(file) = node.text(FILE) else {
        let below = node.map().map(|(_, node)| node).chain(node.list());
        return below.for_each(|node| examples(facts, node, found));
    };
    if node.has("externalValue") {
        found.push(node.wrong(format!("`externalValue` stands beside `{FILE}`; remove it")));
    }
    let Some(body) = facts.loaded.examples.get(file) else {
        return;
    };
    let what = match node.get("value") {
        Some(value) if value.json() == *body => return,
        Some(_) => format!("`value` is not what `{file}` holds"),
        None => format!("the body of `{file}` is not in the spec, so tools do not see it"),
    };
    let command = &facts.loaded.project.command;
    let fix = format!("run `{command}`, which writes it below `{FILE}` (on a line of its own)");
    found.push(node.wrong(format!("{what}; {fix}")));
}

/// A variant may pin the tag of its union, and then to the values that lead to it.
fn pins(written: &Document, union: &Node, found: &mut Problems) {
    let Some(discriminator) = discriminator(union) else {
        return;
    };
    let tag = discriminator.text("propertyName").unwrap_or_default();
    let mut leading: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (value, target) in discriminator.entries("mapping") {
        let target = local_name(target.str().unwrap_or_default());
        leading.entry(target).or_default().push(value);
    }
    for (variant, mut values) in leading {
        let variant = written.schema(variant);
        let properties = variant.and_then(|variant| variant.get("properties"));
        let property = properties.and_then(|properties| properties.get(tag));
        let Some(property) = property.filter(|property| property.has("enum")) else {
            continue;
        };
        let mut pinned: Vec<&str> = property.texts("enum").collect();
        pinned.sort_unstable();
        values.sort_unstable();
        if pinned != values {
            let list = values.join(", ");
            let (pinned, values) = (texts(pinned), texts(values));
            found.push(property.at("enum").wrong(format!("the tag is pinned to {pinned}, and the mapping leads here from {values}; write `enum: [{list}]`, or mend the mapping")));
        }
    }
}

fn texts(texts: Vec<&str>) -> String {
    if texts.is_empty() {
        return "no text".to_owned();
    }
    quoted(texts)
}

/// Null beside a reference: the two ways to write it do not go together, and the `type` that stands there is the reference's.
fn nullable(written: &Document, name: &str, property: &Node, found: &mut Problems) {
    let parts = property.items("anyOf");
    if parts.iter().any(is_null) && !property.flag("nullable") {
        found.push(property.wrong(format!("`{name}` may be null by its `anyOf`, and does not say so; write `type` and `nullable: true` beside `anyOf`")));
    }
    let parts = property.get("allOf").map_or(parts, Node::list);
    let reference = parts.first().and_then(|part| part.text("$ref"));
    let target = reference.and_then(|reference| written.schema(local_name(reference)));
    let wanted = target.and_then(|target| match discriminator(target) {
        Some(_) => Some("object"),
        None => target.text("type"),
    });
    if let (Some(kind), Some(wanted)) = (property.text("type"), wanted)
        && kind != wanted
    {
        found.push(property.at("type").wrong(format!("`type: {kind}` stands beside a reference to `{wanted}`; write `type: {wanted}`, or remove it")));
    }
}
