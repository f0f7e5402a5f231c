//! `cargo xtask bench lake`: a lake filled from a mock of HighLevel, beside a loop by hand over the same stream and beside dlt, on one machine,
//! one after the other; and as many calls as a list in CSV. What a process costs is what the system says of it: no figure depends on the mock's own work.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::page;
use crate::process::{circumstances, output, target};

/// The most that a lake may cost, as a multiple of the loop by hand.
const TIMES_BY_HAND: f64 = 1.25;
/// So many times less than dlt it has to cost.
const LESS_THAN_DLT: f64 = 8.0;
/// The most memory that it may need, however many calls there are.
const MEBIBYTES: f64 = 160.0;
/// So many times the calls are read, too: as it is, and in as much memory as this.
const MORE: u64 = 10;
const TOLD_MEBIBYTES: f64 = 96.0;
/// The cases.
const BY_HAND: &str = "by hand";
const LAKE: &str = "callslip lake";
const LIST: &str = "callslip list, to CSV";
const DLT: &str = "dlt";
const DLT_TURNS: &str = "dlt, with turns";
/// How often each is run, in turns with the others.
const TURNS: usize = 7;
/// How often it is looked how much memory a process has had at most.
const LOOK: Duration = Duration::from_millis(10);

/// What one run of a program took.
#[derive(Clone, Copy, Debug, Default)]
struct Cost {
    /// Of user and system.
    cpu_seconds: f64,
    mebibytes: f64,
    seconds: f64,
}

/// A program that reads all calls, as often as it was run.
struct Case {
    name: String,
    calls: u64,
    runs: Vec<Cost>,
}

impl Case {
    /// The least: what else a machine does makes a run take longer, and none takes less than it needs.
    fn cpu(&self) -> f64 {
        let all = self.runs.iter().map(|run| run.cpu_seconds);
        all.fold(f64::INFINITY, f64::min)
    }

    fn seconds(&self) -> f64 {
        let all = self.runs.iter().map(|run| run.seconds);
        all.fold(f64::INFINITY, f64::min)
    }

    /// The most that it has needed.
    fn mebibytes(&self) -> f64 {
        self.runs
            .iter()
            .map(|run| run.mebibytes)
            .fold(0.0, f64::max)
    }
}

/// Measures, and writes the part of `BENCHMARKS.md` that tells of it.
pub fn run(root: &Path, calls: u64, without_dlt: bool) -> Result<()> {
    ensure!(
        cfg!(target_os = "linux"),
        "memory is read from /proc, which only Linux has"
    );
    let built = target(root)?.join("release");
    // In one go, so that nothing below the two is compiled twice.
    let build = "build --release -p callslip-cli -p callslip-lake --features callslip-cli/lake,callslip-lake/delta --bin callslip --example by_hand";
    let mut command = Command::new(env!("CARGO"));
    let built_well = command.args(build.split(' ')).current_dir(root).status()?;
    ensure!(built_well.success(), "`cargo {build}` failed");
    let work = target(root)?.join("bench-lake");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    fs::create_dir_all(&work)?;
    let callslip = built.join("callslip");
    let mock = Mock::start(&callslip, calls, &work)?;
    let mut cases = [BY_HAND, LAKE, LIST, DLT, DLT_TURNS].map(|name| Case {
        name: name.to_owned(),
        calls,
        runs: Vec::new(),
    });
    for turn in 0..TURNS {
        for case in &mut cases {
            if without_dlt && [DLT, DLT_TURNS].contains(&case.name.as_str()) {
                continue;
            }
            let folder = work.join(format!("{}-{turn}", case.name.replace(' ', "-")));
            fs::create_dir_all(&folder)?;
            let mut command = match case.name.as_str() {
                BY_HAND => Command::new(built.join("examples/by_hand")),
                DLT | DLT_TURNS => {
                    let mut python = Command::new(python(root)?);
                    python.arg(root.join("benches/lake/dlt_highlevel.py"));
                    python
                }
                LIST => {
                    let mut list = Command::new(&callslip);
                    let asked = "list highlevel --location-id L --page-size 50 --format csv -o";
                    list.args(asked.split(' '));
                    list
                }
                _ => lake(&callslip, &folder)?,
            };
            let place = match case.name.as_str() {
                LIST => folder.join("calls.csv"),
                _ => folder.clone(),
            };
            command.arg(place);
            if case.name == DLT_TURNS {
                command.arg("turns");
            }
            case.runs.push(mock.measure(&case.name, &mut command)?);
            // Nothing is removed before the last run: what makes files behind that is slower for a while.
            if case.name == LAKE {
                whole(&callslip, &folder, calls)?;
            }
        }
    }
    drop(mock);
    let mut cases: Vec<Case> = cases
        .into_iter()
        .filter(|case| !case.runs.is_empty())
        .collect();
    let calls_more = calls * MORE;
    let mock = Mock::start(&callslip, calls_more, &work)?;
    for memory in [None, Some(TOLD_MEBIBYTES)] {
        let name = more(memory);
        let folder = work.join(name.replace(' ', "-"));
        let mut command = lake(&callslip, &folder)?;
        if let Some(memory) = memory {
            command.args(["--memory", &format!("{memory}MiB")]);
        }
        let cost = mock.measure(&name, command.arg(&folder))?;
        whole(&callslip, &folder, calls_more)?;
        cases.push(Case {
            name,
            calls: calls_more,
            runs: vec![cost],
        });
    }
    drop(mock);
    fs::remove_dir_all(&work)?;
    let path = root.join("BENCHMARKS.md");
    let old = fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
    fs::write(
        &path,
        page::with_lake(&old, &section(&cases, calls, &circumstances()?)),
    )?;
    println!("wrote {}", path.display());
    Ok(())
}

