//! The files of recordings: fetched by fresh links, kept by what is in them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io;
use std::iter;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use callslip_calls::Recording;
use callslip_core::ErrorKind;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::StreamExt;
use object_store::buffered::BufWriter;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncWrite, AsyncWriteExt};

use crate::digest::{self, hex};
use crate::error::{LakeError, unreadable};
use crate::files;
use crate::lake::{Lake, Sources, is_same_account};
use crate::log::{Add, Change, Scope, print};
use crate::logs::name;
use crate::recording::{Media, MediaState, RecordingRow};
use crate::source::{Link, Source, SourceError};
use crate::store::tag;
use crate::tables::{Recordings, Table};
use crate::window::{Part, Window};

/// Where the files are, below the lake.
pub(crate) const FOLDER: &str = "media";
/// Where a file is that has not come to its end.
pub(crate) const PARTS: &str = "media/_parts";
/// What is not there so long after its call is waited for no more.
const PATIENCE: TimeDelta = TimeDelta::hours(24);
/// So many recordings are fetched before it is committed what became of them.
const BATCH: usize = 64;
/// How often something is tried where no time says how long.
const ATTEMPTS: i32 = 5;
/// By so many first bytes it is told what a file is.
const HEAD: usize = 12;

/// What became of recordings.
///
/// ```no_run
/// # use callslip_lake::{Lake, LakeError, sources::{self, Access}};
/// # async fn job(lake: Lake) -> Result<(), LakeError> {
/// let sources = sources::open(lake.settings(), None, &Access::default())?;
/// let fetched = lake.media(&sources, 4, &|done, all| println!("{done} of {all}")).await?;
/// for (state, count) in &fetched.states {
///     println!("{count} {state}");
/// }
/// for (call, why) in &fetched.failed {
///     println!("{call}, which the next time tries again: {why}");
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Fetched {
    /// How many came to each state.
    pub states: BTreeMap<MediaState, usize>,
    /// How many bytes came.
    pub bytes: u64,
    /// Why recordings did not come that are to be tried again, each with its call.
    pub failed: Vec<(String, SourceError)>,
}

/// A recording that is to be fetched. There may be very many: what else is known of them is read when it is their turn.
#[derive(Clone, Copy)]
struct Wanted {
    expires_at: Option<DateTime<Utc>>,
    /// Its window, by its place among those with such recordings.
    window: usize,
    row: u64,
}

/// What tells a row from the others of its window.
fn print_of(row: &RecordingRow) -> u64 {
    digest::print((&row.call_id, row.recording.ordinal))
}

