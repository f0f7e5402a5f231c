//! Unions: those that are told apart by a tag have a name, and every value of the tag leads to a variant that has the tag.

use super::Facts;
use crate::model::{is_string_or_list, parts_of_union, set_of_strings};
use crate::problem::{Problems, hint};
use crate::spec::{Node, Role, escape};

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    for (role, node) in &facts.api.parts.schemas {
        let is_union = !parts_of_union(node).is_empty();
        match node.get("discriminator") {
            Some(discriminator) if !node.has("oneOf") => {
                let what = "the discriminator stands without `oneOf`";
                found.push(discriminator.wrong(format!("{what}; list the variants under `oneOf`")));
            }
            Some(discriminator) => tagged(facts, node, discriminator, found),
            None if node.has("anyOf") => any_of(facts, node, found),
            None => {}
        }
        let is_typed = node.has("discriminator") || is_string_or_list(node);
        if is_union && is_typed && !matches!(role, Role::Component | Role::Parameter) {
            found.push(
                node.at("oneOf")
                    .wrong(format!("the union has no name here; {NAMED}")),
            );
        }
        let beside = ["type", "properties", "allOf", "anyOf"];
        for (key, value) in node
            .map()
            .filter(|(key, _)| node.has("oneOf") && beside.contains(key))
        {
            let message = format!("`{key}` stands beside `oneOf`; move it into the variants");
            found.push(value.wrong(message));
        }
    }
}

const NAMED: &str = "move it to components.schemas and refer to it";

/// A set of values of which others are possible has a better form.
fn any_of(facts: Facts<'_>, node: &Node, found: &mut Problems) {
    let parts = node.items("anyOf").iter();
    let parts: Vec<&Node> = parts
        .filter_map(|part| facts.document.meant(part))
        .collect();
    let is_string = |part: &&Node| part.text("type") == Some("string");
    if parts.iter().all(is_string) && parts.iter().any(|part| part.has("enum")) {
        found.push(node.at("anyOf").wrong("the generator cannot tell the parts of `anyOf` apart; write one component with the values as `x-extensible-enum`: every enum takes values that it does not know"));
    }
}

fn tagged(facts: Facts<'_>, node: &Node, discriminator: &Node, found: &mut Problems) {
    let tag = discriminator.text("propertyName").unwrap_or_default();
    if !discriminator.has("propertyName") {
        // As the grammar tells.
        return;
    }
    if tag.is_empty() {
        let message = "the discriminator names no property; add `propertyName`";
        return found.push(discriminator.wrong(message));
    }
    let parts = node.items("oneOf").iter();
    let mut unnamed = parts.clone().filter(|part| !part.has("$ref")).peekable();
    if unnamed.peek().is_some() {
        // That an object with properties has no name is told of every schema.
        let others = unnamed.filter(|part| !part.has("properties"));
        found.extend(others.map(|part| part.wrong(format!("the variant has no name; {NAMED}"))));
        return;
    }
    let union = Union {
        facts,
        tag,
        discriminator,
        variants: parts.filter_map(|part| part.text("$ref")).collect(),
        mapping: discriminator.entries("mapping").collect(),
    };
    union.mapping(found);
    let targets = union.variants.iter();
    let targets: Vec<&Node> = targets.filter_map(|to| facts.document.target(to)).collect();
    let has = |name: &str| {
        let of = |variant: &&Node| variant.get("properties").is_some_and(|it| it.has(name));
        targets.iter().filter(|variant| of(variant)).count()
    };
    if targets.len() > 1 && has(tag) == 0 {
        let known = targets
            .iter()
            .flat_map(|variant| variant.entries("properties"));
        let shared = known
            .map(|(name, _)| name)
            .filter(|name| has(name) == targets.len());
        let fix = hint(
            tag,
            shared,
            "name one that each of them has, or describe it in each",
        );
        let message = format!("no variant has a property `{tag}`; {fix}");
        return found.push(discriminator.at("propertyName").wrong(message));
    }
    for variant in targets {
        union.variant(variant, found);
    }
    for (property, value) in discriminator.entries("x-tag-by-property") {
        union.stands_in(property, value, found);
    }
}

struct Union<'a> {
    facts: Facts<'a>,
    tag: &'a str,
    discriminator: &'a Node,
    /// The references to the variants.
    variants: Vec<&'a str>,
    /// From each value of the tag to its variant.
    mapping: Vec<(&'a str, &'a Node)>,
}

