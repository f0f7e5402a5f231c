//! The exit codes: one table, of which help and documents are made.

use std::fmt::Write as _;

/// What the command ended in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It worked.
    Success,
    /// What has no code of its own.
    Failed,
    /// The command line is wrong.
    Usage,
    /// A credential or address is missing or unusable.
    Configuration,
    /// A list was read to its end, and something of it is missing.
    Incomplete,
    /// A table of a lake is damaged.
    Damaged,
    /// Other writers of a lake were faster.
    Raced,
    /// The service refused the credential.
    Credential,
    /// There is no such thing.
    NotFound,
    /// The service wants fewer requests.
    RateLimit,
    /// The service was not reached, or the connection did not last.
    Network,
    /// This machine could not write.
    Disk,
    /// Ctrl-C.
    Interrupted,
    /// SIGTERM.
    Terminated,
}

/// A row: the end, its code, its name in `--error-format json`, what it means.
type Meaning = (Exit, u8, &'static str, &'static str);

/// A code keeps its meaning for ever.
const TABLE: [Meaning; 14] = [
    (
        Exit::Success,
        0,
        "success",
        "it worked, or `--limit` was reached",
    ),
    (
        Exit::Failed,
        1,
        "failed",
        "the call failed in another way than those below: the service's own fault, or an answer that cannot be read",
    ),
    (
        Exit::Usage,
        2,
        "usage",
        "the command line is wrong; nothing was sent",
    ),
    (
        Exit::Configuration,
        3,
        "configuration",
        "the configuration is wrong: a credential or address is missing or unusable",
    ),
    (
        Exit::Incomplete,
        4,
        "incomplete",
        "a list was read to its end, but some calls are missing or could not be read; of `all`, a provider was left out",
    ),
    (
        Exit::Damaged,
        5,
        "damaged",
        "a table of the lake is damaged; nothing was touched",
    ),
    (
        Exit::Raced,
        6,
        "raced",
        "other writers of the lake were faster again and again: repeat it later",
    ),
    (
        Exit::Credential,
        7,
        "credential",
        "the service refused the credential",
    ),
    (Exit::NotFound, 8, "not_found", "there is no such call"),
    (
        Exit::RateLimit,
        9,
        "rate_limit",
        "the service wants fewer requests: wait, then repeat",
    ),
    (
        Exit::Network,
        10,
        "network",
        "the service was not reached, gave no answer in time, or the connection broke",
    ),
    (
        Exit::Disk,
        11,
        "disk",
        "this machine could not write the output",
    ),
    (Exit::Interrupted, 130, "interrupted", "Ctrl-C"),
    (Exit::Terminated, 143, "terminated", "SIGTERM"),
];

impl Exit {
    fn row(self) -> Option<&'static Meaning> {
        TABLE.iter().find(|(exit, ..)| *exit == self)
    }

    /// The code that the process ends with.
    pub fn code(self) -> u8 {
        self.row().map_or(1, |(_, code, ..)| *code)
    }

    /// Its name, for programs.
    pub fn kind(self) -> &'static str {
        self.row().map_or("failed", |(_, _, kind, _)| kind)
    }
}

/// The examples of a command, and the table below them, for its help.
pub fn help(before: &str) -> String {
    let mut text = format!("{before}\n\nExit codes:");
    for (_, code, _, meaning) in TABLE {
        let _ = write!(text, "\n  {code:<4} {}", meaning.replace('`', ""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_end_has_one_row_and_no_code_two() {
        for (at, (exit, code, kind, _)) in TABLE.iter().enumerate() {
            let others = &TABLE[at + 1..];
            assert!(
                others
                    .iter()
                    .all(|other| other.0 != *exit && other.1 > *code && other.2 != *kind)
            );
            assert_eq!((exit.code(), exit.kind()), (*code, *kind));
        }
        let lake = [Exit::Damaged, Exit::Raced].map(Exit::code);
        assert_eq!(lake, [5, 6], "codes that other programs were promised");
    }

    #[test]
    fn the_readme_has_this_table() {
        let mut table = "| exit code | kind | meaning |\n|---|---|---|\n".to_owned();
        for (_, code, kind, meaning) in TABLE {
            let _ = writeln!(table, "| {code} | `{kind}` | {meaning} |");
        }
        let readme = include_str!("../README.md");
        assert!(
            readme.contains(&table),
            "crates/cli/README.md has to have:\n{table}"
        );
    }
}
