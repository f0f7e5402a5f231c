//! Whether a change of the specs that breaks users is said to be one: by the version, or in the changelog.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use callslip_codegen::diff::{Effect, Source, compare};
use toml_edit::DocumentMut;

use crate::process::output;

const CHANGELOG: &str = "CHANGELOG.md";

/// Compares the specs of the workspace at `root` with those of the last release, or of where this branch left `base`.
///
/// # Errors
///
/// If something breaks users, and neither the version is raised for it nor the changelog names it; and if git cannot be asked.
pub fn check(root: &Path, base: Option<&str>) -> Result<()> {
    // Specs of a revision are read in the repository that the process stands in.
    std::env::set_current_dir(root)?;
    let Some(base) = revision(base)? else {
        println!("there is no release to compare the specs with");
        return Ok(());
    };
    let old = |file: &str| git(&["show", &format!("{base}:{file}")]);
    let now = |file: &str| std::fs::read_to_string(file).with_context(|| file.to_owned());
    let is_raised = breaks(
        &version(&old("Cargo.toml")?)?,
        &version(&now("Cargo.toml")?)?,
    );
    let changelog = now(CHANGELOG)?;
    let named = named(&old(CHANGELOG).unwrap_or_default(), &changelog);
    let mut wrong = Vec::new();
    let listed = git(&["ls-tree", "-d", "--name-only", &base, "specs/"])?;
    for folder in listed.lines() {
        let name = folder.trim_start_matches("specs/");
        let found = broken(&base, folder)?;
        found.iter().for_each(|what| println!("{name}: {what}"));
        let is_named = named
            .iter()
            .any(|line| line.contains(&format!("`callslip-{name}`")));
        if !(found.is_empty() || is_raised || is_named) {
            wrong.push(format!(
                "specs/{name} breaks users of what there was at {base} (above); in {CHANGELOG}, below `### Breaking` of `Unreleased`, \
                 say in a line with `callslip-{name}` what to write instead, or raise the version in Cargo.toml"
            ));
        }
    }
    if !wrong.is_empty() {
        bail!("{}", wrong.join("\n"));
    }
    println!("nothing breaks users of what there was at {base} without a word");
    Ok(())
}

/// Where this branch left a revision, or the last release.
fn revision(base: Option<&str>) -> Result<Option<String>> {
    let found = match base {
        Some(base) => git(&["merge-base", base, "HEAD"])?,
        None => {
            let tags = [
                "tag",
                "--merged",
                "HEAD",
                "--sort=-version:refname",
                "--list",
                "v[0-9]*",
            ];
            git(&tags)?
        }
    };
    Ok(found.lines().next().map(str::to_owned))
}

fn git(arguments: &[&str]) -> Result<String> {
    output(Command::new("git").args(arguments))
}

/// What breaks users of a spec, by Rust item.
fn broken(base: &str, folder: &str) -> Result<Vec<String>> {
    if !Path::new(folder).join("openapi.yaml").is_file() {
        return Ok(vec!["the crate is gone".to_owned()]);
    }
    let before = Source::Revision {
        revision: base.to_owned(),
        folder: folder.to_owned(),
    };
    let report = compare(&before, &Source::Folder(folder.into()))?;
    let changes = report.changes().iter();
    let breaking = changes.filter(|change| change.effect == Effect::Breaking);
    Ok(breaking
        .map(|change| format!("`{}`: {}", change.item, change.what))
        .collect())
}

/// The version that all crates share.
fn version(manifest: &str) -> Result<Vec<u64>> {
    let manifest: DocumentMut = manifest.parse()?;
    let version = manifest["workspace"]["package"]["version"].as_str();
    let version = version.context("Cargo.toml: there is no version in [workspace.package]")?;
    let numbers = version
        .split(['.', '-', '+'])
        .map_while(|part| part.parse().ok());
    Ok(numbers.collect())
}

/// Whether semantic versioning lets the new version break users of the old one: by its first number that is not 0.
fn breaks(old: &[u64], new: &[u64]) -> bool {
    let counted = old.iter().take_while(|number| **number == 0).count() + 1;
    new.iter().take(counted).gt(old.iter().take(counted))
}

/// The lines below `### Breaking` of `Unreleased` that were not there before.
fn named<'t>(old: &str, new: &'t str) -> Vec<&'t str> {
    let unreleased = new
        .split("\n## ")
        .find(|section| section.starts_with("Unreleased"));
    let parts = unreleased
        .into_iter()
        .flat_map(|section| section.split("\n### "));
    let breaking = parts.filter(|part| part.starts_with("Breaking"));
    let lines = breaking.flat_map(|part| part.lines().skip(1));
    lines
        .filter(|line| !old.lines().any(|known| known == *line))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_that_counts_is_the_first_that_is_not_0() {
        let raised = |old: &[u64], new: &[u64]| breaks(old, new);
        assert!(raised(&[0, 1, 4], &[0, 2, 0]) && raised(&[0, 1, 4], &[1, 0, 0]));
        assert!(raised(&[1, 2, 3], &[2, 0, 0]) && raised(&[0, 0, 1], &[0, 0, 2]));
        assert!(!raised(&[0, 1, 4], &[0, 1, 5]) && !raised(&[1, 2, 3], &[1, 3, 0]));
        assert!(!raised(&[0, 1, 4], &[0, 1, 4]) && !raised(&[1, 2, 3], &[0, 9, 0]));
    }

    #[test]
    fn only_what_is_new_and_unreleased_names_a_break() {
        let old = "# Changelog\n\n## Unreleased\n\n### Breaking\n\n- `callslip-a`: gone\n";
        let new = format!(
            "{old}- `callslip-b`: new\n\n### Features\n\n- `callslip-c`\n\n## 0.1.0\n\n### Breaking\n\n- `callslip-d`\n"
        );
        assert_eq!(named(old, &new), ["- `callslip-b`: new"]);
    }
}
