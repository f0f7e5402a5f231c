use proptest::prelude::*;

use super::*;
use crate::error::ErrorKind;
use crate::exchange::provider::ErrorPointers;
use crate::json::drift::DriftKind;
use crate::json::schema::{Field, Fields, Object, Shape};

static PROVIDER: Provider = Provider {
    name: "acme",
    title: "Acme",
    env_prefix: "ACME",
    user_agent: "callslip-acme/0",
    default_base_url: None,
    operations: &[],
    errors: ErrorPointers {
        code: &[],
        message: &[],
        request_id: &[],
    },
    rate_limit: None,
    success_flag: None,
    constant_headers: &[],
};

static CALL_OVER: Object = Object {
    name: "CallOver",
    fields: Fields::List(&[
        Field::optional("a/b", Shape::String),
        Field::required("id", Shape::String),
        Field::optional("seconds", Shape::Integer),
        Field::optional("sentAt", Shape::String),
    ]),
};

static FLAT: Webhook = Webhook {
    name: "call_over",
    shape: &Shape::Object(&CALL_OVER),
    also_under: None,
};

static EITHER: Webhook = Webhook {
    name: "call_over",
    shape: &Shape::Object(&CALL_OVER),
    also_under: Some("data"),
};

crate::object! {
    struct CallOver {
        id: String = essential("id"),
        seconds: Option<i64> = optional("seconds"),
        sent_at: Option<String> = optional("sentAt"),
        odd: Option<String> = optional("a/b"),
    }
}

fn read(webhook: &'static Webhook, body: &str) -> Result<Payload<CallOver>, Error> {
    read_webhook(&PROVIDER, webhook, Bytes::copy_from_slice(body.as_bytes()))
}

fn told(found: &[Drift]) -> Vec<(&str, DriftKind)> {
    found.iter().map(|one| (one.path(), one.kind())).collect()
}

#[test]
fn a_payload_is_read_mended_and_keeps_its_bytes() {
    let body = r#"{"id": "c1", "seconds": "three", "colour": 1}"#;
    let payload = read(&FLAT, body).unwrap();
    assert_eq!((payload.id.as_str(), payload.seconds), ("c1", None));
    assert_eq!(payload.raw(), body.as_bytes());
    assert_eq!(
        told(payload.repairs()),
        [("/seconds", DriftKind::WrongType)]
    );
    assert_eq!(
        told(&payload.drift()),
        [
            ("/seconds", DriftKind::WrongType),
            ("/colour", DriftKind::UnknownField)
        ]
    );
}

#[test]
fn a_payload_inside_a_member_is_the_same_payload() {
    let flat = read(&EITHER, r#"{"sentAt": "t", "id": "c1", "seconds": 3}"#).unwrap();
    let inside = read(
        &EITHER,
        r#"{"sentAt": "t", "data": {"seconds": 3, "id": "c1"}}"#,
    )
    .unwrap();
    assert_eq!(*flat, *inside);
    assert!(inside.drift().is_empty(), "{:?}", inside.drift());
}

#[test]
fn places_are_those_of_the_body_as_it_came() {
    let body = r#"{"sentAt": 1, "data": {"id": "c1", "seconds": "x", "a/b": 2, "colour": 3, "sentAt": "no"}, "size": 4}"#;
    let payload = read(&EITHER, body).unwrap();
    assert_eq!(payload.raw(), body.as_bytes());
    assert_eq!(
        payload.sent_at.as_deref(),
        Some("1"),
        "what stands outside counts"
    );
    let mut found = told(payload.repairs());
    found.sort_unstable();
    let wrong = DriftKind::WrongType;
    assert_eq!(
        found,
        [
            ("/data/a~1b", wrong),
            ("/data/seconds", wrong),
            ("/sentAt", wrong)
        ]
    );
    let drift = payload.drift();
    let mut unknown: Vec<_> = drift
        .iter()
        .filter(|one| one.kind() == DriftKind::UnknownField)
        .map(Drift::path)
        .collect();
    unknown.sort_unstable();
    assert_eq!(unknown, ["/data/colour", "/size"]);
}

#[test]
fn a_member_of_that_name_that_is_no_object_is_only_unknown() {
    let payload = read(&EITHER, r#"{"id": "c1", "data": "m4rker"}"#).unwrap();
    assert_eq!(told(&payload.drift()), [("/data", DriftKind::UnknownField)]);
}

#[test]
fn what_cannot_be_read_says_where_and_never_what() {
    assert!(read(&EITHER, " []").is_err() && read(&EITHER, "").is_err());
    let error = read(&EITHER, r#"["m4rker"]"#).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.json_path(), Some(""));
    assert_eq!(error.raw_body().unwrap(), r#"["m4rker"]"#.as_bytes());
    let shown = format!("{error} {error:?}");
    assert!(
        shown.contains("acme call_over: the payload cannot be read: expected object")
            && !shown.contains("m4rker"),
        "{shown}"
    );
}

proptest! {
    /// Any bytes are read or refused, and what was read can be written and read again.
    #[test]
    fn any_bytes_are_read_or_refused(body in prop_oneof![
        prop::collection::vec(any::<u8>(), 0..64),
        r#"\{("id": "x"|"data": \{("id": (1|"a"|null)|"b": \[\])?\}|"seconds": [0-9"]{1,3})?(,"data":\{"id":"c"\})?\}?"#.prop_map(String::into_bytes),
    ]) {
        if let Ok(payload) = read_webhook::<CallOver>(&PROVIDER, &EITHER, Bytes::from(body)) {
            let _ = payload.drift();
            let again: CallOver = serde_json::from_str(&serde_json::to_string(&*payload).unwrap()).unwrap();
            prop_assert_eq!(&*payload, &again);
        }
    }
}
