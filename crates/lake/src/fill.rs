//! A part of a source read and committed: the old files in its place go, the new ones come.

use std::collections::{BTreeSet, HashSet};
use std::iter;

use callslip_core::ErrorKind;
use chrono::{DateTime, Utc};
use parquet::errors::ParquetError;

use crate::ask::{Asker, Outgrown, Rows};
use crate::before::{Before, weight};
use crate::commit::{Filled, Group, Ready};
use crate::digest::{digests, hashed};
use crate::error::LakeError;
use crate::files::{self, Encoded};
use crate::log::Add;
use crate::logs::name;
use crate::reading::{self, Piece};
use crate::room::{Memory, Room};
use crate::settings::Settings;
use crate::source::{Source, SourceError, account};
use crate::store::{Files, Store, tag};
use crate::tables::Recordings;
use crate::window::{Evidence, Grade, Lateness, Part, Window, count, id, uncovered};

/// Why a part is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// It is due.
    Due,
    /// It is held against what was read before.
    Verify,
}

/// Reads parts of a source into a group, which commits them.
#[derive(Clone, Copy)]
pub(crate) struct Filler<'a> {
    pub store: &'a Store,
    pub settings: &'a Settings,
    pub memory: Memory,
    pub group: &'a Group,
    pub source: &'a str,
    pub reader: &'a dyn Source,
}

