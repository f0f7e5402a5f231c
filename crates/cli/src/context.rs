//! What every command is told: how to reach the service, and how to speak of it.

use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::time::Duration;

use callslip_core::RetryPolicy;
use clap::{Args, ValueEnum};

use crate::messages;
use crate::output::table;
use crate::values;
use crate::when::When;

/// How long one attempt may take unless a call may take longer than usual.
const ATTEMPT: Duration = Duration::from_secs(30);

#[derive(Args, Debug)]
pub struct Context {
    /// How long a call may take in all, repetitions included, as in 45s or 5m [default: 90s].
    #[arg(long, global = true, value_name = "TIME", value_parser = values::duration, help_heading = "Service")]
    pub timeout: Option<Duration>,
    /// How often a call is repeated after a fault that passes [default: 2].
    #[arg(long, global = true, value_name = "COUNT", help_heading = "Service")]
    pub retries: Option<u32>,
    /// The largest answer that is read, as in 64MiB [default: 16MiB].
    #[arg(long, global = true, value_name = "SIZE", value_parser = values::size, help_heading = "Service")]
    pub max_body: Option<usize>,
    /// Send the credential over plain http to another machine, where everyone on the way can read it.
    #[arg(long, global = true, help_heading = "Service")]
    pub allow_insecure_http: bool,
    /// Take the credentials of this profile of callslip.toml in place of the environment's.
    #[arg(long, global = true, value_name = "NAME", help_heading = "Service")]
    pub profile: Option<String>,
    /// Take the providers' variables from this file of `NAME=value` lines; others must not be able to read it.
    #[arg(long, global = true, value_name = "FILE", help_heading = "Service")]
    pub env_file: Option<PathBuf>,
    /// How errors are told.
    #[arg(
        long,
        global = true,
        value_name = "FORMAT",
        default_value = "text",
        help_heading = "Messages"
    )]
    pub error_format: ErrorFormat,
    /// Tell of requests, repetitions and waits; twice, of all that was mended, too. Values are never told.
    #[arg(short, long, global = true, action = clap::ArgAction::Count, help_heading = "Messages")]
    pub verbose: u8,
    /// Whether rows were printed already: several lists have one header.
    #[arg(skip)]
    pub headed: Cell<bool>,
    /// Whether it was told in which time zone days are read.
    #[arg(skip)]
    pub zone_told: Cell<bool>,
    /// The list that is read, where it is one of all.
    #[arg(skip)]
    pub one_of: RefCell<Option<OneOf>>,
}

/// A list of `list all`.
#[derive(Clone, Debug, Default)]
pub struct OneOf {
    /// The providers that come after it.
    pub later: Vec<&'static str>,
    /// The period of which calls are printed, where the provider cannot be asked for it.
    pub since: Option<When>,
    pub until: Option<When>,
}

/// How errors are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ErrorFormat {
    /// In words.
    Text,
    /// As JSON, one object a line: notes first, and an error as the last one.
    Json,
}

impl OneOf {
    /// Whether the calls of a period are picked here.
    pub fn is_picked(&self) -> bool {
        self.since.is_some() || self.until.is_some()
    }
}

impl ErrorFormat {
    /// Tells something that is no error.
    pub fn tell(self, kind: &str, text: impl std::fmt::Display) {
        match self {
            Self::Text => messages::tell(text),
            Self::Json => {
                let object = serde_json::json!({"kind": kind, "message": text.to_string()});
                messages::tell(object);
            }
        }
    }
}

impl Context {
    /// When and how often a call is repeated, and how long an attempt and all of them may take.
    pub fn patience(&self) -> (RetryPolicy, Option<(Duration, Duration)>) {
        let attempts = self.retries.map_or(3, |retries| retries.saturating_add(1));
        let policy = RetryPolicy::default().max_attempts(attempts);
        let timeouts = self
            .timeout
            .map(|timeout| (ATTEMPT.max(timeout / attempts), timeout));
        (policy, timeouts)
    }

    /// Tells something that is no error; people, in lines that fit the terminal.
    pub fn note(&self, text: impl std::fmt::Display) {
        match self.error_format {
            ErrorFormat::Text => self.note_in_words(text),
            ErrorFormat::Json => self.error_format.tell("note", text),
        }
    }

    /// Tells people what programs get as part of something else.
    pub fn note_in_words(&self, text: impl std::fmt::Display) {
        let text = text.to_string();
        match table::width_of_standard_error() {
            Some(width) => self.line(table::wrapped(&text, width)),
            None => self.line(text),
        }
    }

    /// The same of what is to be copied: nothing breaks it.
    pub fn line(&self, text: impl std::fmt::Display) {
        if self.error_format == ErrorFormat::Text {
            messages::tell(text);
        }
    }
}

/// A provider's builder with what the command line says of the client: a macro, since each builder is a type of its own.
macro_rules! configured {
    ($builder:expr, $context:expr) => {{
        let context: &crate::context::Context = $context;
        let (policy, timeouts) = context.patience();
        let mut builder = $builder
            .retry(policy)
            .allow_insecure_http(context.allow_insecure_http);
        if let Some((attempt, all)) = timeouts {
            builder = builder.attempt_timeout(attempt).timeout(all);
        }
        if let Some(bytes) = context.max_body {
            builder = builder.max_body_bytes(bytes);
        }
        builder
    }};
}

pub(crate) use configured;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_timeout_lengthens_each_attempt_and_a_short_one_ends_all() {
        let context = |timeout: u64, retries| Context {
            timeout: Some(Duration::from_secs(timeout)),
            retries,
            max_body: None,
            allow_insecure_http: false,
            profile: None,
            env_file: None,
            error_format: ErrorFormat::Text,
            verbose: 0,
            headed: Cell::default(),
            zone_told: Cell::default(),
            one_of: RefCell::default(),
        };
        let of = |timeout, retries| {
            context(timeout, retries)
                .patience()
                .1
                .map(|(attempt, all)| (attempt.as_secs(), all.as_secs()))
        };
        assert_eq!(of(5, None), Some((30, 5)));
        assert_eq!(of(300, None), Some((100, 300)));
        assert_eq!(of(300, Some(0)), Some((300, 300)));
        assert_eq!(context(5, Some(0)).patience().0, RetryPolicy::none());
    }
}
