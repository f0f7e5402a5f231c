// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 7bc1ba234158c959) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! How the record is made of the types of Liner. What is not here, Liner does not tell.
//!
//! | column | made of | stands in | what the document says |
//! |---|---|---|---|
//! | call_id | `/id` | `Call`, `CallResponse` | Identifier of the call. |
//! | status | `/statusCode` | `Call`, `CallResponse` | Code of the status that the call ended in, the `code` of an entry of `list_call_statuses`. Customers make statuses of their own, so there is no set of values. Source: sample of the provider's page on the details of a call, type read off it. Customers make statuses of their own, so no common word stands for one. |
//! | ended_by | `/finishInitiator`; `client` → `contact`, `operator` → `agent`, `system` | `Call`, `CallResponse` | Who ended the call. |
//! | is_final | true if there is `/finishInitiator` | `Call`, `CallResponse` | Who ended the call. What tells who ended the call is of a call that has ended. |
//! | direction | `/direction`; `incoming` → `inbound`, `outgoing` → `outbound` | `Call`, `CallResponse` | Direction of the call. |
//! | channel | always `phone` | `Call`, `CallResponse` | Calls go through a virtual number (SIP endpoint) to the client's phone number. |
//! | created_at | `/createdAt` | `Call`, `CallResponse` | When the call was created in Liner (ISO 8601). Source: sample of the provider's page on the details of a call, type read off it. |
//! | duration_ms | `/totalDurationSeconds`; in seconds | `Call`, `CallResponse` | Length of the call in seconds; in the sample it is waiting and talking together. Source: sample of the provider's page on the details of a call, type read off it. |
//! | talk_ms | `/talkTimeDurationSeconds`; in seconds | `Call`, `CallResponse` | How long the two parties talked, in seconds. Source: sample of the provider's page on the details of a call, type read off it. |
//! | wait_ms | `/waitTimeDurationSeconds`; in seconds | `Call`, `CallResponse` | How long the call waited, in seconds. Source: sample of the provider's page on the details of a call, type read off it. |
//! | contact_number | `/clientPhone` | `Call`, `CallResponse` | Phone number of the client, in the sample with a leading plus sign and the country code. Source: sample of the provider's page on the details of a call, type read off it. |
//! | user_id | `/userId` | `Call`, `CallResponse` | Identifier of the user (agent) who handled the call. |
//! | own_number_id | `/sipEndpointId` | `Call`, `CallResponse` | Identifier of the virtual number (SIP endpoint) that the call went through. |
//! | has_recording | `/hasRecords` | `Call`, `CallResponse` | Whether the call has recordings. Source: sample of the provider's page on the details of a call, type read off it. |
//! | refs.lead_id | `/leadId` | `Call`, `CallResponse` | Identifier of the lead of the call. |
//! | refs.order_id | `/orderId` | `Call`, `CallResponse` | Identifier of the order that the call belongs to. Source: sample of the provider's page on the details of a call, type read off it. |
//! | recording: recording_id | `/id` | `CallRecordListItem`, `CallRecordResponse` | Identifier of the call recording. |
//! | recording: url | `/fileUrl` | `CallRecordListItem`, `CallRecordResponse` | Link to the audio file. |
//! | recording: duration_ms | `/durationSeconds`; in seconds | `CallRecordListItem`, `CallRecordResponse` | Length of the recording in seconds. |
//! | recording: is_transfer | `/isTransfer` | `CallRecordListItem`, `CallRecordResponse` | Whether the recording belongs to a transfer of the call. |

