//! The facts that every provider knows of a call, as one row.

use std::io::{self, Write};

use callslip_calls::{Call, Recording};
use chrono::SecondsFormat;
use clap::ValueEnum;
use unicode_width::UnicodeWidthStr;

use crate::output::table::{Cell, Head, Layout, Look};

/// What a provider does not tell is a dash in a table.
const ABSENT: &str = "-";

/// A call of the record that all providers share.
pub struct Row(Call);

impl From<Call> for Row {
    fn from(call: Call) -> Self {
        Self(call)
    }
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
    /// The link to its recording.
    RecordingUrl,
}

impl Column {
    pub const ALL: [Self; 6] = [
        Self::Provider,
        Self::CallId,
        Self::Status,
        Self::DurationSeconds,
        Self::StartedAt,
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
            Self::RecordingUrl => "recording_url",
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
            Self::RecordingUrl => ("RECORDING", 30, 12, 1),
        };
        Head {
            title,
            width,
            least,
            worth,
        }
    }
}

impl Row {
    /// A recording that stands by itself: its id is what it is asked for by.
    pub fn of_recording(provider: &'static str, recording: Recording) -> Self {
        let mut call = Call::new(provider, recording.recording_id.clone().unwrap_or_default());
        call.duration_ms = recording.duration_ms;
        call.recordings.push(recording);
        Self(call)
    }

    fn seconds(&self) -> Option<f64> {
        self.0
            .duration_ms
            .map(|milliseconds| milliseconds as f64 / 1000.0)
    }

    fn recording(&self) -> Option<&String> {
        self.0.recordings.first()?.url.as_ref()
    }

    /// A value as programs read it.
    pub fn value(&self, column: Column) -> Option<String> {
        let call = &self.0;
        match column {
            Column::Provider => Some(call.provider.to_owned()),
            Column::CallId => Some(call.call_id.clone()),
            Column::Status => call.status_raw.clone(),
            Column::DurationSeconds => self.seconds().map(|seconds| seconds.to_string()),
            Column::StartedAt => call
                .started_at
                .map(|time| time.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
            Column::RecordingUrl => self.recording().cloned(),
        }
    }

    /// A value as people read it.
    pub fn cell(&self, column: Column) -> Cell {
        let text = match column {
            Column::DurationSeconds => self.seconds().map(duration),
            other => self.value(other),
        };
        Cell {
            text: text.unwrap_or_else(|| ABSENT.to_owned()),
            link: self
                .recording()
                .filter(|_| column == Column::RecordingUrl)
                .cloned(),
        }
    }
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
pub fn print(rows: &[Row], columns: &[Column], look: Look) -> io::Result<()> {
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
        for column in Column::ALL {
            let asked = column.to_possible_value();
            assert_eq!(
                asked.map(|value| value.get_name().to_owned()).as_deref(),
                Some(column.name())
            );
        }
        let first: Vec<&str> = Column::ALL
            .iter()
            .take(6)
            .map(|column| column.name())
            .collect();
        assert_eq!(
            first.join(","),
            "provider,call_id,status,duration_seconds,started_at,recording_url"
        );
    }
}