/// What the lake of more calls is called.
fn more(memory: Option<f64>) -> String {
    let name = format!("{LAKE}, {MORE} times the calls");
    match memory {
        Some(memory) => format!("{name}, --memory {memory}MiB"),
        None => name,
    }
}

/// A lake that is made, and the command that fills it.
fn lake(callslip: &Path, folder: &Path) -> Result<Command> {
    let source = ["--source", "hl=highlevel:location_id=L", "--since", "91d"];
    let mut init = Command::new(callslip);
    output(init.args(["lake", "init"]).arg(folder).args(source))?;
    let mut run = Command::new(callslip);
    run.args(["lake", "run"]);
    Ok(run)
}

/// Whether a lake has every call, proved.
fn whole(callslip: &Path, folder: &Path, calls: u64) -> Result<()> {
    let status = ["lake", "status", "--format", "json"];
    has(
        &output(Command::new(callslip).args(status).arg(folder))?,
        calls,
    )
}

fn has(status: &str, calls: u64) -> Result<()> {
    let windows: Vec<serde_json::Value> = serde_json::from_str(status)?;
    let held: u64 = windows
        .iter()
        .filter_map(|window| window["calls"].as_u64())
        .sum();
    ensure!(
        held == calls,
        "the lake has {held} of {calls} calls, so its cost says nothing"
    );
    Ok(())
}

/// A mock of HighLevel in a process of its own, which ends with this.
struct Mock {
    process: Child,
    url: String,
    /// What it says of what goes wrong.
    messages: PathBuf,
}

impl Mock {
    fn start(callslip: &Path, calls: u64, work: &Path) -> Result<Self> {
        let messages = work.join(format!("mock-of-{calls}.txt"));
        let mut command = Command::new(callslip);
        command.args(["mock", "highlevel", "--port", "0", "--seed", "1", "--calls"]);
        command
            .arg(calls.to_string())
            .stdout(Stdio::piped())
            .stderr(File::create(&messages)?);
        let mut process = command.spawn().context("the mock")?;
        let mut line = String::new();
        let out = process.stdout.take().context("the mock's output")?;
        BufReader::new(out).read_line(&mut line)?;
        let url = line.trim().strip_prefix("highlevel: ");
        let url = url.with_context(|| format!("the mock told no address: {line}"))?;
        Ok(Self {
            url: url.to_owned(),
            process,
            messages,
        })
    }

