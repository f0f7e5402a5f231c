//! What users of other tools met, as far as it is about log, state and commits. Each test has the number of its case, and says where it
//! was met. Cases 13 to 17 are in `crash`, 32 is in `bucket`, too.

use std::collections::BTreeSet;
use std::sync::Arc;

use arrow_array::RecordBatch;
use callslip_core::ErrorKind;
use chrono::TimeDelta;
use object_store::ObjectStore;
use object_store::path::Path;
use object_store::{ObjectStoreExt, PutMode};
use serde_json::Value;

use super::fake::{Behaviour, PLAIN, Service};
use super::log::Until;
use super::{
    Clock, calls, content, keys_are_unique, lake, memory, rows_at, run, service, sources, time,
    truth, versions, windows,
};
use crate::lake::{Lake, Selection, Sources};
use crate::log::delete;
use crate::logs::name;
use crate::place::Place;
use crate::settings::Settings;
use crate::source::SourceError;
use crate::{LakeError, Part, Source};

/// dlt-hub/dlt#4030, dlt-hub/dlt PR 4131: state that grows with the rows that share one time.
#[tokio::test]
async fn case_03_state_does_not_grow_with_calls_of_one_time() {
    let mut sizes = Vec::new();
    for count in [10, 2000] {
        let (store, clock) = (memory(), Clock::at("2026-03-02T10:00:00Z"));
        let service = Service::new(PLAIN);
        for call in 0..count {
            service.put(&format!("c{call}"), "2026-03-01T12:00:00Z", "first");
        }
        run(&store, &clock, &service).await.unwrap();
        assert_eq!(calls(&store).await.len(), count);
        let path = Path::from(format!("calls/_delta_log/{:020}.json", 1));
        sizes.push(store.head(&path).await.unwrap().size);
    }
    // A digit or two of counts and sizes.
    assert!(sizes[1] < sizes[0] + 32, "{sizes:?}");
}

/// ClickHouse/ClickHouse#111738: what was committed was not on the disk when the power went.
#[test]
fn case_14_what_is_committed_in_a_folder_is_on_the_disk() {
    let folder = std::env::temp_dir();
    let store = Place::of(&folder).and_then(Place::store).unwrap();
    let told = format!("{store:?}");
    assert!(told.contains("fsync: true"), "{told}");
}

/// airbytehq/airbyte PR 37389: a part whose reading failed was saved as done.
#[tokio::test]
async fn case_18_a_window_is_done_only_by_its_commit() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(PLAIN);
    let error = SourceError::new(ErrorKind::Timeout, "too slow");
    let until: Box<dyn Source> =
        Box::new(Until(service.clone(), "2026-03-02T00:00:00Z", Some(error)));
    let failing = Sources::from([("s".to_owned(), until)]);
    let lake = lake(&store, &clock).await.unwrap();
    let all = Selection::default();
    let planned = lake.plan(&failing, &all).await.unwrap();
    assert!(lake.run(&failing, &all, 1, &|_| ()).await.is_err());
    let done: BTreeSet<_> = windows(&store, &clock)
        .await
        .iter()
        .map(|window| window.id())
        .collect();
    let left = lake.plan(&sources(&service), &all).await.unwrap();
    let left: BTreeSet<_> = left.iter().map(|planned| planned.id()).collect();
    for planned in planned {
        assert!(done.contains(&planned.id()) || left.contains(&planned.id()));
    }
    assert!(left.len() >= 2 && !done.is_empty());
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(content(&store).await, truth(&service));
}

