//! Bodies that are made of schemas: what an answer can look like.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::form::{Content, Is, Kind, Operation, Spec, Type};
use super::operations::is_json;
use super::schemas::sample;
use super::tidy::{heights, reached, roots};
use crate::names::snake;

/// How many values of a body are made beside those that must be there.
const ROOM: usize = 300;

/// Objects in objects: deeper ones have only what they must have.
const DEEPEST: usize = 8;

/// The examples of a document.
pub struct Examples {
    /// The bodies of answers, by their names.
    pub bodies: Vec<(String, Value)>,
    /// The properties of what is received that no body shows, by component.
    pub unshown: BTreeSet<(String, String)>,
}

/// Makes a body for each JSON answer of an operation.
pub fn examples(spec: &Spec) -> Examples {
    let mut shown = BTreeSet::new();
    let mut bodies = Vec::new();
    let heights = heights(spec);
    for operation in &spec.operations {
        let mut seen: Vec<&Content> = Vec::new();
        for (code, answer) in &operation.answers {
            let json = answer.as_ref().filter(|answer| is_json(&answer.media));
            let Some(answer) = json.filter(|answer| !seen.contains(answer)) else {
                continue;
            };
            let name = example_name(operation, code, answer);
            seen.push(answer);
            let mut maker = Maker {
                spec,
                heights: &heights,
                shown: &mut shown,
                whole: BTreeSet::new(),
                room: ROOM,
            };
            bodies.push((name, maker.value(&answer.schema, "", 0, None)));
        }
    }
    let mut unshown = BTreeSet::new();
    for name in reached(spec, roots(spec, false, true)) {
        let fields = spec
            .components
            .get(&name)
            .and_then(|component| component.is.fields());
        let keys = fields
            .into_iter()
            .flatten()
            .map(|(field, _)| (name.clone(), field.clone()));
        unshown.extend(keys.filter(|key| !shown.contains(key)));
    }
    Examples { bodies, unshown }
}

/// What the example of an answer is called: like its operation, and where another one is called so, with its code.
pub fn example_name(operation: &Operation, code: &str, answer: &Content) -> String {
    let first = operation
        .answers
        .iter()
        .find_map(|(_, first)| first.as_ref());
    match first == Some(answer) {
        true => operation.id.clone(),
        false => format!("{}_{}", operation.id, code.to_lowercase()),
    }
}

struct Maker<'a> {
    spec: &'a Spec,
    heights: &'a BTreeMap<String, usize>,
    shown: &'a mut BTreeSet<(String, String)>,
    /// The objects that this body shows with all that they can have.
    whole: BTreeSet<&'a str>,
    room: usize,
}

impl<'a> Maker<'a> {
    /// A value; `tag` is the property of a variant that says which one it is.
    fn value(
        &mut self,
        schema: &'a Type,
        name: &str,
        depth: usize,
        tag: Option<(&str, &str)>,
    ) -> Value {
        self.room = self.room.saturating_sub(1);
        if let Some(values) = schema.keywords.get("enum").and_then(Value::as_array) {
            let fits = |value: &&Value| match schema.kind {
                Kind::Integer => value.is_i64() || value.is_u64(),
                Kind::Number => value.is_number(),
                Kind::Boolean => value.is_boolean(),
                Kind::Text => value.is_string(),
                _ => true,
            };
            if let Some(value) = values.iter().find(fits) {
                return value.clone();
            }
        }
        let component = |name: &str| self.spec.components.get_key_value(name);
        match &schema.kind {
            Kind::Any => json!("anything"),
            Kind::Boolean => json!(true),
            Kind::Integer => json!(integer(schema)),
            Kind::Number => json!(number(schema)),
            Kind::Text | Kind::Bytes => json!(text(schema, name)),
            Kind::List(items) => {
                let least = count(schema, "minItems").unwrap_or(0);
                let usual = if depth > DEEPEST { 0 } else { 1 };
                let wanted = count(schema, "maxItems")
                    .unwrap_or(1)
                    .min(usual)
                    .max(least)
                    .min(1000);
                (0..wanted)
                    .map(|_| self.value(items, name, depth + 1, None))
                    .collect()
            }
            Kind::Map(_) if depth > DEEPEST => json!({}),
            Kind::Map(values) => json!({ "key": self.value(values, name, depth + 1, None) }),
            Kind::Named(named) => match component(named).map(|(named, of)| (named, &of.is)) {
                Some((_, Is::Alias(schema))) => self.value(schema, name, depth + 1, None),
                Some((_, Is::Values { values, .. })) => json!(values.first()),
                Some((_, Is::TextOrList)) => json!("text"),
                Some((_, Is::Union { tag, variants })) => {
                    let variant = variants
                        .iter()
                        .min_by_key(|(_, name)| self.heights.get(name));
                    self.variant(
                        variant.map(|(value, name)| (name, Some((tag.as_str(), value.as_str())))),
                        depth,
                    )
                }
                Some((_, Is::Untagged(names))) => {
                    let variant = names.iter().min_by_key(|name| self.heights.get(*name));
                    self.variant(variant.map(|name| (name, None)), depth)
                }
                Some((named, is)) => self.object(named, is, depth, tag),
                None => Value::Null,
            },
        }
    }

