//! Maintenance commands of the workspace: `cargo xtask --help`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use callslip_codegen::{Deny, Mode, diff, drift, import};
use clap::{Parser, Subcommand};
use xtask::codegen::{codegen, project};
use xtask::{breaking, new, release};

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
        /// Refuse what is otherwise only a warning.
        #[arg(long, value_name = "WHAT")]
        deny: Vec<Deny>,
        /// The providers to do (default: all).
        providers: Vec<String>,
    },
    /// Make a provider: its documents, its crate, and its place in the mock, the command line and the tests.
    New(new::Arguments),
    /// Compare captured answers with a spec, and propose what to change in it.
    Drift {
        /// The provider whose spec the answers are compared with.
        provider: String,
        #[command(flatten)]
        answers: drift::Arguments,
    },
    /// Tell what a change of a spec means for users: breaking, behaviour, additive or docs, by operation and by Rust item.
    Diff(diff::Arguments),
    /// Fail if the specs break users, and neither the version nor CHANGELOG.md says so.
    Breaking {
        /// A revision: what there was where this branch left it is compared (default: the last release).
        #[arg(long, value_name = "REVISION")]
        base: Option<String>,
    },
    /// Make a spec in `specs/` of any OpenAPI document.
    Import(import::Arguments),
    /// Check what a release would be made of, and tell the order in which crates are published. Publishes nothing.
    Release {
        /// Only check: what publishes is `cargo publish`, as RELEASE.md says.
        #[arg(long, required = true)]
        dry_run: bool,
    },
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
        #[command(subcommand)]
        of: Option<Bench>,
    },
}

#[derive(Subcommand)]
enum Bench {
    /// Fill a lake from a mock, beside a loop by hand and beside dlt (from PyPI, in target/), and write that part of BENCHMARKS.md.
    Lake {
        /// How many calls there are.
        #[arg(long, default_value_t = 100_000)]
        calls: u64,
        /// Leave dlt out.
        #[arg(long)]
        without_dlt: bool,
    },
}

fn main() -> ExitCode {
    let root = workspace_root();
    let outcome = match Arguments::parse().command {
        Command::Codegen {
            check,
            deny,
            providers,
        } => {
            let mode = if check { Mode::Check } else { Mode::Write };
            codegen(&root, mode, &deny, &providers)
        }
        Command::New(arguments) => std::env::set_current_dir(&root)
            .map_err(Into::into)
            .and_then(|()| new::run(&arguments))
            .and_then(|()| codegen(&root, Mode::Write, &[], &[])),
        Command::Import(document) => {
            let name = document.name();
            let outcome = document.run(
                &root.join("specs").join(&name),
                Some(format!("callslip_{name}")),
            );
            outcome.map(drop).map_err(anyhow::Error::msg)
        }
        Command::Diff(specs) => {
            diff::run(&specs, &mut std::io::stdout().lock()).and_then(|is_harmless| {
                anyhow::ensure!(is_harmless, "the change asks more of users than it may");
                Ok(())
            })
        }
        Command::Breaking { base } => breaking::check(&root, base.as_deref()),
        Command::Release { dry_run: _ } => release::dry_run(&root),
        Command::Cost { check: true } => xtask::cost::check(&root),
        Command::Cost { check: false } => xtask::cost::run(&root),
        Command::Bench {
            of: Some(Bench::Lake { calls, without_dlt }),
            ..
        } => xtask::bench::lake::run(&root, calls, without_dlt),
        Command::Bench { check: true, .. } => xtask::bench::check(&root),
        Command::Bench { check: false, .. } => xtask::bench::run(&root),
        Command::Drift { provider, answers } => project(&root, &provider).and_then(|project| {
            let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
            let in_step = drift::run(&project, answers, &mut out, &mut err)?;
            anyhow::ensure!(in_step, "the answers are not what the spec says");
            Ok(())
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

/// The folder above this crate's.
fn workspace_root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_owned()
}
