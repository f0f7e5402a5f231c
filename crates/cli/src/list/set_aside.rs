//! Items that cannot be read as a call: told on standard error, kept in a file if one was named.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;

use callslip_liner::SetAside;

use crate::failure::Failure;

pub struct Shelf {
    path: Option<PathBuf>,
    /// Open once there is something to write.
    file: Option<File>,
}

impl Shelf {
    pub fn new(path: Option<PathBuf>) -> Self {
        Self { path, file: None }
    }

    /// Whether what is set aside is kept.
    pub fn keeps(&self) -> bool {
        self.path.is_some()
    }

    pub fn put(&mut self, items: Vec<SetAside>) -> Result<(), Failure> {
        for item in items {
            eprintln!(
                "note: page {}, {}: set aside, expected {}",
                item.page(),
                item.pointer(),
                item.expected()
            );
            self.keep(&item)?;
        }
        Ok(())
    }

    fn keep(&mut self, item: &SetAside) -> Result<(), Failure> {
        let Some(path) = &self.path else {
            return Ok(());
        };
        // Between the tokens of a JSON a line break is a space; inside a string there is none.
        let mut line = item.raw().to_vec();
        for byte in &mut line {
            if matches!(byte, b'\r' | b'\n') {
                *byte = b' ';
            }
        }
        line.push(b'\n');
        let written = match self.file.take() {
            Some(file) => Ok(file),
            None => OpenOptions::new().create(true).append(true).open(path),
        };
        let written = written.and_then(|mut file| file.write_all(&line).map(|()| file));
        let told = |error| Failure::Output(format!("{}: {error}", path.display()));
        self.file = Some(written.map_err(told)?);
        Ok(())
    }
}
