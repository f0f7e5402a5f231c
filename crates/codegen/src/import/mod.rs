//! Any OpenAPI 3.0 or 3.1 document as a spec in our form: `openapi.yaml`, `sdk.toml` and the bodies of its examples.
//!
//! What our form can say is kept. What it cannot say is of any kind, or left out where it may be absent; each kind of that is told
//! once, with how often and where. Data flows one way:
//!
//! ```text
//! bytes ──read──> tree with places ──shape──> what a schema says ──schemas, unions, operations──> form ──tidy──> form
//!                                                                    openapi.yaml <──write, examples──┴──settings──> sdk.toml
//! ```

mod examples;
mod form;
mod names;
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
use std::path::{Path, PathBuf};

use crate::names::snake;
use crate::problem::{Problem, Problems};
use crate::spec::{DOCUMENT, SETTINGS};
use crate::unreadable;
use form::Spec;
use schemas::Schemas;
use shape::Source;
use told::Told;

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
    let source = Source {
        root: read::read(bytes, file)?,
    };
    let root = &source.root;
    let mut told = Told::default();
    let security = security::security(root, &mut told);
    let mut schemas = Schemas::new(&source, &mut told, options.with_text);
    let (operations, count) = operations::operations(&mut schemas, options.only.as_deref());
    schemas.finish();
    let components = schemas.components;
    if operations.is_empty() {
        let what = match &options.only {
            Some(only) if count == Count::default() => {
                format!("no operation has `{only}` in its id or path; mend the pattern")
            }
            _ => format!(
                "no operation of the document can be said in our form ({} were left out); see the reasons below",
                count.lost
            ),
        };
        return Err(root.at("paths").wrong(what));
    }
    let info = |key: &str, otherwise: &str| {
        let said = root
            .get("info")
            .map(|info| info.said(key))
            .unwrap_or_default();
        let said = said.trim().to_owned();
        if said.is_empty() {
            otherwise.to_owned()
        } else {
            said
        }
    };
    let (server, other_servers) = security::servers(root);
    let mut spec = Spec {
        title: info("title", &options.name),
        version: info("version", "1"),
        servers: server.into_iter().collect(),
        security,
        operations,
        components,
    };
    tidy::tidy(&mut spec, &mut told);
    let examples = examples::examples(&spec);
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (id, body) in &examples.bodies {
        files.insert(format!("examples/{id}.json"), format!("{body:#}\n"));
    }
    let document = write::document(&spec, &examples);
    let read = |name: &str| {
        files
            .get(name)
            .cloned()
            .ok_or_else(|| std::io::ErrorKind::NotFound.into())
    };
    let document = crate::spec::visible(&document, &read);
    let notes: Vec<String> = told.lines().collect();
    let about = settings::About {
        name: &options.name,
        krate: options.krate.as_deref(),
        other_servers: &other_servers,
        notes: &notes,
    };
    files.insert(SETTINGS.to_owned(), settings::settings(&spec, &about));
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
        let stem = self
            .document
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        self.name.clone().unwrap_or_else(|| snake(stem))
    }

    /// The same as [`run`](Self::run), with what is wrong told on the terminal; whether it went well.
    #[must_use]
    pub fn report(&self, folder: &Path, krate: Option<String>) -> bool {
        let problems = self.run(folder, krate).err().unwrap_or_default();
        problems
            .iter()
            .for_each(|problem| eprintln!("error: {problem}"));
        problems.is_empty()
    }

    /// Imports the document into a folder, and tells on the terminal what was done.
    ///
    /// # Errors
    ///
    /// See [`import`]; and if a file cannot be read or written.
    pub fn run(&self, folder: &Path, krate: Option<String>) -> Result<Count, Problems> {
        let bytes = std::fs::read(&self.document)
            .map_err(|error| vec![unreadable(&self.document, &error)])?;
        let options = Options {
            name: self.name(),
            krate,
            only: self.only.clone(),
            with_text: self.with_text,
        };
        let imported = import(&bytes, &self.document, &options).map_err(|problem| vec![problem])?;
        for (name, text) in &imported.files {
            let path = folder.join(name);
            let written = path.parent().map_or(Ok(()), std::fs::create_dir_all);
            written
                .and_then(|()| std::fs::write(&path, text))
                .map_err(|error| vec![unreadable(&path, &error)])?;
        }
        for note in &imported.notes {
            eprintln!("note: {note}");
        }
        let Count { typed, raw, lost } = imported.count;
        println!(
            "wrote {}: {typed} operations with types throughout, {raw} in part of any kind, {lost} left out",
            folder.display()
        );
        Ok(imported.count)
    }
}
