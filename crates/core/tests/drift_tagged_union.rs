//! Unions: the tag decides wherever it stands, and nothing is lost of an object that nobody knows.
#![allow(missing_docs, clippy::unwrap_used)]

use callslip_core::UnknownVariant;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

callslip_core::open_enum! {
    /// The tag.
    pub enum Kind {
        /// First.
        Note = "note",
        /// Second.
        Measure = "measure",
    }
}

callslip_core::open_enum! {
    /// What is measured.
    pub enum Unit {
        /// Time.
        Seconds = "seconds",
    }
}

callslip_core::object! {
    /// The one variant.
    struct Note {
        kind: Kind = required("kind"),
        id: Option<String> = optional("id"),
        text: String = required("text"),
        tags: Vec<String> = optional("tags"),
    }
}

callslip_core::object! {
    /// The other one.
    struct Measure {
        kind: Kind = required("kind"),
        id: Option<String> = optional("id"),
        value: f64 = required("value"),
        exact: Option<bool> = optional("exact"),
        unit: Option<Unit> = optional("unit"),
        extra: Option<Map<String, Value>> = optional("extra"),
    }
}

callslip_core::tagged_union! {
    /// Either of them.
    enum Entry by "kind" {
        /// The one.
        Note(Note) = "note",
        /// The other.
        Measure(Measure) = "measure",
    }
}

/// An object whose fields stand in the order given, as no map of serde_json would keep them.
fn object(fields: &[(&str, Value)]) -> String {
    let fields: Vec<String> = fields
        .iter()
        .map(|(key, value)| format!("{}: {value}", json!(key)))
        .collect();
    format!("{{{}}}", fields.join(", "))
}

/// The value as it is read from a slice, from a stream (nothing can be borrowed), and from a tree.
fn read_every_way(text: &str) -> [Entry; 3] {
    [
        serde_json::from_str(text).unwrap(),
        serde_json::from_reader(text.as_bytes()).unwrap(),
        serde_json::from_value(serde_json::from_str(text).unwrap()).unwrap(),
    ]
}

fn measure_fields() -> Vec<(&'static str, Value)> {
    vec![
        ("kind", json!("measure")),
        ("id", json!("a \"quoted\" id")),
        ("value", json!(2.5)),
        ("exact", json!(true)),
        ("unit", json!("seconds")),
        (
            "extra",
            json!({ "list": [1, { "deep": null }], "kind": "not the tag" }),
        ),
        ("unheard_of", json!([{}])),
    ]
}

fn measure() -> Entry {
    Entry::Measure(Measure {
        kind: Kind::Measure,
        id: Some("a \"quoted\" id".to_owned()),
        value: 2.5,
        exact: Some(true),
        unit: Some(Unit::Seconds),
        extra: json!({ "list": [1, { "deep": null }], "kind": "not the tag" })
            .as_object()
            .cloned(),
    })
}

proptest! {
    #[test]
    fn the_tag_decides_wherever_it_stands(fields in Just(measure_fields()).prop_shuffle()) {
        for entry in read_every_way(&object(&fields)) {
            prop_assert_eq!(entry, measure());
        }
    }

    #[test]
    fn an_unknown_object_survives_a_round_trip(
        fields in prop::collection::hash_map("[a-z]{1,8}", prop_oneof![
            any::<i64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            any::<Option<bool>>().prop_map(Value::from),
            prop::collection::vec(any::<u32>(), 0..4).prop_map(|list| json!({ "list": list })),
        ], 0..8),
        tag in prop_oneof![Just(None), "[A-Z]{1,5}".prop_map(|tag| Some(json!(tag))), Just(Some(Value::Null)), Just(Some(json!(7)))],
    ) {
        let mut map: Map<String, Value> = fields.into_iter().collect();
        map.remove("kind");
        if let Some(tag) = tag {
            map.insert("kind".to_owned(), tag);
        }
        let expected_tag = map.get("kind").and_then(Value::as_str).map(str::to_owned);
        for entry in read_every_way(&Value::Object(map.clone()).to_string()) {
            prop_assert_eq!(serde_json::to_value(&entry).unwrap(), Value::Object(map.clone()));
            let Entry::Unknown(unknown) = entry else { panic!("{entry:?}") };
            prop_assert_eq!(unknown.tag(), expected_tag.as_deref());
            prop_assert_eq!(unknown.as_map(), &map);
            prop_assert_eq!(unknown, UnknownVariant::new("kind", map.clone()));
        }
    }
}

#[test]
fn escaped_keys_and_tags_are_recognised() {
    let text = r#"{"te\u0078t": "t", "k\u0069nd": "n\u006fte"}"#;
    for entry in read_every_way(text) {
        let Entry::Note(note) = &entry else {
            panic!("{entry:?}")
        };
        assert_eq!(note.text, "t");
    }
}

#[test]
fn a_list_of_entries_is_read_one_by_one() {
    let text = r#"[{"kind":"note","text":"a"},{"id":"1","kind":"nothing"},{},{"tags":["x"],"kind":"note","text":"b"}]"#;
    let entries: Vec<Entry> = serde_json::from_str(text).unwrap();
    assert!(matches!(
        entries.as_slice(),
        [
            Entry::Note(_),
            Entry::Unknown(_),
            Entry::Unknown(_),
            Entry::Note(_)
        ]
    ));
    assert_eq!(
        serde_json::to_value(&entries).unwrap(),
        serde_json::from_str::<Value>(text).unwrap()
    );
}

#[test]
fn what_does_not_fit_is_an_error_for_plain_serde() {
    for text in [
        r#"{"kind": "note"}"#,
        r#"{"kind": "note", "text": 1}"#,
        r#"{"text": 1, "kind": "note"}"#,
        r#"{"kind": "note", "kind": "note", "text": "twice"}"#,
        r#"{"kind": "note", "text": "a""#,
        r#""note""#,
        "[]",
        "null",
        "1",
    ] {
        assert!(serde_json::from_str::<Entry>(text).is_err(), "{text}");
    }
}

#[test]
fn two_tags_are_an_error_for_plain_serde_whatever_they_are() {
    for twice in [
        r#"{"kind": null, "kind": null}"#,
        r#"{"kind": "fax", "kind": "fax"}"#,
        r#"{"value": 1, "kind": 7, "kind": null}"#,
    ] {
        assert!(serde_json::from_str::<Entry>(twice).is_err(), "{twice}");
    }
    assert!(serde_json::from_str::<Entry>(r#"{"kind": null}"#).is_ok());
}

#[test]
fn debug_output_of_an_unknown_object_shows_no_content() {
    let entry: Entry = serde_json::from_value(
        json!({ "kind": "new", "phone": "marker-1", "marker-2": { "a": "marker-3" } }),
    )
    .unwrap();
    let shown = format!("{entry:?} {entry:#?}");
    assert!(!shown.contains("marker"), "{shown}");
    assert!(
        shown.contains(r#"UnknownVariant { tag: Some("new"), fields: 3 }"#),
        "{shown}"
    );

    let long: Entry = serde_json::from_value(json!({ "kind": "é".repeat(1000) })).unwrap();
    assert!(format!("{long:?}").chars().count() < 150);
}
