//! What is known of one record, as a row: the facts that every provider knows of a call, or those that stand in something else that
//! it tells.

use std::io::{self, Write};

use callslip_calls::{Call, Recording};
use chrono::{DateTime, SecondsFormat, Utc};
use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::output::table::{Cell, Head, Layout, Look};
use crate::view::View;

/// What a provider does not tell is a dash in a table.
const ABSENT: &str = "-";

pub enum Row<'a> {
    /// A call of the record that all providers share.
    Call(Box<Call<'a>>),
    /// Something else, with where its facts stand in it.
    Told(&'static View, Value),
}

impl<'a> From<Call<'a>> for Row<'a> {
    fn from(call: Call<'a>) -> Self {
        Self::Call(Box::new(call))
    }
}

/// What a provider tells of a call, or of a recording by itself.
pub trait Told {
    /// Whether it is told when its record was made and not when the call began.
    const MADE_ONLY: bool;
}

/// A fact, by the name that programs know it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Column {
    /// The provider, as the commands name it.
    Provider,
    /// The identifier of the call.
    CallId,
    /// The state that the provider tells.
    Status,
    /// How long it was, in seconds.
    DurationSeconds,
    /// When it began, in UTC.
    StartedAt,
    /// When its record was made, in UTC.
    CreatedAt,
    /// The link to its recording.
    RecordingUrl,
    /// When it was.
    Time,
    /// Who spoke.
    Speaker,
    /// What was said.
    Text,
    /// How grave it is.
    Level,
    /// What kind of thing it is about.
    Category,
    /// What happened.
    Event,
    /// How many calls are going on.
    Active,
    /// How many can.
    Limit,
}

/// Takes the names of these columns.
pub fn columns(known: &[Column]) -> impl TypedValueParser<Value = Column> + use<> {
    let names = known.iter().filter_map(|column| column.to_possible_value());
    PossibleValuesParser::new(names).try_map(|name| Column::from_str(&name, false))
}

impl Column {
    /// Those of a call.
    pub const OF_CALLS: [Self; 6] = [
        Self::Provider,
        Self::CallId,
        Self::Status,
        Self::DurationSeconds,
        Self::StartedAt,
        Self::RecordingUrl,
    ];

    /// Those that people see of a call of which no beginning is told, but when its record was made.
    pub const OF_MADE: [Self; 6] = [
        Self::Provider,
        Self::CallId,
        Self::Status,
        Self::DurationSeconds,
        Self::CreatedAt,
        Self::RecordingUrl,
    ];

    /// Those that people see of the calls of several providers, and all that can be asked for.
    pub const OF_SEVERAL: [Self; 7] = [
        Self::Provider,
        Self::CallId,
        Self::Status,
        Self::DurationSeconds,
        Self::StartedAt,
        Self::CreatedAt,
        Self::RecordingUrl,
    ];

    /// Its name where programs read it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::CallId => "call_id",
            Self::Status => "status",
            Self::DurationSeconds => "duration_seconds",
            Self::StartedAt => "started_at",
            Self::CreatedAt => "created_at",
            Self::RecordingUrl => "recording_url",
            Self::Time => "time",
            Self::Speaker => "speaker",
            Self::Text => "text",
            Self::Level => "level",
            Self::Category => "category",
            Self::Event => "event",
            Self::Active => "active",
            Self::Limit => "limit",
        }
    }

    /// How it is shown where the rows come one by one: a UUID and a time fit.
    pub fn head(self) -> Head {
        let (title, width, least, worth) = match self {
            Self::Provider => ("PROVIDER", 9, 9, 2),
            Self::CallId => ("CALL ID", 36, 20, 6),
            Self::Status => ("STATUS", 11, 11, 5),
            Self::DurationSeconds => ("DURATION", 8, 8, 3),
            Self::StartedAt => ("STARTED", 20, 20, 4),
            Self::CreatedAt => ("CREATED", 20, 20, 4),
            Self::RecordingUrl => ("RECORDING", 30, 12, 1),
            Self::Time => ("TIME", 24, 20, 3),
            Self::Speaker => ("SPEAKER", 10, 8, 2),
            Self::Text => ("TEXT", 44, 20, 4),
            Self::Level => ("LEVEL", 8, 5, 2),
            Self::Category => ("CATEGORY", 14, 8, 1),
            Self::Event => ("EVENT", 30, 12, 4),
            Self::Active => ("ACTIVE", 6, 6, 2),
            Self::Limit => ("LIMIT", 6, 5, 1),
        };
        Head {
            title,
            width,
            least,
            worth,
        }
    }
}

