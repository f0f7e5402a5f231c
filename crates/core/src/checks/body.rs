//! Checks a request body against its documented limits before it is sent.

use std::fmt::Display;
use std::ops::Bound;

use serde::Serialize;
use serde_json::Value;

use crate::checks::limits;
use crate::error::Failure;
use crate::exchange::provider::Operation;
use crate::json::schema::implied_tag;

/// What a value in a request body must keep to.
#[derive(Debug)]
pub enum Rule {
    /// Length of a string, in characters.
    Text {
        /// The least.
        min: usize,
        /// The most.
        max: Option<usize>,
    },
    /// Size of a whole number.
    Integer {
        /// The least.
        min: Option<i64>,
        /// The most.
        max: Option<i64>,
    },
    /// Size of a number.
    Number {
        /// From where on.
        min: Bound<f64>,
        /// Up to where.
        max: Bound<f64>,
    },
    /// Number of items, and what each must keep to.
    List {
        /// The least.
        min: usize,
        /// The most.
        max: Option<usize>,
        /// For each item.
        each: Option<&'static Rule>,
    },
    /// What each value of a map must keep to.
    Map(&'static Rule),
    /// Fields by name.
    Object(&'static [(&'static str, &'static Rule)]),
    /// One of several objects, told apart by a tag.
    Union {
        /// Name of the field that decides.
        tag: &'static str,
        /// Value of the tag, and what its object must keep to.
        variants: &'static [(&'static str, &'static Rule)],
        /// Where the tag may be left out: a field that only one variant has, and the value of the tag that it stands for.
        implied: &'static [(&'static str, &'static str)],
    },
    /// What may be of several JSON types: each rule says something of its own type alone.
    Either(&'static [&'static Rule]),
}

/// Checks a body against its documented limits.
///
/// # Errors
///
/// `InvalidRequest` that names operation, field and limit, never a value.
pub fn check_body(
    operation: &'static Operation,
    body: &impl Serialize,
    rule: &'static Rule,
) -> Result<(), Failure> {
    let body = serde_json::to_value(body).map_err(|_| Failure::unsendable())?;
    fault(&body, rule).map_or(Ok(()), |Fault { pointer, why }| {
        let why = format!("the field `{pointer}` of the body {why}");
        Err(Failure::not_sent(operation.id, &why))
    })
}

/// What is wrong, and at which place of what was looked at.
struct Fault {
    pointer: String,
    why: String,
}

impl Fault {
    fn below(self, name: impl Display) -> Self {
        let pointer = format!("/{name}{}", self.pointer);
        Self { pointer, ..self }
    }
}

fn fault(value: &Value, rule: &'static Rule) -> Option<Fault> {
    let why = match (rule, value) {
        (Rule::Text { min, max }, Value::String(text)) => limits::text(text, *min, *max),
        (Rule::Integer { min, max }, Value::Number(number)) => {
            limits::integer(number.as_i64()?, *min, *max)
        }
        (Rule::Number { min, max }, Value::Number(number)) => {
            limits::number(number.as_f64()?, *min, *max)
        }
        (Rule::List { min, max, each }, Value::Array(items)) => {
            let why = limits::count(items.len(), *min, *max);
            if why.is_none() {
                let each = (*each)?;
                let mut items = items.iter().enumerate();
                return items.find_map(|(index, item)| Some(fault(item, each)?.below(index)));
            }
            why
        }
        (Rule::Map(each), Value::Object(entries)) => {
            let found = entries.values().find_map(|value| fault(value, each));
            // The key can be data.
            return found.map(|found| found.below('…'));
        }
        (Rule::Object(fields), Value::Object(entries)) => {
            let mut fields = fields.iter();
            return fields
                .find_map(|(name, rule)| Some(fault(entries.get(*name)?, rule)?.below(name)));
        }
        (
            Rule::Union {
                tag,
                variants,
                implied,
            },
            Value::Object(entries),
        ) => {
            let tag = match entries.get(*tag) {
                Some(Value::String(tag)) => tag.as_str(),
                None | Some(Value::Null) => {
                    implied_tag(implied, &|field: &str| entries.contains_key(field))?
                }
                Some(_) => return None,
            };
            // An object of a kind that is not known has no documented limits.
            let (_, rule) = variants.iter().find(|(value, _)| *value == tag)?;
            return fault(value, rule);
        }
        (Rule::Either(rules), value) => return rules.iter().find_map(|rule| fault(value, rule)),
        _ => None,
    };
    why.map(|why| Fault {
        pointer: String::new(),
        why,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    static NODE: Rule = Rule::Object(&[
        (
            "name",
            &Rule::Text {
                min: 1,
                max: Some(3),
            },
        ),
        (
            "size",
            &Rule::Integer {
                min: Some(0),
                max: None,
            },
        ),
        (
            "share",
            &Rule::Number {
                min: Bound::Excluded(0.0),
                max: Bound::Included(1.0),
            },
        ),
        (
            "nodes",
            &Rule::List {
                min: 0,
                max: Some(2),
                each: Some(&NODE),
            },
        ),
        ("extra", &Rule::Map(&NODE)),
        (
            "step",
            &Rule::Union {
                tag: "kind",
                variants: &[("node", &NODE)],
                implied: &[("node", "node"), ("pause", "pause")],
            },
        ),
        (
            "to",
            &Rule::Either(&[
                &Rule::Text { min: 2, max: None },
                &Rule::List {
                    min: 1,
                    max: None,
                    each: None,
                },
            ]),
        ),
    ]);

    fn told(body: Value) -> String {
        match fault(&body, &NODE) {
            Some(Fault { pointer, why }) => format!("{pointer} {why}"),
            None => String::new(),
        }
    }

    #[test]
    fn what_keeps_to_the_limits_passes() {
        for body in [
            json!({}),
            json!({"name": null, "nodes": null, "other": "anything"}),
            json!({"step": {"kind": "node", "size": 0}, "to": "ab"}),
            json!({"step": {"kind": "other", "size": -1}, "to": [""]}),
            json!({"step": {"kind": 1, "node": 1, "size": -1}, "to": null}),
            json!({"step": {"pause": 1, "size": -1}}),
            json!({"step": {"pause": 1, "node": 1, "size": -1}}),
            json!({"name": "abc", "size": 0, "share": 1, "nodes": [{"name": "a"}, {}], "extra": {"k": {"size": 1}}}),
        ] {
            assert_eq!(told(body), "");
        }
    }

    #[test]
    fn what_does_not_is_told_with_its_place() {
        for (body, wanted) in [
            (json!({"name": ""}), "/name is empty"),
            (
                json!({"name": "m4rk"}),
                "/name is 4 characters long; the most is 3",
            ),
            (
                json!({"name": "a", "size": -1}),
                "/size is less than 0, the least that is documented",
            ),
            (
                json!({"share": 1.5}),
                "/share is more than 1, the most that is documented",
            ),
            (
                json!({"share": 0.0}),
                "/share is not more than 0, as is documented",
            ),
            (
                json!({"step": {"kind": "node", "size": -1}}),
                "/step/size is less than 0, the least that is documented",
            ),
            (
                json!({"step": {"node": 1, "nodes": [{"size": -1}]}}),
                "/step/nodes/0/size is less than 0, the least that is documented",
            ),
            (
                json!({"to": "a"}),
                "/to is 1 characters long; the least is 2",
            ),
            (json!({"to": []}), "/to has 0 items; the least is 1"),
            (
                json!({"nodes": [{}, {}, {}]}),
                "/nodes has 3 items; the most is 2",
            ),
            (
                json!({"nodes": [{}, {"nodes": [{"name": ""}]}]}),
                "/nodes/1/nodes/0/name is empty",
            ),
            (
                json!({"extra": {"good": {}, "m4rk": {"name": ""}}}),
                "/extra/…/name is empty",
            ),
        ] {
            assert_eq!(told(body), wanted);
        }
    }
}
