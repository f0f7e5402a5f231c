//! The facts that every provider knows of a call, as one row of text.

use std::io::{self, Write};

use callslip_credira::types as credira;
use callslip_diga::types as diga;
use callslip_highlevel::types as highlevel;
use callslip_liner::types as liner;
use callslip_twenty2::types as twenty2;
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

impl From<&liner::CallRecordResponse> for Row {
    fn from(answer: &liner::CallRecordResponse) -> Self {
        let record = &answer.data;
        Self {
            provider: "liner",
            id: record.id.to_string(),
            status: None,
            seconds: record.duration_seconds.map(|seconds| seconds as f64),
            // When it was created is another fact.
            started: None,
            recording: record.file_url.as_deref().cloned(),
        }
    }
}

impl From<&liner::CallRecordListItem> for Row {
    fn from(record: &liner::CallRecordListItem) -> Self {
        Self {
            provider: "liner",
            id: record.id.to_string(),
            status: None,
            seconds: record.duration_seconds.map(|seconds| seconds as f64),
            // When it was created is another fact.
            started: None,
            recording: record.file_url.as_deref().cloned(),
        }
    }
}

impl From<&liner::Call> for Row {
    fn from(call: &liner::Call) -> Self {
        Self {
            provider: "liner",
            id: call.id.to_string(),
            status: call.status_code.clone(),
            seconds: call.total_duration_seconds.map(|seconds| seconds as f64),
            // When it was created is another fact.
            started: None,
            // A call can have several: `--call-id` lists them.
            recording: None,
        }
    }
}

impl From<&twenty2::CallDetail> for Row {
    fn from(answer: &twenty2::CallDetail) -> Self {
        let call = &answer.call;
        Self {
            provider: "twenty2",
            id: call.call_id.clone(),
            status: call.status.as_ref().map(|status| status.to_string()),
            seconds: call.duration_seconds,
            started: call.started_at,
            recording: answer
                .recording
                .as_ref()
                .and_then(|recording| recording.url.as_deref().cloned()),
        }
    }
}

impl From<&twenty2::CallListItem> for Row {
    fn from(call: &twenty2::CallListItem) -> Self {
        Self {
            provider: "twenty2",
            id: call.call_id.clone(),
            status: call.status.as_ref().map(|status| status.to_string()),
            seconds: call.duration_seconds,
            started: call.started_at,
            // The list has no link; the call itself has.
            recording: None,
        }
    }
}

impl From<&diga::Call> for Row {
    fn from(call: &diga::Call) -> Self {
        Self {
            provider: "diga",
            id: call.id.to_string(),
            status: Some(call.status.to_string()),
            seconds: call.duration.map(|seconds| seconds as f64),
            // When it was created is another fact.
            started: call.start_time,
            recording: call.recording_url.as_deref().cloned(),
        }
    }
}

impl From<&credira::CallResponse> for Row {
    fn from(answer: &credira::CallResponse) -> Self {
        let call = &answer.data;
        Self {
            provider: "credira",
            id: call.id.clone(),
            status: call.status.as_ref().map(|status| status.to_string()),
            seconds: call.duration,
            started: call.start_time,
            recording: call.call_recording_url.as_deref().cloned(),
        }
    }
}

impl From<&credira::CallListItem> for Row {
    fn from(call: &credira::CallListItem) -> Self {
        Self {
            provider: "credira",
            id: call.id.clone(),
            status: call.status.as_ref().map(|status| status.to_string()),
            seconds: call.duration,
            // The list tells when a call was created, not when it began.
            started: None,
            recording: call.call_recording_url.as_deref().cloned(),
        }
    }
}

impl From<&highlevel::CallLog> for Row {
    fn from(log: &highlevel::CallLog) -> Self {
        Self {
            provider: "highlevel",
            id: log.id.clone(),
            status: None,
            seconds: log.duration,
            // The log tells when it was created, not when the call began.
            started: None,
            // Call logs carry no recording; it is reached through the conversation message.
            recording: None,
        }
    }
}
