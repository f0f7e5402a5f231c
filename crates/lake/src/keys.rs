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
    hashes: Hashes,
}

impl Keys {
    pub(crate) fn new(store: Arc<dyn ObjectStore>) -> Self {
        Self {
            store,
            files: HashSet::new(),
            hashes: Hashes::default(),
        }
    }

    /// Takes in the calls of a file.
    pub(crate) fn add<'a>(&mut self, file: &Add, ids: impl Iterator<Item = &'a str>) {
        if self.files.insert(file.path.clone()) {
            let source = source_of(file);
            self.hashes.extend(ids.map(|id| hash(source, id)));
        }
    }

    /// The windows of files of calls that hold some of these of a source.
    pub(crate) async fn settled(
        &mut self,
        source: &str,
        files: &[&Add],
        calls: impl Iterator<Item = &String> + Clone,
    ) -> Result<Vec<Twin>, LakeError> {
        if calls.clone().next().is_none() {
            return Ok(Vec::new());
        }
        for file in files {
            if !self.files.contains(&file.path) {
                let held = self.call_ids(Table::Calls, file).await?;
                self.add(file, held.iter().map(String::as_str));
            }
        }
        let may_be = |id: &&String| self.hashes.contains(&hash(source, id));
        let calls: BTreeSet<String> = calls.filter(may_be).cloned().collect();
        let mut twins = Vec::new();
        if !calls.is_empty() {
            for file in files {
                let held = self.call_ids(Table::Calls, file).await?;
                twins.extend(twin(file, &held, &calls, true));
            }
        }
        Ok(twins)
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
