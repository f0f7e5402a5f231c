//! The record that all providers share.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::cost::Cost;
use crate::words::{Channel, Direction, Party, Role, Status};

/// A call, as far as its provider tells of it.
///
/// What is not told is `None`, and is never filled from another field. Its `Debug` shows no personal data.
///
/// Texts are those of the record that it was made of, and nothing of them is copied: [`Call::into_owned`] makes a call that outlives it.
///
/// ```
/// use callslip_calls::{Call, Status};
///
/// fn seconds(calls: &[Call<'_>]) -> i64 {
///     let over = calls.iter().filter(|call| call.status == Some(Status::Completed));
///     over.filter_map(|call| call.duration_ms).sum::<i64>() / 1000
/// }
///
/// let mut call = Call::new("diga", "3c90c3cc-0d44-4b50-8888-8dd25736052a"); // of a test: others come from `of_record`
/// call.status = Some(Status::Completed);
/// call.duration_ms = Some(94_000);
/// assert_eq!(seconds(&[call]), 94);
/// ```
#[derive(Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Call<'a> {
    /// The provider's name, as its crate has it.
    pub provider: &'static str,
    /// The call's id, as the provider spells it.
    pub call_id: Cow<'a, str>,
    /// Where the call stands, in common words; `None` where the provider tells no status.
    pub status: Option<Status>,
    /// The status as told.
    pub status_raw: Option<Cow<'a, str>>,
    /// Why it ended, as told.
    pub end_reason: Option<Cow<'a, str>>,
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
    pub from_number: Option<Cow<'a, str>>,
    /// The called number, as told.
    pub to_number: Option<Cow<'a, str>>,
    /// The number of the provider's customer, where it is not told who called.
    pub own_number: Option<Cow<'a, str>>,
    /// The number of the contact, where it is not told who called.
    pub contact_number: Option<Cow<'a, str>>,
    /// The contact.
    pub contact_id: Option<Cow<'a, str>>,
    /// The voice agent.
    pub agent_id: Option<Cow<'a, str>>,
    /// The version of the voice agent.
    pub agent_version_id: Option<Cow<'a, str>>,
    /// The user of the provider, such as an operator.
    pub user_id: Option<Cow<'a, str>>,
    /// The number of the provider's customer, by its id.
    pub own_number_id: Option<Cow<'a, str>>,
    /// What else it belongs to, by names such as `lead_id`.
    pub refs: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
    /// What it costs.
    pub cost: Option<Cost>,
    /// What it was about.
    pub summary: Option<Cow<'a, str>>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its keywords.
    pub keywords: Vec<String>,
    /// The provider's scores on its own scales, which cannot be compared with another's.
    pub scores: BTreeMap<Cow<'a, str>, f64>,
    /// What was handed to the agent, as JSON.
    pub input: Option<Cow<'a, str>>,
    /// What came out of the call, as JSON.
    pub output: Option<Cow<'a, str>>,
    /// Whether it has a recording; `None` where that is not told.
    pub has_recording: Option<bool>,
    /// Whether it has a transcript; `None` where that is not told.
    pub has_transcript: Option<bool>,
    /// The recordings that this record names.
    pub recordings: Vec<Recording>,
    /// The turns that this record holds.
    pub turns: Vec<Turn<'a>>,
    /// The exact JSON that it was read of; empty where it was made of a typed value alone.
    pub raw: Cow<'a, str>,
    /// How many places had to be mended to read it.
    pub repairs: u32,
    /// In how many places it differs from the provider's document.
    pub drift: u32,
}

impl<'a> Call<'a> {
    /// A call of which nothing but its id is told.
    #[must_use]
    pub fn new(provider: &'static str, call_id: impl Into<Cow<'a, str>>) -> Self {
        Self {
            provider,
            call_id: call_id.into(),
            ..Self::default()
        }
    }

    /// The same call with texts of its own.
    #[must_use]
    pub fn into_owned(self) -> Call<'static> {
        Call {
            provider: self.provider,
            call_id: owned(self.call_id),
            status: self.status,
            status_raw: self.status_raw.map(owned),
            end_reason: self.end_reason.map(owned),
            ended_by: self.ended_by,
            is_final: self.is_final,
            direction: self.direction,
            channel: self.channel,
            is_test: self.is_test,
            created_at: self.created_at,
            started_at: self.started_at,
            answered_at: self.answered_at,
            ended_at: self.ended_at,
            updated_at: self.updated_at,
            duration_ms: self.duration_ms,
            talk_ms: self.talk_ms,
            wait_ms: self.wait_ms,
            billed_ms: self.billed_ms,
            from_number: self.from_number.map(owned),
            to_number: self.to_number.map(owned),
            own_number: self.own_number.map(owned),
            contact_number: self.contact_number.map(owned),
            contact_id: self.contact_id.map(owned),
            agent_id: self.agent_id.map(owned),
            agent_version_id: self.agent_version_id.map(owned),
            user_id: self.user_id.map(owned),
            own_number_id: self.own_number_id.map(owned),
            refs: map(self.refs, owned),
            cost: self.cost,
            summary: self.summary.map(owned),
            tags: self.tags,
            keywords: self.keywords,
            scores: map(self.scores, |score| score),
            input: self.input.map(owned),
            output: self.output.map(owned),
            has_recording: self.has_recording,
            has_transcript: self.has_transcript,
            recordings: self.recordings,
            turns: self.turns.into_iter().map(Turn::into_owned).collect(),
            raw: owned(self.raw),
            repairs: self.repairs,
            drift: self.drift,
        }
    }
}

fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

fn map<V, W>(
    of: BTreeMap<Cow<'_, str>, V>,
    value: impl Fn(V) -> W,
) -> BTreeMap<Cow<'static, str>, W> {
    let all = of.into_iter();
    all.map(|(name, of)| (owned(name), value(of))).collect()
}

impl fmt::Debug for Call<'_> {
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
pub struct Turn<'a> {
    /// Its place in the conversation, from 0.
    pub seq: i32,
    /// Who speaks.
    pub role: Option<Role>,
    /// Who speaks, as told.
    pub speaker_raw: Option<Cow<'a, str>>,
    /// What is said.
    pub text: Option<Cow<'a, str>>,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// How long after the call's beginning it starts.
    pub offset_ms: Option<i64>,
    /// How long after the call's beginning it ends.
    pub end_offset_ms: Option<i64>,
    /// The message's id.
    pub message_id: Option<Cow<'a, str>>,
    /// The tool that was used.
    pub tool_name: Option<Cow<'a, str>>,
    /// How that went, as told.
    pub tool_status: Option<Cow<'a, str>>,
    /// The exact JSON that it was read of, where it is told apart from the call; else the call's `raw` has it.
    pub raw: Option<Cow<'a, str>>,
}

impl Turn<'_> {
    /// A turn of which only its place is known.
    #[must_use]
    pub fn new(seq: i32) -> Self {
        Self {
            seq,
            ..Self::default()
        }
    }

    /// The same turn with texts of its own.
    #[must_use]
    pub fn into_owned(self) -> Turn<'static> {
        Turn {
            seq: self.seq,
            role: self.role,
            speaker_raw: self.speaker_raw.map(owned),
            text: self.text.map(owned),
            at: self.at,
            offset_ms: self.offset_ms,
            end_offset_ms: self.end_offset_ms,
            message_id: self.message_id.map(owned),
            tool_name: self.tool_name.map(owned),
            tool_status: self.tool_status.map(owned),
            raw: self.raw.map(owned),
        }
    }
}

impl fmt::Debug for Turn<'_> {
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
