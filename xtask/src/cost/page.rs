//! `COSTS.md`.

use std::fmt::Write as _;
use std::time::Duration;

use anyhow::{Context, Result};

use super::TARGET;
use super::build::Built;
use super::dependencies::Trees;
use super::lines::Lines;
use crate::process::circumstances;

pub fn page(trees: &[Trees], lines: &Lines, built: &[Built]) -> Result<String> {
    let mut page = String::from(
        "# Costs\n\n\
         What an SDK costs the program that uses it. Written by `cargo xtask cost`; nothing in it is typed by hand.\n\n\
         ## Per crate\n\n\
         Crates that are compiled, the SDK and its runtime included, and lines of generated code. Which crates they are, and why, is\n\
         in [DEPENDENCIES.md](DEPENDENCIES.md).\n\n\
         | crate | default features | no features | in two versions | generated lines |\n|---|---|---|---|---|\n",
    );
    for (tree, (_, lines)) in trees.iter().zip(lines) {
        let doubled = if tree.doubled.is_empty() {
            "none".to_owned()
        } else {
            tree.doubled.join(", ")
        };
        writeln!(
            page,
            "| `callslip-{}` | {} | {} | {doubled} | {lines} |",
            tree.provider, tree.default_features, tree.no_features
        )?;
    }
    let floor = built.first().context("nothing was built")?;
    let plain = built.get(1).context("progenitor's was not built")?;
    page.push_str(
        "\n## One program that makes one GET\n\n\
         Release builds; CPU time of all processes, user and system. \"From nothing\" is the less of two builds, made in turns.\n\
         \"Touched\" is the least of three after each, after a touch of the library (of the program, where there is none). \"× by hand\" and \"× progenitor\" are ratios of this run.\n\n\
         | program | dependencies | from nothing | × by hand | × progenitor | touched | × by hand | stripped binary | × by hand |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for row in built {
        writeln!(
            page,
            "| {} | {} | {:.1} s | {:.2} | {:.2} | {:.2} s | {:.2} | {} KiB | {:.2} |",
            row.title,
            row.dependencies,
            row.cold.as_secs_f64(),
            ratio(row.cold, floor.cold),
            ratio(row.cold, plain.cold),
            row.touched.as_secs_f64(),
            ratio(row.touched, floor.touched),
            row.binary / 1024,
            row.binary as f64 / floor.binary as f64,
        )?;
    }
    write!(
        page,
        "\nMeasured on {}; dependencies are those for {TARGET}.\n",
        circumstances()?
    )?;
    Ok(page)
}

fn ratio(part: Duration, whole: Duration) -> f64 {
    part.as_secs_f64() / whole.as_secs_f64()
}
