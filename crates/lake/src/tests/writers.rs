//! Several writers on one table.

use std::sync::Arc;

use chrono::TimeDelta;
use object_store::ObjectStore;

use super::fake::Behaviour;
use super::{Clock, content, keys_are_unique, lake, memory, run, service, sources, truth};
use crate::fill::{Filled, Reason};
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
    let first = one.fill("s", &service, &part, Reason::Due).await.unwrap();
    assert!(matches!(first, Filled::Committed(..)));
    let second = two.fill("s", &service, &part, Reason::Due).await.unwrap();
    assert!(matches!(second, Filled::Overtaken));
    // Of other windows they do not notice each other.
    let part = Part::Time {
        from: super::time("2026-03-02T00:00:00Z"),
        to: super::time("2026-03-03T00:00:00Z"),
    };
    let third = one.fill("s", &service, &part, Reason::Due).await.unwrap();
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
