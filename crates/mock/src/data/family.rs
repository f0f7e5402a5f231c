//! Which operations belong together: a list, and those that read, make, change or delete one of its records, or list what belongs
//! to one.

use std::collections::HashMap;
use std::sync::Arc;

use axum::http::Method;
use serde_json::Value;

use super::media;
use super::record::{Of, Record, afterwards};
use super::template::{Holes, Template};
use super::traits::Traits;
use super::world::Timeline;
use crate::spec::{Location, Operation, Shape, Spec, snake};

/// What an operation has to do with made-up records.
#[derive(Debug)]
pub(crate) enum Role {
    /// It lists them.
    List(Arc<Record>),
    /// It lists what belongs to one of them.
    Below {
        record: Arc<Record>,
        of: Arc<Record>,
        parameter: String,
    },
    /// It is about one of them.
    One(Box<One>),
    /// It deletes those whose ids stand in a property of the body.
    DeleteMany { of: Arc<Record>, property: String },
}

/// What is answered about one record.
#[derive(Debug)]
pub(crate) struct One {
    pub(crate) of: Arc<Record>,
    pub(crate) what: What,
    pub(crate) template: Template,
    pub(crate) traits: Traits,
    /// Where in the answer the record is, and the property of it that holds the id.
    pub(crate) place: Option<String>,
    pub(crate) key: String,
    pub(crate) links: Vec<(String, media::Kind)>,
    /// Properties of the record that it has only once the call is over.
    pub(crate) afterwards: Vec<String>,
    /// Values of the parameter that stand for the example beside its id: the document shows them.
    pub(crate) shown: Vec<String>,
}

/// What an operation does with one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Whose id stands in this parameter.
    Read(String),
    Change(String),
    Delete(String),
    Create,
}

impl One {
    pub(crate) fn parameter(&self) -> Option<&str> {
        match &self.what {
            What::Read(parameter) | What::Change(parameter) | What::Delete(parameter) => {
                Some(parameter)
            }
            What::Create => None,
        }
    }
}

/// The roles of a provider's operations. A list that no other operation refers to, of the states that a call can have, say,
/// is no list of calls, and keeps its example.
pub(crate) fn roles(spec: &Spec, timeline: Timeline) -> HashMap<String, Role> {
    let listing = || {
        let operations = spec.operations.iter();
        operations.filter(|operation| in_path(operation).is_none() && operation.list.is_some())
    };
    let nouns: Vec<String> = listing().map(|operation| noun(&operation.id)).collect();
    let lists: Vec<(String, &Operation, Arc<Record>)> = listing()
        .filter_map(|operation| {
            let of = Of {
                parent: None,
                nouns: &nouns,
            };
            let record = Record::new(operation, &spec.document, timeline, &of)?;
            Some((noun(&operation.id), operation, Arc::new(record)))
        })
        .collect();
    let mut roles = HashMap::new();
    for operation in &spec.operations {
        let parameter = in_path(operation).or_else(|| in_query(operation));
        let mut names = vec![operation.id.clone()];
        names.extend(parameter.map(snake));
        let of_names = |(noun, ..): &&(String, &Operation, Arc<Record>)| {
            names
                .iter()
                .any(|name| mentions(name, noun) || mentions(name, &format!("{noun}s")))
        };
        let found = lists
            .iter()
            .filter(of_names)
            .max_by_key(|(noun, ..)| noun.len());
        let Some((noun, list, of)) = found.filter(|(_, list, _)| list.id != operation.id) else {
            continue;
        };
        let role = match parameter {
            Some(parameter) if operation.list.is_some() => {
                let below = Of {
                    parent: Some(parameter),
                    nouns: &nouns,
                };
                let record = Record::new(operation, &spec.document, timeline, &below);
                record.map(|record| Role::Below {
                    record: Arc::new(record),
                    of: Arc::clone(of),
                    parameter: parameter.to_owned(),
                })
            }
            Some(parameter) => {
                let parameter = parameter.to_owned();
                let what = match operation.method {
                    Method::DELETE => What::Delete(parameter),
                    Method::PUT | Method::PATCH => What::Change(parameter),
                    _ => What::Read(parameter),
                };
                one(spec, operation, of, noun, what)
            }
            None if operation.method != Method::POST => None,
            None => deleted_ids(operation, noun)
                .map(|property| Role::DeleteMany {
                    of: Arc::clone(of),
                    property,
                })
                .or_else(|| one(spec, operation, of, noun, What::Create)),
        };
        if let Some(role) = role {
            roles.insert(operation.id.clone(), role);
            roles.insert(list.id.clone(), Role::List(Arc::clone(of)));
        }
    }
    roles
}

/// The property of the body that holds ids, if the operation deletes what has them: `call_ids`.
fn deleted_ids(operation: &Operation, noun: &str) -> Option<String> {
    let wanted = format!("{noun}_ids");
    let body = operation.body.as_ref()?;
    let mut properties = body.properties().into_iter();
    properties.find(|name| mentions(&operation.id, "delete") && snake(name) == wanted)
}

