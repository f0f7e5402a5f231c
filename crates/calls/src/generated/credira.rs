// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 a272e0ed3b53e5bf) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! How the record is made of the types of Credira. What is not here, Credira does not tell.
//!
//! | column | made of | stands in | what the document says |
//! |---|---|---|---|
//! | call_id | `/id` | `CallListItem`, `CallResponse` | Identifier of the call. |
//! | status | `/status`; `completed`, `initiated` → `queued` | `CallListItem`, `CallResponse` | State of the call. A call that is `initiated` was created, and nothing says that it began. |
//! | is_final | `/status`; `completed` → `true`, else `false` | `CallListItem`, `CallResponse` | State of the call. No complete set of values is published; this one is of calls that are over. |
//! | channel | always `phone` | `CallListItem`, `CallResponse` | A call is between two phone numbers. |
//! | created_at | `/created_time` | `CallListItem`, `CallResponse` | When the call was created (ISO 8601). |
//! | duration_ms | `/duration`; in seconds | `CallListItem`, `CallResponse` | Length of the call. The unit is not documented; in the sample it equals the seconds between start and end. |
//! | from_number | `/from` | `CallListItem`, `CallResponse` | Phone number that the call came from, with a leading plus sign. |
//! | to_number | `/to` | `CallListItem`, `CallResponse` | Phone number that was called, with a leading plus sign. |
//! | agent_id | `/voice_agent_id` | `CallListItem`, `CallResponse` | Identifier of the voice agent that held the call. |
//! | refs.account_id | `/account_id` | `CallListItem`, `CallResponse` | Identifier of the account that the call belongs to. |
//! | refs.invoice_id | `/invoice_id` | `CallListItem`, `CallResponse` | Identifier of the invoice that the call was about. |
//! | scores.confidence | `/confidence_score` | `CallListItem`, `CallResponse` | A confidence; what it measures and its range are not documented. |
//! | recording: url | `/call_recording_url` | `CallListItem`, `CallResponse` | Link to the recording, an audio file. |
//! | direction | `/call_type`; `outbound` | `CallResponse` | Direction of the call. |
//! | started_at | `/start_time` | `CallResponse` | When the call started (ISO 8601). |
//! | ended_at | `/end_time` | `CallResponse` | When the call ended (ISO 8601). |
//! | updated_at | `/updated_time` | `CallResponse` | When the call was last changed (ISO 8601). |
//! | cost | `/cost`; currency `/currency` | `CallResponse` | Price of the call, in `currency`. |
//! | summary | `/summary` | `CallResponse` | Summary of the call in prose. |
//! | tags | `/tags` | `CallResponse` | Labels of the call. |
//! | keywords | `/keywords` | `CallResponse` | Words that stand for what the call was about. |
//! | input | `/metadata` | `CallResponse` | Whatever else was stored with the call, by name. Values can be of any type. |
//! | scores.quality | `/quality_score` | `CallResponse` | A rating of the call's quality; its range is not documented. |
//! | scores.sentiment | `/sentiment_score` | `CallResponse` | A rating of the mood of the call; its range is not documented. |

#![allow(clippy::all, clippy::unwrap_used)]
#[allow(unused_imports)]
use std::borrow::Cow;
#[allow(unused_imports)]
use crate::{
    read, AsCall, AsRecording, AsTurn, Call, Channel, Cost, Direction, Party, Recording,
    Role, Status, Turn,
};
use callslip_credira::types;
impl AsCall for types::CallListItem {
    fn as_call(&self) -> Call<'_> {
        let mut call = Call::new(
            "credira",
            read::text(Some(self).map(|value| &value.id)).unwrap_or_default(),
        );
        let told = read::text(Some(self).and_then(|value| value.status.as_ref()));
        call.status = told
            .as_deref()
            .and_then(|told| match told {
                "completed" => Some(Status::Completed),
                "initiated" => Some(Status::Queued),
                _ => Some(Status::Unknown),
            });
        call.status_raw = told;
        call.is_final = read::text(Some(self).and_then(|value| value.status.as_ref()))
            .and_then(|told| match &*told {
                "completed" => Some(true),
                _ => Some(false),
            });
        call.channel = Some(Channel::Phone);
        call.created_at = Some(self)
            .and_then(|value| value.created_time.as_ref())
            .copied();
        call.duration_ms = read::milliseconds(
            Some(self)
                .and_then(|value| value.duration.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.from_number = read::text(
            Some(self).and_then(|value| value.from.as_ref()).map(|value| &**value),
        );
        call.to_number = read::text(
            Some(self).and_then(|value| value.to.as_ref()).map(|value| &**value),
        );
        call.agent_id = read::text(
            Some(self).and_then(|value| value.voice_agent_id.as_ref()),
        );
        read::put(
            &mut call.refs,
            "account_id",
            read::text(Some(self).and_then(|value| value.account_id.as_ref())),
        );
        read::put(
            &mut call.refs,
            "invoice_id",
            read::text(Some(self).and_then(|value| value.invoice_id.as_ref())),
        );
        read::put(
            &mut call.scores,
            "confidence",
            Some(self)
                .and_then(|value| value.confidence_score.as_ref())
                .map(|value| *value as f64),
        );
        {
            let mut recording = Recording::default();
            recording.url = read::text(
                    Some(self)
                        .and_then(|value| value.call_recording_url.as_ref())
                        .map(|value| &**value),
                )
                .map(Cow::into_owned);
            read::recording(&mut call.recordings, recording);
        }
        call
    }
}

impl<'a> From<&'a types::CallListItem> for Call<'a> {
    fn from(value: &'a types::CallListItem) -> Self {
        value.as_call()
    }
}

