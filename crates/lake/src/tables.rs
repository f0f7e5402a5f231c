//! The three tables: their columns, and the rows that they are made of.

use std::borrow::Cow;

use callslip_calls::{Call, Turn};
use chrono::{DateTime, Utc};

use crate::column::{Column, Entity, column};
use crate::digest::Hash;
pub(crate) use crate::recording::RecordingRow;

/// How records are mapped to columns. It is raised when a column of a call would be another than before.
pub(crate) const MAPPING: i32 = 1;

/// The tables, in the order in which a window is committed to them: the last one has the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Table {
    Turns,
    Recordings,
    Calls,
}

impl Table {
    pub(crate) const ALL: [Self; 3] = [Self::Turns, Self::Recordings, Self::Calls];

    /// Its folder.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Turns => "turns",
            Self::Recordings => "recordings",
            Self::Calls => "calls",
        }
    }

    pub(crate) const fn partitions(self) -> &'static [&'static str] {
        match self {
            Self::Calls => &["provider", "source"],
            Self::Turns | Self::Recordings => &["source"],
        }
    }
}

/// A row of `calls`.
pub(crate) struct CallRow<'a> {
    pub call: &'a Call<'a>,
    /// sha256 of the call's text.
    pub hash: Hash,
    pub first_seen_at: DateTime<Utc>,
    pub fetched_at: DateTime<Utc>,
    pub window: &'a str,
    /// The text of the answer that the call was read of, where it was asked for by its id.
    pub detail: Option<&'a str>,
    /// sha256 of it.
    pub detail_hash: Option<Hash>,
}

/// The call that turns are of.
pub(crate) struct Spoken<'a> {
    pub call_id: &'a str,
    pub day: Option<DateTime<Utc>>,
}

/// A row of `turns`.
pub(crate) struct TurnRow<'a> {
    pub of: &'a Spoken<'a>,
    pub turn: &'a Turn<'a>,
}

/// Columns without their texts take about so much of a row.
const COLUMNS: usize = 256;

/// What `calls` has rows of.
pub(crate) struct Calls;

impl Entity for Calls {
    type Row<'a> = CallRow<'a>;
    const COLUMNS: &'static [Column<Self>] = CALLS;

    fn bytes(row: &CallRow<'_>) -> usize {
        COLUMNS + row.call.raw.len() + row.detail.map_or(0, str::len)
    }
}

/// What `turns` has rows of.
pub(crate) struct Turns;

impl Entity for Turns {
    type Row<'a> = TurnRow<'a>;
    const COLUMNS: &'static [Column<Self>] = TURNS;

    fn bytes(row: &TurnRow<'_>) -> usize {
        let text = |text: &Option<Cow<'_, str>>| text.as_ref().map_or(0, |text| text.len());
        COLUMNS + text(&row.turn.text) + text(&row.turn.raw)
    }

    fn are_of_one_call(one: &TurnRow<'_>, other: &TurnRow<'_>) -> bool {
        std::ptr::eq(one.of, other.of)
    }
}

/// What `recordings` has rows of.
pub(crate) struct Recordings;

impl Entity for Recordings {
    type Row<'a> = RecordingRow;
    const COLUMNS: &'static [Column<Self>] = RECORDINGS;

    fn bytes(_: &RecordingRow) -> usize {
        COLUMNS
    }
}

/// The time of which the day of a call is told.
pub(crate) fn day_of(call: &Call<'_>) -> Option<DateTime<Utc>> {
    call.created_at.or(call.started_at)
}

macro_rules! columns {
    ($of:ident, $entity:ident, [$(($($column:tt)+),)*]) => {
        const $of: &[Column<$entity>] = &[$(column!($entity, $($column)+),)*];
    };
}

