//! Times cases, by the samples that the harness keeps of each.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Timed;
use super::command::Bench;
use crate::process::{output, target};

/// By this variable the harness is told where to keep its samples.
const HOME: &str = "CRITERION_HOME";

/// Times each case of the bench.
pub fn time(root: &Path, bench: &Bench) -> Result<Vec<Timed>> {
    let folder = target(root)?.join("criterion-xtask");
    // What an earlier run left would be taken for this one's.
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{}", folder.display()))?;
    }
    println!("{bench}");
    let status = told(bench.command(root, &[]), &folder).status()?;
    if !status.success() {
        bail!("`{bench}` failed");
    }
    // The samples lie in no order; the list of the cases has the bench's.
    let list = output(&mut told(bench.command(root, &["--list"]), &folder))?;
    ordered(&list, samples(&folder)?)
}

fn told(mut command: Command, folder: &Path) -> Command {
    command.env(HOME, folder);
    command
}

/// What the harness says of a case in `new/benchmark.json`.
#[derive(Deserialize)]
struct Benchmark {
    group_id: String,
    function_id: String,
    full_id: String,
}

/// Its samples in `new/sample.json`: how often the case was run for each, and the nanoseconds that took.
#[derive(Deserialize)]
struct Sample {
    iters: Vec<f64>,
    times: Vec<f64>,
}

/// Every case that was timed, by its full name. They lie two folders deep: group and case.
fn samples(folder: &Path) -> Result<HashMap<String, Timed>> {
    let mut found = HashMap::new();
    for group in folders(folder)? {
        for case in folders(&group)? {
            let new = case.join("new");
            if new.is_dir() {
                let about: Benchmark = read(&new.join("benchmark.json"))?;
                let sample: Sample = read(&new.join("sample.json"))?;
                let timed = Timed {
                    times: each(sample)
                        .with_context(|| format!("{}", new.join("sample.json").display()))?,
                    group: about.group_id,
                    name: about.function_id,
                };
                found.insert(about.full_id, timed);
            }
        }
    }
    Ok(found)
}

fn folders(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let context = || format!("{}: a folder of samples was expected", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(context)? {
        let path = entry.with_context(context)?.path();
        if path.is_dir() {
            found.push(path);
        }
    }
    Ok(found)
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let context = || format!("{}: criterion's JSON was expected", path.display());
    let text = fs::read(path).with_context(context)?;
    serde_json::from_slice(&text).with_context(context)
}

/// Nanoseconds of one run in each sample, sorted.
fn each(sample: Sample) -> Result<Vec<f64>> {
    ensure!(
        !sample.times.is_empty() && sample.times.len() == sample.iters.len(),
        "as many times as counts of iterations were expected, and at least one"
    );
    let pairs = sample.times.iter().zip(&sample.iters);
    let mut times: Vec<f64> = pairs.map(|(time, count)| time / count).collect();
    times.sort_by(f64::total_cmp);
    Ok(times)
}

/// The cases in the order of the list, whose lines are `GROUP/NAME: benchmark`.
fn ordered(list: &str, mut found: HashMap<String, Timed>) -> Result<Vec<Timed>> {
    let names = list
        .lines()
        .filter_map(|line| line.strip_suffix(": benchmark"));
    let mut timed = Vec::new();
    for name in names {
        timed.push(
            found
                .remove(name)
                .with_context(|| format!("there are no samples of `{name}`"))?,
        );
    }
    ensure!(
        !timed.is_empty(),
        "a list of lines `GROUP/NAME: benchmark` was expected:\n{list}"
    );
    Ok(timed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What criterion 0.8.2 wrote for one case.
    const BENCHMARK: &str = r#"{"group_id":"call, HighLevel","function_id":"callslip","value_str":null,"throughput":null,"full_id":"call, HighLevel/callslip","directory_name":"call, HighLevel/callslip","title":"call, HighLevel/callslip"}"#;
    const SAMPLE: &str =
        r#"{"sampling_mode":"Flat","iters":[2.0,2.0,4.0],"times":[300.0,200.0,480.0]}"#;

    fn written(sample: &str) -> Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        // A report of the whole group has no samples.
        fs::create_dir_all(folder.path().join("call, HighLevel/report"))?;
        let new = folder.path().join("call, HighLevel/callslip/new");
        fs::create_dir_all(&new)?;
        fs::write(new.join("benchmark.json"), BENCHMARK)?;
        fs::write(new.join("sample.json"), sample)?;
        Ok(folder)
    }

    #[test]
    fn samples_are_read_per_run_and_sorted() -> Result<()> {
        let folder = written(SAMPLE)?;
        let list = "call, HighLevel/callslip: benchmark\n";
        let timed = ordered(list, samples(folder.path())?)?;
        assert_eq!(timed[0].group, "call, HighLevel");
        assert_eq!(timed[0].name, "callslip");
        assert_eq!(timed[0].times, [100.0, 120.0, 150.0]);
        Ok(())
    }

    #[test]
    fn what_is_not_as_expected_is_told() -> Result<()> {
        let shown = |error: anyhow::Error, folder: &Path| {
            format!("{error:#}").replace(&folder.display().to_string(), "FOLDER")
        };
        let folder = written("{}")?;
        let error = samples(folder.path()).err().context("an error")?;
        insta::assert_snapshot!(shown(error, folder.path()), @"FOLDER/call, HighLevel/callslip/new/sample.json: criterion's JSON was expected: missing field `iters` at line 1 column 2");
        let folder = written(r#"{"iters":[1.0],"times":[]}"#)?;
        let error = samples(folder.path()).err().context("an error")?;
        insta::assert_snapshot!(shown(error, folder.path()), @"FOLDER/call, HighLevel/callslip/new/sample.json: as many times as counts of iterations were expected, and at least one");
        let error = ordered("a/b: benchmark\n", HashMap::new()).err();
        insta::assert_snapshot!(shown(error.context("an error")?, folder.path()), @"there are no samples of `a/b`");
        assert!(ordered("", HashMap::new()).is_err());
        Ok(())
    }
}
