//! Three programs that make one GET: over the SDK, by hand over reqwest with the same TLS, and over plain progenitor output of
//! the same spec with reqwest's own TLS.

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

/// The methods of the SDK's own HTTP client, so that the program by hand has the same TLS.
const BY_HAND: &str = include_str!("programs/by_hand.rs.txt");
const SDK: &str = include_str!("programs/sdk.rs.txt");
const PLAIN: &str = include_str!("programs/plain.rs.txt");

const PROFILE: &str = "\n[profile.release]\nstrip = true\n\n[workspace]\n";

pub fn write(root: &Path, folder: &Path) -> Result<Vec<Program>> {
    let crate_folder = root.join("crates").join(PROVIDER);
    let tokio = "tokio = { version = \"1\", features = [\"macros\", \"rt\"] }\n";
    let sdk = folder.join("sdk");
    let dependency = format!(
        "callslip-{PROVIDER} = {{ path = {:?} }}\n{tokio}",
        crate_folder.display().to_string()
    );
    lay(root, &sdk, "one-get-sdk", &dependency, SDK)?;

    let hand = folder.join("by-hand");
    let dependencies = format!(
        "reqwest = {{ version = \"0.13\", default-features = false, features = [\"json\", \"query\", \"rustls-no-provider\"] }}\n\
         rustls = {{ version = \"0.23\", default-features = false, features = [\"ring\", \"std\", \"tls12\"] }}\n\
         rustls-platform-verifier = {{ version = \"0.7\", default-features = false }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n{tokio}"
    );
    lay(root, &hand, "one-get-by-hand", &dependencies, BY_HAND)?;
    std::fs::copy(
        root.join("benches/src/floor/highlevel.rs"),
        hand.join("src/floor.rs"),
    )?;

    let plain = folder.join("plain");
    let dependencies = format!("plain-sdk = {{ path = \"sdk\" }}\n{tokio}");
    lay(root, &plain, "one-get-plain", &dependencies, PLAIN)?;
    let library = plain.join("sdk");
    let dependencies = "bytes = \"1\"\nchrono = { version = \"0.4\", features = [\"serde\"] }\nfutures-core = \"0.3\"\n\
                        progenitor-client = \"=0.15.1\"\nregress = \"0.11\"\n\
                        reqwest = { version = \"0.13\", features = [\"json\", \"query\", \"stream\"] }\n\
                        serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\nserde_urlencoded = \"0.7\"\n\
                        uuid = { version = \"1\", features = [\"serde\"] }\n";
    std::fs::create_dir_all(library.join("src"))?;
    std::fs::write(
        library.join("Cargo.toml"),
        manifest("plain-sdk", dependencies),
    )?;
    std::fs::write(library.join("src/lib.rs"), plain_library(root)?)?;

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
            touched: library.join("src/lib.rs"),
            folder: plain,
        },
        Program {
            title: "callslip, default features",
            name: "one-get-sdk",
            touched: crate_folder.join("src/lib.rs"),
            folder: sdk,
        },
    ])
}

fn manifest(name: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n{dependencies}"
    )
}

fn lay(root: &Path, folder: &Path, name: &str, dependencies: &str, main: &str) -> Result<()> {
    std::fs::create_dir_all(folder.join("src"))?;
    let manifest = format!("{}{PROFILE}", manifest(name, dependencies));
    std::fs::write(folder.join("Cargo.toml"), manifest)?;
    std::fs::write(folder.join("src/main.rs"), main)?;
    // The same versions everywhere; cargo takes out what a program does not use.
    std::fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    Ok(())
}

/// What progenitor makes of the spec by itself, with the interface that compiles fastest.
fn plain_library(root: &Path) -> Result<String> {
    let project = Project::of_workspace(root, PROVIDER, String::new())?;
    project.plain().map_err(|problems| {
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("{}", told.join("\n"))
    })
}
