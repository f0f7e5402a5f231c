//! `cargo xtask bench`: counts instructions and allocations of every benchmark case, times those that are waited for, and
//! writes both down beside their floor.
//!
//! Counts do not depend on what else the machine does, so a ratio can be compared between runs; times only within one.

mod command;
mod count;
pub mod lake;
mod page;
mod runner;
mod targets;
mod time;

use std::path::Path;

use anyhow::{Context, Result, ensure};

use command::{EVERY, HELD, TIMING};

/// How often instructions are counted; calls take turns with a server, so that no two counts are quite the same.
const COUNTS: usize = 3;

/// One case, counted.
struct Counted {
    group: String,
    name: String,
    /// Sorted.
    instructions: Vec<u64>,
    /// Sorted.
    allocations: Vec<u64>,
}

impl Counted {
    fn instructions(&self) -> u64 {
        median(&self.instructions)
    }

    fn allocations(&self) -> u64 {
        median(&self.allocations)
    }
}

/// One case, timed.
struct Timed {
    group: String,
    name: String,
    /// Nanoseconds of one run, sorted.
    times: Vec<f64>,
}

impl Timed {
    fn median(&self) -> f64 {
        median(&self.times)
    }
}

fn median<T: Copy + Default>(sorted: &[T]) -> T {
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// Runs every benchmark and writes `BENCHMARKS.md`.
pub fn run(root: &Path) -> Result<()> {
    let counted = count::count(root, &EVERY, COUNTS)?;
    let mut timed = Vec::new();
    for bench in &TIMING {
        timed.extend(time::time(root, bench)?);
    }
    let path = root.join("BENCHMARKS.md");
    let old = std::fs::read_to_string(&path).unwrap_or_default();
    let page = page::page(&counted, &timed, &page::noted(&old))?;
    let page = page::with_lake(&page, page::lake(&old));
    std::fs::write(&path, page).with_context(|| format!("{}", path.display()))?;
    println!("wrote {}", path.display());
    Ok(())
}

/// Counts the cases that have a target, writes nothing, and fails if one is missed. Times are not looked at: they depend on
/// the machine and on its other work.
pub fn check(root: &Path) -> Result<()> {
    // Once: what differs between counts is far below the tolerance.
    let counted = count::count(root, &HELD, 1)?;
    let missed = targets::missed(&counted);
    ensure!(missed.is_empty(), "{}", missed.join("\n"));
    Ok(())
}
