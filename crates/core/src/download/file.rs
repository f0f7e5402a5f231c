//! A file that is there whole or not at all.

use std::fs::{OpenOptions, TryLockError};
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};

use tokio::fs::File;
use tokio::io::{AsyncSeekExt, AsyncWriteExt, BufWriter};

use super::content::{Beginning, Expected, WINDOW};
use super::note::{self, Mark};
use super::range::Progress;
use super::transfer::Piece;

/// Chunks come in tens of kilobytes, and each write is a step to another thread.
const BUFFER_BYTES: usize = 256 * 1024;

/// What a crash may cost of a file that is to be continued: an eighth of it, within these bounds. To have bytes on disk for
/// certain takes milliseconds each time.
const LEAST_UNSYNCED: u64 = 256 * 1024;
const MOST_UNSYNCED: u64 = 16 * 1024 * 1024;

/// A file under a temporary name, beside the one that it is to become.
pub(super) struct Partial {
    /// Before the file, which it takes away while that is still locked.
    temporary: Temporary,
    file: BufWriter<File>,
    target: PathBuf,
    overwrite: bool,
    /// Where it is noted how to continue, and of which link; only of a file that may be continued.
    note: Option<(PathBuf, Mark)>,
    /// How much was written; `None` after an error, when nobody knows.
    written: Option<u64>,
    /// Up to here bytes are on disk for certain, and noted.
    synced: u64,
}

/// Takes the temporary file away when it is dropped, unless it can be continued.
struct Temporary {
    path: PathBuf,
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
    /// Opens a new one, of which nothing is left if it does not become whole.
    pub(super) async fn create(target: PathBuf, overwrite: bool) -> io::Result<Self> {
        let name = format!(".callslip-{:016x}.part", fastrand::u64(..));
        let path = target.with_file_name(name);
        let (temporary, file) = blocking(move || {
            let file = OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(&path)?;
            Ok((Temporary { path, keep: false }, file))
        })
        .await?;
        Ok(Self::new(temporary, file, target, overwrite))
    }

    fn new(temporary: Temporary, file: std::fs::File, target: PathBuf, overwrite: bool) -> Self {
        Self {
            temporary,
            file: BufWriter::with_capacity(BUFFER_BYTES, File::from_std(file)),
            target,
            overwrite,
            note: None,
            written: Some(0),
            synced: 0,
        }
    }

    /// Opens one as an earlier download of the same link left it, and says what is there already. What was left by another
    /// link, or what is not the file that is expected, is taken away.
    pub(super) async fn resume(
        target: PathBuf,
        overwrite: bool,
        link: &str,
        expected: Expected,
    ) -> io::Result<(Self, Progress)> {
        // Found again by the name of the file.
        let named = |end: &str| {
            let mut name = std::ffi::OsString::from(".");
            name.push(target.file_name().unwrap_or_default());
            name.push(end);
            target.with_file_name(name)
        };
        let (path, note) = (named(".part"), named(".part.json"));
        let (noted, of) = (note.clone(), link.to_owned());
        let (temporary, file, resumed) = blocking(move || {
            let mut file = open_alone(&path)?;
            let noted = note::load(&noted, &of, file.metadata()?.len());
            // What can be resumed is kept whatever happens from here on.
            let keep = noted.is_some();
            let temporary = Temporary { path, keep };
            let Some((progress, synced)) = noted else {
                return Ok((temporary, file, None));
            };
            let mut head = Vec::new();
            let window = progress.position.min(WINDOW as u64);
            file.by_ref().take(window).read_to_end(&mut head)?;
            if expected.judge(None, &head, false) != Beginning::File {
                return Ok((temporary, file, None));
            }
            // Nobody vouches for what is behind.
            file.set_len(synced)?;
            file.seek(io::SeekFrom::Start(progress.position))?;
            Ok((temporary, file, Some((progress, synced))))
        })
        .await?;
        let mut partial = Self::new(temporary, file, target, overwrite);
        partial.note = Some((note, Mark::of(link)));
        let Some((progress, synced)) = resumed else {
            partial.restart().await?;
            return Ok((partial, Progress::default()));
        };
        (partial.written, partial.synced) = (Some(progress.position), synced);
        Ok((partial, progress))
    }

