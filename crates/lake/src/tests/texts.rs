//! Texts that are kept for a time: they go, and nothing that is known of their calls goes with them.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use chrono::TimeDelta;
use futures_util::TryStreamExt;
use object_store::{ObjectStore, ObjectStoreExt};

use super::crash::{Stop, Stopping};
use super::fake::{Asked, Behaviour, PLAIN, Service};
use super::{Clock, copy, keys_are_unique, memory, service, sources, time};
use crate::lake::{Lake, Selection};
use crate::settings::Settings;
use crate::window::State;
use crate::{LakeError, Report, Sample, Window, files};

const DAYS: u32 = 30;

/// A lake that keeps texts for so many days.
async fn keeping(
    days: u32,
    store: &Arc<dyn ObjectStore>,
    clock: &Clock,
) -> Result<Lake, LakeError> {
    let mut settings = Settings::new(time(super::SINCE), ["s=fake"])?;
    settings.keep_raw_days = Some(days);
    let clock = clock.clone();
    Lake::over(Arc::clone(store), settings, Arc::new(move || clock.now())).await
}

async fn lake(store: &Arc<dyn ObjectStore>, clock: &Clock) -> Result<Lake, LakeError> {
    keeping(DAYS, store, clock).await
}

async fn run(store: &Arc<dyn ObjectStore>, clock: &Clock, service: &Service) -> Report {
    let lake = lake(store, clock).await.unwrap();
    lake.run(&sources(service), &Selection::default(), 1, &|_| ())
        .await
        .unwrap()
}

async fn drop_raw(store: &Arc<dyn ObjectStore>, clock: &Clock) -> usize {
    lake(store, clock).await.unwrap().drop_raw().await.unwrap()
}

/// What a call still has of texts: its own, that of its detail, those of its turns.
type Texts = (bool, bool, usize);

fn texts(batch: &RecordBatch, column: &str) -> Vec<bool> {
    let column = batch.column_by_name(column).unwrap().as_string::<i32>();
    column.iter().map(|text| text.is_some()).collect()
}

async fn left(store: &Arc<dyn ObjectStore>, clock: &Clock) -> BTreeMap<String, Texts> {
    let lake = lake(store, clock).await.unwrap();
    let mut all = BTreeMap::<String, Texts>::new();
    for window in lake.windows().await.unwrap() {
        let before = lake.store.before("s", &window.part).await.unwrap();
        for batch in &files::rows_of(&before.call_bytes, None).unwrap() {
            let (raws, details) = (texts(batch, "raw"), texts(batch, "raw_detail"));
            for ((id, raw), detail) in files::ids(batch).zip(raws).zip(details) {
                all.insert(id.unwrap().to_owned(), (raw, detail, 0));
            }
        }
        for batch in &files::rows_of(&before.turn_bytes, None).unwrap() {
            for (id, raw) in files::ids(batch).zip(texts(batch, "raw")) {
                all.get_mut(id.unwrap()).unwrap().2 += usize::from(raw);
            }
        }
    }
    all
}

async fn windows(store: &Arc<dyn ObjectStore>, clock: &Clock) -> Vec<Window> {
    lake(store, clock).await.unwrap().windows().await.unwrap()
}

const GONE: Texts = (false, false, 0);

