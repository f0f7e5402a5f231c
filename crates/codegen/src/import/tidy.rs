//! What only the whole of a converted document says: tags of unions, circles, what is written or read alone, and what nothing uses.

use std::collections::{BTreeMap, BTreeSet};

use super::form::{Component, Field, Is, Kind, Spec, Type};
use super::names::words;
use super::told::Told;

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

/// An object that holds itself in place has no end; where the circle closes the value is of any kind.
fn cut_circles(spec: &mut Spec, told: &mut Told) {
    let edges: BTreeMap<&str, Vec<(&str, &str)>> = spec
        .objects()
        .map(|(name, fields)| {
            let fields = fields.iter().flat_map(|(field, of)| {
                let targets = in_place(spec, &of.schema).into_iter();
                targets.map(move |target| (field.as_str(), target))
            });
            (name.as_str(), fields.collect())
        })
        .collect();
    let mut cut: BTreeSet<(String, String)> = BTreeSet::new();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for start in edges.keys() {
        // Each object on the way, with how many of its edges were followed.
        let mut way: Vec<(&str, usize)> = vec![(start, 0)];
        let mut around: BTreeSet<&str> = [*start].into();
        while let Some((name, followed)) = way.last_mut() {
            let next = edges.get(name).and_then(|edges| edges.get(*followed));
            let Some((field, target)) = next.filter(|_| !done.contains(name)) else {
                around.remove(name);
                done.insert(name);
                way.pop();
                continue;
            };
            *followed += 1;
            let edge = ((*name).to_owned(), (*field).to_owned());
            if around.contains(target) {
                cut.insert(edge);
            } else if !done.contains(target) && !cut.contains(&edge) {
                around.insert(target);
                way.push((target, 0));
            }
        }
    }
    for (name, field) in cut {
        if let Some(Component {
            at,
            is: Is::Object(fields),
            ..
        }) = spec.components.get_mut(&name)
            && let Some(field) = fields.get_mut(&field)
        {
            told.note(
                "an object that is in itself, and not in a list; it is of any kind there",
                at,
            );
            field.schema = Type::of(Kind::Any);
        }
    }
}

/// The objects that a value holds without a list or map between.
fn in_place<'a>(spec: &'a Spec, schema: &'a Type) -> BTreeSet<&'a str> {
    let name = |schema: &'a Type| match &schema.kind {
        Kind::Named(name) => Some(name.as_str()),
        _ => None,
    };
    let mut open: Vec<&str> = name(schema).into_iter().collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut found = BTreeSet::new();
    while let Some(next) = open.pop() {
        match spec.components.get(next).map(|component| &component.is) {
            Some(Is::Object(_)) => _ = found.insert(next),
            Some(_) if !seen.insert(next) => {}
            Some(Is::Union { variants, .. }) => {
                open.extend(variants.iter().map(|(_, variant)| variant.as_str()))
            }
            Some(Is::Alias(schema)) => open.extend(name(schema)),
            _ => {}
        }
    }
    found
}
