//! A part of a source read and committed: the old files in its place go, the new ones come.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use arrow_array::RecordBatch;
use callslip_calls::Call;
use chrono::{DateTime, Utc};
use object_store::{ObjectStoreExt, PutPayload};
use parquet::errors::ParquetError;
use sha2::{Digest, Sha256};

use crate::ask::{Asker, Rows};
use crate::error::{LakeError, unreadable};
use crate::files::{self, Encoded, Known, TAG};
use crate::group::{Group, Ready};
use crate::keys::Twin;
use crate::lake::{Lake, Logs, name};
use crate::log::Add;
use crate::reading::{self, Piece};
use crate::recording;
use crate::source::Source;
use crate::tables::{CALLS, RECORDINGS, RecordingRow, TURNS, Table, day_of};
use crate::window::{Evidence, Grade, Lateness, Part, Window};

/// Why a part is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// It is due.
    Due,
    /// It is held against what was read before.
    Verify,
}

/// How filling a part ended.
pub(crate) enum Filled {
    /// With these windows in its place, and these calls other than before.
    Committed(Vec<Window>, Vec<String>),
    /// Another writer was faster.
    Overtaken,
}

/// What a part holds from earlier readings.
pub(crate) struct Before {
    /// The live files of each table, in the tables' order.
    pub files: [Vec<Add>; 3],
    pub windows: Vec<Window>,
    pub known: HashMap<String, Known>,
    /// The rows of `turns` and of `calls`.
    pub turn_rows: Vec<RecordBatch>,
    pub rows: Vec<RecordBatch>,
    /// The calls that have turns.
    pub turns: HashSet<String>,
    /// The recordings by call, in their order.
    recordings: BTreeMap<String, Vec<RecordingRow>>,
}

impl Before {
    /// What is known of the recordings of a call.
    pub(crate) fn recordings_of(&self, call_id: &str) -> impl Iterator<Item = &RecordingRow> {
        self.recordings.get(call_id).into_iter().flatten()
    }

    /// Whose calls they are.
    fn provider(&self) -> String {
        let [_, _, calls] = &self.files;
        let provider = calls
            .first()
            .and_then(|add| add.partition_values.get("provider"));
        provider.cloned().flatten().unwrap_or_default()
    }
}

/// Files of one window, a table each, in the tables' order.
pub(crate) type Files = [Add; 3];

impl Lake {
    /// The part as it is in the tables.
    pub(crate) async fn before(&self, source: &str, part: &Part) -> Result<Before, LakeError> {
        let files = self.logs.lock().await.of(source, part);
        self.read_before(files).await
    }

    async fn read_before(&self, files: [Vec<Add>; 3]) -> Result<Before, LakeError> {
        let mut rows = [const { Vec::new() }; 3];
        for ((table, files), rows) in Table::ALL.into_iter().zip(&files).zip(&mut rows) {
            for file in files {
                let path = self.path(table, &file.path);
                let bytes = match self.store.get(&path).await {
                    Ok(found) => found.bytes().await?,
                    Err(error @ object_store::Error::NotFound { .. }) => {
                        return Err(unreadable(path.as_ref(), &error));
                    }
                    Err(error) => return Err(error.into()),
                };
                let batches = files::decode(bytes);
                rows.extend(batches.map_err(|error| unreadable(path.as_ref(), &error))?);
            }
        }
        let [turn_rows, recording_rows, rows] = rows;
        let mut recordings = BTreeMap::<_, Vec<_>>::new();
        for row in recording::rows(&recording_rows) {
            recordings.entry(row.call_id.clone()).or_default().push(row);
        }
        let [_, _, calls] = &files;
        Ok(Before {
            windows: calls
                .iter()
                .filter_map(|add| add.window.as_deref().cloned())
                .collect(),
            known: files::known(&rows),
            turns: files::calls_of(&turn_rows),
            files,
            turn_rows,
            rows,
            recordings,
        })
    }

