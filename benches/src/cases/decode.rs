//! Bodies alone: from bytes to types.

use std::hint::black_box;

use bytes::Bytes;
use callslip_highlevel::requests::{GetCallLog, ListCallLogs};
use callslip_highlevel::types;
use serde::de::DeserializeOwned;

use super::Case;
use crate::floor;

pub const CASES: &[Case] = &[
    ("decode, Liner: hand-written types", |inputs| {
        plain::<floor::liner::CallRecordResponse>(&inputs.liner);
    }),
    ("decode, Liner: callslip", |inputs| {
        let body = inputs.liner.clone();
        black_box(callslip_liner::requests::GetCallRecord::read(body).is_ok());
    }),
    ("decode, Twenty2: hand-written types", |inputs| {
        plain::<floor::twenty2::CallDetail>(&inputs.twenty2);
    }),
    ("decode, Twenty2: callslip", |inputs| {
        let body = inputs.twenty2.clone();
        black_box(callslip_twenty2::requests::GetCallDetail::read(body).is_ok());
    }),
    ("decode, Diga: hand-written types", |inputs| {
        plain::<floor::diga::Call>(&inputs.diga);
    }),
    ("decode, Diga: callslip", |inputs| {
        let body = inputs.diga.clone();
        black_box(callslip_diga::requests::GetCall::read(body).is_ok());
    }),
    ("decode, Credira: hand-written types", |inputs| {
        plain::<floor::credira::CallResponse>(&inputs.credira);
    }),
    ("decode, Credira: callslip", |inputs| {
        let body = inputs.credira.clone();
        black_box(callslip_credira::requests::GetCall::read(body).is_ok());
    }),
    ("decode, HighLevel: hand-written types", |inputs| {
        plain::<floor::highlevel::CallLog>(&inputs.highlevel);
    }),
    ("decode, HighLevel: callslip", |inputs| {
        read(&inputs.highlevel);
    }),
    (
        "decode, HighLevel: callslip types, plain serde_json",
        |inputs| {
            plain::<types::CallLog>(&inputs.highlevel);
        },
    ),
    ("decode, HighLevel: serde_json::Value", |inputs| {
        plain::<serde_json::Value>(&inputs.highlevel);
    }),
    ("decode, 1,000 actions: hand-written types", |inputs| {
        plain::<floor::highlevel::CallLog>(&inputs.long);
    }),
    ("decode, 1,000 actions: callslip", |inputs| {
        read(&inputs.long)
    }),
    ("page of 1,000 call logs: hand-written types", |inputs| {
        plain::<floor::highlevel::Page>(&inputs.page);
    }),
    ("page of 1,000 call logs: callslip", |inputs| {
        black_box(ListCallLogs::read(inputs.page.clone()).is_ok());
    }),
    ("decode, 1 MiB transcript: hand-written types", |inputs| {
        plain::<floor::highlevel::CallLog>(&inputs.transcript);
    }),
    ("decode, 1 MiB transcript: callslip", |inputs| {
        read(&inputs.transcript);
    }),
];

fn plain<T: DeserializeOwned>(body: &[u8]) {
    black_box(serde_json::from_slice::<T>(black_box(body)).is_ok());
}

/// As an answer of the service is read: fast path, and mending where it fails.
pub fn read(body: &Bytes) {
    black_box(GetCallLog::read(body.clone()).is_ok());
}
