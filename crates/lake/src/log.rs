//! The log of a Delta table, on reader version 1 and writer version 2 of its protocol: which files are the table, version by version.
//!
//! A version is one file that is created whole or not at all; who creates it first has committed it. Whoever comes second reads what
//! the other has done, and commits behind it if both are about different files. Every so many versions what the table is at that version is
//! written down in one file, a checkpoint: with it and the versions behind it the table is known, and the versions before it may go.

mod checkpoint;
mod live;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::{StreamExt, TryStreamExt};
use object_store::path::Path;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::error::LakeError;
use crate::files::TAG;
use crate::window::{Part, Window};

pub(crate) use self::live::{Ahead, Live, Scope, print};

/// How many versions are read at a time.
const AT_ONCE: usize = 16;
/// How often a commit is tried behind those of other writers.
const ATTEMPTS: u32 = 50;
/// A table's own word for how many versions there are from one checkpoint to the next, and what it is here.
const INTERVAL: &str = "delta.checkpointInterval";
const EVERY: u64 = 50;
/// What no version names is kept for so long: another writer may be about to name it, or a reader may be at it.
pub(crate) const ORPHANS: TimeDelta = TimeDelta::days(7);

/// A table as it is at its newest version.
pub(crate) struct Log {
    store: Arc<dyn ObjectStore>,
    root: Path,
    table: Snapshot,
    /// The newest checkpoint that is known of.
    checkpoint: Option<u64>,
}

/// A table as it is at one version.
#[derive(Default)]
struct Snapshot {
    /// None of a table that is not there yet.
    version: Option<u64>,
    protocol: Option<Protocol>,
    meta_data: Option<Value>,
    files: Live,
    /// Files that are no more of the table, by path.
    removed: BTreeMap<String, Remove>,
    transactions: BTreeMap<String, Transaction>,
}

/// A file that belongs to the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Add {
    pub path: String,
    pub partition_values: BTreeMap<String, Option<String>>,
    pub size: i64,
    pub modification_time: i64,
    pub data_change: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stats: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, Option<String>>>,
    /// What the tag says, read once.
    #[serde(skip)]
    pub window: Option<Arc<Window>>,
}

impl Add {
    /// With what its tag says.
    fn read(mut self) -> Self {
        let tag = self.tags.as_ref().and_then(|tags| tags.get(TAG)?.as_ref());
        self.window = tag.and_then(|tag| serde_json::from_str(tag).ok().map(Arc::new));
        self
    }

    /// Whether it is within a part of a source.
    pub(crate) fn is_of(&self, source: &str, part: &Part) -> bool {
        let window = self.window.as_ref();
        window.is_some_and(|window| window.source == source && part.holds(&window.part))
    }
}

/// A file that was of the table.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Remove {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    deletion_timestamp: Option<i64>,
    data_change: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    extended_file_metadata: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    partition_values: Option<BTreeMap<String, Option<String>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<i64>,
}

impl Remove {
    fn of(add: &Add, at: DateTime<Utc>) -> Self {
        Self {
            path: add.path.clone(),
            deletion_timestamp: Some(at.timestamp_millis()),
            data_change: true,
            extended_file_metadata: Some(true),
            partition_values: Some(add.partition_values.clone()),
            size: Some(add.size),
        }
    }

