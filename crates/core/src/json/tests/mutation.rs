//! Random changes to documented bodies. Whatever is changed, the rest is delivered, and the change is visible.

use proptest::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};

use super::call::{self, Call};
use super::call_log::{self, CallLog};
use crate::json::decode::{Slot, decode};
use crate::json::drift::Drift;
use crate::json::input::FromJson;
use crate::json::schema::{Field, Lack, Presence, Schema, Shape};
use crate::json::table::known;
use crate::json::walk::drift;

/// A source of choices from a seed, good enough to reach every place of a body.
struct Choices(u64);

impl Choices {
    fn below(&mut self, bound: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

#[derive(Clone, Debug)]
enum Change {
    Dropped,
    Replaced(Value),
    Renamed,
    /// A field beside the place.
    Added(Value),
}

/// Values of every type, valid and invalid for every format.
fn values() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(1),
        json!(-7),
        json!(3.0),
        json!(2.5),
        json!(u64::MAX),
        json!(""),
        json!("text"),
        json!("42"),
        json!("2023-11-07T05:31:56Z"),
        json!("2023-11-07"),
        json!("3c90c3cc-0d44-4b50-8888-8dd25736052a"),
        json!([]),
        json!([1]),
        json!(["a", null]),
        json!({}),
        json!({ "zz": 1 }),
    ]
}

/// Every place of a body but the root, as segments.
fn places(value: &Value, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let mut visit = |segment: String, inner: &Value| {
        path.push(segment);
        found.push(path.clone());
        places(inner, path, found);
        path.pop();
    };
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, item)| visit(at.to_string(), item)),
        Value::Object(map) => map.iter().for_each(|(key, item)| visit(key.clone(), item)),
        _ => {}
    }
}

fn at<'a>(mut value: &'a mut Value, path: &[String]) -> &'a mut Value {
    for segment in path {
        value = match value {
            Value::Array(items) => &mut items[segment.parse::<usize>().unwrap()],
            Value::Object(map) => map.get_mut(segment).unwrap(),
            _ => unreachable!("paths lead through containers"),
        };
    }
    value
}

/// Changes one place of the body; says where and how. `None` if there is nothing left to change.
fn change(body: &mut Value, seed: u64, values: &[Value]) -> Option<(Vec<String>, Change)> {
    let mut choices = Choices(seed);
    let mut found = Vec::new();
    places(body, &mut Vec::new(), &mut found);
    if found.is_empty() {
        return None;
    }
    let path = found.swap_remove(choices.below(found.len()));
    let (name, parent) = path.split_last()?;
    let replacement = values[choices.below(values.len())].clone();
    let parent = at(body, parent);
    let change = match (choices.below(6), parent) {
        (0, Value::Object(map)) => {
            map.remove(name);
            Change::Dropped
        }
        (0, Value::Array(items)) => {
            items.remove(name.parse().unwrap());
            Change::Dropped
        }
        (1, Value::Object(map)) => {
            let value = map.remove(name).unwrap();
            map.insert(format!("{name}Renamed"), value);
            Change::Renamed
        }
        (2, Value::Object(map)) => {
            map.insert("added_field".to_owned(), replacement.clone());
            Change::Added(replacement)
        }
        (_, parent) => {
            *at(parent, std::slice::from_ref(name)) = replacement.clone();
            Change::Replaced(replacement)
        }
    };
    Some((path, change))
}

pub(super) fn mutate(body: &mut Value, seed: u64, more: &[Value]) {
    let mut values = values();
    values.extend_from_slice(more);
    change(body, seed, &values);
}

/// What the schema says of a place.
enum Documented<'a> {
    /// Inside something free.
    Free,
    Field(&'a Field<'static>),
    Item(&'a Shape<'static>),
}

