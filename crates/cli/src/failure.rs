//! Why the command did not work, and how that is told: to people in words, or to programs as one JSON object.

use std::fmt;
use std::io;
use std::process::ExitCode;

use callslip_core::Summary;
use serde::Serialize;

use crate::context::ErrorFormat;
use crate::exit::Exit;
use crate::messages::tell;

#[derive(Debug)]
pub enum Failure {
    /// The command line parsed, but a value in it makes no sense.
    Usage(String),
    /// Whoever reads the output has enough of it, as `head` has. Nothing is said of it.
    Unread,
    /// Anything else.
    Told(Box<Report>),
}

/// What is told of a failure.
#[derive(Debug)]
pub struct Report {
    pub exit: Exit,
    /// One line.
    pub message: String,
    /// What to do, where the message does not say so itself.
    pub remedy: Option<String>,
    pub operation: Option<String>,
    pub status: Option<u16>,
    pub request_id: Option<String>,
    /// The command line that goes on where a list stopped.
    pub resume: Option<String>,
    /// How many rows of a list were printed.
    pub printed: Option<u64>,
    /// What a list came to.
    pub summary: Option<Box<Summary>>,
    /// The provider or the call that it is about, where there are several.
    pub of: Option<String>,
    /// What went wrong with each of several.
    pub causes: Vec<Report>,
}

impl Report {
    pub fn new(exit: Exit, message: impl fmt::Display) -> Self {
        Self {
            exit,
            message: message.to_string(),
            remedy: None,
            operation: None,
            status: None,
            request_id: None,
            resume: None,
            printed: None,
            summary: None,
            of: None,
            causes: Vec::new(),
        }
    }

    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    pub fn of(mut self, of: impl Into<String>) -> Self {
        self.of = Some(of.into());
        self
    }

    pub fn causes(mut self, causes: Vec<Report>) -> Self {
        self.causes = causes;
        self
    }
}

impl From<Report> for Failure {
    fn from(report: Report) -> Self {
        Self::Told(Box::new(report))
    }
}

impl Failure {
    pub fn call(error: impl fmt::Display) -> Self {
        Report::new(Exit::Failed, error).into()
    }

    pub fn usage(text: impl fmt::Display) -> Self {
        Self::Usage(text.to_string())
    }

    /// A file, or whatever else `what` names, that cannot be written or read.
    pub fn disk(what: impl fmt::Display, error: &io::Error) -> Self {
        let report = Report::new(Exit::Disk, format!("{what}: {error}"));
        let remedy = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room",
            io::ErrorKind::PermissionDenied => "check the rights of the file and of its folder",
            io::ErrorKind::NotFound => "make the folder first",
            _ => return report.into(),
        };
        report.remedy(remedy).into()
    }

    /// With what is known of the list that it ended.
    pub fn of_list(self, resume: Option<String>, printed: u64, summary: Option<Summary>) -> Self {
        match self {
            Self::Unread => self,
            other => {
                let mut report = other.report();
                report.resume = resume;
                report.printed = Some(printed);
                report.summary = summary.map(Box::new);
                report.into()
            }
        }
    }

    /// With what went wrong before it.
    pub fn after(self, causes: Vec<Report>) -> Self {
        match self {
            Self::Unread => self,
            other => other.report().causes(causes).into(),
        }
    }

    /// What is wrong, in one line.
    pub fn message(&self) -> &str {
        match self {
            Self::Usage(text) => text,
            Self::Unread => "the output is not read any more",
            Self::Told(report) => &report.message,
        }
    }

    /// What it ends the command with.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Usage(_) => Exit::Usage,
            Self::Unread => Exit::Success,
            Self::Told(report) => report.exit,
        }
    }

    /// Whether nothing else is to be begun after it.
    pub fn ends_all(&self) -> bool {
        let stops = [
            Exit::Success,
            Exit::Interrupted,
            Exit::Terminated,
            Exit::Disk,
        ];
        stops.contains(&self.exit())
    }

    pub fn report(self) -> Report {
        match self {
            Self::Usage(text) => Report::new(Exit::Usage, text),
            Self::Unread => Report::new(Exit::Success, "the output is not read any more"),
            Self::Told(report) => *report,
        }
    }

    /// Tells it on standard error.
    pub fn tell(self, format: ErrorFormat) -> ExitCode {
        let report = match self {
            Self::Unread => return ExitCode::SUCCESS,
            failure => failure.report(),
        };
        match format {
            ErrorFormat::Text => {
                tell(format_args!("error: {}", report.message));
                if let Some(remedy) = &report.remedy {
                    tell(format_args!("  try: {remedy}"));
                }
            }
            ErrorFormat::Json => tell(report.json()),
        }
        ExitCode::from(report.exit.code())
    }
}

impl Report {
    /// One object on one line.
    pub fn json(&self) -> String {
        serde_json::to_string(&self.object())
            .unwrap_or_else(|_| format!("{{\"code\":{}}}", self.exit.code()))
    }

    fn object(&self) -> Object<'_> {
        Object {
            code: self.exit.code(),
            kind: self.exit.kind(),
            of: self.of.as_deref(),
            operation: self.operation.as_deref(),
            status: self.status,
            request_id: self.request_id.as_deref(),
            message: &self.message,
            remedy: self.remedy.as_deref(),
            resume: self.resume.as_deref(),
            printed: self.printed,
            summary: self.summary.as_deref(),
            causes: self.causes.iter().map(Self::object).collect(),
        }
    }
}

#[derive(Serialize)]
struct Object<'a> {
    code: u8,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    operation: Option<&'a str>,
    status: Option<u16>,
    request_id: Option<&'a str>,
    message: &'a str,
    remedy: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resume: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    printed: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a Summary>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    causes: Vec<Object<'a>>,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Unread,
            // What the output is to be made by does not fit.
            io::ErrorKind::InvalidInput => Self::Usage(error.to_string()),
            _ => Self::disk("the output cannot be written", &error),
        }
    }
}
