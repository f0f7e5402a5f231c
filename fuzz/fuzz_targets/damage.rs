//! A document's example with parts of it replaced by arbitrary JSON or arbitrary bytes: nearer to what services really
//! do wrong than arbitrary bytes are. Besides what `read` checks, no marker of a personal field may be told.
//!
//! `cargo +nightly fuzz run damage`

#![no_main]

use callslip_fuzz::checks::damaged;
use libfuzzer_sys::fuzz_target;

const EXAMPLES: [&[u8]; 2] = [
    include_bytes!("../../specs/highlevel/examples/get_call_log.json"),
    include_bytes!("../../specs/diga/examples/get_call.json"),
];

fuzz_target!(|data: &[u8]| {
    let Some((which, script)) = data.split_first() else {
        return;
    };
    let body = damaged(EXAMPLES[usize::from(which % 2)], script);
    if which % 2 == 0 {
        if let Ok(answer) = callslip_highlevel::requests::GetCallLog::read(body) {
            let told = format!("{:?} {:?}", answer.repairs(), answer.drift());
            assert!(!told.contains("+1234567890"), "a phone number is told");
            let text = serde_json::to_vec(&*answer).expect("what was read can be written");
            let again: callslip_highlevel::types::CallLog = serde_json::from_slice(&text).expect("and read plainly");
            assert!(*answer == again, "a round trip changes nothing");
        }
    } else if let Ok(answer) = callslip_diga::requests::GetCall::read(body) {
        let _ = (answer.drift(), format!("{answer:?}"));
    }
});
