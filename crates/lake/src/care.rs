//! What is done with a lake that is filled: held against the services again, cleared of what no version needs, rid of a call.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::TryStreamExt;
use object_store::ObjectMeta;
use object_store::path::Path;
use parquet::errors::ParquetError;

use crate::before::Before;
use crate::commit::{Filled, Group, Ready};
use crate::digest::{digests, hashed, print};
use crate::error::{LakeError, unreadable};
use crate::files;
use crate::fill::Reason;
use crate::lake::{Lake, Planned, Report, Selection, Sources};
use crate::log::{Log, ORPHANS, delete};
use crate::logs::name;
use crate::media;
use crate::store::Files;
use crate::tables::Table;
use crate::texts;
use crate::window::{Part, Window};

/// The columns of texts as they came.
const CALL_TEXTS: [&str; 2] = ["raw", texts::DETAIL];
const TURN_TEXTS: [&str; 1] = ["raw"];
/// Versions of the tables can be read for so long.
const VERSIONS: TimeDelta = TimeDelta::days(30);

/// How many windows a verification reads again.
///
/// ```no_run
/// # use callslip_lake::{Lake, LakeError, Sample, sources::{self, Access}};
/// # async fn job(lake: Lake) -> Result<(), LakeError> {
/// let sources = sources::open(lake.settings(), None, &Access::default())?;
/// let report = lake.verify(&sources, Sample::Some(20)).await?;
/// for (window, calls) in &report.changed {
///     println!("{window}: {} calls are others than before", calls.len());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sample {
    /// So many, by chance.
    Some(usize),
    /// Every one.
    All,
}

impl Lake {
    /// Reads windows again that no run reads now: sealed ones, those that wait for their next reading, and those that are never sealed, since
    /// calls of them were never over or items could not be read. Those that hold other calls than before are written anew and open again;
    /// the report names them and the calls. Seeds and snapshots are read by every run.
    ///
    /// # Errors
    ///
    /// As those of [`run`](Self::run).
    pub async fn verify(&self, sources: &Sources, sample: Sample) -> Result<Report, LakeError> {
        let planned = self.plan(sources, &Selection::default()).await?;
        let planned: BTreeSet<String> = planned.iter().map(Planned::id).collect();
        let mut windows = self.windows().await?;
        windows.retain(|window| {
            matches!(window.part, Part::Time { .. })
                && sources.contains_key(&window.source)
                && !planned.contains(&window.id())
        });
        if let Sample::Some(count) = sample {
            fastrand::shuffle(&mut windows);
            windows.truncate(count);
        }
        let (mut report, group) = (Report::default(), Group::default());
        for window in windows {
            let Some(source) = sources.get(&window.source) else {
                continue;
            };
            let filler = self.filler(1, &group, &window.source, &**source);
            let filled = filler.fill(&window.part, Reason::Verify);
            match filled.await? {
                Filled::Committed(written, changed) => {
                    report.windows.extend(written);
                    if !changed.is_empty() {
                        report.changed.push((window.id(), changed));
                    }
                }
                // Another writer has just read it.
                Filled::Overtaken => {}
            }
        }
        report.refused = group.refused();
        report.given_up = group.given_up();
        Ok(report)
    }

    /// Deletes the files that no version needs any more, and says how many there were: data (files of recordings, too) that was of no
    /// version for a week, and versions of a month ago that a checkpoint makes up for; or all. Older versions of the tables cannot be read
    /// afterwards. No other writer or reader may be at work when all are deleted.
    ///
    /// # Errors
    ///
    /// If a table is [damaged](LakeError::Damaged), or its [store](LakeError::Store) does not answer: what is deleted by then is gone, and was
    /// needed by nothing.
    pub async fn vacuum(&self, all: bool) -> Result<usize, LakeError> {
        let mut deleted = 0;
        let mut logs = self.store.logs.lock().await;
        logs.refresh().await?;
        let now = self.now();
        let (before, version) = match all {
            true => (DateTime::<Utc>::MAX_UTC, DateTime::<Utc>::MAX_UTC),
            false => (now - ORPHANS, now - VERSIONS),
        };
        for table in Table::ALL {
            let log = logs.get(table);
            let files = log.files_since(before);
            let needed: BTreeSet<Path> = files.map(|file| self.store.path(table, file)).collect();
            let root = Path::from(table.name());
            let is_gone = |object: &ObjectMeta| {
                let is_data = object.location.as_ref().ends_with(".parquet")
                    && !object.location.as_ref().contains("/_delta_log/");
                let is_old = object.last_modified < before;
                is_data && is_old && !needed.contains(&object.location)
            };
            deleted += self.clear(&root, is_gone).await?;
            deleted += log.clean(version).await?;
        }
        let named = self.stored(logs.get(Table::Recordings), before).await?;
        let is_gone = |object: &ObjectMeta| {
            let is_old = all || object.last_modified < before;
            // One that is taken for another is kept.
            is_old && !named.contains(&print(object.location.as_ref()))
        };
        Ok(deleted + self.clear(&Path::from(media::FOLDER), is_gone).await?)
    }

