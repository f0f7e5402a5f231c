//! What is inside a delivery: the call that ended.

use callslip_highlevel::DriftKind;
use callslip_highlevel::types::{ExecutedCallAction, WebhookType};
use callslip_highlevel::webhooks::{Delivery, Strictness, read_voice_ai_call_end};

use crate::sender::{Sender, receiver};

/// The body on the provider's page.
fn published() -> String {
    std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../specs/highlevel/examples/webhook-voice-ai-call-end.json"
    ))
    .unwrap()
}

fn delivery(body: &str) -> Delivery {
    let sender = Sender::new(7);
    let verifier = receiver(&sender).strictness(Strictness::Lenient).build();
    verifier
        .check(&sender.headers(body), body.to_owned())
        .unwrap()
}

#[test]
fn the_published_body_is_typed() {
    let ended = delivery(&published()).voice_ai_call_end().unwrap().unwrap();
    assert!(ended.repairs().is_empty() && ended.drift().is_empty());
    assert_eq!(ended.location_id.as_deref(), Some("LOC_1234567890"));
    assert_eq!(ended.duration, Some(187.0));
    let [ExecutedCallAction::CallTransfer(transfer)] = &ended.executed_call_actions[..] else {
        panic!("{ended:?}");
    };
    assert_eq!(
        (transfer.id.as_deref(), transfer.action_id.as_deref()),
        (Some("64b7c5a1e1f2a3b4c5d6e7f8"), None)
    );
    let shown = format!("{ended:?}");
    for personal in ["+1234567890", "Hola", "Hello"] {
        assert!(!shown.contains(personal), "{personal}: {shown}");
    }
}

#[test]
fn flat_and_under_data_are_the_same_call() {
    let flat = published().replacen(
        '{',
        r#"{"type": "VoiceAiCallEnd", "webhookId": "wh_1", "timestamp": 1754006590,"#,
        1,
    );
    let inside = format!(
        r#"{{"type": "VoiceAiCallEnd", "webhookId": "wh_1", "timestamp": 1754006590, "data": {}}}"#,
        published()
    );
    let (flat, inside) = (delivery(&flat), delivery(&inside));
    for delivery in [&flat, &inside] {
        assert_eq!(delivery.event_type(), Some(WebhookType::VoiceAiCallEnd));
        assert_eq!(delivery.location_id(), Some("LOC_1234567890"));
        assert!(delivery.timestamp().is_some());
    }
    let (flat, inside) = (
        flat.voice_ai_call_end().unwrap().unwrap(),
        inside.voice_ai_call_end().unwrap().unwrap(),
    );
    assert_eq!(*flat, *inside);
    assert_eq!(flat.webhook_id.as_deref(), Some("wh_1"));
    assert!(flat.drift().is_empty() && inside.drift().is_empty());
}

#[test]
fn another_event_is_not_taken_for_a_call() {
    let other = delivery(r#"{"type": "ContactCreate", "id": "c"}"#);
    assert!(other.voice_ai_call_end().unwrap().is_none());
    assert_eq!(
        other.event_type(),
        Some(WebhookType::Unknown("ContactCreate".to_owned()))
    );
}

#[test]
fn an_unknown_action_is_kept() {
    let body = published().replace("CALL_TRANSFER", "CALL_WHISPER");
    let ended = delivery(&body).voice_ai_call_end().unwrap().unwrap();
    let [ExecutedCallAction::Unknown(action)] = &ended.executed_call_actions[..] else {
        panic!("{ended:?}");
    };
    assert_eq!(action.tag(), Some("CALL_WHISPER"));
    assert!(ended.repairs().is_empty());
    let drift = ended.drift();
    assert!(
        drift
            .iter()
            .any(|found| found.path() == "/executedCallActions/*/actionType"
                && found.kind() == DriftKind::UnknownValue),
        "{drift:?}"
    );
}

#[test]
fn a_damaged_payload_is_mended_and_tells() {
    let body = published()
        .replace("187", "\"three minutes\"")
        .replace("\"executedCallActions\": [", "\"executedCallActions\": [7,");
    let ended = delivery(&body).voice_ai_call_end().unwrap().unwrap();
    assert_eq!(
        (ended.duration, ended.executed_call_actions.len()),
        (None, 1)
    );
    assert_eq!(ended.id.as_deref(), Some("CALL_abcdef123456"));
    let told: Vec<_> = ended
        .repairs()
        .iter()
        .map(|found| (found.path(), found.kind()))
        .collect();
    assert_eq!(
        told,
        [
            ("/duration", DriftKind::WrongType),
            ("/executedCallActions/0", DriftKind::ItemSetAside)
        ]
    );
    assert_eq!(ended.raw(), body.as_bytes());
}

#[test]
fn a_captured_body_is_read_without_a_signature() {
    let ended = read_voice_ai_call_end(published()).unwrap();
    assert_eq!(ended.message_id.as_deref(), Some("msg_123456"));
    let error = read_voice_ai_call_end(r#"["m4rker"]"#).unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(
        shown.starts_with("highlevel voice_ai_call_end: ") && !shown.contains("m4rker"),
        "{shown}"
    );
}
