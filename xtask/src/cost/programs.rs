//! Three programs that make one GET: over the SDK, by hand over reqwest with the same TLS, and over plain progenitor output of
//! the same spec with reqwest's own TLS.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use callslip_codegen::Project;

use super::PROVIDER;

pub struct Program {
    pub title: &'static str,
    pub name: &'static str,
    pub folder: PathBuf,
    /// What is touched before it is built again: the library where there is one.
    pub touched: PathBuf,
}

pub fn write(root: &Path, folder: &Path) -> Result<Vec<Program>> {
    let lay = |name: &str, manifest: &str, main: &str| {
        let to = folder.join(name);
        fs::create_dir_all(to.join("src"))?;
        fs::write(to.join("Cargo.toml"), manifest)?;
        fs::write(to.join("src/main.rs"), main)?;
        // The same versions everywhere; cargo takes out what a program does not use.
        fs::copy(root.join("Cargo.lock"), to.join("Cargo.lock"))?;
        anyhow::Ok(to)
    };
    let library = root.join("crates").join(PROVIDER);
    let manifest = include_str!("programs/sdk.toml.txt");
    let manifest = manifest.replace("CRATE", &library.display().to_string());
    let sdk = lay("sdk", &manifest, include_str!("programs/sdk.rs.txt"))?;

    // It calls the methods of the SDK's own HTTP client, so that it has the same TLS.
    let main = include_str!("programs/by_hand.rs.txt");
    let hand = lay("by-hand", include_str!("programs/by_hand.toml.txt"), main)?;
    let floor = root.join("benches/src/floor/highlevel.rs");
    fs::copy(floor, hand.join("src/floor.rs"))?;

    let main = include_str!("programs/plain.rs.txt");
    let plain = lay("plain", include_str!("programs/plain.toml.txt"), main)?;
    let made = plain.join("sdk");
    fs::create_dir_all(made.join("src"))?;
    let manifest = include_str!("programs/plain_sdk.toml.txt");
    fs::write(made.join("Cargo.toml"), manifest)?;
    fs::write(made.join("src/lib.rs"), plain_library(root)?)?;

    Ok(vec![
        Program {
            title: "reqwest by hand, rustls on ring",
            name: "one-get-by-hand",
            touched: hand.join("src/main.rs"),
            folder: hand,
        },
        Program {
            title: "plain progenitor, reqwest's rustls",
            name: "one-get-plain",
            touched: made.join("src/lib.rs"),
            folder: plain,
        },
        Program {
            title: "callslip, default features",
            name: "one-get-sdk",
            touched: library.join("src/lib.rs"),
            folder: sdk,
        },
    ])
}

/// What progenitor makes of the spec by itself, with the interface that compiles fastest.
fn plain_library(root: &Path) -> Result<String> {
    let project = Project::of_workspace(root, PROVIDER, String::new())?;
    project.plain().map_err(|problems| {
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("{}", told.join("\n"))
    })
}
