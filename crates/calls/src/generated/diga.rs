// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! How the record is made of the types of Diga. What is not here, Diga does not tell.
//!
//! | column | made of | stands in | what the document says |
//! |---|---|---|---|
//! | call_id | `/id` | `Call` | Identifier of the call. |
//! | status | `/status`; `completed`, `dialing`, `failed`, `in_progress`, `in_queue` → `queued`, `no_answer`, `transferred` | `Call` | State of the call. How a finished call went may only show in `end_reason`. |
//! | end_reason | `/end_reason` | `Call` | Why the call ended. Free text; its possible values are not documented. |
//! | is_final | true if there is `/end_time`; `/status`; `dialing` → `false`, `in_progress` → `false`, `in_queue` → `false`, else `true` | `Call` | State of the call. How a finished call went may only show in `end_reason`. The other values of the document are of calls that are over, and the end is empty while a call is running. |
//! | direction | `/type`; `inbound`, `outbound` | `Call` | Direction of the call. |
//! | channel | `/contact/contact_type`; `call` → `phone`, `web` | `Call` | Channel by which the contact is reached. |
//! | created_at | `/created_date` | `Call` | When the call was created (ISO 8601). |
//! | started_at | `/start_time` | `Call` | When the call started (ISO 8601). |
//! | ended_at | `/end_time` | `Call` | When the call ended (ISO 8601); empty while it is running. |
//! | duration_ms | `/duration`; in seconds | `Call` | Length of the call in seconds; null while it is running. |
//! | contact_number | `/contact/identifier`; if `/contact/contact_type` is `call` | `Call` | Phone number of the contact, or an identifier of its browser, depending on the channel. Of a contact that is reached by browser it is no number. |
//! | contact_id | `/contact/id` | `Call` | Identifier of the contact. |
//! | agent_id | `/agent_id` | `Call` | Identifier of the agent on this call. Can be null. |
//! | agent_version_id | `/agent_version_id` | `Call` | Version of the agent on this call, by identifier. Source: provider's OpenAPI file of 22 July 2026, required there; not in the source document. |
//! | own_number_id | `/phone_register_id`, or `/phone_id` | `Call` | Identifier of the own phone number that was used, under the name that replaced `phone_id`. Source: provider's OpenAPI file since March 2026, required there; not in the source document. |
//! | input | `/dynamic_variables` | `Call` | Values that the agent's prompt was filled with for this call. Source: provider's OpenAPI file of 22 July 2026; not in the source document. |
//! | recording: url | `/recording_url` | `Call`, `Recording` | Link to the recording. |
//! | turn: role | `/role`; `assistant` → `agent`, `tool`, `user` → `contact` | `Message` | Who spoke, or that a tool was used. Source: provider's OpenAPI file of 22 July 2026; not in the source document. |
//! | turn: text | `/content` | `Message` | What was said. Source: provider's OpenAPI file of 22 July 2026; not in the source document. |
//! | turn: at | `/created_date` | `Message` | When the message was created (ISO 8601). Source: provider's OpenAPI file of 22 July 2026; not in the source document. |
//! | turn: message_id | `/id` | `Message` | Identifier of the message. Source: provider's OpenAPI file of 22 July 2026; not in the source document. |
//! | turn: tool_name | `/tool_call/function_name`, or `/tool_call/tool_name` | `Message` | The tool that was used. Source: provider's OpenAPI file of 22 July 2026; not in the source document. |
//! | turn: tool_status | `/tool_call/status` | `Message` | The tool that was used. Source: provider's OpenAPI file of 22 July 2026; not in the source document. |