impl Filler<'_> {
    /// Reads a part and commits it by itself.
    pub(crate) async fn fill(&self, part: &Part, reason: Reason) -> Result<Filled, LakeError> {
        self.fill_into(part, reason).await?;
        self.store.commit_one(self.group).await
    }

    /// Reads a part. One that was never read is divided where there is no room for its calls; one that was, or that is no time, is refused.
    pub(crate) async fn fill_into(&self, part: &Part, reason: Reason) -> Result<(), LakeError> {
        let Self { group, source, .. } = *self;
        // What is newest first.
        let mut parts = self.parts(part).await;
        while let Some(part) = parts.pop() {
            let files = self.store.files(source, &part).await;
            let is_new = files.iter().all(Vec::is_empty);
            let usual = group.length(source).filter(|_| is_new);
            if let Some(both) = usual.and_then(|length| part.last(length)) {
                group.divide(source, None);
                parts.extend(both);
                continue;
            }
            let is_divisible = is_new && part.middle(None).is_some();
            let windows = self.store.logs.lock().await.count();
            let room = match is_divisible {
                true => self.memory.divisible(windows),
                false => self.memory.whole(windows),
            };
            room.hold(weight(&files));
            if room.is_none() {
                self.refuse(&part);
                continue;
            }
            let outgrown = match room.has(0) {
                true => self.read_into(&part, reason, files, &room).await?,
                false => Some(Outgrown::default()),
            };
            match outgrown {
                None if room.is_empty() => group.lengthen(source, &part, 8),
                None if room.is_ample() => group.lengthen(source, &part, 2),
                None => {}
                Some(outgrown) => match part.middle(outgrown.middle).filter(|_| is_divisible) {
                    Some([early, late]) => {
                        // For what came there is room.
                        let fits = if outgrown.late_first { &late } else { &early };
                        group.divide(source, fits.length());
                        parts.extend([early, late]);
                    }
                    None => self.refuse(&part),
                },
            }
        }
        Ok(())
    }

    /// The part, or what it is read in: where memory is short, windows whose calls did not come, though turns or recordings did, are read
    /// one by one, as they were.
    async fn parts(&self, part: &Part) -> Vec<Part> {
        let [turns, recordings, calls] = self.store.files(self.source, part).await;
        if !self.memory.is_told() || !calls.is_empty() {
            return vec![part.clone()];
        }
        let files = turns.iter().chain(&recordings);
        let torn = files.filter_map(|add| Some(add.window.as_deref()?.part.clone()));
        let torn: BTreeSet<Part> = torn.collect();
        let overlap = torn.iter().any(|one| {
            let others = torn.iter().filter(|other| *other != one);
            uncovered(one, others) != [one.clone()]
        });
        if overlap {
            return vec![part.clone()];
        }
        let mut parts = uncovered(part, torn.iter());
        parts.extend(torn);
        parts.sort_unstable();
        for _ in parts.iter().skip(1) {
            self.group.divide(self.source, None);
        }
        parts
    }

    async fn read_before(&self, files: [Vec<Add>; 3]) -> Result<Before, LakeError> {
        let mut before = self.store.read_before(files).await?;
        before.texts_kept = self.memory.texts();
        Ok(before)
    }

    /// Takes note of a part for whose calls there is no room.
    fn refuse(&self, part: &Part) {
        let text = format!(
            "there is no room for its calls in {} MiB of memory, with {} windows read at a time: give more",
            self.settings.memory_mib.unwrap_or_default(),
            self.memory.at_once,
        );
        let error = SourceError::new(ErrorKind::BodyTooLarge, text);
        self.group.refuse(id(self.source, part), error);
        self.group.leave(self.source, part);
    }

    /// Reads a part as far as there is room; says where there was no more.
    async fn read_into(
        &self,
        part: &Part,
        reason: Reason,
        files: [Vec<Add>; 3],
        room: &Room,
    ) -> Result<Option<Outgrown>, LakeError> {
        let Self {
            group,
            source,
            reader,
            ..
        } = *self;
        let before = self.read_before(files).await?;
        let unanswered = |(what, error)| LakeError::Source {
            source: source.to_owned(),
            what,
            error,
        };
        let read_at = self.store.now();
        // Every other reading goes the other way.
        let reversed = before.windows.iter().any(|window| window.readings % 2 == 1);
        let begin =
            |part: &Part| Asker::new(reader, self.settings, &before, id(source, part), read_at);
        let size = group.page_size(source);
        let reading = reading::read(reader, part.clone(), reversed, size, &begin, room).await;
        let reading = reading.map_err(|error| unanswered((part.to_string(), error)))?;
        group.note_page_size(source, reading.page_size);
        group.give_up(reading.given_up);
        if reading.outgrown.is_some() {
            return Ok(reading.outgrown);
        }
        let (mut pieces, refused) = (reading.pieces, reading.refused);
        let requests = pieces.iter().map(|piece| piece.listed.requests).sum();
        if !refused.is_empty() {
            for (part, error) in refused {
                group.refuse(id(source, &part), error);
            }
            // What is known of the calls that do not come now stays as it is.
            if pieces.is_empty() || !before.windows.is_empty() {
                group.leave(source, part);
                return Ok(None);
            }
        }
        let mut forgotten: Vec<String> = before
            .windows
            .iter()
            .flat_map(|window| window.forgotten.iter().cloned())
            .collect();
        forgotten.sort_unstable();
        forgotten.dedup();
        let out = self.store.logs.lock().await.forgotten(source);
        for piece in pieces.iter_mut().filter(|_| !out.is_empty()) {
            let calls = piece.asker.seen.keys();
            let gone = calls.filter(|call_id| out.contains(&hashed(call_id)));
            for call_id in gone.cloned().collect::<Vec<_>>() {
                piece.asker.leave(&call_id);
            }
        }
        let pieces = pieces.into_iter().map(|mut piece| {
            let outgrown = piece.asker.outgrown();
            let seen = piece.asker.take_seen();
            (piece, seen, outgrown)
        });
        let pieces: Vec<_> = pieces.collect();
        let seen = pieces.iter().flat_map(|(_, seen, _)| seen);
        let listed: BTreeSet<String> = seen.map(|(id, _)| id.clone()).collect();
        let reading_name = name();
        let _shared = match part {
            Part::Seed(_) => Some(group.shared.lock().await),
            _ => None,
        };
        let held = {
            let mut logs = self.store.logs.lock().await;
            let is_own = |id: &str| before.known.contains_key(id);
            let none = HashSet::new();
            let twins = logs.twins((source, part), &listed, is_own, &none);
            let twins = twins.await?.into_iter();
            let twins = twins.filter(|twin| twin.keeps(part, read_at));
            let mut held: BTreeSet<String> = twins.flat_map(|twin| twin.calls).collect();
            if matches!(part, Part::Seed(_)) {
                group.hold(source, part, &listed, &mut held);
            }
            held
        };
        let (mut windows, mut files, mut changed) = (Vec::new(), Vec::new(), Vec::new());
        for (piece, seen, outgrown) in pieces {
            let digests = digests(seen.iter().map(|(id, seen)| (id.as_str(), &seen.hash)));
            let is_first = windows.is_empty();
            let own = before
                .windows
                .iter()
                .find(|window| window.part == piece.part);
            let read = (read_at, reading_name.as_str());
            let mut window = opened((source, reader), &piece, own, digests, read);
            window.reopened = own.is_some_and(|own| {
                own.digest != window.digest && (own.reopened || reason == Reason::Verify)
            });
            window.forgotten.clone_from(&forgotten);
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
            let again = own.is_some_and(|own| own.ids == window.ids);
            let mut asker = piece.asker;
            let held_before = asker.held();
            for (id, seen) in seen {
                if held.contains(&id) {
                    asker.give_up(seen);
                    continue;
                }
                asker.listed(&id, seen).await.map_err(&unanswered)?;
                if !room.has(asker.held().saturating_sub(held_before)) {
                    group.give_up(requests);
                    return Ok(Some(outgrown));
                }
            }
            for (id, known) in &before.known {
                let is_here = places(&piece.part, known.created_at)
                    || is_first && !places(part, known.created_at);
                if is_here && !listed.contains(id) {
                    let gone = asker.gone(id, known, window.proof != Grade::None, again);
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
            files.push(self.write(&window, &before, rows).await?);
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
        Ok(None)
    }

    /// Asks for single calls of a window, by their ids; what has changed goes into the group. Its list is read where the
    /// service denies one.
    pub(crate) async fn tend_into(&self, part: &Part) -> Result<(), LakeError> {
        let Self {
            group,
            source,
            reader,
            ..
        } = *self;
        let files = self.store.files(source, part).await;
        let windows = self.store.logs.lock().await.count();
        if !self.memory.whole(windows).has(weight(&files)) {
            self.refuse(part);
            return Ok(());
        }
        let before = self.read_before(files).await?;
        let [own] = before.windows.as_slice() else {
            return self.fill_into(part, Reason::Due).await;
        };
        let mut window = own.clone();
        let at = self.store.now();
        let mut asker = Asker::new(reader, self.settings, &before, own.id(), at);
        for (id, known) in &before.known {
            let told = asker.tended(id, known).await;
            let told = told.map_err(|(what, error)| LakeError::Source {
                source: source.to_owned(),
                what,
                error,
            })?;
            if !told {
                return self.fill_into(part, Reason::Due).await;
            }
        }
        let rows = asker.rows;
        window.take(&rows);
        let same = (own.unfinished, own.stale) == (window.unfinished, window.stale);
        if same && rows.calls.len() == 0 && !rows.asked {
            group.leave(source, part);
            return Ok(());
        }
        (window.unlisted, window.deleted) = (own.unlisted, own.deleted);
        window.tended_at = Some(at);
        window.reading = name();
        let files = vec![self.write(&window, &before, rows).await?];
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
        before: &Before,
        rows: Rows,
    ) -> Result<Files, LakeError> {
        let encoded = encode(before, window, rows).map_err(|error| LakeError::Damaged {
            file: window.id(),
            why: format!("its rows cannot be written: {error}"),
        })?;
        self.store
            .put(window, self.reader.provider(), encoded)
            .await
    }
}

/// Whether a call of this time belongs to the part.
fn places(part: &Part, at: Option<DateTime<Utc>>) -> bool {
    match part {
        Part::Time { from, to } => at.is_some_and(|at| *from <= at && at < *to),
        Part::Seed(_) | Part::All => true,
    }
}

/// What is known of a window as soon as its list is read; its grade follows.
fn opened(
    (source, reader): (&str, &dyn Source),
    piece: &Piece<'_>,
    before: Option<&Window>,
    (ids, digest): (String, String),
    (read_at, reading): (DateTime<Utc>, &str),
) -> Window {
    let equal = before.filter(|before| before.digest == digest);
    Window {
        source: source.to_owned(),
        account: account(reader),
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
        full: piece.listed.full,
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

fn encode(before: &Before, window: &Window, rows: Rows) -> Result<[Encoded; 3], ParquetError> {
    let (tag, id) = (tag(window), window.id());
    let (calls_stay, turns_stay) = (&rows.calls_stay, &rows.turns_stay);
    let deleted_at = |id: &str| calls_stay.get(id).copied().flatten();
    let kept = files::keep(&before.call_bytes, |id| calls_stay.contains_key(id));
    let kept = kept.map(|batch| Ok(files::stamped(&batch?, deleted_at, &id)?));
    let kept_turns = files::keep(&before.turn_bytes, |id| turns_stay.contains(id));
    let recordings: Vec<_> = rows.recordings.into_values().collect();
    Ok([
        rows.turns.finish(kept_turns, &tag)?,
        files::encode::<Recordings>(&recordings, iter::empty(), &tag)?,
        rows.calls.finish(kept, &tag)?,
    ])
}