    /// Reads a part of a source and commits it by itself.
    pub(crate) async fn fill(
        &self,
        source: &str,
        reader: &dyn Source,
        part: &Part,
        reason: Reason,
    ) -> Result<Filled, LakeError> {
        let group = Group::default();
        self.fill_into(&group, source, reader, part, reason).await?;
        self.commit_one(&group).await
    }

    /// Reads a part of a source into a group, which commits it.
    pub(crate) async fn fill_into(
        &self,
        group: &Group,
        source: &str,
        reader: &dyn Source,
        part: &Part,
        reason: Reason,
    ) -> Result<(), LakeError> {
        let before = self.before(source, part).await?;
        let unanswered = |(what, error)| LakeError::Source {
            source: source.to_owned(),
            what,
            error,
        };
        let read_at = self.now();
        // Every other reading goes the other way.
        let reversed = before.windows.iter().any(|window| window.readings % 2 == 1);
        let pieces = reading::read(reader, part.clone(), reversed, None).await;
        let mut pieces = pieces.map_err(|error| unanswered((part.to_string(), error)))?;
        let forgotten: BTreeSet<String> = before
            .windows
            .iter()
            .flat_map(|window| window.forgotten.iter().cloned())
            .collect();
        let out = self.forgotten(source).await;
        for piece in pieces.iter_mut().filter(|_| !out.is_empty()) {
            let calls = &mut piece.calls;
            calls.retain(|call_id, _| !out.contains(&hashed(call_id)));
        }
        let listed: BTreeSet<String> = pieces
            .iter()
            .flat_map(|piece| piece.calls.keys().cloned())
            .collect();
        let reading_name = name();
        let _shared = match part {
            Part::Seed(_) => Some(group.shared.lock().await),
            _ => None,
        };
        let held = {
            let mut logs = self.logs.lock().await;
            if matches!(part, Part::Seed(_)) {
                logs.refresh().await?;
            }
            let is_own = |id: &str| before.known.contains_key(id);
            let twins = self.twins(&mut logs, (source, part), &listed, is_own);
            let twins = twins.await?.into_iter();
            let twins = twins.filter(|twin| twin.keeps(part, read_at));
            let mut held: BTreeSet<String> = twins.flat_map(|twin| twin.calls).collect();
            if matches!(part, Part::Seed(_)) {
                group.hold(source, part, &listed, &mut held);
            }
            held
        };
        let (mut windows, mut files, mut changed) = (Vec::new(), Vec::new(), Vec::new());
        for mut piece in pieces {
            let hashes: BTreeMap<String, [u8; 32]> = piece
                .calls
                .iter()
                .map(|(id, call)| (id.clone(), Sha256::digest(&call.raw).into()))
                .collect();
            piece.calls.retain(|id, _| !held.contains(id));
            let is_first = windows.is_empty();
            let own = before
                .windows
                .iter()
                .find(|window| window.part == piece.part);
            let mut window = opened(source, &piece, own, &hashes, read_at, &reading_name);
            window.reopened = own.is_some_and(|own| {
                own.digest != window.digest && (own.reopened || reason == Reason::Verify)
            });
            window.forgotten = forgotten.iter().cloned().collect();
            window.proof = window.grade(
                &Evidence {
                    listed: piece.listed,
                    before: own,
                    ids: &window.ids,
                    set_aside: window.set_aside,
                    tells_end: reading::tells_end(reader),
                },
                self.settings.lag(),
            );
            let mut asker = Asker {
                reader,
                settings: &self.settings,
                before: &before,
                own: own.or(before.windows.first()),
                window: window.id(),
                now: read_at,
                rows: Rows::default(),
            };
            for (id, call) in piece.calls {
                let hash = hashes.get(&id).copied().unwrap_or_default();
                asker.listed(call, hash).await.map_err(&unanswered)?;
            }
            for (id, known) in &before.known {
                let is_here = places(&piece.part, known.created_at)
                    || is_first && !places(part, known.created_at);
                if is_here && !listed.contains(id) {
                    let gone = asker.gone(id, known, window.proof != Grade::None);
                    gone.await.map_err(&unanswered)?;
                }
            }
            let mut rows = asker.rows;
            if is_first {
                for before in &before.windows {
                    window.late.add(&before.late);
                }
            }
            if reason == Reason::Verify {
                rows.late.by_audit();
            }
            window.take(&rows);
            changed.append(&mut rows.changed);
            files.push(self.write(&window, reader, &before, &mut rows).await?);
            windows.push(window);
        }
        let mut calls = listed;
        calls.retain(|id| !held.contains(id));
        calls.extend(before.known.keys().cloned());
        group.push(Ready {
            windows,
            changed,
            ..Ready::new(source, part, before, files, calls, read_at)
        });
        Ok(())
    }

