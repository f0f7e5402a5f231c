//! A test that runs itself, in a process whose environment is its own.

use std::process::Command;

/// The test of this name in the module `module` (its `module_path!()`), to be run once more, alone.
pub fn again(module: &str, test: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    // A test is named by its path below the program.
    let name = match module.split_once("::") {
        Some((_, inner)) => format!("{inner}::{test}"),
        None => test.to_owned(),
    };
    command.args(["--exact", &name]);
    command
}
