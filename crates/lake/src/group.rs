//! Windows that are read and not yet committed: many go into the log at once, since each commit waits for the disk or for the network.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::error::LakeError;
use crate::fill::{Before, Files, Filled, is_from, is_of};
use crate::lake::Lake;
use crate::log::{Add, Change};
use crate::tables::Table;
use crate::window::{Part, Window, id};

/// A group is committed when it has so many windows, or so many bytes in their files, or when its first window is there for so long: that
/// is what a run that is killed has to read again.
const WINDOWS: usize = 64;
const BYTES: i64 = 64 << 20;
const WAIT: Duration = Duration::from_secs(2);

/// The windows of one run that are read and not yet committed.
#[derive(Default)]
pub(crate) struct Group {
    ready: Mutex<Vec<Ready>>,
    /// Held by whoever reads calls that other windows of the source may have, too, until his window is in the group.
    pub shared: tokio::sync::Mutex<()>,
}

/// A part of a source as it was read. Its files are in the store, and belong to no version yet.
pub(crate) struct Ready {
    pub source: String,
    pub part: Part,
    /// The files in its place, in the tables' order.
    pub before: [Vec<Add>; 3],
    /// Files of calls elsewhere that its own were held against: they must be the same still.
    pub others: Option<Vec<Add>>,
    /// The files of its windows, in the tables' order.
    pub files: [Vec<Add>; 3],
    pub windows: Vec<Window>,
    /// The calls that are others than at the reading before.
    pub changed: Vec<String>,
    pub since: Instant,
}

impl Ready {
    pub(crate) fn new(source: &str, part: &Part, before: Before, files: Vec<Files>) -> Self {
        let mut of_tables = [const { Vec::new() }; 3];
        for files in files {
            for (of_table, file) in of_tables.iter_mut().zip(files) {
                of_table.push(file);
            }
        }
        Self {
            source: source.to_owned(),
            part: part.clone(),
            before: before.files,
            others: None,
            files: of_tables,
            windows: Vec::new(),
            changed: Vec::new(),
            since: Instant::now(),
        }
    }
}

impl Group {
    fn ready(&self) -> MutexGuard<'_, Vec<Ready>> {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn push(&self, ready: Ready) {
        self.ready().push(ready);
    }

    /// When it is to be committed, if nothing more comes; none of a group without windows.
    pub(crate) fn due(&self) -> Option<Instant> {
        Some(self.ready().first()?.since + WAIT)
    }

    pub(crate) fn is_full(&self) -> bool {
        let ready = self.ready();
        let files = ready.iter().flat_map(|ready| ready.files.iter().flatten());
        ready.len() >= WINDOWS || files.map(|add| add.size).sum::<i64>() >= BYTES
    }

    /// Makes of the files of calls what they will be when the group is committed.
    pub(crate) fn lay_over(&self, calls: &mut Vec<Add>) {
        for Ready { before, files, .. } in &*self.ready() {
            let ([.., gone], [.., new]) = (before, files);
            calls.retain(|add| gone.iter().all(|gone| gone.path != add.path));
            calls.extend(new.iter().cloned());
        }
    }
}

impl Lake {
    /// Commits the group, the table of calls last, since it says what the state is. Windows whose files are others by now than those that
    /// they were read on are left out.
    pub(crate) async fn commit(
        &self,
        group: &Group,
    ) -> Result<Vec<(String, Part, Filled)>, LakeError> {
        let ready = std::mem::take(&mut *group.ready());
        let mut overtaken = vec![false; ready.len()];
        let mut logs = self.logs.lock().await;
        for (index, table) in Table::ALL.into_iter().enumerate() {
            let of = |files: &[Vec<Add>; 3]| {
                let mut files = files.get(index).cloned().unwrap_or_default();
                files.sort_by(|one, other| one.path.cmp(&other.path));
                files
            };
            let left = ready.iter().zip(&mut overtaken);
            let mut left: Vec<_> = left.filter(|(_, overtaken)| !**overtaken).collect();
            let changes = left.iter().map(|(ready, _)| {
                let (remove, add) = (of(&ready.before), of(&ready.files));
                let others = ready.others.as_ref().filter(|_| table == Table::Calls);
                let mut expected = remove.clone();
                expected.extend(others.into_iter().flatten().cloned());
                expected.sort_by(|one, other| one.path.cmp(&other.path));
                Change {
                    remove,
                    add,
                    scope: match others {
                        Some(_) => Box::new(|add: &Add| is_from(add, &ready.source)),
                        None => Box::new(|add: &Add| is_of(add, &ready.source, &ready.part)),
                    },
                    expected,
                    who: id(&ready.source, &ready.part),
                }
            });
            let changes: Vec<Change<'_>> = changes.collect();
            let fits = logs.get(table).commit(&changes, self.now()).await?;
            for ((_, overtaken), fits) in left.iter_mut().zip(fits) {
                **overtaken = !fits;
            }
        }
        let done = ready.into_iter().zip(overtaken).map(|(ready, overtaken)| {
            let filled = match overtaken {
                true => Filled::Overtaken,
                false => Filled::Committed(ready.windows, ready.changed),
            };
            (ready.source, ready.part, filled)
        });
        Ok(done.collect())
    }

    /// Commits a group of one window.
    pub(crate) async fn commit_one(&self, group: &Group) -> Result<Filled, LakeError> {
        let done = self.commit(group).await?.pop();
        Ok(done.map_or(Filled::Overtaken, |(_, _, filled)| filled))
    }
}
