//! The facts that every provider knows of a call, as one row of text.

use std::io::{self, IsTerminal, Write};

use callslip_credira::types as credira;
use callslip_diga::types as diga;
use callslip_highlevel::types as highlevel;
use callslip_liner::types as liner;
use callslip_twenty2::types as twenty2;
use chrono::{DateTime, SecondsFormat, Utc};

use crate::table::aligned;

const HEADER: [&str; 6] = [
    "PROVIDER",
    "CALL ID",
    "STATUS",
    "DURATION",
    "STARTED",
    "RECORDING",
];

/// What a provider does not tell is a dash.
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
    fn cells(&self) -> Vec<String> {
        let or_absent = |value: Option<String>| value.unwrap_or_else(|| ABSENT.to_owned());
        vec![
            self.provider.to_owned(),
            self.id.clone(),
            or_absent(self.status.clone()),
            or_absent(self.seconds.map(|seconds| format!("{seconds} s"))),
            or_absent(
                self.started
                    .map(|time| time.to_rfc3339_opts(SecondsFormat::Secs, true)),
            ),
            or_absent(self.recording.clone()),
        ]
    }
}

/// The rows as a table for standard output.
pub fn print(rows: &[Row]) -> io::Result<()> {
    let cells: Vec<Vec<String>> = rows.iter().map(Row::cells).collect();
    let bold = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    write!(io::stdout(), "{}", aligned(&HEADER, &cells, bold))
}

impl From<&liner::CallRecordResponse> for Row {
    fn from(answer: &liner::CallRecordResponse) -> Self {
        let record = &answer.data;
        Self {
            provider: "liner",
            id: record.id.map(|id| id.to_string()).unwrap_or_default(),
            status: None,
            seconds: record.duration_seconds.map(|seconds| seconds as f64),
            started: record.created_at.map(Into::into),
            recording: record.file_url.as_deref().cloned(),
        }
    }
}

impl From<&twenty2::CallDetail> for Row {
    fn from(answer: &twenty2::CallDetail) -> Self {
        let call = &answer.call;
        Self {
            provider: "twenty2",
            id: call.call_id.clone().unwrap_or_default(),
            status: call.status.as_ref().map(|status| status.to_string()),
            seconds: call.duration_seconds.map(|seconds| seconds as f64),
            started: call.started_at.map(Into::into),
            recording: answer
                .recording
                .as_ref()
                .and_then(|recording| recording.url.as_deref().cloned()),
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
            started: Some(call.start_time.unwrap_or(call.created_date).into()),
            recording: call.recording_url.as_deref().cloned(),
        }
    }
}

impl From<&credira::CallResponse> for Row {
    fn from(answer: &credira::CallResponse) -> Self {
        let call = &answer.data;
        Self {
            provider: "credira",
            id: call.id.clone().unwrap_or_default(),
            status: call.status.as_ref().map(|status| status.to_string()),
            seconds: call.duration.map(|seconds| seconds as f64),
            started: call.start_time.map(Into::into),
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
            seconds: Some(*log.duration),
            started: Some(log.created_at.into()),
            // Call logs carry no recording; it is reached through the conversation message.
            recording: None,
        }
    }
}
