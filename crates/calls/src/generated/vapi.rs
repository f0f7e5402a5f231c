// Generated from specs/vapi/openapi.yaml 0.1.0 and its sdk.toml (sha256 2265aecc8ebd46c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen vapi`.

//! How the record is made of the types of Vapi. What is not here, Vapi does not tell.
//!
//! | column | made of | stands in | what the document says |
//! |---|---|---|---|
//! | call_id | `/id` | `Call` | Identifier of the call. |
//! | status | `/status`; `ended` → `completed`, `forwarding` → `in_progress`, `in-progress` → `in_progress`, `queued`, `ringing` → `dialing`, `scheduled` → `queued` | `Call` | State of the call. A call that is `forwarding` is being handed on, so it still goes on. |
//! | end_reason | `/endedReason` | `Call` | Why the call ended. |
//! | is_final | `/status`; `ended` → `true`, `forwarding` → `false`, `in-progress` → `false`, `queued` → `false`, `ringing` → `false`, `scheduled` → `false` | `Call` | State of the call. |
//! | direction | `/type`; `inboundPhoneCall` → `inbound`, `outboundPhoneCall` → `outbound` | `Call` | Kind of the call. |
//! | channel | `/type`; `inboundPhoneCall` → `phone`, `outboundPhoneCall` → `phone`, `webCall` → `web` | `Call` | Kind of the call. |
//! | created_at | `/createdAt` | `Call` | When the call was created. |
//! | started_at | `/startedAt` | `Call` | When the call began. |
//! | ended_at | `/endedAt` | `Call` | When the call ended. |
//! | updated_at | `/updatedAt` | `Call` | When the call was last changed. |
//! | contact_number | `/customer/number` | `Call` | Number of the customer. |
//! | contact_id | `/customerId` | `Call` | Customer, by identifier. Of calls by phone. |
//! | agent_id | `/assistantId` | `Call` | Assistant that speaks, by identifier. |
//! | agent_version_id | `/assistantVersion` | `Call` | Version of the assistant; the latest unless one is named. |
//! | own_number_id | `/phoneNumberId` | `Call` | Own phone number, by identifier. Of calls by phone. |
//! | cost | `/cost`; currency `USD` | `Call` | What the call cost, in USD. |
//! | summary | `/analysis/summary` | `Call` | What the call was about. |
//! | output | `/analysis/structuredData` | `Call` | What was looked for by the user's own settings, by name. Values can be of any type. |
//! | refs.campaign_id | `/campaignId` | `Call` | Campaign that the call belongs to, by identifier. |
//! | refs.organisation_id | `/orgId` | `Call` | Identifier of the organisation. |
//! | refs.squad_id | `/squadId` | `Call` | Squad of assistants that speaks, by identifier. |
//! | refs.workflow_id | `/workflowId` | `Call` | Workflow that the call follows, by identifier. |
//! | recording: url | `/artifact/presignedMonoUrl` | `Call` | Link to the recording. |
//! | recording: expires_at | `/artifact/presignedUrlsExpiresAt` | `Call` | When the presigned links end. |
//! | recording: url | `/artifact/presignedStereoUrl` | `Call` | Link to the recording in stereo. |
//! | turns | `/messages` | `Call` | What was said and which tools were used, in order. A turn: each of the list. |
//! | turn: role | `/role` | `CallMessage` | Who or what it is from, such as a user, a bot, the system or a tool. The publisher lists no values. The publisher lists no values. |
//! | turn: text | `/message` | `CallMessage` | What was said. |
//! | turn: offset_ms | `/secondsFromStart`; in seconds | `CallMessage` | When it began, in seconds from the beginning of the conversation. |
//! | turn: tool_name | `/name` | `CallMessage` | Name of the tool. Of answers of tools. |

