//! The facts that every provider knows of a call, as one row.

use std::io::{self, Write};

use chrono::{DateTime, SecondsFormat, Utc};
use clap::ValueEnum;
use unicode_width::UnicodeWidthStr;

use crate::output::table::{Cell, Head, Layout, Look};

/// What a provider does not tell is a dash in a table.
const ABSENT: &str = "-";

pub struct Row {
    pub provider: &'static str,
    pub id: String,
    pub status: Option<String>,
    pub seconds: Option<f64>,
    pub started: Option<DateTime<Utc>>,
    pub recording: Option<String>,
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
    /// A value as programs read it.
    pub fn value(&self, column: Column) -> Option<String> {
        match column {
            Column::Provider => Some(self.provider.to_owned()),
            Column::CallId => Some(self.id.clone()),
            Column::Status => self.status.clone(),
            Column::DurationSeconds => self.seconds.map(|seconds| seconds.to_string()),
            Column::StartedAt => self
                .started
                .map(|time| time.to_rfc3339_opts(SecondsFormat::Secs, true)),
            Column::RecordingUrl => self.recording.clone(),
        }
    }

    /// A value as people read it.
    pub fn cell(&self, column: Column) -> Cell {
        let text = match column {
            Column::DurationSeconds => self.seconds.map(duration),
            other => self.value(other),
        };
        Cell {
            text: text.unwrap_or_else(|| ABSENT.to_owned()),
            link: self
                .recording
                .clone()
                .filter(|_| column == Column::RecordingUrl),
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
        let row = |seconds| Row {
            provider: "acme",
            id: String::new(),
            status: None,
            seconds: Some(seconds),
            started: None,
            recording: None,
        };
        for (seconds, shown, exact) in [
            (0.0, "0s", "0"),
            (0.25, "0.2s", "0.25"),
            (45.0, "45s", "45"),
            (59.7, "1m00s", "59.7"),
            (180.0, "3m00s", "180"),
            (3725.5, "1h02m06s", "3725.5"),
            (-5.0, "-5 s", "-5"),
            (
                1e300,
                "1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 s",
                "",
            ),
        ] {
            let row = row(seconds);
            assert_eq!(row.cell(Column::DurationSeconds).text, shown);
            if !exact.is_empty() {
                assert_eq!(row.value(Column::DurationSeconds).as_deref(), Some(exact));
            }
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
