//! Maintenance commands of the workspace: `cargo xtask --help`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::codegen::{self, Mode, Problem};

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
    Drift(xtask::drift::Arguments),
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
    let arguments = Arguments::parse();
    match arguments.command {
        Command::Codegen { check, providers } => {
            let mode = if check { Mode::Check } else { Mode::Write };
            codegen(&workspace_root(), mode, providers)
        }
        Command::Cost { check: true } => told(xtask::cost::check(&workspace_root())),
        Command::Cost { check: false } => told(xtask::cost::run(&workspace_root())),
        Command::Bench { check: true } => told(xtask::bench::check(&workspace_root())),
        Command::Bench { check: false } => told(xtask::bench::run(&workspace_root())),
        Command::Drift(arguments) => told(xtask::drift::run(
            &workspace_root(),
            arguments,
            &mut std::io::stdout().lock(),
            &mut std::io::stderr().lock(),
        )),
    }
}

fn codegen(root: &Path, mode: Mode, wanted: Vec<String>) -> ExitCode {
    let known = match codegen::providers(&root.join("specs")) {
        Ok(known) => known,
        Err(problems) => return report(&problems),
    };
    if let Some(unknown) = wanted.iter().find(|name| !known.contains(name)) {
        eprintln!(
            "error: there is no specs/{unknown}/openapi.yaml; the providers are: {}",
            known.join(", ")
        );
        return ExitCode::FAILURE;
    }
    let chosen = if wanted.is_empty() { known } else { wanted };
    let mut failed = false;
    let outcomes = codegen::run_all(root, &chosen, mode);
    for (provider, outcome) in chosen.iter().zip(outcomes) {
        match outcome {
            Err(problems) => {
                report(&problems);
                failed = true;
            }
            Ok(differences) if mode == Mode::Write => {
                for difference in &differences {
                    println!("wrote {}", difference.path.display());
                }
            }
            Ok(differences) => {
                for difference in &differences {
                    eprintln!(
                        "{} is not what the spec says:\n{}",
                        difference.path.display(),
                        difference.excerpt
                    );
                }
                if !differences.is_empty() {
                    eprintln!("to mend it, run: cargo xtask codegen {provider}\n");
                    failed = true;
                }
            }
        }
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn told(outcome: anyhow::Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn report(problems: &[Problem]) -> ExitCode {
    for problem in problems {
        eprintln!("error: {problem}");
    }
    ExitCode::FAILURE
}

/// The folder above this crate's.
fn workspace_root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_owned()
}
