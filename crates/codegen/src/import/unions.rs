//! `oneOf` and `anyOf`: what is one type after all, what a tag tells apart, and what stays of any kind.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexSet;

use super::form::{Is, Kind, Type};
use super::names::Names;
use super::schemas::{Converted, Inside, Name, Schemas};
use super::shape::{Parts, Shape, is_null, object};
use crate::names::pascal;
use crate::spec::{Node, local_name};

/// Variants of one union: more are not looked at.
const MOST: usize = 2000;

/// Names that tags usually have, the likeliest first.
const TAGS: [&str; 6] = ["type", "kind", "object", "event", "provider", "role"];

/// Where the values of a schema are told, if they are.
const VALUES: [&str; 4] = ["const", "enum", "x-extensible-enum", "allOf"];

/// A union whose variants have a tag: each with the values that lead to it.
pub struct Tagged {
    tag: String,
    variants: Vec<(Parts, Vec<String>)>,
}

impl Schemas<'_> {
    /// What a schema with a union is.
    pub fn of_union(&mut self, shape: Shape, parts: &[Node], name: Name<'_>) -> Converted {
        let [union] = shape.unions.as_slice() else {
            return self.any(
                "several unions that hold at once; the value is of any kind",
                parts,
            );
        };
        let (mut variants, mut nullable) = self.variants(union);
        shape.add_to(&mut variants, parts);
        if let [only] = variants.as_slice() {
            let mut converted = self.convert(only, name.text());
            converted.nullable |= nullable;
            return converted;
        }
        let shapes: Vec<Shape> = variants.iter().map(|parts| self.shape(parts)).collect();
        nullable |= shapes.iter().any(|shape| shape.nullable);
        let all = |kinds: &[&str]| {
            shapes
                .iter()
                .all(|shape| kinds.iter().any(|kind| shape.is(kind)))
        };
        let schema = if shapes.is_empty() {
            return self.any("a union without variants; the value is of any kind", parts);
        } else if all(&["string"]) {
            let values = shapes
                .iter()
                .flat_map(|shape| shape.strings().unwrap_or_default());
            let values: IndexSet<String> = values.map(str::to_owned).collect();
            let open = shapes
                .iter()
                .any(|shape| shape.values.is_none() || shape.open);
            self.set(values.into_iter().collect(), open, parts, name)
        } else if all(&["boolean"]) {
            Type::of(Kind::Boolean)
        } else if all(&["integer"]) {
            Type::of(Kind::Integer)
        } else if all(&["integer", "number"]) {
            Type::of(Kind::Number)
        } else if self.is_text_or_list(&shapes) {
            Type::of(Kind::Named(self.component(
                parts,
                name,
                "text or list",
                Is::TextOrList,
            )))
        } else if !shapes.iter().all(Shape::is_object) {
            self.any(
                "a union of several types of JSON; the value is of any kind",
                parts,
            )
            .schema
        } else if let Some(tagged) =
            self.tag(&variants, &shapes, shape.discriminator.as_ref(), parts)
        {
            self.later(parts, name, Inside::Union(tagged))
        } else if are_distinct(&shapes) {
            self.later(parts, name, Inside::Untagged(variants))
        } else {
            let what = "a union of objects that neither a tag nor what they require tells apart; the value is of any kind";
            self.any(what, parts).schema
        };
        Converted { schema, nullable }
    }

    /// The variants, those of unions in the union among them; and whether null is one.
    pub fn variants(&mut self, union: &Node) -> (Vec<Parts>, bool) {
        let mut found: Vec<Parts> = Vec::new();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut nullable = false;
        let mut open = vec![union.clone()];
        while let Some(union) = open.pop() {
            seen.insert(union.pointer().to_owned());
            for part in union.items("oneOf").iter().chain(union.items("anyOf")) {
                let target = self.source.alias(std::slice::from_ref(part));
                nullable |= is_null(part) || target.as_ref().is_some_and(|(_, or_null)| *or_null);
                let target = target.map_or_else(|| part.clone(), |(target, _)| target);
                if is_null(part) || found.len() > MOST || !seen.insert(target.pointer().to_owned())
                {
                    continue;
                }
                let is_union = target.has("oneOf") || target.has("anyOf");
                if is_union && !target.has("properties") && !target.has("allOf") {
                    nullable |= target.flag("nullable");
                    open.push(target);
                } else {
                    found.push(vec![part.clone()]);
                }
            }
        }
        (found, nullable)
    }

    fn is_text_or_list(&mut self, shapes: &[Shape]) -> bool {
        let is_plain = |shape: &Shape| shape.is("string") && shape.values.is_none();
        let [one, other] = shapes else {
            return false;
        };
        [(one, other), (other, one)]
            .into_iter()
            .any(|(text, list)| {
                is_plain(text) && list.is("array") && is_plain(&self.shape(&list.items))
            })
    }

    /// The union as a component; the values of its tag lead to its variants.
    pub fn union(&mut self, name: &str, tagged: Tagged) -> Is {
        let mut variants = Vec::new();
        let mut spelt = Names::default();
        for (parts, values) in tagged.variants {
            let like = values
                .first()
                .map(|value| pascal(value))
                .unwrap_or_default();
            let variant = self.named(&parts, &format!("{name}{like}"));
            for value in values {
                if spelt.variant(&value) {
                    variants.push((value, variant.clone()));
                } else {
                    self.note("a variant of a union whose name in Rust another one has; it is left out, and read as unknown", &parts);
                }
            }
        }
        let tag = tagged.tag;
        Is::Union { tag, variants }
    }

    /// The property that tells the most variants apart, if it does for two or more.
    fn tag(
        &mut self,
        variants: &[Parts],
        shapes: &[Shape],
        explicit: Option<&Node>,
        at: &[Node],
    ) -> Option<Tagged> {
        let named = explicit.and_then(|explicit| explicit.text("propertyName"));
        let known = shapes.iter().flat_map(|shape| shape.properties.keys());
        let candidates = named
            .into_iter()
            .chain(TAGS)
            .chain(known.map(String::as_str));
        let mut best: (usize, &str, Vec<Vec<String>>) = (1, "", Vec::new());
        for tag in candidates.collect::<IndexSet<_>>() {
            let explicit = explicit.filter(|_| named == Some(tag));
            let all = variants.iter().zip(shapes);
            let mut values: Vec<Vec<String>> = all
                .map(|(parts, shape)| self.tag_values(tag, parts, shape, explicit))
                .collect();
            let mut led: BTreeMap<String, usize> = BTreeMap::new();
            values
                .iter()
                .flatten()
                .for_each(|value| *led.entry(value.clone()).or_default() += 1);
            // A value that leads to several leads to none.
            values
                .iter_mut()
                .for_each(|values| values.retain(|value| led.get(value) == Some(&1)));
            let count = values.iter().filter(|values| !values.is_empty()).count();
            if count > best.0 {
                best = (count, tag, values);
            }
            if count == variants.len() {
                break;
            }
        }
        let (count, tag, values) = best;
        if values.is_empty() {
            return None;
        }
        if count < variants.len() {
            self.note("variants of a union that have the tag of another one, or none; they are read as unknown", at);
        }
        let variants = variants.iter().cloned().zip(values);
        let variants = variants.filter(|(_, values)| !values.is_empty());
        Some(Tagged {
            tag: tag.to_owned(),
            variants: variants.collect(),
        })
    }

    /// The values of a property that lead to a variant: those that it says itself, and those of the discriminator.
    fn tag_values(
        &mut self,
        tag: &str,
        parts: &[Node],
        shape: &Shape,
        explicit: Option<&Node>,
    ) -> Vec<String> {
        // Most properties cannot tell anything apart; looking at all of all variants would take long.
        let may_tell = |part: &Node| {
            let part = self.source.resolve(part);
            part.is_some_and(|part| VALUES.iter().any(|key| part.has(key)))
        };
        let own = shape.properties.get(tag);
        if explicit.is_none() && !own.is_some_and(|own| own.iter().any(may_tell)) {
            return Vec::new();
        }
        let own = own.map(|own| self.shape(own));
        if own.as_ref().is_some_and(|own| !own.is("string")) {
            return Vec::new();
        }
        let said = own.as_ref().and_then(Shape::strings);
        let mut values: IndexSet<&str> = said.unwrap_or_default().into_iter().collect();
        let variant = parts.last().map(std::slice::from_ref);
        let variant = variant.and_then(|variant| self.source.alias(variant));
        let pointer = variant.as_ref().map_or("", |(target, _)| target.pointer());
        let leads_here = |to: &Node| {
            let to = to.str().unwrap_or_default();
            let target = self.source.target(to).map(Node::pointer);
            target.map_or(to == local_name(pointer), |target| target == pointer)
        };
        if let Some(explicit) = explicit {
            let mapped = explicit.entries("mapping").filter(|(_, to)| leads_here(to));
            values.extend(mapped.map(|(value, _)| value));
            if values.is_empty() {
                values.insert(local_name(pointer));
            }
        }
        values
            .into_iter()
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

impl Shape {
    /// Puts what stands beside a union into each of its variants.
    pub fn add_to(&self, variants: &mut [Parts], at: &[Node]) {
        if let Some(at) = at.first().filter(|_| !self.properties.is_empty()) {
            let beside = object(
                at,
                self.properties.clone(),
                "allOf",
                self.required.iter().cloned(),
            );
            variants
                .iter_mut()
                .for_each(|variant| variant.insert(0, beside.clone()));
        }
    }
}

/// Whether each has a required property that no other knows.
fn are_distinct(shapes: &[Shape]) -> bool {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let properties = shapes.iter().flat_map(|shape| shape.properties.keys());
    properties.for_each(|name| *known.entry(name).or_default() += 1);
    let is_own = |name: &String| known.get(name.as_str()) == Some(&1);
    shapes.iter().all(|shape| shape.required.iter().any(is_own))
}