/// estuary/connectors PR 5158: workers that divided the windows found nothing left to do, and some was never read.
#[tokio::test]
async fn case_19_what_is_read_and_what_is_planned_cover_all_days() {
    let (store, clock) = (memory(), Clock::at("2026-03-06T10:00:00Z"));
    // Too dense for one list, so that days are divided.
    let service = Service::new(Behaviour {
        total: true,
        cap: Some(70),
        ..PLAIN
    });
    for call in 0..200 {
        let at = time("2026-03-03T00:00:00Z") + TimeDelta::minutes(7 * call);
        service.put(&format!("c{call}"), &at.to_rfc3339(), "first");
    }
    let lake = lake(&store, &clock).await.unwrap();
    let (sources, all) = (sources(&service), Selection::default());
    loop {
        let planned = lake.plan(&sources, &all).await.unwrap();
        let held = lake.windows().await.unwrap();
        let parts = held.iter().map(|window| window.part.clone());
        let parts = parts.chain(planned.iter().map(|planned| planned.part.clone()));
        let mut spans: Vec<_> = parts
            .map(|part| match part {
                Part::Time { from, to } => (from, to),
                other => panic!("{other}"),
            })
            .collect();
        spans.sort_unstable();
        spans.dedup();
        assert_eq!(spans[0].0, time(super::SINCE));
        assert!(spans.windows(2).all(|pair| pair[0].1 == pair[1].0));
        assert!(spans[spans.len() - 1].1 > clock.now());
        // Each by another process, and the last one first.
        let unread = |id: &String| held.iter().all(|window| window.id() != *id);
        let Some(next) = planned.iter().map(|one| one.id()).rfind(unread) else {
            break;
        };
        let one = Selection::of_window(next);
        lake.run(&sources, &one, 1, &|_| ()).await.unwrap();
    }
    assert!(windows(&store, &clock).await.len() > 6);
    assert_eq!(content(&store).await, truth(&service));
}

/// airbytehq/airbyte#28654, delta-io/delta-rs#2310: out of memory on large pages. The page is halved, as often as it takes.
#[tokio::test]
async fn case_20_a_page_that_is_too_large_is_asked_for_in_parts() {
    let (store, clock) = (memory(), Clock::at("2026-03-02T10:00:00Z"));
    let service = Service::new(Behaviour {
        body: Some(5),
        ..PLAIN
    });
    for call in 0..300 {
        service.put(&format!("c{call}"), "2026-03-01T12:00:00Z", "first");
    }
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(windows(&store, &clock).await.len(), 2);
    assert_eq!(content(&store).await, truth(&service));
}

/// The log of `calls` with another schema than the usual one.
async fn change_schema(store: &Arc<dyn ObjectStore>, change: impl Fn(&mut Vec<Value>)) {
    let path = Path::from(format!("calls/_delta_log/{:020}.json", 0));
    let text = store.get(&path).await.unwrap().bytes().await.unwrap();
    let lines = std::str::from_utf8(&text).unwrap().lines().map(|line| {
        let mut line: Value = serde_json::from_str(line).unwrap();
        if let Some(schema) = line.pointer_mut("/metaData/schemaString") {
            let mut told: Value = serde_json::from_str(schema.as_str().unwrap()).unwrap();
            change(told["fields"].as_array_mut().unwrap());
            *schema = told.to_string().into();
        }
        format!("{line}\n")
    });
    let text: String = lines.collect();
    store.put(&path, text.into()).await.unwrap();
}

async fn schema(store: &Arc<dyn ObjectStore>, version: usize) -> Vec<String> {
    let path = Path::from(format!("calls/_delta_log/{version:020}.json"));
    let text = store.get(&path).await.unwrap().bytes().await.unwrap();
    let lines = std::str::from_utf8(&text).unwrap().lines();
    let told = lines.map(|line| serde_json::from_str::<Value>(line).unwrap());
    let told = told.filter_map(|line| {
        let told = line.pointer("/metaData/schemaString")?.as_str()?.to_owned();
        serde_json::from_str::<Value>(&told).ok()
    });
    let told: Vec<Value> = told.collect();
    let fields = told[0]["fields"].as_array().unwrap();
    fields
        .iter()
        .map(|field| field["name"].to_string())
        .collect()
}

/// delta-io/delta-rs#4572, delta-io/delta-rs#4448, delta-io/delta#1551: merges that failed or cast silently when columns changed. Columns are
/// only put behind the others, and one of another type is refused.
#[tokio::test]
async fn case_21_columns_are_added_and_never_become_others() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(PLAIN);
    lake(&store, &clock).await.unwrap();
    // As an older version would have made it.
    change_schema(&store, |fields| {
        fields.retain(|field| field["name"] != "summary");
    })
    .await;
    run(&store, &clock, &service).await.unwrap();
    let (was, is) = (schema(&store, 0).await, schema(&store, 1).await);
    assert_eq!(is[..was.len()], was);
    assert_eq!(is[was.len()..], ["\"summary\""]);
    assert_eq!(content(&store).await, truth(&service));
    // Once.
    let before = versions(&store, "calls").await;
    lake(&store, &clock).await.unwrap();
    assert_eq!(versions(&store, "calls").await, before);

    for change in [
        |fields: &mut Vec<Value>| fields[3]["type"] = "long".into(),
        |fields: &mut Vec<Value>| {
            let mut other = fields[3].clone();
            other["name"] = "another".into();
            fields.push(other);
        },
    ] {
        let store = memory();
        lake(&store, &clock).await.unwrap();
        change_schema(&store, change).await;
        let lists = service.lists();
        let error = run(&store, &clock, &service).await.unwrap_err();
        assert!(matches!(error, LakeError::Damaged { .. }));
        assert!(error.to_string().contains("Nothing was touched"), "{error}");
        assert_eq!(service.lists(), lists, "the service was asked");
        assert_eq!(versions(&store, "calls").await, 1);
    }
}

