//! What records have in common with some others: documented values, and ids of what they belong to. Lists are narrowed by them.

use std::collections::HashSet;

use serde_json::Value;

use super::identity::Identity;
use super::world::{Likeness, name};
use crate::spec::{Shape, snake};

/// So many agents, users, contacts there are.
const COMPANY: u64 = 8;

/// Where things of one record have one of some values.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traits(Vec<Trait>);

#[derive(Clone, Debug)]
struct Trait {
    /// A JSON pointer from the record.
    at: String,
    /// What the choice depends on.
    name: u64,
    values: Vec<Value>,
    /// Whether the document lists the values.
    documented: bool,
}

impl Traits {
    /// Those of a record, found by what the document says of it and what the example holds. `fixed` are properties that are not
    /// chosen.
    pub(crate) fn new(record: &Value, shape: Option<Shape<'_>>, fixed: &HashSet<&str>) -> Self {
        let mut traits = Self::default();
        traits.members(record, shape, "", fixed);
        traits
    }

    fn members(
        &mut self,
        record: &Value,
        shape: Option<Shape<'_>>,
        at: &str,
        fixed: &HashSet<&str>,
    ) {
        for (key, value) in record.as_object().into_iter().flatten() {
            let place = format!("{at}/{key}");
            if at.is_empty() && fixed.contains(key.as_str()) {
                continue;
            }
            let shape = shape.and_then(|shape| shape.property(key));
            // Deeper down things are of the call's parts, not of the call.
            if value.is_object() && at.is_empty() {
                if shape.is_some_and(|shape| !shape.is_union()) {
                    self.members(value, shape, &place, fixed);
                }
                continue;
            }
            let documented = shape.map(Shape::values).unwrap_or_default();
            let is_documented = documented.len() > 1;
            let values = if value.is_string() && is_documented {
                documented
            } else if documented.is_empty() && names_something(key) {
                company(value, name(&place))
            } else {
                continue;
            };
            if !values.is_empty() {
                let name = name(&place);
                self.0.push(Trait {
                    at: place,
                    name,
                    values,
                    documented: is_documented,
                });
            }
        }
    }

    /// Adds what has one of some values, if nothing stands there.
    pub(crate) fn add(&mut self, at: &str, values: impl Iterator<Item = Value>) {
        if self.index(at).is_none() {
            self.0.push(Trait {
                at: at.to_owned(),
                name: name(at),
                values: values.collect(),
                documented: true,
            });
        }
    }

    /// Adds what only the list's records have by what the settings say.
    pub(crate) fn add_of(&mut self, list: &Self) {
        for one in &list.0 {
            if self.index(&one.at).is_none() {
                self.0.push(one.clone());
            }
        }
    }

    /// The trait that stands there.
    pub(crate) fn index(&self, at: &str) -> Option<usize> {
        self.0.iter().position(|one| one.at == at)
    }

    /// The trait that a parameter of such a name asks for: `agent_id`, `userIds[]`, `contact_id` for what is in `contact`.
    pub(crate) fn asked(&self, parameter: &str) -> Option<usize> {
        let wanted = single(parameter);
        self.0
            .iter()
            .position(|one| snake(one.at.trim_start_matches('/')) == wanted)
    }

    /// Puts back what a record should not have been given: what the document does not list.
    pub(crate) fn put_back(&self, record: &mut Value, before: &Value) {
        for one in self.0.iter().filter(|one| one.documented) {
            let (now, before) = (record.pointer_mut(&one.at), before.pointer(&one.at));
            if let (Some(now), Some(before)) = (now, before)
                && !one.values.contains(now)
            {
                *now = before.clone();
            }
        }
    }

    /// Where a trait stands.
    pub(crate) fn at(&self, index: usize) -> &str {
        self.0.get(index).map_or("", |one| &one.at)
    }

    /// The value that a record has.
    pub(crate) fn value(&self, index: usize, likeness: Likeness) -> &Value {
        let found = self.0.get(index).and_then(|one| {
            let count = (one.values.len() as u64).max(1);
            let chosen = usize::try_from(likeness.of(one.name) % count).ok()?;
            one.values.get(chosen)
        });
        found.unwrap_or(&Value::Null)
    }
}

/// Whether a property of this name holds an id of something.
fn names_something(key: &str) -> bool {
    let key = snake(key);
    key == "id" || key.ends_with("_id")
}

/// The ids that stand in the place of the example's: that one, and more of its form.
fn company(example: &Value, kind: u64) -> Vec<Value> {
    let Some(identity) = Identity::like(example).filter(|_| !is_placeholder(example)) else {
        return Vec::new();
    };
    let more = (1..COMPANY).map(|number| identity.id(number, kind));
    std::iter::once(example.clone()).chain(more).collect()
}

/// Whether an example only says what there would be.
pub(crate) fn is_placeholder(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|text| text.starts_with('<') && text.ends_with('>'))
}

/// A parameter's name as that of the property that it asks for: `leadIds[]` -> `lead_id`.
pub(crate) fn single(parameter: &str) -> String {
    let name = snake(parameter.trim_end_matches("[]"));
    match name.strip_suffix("_ids") {
        Some(start) => format!("{start}_id"),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::{Value, json};

    use super::{COMPANY, Likeness, Traits};
    use crate::spec::Shape;

    #[test]
    fn documented_values_and_ids_are_found_by_the_names_of_parameters() {
        let document = json!({"properties": {
            "status": {"x-extensible-enum": ["a", "b", "c"]},
            "kind": {"enum": ["only"]},
            "contact": {"properties": {"id": {"type": "string"}}},
        }});
        let record = json!({"id": "call_1", "status": "a", "kind": "only", "userId": 7, "contact": {"id": "c_1", "name": "n"}});
        let shape = Shape::new(&document, &document);
        let traits = Traits::new(&record, Some(shape), &HashSet::from(["id"]));
        let index = |parameter| traits.asked(parameter);
        assert_eq!(
            (index("id"), index("kind"), index("name")),
            (None, None, None)
        );
        let seen = |parameter: &str| -> HashSet<Value> {
            let index = traits.asked(parameter).expect("a trait");
            let likeness = |number| Likeness {
                seed: 7,
                slot: 0,
                number,
            };
            (0..500)
                .map(|number| traits.value(index, likeness(number)).clone())
                .collect()
        };
        assert_eq!(seen("status").len(), 3);
        assert!(seen("userIds[]").contains(&json!(7)) && seen("userIds[]").len() as u64 == COMPANY);
        assert!(seen("contact_id").contains(&json!("c_1")));
    }
}