    /// Appends bytes, or begins anew with them. `progress` says how the file could be continued after them.
    pub(super) async fn write(&mut self, piece: &Piece, progress: &Progress) -> io::Result<()> {
        if piece.restart {
            self.restart().await?;
        }
        let written = self.written.take();
        self.file.write_all(&piece.bytes).await?;
        self.written = written.map(|written| written + piece.bytes.len() as u64);
        let unsynced = progress.position.saturating_sub(self.synced);
        if unsynced >= (progress.position / 8).clamp(LEAST_UNSYNCED, MOST_UNSYNCED) {
            self.checkpoint(progress).await?;
        }
        Ok(())
    }

    /// Brings to disk what was written, and then the note that it is there.
    async fn checkpoint(&mut self, progress: &Progress) -> io::Result<()> {
        let Some((path, mark)) = &self.note else {
            return Ok(());
        };
        let note = note::note(mark, progress);
        let Some(note) = note.filter(|_| self.written == Some(progress.position)) else {
            return Ok(());
        };
        self.file.flush().await?;
        self.file.get_ref().sync_data().await?;
        let path = path.clone();
        blocking(move || note::save(&path, &note)).await?;
        self.synced = progress.position;
        self.temporary.keep = true;
        Ok(())
    }

    /// Forgets what was written.
    async fn restart(&mut self) -> io::Result<()> {
        // The note first: it must not vouch for what is written from here on.
        if let Some((note, _)) = &self.note {
            let note = note.clone();
            blocking(move || note::remove(&note)).await?;
        }
        self.temporary.keep = false;
        (self.written, self.synced) = (None, 0);
        self.file.flush().await?;
        self.file.get_mut().set_len(0).await?;
        self.file.seek(io::SeekFrom::Start(0)).await?;
        self.written = Some(0);
        Ok(())
    }

    /// Leaves on disk what was written, if it can be continued.
    pub(super) async fn leave(mut self, progress: &Progress) -> io::Result<()> {
        if progress.position > self.synced {
            self.checkpoint(progress).await?;
        }
        Ok(())
    }

    /// The file is whole: it gets its name.
    pub(super) async fn finish(mut self, progress: &Progress) -> io::Result<()> {
        self.file.flush().await?;
        self.file.get_ref().sync_all().await?;
        let file = self.file.into_inner().into_std().await;
        let (mut temporary, target, overwrite) = (self.temporary, self.target, self.overwrite);
        let note = self.note;
        let note = note.map(|(path, mark)| (path, note::note(&mark, progress)));
        blocking(move || {
            // Before the file has its name: whoever finds that asks for nothing more, and the note would lie there for good.
            if let Some((path, _)) = &note {
                note::take_away(path)?;
            }
            let named = name(&temporary.path, &target, overwrite);
            match (&named, note) {
                (Ok(()), _) => temporary.keep = true,
                // It can be had under its name without being sent again.
                (Err(_), Some((path, Some(note)))) => {
                    temporary.keep = note::save(&path, &note).is_ok();
                }
                (Err(_), _) => {}
            }
            // Whoever waits for its lock must not find it under the temporary name.
            drop((temporary, file));
            named
        })
        .await
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(io::Error::other)?
}

/// Opens a partial file that no other download writes.
fn open_alone(path: &Path) -> io::Result<std::fs::File> {
    let busy = || {
        io::Error::new(
            io::ErrorKind::ResourceBusy,
            "another download is writing this file",
        )
    };
    // Another download may give the file its name between the opening and the lock; then a new one is made.
    for _ in 0..3 {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = options.open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(busy()),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        if !has_another_name(&file, path)? {
            return Ok(file);
        }
    }
    Err(busy())
}

/// Whether a file that was opened under this name is under another one too, or only there: it is a whole file then, whose
/// download or whose machine stopped before the temporary name was taken away. Nothing may be written into it.
#[cfg(unix)]
fn has_another_name(file: &std::fs::File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;

    let found = file.metadata()?;
    match std::fs::symlink_metadata(path) {
        Ok(named) if (named.dev(), named.ino()) == (found.dev(), found.ino()) => {
            if found.nlink() > 1 {
                std::fs::remove_file(path)?;
            }
            Ok(found.nlink() > 1)
        }
        _ => Ok(true),
    }
}

/// How many names a file has is not told everywhere.
#[cfg(not(unix))]
fn has_another_name(_file: &std::fs::File, _path: &Path) -> io::Result<bool> {
    Ok(false)
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
    note::sync_folder(target);
    Ok(())
}
