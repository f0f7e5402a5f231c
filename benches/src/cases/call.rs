//! One whole call: send, receive, decode; with every protection on, against reqwest and serde by hand.

use serde::de::DeserializeOwned;

use super::{Case, calling};
use crate::calling::Calling;
use crate::floor;
use crate::inputs::Inputs;

pub const CALL_ID: &str = "507f1f77bcf86cd799439011";
pub const LOCATION_ID: &str = "LOC123456789ABCDEF";
const UUID: &str = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

pub const CASES: &[Case] = &[
    ("call, Liner: reqwest and serde by hand", |inputs| {
        by_hand::<floor::liner::CallRecordResponse>(inputs, |calling| {
            calling
                .get("/liner/v2/call-record/detail/123/")
                .header("X-Api-Key", "k")
                .header("Content-Type", "application/json")
        });
    }),
    ("call, Liner: callslip", |inputs| {
        let calling = calling(inputs);
        works(calling, calling.liner.get_call_record(123).send());
    }),
    ("call, Twenty2: reqwest and serde by hand", |inputs| {
        by_hand::<floor::twenty2::CallDetail>(inputs, |calling| {
            calling
                .get("/twenty2/call/detail")
                .query(&[("call_id", CALL_ID)])
                .header("x-workspace-id", "w")
                .header("Content-Type", "application/json")
                .basic_auth("k", Some("s"))
        });
    }),
    ("call, Twenty2: callslip", |inputs| {
        let calling = calling(inputs);
        works(calling, calling.twenty2.get_call_detail(CALL_ID).send());
    }),
    ("call, Diga: reqwest and serde by hand", |inputs| {
        by_hand::<floor::diga::Call>(inputs, |calling| {
            calling
                .get(&format!("/diga/v1/call/{UUID}"))
                .bearer_auth("k")
        });
    }),
    ("call, Diga: callslip", |inputs| {
        let calling = calling(inputs);
        let id = UUID.parse().expect("the constant is a UUID");
        works(calling, calling.diga.get_call(id).send());
    }),
    ("call, Credira: reqwest and serde by hand", |inputs| {
        by_hand::<floor::credira::CallResponse>(inputs, |calling| {
            calling
                .get("/credira/calls/call_123456789")
                .header("Content-Type", "application/json")
                .bearer_auth("k")
        });
    }),
    ("call, Credira: callslip", |inputs| {
        let calling = calling(inputs);
        works(calling, calling.credira.get_call("call_123456789").send());
    }),
    ("call, HighLevel: reqwest and serde by hand", |inputs| {
        by_hand::<floor::highlevel::CallLog>(inputs, highlevel_by_hand);
    }),
    ("call, HighLevel: callslip", |inputs| {
        let calling = calling(inputs);
        let call = calling.highlevel.get_call_log(CALL_ID, LOCATION_ID);
        works(calling, call.send());
    }),
];

/// HighLevel's headers, query and path as one writes them by hand.
pub fn highlevel_by_hand(calling: &Calling) -> reqwest::RequestBuilder {
    calling
        .get(&format!(
            "/highlevel/voice-ai/dashboard/call-logs/{CALL_ID}"
        ))
        .query(&[("locationId", LOCATION_ID)])
        .header("Version", "2021-04-15")
        .bearer_auth("t")
}

/// Sends, refuses error statuses, decodes.
pub async fn fetch<T: DeserializeOwned>(request: reqwest::RequestBuilder) -> reqwest::Result<T> {
    request.send().await?.error_for_status()?.json().await
}

fn by_hand<T: DeserializeOwned>(inputs: &Inputs, request: fn(&Calling) -> reqwest::RequestBuilder) {
    let calling = calling(inputs);
    works(calling, fetch::<T>(request(calling)));
}

fn works<T, E>(calling: &Calling, call: impl Future<Output = Result<T, E>>) {
    assert!(calling.runtime.block_on(call).is_ok(), "the call works");
}
