//! The three tables in one place: files of windows out of them, and files on their way in.

use std::collections::BTreeMap;
use std::sync::Arc;

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
use crate::tables::{CALLS, RECORDINGS, TURNS, Table};
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
        let files = self.logs.lock().await.of(source, part);
        self.read_before(files).await
    }

    /// What stands in files of a window.
    pub(crate) async fn read_before(&self, files: [Vec<Add>; 3]) -> Result<Before, LakeError> {
        let mut rows = [const { Vec::new() }; 3];
        for ((table, files), rows) in Table::ALL.into_iter().zip(&files).zip(&mut rows) {
            for file in files {
                let path = self.path(table, &file.path);
                let bytes = match self.objects.get(&path).await {
                    Ok(found) => found.bytes().await?,
                    Err(error @ object_store::Error::NotFound { .. }) => {
                        return Err(unreadable(path.as_ref(), &error));
                    }
                    Err(error) => return Err(error.into()),
                };
                let batches = files::decode(bytes);
                rows.extend(batches.map_err(|error| unreadable(path.as_ref(), &error))?);
            }
        }
        let [turn_rows, recording_rows, rows] = rows;
        let mut recordings = BTreeMap::<_, Vec<_>>::new();
        for row in recording::rows(&recording_rows) {
            recordings.entry(row.call_id.clone()).or_default().push(row);
        }
        let [_, _, calls] = &files;
        Ok(Before {
            windows: calls
                .iter()
                .filter_map(|add| add.window.as_deref().cloned())
                .collect(),
            known: files::known(&rows),
            turns: files::calls_of(&turn_rows),
            files,
            turn_rows,
            rows,
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
        let tag = tag(window);
        let recordings = before.recordings.values().flatten();
        let recordings: Vec<_> = recordings
            .filter(|row| stays(&row.call_id))
            .cloned()
            .collect();
        let encoded = (|| {
            Ok::<_, ParquetError>([
                files::encode(TURNS, &[], &files::keep(&before.turn_rows, &stays)?, &tag)?,
                files::encode(RECORDINGS, &recordings, &[], &tag)?,
                files::encode(CALLS, &[], &files::keep(&before.rows, &stays)?, &tag)?,
            ])
        })();
        let encoded = encoded.map_err(|error| unreadable(&window.id(), &error))?;
        self.put(window, &before.provider(), encoded).await
    }
}

pub(crate) fn tag(window: &Window) -> String {
    serde_json::to_string(window).unwrap_or_default()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
