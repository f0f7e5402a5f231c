//! Where else a call stands. A call whose time of creation has changed, or that belongs to several seeds, comes with one window and may
//! stand in the file of another.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use foldhash::fast::FixedState;
use object_store::path::Path;
use object_store::{GetResultPayload, ObjectStore, ObjectStoreExt};

use crate::digest::print;
use crate::error::{LakeError, unreadable};
use crate::files;
use crate::log::Add;
use crate::tables::Table;
use crate::window::Part;

/// The calls of the files that were looked at. A file never changes.
pub(crate) struct Keys {
    store: Arc<dyn ObjectStore>,
    /// The files, in the order in which they were looked at.
    files: Vec<Arc<str>>,
    known: HashSet<Arc<str>>,
    /// What is not here is in none of the files; what is may be.
    calls: Places,
    /// So many of them are kept; with more, every file is looked at each time.
    pub most: usize,
}

impl Keys {
    pub(crate) fn new(store: Arc<dyn ObjectStore>) -> Self {
        Self {
            store,
            files: Vec::new(),
            known: HashSet::new(),
            calls: Places::default(),
            most: usize::MAX,
        }
    }

    /// Takes in the calls of a file.
    pub(crate) fn add<'a>(&mut self, file: &Add, ids: impl Iterator<Item = &'a str>) {
        let number = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        if self.is_kept() && !self.known.contains(file.path.as_str()) {
            let path: Arc<str> = file.path.as_str().into();
            self.files.push(Arc::clone(&path));
            self.known.insert(path);
            let source = source_of(file);
            self.calls.extend(ids.map(|id| (hash(source, id), number)));
            if !self.is_kept() {
                (self.files, self.known, self.calls) = Default::default();
                self.most = 0;
            }
        }
    }

    fn is_kept(&self) -> bool {
        self.calls.len() < self.most
    }

    /// Takes in the calls of files that were not looked at.
    pub(crate) async fn learn(&mut self, files: &[&Add]) -> Result<(), LakeError> {
        for file in files {
            if self.is_kept() && !self.known.contains(file.path.as_str()) {
                let held = self.call_ids(Table::Calls, file).await?;
                self.add(file, held.iter().map(String::as_str));
            }
        }
        Ok(())
    }

    /// Those of the calls of a source that may be in a file, and the files that they were last found in.
    pub(crate) fn may_be<'a>(
        &self,
        source: &str,
        calls: impl Iterator<Item = &'a str>,
    ) -> (BTreeSet<String>, BTreeSet<&str>) {
        let (mut may_be, mut files) = (BTreeSet::new(), BTreeSet::new());
        for id in calls {
            let number = self.calls.get(hash(source, id));
            if number.is_some() || !self.is_kept() {
                may_be.insert(id.to_owned());
            }
            let file = number.and_then(|number| self.files.get(usize::try_from(number).ok()?));
            files.extend(file.map(|path| &**path));
        }
        (may_be, files)
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

/// The hash of a call, and the number of the file that it was found in: of the same call, the newest file is first. Without gaps between them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(Rust, packed(4))]
struct Place {
    hash: u64,
    file: Reverse<u32>,
}

/// Where calls were found last, of many in little memory: most are in order, the newest in a map.
#[derive(Default)]
struct Places {
    ordered: Vec<Place>,
    young: HashMap<u64, u32, FixedState>,
}

impl Places {
    fn len(&self) -> usize {
        self.ordered.len() + self.young.len()
    }

    fn get(&self, hash: u64) -> Option<u32> {
        self.young.get(&hash).copied().or_else(|| {
            let at = self
                .ordered
                .binary_search_by_key(&hash, |place| place.hash)
                .ok()?;
            let Reverse(file) = self.ordered.get(at)?.file;
            Some(file)
        })
    }

    /// Takes in calls. Numbers never become less.
    fn extend(&mut self, calls: impl Iterator<Item = (u64, u32)>) {
        self.young.extend(calls);
        if self.young.len() >= YOUNG.max(self.ordered.len() / 8) {
            // No more room than it takes: a vector that doubles is mostly room.
            self.ordered.reserve_exact(self.young.len());
            let young = std::mem::take(&mut self.young).into_iter();
            let young = young.map(|(hash, file)| Place {
                hash,
                file: Reverse(file),
            });
            self.ordered.extend(young);
            self.ordered.sort_unstable();
            self.ordered.dedup_by_key(|place| place.hash);
        }
    }
}

/// Hashes of [`hash`].
pub(crate) type Hashes = HashSet<u64, FixedState>;

/// The same in this process for the same call. Each reading asks for that of each of its calls several times.
pub(crate) fn hash(source: &str, id: &str) -> u64 {
    print((source, id))
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
    fn a_call_is_where_it_was_found_last() {
        // Spread over all numbers, as hashes are, and not.
        for spread in [0x9E37_79B9_7F4A_7C15, 1] {
            let mut random = fastrand::Rng::with_seed(7);
            let (mut places, mut all) = (Places::default(), HashMap::new());
            let hash = |number: u64| number.wrapping_mul(spread);
            for file in 0..30 {
                let some = (0..10_000).map(|_| (hash(random.u64(..1 << 20)), file));
                let some: Vec<_> = some.collect();
                places.extend(some.iter().copied());
                all.extend(some);
            }
            assert!(!places.ordered.is_empty() && !places.young.is_empty());
            let is_found = |hash: u64| places.get(hash) == all.get(&hash).copied();
            assert!((0..1 << 20).map(hash).all(is_found));
            assert!([0, u64::MAX].into_iter().all(is_found));
        }
        assert!(Places::default().get(7).is_none());
        assert_eq!(size_of::<Place>(), 12);
    }
}