#[tokio::test]
async fn texts_go_when_they_are_old_and_come_back_only_when_they_are_others() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour {
        total: true,
        ..PLAIN
    });
    run(&store, &clock, &service).await;
    assert_eq!(drop_raw(&store, &clock).await, 0);
    // The third of April is thirty days after the fourth of March.
    clock.turn(TimeDelta::days(29) + TimeDelta::hours(14));
    run(&store, &clock, &service).await;
    let before = windows(&store, &clock).await;
    // The days with calls that are that old: of the fourth of March some are not.
    assert_eq!(drop_raw(&store, &clock).await, 2);
    let held = left(&store, &clock).await;
    let (young, old): (BTreeMap<_, _>, BTreeMap<_, _>) =
        held.into_iter().partition(|(id, _)| id == "f");
    assert!(old.len() == 5 && old.values().all(|texts| *texts == GONE));
    assert_eq!(young["f"], (true, false, 1));
    // What is known of the windows is what was known of them.
    let is_same = |(one, other): (&Window, &Window)| {
        let mut other = other.clone();
        (other.reading, other.raw_dropped) = (one.reading.clone(), one.raw_dropped);
        *one == other
    };
    let after = windows(&store, &clock).await;
    assert!(before.iter().zip(&after).all(is_same));
    keys_are_unique(&store).await;

    // The same is known again, and its texts stay away.
    let verify = async || {
        let lake = lake(&store, &clock).await.unwrap();
        lake.verify(&sources(&service), Sample::All).await.unwrap()
    };
    assert_eq!(verify().await.changed, []);
    assert_eq!(left(&store, &clock).await["a"], GONE);
    assert_eq!(drop_raw(&store, &clock).await, 0);
    // Another one is told with its texts, until they are dropped, too.
    service.put("b", "2026-03-01T12:00:00.5Z", "second");
    let changed = verify().await.changed;
    assert_eq!(changed[0].1, ["b"]);
    let held = left(&store, &clock).await;
    assert_eq!((held["a"], held["b"]), (GONE, (true, false, 1)));
    assert_eq!(drop_raw(&store, &clock).await, 1);
    clock.turn(TimeDelta::hours(1));
    run(&store, &clock, &service).await;
    assert_eq!(left(&store, &clock).await["b"], GONE);
    let lag = TimeDelta::minutes(15);
    assert_eq!(windows(&store, &clock).await[0].state(lag), State::Sealed);

    // They are in the older versions until those go.
    let in_files = async || {
        let objects: Vec<_> = store.list(None).try_collect().await.unwrap();
        let mut count = 0;
        for path in objects.into_iter().map(|object| object.location) {
            if !path.as_ref().ends_with(".parquet") || path.as_ref().contains("_delta_log") {
                continue;
            }
            let bytes = store.get(&path).await.unwrap().bytes().await.unwrap();
            for batch in files::decode(bytes).unwrap() {
                let raws = batch.column_by_name("raw").map(|_| texts(&batch, "raw"));
                let raws = raws.unwrap_or_default();
                let of_others = files::ids(&batch).zip(raws);
                count += of_others
                    .filter(|(id, raw)| *raw && *id != Some("f"))
                    .count();
            }
        }
        count
    };
    assert!(in_files().await > 0);
    let lake = lake(&store, &clock).await.unwrap();
    lake.vacuum(true).await.unwrap();
    assert_eq!(in_files().await, 0);
}

#[tokio::test]
async fn a_detail_that_was_dropped_is_known_by_its_hash() {
    for snapshot in [false, true] {
        let (store, clock) = (memory(), Clock::at("2026-03-05T10:00:00Z"));
        let service = service(Behaviour {
            snapshot,
            details: true,
            total: true,
            ..PLAIN
        });
        run(&store, &clock, &service).await;
        assert_eq!(left(&store, &clock).await["a"], (true, true, 1));
        clock.turn(TimeDelta::days(40));
        run(&store, &clock, &service).await;
        service.asked();
        assert!(drop_raw(&store, &clock).await > 0);
        assert!(
            left(&store, &clock)
                .await
                .values()
                .all(|texts| *texts == GONE)
        );
        // Read again, it is not asked for again; asked for by its id, it is the same.
        service.unlist("a");
        clock.turn(TimeDelta::hours(1));
        let lake = lake(&store, &clock).await.unwrap();
        for window in lake.windows().await.unwrap() {
            let one = Selection::of_window(window.id());
            lake.run(&sources(&service), &one, 1, &|_| ())
                .await
                .unwrap();
        }
        let asked = Asked {
            calls: usize::from(!snapshot),
            ..Asked::default()
        };
        assert_eq!(service.asked(), asked);
        assert!(
            left(&store, &clock)
                .await
                .values()
                .all(|texts| *texts == GONE)
        );
        // Another one comes, without the text of the list, which is gone.
        service.put("a", "2026-03-01T00:00:00Z", "second");
        for window in lake.windows().await.unwrap() {
            let one = Selection::of_window(window.id());
            lake.run(&sources(&service), &one, 1, &|_| ())
                .await
                .unwrap();
        }
        let expected = if snapshot { GONE } else { (false, true, 1) };
        assert_eq!(left(&store, &clock).await["a"], expected);
    }
}

/// Wherever the store stops, the texts are there or not, and nothing else is another.
#[tokio::test]
async fn texts_that_are_being_dropped_when_the_store_stops_go_the_next_time() {
    for stop in [Stop::Before, Stop::After] {
        let (first, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
        let service = service(Behaviour {
            total: true,
            ..PLAIN
        });
        run(&first, &clock, &service).await;
        clock.turn(TimeDelta::days(2));
        run(&first, &clock, &service).await;
        for operations in 1.. {
            let store = copy(&first).await;
            let stopping = Stopping::over(&store, operations, stop);
            let disturbed: Arc<dyn ObjectStore> = stopping.clone();
            let ended = match keeping(1, &disturbed, &clock).await {
                Ok(lake) => lake.drop_raw().await,
                Err(error) => Err(error),
            };
            let was_stopped = stopping.has_stopped();
            assert_eq!(ended.is_err(), was_stopped, "{operations}");
            // What came to no end is read again; then the rest goes.
            run(&store, &clock, &service).await;
            keys_are_unique(&store).await;
            let again = keeping(1, &store, &clock).await.unwrap();
            again.drop_raw().await.unwrap();
            let held = left(&store, &clock).await;
            assert!(held.len() == 6 && held.values().all(|texts| *texts == GONE));
            if !was_stopped {
                break;
            }
        }
    }
}