    /// Deletes some of the objects below a place, and says how many.
    async fn clear(
        &self,
        root: &Path,
        is_gone: impl Fn(&ObjectMeta) -> bool,
    ) -> Result<usize, LakeError> {
        let (mut gone, mut deleted) = (Vec::new(), 0);
        let mut objects = self.store.objects.list(Some(root));
        while let Some(object) = objects.try_next().await? {
            if is_gone(&object) {
                gone.push(object.location);
            }
        }
        for path in gone {
            deleted += usize::from(delete(&*self.store.objects, &path).await?);
        }
        Ok(deleted)
    }

    /// The files that rows of recordings name, in the versions since `time`, by their prints: there may be as many as there are calls.
    async fn stored(&self, log: &Log, time: DateTime<Utc>) -> Result<HashSet<u64>, LakeError> {
        let live: BTreeSet<&str> = log.files().all().map(|add| add.path.as_str()).collect();
        let mut named = HashSet::new();
        for file in log.files_since(time) {
            match self.store.recordings_in(file).await {
                Ok(rows) => {
                    let files = rows.iter().filter_map(|row| row.media.file.as_deref());
                    named.extend(files.map(print));
                }
                // It was deleted before its time, by somebody who deletes all.
                Err(LakeError::Store(error)) if error.is_not_found() && !live.contains(file) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(named)
    }

    /// Takes a call out of all tables, and keeps it out; says in how many windows it was. Older versions of the tables have it until
    /// [`vacuum`](Self::vacuum).
    ///
    /// # Errors
    ///
    /// If a table is [damaged](LakeError::Damaged), its [store](LakeError::Store) does not answer, or a run was [faster](LakeError::Raced): do
    /// the same again.
    pub async fn forget(&self, call_id: &str) -> Result<usize, LakeError> {
        let mut found = 0;
        let sources: BTreeSet<String> = self
            .windows()
            .await?
            .into_iter()
            .map(|window| window.source)
            .collect();
        let mut holders = Vec::new();
        for source in sources {
            let parts = self
                .store
                .logs
                .lock()
                .await
                .holders(&source, call_id)
                .await?;
            holders.extend(parts.into_iter().map(|part| (source.clone(), part)));
        }
        for (source, part) in holders {
            let before = self.store.before(&source, &part).await?;
            let Some(known) = before.known.get(call_id) else {
                continue;
            };
            let mut window = whole(&before)?;
            if known.deleted_at.is_some() {
                window.deleted = window.deleted.saturating_sub(1);
            } else {
                window.calls = window.calls.saturating_sub(1);
            }
            window.forgotten.push(hashed(call_id));
            let left = before.known.iter().filter_map(|(id, known)| {
                let hash = known.hash.filter(|_| known.deleted_at.is_none())?;
                (id != call_id).then(|| (id.clone(), hash))
            });
            let left: BTreeMap<String, _> = left.collect();
            (window.ids, window.digest) =
                digests(left.iter().map(|(id, hash)| (id.as_str(), hash)));
            // What is left of a commit that came to no end is read again, as it would have been.
            window.reopened |= is_torn(&before);
            let group = Group::default();
            window.reading = name();
            let stays = |id: &str| id != call_id;
            let files = self.store.put_rest(&window, &before, stays).await?;
            group.push(self.written(&window, before, files, stays));
            if let Filled::Overtaken = self.store.commit_one(&group).await? {
                return Err(LakeError::Raced);
            }
            found += 1;
        }
        Ok(found)
    }

    /// Takes the texts of calls out of the tables that the settings keep no longer (`keep_raw_days`): `raw` and `raw_detail` of `calls`, `raw`
    /// of `turns`. What was read of them stays, and so do their hashes, by which later readings know that a call is the same. Says how many
    /// windows were written anew. Older versions of the tables have the texts until [`vacuum`](Self::vacuum).
    ///
    /// # Errors
    ///
    /// If a table is [damaged](LakeError::Damaged), or its [store](LakeError::Store) does not answer: do the same again.
    pub async fn drop_raw(&self) -> Result<usize, LakeError> {
        let Some(keep) = self.settings.keep_raw() else {
            return Ok(0);
        };
        let (group, now, mut done) = (Group::default(), self.now(), 0);
        let is_old = |at: DateTime<Utc>| {
            let until = at.checked_add_signed(keep);
            until.is_some_and(|until| until <= now)
        };
        for window in self.windows().await? {
            // A day goes as a whole, when nothing of it is asked for any more; calls of a seed or a snapshot go one by one.
            let is_day = match window.part {
                Part::Time { to, .. } => {
                    if !is_old(to) || window.raw_dropped || window.tend_at.is_some() {
                        continue;
                    }
                    true
                }
                _ => false,
            };
            let before = self.store.before(&window.source, &window.part).await?;
            if is_torn(&before) {
                continue;
            }
            let goes = |id: &str| {
                let known = before.known.get(id);
                let at = known.and_then(|known| known.created_at.or(known.first_seen_at));
                is_day || at.is_some_and(is_old)
            };
            let thinned = |files: &[Bytes], columns| {
                let rows = files::rows_of(files, None)?;
                let thinned = texts::without(&rows, columns, goes)?;
                Ok::<_, ParquetError>((thinned.is_some(), thinned.unwrap_or(rows)))
            };
            let of_turns = thinned(&before.turn_bytes, &TURN_TEXTS);
            let both = of_turns.and_then(|it| Ok((it, thinned(&before.call_bytes, &CALL_TEXTS)?)));
            let both = both.map_err(|error| unreadable(&window.id(), &error))?;
            let ((turns_differ, turns), (calls_differ, calls)) = both;
            if !turns_differ && !calls_differ {
                continue;
            }
            let mut window = whole(&before)?;
            window.raw_dropped = is_day;
            let (turns, calls) = (turns.into_iter().map(Ok), calls.into_iter().map(Ok));
            window.reading = name();
            let put = self
                .store
                .put_kept(&window, &before, turns, calls, |_| true);
            let files = put.await?;
            group.push(self.written(&window, before, files, |_| true));
            if group.is_full() {
                done += self.committed(&group).await?;
            }
        }
        Ok(done + self.committed(&group).await?)
    }

    /// Commits a group, and says how many of its windows. What others have read meanwhile is for the next time.
    async fn committed(&self, group: &Group) -> Result<usize, LakeError> {
        let done = self.store.commit(group).await?;
        let done = done.iter();
        Ok(done
            .filter(|(.., filled)| matches!(filled, Filled::Committed(..)))
            .count())
    }

    /// A window that was written anew, of the rows of the calls that stay. It is no reading.
    fn written(
        &self,
        window: &Window,
        before: Before,
        files: Files,
        stays: impl Fn(&str) -> bool,
    ) -> Ready {
        let calls = before.known.keys().filter(|id| stays(id)).cloned();
        let calls = calls.collect();
        let (source, part) = (&window.source, &window.part);
        Ready::new(source, part, before, vec![files], calls, self.now())
    }
}

/// The window that files are of. Another writer may have divided it.
fn whole(before: &Before) -> Result<Window, LakeError> {
    match before.windows.as_slice() {
        [window] => Ok(window.clone()),
        _ => Err(LakeError::Raced),
    }
}

/// Whether the files come from different readings, since a commit came to no end.
fn is_torn(before: &Before) -> bool {
    let files = before.files.iter().flatten();
    let mut readings = files.filter_map(|add| Some(&add.window.as_ref()?.reading));
    let first = readings.next();
    !readings.all(|reading| Some(reading) == first)
}
