//! The documents' examples, damaged at random: reading them never panics, fails only where an id or a required time is gone,
//! and every damage to a documented field is told.

use std::collections::BTreeSet;

use callslip_core::{Drift, Error, ResponseValue};
use callslip_tests::examples::example;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A provider's answer, and what its document says of it.
struct Subject {
    example: Value,
    read: fn(Vec<u8>) -> Outcome,
    /// Fields that the document or the SDK needs, as pointers with `*` for items.
    needed: &'static [&'static str],
    /// Fields that may be null as documented.
    nullable: &'static [&'static str],
    /// Free-form parts: whatever is in them is data.
    free: &'static [&'static str],
    /// Ids and times without which there is no value.
    vital: &'static [&'static str],
    /// Texts that are not free: ids, times, values of a set.
    checked: &'static [&'static str],
}

enum Outcome {
    Read { told: BTreeSet<String> },
    Failed { at: String },
}

fn outcome<T, E>(read: Result<ResponseValue<T>, Error<E>>) -> Outcome {
    match read {
        Ok(answer) => {
            let drift = answer.drift();
            let told = answer
                .repairs()
                .iter()
                .chain(&drift)
                .map(|found: &Drift| folded(found.path()));
            Outcome::Read {
                told: told.collect(),
            }
        }
        Err(error) => {
            assert!(
                error.raw_body().is_some_and(|raw| !raw.is_empty()),
                "the bytes are kept"
            );
            Outcome::Failed {
                at: folded(error.json_path().unwrap_or("?")),
            }
        }
    }
}

/// `/a/3/b` -> `/a/*/b`
fn folded(pointer: &str) -> String {
    let fold = |part: &str| {
        if part.bytes().all(|byte| byte.is_ascii_digit()) && !part.is_empty() {
            "*".to_owned()
        } else {
            part.to_owned()
        }
    };
    pointer.split('/').map(fold).collect::<Vec<_>>().join("/")
}

fn subjects() -> Vec<(&'static str, Subject)> {
    let parsed =
        |provider: &str, name: &str| serde_json::from_str(&example(provider, name)).expect("JSON");
    vec![
        (
            "liner",
            Subject {
                example: parsed("liner", "get_call_record"),
                read: |body| outcome(callslip_liner::requests::GetCallRecord::read(body)),
                needed: &["/success", "/message", "/data", "/data/recordSummary"],
                nullable: &["/data/recordSummary"],
                free: &[],
                vital: &[],
                checked: &["/data/createdAt"],
            },
        ),
        (
            "twenty2",
            Subject {
                example: parsed("twenty2", "get_call_detail"),
                read: |body| outcome(callslip_twenty2::requests::GetCallDetail::read(body)),
                needed: &[
                    "/success",
                    "/call",
                    "/input_parameters",
                    "/output_parameters",
                ],
                nullable: &[],
                free: &["/input_parameters/", "/output_parameters/"],
                vital: &[],
                checked: &[
                    "/call/status",
                    "/call/direction",
                    "/call/started_at",
                    "/call/ended_at",
                    "/recording/expires_at",
                    "/transcript/expires_at",
                ],
            },
        ),
        (
            "diga",
            Subject {
                example: parsed("diga", "get_call"),
                read: |body| outcome(callslip_diga::requests::GetCall::read(body)),
                needed: &[
                    "/id",
                    "/agent_id",
                    "/status",
                    "/type",
                    "/contact",
                    "/phone_id",
                    "/created_date",
                    "/contact/id",
                    "/contact/created_date",
                    "/contact/identifier",
                    "/contact/contact_type",
                ],
                nullable: &[
                    "/agent_id",
                    "/phone_id",
                    "/recording_url",
                    "/start_time",
                    "/end_time",
                    "/duration",
                    "/end_reason",
                ],
                free: &["/dynamic_variables/"],
                vital: &[
                    "/id",
                    "/created_date",
                    "/contact",
                    "/contact/id",
                    "/contact/created_date",
                ],
                checked: &[
                    "/id",
                    "/agent_id",
                    "/phone_id",
                    "/contact/id",
                    "/created_date",
                    "/start_time",
                    "/end_time",
                    "/contact/created_date",
                    "/status",
                    "/type",
                    "/contact/contact_type",
                ],
            },
        ),
        (
            "credira",
            Subject {
                example: parsed("credira", "get_call"),
                read: |body| outcome(callslip_credira::requests::GetCall::read(body)),
                needed: &["/success", "/data", "/meta"],
                nullable: &[],
                free: &["/data/metadata/"],
                vital: &[],
                checked: &[
                    "/data/status",
                    "/data/call_type",
                    "/data/created_time",
                    "/data/updated_time",
                    "/data/start_time",
                    "/data/end_time",
                    "/meta/timestamp",
                ],
            },
        ),
        (
            "highlevel",
            Subject {
                example: parsed("highlevel", "get_call_log"),
                read: |body| outcome(callslip_highlevel::requests::GetCallLog::read(body)),
                needed: &[
                    "/id",
                    "/agentId",
                    "/isAgentDeleted",
                    "/createdAt",
                    "/duration",
                    "/trialCall",
                    "/executedCallActions",
                    "/summary",
                    "/transcript",
                    "/executedCallActions/*/actionType",
                    "/executedCallActions/*/actionName",
                ],
                nullable: &[],
                free: &["/extractedData/", "/transcriptWithToolCalls/"],
                vital: &["/createdAt"],
                checked: &[
                    "/createdAt",
                    "/executedCallActions/*/actionType",
                    "/executedCallActions/*/executedAt",
                    "/executedCallActions/*/actionParameters/transferToType",
                    "/executedCallActions/*/actionParameters/apiDetails/method",
                ],
            },
        ),
    ]
}

