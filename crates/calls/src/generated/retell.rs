// Generated from specs/retell/openapi.yaml 0.1.0 and its sdk.toml (sha256 5de1116f051f7712) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen retell`.

//! How the record is made of the types of Retell. What is not here, Retell does not tell.
//!
//! | column | made of | stands in | what the document says |
//! |---|---|---|---|
//! | call_id | `/call_id` | `Call` | Identifier of the call. |
//! | status | `/call_status`; `ended` → `completed`, `error` → `failed`, `not_connected` → `failed`, `ongoing` → `in_progress`, `registered` → `queued` | `Call` | State of the call. A call that is `registered` is about to begin; one that is `not_connected` could not be held. |
//! | end_reason | `/disconnection_reason` | `Call` | Why the call ended. |
//! | is_final | `/call_status`; `ended` → `true`, `error` → `true`, `not_connected` → `true`, `ongoing` → `false`, `registered` → `false` | `Call` | State of the call. |
//! | direction | `/direction`; `inbound`, `outbound` | `Call` | Who called whom. Documented for every call by phone, and for no other. |
//! | channel | `/call_type`; `phone_call` → `phone`, `web_call` → `web` | `Call` | Whether it is a call by phone or in a browser. |
//! | started_at | `/start_timestamp`; in milliseconds | `Call` | When the call began, in milliseconds since 1970. There once it has begun. |
//! | ended_at | `/end_timestamp`; in milliseconds | `Call` | When the call ended, in milliseconds since 1970. There once it is over. |
//! | duration_ms | `/duration_ms`; in milliseconds | `Call` | How long the call lasted, in milliseconds. There once it is over. |
//! | from_number | `/from_number` | `Call` | Number that calls. Documented for every call by phone, and for no other. |
//! | to_number | `/to_number` | `Call` | Number that is called. Documented for every call by phone, and for no other. |
//! | agent_id | `/agent_id` | `Call` | Identifier of the agent. |
//! | agent_version_id | `/agent_version` | `Call` | Version of the agent. |
//! | cost | `/call_cost/combined_cost`; in cents | `Call` | Cents for the whole call. Cents; of which currency is not told. |
//! | summary | `/call_analysis/call_summary` | `Call` | What the call was about. |
//! | input | `/retell_llm_dynamic_variables` | `Call` | Values that the prompt and the descriptions of tools were filled with, by name. |
//! | output | `/call_analysis/custom_analysis_data` | `Call` | What was looked for by the user's own settings, by name. Values can be of any type. |
//! | recording: url | `/recording_url` | `Call` | Link to the recording. There once the call is over. |
//! | recording: url | `/recording_multi_channel_url` | `Call` | Link to the recording with each party on a channel of its own. There once the call is over. |
//! | turns | `/transcript_object` | `Call` | What was said, in order, with times. There once the call is over. A turn: each of the list. |
//! | turn: role | `/role`; `agent`, `user` → `contact` | `Utterance` | Who spoke: `agent`, `user` or `transfer_target`. |
//! | turn: text | `/content` | `Utterance` | What was said. |

