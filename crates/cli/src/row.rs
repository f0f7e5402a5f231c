//! The facts that every provider knows of a call, as one row of text.

use std::io::{self, Write};

use chrono::{DateTime, SecondsFormat, Utc};

use crate::table;

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

impl Row {
    pub const HEADER: [&str; 6] = [
        "PROVIDER",
        "CALL ID",
        "STATUS",
        "DURATION",
        "STARTED",
        "RECORDING",
    ];

    /// How wide the columns are where the rows come one by one: a UUID and a time fit.
    pub const WIDTHS: [usize; 6] = [9, 36, 11, 8, 20, 0];

    /// The columns where programs read them.
    pub const NAMES: [&str; 6] = [
        "provider",
        "call_id",
        "status",
        "duration_seconds",
        "started_at",
        "recording_url",
    ];

    /// The values as programs read them.
    pub fn values(self) -> [Option<String>; 6] {
        [
            Some(self.provider.to_owned()),
            Some(self.id),
            self.status,
            self.seconds.map(|seconds| seconds.to_string()),
            self.started
                .map(|time| time.to_rfc3339_opts(SecondsFormat::Secs, true)),
            self.recording,
        ]
    }

    /// The values as people read them.
    pub fn cells(self) -> [String; 6] {
        let [provider, id, status, seconds, started, recording] = self.values();
        let duration = seconds.map(|seconds| format!("{seconds} s"));
        [provider, id, status, duration, started, recording]
            .map(|value| value.unwrap_or_else(|| ABSENT.to_owned()))
    }
}

/// The rows as a table on standard output.
pub fn print(rows: Vec<Row>) -> io::Result<()> {
    let cells: Vec<_> = rows.into_iter().map(Row::cells).collect();
    let table = table::aligned(&Row::HEADER, &cells, table::bold());
    write!(io::stdout(), "{table}")
}