    /// Asks for single calls of a window, by their ids; what has changed goes into a group, which commits it. Its list is read where the
    /// service denies one.
    pub(crate) async fn tend_into(
        &self,
        group: &Group,
        source: &str,
        reader: &dyn Source,
        part: &Part,
    ) -> Result<(), LakeError> {
        let before = self.before(source, part).await?;
        let [own] = before.windows.as_slice() else {
            let read = self.fill_into(group, source, reader, part, Reason::Due);
            return read.await;
        };
        let mut window = own.clone();
        let mut asker = Asker {
            reader,
            settings: &self.settings,
            before: &before,
            own: Some(own),
            window: own.id(),
            now: self.now(),
            rows: Rows::default(),
        };
        for (id, known) in &before.known {
            let told = asker.tended(id, known).await;
            let told = told.map_err(|(what, error)| LakeError::Source {
                source: source.to_owned(),
                what,
                error,
            })?;
            if !told {
                let read = self.fill_into(group, source, reader, part, Reason::Due);
                return read.await;
            }
        }
        let mut rows = asker.rows;
        window.take(&rows);
        let same = (own.unfinished, own.stale) == (window.unfinished, window.stale);
        if same && rows.calls.is_empty() && !rows.asked {
            group.leave(source, part);
            return Ok(());
        }
        let at = self.now();
        (window.unlisted, window.deleted) = (own.unlisted, own.deleted);
        window.tended_at = Some(at);
        window.reading = name();
        let files = vec![self.write(&window, reader, &before, &mut rows).await?];
        let calls = before.known.keys().cloned().collect();
        group.push(Ready {
            windows: vec![window],
            ..Ready::new(source, part, before, files, calls, at)
        });
        Ok(())
    }

    async fn write(
        &self,
        window: &Window,
        reader: &dyn Source,
        before: &Before,
        rows: &mut Rows,
    ) -> Result<Files, LakeError> {
        let encoded = encode(before, window, rows).map_err(|error| LakeError::Damaged {
            file: window.id(),
            why: format!("its rows cannot be written: {error}"),
        })?;
        self.put(window, reader.provider(), encoded).await
    }

    pub(crate) fn path(&self, table: Table, file: &str) -> object_store::path::Path {
        object_store::path::Path::from(format!("{}/{file}", table.name()))
    }

    /// Writes the files of a window. They belong to no version yet.
    pub(crate) async fn put(
        &self,
        window: &Window,
        provider: &str,
        encoded: [Encoded; 3],
    ) -> Result<Files, LakeError> {
        let mut files = Vec::new();
        for (table, encoded) in Table::ALL.into_iter().zip(encoded) {
            files.push(self.put_one(table, window, provider, encoded).await?);
        }
        files.try_into().map_err(|_| LakeError::Raced)
    }

