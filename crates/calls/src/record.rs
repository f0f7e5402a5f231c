//! The record that all providers share.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::cost::Cost;
use crate::words::{Channel, Direction, Party, Role, Status};

/// A call, as far as its provider tells of it.
///
/// What is not told is `None`, and is never filled from another field. Its `Debug` shows no personal data.
#[derive(Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Call {
    /// The provider's name, as its crate has it.
    pub provider: &'static str,
    /// The call's id, as the provider spells it.
    pub call_id: String,
    /// Where the call stands, in common words; `None` where the provider tells no status.
    pub status: Option<Status>,
    /// The status as told.
    pub status_raw: Option<String>,
    /// Why it ended, as told.
    pub end_reason: Option<String>,
    /// Who ended it.
    pub ended_by: Option<Party>,
    /// Whether it is over, by the provider's rule.
    pub is_final: Option<bool>,
    /// Who called whom.
    pub direction: Option<Direction>,
    /// What it was held over.
    pub channel: Option<Channel>,
    /// Whether it was made to try something out.
    pub is_test: Option<bool>,
    /// When its record was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it began.
    pub started_at: Option<DateTime<Utc>>,
    /// When it was taken.
    pub answered_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// When its record was last changed.
    pub updated_at: Option<DateTime<Utc>>,
    /// How long it was, in milliseconds.
    pub duration_ms: Option<i64>,
    /// How long was talked.
    pub talk_ms: Option<i64>,
    /// How long was waited.
    pub wait_ms: Option<i64>,
    /// How long it is paid for.
    pub billed_ms: Option<i64>,
    /// The calling number, as told.
    pub from_number: Option<String>,
    /// The called number, as told.
    pub to_number: Option<String>,
    /// The number of the provider's customer, where it is not told who called.
    pub own_number: Option<String>,
    /// The number of the contact, where it is not told who called.
    pub contact_number: Option<String>,
    /// The contact.
    pub contact_id: Option<String>,
    /// The voice agent.
    pub agent_id: Option<String>,
    /// The version of the voice agent.
    pub agent_version_id: Option<String>,
    /// The user of the provider, such as an operator.
    pub user_id: Option<String>,
    /// The number of the provider's customer, by its id.
    pub own_number_id: Option<String>,
    /// What else it belongs to, by names such as `lead_id`.
    pub refs: BTreeMap<String, String>,
    /// What it costs.
    pub cost: Option<Cost>,
    /// What it was about.
    pub summary: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its keywords.
    pub keywords: Vec<String>,
    /// The provider's scores on its own scales, which cannot be compared with another's.
    pub scores: BTreeMap<String, f64>,
    /// What was handed to the agent, as JSON.
    pub input: Option<String>,
    /// What came out of the call, as JSON.
    pub output: Option<String>,
    /// Whether it has a recording; `None` where that is not told.
    pub has_recording: Option<bool>,
    /// Whether it has a transcript; `None` where that is not told.
    pub has_transcript: Option<bool>,
    /// The recordings that this record names.
    pub recordings: Vec<Recording>,
    /// The turns that this record holds.
    pub turns: Vec<Turn>,
    /// The exact JSON that it was read of; empty where it was made of a typed value alone.
    pub raw: String,
    /// How many places had to be mended to read it.
    pub repairs: u32,
    /// In how many places it differs from the provider's document.
    pub drift: u32,
}

impl Call {
    /// A call of which nothing but its id is told.
    #[must_use]
    pub fn new(provider: &'static str, call_id: impl Into<String>) -> Self {
        Self {
            provider,
            call_id: call_id.into(),
            ..Self::default()
        }
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("provider", &self.provider)
            .field("call_id", &self.call_id)
            .field("status", &self.status)
            .field("is_final", &self.is_final)
            .field("direction", &self.direction)
            .field("created_at", &self.created_at)
            .field("started_at", &self.started_at)
            .field("ended_at", &self.ended_at)
            .field("duration_ms", &self.duration_ms)
            .field("cost", &self.cost)
            .field("recordings", &self.recordings)
            .field("turns", &self.turns.len())
            .field("repairs", &self.repairs)
            .field("drift", &self.drift)
            .finish_non_exhaustive()
    }
}

/// One turn of a conversation. Its `Debug` shows nothing that was said.
#[derive(Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Turn {
    /// Its place in the conversation, from 0.
    pub seq: i32,
    /// Who speaks.
    pub role: Option<Role>,
    /// Who speaks, as told.
    pub speaker_raw: Option<String>,
    /// What is said.
    pub text: Option<String>,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// How long after the call's beginning it starts.
    pub offset_ms: Option<i64>,
    /// How long after the call's beginning it ends.
    pub end_offset_ms: Option<i64>,
    /// The message's id.
    pub message_id: Option<String>,
    /// The tool that was used.
    pub tool_name: Option<String>,
    /// How that went, as told.
    pub tool_status: Option<String>,
    /// The exact JSON that it was read of, where it is told apart from the call; else the call's `raw` has it.
    pub raw: Option<String>,
}

impl Turn {
    /// A turn of which only its place is known.
    #[must_use]
    pub fn new(seq: i32) -> Self {
        Self {
            seq,
            ..Self::default()
        }
    }
}

impl fmt::Debug for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Turn")
            .field("seq", &self.seq)
            .field("role", &self.role)
            .field("at", &self.at)
            .field("offset_ms", &self.offset_ms)
            .field("message_id", &self.message_id)
            .finish_non_exhaustive()
    }
}

/// A recording that a record names. Its `Debug` shows no link, since a link often opens without a credential.
#[derive(Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Recording {
    /// Its place among the call's recordings, from 0.
    pub ordinal: i32,
    /// Its id, where it has one of its own.
    pub recording_id: Option<String>,
    /// Where it is.
    pub url: Option<String>,
    /// Until when the link is good.
    pub expires_at: Option<DateTime<Utc>>,
    /// What kind of file it is.
    pub media_type: Option<String>,
    /// How long it is.
    pub duration_ms: Option<i64>,
    /// Whether it is of the part after a transfer.
    pub is_transfer: Option<bool>,
}

impl Recording {
    /// A recording of which only its place is known.
    #[must_use]
    pub fn new(ordinal: i32) -> Self {
        Self {
            ordinal,
            ..Self::default()
        }
    }
}

impl fmt::Debug for Recording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recording")
            .field("ordinal", &self.ordinal)
            .field("recording_id", &self.recording_id)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}
