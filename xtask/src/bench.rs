//! `cargo xtask bench`: counts instructions of every benchmark case and writes them down beside their floor.
//!
//! Instructions do not depend on what else the machine does, so a ratio can be compared between runs; seconds cannot.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{circumstances, output, target};

/// Runs between which the difference is taken, so that start-up does not count.
const COUNTS: (u64, u64) = (1, 11);

/// Runs every case and writes `BENCHMARKS.md`.
pub fn run(root: &Path) -> Result<()> {
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
    let program = target(root)?.join("release/callslip-benches");
    let list = output(Command::new(&program).arg("list"))?;
    let mut groups: BTreeMap<String, Vec<(String, u64)>> = BTreeMap::new();
    for case in list.lines() {
        let (group, name) = case
            .split_once(": ")
            .with_context(|| format!("`{case}` has no group"))?;
        let few = instructions(&program, case, COUNTS.0)?;
        let many = instructions(&program, case, COUNTS.1)?;
        let each = many.saturating_sub(few) / (COUNTS.1 - COUNTS.0);
        println!("{case}: {each}");
        groups
            .entry(group.to_owned())
            .or_default()
            .push((name.to_owned(), each));
    }
    let path = root.join("BENCHMARKS.md");
    std::fs::write(&path, page(&groups)?).with_context(|| format!("{}", path.display()))?;
    println!("wrote {}", path.display());
    Ok(())
}

fn instructions(program: &Path, case: &str, count: u64) -> Result<u64> {
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args([case, &count.to_string()])
        .output()
        .context("valgrind is needed to count instructions")?;
    let text = String::from_utf8_lossy(&run.stderr);
    let counted = text
        .lines()
        .find_map(|line| line.split("Collected : ").nth(1));
    counted
        .and_then(|number| number.trim().parse().ok())
        .with_context(|| format!("valgrind counted nothing for `{case}`:\n{text}"))
}

fn page(groups: &BTreeMap<String, Vec<(String, u64)>>) -> Result<String> {
    let mut page = String::from(
        "# Benchmarks\n\n\
         Written by `cargo xtask bench`; nothing in it is typed by hand. User-space instructions of one more run of a case,\n\
         counted by valgrind's callgrind, and their ratio to the first case of the group, in the same run.\n",
    );
    for (group, cases) in groups {
        // The first case of a group is what the others are measured against.
        let floor = cases.first().map(|(_, count)| *count);
        write!(
            page,
            "\n## {group}\n\n| case | instructions | × the first |\n|---|---|---|\n"
        )?;
        for (name, count) in cases {
            let ratio = match floor {
                Some(floor) if floor > 0 => format!("{:.2}", *count as f64 / floor as f64),
                _ => "–".to_owned(),
            };
            writeln!(page, "| {name} | {count} | {ratio} |")?;
        }
    }
    let valgrind = output(Command::new("valgrind").arg("--version"))?;
    write!(
        page,
        "\nMeasured on {}, {}.\n",
        circumstances()?,
        valgrind.trim()
    )?;
    Ok(page)
}