#![allow(clippy::all, clippy::unwrap_used)]
#[allow(unused_imports)]
use std::borrow::Cow;
#[allow(unused_imports)]
use crate::{
    read, AsCall, AsRecording, AsTurn, Call, Channel, Cost, Direction, Party, Recording,
    Role, Status, Turn,
};
use callslip_liner::types;
impl AsCall for types::Call {
    fn as_call(&self) -> Call<'_> {
        let mut call = Call::new(
            "liner",
            read::spelled(Some(self).map(|value| &value.id)).unwrap_or_default(),
        );
        let told = read::text(Some(self).and_then(|value| value.status_code.as_ref()));
        call.status = told.as_deref().and_then(|_| Some(Status::Unknown));
        call.status_raw = told;
        let told = read::text(
            Some(self).and_then(|value| value.finish_initiator.as_ref()),
        );
        call.ended_by = told
            .as_deref()
            .and_then(|told| match told {
                "client" => Some(Party::Contact),
                "operator" => Some(Party::Agent),
                "system" => Some(Party::System),
                _ => None,
            });
        call.is_final = Some(self)
            .and_then(|value| value.finish_initiator.as_ref())
            .map(|_| true);
        let told = read::text(Some(self).and_then(|value| value.direction.as_ref()));
        call.direction = told
            .as_deref()
            .and_then(|told| match told {
                "incoming" => Some(Direction::Inbound),
                "outgoing" => Some(Direction::Outbound),
                _ => None,
            });
        call.channel = Some(Channel::Phone);
        call.created_at = Some(self)
            .and_then(|value| value.created_at.as_ref())
            .copied();
        call.duration_ms = read::milliseconds(
            Some(self)
                .and_then(|value| value.total_duration_seconds.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.talk_ms = read::milliseconds(
            Some(self)
                .and_then(|value| value.talk_time_duration_seconds.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.wait_ms = read::milliseconds(
            Some(self)
                .and_then(|value| value.wait_time_duration_seconds.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.contact_number = read::text(
            Some(self)
                .and_then(|value| value.client_phone.as_ref())
                .map(|value| &**value),
        );
        call.user_id = read::spelled(
            Some(self).and_then(|value| value.user_id.as_ref()),
        );
        call.own_number_id = read::spelled(
            Some(self).and_then(|value| value.sip_endpoint_id.as_ref()),
        );
        call.has_recording = Some(self)
            .and_then(|value| value.has_records.as_ref())
            .copied();
        read::put(
            &mut call.refs,
            "lead_id",
            read::spelled(Some(self).and_then(|value| value.lead_id.as_ref())),
        );
        read::put(
            &mut call.refs,
            "order_id",
            read::spelled(Some(self).and_then(|value| value.order_id.as_ref())),
        );
        call
    }
}

impl<'a> From<&'a types::Call> for Call<'a> {
    fn from(value: &'a types::Call) -> Self {
        value.as_call()
    }
}

impl AsCall for types::CallResponse {
    fn as_call(&self) -> Call<'_> {
        let mut call = Call::new(
            "liner",
            read::spelled(Some(self).map(|value| &value.data).map(|value| &value.id))
                .unwrap_or_default(),
        );
        let told = read::text(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.status_code.as_ref()),
        );
        call.status = told.as_deref().and_then(|_| Some(Status::Unknown));
        call.status_raw = told;
        let told = read::text(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.finish_initiator.as_ref()),
        );
        call.ended_by = told
            .as_deref()
            .and_then(|told| match told {
                "client" => Some(Party::Contact),
                "operator" => Some(Party::Agent),
                "system" => Some(Party::System),
                _ => None,
            });
        call.is_final = Some(self)
            .map(|value| &value.data)
            .and_then(|value| value.finish_initiator.as_ref())
            .map(|_| true);
        let told = read::text(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.direction.as_ref()),
        );
        call.direction = told
            .as_deref()
            .and_then(|told| match told {
                "incoming" => Some(Direction::Inbound),
                "outgoing" => Some(Direction::Outbound),
                _ => None,
            });
        call.channel = Some(Channel::Phone);
        call.created_at = Some(self)
            .map(|value| &value.data)
            .and_then(|value| value.created_at.as_ref())
            .copied();
        call.duration_ms = read::milliseconds(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.total_duration_seconds.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.talk_ms = read::milliseconds(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.talk_time_duration_seconds.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.wait_ms = read::milliseconds(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.wait_time_duration_seconds.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        call.contact_number = read::text(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.client_phone.as_ref())
                .map(|value| &**value),
        );
        call.user_id = read::spelled(
            Some(self).map(|value| &value.data).and_then(|value| value.user_id.as_ref()),
        );
        call.own_number_id = read::spelled(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.sip_endpoint_id.as_ref()),
        );
        call.has_recording = Some(self)
            .map(|value| &value.data)
            .and_then(|value| value.has_records.as_ref())
            .copied();
        read::put(
            &mut call.refs,
            "lead_id",
            read::spelled(
                Some(self)
                    .map(|value| &value.data)
                    .and_then(|value| value.lead_id.as_ref()),
            ),
        );
        read::put(
            &mut call.refs,
            "order_id",
            read::spelled(
                Some(self)
                    .map(|value| &value.data)
                    .and_then(|value| value.order_id.as_ref()),
            ),
        );
        call
    }
}

impl<'a> From<&'a types::CallResponse> for Call<'a> {
    fn from(value: &'a types::CallResponse) -> Self {
        value.as_call()
    }
}

impl AsRecording for types::CallRecordListItem {
    fn as_recording(&self) -> Recording {
        let mut recording = Recording::default();
        recording.recording_id = read::spelled(Some(self).map(|value| &value.id))
            .map(Cow::into_owned);
        recording.url = read::text(
                Some(self)
                    .and_then(|value| value.file_url.as_ref())
                    .map(|value| &**value),
            )
            .map(Cow::into_owned);
        recording.duration_ms = read::milliseconds(
            Some(self)
                .and_then(|value| value.duration_seconds.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        recording.is_transfer = Some(self)
            .and_then(|value| value.is_transfer.as_ref())
            .copied();
        recording
    }
}

impl<'a> From<&'a types::CallRecordListItem> for Recording {
    fn from(value: &'a types::CallRecordListItem) -> Self {
        value.as_recording()
    }
}

impl AsRecording for types::CallRecordResponse {
    fn as_recording(&self) -> Recording {
        let mut recording = Recording::default();
        recording.recording_id = read::spelled(
                Some(self).map(|value| &value.data).map(|value| &value.id),
            )
            .map(Cow::into_owned);
        recording.url = read::text(
                Some(self)
                    .map(|value| &value.data)
                    .and_then(|value| value.file_url.as_ref())
                    .map(|value| &**value),
            )
            .map(Cow::into_owned);
        recording.duration_ms = read::milliseconds(
            Some(self)
                .map(|value| &value.data)
                .and_then(|value| value.duration_seconds.as_ref())
                .map(|value| *value as f64),
            1000.0,
        );
        recording.is_transfer = Some(self)
            .map(|value| &value.data)
            .and_then(|value| value.is_transfer.as_ref())
            .copied();
        recording
    }
}

impl<'a> From<&'a types::CallRecordResponse> for Recording {
    fn from(value: &'a types::CallRecordResponse) -> Self {
        value.as_recording()
    }
}