#![allow(clippy::all, clippy::unwrap_used)]
#[allow(unused_imports)]
use std::borrow::Cow;
#[allow(unused_imports)]
use crate::{
    read, AsCall, AsRecording, AsTurn, Call, Channel, Cost, Direction, Party, Recording,
    Role, Status, Turn,
};
use callslip_retell::types;
impl AsCall for types::Call {
    fn as_call(&self) -> Call<'_> {
        let mut call = Call::new(
            "retell",
            read::text(Some(self).map(|value| &value.call_id)).unwrap_or_default(),
        );
        let told = read::text(Some(self).map(|value| &value.call_status));
        call.status = told
            .as_deref()
            .and_then(|told| match told {
                "ended" => Some(Status::Completed),
                "error" => Some(Status::Failed),
                "not_connected" => Some(Status::Failed),
                "ongoing" => Some(Status::InProgress),
                "registered" => Some(Status::Queued),
                _ => Some(Status::Unknown),
            });
        call.status_raw = told;
        call.end_reason = read::text(
            Some(self).and_then(|value| value.disconnection_reason.as_ref()),
        );
        call.is_final = read::text(Some(self).map(|value| &value.call_status))
            .and_then(|told| match &*told {
                "ended" => Some(true),
                "error" => Some(true),
                "not_connected" => Some(true),
                "ongoing" => Some(false),
                "registered" => Some(false),
                _ => None,
            });
        let told = read::text(Some(self).and_then(|value| value.direction.as_ref()));
        call.direction = told
            .as_deref()
            .and_then(|told| match told {
                "inbound" => Some(Direction::Inbound),
                "outbound" => Some(Direction::Outbound),
                _ => None,
            });
        let told = read::text(Some(self).map(|value| &value.call_type));
        call.channel = told
            .as_deref()
            .and_then(|told| match told {
                "phone_call" => Some(Channel::Phone),
                "web_call" => Some(Channel::Web),
                _ => None,
            });
        call.started_at = read::moment(
            Some(self).and_then(|value| value.start_timestamp.as_ref()).copied(),
        );
        call.ended_at = read::moment(
            Some(self).and_then(|value| value.end_timestamp.as_ref()).copied(),
        );
        call.duration_ms = read::milliseconds(
            Some(self)
                .and_then(|value| value.duration_ms.as_ref())
                .map(|value| *value as f64),
            1.0,
        );
        call.from_number = read::text(
            Some(self).and_then(|value| value.from_number.as_ref()).map(|value| &**value),
        );
        call.to_number = read::text(
            Some(self).and_then(|value| value.to_number.as_ref()).map(|value| &**value),
        );
        call.agent_id = read::text(Some(self).map(|value| &value.agent_id));
        call.agent_version_id = read::spelled(
            Some(self).and_then(|value| value.agent_version.as_ref()),
        );
        call.cost = read::spelled(
                Some(self)
                    .and_then(|value| value.call_cost.as_ref())
                    .and_then(|value| value.combined_cost.as_ref()),
            )
            .map(|amount| Cost::of_cents(amount, None));
        call.summary = read::text(
            Some(self)
                .and_then(|value| value.call_analysis.as_ref())
                .and_then(|value| value.call_summary.as_ref())
                .map(|value| &**value),
        );
        call.input = read::json(
            Some(self)
                .and_then(|value| value.retell_llm_dynamic_variables.as_ref())
                .map(|value| &**value),
        );
        call.output = read::json(
            Some(self)
                .and_then(|value| value.call_analysis.as_ref())
                .and_then(|value| value.custom_analysis_data.as_ref())
                .map(|value| &**value),
        );
        {
            let mut recording = Recording::default();
            recording.url = read::text(
                    Some(self)
                        .and_then(|value| value.recording_url.as_ref())
                        .map(|value| &**value),
                )
                .map(Cow::into_owned);
            read::recording(&mut call.recordings, recording);
        }
        {
            let mut recording = Recording::default();
            recording.url = read::text(
                    Some(self)
                        .and_then(|value| value.recording_multi_channel_url.as_ref())
                        .map(|value| &**value),
                )
                .map(Cow::into_owned);
            read::recording(&mut call.recordings, recording);
        }
        call.turns = read::turns(
            Some(self).map(|value| &value.transcript_object).into_iter().flatten(),
        );
        call
    }
}

impl<'a> From<&'a types::Call> for Call<'a> {
    fn from(value: &'a types::Call) -> Self {
        value.as_call()
    }
}

impl AsTurn for types::Utterance {
    fn as_turn(&self) -> Turn<'_> {
        let mut turn = Turn::default();
        let told = read::text(Some(self).map(|value| &value.role));
        turn.role = told
            .as_deref()
            .and_then(|told| match told {
                "agent" => Some(Role::Agent),
                "user" => Some(Role::Contact),
                _ => None,
            });
        turn.speaker_raw = told;
        turn.text = read::text(
            Some(self).map(|value| &value.content).map(|value| &**value),
        );
        turn
    }
}

impl<'a> From<&'a types::Utterance> for Turn<'a> {
    fn from(value: &'a types::Utterance) -> Self {
        value.as_turn()
    }
}
