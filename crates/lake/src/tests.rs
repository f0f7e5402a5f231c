//! The lake against a service that is known by heart, on a store that can be stopped.

#[cfg(feature = "s3")]
mod bucket;
mod care;
mod cases;
mod crash;
mod fake;
mod log;
mod many;
mod media;
mod model;
mod proof;
mod room;
mod rows;
mod texts;
mod writers;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch};
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::TryStreamExt;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use serde_json::Value;

use self::fake::{Behaviour, Service};
use crate::files;
use crate::lake::{Lake, Report, Selection, Sources};
use crate::settings::Settings;
use crate::{LakeError, Window};

pub(super) const SINCE: &str = "2026-03-01T00:00:00Z";

pub(super) fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A clock that tests turn.
#[derive(Clone)]
pub(super) struct Clock(Arc<Mutex<DateTime<Utc>>>);

impl Clock {
    pub fn at(text: &str) -> Self {
        Self(Arc::new(Mutex::new(time(text))))
    }

    pub fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }

    pub fn turn(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }
}

pub(super) async fn lake(store: &Arc<dyn ObjectStore>, clock: &Clock) -> Result<Lake, LakeError> {
    let settings = Settings::new(time(SINCE), ["s=fake"])?;
    let clock = clock.clone();
    let now = Arc::new(move || clock.now());
    Lake::over(Arc::clone(store), settings, now).await
}

pub(super) fn sources(service: &Service) -> Sources {
    let source: Box<dyn crate::Source> = Box::new(service.clone());
    BTreeMap::from([("s".to_owned(), source)])
}

/// Opens the lake, as a new process does, and runs it.
pub(super) async fn run(
    store: &Arc<dyn ObjectStore>,
    clock: &Clock,
    service: &Service,
) -> Result<Report, LakeError> {
    let lake = lake(store, clock).await?;
    lake.run(&sources(service), &Selection::default(), 1, &|_| ())
        .await
}

pub(super) async fn windows(store: &Arc<dyn ObjectStore>, clock: &Clock) -> Vec<Window> {
    lake(store, clock).await.unwrap().windows().await.unwrap()
}

