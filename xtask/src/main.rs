//! Maintenance commands of the workspace: `cargo xtask --help`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use callslip_codegen::{Mode, Project, drift, import};
use clap::{Parser, Subcommand};

/// Maintenance of the Callslip workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the SDK crates from the specs.
    Codegen {
        /// Write nothing; fail if a generated file is not what the specs say.
        #[arg(long)]
        check: bool,
        /// The providers to do (default: all).
        providers: Vec<String>,
    },
    /// Compare captured answers with a spec, and propose what to change in it.
    Drift {
        /// The provider whose spec the answers are compared with.
        provider: String,
        #[command(flatten)]
        answers: drift::Arguments,
    },
    /// Make a spec in `specs/` of any OpenAPI document.
    Import(import::Arguments),
    /// Measure what an SDK costs its user: dependencies, compile time, binary size; write COSTS.md. Takes minutes.
    Cost {
        /// Measure nothing; fail if a dependency is not in DEPENDENCIES.md, or generated code has grown by a tenth.
        #[arg(long)]
        check: bool,
    },
    /// Count and time every benchmark case (needs valgrind) and write BENCHMARKS.md. Takes minutes.
    Bench {
        /// Count only what has a target, and write nothing; fail if a case costs more than that.
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    let root = workspace_root();
    let outcome = match Arguments::parse().command {
        Command::Codegen { check, providers } => {
            let mode = if check { Mode::Check } else { Mode::Write };
            codegen(&root, mode, providers)
        }
        Command::Import(document) => {
            let name = document.name();
            let outcome = document.run(
                &root.join("specs").join(&name),
                Some(format!("callslip_{name}")),
            );
            outcome.map(drop).map_err(anyhow::Error::msg)
        }
        Command::Cost { check: true } => xtask::cost::check(&root),
        Command::Cost { check: false } => xtask::cost::run(&root),
        Command::Bench { check: true } => xtask::bench::check(&root),
        Command::Bench { check: false } => xtask::bench::run(&root),
        Command::Drift { provider, answers } => project(&root, &provider).and_then(|project| {
            let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
            drift::run(&project, answers, &mut out, &mut err)
        }),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The documents of one provider of this workspace.
fn project(root: &Path, provider: &str) -> anyhow::Result<Project> {
    Project::of_workspace(root, provider, format!("cargo xtask codegen {provider}"))
}

fn codegen(root: &Path, mode: Mode, wanted: Vec<String>) -> anyhow::Result<()> {
    let names = if wanted.is_empty() {
        callslip_codegen::providers(&root.join("specs"))?
    } else {
        wanted
    };
    let projects = names.iter().map(|name| project(root, name));
    let projects: Vec<_> = projects.collect::<anyhow::Result<_>>()?;
    // Files are told by their paths in the workspace.
    std::env::set_current_dir(root)?;
    let made = callslip_codegen::side_by_side(&projects, |project| {
        let name = project.name.as_deref().unwrap_or_default();
        let sources = format!("crates/{name}/src/generated");
        let mock = format!("crates/mock/src/embedded/{name}.json");
        project.run(sources.as_ref(), Some(mock.as_ref()), mode)
    });
    let mut right = true;
    for (project, outcome) in projects.iter().zip(made) {
        right &= project.report(outcome, mode);
    }
    anyhow::ensure!(right, "not everything is as the specs say");
    Ok(())
}

/// The folder above this crate's.
fn workspace_root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_owned()
}
