//! What each kind of repair does, one by one.

use std::fmt::Write;

use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{self, Call, CallList};
use super::call_log::{self, CallLog, ExecutedCallAction};
use crate::json::decode::decode;
use crate::json::drift::{Drift, DriftKind};
use crate::json::input::FromJson;
use crate::json::path::DecodeFailure;
use crate::json::schema::{Fields, Object, Shape};
use crate::json::walk::drift;

const UUID: &str = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

fn call() -> Value {
    serde_json::from_str(call::EXAMPLE).unwrap()
}

fn log() -> Value {
    serde_json::from_str(call_log::EXAMPLE).unwrap()
}

/// The example with one place set to another value; `None` removes it.
fn with(mut body: Value, pointer: &str, value: Option<Value>) -> Value {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = body.pointer_mut(parent).unwrap();
    match (parent, value) {
        (Value::Object(map), Some(value)) => {
            map.insert(name.to_owned(), value);
        }
        (Value::Object(map), None) => {
            map.remove(name).unwrap();
        }
        (Value::Array(items), Some(value)) => items[name.parse::<usize>().unwrap()] = value,
        (other, _) => panic!("no container at {pointer}: {other}"),
    }
    body
}

/// The value, and each repair as `path kind`.
fn mended<T: FromJson>(
    body: &str,
    shape: &'static Shape,
) -> Result<(T, Vec<String>), DecodeFailure> {
    let decoded = decode(body.as_bytes(), shape)?;
    let repairs = decoded
        .repairs
        .iter()
        .map(|repair| format!("{} {}", repair.path(), repair.kind()));
    Ok((decoded.value, repairs.collect()))
}

fn mended_call(body: &Value) -> (Call, Vec<String>) {
    mended(&body.to_string(), &call::SHAPE).unwrap()
}

fn mended_log(body: &Value) -> (CallLog, Vec<String>) {
    mended(&body.to_string(), &call_log::SHAPE).unwrap()
}

fn found(body: &Value, shape: &'static Shape) -> Vec<String> {
    let drift = drift(body.to_string().as_bytes(), shape);
    drift.iter().map(Drift::to_string).collect()
}

#[test]
fn the_examples_decode_without_repairs_and_without_drift() {
    let (log, repairs) = mended_log(&log());
    assert_eq!(repairs, [""; 0]);
    assert_eq!(log.executed_call_actions.len(), 8);
    assert!(
        !log.executed_call_actions
            .iter()
            .any(|action| matches!(action, ExecutedCallAction::Unknown(_)))
    );
    let (_, repairs) = mended_call(&call());
    assert_eq!(repairs, [""; 0]);
    assert_eq!(found(&self::log(), &call_log::SHAPE), [""; 0]);
    assert_eq!(found(&call(), &call::SHAPE), [""; 0]);
}

#[test]
fn an_optional_field_that_cannot_be_read_is_absent() {
    let (call, repairs) = mended_call(&with(call(), "/duration", Some(json!({ "seconds": 1 }))));
    assert_eq!(
        (call.duration, repairs),
        (None, vec!["/duration wrong_type".to_owned()])
    );
    let (call, repairs) = mended_call(&with(self::call(), "/start_time", Some(json!("yesterday"))));
    assert_eq!(
        (call.start_time, repairs),
        (None, vec!["/start_time wrong_type".to_owned()])
    );
    let (log, repairs) = mended_log(&with(log(), "/contactId", Some(json!(true))));
    assert_eq!(
        (log.contact_id, repairs),
        (None, vec!["/contactId wrong_type".to_owned()])
    );
}

