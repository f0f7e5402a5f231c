//! Items that cannot be read: told on standard error, kept in a file if one was named.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;

use callslip_core::SetAside;

use crate::context::ErrorFormat;
use crate::failure::Failure;
use crate::output::json_text;

pub struct Shelf {
    path: Option<PathBuf>,
    /// Open once there is something to write.
    file: Option<File>,
    /// Why something could not be kept.
    failure: Option<Failure>,
    /// For whom messages are.
    told: ErrorFormat,
}

impl Shelf {
    pub fn new(path: Option<PathBuf>, told: ErrorFormat) -> Self {
        Self {
            path,
            file: None,
            failure: None,
            told,
        }
    }

    /// Whether what is set aside is kept.
    pub fn keeps(&self) -> bool {
        self.path.is_some()
    }

    pub fn put(&mut self, item: &SetAside) {
        let (page, pointer, expected) = (item.page(), item.pointer(), item.expected());
        let note = format_args!("note: page {page}, {pointer}: set aside, expected {expected}");
        self.told.tell("note", note);
        if self.failure.is_none() {
            self.failure = self.keep(item).err();
        }
    }

    /// Tells if something could not be kept.
    pub fn check(&mut self) -> Result<(), Failure> {
        self.failure.take().map_or(Ok(()), Err)
    }

    fn keep(&mut self, item: &SetAside) -> Result<(), Failure> {
        let Some(path) = &self.path else {
            return Ok(());
        };
        // What is no JSON is kept to the byte.
        let mut line = match serde_json::from_slice::<&serde_json::value::RawValue>(item.raw()) {
            Ok(json) => json_text::on_one_line(json.get()).into_bytes(),
            Err(_) => item.raw().to_vec(),
        };
        line.push(b'\n');
        let written = match self.file.take() {
            Some(file) => Ok(file),
            None => OpenOptions::new().create(true).append(true).open(path),
        };
        let written = written.and_then(|mut file| file.write_all(&line).map(|()| file));
        let told = |error| Failure::disk(path.display(), &error);
        self.file = Some(written.map_err(told)?);
        Ok(())
    }
}
