//! What is done with a lake that is filled: windows that no run reads are verified, and what no version needs is deleted, and nothing else.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, TryStreamExt};
use object_store::path::Path;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore,
    ObjectStoreExt, PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};
use serde_json::Value;

use super::crash::{Stop, Stopping};
use super::fake::{Behaviour, PLAIN, Service};
use super::{
    Clock, checkpoint_every, content, copy, keys_are_unique, lake, memory, run, service, sources,
    truth, windows,
};
use crate::window::State;
use crate::{Grade, Sample, files, recording};

const LAG: TimeDelta = TimeDelta::minutes(15);

/// A store whose objects were changed when the clock says so.
#[derive(Clone)]
struct Dated {
    inner: Arc<dyn ObjectStore>,
    clock: Clock,
    times: Arc<Mutex<HashMap<Path, DateTime<Utc>>>>,
}

impl Dated {
    fn new(clock: &Clock) -> Self {
        Self {
            inner: memory(),
            clock: clock.clone(),
            times: Arc::default(),
        }
    }

    fn date(&self, location: &Path) {
        let mut times = self.times.lock().unwrap();
        times.insert(location.clone(), self.clock.now());
    }

    /// Another one with the same in it.
    async fn copy(&self) -> Self {
        let times = self.times.lock().unwrap().clone();
        Self {
            inner: copy(&self.inner).await,
            clock: self.clock.clone(),
            times: Arc::new(Mutex::new(times)),
        }
    }

    fn store(&self) -> Arc<dyn ObjectStore> {
        Arc::new(self.clone())
    }

    async fn names(&self) -> BTreeSet<String> {
        let objects: Vec<_> = self.inner.list(None).try_collect().await.unwrap();
        objects.iter().map(|it| it.location.to_string()).collect()
    }
}

impl fmt::Debug for Dated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("dated")
    }
}

impl fmt::Display for Dated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("dated")
    }
}

#[async_trait]
impl ObjectStore for Dated {
    async fn put_opts(
        &self,
        location: &Path,
        payload: PutPayload,
        options: PutOptions,
    ) -> Result<PutResult> {
        let put = self.inner.put_opts(location, payload, options).await?;
        self.date(location);
        Ok(put)
    }

    async fn put_multipart_opts(
        &self,
        _: &Path,
        _: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        unreachable!("nothing is written in parts")
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        self.inner.get_opts(location, options).await
    }

    fn delete_stream(
        &self,
        locations: BoxStream<'static, Result<Path>>,
    ) -> BoxStream<'static, Result<Path>> {
        self.inner.delete_stream(locations)
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        let times = self.times.lock().unwrap().clone();
        let listed = self.inner.list(prefix).map_ok(move |mut object| {
            object.last_modified = times[&object.location];
            object
        });
        listed.boxed()
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.inner.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.inner.copy_opts(from, to, options).await?;
        self.date(to);
        Ok(())
    }
}

/// A version of a table, as its log told when nothing was deleted.
struct Version {
    table: &'static str,
    version: usize,
    /// Until when it was the newest one.
    until: Option<DateTime<Utc>>,
    files: BTreeSet<String>,
    /// The files that rows of its recordings name.
    media: BTreeSet<String>,
}

fn commit(table: &str, version: usize) -> String {
    format!("{table}/_delta_log/{version:020}.json")
}

async fn bytes(store: &Arc<dyn ObjectStore>, name: &str) -> bytes::Bytes {
    let found = store.get(&Path::from(name)).await.unwrap();
    found.bytes().await.unwrap()
}

/// All versions of all tables.
async fn all_versions(store: &Arc<dyn ObjectStore>) -> Vec<Version> {
    let mut all: Vec<Version> = Vec::new();
    for table in ["turns", "recordings", "calls"] {
        let mut live = BTreeSet::new();
        for version in 0..super::versions(store, table).await {
            let text = bytes(store, &commit(table, version)).await;
            let lines = std::str::from_utf8(&text).unwrap().lines();
            let lines: Vec<Value> = lines.map(|it| serde_json::from_str(it).unwrap()).collect();
            let at = lines[0]["commitInfo"]["timestamp"].as_i64().unwrap();
            if let Some(last) = all.last_mut().filter(|last| last.table == table) {
                last.until = DateTime::from_timestamp_millis(at);
            }
            for line in &lines {
                let path = |of: &str| Some(format!("{table}/{}", line[of]["path"].as_str()?));
                path("remove").map(|path| live.remove(&path));
                live.extend(path("add"));
            }
            let mut media = BTreeSet::new();
            for file in live.iter().filter(|_| table == "recordings") {
                let rows = files::decode(bytes(store, file).await).unwrap();
                let rows = recording::rows(&rows).into_iter();
                media.extend(rows.filter_map(|row| row.media.file));
            }
            all.push(Version {
                table,
                version,
                until: None,
                files: live.clone(),
                media,
            });
        }
    }
    all
}

