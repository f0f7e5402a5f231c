//! `cargo xtask new`: everything that a provider is made of, in one command. What names all providers is made by
//! [`codegen`](crate::registry) then.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use callslip_codegen::import;
use callslip_codegen::{Project, Sdk};
use clap::Args;

/// What a provider may not be called: crates of the workspace, features of the crates that name all providers, commands of `callslip`, which
/// asks itself whether they are all here, and Rust's own words.
const TAKEN: &str = include_str!("new/taken.txt");

/// A new provider.
#[derive(Args, Clone, Debug)]
pub struct Arguments {
    /// What it is called, in lower case, as it stands in `callslip-NAME` and `NAME_API_KEY`.
    pub name: String,
    /// The document to import; without one, a spec of one operation to go on from.
    #[arg(long, value_name = "DOC")]
    pub import: Option<std::path::PathBuf>,
    /// Take only the operations whose id (in snake_case) or path contains this.
    #[arg(long, value_name = "PATTERN", requires = "import")]
    pub only: Option<String>,
}

const SPEC: &str = include_str!("new/openapi.yaml.txt");
const SETTINGS: &str = include_str!("new/sdk.toml.txt");
const EXAMPLE: &str = "{\"id\": \"call_1\", \"status\": \"completed\", \"duration\": 60}\n";
const MANIFEST: &str = include_str!("new/Cargo.toml.txt");
const README: &str = include_str!("new/README.md.txt");
const LIBRARY: &str = include_str!("new/lib.rs.txt");

/// Writes the documents and the crate of a new provider, in the workspace that the process stands in.
///
/// # Errors
///
/// If the name is taken or no name of a crate, the document cannot be imported, or a file cannot be written.
pub fn run(arguments: &Arguments) -> Result<()> {
    let name = arguments.name.as_str();
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    ensure!(
        is_name,
        "`{name}` is no name of a provider: write lower-case letters, digits and `_`, as in `acme`"
    );
    ensure!(
        !TAKEN.lines().any(|taken| taken == name),
        "`{name}` is taken: choose another name"
    );
    let specs = Path::new("specs").join(name);
    let krate = Path::new("crates").join(name);
    ensure!(
        !krate.exists(),
        "{} is there already: to make it anew, remove it first",
        krate.display()
    );
    match &arguments.import {
        Some(document) => {
            let document = import::Arguments {
                document: document.clone(),
                name: Some(name.to_owned()),
                only: arguments.only.clone(),
                with_text: false,
                write: false,
            };
            document
                .run(&specs, Some(format!("callslip_{name}")))
                .map_err(anyhow::Error::msg)?;
        }
        None if specs.exists() => {}
        None => {
            let filled = |text: &str| {
                text.replace("{name}", name)
                    .replace("{NAME}", &name.to_uppercase())
            };
            write(&specs.join("openapi.yaml"), &filled(SPEC))?;
            write(&specs.join("sdk.toml"), &filled(SETTINGS))?;
            write(&specs.join("examples/get_call.json"), EXAMPLE)?;
            let error = "{\"message\": \"There is no such call\"}\n";
            write(&specs.join("examples/error-404-not-found.json"), error)?;
        }
    }
    let project =
        Project::of_workspace(Path::new("."), name, format!("cargo xtask codegen {name}"))?;
    let (sdk, _) = project
        .make(None, callslip_codegen::Mode::Write)
        .map_err(|problems| {
            let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
            anyhow::anyhow!(
                "{}\nmend this, then run the same command without --import",
                told.join("\n")
            )
        })?;
    crate_of(name, &sdk, &krate)
}

/// The crate, less what code generation writes.
fn crate_of(name: &str, sdk: &Sdk, folder: &Path) -> Result<()> {
    let overview = &sdk.overview;
    let all: String = sdk.sources.values().map(String::as_str).collect();
    let uuid = if all.contains("uuid::") {
        "uuid.workspace = true\n"
    } else {
        ""
    };
    let webhooks = if sdk.sources.contains_key("webhooks.rs") {
        ", webhooks"
    } else {
        ""
    };
    let error = match &overview.error {
        Some(error) => format!("types::{error}"),
        None => "()".to_owned(),
    };
    let mut operations = String::new();
    for operation in &overview.operations {
        let (operation, line) = (&operation.id, &operation.line);
        let _ = writeln!(operations, "| `{operation}` | `{line}` |");
    }
    let variables: Vec<String> = overview
        .variables
        .iter()
        .map(|(variable, _)| format!("`{variable}`"))
        .collect();
    let filled = |text: &str| {
        text.replace("{name}", name)
            .replace("{title}", &overview.title)
            .replace("{summary}", overview.summary.trim_end_matches('.'))
            .replace("{auth}", &overview.auth)
            .replace("{variables}", &variables.join(", "))
            .replace("{operations}", &operations)
            .replace("{example}", overview.example.trim_end())
            .replace("{error}", &error)
            .replace("{webhooks}", webhooks)
            .replace("{uuid}", uuid)
    };
    write(&folder.join("Cargo.toml"), &filled(MANIFEST))?;
    write(&folder.join("README.md"), &filled(README))?;
    write(&folder.join("src/lib.rs"), &filled(LIBRARY))?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let from = Path::new("crates/core").join(licence);
        std::fs::copy(&from, folder.join(licence))
            .with_context(|| format!("{}: it cannot be copied", from.display()))?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<()> {
    path.parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| std::fs::write(path, text))
        .with_context(|| format!("{}: it cannot be written", path.display()))
}
