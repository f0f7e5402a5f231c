//! What only the whole of a converted document says: tags of unions, circles, what is written or read alone, and what nothing uses.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::form::{Component, Field, Is, Kind, Spec, Type};
use super::names::words;
use super::told::Told;

/// Objects in objects: more are not read by any program.
const DEEPEST: usize = 40;

/// Makes the whole consistent.
pub fn tidy(spec: &mut Spec, told: &mut Told) {
    pin_tags(spec, told);
    let used = reached(spec, roots(spec, true, true));
    spec.components.retain(|name, _| used.contains(name));
    cut_circles(spec, told);
    let sent = reached(spec, roots(spec, true, false));
    for (name, component) in &mut spec.components {
        let Is::Object(fields) = &mut component.is else {
            continue;
        };
        let required = fields
            .values_mut()
            .filter(|field| field.required && field.pinned.is_empty());
        for field in
            required.filter(|field| field.write_only || (field.read_only && sent.contains(name)))
        {
            field.required = false;
            told.note("a required property that is only read or only written; it may be absent, as requests and answers share its object", &component.at);
        }
    }
}

/// The components of what is sent or received.
pub fn roots(spec: &Spec, sent: bool, received: bool) -> Vec<&str> {
    let mut roots = Vec::new();
    for operation in &spec.operations {
        let parameters = operation
            .parameters
            .iter()
            .map(|parameter| &parameter.schema);
        let body = operation.body.iter().map(|body| &body.schema);
        let answer = operation.answer.iter().map(|answer| &answer.schema);
        roots.extend(
            parameters
                .chain(body)
                .filter(|_| sent)
                .filter_map(Type::name),
        );
        roots.extend(answer.filter(|_| received).filter_map(Type::name));
        roots.extend(operation.error.as_deref().filter(|_| received));
    }
    roots
}

/// These components, and whatever they hold.
pub fn reached(spec: &Spec, roots: Vec<&str>) -> BTreeSet<String> {
    let mut open = roots;
    let mut found = BTreeSet::new();
    while let Some(name) = open.pop() {
        if let Some(component) = spec.components.get(name)
            && found.insert(name.to_owned())
        {
            open.extend(component.is.holds());
        }
    }
    found
}

/// The tag of a union is a text in each variant, is always there, and has the values that lead to it.
fn pin_tags(spec: &mut Spec, told: &mut Told) {
    // Of each variant and tag: the values, by union.
    let mut pins: BTreeMap<(String, String), BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for (union, component) in &spec.components {
        if let Is::Union { tag, variants } = &component.is {
            for (value, variant) in variants {
                let of_variant = pins.entry((variant.clone(), tag.clone())).or_default();
                of_variant
                    .entry(union.clone())
                    .or_default()
                    .push(value.clone());
            }
        }
    }
    for ((variant, tag), values) in pins {
        let Some(Component {
            at,
            is: Is::Object(fields),
            ..
        }) = spec.components.get_mut(&variant)
        else {
            continue;
        };
        let field = fields.entry(tag.clone()).or_insert_with(|| {
            let description = format!("The {} of the {}.", words(&tag), words(&variant));
            Field::of(Type::of(Kind::Text), true, description)
        });
        if !field.required {
            told.note("the tag of a union that a variant need not have; it is taken as required, and an object without it is read as unknown", at);
        }
        (field.required, field.nullable) = (true, false);
        field.schema = Type::of(Kind::Text);
        // Two unions that disagree leave the tag a text.
        let values: BTreeSet<Vec<String>> = values.into_values().collect();
        field.pinned = values
            .first()
            .filter(|_| values.len() == 1)
            .cloned()
            .unwrap_or_default();
    }
}

/// An object that holds itself in place has no end, and one with too many in each other none that can be read; there the value is
/// of any kind.
fn cut_circles(spec: &mut Spec, told: &mut Told) {
    let edges = |(name, fields): (&'_ String, &'_ IndexMap<String, Field>)| {
        let fields = fields.iter().flat_map(|(field, of)| {
            let targets = in_place(spec, &of.schema).into_iter();
            targets.map(move |target| (field.clone(), target.to_owned()))
        });
        (name.clone(), fields.collect())
    };
    let edges: BTreeMap<String, Vec<(String, String)>> = spec.objects().map(edges).collect();
    let mut cut: BTreeSet<(&str, &str)> = BTreeSet::new();
    // How many objects are in each other below one that is done.
    let mut heights: BTreeMap<&str, usize> = BTreeMap::new();
    for start in edges.keys() {
        // Each object on the way, with how many of its edges were followed.
        let mut way: Vec<(&str, usize)> = vec![(start, 0)];
        let mut around: BTreeSet<&str> = [start.as_str()].into();
        while let Some((name, followed)) = way.last_mut() {
            let of = edges.get(*name).map_or(&[][..], Vec::as_slice);
            let next = of.get(*followed).filter(|_| !heights.contains_key(name));
            if let Some((_, target)) = next {
                *followed += 1;
                if !heights.contains_key(target.as_str()) && around.insert(target) {
                    way.push((target, 0));
                }
                continue;
            }
            // What has no height yet is around this one.
            let mut height = 0;
            for (field, target) in of {
                match heights.get(target.as_str()) {
                    Some(below) if *below < DEEPEST => height = height.max(below + 1),
                    _ => _ = cut.insert((name, field)),
                }
            }
            around.remove(name);
            heights.entry(name).or_insert(height);
            way.pop();
        }
    }
    for (name, field) in cut {
        if let Some(Component {
            at,
            is: Is::Object(fields),
            ..
        }) = spec.components.get_mut(name)
            && let Some(field) = fields.get_mut(field)
        {
            told.note("an object that is in itself without a list between, or too many in each other; it is of any kind there", at);
            field.schema = Type::of(Kind::Any);
        }
    }
}

/// The objects that a value holds without a list or map between that may be empty.
fn in_place<'a>(spec: &'a Spec, schema: &'a Type) -> BTreeSet<&'a str> {
    let mut open = vec![schema];
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut found = BTreeSet::new();
    while let Some(schema) = open.pop() {
        let name = match &schema.kind {
            Kind::Named(name) if seen.insert(name) => name,
            Kind::List(items) if schema.keywords.contains_key("minItems") => {
                open.push(items);
                continue;
            }
            _ => continue,
        };
        match spec.components.get(name).map(|component| &component.is) {
            Some(Is::Object(_)) => _ = found.insert(name.as_str()),
            Some(Is::Union { variants, .. }) => {
                let variants = variants.iter().map(|(_, variant)| variant.as_str());
                found.extend(variants.filter(|variant| spec.components.contains_key(*variant)));
            }
            Some(Is::Alias(schema)) => open.push(schema),
            _ => {}
        }
    }
    found
}