/// Whether the log can tell what the table was at a version: from a checkpoint on, or from its beginning.
fn can_be_told(names: &BTreeSet<String>, version: &Version) -> bool {
    let Version { table, version, .. } = *version;
    let checkpoint =
        |base: &usize| names.contains(&format!("{table}/_delta_log/{base:020}.checkpoint.parquet"));
    let base = (0..=version).rev().find(checkpoint);
    let first = base.map_or(0, |base| base + 1);
    (first..=version).all(|version| names.contains(&commit(table, version)))
}

const HEARD: &[u8] = b"ID3\x04 what was said in ";

/// A lake that was used for forty days. Calls came and were forgotten, one of them of late; and somebody stopped in the middle of
/// something, long ago and a moment ago.
async fn used() -> (Dated, Clock, Service) {
    let clock = Clock::at("2026-03-04T10:00:00Z");
    let dated = Dated::new(&clock);
    let store = dated.store();
    let service = service(Behaviour {
        total: true,
        ..PLAIN
    });
    for id in ["a", "b", "c", "d", "e", "f"] {
        let url = format!("https://files.example/{id}");
        service.link(id, &url, None);
        let sound = [HEARD, id.as_bytes()].concat();
        service.leads_to(&url, Ok(("audio/mpeg", &sound)));
    }
    checkpoint_every(&store, &clock, 2).await;
    let orphan = |when: &str| Path::from(format!("calls/provider=fake/source=s/{when}.parquet"));
    store.put(&orphan("long-ago"), "x".into()).await.unwrap();
    for (at, days) in [1, 1, 1, 1, 20, 4, 6, 2, 2, 2].into_iter().enumerate() {
        let new = format!("new{at}");
        service.put(&new, &clock.now().to_rfc3339(), "first");
        service.link(&new, "https://files.example/f", None);
        run(&store, &clock, &service).await.unwrap();
        let lake = lake(&store, &clock).await.unwrap();
        lake.media(&sources(&service), 1, &|_, _| ()).await.unwrap();
        match at {
            1 => assert_eq!(lake.forget("c").await.unwrap(), 1),
            8 => assert_eq!(lake.forget("b").await.unwrap(), 1),
            _ => {}
        }
        clock.turn(TimeDelta::days(days));
    }
    store.put(&orphan("just-now"), "x".into()).await.unwrap();
    (dated, clock, service)
}

/// The calls that are in the tables, by a reading of them as they are now.
async fn held(store: &Arc<dyn ObjectStore>, clock: &Clock) -> BTreeMap<String, String> {
    let lake = lake(store, clock).await.unwrap();
    let mut held = BTreeMap::new();
    for window in lake.windows().await.unwrap() {
        let before = lake.store.before("s", &window.part).await.unwrap();
        for id in before.known.keys() {
            let raw = before.text_of("raw", id).unwrap();
            held.insert(id.clone(), raw);
        }
        // There is no room for all of them: then each is looked for.
        let mut before = lake.store.before("s", &window.part).await.unwrap();
        before.texts_kept = Some(0);
        for id in before.known.keys() {
            assert_eq!(before.text_of("raw", id).as_ref(), held.get(id));
        }
        assert!(before.texts.get().is_none_or(Option::is_none));
    }
    held
}

