//! A document's example with parts of it replaced by arbitrary JSON or arbitrary bytes: nearer to what services really
//! do wrong than arbitrary bytes are. Besides what `read` checks, no marker of a personal field may be told.
//!
//! `cargo +nightly fuzz run damage`

#![no_main]

use libfuzzer_sys::fuzz_target;

const EXAMPLES: [&[u8]; 2] = [
    include_bytes!("../../specs/highlevel/examples/get_call_log.json"),
    include_bytes!("../../specs/diga/examples/get_call.json"),
];

/// Overwrites up to 16 stretches of the example: position (2 bytes), length to drop (1), text to put in (up to the next).
fn damaged(example: &[u8], mut script: &[u8]) -> Vec<u8> {
    let mut body = example.to_vec();
    for _ in 0..16 {
        let [high, low, drop, put, rest @ ..] = script else { break };
        let at = (usize::from(*high) << 8 | usize::from(*low)) % (body.len() + 1);
        let end = (at + usize::from(*drop)).min(body.len());
        let put = usize::from(*put % 24).min(rest.len());
        body.splice(at..end, rest[..put].iter().copied());
        script = &rest[put..];
    }
    body
}

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