#[test]
fn an_optional_object_that_cannot_be_mended_is_absent_and_says_what_was_wrong_inside() {
    let body = with(
        call(),
        "/earlier",
        Some(json!({ "id": "not a uuid", "status": "dialing" })),
    );
    let decoded = decode::<Call>(body.to_string().as_bytes(), &call::SHAPE).unwrap();
    assert_eq!(decoded.value.earlier, None);
    let [repair] = decoded.repairs.as_slice() else {
        panic!("{:?}", decoded.repairs)
    };
    assert_eq!(
        (
            repair.path(),
            repair.kind(),
            repair.expected(),
            repair.seen()
        ),
        ("/earlier", DriftKind::ItemSetAside, "uuid at /id", "string")
    );
}

#[test]
fn null_is_no_repair_where_the_rust_field_is_an_option() {
    let body = with(
        with(call(), "/duration", Some(Value::Null)),
        "/phone_id",
        Some(Value::Null),
    );
    assert_eq!(mended_call(&body).1, [""; 0]);
    let body = with(log(), "/translation", Some(Value::Null));
    assert_eq!(mended_log(&body).1, [""; 0]);
    assert_eq!(
        found(&body, &call_log::SHAPE),
        ["/translation: null, expected object, seen null"]
    );
}

#[test]
fn null_for_a_list_or_map_is_an_empty_one() {
    let body = with(
        with(call(), "/grid", Some(Value::Null)),
        "/counters",
        Some(Value::Null),
    );
    let (call, repairs) = mended_call(&body);
    assert!(call.grid.is_empty() && call.counters.is_empty());
    assert_eq!(repairs, ["/counters null", "/grid null"]);
}

#[test]
fn a_required_field_is_empty_or_absent_and_never_made_up() {
    for value in [None, Some(Value::Null), Some(json!([1]))] {
        let kind = match &value {
            None => "missing_required",
            Some(Value::Null) => "null",
            Some(_) => "wrong_type",
        };
        for field in [
            "agentId",
            "isAgentDeleted",
            "createdAt",
            "duration",
            "transcript",
        ] {
            let (log, repairs) = mended_log(&with(log(), &format!("/{field}"), value.clone()));
            assert_eq!(repairs, [format!("/{field} {kind}")]);
            match field {
                "agentId" => assert_eq!(log.agent_id, ""),
                "createdAt" => assert_eq!(log.created_at, None),
                "duration" => assert_eq!(log.duration, None),
                "transcript" => assert_eq!(log.transcript, ""),
                _ => assert_eq!(log.is_agent_deleted, None),
            }
        }
    }
    let (log, repairs) = mended_log(&with(log(), "/executedCallActions", Some(json!("none"))));
    assert!(log.executed_call_actions.is_empty());
    assert_eq!(repairs, ["/executedCallActions wrong_type"]);
    let (call, repairs) = mended_call(&with(call(), "/status", None));
    assert_eq!(
        (call.status.as_str(), repairs),
        ("", vec!["/status missing_required".to_owned()])
    );
}

#[test]
fn a_required_nullable_field_becomes_null() {
    for value in [None, Some(json!(3)), Some(json!("not a uuid"))] {
        let (call, repairs) = mended_call(&with(call(), "/phone_id", value.clone()));
        assert_eq!(call.phone_id, None);
        assert_eq!(repairs.len(), 1, "{value:?} {repairs:?}");
    }
}

#[test]
fn what_tells_the_record_apart_has_to_be_there() {
    for value in [
        Some(json!("marker-not-a-uuid")),
        Some(Value::Null),
        Some(json!(1)),
        None,
    ] {
        let body = with(call(), "/id", value).to_string();
        let failure = decode::<Call>(body.as_bytes(), &call::SHAPE).unwrap_err();
        assert_eq!(
            (failure.json_path.as_str(), failure.expected.as_str()),
            ("/id", "uuid")
        );
        assert!(!format!("{failure:?}").contains("marker"));
        let body = with(log(), "/id", None).to_string();
        let failure = decode::<CallLog>(body.as_bytes(), &call_log::SHAPE).unwrap_err();
        assert_eq!(failure.json_path, "/id");
    }
}

