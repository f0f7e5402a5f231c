//! What only the whole of a converted document says: tags of unions, circles, what is written or read alone, and what nothing uses.

use std::collections::{BTreeMap, BTreeSet};

use super::form::{Component, Field, Is, Kind, Spec, Type};
use super::neutral;
use super::told::Told;
use crate::model::PARTS;

/// Objects in objects: more are not read by any program.
const DEEPEST: usize = 40;

/// Makes the whole consistent.
pub fn tidy(spec: &mut Spec, told: &mut Told) {
    pin_tags(spec, told);
    let used = reached(spec, roots(spec, true, true));
    spec.components.retain(|name, _| used.contains(name));
    cut_circles(spec, told);
    no_files(spec, told);
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

/// Bytes are files in a form; in JSON and in a URL they are a text.
fn no_files(spec: &mut Spec, told: &mut Told) {
    let bodies = spec
        .operations
        .iter()
        .filter_map(|operation| operation.body.as_ref());
    let forms = bodies
        .filter(|body| body.media == PARTS)
        .filter_map(|body| body.schema.name());
    let forms: BTreeSet<String> = forms.map(str::to_owned).collect();
    for (name, component) in &mut spec.components {
        let found = match &mut component.is {
            _ if forms.contains(name) => false,
            Is::Object(fields) => fields
                .values_mut()
                .fold(false, |found, field| as_text(&mut field.schema) | found),
            Is::Alias(schema) => as_text(schema),
            _ => false,
        };
        if found {
            told.note(
                "bytes in a JSON value; they are a text there",
                &component.at,
            );
        }
    }
    for operation in &mut spec.operations {
        let parameters = operation
            .parameters
            .iter_mut()
            .map(|parameter| &mut parameter.schema);
        let answers = operation.answers.iter_mut().flat_map(|(_, answer)| answer);
        let contents = operation
            .body
            .iter_mut()
            .chain(answers)
            .map(|content| &mut content.schema);
        parameters
            .chain(contents)
            .for_each(|schema| _ = as_text(schema));
    }
}

/// Whether bytes were in it, which are a text now.
fn as_text(schema: &mut Type) -> bool {
    match &mut schema.kind {
        Kind::List(inner) | Kind::Map(inner) => as_text(inner),
        _ => {
            let is_binary = schema
                .keywords
                .get("format")
                .is_some_and(|format| format == "binary");
            is_binary && schema.keywords.remove("format").is_some()
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
        let answers = operation
            .answers
            .iter()
            .filter_map(|(_, answer)| answer.as_ref());
        let answers = answers.map(|answer| &answer.schema);
        roots.extend(
            parameters
                .chain(body)
                .filter(|_| sent)
                .filter_map(Type::name),
        );
        roots.extend(answers.filter(|_| received).filter_map(Type::name));
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
            let description = neutral::part(&tag, &variant);
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

/// An object that must be in itself has no end, and one with too many in each other none that can be read; there the value is of any
/// kind.
fn cut_circles(spec: &mut Spec, told: &mut Told) {
    let heights = heights(spec);
    let is_endless = |schema: &Type| height(&heights, schema).is_none();
    let mut cut: Vec<(String, String)> = Vec::new();
    for (name, fields) in spec
        .objects()
        .filter(|(name, _)| !heights.contains_key(*name))
    {
        let endless = fields
            .iter()
            .filter(|(_, field)| field.required && is_endless(&field.schema));
        cut.extend(endless.map(|(field, _)| (name.clone(), field.clone())));
    }
    for (name, field) in cut {
        if let Some(Component {
            at,
            is: Is::Object(fields),
            ..
        }) = spec.components.get_mut(&name)
            && let Some(field) = fields.get_mut(&field)
        {
            told.note("an object that must be in itself, or too many in each other; it is of any kind there", at);
            field.schema = Type::of(Kind::Any);
        }
    }
}

/// How many objects a value of each component has in each other at least; nothing of those without an end.
pub fn heights(spec: &Spec) -> BTreeMap<String, usize> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    loop {
        let before = known.len();
        for (name, component) in &spec.components {
            if known.contains_key(name) {
                continue;
            }
            let of = |name: &String| known.get(name).copied();
            let found = match &component.is {
                Is::Object(fields) => {
                    let required = fields.values().filter(|field| field.required);
                    let mut below = required.map(|field| height(&known, &field.schema));
                    below.try_fold(1, |most, below| Some(below?.max(most - 1) + 1))
                }
                Is::Union { variants, .. } => {
                    variants.iter().filter_map(|(_, name)| of(name)).min()
                }
                Is::Untagged(names) => names.iter().filter_map(of).min(),
                Is::Alias(schema) => height(&known, schema),
                Is::Values { .. } | Is::TextOrList => Some(0),
            };
            if let Some(found) = found.filter(|found| *found < DEEPEST) {
                known.insert(name.clone(), found);
            }
        }
        if known.len() == before {
            return known;
        }
    }
}

fn height(known: &BTreeMap<String, usize>, schema: &Type) -> Option<usize> {
    match &schema.kind {
        Kind::Named(name) => known.get(name).copied(),
        Kind::List(items) if schema.keywords.contains_key("minItems") => height(known, items),
        _ => Some(0),
    }
}
