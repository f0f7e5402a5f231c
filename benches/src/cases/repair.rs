//! What drift costs: mending a body, and telling what differs.

use std::hint::black_box;

use callslip_highlevel::requests::GetCallLog;

use super::Case;
use super::decode::read;

pub const CASES: &[Case] = &[
    ("repair, HighLevel: plain decode", |inputs| {
        read(&inputs.highlevel);
    }),
    ("repair, HighLevel: one bad field", |inputs| {
        read(&inputs.damaged);
    }),
    ("repair, 1,000 actions: plain decode", |inputs| {
        read(&inputs.long);
    }),
    ("repair, 1,000 actions: 500 set aside", |inputs| {
        read(&inputs.long_damaged);
    }),
    ("drift, HighLevel: plain decode", |inputs| {
        read(&inputs.highlevel);
    }),
    ("drift, HighLevel: decode and drift", |inputs| {
        if let Ok(answer) = GetCallLog::read(inputs.highlevel.clone()) {
            black_box(answer.drift());
        }
    }),
];
