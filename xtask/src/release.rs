//! What a release is made of, and whether it can be made: versions, order, and what is in the packages. Publishes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::process::output;

/// What a published crate asks for by its exact version: generated code calls it below the names that semver protects.
const RUNTIME: &str = "callslip-core";

/// What a package has at its root.
const FILES: [&str; 7] = [
    ".cargo_vcs_info.json",
    "Cargo.lock",
    "Cargo.toml",
    "Cargo.toml.orig",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
];
const FOLDERS: [&str; 5] = [
    "benches",
    "examples",
    "proptest-regressions",
    "src",
    "tests",
];
/// What editors and snapshot tests leave behind.
const LEFTOVERS: [&str; 6] = [".bak", ".orig", ".pending-snap", ".rej", ".snap.new", "~"];

/// A crate of the workspace, as cargo tells of it.
#[derive(Clone, Debug, Deserialize)]
struct Package {
    name: String,
    version: String,
    dependencies: Vec<Dependency>,
    /// The registries that it may go to, if they are limited.
    publish: Option<Vec<String>>,
    license: Option<String>,
    features: BTreeMap<String, Vec<String>>,
    metadata: Option<serde_json::Value>,
    targets: Vec<Target>,
    manifest_path: PathBuf,
}

#[derive(Clone, Debug, Deserialize)]
struct Dependency {
    name: String,
    req: String,
    kind: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

impl Package {
    fn is_published(&self) -> bool {
        self.publish.as_ref().is_none_or(|to| !to.is_empty())
    }

