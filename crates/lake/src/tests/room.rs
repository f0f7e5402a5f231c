//! Readings that have only so much memory.

use std::sync::Mutex;

use chrono::TimeDelta;
use object_store::ObjectStoreExt;
use object_store::path::Path;

use super::fake::{Behaviour, PLAIN, Service};
use super::{
    Clock, calls as content_of_calls, content, keys_are_unique, lake, memory, sources, truth,
    windows,
};
use crate::lake::{Lake, Selection};
use crate::room::LEAST_MIB;
use crate::window::Grade;

/// Calls of a day.
const CALLS: usize = 48;

/// A text that cannot be compressed to much less.
fn text(random: &mut fastrand::Rng) -> String {
    std::iter::repeat_with(|| random.alphanumeric())
        .take(100 << 10)
        .collect()
}

/// Two days, each with more than there is room for.
fn two_days(behaviour: Behaviour) -> Service {
    let service = Service::new(behaviour);
    write(&service, "03-02", 1);
    write(&service, "03-03", 2);
    service
}

fn write(service: &Service, day: &str, seed: u64) {
    let mut random = fastrand::Rng::with_seed(seed);
    for call in 0..CALLS {
        let at = format!("2026-{day}T{:02}:{:02}:00Z", call / 2, call % 2 * 30);
        service.put(&format!("{day}-{call:02}"), &at, &text(&mut random));
    }
}

async fn run(lake: &Lake, service: &Service) -> crate::Report {
    let (told, all) = (Mutex::new(None), sources(service));
    let planned = lake.plan(&all, &Selection::default()).await.unwrap().len();
    let tell = |progress: crate::Progress<'_>| {
        *told.lock().unwrap() = Some((progress.done, progress.all));
        // There is one source.
        assert_eq!(progress.all - progress.more, planned);
    };
    let report = lake.run(&all, &Selection::default(), 1, &tell).await;
    let (done, of) = told.lock().unwrap().expect("progress is told");
    assert_eq!(done, of, "at the end all is done");
    report.unwrap()
}

/// Whether calls come with their turns or these are asked for call by call, it is the same.
#[tokio::test]
async fn a_window_that_is_too_large_is_divided_into_some_that_are_not() {
    for apart in [false, true] {
        let (store, clock) = (memory(), Clock::at("2026-03-05T10:00:00Z"));
        let behaviour = Behaviour {
            total: true,
            apart,
            ..PLAIN
        };
        let service = two_days(behaviour);
        let small = lake(&store, &clock).await.unwrap();
        let small = small.with_memory(LEAST_MIB).unwrap();
        let report = run(&small, &service).await;
        assert!(report.refused.is_empty(), "{:?}", report.refused);
        assert_eq!(content(&store).await, truth(&service));
        keys_are_unique(&store).await;
        let windows = windows(&store, &clock).await;
        let of_day = |day: &str| {
            let of_day = windows
                .iter()
                .filter(|it| it.part.to_string().contains(day));
            of_day.filter(|window| window.calls > 0).count()
        };
        let (newer, older) = (of_day("2026-03-03T"), of_day("2026-03-02T"));
        assert!(newer > 2 && older > 2, "{newer} and {older}");
        let mut with_calls = windows.iter().filter(|window| window.calls > 0);
        assert!(with_calls.all(|window| window.proof == Grade::Total));
        // Only the newest days are begun as wholes: then it is known what there is room for.
        let (lists, _) = service.lists();
        assert!(lists < windows.len() + 8, "{lists} for {}", windows.len());
        // Each is one request here, and none is left out of the account.
        let counted = windows.iter().map(|window| window.requests).sum::<u64>();
        assert_eq!(counted + report.given_up, lists as u64);
        assert!(report.given_up > 0);
        // They are windows like others, and need no more memory the next time.
        clock.turn(TimeDelta::days(8));
        let report = run(&small, &service).await;
        assert!(report.refused.is_empty(), "{:?}", report.refused);
        assert!(report.windows.iter().any(|window| window.readings == 2));
        assert_eq!(content(&store).await, truth(&service));
    }
}

