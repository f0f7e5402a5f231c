//! `cargo xtask bench`: counts instructions and allocations of every benchmark case and writes them down beside their floor.
//!
//! Neither depends on what else the machine does, so a ratio can be compared between runs; seconds cannot.

mod codegen;
mod count;
mod page;
mod targets;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{output, target};

/// How often a case's instructions are counted; calls take turns with a server, so that no two counts are quite the same.
const COUNTS: usize = 3;

/// One case, counted.
struct Measured {
    group: String,
    name: String,
    /// Sorted.
    instructions: Vec<u64>,
    allocations: u64,
}

impl Measured {
    /// The median.
    fn instructions(&self) -> u64 {
        self.instructions[self.instructions.len() / 2]
    }
}

/// Counts every case and writes `BENCHMARKS.md`.
pub fn run(root: &Path) -> Result<()> {
    let program = build(root)?;
    let mut measured = Vec::new();
    for case in cases(&program)? {
        measured.push(measure(&program, &case)?);
    }
    // The time of an unoptimised generator says nothing.
    let generation = if cfg!(debug_assertions) {
        println!("code generation is timed by `cargo run --release -p xtask -- bench` only");
        Vec::new()
    } else {
        codegen::measure(root)?
    };
    let path = root.join("BENCHMARKS.md");
    let noted = page::noted(&std::fs::read_to_string(&path).unwrap_or_default());
    std::fs::write(&path, page::page(&measured, &generation, &noted)?)
        .with_context(|| format!("{}", path.display()))?;
    println!("wrote {}", path.display());
    Ok(())
}

/// Counts the cases that have a target, writes nothing, and fails if one is missed.
pub fn check(root: &Path) -> Result<()> {
    let program = build(root)?;
    let mut measured = Vec::new();
    for case in cases(&program)? {
        if targets::concern(&case) {
            measured.push(measure(&program, &case)?);
        }
    }
    let missed = targets::missed(&measured);
    if !missed.is_empty() {
        bail!("{}", missed.join("\n"));
    }
    Ok(())
}

fn build(root: &Path) -> Result<PathBuf> {
    let build = [
        "build",
        "--release",
        "--quiet",
        "--package",
        "callslip-benches",
    ];
    let status = Command::new(env!("CARGO"))
        .args(build)
        .current_dir(root)
        .status()?;
    if !status.success() {
        bail!("the benchmarks do not build");
    }
    Ok(target(root)?.join("release/callslip-benches"))
}

fn cases(program: &Path) -> Result<Vec<String>> {
    let list = output(Command::new(program).arg("list"))?;
    Ok(list.lines().map(str::to_owned).collect())
}

fn measure(program: &Path, case: &str) -> Result<Measured> {
    let (group, name) = case
        .split_once(": ")
        .with_context(|| format!("`{case}` has no group"))?;
    let mut instructions = Vec::new();
    for _ in 0..COUNTS {
        instructions.push(count::instructions(program, case)?);
    }
    instructions.sort_unstable();
    let measured = Measured {
        group: group.to_owned(),
        name: name.to_owned(),
        instructions,
        allocations: count::allocations(program, case)?,
    };
    println!(
        "{case}: {} instructions, {} allocations",
        measured.instructions(),
        measured.allocations
    );
    Ok(measured)
}
