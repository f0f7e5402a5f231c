//! What a change of a spec means for the users of its SDK: the models of before and after compared, by operation and by Rust item.

mod client;
mod operations;
mod report;
mod schemas;

use std::io;
use std::path::PathBuf;
use std::process::Command;
use std::str::FromStr;

use anyhow::Context;
use clap::{Args, ValueEnum};

use crate::drift::told;
use crate::emit::imports::Imports;
use crate::model::{self, Api};
use crate::spec::{self, DOCUMENT, Node};
use crate::{Project, checked};

pub use report::Report;

/// What to compare.
#[derive(Args, Clone, Debug)]
pub struct Arguments {
    /// What users have now: the folder of a spec, or `REVISION:specs/NAME` as git has it.
    pub old: Source,
    /// What they are to have.
    pub new: Source,
    /// Fail if something has changed in this way, or in one that asks more of users.
    #[arg(long, value_name = "EFFECT")]
    pub fail_on: Option<Effect>,
}

/// What a change asks of users, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Effect {
    /// Code that compiled may not compile any more.
    Breaking,
    /// Code compiles as before, and does something else.
    Behaviour,
    /// There is more than before.
    Additive,
    /// Only the documentation differs.
    Docs,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it asks of users.
    pub effect: Effect,
    /// The operations and webhooks that it is about; none of a type that nothing uses.
    pub used_by: Vec<String>,
    /// What has changed, in Rust.
    pub item: String,
    /// In which way.
    pub what: String,
}

/// Where the documents of a spec are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A folder.
    Folder(PathBuf),
    /// A folder in a revision of the git repository that the command is run in.
    Revision {
        /// The revision, as git takes it.
        revision: String,
        /// The folder from the root of the repository, with slashes.
        folder: String,
    },
}

impl FromStr for Source {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text.split_once(':') {
            Some((revision, folder)) if !PathBuf::from(text).exists() => Self::Revision {
                revision: revision.to_owned(),
                folder: folder.trim_end_matches('/').to_owned(),
            },
            _ => Self::Folder(text.into()),
        })
    }
}

impl Source {
    fn read(&self, name: &str) -> io::Result<String> {
        match self {
            Self::Folder(folder) => std::fs::read_to_string(folder.join(name)),
            Self::Revision { revision, folder } => {
                let object = format!("{revision}:{folder}/{name}");
                let shown = Command::new("git").args(["show", &object]).output()?;
                if !shown.status.success() {
                    let told = String::from_utf8_lossy(&shown.stderr).trim().to_owned();
                    return Err(io::Error::new(io::ErrorKind::NotFound, told));
                }
                String::from_utf8(shown.stdout)
                    .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
            }
        }
    }

    /// The documents, and what messages call them.
    fn load(&self) -> anyhow::Result<spec::Loaded> {
        let shown = match self {
            Self::Folder(folder) => folder.clone(),
            Self::Revision { revision, folder } => PathBuf::from(format!("{revision}:{folder}")),
        };
        self.read(DOCUMENT)
            .with_context(|| format!("{}: there is no spec", shown.join(DOCUMENT).display()))?;
        let project = Project::new(shown, "src/generated".as_ref());
        spec::assemble(&project, &|name| self.read(name)).map_err(told)
    }
}

/// Compares two specs.
///
/// # Errors
///
/// If one of them cannot be read, or the new one does not pass its checks. The old one need not: users have it.
pub fn compare(old: &Source, new: &Source) -> anyhow::Result<Report> {
    let (old, new) = (old.load()?, new.load()?);
    let before = model::complete(model::build(&old)).map_err(|problem| told(vec![problem]))?;
    let after = checked(&new).map_err(told)?;
    let mut comparison = Comparison {
        old: &before,
        new: &after,
        imports: Imports::new([], "types::"),
        changes: Vec::new(),
    };
    comparison.client(&old, &new);
    comparison.operations();
    comparison.webhooks();
    comparison.schemas();
    Ok(Report::new(comparison.changes))
}

/// Compares two specs and prints what differs; whether that is nothing of what the command is to fail on.
///
/// # Errors
///
/// See [`compare`]; and if nothing can be written.
pub fn run(arguments: &Arguments, out: &mut dyn io::Write) -> anyhow::Result<bool> {
    let report = compare(&arguments.old, &arguments.new)?;
    write!(out, "{report}")?;
    let worst = report.changes().first().map(|change| change.effect);
    Ok(match (worst, arguments.fail_on) {
        (Some(worst), Some(limit)) => worst > limit,
        _ => true,
    })
}

struct Comparison<'a> {
    old: &'a Api,
    new: &'a Api,
    imports: Imports,
    changes: Vec<Change>,
}

/// Where changes are noted: under what has them.
struct Notes<'n> {
    changes: &'n mut Vec<Change>,
    used_by: Vec<String>,
}

impl Notes<'_> {
    fn note(&mut self, effect: Effect, item: impl Into<String>, what: impl Into<String>) {
        self.changes.push(Change {
            effect,
            used_by: self.used_by.clone(),
            item: item.into(),
            what: what.into(),
        });
    }

    /// That something has another type.
    fn retyped(&mut self, item: &str, old: &str, new: &str) {
        if old != new {
            self.note(Effect::Breaking, item, format!("`{old}` -> `{new}`"));
        }
    }

    /// That documentation differs, by the keys that only documentation is made of.
    fn reworded(&mut self, item: &str, old: &Node, new: &Node) {
        const KEYS: [&str; 7] = [
            "summary",
            "description",
            "example",
            "examples",
            "x-source",
            "x-enum-descriptions",
            "x-enum-sources",
        ];
        let differing = KEYS.iter().filter(|key| old.get(key) != new.get(key));
        let differing: Vec<_> = differing.copied().collect();
        if !differing.is_empty() {
            self.note(Effect::Docs, item, differing.join(", "));
        }
        match (old.flag("deprecated"), new.flag("deprecated")) {
            (false, true) => self.note(Effect::Docs, item, "deprecated"),
            (true, false) => self.note(Effect::Docs, item, "no longer deprecated"),
            _ => {}
        }
    }
}

/// What stands in both of two lists, and what in one of them, matched by a key.
struct Matched<'a, T> {
    gone: Vec<&'a T>,
    kept: Vec<(&'a T, &'a T)>,
    new: Vec<&'a T>,
}

fn matched<'a, T, K: PartialEq>(
    old: impl Iterator<Item = &'a T>,
    new: impl Iterator<Item = &'a T>,
    key: impl Fn(&'a T) -> K,
) -> Matched<'a, T> {
    let mut found = Matched {
        gone: Vec::new(),
        kept: Vec::new(),
        new: new.collect(),
    };
    for before in old {
        let mut kept = found.new.iter();
        match kept.position(|after| key(*after) == key(before)) {
            Some(at) => found.kept.push((before, found.new.remove(at))),
            None => found.gone.push(before),
        }
    }
    found
}
