//! Every document example decodes into typed values and serialises back to the same facts: no field lost, none invented.

use callslip_core::rt::OperationRequest;
use callslip_tests::examples::example;
use callslip_tests::typed::{in_utc, round_trip};
use serde_json::Value;

#[test]
fn liner() {
    let answer: callslip_liner::types::CallRecordResponse = round_trip("liner", "get_call_record");
    insta::assert_debug_snapshot!(answer);
}

#[test]
fn twenty2() {
    let answer: callslip_twenty2::types::CallDetail = round_trip("twenty2", "get_call_detail");
    insta::assert_debug_snapshot!(answer);
}

#[test]
fn diga() {
    let answer: callslip_diga::types::Call = round_trip("diga", "get_call");
    insta::assert_debug_snapshot!(answer);
}

#[test]
fn credira() {
    let answer: callslip_credira::types::CallResponse = round_trip("credira", "get_call");
    insta::assert_debug_snapshot!(answer);
}

#[test]
fn highlevel() {
    let answer: callslip_highlevel::types::CallLog = round_trip("highlevel", "get_call_log");
    insta::assert_debug_snapshot!(answer);
}

#[test]
fn twenty2_webhook() {
    let text = example("twenty2", "webhook-call-ended");
    let payload: callslip_twenty2::types::CallEnded =
        serde_json::from_str(&text).expect("the example is typed");
    let mut wanted: Value = serde_json::from_str(&text).expect("the example is JSON");
    // Two optional fields are null, which is written as it is read: as nothing.
    for (owner, field) in [("call", "answered_at"), ("recording", "url")] {
        let object = wanted[owner].as_object_mut().expect("an object");
        assert_eq!(object.remove(field), Some(Value::Null), "{field}");
    }
    let found = serde_json::to_value(&payload).expect("it serialises");
    assert_eq!(in_utc(found), in_utc(wanted));
    insta::assert_debug_snapshot!(payload);
}

#[test]
fn highlevel_webhook() {
    let payload: callslip_highlevel::types::VoiceAiCallEnd =
        round_trip("highlevel", "webhook-voice-ai-call-end");
    insta::assert_debug_snapshot!(payload);
}

/// The readers of payloads find nothing to mend in the documents' bodies, and nothing that differs.
#[test]
fn payloads_are_as_their_documents_say() {
    let ended =
        callslip_twenty2::webhooks::read_call_ended(example("twenty2", "webhook-call-ended"));
    let ended = ended.expect("it is read");
    assert!(ended.repairs().is_empty() && ended.drift().is_empty());
    assert_eq!(
        ended.event,
        Some(callslip_twenty2::types::CallEvent::CallFailed)
    );
    let body = example("highlevel", "webhook-voice-ai-call-end");
    let ended = callslip_highlevel::webhooks::read_voice_ai_call_end(body).expect("it is read");
    assert!(ended.repairs().is_empty() && ended.drift().is_empty());
}

macro_rules! errors {
    ($(
        $variant:ident $provider:literal $krate:ident $credential:tt {
            json { $name:literal $request:ident, $($more:tt)* }
            $($rest:tt)*
        }
    )*) => {
        /// The error bodies beside the specs are typed as well.
        #[test]
        fn error_examples() {
            let mut seen = 0;
            $(
                for name in error_examples_of($provider) {
                    type Body = <$krate::requests::$request as OperationRequest>::Error;
                    round_trip::<Body>($provider, &name);
                    seen += 1;
                }
            )*
            assert!(seen >= 5, "every provider has an error example; {seen} were found");
        }
    };
}

callslip_tests::every_provider!(errors);

fn error_examples_of(provider: &str) -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(format!("../specs/{provider}/examples"));
    let files = std::fs::read_dir(folder).expect("the examples");
    let names = files.map(|entry| {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|name| name.to_str());
        name.unwrap_or_default().to_owned()
    });
    names.filter(|name| name.starts_with("error")).collect()
}