#[derive(Clone, Copy, Debug)]
enum Damage {
    Drop,
    Null,
    Retype,
    Rename,
    Add,
    OtherText,
}

fn damage() -> impl Strategy<Value = (prop::sample::Index, Damage)> {
    let kinds = prop::sample::select(vec![
        Damage::Drop,
        Damage::Null,
        Damage::Retype,
        Damage::Rename,
        Damage::Add,
        Damage::OtherText,
    ]);
    (any::<prop::sample::Index>(), kinds)
}

/// Every place below the root.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let place = format!("{at}/{name}");
                places(inner, &place, found);
                found.push(place);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                let place = format!("{at}/{index}");
                places(inner, &place, found);
                found.push(place);
            }
        }
        _ => {}
    }
}

/// What must be told of a damage, and where it is in the body.
struct Expected {
    told: String,
    at: String,
}

/// Damages a place; returns what must be told, if the damage must be told.
fn apply(body: &mut Value, place: &str, damage: Damage, subject: &Subject) -> Option<Expected> {
    let (parent, name) = place.rsplit_once('/').expect("below the root");
    let found = body.pointer(place).cloned()?;
    let general = folded(place);
    let listed = |list: &[&str]| list.contains(&general.as_str());
    let owner = body.pointer_mut(parent)?;
    let expect = |told: String, at: String| Some(Expected { told, at });
    let here = || expect(general.clone(), place.to_owned());
    match damage {
        Damage::Drop => {
            owner.as_object_mut()?.remove(name)?;
            listed(subject.needed).then(here).flatten()
        }
        Damage::Null => {
            *body.pointer_mut(place)? = Value::Null;
            (!found.is_null() && !listed(subject.nullable))
                .then(here)
                .flatten()
        }
        Damage::Retype => {
            // Damaged before: another type could by chance be the right one.
            if found.is_null() || found == json!(1.5) || found == json!([1.5]) {
                return None;
            }
            // A list where there was none, and a number where there was a list: nothing is converted into the other.
            let other = if found.is_array() {
                json!(1.5)
            } else {
                json!([1.5])
            };
            *body.pointer_mut(place)? = other;
            here()
        }
        Damage::Rename => {
            let fields = owner.as_object_mut()?;
            let value = fields.remove(name)?;
            fields.insert(format!("{name}X"), value);
            // Without its tag an object is of an unknown kind, in which every field may be.
            match is_tag(place) {
                true => here(),
                false => expect(format!("{general}X"), format!("{place}X")),
            }
        }
        Damage::Add => {
            owner
                .as_object_mut()?
                .insert("addedField".to_owned(), json!({ "x": [1, null] }));
            expect(
                format!("{}/addedField", folded(parent)),
                format!("{parent}/addedField"),
            )
        }
        Damage::OtherText => {
            let text = found.as_str()?;
            *body.pointer_mut(place)? = json!(format!("{text}-0ther"));
            listed(subject.checked).then(here).flatten()
        }
    }
}