/// Wherever a vacuum is stopped, all that is younger than a week is there, and what is younger than a month can be told; the next one does
/// the rest.
#[tokio::test]
async fn a_vacuum_that_stops_anywhere_takes_only_what_is_of_no_use() {
    let (first, clock, service) = used().await;
    let versions = all_versions(&first.store()).await;
    let now = clock.now();
    let of_last = |days: i64| {
        let since = now - TimeDelta::days(days);
        let is_young = move |version: &&Version| version.until.is_none_or(|until| until > since);
        versions.iter().filter(is_young)
    };
    let (week, month) = (of_last(7).count(), of_last(30).count());
    let all = versions.len();
    assert!(
        6 < week && week < month && month + 6 < all,
        "{week} {month} {all}"
    );
    let mut truth: BTreeMap<String, String> = service
        .calls()
        .into_values()
        .map(|call| (call.call_id.into_owned(), call.raw.into_owned()))
        .collect();
    truth.remove("b");
    truth.remove("c");

    let whole = first.copy().await;
    let lake_of = async |store: &Arc<dyn ObjectStore>| lake(store, &clock).await.unwrap();
    lake_of(&whole.store()).await.vacuum(false).await.unwrap();
    let (before, after) = (first.names().await, whole.names().await);
    let gone: BTreeSet<_> = before.difference(&after).collect();
    let is_gone = |part: &str| gone.iter().filter(|name| name.contains(part)).count();
    assert_eq!((is_gone("long-ago"), is_gone("just-now")), (1, 0));
    assert_eq!(is_gone("media/"), 1, "that of the call of long ago");
    assert!(
        is_gone("/_delta_log/") > 6 && is_gone("source=s/") > 6,
        "{gone:?}"
    );
    for table in ["turns", "recordings", "calls"] {
        assert!(gone.contains(&commit(table, 0)), "{table}");
    }

    for left in 1.. {
        let dated = first.copy().await;
        let stopping = Stopping::over(&dated.store(), left, Stop::Before);
        let disturbed: Arc<dyn ObjectStore> = stopping.clone();
        let ended = match lake(&disturbed, &clock).await {
            Ok(lake) => lake.vacuum(false).await,
            Err(error) => Err(error),
        };
        let was_stopped = stopping.has_stopped();
        assert_eq!(ended.is_err(), was_stopped, "{left}");
        let names = dated.names().await;
        for version in of_last(30) {
            assert!(
                can_be_told(&names, version),
                "{left}: {} {}",
                version.table,
                version.version
            );
        }
        for version in of_last(7) {
            for file in version.files.iter().chain(&version.media) {
                assert!(names.contains(file), "{left}: {file}");
            }
        }
        let store = dated.store();
        lake_of(&store).await.vacuum(false).await.unwrap();
        assert_eq!(dated.names().await, after, "{left}");
        // All of them have come to the same.
        if was_stopped && left > 1 {
            continue;
        }
        run(&store, &clock, &service).await.unwrap();
        assert_eq!(held(&store, &clock).await, truth, "{left}");
        if !was_stopped {
            break;
        }
    }
}

/// What was forgotten this morning is in the versions of yesterday, its recording with it, until those are a week old.
#[tokio::test]
async fn a_recording_is_kept_as_long_as_a_version_names_it() {
    let (dated, clock, _) = used().await;
    let store = dated.store();
    let sounds = async || {
        let names = dated.names().await;
        names.iter().filter(|it| it.starts_with("media/")).count()
    };
    let vacuum = async || {
        let lake = lake(&store, &clock).await.unwrap();
        lake.vacuum(false).await.unwrap();
    };
    assert_eq!(sounds().await, 6);
    vacuum().await;
    assert_eq!(sounds().await, 5);
    clock.turn(TimeDelta::days(7));
    vacuum().await;
    assert_eq!(sounds().await, 4);
}

/// A call that was given up, and an item that could not be read, keep their windows from being sealed, and no run reads those again.
#[tokio::test]
async fn a_verification_reads_what_no_run_reads_again() {
    for stale in [true, false] {
        let (store, clock) = (memory(), Clock::at("2026-03-03T03:00:00Z"));
        let service = service(Behaviour {
            total: true,
            ..PLAIN
        });
        let at = "2026-03-02T23:00:00Z";
        if stale {
            service.put("o", at, "open");
        }
        run(&store, &clock, &service).await.unwrap();
        if !stale {
            service.put("o", at, "over");
            service.untime("o");
        }
        clock.turn(TimeDelta::days(9));
        for _ in 0..2 {
            run(&store, &clock, &service).await.unwrap();
            clock.turn(TimeDelta::minutes(1));
        }
        let told = async || windows(&store, &clock).await[1].clone();
        let expected = match stale {
            true => (1, 0, State::Settled),
            false => (0, 1, State::Open),
        };
        let before = told().await;
        let state = (before.stale, before.set_aside, before.state(LAG));
        assert_eq!(state, expected);
        clock.turn(TimeDelta::days(9));
        run(&store, &clock, &service).await.unwrap();
        assert_eq!(told().await, before, "a run reads it");

        service.put("o", at, "over");
        let verify = async || {
            let lake = lake(&store, &clock).await.unwrap();
            lake.verify(&sources(&service), Sample::All).await.unwrap()
        };
        let report = verify().await;
        // All but the day that is not over, which is due.
        let all = windows(&store, &clock).await.len();
        assert_eq!(report.windows.len(), all - 1);
        let changed: Vec<_> = report.changed.iter().map(|(_, calls)| calls).collect();
        assert_eq!(changed, [&["o"]]);
        assert_eq!(content(&store).await, truth(&service));
        assert_eq!(told().await.proof, Grade::Total);
        clock.turn(TimeDelta::hours(1));
        run(&store, &clock, &service).await.unwrap();
        assert_eq!(told().await.state(LAG), State::Sealed);
        assert_eq!(verify().await.changed, []);
        keys_are_unique(&store).await;
    }
}

