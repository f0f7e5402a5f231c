// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 3c771384ae99e3a1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! How the record is made of the types of HighLevel. What is not here, HighLevel does not tell.
//!
//! | column | made of | stands in | what the document says |
//! |---|---|---|---|
//! | call_id | `/id` | `CallLog` | Identifier of the call. |
//! | is_final | always `true` | `CallLog` | A call log tells how long the call was, what was said and what came of it: it is about a call that is over. |
//! | is_test | `/trialCall` | `CallLog` | Whether this was a trial call made from the product. |
//! | created_at | `/createdAt` | `CallLog` | When the call was created (ISO 8601, UTC, with milliseconds). |
//! | duration_ms | `/duration`; in seconds | `CallLog` | Length of the call in seconds. Declared as a number; whether fractions occur is not documented. |
//! | from_number | `/fromNumber` | `CallLog` | Phone number of the caller, with a leading plus sign. |
//! | contact_id | `/contactId` | `CallLog` | Identifier of the contact that the call belongs to. |
//! | agent_id | `/agentId` | `CallLog` | Identifier of the agent that took the call. |
//! | summary | `/summary` | `CallLog` | Summary of the call in prose. |
//! | output | `/extractedData` | `CallLog` | What was extracted from the call. Its keys depend on how the agent is set up. |
//! | refs.message_id | `/messageId` | `CallLog` | Identifier of the conversation message that belongs to the call. |
//! | turns | `/transcript`; `bot` → `agent`, `human` → `contact` | `CallLog` | What was said, as plain text: one turn a line, each with the speaker (`bot` or `human`) and a colon in front. A turn: each line, with its speaker in front. |

#![allow(clippy::all, clippy::unwrap_used)]
#[allow(unused_imports)]
use std::borrow::Cow;
#[allow(unused_imports)]
use crate::{
    read, AsCall, AsRecording, AsTurn, Call, Channel, Cost, Direction, Party, Recording,
    Role, Status, Turn,
};
use callslip_highlevel::types;
impl AsCall for types::CallLog {
    fn as_call(&self) -> Call<'_> {
        let mut call = Call::new(
            "highlevel",
            read::text(Some(self).map(|value| &value.id)).unwrap_or_default(),
        );
        call.is_final = Some(true);
        call.is_test = Some(self).and_then(|value| value.trial_call.as_ref()).copied();
        call.created_at = Some(self)
            .and_then(|value| value.created_at.as_ref())
            .copied();
        call.duration_ms = read::milliseconds(
            Some(self)
                .and_then(|value| value.duration.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.from_number = read::text(
            Some(self).and_then(|value| value.from_number.as_ref()).map(|value| &**value),
        );
        call.contact_id = read::text(
            Some(self).and_then(|value| value.contact_id.as_ref()),
        );
        call.agent_id = read::text(Some(self).map(|value| &value.agent_id));
        call.summary = read::text(
            Some(self).and_then(|value| value.summary.as_ref()).map(|value| &**value),
        );
        call.output = read::json(
            Some(self)
                .and_then(|value| value.extracted_data.as_ref())
                .map(|value| &**value),
        );
        read::put(
            &mut call.refs,
            "message_id",
            read::text(Some(self).and_then(|value| value.message_id.as_ref())),
        );
        call.turns = read::lines(
            Some(self)
                .map(|value| &value.transcript)
                .map(|value| &**value)
                .map(|text| text.as_str()),
            &[("bot", Role::Agent), ("human", Role::Contact)],
        );
        call
    }
}

impl<'a> From<&'a types::CallLog> for Call<'a> {
    fn from(value: &'a types::CallLog) -> Self {
        value.as_call()
    }
}