columns!(
    CALLS,
    Calls,
    [
        ("provider", Partition),
        ("source", Partition),
        ("day", Day, |row| day_of(row.call)),
        ("call_id", Own, |row| Some(&row.call.call_id)),
        ("status", Text, |row| Some(
            row.call.status.as_ref()?.as_str()
        )),
        ("status_raw", Text, |row| row.call.status_raw.as_deref()),
        ("end_reason", Text, |row| row.call.end_reason.as_deref()),
        ("ended_by", Text, |row| Some(
            row.call.ended_by.as_ref()?.as_str()
        )),
        ("is_final", Truth, |row| row.call.is_final),
        ("direction", Text, |row| Some(
            row.call.direction.as_ref()?.as_str()
        )),
        ("channel", Text, |row| Some(
            row.call.channel.as_ref()?.as_str()
        )),
        ("is_test", Truth, |row| row.call.is_test),
        ("created_at", Time, |row| row.call.created_at),
        ("started_at", Time, |row| row.call.started_at),
        ("answered_at", Time, |row| row.call.answered_at),
        ("ended_at", Time, |row| row.call.ended_at),
        ("updated_at", Time, |row| row.call.updated_at),
        ("duration_ms", Long, |row| row.call.duration_ms),
        ("talk_ms", Long, |row| row.call.talk_ms),
        ("wait_ms", Long, |row| row.call.wait_ms),
        ("billed_ms", Long, |row| row.call.billed_ms),
        ("from_number", Text, |row| row.call.from_number.as_deref()),
        ("to_number", Text, |row| row.call.to_number.as_deref()),
        ("own_number", Text, |row| row.call.own_number.as_deref()),
        ("contact_number", Text, |row| row
            .call
            .contact_number
            .as_deref()),
        ("contact_id", Text, |row| row.call.contact_id.as_deref()),
        ("agent_id", Text, |row| row.call.agent_id.as_deref()),
        ("agent_version_id", Text, |row| row
            .call
            .agent_version_id
            .as_deref()),
        ("user_id", Text, |row| row.call.user_id.as_deref()),
        ("own_number_id", Text, |row| row
            .call
            .own_number_id
            .as_deref()),
        ("refs", Words, |row| &row.call.refs),
        ("cost", Money, |row| row.call.cost.as_ref()?.micros),
        ("currency", Text, |row| row
            .call
            .cost
            .as_ref()?
            .currency
            .as_deref()),
        ("cost_raw", Text, |row| Some(&row.call.cost.as_ref()?.raw)),
        ("summary", Text, |row| row.call.summary.as_deref()),
        ("tags", Texts, |row| &row.call.tags),
        ("keywords", Texts, |row| &row.call.keywords),
        ("scores", Numbers, |row| &row.call.scores),
        ("input", Text, |row| row.call.input.as_deref()),
        ("output", Text, |row| row.call.output.as_deref()),
        ("has_recording", Truth, |row| row.call.has_recording),
        ("has_transcript", Truth, |row| row.call.has_transcript),
        // It is empty where it is kept no longer.
        ("raw", Own, |row| Some(&*row.call.raw)
            .filter(|raw| !raw.is_empty())),
        ("raw_detail", Own, |row| row.detail),
        ("raw_hash", Bytes, |row| Some(&row.hash)),
        ("detail_hash", Bytes, |row| row
            .detail_hash
            .as_ref()
            .map(|hash| &hash[..])),
        ("repairs", Int, |row| i32::try_from(row.call.repairs).ok()),
        ("drift", Int, |row| i32::try_from(row.call.drift).ok()),
        ("first_seen_at", Time, |row| Some(row.first_seen_at)),
        ("fetched_at", Time, |row| Some(row.fetched_at)),
        ("deleted_at", Time, |_| None),
        ("window", Text, |row| Some(row.window)),
        ("mapping_version", Int, |_| Some(MAPPING)),
    ]
);

columns!(
    TURNS,
    Turns,
    [
        ("source", Partition),
        ("call_id", Text OfCall, |row| Some(row.of.call_id)),
        ("day", Day OfCall, |row| row.of.day),
        ("seq", Int, |row| Some(row.turn.seq)),
        ("role", Text, |row| Some(row.turn.role.as_ref()?.as_str())),
        ("speaker_raw", Text, |row| row.turn.speaker_raw.as_deref()),
        ("text", Text, |row| row.turn.text.as_deref()),
        ("at", Time, |row| row.turn.at),
        ("offset_ms", Long, |row| row.turn.offset_ms),
        ("end_offset_ms", Long, |row| row.turn.end_offset_ms),
        ("message_id", Text, |row| row.turn.message_id.as_deref()),
        ("tool_name", Text, |row| row.turn.tool_name.as_deref()),
        ("tool_status", Text, |row| row.turn.tool_status.as_deref()),
        ("raw", Own, |row| row.turn.raw.as_deref()),
    ]
);

columns!(
    RECORDINGS,
    Recordings,
    [
        ("source", Partition),
        ("call_id", Text, |row| Some(&row.call_id)),
        ("day", Day, |row| row.day),
        ("ordinal", Int, |row| Some(row.recording.ordinal)),
        ("recording_id", Text, |row| row
            .recording
            .recording_id
            .as_deref()),
        ("state", Text, |row| Some(row.media.state.as_str())),
        ("uri", Text, |row| row.uri()),
        ("sha256", Bytes, |row| row.media.sha256.as_deref()),
        ("bytes", Long, |row| row.media.bytes),
        ("media_type", Text, |row| {
            let found = row.media.media_type.as_deref();
            found.or(row.recording.media_type.as_deref())
        }),
        ("duration_ms", Long, |row| row.recording.duration_ms),
        ("is_transfer", Truth, |row| row.recording.is_transfer),
        ("expires_at", Time, |row| row.recording.expires_at),
        ("fetched_at", Time, |row| row.media.fetched_at),
        ("attempts", Int, |row| Some(row.media.attempts)),
        ("error_kind", Text, |row| row.media.error_kind.as_deref()),
        ("file", Text, |row| row.media.file.as_deref()),
    ]
);
