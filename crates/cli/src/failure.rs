//! Why the command did not work, and the exit code that says so.

use std::fmt;
use std::io;
use std::process::ExitCode;

#[derive(Debug)]
pub enum Failure {
    /// The service, the network, or an answer that cannot be read.
    Call(String),
    /// The command line parsed, but a value in it makes no sense.
    Usage(String),
    /// A credential or address is missing or unusable.
    Configuration(String),
    /// A list was read to its end, and something of it is missing.
    Incomplete(String),
    /// The output cannot be written.
    Output(String),
    /// Whoever reads the output has enough of it, as `head` has. Nothing is said of it.
    Unread,
}

impl Failure {
    pub fn call(error: impl fmt::Display) -> Self {
        Self::Call(error.to_string())
    }

    pub fn usage(text: impl fmt::Display) -> Self {
        Self::Usage(text.to_string())
    }

    pub fn configuration(error: impl fmt::Display) -> Self {
        Self::Configuration(error.to_string())
    }

    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Unread => 0,
            Self::Call(_) | Self::Output(_) => 1,
            Self::Usage(_) => 2,
            Self::Configuration(_) => 3,
            Self::Incomplete(_) => 4,
        })
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Unread,
            _ => Self::Output(format!("the output cannot be written: {error}")),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call(text)
            | Self::Usage(text)
            | Self::Configuration(text)
            | Self::Incomplete(text)
            | Self::Output(text) => f.write_str(text),
            Self::Unread => f.write_str("the output is not read any more"),
        }
    }
}
