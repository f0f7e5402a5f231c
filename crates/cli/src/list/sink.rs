//! Where rows go: standard output or a file. What does not take a row whole is left without any of it, if it is a file.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use crate::failure::Failure;
use crate::output::is_device;

pub struct Sink {
    out: File,
    /// How long a file is up to the last whole row; `None` of a pipe or a terminal.
    whole: Option<u64>,
}

impl Sink {
    /// Standard output. Not through the buffer of `std`, of which nobody knows what was written.
    pub fn standard_output() -> io::Result<Self> {
        #[cfg(unix)]
        let out = std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned()?;
        #[cfg(windows)]
        let out = std::os::windows::io::AsHandle::as_handle(&io::stdout()).try_clone_to_owned()?;
        Self::of(File::from(out))
    }

    /// A device as it is, or a file: a new one, one that is added to, or one that is cut back to the length that a checkpoint vouches for.
    pub fn file(path: &Path, append: bool, vouched: Option<u64>) -> Result<Self, Failure> {
        let told = |error| Failure::disk(path.display(), &error);
        if is_device(path) {
            let device = OpenOptions::new().write(true).open(path).map_err(told)?;
            return Self::of(device).map_err(told);
        }
        let mut options = OpenOptions::new();
        options.append(true);
        match append || vouched.is_some() {
            true => options.create(true),
            false => options.create_new(true),
        };
        let file = match options.open(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(exists(path));
            }
            opened => opened.map_err(told)?,
        };
        if let Some(vouched) = vouched {
            let length = file.metadata().map_err(told)?.len();
            if length < vouched {
                let path = path.display();
                return Err(Failure::usage(format!(
                    "{path} is shorter than the checkpoint says: {length} bytes, not {vouched}; remove both to begin anew"
                )));
            }
            file.set_len(vouched).map_err(told)?;
        }
        Self::of(file).map_err(told)
    }

    fn of(out: File) -> io::Result<Self> {
        let about = out.metadata()?;
        Ok(Self {
            whole: about.is_file().then_some(about.len()),
            out,
        })
    }

    /// How long the file is up to the last whole row.
    pub fn whole(&self) -> Option<u64> {
        self.whole
    }
}

/// The failure of a file that is not to be written over.
pub fn exists(path: &Path) -> Failure {
    Failure::usage(format!("{} exists: --append adds to it", path.display()))
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    /// Writes a row.
    fn write_all(&mut self, row: &[u8]) -> io::Result<()> {
        let written = self.out.write_all(row);
        if let Some(whole) = &mut self.whole {
            match written {
                Ok(()) => *whole += row.len() as u64,
                Err(_) => cut(&self.out, *whole),
            }
        }
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Takes off what was written of a row. What is told is why it was not written; if it cannot be taken off either, that has the same
/// reason.
fn cut(file: &File, whole: u64) {
    let is_longer = file.metadata().is_ok_and(|about| about.len() > whole);
    if is_longer {
        drop(file.set_len(whole));
    }
}