#[test]
fn one_leaf_that_cannot_be_read_does_not_cost_the_record() {
    for (pointer, value, kind) in [
        ("/created_date", Some(json!("someday")), "wrong_type"),
        ("/contact/created_date", Some(Value::Null), "null"),
        ("/contact/id", None, "missing_required"),
        ("/contact", Some(json!("gone")), "wrong_type"),
    ] {
        let (call, repairs) = mended_call(&with(call(), pointer, value));
        assert_eq!(repairs, [format!("{pointer} {kind}")]);
        assert_eq!(call.id.to_string(), UUID);
        match pointer {
            "/created_date" => assert_eq!(call.created_date, None),
            "/contact/created_date" => assert_eq!(call.contact.created_date, None),
            // The nil UUID is RFC 9562's for none.
            _ => assert!(call.contact.id.is_nil()),
        }
    }
}

#[test]
fn values_of_another_notation_are_converted() {
    for value in [json!(12.0), json!("12"), json!("12.0"), json!(1.2e1)] {
        let (call, repairs) = mended_call(&with(call(), "/duration", Some(value)));
        assert_eq!(call.duration, Some(12));
        assert_eq!(repairs, ["/duration wrong_type"]);
    }
    let body = with(
        with(log(), "/duration", Some(json!("180.5"))),
        "/trialCall",
        Some(json!(1)),
    );
    let (log, repairs) = mended_log(&body);
    assert_eq!((log.duration, log.trial_call), (Some(180.5), Some(true)));
    assert_eq!(repairs, ["/duration wrong_type", "/trialCall wrong_type"]);
    let (call, _) = mended_call(&with(call(), "/duration", Some(json!(12.5))));
    assert_eq!(
        call.duration, None,
        "12.5 is no integer, and rounding would invent one"
    );
}

#[test]
fn a_bad_item_is_set_aside_and_the_others_delivered() {
    let mut items = vec![
        call(),
        with(call(), "/id", None),
        json!(7),
        Value::Null,
        call(),
    ];
    items[4] = with(call(), "/duration", Some(json!("9")));
    let body = json!({ "data": items, "has_more": false }).to_string();
    let (list, repairs) = mended::<CallList>(&body, &call::LIST).unwrap();
    assert_eq!(
        list.data
            .iter()
            .map(|call| call.duration)
            .collect::<Vec<_>>(),
        [Some(123), Some(9)]
    );
    assert_eq!(
        repairs,
        [
            "/data/1 item_set_aside",
            "/data/2 item_set_aside",
            "/data/3 item_set_aside",
            "/data/4/duration wrong_type"
        ]
    );
}

#[test]
fn nested_lists_and_typed_maps_lose_only_what_is_bad() {
    let body = with(
        call(),
        "/grid",
        Some(json!([[1, "x", 2], null, "3", [[]], [4.0]])),
    );
    let body = with(
        body,
        "/counters",
        Some(json!({ "a": 1, "b": "x", "c": "2" })),
    );
    let body = with(body, "/message", Some(json!(["a", true, "b"])));
    let (call, repairs) = mended_call(&body);
    assert_eq!(call.grid, [vec![1, 2], vec![], vec![4]]);
    assert_eq!(call.message.unwrap().join("+"), "a+b");
    let mut counters: Vec<_> = call.counters.into_iter().collect();
    counters.sort();
    assert_eq!(counters, [("a".to_owned(), 1), ("c".to_owned(), 2)]);
    assert_eq!(
        repairs,
        [
            "/counters/* item_set_aside",
            "/counters/* wrong_type",
            "/grid/0/1 item_set_aside",
            "/grid/1 item_set_aside",
            "/grid/2 item_set_aside",
            "/grid/3/0 item_set_aside",
            "/grid/4/0 wrong_type",
            "/message/1 item_set_aside",
        ]
    );
}