#![allow(clippy::all, clippy::unwrap_used)]
#[allow(unused_imports)]
use std::borrow::Cow;
#[allow(unused_imports)]
use crate::{
    read, AsCall, AsRecording, AsTurn, Call, Channel, Cost, Direction, Party, Recording,
    Role, Status, Turn,
};
use callslip_diga::types;
impl AsCall for types::Call {
    fn as_call(&self) -> Call<'_> {
        let mut call = Call::new(
            "diga",
            read::spelled(Some(self).map(|value| &value.id)).unwrap_or_default(),
        );
        let told = read::text(Some(self).map(|value| &value.status));
        call.status = told
            .as_deref()
            .and_then(|told| match told {
                "completed" => Some(Status::Completed),
                "dialing" => Some(Status::Dialing),
                "failed" => Some(Status::Failed),
                "in_progress" => Some(Status::InProgress),
                "in_queue" => Some(Status::Queued),
                "no_answer" => Some(Status::NoAnswer),
                "transferred" => Some(Status::Transferred),
                _ => Some(Status::Unknown),
            });
        call.status_raw = told;
        call.end_reason = read::text(
            Some(self).and_then(|value| value.end_reason.as_ref()),
        );
        call.is_final = Some(self)
            .and_then(|value| value.end_time.as_ref())
            .map(|_| true)
            .or_else(|| {
                read::text(Some(self).map(|value| &value.status))
                    .and_then(|told| match &*told {
                        "dialing" => Some(false),
                        "in_progress" => Some(false),
                        "in_queue" => Some(false),
                        _ => Some(true),
                    })
            });
        let told = read::text(Some(self).map(|value| &value.direction));
        call.direction = told
            .as_deref()
            .and_then(|told| match told {
                "inbound" => Some(Direction::Inbound),
                "outbound" => Some(Direction::Outbound),
                _ => None,
            });
        let told = read::text(
            Some(self).map(|value| &value.contact).map(|value| &value.contact_type),
        );
        call.channel = told
            .as_deref()
            .and_then(|told| match told {
                "call" => Some(Channel::Phone),
                "web" => Some(Channel::Web),
                _ => None,
            });
        call.created_at = Some(self)
            .and_then(|value| value.created_date.as_ref())
            .copied();
        call.started_at = Some(self)
            .and_then(|value| value.start_time.as_ref())
            .copied();
        call.ended_at = Some(self).and_then(|value| value.end_time.as_ref()).copied();
        call.duration_ms = read::milliseconds(
            Some(self)
                .and_then(|value| value.duration.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.contact_number = read::text(
                Some(self)
                    .map(|value| &value.contact)
                    .map(|value| &value.identifier)
                    .map(|value| &**value),
            )
            .filter(|_| {
                read::text(
                        Some(self)
                            .map(|value| &value.contact)
                            .map(|value| &value.contact_type),
                    )
                    .as_deref() == Some("call")
            });
        call.contact_id = read::spelled(
            Some(self).map(|value| &value.contact).map(|value| &value.id),
        );
        call.agent_id = read::spelled(
            Some(self).and_then(|value| value.agent_id.as_ref()),
        );
        call.agent_version_id = read::spelled(
            Some(self).and_then(|value| value.agent_version_id.as_ref()),
        );
        call.own_number_id = read::spelled(
                Some(self).and_then(|value| value.phone_register_id.as_ref()),
            )
            .or_else(|| read::spelled(
                Some(self).and_then(|value| value.phone_id.as_ref()),
            ));
        call.input = read::json(
            Some(self)
                .and_then(|value| value.dynamic_variables.as_ref())
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
        call
    }
}

impl<'a> From<&'a types::Call> for Call<'a> {
    fn from(value: &'a types::Call) -> Self {
        value.as_call()
    }
}

impl AsTurn for types::Message {
    fn as_turn(&self) -> Turn<'_> {
        let mut turn = Turn::default();
        let told = read::text(Some(self).map(|value| &value.role));
        turn.role = told
            .as_deref()
            .and_then(|told| match told {
                "assistant" => Some(Role::Agent),
                "tool" => Some(Role::Tool),
                "user" => Some(Role::Contact),
                _ => None,
            });
        turn.speaker_raw = told;
        turn.text = read::text(
            Some(self).and_then(|value| value.content.as_ref()).map(|value| &**value),
        );
        turn.at = Some(self).and_then(|value| value.created_date.as_ref()).copied();
        turn.message_id = read::spelled(Some(self).map(|value| &value.id));
        turn.tool_name = read::below(
                Some(self).and_then(|value| value.tool_call.as_ref()),
                "/function_name",
            )
            .or_else(|| read::below(
                Some(self).and_then(|value| value.tool_call.as_ref()),
                "/tool_name",
            ));
        turn.tool_status = read::below(
            Some(self).and_then(|value| value.tool_call.as_ref()),
            "/status",
        );
        turn
    }
}

impl<'a> From<&'a types::Message> for Turn<'a> {
    fn from(value: &'a types::Message) -> Self {
        value.as_turn()
    }
}

impl AsRecording for types::Recording {
    fn as_recording(&self) -> Recording {
        let mut recording = Recording::default();
        recording.url = read::text(
                Some(self).map(|value| &value.recording_url).map(|value| &**value),
            )
            .map(Cow::into_owned);
        recording
    }
}

impl<'a> From<&'a types::Recording> for Recording {
    fn from(value: &'a types::Recording) -> Self {
        value.as_recording()
    }
}
