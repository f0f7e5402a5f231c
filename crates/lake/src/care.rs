//! What is done with a lake that is filled: held against the services again, cleared of what no version needs, rid of a call.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::TryStreamExt;
use object_store::ObjectStoreExt;
use object_store::path::Path;

use crate::commit::{Filled, Group, Ready};
use crate::digest::{digests, hashed};
use crate::error::LakeError;
use crate::fill::Reason;
use crate::lake::{Lake, Report, Sources};
use crate::log::ORPHANS;
use crate::logs::{Logs, name};
use crate::media;
use crate::tables::Table;
use crate::window::State;

/// Versions of the tables can be read for so long.
const VERSIONS: TimeDelta = TimeDelta::days(30);

/// How many sealed windows a verification reads again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sample {
    /// So many, by chance.
    Some(usize),
    /// Every one.
    All,
}

impl Lake {
    /// Reads sealed windows again. Those that hold other calls than before are written anew and open again; the report names them
    /// and the calls.
    pub async fn verify(&self, sources: &Sources, sample: Sample) -> Result<Report, LakeError> {
        let lag = self.settings.lag();
        let mut windows = self.windows().await?;
        windows.retain(|window| {
            window.state(lag) == State::Sealed && sources.contains_key(&window.source)
        });
        if let Sample::Some(count) = sample {
            fastrand::shuffle(&mut windows);
            windows.truncate(count);
        }
        let mut report = Report::default();
        for window in windows {
            let Some(source) = sources.get(&window.source) else {
                continue;
            };
            let filler = self.filler();
            let filled = filler.fill(&window.source, &**source, &window.part, Reason::Verify);
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
        Ok(report)
    }

    /// Deletes the files that no version needs any more, and says how many there were: data (files of
    /// recordings, too) that was of no version for a week, and versions
    /// of a month ago that a checkpoint makes up for; or all. Older versions of the tables cannot be read afterwards. No other writer or
    /// reader may be at work when all are deleted.
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
            let objects: Vec<_> = self.store.objects.list(Some(&root)).try_collect().await?;
            for object in objects {
                let is_data = object.location.as_ref().ends_with(".parquet")
                    && !object.location.as_ref().contains("/_delta_log/");
                let is_old = object.last_modified < before;
                if is_data && is_old && !needed.contains(&object.location) {
                    self.store.objects.delete(&object.location).await?;
                    deleted += 1;
                }
            }
            deleted += log.clean(version).await?;
        }
        let named = self.stored(&mut logs).await?;
        let objects: Vec<_> = self
            .store
            .objects
            .list(Some(&Path::from(media::FOLDER)))
            .try_collect()
            .await?;
        for object in objects {
            let is_old = all || object.last_modified < before;
            if is_old && !named.contains(object.location.as_ref()) {
                self.store.objects.delete(&object.location).await?;
                deleted += 1;
            }
        }
        Ok(deleted)
    }

    /// The files that rows of recordings name.
    async fn stored(&self, logs: &mut Logs) -> Result<BTreeSet<String>, LakeError> {
        let files: Vec<_> = logs.get(Table::Recordings).files().cloned().collect();
        let rows = self.store.recording_rows(&files).await?.into_iter();
        Ok(rows.filter_map(|row| row.media.file).collect())
    }

    /// Takes a call out of all tables, and keeps it out; says in how many windows it was. Older versions of the tables have it until
    /// [`vacuum`](Self::vacuum).
    pub async fn forget(&self, call_id: &str) -> Result<usize, LakeError> {
        let mut found = 0;
        for window in self.windows().await? {
            let before = self.store.before(&window.source, &window.part).await?;
            let Some(known) = before.known.get(call_id) else {
                continue;
            };
            let mut window = window;
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
            (window.ids, window.digest) = digests(left.iter());
            window.reading = name();
            let files = vec![
                self.store
                    .put_rest(&window, &before, |id| id != call_id)
                    .await?,
            ];
            let calls = before.known.keys().filter(|id| *id != call_id).cloned();
            let calls = calls.collect();
            let group = Group::default();
            group.push(Ready::new(
                &window.source,
                &window.part,
                before,
                files,
                calls,
                self.now(),
            ));
            if let Filled::Overtaken = self.store.commit_one(&group).await? {
                return Err(LakeError::Raced);
            }
            found += 1;
        }
        Ok(found)
    }
}
