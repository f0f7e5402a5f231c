//! The record that all providers share: what it makes of the documents' own bodies and of any call of a mock, and that no column is
//! filled from another.

use std::collections::BTreeMap;
use std::path::Path;

use callslip_calls::{AsCall, AsRecording, AsTurn, Call};
use callslip_core::Record;
use callslip_mock::{Mock, Provider};
use callslip_tests::with;
use proptest::prelude::*;
use proptest::sample::Index;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A body that shows something, and how that is made a record of.
struct Shown {
    name: String,
    body: Value,
    view: fn(&Value) -> Result<Value, serde_json::Error>,
}

fn read<T: DeserializeOwned>(body: &Value) -> Result<Record<T>, serde_json::Error> {
    let text = body.to_string();
    Ok(Record::for_test(serde_json::from_str(&text)?, text))
}

fn call<T: DeserializeOwned + AsCall>(body: &Value) -> Result<Value, serde_json::Error> {
    let record = read::<T>(body)?;
    let call = Call::of_record(&record);
    assert_eq!(call.raw, body.to_string());
    shows_nobody(&call);
    Ok(told(&call))
}

/// That `Debug` output has nothing of a person.
fn shows_nobody(call: &Call<'_>) {
    let (turns, recordings) = (&call.turns, &call.recordings);
    let debug = format!("{call:?} {turns:?} {recordings:?} {:?}", call.flat());
    let fields = [
        &call.from_number,
        &call.to_number,
        &call.contact_number,
        &call.summary,
        &call.input,
        &call.output,
    ];
    let fields = fields.into_iter().map(Option::as_deref);
    let links = recordings.iter().map(|recording| recording.url.as_deref());
    let texts = turns.iter().map(|turn| turn.text.as_deref());
    for hidden in fields.chain(links).chain(texts).flatten() {
        assert!(!debug.contains(hidden), "{debug}");
    }
}

fn turn<T: DeserializeOwned + AsTurn>(body: &Value) -> Result<Value, serde_json::Error> {
    Ok(told(&read::<T>(body)?.as_turn()))
}

fn recording<T: DeserializeOwned + AsRecording>(body: &Value) -> Result<Value, serde_json::Error> {
    Ok(told(&read::<T>(body)?.as_recording()))
}

/// What is told: the columns that hold something, without the body itself.
fn told(record: &impl Serialize) -> Value {
    fn strip(value: Value) -> Value {
        match value {
            Value::Object(fields) => {
                let fields = fields.into_iter().map(|(name, value)| (name, strip(value)));
                let told = fields.filter(|(_, value)| {
                    !value.is_null() && *value != json!([]) && *value != json!({})
                });
                Value::Object(told.collect())
            }
            Value::Array(items) => Value::Array(items.into_iter().map(strip).collect()),
            value => value,
        }
    }
    let mut told = strip(serde_json::to_value(record).expect("JSON"));
    let fields = told.as_object_mut().expect("an object");
    for about_the_body in ["raw", "repairs", "drift"] {
        fields.remove(about_the_body);
    }
    told
}

macro_rules! shown {
    ($($provider:literal $krate:ident $what:ident $kind:ident $file:literal $pointer:literal $each:literal;)*) => {
        fn all() -> Vec<Shown> {
            let mut all = Vec::new();
            $(
                let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs").join($provider).join($file);
                let body = std::fs::read_to_string(path).expect("an example");
                let body: Value = serde_json::from_str(&body).expect("JSON");
                let there = body.pointer($pointer).expect("what is shown");
                let bodies = if $each { there.as_array().cloned().expect("a list") } else { vec![there.clone()] };
                let file = $file.trim_start_matches("examples/").trim_end_matches(".json");
                for (at, body) in bodies.into_iter().enumerate() {
                    let place = if $each { format!("[{at}]") } else { String::new() };
                    all.push(Shown {
                        name: format!("{} {file}{place}", $provider),
                        body,
                        view: $what::<$krate::types::$kind>,
                    });
                }
            )*
            all
        }
    };
}
callslip_tests::every_view!(shown);

#[test]
fn the_documents_bodies_are_read_as_they_say() {
    let views = all().into_iter().map(|shown| {
        let view = (shown.view)(&shown.body).expect("it reads");
        (shown.name, view)
    });
    let views: BTreeMap<String, Value> = views.collect();
    insta::assert_json_snapshot!(views);
}

/// The places of all values that hold no others, and of all that do.
fn places(value: &Value, at: String, all: &mut Vec<String>) {
    if let Value::Object(fields) = value {
        for (name, value) in fields {
            let at = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
            places(value, at.clone(), all);
            all.push(at);
        }
    }
}

fn remove(body: &mut Value, place: &str) {
    let Some((parent, name)) = place.rsplit_once('/') else {
        return;
    };
    let name = name.replace("~1", "/").replace("~0", "~");
    if let Some(parent) = body.pointer_mut(parent).and_then(Value::as_object_mut) {
        parent.remove(&name);
    }
}

