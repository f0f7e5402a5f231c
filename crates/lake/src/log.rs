//! The log of a Delta table, on reader version 1 and writer version 2 of its protocol: which files are the table, version by version.
//!
//! A version is one file that is created whole or not at all; who creates it first has committed it. Whoever comes second reads what
//! the other has done, and commits behind it if both are about different files.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures_util::{StreamExt, TryStreamExt};
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::error::LakeError;
use crate::files::TAG;
use crate::window::Window;

/// How many versions are read at a time.
const AT_ONCE: usize = 16;
/// How often a commit is tried behind those of other writers.
const ATTEMPTS: u32 = 50;

/// A table as it is at one version.
pub(crate) struct Log {
    store: Arc<dyn ObjectStore>,
    root: Path,
    /// The newest version that was read; none of a table that is not there yet.
    version: Option<u64>,
    files: BTreeMap<String, Add>,
    transactions: BTreeMap<String, i64>,
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
}

#[derive(Deserialize)]
struct Remove {
    path: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Transaction {
    app_id: String,
    version: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Protocol {
    min_reader_version: i64,
    min_writer_version: i64,
}

/// An action, as far as it matters here: readers of a table pass over those that they do not know.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Action {
    protocol: Option<Protocol>,
    add: Option<Add>,
    remove: Option<Remove>,
    txn: Option<Transaction>,
    commit_info: Option<CommitInfo>,
}

#[derive(Deserialize)]
struct CommitInfo {
    /// How many lines the commit has, where this library wrote it: a file that was cut between two lines is known by it.
    callslip_lines: Option<usize>,
}

/// What is committed: some files in the place of others.
pub(crate) struct Change<'a> {
    pub remove: &'a [Add],
    pub add: &'a [Add],
    /// Which live files the change depends on.
    pub scope: &'a (dyn Fn(&Add) -> bool + Sync),
    /// Those that it was made for, by path. If others are live there by now, it is not committed.
    pub expected: &'a [Add],
    /// Who commits, and his how manieth commit it is.
    pub transaction: (&'a str, i64),
    pub operation: &'a str,
    pub at: DateTime<Utc>,
}

/// How a commit ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Committed {
    /// As this version.
    As(u64),
    /// Not at all: the files that it is about are others by now.
    Overtaken,
}

impl Log {
    /// The newest version of the table below `root`.
    pub(crate) async fn open(store: Arc<dyn ObjectStore>, root: Path) -> Result<Self, LakeError> {
        let mut log = Self {
            store,
            root,
            version: None,
            files: BTreeMap::new(),
            transactions: BTreeMap::new(),
        };
        log.refresh().await?;
        Ok(log)
    }

