//! `oneOf` and `anyOf`: what is one type after all, what a tag tells apart, and what stays of any kind.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use super::form::{Is, Kind, Type};
use super::names::Names;
use super::schemas::{Converted, Schemas};
use super::shape::{Parts, Shape, is_null};
use crate::names::pascal;
use crate::spec::{Data, Node, local_name};

/// Unions in unions, and variants of one: more are not looked at.
const DEEPEST: usize = 8;
const MOST: usize = 2000;

/// Names that tags usually have, the likeliest first.
const TAGS: [&str; 6] = ["type", "kind", "object", "event", "provider", "role"];

/// A union whose variants have a tag.
pub struct Tagged {
    tag: String,
    variants: Vec<Variant>,
}

struct Variant {
    parts: Parts,
    /// The values of the tag that lead here.
    values: Vec<String>,
}

impl Schemas<'_> {
    /// What a schema with a union is.
    pub fn of_union(
        &mut self,
        mut shape: Shape,
        parts: &[Node],
        name: &str,
        is_given: bool,
    ) -> Converted {
        let [union] = shape.unions.as_slice() else {
            return self.any(
                "several unions that hold at once; the value is of any kind",
                parts,
            );
        };
        let mut variants = Vec::new();
        let mut nullable = self.variants(union, 0, &mut variants);
        shape.unions.clear();
        if let Some(at) = parts.first().filter(|_| !shape.properties.is_empty()) {
            let base = base(&shape, at);
            for (variant, _) in &mut variants {
                variant.insert(0, base.clone());
            }
        }
        let variants: Vec<(Parts, Shape)> = variants
            .into_iter()
            .map(|(parts, _)| {
                let shape = self.source.shape(&parts, self.told);
                (parts, shape)
            })
            .collect();
        nullable |= variants.iter().any(|(_, shape)| shape.nullable);
        let all = |kind: &str| variants.iter().all(|(_, shape)| shape.is(kind));
        let schema = match variants.as_slice() {
            [] => return self.any("a union without variants; the value is of any kind", parts),
            [(only, _)] => {
                let mut converted = self.convert(only, name);
                converted.nullable |= nullable;
                return converted;
            }
            _ if all("string") => {
                let values = variants
                    .iter()
                    .flat_map(|(_, shape)| shape.strings())
                    .flatten();
                let values: IndexSet<String> = values.map(str::to_owned).collect();
                let open = variants
                    .iter()
                    .any(|(_, shape)| shape.values.is_none() || shape.open);
                if values.is_empty() {
                    Type::of(Kind::Text)
                } else {
                    self.set(values.into_iter().collect(), open, parts, name, is_given)
                }
            }
            _ if all("boolean") => Type::of(Kind::Boolean),
            _ if all("integer") => Type::of(Kind::Integer),
            _ if variants
                .iter()
                .all(|(_, shape)| shape.is("integer") || shape.is("number")) =>
            {
                Type::of(Kind::Number)
            }
            [(_, one), (_, other)]
                if self.is_text_or_list(one, other) || self.is_text_or_list(other, one) =>
            {
                Type::of(Kind::Named(self.text_or_list(parts, name, is_given)))
            }
            _ if variants.iter().all(|(_, shape)| shape.is_object()) => {
                let explicit = shape.discriminator.as_ref();
                match self.tag(&variants, explicit, parts) {
                    Some(tagged) => {
                        Type::of(Kind::Named(self.tagged(parts, name, is_given, tagged)))
                    }
                    None => {
                        self.any(
                            "a union of objects that no tag tells apart; the value is of any kind",
                            parts,
                        )
                        .schema
                    }
                }
            }
            _ => {
                self.any(
                    "a union of several types of JSON; the value is of any kind",
                    parts,
                )
                .schema
            }
        };
        Converted { schema, nullable }
    }

    /// Collects the variants, those of unions in the union among them; whether null is one.
    pub fn variants(
        &mut self,
        union: &Node,
        depth: usize,
        found: &mut Vec<(Parts, String)>,
    ) -> bool {
        let mut nullable = false;
        for key in ["oneOf", "anyOf"] {
            for part in union.items(key) {
                if is_null(part) {
                    nullable = true;
                    continue;
                }
                let parts = vec![part.clone()];
                let target = match self.source.alias(&parts) {
                    Some((target, or_null)) => {
                        nullable |= or_null;
                        target
                    }
                    None => part.clone(),
                };
                let is_union = ["oneOf", "anyOf"].iter().any(|key| target.has(key))
                    && !target.has("properties")
                    && !target.has("allOf");
                if is_union && depth < DEEPEST && found.len() < MOST {
                    nullable |= target.flag("nullable") | self.variants(&target, depth + 1, found);
                } else if found.iter().all(|(_, pointer)| pointer != target.pointer()) {
                    found.push((parts, target.pointer().to_owned()));
                }
            }
        }
        nullable
    }

    fn is_text_or_list(&mut self, text: &Shape, list: &Shape) -> bool {
        let is_plain = |shape: &Shape| shape.is("string") && shape.values.is_none();
        is_plain(text) && list.is("array") && {
            let items = self.source.shape(&list.items, self.told);
            is_plain(&items)
        }
    }

    /// The union as a component that is made later; the values of its tag lead to its variants.
    pub fn union(&mut self, name: &str, tagged: Tagged) -> Is {
        let mut variants = Vec::new();
        let mut spelt = Names::default();
        for Variant { parts, values } in tagged.variants {
            let Some(first) = values.first() else {
                continue;
            };
            let variant = self.named(&parts, &format!("{name}{}", pascal(first)));
            for value in values {
                let rust = pascal(&value);
                if rust != "Unknown" && spelt.member(&rust, &[]) == rust {
                    variants.push((value, variant.clone()));
                } else if let Some(at) = parts.first() {
                    self.told.note("a variant of a union whose name in Rust another one has; it is left out, and read as unknown", at);
                }
            }
        }
        Is::Union {
            tag: tagged.tag,
            variants,
        }
    }

    /// The property that tells the most variants apart, if it does for two or more.
    fn tag(
        &mut self,
        variants: &[(Parts, Shape)],
        explicit: Option<&Node>,
        at: &[Node],
    ) -> Option<Tagged> {
        let named = explicit.and_then(|explicit| explicit.text("propertyName"));
        let known = variants
            .iter()
            .flat_map(|(_, shape)| shape.properties.keys());
        let known = named
            .into_iter()
            .chain(TAGS)
            .chain(known.map(String::as_str));
        let candidates: IndexSet<&str> = known.collect();
        let mut best: Option<(usize, Tagged)> = None;
        for tag in candidates {
            let explicit = explicit.filter(|_| named == Some(tag));
            let values: Vec<Vec<String>> = variants
                .iter()
                .map(|(parts, shape)| self.tag_values(tag, parts, shape, explicit))
                .collect();
            let mut led: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
            for (index, values) in values.iter().enumerate() {
                values
                    .iter()
                    .for_each(|value| _ = led.entry(value).or_default().insert(index));
            }
            let told_apart: Vec<Variant> = variants
                .iter()
                .zip(&values)
                .map(|((parts, _), values)| {
                    let own = values
                        .iter()
                        .filter(|value| led.get(value.as_str()).is_some_and(|led| led.len() == 1));
                    Variant {
                        parts: parts.clone(),
                        values: own.cloned().collect(),
                    }
                })
                .filter(|variant| !variant.values.is_empty())
                .collect();
            let count = told_apart.len();
            if count >= 2 && best.as_ref().is_none_or(|(most, _)| count > *most) {
                let tagged = Tagged {
                    tag: tag.to_owned(),
                    variants: told_apart,
                };
                best = Some((count, tagged));
            }
            if count == variants.len() {
                break;
            }
        }
        let (count, tagged) = best?;
        if count < variants.len()
            && let Some(at) = at.first()
        {
            self.told.note("variants of a union that have the tag of another one, or none; they are read as unknown", at);
        }
        Some(tagged)
    }

    /// The values of a property that lead to a variant: those that it says itself, and those of the discriminator.
    fn tag_values(
        &mut self,
        tag: &str,
        parts: &[Node],
        shape: &Shape,
        explicit: Option<&Node>,
    ) -> Vec<String> {
        let mut values = Vec::new();
        if let Some(property) = shape.properties.get(tag) {
            let property = self.source.shape(property, self.told);
            if !property.is("string") {
                return values;
            }
            values.extend(property.strings().into_iter().flatten().map(str::to_owned));
        }
        let Some(explicit) = explicit else {
            return values;
        };
        let pointer = self.source.alias(
            parts
                .get(parts.len().saturating_sub(1)..)
                .unwrap_or_default(),
        );
        let pointer = pointer
            .map(|(target, _)| target.pointer().to_owned())
            .unwrap_or_default();
        let leads_here = |to: &str| match self.source.target(to) {
            Some(target) => target.pointer() == pointer,
            None => to == local_name(&pointer),
        };
        for (value, to) in explicit.entries("mapping") {
            if to.str().is_some_and(leads_here) && values.iter().all(|known| known != value) {
                values.push(value.to_owned());
            }
        }
        if values.is_empty() && !pointer.is_empty() {
            values.push(local_name(&pointer).to_owned());
        }
        values.retain(|value| !value.is_empty());
        values
    }
}

/// What holds for every variant, as a schema of its own.
pub fn base(shape: &Shape, at: &Node) -> Node {
    let node = |data| Node::new(at.place().clone(), data);
    let properties = shape.properties.iter().map(|(name, parts)| {
        let both = || {
            node(Data::Map(IndexMap::from([(
                "allOf".to_owned(),
                node(Data::List(parts.clone())),
            )])))
        };
        let property = match parts.as_slice() {
            [only] => only.clone(),
            _ => both(),
        };
        (name.clone(), property)
    });
    let properties = node(Data::Map(properties.collect()));
    let required = shape
        .required
        .iter()
        .map(|name| node(Data::Leaf(Value::from(name.as_str()))));
    let required = node(Data::List(required.collect()));
    node(Data::Map(IndexMap::from([
        ("properties".to_owned(), properties),
        ("required".to_owned(), required),
    ])))
}