    fn is_library(&self) -> bool {
        let mut kinds = self.targets.iter().flat_map(|target| &target.kind);
        kinds.any(|kind| kind == "lib")
    }
}

/// Checks what would be published from the workspace at `root`, and tells the order.
///
/// # Errors
///
/// All that stands against a release; and if cargo or git cannot be asked.
pub fn dry_run(root: &Path) -> Result<()> {
    let run = |program: &str, arguments: &[&str]| {
        output(Command::new(program).args(arguments).current_dir(root))
    };
    let cargo = env!("CARGO");
    let metadata = run(cargo, &["metadata", "--no-deps", "--format-version", "1"])?;
    let mut packages = published(&metadata)?;
    packages.sort_by(|a, b| a.name.cmp(&b.name));
    let changelog = std::fs::read_to_string(root.join("CHANGELOG.md")).context("CHANGELOG.md")?;

    let mut wrong = versions(&packages, &changelog);
    for package in &packages {
        wrong.extend(manifest(package));
        let listed = ["package", "--list", "--allow-dirty", "-p", &package.name];
        let listed = run(cargo, &listed)?;
        wrong.extend(contents(package, &listed.lines().collect::<Vec<_>>()));
    }
    let version = packages
        .first()
        .map_or("", |package| package.version.as_str());
    if !run("git", &["tag", "--list", &format!("v{version}")])?.is_empty() {
        wrong.push(format!(
            "there is a tag v{version}: it is released; set the next version"
        ));
    }
    let steps = order(&packages)?;
    print!("{}", told(version, &steps, &changelog));
    if !wrong.is_empty() {
        bail!("not ready for a release:\n- {}", wrong.join("\n- "));
    }
    Ok(())
}

/// The crates that are published.
fn published(metadata: &str) -> Result<Vec<Package>> {
    let metadata: Metadata = serde_json::from_str(metadata).context("what cargo tells")?;
    let all = metadata.packages.into_iter();
    Ok(all.filter(Package::is_published).collect())
}

/// In which steps crates are published: each only depends on those of the steps before it, in its tests as well, since it is
/// packaged with them.
fn order(packages: &[Package]) -> Result<Vec<Vec<&Package>>> {
    let mut left: Vec<&Package> = packages.iter().collect();
    let mut steps = Vec::new();
    while !left.is_empty() {
        let waiting: BTreeSet<&str> = left.iter().map(|package| package.name.as_str()).collect();
        // What has a path and no version is not asked for by the package.
        let waits = |package: &&&Package| {
            let mut asked = package.dependencies.iter().filter(|asked| asked.req != "*");
            asked.any(|asked| waiting.contains(asked.name.as_str()))
        };
        let (later, now): (Vec<&Package>, Vec<&Package>) =
            left.iter().partition(|package| waits(package));
        if now.is_empty() {
            let names: Vec<_> = waiting.into_iter().collect();
            bail!(
                "these depend on each other, so none can be published first: {}",
                names.join(", ")
            );
        }
        steps.push(now);
        left = later;
    }
    Ok(steps)
}

/// A version as numbers; none of a preview.
fn numbers(version: &str) -> Option<[u64; 3]> {
    let parts: Vec<u64> = version
        .split('.')
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    parts.try_into().ok()
}

/// The versions that a changelog has sections of, the newest first.
fn sections(changelog: &str) -> Vec<&str> {
    let headings = changelog
        .lines()
        .filter_map(|line| line.strip_prefix("## "));
    let words = headings.filter_map(|heading| heading.split_whitespace().next());
    let bare = words.map(|word| word.trim_matches(['[', ']', 'v']));
    bare.filter(|word| numbers(word).is_some()).collect()
}

fn versions(packages: &[Package], changelog: &str) -> Vec<String> {
    let Some(first) = packages.first() else {
        return vec!["no crate is published".to_owned()];
    };
    let version = first.version.as_str();
    let others = packages.iter().filter(|package| package.version != version);
    let mut wrong: Vec<_> = others
        .map(|other| {
            format!(
                "{} is {}, and {} is {version}: write `version.workspace = true`",
                other.name, other.version, first.name
            )
        })
        .collect();
    let Some(own) = numbers(version) else {
        wrong.push(format!("{version} is no version of three numbers"));
        return wrong;
    };
    // The section of this release may be there already.
    let mut last = sections(changelog)
        .into_iter()
        .filter(|known| *known != version);
    if let Some(last) = last.next().filter(|last| numbers(last) >= Some(own)) {
        wrong.push(format!(
            "the version is {version}, and CHANGELOG.md has {last} as released: set a later one"
        ));
    }
    wrong
}

/// What is wrong with a manifest.
fn manifest(package: &Package) -> Vec<String> {
    let Package { name, version, .. } = package;
    let file = package.manifest_path.display();
    let mut wrong = Vec::new();
    if package.license.is_none() {
        wrong.push(format!(
            "{file}: {name} has no licence: write `license.workspace = true`"
        ));
    }
    let used = package
        .dependencies
        .iter()
        .filter(|used| used.kind.is_none());
    let exact = format!("={version}");
    for used in used.filter(|used| used.name == RUNTIME && used.req != exact) {
        wrong.push(format!(
            "{file}: {name} asks for {RUNTIME} {}: write `{exact}` in [workspace.dependencies], since `rt` changes with any version",
            used.req
        ));
    }
    let metadata = package.metadata.as_ref();
    let flags = metadata.and_then(|metadata| metadata.pointer("/docs/rs/all-features"));
    let is_shown_whole = flags == Some(&serde_json::Value::Bool(true));
    if package.is_library() && !package.features.is_empty() && !is_shown_whole {
        wrong.push(format!(
            "{file}: docs.rs would show {name} without its features: write `all-features = true` under [package.metadata.docs.rs]"
        ));
    }
    wrong
}

/// What is missing in a package, and what should not be there.
fn contents(package: &Package, files: &[&str]) -> Vec<String> {
    let name = &package.name;
    let needed = ["LICENSE-APACHE", "LICENSE-MIT", "README.md"].into_iter();
    let missing = needed.filter(|needed| !files.contains(needed));
    let missing = missing.map(|file| format!("the package of {name} has no {file}"));
    let is_right = |file: &str| match file.split_once('/') {
        None => FILES.contains(&file),
        Some((folder, _)) => {
            let mut parts = file.split('/');
            FOLDERS.contains(&folder)
                && !LEFTOVERS.iter().any(|end| file.ends_with(end))
                && !parts.any(|part| part.starts_with('.'))
        }
    };
    // Cargo writes slashes of the machine.
    let strange = files.iter().map(|file| file.replace('\\', "/"));
    let strange = strange.filter(|file| !is_right(file));
    let strange = strange.map(|file| {
        format!("the package of {name} has {file}, which is nothing for its users: remove it, or name it under `exclude`")
    });
    missing.chain(strange).collect()
}

/// The order, and the command that keeps to it.
fn told(version: &str, steps: &[Vec<&Package>], changelog: &str) -> String {
    let names = |step: &[&Package], between: &str| {
        let names: Vec<_> = step.iter().map(|package| package.name.as_str()).collect();
        names.join(between)
    };
    let mut text = format!("Release {version}, in this order:\n\n");
    for (at, step) in steps.iter().enumerate() {
        text.push_str(&format!("{}. {}\n", at + 1, names(step, ", ")));
    }
    let all: Vec<_> = steps.iter().map(|step| names(step, " -p ")).collect();
    text.push_str(&format!("\ncargo publish -p {}\n", all.join(" -p ")));
    if !sections(changelog).contains(&version) {
        text.push_str(&format!(
            "\nBefore: in CHANGELOG.md give `Unreleased` the version {version} and the date.\n"
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn package(name: &str, dependencies: Value) -> Value {
        json!({
            "name": name, "version": "0.2.0", "dependencies": dependencies, "publish": null, "license": "MIT OR Apache-2.0",
            "features": {}, "metadata": null, "targets": [{"kind": ["lib"]}], "manifest_path": format!("{name}/Cargo.toml"),
        })
    }

    fn asks(name: &str, req: &str, kind: Option<&str>) -> Value {
        json!({"name": name, "req": req, "kind": kind})
    }

    fn read(packages: &[Value]) -> Vec<Package> {
        published(&json!({"packages": packages}).to_string()).unwrap()
    }

    #[test]
    fn crates_are_published_after_what_they_ask_for() {
        let mut private = package("xtask", json!([asks("callslip-cli", "^0.2.0", None)]));
        private["publish"] = json!([]);
        let packages = read(&[
            package(
                "callslip-cli",
                json!([asks("callslip-diga", "^0.2.0", None)]),
            ),
            private,
            package(
                "callslip-diga",
                json!([
                    asks("callslip-core", "=0.2.0", None),
                    asks("callslip-mock", "^0.2.0", Some("dev")),
                    asks("callslip-cli", "*", Some("dev")),
                ]),
            ),
            package(
                "callslip-mock",
                json!([asks("callslip-core", "^0.2.0", Some("dev"))]),
            ),
            package(
                "callslip-codegen",
                json!([asks("callslip-core", "=0.2.0", None)]),
            ),
            package("callslip-core", json!([asks("xtask", "*", Some("dev"))])),
        ]);
        insta::assert_snapshot!(told("0.2.0", &order(&packages).unwrap(), "## Unreleased\n"), @r#"
        Release 0.2.0, in this order:

        1. callslip-core
        2. callslip-mock, callslip-codegen
        3. callslip-diga
        4. callslip-cli

        cargo publish -p callslip-core -p callslip-mock -p callslip-codegen -p callslip-diga -p callslip-cli

        Before: in CHANGELOG.md give `Unreleased` the version 0.2.0 and the date.
        "#);

        let circle = read(&[
            package("a", json!([asks("b", "^1", None)])),
            package("b", json!([asks("a", "^1", Some("dev"))])),
        ]);
        insta::assert_snapshot!(order(&circle).unwrap_err(), @"these depend on each other, so none can be published first: a, b");
    }

    #[test]
    fn versions_agree_and_go_up() {
        let packages = read(&[package("a", json!([])), package("b", json!([]))]);
        for changelog in [
            "## Unreleased\n",
            "## Unreleased\n## 0.1.9 - 2026-01-01\n",
            "## 0.2.0 - 2026-02-01\n## [0.1.0]\n",
        ] {
            assert_eq!(versions(&packages, changelog), [""; 0], "{changelog}");
        }
        let mut other = package("c", json!([]));
        other["version"] = json!("0.1.0");
        let packages = read(&[package("a", json!([])), other]);
        insta::assert_snapshot!(versions(&packages, "## Unreleased\n## 0.10.0 - 2026-01-01\n").join("\n"), @r#"
        c is 0.1.0, and a is 0.2.0: write `version.workspace = true`
        the version is 0.2.0, and CHANGELOG.md has 0.10.0 as released: set a later one
        "#);
    }

    #[test]
    fn manifests_say_what_users_need() {
        let mut right = package(
            "callslip-diga",
            json!([
                asks(RUNTIME, "=0.2.0", None),
                asks(RUNTIME, "*", Some("dev"))
            ]),
        );
        right["features"] = json!({"rustls": []});
        right["metadata"] = json!({"docs": {"rs": {"all-features": true}}});
        let mut wrong = right.clone();
        wrong["dependencies"] = json!([asks(RUNTIME, "^0.2.0", None)]);
        wrong["metadata"] = json!({"docs": {"rs": {}}});
        wrong["license"] = Value::Null;
        let mut program = wrong.clone();
        program["targets"] = json!([{"kind": ["bin"]}]);
        let told = |package: Value| manifest(&read(&[package])[0]).join("\n");
        assert_eq!(told(right), "");
        insta::assert_snapshot!(told(wrong), @r#"
        callslip-diga/Cargo.toml: callslip-diga has no licence: write `license.workspace = true`
        callslip-diga/Cargo.toml: callslip-diga asks for callslip-core ^0.2.0: write `=0.2.0` in [workspace.dependencies], since `rt` changes with any version
        callslip-diga/Cargo.toml: docs.rs would show callslip-diga without its features: write `all-features = true` under [package.metadata.docs.rs]
        "#);
        assert!(!told(program).contains("docs.rs"));
    }

    #[test]
    fn packages_have_what_belongs_there() {
        let package = &read(&[package("a", json!([]))])[0];
        let right = [
            "Cargo.toml",
            "LICENSE-APACHE",
            "LICENSE-MIT",
            "README.md",
            "src/lib.rs",
        ];
        assert_eq!(contents(package, &right), [""; 0]);
        let wrong = [
            "LICENSE-MIT",
            "README.md",
            "notes.txt",
            "src/a.rs.orig",
            "tests/.b.pending-snap",
            "target/x",
            "src\\b.rs",
        ];
        insta::assert_snapshot!(contents(package, &wrong).join("\n"), @r#"
        the package of a has no LICENSE-APACHE
        the package of a has notes.txt, which is nothing for its users: remove it, or name it under `exclude`
        the package of a has src/a.rs.orig, which is nothing for its users: remove it, or name it under `exclude`
        the package of a has tests/.b.pending-snap, which is nothing for its users: remove it, or name it under `exclude`
        the package of a has target/x, which is nothing for its users: remove it, or name it under `exclude`
        "#);
    }
}
