//! What is in the folder of a table's log: how many versions a run makes, checkpoints, and what can be lost of them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;
use std::time::Duration;

use callslip_calls::{Call, Recording, Turn};
use callslip_core::ErrorKind;
use chrono::TimeDelta;
use futures_util::TryStreamExt;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use serde_json::Value;

use super::crash::{Stop, Stopping};
use super::fake::{Behaviour, Service};
use super::{
    Clock, checkpoint_every, content, lake, memory, run, service, sources, time, truth, versions,
    windows,
};
use crate::lake::{Lake, Selection, Sources};
use crate::log::{Change, Scope, print};
use crate::source::{
    Abilities, Answer, Link, Listed, Query, Reach, Sink, Source, SourceError, Take,
};
use crate::tables::Table;
use crate::{LakeError, Part, Window};

/// What is in the log of `calls`, by name.
async fn logged(store: &Arc<dyn ObjectStore>) -> Vec<String> {
    let folder = Path::from("calls/_delta_log");
    let objects: Vec<_> = store.list(Some(&folder)).try_collect().await.unwrap();
    let names = objects
        .iter()
        .filter_map(|object| object.location.filename());
    let mut names: Vec<_> = names.map(str::to_owned).collect();
    names.sort_unstable();
    names
}

fn logged_at(name: &str) -> Path {
    Path::from(format!("calls/_delta_log/{name}"))
}

/// A lake that was run day after day, with a checkpoint every third version.
async fn run_for_days(days: u32) -> (Arc<dyn ObjectStore>, Clock, Service) {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour::default());
    checkpoint_every(&store, &clock, 3).await;
    for day in 0..days {
        service.put("f", "2026-03-04T09:00:00Z", &format!("{day}"));
        run(&store, &clock, &service).await.unwrap();
        clock.turn(TimeDelta::days(1));
    }
    (store, clock, service)
}

#[tokio::test]
async fn a_first_fill_is_committed_many_windows_at_a_time() {
    for seeds in [&[][..], &["a", "b", "c", "d"]] {
        let (store, clock) = (memory(), Clock::at("2026-06-10T10:00:00Z"));
        let service = service(Behaviour {
            seeds,
            ..Behaviour::default()
        });
        let report = run(&store, &clock, &service).await.unwrap();
        let expected = if seeds.is_empty() { 102 } else { 4 };
        assert_eq!(report.windows.len(), expected);
        let groups = expected.div_ceil(64);
        for table in ["turns", "recordings", "calls"] {
            assert_eq!(versions(&store, table).await, 1 + groups, "{table}");
        }
        let windows = windows(&store, &clock).await;
        assert_eq!(windows.len(), expected);
    }
}

/// A service that answers only for what was made from a time on: else with an error, or never.
pub(super) struct Until(pub Service, pub &'static str, pub Option<SourceError>);

impl Source for Until {
    fn provider(&self) -> &'static str {
        self.0.provider()
    }
    fn reach(&self) -> Reach {
        self.0.reach()
    }
    fn abilities(&self) -> Abilities {
        self.0.abilities()
    }
    fn list<'a>(&'a self, query: Query, take: &'a mut Take<'a>) -> Answer<'a, Listed> {
        let from = query.window.as_ref().unwrap().start;
        match &self.2 {
            _ if from > time(self.1) => self.0.list(query, take),
            Some(error) => Box::pin(std::future::ready(Err(error.clone()))),
            None => Box::pin(std::future::pending()),
        }
    }
    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Option<Call<'static>>> {
        self.0.get(id)
    }
    fn turns<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Turn<'static>>> {
        self.0.turns(id)
    }
    fn recordings<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Recording>> {
        self.0.recordings(id)
    }
    fn download<'a>(&'a self, link: &'a Link, to: &'a mut Sink) -> Answer<'a, Option<String>> {
        self.0.download(link, to)
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_read_is_kept_when_a_run_hangs_or_fails() {
    for error in [None, Some(SourceError::new(ErrorKind::Timeout, "too slow"))] {
        let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
        let until: Box<dyn Source> = Box::new(Until(
            service(Behaviour::default()),
            "2026-03-02T00:00:00Z",
            error.clone(),
        ));
        let sources = Sources::from([("s".to_owned(), until)]);
        let lake = lake(&store, &clock).await.unwrap();
        let all = Selection::default();
        let run = lake.run(&sources, &all, 1, &|_| ());
        // It is given up where it hangs.
        match tokio::time::timeout(Duration::from_secs(10), run).await {
            Ok(ended) => assert!(matches!(ended, Err(LakeError::Source { .. }))),
            Err(_) => assert!(error.is_none()),
        }
        assert_eq!(windows(&store, &clock).await.len(), 2);
    }
}

