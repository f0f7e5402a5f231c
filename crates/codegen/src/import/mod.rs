//! Any OpenAPI 3.0 or 3.1 document as a spec in our form: `openapi.yaml`, `sdk.toml` and the bodies of its examples.
//!
//! What our form can say is kept. What it cannot say is of any kind, or left out where it may be absent; each kind of that is told
//! once, with how often and where. Data flows one way:
//!
//! ```text
//! bytes ──read──> tree with places ──shape──> what a schema says ──schemas, unions, operations──> form ──tidy──> form
//!                                                                    openapi.yaml <──write, examples──┴──settings──> sdk.toml
//! ```

mod again;
mod examples;
mod form;
mod names;
mod neutral;
mod operations;
mod paging;
mod read;
mod schemas;
mod security;
mod settings;
mod shape;
mod tidy;
mod told;
mod unions;
mod write;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::names::snake;
use crate::problem::Problem;
use crate::spec::{DOCUMENT, SETTINGS};
use crate::{terminal, unreadable};
use again::Before;
use form::Spec;
use schemas::Schemas;
use shape::Source;
use told::Told;

pub(crate) use neutral::missing_text;
pub use operations::Count;

/// What to import, and how.
#[derive(clap::Args, Clone, Debug)]
pub struct Arguments {
    /// The document: OpenAPI 3.0 or 3.1, in YAML or JSON.
    pub document: PathBuf,
    /// What the SDK is called, in snake_case (default: the name of the file).
    #[arg(long)]
    pub name: Option<String>,
    /// Take only the operations whose id (in snake_case) or path contains this.
    #[arg(long, value_name = "PATTERN")]
    pub only: Option<String>,
    /// Take the publisher's descriptions along, too; without, neutral ones are made of the names.
    #[arg(long)]
    pub with_text: bool,
    /// Where there is a spec already: change it. Without, what would change is shown, and written to `proposed` in the folder.
    #[arg(long)]
    pub write: bool,
}

/// How a document is imported.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What the SDK is called, in snake_case.
    pub name: String,
    /// The crate, if it is called something else.
    pub krate: Option<String>,
    /// Only the operations whose id or path contains this.
    pub only: Option<String>,
    /// Whether the publisher's descriptions come along.
    pub with_text: bool,
}

/// An imported document.
#[derive(Debug)]
pub struct Imported {
    /// By their names in the folder: `openapi.yaml`, `sdk.toml`, `examples/….json`.
    pub files: BTreeMap<String, String>,
    /// How many operations came through.
    pub count: Count,
    /// What our form cannot say, a line a kind.
    pub notes: Vec<String>,
}

/// Imports a document, which messages call `file`.
///
/// # Errors
///
/// If it is no OpenAPI document of 3.0 or 3.1, or none of its operations came through.
pub fn import(bytes: &[u8], file: &Path, options: &Options) -> Result<Imported, Problem> {
    beside(bytes, file, options, None, &|_| {
        Err(io::ErrorKind::NotFound.into())
    })
}