    fn variant(
        &mut self,
        variant: Option<(&'a String, Option<(&str, &str)>)>,
        depth: usize,
    ) -> Value {
        let found =
            variant.and_then(|(name, tag)| Some((name, self.spec.components.get(name)?, tag)));
        found.map_or(Value::Null, |(name, of, tag)| {
            self.object(name, &of.is, depth, tag)
        })
    }

    fn object(
        &mut self,
        component: &'a str,
        is: &'a Is,
        depth: usize,
        tag: Option<(&str, &str)>,
    ) -> Value {
        let is_whole = depth <= DEEPEST && self.room > 0 && self.whole.insert(component);
        let mut object = Map::new();
        for (name, field) in is.fields().into_iter().flatten() {
            if !field.required && (!is_whole || field.write_only) {
                continue;
            }
            self.shown.insert((component.to_owned(), name.clone()));
            let value = match (tag, field.pinned.first()) {
                (Some((tag, value)), _) if tag == name => json!(value),
                (_, Some(pinned)) => json!(pinned),
                _ => self.value(&field.schema, name, depth + 1, None),
            };
            object.insert(name.clone(), value);
        }
        Value::Object(object)
    }
}

fn count(schema: &Type, key: &str) -> Option<usize> {
    let count = schema.keywords.get(key)?.as_u64()?;
    Some(usize::try_from(count).unwrap_or(usize::MAX))
}

/// One, or the number nearest to it that the limits allow.
fn integer(schema: &Type) -> i64 {
    let end = |limit: &str, exclusive: &str, step| {
        let limit = schema.keywords.get(limit)?.as_i64()?;
        let is_exclusive = schema.keywords.contains_key(exclusive);
        Some(if is_exclusive {
            limit.saturating_add(step)
        } else {
            limit
        })
    };
    let least = end("minimum", "exclusiveMinimum", 1).unwrap_or(i64::MIN);
    let most = end("maximum", "exclusiveMaximum", -1).unwrap_or(i64::MAX);
    1.max(least).min(most)
}

/// The same of numbers; between two that are excluded, what lies in their middle.
fn number(schema: &Type) -> f64 {
    let limit = |key: &str| schema.keywords.get(key).and_then(Value::as_f64);
    match (limit("minimum"), limit("maximum")) {
        (Some(least), Some(most)) if least >= 1.0 || most <= 1.0 => least + (most - least) / 2.0,
        (Some(least), None) if least >= 1.0 => least + 1.0,
        (None, Some(most)) if most <= 1.0 => most - 1.0,
        _ => 1.0,
    }
}

fn text(schema: &Type, name: &str) -> String {
    let (least, most) = (count(schema, "minLength"), count(schema, "maxLength"));
    let length = |length: Option<usize>| length.map(|length| length as f64);
    let pattern = schema.keywords.get("pattern");
    if let Some(text) = pattern.and_then(|pattern| sample(pattern, length(least), length(most))) {
        return text.to_owned();
    }
    let name = snake(name);
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    let text = match schema.keywords.get("format").and_then(Value::as_str) {
        Some("date-time") => "2026-01-02T03:04:05Z",
        Some("uuid") => "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        Some("date") => "2026-01-02",
        Some("time") => "03:04:05Z",
        Some("email") => "a@sample.example",
        Some("byte") => "dGV4dA==",
        Some("uri") => "https://sample.example/a",
        _ if ends(&["email"]) => "a@sample.example",
        _ if ends(&["url", "uri"]) => "https://sample.example/a",
        _ if ends(&["phone", "phone_number", "from_number", "to_number"]) => "+15550100",
        _ if ends(&["id", "sid"]) => "id-1",
        _ => "text",
    };
    let missing = least
        .unwrap_or(0)
        .saturating_sub(text.chars().count())
        .min(10_000);
    let filled = text.chars().chain(std::iter::repeat_n('x', missing));
    filled.take(most.unwrap_or(usize::MAX)).collect()
}
