//! `--checkpoint`: a file by which the same command goes on where it stopped.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use callslip_core::Cursor;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::sink;
use crate::failure::Failure;
use crate::output::is_device;

/// The form of the file.
const VERSION: u32 = 1;

/// The file: how far the list of each provider was read.
#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    callslip_checkpoint: u32,
    /// The command's own file, if it writes one.
    output: Option<Output>,
    /// A hash of how rows are printed: an output has rows of one kind.
    #[serde(default)]
    form: Option<String>,
    lists: BTreeMap<String, State>,
}

/// A file that rows are written to.
#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Output {
    path: PathBuf,
    /// How long it was after the last row that a cursor stands behind.
    length: u64,
}

/// How far a list was read.
#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// A hash of the filters, which can be personal: going on with others would mix two lists.
    filters: String,
    /// When the first run began. Lengths of time count from there, so that the list stays the same.
    pub began: DateTime<Utc>,
    /// After the last row that was printed.
    pub cursor: Option<Cursor>,
    /// How many rows were printed in all runs.
    pub printed: u64,
    /// Set once the list was read to its end.
    pub ended: Option<Ended>,
}

#[derive(Clone, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    Complete,
    /// What is missing.
    Incomplete(String),
}

pub struct Checkpoint {
    path: PathBuf,
    provider: &'static str,
    file: File,
    pub state: State,
}

impl Checkpoint {
    /// Reads the file if there is one, and otherwise begins one.
    pub fn open(
        path: &Path,
        provider: &'static str,
        filters: &impl Hash,
        now: DateTime<Utc>,
    ) -> Result<Self, Failure> {
        let shown = path.display();
        let file = match fs::read(path) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .ok()
                .filter(|file: &File| file.callslip_checkpoint == VERSION)
                .ok_or_else(|| {
                    Failure::usage(format!(
                        "{shown} is no checkpoint that this version can read: name another file"
                    ))
                })?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => File {
                callslip_checkpoint: VERSION,
                output: None,
                form: None,
                lists: BTreeMap::new(),
            },
            Err(error) => return Err(Failure::disk(shown, &error)),
        };
        let filters = hashed(filters);
        let state = match file.lists.get(provider) {
            Some(state) if state.filters != filters => {
                return Err(Failure::usage(format!(
                    "{shown} is the checkpoint of a list with other filters: name another file"
                )));
            }
            Some(state) => state.clone(),
            None => State {
                filters,
                began: now,
                cursor: None,
                printed: 0,
                ended: None,
            },
        };
        Ok(Self {
            path: path.to_owned(),
            provider,
            file,
            state,
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether rows of any list were printed.
    pub fn has_rows(&self) -> bool {
        self.file.lists.values().any(|state| state.printed > 0)
    }

    /// Rows of this form are printed, as they were in all runs.
    pub fn printed_as(&mut self, form: &str) -> Result<(), Failure> {
        let form = hashed(&form);
        match &self.file.form {
            Some(known) if *known != form => {
                let shown = self.path.display();
                Err(Failure::usage(format!(
                    "{shown} is the checkpoint of a list that was printed otherwise: give the same --format, --columns and --jq, or name another file"
                )))
            }
            _ => {
                self.file.form = Some(form);
                Ok(())
            }
        }
    }

    /// How long the command's own file is to be, before anything more is added to it. It is the same one in all runs, since it is cut
    /// back to that length.
    pub fn vouched(&mut self, output: Option<&Path>, append: bool) -> Result<Option<u64>, Failure> {
        let shown = self.path.display();
        if let Some(device) = output.filter(|path| is_device(path)) {
            return Err(Failure::usage(format!(
                "{} is no file, which could be cut back to what {shown} says: leave out -o, and lead standard output there",
                device.display()
            )));
        }
        let output = output.map(std::path::absolute).transpose();
        let output = output.map_err(|error| Failure::disk("the output", &error))?;
        let known = self.file.output.as_ref();
        match (known, output) {
            (Some(known), Some(path)) if known.path == path => Ok(Some(known.length)),
            (Some(known), _) => {
                let path = known.path.display();
                Err(Failure::usage(format!(
                    "by {shown} the list goes on in {path}: give it with -o"
                )))
            }
            (None, Some(_)) if self.has_rows() => Err(Failure::usage(format!(
                "by {shown} the list goes on on standard output, where it began"
            ))),
            (None, None) => Ok(None),
            (None, Some(path)) => {
                let length = match path.metadata() {
                    Ok(_) if !append => return Err(sink::exists(&path)),
                    Ok(about) => about.len(),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => 0,
                    Err(error) => return Err(Failure::disk(path.display(), &error)),
                };
                // Known before there is anything in it, so that a crash cannot leave rows of which nothing is known.
                self.file.output = Some(Output { path, length });
                self.save()?;
                Ok(Some(length))
            }
        }
    }

    /// Notes how long the command's own file is now.
    pub fn vouch(&mut self, length: Option<u64>) {
        if let Some((output, length)) = self.file.output.as_mut().zip(length) {
            output.length = length;
        }
    }

    /// Writes it: the new one stands beside the old one until it is whole.
    pub fn save(&mut self) -> Result<(), Failure> {
        self.file
            .lists
            .insert(self.provider.to_owned(), self.state.clone());
        let mut beside = self.path.clone().into_os_string();
        beside.push(".new");
        let written = serde_json::to_vec(&self.file)
            .map_err(io::Error::other)
            .and_then(|bytes| {
                let mut file = fs::File::create(&beside)?;
                file.write_all(&bytes)?;
                file.write_all(b"\n")?;
                fs::rename(&beside, &self.path)
            });
        written.map_err(|error| Failure::disk(self.path.display(), &error))
    }
}

fn hashed(what: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