/// The newest version of `calls` without what is told of the readings.
async fn rows(store: &Arc<dyn ObjectStore>) -> Vec<RecordBatch> {
    let newest = versions(store, "calls").await - 1;
    let batches = rows_at(store, &mut Default::default(), "calls", newest).await;
    // In which order the rows of a window stand in its file means nothing.
    let mut rows: Vec<_> = batches
        .iter()
        .flat_map(|batch| (0..batch.num_rows()).map(|at| batch.slice(at, 1)))
        .map(|mut batch| {
            for column in ["first_seen_at", "fetched_at"] {
                let at = batch.schema().index_of(column).unwrap();
                batch.remove_column(at);
            }
            batch
        })
        .collect();
    rows.sort_by_key(|row| (super::texts(row, "window"), super::texts(row, "call_id")));
    rows
}

/// airbytehq/airbyte#43327: the first run wrote times otherwise than later ones.
#[tokio::test]
async fn case_29_a_first_run_and_later_ones_write_the_same() {
    let (clock, service) = (Clock::at("2026-03-01T10:00:00Z"), Service::new(PLAIN));
    let day_by_day = memory();
    for (id, at) in [
        ("a", "2026-03-01T09:00:00.123456Z"),
        ("b", "2026-03-01T23:59:59.999Z"),
        ("c", "2026-03-03T00:00:00+00:00"),
        ("d", "2026-03-03T10:00:00+02:00"),
    ] {
        service.put(id, at, "open");
        run(&day_by_day, &clock, &service).await.unwrap();
        service.put(id, at, "done");
        clock.turn(TimeDelta::days(1));
    }
    run(&day_by_day, &clock, &service).await.unwrap();
    let at_once = memory();
    run(&at_once, &clock, &service).await.unwrap();
    let rows_at_once = rows(&at_once).await;
    assert_eq!(rows_at_once.len(), 4);
    assert_eq!(rows(&day_by_day).await, rows_at_once);
}

/// delta-io/connectors#489: on a file system two writers overwrote each other's commits.
#[tokio::test]
async fn case_32_writers_in_one_folder_exclude_each_other() {
    let folder = std::env::temp_dir().join(format!("callslip-lake-{}", name()));
    let settings = Settings::new(time(super::SINCE), ["s=fake"]).unwrap();
    Lake::init(&folder, settings.clone()).await.unwrap();
    let again = Lake::init(&folder, settings).await.err().unwrap();
    assert!(again.to_string().contains("a lake already"), "{again}");
    let store = Place::of(&folder).and_then(Place::store).unwrap();
    let first = Path::from(format!("calls/_delta_log/{:020}.json", 0));
    let second = store.put_opts(&first, "other".into(), PutMode::Create.into());
    assert!(matches!(
        second.await,
        Err(object_store::Error::AlreadyExists { .. })
    ));
    let (clock, service) = (Clock::at("2026-03-06T10:00:00Z"), service(PLAIN));
    let writer = async || {
        let lake = lake(&store, &clock).await?;
        lake.run(&sources(&service), &Selection::default(), 2, &|_| ())
            .await
    };
    let (one, two, three) = tokio::join!(writer(), writer(), writer());
    for report in [one, two, three] {
        report.unwrap();
    }
    keys_are_unique(&store).await;
    assert_eq!(content(&store).await, truth(&service));
    // Whoever clears the same folder may have been faster.
    assert!(delete(&*store, &first).await.unwrap());
    assert!(!delete(&*store, &first).await.unwrap());
    std::fs::remove_dir_all(&folder).unwrap();
}