fn one(
    spec: &Spec,
    operation: &Operation,
    of: &Arc<Record>,
    noun: &str,
    what: What,
) -> Option<Role> {
    let body = &operation.success.1.body;
    // Of a deletion there may be nothing to tell.
    let mut example: Value = match &what {
        What::Delete(_) if body.is_empty() => Value::Null,
        _ => serde_json::from_slice(body).ok()?,
    };
    let is_whole = matches!(what, What::Read(_) | What::Change(_));
    let parameter = match &what {
        What::Read(name) | What::Change(name) | What::Delete(name) => name.as_str(),
        What::Create => "",
    };
    // Under the first and the last of these names the body says whose it is; under the list's own it is the record itself.
    let whose = format!("{noun}_id");
    let keys = [parameter, of.key.as_str(), whose.as_str()];
    let found = keys
        .into_iter()
        .find_map(|key| Some((holder(&example, key, String::new())?, key)));
    let is_the_record = is_whole && found.as_ref().is_some_and(|(_, key)| *key == of.key);
    let (place, key) = found.unzip();
    if what == What::Create && place.is_none() {
        return None;
    }
    let record = place
        .as_deref()
        .and_then(|place| example.pointer_mut(place));
    let example_id = record
        .as_ref()
        .zip(key)
        .and_then(|(record, key)| record.get(key));
    let example_id = example_id.cloned().unwrap_or_default();
    let links = media::links(&example, operation.facts.recording_url.as_deref());
    if let Some(record) = example.pointer_mut(place.as_deref().unwrap_or_default())
        && is_the_record
    {
        overlay(record, &of.item, true);
    }
    let parents: Vec<String> = of
        .parents
        .iter()
        .map(|parent| parent.property.clone())
        .collect();
    let traits = match (is_the_record, &place, &operation.response) {
        (true, Some(place), Some(schema)) => {
            let shape = Shape::new(&spec.document, schema).at(place);
            let fixed = parents.iter().map(String::as_str).chain(key).collect();
            let mut traits = Traits::new(example.pointer(place)?, shape, &fixed);
            traits.add_of(&of.traits);
            traits
        }
        _ => Traits::default(),
    };
    // What only tells of a record says nothing of its own but whose it is, and when.
    let record = place.as_deref().filter(|_| is_the_record || key.is_some());
    let shape = operation.response.as_ref().and_then(|schema| {
        Shape::new(&spec.document, schema).at(place.as_deref().unwrap_or_default())
    });
    let afterwards = place.as_deref().and_then(|place| {
        let seconds_at = of.seconds_at.as_deref();
        Some(afterwards(
            example.pointer(place)?,
            shape,
            seconds_at,
            of.time,
        ))
    });
    let noun_of_answer = shape.and_then(Shape::name).map(snake);
    let noun_of_answer = noun_of_answer.filter(|_| is_whole && !is_the_record);
    let mut own = Vec::new();
    if noun_of_answer.is_some() {
        listed_ids(&example, false, &mut own);
    }
    let holes = Holes {
        key: key.unwrap_or_default(),
        example_id: &example_id,
        parents: &parents,
        traits: &traits,
        time: of.time,
        seconds: of.seconds,
        cost: operation.facts.cost.as_deref(),
        links: &links,
        asked: &[],
        noun: noun_of_answer.as_deref(),
        own: &own,
        is_part: false,
        zones: of.timeline.zones,
    };
    let template = Template::new(&example, record, &holes);
    let of_parameter = operation
        .parameters
        .iter()
        .filter(|known| known.name == parameter);
    let shown = of_parameter.filter_map(|parameter| parameter.example.clone());
    let shown = shown.collect();
    Some(Role::One(Box::new(One {
        of: Arc::clone(of),
        key: key.unwrap_or_default().to_owned(),
        what,
        template,
        traits,
        place,
        links,
        afterwards: afterwards.unwrap_or_default(),
        shown,
    })))
}

/// The ids of what stands in lists.
fn listed_ids(value: &Value, in_list: bool, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let id = value.as_str().filter(|_| in_list && name == "id");
                found.extend(id.map(ToOwned::to_owned));
                listed_ids(value, in_list, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| listed_ids(item, true, found)),
        _ => {}
    }
}

/// Takes over what two objects both tell, with the values of the second: of whatever type, or only of the same. Of two maps
/// without a common key the second counts.
pub(crate) fn overlay(record: &mut Value, other: &Value, any_type: bool) {
    let (Some(record), Some(other)) = (record.as_object_mut(), other.as_object()) else {
        return;
    };
    for (name, value) in record {
        match other.get(name) {
            Some(other) if value.is_object() && other.is_object() => {
                let mut keys = value.as_object().into_iter().flat_map(|map| map.keys());
                if !any_type && keys.all(|key| other.get(key).is_none()) {
                    *value = other.clone();
                } else {
                    overlay(value, other, any_type);
                }
            }
            Some(other) if !value.is_array() && !other.is_array() && !other.is_object() => {
                let of_one_type = std::mem::discriminant(value) == std::mem::discriminant(other);
                if of_one_type || any_type {
                    *value = other.clone();
                }
            }
            _ => {}
        }
    }
}

