//! The benches of the workspace, as cargo is asked for them.

use std::fmt;
use std::path::Path;
use std::process::Command;

/// `cargo bench` of one target, with what its harness is told.
pub struct Bench(&'static [&'static str], &'static [&'static str]);

/// The harness shortens what tells one case from another, unless it is told not to.
const COUNTING: [&str; 4] = [
    "instructions",
    "--",
    "--output-format=json",
    "--truncate-description=no",
];

/// Counts every case.
pub const EVERY: Bench = Bench(&COUNTING, &[]);

/// Counts the cases with a target, which are named so in the bench, and no others.
pub const HELD: Bench = Bench(&COUNTING, &["*::held_*::*"]);

/// Times calls and lists, and code generation.
pub const TIMING: [Bench; 2] = [
    Bench(&["time", "--"], &["--noplot"]),
    Bench(&["codegen", "--features", "codegen", "--"], &["--noplot"]),
];

impl Bench {
    /// Its command, with more arguments for the harness.
    pub fn command(&self, root: &Path, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO"));
        command.args(self.words()).args(more).current_dir(root);
        command
    }

    fn words(&self) -> Vec<&str> {
        let cargo = ["bench", "--package", "callslip-benches", "--bench"];
        [&cargo[..], self.0, self.1].concat()
    }
}

/// As one types it.
impl fmt::Display for Bench {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cargo {}", self.words().join(" "))
    }
}
