//! Where else a call stands. A call whose time of creation has changed, or that belongs to several seeds, comes with one window and may
//! stand in the file of another.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{DateTime, Utc};
use object_store::path::Path;
use object_store::{GetResultPayload, ObjectStoreExt};

use crate::error::{LakeError, unreadable};
use crate::files;
use crate::fill::{is_from, is_of};
use crate::lake::{Lake, Logs};
use crate::log::Add;
use crate::tables::Table;
use crate::window::Part;

/// The calls of the files that were looked at. A file never changes.
#[derive(Default)]
pub(crate) struct Keys {
    files: HashSet<String>,
    /// Of a source and an id. What is not here is in none of the files; what is may be.
    hashes: HashSet<u64>,
}

impl Keys {
    /// Takes in the calls of a file.
    pub(crate) fn add<'a>(&mut self, file: &Add, ids: impl Iterator<Item = &'a str>) {
        if self.files.insert(file.path.clone()) {
            let source = source_of(file);
            self.hashes.extend(ids.map(|id| hash(source, id)));
        }
    }
}

fn source_of(file: &Add) -> &str {
    file.window.as_ref().map_or("", |window| &window.source)
}

pub(crate) fn hash(source: &str, id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (source, id).hash(&mut hasher);
    hasher.finish()
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

impl Lake {
    /// The windows outside a part whose files hold some of these calls. Those that the part has already are in no other.
    pub(crate) async fn twins(
        &self,
        logs: &mut Logs,
        (source, part): (&str, &Part),
        calls: &BTreeSet<String>,
        is_own: impl Fn(&str) -> bool,
    ) -> Result<Vec<Twin>, LakeError> {
        let mut others = |table: Table| -> Vec<Add> {
            let files = logs.get(table).files();
            let files = files.filter(|add| is_from(add, source) && !is_of(add, source, part));
            files.cloned().collect()
        };
        let settled = others(Table::Calls);
        let readings: HashMap<&Part, &str> = settled
            .iter()
            .filter_map(|add| add.window.as_deref())
            .map(|window| (&window.part, window.reading.as_str()))
            .collect();
        let mut twins = Vec::new();
        for table in [Table::Turns, Table::Recordings] {
            for file in others(table) {
                let Some(window) = file.window.as_deref() else {
                    continue;
                };
                if readings.get(&window.part) != Some(&window.reading.as_str()) {
                    let held = self.call_ids(table, &file).await?;
                    twins.extend(twin(&file, &held, calls, false));
                }
            }
        }
        let new: BTreeSet<String> = calls.iter().filter(|id| !is_own(id)).cloned().collect();
        if new.is_empty() || settled.is_empty() {
            return Ok(twins);
        }
        let mut keys = self.keys.lock().await;
        for file in &settled {
            if !keys.files.contains(&file.path) {
                let held = self.call_ids(Table::Calls, file).await?;
                keys.add(file, held.iter().map(String::as_str));
            }
        }
        let may_be = |id: &&String| keys.hashes.contains(&hash(source, id));
        let new: BTreeSet<String> = new.iter().filter(may_be).cloned().collect();
        if !new.is_empty() {
            for file in &settled {
                let held = self.call_ids(Table::Calls, file).await?;
                twins.extend(twin(file, &held, &new, true));
            }
        }
        Ok(twins)
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
