//! `BENCHMARKS.md`.

use std::fmt::Write as _;

use anyhow::Result;

use super::codegen::Generation;
use super::{Measured, targets};
use crate::process::{circumstances, output};

/// What stands below this line of the page is written by people and kept.
const NOTES: &str = "## What was found and done";

/// The part of a page that people wrote.
pub fn noted(page: &str) -> String {
    page.find(NOTES)
        .map_or_else(|| format!("{NOTES}\n"), |start| page[start..].to_owned())
}

pub fn page(measured: &[Measured], generation: &[Generation], noted: &str) -> Result<String> {
    let mut page = String::from(
        "# Benchmarks\n\n\
         Written by `cargo xtask bench`; no figure in it is typed by hand. User-space instructions and allocations of one more run\n\
         of a case, counted by valgrind (callgrind, three times: the median, the least and the most; and dhat); and their ratio to the first case of the group, in the same run. `cargo xtask bench --check` fails if a\n\
         case is more than 3 % above its target.\n",
    );
    let mut last = "";
    let mut floor = None;
    for case in measured {
        if case.group != last {
            last = &case.group;
            floor = Some(case);
            write!(
                page,
                "\n## {last}\n\n| case | instructions | least to most | × the first | target | allocations | × the first |\n\
                 |---|---|---|---|---|---|---|\n"
            )?;
        }
        let ratio = |count: u64, of: fn(&Measured) -> u64| match floor.map(of) {
            Some(floor) if floor > 0 => format!("{:.2}", count as f64 / floor as f64),
            _ => "–".to_owned(),
        };
        let target = targets::of(case).map_or(String::new(), |most| format!("{most:.2}"));
        writeln!(
            page,
            "| {} | {} | {} to {} | {} | {target} | {} | {} |",
            case.name,
            case.instructions(),
            case.instructions.first().unwrap_or(&0),
            case.instructions.last().unwrap_or(&0),
            ratio(case.instructions(), Measured::instructions),
            case.allocations,
            ratio(case.allocations, |case| case.allocations),
        )?;
    }
    if !generation.is_empty() {
        generated(&mut page, generation)?;
    }
    let valgrind = output(std::process::Command::new("valgrind").arg("--version"))?;
    write!(
        page,
        "\nMeasured on {}, {}.\n\n{noted}",
        circumstances()?,
        valgrind.trim()
    )?;
    Ok(page)
}

fn generated(page: &mut String, generation: &[Generation]) -> Result<()> {
    page.push_str(
        "\n## Code generation, warm\n\nWall-clock time, seven times each: load, check, generate, format; nothing written.\n\n\
         | what | median | least | most |\n|---|---|---|---|\n",
    );
    for each in generation {
        let millis = |time: Option<&std::time::Duration>| {
            format!(
                "{:.1} ms",
                time.map_or(0.0, |time| time.as_secs_f64() * 1e3)
            )
        };
        writeln!(
            page,
            "| {} | {} | {} | {} |",
            each.title,
            millis(Some(&each.median())),
            millis(each.times.first()),
            millis(each.times.last())
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_kept() {
        assert_eq!(noted("# Benchmarks\n"), format!("{NOTES}\n"));
        let page = format!("# Benchmarks\n\nold figures\n\n{NOTES}\n\nA finding.\n");
        assert_eq!(noted(&page), format!("{NOTES}\n\nA finding.\n"));
    }
}
