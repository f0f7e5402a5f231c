//! Captured answers of a service compared with its spec: what differs, and what the spec should say instead.
//!
//! What is printed holds no value of an answer. The one exception is a new value of an enum in a patch, if it looks like a
//! word of the service, came in more than one answer, and its field is neither personal nor secret.

mod date;
mod edit;
mod infer;
mod patch;
mod progress;
pub mod read;
mod report;
mod shape;
mod survey;
mod target;

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Args;

use crate::Project;

pub use survey::Survey;
pub(crate) use target::told;
pub use target::{Source, Target};

/// What to compare, and with what.
#[derive(Args, Clone, Debug)]
pub struct Arguments {
    /// The operation that the answers are of. The first of the spec if it is left out; the report names it.
    #[arg(long, value_name = "ID")]
    pub operation: Option<String>,
    /// The webhook that the bodies are of.
    #[arg(long, value_name = "NAME", conflicts_with = "operation")]
    pub webhook: Option<String>,
    /// Fail if a body differs from the spec, or is not JSON.
    #[arg(long)]
    pub fail: bool,
    /// Print a proposed change of the spec as a diff; the report goes to stderr then.
    #[arg(long)]
    pub patch: bool,
    /// The day on which the answers were captured, for the patch (default: today).
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date::parse, requires = "patch")]
    pub date: Option<String>,
    /// Captured bodies: JSON with one body or a list of them, or JSON Lines with one body a line.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// Compares captured answers with a spec, and prints what differs; whether that is nothing, or need not be (without `--fail`).
///
/// # Errors
///
/// If the spec does not pass its checks, if a file cannot be read or a body in it is too long, if there was nothing to
/// compare, or if nothing can be written to the outputs.
pub fn run(
    project: &Project,
    arguments: Arguments,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<bool> {
    let source = Source::read(project)?;
    let target = match &arguments.webhook {
        Some(webhook) => Target::webhook(&source, webhook)?,
        None => Target::find(&source, arguments.operation.as_deref())?,
    };
    let mut survey = Survey::new(&target, arguments.patch);
    let progress = progress::bar(&arguments.files);
    for path in &arguments.files {
        let name = path.display().to_string();
        let file = File::open(path).with_context(|| format!("{name}: it cannot be read"))?;
        let reader = BufReader::with_capacity(1 << 16, progress.wrap_read(file));
        survey.file(&name, reader)?;
    }
    progress.finish_and_clear();
    if !arguments.patch {
        write!(out, "{survey}")?;
    } else {
        write!(err, "{survey}")?;
        propose(&target, &survey, arguments.date, out, err)?;
    }
    if survey.bodies() == 0 {
        bail!("there is no JSON body in these files");
    }
    Ok(!arguments.fail || survey.is_in_step())
}

fn propose(
    target: &Target<'_>,
    survey: &Survey<'_>,
    day: Option<String>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    let Some(observed) = &survey.observed else {
        return Ok(());
    };
    let day = day.unwrap_or_else(date::today);
    let patch = patch::propose(target, observed, survey.bodies(), &day);
    let mut remarks = patch.remarks;
    if survey.findings().any(is_for_people) {
        remarks.push(
            "Wrong types, doubled fields and null in lists are for a person to decide; no patch has them.".to_owned(),
        );
    }
    writeln!(err)?;
    for remark in &remarks {
        writeln!(err, "{remark}")?;
    }
    if patch.changes == 0 {
        writeln!(err, "There is nothing to propose.")?;
    } else {
        let changes = report::counted(patch.changes as u64, "change", "changes");
        writeln!(
            err,
            "{changes} proposed. After `git apply`, run: {}",
            target.loaded.project.command
        )?;
    }
    out.write_all(patch.diff.as_bytes())?;
    Ok(())
}

fn is_for_people(drift: &callslip_core::Drift) -> bool {
    use callslip_core::DriftKind;
    match drift.kind() {
        DriftKind::WrongType | DriftKind::DuplicateField => true,
        DriftKind::Null => drift.path().ends_with("/*"),
        _ => false,
    }
}
