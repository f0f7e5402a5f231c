//! Which operations belong together: a list, and those that ask for one of its records or for what belongs to one.

use std::collections::HashMap;
use std::sync::Arc;

use axum::http::Method;
use serde_json::Value;

use super::choice::Choices;
use super::record::Record;
use super::template::{Holes, Template};
use crate::spec::{Location, Operation, Spec};

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
    One {
        of: Arc<Record>,
        parameter: String,
        template: Template,
    },
}

/// The roles of a provider's operations. A list that no other operation refers to, of the states that a call can have, say,
/// is no list of calls, and keeps its example.
pub(crate) fn roles(spec: &Spec, count: u64) -> HashMap<String, Role> {
    let lists: Vec<(String, &Operation, Arc<Record>)> = spec
        .operations
        .iter()
        .filter(|operation| in_path(operation).is_none())
        .filter_map(|operation| {
            let record = record(operation, None, count)?;
            Some((noun(&operation.id), operation, Arc::new(record)))
        })
        .collect();
    let mut roles = HashMap::new();
    for operation in &spec.operations {
        let Some(parameter) = in_path(operation).or_else(|| in_query(operation)) else {
            continue;
        };
        let names = [operation.id.as_str(), &snake(parameter)];
        let found = lists
            .iter()
            .filter(|(noun, ..)| names.iter().any(|name| mentions(name, noun)))
            .max_by_key(|(noun, ..)| noun.len());
        let Some((noun, list, of)) = found else {
            continue;
        };
        let role = if operation.list.is_some() {
            record(operation, Some(parameter), 0).map(|record| Role::Below {
                record: Arc::new(record),
                of: Arc::clone(of),
                parameter: parameter.to_owned(),
            })
        } else {
            one(operation, of, noun, parameter)
        };
        if let Some(role) = role {
            roles.insert(operation.id.clone(), role);
            roles.insert(list.id.clone(), Role::List(Arc::clone(of)));
        }
    }
    roles
}

fn record(operation: &Operation, parent: Option<&str>, count: u64) -> Option<Record> {
    let list = operation.list.as_ref()?;
    let limit = list.paging.limit.as_deref();
    let limit = limit.and_then(|name| {
        let of_name = |parameter: &&crate::spec::Parameter| parameter.name == name;
        let parameter = operation.parameters.iter().find(of_name);
        match parameter {
            Some(parameter) => parameter.schema.presumed(),
            None => operation.body.as_ref()?.presumed(name),
        }
    });
    Record::new(list, &example(operation)?, limit, parent, count)
}

fn one(operation: &Operation, of: &Arc<Record>, noun: &str, parameter: &str) -> Option<Role> {
    let mut example = example(operation)?;
    // Under the first and the last of these names the body says whose it is; under the list's own it is the record itself.
    let whose = format!("{noun}_id");
    let keys = [parameter, of.key.as_str(), whose.as_str()];
    let found = keys
        .into_iter()
        .find_map(|key| Some((holder(&example, key, String::new())?, key)));
    let is_the_record =
        operation.method == Method::GET && found.as_ref().is_some_and(|(_, key)| *key == of.key);
    let (place, key) = found.unzip();
    let record = place
        .as_deref()
        .and_then(|place| example.pointer_mut(place));
    let example_id = record
        .as_ref()
        .zip(key)
        .and_then(|(record, key)| record.get(key));
    let example_id = example_id.cloned().unwrap_or_default();
    let record = record
        .and_then(Value::as_object_mut)
        .filter(|_| is_the_record);
    if let Some((record, item)) = record.zip(of.item.as_object()) {
        for (name, value) in record {
            let listed = item
                .get(name)
                .filter(|_| !value.is_object() && !value.is_array());
            if let Some(listed) = listed {
                *value = listed.clone();
            }
        }
    }
    let none = Choices::default();
    let holes = Holes {
        key: key.unwrap_or_default(),
        example_id: &example_id,
        parent: None,
        choices: if is_the_record { &of.choices } else { &none },
    };
    Some(Role::One {
        of: Arc::clone(of),
        parameter: parameter.to_owned(),
        template: Template::new(&example, place.as_deref(), &holes),
    })
}

fn example(operation: &Operation) -> Option<Value> {
    serde_json::from_slice(&operation.success.1.body).ok()
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

/// `callRecordId` -> `call_record_id`
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::{Role, roles};
    use crate::provider::Provider;
    use crate::spec::Spec;

    /// Each operation that has a role, with `*` if it lists.
    fn shown(provider: Provider) -> Vec<String> {
        let spec = Spec::compile(provider.embedded()).expect("the spec");
        let roles = roles(&spec, 10);
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
                Role::One { of, parameter, .. } => {
                    format!("{id} of {} by {parameter}", list_of(of))
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
            ["get_call_detail of list_calls by call_id", "list_calls *"]
        );
        assert_eq!(
            shown(Provider::Diga),
            [
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
                "delete_callout of list_callouts by id",
                "get_call of list_calls by id",
                "get_callout_response of list_callouts by id",
                "list_callouts *",
                "list_calls *",
                "update_callout of list_callouts by id",
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
