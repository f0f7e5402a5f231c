//! The three tables in one place: files of windows out of them, and files on their way in.

use std::collections::{BTreeMap, HashSet};
use std::iter;
use std::sync::{Arc, OnceLock};

use arrow_array::RecordBatch;
use chrono::{DateTime, Utc};
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use parquet::errors::ParquetError;
use tokio::sync::Mutex;

use crate::before::Before;
use crate::error::{LakeError, unreadable};
use crate::files::{self, Encoded, TAG};
use crate::log::Add;
use crate::logs::{Logs, name};
use crate::recording::{self, RecordingRow};
use crate::tables::{Calls, Recordings, Table, Turns};
use crate::window::{Part, Window};

pub(crate) type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// Files of one window, a table each, in the tables' order.
pub(crate) type Files = [Add; 3];

/// What a lake is kept in.
pub(crate) struct Store {
    pub objects: Arc<dyn ObjectStore>,
    clock: Clock,
    pub logs: Mutex<Logs>,
}

impl Store {
    /// The tables, which are made where there are none.
    pub(crate) async fn open(
        objects: Arc<dyn ObjectStore>,
        clock: Clock,
    ) -> Result<Self, LakeError> {
        let logs = Logs::open(&objects, &*clock).await?;
        Ok(Self {
            objects,
            clock,
            logs: Mutex::new(logs),
        })
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    /// The part as it is in the tables.
    pub(crate) async fn before(&self, source: &str, part: &Part) -> Result<Before, LakeError> {
        self.read_before(self.files(source, part).await).await
    }

    /// The live files of a part, in the tables' order.
    pub(crate) async fn files(&self, source: &str, part: &Part) -> [Vec<Add>; 3] {
        self.logs.lock().await.of(source, part)
    }

    /// What stands in files of a window.
    pub(crate) async fn read_before(&self, files: [Vec<Add>; 3]) -> Result<Before, LakeError> {
        let mut bytes = [const { Vec::new() }; 3];
        for ((table, files), bytes) in Table::ALL.into_iter().zip(&files).zip(&mut bytes) {
            for file in files {
                let path = self.path(table, &file.path);
                bytes.push(match self.objects.get(&path).await {
                    Ok(found) => found.bytes().await?,
                    Err(error @ object_store::Error::NotFound { .. }) => {
                        return Err(unreadable(path.as_ref(), &error));
                    }
                    Err(error) => return Err(error.into()),
                });
            }
        }
        let [turn_bytes, recording_bytes, call_bytes] = bytes;
        let [turns, _, calls] = &files;
        let of = |files: &[Add]| {
            let paths: Vec<&str> = files.iter().map(|add| add.path.as_str()).collect();
            paths.join(", ")
        };
        let mut with_turns = HashSet::new();
        for bytes in &turn_bytes {
            let ids = files::call_ids(bytes.clone());
            with_turns.extend(ids.map_err(|error| unreadable(&of(turns), &error))?);
        }
        let known = files::known(&call_bytes);
        let mut recordings = BTreeMap::<_, Vec<_>>::new();
        for bytes in recording_bytes {
            let [_, of_recordings, _] = &files;
            let batches = files::decode(bytes);
            let batches = batches.map_err(|error| unreadable(&of(of_recordings), &error))?;
            for row in recording::rows(&batches) {
                recordings.entry(row.call_id.clone()).or_default().push(row);
            }
        }
        Ok(Before {
            windows: calls
                .iter()
                .filter_map(|add| add.window.as_deref().cloned())
                .collect(),
            known: known.map_err(|error| unreadable(&of(calls), &error))?,
            turns: with_turns,
            files,
            turn_bytes,
            call_bytes,
            texts: OnceLock::new(),
            texts_kept: None,
            recordings,
        })
    }

    /// What stands in files of recordings.
    pub(crate) async fn recording_rows(
        &self,
        files: &[Add],
    ) -> Result<Vec<RecordingRow>, LakeError> {
        let mut rows = Vec::new();
        for file in files {
            rows.extend(self.recordings_in(&file.path).await?);
        }
        Ok(rows)
    }

    /// What stands in a file of recordings.
    pub(crate) async fn recordings_in(&self, file: &str) -> Result<Vec<RecordingRow>, LakeError> {
        let path = self.path(Table::Recordings, file);
        let bytes = self.objects.get(&path).await?.bytes().await?;
        let batches = files::decode(bytes);
        let batches = batches.map_err(|error| unreadable(path.as_ref(), &error))?;
        Ok(recording::rows(&batches))
    }

    pub(crate) fn path(&self, table: Table, file: &str) -> Path {
        Path::from(format!("{}/{file}", table.name()))
    }

    /// Writes the files of a window. They belong to no version yet.
    pub(crate) async fn put(
        &self,
        window: &Window,
        provider: &str,
        encoded: [Encoded; 3],
    ) -> Result<Files, LakeError> {
        let mut files = Vec::new();
        for (table, encoded) in Table::ALL.into_iter().zip(encoded) {
            files.push(self.put_one(table, window, provider, encoded).await?);
        }
        files.try_into().map_err(|_| LakeError::Raced)
    }

    /// Writes a window's file of one table.
    pub(crate) async fn put_one(
        &self,
        table: Table,
        window: &Window,
        provider: &str,
        encoded: Encoded,
    ) -> Result<Add, LakeError> {
        let partition_values: BTreeMap<String, Option<String>> = table
            .partitions()
            .iter()
            .map(|column| {
                let value = match *column {
                    "provider" => provider,
                    _ => &window.source,
                };
                ((*column).to_owned(), Some(value.to_owned()))
            })
            .collect();
        let folder: Vec<String> = table
            .partitions()
            .iter()
            .map(|column| {
                let value = partition_values.get(*column).and_then(Option::as_deref);
                format!("{column}={}", value.unwrap_or_default())
            })
            .collect();
        let path = format!("{}/{}.parquet", folder.join("/"), name());
        let add = Add {
            path,
            partition_values,
            size: i64::try_from(encoded.bytes.len()).unwrap_or(i64::MAX),
            modification_time: window.read_at.timestamp_millis(),
            data_change: true,
            stats: Some(encoded.stats),
            tags: Some(BTreeMap::from([(TAG.to_owned(), Some(tag(window)))])),
            window: Some(Arc::new(window.clone())),
        };
        let (path, payload) = (self.path(table, &add.path), PutPayload::from(encoded.bytes));
        // Its name is new: it may be sent again if the answer is lost.
        self.objects.put(&path, payload).await?;
        Ok(add)
    }

    /// Writes the files of a window anew, of the rows of the calls that stay.
    pub(crate) async fn put_rest(
        &self,
        window: &Window,
        before: &Before,
        stays: impl Fn(&str) -> bool,
    ) -> Result<Files, LakeError> {
        let turns = files::keep(&before.turn_bytes, &stays);
        let calls = files::keep(&before.call_bytes, &stays);
        self.put_kept(window, before, turns, calls, &stays).await
    }

    /// Writes the files of a window anew, of these rows and the recordings of the calls that stay.
    pub(crate) async fn put_kept(
        &self,
        window: &Window,
        before: &Before,
        turns: impl Iterator<Item = Result<RecordBatch, ParquetError>>,
        calls: impl Iterator<Item = Result<RecordBatch, ParquetError>>,
        stays: impl Fn(&str) -> bool,
    ) -> Result<Files, LakeError> {
        let tag = tag(window);
        let recordings = before.recordings.values().flatten();
        let recordings = recordings.filter(|row| stays(&row.call_id)).cloned();
        let recordings: Vec<_> = recordings.collect();
        let encoded = files::encode::<Turns>(&[], turns, &tag).and_then(|turns| {
            Ok([
                turns,
                files::encode::<Recordings>(&recordings, iter::empty(), &tag)?,
                files::encode::<Calls>(&[], calls, &tag)?,
            ])
        });
        let encoded = encoded.map_err(|error| unreadable(&window.id(), &error))?;
        self.put(window, &before.provider(), encoded).await
    }
}

pub(crate) fn tag(window: &Window) -> String {
    serde_json::to_string(window).unwrap_or_default()
}
