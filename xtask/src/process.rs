//! Other programs, run for what they print.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// What a program prints, if it ends well.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let run = command.output().with_context(|| format!("{command:?}"))?;
    if !run.status.success() {
        let told = String::from_utf8_lossy(&run.stderr).into_owned();
        bail!("{command:?} failed:\n{told}");
    }
    Ok(String::from_utf8(run.stdout)?)
}

/// Where cargo builds to.
pub(crate) fn target(root: &Path) -> Result<PathBuf> {
    let metadata = ["metadata", "--no-deps", "--format-version", "1"];
    let text = output(Command::new(env!("CARGO")).args(metadata).current_dir(root))?;
    let tree: serde_json::Value = serde_json::from_str(&text)?;
    let folder = tree["target_directory"]
        .as_str()
        .context("cargo tells no target directory")?;
    Ok(folder.into())
}

/// The machine and the compiler, for the foot of a page of figures.
pub(crate) fn circumstances() -> Result<String> {
    let rustc = output(Command::new("rustc").arg("--version"))?;
    let date = output(Command::new("date").args(["-u", "+%Y-%m-%d"]))?;
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    Ok(format!(
        "{} {}, {cores} cores, {}, {}",
        std::env::consts::ARCH,
        std::env::consts::OS,
        rustc.trim(),
        date.trim()
    ))
}
