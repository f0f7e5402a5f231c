// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 0f027ee3b6410737) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! How the record is made of the types of Twenty2. What is not here, Twenty2 does not tell.
//!
//! | column | made of | stands in | what the document says |
//! |---|---|---|---|
//! | call_id | `/call_id` | `CallDetail`, `CallListItem` | Identifier of the call; opaque, since two formats are shown. |
//! | status | `/status`; `completed`, `failed`, `initiated` → `queued` | `CallDetail`, `CallListItem` | State of the call. A call that is `initiated` was started or waits in the queue. |
//! | is_final | `/status`; `completed` → `true`, `failed` → `true`, else `false` | `CallDetail`, `CallListItem` | State of the call. No complete set of values is published; these two are of calls that are over. |
//! | direction | `/direction`; `outbound` | `CallDetail`, `CallListItem` | Direction of the call. |
//! | channel | always `phone` | `CallDetail`, `CallListItem` | A call is between two phone numbers. |
//! | started_at | `/started_at` | `CallDetail`, `CallListItem` | When the call started (ISO 8601). |
//! | ended_at | `/ended_at` | `CallDetail`, `CallListItem` | When the call ended (ISO 8601). |
//! | duration_ms | `/duration_seconds`; in seconds | `CallDetail`, `CallListItem` | Length of the call in seconds. |
//! | billed_ms | `/billed_duration_seconds`; in seconds | `CallDetail` | Length of the call in seconds, as billed. |
//! | from_number | `/caller_phone` | `CallDetail`, `CallListItem` | Phone number that the call came from, shown without a country code. |
//! | to_number | `/callee_phone` | `CallDetail`, `CallListItem` | Phone number that was called, shown without a country code. |
//! | agent_id | `/agent_id` | `CallDetail`, `CallListItem` | Identifier of the agent that held the call. |
//! | cost | `/cost` | `CallDetail`, `CallListItem` | Price of the call as text, amount and currency with a space between, for example `15.67 INR`. |
//! | input | `/input_parameters` | `CallDetail` | Values that the call was started with, by name. Their types are not documented. |
//! | output | `/output_parameters` | `CallDetail` | Values that were gathered during the call, by name. Their types are not documented. |
//! | recording: url | `/recording/url` | `CallDetail` | Link to the audio file. |
//! | recording: expires_at | `/recording/expires_at` | `CallDetail` | When the link stops working (ISO 8601). |

