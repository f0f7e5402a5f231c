//! `callslip-codegen`: see `callslip-codegen --help`.

// They end the command where nobody reads what is printed.
#![deny(clippy::print_stdout, clippy::print_stderr)]

use std::fmt::Display;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use callslip_codegen::{Deny, Mode, Project, diff, drift, import, store_file};
use clap::{Parser, Subcommand};

/// Typed SDKs of OpenAPI documents, on the Callslip runtime.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the sources of an SDK.
    Make {
        /// The folder with `openapi.yaml`, `sdk.toml` and the example bodies.
        folder: PathBuf,
        /// The folder of the sources, usually `src/generated`. What else is in it is removed.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Write nothing; fail if a file is not what the documents say.
        #[arg(long)]
        check: bool,
        /// Write what `callslip-mock` serves of the documents, too (`Mock::of_spec`).
        #[arg(long, value_name = "FILE")]
        mock: Option<PathBuf>,
        /// Refuse what is otherwise only a warning.
        #[arg(long, value_name = "WHAT")]
        deny: Vec<Deny>,
    },
    /// Compare captured answers with a document, and propose what to change in it.
    Drift {
        /// The folder with `openapi.yaml`, `sdk.toml` and the example bodies.
        folder: PathBuf,
        #[command(flatten)]
        answers: drift::Arguments,
    },
    /// Tell what a change of a document means for the users of its SDK.
    Diff(diff::Arguments),
    /// Make `openapi.yaml`, `sdk.toml` and example bodies of any OpenAPI document.
    Import {
        #[command(flatten)]
        document: import::Arguments,
        /// The folder to write into (default: `specs/<name>`).
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Make {
            folder,
            out,
            check,
            mock,
            deny,
        } => {
            let mode = if check { Mode::Check } else { Mode::Write };
            let project = Project {
                deny,
                ..Project::new(folder, &out)
            };
            let made = project.make(Some(&out), mode);
            let outcome = made.and_then(|(sdk, mut differences)| {
                if let Some(mock) = mock {
                    differences.extend(store_file(&mock, &sdk.mock, mode)?);
                }
                Ok(differences)
            });
            project.report(outcome, mode)
        }
        Command::Drift { folder, answers } => drift::run(
            &Project::new(folder, "src/generated".as_ref()),
            answers,
            &mut std::io::stdout().lock(),
            &mut std::io::stderr().lock(),
        )
        .unwrap_or_else(|error| {
            tell(&error);
            false
        }),
        Command::Diff(specs) => {
            diff::run(&specs, &mut std::io::stdout().lock()).unwrap_or_else(|error| {
                tell(&error);
                false
            })
        }
        Command::Import { document, out } => {
            let folder = out.unwrap_or_else(|| PathBuf::from("specs").join(document.name()));
            document.report(&folder, None)
        }
    };
    if outcome {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Tells of an error, whether anybody reads it or not: the exit code says it, too.
fn tell(error: &impl Display) {
    let _ = writeln!(std::io::stderr(), "error: {error:#}");
}
