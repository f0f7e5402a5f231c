#![doc = include_str!("../README.md")]
// They end the command where nobody reads what is printed: see `terminal`.
#![cfg_attr(not(test), deny(clippy::print_stdout, clippy::print_stderr))]

mod check;
pub mod diff;
pub mod drift;
mod emit;
pub mod import;
mod model;
mod names;
mod operations;
mod problem;
mod spec;
mod store;
mod terminal;

use std::path::{Path, PathBuf};

use anyhow::Context;

pub use emit::Sdk;
pub use emit::command::Commands;
pub use emit::overview::{ListOverview, OperationOverview, Overview};
pub use problem::{Problem, Problems};
pub use spec::EXTENSIONS;
pub use store::{Difference, Mode, store, store_file};

/// Where the documents of one provider are, and how what is made of them is made again.
#[derive(Clone, Debug)]
pub struct Project {
    /// The folder with `openapi.yaml`, `sdk.toml` and the example bodies.
    pub folder: PathBuf,
    /// The folder as messages and the first line of each generated file name it: the same on every machine.
    pub shown: PathBuf,
    /// The command that makes the sources again; it stands in that line.
    pub command: String,
    /// The name that `sdk.toml` must have, where something depends on it.
    pub name: Option<String>,
    /// What is refused that is otherwise only told.
    pub deny: Vec<Deny>,
}

/// What may be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Deny {
    /// Descriptions that say nothing but names, as `import` makes them.
    MissingText,
}

impl Project {
    /// The documents in `folder`, for the sources in `out`, as the command of this crate names them.
    pub fn new(folder: impl Into<PathBuf>, out: &Path) -> Self {
        let folder = folder.into();
        Self {
            command: format!(
                "callslip-codegen make {} --out {}",
                slashes(&folder),
                slashes(out)
            ),
            shown: folder.clone(),
            name: None,
            deny: Vec::new(),
            folder,
        }
    }

    /// The documents in `specs/<name>` of a workspace, which is what messages call them.
    ///
    /// # Errors
    ///
    /// If there are none, with the names of those that are there.
    pub fn of_workspace(root: &Path, name: &str, command: String) -> anyhow::Result<Self> {
        let project = Self::named(&root.join("specs"), name, command);
        if !project.folder.join(spec::DOCUMENT).is_file() {
            let known = providers(&root.join("specs"))?.join(", ");
            anyhow::bail!(
                "there is no {}; the providers are: {known}",
                slashes(&project.shown.join(spec::DOCUMENT))
            );
        }
        Ok(project)
    }

    /// The documents in `<specs>/<name>`, which messages call `specs/<name>`.
    pub fn named(specs: &Path, name: &str, command: String) -> Self {
        Self {
            folder: specs.join(name),
            shown: Path::new("specs").join(name),
            command,
            name: Some(name.to_owned()),
            deny: Vec::new(),
        }
    }

    /// Everything that is made of the documents; writes nothing.
    ///
    /// # Errors
    ///
    /// All that is wrong with the documents, each with file, line, what it is and how to mend it.
    pub fn render(&self) -> Result<Sdk, Problems> {
        self.judged(make(&self.load()?)?)
    }

    /// Refuses what is to be refused.
    fn judged(&self, sdk: Sdk) -> Result<Sdk, Problems> {
        match &sdk.missing_text {
            Some(problem) if self.deny.contains(&Deny::MissingText) => Err(vec![problem.clone()]),
            _ => Ok(sdk),
        }
    }

    fn load(&self) -> Result<spec::Loaded, Problems> {
        spec::assemble(self, &|name| {
            std::fs::read_to_string(self.folder.join(name))
        })
    }

    /// The same from files that may come from anywhere: `openapi.yaml`, `sdk.toml`, and the examples under the names that the
    /// spec gives them.
    ///
    /// # Errors
    ///
    /// See [`render`](Self::render).
    pub fn render_from(
        &self,
        read: &dyn Fn(&str) -> std::io::Result<String>,
    ) -> Result<Sdk, Problems> {
        self.judged(make(&spec::assemble(self, read)?)?)
    }

    /// What progenitor alone makes of the document, with its positional interface, as Rust: for comparison.
    ///
    /// # Errors
    ///
    /// If the documents do not load, or progenitor cannot read the spec.
    pub fn plain(&self) -> Result<String, Problems> {
        operations::plain(&self.load()?).map_err(|problem| vec![problem])
    }

    /// What progenitor writes of the very document that [`render`](Self::render) gives it, as it is: over progenitor's own runtime,
    /// with the types of the SDK, which are at `types` (`callslip_acme::types`). For comparison: whatever differs from it on the wire
    /// is ours.
    ///
    /// # Errors
    ///
    /// See [`render`](Self::render).
    pub fn untrimmed(&self, types: &str) -> Result<String, Problems> {
        let loaded = self.load()?;
        let api = checked(&loaded)?;
        operations::lower::lower(&loaded, &api)
            .and_then(|lowered| operations::untrimmed(&loaded, &lowered, types))
            .map_err(|problem| vec![problem])
    }

