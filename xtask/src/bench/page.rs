//! `BENCHMARKS.md`.

use std::fmt::{Result as Written, Write as _};
use std::process::Command;

use anyhow::Result;

use super::command::{EVERY, TIMING};
use super::{COUNTS, Counted, Timed, targets};
use crate::process::{circumstances, output};

/// What stands below this line of the page is written by people and kept.
const NOTES: &str = "## What was found and done";

/// What the part about the lake begins with, which is measured by itself.
pub const LAKE: &str = "## A lake";

/// The part of a page about the lake; nothing if there is none.
pub fn lake(page: &str) -> &str {
    let Some(start) = page.find(LAKE) else {
        return "";
    };
    let rest = &page[start..];
    let end = rest[LAKE.len()..].find("\n## ");
    end.map_or(rest, |end| &rest[..LAKE.len() + end + 1])
}

/// A page with another part about the lake, in front of how it was measured.
pub fn with_lake(page: &str, lake: &str) -> String {
    let page = page.replace(self::lake(page), "");
    let Some(at) = page
        .find("## How it was measured")
        .filter(|_| !lake.is_empty())
    else {
        return page;
    };
    let (before, after) = page.split_at_checked(at).unwrap_or((&page, ""));
    format!("{before}{}\n\n{after}", lake.trim_end())
}

/// The part of a page that people wrote.
pub fn noted(page: &str) -> String {
    page.find(NOTES)
        .map_or_else(|| format!("{NOTES}\n"), |start| page[start..].to_owned())
}

pub fn page(counted: &[Counted], timed: &[Timed], noted: &str) -> Result<String> {
    let mut page = format!(
        "# Benchmarks\n\n\
         Written by `cargo xtask bench`; no figure in it is typed by hand. Ratios are to the first case of the group, in the same run.\n\n\
         Instructions and allocations are those of one run of a case in user space, counted by valgrind (callgrind and DHAT, by \
         gungraun): the median of {COUNTS} runs, the least and the most. `cargo xtask bench --check` counts again what has a target, and fails \
         if a case is more than 3 % above it.\n"
    );
    counts(&mut page, counted)?;
    times(&mut page, timed)?;
    let valgrind = output(Command::new("valgrind").arg("--version"))?;
    write!(
        page,
        "\n## How it was measured\n\nOn {}, {}, by:\n\n```sh\n",
        circumstances()?,
        valgrind.trim()
    )?;
    let [calls, generation] = TIMING;
    write!(page, "{EVERY}\n{calls}\n{generation}\n```\n\n{noted}")?;
    Ok(page)
}

fn counts(page: &mut String, counted: &[Counted]) -> Written {
    for group in counted.chunk_by(|one, next| one.group == next.group) {
        let floor = &group[0];
        write!(
            page,
            "\n## {}\n\n| case | instructions | least to most | × the first | target | allocations | least to most | × the first | target |\n\
             |---|---|---|---|---|---|---|---|---|\n",
            floor.group
        )?;
        for case in group {
            let target = targets::of(case);
            let (ir, blocks) =
                target.map_or((None, None), |it| (Some(it.instructions), it.allocations));
            let instructions = cells(&case.instructions, floor.instructions(), ir);
            let allocations = cells(&case.allocations, floor.allocations(), blocks);
            writeln!(page, "| {} | {instructions} | {allocations} |", case.name)?;
        }
    }
    Ok(())
}

/// Median, spread, ratio and target of one kind of count.
fn cells(counts: &[u64], floor: u64, target: Option<f64>) -> String {
    let median = super::median(counts);
    let [least, most] = [counts.first(), counts.last()].map(|count| count.unwrap_or(&0));
    let ratio = match floor {
        0 => "–".to_owned(),
        floor => format!("{:.2}", median as f64 / floor as f64),
    };
    let target = target.map_or(String::new(), |most| format!("{most:.2}"));
    format!("{median} | {least} to {most} | {ratio} | {target}")
}

fn times(page: &mut String, timed: &[Timed]) -> Written {
    page.push_str(
        "\n## Time\n\nWall-clock time of one run, warm, by criterion: the median of its samples, the least and the most. It depends on the \
         machine and on its other work, so nothing is checked by it.\n",
    );
    for group in timed.chunk_by(|one, next| one.group == next.group) {
        let floor = &group[0];
        write!(
            page,
            "\n### {}\n\n| case | median | least to most | × the first |\n|---|---|---|---|\n",
            floor.group
        )?;
        for case in group {
            let (name, ratio) = (&case.name, case.median() / floor.median());
            let ends = [case.times.first(), case.times.last()];
            let [least, most] = ends.map(|time| shown(time.copied().unwrap_or_default()));
            let median = shown(case.median());
            writeln!(
                page,
                "| {name} | {median} | {least} to {most} | {ratio:.2} |"
            )?;
        }
    }
    page.push_str("\n| target of code generation | measured | |\n|---|---|---|\n");
    for target in targets::generation(timed) {
        let came_to = target.came_to.as_deref().unwrap_or("–");
        let met = if target.met { "met" } else { "missed" };
        writeln!(page, "| {} | {came_to} | {met} |", target.what)?;
    }
    Ok(())
}

/// Nanoseconds in the unit that suits them.
fn shown(nanos: f64) -> String {
    if nanos < 1e6 {
        format!("{:.1} µs", nanos / 1e3)
    } else {
        format!("{:.1} ms", nanos / 1e6)
    }
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

    #[test]
    fn the_part_about_the_lake_is_replaced_and_kept() {
        let bare = "# B\n\n## How it was measured\n\nx\n";
        let once = with_lake(bare, "## A lake\n\none\n");
        assert_eq!(
            once,
            "# B\n\n## A lake\n\none\n\n## How it was measured\n\nx\n"
        );
        let twice = with_lake(&once, "## A lake\n\ntwo\n");
        assert_eq!(twice, once.replace("one", "two"));
        assert_eq!(with_lake(bare, lake(&twice)), twice);
        assert_eq!(with_lake(bare, ""), bare);
    }

    #[test]
    fn a_ratio_is_to_the_first_case_of_its_own_group() -> Written {
        let case = |group: &str, name: &str, instructions: [u64; 3]| Counted {
            group: group.to_owned(),
            name: name.to_owned(),
            instructions: instructions.to_vec(),
            allocations: vec![10],
        };
        let mut page = String::new();
        counts(
            &mut page,
            &[
                case("decode, Liner", "hand-written types", [90, 100, 110]),
                case("decode, HighLevel", "hand-written types", [200, 200, 200]),
                case("decode, HighLevel", "callslip", [149, 150, 152]),
            ],
        )?;
        let last = page.lines().last().unwrap_or_default();
        insta::assert_snapshot!(last, @"| callslip | 150 | 149 to 152 | 0.75 | 0.77 | 10 | 10 to 10 | 1.00 |  |");
        Ok(())
    }

    #[test]
    fn a_time_is_shown_with_its_unit() {
        assert_eq!(shown(9_256.7), "9.3 µs");
        assert_eq!(shown(121_980_000.0), "122.0 ms");
    }
}
