//! Bodies with a marker in every text: nothing that is written about them may contain it.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::call::{self, Call};
use super::call_log::{self, CallLog};
use crate::json::decode::decode;
use crate::json::report::DriftReport;
use crate::json::schema::Shape;
use crate::json::walk::drift;

// With too many digits for a field name, because it is planted as a key, too.
const MARKER: &str = "m4rker-71204";

/// Sets every text outside ids, times and tags, and plants the marker as a key of everything that has free keys.
fn plant(value: &mut Value, key: &str) {
    match value {
        Value::String(text)
            if !matches!(key, "actionType" | "id" | "created_date" | "createdAt") =>
        {
            *text = MARKER.to_owned();
        }
        Value::Array(items) => items.iter_mut().for_each(|item| plant(item, key)),
        Value::Object(map) => {
            map.iter_mut().for_each(|(key, value)| plant(value, key));
            if key == "extractedData" {
                map.insert(MARKER.to_owned(), json!({ MARKER: MARKER }));
            }
        }
        _ => {}
    }
}

fn planted(example: &str) -> Value {
    let mut body = serde_json::from_str(example).unwrap();
    plant(&mut body, "");
    body
}

/// All that is said about a body apart from the value itself.
fn said(body: &str, shape: &'static Shape, repairs: &[crate::Drift]) -> String {
    let found = drift(body.as_bytes(), shape);
    let mut report = DriftReport::new();
    report.merge(&found);
    report.merge(repairs);
    format!(
        "{found:?} {repairs:?} {} {report} {report:?} {}",
        serde_json::to_string(&found).unwrap(),
        serde_json::to_string(&report).unwrap()
    )
}

/// Fields that no schema marks as personal are shown in debug output; the others must not be.
fn without_plain_fields(shown: &str) -> String {
    let personal = [
        "summary",
        "transcript",
        "from_number",
        "extracted_data",
        "translated_transcript",
    ];
    let personal = personal.into_iter().chain([
        "transfer_to_value",
        "message_body",
        "examples",
        "example",
        "url",
    ]);
    let personal: Vec<&str> = personal
        .chain([
            "authentication_value",
            "value",
            "recording_url",
            "identifier",
        ])
        .collect();
    shown
        .split(", ")
        .filter(|part| {
            let name = part
                .rsplit('{')
                .next()
                .unwrap_or(part)
                .trim()
                .split(':')
                .next()
                .unwrap_or_default()
                .trim();
            personal.contains(&name)
        })
        .collect::<Vec<_>>()
        .join("; ")
}

#[test]
fn the_filter_of_this_test_keeps_personal_fields() {
    let shown = format!(
        "{:?}",
        decode::<CallLog>(
            planted(call_log::EXAMPLE).to_string().as_bytes(),
            &call_log::SHAPE
        )
        .unwrap()
        .value
    );
    assert!(
        shown.contains(MARKER),
        "plain fields show the marker, so the test can fail"
    );
    let kept = without_plain_fields(&shown);
    for name in [
        "summary",
        "transcript",
        "authentication_value",
        "transfer_to_value",
        "url",
    ] {
        assert!(kept.contains(name), "{name} is missing in {kept}");
    }
}

fn check(body: &Value) -> Result<(), TestCaseError> {
    let text = body.to_string();
    match decode::<CallLog>(text.as_bytes(), &call_log::SHAPE) {
        Ok(decoded) => {
            let shown = without_plain_fields(&format!("{:?}", decoded.value));
            prop_assert!(!shown.contains(MARKER), "{}", shown);
            let said = said(&text, &call_log::SHAPE, &decoded.repairs);
            prop_assert!(!said.contains(MARKER), "{}", said);
        }
        Err(failure) => {
            let said = format!("{failure:?}");
            prop_assert!(!said.contains(MARKER), "{}", said);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nothing_said_about_a_planted_body_has_the_marker(seed in any::<u64>(), count in 0_usize..5) {
        let mut body = planted(call_log::EXAMPLE);
        for step in 0..count {
            super::mutation::mutate(&mut body, seed.wrapping_add(step as u64), &[json!(MARKER), json!([MARKER]), json!({ MARKER: MARKER })]);
        }
        check(&body)?;
    }
}

#[test]
fn a_failure_says_where_and_not_what() {
    let mut body = planted(call::EXAMPLE);
    body["id"] = json!(MARKER);
    let failure = decode::<Call>(body.to_string().as_bytes(), &call::SHAPE).unwrap_err();
    assert_eq!(failure.json_path, "/id");
    assert!(!format!("{failure:?}").contains(MARKER));
    assert!(!said(&body.to_string(), &call::SHAPE, &[]).contains(MARKER));
}
