//! Counts cases, by what the harness says of each in JSON.

use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::Value;

use super::Counted;
use super::command::Bench;
use super::runner;
use crate::process::output;

/// The version of the JSON that is understood here.
const VERSION: &str = "7";

/// Counts each case of the bench so many times.
pub fn count(root: &Path, bench: &Bench, times: usize) -> Result<Vec<Counted>> {
    let runner = runner::runner(root)?;
    let mut counted = Vec::new();
    for time in 1..=times {
        println!("{bench} ({time} of {times})");
        let mut command = bench.command(root, &[]);
        command
            .env(runner::VARIABLE, &runner)
            .stderr(Stdio::inherit());
        let told = output(&mut command)?;
        let run = read(&told).with_context(|| format!("the output of `{bench}`"))?;
        if counted.is_empty() {
            counted = run;
        } else {
            merge(&mut counted, run)?;
        }
    }
    for case in &mut counted {
        case.instructions.sort_unstable();
        case.allocations.sort_unstable();
    }
    Ok(counted)
}

/// Adds the counts of one more run, which has the same cases in the same order.
fn merge(counted: &mut [Counted], run: Vec<Counted>) -> Result<()> {
    ensure!(counted.len() == run.len(), "the runs differ in their cases");
    for (case, again) in counted.iter_mut().zip(run) {
        ensure!(
            (&case.group, &case.name) == (&again.group, &again.name),
            "the runs differ in their cases"
        );
        case.instructions.extend(again.instructions);
        case.allocations.extend(again.allocations);
    }
    Ok(())
}

/// What is read of a summary; there is one a line, and a line a case.
#[derive(Deserialize)]
struct Summary {
    version: String,
    module_path: String,
    /// The setup as it is written in the bench, and in it the case's title: `(calling("GROUP: NAME"))`. Its form may change with
    /// the harness; what stands in quotes is ours.
    description: String,
    profiles: Vec<Profile>,
}

#[derive(Deserialize)]
struct Profile {
    tool: String,
    data: Value,
}

fn read(told: &str) -> Result<Vec<Counted>> {
    let mut counted = Vec::new();
    for (index, line) in told.lines().enumerate() {
        counted.push(case(line).with_context(|| format!("line {}", index + 1))?);
    }
    if counted.is_empty() {
        bail!("no case was counted: one summary a line was expected");
    }
    Ok(counted)
}

fn case(line: &str) -> Result<Counted> {
    let summary: Summary = serde_json::from_str(line)
        .context("a summary with version, module_path, description and profiles was expected")?;
    ensure!(
        summary.version == VERSION,
        "the summary is of version {}, and version {VERSION} was expected",
        summary.version
    );
    let title = summary
        .description
        .split_once('"')
        .and_then(|(_, rest)| rest.rsplit_once('"'))
        .and_then(|(title, _)| title.split_once(": "));
    let (group, name) = title.with_context(|| {
        format!(
            "{}: a title like \"GROUP: NAME\" was expected in `{}`",
            summary.module_path, summary.description
        )
    })?;
    let total = |tool: &str, metric: &str| {
        let of_tool = |profile: &&Profile| profile.tool == tool;
        let profile = summary.profiles.iter().find(of_tool);
        profile
            .and_then(|profile| {
                let pointer = format!("/total/metrics/{metric}/values/new");
                profile.data.pointer(&pointer)?.as_u64()
            })
            .with_context(|| {
                format!("{group}: {name}: {tool} was expected to tell the total of {metric}")
            })
    };
    Ok(Counted {
        instructions: vec![total("Callgrind", "Ir")?],
        allocations: vec![total("DHAT", "TotalBlocks")?],
        group: group.to_owned(),
        name: name.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What gungraun 0.20.0 printed for one case, less what is not read.
    const LINE: &str = r#"{"baselines":[null,null],"benchmark_file":"benches/benches/instructions.rs","description":"(calling(\"call, HighLevel: callslip\"))","duration_ns":3010483280,"function_name":"held_call","group":"call","id":"highlevel","kind":"LibraryBenchmark","module_path":"instructions::call::held_call","profiles":[{"data":{"parts":[{"metrics":{"Ir":{"values":{"new":1}}},"tool_run":{"new":{"command":"instructions --gungraun-run","part":1,"pid":24834,"thread":1}}}],"total":{"metrics":{"Ir":{"change":{"diff_pct":"0.0","factor":"1.0"},"values":{"new":205694,"old":205700}}},"regressions":[]}},"duration_ns":1103965028,"tool":"Callgrind"},{"data":{"parts":[],"total":{"metrics":{"TotalBlocks":{"values":{"new":166}},"TotalBytes":{"values":{"new":30800}}},"regressions":[]}},"tool":"DHAT"}],"version":"7"}"#;

    fn told(line: &str) -> String {
        match read(line) {
            Ok(_) => "read".to_owned(),
            Err(error) => format!("{error:#}"),
        }
    }

    #[test]
    fn a_summary_is_read() -> Result<()> {
        let counted = read(&format!("{LINE}\n{LINE}\n"))?;
        assert_eq!(counted.len(), 2);
        let case = &counted[1];
        assert_eq!(
            (case.group.as_str(), case.name.as_str()),
            ("call, HighLevel", "callslip")
        );
        assert_eq!((case.instructions(), case.allocations()), (205_694, 166));
        Ok(())
    }

    #[test]
    fn a_summary_that_is_not_as_expected_is_told() {
        insta::assert_snapshot!(told(""), @"no case was counted: one summary a line was expected");
        insta::assert_snapshot!(told(&LINE.replace(r#""version":"7""#, r#""version":"8""#)), @"line 1: the summary is of version 8, and version 7 was expected");
        insta::assert_snapshot!(told(&LINE.replace("TotalBlocks", "Blocks")), @"line 1: call, HighLevel: callslip: DHAT was expected to tell the total of TotalBlocks");
        insta::assert_snapshot!(told(&LINE.replace("call, HighLevel: ", "")), @r#"line 1: instructions::call::held_call: a title like "GROUP: NAME" was expected in `(calling("callslip"))`"#);
        insta::assert_snapshot!(told(&LINE.replace("description", "details")), @"line 1: a summary with version, module_path, description and profiles was expected: missing field `description` at line 1 column 787");
    }

    #[test]
    fn runs_are_put_together_case_by_case() -> Result<()> {
        let mut counted = read(LINE)?;
        merge(&mut counted, read(&LINE.replace("205694", "205600"))?)?;
        assert_eq!(counted[0].instructions, [205_694, 205_600]);
        let other = read(&LINE.replace(": callslip", ": by hand"))?;
        assert!(merge(&mut counted, other).is_err());
        Ok(())
    }
}
