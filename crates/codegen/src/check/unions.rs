//! Unions: named, told apart by a tag, and every tag value leads to a variant that has the tag.

use super::Facts;
use crate::model::is_string_or_list;
use crate::problem::{Problems, hint};
use crate::spec::{Node, Role, escape};

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    for (role, node) in &facts.api.parts.schemas {
        if node.has("anyOf") {
            any_of(facts, node, found);
        }
        if node.has("oneOf") {
            one_of(facts, *role, node, found);
        } else if node.has("discriminator") {
            found.push(node.wrong_at(
                "discriminator",
                "the discriminator stands without `oneOf`; list the variants under `oneOf`",
            ));
        }
    }
}

fn any_of(facts: Facts<'_>, node: &Node, found: &mut Problems) {
    let mut parts = node
        .items("anyOf")
        .iter()
        .filter_map(|part| facts.document.meant(part));
    let fix = if parts.any(|part| part.has("enum")) {
        "write one component with the values as `x-extensible-enum`: every enum takes values that it does not know"
    } else {
        "write `oneOf` with a discriminator"
    };
    found.push(node.wrong_at(
        "anyOf",
        format!("the generator cannot tell the parts of `anyOf` apart; {fix}"),
    ));
}

fn one_of(facts: Facts<'_>, role: Role, node: &Node, found: &mut Problems) {
    if role != Role::Component {
        found.push(node.wrong_at(
            "oneOf",
            "the union has no name here; move it to components.schemas and refer to it",
        ));
    }
    for key in ["type", "properties", "allOf", "anyOf"] {
        if node.has(key) {
            found.push(node.wrong_at(
                key,
                format!("`{key}` stands beside `oneOf`; move it into the variants"),
            ));
        }
    }
    let Some(discriminator) = node.get("discriminator") else {
        if !is_string_or_list(node) {
            found.push(node.wrong("the union has no discriminator; add one with propertyName and mapping; without, only a string or a list of strings can be told apart"));
        }
        return;
    };
    let Some(tag) = discriminator
        .text("propertyName")
        .filter(|tag| !tag.is_empty())
    else {
        return found
            .push(discriminator.wrong("the discriminator names no property; add `propertyName`"));
    };
    for part in node.items("oneOf").iter().filter(|part| !part.has("$ref")) {
        found.push(
            part.wrong("the variant has no name; move it to components.schemas and refer to it"),
        );
    }
    let union = Union {
        facts,
        tag,
        discriminator,
        variants: node
            .items("oneOf")
            .iter()
            .filter_map(|part| part.text("$ref"))
            .collect(),
        mapping: discriminator.entries("mapping").collect(),
    };
    union.mapping(found);
    for reference in &union.variants {
        if let Some(variant) = facts.document.target(reference) {
            union.variant(variant, found);
        }
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
        if self.mapping.is_empty() {
            return found.push(self.discriminator.wrong(
                "the discriminator maps no value; add `mapping` from each value to its variant",
            ));
        }
        for (value, entry) in &self.mapping {
            let target = entry.str().unwrap_or_default();
            if self.variants.contains(&target) {
                continue;
            }
            found.push(
                entry.wrong(if self.facts.document.schema(target).is_some() {
                    format!("`{target}` is a bare name; write `#/components/schemas/{target}`")
                } else if self.facts.document.target(target).is_none() {
                    let otherwise = "write `#/components/schemas/<name>`";
                    let fix = hint(target, self.variants.iter().copied(), otherwise);
                    format!("`{value}` leads to `{target}`, which does not exist; {fix}")
                } else {
                    format!(
                        "`{value}` leads to `{target}`, which is not under `oneOf`; add it there"
                    )
                }),
            );
        }
        for reference in &self.variants {
            if self
                .mapping
                .iter()
                .all(|(_, entry)| entry.str() != Some(reference))
            {
                found.push(self.discriminator.wrong_at(
                    "mapping",
                    format!("no value leads to `{reference}`; add its value to the mapping"),
                ));
            }
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
        let key = ["enum", "x-extensible-enum"]
            .into_iter()
            .find(|key| kind.has(key));
        let Some(values) = key.map(|key| kind.texts(key)) else {
            return;
        };
        for (value, entry) in &self.mapping {
            if values.clone().all(|known| known != *value) {
                let fix = hint(value, values.clone(), "add it to the enum");
                found.push(entry.wrong(format!(
                    "`{value}` is none of the values of the tag `{tag}`; {fix}"
                )));
            }
        }
        for value in values.filter(|value| self.values().all(|mapped| mapped != *value)) {
            found.push(self.discriminator.wrong_at("mapping", format!("the tag `{tag}` can be `{value}`, which leads nowhere; add `{}` to the mapping", escape(value))));
        }
    }

    /// A property that stands in for an absent tag is there in the variant that it means, and in no other.
    fn stands_in(&self, property: &str, value: &Node, found: &mut Problems) {
        let tag = value.str().unwrap_or_default();
        let Some((_, meant)) = self.mapping.iter().find(|(known, _)| *known == tag) else {
            let fix = hint(tag, self.values(), "write a value of the mapping");
            return found.push(value.wrong(format!(
                "`{property}` means `{tag}`, which leads nowhere; {fix}"
            )));
        };
        let fix = "choose a property that every object of that variant has, and no other";
        for (_, entry) in &self.mapping {
            let target = entry
                .str()
                .and_then(|target| self.facts.document.target(target));
            let Some(variant) = target else { continue };
            let is_required = variant.texts("required").any(|name| name == property);
            if entry == meant && !is_required {
                found.push(value.wrong(format!(
                    "`{property}` is not required in the variant that it means; {fix}"
                )));
            } else if entry != meant
                && variant
                    .entries("properties")
                    .any(|(name, _)| name == property)
            {
                found.push(value.wrong(format!(
                    "`{property}` is also a property of {}; {fix}",
                    variant.pointer()
                )));
            }
        }
    }
}