impl Row<'_> {
    /// A recording that stands by itself: its id is what it is asked for by.
    pub fn of_recording(provider: &'static str, recording: Recording) -> Self {
        let mut call = Call::new(provider, recording.recording_id.clone().unwrap_or_default());
        call.duration_ms = recording.duration_ms;
        call.recordings.push(recording);
        call.into()
    }

    /// The same row, of what need not be there any more.
    pub fn into_owned(self) -> Row<'static> {
        match self {
            Self::Call(call) => call.into_owned().into(),
            Self::Told(view, record) => Row::Told(view, record),
        }
    }

    /// When the call began, as far as that is known.
    pub fn started_at(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Call(call) => call.started_at,
            Self::Told(..) => None,
        }
    }

    /// A value as programs read it.
    pub fn value(&self, column: Column) -> Option<String> {
        let call = match self {
            Self::Call(call) => call,
            Self::Told(view, record) => return view.text(record, column.name()),
        };
        match column {
            Column::Provider => Some(call.provider.to_owned()),
            Column::CallId => Some(call.call_id.to_string()),
            Column::Status => call.status_raw.as_deref().map(str::to_owned),
            Column::DurationSeconds => seconds(call).map(|seconds| seconds.to_string()),
            Column::StartedAt => call.started_at.map(moment),
            Column::CreatedAt => call.created_at.map(moment),
            Column::RecordingUrl => call.recordings.first()?.url.clone(),
            Column::Time
            | Column::Speaker
            | Column::Text
            | Column::Level
            | Column::Category
            | Column::Event
            | Column::Active
            | Column::Limit => None,
        }
    }

    /// A value as people read it.
    pub fn cell(&self, column: Column) -> Cell {
        let value = self.value(column);
        let (text, link) = match (self, column) {
            (Self::Call(call), Column::DurationSeconds) => (seconds(call).map(duration), None),
            (_, Column::RecordingUrl) => (value.clone(), value),
            // There is room for it where there is none for the link's own column.
            (Self::Call(_), Column::CallId) => (value, self.value(Column::RecordingUrl)),
            _ => (value, None),
        };
        Cell {
            text: text.unwrap_or_else(|| ABSENT.to_owned()),
            link,
        }
    }
}

fn moment(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

fn seconds(call: &Call<'_>) -> Option<f64> {
    call.duration_ms
        .map(|milliseconds| milliseconds as f64 / 1000.0)
}

/// As on a clock, with units; what no clock shows stays a number.
fn duration(seconds: f64) -> String {
    const DAY: f64 = 86_400.0;
    if !(0.0..100.0 * DAY).contains(&seconds) {
        return format!("{seconds} s");
    }
    let whole = seconds.round() as u64;
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60);
    match (hours, minutes) {
        (0, 0) if seconds < 10.0 && seconds.fract() > 0.0 => format!("{seconds:.1}s"),
        (0, 0) => format!("{rest}s"),
        (0, _) => format!("{minutes}m{rest:02}s"),
        _ => format!("{hours}h{minutes:02}m{rest:02}s"),
    }
}

/// The rows as a table on standard output, with columns as wide as what is in them.
pub fn print(rows: &[Row<'_>], columns: &[Column], look: Look) -> io::Result<()> {
    let heads: Vec<Head> = columns
        .iter()
        .map(|column| {
            let head = column.head();
            let cells = rows.iter().map(|row| row.cell(*column).text.width());
            let width = cells.chain([head.title.width()]).max().unwrap_or(0);
            Head { width, ..head }
        })
        .collect();
    let layout = Layout::new(&heads, look);
    let mut table = layout.heading() + "\n";
    for row in rows {
        let cells = columns.iter().map(|column| row.cell(*column));
        table += &(layout.line(cells) + "\n");
    }
    io::stdout().write_all(table.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_for_people_in_tables_and_exact_in_data() {
        let row = |milliseconds| {
            let mut call = Call::new("acme", "");
            call.duration_ms = Some(milliseconds);
            Row::from(call)
        };
        for (milliseconds, shown, exact) in [
            (0, "0s", "0"),
            (250, "0.2s", "0.25"),
            (45_000, "45s", "45"),
            (59_700, "1m00s", "59.7"),
            (180_000, "3m00s", "180"),
            (3_725_500, "1h02m06s", "3725.5"),
            (-5000, "-5 s", "-5"),
            (9_007_199_254_740_000, "9007199254740 s", "9007199254740"),
        ] {
            let row = row(milliseconds);
            assert_eq!(row.cell(Column::DurationSeconds).text, shown);
            assert_eq!(row.value(Column::DurationSeconds).as_deref(), Some(exact));
        }
    }

    #[test]
    fn columns_are_named_as_they_are_asked_for() {
        for column in Column::value_variants() {
            let asked = column.to_possible_value();
            assert_eq!(
                asked.map(|value| value.get_name().to_owned()).as_deref(),
                Some(column.name())
            );
        }
        let of_calls = Column::OF_CALLS.map(Column::name);
        assert_eq!(
            of_calls.join(","),
            "provider,call_id,status,duration_seconds,started_at,recording_url"
        );
    }
}