#[test]
fn of_a_field_that_comes_twice_the_later_one_counts() {
    let body = call::EXAMPLE.replacen(
        '{',
        r#"{"duration": "x", "grid": [["a"]], "created_date": "x","#,
        1,
    );
    let (call, repairs) = mended::<Call>(&body, &call::SHAPE).unwrap();
    assert_eq!((call.duration, call.grid.len()), (Some(123), 1));
    assert_eq!(
        repairs,
        [
            "/grid/0/0 item_set_aside",
            "/created_date duplicate_field",
            "/duration duplicate_field",
        ],
        "nothing is said about a value that did not count"
    );

    // The later one counts even if it is the worse one, or none.
    let end = call::EXAMPLE.rfind('}').unwrap();
    for (value, duration) in [("null", None), ("[]", None), ("5", Some(5))] {
        let body = format!("{}, \"duration\": {value}}}", &call::EXAMPLE[..end]);
        assert_eq!(
            mended::<Call>(&body, &call::SHAPE).unwrap().0.duration,
            duration
        );
    }
    let body = format!("{}, \"id\": 1}}", &call::EXAMPLE[..end]);
    assert_eq!(
        mended::<Call>(&body, &call::SHAPE).unwrap_err().json_path,
        "/id"
    );
    let found = drift(body.as_bytes(), &call::SHAPE);
    assert!(
        found
            .iter()
            .any(|drift| drift.kind() == DriftKind::DuplicateField && drift.path() == "/id")
    );
}

#[test]
fn an_action_that_cannot_be_told_keeps_everything() {
    let odd = json!({ "actionId": "1", "actionType": "DANCE", "steps": [1, { "a": null }] });
    let untagged = json!({ "actionId": "1" });
    let numbered = json!({ "actionType": 4 });
    let mut body = log();
    body["executedCallActions"] = json!([odd, untagged, numbered, {}]);
    let (log, repairs) = mended_log(&body);
    assert_eq!(repairs, [""; 0], "plain serde copes with these");
    assert_eq!(
        serde_json::to_value(&log.executed_call_actions).unwrap(),
        body["executedCallActions"]
    );
    let ExecutedCallAction::Unknown(unknown) = &log.executed_call_actions[0] else {
        panic!("{log:?}")
    };
    assert_eq!(unknown.tag(), Some("DANCE"));
    assert_eq!(
        found(&body, &call_log::SHAPE),
        [
            "/executedCallActions/*/actionType: unknown_value, expected one of CALL_TRANSFER, SMS, DATA_EXTRACTION, \
             IN_CALL_DATA_EXTRACTION, WORKFLOW_TRIGGER, APPOINTMENT_BOOKING, CUSTOM_ACTION, KNOWLEDGE_BASE, seen string",
            "/executedCallActions/*/actionType: missing_required, expected string, seen nothing (2 times)",
            "/executedCallActions/*/actionType: wrong_type, expected string, seen number",
        ]
    );
}

#[test]
fn a_known_action_is_mended_inside_its_variant() {
    let body = with(
        log(),
        "/executedCallActions/5/actionParameters/apiDetails",
        Some(json!("gone")),
    );
    let body = with(body, "/executedCallActions/1/actionName", None);
    let body = with(body, "/executedCallActions/3", Some(json!("not an object")));
    let (log, repairs) = mended_log(&body);
    assert_eq!(log.executed_call_actions.len(), 7);
    assert!(
        !log.executed_call_actions
            .iter()
            .any(|action| matches!(action, ExecutedCallAction::Unknown(_)))
    );
    assert_eq!(
        repairs,
        [
            "/executedCallActions/1/actionName missing_required",
            "/executedCallActions/3 item_set_aside",
            "/executedCallActions/5/actionParameters/apiDetails wrong_type",
        ]
    );
}

mod strict_union {
    //! A variant that cannot be mended, because it needs a time.

    use super::super::table::{essential, optional, required};
    use crate::json::schema::{Fields, Object, Shape, Union};
    use chrono::{DateTime, Utc};

    crate::object! {
        pub(super) struct Timed {
            pub(super) at: DateTime<Utc> = required("at"),
        }
    }