impl Lake {
    /// Fetches the files of the recordings that are pending, those first whose links run out soonest, `at_once` at a time. Each link is
    /// asked for anew right before it is used. `tell` hears after each how many are done, and of how many.
    ///
    /// # Errors
    ///
    /// If a table is [damaged](LakeError::Damaged), its [store](LakeError::Store) does not answer, other writers were
    /// [faster](LakeError::Raced) again and again, or a source is another account than before ([`Settings`](LakeError::Settings)). That a recording does not come is none: [`Fetched::failed`] has those.
    pub async fn media(
        &self,
        sources: &Sources,
        at_once: usize,
        tell: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<Fetched, LakeError> {
        let (windows, mut wanted) = self.wanted(sources).await?;
        let all = wanted.len();
        // A link of which nothing is told may be good for as long as any.
        wanted.sort_by_key(|wanted| (wanted.expires_at.is_none(), wanted.expires_at));
        let (mut fetched, mut done) = (Fetched::default(), 0);
        for batch in wanted.chunks(BATCH) {
            // What another writer has fetched meanwhile is not fetched again.
            let mut pending = HashMap::new();
            for at in batch
                .iter()
                .map(|wanted| wanted.window)
                .collect::<BTreeSet<_>>()
            {
                if let Some((source, part)) = windows.get(at) {
                    let rows = self.pending(source, part).await?.into_iter();
                    pending.extend(rows.map(|row| ((at, print_of(&row)), row)));
                }
            }
            let mut jobs = Vec::new();
            for wanted in batch {
                let at = wanted.window;
                let source = windows.get(at).and_then(|(name, _)| sources.get(name));
                match source.zip(pending.remove(&(at, wanted.row))) {
                    Some((source, row)) => jobs.push(async move {
                        let came = self.fetch(&**source, &row).await;
                        came.map(|(media, error)| (at, row, media, error))
                    }),
                    None => done += 1,
                }
            }
            drop(pending);
            let mut jobs = futures_util::stream::iter(jobs).buffer_unordered(at_once.max(1));
            let mut came = BTreeMap::<usize, Vec<(RecordingRow, Media)>>::new();
            while let Some(one) = jobs.next().await {
                let (at, row, media, error) = one?;
                done += 1;
                tell(done, all);
                *fetched.states.entry(media.state).or_default() += 1;
                if media.state == MediaState::Stored {
                    let bytes = media.bytes.and_then(|bytes| u64::try_from(bytes).ok());
                    fetched.bytes += bytes.unwrap_or_default();
                }
                let call = row.call_id.clone();
                fetched.failed.extend(error.map(|error| (call, error)));
                came.entry(at).or_default().push((row, media));
            }
            for (at, came) in came {
                if let Some((source, part)) = windows.get(at) {
                    self.note(source, part, &came).await?;
                }
            }
        }
        Ok(fetched)
    }

    /// The recordings that are pending, and their windows.
    async fn wanted(
        &self,
        sources: &Sources,
    ) -> Result<(Vec<(String, Part)>, Vec<Wanted>), LakeError> {
        let (mut windows, mut all) = (Vec::new(), Vec::new());
        for window in self.windows().await? {
            let Some(source) = sources.get(&window.source) else {
                continue;
            };
            is_same_account(&**source, std::iter::once(&window))?;
            let pending = self.pending(&window.source, &window.part).await?;
            if !pending.is_empty() {
                all.extend(pending.iter().map(|row| Wanted {
                    expires_at: row.recording.expires_at,
                    window: windows.len(),
                    row: print_of(row),
                }));
                windows.push((window.source, window.part));
            }
        }
        Ok((windows, all))
    }

    /// The recordings of a window that are pending.
    async fn pending(&self, source: &str, part: &Part) -> Result<Vec<RecordingRow>, LakeError> {
        let (_, mut rows) = self.recordings(source, part).await?;
        rows.retain(|row| row.media.state == MediaState::Pending);
        Ok(rows)
    }

    /// The files of a window's recordings, and what stands in them.
    async fn recordings(
        &self,
        source: &str,
        part: &Part,
    ) -> Result<(Vec<Add>, Vec<RecordingRow>), LakeError> {
        let [_, files, _] = self.store.logs.lock().await.of(source, part);
        let rows = self.store.recording_rows(&files).await?;
        Ok((files, rows))
    }

    /// Fetches a recording; an error where it is to be tried again for another reason than that it is not there yet.
    async fn fetch(
        &self,
        source: &dyn Source,
        row: &RecordingRow,
    ) -> Result<(Media, Option<SourceError>), LakeError> {
        let now = self.now();
        let mut media = Media {
            fetched_at: Some(now),
            attempts: row.media.attempts.saturating_add(1),
            ..row.media.clone()
        };
        let waits = match row.day {
            Some(day) => now < day + TimeDelta::days(1) + PATIENCE,
            None => media.attempts < ATTEMPTS,
        };
        // What was not there a moment ago may have got another link since.
        for last in [false, true] {
            let link = match link(source, row).await {
                Ok(Found::Link(link)) => link,
                Ok(Found::NoCall) => {
                    media.end(MediaState::Gone, "no_call");
                    return Ok((media, None));
                }
                Ok(Found::NoLink) => {
                    media.absent(waits, MediaState::Gone, "no_link");
                    return Ok((media, None));
                }
                Err(error) => {
                    media.end(MediaState::Pending, "not_asked");
                    return Ok((media, Some(error)));
                }
            };
            let part = Path::from(format!("{PARTS}/{}", name()));
            let mut sink = Hashing::new(Arc::clone(&self.store.objects), part.clone());
            let came = source.download(&link, &mut sink).await;
            let error = match came {
                Ok(media_type) => {
                    self.keep(sink, &part, media_type, &mut media).await?;
                    return Ok((media, None));
                }
                Err(error) => error,
            };
            sink.writer.abort().await?;
            let (state, kind) = match (error.kind(), error.status()) {
                (ErrorKind::Expired, _) => (MediaState::Expired, "expired"),
                (ErrorKind::WrongContent, _) => (MediaState::Bad, "wrong_content"),
                (_, Some(401 | 403)) => {
                    // A store says so of a link that has run out, too.
                    let ran_out = link.expires_at.is_some_and(|at| at <= self.now());
                    match ran_out {
                        true => (MediaState::Expired, "expired"),
                        false => (MediaState::Denied, "denied"),
                    }
                }
                (_, Some(404 | 410)) => {
                    if last {
                        media.absent(waits, MediaState::Gone, "not_found");
                        return Ok((media, None));
                    }
                    continue;
                }
                _ => {
                    media.end(MediaState::Pending, "not_reached");
                    return Ok((media, Some(error)));
                }
            };
            // Too early after a call there often is an error in the place of its recording.
            if state == MediaState::Bad {
                media.absent(waits, state, kind);
                return Ok((media, None));
            }
            if last {
                media.end(state, kind);
            }
        }
        Ok((media, None))
    }

    /// Gives a file that came the name of what is in it, if it is a recording.
    async fn keep(
        &self,
        mut sink: Hashing,
        part: &Path,
        media_type: Option<String>,
        media: &mut Media,
    ) -> Result<(), LakeError> {
        let finished = sink.writer.shutdown().await;
        finished.map_err(|error| object_store::Error::Generic {
            store: FOLDER,
            source: error.into(),
        })?;
        let extension = extension(&sink.head);
        let sha256 = sink.hash.finalize();
        let hash = hex(&sha256);
        let (first, rest) = hash.split_at_checked(2).unwrap_or_default();
        let end = extension.unwrap_or("bin");
        let file = format!("{FOLDER}/{first}/{rest}.{end}");
        let path = Path::from(file.as_str());
        match self.store.objects.head(&path).await {
            // The same is there already, by another call or an attempt that was not committed.
            Ok(_) => self.store.objects.delete(part).await?,
            Err(object_store::Error::NotFound { .. }) => {
                self.store.objects.rename(part, &path).await?
            }
            Err(error) => return Err(error.into()),
        }
        media.sha256 = Some(sha256.to_vec());
        media.bytes = i64::try_from(sink.bytes).ok();
        media.file = Some(file);
        media.media_type = media_type;
        match extension {
            Some(_) => {
                media.state = MediaState::Stored;
                media.error_kind = None;
            }
            // It is kept aside, for whoever knows what it is.
            None => media.end(MediaState::Bad, "no_sound"),
        }
        Ok(())
    }

    /// Commits what became of recordings of a window. Where the window was read anew meanwhile, that is what it is noted in.
    async fn note(
        &self,
        source: &str,
        part: &Part,
        came: &[(RecordingRow, Media)],
    ) -> Result<(), LakeError> {
        for _ in 0..ATTEMPTS {
            let (old, mut rows) = self.recordings(source, part).await?;
            let Some(window) = old.iter().find_map(|add| add.window.as_deref()).cloned() else {
                return Ok(());
            };
            for row in &mut rows {
                let news = came
                    .iter()
                    .find(|(known, _)| known.call_id == row.call_id && known.is_of(&row.recording));
                if let Some((_, media)) = news {
                    row.media = media.clone();
                }
            }
            let file = self.put_recordings(&window, &rows).await?;
            let change = Change {
                expected: print(old.iter()),
                remove: old.iter().collect(),
                add: vec![&file],
                scope: Scope::Part(source, part),
                who: format!("media of {}", window.id()),
            };
            let mut logs = self.store.logs.lock().await;
            let log = logs.get(Table::Recordings);
            if log.commit(&[change], self.now()).await?.contains(&true) {
                return Ok(());
            }
            logs.refresh().await?;
        }
        Err(LakeError::Raced)
    }

    async fn put_recordings(
        &self,
        window: &Window,
        rows: &[RecordingRow],
    ) -> Result<Add, LakeError> {
        let tag = tag(window);
        let encoded = files::encode::<Recordings>(rows, iter::empty(), &tag);
        let encoded = encoded.map_err(|error| unreadable(&window.id(), &error))?;
        self.store
            .put_one(Table::Recordings, window, "", encoded)
            .await
    }
}

impl Media {
    fn end(&mut self, state: MediaState, why: &str) {
        self.state = state;
        self.error_kind = Some(why.to_owned());
    }

