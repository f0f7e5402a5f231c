//! Why the command did not work, and the exit code that says so.

use std::fmt;
use std::process::ExitCode;

pub enum Failure {
    /// The service, the network, or an answer that cannot be read.
    Call(String),
    /// The command line parsed, but a value in it makes no sense.
    Usage(String),
    /// A credential or address is missing or unusable.
    Configuration(String),
}

impl Failure {
    pub fn call(error: impl fmt::Display) -> Self {
        Self::Call(error.to_string())
    }

    pub fn configuration(error: impl fmt::Display) -> Self {
        Self::Configuration(error.to_string())
    }

    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Call(_) => 1,
            Self::Usage(_) => 2,
            Self::Configuration(_) => 3,
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call(text) | Self::Usage(text) | Self::Configuration(text) => f.write_str(text),
        }
    }
}
