//! A file that is there whole or not at all.

use std::fs::{OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use tokio::fs::File;
use tokio::io::{AsyncSeekExt, AsyncWriteExt, BufWriter};

use super::state;
use super::transfer::Begun;

/// Chunks come in tens of kilobytes, and each write is a step to another thread.
const BUFFER_BYTES: usize = 256 * 1024;

/// A file under a temporary name, beside the one that it is to become.
pub(super) struct Partial {
    file: BufWriter<File>,
    target: PathBuf,
    overwrite: bool,
    temporary: Temporary,
    /// Whether what is kept beside the file is about this beginning of it.
    noted: bool,
}

/// Takes the temporary file away when it is dropped, unless it is to be continued.
struct Temporary {
    path: PathBuf,
    /// Where it is noted how to continue.
    note: Option<PathBuf>,
    keep: bool,
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.keep {
            // Nobody is left to tell, and a leftover does no harm: its name says what it is.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Why no file is written where it was asked for, before anything is sent.
pub(super) fn refusal(target: &Path, overwrite: bool) -> Option<&'static str> {
    if target.file_name().is_none() {
        return Some("the path names no file");
    }
    // A link that leads nowhere is something that would be overwritten, too.
    match std::fs::symlink_metadata(target) {
        Ok(found) if found.is_dir() => Some("the path is a folder"),
        Ok(_) if !overwrite => Some("the file exists: say overwrite(true) if it is to be replaced"),
        _ => None,
    }
}

impl Partial {
    /// Opens it, new or as an earlier download left it, and says what is there already.
    pub(super) async fn open(
        target: PathBuf,
        overwrite: bool,
        resumable: bool,
    ) -> io::Result<(Self, Begun)> {
        let temporary = Temporary::beside(&target, resumable);
        let path = temporary.path.clone();
        let opening = tokio::task::spawn_blocking(move || open(&path, resumable));
        let mut file = File::from_std(opening.await.map_err(io::Error::other)??);
        let begun = match &temporary.note {
            Some(note) => state::load(note, file.metadata().await?.len()).await,
            None => Begun::default(),
        };
        file.set_len(begun.position).await?;
        file.seek(io::SeekFrom::End(0)).await?;
        let partial = Self {
            file: BufWriter::with_capacity(BUFFER_BYTES, file),
            target,
            overwrite,
            temporary,
            noted: begun.position > 0,
        };
        Ok((partial, begun))
    }

    /// Appends bytes. `begun` says how the file could be continued after them.
    pub(super) async fn write(&mut self, bytes: &Bytes, begun: &Begun) -> io::Result<()> {
        if !std::mem::replace(&mut self.noted, true)
            && let Some(note) = &self.temporary.note
        {
            state::save(note, begun).await?;
        }
        self.file.write_all(bytes).await
    }

    /// Forgets what was written.
    pub(super) async fn begin_anew(&mut self) -> io::Result<()> {
        // The file first: with an old note and no bytes nothing can be continued wrongly.
        self.file.flush().await?;
        self.file.get_mut().set_len(0).await?;
        self.file.seek(io::SeekFrom::Start(0)).await?;
        self.noted = false;
        Ok(())
    }

    /// Leaves on disk what was written, if it is to be continued.
    pub(super) async fn leave(mut self) -> io::Result<()> {
        if self.temporary.keep {
            self.file.flush().await?;
            self.file.get_ref().sync_all().await?;
            // With nothing in it there is nothing to continue.
            self.temporary.keep = self.file.get_ref().metadata().await?.len() > 0;
        }
        Ok(())
    }

    /// The file is whole: it gets its name.
    pub(super) async fn finish(mut self) -> io::Result<()> {
        self.file.flush().await?;
        self.file.get_ref().sync_all().await?;
        // A file that stays open keeps its lock, and on some systems its name.
        drop(self.file);
        let (temporary, target) = (self.temporary.path.clone(), self.target);
        let overwrite = self.overwrite;
        let naming = tokio::task::spawn_blocking(move || name(&temporary, &target, overwrite));
        naming.await.map_err(io::Error::other)??;
        if let Some(note) = &self.temporary.note {
            state::remove(note).await?;
        }
        Ok(())
    }
}

impl Temporary {
    fn beside(target: &Path, resumable: bool) -> Self {
        if !resumable {
            let name = format!(".callslip-{:016x}.part", fastrand::u64(..));
            return Self {
                path: target.with_file_name(name),
                note: None,
                keep: false,
            };
        }
        // Found again by the name of the file.
        let named = |end: &str| {
            let mut name = std::ffi::OsString::from(".");
            name.push(target.file_name().unwrap_or_default());
            name.push(end);
            target.with_file_name(name)
        };
        Self {
            path: named(".part"),
            note: Some(named(".part.json")),
            keep: true,
        }
    }
}

fn open(path: &Path, resumable: bool) -> io::Result<std::fs::File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    if !resumable {
        return options.create_new(true).open(path);
    }
    let file = options.create(true).truncate(false).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(io::Error::new(
            io::ErrorKind::ResourceBusy,
            "another download is writing this file",
        )),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Puts the file under its name, and makes that last.
fn name(temporary: &Path, target: &Path, overwrite: bool) -> io::Result<()> {
    if overwrite {
        std::fs::rename(temporary, target)?;
    } else {
        // Renaming would replace a file that has appeared in the meantime; linking fails.
        match std::fs::hard_link(temporary, target) {
            Ok(()) => std::fs::remove_file(temporary)?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
            // Not every file system has links.
            Err(_) if std::fs::symlink_metadata(target).is_ok() => {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            Err(_) => std::fs::rename(temporary, target)?,
        }
    }
    // The name itself is kept in the folder. Where a folder cannot be opened or synced, that is how it is.
    let folder = target.parent().filter(|path| !path.as_os_str().is_empty());
    if let Ok(folder) = std::fs::File::open(folder.unwrap_or(Path::new("."))) {
        let _ = folder.sync_all();
    }
    Ok(())
}