/// Makes each number and each time one that stands nowhere else in the body, so that it shows where a column has it from.
fn marked(value: &mut Value, count: &mut u32) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(|value| marked(value, count)),
        Value::Array(items) => items.iter_mut().for_each(|value| marked(value, count)),
        Value::String(text) if chrono::DateTime::parse_from_rfc3339(text).is_ok() => {
            *count += 1;
            *text = format!("2026-01-{:02}T{:02}:00:00Z", 1 + *count / 24, *count % 24);
        }
        Value::Number(number) => {
            *count += 1;
            *number = (1000 + *count).into();
        }
        _ => {}
    }
}

/// Columns that are about the call by a rule of several facts, and not one of them.
const BY_RULE: &str = "is_final";

/// Whether everything in `less` is in `full` and says the same: what was taken away can take columns away, and change none.
fn is_part(less: &Value, full: &Value) -> bool {
    match (less, full) {
        (Value::Object(less), Value::Object(full)) => less.iter().all(|(name, value)| {
            name == BY_RULE || full.get(name).is_some_and(|full| is_part(value, full))
        }),
        // JSON in a text, and lists: what is left of them is left as it was.
        (Value::String(less), Value::String(full)) => {
            less == full
                || match (serde_json::from_str(less), serde_json::from_str(full)) {
                    (Ok(Value::Object(less)), Ok(Value::Object(full))) => {
                        is_part(&Value::Object(less), &Value::Object(full))
                    }
                    _ => false,
                }
        }
        (Value::Array(less), Value::Array(full)) => less
            .iter()
            .all(|less| full.iter().any(|full| is_part_of_item(less, full))),
        (less, full) => less == full,
    }
}

/// The same of an item, whose place in its list can have changed.
fn is_part_of_item(less: &Value, full: &Value) -> bool {
    let placeless = |value: &Value| {
        let mut value = value.clone();
        if let Some(fields) = value.as_object_mut() {
            fields.remove("ordinal");
            fields.remove("seq");
        }
        value
    };
    is_part(&placeless(less), &placeless(full))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_column_is_filled_from_another(which: Index, gone in prop::collection::vec(any::<Index>(), 1..12)) {
        let all = all();
        let shown = which.get(&all);
        let mut body = shown.body.clone();
        marked(&mut body, &mut 0);
        let full = (shown.view)(&body).expect("it reads");
        let mut known = Vec::new();
        places(&body, String::new(), &mut known);
        for place in gone {
            let place: &String = place.get(&known);
            remove(&mut body, place);
        }
        // What cannot be read at all without what is gone is no record.
        if let Ok(less) = (shown.view)(&body) {
            prop_assert!(is_part(&less, &full), "{}: {less:#} is no part of {full:#}", shown.name);
        }
    }
}

#[test]
fn a_column_that_is_filled_from_another_would_be_seen() {
    let full = json!({"created_at": "a", "started_at": "b", "input": "{\"x\":1}"});
    assert!(is_part(&json!({"started_at": "b", "input": "{}"}), &full));
    assert!(!is_part(&json!({"created_at": "b"}), &full));
    assert!(!is_part(&json!({"ended_at": "b"}), &full));
    assert!(!is_part(&json!({"input": "{\"x\":2}"}), &full));
}

/// So many calls of each mock.
const CALLS: u64 = 300;

macro_rules! mocked {
    ($(
        $variant:ident $name:literal $krate:ident $credential:tt {
            json { $($json:tt)* }
            other { $($other:tt)* }
            lists { $($lists:tt)* }
            $(calls $operation:literal $call:tt)?
        }
    )*) => {
        #[tokio::test]
        async fn every_call_of_a_mock_is_one() {
            $($(
                let _ = $operation;
                let mock = Mock::builder(Provider::$variant).calls(CALLS).seed(3).start().await.expect("a mock");
                let builder = $krate::Client::builder().base_url(mock.base_url());
                let client = with!((builder) $credential).build().expect("a client");
                let mut calls = with!((client) dot $call).stream();
                let mut ids = std::collections::BTreeSet::new();
                while let Some(record) = calls.try_next().await.expect("a call") {
                    let call = Call::of_record(&record);
                    assert_eq!(call.provider, $name);
                    assert_eq!(call.raw, record.raw().get());
                    assert!(!call.call_id.is_empty(), "{call:?}");
                    assert_eq!((call.repairs, call.drift), (0, 0), "{call:?}");
                    assert_eq!(call.status.is_some(), call.status_raw.is_some(), "{call:?}");
                    assert_eq!(call.flat().call_id, call.call_id);
                    assert!(call.clone().into_owned() == call);
                    ids.insert(call.call_id.into_owned());
                }
                assert_eq!(ids.len() as u64, CALLS, $name);
            )?)*
        }
    };
}
callslip_tests::every_provider!(mocked);