    fn is_after(&self, time: DateTime<Utc>) -> bool {
        self.deletion_timestamp > Some(time.timestamp_millis())
    }
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Transaction {
    app_id: String,
    version: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_updated: Option<i64>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Protocol {
    min_reader_version: i32,
    min_writer_version: i32,
}

/// The protocol that is written here, and up to which tables are read.
const PROTOCOL: Protocol = Protocol {
    min_reader_version: 1,
    min_writer_version: 2,
};

/// A line of a version.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Action {
    Protocol(Protocol),
    MetaData(Value),
    Txn(Transaction),
    Remove(Remove),
    Add(Add),
    CommitInfo(CommitInfo),
    /// One that does not matter here: readers of a table pass over those that they do not know.
    #[serde(skip)]
    Other,
}

/// The actions that matter, by their names.
const KNOWN: [&str; 6] = ["protocol", "metaData", "txn", "remove", "add", "commitInfo"];

impl Action {
    fn read(line: Value) -> Result<Self, serde_json::Error> {
        match KNOWN.iter().any(|name| line.get(name).is_some()) {
            true => serde_json::from_value(line),
            false => Ok(Self::Other),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct CommitInfo {
    #[serde(default)]
    timestamp: i64,
    #[serde(default)]
    operation: String,
    #[serde(default)]
    engine_info: String,
    /// How many lines the commit has, where this library wrote it: a file that was cut between two lines is known by it.
    #[serde(rename = "callslip_lines")]
    lines: Option<usize>,
}

/// Some files in the place of others.
pub(crate) struct Change<'a> {
    pub remove: Vec<&'a Add>,
    pub add: Vec<&'a Add>,
    /// Which live files the change depends on.
    pub scope: Scope<'a>,
    /// The [`print`] of those that it was made for. If others are live there by now, it is not committed.
    pub expected: u64,
    /// Who makes it. The log counts how often he has.
    pub who: String,
}

impl Snapshot {
    fn apply(&mut self, version: u64, actions: Vec<Action>) -> Result<(), String> {
        for action in actions {
            match action {
                Action::Protocol(protocol) => {
                    if protocol.min_reader_version > PROTOCOL.min_reader_version
                        || protocol.min_writer_version > PROTOCOL.min_writer_version
                    {
                        return Err(format!(
                            "the table was raised to reader version {} and writer version {} of the protocol; versions up to 1 and 2 are \
                             written here. Restore the table to the version before",
                            protocol.min_reader_version, protocol.min_writer_version
                        ));
                    }
                    self.protocol = Some(protocol);
                }
                Action::MetaData(meta_data) => self.meta_data = Some(meta_data),
                Action::Remove(remove) => {
                    self.files.remove(&remove.path);
                    self.removed.insert(remove.path.clone(), remove);
                }
                Action::Add(add) => {
                    self.removed.remove(&add.path);
                    self.files.insert(add.read());
                }
                Action::Txn(transaction) => {
                    self.transactions
                        .insert(transaction.app_id.clone(), transaction);
                }
                Action::CommitInfo(_) | Action::Other => {}
            }
        }
        self.version = Some(version);
        Ok(())
    }

    /// All that there is to say of it.
    fn actions(&self) -> impl Iterator<Item = Action> {
        let protocol = self.protocol.map(Action::Protocol);
        let meta_data = self.meta_data.clone().map(Action::MetaData);
        let transactions = self.transactions.values().cloned().map(Action::Txn);
        let removed = self.removed.values().cloned().map(Action::Remove);
        let files = self.files.all().cloned().map(Action::Add);
        let head = protocol.into_iter().chain(meta_data);
        head.chain(transactions).chain(removed).chain(files)
    }

    /// Which of the changes can be made, one after the other: those whose files are still the ones that they were made for.
    fn fitting(&self, changes: &[Change<'_>]) -> Vec<bool> {
        let mut ahead = Ahead::new(&self.files);
        let fits = changes.iter().map(|change| {
            let fits = ahead.print(change.scope) == change.expected;
            if fits {
                ahead.make(&change.remove, &change.add);
            }
            fits
        });
        fits.collect()
    }

    /// How many versions there are from one checkpoint to the next.
    fn interval(&self) -> u64 {
        let told = self
            .meta_data
            .as_ref()
            .and_then(|meta_data| meta_data.get("configuration")?.get(INTERVAL)?.as_str());
        let told = told.and_then(|told| told.parse().ok());
        told.unwrap_or(EVERY)
    }
}

/// What is in the folder of a log, by version.
#[derive(Default)]
struct Listed {
    commits: BTreeSet<u64>,
    checkpoints: BTreeSet<u64>,
}

impl Listed {
    /// The first version behind `base` that is not there although later ones are, or a checkpoint of it or a later one.
    fn gap(&self, base: Option<u64>) -> Option<u64> {
        let newest = self.commits.last().max(self.checkpoints.last())?;
        let next = base.map_or(0, |base| base + 1);
        (next..=*newest).find(|version| !self.commits.contains(version))
    }
}

impl Log {
    /// The newest version of the table below `root`.
    pub(crate) async fn open(store: Arc<dyn ObjectStore>, root: Path) -> Result<Self, LakeError> {
        let mut log = Self {
            store,
            root,
            table: Snapshot::default(),
            checkpoint: None,
        };
        log.refresh().await?;
        Ok(log)
    }

    /// The newest version; none before the first commit.
    pub(crate) fn version(&self) -> Option<u64> {
        self.table.version
    }

    /// The files of the newest version.
    pub(crate) fn files(&self) -> &Live {
        &self.table.files
    }

    /// From now on, what is other than now of a source is news.
    pub(crate) fn seen(&mut self, source: &str) {
        self.table.files.seen(source);
    }

    /// The paths of the files of the versions since `time`.
    pub(crate) fn files_since(&self, time: DateTime<Utc>) -> impl Iterator<Item = &str> {
        let removed = self.table.removed.values();
        let removed = removed.filter(move |removed| removed.is_after(time));
        let removed = removed.map(|removed| removed.path.as_str());
        let live = self.table.files.all().map(|add| add.path.as_str());
        live.chain(removed)
    }

    /// Who has committed, and how often.
    #[cfg(test)]
    pub(crate) fn transactions(&self) -> impl Iterator<Item = (&str, i64)> {
        let transactions = self.table.transactions.iter();
        transactions.map(|(who, transaction)| (who.as_str(), transaction.version))
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    fn folder(&self) -> Path {
        self.root.clone().join("_delta_log")
    }

    fn path_of(&self, version: u64) -> Path {
        self.folder().join(format!("{version:020}.json"))
    }

    fn checkpoint_of(&self, version: u64) -> Path {
        let name = format!("{version:020}.checkpoint.parquet");
        self.folder().join(name)
    }

    /// What is in the folder, or what came into it behind a version.
    async fn list(&self, behind: Option<u64>) -> Result<Listed, LakeError> {
        let folder = self.folder();
        let objects = match behind {
            Some(version) => self
                .store
                .list_with_offset(Some(&folder), &self.path_of(version)),
            None => self.store.list(Some(&folder)),
        };
        let objects: Vec<_> = objects.try_collect().await?;
        let mut listed = Listed::default();
        for object in objects {
            let name = object.location.filename();
            let Some((version, kind)) = name.and_then(|name| name.split_once('.')) else {
                continue;
            };
            if version.len() != 20 || !version.bytes().all(|byte| byte.is_ascii_digit()) {
                continue;
            }
            let Ok(version) = version.parse() else {
                continue;
            };
            match kind {
                "json" => listed.commits.insert(version),
                "checkpoint.parquet" => listed.checkpoints.insert(version),
                _ => continue,
            };
        }
        Ok(listed)
    }

    /// Reads what was committed since.
    pub(crate) async fn refresh(&mut self) -> Result<(), LakeError> {
        if let Some(version) = self.table.version {
            let listed = self.list(Some(version)).await?;
            if listed.gap(Some(version)).is_none() {
                self.checkpoint = self.checkpoint.max(listed.checkpoints.last().copied());
                let commits = self.read(listed.commits).await?;
                return apply(&mut self.table, commits);
            }
        }
        // From the newest checkpoint that can be read; from the first version if there is none.
        let listed = self.list(None).await?;
        let mut torn = None;
        let bases = listed.checkpoints.iter().rev().copied().map(Some);
        for base in bases.chain([None]) {
            if let Some(missing) = listed.gap(base) {
                let missing = self.damaged(
                    &self.path_of(missing),
                    "it is not there, and later versions are. Put it back from a copy",
                );
                return Err(torn.unwrap_or(missing));
            }
            let mut table = Snapshot::default();
            if let Some(version) = base {
                let path = self.checkpoint_of(version);
                let bytes = self.store.get(&path).await?.bytes().await?;
                let loaded =
                    checkpoint::decode(bytes).and_then(|actions| table.apply(version, actions));
                if let Err(why) = loaded {
                    torn.get_or_insert_with(|| {
                        self.damaged(&path, &format!(
                            "the checkpoint cannot be read, and the versions before it are no more there: {why}. Put it back from a copy"
                        ))
                    });
                    continue;
                }
            }
            let next = base.map_or(0, |base| base + 1);
            let commits = listed.commits.range(next..).copied().collect();
            apply(&mut table, self.read(commits).await?)?;
            (self.table, self.checkpoint) = (table, base);
            break;
        }
        Ok(())
    }

    /// The commits. All of them first: of a table with a damaged one nothing is believed.
    async fn read(
        &self,
        versions: BTreeSet<u64>,
    ) -> Result<Vec<(u64, Path, Vec<Action>)>, LakeError> {
        let commits = futures_util::stream::iter(versions).map(|version| async move {
            let path = self.path_of(version);
            let text = self.store.get(&path).await?.bytes().await?;
            let actions = parse(&text).map_err(|why| {
                self.damaged(&path, &format!(
                    "the commit is damaged: {why}. Nothing was touched. If it is the newest version, remove the file and run again: what \
                     it was to commit is read anew"
                ))
            });
            Ok::<_, LakeError>((version, path, actions?))
        });
        commits.buffered(AT_ONCE).try_collect().await
    }

    fn damaged(&self, path: &Path, why: &str) -> LakeError {
        LakeError::Damaged {
            file: path.to_string(),
            why: why.to_owned(),
        }
    }

    /// Makes the table: its first version, of no files.
    pub(crate) async fn create(
        &mut self,
        id: &str,
        schema: &str,
        partitions: &[&str],
        at: DateTime<Utc>,
    ) -> Result<(), LakeError> {
        let meta_data = json!({
            "id": id,
            "format": {"provider": "parquet", "options": {}},
            "schemaString": schema,
            "partitionColumns": partitions,
            "configuration": {INTERVAL: EVERY.to_string()},
            "createdTime": at.timestamp_millis(),
        });
        let actions = [Action::Protocol(PROTOCOL), Action::MetaData(meta_data)];
        match self.put(0, "CREATE TABLE", at, &actions).await {
            Ok(()) | Err(object_store::Error::AlreadyExists { .. }) => self.refresh().await,
            Err(error) => Err(error.into()),
        }
    }

    /// Makes the table's columns those of `schema`. A table may lack some, which are put behind its own; one that has others is not touched.
    pub(crate) async fn widen(&mut self, schema: &str, at: DateTime<Utc>) -> Result<(), LakeError> {
        for _ in 0..ATTEMPTS {
            let Some((version, mut meta_data)) =
                self.table.version.zip(self.table.meta_data.clone())
            else {
                return Ok(());
            };
            let path = self.path_of(version);
            let own = meta_data.get("schemaString").and_then(Value::as_str);
            let own = own.and_then(|own| Some((own, fields(own)?)));
            let Some(((own, mut held), wanted)) = own.zip(fields(schema)) else {
                return Err(self.damaged(&path, "the table does not say which columns it has"));
            };
            if own == schema {
                return Ok(());
            }
            let column = |fields: &[Value], name: &Value| {
                let mut fields = fields.iter();
                fields
                    .find(|field| field.get("name") == Some(name))
                    .cloned()
            };
            for field in &held {
                let name = field.get("name").unwrap_or(&Value::Null);
                let known = column(&wanted, name);
                if known.as_ref().and_then(|known| known.get("type")) != field.get("type") {
                    return Err(self.damaged(&path, &format!(
                        "column {name} of the table is of another type here, or not known. Nothing was touched; take the version of callslip \
                         that wrote the table, or a later one"
                    )));
                }
            }
            let new = wanted.into_iter().filter(|field| {
                let name = field.get("name").unwrap_or(&Value::Null);
                column(&held, name).is_none()
            });
            let new: Vec<Value> = new.collect();
            if new.is_empty() {
                return Ok(());
            }
            held.extend(new);
            if let Some(schema) = meta_data.get_mut("schemaString") {
                *schema = json!({"type": "struct", "fields": held}).to_string().into();
            }
            let actions = [Action::MetaData(meta_data)];
            match self.put(version + 1, "ADD COLUMNS", at, &actions).await {
                Ok(()) | Err(object_store::Error::AlreadyExists { .. }) => self.refresh().await?,
                Err(error) => return Err(error.into()),
            }
        }
        Err(LakeError::Raced)
    }

    /// Commits changes at once, behind whatever else was committed since, and says which: those that others' commits have not overtaken.
    pub(crate) async fn commit(
        &mut self,
        changes: &[Change<'_>],
        at: DateTime<Utc>,
    ) -> Result<Vec<bool>, LakeError> {
        for _ in 0..ATTEMPTS {
            let fits = self.table.fitting(changes);
            if !fits.contains(&true) {
                return Ok(fits);
            }
            let version = self.table.version.map_or(0, |version| version + 1);
            let mut actions = Vec::new();
            for (change, _) in changes.iter().zip(&fits).filter(|(_, fits)| **fits) {
                let remove = change.remove.iter().map(|add| Remove::of(add, at));
                actions.extend(remove.map(Action::Remove));
                actions.extend(change.add.iter().copied().cloned().map(Action::Add));
                let before = self.table.transactions.get(&change.who);
                actions.push(Action::Txn(Transaction {
                    app_id: change.who.clone(),
                    version: before.map_or(0, |before| before.version) + 1,
                    last_updated: Some(at.timestamp_millis()),
                }));
            }
            match self.put(version, "REPLACE WINDOWS", at, &actions).await {
                Ok(()) => {
                    let path = self.path_of(version);
                    apply(&mut self.table, vec![(version, path, actions)])?;
                    if version >= self.checkpoint.unwrap_or(0) + self.table.interval() {
                        self.write_checkpoint(version, at).await?;
                    }
                    return Ok(fits);
                }
                Err(object_store::Error::AlreadyExists { .. }) => self.refresh().await?,
                Err(error) => return Err(error.into()),
            }
        }
        Err(LakeError::Raced)
    }

    async fn put(
        &self,
        version: u64,
        operation: &str,
        at: DateTime<Utc>,
        actions: &[Action],
    ) -> Result<(), object_store::Error> {
        let info = Action::CommitInfo(CommitInfo {
            timestamp: at.timestamp_millis(),
            operation: operation.to_owned(),
            engine_info: concat!("callslip-lake/", env!("CARGO_PKG_VERSION")).to_owned(),
            lines: Some(actions.len() + 1),
        });
        let mut text = String::new();
        for action in std::iter::once(&info).chain(actions) {
            text.push_str(&json!(action).to_string());
            text.push('\n');
        }
        let options = PutOptions::from(PutMode::Create);
        let payload = PutPayload::from(text);
        self.store
            .put_opts(&self.path_of(version), payload, options)
            .await
            .map(drop)
    }

    /// Writes down what the table is now.
    async fn write_checkpoint(&mut self, version: u64, at: DateTime<Utc>) -> Result<(), LakeError> {
        // Whoever deletes what no version needs must know for so long what a reader may still be at.
        let removed = &mut self.table.removed;
        removed.retain(|_, removed| removed.is_after(at - ORPHANS));
        let path = self.checkpoint_of(version);
        let encoded = checkpoint::encode(self.table.actions());
        let (bytes, actions) = encoded
            .map_err(|error| self.damaged(&path, &format!("it cannot be written: {error}")))?;
        let last = json!({
            "version": version,
            "size": actions,
            "sizeInBytes": bytes.len(),
            "numOfAddFiles": self.table.files.len(),
        });
        self.store.put(&path, bytes.into()).await?;
        let hint = self.folder().join("_last_checkpoint");
        self.store.put(&hint, last.to_string().into()).await?;
        self.checkpoint = Some(version);
        Ok(())
    }

    /// Deletes the versions and checkpoints that nobody needs who asks for what the table was at `time` or later, and says how many.
    pub(crate) async fn clean(&self, time: DateTime<Utc>) -> Result<usize, LakeError> {
        let folder = self.folder();
        let objects: Vec<_> = self.store.list(Some(&folder)).try_collect().await?;
        let is_base = |object: &&ObjectMeta| {
            let name = object.location.as_ref();
            name.ends_with(".checkpoint.parquet") && object.last_modified < time
        };
        let mut bases: Vec<&Path> = objects
            .iter()
            .filter(is_base)
            .map(|object| &object.location)
            .collect();
        bases.sort_unstable();
        let mut first = None;
        for base in bases.into_iter().rev() {
            let found = match self.store.get(base).await {
                Ok(found) => found,
                // Somebody else clears the table, too.
                Err(object_store::Error::NotFound { .. }) => continue,
                Err(error) => return Err(error.into()),
            };
            if checkpoint::decode(found.bytes().await?).is_ok() {
                first = Some(base);
                break;
            }
        }
        let Some(first) = first else {
            return Ok(0);
        };
        let mut deleted = 0;
        // Names are in the order of versions, and a checkpoint's is before its version's.
        for object in objects.iter().filter(|object| object.location < *first) {
            deleted += usize::from(delete(&*self.store, &object.location).await?);
        }
        Ok(deleted)
    }
}

/// Deletes an object, and says whether it was there: somebody else may clear the same place.
pub(crate) async fn delete(store: &dyn ObjectStore, path: &Path) -> Result<bool, LakeError> {
    match store.delete(path).await {
        Ok(()) => Ok(true),
        Err(object_store::Error::NotFound { .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn apply(table: &mut Snapshot, commits: Vec<(u64, Path, Vec<Action>)>) -> Result<(), LakeError> {
    for (version, path, actions) in commits {
        let applied = table.apply(version, actions);
        applied.map_err(|why| LakeError::Damaged {
            file: path.to_string(),
            why,
        })?;
    }
    Ok(())
}

/// The columns of a schema as the log tells it.
fn fields(schema: &str) -> Option<Vec<Value>> {
    let schema: Value = serde_json::from_str(schema).ok()?;
    schema.get("fields")?.as_array().cloned()
}

/// The actions of a commit, or why they cannot be all.
fn parse(text: &[u8]) -> Result<Vec<Action>, &'static str> {
    if text.is_empty() {
        return Err("the file is empty");
    }
    let mut actions: Vec<Action> = Vec::new();
    for line in text
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
    {
        let action = serde_json::from_slice(line).and_then(Action::read);
        actions.push(action.map_err(|_| "a line is no action")?);
    }
    let told = actions.iter().find_map(|action| match action {
        Action::CommitInfo(info) => info.lines,
        _ => None,
    });
    if actions.is_empty() || told.is_some_and(|told| told != actions.len()) {
        return Err("lines are missing");
    }
    Ok(actions)
}
