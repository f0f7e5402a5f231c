//! Where else a call stands. A call whose time of creation has changed, or that belongs to several seeds, comes with one window and may
//! stand in the file of another.

use std::collections::{BTreeSet, HashSet};
use std::hash::BuildHasher;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use foldhash::fast::FixedState;
use object_store::path::Path;
use object_store::{GetResultPayload, ObjectStore, ObjectStoreExt};

use crate::error::{LakeError, unreadable};
use crate::files;
use crate::log::Add;
use crate::tables::Table;
use crate::window::Part;

/// The calls of the files that were looked at. A file never changes.
pub(crate) struct Keys {
    store: Arc<dyn ObjectStore>,
    files: HashSet<String>,
    /// Of a source and an id. What is not here is in none of the files; what is may be.
    hashes: Many,
    /// So many of them are kept; with more, every file is looked at each time.
    pub most: usize,
}

impl Keys {
    pub(crate) fn new(store: Arc<dyn ObjectStore>) -> Self {
        Self {
            store,
            files: HashSet::new(),
            hashes: Many::default(),
            most: usize::MAX,
        }
    }

    /// Takes in the calls of a file.
    pub(crate) fn add<'a>(&mut self, file: &Add, ids: impl Iterator<Item = &'a str>) {
        if self.is_kept() && self.files.insert(file.path.clone()) {
            let source = source_of(file);
            self.hashes.extend(ids.map(|id| hash(source, id)));
            if !self.is_kept() {
                (self.files, self.hashes) = Default::default();
                self.most = 0;
            }
        }
    }

    fn is_kept(&self) -> bool {
        self.hashes.len() < self.most
    }

    /// Takes in the calls of files that were not looked at.
    pub(crate) async fn learn(&mut self, files: &[&Add]) -> Result<(), LakeError> {
        for file in files {
            if self.is_kept() && !self.files.contains(&file.path) {
                let held = self.call_ids(Table::Calls, file).await?;
                self.add(file, held.iter().map(String::as_str));
            }
        }
        Ok(())
    }

    /// Those of the calls of a source that may be in a file.
    pub(crate) fn may_be<'a>(
        &self,
        source: &str,
        calls: impl Iterator<Item = &'a String>,
    ) -> BTreeSet<String> {
        let may_be = |id: &&String| !self.is_kept() || self.hashes.contains(hash(source, id));
        calls.filter(may_be).cloned().collect()
    }

    /// The window of a file of calls that holds some of these.
    pub(crate) async fn settled(
        &self,
        file: &Add,
        calls: &BTreeSet<String>,
    ) -> Result<Option<Twin>, LakeError> {
        let held = self.call_ids(Table::Calls, file).await?;
        Ok(twin(file, &held, calls, true))
    }

    /// The window of a file of a table whose calls have not come, or have another state, if it holds some of these.
    pub(crate) async fn torn(
        &self,
        table: Table,
        file: &Add,
        calls: &BTreeSet<String>,
    ) -> Result<Option<Twin>, LakeError> {
        let held = self.call_ids(table, file).await?;
        Ok(twin(file, &held, calls, false))
    }

    async fn call_ids(&self, table: Table, file: &Add) -> Result<HashSet<String>, LakeError> {
        let path = Path::from(format!("{}/{}", table.name(), file.path));
        let found = self.store.get(&path).await?;
        let ids = match found.payload {
            // Of a file on this machine one column is read.
            GetResultPayload::File(file, _) => files::call_ids(file),
            GetResultPayload::Stream(_) => files::call_ids(found.bytes().await?),
        };
        ids.map_err(|error| unreadable(path.as_ref(), &error))
    }
}

fn source_of(file: &Add) -> &str {
    file.window.as_ref().map_or("", |window| &window.source)
}

/// Fewer than this are not worth to be put in order.
const YOUNG: usize = 1 << 16;

/// Many hashes in little memory: most are in order, the newest in a set.
#[derive(Default)]
struct Many {
    ordered: Vec<u64>,
    young: Hashes,
}

impl Many {
    fn len(&self) -> usize {
        self.ordered.len() + self.young.len()
    }

    fn contains(&self, hash: u64) -> bool {
        self.young.contains(&hash) || self.ordered.binary_search(&hash).is_ok()
    }

    fn extend(&mut self, hashes: impl Iterator<Item = u64>) {
        self.young.extend(hashes);
        if self.young.len() >= YOUNG.max(self.ordered.len() / 8) {
            // No more room than it takes: a vector that doubles is mostly room.
            self.ordered.reserve_exact(self.young.len());
            self.ordered.extend(std::mem::take(&mut self.young));
            self.ordered.sort_unstable();
            self.ordered.dedup();
        }
    }
}

/// Hashes of [`hash`].
pub(crate) type Hashes = HashSet<u64, FixedState>;

/// The same in this process for the same call. Each reading asks for that of each of its calls several times.
pub(crate) fn hash(source: &str, id: &str) -> u64 {
    FixedState::default().hash_one((source, id))
}

/// Another window that holds some of the calls of a reading.
pub(crate) struct Twin {
    pub part: Part,
    /// When it was read.
    pub read_at: DateTime<Utc>,
    /// Whether the calls themselves stand in it; else what belongs to them alone, by a commit that came to no end yet.
    pub settled: bool,
    pub calls: BTreeSet<String>,
}

impl Twin {
    /// Whether the calls are left where they are. One of several seeds has them, be they read with another; of times, the newest
    /// reading says where they belong.
    pub(crate) fn keeps(&self, part: &Part, read_at: DateTime<Utc>) -> bool {
        self.settled && (matches!(part, Part::Seed(_)) || self.read_at > read_at)
    }
}

fn twin(
    file: &Add,
    held: &HashSet<String>,
    calls: &BTreeSet<String>,
    settled: bool,
) -> Option<Twin> {
    let calls: BTreeSet<String> = calls
        .iter()
        .filter(|id| held.contains(*id))
        .cloned()
        .collect();
    let window = file.window.as_deref().filter(|_| !calls.is_empty())?;
    Some(Twin {
        part: window.part.clone(),
        read_at: window.read_at,
        settled,
        calls,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_there_and_nothing_else() {
        let mut random = fastrand::Rng::with_seed(7);
        let (mut many, mut all) = (Many::default(), HashSet::new());
        for _ in 0..30 {
            let some: Vec<u64> = (0..10_000).map(|_| random.u64(..1 << 20)).collect();
            many.extend(some.iter().copied());
            all.extend(some);
        }
        assert!(!many.ordered.is_empty() && !many.young.is_empty());
        assert!((0..1 << 20).all(|hash| many.contains(hash) == all.contains(&hash)));
    }
}
