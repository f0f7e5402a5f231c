//! A row of `recordings`: what a service tells of a recording, and what became of its file.

use std::fmt;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{Array, RecordBatch};
use callslip_calls::Recording;
use chrono::{DateTime, Utc};

/// What became of the file of a recording.
///
/// ```
/// use callslip_lake::MediaState;
///
/// assert_eq!(MediaState::Stored.to_string(), "stored"); // as in the column `state`
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MediaState {
    /// Not fetched yet, or not there yet.
    #[default]
    Pending,
    /// In the lake.
    Stored,
    /// The link had run out, and a fresh one had, too.
    Expired,
    /// The service says that there is none: the call was deleted, or its recording was not there a day after it.
    Gone,
    /// The credential may not have it.
    Denied,
    /// What came is no recording.
    Bad,
}

impl MediaState {
    const ALL: [Self; 6] = [
        Self::Pending,
        Self::Stored,
        Self::Expired,
        Self::Gone,
        Self::Denied,
        Self::Bad,
    ];

    /// Its name in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Stored => "stored",
            Self::Expired => "expired",
            Self::Gone => "gone",
            Self::Denied => "denied",
            Self::Bad => "bad",
        }
    }
}

impl fmt::Display for MediaState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Media {
    pub state: MediaState,
    pub sha256: Option<Vec<u8>>,
    pub bytes: Option<i64>,
    pub media_type: Option<String>,
    /// When it was fetched, or last tried.
    pub fetched_at: Option<DateTime<Utc>>,
    pub attempts: i32,
    /// Why the last attempt brought nothing.
    pub error_kind: Option<String>,
    /// Where it is below the lake.
    pub file: Option<String>,
}

/// A row of `recordings`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RecordingRow {
    pub call_id: String,
    pub day: Option<DateTime<Utc>>,
    pub recording: Recording,
    pub media: Media,
}

impl RecordingRow {
    pub(crate) fn new(call_id: &str, day: Option<DateTime<Utc>>, recording: Recording) -> Self {
        Self {
            call_id: call_id.to_owned(),
            day,
            recording,
            media: Media::default(),
        }
    }

    /// The link without its query, which can be a key to the file.
    pub(crate) fn uri(&self) -> Option<&str> {
        uri(&self.recording)
    }

    /// Whether this is what is known of the recording.
    pub(crate) fn is_of(&self, recording: &Recording) -> bool {
        let own = &self.recording;
        let same = match (&own.recording_id, &recording.recording_id) {
            (Some(one), Some(other)) => one == other,
            _ => self.uri() == uri(recording),
        };
        same && own.ordinal == recording.ordinal
    }
}

fn uri(recording: &Recording) -> Option<&str> {
    recording.url.as_deref()?.split(['?', '#']).next()
}

/// The rows of a file of `recordings`.
pub(crate) fn rows(batches: &[RecordBatch]) -> Vec<RecordingRow> {
    batches.iter().flat_map(of_batch).collect()
}

fn of_batch(batch: &RecordBatch) -> impl Iterator<Item = RecordingRow> {
    let text = |name: &str, row: usize| {
        let column = batch.column_by_name(name)?.as_string_opt::<i32>()?;
        column.is_valid(row).then(|| column.value(row).to_owned())
    };
    let long = |name: &str, row: usize| {
        let column = batch
            .column_by_name(name)?
            .as_primitive_opt::<Int64Type>()?;
        column.is_valid(row).then(|| column.value(row))
    };
    let int = |name: &str, row: usize| {
        let column = batch
            .column_by_name(name)?
            .as_primitive_opt::<Int32Type>()?;
        column.is_valid(row).then(|| column.value(row))
    };
    let time = |name: &str, row: usize| {
        let column = batch.column_by_name(name)?;
        let column = column.as_primitive_opt::<TimestampMicrosecondType>()?;
        let micros = column.is_valid(row).then(|| column.value(row))?;
        DateTime::from_timestamp_micros(micros)
    };
    let day = |row: usize| {
        let column = batch.column_by_name("day")?;
        let column = column.as_primitive_opt::<arrow_array::types::Date32Type>()?;
        let days = column.is_valid(row).then(|| column.value(row))?;
        DateTime::from_timestamp(i64::from(days) * 86_400, 0)
    };
    let truth = |name: &str, row: usize| {
        let column = batch.column_by_name(name)?.as_boolean_opt()?;
        column.is_valid(row).then(|| column.value(row))
    };
    let bytes = |name: &str, row: usize| {
        let column = batch.column_by_name(name)?.as_binary_opt::<i32>()?;
        column.is_valid(row).then(|| column.value(row).to_vec())
    };
    let rows = (0..batch.num_rows()).map(|row| {
        let mut recording = Recording::new(int("ordinal", row).unwrap_or_default());
        recording.recording_id = text("recording_id", row);
        recording.url = text("uri", row);
        recording.expires_at = time("expires_at", row);
        recording.media_type = text("media_type", row);
        recording.duration_ms = long("duration_ms", row);
        recording.is_transfer = truth("is_transfer", row);
        let state = text("state", row);
        let state = MediaState::ALL
            .into_iter()
            .find(|it| Some(it.as_str()) == state.as_deref());
        let state = state.unwrap_or_default();
        RecordingRow {
            call_id: text("call_id", row).unwrap_or_default(),
            day: day(row),
            media: Media {
                state,
                sha256: bytes("sha256", row),
                bytes: long("bytes", row),
                media_type: text("media_type", row).filter(|_| state == MediaState::Stored),
                fetched_at: time("fetched_at", row),
                attempts: int("attempts", row).unwrap_or_default(),
                error_kind: text("error_kind", row),
                file: text("file", row),
            },
            recording,
        }
    });
    rows.collect::<Vec<_>>().into_iter()
}