    /// Writes a window's file of one table.
    pub(crate) async fn put_one(
        &self,
        table: Table,
        window: &Window,
        provider: &str,
        encoded: Encoded,
    ) -> Result<Add, LakeError> {
        let partition_values: BTreeMap<String, Option<String>> = table
            .partitions()
            .iter()
            .map(|column| {
                let value = match *column {
                    "provider" => provider,
                    _ => &window.source,
                };
                ((*column).to_owned(), Some(value.to_owned()))
            })
            .collect();
        let folder: Vec<String> = table
            .partitions()
            .iter()
            .map(|column| {
                let value = partition_values.get(*column).and_then(Option::as_deref);
                format!("{column}={}", value.unwrap_or_default())
            })
            .collect();
        let path = format!("{}/{}.parquet", folder.join("/"), name());
        let add = Add {
            path,
            partition_values,
            size: i64::try_from(encoded.bytes.len()).unwrap_or(i64::MAX),
            modification_time: window.read_at.timestamp_millis(),
            data_change: true,
            stats: Some(encoded.stats),
            tags: Some(BTreeMap::from([(TAG.to_owned(), Some(tag(window)))])),
            window: Some(Arc::new(window.clone())),
        };
        let (path, payload) = (self.path(table, &add.path), PutPayload::from(encoded.bytes));
        // Its name is new: it may be sent again if the answer is lost.
        self.store.put(&path, payload).await?;
        Ok(add)
    }

    /// Another window as it is without the calls that it has no more. Nothing proves it before it is read again.
    pub(crate) async fn without(
        &self,
        logs: &mut Logs,
        source: &str,
        twin: Twin,
    ) -> Result<Rest, LakeError> {
        let before = self.read_before(logs.of(source, &twin.part)).await?;
        let own = before
            .files
            .iter()
            .flatten()
            .find_map(|add| add.window.as_deref());
        let mut window = before
            .windows
            .first()
            .or(own)
            .cloned()
            .ok_or(LakeError::Raced)?;
        for known in twin.calls.iter().filter_map(|id| before.known.get(id)) {
            match known.deleted_at {
                Some(_) => window.deleted = window.deleted.saturating_sub(1),
                None => window.calls = window.calls.saturating_sub(1),
            }
        }
        window.proof = window.proof.min(Grade::Ended);
        window.reopened = true;
        window.reading = name();
        let stays = |id: &str| !twin.calls.contains(id);
        let files = self.put_rest(&window, &before, stays).await?;
        let mut files = files.map(Some);
        for (file, known) in files.iter_mut().zip(&before.files) {
            if known.is_empty() {
                *file = None;
            }
        }
        Ok(Rest {
            part: twin.part,
            before: before.files,
            files,
        })
    }

    /// Writes the files of a window anew, of the rows of the calls that stay.
    pub(crate) async fn put_rest(
        &self,
        window: &Window,
        before: &Before,
        stays: impl Fn(&str) -> bool,
    ) -> Result<Files, LakeError> {
        let tag = tag(window);
        let recordings = before.recordings.values().flatten();
        let recordings: Vec<_> = recordings
            .filter(|row| stays(&row.call_id))
            .cloned()
            .collect();
        let encoded = (|| {
            Ok::<_, ParquetError>([
                files::encode(TURNS, &[], &files::keep(&before.turn_rows, &stays)?, &tag)?,
                files::encode(RECORDINGS, &recordings, &[], &tag)?,
                files::encode(CALLS, &[], &files::keep(&before.rows, &stays)?, &tag)?,
            ])
        })();
        let encoded = encoded.map_err(|error| unreadable(&window.id(), &error))?;
        self.put(window, &before.provider(), encoded).await
    }
}

/// Another window that is replaced along with one, since calls of it have moved.
pub(crate) struct Rest {
    pub part: Part,
    pub before: [Vec<Add>; 3],
    /// None where it had none.
    pub files: [Option<Add>; 3],
}

impl Twin {
    /// Whether the calls are left where they are. One of several seeds has them, be they read with another; of times, the newest
    /// reading says where they belong.
    pub(crate) fn keeps(&self, part: &Part, read_at: DateTime<Utc>) -> bool {
        self.settled && (matches!(part, Part::Seed(_)) || self.read_at > read_at)
    }
}

pub(crate) fn is_from(add: &Add, source: &str) -> bool {
    add.window
        .as_ref()
        .is_some_and(|window| window.source == source)
}

/// Whether a file is within a part of a source.
pub(crate) fn is_of(add: &Add, source: &str, part: &Part) -> bool {
    add.window
        .as_ref()
        .is_some_and(|window| window.source == source && part.holds(&window.part))
}

