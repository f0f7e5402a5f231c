//! Counts one more run of a case under valgrind.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

/// Runs between which the difference is taken, so that start-up does not count.
const RUNS: (u64, u64) = (1, 11);

/// User-space instructions of one more run.
pub fn instructions(program: &Path, case: &str) -> Result<u64> {
    each(|runs| collected(program, case, runs))
}

/// Allocations of one more run.
pub fn allocations(program: &Path, case: &str) -> Result<u64> {
    each(|runs| blocks(program, case, runs))
}

fn each(counted: impl Fn(u64) -> Result<u64>) -> Result<u64> {
    let (few, many) = (counted(RUNS.0)?, counted(RUNS.1)?);
    Ok(many.saturating_sub(few) / (RUNS.1 - RUNS.0))
}

fn collected(program: &Path, case: &str, runs: u64) -> Result<u64> {
    let options = ["--tool=callgrind", "--callgrind-out-file=/dev/null"];
    let told = valgrind(&options, program, case, runs)?;
    number(&told, "Collected : ")
        .with_context(|| format!("valgrind counted nothing for `{case}`:\n{told}"))
}

fn blocks(program: &Path, case: &str, runs: u64) -> Result<u64> {
    let told = valgrind(
        &["--tool=dhat", "--dhat-out-file=/dev/null"],
        program,
        case,
        runs,
    )?;
    // `Total:     1,234 bytes in 56 blocks`
    let total = told
        .lines()
        .find_map(|line| line.split("Total: ").nth(1)?.split(" bytes in ").nth(1));
    total
        .and_then(|blocks| digits(blocks).parse().ok())
        .with_context(|| format!("valgrind counted nothing for `{case}`:\n{told}"))
}

fn valgrind(options: &[&str], program: &Path, case: &str, runs: u64) -> Result<String> {
    let run = Command::new("valgrind")
        .args(options)
        .arg(program)
        .args([case, &runs.to_string()])
        .output()
        .context("valgrind is needed to count")?;
    Ok(String::from_utf8_lossy(&run.stderr).into_owned())
}

fn number(text: &str, before: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.split(before).nth(1))?;
    digits(line).parse().ok()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
