//! Where rows go: standard output or a file. What does not take a row whole is left without any of it, if it is a file; and a file takes
//! those that come at once together.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use crate::failure::Failure;
use crate::output::is_device;

/// A file is given so many bytes of rows at once.
const AT_ONCE: usize = 64 << 10;

pub struct Sink {
    out: File,
    /// How long a file is up to the last whole row; `None` of a pipe or a terminal.
    whole: Option<u64>,
    /// How many rows are written.
    written: u64,
    /// Rows for a file that are not written yet, and where each ends.
    held: Vec<u8>,
    ends: Vec<usize>,
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
            written: 0,
            held: Vec::new(),
            ends: Vec::new(),
            out,
        })
    }

    /// How long the file is up to the last whole row.
    pub fn whole(&self) -> Option<u64> {
        self.whole
    }

    /// How many rows are written.
    pub fn written(&self) -> u64 {
        self.written
    }

    /// Whether there are rows that are not.
    pub fn holds(&self) -> bool {
        !self.ends.is_empty()
    }

    /// Writes the rows that are held; as many of them as fit, if not all do.
    pub fn settle(&mut self) -> io::Result<()> {
        let (held, ends) = (&self.held, std::mem::take(&mut self.ends));
        let mut done = self.out.write_all(held);
        if let Some(whole) = &mut self.whole {
            if done.is_ok() {
                *whole += held.len() as u64;
                self.written += ends.len() as u64;
            } else {
                cut(&self.out, *whole);
                let held = std::mem::take(&mut self.held);
                let mut from = 0;
                done = ends.into_iter().try_for_each(|end| {
                    let row = held.get(from..end).unwrap_or_default();
                    from = end;
                    self.one(row)
                });
            }
        }
        self.held.clear();
        done
    }

    fn one(&mut self, row: &[u8]) -> io::Result<()> {
        let written = self.out.write_all(row);
        if written.is_ok() {
            self.written += 1;
        }
        if let Some(whole) = &mut self.whole {
            match written {
                Ok(()) => *whole += row.len() as u64,
                Err(_) => cut(&self.out, *whole),
            }
        }
        written
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

    /// Writes a row, or holds it.
    fn write_all(&mut self, row: &[u8]) -> io::Result<()> {
        if self.whole.is_none() {
            return self.one(row);
        }
        self.held.extend_from_slice(row);
        self.ends.push(self.held.len());
        match self.held.len() {
            ..AT_ONCE => Ok(()),
            _ => self.settle(),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_gets_rows_together_and_knows_how_many() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("rows");
        let text = || std::fs::read_to_string(&path).expect("it is there");
        let file = File::create(&path).expect("a file");
        let mut sink = Sink::of(file).expect("it is there");
        for row in ["one\n", "", "two\n"] {
            sink.write_all(row.as_bytes()).expect("it is held");
        }
        assert!(sink.holds() && text().is_empty());
        assert_eq!((sink.written(), sink.whole()), (0, Some(0)));
        sink.settle().expect("it is written");
        assert_eq!((sink.written(), sink.whole()), (3, Some(8)));
        assert_eq!((sink.holds(), text().as_str()), (false, "one\ntwo\n"));
        // More is not held than that.
        let row = vec![b'x'; AT_ONCE / 4 + 1];
        for _ in 0..4 {
            sink.write_all(&row).expect("it is written");
        }
        assert!(!sink.holds() && sink.written() == 7);
        assert_eq!(text().len(), 8 + 4 * row.len());
    }
}