    /// It is not there: not yet, or else this.
    fn absent(&mut self, waits: bool, state: MediaState, why: &str) {
        let state = if waits { MediaState::Pending } else { state };
        self.end(state, why);
    }
}

enum Found {
    Link(Link),
    NoCall,
    NoLink,
}

/// The link of a recording as it is now.
async fn link(source: &dyn Source, row: &RecordingRow) -> Result<Found, SourceError> {
    let abilities = source.abilities();
    let of = |recordings: Vec<Recording>| {
        let same = |recording: &&Recording| match &row.recording.recording_id {
            Some(id) => recording.recording_id.as_ref() == Some(id),
            None => recording.ordinal == row.recording.ordinal,
        };
        let found = recordings.iter().find(same)?;
        Some(Link {
            url: found.url.clone()?,
            expires_at: found.expires_at,
        })
    };
    if abilities.get {
        match source.get(&row.call_id).await? {
            None => return Ok(Found::NoCall),
            Some(call) => {
                if let Some(link) = of(call.recordings) {
                    return Ok(Found::Link(link));
                }
            }
        }
    }
    if abilities.recordings
        && let Some(link) = of(source.recordings(&row.call_id).await?)
    {
        return Ok(Found::Link(link));
    }
    Ok(Found::NoLink)
}

/// What a file is called by what it begins with: none of what begins like no sound.
fn extension(head: &[u8]) -> Option<&'static str> {
    Some(match head {
        [b'I', b'D', b'3', ..] => "mp3",
        // The frames of MPEG audio and of AAC begin with eleven or twelve bits that are set.
        [0xff, 0xf1 | 0xf9, ..] => "aac",
        [0xff, second, third, ..]
            if second & 0xe0 == 0xe0 && second & 0x06 != 0 && third >> 4 != 15 =>
        {
            "mp3"
        }
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'A',
            b'V',
            b'E',
            ..,
        ] => "wav",
        [b'O', b'g', b'g', b'S', ..] => "ogg",
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => "mp4",
        [b'f', b'L', b'a', b'C', ..] => "flac",
        [0x1a, 0x45, 0xdf, 0xa3, ..] => "webm",
        [b'#', b'!', b'A', b'M', b'R', ..] => "amr",
        [b'.', b's', b'n', b'd', ..] => "au",
        _ => return None,
    })
}

/// What is written, with its hash and its first bytes.
struct Hashing {
    writer: BufWriter,
    hash: Sha256,
    head: Vec<u8>,
    bytes: u64,
}

impl Hashing {
    fn new(store: Arc<dyn ObjectStore>, path: Path) -> Self {
        Self {
            writer: BufWriter::new(store, path),
            hash: Sha256::new(),
            head: Vec::new(),
            bytes: 0,
        }
    }
}

impl AsyncWrite for Hashing {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let count = ready!(Pin::new(&mut this.writer).poll_write(context, bytes))?;
        let written = bytes.get(..count).unwrap_or_default();
        this.hash.update(written);
        let room = HEAD.saturating_sub(this.head.len());
        this.head.extend(written.iter().take(room));
        this.bytes += u64::try_from(count).unwrap_or_default();
        Poll::Ready(Ok(count))
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().writer).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().writer).poll_shutdown(context)
    }
}