    /// The newest version; none before the first commit.
    pub(crate) fn version(&self) -> Option<u64> {
        self.version
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = &Add> {
        self.files.values()
    }

    /// How many commits the log knows of whoever calls itself so.
    pub(crate) fn transaction(&self, who: &str) -> i64 {
        self.transactions.get(who).copied().unwrap_or(0)
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    fn path_of(&self, version: u64) -> Path {
        let name = format!("{version:020}.json");
        self.root.clone().join("_delta_log").join(name)
    }

    /// Reads what was committed since.
    pub(crate) async fn refresh(&mut self) -> Result<(), LakeError> {
        let next = self.version.map_or(0, |version| version + 1);
        let folder = self.root.clone().join("_delta_log");
        let found: Vec<_> = self.store.list(Some(&folder)).try_collect().await?;
        let versions = found.iter().filter_map(|object| {
            let name = object.location.filename()?.strip_suffix(".json")?;
            let is_commit = name.len() == 20 && name.bytes().all(|byte| byte.is_ascii_digit());
            is_commit.then(|| name.parse::<u64>().ok())?
        });
        let mut versions: Vec<u64> = versions.filter(|version| *version >= next).collect();
        versions.sort_unstable();
        for (expected, version) in (next..).zip(&versions) {
            if expected != *version {
                return Err(self.damaged(
                    expected,
                    "it is not there, and later versions are. Put it back from a copy: versions are not read from checkpoints, so keep the log whole",
                ));
            }
        }
        let (store, log) = (&self.store, &*self);
        let texts = futures_util::stream::iter(versions.into_iter().map(|version| async move {
            let bytes = store.get(&log.path_of(version)).await?.bytes().await?;
            Ok::<_, object_store::Error>((version, bytes))
        }));
        // All of them first: of a table with a damaged commit nothing is believed.
        let texts: Vec<_> = texts.buffered(AT_ONCE).try_collect().await?;
        for (version, text) in texts {
            let actions = self.parse(version, &text)?;
            self.apply(version, actions)?;
        }
        Ok(())
    }

    fn parse(&self, version: u64, text: &[u8]) -> Result<Vec<Action>, LakeError> {
        let torn = |why: &str| {
            self.damaged(version, &format!(
                "the commit is damaged: {why}. Nothing was touched. If it is the newest version, remove the file and run again: what it \
                 was to commit is read anew"
            ))
        };
        if text.is_empty() {
            return Err(torn("the file is empty"));
        }
        let mut actions: Vec<Action> = Vec::new();
        for line in text
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
        {
            let action = serde_json::from_slice(line);
            actions.push(action.map_err(|_| torn("a line is no action"))?);
        }
        let told = actions
            .iter()
            .find_map(|action| action.commit_info.as_ref()?.callslip_lines);
        if actions.is_empty() || told.is_some_and(|told| told != actions.len()) {
            return Err(torn("lines are missing"));
        }
        Ok(actions)
    }

    fn apply(&mut self, version: u64, actions: Vec<Action>) -> Result<(), LakeError> {
        for action in actions {
            if let Some(protocol) = action.protocol
                && (protocol.min_reader_version > 1 || protocol.min_writer_version > 2)
            {
                return Err(self.damaged(version, &format!(
                    "the table was raised to reader version {} and writer version {} of the protocol; versions up to 1 and 2 are written \
                     here. Restore the table to the version before",
                    protocol.min_reader_version, protocol.min_writer_version
                )));
            }
            if let Some(remove) = action.remove {
                self.files.remove(&remove.path);
            }
            if let Some(add) = action.add {
                self.files.insert(add.path.clone(), add.read());
            }
            if let Some(transaction) = action.txn {
                self.transactions
                    .insert(transaction.app_id, transaction.version);
            }
        }
        self.version = Some(version);
        Ok(())
    }

    fn damaged(&self, version: u64, why: &str) -> LakeError {
        LakeError::Damaged {
            file: self.path_of(version).to_string(),
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
        let lines = vec![
            json!({"protocol": {"minReaderVersion": 1, "minWriterVersion": 2}}),
            json!({"metaData": {
                "id": id,
                "format": {"provider": "parquet", "options": {}},
                "schemaString": schema,
                "partitionColumns": partitions,
                "configuration": {},
                "createdTime": at.timestamp_millis(),
            }}),
        ];
        match self.put(0, "CREATE TABLE", at, lines).await {
            Ok(()) | Err(object_store::Error::AlreadyExists { .. }) => self.refresh().await,
            Err(error) => Err(error.into()),
        }
    }

    /// Commits a change behind whatever else was committed since, as long as that was about other files.
    pub(crate) async fn commit(&mut self, change: &Change<'_>) -> Result<Committed, LakeError> {
        for _ in 0..ATTEMPTS {
            let live = self.files.values().filter(|add| (change.scope)(add));
            if !live.eq(change.expected) {
                return Ok(Committed::Overtaken);
            }
            let version = self.version.map_or(0, |version| version + 1);
            let at = change.at.timestamp_millis();
            let (who, count) = change.transaction;
            let mut lines = Vec::new();
            for gone in change.remove {
                lines.push(json!({"remove": {
                    "path": gone.path,
                    "deletionTimestamp": at,
                    "dataChange": true,
                    "extendedFileMetadata": true,
                    "partitionValues": gone.partition_values,
                    "size": gone.size,
                }}));
            }
            lines.extend(change.add.iter().map(|add| json!({"add": add})));
            lines.push(json!({"txn": {"appId": who, "version": count, "lastUpdated": at}}));
            match self.put(version, change.operation, change.at, lines).await {
                Ok(()) => {
                    for gone in change.remove {
                        self.files.remove(&gone.path);
                    }
                    for add in change.add {
                        self.files.insert(add.path.clone(), add.clone());
                    }
                    self.transactions.insert(who.to_owned(), count);
                    self.version = Some(version);
                    return Ok(Committed::As(version));
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
        lines: Vec<Value>,
    ) -> Result<(), object_store::Error> {
        let info = json!({"commitInfo": {
            "timestamp": at.timestamp_millis(),
            "operation": operation,
            "engineInfo": concat!("callslip-lake/", env!("CARGO_PKG_VERSION")),
            "callslip_lines": lines.len() + 1,
        }});
        let mut text = String::new();
        for line in std::iter::once(info).chain(lines) {
            text.push_str(&line.to_string());
            text.push('\n');
        }
        let options = PutOptions::from(PutMode::Create);
        let payload = PutPayload::from(text);
        self.store
            .put_opts(&self.path_of(version), payload, options)
            .await
            .map(drop)
    }
}
