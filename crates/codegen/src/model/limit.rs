//! The validation keywords that are checked before anything is sent.

use std::ops::Bound;

use serde_json::Value;

use crate::spec::{Document, Node};

const DEEPEST: usize = 16;

/// The formats of strings that become another type than a string.
const OWN_TYPES: [&str; 3] = ["date-time", "uuid", "binary"];

/// Limits of a value; what has none has no entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Limit {
    Text {
        min: usize,
        max: Option<usize>,
    },
    Integer {
        min: Option<i64>,
        max: Option<i64>,
    },
    Number {
        min: Bound<f64>,
        max: Bound<f64>,
    },
    List {
        min: usize,
        max: Option<usize>,
        each: Option<Box<Limit>>,
    },
    Map(Box<Limit>),
    /// Of what may be of several JSON types: limits of each.
    Either(Vec<Limit>),
}

impl Limit {
    /// The limits of a simple value or of a list or map of them; an object has limits at its properties.
    pub fn of(document: &Document, schema: &Node) -> Option<Self> {
        Self::at(document, schema, 0)
    }

    fn at(document: &Document, schema: &Node, depth: usize) -> Option<Self> {
        // A list can be a list of itself.
        if depth > DEEPEST {
            return None;
        }
        let inner = |node: &Node| Self::at(document, node, depth + 1);
        let schema = document.meant(schema)?;
        let count = |key: &str| {
            let count = schema.leaf(key).and_then(Value::as_u64);
            count.and_then(|count| usize::try_from(count).ok())
        };
        match schema.text("type") {
            // These have a type of their own, which no length says anything about.
            Some("string") if OWN_TYPES.contains(&schema.text("format").unwrap_or_default()) => {
                None
            }
            Some("string") => {
                let (min, max) = (count("minLength").unwrap_or(0), count("maxLength"));
                (min > 0 || max.is_some()).then_some(Self::Text { min, max })
            }
            Some("integer") => {
                // Of whole numbers the next one is the limit.
                let limit = |key: &str, exclusive: &str, step| {
                    let limit = schema.leaf(key)?.as_i64()?;
                    Some(if schema.flag(exclusive) {
                        limit.saturating_add(step)
                    } else {
                        limit
                    })
                };
                let min = limit("minimum", "exclusiveMinimum", 1);
                let max = limit("maximum", "exclusiveMaximum", -1);
                (min.is_some() || max.is_some()).then_some(Self::Integer { min, max })
            }
            Some("number") => {
                let bound = |key: &str, exclusive: &str| match schema.number(key) {
                    None => Bound::Unbounded,
                    Some(limit) if schema.flag(exclusive) => Bound::Excluded(limit),
                    Some(limit) => Bound::Included(limit),
                };
                let min = bound("minimum", "exclusiveMinimum");
                let max = bound("maximum", "exclusiveMaximum");
                ((min, max) != (Bound::Unbounded, Bound::Unbounded))
                    .then_some(Self::Number { min, max })
            }
            Some("array") => {
                let each = schema.get("items").and_then(inner).map(Box::new);
                let (min, max) = (count("minItems").unwrap_or(0), count("maxItems"));
                let limited = min > 0 || max.is_some() || each.is_some();
                limited.then_some(Self::List { min, max, each })
            }
            Some("object") if schema.entries("properties").next().is_none() => {
                let each = inner(schema.get("additionalProperties")?)?;
                Some(Self::Map(Box::new(each)))
            }
            // Objects that a tag tells apart have limits at their properties.
            None if !schema.has("discriminator") => {
                let parts: Vec<Self> = schema.items("oneOf").iter().filter_map(inner).collect();
                (!parts.is_empty()).then_some(Self::Either(parts))
            }
            _ => None,
        }
    }

    /// What a reader of the documentation is told.
    pub fn described(&self) -> Vec<String> {
        let both = |min: Option<String>, max: Option<String>| -> Vec<String> {
            let min = min.map(|min| format!("at least {min}"));
            let max = max.map(|max| format!("at most {max}"));
            min.into_iter().chain(max).collect()
        };
        let inside = |of: &str, inner: &Self| -> Vec<String> {
            let parts = inner.described().into_iter();
            parts.map(|part| format!("{of} {part}")).collect()
        };
        match self {
            Self::Integer { min, max } => both(
                min.map(|min| min.to_string()),
                max.map(|max| max.to_string()),
            ),
            Self::Number { min, max } => {
                let ends = [
                    (min, "at least", "more than"),
                    (max, "at most", "less than"),
                ];
                let said = ends
                    .into_iter()
                    .filter_map(|(end, included, excluded)| match end {
                        Bound::Included(end) => Some(format!("{included} {end}")),
                        Bound::Excluded(end) => Some(format!("{excluded} {end}")),
                        Bound::Unbounded => None,
                    });
                said.collect()
            }
            Self::Text { min, max } => {
                let mut parts = both(None, max.map(|max| format!("{max} characters")));
                match min {
                    0 => {}
                    1 => parts.push("not empty".to_owned()),
                    min => parts.push(format!("at least {min} characters")),
                }
                parts
            }
            Self::List { min, max, each } => {
                let min = (*min > 0).then(|| counted(*min));
                let mut parts = both(min, max.map(counted));
                parts.extend(each.iter().flat_map(|each| inside("each", each)));
                parts
            }
            Self::Either(parts) => {
                let parts = parts.iter().flat_map(|part| match part {
                    Self::List { .. } => inside("of a list", part),
                    part => part.described(),
                });
                parts.collect()
            }
            Self::Map(each) => inside("each", each),
        }
    }
}

fn counted(items: usize) -> String {
    match items {
        1 => "1 item".to_owned(),
        items => format!("{items} items"),
    }
}
