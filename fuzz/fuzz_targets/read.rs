//! Any bytes as the answer of each provider: reading, mending and comparing never panic, and what was read can be
//! written and read again.
//!
//! `cargo +nightly fuzz run read`

#![no_main]

use libfuzzer_sys::fuzz_target;

macro_rules! check {
    ($request:ty, $value:ty, $body:expr) => {
        if let Ok(answer) = <$request>::read($body.to_vec()) {
            let _ = (answer.drift(), format!("{answer:?}"));
            let text = serde_json::to_vec(&*answer).expect("what was read can be written");
            let again: $value = serde_json::from_slice(&text).expect("what was written can be read plainly");
            assert!(*answer == again, "a round trip changes nothing");
        }
    };
}

fuzz_target!(|data: &[u8]| {
    let Some((provider, body)) = data.split_first() else {
        return;
    };
    match provider % 5 {
        0 => check!(callslip_liner::requests::GetCallRecord, callslip_liner::types::CallRecordResponse, body),
        1 => check!(callslip_twenty2::requests::GetCallDetail, callslip_twenty2::types::CallDetail, body),
        2 => check!(callslip_diga::requests::GetCall, callslip_diga::types::Call, body),
        3 => check!(callslip_credira::requests::GetCall, callslip_credira::types::CallResponse, body),
        _ => check!(callslip_highlevel::requests::GetCallLog, callslip_highlevel::types::CallLog, body),
    }
});
