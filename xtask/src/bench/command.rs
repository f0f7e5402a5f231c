//! The benches of the workspace, as cargo is asked for them.

use std::fmt;
use std::path::Path;
use std::process::Command;

/// `cargo bench` of one target.
pub struct Bench {
    target: &'static str,
    /// Features without which it is not built.
    features: &'static [&'static str],
    /// For the harness.
    arguments: &'static [&'static str],
}

/// The harness shortens what tells one case from another, unless it is told not to.
const WHOLE: [&str; 2] = ["--output-format=json", "--truncate-description=no"];
/// What has a target is named so in the bench, and nothing else is.
const HELD: &str = "*::held_*::*";

/// Counts every case.
pub fn counting() -> Bench {
    Bench {
        target: "instructions",
        features: &[],
        arguments: &WHOLE,
    }
}

/// Counts the cases with a target.
pub fn counting_targets() -> Bench {
    Bench {
        target: "instructions",
        features: &[],
        arguments: &[WHOLE[0], WHOLE[1], HELD],
    }
}

/// Times calls and lists, and code generation.
pub fn timing() -> [Bench; 2] {
    [("time", &[][..]), ("codegen", &["--features", "codegen"])].map(|(target, features)| Bench {
        target,
        features,
        arguments: &["--noplot"],
    })
}

impl Bench {
    /// Its command, with more arguments for the harness.
    pub fn command(&self, root: &Path, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO"));
        command
            .args(self.words())
            .args(self.arguments)
            .args(more)
            .current_dir(root);
        command
    }

    fn words(&self) -> Vec<&str> {
        let target = [
            "bench",
            "--package",
            "callslip-benches",
            "--bench",
            self.target,
        ];
        [&target[..], self.features, &["--"]].concat()
    }
}

/// As one types it.
impl fmt::Display for Bench {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = [&self.words()[..], self.arguments].concat();
        write!(f, "cargo {}", words.join(" "))
    }
}