/// What is in the tables already is replaced as a whole, so that it is not divided.
#[tokio::test]
async fn a_window_that_has_outgrown_the_memory_is_named_and_stays_as_it_is() {
    let (store, clock) = (memory(), Clock::at("2026-03-05T10:00:00Z"));
    let service = two_days(Behaviour {
        total: true,
        ..PLAIN
    });
    run(&lake(&store, &clock).await.unwrap(), &service).await;
    let before = content(&store).await;
    clock.turn(TimeDelta::days(8));
    service.put("new", "2026-03-06T01:00:00Z", "small");
    let small = lake(&store, &clock).await.unwrap();
    let small = small.with_memory(LEAST_MIB).unwrap();
    let report = run(&small, &service).await;
    let named: Vec<String> = report
        .refused
        .iter()
        .map(|(window, why)| format!("{window}: {why}"))
        .collect();
    assert_eq!(named.len(), 2, "{named:?}");
    for (named, day) in named.iter().zip(["03", "02"]) {
        assert!(
            named.starts_with(&format!("s/2026-03-{day}T"))
                && named.contains("no room for its calls in 64 MiB of memory"),
            "{named}"
        );
    }
    let now = content(&store).await;
    assert!(before.iter().all(|(id, call)| now.get(id) == Some(call)));
    assert!(now.contains_key("new"), "the others are read");
    let large = lake(&store, &clock).await.unwrap();
    let report = run(&large, &service).await;
    assert!(report.refused.is_empty() && report.windows.len() > 1);
}

/// A call that is not over is asked for by its id, and what is there of its window is written anew.
#[tokio::test]
async fn a_window_with_a_call_that_is_not_over_needs_room_too() {
    let (store, clock) = (memory(), Clock::at("2026-03-03T23:00:00Z"));
    let service = two_days(Behaviour {
        total: true,
        ..PLAIN
    });
    service.put("open", "2026-03-02T22:00:00Z", "open");
    run(&lake(&store, &clock).await.unwrap(), &service).await;
    let before = content(&store).await;
    clock.turn(TimeDelta::minutes(1));
    service.asked();
    let small = lake(&store, &clock).await.unwrap();
    let small = small.with_memory(LEAST_MIB).unwrap();
    let report = run(&small, &service).await;
    let named: Vec<&str> = report.refused.iter().map(|(it, _)| it.as_str()).collect();
    assert!(
        named.contains(&"s/2026-03-02T00:00:00Z/2026-03-03T00:00:00Z"),
        "{named:?}"
    );
    assert_eq!(service.asked().calls, 0);
    assert_eq!(content(&store).await, before);
}

/// The calls of windows are committed last: a run that stops before has left turns and recordings of windows that no later run has asked for.
#[tokio::test]
async fn windows_whose_calls_did_not_come_need_no_more_memory_than_before() {
    let (store, clock) = (memory(), Clock::at("2026-03-05T10:00:00Z"));
    let service = two_days(Behaviour {
        total: true,
        ..PLAIN
    });
    let small = lake(&store, &clock).await.unwrap();
    run(&small.with_memory(LEAST_MIB).unwrap(), &service).await;
    for version in (1..super::versions(&store, "calls").await).rev() {
        let path = Path::from(format!("calls/_delta_log/{version:020}.json"));
        store.delete(&path).await.unwrap();
    }
    assert!(content_of_calls(&store).await.is_empty());
    let small = lake(&store, &clock).await.unwrap();
    let report = run(&small.with_memory(LEAST_MIB).unwrap(), &service).await;
    assert!(report.refused.is_empty(), "{:?}", report.refused);
    assert_eq!(content(&store).await, truth(&service));
    keys_are_unique(&store).await;
    let small = lake(&store, &clock).await.unwrap();
    assert!(small.store.logs.lock().await.torn().unwrap().is_empty());
}

/// A seed is no time that could be divided, nor is all.
#[tokio::test]
async fn what_cannot_be_divided_is_named() {
    for behaviour in [
        Behaviour {
            snapshot: true,
            ..PLAIN
        },
        Behaviour {
            seeds: &["03-0", "new"],
            ..PLAIN
        },
    ] {
        let (store, clock) = (memory(), Clock::at("2026-03-05T10:00:00Z"));
        let service = two_days(behaviour);
        let small = lake(&store, &clock).await.unwrap();
        let small = small.with_memory(LEAST_MIB).unwrap();
        let (all, due) = (sources(&service), Selection::default());
        let report = small.run(&all, &due, 1, &|_| ()).await.unwrap();
        assert_eq!(report.refused.len(), 1, "{:?}", report.refused);
        assert!(content(&store).await.is_empty());
        let large = small.with_memory(1 << 10).unwrap();
        let report = large.run(&all, &due, 1, &|_| ()).await.unwrap();
        assert!(report.refused.is_empty());
        assert_eq!(content(&store).await, truth(&service));
    }
}

#[tokio::test]
async fn less_than_the_least_is_refused() {
    let (store, clock) = (memory(), Clock::at("2026-03-05T10:00:00Z"));
    let lake = lake(&store, &clock).await.unwrap();
    let error = lake.with_memory(LEAST_MIB - 1).map(drop).unwrap_err();
    assert_eq!(
        error.to_string(),
        "memory: 63 MiB are not enough to read anything: give 64 or more"
    );
}
