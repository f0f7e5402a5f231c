//! Builds a program from nothing and once more after a touch, and says what that took.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, bail};

use super::programs::Program;

/// A touch is measured so often; the least counts, since all that can disturb it makes it longer.
const TOUCHES: usize = 3;

pub struct Built {
    pub title: &'static str,
    /// CPU time of all processes of a release build from nothing.
    pub cold: Duration,
    /// The same after the library (or, where there is none, the program) was touched.
    pub touched: Duration,
    /// Bytes of the stripped program.
    pub binary: u64,
    pub dependencies: usize,
}

pub fn measure(program: &Program) -> Result<Built> {
    let target = program.folder.join("target");
    if target.exists() {
        std::fs::remove_dir_all(&target)?;
    }
    // What is fetched is not counted.
    cargo(program, &target, &["fetch"])?;
    let cold = timed(|| cargo(program, &target, &BUILD))?;
    let mut touched = Duration::MAX;
    for _ in 0..TOUCHES {
        touch(&program.touched)?;
        touched = touched.min(timed(|| cargo(program, &target, &BUILD))?);
    }
    let tree = crate::process::output(
        Command::new(env!("CARGO"))
            .args(["tree", "--edges", "normal", "--prefix", "none"])
            .current_dir(&program.folder),
    )?;
    let mut names: Vec<&str> = tree
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .collect();
    names.sort_unstable();
    names.dedup();
    Ok(Built {
        title: program.title,
        cold,
        touched,
        binary: std::fs::metadata(target.join("release").join(program.name))?.len(),
        // The program itself is none.
        dependencies: names.len() - 1,
    })
}

impl Built {
    /// Takes over what another measurement found to take less.
    pub fn take_less(&mut self, other: &Self) {
        self.cold = self.cold.min(other.cold);
        self.touched = self.touched.min(other.touched);
    }
}

const BUILD: [&str; 4] = ["build", "--release", "--quiet", "--offline"];

fn cargo(program: &Program, target: &Path, arguments: &[&str]) -> Result<()> {
    let run = Command::new(env!("CARGO"))
        .args(arguments)
        .env("CARGO_TARGET_DIR", target)
        .env_remove("RUSTFLAGS")
        .current_dir(&program.folder)
        .output()?;
    if !run.status.success() {
        bail!(
            "{} does not build:\n{}",
            program.title,
            String::from_utf8_lossy(&run.stderr)
        );
    }
    Ok(())
}

fn touch(file: &PathBuf) -> Result<()> {
    let file = std::fs::File::options()
        .append(true)
        .open(file)
        .with_context(|| format!("{}", file.display()))?;
    file.set_modified(SystemTime::now())?;
    Ok(())
}

/// CPU time, user and system, of what is run inside.
fn timed(run: impl FnOnce() -> Result<()>) -> Result<Duration> {
    let before = children()?;
    run()?;
    Ok(children()?.saturating_sub(before))
}

/// CPU time of all processes that this one has waited for, and of those that they waited for.
fn children() -> Result<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat")
        .context("/proc/self/stat: CPU time of other processes is read on Linux only")?;
    // The second field is the program's name in parentheses, and may hold spaces.
    let fields = stat.rsplit(") ").next().unwrap_or_default();
    let ticks: Option<u64> = fields
        .split_whitespace()
        // `cutime` and `cstime`, fields 16 and 17 of proc(5); the first here is field 3.
        .skip(13)
        .take(2)
        .map(|field| field.parse::<u64>().ok())
        .sum();
    // The kernel counts in hundredths of a second for programs, whatever it does inside.
    ticks
        .map(|ticks| Duration::from_millis(ticks * 10))
        .context("/proc/self/stat is not as proc(5) says")
}
