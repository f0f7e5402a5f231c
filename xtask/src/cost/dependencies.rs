//! What a provider crate brings with it, and whether each of it is in the reviewed list.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::TARGET;
use crate::process::output;

/// The reviewed list, at the root of the workspace.
const LIST: &str = "DEPENDENCIES.md";
/// What the design allows with default features, the provider's crate included.
const MOST: usize = 100;

/// The crates under one provider crate, itself included.
pub struct Trees {
    pub provider: String,
    pub default_features: usize,
    pub no_features: usize,
    /// Names that are there in more than one version.
    pub doubled: Vec<String>,
}

pub fn trees(root: &Path, providers: &[String]) -> Result<Vec<Trees>> {
    let mut trees = Vec::new();
    for provider in providers {
        let all = tree(root, provider, &[])?;
        trees.push(Trees {
            provider: provider.clone(),
            default_features: count(&all),
            no_features: count(&tree(root, provider, &["--no-default-features"])?),
            doubled: doubled(&all),
        });
    }
    Ok(trees)
}

/// What is wrong with the dependencies, each as one message.
pub fn unlisted(root: &Path, providers: &[String]) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(root.join(LIST)).with_context(|| LIST.to_owned())?;
    let listed = listed(&text);
    let mut wrong = Vec::new();
    let mut found = BTreeSet::new();
    for provider in providers {
        let tree = tree(root, provider, &[])?;
        for name in doubled(&tree) {
            wrong.push(format!(
                "callslip-{provider} compiles `{name}` twice: {}; bring them to one version",
                versions(&tree[&name])
            ));
        }
        if count(&tree) > MOST {
            wrong.push(format!(
                "callslip-{provider} has {} dependencies; at most {MOST} are allowed",
                count(&tree)
            ));
        }
        found.extend(
            tree.into_keys()
                .filter(|name| !name.starts_with("callslip-")),
        );
    }
    for name in found.difference(&listed) {
        wrong.push(format!(
            "{LIST}: `{name}` is new among what every user compiles; is it needed? If so, add a row with the reason"
        ));
    }
    for name in listed.difference(&found) {
        wrong.push(format!(
            "{LIST}: `{name}` is no longer compiled; remove its row"
        ));
    }
    Ok(wrong)
}

/// Name and versions of every crate.
type Tree = BTreeMap<String, BTreeSet<String>>;

fn tree(root: &Path, provider: &str, features: &[&str]) -> Result<Tree> {
    let package = format!("callslip-{provider}");
    let text = output(
        Command::new(env!("CARGO"))
            .args(["tree", "--edges", "normal", "--prefix", "none"])
            .args(["--target", TARGET, "--package", &package])
            .args(features)
            .current_dir(root),
    )?;
    Ok(parse(&text))
}

/// Lines such as `bytes v1.12.1 (*)`.
fn parse(text: &str) -> Tree {
    let mut tree = Tree::new();
    for line in text.lines() {
        let mut words = line.split_whitespace();
        if let (Some(name), Some(version)) = (words.next(), words.next()) {
            tree.entry(name.to_owned())
                .or_default()
                .insert(version.to_owned());
        }
    }
    tree
}

fn count(tree: &Tree) -> usize {
    tree.values().map(BTreeSet::len).sum()
}

fn doubled(tree: &Tree) -> Vec<String> {
    let many = tree.iter().filter(|(_, versions)| versions.len() > 1);
    many.map(|(name, _)| name.clone()).collect()
}

fn versions(versions: &BTreeSet<String>) -> String {
    let versions: Vec<&str> = versions.iter().map(String::as_str).collect();
    versions.join(", ")
}

/// The names in the first column of the list's table, in backquotes; a row without a reason does not count.
fn listed(text: &str) -> BTreeSet<String> {
    let row = |line: &str| {
        let (name, reason) = line.strip_prefix("| `")?.split_once("` |")?;
        let reasoned = !reason.trim_matches(['|', ' ']).is_empty();
        reasoned.then(|| name.to_owned())
    };
    text.lines().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "\
        callslip-acme v0.1.0 (/x)\n\
        bytes v1.0.0\n\
        serde v1.0.0 (proc-macro)\n\
        bytes v1.0.0 (*)\n\
        bytes v2.0.0\n";

    #[test]
    fn a_tree_is_names_and_versions() {
        let tree = parse(TREE);
        assert_eq!(count(&tree), 4);
        assert_eq!(doubled(&tree), ["bytes"]);
        assert_eq!(versions(&tree["bytes"]), "v1.0.0, v2.0.0");
    }

    #[test]
    fn only_a_row_with_a_reason_counts() {
        let list =
            "| crate | why |\n|---|---|\n| `bytes` | bodies |\n| `serde` |  |\nand `tokio` too\n";
        assert_eq!(listed(list), BTreeSet::from(["bytes".to_owned()]));
    }
}