fn is_tag(place: &str) -> bool {
    place.ends_with("/actionType")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_damaged_answer_is_read_and_every_damage_is_told(
        provider in 0..5_usize,
        damages in prop::collection::vec(damage(), 1..4),
    ) {
        let (name, subject) = subjects().swap_remove(provider);
        let mut body = subject.example.clone();
        let mut expected: Vec<Expected> = Vec::new();
        // Objects whose tag is damaged: of an unknown kind, so nothing else in them can be told.
        let mut untagged: Vec<String> = Vec::new();
        for (index, damage) in &damages {
            let mut all = Vec::new();
            places(&body, "", &mut all);
            if all.is_empty() {
                break;
            }
            let place = &all[index.index(all.len())];
            let inside = |at: &str, of: &str| at.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            let before = body.clone();
            let new = apply(&mut body, place, *damage, &subject);
            if body == before {
                continue;
            }
            if !matches!(damage, Damage::Add) {
                // Whatever was damaged at this place or in it is gone with it.
                expected.retain(|earlier| !inside(&earlier.at, place));
            }
            // What an earlier damage put in, or a free-form part, is nobody's documented field.
            let outside = subject.free.iter().any(|free| place.starts_with(free))
                || place.contains("addedField")
                || place.contains('X');
            if is_tag(place) && !matches!(damage, Damage::Add) {
                let object = place.trim_end_matches("/actionType").to_owned();
                expected.retain(|earlier| !inside(&earlier.at, &object));
                untagged.push(object);
            }
            let unknown = |at: &str| !is_tag(at) && untagged.iter().any(|object| inside(at, object));
            if let Some(new) = new
                && !outside
                && !unknown(&new.at)
            {
                expected.push(new);
            }
        }
        match (subject.read)(body.to_string().into_bytes()) {
            Outcome::Failed { at } => {
                prop_assert!(subject.vital.contains(&at.as_str()), "{name} failed at {at}: {body}");
            }
            Outcome::Read { told } => {
                for place in expected.into_iter().map(|damage| damage.told) {
                    let above = |told: &String| place == *told || place.starts_with(&format!("{told}/"));
                    prop_assert!(told.iter().any(above), "{name}: {place} is not told among {told:?}: {body}");
                }
            }
        }
    }
}

#[test]
fn the_undamaged_examples_need_no_repair() {
    for (name, subject) in subjects() {
        match (subject.read)(subject.example.to_string().into_bytes()) {
            Outcome::Read { told } => assert!(told.is_empty(), "{name}: {told:?}"),
            Outcome::Failed { at } => panic!("{name} failed at {at}"),
        }
    }
}

#[test]
fn what_real_answers_do_differently_is_read() {
    // The service's state of July 2026: a new status, the own number under its new name.
    let mut call: Value = serde_json::from_str(&example("diga", "get_call")).expect("JSON");
    let number = call
        .as_object_mut()
        .expect("an object")
        .remove("phone_id")
        .expect("an id");
    call["phone_register_id"] = number.clone();
    call["status"] = json!("in_queue");
    call["agent_version_id"] = json!(null);
    call["dynamic_variables"] = json!({ "name": "n" });
    let call = callslip_diga::requests::GetCall::read(call.to_string()).expect("reads");
    assert_eq!(call.status, callslip_diga::types::CallStatus::InQueue);
    assert_eq!(call.own_number_id().map(|id| json!(id)), Some(number));
    assert!(call.repairs().is_empty());

    // HighLevel as integrators see it: nulls, absent fields, another spelling of the paths, a new type of action.
    let mut log: Value = serde_json::from_str(&example("highlevel", "get_call_log")).expect("JSON");
    let fields = log.as_object_mut().expect("an object");
    fields.remove("summary");
    fields.remove("trialCall");
    fields.insert("translation".to_owned(), json!(null));
    let actions = log["executedCallActions"].as_array_mut().expect("a list");
    let parameters = actions[5]["actionParameters"]
        .as_object_mut()
        .expect("an object");
    let paths = parameters.remove("responsePathsToExtract").expect("paths");
    parameters.insert("selectedPaths".to_owned(), paths);
    actions.push(json!({ "actionType": "MCP_TOOL", "actionName": "New", "actionParameters": { "any": "thing" } }));
    let log = callslip_highlevel::requests::GetCallLog::read(log.to_string()).expect("reads");
    assert!(
        log.repairs().is_empty(),
        "none of it needs mending: {:?}",
        log.repairs()
    );
    assert_eq!((log.summary.is_none(), log.trial_call), (true, None));
    use callslip_highlevel::types::ExecutedCallAction;
    match &log.executed_call_actions[5] {
        ExecutedCallAction::CustomAction(action) => {
            let parameters = action.action_parameters.as_ref().expect("parameters");
            assert_eq!(parameters.result_paths(), ["data.orderId", "status"]);
        }
        other => panic!("{other:?}"),
    }
    match &log.executed_call_actions[8] {
        ExecutedCallAction::Unknown(action) => assert_eq!(action.tag(), Some("MCP_TOOL")),
        other => panic!("{other:?}"),
    }
    assert_eq!(log.executed_call_actions[8].action_name(), Some("New"));
}