/// Of seeds and snapshots there is nothing to verify that the next run does not read.
#[tokio::test]
async fn a_verification_leaves_to_runs_what_they_read_anyway() {
    for behaviour in [
        Behaviour {
            snapshot: true,
            ..PLAIN
        },
        Behaviour {
            seeds: &["a", "b"],
            total: true,
            ..PLAIN
        },
    ] {
        let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
        let service = service(behaviour);
        run(&store, &clock, &service).await.unwrap();
        let lists = service.lists();
        let lake = lake(&store, &clock).await.unwrap();
        let report = lake.verify(&sources(&service), Sample::All).await.unwrap();
        assert_eq!((report.windows.len(), service.lists()), (0, lists));
    }
}

/// A call that was forgotten stays out for ever, though its window is read again and again, it is made at another time by now, or it belongs
/// to another seed, too.
#[tokio::test]
async fn what_is_forgotten_stays_out_wherever_it_comes_from() {
    for seeds in [&[][..], &["a", "b"]] {
        let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
        let service = Service::new(Behaviour {
            total: true,
            seeds,
            ..PLAIN
        });
        for id in ["a", "ab", "b"] {
            service.put(id, "2026-03-01T10:00:00Z", "first");
        }
        run(&store, &clock, &service).await.unwrap();
        let lake = lake(&store, &clock).await.unwrap();
        assert_eq!(lake.forget("ab").await.unwrap(), 1);
        let days = [1, 8, 1];
        for (at, days) in days.into_iter().enumerate() {
            clock.turn(TimeDelta::days(days));
            if at == 2 {
                service.put("ab", "2026-03-13T10:00:00Z", "second");
                clock.turn(TimeDelta::hours(1));
            }
            run(&store, &clock, &service).await.unwrap();
            lake.verify(&sources(&service), Sample::All).await.unwrap();
            let held: Vec<String> = content(&store).await.into_keys().collect();
            assert_eq!(held, ["a", "b"], "{at}");
        }
        let told = windows(&store, &clock).await;
        let calls: u64 = told.iter().map(|window| window.calls).sum();
        assert_eq!(calls, 2);
    }
}

/// What was committed of a window when somebody stopped is put right after a call of it is forgotten, too.
#[tokio::test]
async fn a_window_whose_commit_came_to_no_end_is_read_again_after_a_call_of_it_is_forgotten() {
    let (first, clock) = (memory(), Clock::at("2026-03-02T10:00:00Z"));
    let service = service(Behaviour {
        total: true,
        ..PLAIN
    });
    service.delete("f");
    run(&first, &clock, &service).await.unwrap();
    clock.turn(TimeDelta::hours(15));
    service.put("late", "2026-03-01T11:00:00Z", "first");
    let mut torn = 0;
    for left in 1.. {
        let store = copy(&first).await;
        let stopping = Stopping::over(&store, left, Stop::Before);
        let disturbed: Arc<dyn ObjectStore> = stopping.clone();
        let ended = run(&disturbed, &clock, &service).await;
        let opened = lake(&store, &clock).await.unwrap();
        assert_eq!(opened.forget("b").await.unwrap(), 1);
        let day = &opened.windows().await.unwrap()[0];
        torn += usize::from(day.reopened);
        clock.turn(TimeDelta::minutes(20));
        run(&store, &clock, &service).await.unwrap();
        clock.turn(-TimeDelta::minutes(20));
        let mut rest = truth(&service);
        rest.remove("b");
        assert_eq!(content(&store).await, rest, "{left}");
        keys_are_unique(&store).await;
        if ended.is_ok() {
            break;
        }
    }
    assert!(torn > 1, "it never stopped between two tables");
}
