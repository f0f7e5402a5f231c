//! Several writers on one table.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use chrono::TimeDelta;
use object_store::ObjectStore;

use super::crash::{Stop, Stopping};
use super::fake::Behaviour;
use super::{Clock, content, keys_are_unique, lake, memory, run, service, sources, truth};
use crate::LakeError;
use crate::commit::{Filled, Group};
use crate::fill::Reason;
use crate::lake::Selection;
use crate::window::Part;

#[tokio::test]
async fn of_two_writers_of_a_window_one_wins_and_the_other_plans_anew() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour::default());
    run(&store, &clock, &service).await.unwrap();
    clock.turn(TimeDelta::days(1));
    let (one, two) = (
        lake(&store, &clock).await.unwrap(),
        lake(&store, &clock).await.unwrap(),
    );
    let part = Part::Time {
        from: super::time("2026-03-01T00:00:00Z"),
        to: super::time("2026-03-02T00:00:00Z"),
    };
    // Both have the same plan; the second one has not seen what the first one committed.
    let first = one
        .filler(1, &Group::default(), "s", &service)
        .fill(&part, Reason::Due)
        .await
        .unwrap();
    assert!(matches!(first, Filled::Committed(..)));
    let second = two
        .filler(1, &Group::default(), "s", &service)
        .fill(&part, Reason::Due)
        .await
        .unwrap();
    assert!(matches!(second, Filled::Overtaken));
    // Of other windows they do not notice each other.
    let part = Part::Time {
        from: super::time("2026-03-02T00:00:00Z"),
        to: super::time("2026-03-03T00:00:00Z"),
    };
    let third = one
        .filler(1, &Group::default(), "s", &service)
        .fill(&part, Reason::Due)
        .await
        .unwrap();
    assert!(matches!(third, Filled::Committed(..)));
    keys_are_unique(&store).await;
    assert_eq!(content(&store).await, truth(&service));
}

#[tokio::test]
async fn writers_at_the_same_time_come_to_the_same() {
    let (store, clock) = (memory(), Clock::at("2026-03-09T10:00:00Z"));
    let service = service(Behaviour {
        total: true,
        ..Behaviour::default()
    });
    let run = async |store: &Arc<dyn ObjectStore>| {
        let lake = lake(store, &clock).await.unwrap();
        lake.run(&sources(&service), &Selection::default(), 3, &|_| ())
            .await
    };
    let (one, two, three) = tokio::join!(run(&store), run(&store), run(&store));
    for report in [one, two, three] {
        report.unwrap();
    }
    keys_are_unique(&store).await;
    assert_eq!(content(&store).await, truth(&service));
    let lake = lake(&store, &clock).await.unwrap();
    let open = lake.plan(&sources(&service), &Selection::default()).await;
    // All but the day that is not over.
    assert_eq!(open.unwrap().len(), 1);
}

#[tokio::test]
async fn a_call_that_moves_while_windows_are_read_is_in_one_of_them() {
    let wanders = Behaviour {
        wanders: true,
        ..Behaviour::default()
    };
    for writers in 1..4 {
        let (store, clock) = (memory(), Clock::at("2026-03-09T10:00:00Z"));
        let service = service(wanders);
        for _ in 0..2 {
            let runs = (0..writers).map(async |_| {
                let own: Arc<dyn ObjectStore> = Stopping::over(&store, usize::MAX, Stop::Before);
                let lake = lake(&own, &clock).await.unwrap();
                lake.run(&sources(&service), &Selection::default(), 3, &|_| ())
                    .await
            });
            for ended in futures_util::future::join_all(runs).await {
                // It moves with each reading, so of several writers one may find no place for it.
                assert!(matches!(ended, Ok(_) | Err(LakeError::Raced)), "{ended:?}");
            }
            keys_are_unique(&store).await;
            clock.turn(TimeDelta::days(1));
        }
        let ids =
            |calls: std::collections::BTreeMap<String, _>| calls.into_keys().collect::<Vec<_>>();
        let held = content(&store).await;
        assert_eq!(ids(held), service.calls().into_keys().collect::<Vec<_>>());
    }
}

/// The other writer commits all of it between two steps of a commit, whichever these are.
#[tokio::test]
async fn a_call_that_another_writer_has_moved_meanwhile_is_in_one_window() {
    let day = |day: u32| Part::Time {
        from: super::time(&format!("2026-03-0{day}T00:00:00Z")),
        to: super::time(&format!("2026-03-0{}T00:00:00Z", day + 1)),
    };
    for known in [false, true] {
        let mut steps = 0;
        loop {
            let (store, clock) = (memory(), Clock::at("2026-03-09T10:00:00Z"));
            let service = service(Behaviour::default());
            let at = |day: u32| service.put("moves", &format!("2026-03-0{day}T12:00:00Z"), "over");
            at(1);
            if known {
                run(&store, &clock, &service).await.unwrap();
            }
            let slow: Arc<dyn ObjectStore> = Stopping::over(&store, usize::MAX, Stop::Before);
            let (one, two) = (
                lake(&slow, &clock).await.unwrap(),
                lake(&store, &clock).await.unwrap(),
            );
            let group = Group::default();
            at(2);
            let filler = one.filler(1, &group, "s", &service);
            filler.fill_into(&day(2), Reason::Due).await.unwrap();
            clock.turn(TimeDelta::minutes(1));
            at(3);
            let mut commit = pin!(one.store.commit_one(&group));
            let mut done = None;
            for _ in 0..steps {
                // Each operation of this store is a step.
                let step = poll_fn(|context| Poll::Ready(commit.as_mut().poll(context)));
                if let Poll::Ready(ended) = step.await {
                    done = Some(ended);
                    break;
                }
            }
            let other = Group::default();
            let other = two.filler(1, &other, "s", &service);
            other.fill(&day(3), Reason::Due).await.unwrap();
            let ended = done.is_some();
            match done {
                Some(ended) => ended,
                None => commit.await,
            }
            .unwrap();
            keys_are_unique(&store).await;
            run(&store, &clock, &service).await.unwrap();
            keys_are_unique(&store).await;
            assert_eq!(content(&store).await, truth(&service), "{known} {steps}");
            if ended {
                break;
            }
            steps += 1;
        }
        assert!(steps > 3, "{steps}");
    }
}