#[tokio::test]
async fn a_table_is_read_from_its_newest_checkpoint() {
    let (store, clock, service) = run_for_days(8).await;
    let before = windows(&store, &clock).await;
    let names = logged(&store).await;
    let checkpoints = names.iter().filter(|name| name.ends_with(".parquet"));
    let newest = checkpoints.max().unwrap().clone();
    assert!(names.contains(&"_last_checkpoint".to_owned()));
    let (hint, _) = newest.split_once('.').unwrap();
    let told = store.get(&logged_at("_last_checkpoint")).await.unwrap();
    let told: Value = serde_json::from_slice(&told.bytes().await.unwrap()).unwrap();
    assert_eq!(told["version"], hint.parse::<u64>().unwrap());

    // What is said of each window, and how often each was committed, is in it: nothing before it is needed.
    let counts = transactions(&store, &clock).await;
    assert!(counts.values().any(|count| *count > 2), "{counts:?}");
    for name in names.iter().filter(|name| **name < newest) {
        store.delete(&logged_at(name)).await.unwrap();
    }
    store
        .delete(&logged_at(&format!("{hint}.json")))
        .await
        .unwrap();
    assert_eq!(windows(&store, &clock).await, before);
    assert_eq!(transactions(&store, &clock).await, counts);
    run(&store, &clock, &service).await.unwrap();
    let after = transactions(&store, &clock).await;
    assert!(counts.iter().all(|(who, count)| after[who] >= *count));
    let after = windows(&store, &clock).await;
    let calls = |windows: &[Window]| windows.iter().map(|window| window.calls).sum::<u64>();
    assert_eq!(calls(&after), calls(&before));
}

async fn transactions(store: &Arc<dyn ObjectStore>, clock: &Clock) -> BTreeMap<String, i64> {
    let lake = lake(store, clock).await.unwrap();
    let mut logs = lake.store.logs.lock().await;
    let log = logs.get(crate::tables::Table::Calls);
    let transactions = log.transactions();
    transactions
        .map(|(who, count)| (who.to_owned(), count))
        .collect()
}