impl<'a> Union<'a> {
    fn values(&self) -> impl Iterator<Item = &'a str> {
        self.mapping.iter().map(|(value, _)| *value)
    }

    fn mapping(&self, found: &mut Problems) {
        let (document, variants) = (self.facts.document, &self.variants);
        if self.mapping.is_empty() {
            let fix = "add `mapping` from each value to its variant";
            let what = "the discriminator maps no value";
            return found.push(self.discriminator.wrong(format!("{what}; {fix}")));
        }
        for (value, entry) in &self.mapping {
            let target = entry.str().unwrap_or_default();
            found.push(entry.wrong(if variants.contains(&target) {
                continue;
            } else if document.schema(target).is_some() {
                format!("`{target}` is a bare name; write `#/components/schemas/{target}`")
            } else if document.target(target).is_some() {
                format!("`{value}` leads to `{target}`, which is not under `oneOf`; add it there")
            } else {
                let otherwise = "write `#/components/schemas/<name>`";
                let fix = hint(target, variants.iter().copied(), otherwise);
                format!("`{value}` leads to `{target}`, which does not exist; {fix}")
            }));
        }
        // An entry that leads elsewhere is most likely that of the variant without one.
        if self
            .mapping
            .iter()
            .any(|(_, to)| to.str().is_none_or(|to| !variants.contains(&to)))
        {
            return;
        }
        let is_led_to =
            |variant: &str| self.mapping.iter().any(|(_, to)| to.str() == Some(variant));
        for variant in variants.iter().filter(|variant| !is_led_to(variant)) {
            let message = format!("no value leads to `{variant}`; add its value to the mapping");
            found.push(self.discriminator.at("mapping").wrong(message));
        }
    }

    /// The variant has the tag, and the tag has the values of the mapping.
    fn variant(&self, variant: &Node, found: &mut Problems) {
        let tag = self.tag;
        let Some(properties) = variant.get("properties") else {
            return found.push(variant.wrong(format!(
                "a variant must be an object with properties; describe them, `{tag}` among them"
            )));
        };
        let Some(property) = properties.get(tag) else {
            return found.push(variant.wrong(format!("the variant has no property `{tag}`, the tag of its union; describe it, and list it under `required`")));
        };
        let is_required = variant.texts("required").any(|name| name == tag);
        if !is_required && !self.discriminator.has("x-tag-by-property") {
            found.push(variant.wrong(format!("the tag `{tag}` is not required in this variant; list it under `required`, or say with `x-tag-by-property` at the discriminator what stands in for it")));
        }
        if property.flag("nullable") {
            found.push(property.wrong("the tag can be null; remove `nullable`"));
        }
        let Some(kind) = self.facts.document.meant(property) else {
            return;
        };
        if kind.text("type") != Some("string") {
            return found.push(property.wrong("the tag is not a string; make it one, or an enum"));
        }
        let Some(values) = set_of_strings(kind) else {
            return;
        };
        for (value, entry) in &self.mapping {
            if values.clone().all(|known| known != *value) {
                let fix = hint(value, values.clone(), "add it to the enum");
                let what = format!("`{value}` is none of the values of the tag `{tag}`");
                found.push(entry.wrong(format!("{what}; {fix}")));
            }
        }
        for value in values.filter(|value| self.values().all(|mapped| mapped != *value)) {
            let what = format!("the tag `{tag}` can be `{value}`, which leads nowhere");
            let fix = format!("add `{}` to the mapping", escape(value));
            let message = format!("{what}; {fix}");
            found.push(self.discriminator.at("mapping").wrong(message));
        }
    }

    /// A property that stands in for an absent tag is there in the variant that it means, and in no other.
    fn stands_in(&self, property: &str, value: &Node, found: &mut Problems) {
        let tag = value.str().unwrap_or_default();
        let Some((_, meant)) = self.mapping.iter().find(|(known, _)| *known == tag) else {
            let fix = hint(tag, self.values(), "write a value of the mapping");
            let what = format!("`{property}` means `{tag}`, which leads nowhere");
            return found.push(value.wrong(format!("{what}; {fix}")));
        };
        let fix = "choose a property that every object of that variant has, and no other";
        for (_, entry) in &self.mapping {
            let target = entry.str().unwrap_or_default();
            let Some(variant) = self.facts.document.target(target) else {
                continue;
            };
            let is_required = variant.texts("required").any(|name| name == property);
            let is_known = variant
                .get("properties")
                .is_some_and(|known| known.has(property));
            let what = if entry == meant && !is_required {
                "is not required in the variant that it means".to_owned()
            } else if entry != meant && is_known {
                format!("is also a property of {}", variant.pointer())
            } else {
                continue;
            };
            found.push(value.wrong(format!("`{property}` {what}; {fix}")));
        }
    }
}
