//! Bodies that are made of schemas: what an answer can look like.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::form::{Answer, Field, Is, Kind, Spec, Type};
use super::schemas::sample_of_pattern;
use super::tidy::{reached, roots};
use crate::names::snake;

/// How many values of a body are made beside those that must be there.
const ROOM: usize = 300;

/// Objects in objects: deeper ones have only what they must have.
const DEEPEST: usize = 8;

/// The examples of a document.
pub struct Examples {
    /// The body of each operation's answer, by its id.
    pub bodies: Vec<(String, Value)>,
    /// The properties of what is received that no body shows, by component.
    pub unshown: BTreeSet<(String, String)>,
}

/// Makes a body for each operation that answers JSON.
pub fn examples(spec: &Spec) -> Examples {
    let mut shown = BTreeSet::new();
    let bodies = spec.operations.iter().filter_map(|operation| {
        let schema = match &operation.answer {
            Answer::Json(schema) => schema,
            _ => return None,
        };
        let mut maker = Maker {
            spec,
            shown: &mut shown,
            whole: BTreeSet::new(),
            room: ROOM,
        };
        Some((operation.id.clone(), maker.value(schema, "", 0, None)))
    });
    let bodies = bodies.collect();
    let mut unshown = BTreeSet::new();
    for name in reached(spec, roots(spec, false, true)) {
        if let Some(Is::Object(fields)) = spec.components.get(&name).map(|component| &component.is)
        {
            let keys = fields.keys().map(|field| (name.clone(), field.clone()));
            unshown.extend(keys.filter(|key| !shown.contains(key)));
        }
    }
    Examples { bodies, unshown }
}

struct Maker<'a> {
    spec: &'a Spec,
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
        let limit = |key: &str| schema.keywords.get(key);
        match &schema.kind {
            Kind::Any => json!("anything"),
            Kind::Boolean => json!(true),
            Kind::Integer => json!(number(
                schema,
                i64::MAX,
                |value| value.as_i64(),
                |limit, step| limit.saturating_add(step)
            )),
            Kind::Number => json!(number(
                schema,
                f64::MAX,
                |value| value.as_f64(),
                |limit, step| limit + 0.5 * step as f64
            )),
            Kind::Text => json!(text(schema, name)),
            Kind::List(items) => {
                let least = limit("minItems").and_then(Value::as_u64).unwrap_or(0);
                let most = limit("maxItems").and_then(Value::as_u64).unwrap_or(1);
                // A list in a list of itself ends here.
                let wanted = if depth > DEEPEST {
                    least
                } else {
                    most.min(1).max(least)
                };
                let wanted = usize::try_from(wanted).unwrap_or(usize::MAX).min(1000);
                (0..wanted)
                    .map(|_| self.value(items, name, depth + 1, None))
                    .collect()
            }
            Kind::Map(_) if depth > DEEPEST => json!({}),
            Kind::Map(values) => json!({ "key": self.value(values, name, depth + 1, None) }),
            Kind::Named(component) => match self.spec.components.get_key_value(component) {
                None => Value::Null,
                Some((component, is)) => match &is.is {
                    Is::Alias(schema) => self.value(schema, name, depth + 1, None),
                    Is::Values { values, .. } => json!(values.first()),
                    Is::TextOrList => json!("text"),
                    Is::Union { tag, variants } => match variants.first() {
                        Some((value, variant)) => match self.spec.components.get_key_value(variant)
                        {
                            Some((variant, of)) => {
                                self.object(variant, &of.is, depth, Some((tag, value)))
                            }
                            None => Value::Null,
                        },
                        None => Value::Null,
                    },
                    is => self.object(component, is, depth, tag),
                },
            },
        }
    }

    fn object(
        &mut self,
        component: &'a str,
        is: &'a Is,
        depth: usize,
        tag: Option<(&str, &str)>,
    ) -> Value {
        let Is::Object(fields) = is else {
            return Value::Null;
        };
        let is_whole = depth <= DEEPEST && self.room > 0 && self.whole.insert(component);
        let mut object = Map::new();
        for (name, field) in fields {
            if !field.required && (!is_whole || field.write_only) {
                continue;
            }
            self.shown.insert((component.to_owned(), name.clone()));
            let Field { schema, pinned, .. } = field;
            let value = match (tag, pinned.first()) {
                (Some((tag, value)), _) if tag == name => json!(value),
                (_, Some(pinned)) => json!(pinned),
                _ => self.value(schema, name, depth + 1, None),
            };
            object.insert(name.clone(), value);
        }
        Value::Object(object)
    }
}

/// One, or the number nearest to it that the limits allow.
fn number<T: PartialOrd + Copy + From<i32>>(
    schema: &Type,
    most: T,
    read: impl Fn(&Value) -> Option<T>,
    step: impl Fn(T, i64) -> T,
) -> T {
    let end = |limit: &str, exclusive: &str, by| {
        let limit = schema.keywords.get(limit).and_then(&read)?;
        Some(if schema.keywords.contains_key(exclusive) {
            step(limit, by)
        } else {
            limit
        })
    };
    let least = end("minimum", "exclusiveMinimum", 1);
    let most = end("maximum", "exclusiveMaximum", -1).unwrap_or(most);
    let value = least
        .filter(|least| *least > T::from(1))
        .unwrap_or(T::from(1));
    if value > most { most } else { value }
}

fn text(schema: &Type, name: &str) -> String {
    let limit = |key: &str| schema.keywords.get(key);
    let length = |key: &str| {
        limit(key)
            .and_then(Value::as_u64)
            .and_then(|length| usize::try_from(length).ok())
    };
    if let Some(text) = limit("pattern").and_then(sample_of_pattern) {
        return text.to_owned();
    }
    let name = snake(name);
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    let text = match limit("format").and_then(Value::as_str) {
        Some("date-time") => "2026-01-02T03:04:05Z",
        Some("uuid") => "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        Some("uri") => "https://sample.example/a",
        _ if ends(&["email"]) => "a@sample.example",
        _ if ends(&["url", "uri"]) => "https://sample.example/a",
        _ if ends(&["phone", "phone_number", "from_number", "to_number"]) => "+15550100",
        _ if ends(&["id", "sid"]) => "id-1",
        _ => "text",
    };
    let (least, most) = (
        length("minLength").unwrap_or(0),
        length("maxLength").unwrap_or(usize::MAX),
    );
    let missing = least.saturating_sub(text.chars().count()).min(10_000);
    text.chars()
        .chain(std::iter::repeat_n('x', missing))
        .take(most)
        .collect()
}