impl AsCall for types::CallResponse {
    fn as_call(&self) -> Call<'_> {
        let mut call = Call::new(
            "credira",
            read::text(Some(self).map(|value| &value.data).map(|value| &value.id))
                .unwrap_or_default(),
        );
        let told = read::text(
            Some(self).map(|value| &value.data).and_then(|value| value.status.as_ref()),
        );
        call.status = told
            .as_deref()
            .and_then(|told| match told {
                "completed" => Some(Status::Completed),
                "initiated" => Some(Status::Queued),
                _ => Some(Status::Unknown),
            });
        call.status_raw = told;
        call.is_final = read::text(
                Some(self)
                    .map(|value| &value.data)
                    .and_then(|value| value.status.as_ref()),
            )
            .and_then(|told| match &*told {
                "completed" => Some(true),
                _ => Some(false),
            });
        let told = read::text(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.call_type.as_ref()),
        );
        call.direction = told
            .as_deref()
            .and_then(|told| match told {
                "outbound" => Some(Direction::Outbound),
                _ => None,
            });
        call.channel = Some(Channel::Phone);
        call.created_at = Some(self)
            .map(|value| &value.data)
            .and_then(|value| value.created_time.as_ref())
            .copied();
        call.started_at = Some(self)
            .map(|value| &value.data)
            .and_then(|value| value.start_time.as_ref())
            .copied();
        call.ended_at = Some(self)
            .map(|value| &value.data)
            .and_then(|value| value.end_time.as_ref())
            .copied();
        call.updated_at = Some(self)
            .map(|value| &value.data)
            .and_then(|value| value.updated_time.as_ref())
            .copied();
        call.duration_ms = read::milliseconds(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.duration.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.from_number = read::text(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.from.as_ref())
                .map(|value| &**value),
        );
        call.to_number = read::text(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.to.as_ref())
                .map(|value| &**value),
        );
        call.agent_id = read::text(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.voice_agent_id.as_ref()),
        );
        call.cost = read::spelled(
                Some(self).map(|value| &value.data).and_then(|value| value.cost.as_ref()),
            )
            .map(|amount| Cost::of(
                amount,
                read::text(
                        Some(self)
                            .map(|value| &value.data)
                            .and_then(|value| value.currency.as_ref()),
                    )
                    .map(Cow::into_owned),
            ));
        call.summary = read::text(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.summary.as_ref())
                .map(|value| &**value),
        );
        call.tags = Some(self)
            .map(|value| &value.data)
            .map(|value| &value.tags)
            .cloned()
            .unwrap_or_default();
        call.keywords = Some(self)
            .map(|value| &value.data)
            .map(|value| &value.keywords)
            .cloned()
            .unwrap_or_default();
        call.input = read::json(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.metadata.as_ref())
                .map(|value| &**value),
        );
        read::put(
            &mut call.refs,
            "account_id",
            read::text(
                Some(self)
                    .map(|value| &value.data)
                    .and_then(|value| value.account_id.as_ref()),
            ),
        );
        read::put(
            &mut call.refs,
            "invoice_id",
            read::text(
                Some(self)
                    .map(|value| &value.data)
                    .and_then(|value| value.invoice_id.as_ref()),
            ),
        );
        read::put(
            &mut call.scores,
            "confidence",
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.confidence_score.as_ref())
                .map(|value| *value as f64),
        );
        read::put(
            &mut call.scores,
            "quality",
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.quality_score.as_ref())
                .map(|value| *value as f64),
        );
        read::put(
            &mut call.scores,
            "sentiment",
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.sentiment_score.as_ref())
                .map(|value| *value as f64),
        );
        {
            let mut recording = Recording::default();
            recording.url = read::text(
                    Some(self)
                        .map(|value| &value.data)
                        .and_then(|value| value.call_recording_url.as_ref())
                        .map(|value| &**value),
                )
                .map(Cow::into_owned);
            read::recording(&mut call.recordings, recording);
        }
        call
    }
}

impl<'a> From<&'a types::CallResponse> for Call<'a> {
    fn from(value: &'a types::CallResponse) -> Self {
        value.as_call()
    }
}