#![allow(clippy::all, clippy::unwrap_used)]
#[allow(unused_imports)]
use std::borrow::Cow;
#[allow(unused_imports)]
use crate::{
    read, AsCall, AsRecording, AsTurn, Call, Channel, Cost, Direction, Party, Recording,
    Role, Status, Turn,
};
use callslip_twenty2::types;
impl AsCall for types::CallDetail {
    fn as_call(&self) -> Call<'_> {
        let mut call = Call::new(
            "twenty2",
            read::text(Some(self).map(|value| &value.call).map(|value| &value.call_id))
                .unwrap_or_default(),
        );
        let told = read::text(
            Some(self).map(|value| &value.call).and_then(|value| value.status.as_ref()),
        );
        call.status = told
            .as_deref()
            .and_then(|told| match told {
                "completed" => Some(Status::Completed),
                "failed" => Some(Status::Failed),
                "initiated" => Some(Status::Queued),
                _ => Some(Status::Unknown),
            });
        call.status_raw = told;
        call.is_final = read::text(
                Some(self)
                    .map(|value| &value.call)
                    .and_then(|value| value.status.as_ref()),
            )
            .and_then(|told| match &*told {
                "completed" => Some(true),
                "failed" => Some(true),
                _ => Some(false),
            });
        let told = read::text(
            Some(self)
                .map(|value| &value.call)
                .and_then(|value| value.direction.as_ref()),
        );
        call.direction = told
            .as_deref()
            .and_then(|told| match told {
                "outbound" => Some(Direction::Outbound),
                _ => None,
            });
        call.channel = Some(Channel::Phone);
        call.started_at = Some(self)
            .map(|value| &value.call)
            .and_then(|value| value.started_at.as_ref())
            .copied();
        call.ended_at = Some(self)
            .map(|value| &value.call)
            .and_then(|value| value.ended_at.as_ref())
            .copied();
        call.duration_ms = read::milliseconds(
            Some(self)
                .map(|value| &value.call)
                .and_then(|value| value.duration_seconds.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.billed_ms = read::milliseconds(
            Some(self)
                .map(|value| &value.call)
                .and_then(|value| value.billed_duration_seconds.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.from_number = read::text(
            Some(self)
                .map(|value| &value.call)
                .and_then(|value| value.caller_phone.as_ref())
                .map(|value| &**value),
        );
        call.to_number = read::text(
            Some(self)
                .map(|value| &value.call)
                .and_then(|value| value.callee_phone.as_ref())
                .map(|value| &**value),
        );
        call.agent_id = read::text(
            Some(self).map(|value| &value.call).and_then(|value| value.agent_id.as_ref()),
        );
        call.cost = read::text(
                Some(self).map(|value| &value.call).and_then(|value| value.cost.as_ref()),
            )
            .map(|amount| Cost::of(amount, None));
        call.input = read::json(
            Some(self).map(|value| &value.input_parameters).map(|value| &**value),
        );
        call.output = read::json(
            Some(self).map(|value| &value.output_parameters).map(|value| &**value),
        );
        {
            let mut recording = Recording::default();
            recording.url = read::text(
                    Some(self)
                        .and_then(|value| value.recording.as_ref())
                        .and_then(|value| value.url.as_ref())
                        .map(|value| &**value),
                )
                .map(Cow::into_owned);
            recording.expires_at = Some(self)
                .and_then(|value| value.recording.as_ref())
                .and_then(|value| value.expires_at.as_ref())
                .copied();
            read::recording(&mut call.recordings, recording);
        }
        call
    }
}

impl<'a> From<&'a types::CallDetail> for Call<'a> {
    fn from(value: &'a types::CallDetail) -> Self {
        value.as_call()
    }
}

impl AsCall for types::CallListItem {
    fn as_call(&self) -> Call<'_> {
        let mut call = Call::new(
            "twenty2",
            read::text(Some(self).map(|value| &value.call_id)).unwrap_or_default(),
        );
        let told = read::text(Some(self).and_then(|value| value.status.as_ref()));
        call.status = told
            .as_deref()
            .and_then(|told| match told {
                "completed" => Some(Status::Completed),
                "failed" => Some(Status::Failed),
                "initiated" => Some(Status::Queued),
                _ => Some(Status::Unknown),
            });
        call.status_raw = told;
        call.is_final = read::text(Some(self).and_then(|value| value.status.as_ref()))
            .and_then(|told| match &*told {
                "completed" => Some(true),
                "failed" => Some(true),
                _ => Some(false),
            });
        let told = read::text(Some(self).and_then(|value| value.direction.as_ref()));
        call.direction = told
            .as_deref()
            .and_then(|told| match told {
                "outbound" => Some(Direction::Outbound),
                _ => None,
            });
        call.channel = Some(Channel::Phone);
        call.started_at = Some(self)
            .and_then(|value| value.started_at.as_ref())
            .copied();
        call.ended_at = Some(self).and_then(|value| value.ended_at.as_ref()).copied();
        call.duration_ms = read::milliseconds(
            Some(self)
                .and_then(|value| value.duration_seconds.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.from_number = read::text(
            Some(self)
                .and_then(|value| value.caller_phone.as_ref())
                .map(|value| &**value),
        );
        call.to_number = read::text(
            Some(self)
                .and_then(|value| value.callee_phone.as_ref())
                .map(|value| &**value),
        );
        call.agent_id = read::text(Some(self).and_then(|value| value.agent_id.as_ref()));
        call.cost = read::text(Some(self).and_then(|value| value.cost.as_ref()))
            .map(|amount| Cost::of(amount, None));
        call
    }
}

impl<'a> From<&'a types::CallListItem> for Call<'a> {
    fn from(value: &'a types::CallListItem) -> Self {
        value.as_call()
    }
}
