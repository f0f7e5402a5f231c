//! The documents' examples, damaged at random: reading them never panics, fails only where an id or a required time is gone,
//! and every damage to a documented field is told.

use callslip_core::Drift;
use callslip_tests::damage::{Subject, damage, outcome};
use callslip_tests::examples::example;
use proptest::prelude::*;
use serde_json::{Value, json};

fn subjects() -> Vec<Subject> {
    vec![
        Subject {
            needed: &["/message", "/data", "/data/recordSummary"],
            vital: &["/data", "/data/id"],
            nullable: &["/data/recordSummary"],
            checked: &["/data/createdAt"],
            ..Subject::new("liner", "get_call_record", |body| {
                outcome(callslip_liner::requests::GetCallRecord::read(body))
            })
        },
        Subject {
            needed: &["/call", "/input_parameters", "/output_parameters"],
            vital: &["/call", "/call/call_id"],
            free: &["/input_parameters/", "/output_parameters/"],
            checked: &[
                "/call/status",
                "/call/direction",
                "/call/started_at",
                "/call/ended_at",
                "/recording/expires_at",
                "/transcript/expires_at",
            ],
            ..Subject::new("twenty2", "get_call_detail", |body| {
                outcome(callslip_twenty2::requests::GetCallDetail::read(body))
            })
        },
        Subject {
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
            vital: &["/id"],
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
            ..Subject::new("diga", "get_call", |body| {
                outcome(callslip_diga::requests::GetCall::read(body))
            })
        },
        Subject {
            needed: &["/data", "/meta"],
            vital: &["/data", "/data/id"],
            free: &["/data/metadata/"],
            checked: &[
                "/data/status",
                "/data/call_type",
                "/data/created_time",
                "/data/updated_time",
                "/data/start_time",
                "/data/end_time",
                "/meta/timestamp",
            ],
            ..Subject::new("credira", "get_call", |body| {
                outcome(callslip_credira::requests::GetCall::read(body))
            })
        },
        Subject {
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
            free: &["/extractedData/", "/transcriptWithToolCalls/"],
            vital: &["/id"],
            checked: &[
                "/createdAt",
                "/executedCallActions/*/actionType",
                "/executedCallActions/*/executedAt",
                "/executedCallActions/*/actionParameters/transferToType",
                "/executedCallActions/*/actionParameters/apiDetails/method",
            ],
            tags: &["/executedCallActions/*/actionType"],
            ..Subject::new("highlevel", "get_call_log", |body| {
                outcome(callslip_highlevel::requests::GetCallLog::read(body))
            })
        },
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_damaged_answer_is_read_and_every_damage_is_told(
        provider in 0..5_usize,
        damages in prop::collection::vec(damage(), 1..4),
    ) {
        subjects().swap_remove(provider).survives(&damages)?;
    }
}

#[test]
fn the_undamaged_examples_need_no_repair() {
    subjects().iter().for_each(Subject::assert_sound);
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

/// serde's derive would read a struct from a list, item by item, and an empty one as a struct in which everything is absent.
#[test]
fn a_list_is_no_object() {
    let mut log: Value = serde_json::from_str(&example("highlevel", "get_call_log")).expect("JSON");
    for list in [json!([]), json!(["m4rker"])] {
        log["translation"] = list;
        let log = callslip_highlevel::requests::GetCallLog::read(log.to_string()).expect("reads");
        assert!(log.translation.is_none());
        let repairs: Vec<_> = log.repairs().iter().map(|repair| repair.path()).collect();
        assert_eq!(repairs, ["/translation"]);
    }
    for list in ["[]", "[[]]"] {
        let read = callslip_highlevel::requests::GetCallLog::read(list);
        let error = read.expect_err("a list");
        assert_eq!(error.kind(), callslip_core::ErrorKind::Decode);
    }
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
    log["id"] = json!(["m4rker"]);
    let error = callslip_highlevel::requests::GetCallLog::read(log.to_string())
        .expect_err("no identity, no record");
    assert_eq!(error.json_path(), Some("/id"));
    assert!(!format!("{error} {error:?}").contains("m4rker"));
}