fn documented(shape: &'static Shape, body: &Value, path: &[String]) -> Documented<'static> {
    let (mut shape, mut value) = (shape, body);
    let mut place = Documented::Item(shape);
    for segment in path {
        let object = match shape {
            Shape::Array(items) => {
                place = Documented::Item(items);
                (shape, value) = (items, &value[segment.parse::<usize>().unwrap()]);
                continue;
            }
            Shape::Map(values) => {
                place = Documented::Item(values);
                (shape, value) = (values, &value[segment]);
                continue;
            }
            Shape::Any => return Documented::Free,
            Shape::StringOrList => {
                place = Documented::Item(&Shape::String);
                continue;
            }
            Shape::Object(object) => object,
            Shape::Union(union) => union.variant(value[union.tag].as_str().unwrap()).unwrap(),
            _ => return Documented::Free,
        };
        let field = &object.fields()[object.position(segment).unwrap()];
        place = Documented::Field(field);
        (shape, value) = (&field.shape, &value[segment]);
    }
    place
}

/// Whether a value is as documented, decided by other means than the code under test.
fn conforms(shape: &Shape, value: &Value) -> bool {
    match (shape, value) {
        (Shape::Any, _) => true,
        (Shape::String, value) => value.is_string(),
        (Shape::StringOrList, Value::Array(items)) => items.iter().all(Value::is_string),
        (Shape::StringOrList, value) => value.is_string(),
        (Shape::Enum(known), Value::String(text)) => known.contains(&text.as_str()),
        (Shape::DateTime, Value::String(text)) => {
            chrono::DateTime::parse_from_rfc3339(text).is_ok()
        }
        (Shape::Uuid, Value::String(text)) => uuid::Uuid::parse_str(text).is_ok(),
        (Shape::Integer, value) => value.is_i64(),
        (Shape::Number, value) => value.is_number(),
        (Shape::Boolean, value) => value.is_boolean(),
        (Shape::Array(items), Value::Array(values)) => {
            values.iter().all(|value| conforms(items, value))
        }
        (Shape::Map(values), Value::Object(map)) => {
            map.values().all(|value| conforms(values, value))
        }
        (Shape::Object(object), Value::Object(map)) => {
            map.keys().all(|key| object.position(key).is_some())
                && object
                    .fields()
                    .iter()
                    .all(|field| match map.get(field.name) {
                        None => {
                            field.documented == Presence::Optional && field.lack == Lack::Absent
                        }
                        Some(Value::Null) => field.nullable || matches!(field.shape, Shape::Any),
                        Some(value) => conforms(&field.shape, value),
                    })
        }
        _ => false,
    }
}

fn must_be_visible(
    shape: &'static Shape,
    before: &Value,
    path: &[String],
    change: &Change,
) -> bool {
    let place = documented(shape, before, path);
    match (change, place) {
        (_, Documented::Free) | (Change::Dropped | Change::Renamed, Documented::Item(_)) => false,
        (Change::Dropped, Documented::Field(field)) => {
            field.documented == Presence::Required || field.lack != Lack::Absent
        }
        (Change::Renamed | Change::Added(_), Documented::Field(_)) => true,
        (Change::Replaced(Value::Null), Documented::Field(field)) => {
            !field.nullable && !matches!(field.shape, Shape::Any)
        }
        (Change::Replaced(value), Documented::Field(field)) => !conforms(&field.shape, value),
        (Change::Replaced(value) | Change::Added(value), Documented::Item(shape)) => {
            !conforms(shape, value)
        }
    }
}

/// Whether one of the findings is about the place, something in it, or something around it.
fn mentions(findings: &[Drift], path: &[String]) -> bool {
    let agrees = |segment: &str, own: &String| {
        segment == "*"
            || segment == own
            || segment.starts_with("added_")
            || *segment == format!("{own}Renamed")
    };
    findings.iter().any(|finding| {
        let segments = finding.path().split('/').skip(1);
        segments
            .zip(path)
            .all(|(segment, own)| agrees(segment, own))
    })
}

/// Where a body may fail: at what tells the record apart.
fn may_fail(path: &str) -> bool {
    path == "/id"
}

fn one_change<T: FromJson + Schema + Serialize>(
    example: &str,
    shape: &'static Shape,
    seed: u64,
) -> Result<(), TestCaseError> {
    let before: Value = serde_json::from_str(example).unwrap();
    let mut body = before.clone();
    let Some((path, change)) = change(&mut body, seed, &values()) else {
        return Ok(());
    };
    let text = body.to_string();
    what_is_known_is_so::<T>(&text)?;
    let mut findings = drift(text.as_bytes(), shape);
    match decode::<T>(text.as_bytes(), shape) {
        Ok(decoded) => {
            // Everything that does not hold the change is as it was.
            let intact =
                serde_json::to_value(decode::<T>(example.as_bytes(), shape).unwrap().value)
                    .unwrap();
            let value = serde_json::to_value(decoded.value).unwrap();
            for (key, expected) in intact.as_object().unwrap() {
                if *key != path[0] {
                    prop_assert_eq!(value.get(key), Some(expected));
                }
            }
            findings.extend(decoded.repairs);
        }
        Err(failure) => prop_assert!(
            may_fail(&failure.json_path),
            "{:?} {:?} {:?}",
            failure,
            path,
            change
        ),
    }
    if must_be_visible(shape, &before, &path, &change) {
        prop_assert!(
            mentions(&findings, &path),
            "{:?} {:?}: {:?}",
            path,
            change,
            findings
        );
    } else {
        prop_assert!(
            findings.is_empty(),
            "{:?} {:?}: {:?}",
            path,
            change,
            findings
        );
    }
    Ok(())
}

fn many_changes<T: FromJson + Schema>(
    example: &str,
    shape: &'static Shape,
    seeds: &[u64],
) -> Result<(), TestCaseError> {
    let mut body = serde_json::from_str(example).unwrap();
    for seed in seeds {
        change(&mut body, *seed, &values());
    }
    let text = body.to_string();
    let (plain, known) = known(|| None::<T>.fill(&text));
    let complete = known.is_complete;
    match decode::<T>(text.as_bytes(), shape) {
        Ok(decoded) => {
            // Where a tag comes late, the text is walked to be sure, and may have nothing to tell.
            prop_assert!(plain.is_ok() || !decoded.repairs.is_empty(), "{}", text);
            prop_assert!(
                !(plain.is_ok() && complete) || decoded.repairs.is_empty(),
                "{}",
                text
            );
        }
        Err(failure) => prop_assert!(may_fail(&failure.json_path), "{:?} {}", failure, text),
    }
    what_is_known_is_so::<T>(&text).map(drop)
}

/// Says whether a reader knows that a text is as documented. If it does, a walk finds nothing.
pub(in crate::json) fn what_is_known_is_so<T: FromJson + Schema>(
    text: &str,
) -> Result<bool, TestCaseError> {
    let found = drift(text.as_bytes(), &T::SHAPE);
    let (end, known) = known(|| None::<T>.first(text));
    let known = end == Some(text.len()) && known.is_documented;
    prop_assert!(!known || found.is_empty(), "{:?}: {}", found, text);
    Ok(known)
}

/// Cuts, flips and doubles pieces of the text itself.
fn garbled(example: &str, edits: &[(usize, usize, u8)]) -> Vec<u8> {
    let mut bytes = example.as_bytes().to_vec();
    for (kind, at, byte) in edits {
        let at = at % bytes.len().max(1);
        match kind % 3 {
            0 => bytes.truncate(at),
            1 => bytes
                .iter_mut()
                .skip(at)
                .take(1)
                .for_each(|old| *old = *byte),
            _ => {
                let tail = bytes[at.min(bytes.len())..].to_vec();
                bytes.extend(tail);
            }
        }
    }
    bytes
}

/// The call with every field that its type has.
fn full_call() -> String {
    let mut body: Value = serde_json::from_str(call::EXAMPLE).unwrap();
    body["counters"] = json!({ "turns": 4, "silences": 0 });
    body["grid"] = json!([[1, 2], [], [3]]);
    body["message"] = json!(["a", "b"]);
    body["backup"] = body["contact"].clone();
    body.to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn one_change_to_a_call_log_is_visible_and_costs_nothing_else(seed in any::<u64>()) {
        one_change::<CallLog>(call_log::EXAMPLE, &call_log::SHAPE, seed)?;
    }

    #[test]
    fn one_change_to_a_call_is_visible_and_costs_nothing_else(seed in any::<u64>()) {
        one_change::<Call>(&full_call(), &call::SHAPE, seed)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn many_changes_fail_only_at_what_tells_the_record_apart(seeds in prop::collection::vec(any::<u64>(), 1..12)) {
        many_changes::<CallLog>(call_log::EXAMPLE, &call_log::SHAPE, &seeds)?;
        many_changes::<Call>(&full_call(), &call::SHAPE, &seeds)?;
    }

    #[test]
    fn no_bytes_make_it_panic(edits in prop::collection::vec((0_usize..3, any::<usize>(), any::<u8>()), 1..4)) {
        let bytes = garbled(call_log::EXAMPLE, &edits);
        let decoded = decode::<CallLog>(&bytes, &call_log::SHAPE);
        if serde_json::from_slice::<Value>(&bytes).is_err() && decoded.is_ok() {
            // Only half a surrogate pair, a number out of range or bytes that are not UTF-8 may come to that.
            let text = String::from_utf8_lossy(&bytes);
            prop_assert!(serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok());
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) => drop(what_is_known_is_so::<CallLog>(text)?),
            Err(_) => drop(drift(&bytes, &call_log::SHAPE)),
        }
    }
}

#[test]
fn of_what_is_as_documented_it_is_known() {
    for known in [
        what_is_known_is_so::<CallLog>(call_log::EXAMPLE.trim()),
        what_is_known_is_so::<Call>(&full_call()),
    ] {
        assert!(known.unwrap());
    }
}
