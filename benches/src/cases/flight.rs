//! Many calls at once on one thread.

use super::call::{CALL_ID, LOCATION_ID, fetch, highlevel_by_hand};
use super::{Case, calling};
use crate::floor::highlevel::CallLog;

const AT_ONCE: usize = 64;

pub const CASES: &[Case] = &[
    (
        "64 calls in flight, HighLevel: reqwest and serde by hand",
        |inputs| {
            let calling = calling(inputs);
            calling.runtime.block_on(async {
                let mut calls = tokio::task::JoinSet::new();
                for _ in 0..AT_ONCE {
                    calls.spawn(fetch::<CallLog>(highlevel_by_hand(calling)));
                }
                while let Some(ended) = calls.join_next().await {
                    assert!(ended.is_ok_and(|call| call.is_ok()), "the call works");
                }
            });
        },
    ),
    ("64 calls in flight, HighLevel: callslip", |inputs| {
        let calling = calling(inputs);
        calling.runtime.block_on(async {
            let mut calls = tokio::task::JoinSet::new();
            for _ in 0..AT_ONCE {
                let client = calling.highlevel.clone();
                calls.spawn(async move { client.get_call_log(CALL_ID, LOCATION_ID).send().await });
            }
            while let Some(ended) = calls.join_next().await {
                assert!(ended.is_ok_and(|call| call.is_ok()), "the call works");
            }
        });
    }),
];
