//! The program that runs the counting benches under valgrind. Its version must be the library's.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::process::target;

/// By this variable the harness finds the program.
pub const VARIABLE: &str = "GUNGRAUN_RUNNER";

/// The program: the one that the environment names, or ours, which is installed below the target directory the first time.
pub fn runner(root: &Path) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os(VARIABLE) {
        return Ok(named.into());
    }
    let path = root.join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
    let version = version(&lock)?;
    let folder = target(root)?.join("gungraun-runner").join(&version);
    let program = folder.join("bin").join("gungraun-runner");
    if !program.is_file() {
        println!(
            "installing gungraun-runner {version} into {}",
            folder.display()
        );
        let status = Command::new(env!("CARGO"))
            .args(["install", "gungraun-runner", "--locked", "--quiet"])
            .args(["--version", &format!("={version}")])
            .arg("--root")
            .arg(&folder)
            .current_dir(root)
            .status()?;
        if !status.success() {
            bail!("gungraun-runner {version} cannot be installed: set {VARIABLE} to one that is");
        }
    }
    Ok(program)
}

/// The library's version in `Cargo.lock`.
fn version(lock: &str) -> Result<String> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    #[derive(Deserialize)]
    struct Package {
        name: String,
        version: String,
    }
    let lock: Lock = toml::from_str(lock).context("Cargo.lock is not as expected")?;
    let found = lock.package.into_iter().find(|one| one.name == "gungraun");
    Ok(found.context("Cargo.lock has no gungraun")?.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_says_which_version() -> Result<()> {
        let lock = "version = 4\n[[package]]\nname = \"gungraun-macros\"\nversion = \"0.10.0\"\n\
                    [[package]]\nname = \"gungraun\"\nversion = \"0.20.0\"\n";
        assert_eq!(version(lock)?, "0.20.0");
        assert!(version("version = 4\npackage = []\n").is_err());
        Ok(())
    }
}