/// Whether a call of this time belongs to the part.
fn places(part: &Part, at: Option<DateTime<Utc>>) -> bool {
    match part {
        Part::Time { from, to } => at.is_some_and(|at| *from <= at && at < *to),
        Part::Seed(_) | Part::All => true,
    }
}

pub(crate) fn hashed(call_id: &str) -> String {
    hex(&Sha256::digest(call_id))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(crate) fn tag(window: &Window) -> String {
    serde_json::to_string(window).unwrap_or_default()
}

/// The digest of the ids of calls, and that of the calls.
pub(crate) fn digests(hashes: &BTreeMap<String, [u8; 32]>) -> (String, String) {
    let (mut ids, mut all) = (Sha256::new(), Sha256::new());
    for (id, hash) in hashes {
        // Ids are of different lengths: an end tells them apart.
        ids.update(id);
        ids.update([0]);
        all.update(id);
        all.update([0]);
        all.update(hash);
    }
    (hex(&ids.finalize()), hex(&all.finalize()))
}

/// What is known of a window as soon as its list is read; its grade follows.
fn opened(
    source: &str,
    piece: &Piece,
    before: Option<&Window>,
    hashes: &BTreeMap<String, [u8; 32]>,
    read_at: DateTime<Utc>,
    reading: &str,
) -> Window {
    let (ids, digest) = digests(hashes);
    let equal = before.filter(|before| before.digest == digest);
    Window {
        source: source.to_owned(),
        part: piece.part.clone(),
        proof: Grade::None,
        calls: 0,
        ids,
        digest,
        read_at,
        reading: reading.to_owned(),
        readings: before.map_or(0, |before| before.readings) + 1,
        equal: equal.map_or(0, |before| before.equal) + 1,
        unfinished: 0,
        stale: 0,
        absent: 0,
        tend_at: None,
        tended_at: None,
        late: Lateness::default(),
        set_aside: piece.listed.set_aside + piece.unplaced,
        missing: piece.listed.missing,
        outside: piece.outside,
        unlisted: 0,
        deleted: 0,
        requests: piece.listed.requests,
        forgotten: Vec::new(),
        reopened: false,
        raw_dropped: false,
    }
}

impl Window {
    /// Takes in what the rows say of the calls.
    fn take(&mut self, rows: &Rows) {
        let kept = rows.calls_stay.values().filter(|deleted| deleted.is_none());
        self.calls = count(rows.calls.len() + kept.count());
        self.unfinished = rows.unfinished;
        self.stale = rows.stale;
        self.absent = rows.absent;
        self.unlisted = rows.unlisted;
        self.deleted = rows.deleted;
        self.tend_at = rows.tend_at;
        self.late.add(&rows.late);
    }
}

fn encode(before: &Before, window: &Window, rows: &mut Rows) -> Result<[Encoded; 3], ParquetError> {
    let (tag, id) = (tag(window), window.id());
    let deleted_at = |id: &str| rows.calls_stay.get(id).copied().flatten();
    let kept = files::keep(&before.rows, |id| rows.calls_stay.contains_key(id))?
        .iter()
        .map(|batch| files::stamped(batch, deleted_at, &id))
        .collect::<Result<Vec<_>, _>>()?;
    let kept_turns = files::keep(&before.turn_rows, |id| rows.turns_stay.contains(id))?;
    rows.calls
        .sort_by(|one, other| by_time(&one.call, &other.call));
    let recordings: Vec<_> = std::mem::take(&mut rows.recordings).into_values().collect();
    Ok([
        files::encode(TURNS, &rows.turns, &kept_turns, &tag)?,
        files::encode(RECORDINGS, &recordings, &[], &tag)?,
        files::encode(CALLS, &rows.calls, &kept, &tag)?,
    ])
}

fn count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn by_time(one: &Call, other: &Call) -> std::cmp::Ordering {
    (day_of(one), &one.call_id).cmp(&(day_of(other), &other.call_id))
}