#[tokio::test]
async fn a_checkpoint_that_is_damaged_or_gone_is_made_up_for_by_the_versions_or_refused() {
    for torn in [&b""[..], b"PAR1", b"PAR1 and half of what was to come"] {
        let (store, clock, service) = run_for_days(8).await;
        let before = windows(&store, &clock).await;
        let names = logged(&store).await;
        let checkpoints: Vec<_> = names.iter().filter(|name| name.contains("check")).collect();
        for name in checkpoints {
            store
                .put(&logged_at(name), torn.to_vec().into())
                .await
                .unwrap();
        }
        assert_eq!(windows(&store, &clock).await, before);

        // Without the versions nothing makes up for it.
        let newest = names.iter().filter(|name| name.ends_with(".parquet")).max();
        let newest = newest.unwrap();
        for name in names.iter().filter(|name| *name < newest) {
            store.delete(&logged_at(name)).await.unwrap();
        }
        let left = logged(&store).await;
        let lists = service.lists();
        let error = run(&store, &clock, &service).await.unwrap_err();
        assert!(
            matches!(&error, LakeError::Damaged { file, .. } if file.ends_with(newest)),
            "{error}"
        );
        assert_eq!(service.lists(), lists, "the service was asked");
        assert_eq!(logged(&store).await, left, "it was touched");
        // An older checkpoint is none of what came behind it, where the versions of the newest one and before are gone.
        let older = run_for_days(8).await.0;
        let path = logged_at(&format!("{:020}.checkpoint.parquet", 3));
        let whole = older.get(&path).await.unwrap().bytes().await.unwrap();
        store.put(&path, whole.into()).await.unwrap();
        let (behind, _) = newest.split_once('.').unwrap();
        for name in logged(&store).await {
            if name.ends_with(".json") && name.as_str() <= format!("{behind}.json").as_str() {
                store.delete(&logged_at(&name)).await.unwrap();
            }
        }
        for _ in 0..2 {
            let error = run(&store, &clock, &service).await.unwrap_err();
            assert!(matches!(error, LakeError::Damaged { .. }), "{error}");
            // Nor where nothing came behind the newest one.
            for name in logged(&store).await {
                if name.ends_with(".json") {
                    store.delete(&logged_at(&name)).await.unwrap();
                }
            }
        }
        store.delete(&path).await.unwrap();
        // No version is left at all: that is no table which is not there yet.
        for name in left.iter().filter(|name| name.ends_with(".json")) {
            store.delete(&logged_at(name)).await.unwrap();
        }
        let error = run(&store, &clock, &service).await.unwrap_err();
        assert!(matches!(error, LakeError::Damaged { .. }), "{error}");

        store.delete(&logged_at(newest)).await.unwrap();
        let (store, clock, service) = run_for_days(8).await;
        for name in logged(&store).await {
            if !name.ends_with(".json") {
                store.delete(&logged_at(&name)).await.unwrap();
            }
        }
        assert_eq!(windows(&store, &clock).await.len(), before.len());
        run(&store, &clock, &service).await.unwrap();
        assert_eq!(content(&store).await, truth(&service));
        let names = logged(&store).await;
        for name in names.iter().filter(|name| !name.ends_with(".json")) {
            store.delete(&logged_at(name)).await.unwrap();
        }
        let first = format!("{:020}.json", 0);
        store.delete(&logged_at(&first)).await.unwrap();
        let error = run(&store, &clock, &service).await.unwrap_err();
        assert!(
            matches!(&error, LakeError::Damaged { file, .. } if file.ends_with(&first)),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_vacuum_takes_the_versions_that_a_checkpoint_makes_up_for() {
    let (store, clock, service) = run_for_days(8).await;
    let names = logged(&store).await;
    // Whoever has the table open goes on behind it.
    let open = lake(&store, &clock).await.unwrap();
    for text in ["one", "two", "three", "four"] {
        service.put("f", "2026-03-04T09:00:00Z", text);
        run(&store, &clock, &service).await.unwrap();
        clock.turn(TimeDelta::days(1));
    }
    let other = lake(&store, &clock).await.unwrap();
    // Nothing of it is a month old.
    let files = other.vacuum(false).await.unwrap();
    assert_eq!((files, logged(&store).await.len() > names.len()), (0, true));
    other.vacuum(true).await.unwrap();
    let left = logged(&store).await;
    assert!(left[0].ends_with(".checkpoint.parquet"), "{left:?}");
    assert!(left.len() < 8, "{left:?}");
    assert_eq!(open.windows().await.unwrap(), windows(&store, &clock).await);
    service.put("f", "2026-03-04T09:00:00Z", "five");
    open.run(&sources(&service), &Selection::default(), 1, &|_| ())
        .await
        .unwrap();
    let open = open.windows().await.unwrap();
    assert_eq!(open, windows(&store, &clock).await);
    let held: u64 = open.iter().map(|window| window.calls).sum();
    assert_eq!(usize::try_from(held).unwrap(), service.calls().len());
}

/// Takes all windows of a source out of all tables.
async fn take_out(lake: &Lake, clock: &Clock, source: &str) {
    let mut logs = lake.store.logs.lock().await;
    let files = logs.windows().unwrap().into_iter();
    let parts: Vec<Part> = files.map(|window| window.part.clone()).collect();
    for table in Table::ALL {
        for part in &parts {
            let log = logs.get(table);
            let files: Vec<_> = log.files().at(source, part).cloned().collect();
            let change = Change {
                remove: files.iter().collect(),
                add: vec![],
                scope: Scope::Part(source, part),
                expected: print(files.iter()),
                who: "a test".to_owned(),
            };
            let committed = log.commit(&[change], clock.now()).await.unwrap();
            assert_eq!(committed, [true]);
        }
    }
}

/// A process that has the lake open knows of windows whose commit came to no end, and no more of them once another one has read them again,
/// whether it follows the versions or has to begin anew behind them, and whether these windows are still there then.
#[tokio::test]
async fn what_another_process_has_mended_is_torn_no_more() {
    for (begins_anew, stays) in [(false, true), (true, true), (true, false)] {
        let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
        let service = service(Behaviour::default());
        checkpoint_every(&store, &clock, 2).await;
        run(&store, &clock, &service).await.unwrap();
        let mut texts = ["one", "two", "three", "four", "five", "six"].into_iter();
        let mut change = || {
            service.put("f", "2026-03-04T09:00:00Z", texts.next().unwrap());
            clock.turn(TimeDelta::minutes(30));
        };
        change();
        let ids: BTreeSet<String> = service.calls().into_keys().collect();
        let torn = async |lake: &Lake| {
            let mut logs = lake.store.logs.lock().await;
            logs.refresh().await.unwrap();
            let of = ("s", &Part::Seed("another".to_owned()));
            let none = HashSet::new();
            let twins = logs.twins(of, &ids, |_| true, &none).await;
            twins.unwrap().len()
        };
        // It stops later and later, until turns were committed and calls were not.
        let mut stops = 1..;
        let open = loop {
            let stopping = Stopping::over(&store, stops.next().unwrap(), Stop::Before);
            let stopping: Arc<dyn ObjectStore> = stopping;
            run(&stopping, &clock, &service).await.unwrap_err();
            let open = lake(&store, &clock).await.unwrap();
            if torn(&open).await > 0 {
                break open;
            }
        };
        run(&store, &clock, &service).await.unwrap();
        if begins_anew {
            for _ in 0..4 {
                change();
                run(&store, &clock, &service).await.unwrap();
            }
            let other = lake(&store, &clock).await.unwrap();
            if !stays {
                take_out(&other, &clock, "s").await;
            }
            other.vacuum(true).await.unwrap();
        }
        assert_eq!(torn(&open).await, 0, "{begins_anew} {stays}");
    }
}