    /// Makes the sources and writes them into `out`, or compares them with what is there.
    ///
    /// # Errors
    ///
    /// See [`render`](Self::render); and if a file cannot be read or written.
    pub fn run(&self, out: &Path, mode: Mode) -> Result<Vec<Difference>, Problems> {
        let (_, differences) = self.make(Some(out), mode)?;
        Ok(differences)
    }

    /// The same, and what was made; without a place for the sources they are only made. What is worth a look and no mistake is told on
    /// the terminal.
    ///
    /// # Errors
    ///
    /// See [`run`](Self::run).
    pub fn make(&self, out: Option<&Path>, mode: Mode) -> Result<(Sdk, Vec<Difference>), Problems> {
        let shown = match mode {
            Mode::Write => self.show_examples()?,
            Mode::Check => None,
        };
        let sdk = self.render()?;
        if let Some(problem) = &sdk.missing_text {
            terminal::warn(format_args!("warning: {problem}"));
        }
        let mut differences: Vec<_> = shown.into_iter().collect();
        if let Some(out) = out {
            differences.extend(store(out, &sdk.sources, mode)?);
        }
        Ok((sdk, differences))
    }

    /// Tells on the terminal what [`run`](Self::run) did; whether all is as it should be.
    pub fn report(&self, outcome: Result<Vec<Difference>, Problems>, mode: Mode) -> bool {
        match outcome {
            Err(problems) => {
                for problem in &problems {
                    terminal::warn(format_args!("error: {problem}"));
                }
                false
            }
            Ok(differences) if mode == Mode::Write => {
                for difference in &differences {
                    terminal::done(format_args!("wrote {}\n", difference.path.display()));
                }
                true
            }
            Ok(differences) => {
                for Difference { path, excerpt } in &differences {
                    let path = path.display();
                    terminal::warn(format_args!("{path} is not what the spec says:\n{excerpt}"));
                }
                if !differences.is_empty() {
                    terminal::warn(format_args!("to mend it, run: {}\n", self.command));
                }
                differences.is_empty()
            }
        }
    }

    /// Writes the bodies of the examples into `openapi.yaml`, where other tools see them; what was written, if it was not there
    /// already.
    ///
    /// # Errors
    ///
    /// If the document cannot be written. That it cannot be read is told with everything else.
    pub fn show_examples(&self) -> Result<Option<Difference>, Problems> {
        let full = self.folder.join(spec::DOCUMENT);
        let Ok(text) = std::fs::read_to_string(&full) else {
            return Ok(None);
        };
        let read = |name: &str| std::fs::read_to_string(self.folder.join(name));
        let shown = spec::visible(&text, &read);
        if shown == text.replace("\r\n", "\n") {
            return Ok(None);
        }
        std::fs::write(&full, shown).map_err(|error| vec![unreadable(&full, &error)])?;
        Ok(Some(Difference {
            path: self.shown.join(spec::DOCUMENT),
            excerpt: String::new(),
        }))
    }
}

/// The model of documents that have passed the checks.
fn checked(loaded: &spec::Loaded) -> Result<model::Api, Problems> {
    let api = model::build(loaded);
    let problems = check::check(loaded, &api);
    if problems.is_empty() {
        model::complete(api).map_err(|problem| vec![problem])
    } else {
        Err(problems)
    }
}

fn make(loaded: &spec::Loaded) -> Result<Sdk, Problems> {
    let api = checked(loaded)?;
    let files = (|| {
        let lowered = operations::lower::lower(loaded, &api)?;
        let generated = operations::generate(loaded, &lowered)?;
        emit::emit(loaded, &api, generated)
    })();
    files.map_err(|problem| vec![problem])
}

/// The folders of `specs` that have a document, by name, in alphabetical order.
///
/// # Errors
///
/// If the folder cannot be read.
pub fn providers(specs: &Path) -> anyhow::Result<Vec<String>> {
    let entries = std::fs::read_dir(specs)
        .with_context(|| format!("{}: it cannot be read", specs.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().join(spec::DOCUMENT).is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    Ok(names)
}

/// What `work` makes of each project, in their order. Projects share nothing, so they are done side by side.
pub fn side_by_side<T: Send>(projects: &[Project], work: impl Fn(&Project) -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let work = &work;
        let started: Vec<_> = projects
            .iter()
            .map(|project| scope.spawn(move || work(project)))
            .collect();
        let ended = started.into_iter().map(|thread| thread.join());
        ended
            .map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

/// A path as it is written in a command, the same on every machine.
fn slashes(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    let what = format!("it cannot be read or written: {error}");
    Problem::of_file(
        path,
        what,
        "check that the path exists and that you may use it",
    )
}
