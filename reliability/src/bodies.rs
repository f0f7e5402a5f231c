//! Bodies with markers in them: the documents' example of a call log with something confidential in every place that is
//! hidden, and an error body that quotes what was sent.

use serde_json::{Value, json};

use crate::canary::{PERSONAL, PHONE, THIRD_PARTY, TRANSCRIPT, UNKNOWN};

const EXAMPLE: &str = include_str!("../../specs/highlevel/examples/get_call_log.json");

/// A call log as a value, for tests that damage it.
///
/// # Panics
///
/// If the document's example is not what it is now.
pub fn call_log() -> Value {
    let mut log: Value = serde_json::from_str(EXAMPLE).expect("the example is JSON");
    log["transcript"] = json!(TRANSCRIPT);
    log["summary"] = json!(PERSONAL);
    log["fromNumber"] = json!(PHONE);
    log["translation"]["translatedTranscript"] = json!(TRANSCRIPT);
    log["translation"]["transcript"] = json!(TRANSCRIPT);
    log["extractedData"] = json!({ "phoneNumber": PHONE, "customerName": PERSONAL });
    log["transcriptWithToolCalls"] = json!([{ "content": TRANSCRIPT }]);
    log["undocumented"] = json!({ "value": UNKNOWN });
    let actions = log["executedCallActions"]
        .as_array_mut()
        .expect("the example has actions");
    for action in actions.iter_mut() {
        let kind = action["actionType"].as_str().unwrap_or_default().to_owned();
        let parameters = &mut action["actionParameters"];
        match kind.as_str() {
            "CALL_TRANSFER" => parameters["transferToValue"] = json!(PHONE),
            "SMS" => parameters["messageBody"] = json!(PERSONAL),
            "DATA_EXTRACTION" | "IN_CALL_DATA_EXTRACTION" => {
                parameters["examples"] = json!([PERSONAL, PHONE]);
            }
            "CUSTOM_ACTION" => {
                let details = &mut parameters["apiDetails"];
                details["url"] = json!(format!("https://api.example.com/?key={THIRD_PARTY}"));
                details["authenticationValue"] = json!(THIRD_PARTY);
                details["headers"][0]["value"] = json!(THIRD_PARTY);
                details["parameters"][0]["example"] = json!(PERSONAL);
            }
            "KNOWLEDGE_BASE" => parameters["parameters"][0]["example"] = json!(PERSONAL),
            _ => {}
        }
        parameters["undocumented"] = json!(UNKNOWN);
    }
    // A type that is not known yet.
    actions.push(json!({
        "actionType": "PAYMENT",
        "actionParameters": { "authenticationValue": THIRD_PARTY, "number": PHONE },
    }));
    log
}

/// An error body that both providers of the suite document, and that quotes what a call has sent.
pub fn error(status: u16, sent: &[&str]) -> String {
    let message = format!("cannot take {} for {PHONE}", sent.join(", "));
    json!({
        "statusCode": status,
        "error": "Refused",
        "code": "REFUSED",
        "message": message,
        "undocumented": UNKNOWN,
    })
    .to_string()
}