/// Makes the tables, with a checkpoint every so many versions.
pub(super) async fn checkpoint_every(store: &Arc<dyn ObjectStore>, clock: &Clock, versions: u64) {
    lake(store, clock).await.unwrap();
    for table in ["turns", "recordings", "calls"] {
        let path = Path::from(format!("{table}/_delta_log/{:020}.json", 0));
        let text = store.get(&path).await.unwrap().bytes().await.unwrap();
        let text = std::str::from_utf8(&text).unwrap();
        let usual = r#""delta.checkpointInterval":"50""#;
        assert!(text.contains(usual));
        let often = format!(r#""delta.checkpointInterval":"{versions}""#);
        let often = text.replace(usual, &often);
        store.put(&path, often.into()).await.unwrap();
    }
}

pub(super) fn memory() -> Arc<dyn ObjectStore> {
    Arc::new(InMemory::new())
}

/// The rows of a table at one version, by a reading of the log that shares nothing with the lake's.
async fn rows_at(
    store: &Arc<dyn ObjectStore>,
    read: &mut HashMap<String, Vec<RecordBatch>>,
    table: &str,
    version: usize,
) -> Vec<RecordBatch> {
    let mut live = BTreeSet::new();
    for version in 0..=version {
        let path = Path::from(format!("{table}/_delta_log/{version:020}.json"));
        let text = store.get(&path).await.unwrap().bytes().await.unwrap();
        for line in std::str::from_utf8(&text).unwrap().lines() {
            let action: Value = serde_json::from_str(line).unwrap();
            let path = |of: &str| action[of]["path"].as_str().map(str::to_owned);
            path("remove").map(|path| live.remove(&path));
            live.extend(path("add"));
        }
    }
    let mut rows = Vec::new();
    for file in live {
        if !read.contains_key(&file) {
            let path = Path::from(format!("{table}/{file}"));
            let bytes = store.get(&path).await.unwrap().bytes().await.unwrap();
            read.insert(file.clone(), files::decode(bytes).unwrap());
        }
        rows.extend(read[&file].iter().cloned());
    }
    rows
}

pub(super) async fn versions(store: &Arc<dyn ObjectStore>, table: &str) -> usize {
    let folder = Path::from(format!("{table}/_delta_log"));
    let objects: Vec<_> = store.list(Some(&folder)).try_collect().await.unwrap();
    let is_commit =
        |object: &&object_store::ObjectMeta| object.location.as_ref().ends_with(".json");
    objects.iter().filter(is_commit).count()
}

fn texts(batch: &RecordBatch, column: &str) -> Vec<String> {
    let column = batch.column_by_name(column).unwrap().as_string::<i32>();
    column.iter().map(|text| text.unwrap().to_owned()).collect()
}

/// Every version of every table has each key once.
pub(super) async fn keys_are_unique(store: &Arc<dyn ObjectStore>) {
    for (table, second) in [
        ("calls", None),
        ("turns", Some("seq")),
        ("recordings", Some("ordinal")),
    ] {
        let mut read = HashMap::new();
        for version in 0..versions(store, table).await {
            let mut keys = BTreeSet::new();
            for batch in rows_at(store, &mut read, table, version).await {
                let seconds = second.map(|name| {
                    let column = batch.column_by_name(name).unwrap();
                    let column = column.as_primitive::<arrow_array::types::Int32Type>();
                    column.values().to_vec()
                });
                for (row, id) in texts(&batch, "call_id").into_iter().enumerate() {
                    let key = (id, seconds.as_ref().map(|seconds| seconds[row]));
                    assert!(keys.insert(key), "{table} {version}: a key is there twice");
                }
            }
        }
    }
}

/// The newest version: each call's text by its id, the one that came last, and whether it is deleted; and how many turns there are of it.
pub(super) async fn content(
    store: &Arc<dyn ObjectStore>,
) -> BTreeMap<String, (String, bool, usize)> {
    let (mut all, mut read) = (BTreeMap::new(), HashMap::new());
    let newest = versions(store, "calls").await - 1;
    for batch in rows_at(store, &mut read, "calls", newest).await {
        let deleted = batch.column_by_name("deleted_at").unwrap();
        let details = batch.column_by_name("raw_detail").unwrap();
        let details = details.as_string::<i32>().iter();
        let raws = texts(&batch, "raw").into_iter().zip(details);
        let raws = raws.map(|(raw, detail)| detail.map_or(raw, str::to_owned));
        let texts = texts(&batch, "call_id").into_iter().zip(raws);
        for (row, (id, raw)) in texts.enumerate() {
            all.insert(id, (raw, deleted.is_valid(row), 0));
        }
    }
    let newest = versions(store, "turns").await - 1;
    for batch in rows_at(store, &mut read, "turns", newest).await {
        for id in texts(&batch, "call_id") {
            all.get_mut(&id).expect("turns have a call").2 += 1;
        }
    }
    all
}

/// The newest version of `calls`: each call's text by its id.
pub(super) async fn calls(store: &Arc<dyn ObjectStore>) -> BTreeMap<String, String> {
    let newest = versions(store, "calls").await - 1;
    let rows = rows_at(store, &mut HashMap::new(), "calls", newest).await;
    let calls = rows
        .iter()
        .flat_map(|batch| texts(batch, "call_id").into_iter().zip(texts(batch, "raw")));
    calls.collect()
}

/// The calls of one window that are not deleted.
pub(super) async fn calls_of(
    store: &Arc<dyn ObjectStore>,
    window: &str,
) -> BTreeMap<String, String> {
    let newest = versions(store, "calls").await - 1;
    let mut calls = BTreeMap::new();
    for batch in rows_at(store, &mut HashMap::new(), "calls", newest).await {
        let deleted = batch.column_by_name("deleted_at").unwrap();
        let windows = texts(&batch, "window");
        let rows = texts(&batch, "call_id")
            .into_iter()
            .zip(texts(&batch, "raw"));
        let rows = rows
            .enumerate()
            .filter(|(row, _)| windows[*row] == window && deleted.is_null(*row));
        calls.extend(rows.map(|(_, call)| call));
    }
    calls
}

/// A store with the same in it.
pub(super) async fn copy(store: &Arc<dyn ObjectStore>) -> Arc<dyn ObjectStore> {
    let copy = memory();
    let objects: Vec<_> = store.list(None).try_collect().await.unwrap();
    for object in objects {
        let bytes = store.get(&object.location).await.unwrap().bytes().await;
        copy.put(&object.location, bytes.unwrap().into())
            .await
            .unwrap();
    }
    copy
}

/// What the table is to hold of a service, where nothing was deleted.
pub(super) fn truth(service: &Service) -> BTreeMap<String, (String, bool, usize)> {
    let calls = service.calls();
    let rows = calls.values().map(|call| {
        let row = (call.raw.to_string(), false, call.turns.len());
        (call.call_id.to_string(), row)
    });
    rows.collect()
}

pub(super) fn service(behaviour: Behaviour) -> Service {
    let service = Service::new(behaviour);
    // At the very ends of days, too, and two at one time.
    for (id, at) in [
        ("a", "2026-03-01T00:00:00Z"),
        ("b", "2026-03-01T12:00:00.5Z"),
        ("c", "2026-03-01T23:59:59.999Z"),
        ("d", "2026-03-02T00:00:00Z"),
        ("e", "2026-03-02T00:00:00Z"),
        ("f", "2026-03-04T09:00:00Z"),
    ] {
        service.put(id, at, "first");
    }
    service
}

/// A run is often a task of its own, in a runtime of many threads. Nothing of it is done here: that it compiles is the test.
#[test]
fn whatever_is_awaited_goes_from_thread_to_thread() {
    fn can_be_spawned<F: Future<Output = Result<(), LakeError>> + Send + 'static>(
        _: impl FnOnce() -> F,
    ) {
    }
    can_be_spawned(|| async {
        let place = std::path::Path::new("nowhere");
        Lake::init(place, Settings::new(time(SINCE), ["s=fake"])?).await?;
        let lake = Lake::open(place).await?;
        let (sources, all) = (Sources::new(), Selection::default());
        lake.plan(&sources, &all).await?;
        lake.run(&sources, &all, 1, &|_| ()).await?;
        lake.verify(&sources, crate::Sample::All).await?;
        lake.media(&sources, 1, &|_, _| ()).await?;
        lake.forget("call").await?;
        lake.drop_raw().await?;
        lake.vacuum(false).await?;
        lake.windows().await?;
        lake.lateness().await?;
        lake.figures().await?;
        Ok(())
    });
}