    /// Has a program read it.
    fn measure(&self, name: &str, command: &mut Command) -> Result<Cost> {
        command
            .env("HIGHLEVEL_BASE_URL", &self.url)
            .env("HIGHLEVEL_ACCESS_TOKEN", "demo")
            .stdout(Stdio::null());
        let messages = || {
            let last = fs::read_to_string(&self.messages).unwrap_or_default();
            let last: Vec<&str> = last.lines().rev().take(3).collect();
            format!("{name}, of a mock that says last: {last:?}")
        };
        let cost = measure(command).with_context(messages)?;
        println!("{name}: {cost:?}");
        Ok(cost)
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs a program to its end.
fn measure(command: &mut Command) -> Result<Cost> {
    let (before, began) = (children_ticks()?, Instant::now());
    let mut process = command.spawn().with_context(|| format!("{command:?}"))?;
    let status = PathBuf::from(format!("/proc/{}/status", process.id()));
    let mut most = 0;
    let ended = loop {
        // A process that has just ended has none.
        let text = fs::read_to_string(&status).unwrap_or_default();
        most = most.max(peak(&text).unwrap_or(0));
        match process.try_wait()? {
            Some(ended) => break ended,
            None => sleep(LOOK),
        }
    };
    ensure!(ended.success(), "{command:?} failed");
    let ticks: f64 = output(Command::new("getconf").arg("CLK_TCK"))?
        .trim()
        .parse()?;
    Ok(Cost {
        cpu_seconds: (children_ticks()? - before) as f64 / ticks,
        mebibytes: most as f64 / 1024.0,
        seconds: began.elapsed().as_secs_f64(),
    })
}

/// The most memory that a process has had, in KiB.
fn peak(status: &str) -> Option<u64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// The time, of user and system, of all children that have ended.
fn children_ticks() -> Result<u64> {
    ticks(&fs::read_to_string("/proc/self/stat")?).context("/proc/self/stat")
}

fn ticks(stat: &str) -> Option<u64> {
    // The name, in parentheses, can hold anything.
    let (_, fields) = stat.rsplit_once(')')?;
    let of_children = fields.split_whitespace().skip(13).take(2);
    of_children.map(|field| field.parse::<u64>().ok()).sum()
}

/// Python with dlt, in an environment of its own.
fn python(root: &Path) -> Result<PathBuf> {
    let venv = target(root)?.join("bench-venv");
    let (wanted, has) = (
        root.join("benches/lake/requirements.txt"),
        venv.join("requirements.txt"),
    );
    let wanted_text = fs::read_to_string(&wanted)?;
    if fs::read_to_string(&has).ok().as_ref() != Some(&wanted_text) {
        output(
            Command::new("python3")
                .args(["-m", "venv", "--clear"])
                .arg(&venv),
        )?;
        let install = [
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
        ];
        output(
            Command::new(venv.join("bin/pip"))
                .args(install)
                .arg(&wanted),
        )?;
        fs::write(&has, wanted_text)?;
    }
    Ok(venv.join("bin/python"))
}

fn section(cases: &[Case], calls: u64, circumstances: &str) -> String {
    let mut text = format!(
        "{}\n\n{calls} calls of the HighLevel mock with their transcripts, read over HTTP by one process after the other: the least of its \
         runs, which are made in turns, and the most memory; CPU as the system counts it for user and system, without the mock's. What has other calls is compared by the call. By hand is the SDK's stream into two Parquet files \
         (`crates/lake/examples/by_hand.rs`), with no window, commit, hash or proof. dlt is its REST source into Parquet files \
         (`benches/lake/dlt_highlevel.py`), which leaves transcripts as they come; with turns it makes a table of them, too, as the lake and the \
         loop by hand do.\n\n\
         | case | CPU | CPU a call | × by hand | peak memory | wall clock | runs |\n|---|---|---|---|---|---|---|\n",
        page::LAKE
    );
    let of = |name: &str| cases.iter().find(|case| case.name == name);
    let floor = of(BY_HAND).map_or(f64::NAN, Case::cpu);
    let a_call = floor / calls as f64;
    for case in cases {
        let cpu = case.cpu();
        let _ = writeln!(
            text,
            "| {} | {cpu:.2} s | {:.0} µs | {:.2} | {:.0} MiB | {:.1} s | {} |",
            case.name,
            cpu * 1e6 / case.calls as f64,
            cpu / case.calls as f64 / a_call,
            case.mebibytes(),
            case.seconds(),
            case.runs.len(),
        );
    }
    text.push_str("\n| target | measured | |\n|---|---|---|\n");
    let lake = of(LAKE);
    let times = lake.map_or(f64::NAN, Case::cpu) / floor;
    let mut targets = vec![(
        format!("at most {TIMES_BY_HAND} × by hand"),
        format!("{times:.2}"),
        times <= TIMES_BY_HAND,
    )];
    for (what, most, name) in [
        (String::new(), MEBIBYTES, LAKE.to_owned()),
        (format!(", {MORE} times the calls"), MEBIBYTES, more(None)),
        (
            ", told so".to_owned(),
            TOLD_MEBIBYTES,
            more(Some(TOLD_MEBIBYTES)),
        ),
    ] {
        let Some(memory) = of(&name).map(Case::mebibytes) else {
            continue;
        };
        targets.push((
            format!("at most {most} MiB{what}"),
            format!("{memory:.0} MiB"),
            memory <= most,
        ));
    }
    for (dlt, lake) in [DLT, DLT_TURNS]
        .into_iter()
        .filter_map(of)
        .zip(lake.into_iter().cycle())
    {
        let less = dlt.cpu() / lake.cpu();
        let told = format!("at least {LESS_THAN_DLT} × less CPU than {}", dlt.name);
        targets.push((told, format!("{less:.1} ×"), less >= LESS_THAN_DLT));
    }
    for (target, measured, met) in targets {
        let met = if met { "met" } else { "missed" };
        let _ = writeln!(text, "| {target} | {measured} | {met} |");
    }
    let _ = writeln!(text, "\nOn {circumstances}, by `cargo xtask bench lake`.");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_of_a_process_is_read() {
        assert_eq!(peak("Name:\tx\nVmHWM:\t   20480 kB\n"), Some(20480));
        assert_eq!(peak("Name:\tx\n"), None);
        assert_eq!(
            ticks("7 (a) b) S 1 2 3 4 5 6 7 8 9 10 11 12 300 45 0"),
            Some(345)
        );
    }

    #[test]
    fn a_target_that_is_missed_is_told() {
        let case = |name: &str, cpu_seconds| Case {
            name: name.to_owned(),
            calls: 1000,
            runs: [(cpu_seconds, 80.0), (cpu_seconds + 1.0, 70.0)]
                .map(|(cpu_seconds, mebibytes)| Cost {
                    cpu_seconds,
                    mebibytes,
                    seconds: 9.0 * cpu_seconds,
                })
                .to_vec(),
        };
        let text = section(
            &[
                case("by hand", 2.0),
                case("callslip lake", 4.0),
                case("dlt", 40.0),
                Case {
                    calls: 10_000,
                    ..case(&more(Some(TOLD_MEBIBYTES)), 50.0)
                },
            ],
            1000,
            "a machine",
        );
        assert!(
            text.contains("| callslip lake | 4.00 s | 4000 µs | 2.00 | 80 MiB | 36.0 s | 2 |"),
            "{text}"
        );
        assert!(
            text.contains("| at most 1.25 × by hand | 2.00 | missed |"),
            "{text}"
        );
        assert!(
            text.contains("| at least 8 × less CPU than dlt | 10.0 × | met |"),
            "{text}"
        );
        // By the call, where it has more of them.
        for told in [
            "| callslip lake, 10 times the calls, --memory 96MiB | 50.00 s | 5000 µs | 2.50 | 80 MiB |",
            "| at most 96 MiB, told so | 80 MiB | met |",
        ] {
            assert!(text.contains(told), "{text}");
        }
    }

    #[test]
    fn a_lake_that_lacks_calls_is_no_measure() {
        let status = r#"[{"calls": 2}, {"calls": 3}]"#;
        assert!(has(status, 5).is_ok());
        assert!(has(status, 6).is_err());
    }
}