/// Found by fuzzing: of two tags the later one counts, whichever of them is known, and a round trip keeps the choice.
#[test]
fn of_two_tags_the_later_one_counts() {
    use callslip_highlevel::types::{CallLog, ExecutedCallAction};
    let log = example("highlevel", "get_call_log");
    for (first, last, known) in [
        ("SMS", "NEW", false),
        ("NEW", "SMS", true),
        ("NEW", "OTHER", false),
    ] {
        let tags = format!(r#""actionType": "{first}", "actionType": "{last}", "actionName": "#);
        let body = log
            .replacen(r#""actionType": "CALL_TRANSFER","#, "", 1)
            .replacen(r#""actionName": "#, &tags, 1);
        let answer = callslip_highlevel::requests::GetCallLog::read(body).expect("reads");
        let action = &answer.executed_call_actions[0];
        assert_eq!(
            matches!(action, ExecutedCallAction::Sms(_)),
            known,
            "{first}, {last}: {action:?}"
        );
        assert_eq!(
            matches!(action, ExecutedCallAction::Unknown(_)),
            !known,
            "{first}, {last}: {action:?}"
        );
        assert!(!answer.repairs().is_empty(), "{first}, {last}");
        let again: CallLog =
            serde_json::from_value(serde_json::to_value(&*answer).expect("written")).expect("read");
        assert_eq!(*answer, again, "{first}, {last}");
    }
}

/// Ten thousand bad items cost time in proportion: the cold path is linear.
#[test]
fn ten_thousand_bad_items_are_set_aside_one_by_one() {
    let mut log: Value = serde_json::from_str(&example("highlevel", "get_call_log")).expect("JSON");
    let good = log["executedCallActions"][0].clone();
    let items = (0..10_000).map(|index| {
        if index % 2 == 0 {
            json!(index)
        } else {
            good.clone()
        }
    });
    log["executedCallActions"] = items.collect();
    let log = callslip_highlevel::requests::GetCallLog::read(log.to_string()).expect("reads");
    assert_eq!(
        (log.executed_call_actions.len(), log.repairs().len()),
        (5_000, 5_000)
    );
    let folded = log.drift();
    assert_eq!(
        folded.iter().map(Drift::count).sum::<u64>(),
        5_000,
        "{folded:?}"
    );
}

/// Markers in every text of a damaged answer: none is shown where the field is personal or secret.
#[test]
fn nothing_personal_is_shown_of_a_damaged_answer() {
    fn plant(value: &mut Value) {
        match value {
            Value::String(text) => {
                let typed = text.starts_with("20")
                    || text.len() == 36
                    || text.chars().all(|c| c.is_ascii_uppercase() || c == '_');
                if !typed {
                    *text = "m4rker".to_owned();
                }
            }
            Value::Array(items) => items.iter_mut().for_each(plant),
            Value::Object(fields) => fields.values_mut().for_each(plant),
            _ => {}
        }
    }
    let secret = [
        "transcript",
        "summary",
        "fromNumber",
        "extractedData",
        "translatedTranscript",
        "authenticationValue",
        "transferToValue",
        "messageBody",
    ];
    let mut log: Value = serde_json::from_str(&example("highlevel", "get_call_log")).expect("JSON");
    plant(&mut log);
    // Mending is needed, so that repairs and drift are in play.
    log["duration"] = json!("m4rker");
    log["fromNumber"] = json!(["m4rker"]);
    log["isAgentDeleted"] = json!({ "m4rker": "m4rker" });
    let answer = callslip_highlevel::requests::GetCallLog::read(log.to_string()).expect("reads");
    assert!(!answer.repairs().is_empty());
    let told = format!("{:?} {:?}", answer.repairs(), answer.drift());
    let told = format!(
        "{told} {}",
        serde_json::to_string(&answer.drift()).expect("serialises")
    );
    assert!(!told.contains("m4rker"), "{told}");
    let shown = format!("{:#?}", *answer);
    for line in shown.lines().filter(|line| line.contains("m4rker")) {
        let field = line
            .trim()
            .split(':')
            .next()
            .unwrap_or_default()
            .replace('_', "")
            .to_lowercase();
        assert!(
            !secret.iter().any(|name| name.to_lowercase() == field),
            "{line}"
        );
    }
    assert!(
        shown.contains("[personal]") && shown.contains("[secret]"),
        "{shown}"
    );
    log["createdAt"] = json!("m4rker");
    let error = callslip_highlevel::requests::GetCallLog::read(log.to_string())
        .expect_err("no time, no value");
    assert_eq!(error.json_path(), Some("/createdAt"));
    assert!(!format!("{error} {error:?}").contains("m4rker"));
}