/// Imports a document into what is there already; `read` reads the examples that are.
fn beside(
    bytes: &[u8],
    file: &Path,
    options: &Options,
    before: Option<&Before>,
    read: &dyn Fn(&str) -> io::Result<String>,
) -> Result<Imported, Problem> {
    let source = Source {
        root: read::read(bytes, file)?,
    };
    let root = &source.root;
    let mut told = Told::default();
    let securities = security::securities(root, &mut told);
    let mut schemas = Schemas::new(&source, &mut told, options.with_text);
    let (operations, count) = operations::operations(&mut schemas, options.only.as_deref());
    schemas.finish();
    let components = schemas.components;
    if operations.is_empty() {
        let why = match &options.only {
            _ if count.lost > 0 => told.lines().collect::<Vec<_>>().join("\n"),
            Some(only) => format!("none has `{only}` in its id or path"),
            None => "it describes none".to_owned(),
        };
        let message = format!("no operation of the document came through; {why}");
        return Err(root.at("paths").wrong(message));
    }
    let info = |key: &str, otherwise: &str| {
        let said = root.get("info").map(|info| info.said(key));
        let said = said.unwrap_or_default().trim().to_owned();
        Some(said)
            .filter(|said| !said.is_empty())
            .unwrap_or_else(|| otherwise.to_owned())
    };
    let (server, other_servers) = security::servers(root);
    let mut spec = Spec {
        title: info("title", &options.name),
        version: info("version", "1"),
        server,
        securities,
        operations,
        components,
    };
    tidy::tidy(&mut spec, &mut told);
    before.inspect(|before| before.keep_texts(&mut spec));
    let examples = examples::examples(&spec);
    let mut files = BTreeMap::new();
    for (id, body) in &examples.bodies {
        let name = format!("examples/{id}.json");
        let kept = before.filter(|before| before.keeps(&name));
        let kept = kept.and_then(|_| read(&name).ok());
        let text = kept.unwrap_or_else(|| format!("{body:#}\n"));
        files.insert(name, text);
    }
    let body = |name: &str| {
        files
            .get(name)
            .cloned()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    };
    let document = crate::spec::visible(&write::document(&spec, &examples), &body);
    let notes: Vec<String> = told.lines().collect();
    let about = settings::About {
        name: &options.name,
        krate: options.krate.as_deref(),
        other_servers: &other_servers,
        notes: &notes,
    };
    let mut settings = settings::settings(&spec, &about);
    if let Some(merged) = before.and_then(|before| before.settings(&spec, &settings)) {
        settings = merged;
    }
    files.insert(SETTINGS.to_owned(), settings);
    files.insert(DOCUMENT.to_owned(), document);
    Ok(Imported {
        files,
        count,
        notes,
    })
}

impl Arguments {
    /// The name that is given, or that of the file.
    #[must_use]
    pub fn name(&self) -> String {
        let stem = self.document.file_stem().and_then(|stem| stem.to_str());
        let name = self.name.as_deref().or(stem);
        name.map(snake).unwrap_or_default()
    }

    /// The same as [`run`](Self::run), with what is wrong told on the terminal; whether it went well.
    #[must_use]
    pub fn report(&self, folder: &Path, krate: Option<String>) -> bool {
        let problem = self.run(folder, krate).err();
        problem
            .inspect(|problem| terminal::warn(format_args!("error: {problem}")))
            .is_none()
    }

    /// Imports the document into a folder, and tells on the terminal what was done.
    ///
    /// # Errors
    ///
    /// See [`import`]; and if a file cannot be read or written.
    pub fn run(&self, folder: &Path, krate: Option<String>) -> Result<Count, Problem> {
        let bytes =
            std::fs::read(&self.document).map_err(|error| unreadable(&self.document, &error))?;
        let options = Options {
            name: self.name(),
            krate,
            only: self.only.clone(),
            with_text: self.with_text,
        };
        let before = Before::read(folder)?;
        let read = |name: &str| std::fs::read_to_string(folder.join(name));
        let imported = beside(&bytes, &self.document, &options, before.as_ref(), &read)?;
        let proposed = folder.join("proposed");
        let into = match before {
            Some(_) if !self.write => &proposed,
            _ => folder,
        };
        for (name, text) in &imported.files {
            let path = into.join(name);
            let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
            let written = folder.and_then(|()| std::fs::write(&path, text));
            written.map_err(|error| unreadable(&path, &error))?;
        }
        imported
            .notes
            .iter()
            .for_each(|note| terminal::warn(format_args!("note: {note}")));
        for (name, text) in [DOCUMENT, SETTINGS]
            .iter()
            .zip(before.iter().flat_map(|before| &before.texts))
        {
            if let Some(new) = imported.files.get(*name) {
                terminal::done(again::difference(name, text, new));
            }
        }
        let Count { typed, raw, lost } = imported.count;
        let into = into.display();
        terminal::done(format_args!(
            "wrote {into}: {typed} operations with types throughout, {raw} in part of any kind, {lost} left out\n"
        ));
        Ok(imported.count)
    }
}