#![allow(clippy::all, clippy::unwrap_used)]
#[allow(unused_imports)]
use std::borrow::Cow;
#[allow(unused_imports)]
use crate::{
    read, AsCall, AsRecording, AsTurn, Call, Channel, Cost, Direction, Party, Recording,
    Role, Status, Turn,
};
use callslip_vapi::types;
impl AsCall for types::Call {
    fn as_call(&self) -> Call<'_> {
        let mut call = Call::new(
            "vapi",
            read::text(Some(self).map(|value| &value.id)).unwrap_or_default(),
        );
        let told = read::text(Some(self).and_then(|value| value.status.as_ref()));
        call.status = told
            .as_deref()
            .and_then(|told| match told {
                "ended" => Some(Status::Completed),
                "forwarding" => Some(Status::InProgress),
                "in-progress" => Some(Status::InProgress),
                "queued" => Some(Status::Queued),
                "ringing" => Some(Status::Dialing),
                "scheduled" => Some(Status::Queued),
                _ => Some(Status::Unknown),
            });
        call.status_raw = told;
        call.end_reason = read::text(
            Some(self).and_then(|value| value.ended_reason.as_ref()),
        );
        call.is_final = read::text(Some(self).and_then(|value| value.status.as_ref()))
            .and_then(|told| match &*told {
                "ended" => Some(true),
                "forwarding" => Some(false),
                "in-progress" => Some(false),
                "queued" => Some(false),
                "ringing" => Some(false),
                "scheduled" => Some(false),
                _ => None,
            });
        let told = read::text(Some(self).and_then(|value| value.kind.as_ref()));
        call.direction = told
            .as_deref()
            .and_then(|told| match told {
                "inboundPhoneCall" => Some(Direction::Inbound),
                "outboundPhoneCall" => Some(Direction::Outbound),
                _ => None,
            });
        let told = read::text(Some(self).and_then(|value| value.kind.as_ref()));
        call.channel = told
            .as_deref()
            .and_then(|told| match told {
                "inboundPhoneCall" => Some(Channel::Phone),
                "outboundPhoneCall" => Some(Channel::Phone),
                "webCall" => Some(Channel::Web),
                _ => None,
            });
        call.created_at = Some(self)
            .and_then(|value| value.created_at.as_ref())
            .copied();
        call.started_at = Some(self)
            .and_then(|value| value.started_at.as_ref())
            .copied();
        call.ended_at = Some(self).and_then(|value| value.ended_at.as_ref()).copied();
        call.updated_at = Some(self)
            .and_then(|value| value.updated_at.as_ref())
            .copied();
        call.contact_number = read::text(
            Some(self)
                .and_then(|value| value.customer.as_ref())
                .and_then(|value| value.number.as_ref())
                .map(|value| &**value),
        );
        call.contact_id = read::text(
            Some(self).and_then(|value| value.customer_id.as_ref()),
        );
        call.agent_id = read::text(
            Some(self).and_then(|value| value.assistant_id.as_ref()),
        );
        call.agent_version_id = read::text(
            Some(self).and_then(|value| value.assistant_version.as_ref()),
        );
        call.own_number_id = read::text(
            Some(self).and_then(|value| value.phone_number_id.as_ref()),
        );
        call.cost = read::spelled(Some(self).and_then(|value| value.cost.as_ref()))
            .map(|amount| Cost::of(amount, Some("USD".to_owned())));
        call.summary = read::text(
            Some(self)
                .and_then(|value| value.analysis.as_ref())
                .and_then(|value| value.summary.as_ref())
                .map(|value| &**value),
        );
        call.output = read::json(
            Some(self)
                .and_then(|value| value.analysis.as_ref())
                .and_then(|value| value.structured_data.as_ref())
                .map(|value| &**value),
        );
        read::put(
            &mut call.refs,
            "campaign_id",
            read::text(Some(self).and_then(|value| value.campaign_id.as_ref())),
        );
        read::put(
            &mut call.refs,
            "organisation_id",
            read::text(Some(self).map(|value| &value.org_id)),
        );
        read::put(
            &mut call.refs,
            "squad_id",
            read::text(Some(self).and_then(|value| value.squad_id.as_ref())),
        );
        read::put(
            &mut call.refs,
            "workflow_id",
            read::text(Some(self).and_then(|value| value.workflow_id.as_ref())),
        );
        {
            let mut recording = Recording::default();
            recording.url = read::text(
                    Some(self)
                        .and_then(|value| value.artifact.as_ref())
                        .and_then(|value| value.presigned_mono_url.as_ref())
                        .map(|value| &**value),
                )
                .map(Cow::into_owned);
            recording.expires_at = Some(self)
                .and_then(|value| value.artifact.as_ref())
                .and_then(|value| value.presigned_urls_expires_at.as_ref())
                .copied();
            read::recording(&mut call.recordings, recording);
        }
        {
            let mut recording = Recording::default();
            recording.url = read::text(
                    Some(self)
                        .and_then(|value| value.artifact.as_ref())
                        .and_then(|value| value.presigned_stereo_url.as_ref())
                        .map(|value| &**value),
                )
                .map(Cow::into_owned);
            recording.expires_at = Some(self)
                .and_then(|value| value.artifact.as_ref())
                .and_then(|value| value.presigned_urls_expires_at.as_ref())
                .copied();
            read::recording(&mut call.recordings, recording);
        }
        call.turns = read::turns(
            Some(self).map(|value| &value.messages).into_iter().flatten(),
        );
        call
    }
}

impl<'a> From<&'a types::Call> for Call<'a> {
    fn from(value: &'a types::Call) -> Self {
        value.as_call()
    }
}

impl AsTurn for types::CallMessage {
    fn as_turn(&self) -> Turn<'_> {
        let mut turn = Turn::default();
        let told = read::text(Some(self).map(|value| &value.role));
        turn.role = told.as_deref().and_then(|_| None);
        turn.speaker_raw = told;
        turn.text = read::text(
            Some(self).and_then(|value| value.message.as_ref()).map(|value| &**value),
        );
        turn.offset_ms = read::milliseconds(
            Some(self)
                .and_then(|value| value.seconds_from_start.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        turn.tool_name = read::text(Some(self).and_then(|value| value.name.as_ref()));
        turn
    }
}

impl<'a> From<&'a types::CallMessage> for Turn<'a> {
    fn from(value: &'a types::CallMessage) -> Self {
        value.as_turn()
    }
}
