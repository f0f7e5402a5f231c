//! The validation keywords that are checked before anything is sent.

use std::borrow::Borrow;
use std::ops::Bound;

use openapiv3::{
    AdditionalProperties, OpenAPI, ReferenceOr, Schema, SchemaKind, StringFormat, Type,
    VariantOrUnknownOrEmpty,
};

use super::local_name;

const DEEPEST: usize = 16;

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
    pub fn of<S: Borrow<Schema>>(spec: &OpenAPI, schema: &ReferenceOr<S>) -> Option<Self> {
        Self::at(spec, schema, 0)
    }

    fn at<S: Borrow<Schema>>(
        spec: &OpenAPI,
        schema: &ReferenceOr<S>,
        depth: usize,
    ) -> Option<Self> {
        // A list can be a list of itself.
        if depth > DEEPEST {
            return None;
        }
        let depth = depth + 1;
        let schema = match schema {
            ReferenceOr::Item(schema) => schema.borrow(),
            ReferenceOr::Reference { reference } => {
                let schemas = &spec.components.as_ref()?.schemas;
                return Self::at(spec, schemas.get(local_name(reference))?, depth);
            }
        };
        match &schema.schema_kind {
            // These have a type of their own, which no length says anything about.
            SchemaKind::Type(Type::String(string)) if has_own_type(&string.format) => None,
            SchemaKind::Type(Type::String(string)) => {
                let (min, max) = (string.min_length.unwrap_or(0), string.max_length);
                (min > 0 || max.is_some()).then_some(Self::Text { min, max })
            }
            SchemaKind::Type(Type::Integer(integer)) => {
                // Of whole numbers the next one is the limit.
                let next = |limit: i64, excluded, step| {
                    if excluded {
                        limit.saturating_add(step)
                    } else {
                        limit
                    }
                };
                let min = integer
                    .minimum
                    .map(|min| next(min, integer.exclusive_minimum, 1));
                let max = integer
                    .maximum
                    .map(|max| next(max, integer.exclusive_maximum, -1));
                (min.is_some() || max.is_some()).then_some(Self::Integer { min, max })
            }
            SchemaKind::Type(Type::Number(number)) => {
                let bound = |limit: Option<f64>, excluded| match limit {
                    None => Bound::Unbounded,
                    Some(limit) if excluded => Bound::Excluded(limit),
                    Some(limit) => Bound::Included(limit),
                };
                let min = bound(number.minimum, number.exclusive_minimum);
                let max = bound(number.maximum, number.exclusive_maximum);
                ((min, max) != (Bound::Unbounded, Bound::Unbounded))
                    .then_some(Self::Number { min, max })
            }
            SchemaKind::Type(Type::Array(array)) => {
                let each = array
                    .items
                    .as_ref()
                    .and_then(|items| Self::at(spec, items, depth));
                let (min, max) = (array.min_items.unwrap_or(0), array.max_items);
                (min > 0 || max.is_some() || each.is_some()).then(|| Self::List {
                    min,
                    max,
                    each: each.map(Box::new),
                })
            }
            SchemaKind::Type(Type::Object(object)) if object.properties.is_empty() => {
                match &object.additional_properties {
                    Some(AdditionalProperties::Schema(values)) => {
                        Some(Self::Map(Box::new(Self::at(spec, values.as_ref(), depth)?)))
                    }
                    _ => None,
                }
            }
            // Objects that a tag tells apart have limits at their properties.
            SchemaKind::OneOf { one_of } if schema.schema_data.discriminator.is_none() => {
                let parts: Vec<Self> = one_of
                    .iter()
                    .filter_map(|part| Self::at(spec, part, depth))
                    .collect();
                (!parts.is_empty()).then_some(Self::Either(parts))
            }
            SchemaKind::AllOf { all_of } => match all_of.as_slice() {
                [only] => Self::at(spec, only, depth),
                _ => None,
            },
            _ => None,
        }
    }

    /// What a reader of the documentation is told.
    pub fn described(&self) -> Vec<String> {
        let bounds = |min: Option<String>, max: Option<String>| {
            let min = min.map(|min| format!("at least {min}"));
            min.into_iter()
                .chain(max.map(|max| format!("at most {max}")))
                .collect()
        };
        match self {
            Self::Integer { min, max } => bounds(
                min.map(|min| min.to_string()),
                max.map(|max| max.to_string()),
            ),
            Self::Number { min, max } => {
                let min = match min {
                    Bound::Included(min) => Some(format!("at least {min}")),
                    Bound::Excluded(min) => Some(format!("more than {min}")),
                    Bound::Unbounded => None,
                };
                let max = match max {
                    Bound::Included(max) => Some(format!("at most {max}")),
                    Bound::Excluded(max) => Some(format!("less than {max}")),
                    Bound::Unbounded => None,
                };
                min.into_iter().chain(max).collect()
            }
            Self::Text { min, max } => {
                let mut parts: Vec<String> =
                    bounds(None, max.map(|max| format!("{max} characters")));
                match min {
                    0 => {}
                    1 => parts.push("not empty".to_owned()),
                    min => parts.push(format!("at least {min} characters")),
                }
                parts
            }
            Self::List { min, max, each } => {
                let min = (*min > 0).then(|| counted(*min));
                let mut parts = bounds(min, max.map(counted));
                if let Some(each) = each {
                    let each = each.described();
                    parts.extend(each.into_iter().map(|part| format!("each {part}")));
                }
                parts
            }
            Self::Either(parts) => parts
                .iter()
                .flat_map(|part| match part {
                    Self::List { .. } => part
                        .described()
                        .into_iter()
                        .map(|part| format!("of a list {part}"))
                        .collect(),
                    part => part.described(),
                })
                .collect(),
            Self::Map(each) => {
                let each = each.described();
                each.into_iter()
                    .map(|part| format!("each {part}"))
                    .collect()
            }
        }
    }
}

fn counted(items: usize) -> String {
    match items {
        1 => "1 item".to_owned(),
        items => format!("{items} items"),
    }
}

fn has_own_type(format: &VariantOrUnknownOrEmpty<StringFormat>) -> bool {
    match format {
        VariantOrUnknownOrEmpty::Item(_) => true,
        VariantOrUnknownOrEmpty::Unknown(format) => format == "uuid",
        VariantOrUnknownOrEmpty::Empty => false,
    }
}