    crate::tagged_union! {
        /// What happened.
        pub(super) enum Event by "kind" {
            Timed(Timed) = "timed",
        }
    }

    static TIMED: Object = Object {
        name: "Timed",
        fields: Fields::List(&[
            essential("at", Shape::DateTime),
            required("kind", Shape::String),
            optional("note", Shape::String),
        ]),
    };

    static UNION: Union = Union {
        name: "Event",
        tag: "kind",
        variants: &[("timed", &TIMED)],
        implied: &[],
    };

    pub(super) static EVENTS: Shape = Shape::Array(&Shape::Union(&UNION));
}

#[test]
fn a_known_tag_whose_content_does_not_fit_is_kept_as_it_came() {
    use strict_union::{EVENTS, Event};

    let late = json!({ "note": 5, "at": "later", "kind": "timed", "more": { "x": [1] } });
    let body = json!([late, { "kind": "timed", "at": "2024-01-15T10:30:00Z" }, 4]).to_string();
    let decoded = decode::<Vec<Event>>(body.as_bytes(), &EVENTS).unwrap();
    let [Event::Unknown(unknown), Event::Timed(timed)] = decoded.value.as_slice() else {
        panic!("{:?}", decoded.value)
    };
    assert_eq!(timed.at.timestamp(), 1_705_314_600);
    assert_eq!(Value::Object(unknown.as_map().clone()), late);
    assert_eq!(unknown.tag(), Some("timed"));
    let repairs: Vec<_> = decoded.repairs.iter().map(Drift::to_string).collect();
    assert_eq!(
        repairs,
        [
            "/0: item_set_aside, expected date-time at /at, seen string",
            "/2: item_set_aside, expected object, seen number",
        ]
    );
}

#[test]
fn half_a_surrogate_pair_costs_one_character_and_not_the_call() {
    let body = call_log::EXAMPLE
        .replace("Customer called", r"Customer \ud83d called")
        .replace("John Doe", r"John \ude00");
    assert!(serde_json::from_str::<CallLog>(&body).is_err());
    let (log, repairs) = mended::<CallLog>(&body, &call_log::SHAPE).unwrap();
    assert!(log.summary.unwrap().starts_with("Customer \u{fffd} called"));
    assert_eq!(log.extracted_data.unwrap()["customerName"], "John \u{fffd}");
    assert_eq!(
        repairs,
        ["/summary wrong_type", "/extractedData/* wrong_type"]
    );
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let body = format!("\u{feff}{}", call::EXAMPLE);
    assert_eq!(mended::<Call>(&body, &call::SHAPE).unwrap().1, [""; 0]);
    assert!(drift(body.as_bytes(), &call::SHAPE).is_empty());
}

#[test]
fn bytes_that_are_no_utf8_cost_their_characters_and_not_the_call() {
    let body = call_log::EXAMPLE
        .replace("John Doe", "Jos@ Doe")
        .into_bytes();
    let body: Vec<u8> = body
        .iter()
        .map(|byte| if *byte == b'@' { 0xE9 } else { *byte })
        .collect();
    let decoded = decode::<CallLog>(&body, &call_log::SHAPE).unwrap();
    assert_eq!(
        decoded.value.extracted_data.unwrap()["customerName"],
        "Jos\u{fffd} Doe"
    );
    let repairs: Vec<_> = decoded.repairs.iter().map(Drift::to_string).collect();
    assert_eq!(
        repairs,
        ["(whole body): wrong_type, expected UTF-8, seen other bytes"]
    );
    assert_eq!(drift(&body, &call_log::SHAPE).len(), 1);
}