/// Where the first object is that has such a member: the outermost one counts.
fn holder(value: &Value, key: &str, at: String) -> Option<String> {
    let members = value.as_object()?;
    if members.contains_key(key) {
        return Some(at);
    }
    members
        .iter()
        .find_map(|(name, member)| holder(member, key, format!("{at}/{name}")))
}

fn in_path(operation: &Operation) -> Option<&str> {
    let mut parameters = operation.parameters.iter();
    let found = parameters.find(|parameter| parameter.location == Location::Path);
    found.map(|parameter| parameter.name.as_str())
}

/// In a list such a parameter says whose records are wanted, not which.
fn in_query(operation: &Operation) -> Option<&str> {
    let mut parameters = operation.parameters.iter();
    let found = parameters.find(|parameter| parameter.is_id() && operation.list.is_none());
    found.map(|parameter| parameter.name.as_str())
}

/// What a list lists: `list_call_records` -> `call_record`.
fn noun(operation_id: &str) -> String {
    let name = operation_id.strip_prefix("list_").unwrap_or(operation_id);
    name.strip_suffix('s').unwrap_or(name).to_owned()
}

/// Whether a name has these words: `get_call_trace` has `call`.
fn mentions(name: &str, words: &str) -> bool {
    format!("_{name}_").contains(&format!("_{words}_"))
}

#[cfg(test)]
mod tests {
    use super::{Role, roles};
    use crate::provider::Provider;
    use crate::spec::Spec;

    /// Each operation that has a role, with `*` if it lists.
    fn shown(provider: Provider) -> Vec<String> {
        let spec = Spec::compile(provider.embedded()).expect("the spec");
        let timeline = super::Timeline {
            now: chrono::Utc::now(),
            calls: 10,
            seed: 0,
            within: None,
            equal_times: 0,
            changed: None,
            deleted: None,
            zones: false,
        };
        let roles = roles(&spec, timeline);
        let list_of = |wanted: &std::sync::Arc<super::Record>| {
            let is_it = |role: &Role| matches!(role, Role::List(record) if std::sync::Arc::ptr_eq(record, wanted));
            let found = roles.iter().find(|(_, role)| is_it(role));
            found.map(|(id, _)| id.clone()).expect("a list")
        };
        let mut shown: Vec<_> = roles
            .iter()
            .map(|(id, role)| match role {
                Role::List(_) => format!("{id} *"),
                Role::Below { of, parameter, .. } => {
                    format!("{id} * of {} by {parameter}", list_of(of))
                }
                Role::One(one) => {
                    let what = match &one.what {
                        super::What::Read(name) => format!("by {name}"),
                        super::What::Change(name) => format!("changed by {name}"),
                        super::What::Delete(name) => format!("deleted by {name}"),
                        super::What::Create => "created".to_owned(),
                    };
                    format!("{id} of {} {what}", list_of(&one.of))
                }
                Role::DeleteMany { of, property } => {
                    format!("{id} of {} deleted by {property}", list_of(of))
                }
            })
            .collect();
        shown.sort();
        shown
    }

    #[test]
    fn operations_that_belong_together_find_each_other() {
        assert_eq!(
            shown(Provider::Liner),
            [
                "get_call of list_calls by callId",
                "get_call_record of list_call_records by callRecordId",
                "list_call_records *",
                "list_calls *",
            ]
        );
        assert_eq!(
            shown(Provider::Twenty2),
            [
                "get_call_detail of list_calls by call_id",
                "list_calls *",
                "trigger_outbound_call of list_calls created",
            ]
        );
        assert_eq!(
            shown(Provider::Diga),
            [
                "bulk_delete_calls of list_calls deleted by call_ids",
                "create_call of list_calls created",
                "get_call of list_calls by id",
                "get_call_trace of list_calls by call_id",
                "get_recording of list_calls by call_id",
                "list_call_logs * of list_calls by call_id",
                "list_call_messages * of list_calls by id",
                "list_calls *",
            ]
        );
        assert_eq!(
            shown(Provider::Credira),
            [
                "create_call of list_calls created",
                "delete_callout of list_callouts deleted by id",
                "get_call of list_calls by id",
                "get_callout_response of list_callouts by id",
                "list_callouts *",
                "list_calls *",
                "update_callout of list_callouts changed by id",
            ]
        );
        assert_eq!(
            shown(Provider::Retell),
            [
                "create_phone_call of list_calls created",
                "create_web_call of list_calls created",
                "delete_call of list_calls deleted by call_id",
                "get_call of list_calls by call_id",
                "list_calls *",
                "register_phone_call of list_calls created",
                "update_call of list_calls changed by call_id",
            ]
        );
        assert_eq!(
            shown(Provider::Vapi),
            [
                "create_call of list_calls created",
                "delete_call of list_calls deleted by id",
                "get_call of list_calls by id",
                "list_calls *",
                "update_call of list_calls changed by id",
            ]
        );
        assert_eq!(
            shown(Provider::HighLevel),
            [
                "get_call_log of list_call_logs by callId",
                "list_call_logs *",
            ]
        );
    }
}
