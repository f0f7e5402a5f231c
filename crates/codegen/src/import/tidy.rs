//! What only the whole of a converted document says: tags of unions, circles, what is written or read alone, and what nothing uses.

use std::collections::{BTreeMap, BTreeSet};

use super::form::{Answer, Body, Component, Field, Is, Kind, Spec, Type};
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
        for field in fields
            .values_mut()
            .filter(|field| field.required && field.pinned.is_empty())
        {
            if field.write_only || (field.read_only && sent.contains(name)) {
                field.required = false;
                told.note("a required property that is only read or only written; it may be absent, as requests and answers share its object", &component.at);
            }
        }
    }
}

/// The components of the bodies that are sent or received.
pub fn roots(spec: &Spec, sent: bool, received: bool) -> Vec<&str> {
    let mut roots = Vec::new();
    for operation in &spec.operations {
        if sent {
            roots.extend(
                operation
                    .parameters
                    .iter()
                    .filter_map(|parameter| parameter.schema.name()),
            );
            if let Some(Body::Json(name)) = &operation.body {
                roots.push(name);
            }
        }
        if received {
            roots.extend(operation.error.as_deref());
            match &operation.answer {
                Answer::Json(schema) => roots.extend(schema.name()),
                Answer::Events(name) => roots.push(name),
                Answer::Nothing | Answer::Bytes(_) => {}
            }
        }
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
    let mut pins: BTreeMap<(String, String), Vec<Vec<String>>> = BTreeMap::new();
    for component in spec.components.values() {
        let Is::Union { tag, variants } = &component.is else {
            continue;
        };
        let mut leading: BTreeMap<&String, Vec<String>> = BTreeMap::new();
        for (value, variant) in variants {
            leading.entry(variant).or_default().push(value.clone());
        }
        for (variant, values) in leading {
            pins.entry((variant.clone(), tag.clone()))
                .or_default()
                .push(values);
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
        let field = fields.entry(tag.clone()).or_insert_with(|| Field {
            schema: Type::of(Kind::Text),
            nullable: false,
            required: true,
            description: format!("The {} of the {}.", words(&tag), words(&variant)),
            write_only: false,
            read_only: false,
            pinned: Vec::new(),
        });
        if !field.required {
            told.note("the tag of a union that a variant need not have; it is taken as required, and an object without it is read as unknown", at);
        }
        field.required = true;
        field.nullable = false;
        field.schema = Type::of(Kind::Text);
        // Two unions that disagree leave the tag a text.
        let agreed = values
            .split_first()
            .filter(|(first, rest)| rest.iter().all(|other| other == *first));
        field.pinned = agreed.map(|(first, _)| first.clone()).unwrap_or_default();
    }
}

/// An object that holds itself in place has no end; where the circle closes the value is of any kind.
fn cut_circles(spec: &mut Spec, told: &mut Told) {
    let mut edges: BTreeMap<&str, Vec<(&str, String)>> = BTreeMap::new();
    for (name, component) in &spec.components {
        if let Is::Object(fields) = &component.is {
            let targets = fields.iter().flat_map(|(field, of)| {
                let targets = in_place(spec, &of.schema);
                targets
                    .into_iter()
                    .map(move |target| (field.as_str(), target))
            });
            edges.insert(name, targets.collect());
        }
    }
    let mut cut: BTreeSet<(String, String)> = BTreeSet::new();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for start in edges.keys() {
        // Each object on the way, with how many of its edges were followed.
        let mut way: Vec<(&str, usize)> = vec![(start, 0)];
        let mut around: BTreeSet<&str> = [*start].into();
        while let Some((name, followed)) = way.last_mut() {
            let next = edges
                .get(name)
                .and_then(|edges| edges.get(*followed))
                .filter(|_| !done.contains(name));
            let Some((field, target)) = next else {
                around.remove(name);
                done.insert(name);
                way.pop();
                continue;
            };
            *followed += 1;
            if around.contains(target.as_str()) {
                cut.insert(((*name).to_owned(), (*field).to_owned()));
            } else if !done.contains(target.as_str())
                && !cut.contains(&((*name).to_owned(), (*field).to_owned()))
            {
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
fn in_place(spec: &Spec, schema: &Type) -> BTreeSet<String> {
    let mut open = vec![schema];
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut found = BTreeSet::new();
    let mut names: Vec<&str> = Vec::new();
    loop {
        if let Some(Kind::Named(name)) = open.pop().map(|schema| &schema.kind) {
            names.push(name);
        }
        let Some(name) = names.pop() else {
            if open.is_empty() {
                return found;
            }
            continue;
        };
        if !seen.insert(name) {
            continue;
        }
        match spec.components.get(name).map(|component| &component.is) {
            Some(Is::Object(_)) => _ = found.insert(name.to_owned()),
            Some(Is::Union { variants, .. }) => {
                names.extend(variants.iter().map(|(_, variant)| variant.as_str()))
            }
            Some(Is::Alias(schema)) => open.push(schema),
            _ => {}
        }
        if names.is_empty() && open.is_empty() {
            return found;
        }
    }
}