#[test]
fn what_is_no_json_or_no_object_is_an_error() {
    for (body, path, expected) in [
        ("", "", "JSON (syntax error at line 1 column 0)"),
        (
            "<html>secret</html>",
            "",
            "JSON (syntax error at line 1 column 1)",
        ),
        (
            r#"{"id": NaN}"#,
            "",
            "JSON (syntax error at line 1 column 8)",
        ),
        ("[]", "", "object"),
        ("null", "", "object"),
        (r#""text""#, "", "object"),
    ] {
        let failure = decode::<Call>(body.as_bytes(), &call::SHAPE).unwrap_err();
        assert_eq!(
            (failure.json_path.as_str(), failure.expected.as_str()),
            (path, expected),
            "{body}"
        );
        let found = drift(body.as_bytes(), &call::SHAPE);
        assert_eq!(found.len(), 1, "{body}");
        assert_eq!((found[0].path(), found[0].expected()), ("", expected));
    }
    let utf16: Vec<u8> = call::EXAMPLE
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(
        decode::<Call>(&utf16, &call::SHAPE).unwrap_err().json_path,
        ""
    );
}

#[test]
fn nesting_beyond_what_can_be_read_is_no_end_of_the_call() {
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let body = call_log::EXAMPLE.replace(r#""Custom value""#, &deep);
    let (log, repairs) = mended::<CallLog>(&body, &call_log::SHAPE).unwrap();
    assert_eq!(repairs, ["/extractedData/* item_set_aside"]);
    let extracted = log.extracted_data.unwrap();
    assert_eq!((extracted.len(), extracted.get("customField1")), (5, None));
    let body = call_log::EXAMPLE.replace(r#""duration": 180"#, &format!(r#""duration": {deep}"#));
    assert_eq!(
        mended::<CallLog>(&body, &call_log::SHAPE)
            .unwrap()
            .0
            .duration,
        None
    );
    assert_eq!(
        decode::<CallLog>(deep.as_bytes(), &call_log::SHAPE)
            .unwrap_err()
            .expected,
        "object"
    );

    // To the last level that can be read.
    for levels in 120..135 {
        let body = call_log::EXAMPLE.replace(
            r#""Custom value""#,
            &format!("{}1e999{}", "[".repeat(levels), "]".repeat(levels)),
        );
        assert_eq!(
            mended::<CallLog>(&body, &call_log::SHAPE)
                .unwrap()
                .0
                .extracted_data
                .unwrap()
                .len(),
            5
        );
        let body = call_log::EXAMPLE.replace(
            r#""Custom value""#,
            &format!("{}1{}", "[".repeat(levels), "]".repeat(levels)),
        );
        let readable = serde_json::from_str::<Value>(&body).is_ok();
        // A repair elsewhere, so that the second pass decides.
        let body = body.replace(r#""duration": 180"#, r#""duration": [1]"#);
        let extracted = mended::<CallLog>(&body, &call_log::SHAPE)
            .unwrap()
            .0
            .extracted_data
            .unwrap();
        assert_eq!(extracted.contains_key("customField1"), readable, "{levels}");
    }
}

#[test]
fn ten_thousand_bad_items_are_ten_thousand_repairs_and_one_line_of_drift() {
    let mut body = String::from(r#"{"has_more": true, "data": ["#);
    for index in 0..10_000 {
        write!(body, r#"{{"id": {index}, "contact": {{}}}},"#).unwrap();
    }
    write!(body, "{}]}}", call::EXAMPLE).unwrap();
    let decoded = decode::<CallList>(body.as_bytes(), &call::LIST).unwrap();
    assert_eq!(decoded.value.data.len(), 1);
    assert_eq!(decoded.repairs.len(), 10_000);
    assert_eq!(decoded.repairs[9_999].path(), "/data/9999");
    let found = drift(body.as_bytes(), &call::LIST);
    assert!(found.len() < 20, "{found:?}");
    assert!(
        found
            .iter()
            .any(|drift| drift.path() == "/data/*/id" && drift.count() == 10_000)
    );
}

#[test]
fn the_list_of_repairs_stays_small_however_bad_the_body_is() {
    let body = format!(
        r#"{{"has_more": true, "data": [{}0]}}"#,
        "0,".repeat(100_000)
    );
    let decoded = decode::<CallList>(body.as_bytes(), &call::LIST).unwrap();
    assert_eq!(
        decoded.repairs.iter().map(Drift::count).sum::<u64>(),
        100_001
    );
    assert!(decoded.repairs.len() < 17_000);
    assert_eq!(decoded.repairs.last().map(Drift::path), Some("/data/*"));

    let mut body = String::from("{");
    for index in 0..30_000 {
        let name: String = format!("{index:05}")
            .bytes()
            .map(|digit| char::from(digit - b'0' + b'a'))
            .collect();
        write!(body, r#""{name}": 1,"#).unwrap();
    }
    body.push_str(r#""id": 1}"#);
    let found = drift(body.as_bytes(), &call::SHAPE);
    assert!(found.len() < 10_050);
    let unknown = found
        .iter()
        .filter(|drift| drift.kind() == DriftKind::UnknownField);
    assert_eq!(unknown.map(Drift::count).sum::<u64>(), 30_000);
}

#[test]
fn names_of_unknown_fields_are_shown_only_if_they_look_like_names() {
    let mut body = with(call(), "/call_cost", Some(json!(1)));
    body = with(body, "/+34600000000", Some(json!(true)));
    body = with(body, "/contact/nick_name", Some(json!("x")));
    assert_eq!(
        found(&body, &call::SHAPE),
        [
            "/…: unknown_field, expected no such field, seen boolean",
            "/call_cost: unknown_field, expected no such field, seen number",
            "/contact/nick_name: unknown_field, expected no such field, seen string",
        ]
    );
}

#[test]
fn a_type_that_wants_more_than_its_schema_says_is_an_error_that_says_where() {
    crate::object! {
        struct Strict {
            a: Vec<Uuid> = required("a"),
            b: String = required("b"),
        }
    }

    static STRICT: Object = Object {
        name: "Strict",
        fields: Fields::List(&[
            super::table::required("a", Shape::Array(&Shape::String)),
            super::table::required("b", Shape::String),
        ]),
    };
    static SHAPE: Shape = Shape::Object(&STRICT);

    let body = format!("{{\"b\":\n\"text\",\n\"a\":[\"{UUID}\",\"{UUID}\",\"300\",4]}}");
    let failure = decode::<Strict>(body.as_bytes(), &SHAPE).unwrap_err();
    assert_eq!(
        (failure.json_path.as_str(), failure.expected.as_str()),
        ("/a/2", "string")
    );
}

#[test]
fn free_values_and_bodies_without_schema_have_no_drift() {
    let body = br#"{"anything": [1, null, {"x": "y"}]}"#;
    assert!(drift(body, &Shape::Any).is_empty());
    assert!(drift(b"\xff\xd8", &Shape::Binary).is_empty());
    assert!(drift(b"", &Shape::Empty).is_empty());
    assert_eq!(
        decode::<Value>(body, &Shape::Any).unwrap().value["anything"][0],
        1
    );
}

#[test]
fn ids_in_fixtures_are_what_the_tests_say() {
    assert_eq!(mended_call(&call()).0.id.to_string(), UUID);
}

/// serde itself reads a list as a struct, and one whose fields are all optional even from an empty list.
#[test]
fn a_list_is_no_object() {
    crate::object! {
        struct Loose {
            text: Option<String> = optional("text"),
        }
    }
    static LOOSE: Object = Object {
        name: "Loose",
        fields: Fields::List(&[super::table::optional("text", Shape::String)]),
    };
    static SHAPE: Shape = Shape::Object(&LOOSE);
    let read = |body: &str| decode::<Loose>(body.as_bytes(), &SHAPE);
    for body in ["[]", " [null]", r#"["a"]"#] {
        assert_eq!(read(body).expect_err(body).json_path, "", "{body}");
    }
    let object = read(r#"{"text":"a"}"#).unwrap();
    assert_eq!(object.value.text.as_deref(), Some("a"));
}
