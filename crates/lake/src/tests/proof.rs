//! What a window says of itself, and when it is read again.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::fake::{Behaviour, Service};
use super::{Clock, content, keys_are_unique, lake, memory, run, service, sources, truth, windows};
use crate::care::Sample;
use crate::lake::Selection;
use crate::source::{Answer, Listed, Query, Reach, Take};
use crate::window::{Grade, Part, State};
use crate::{LakeError, Source, Sources};

const LAG: TimeDelta = TimeDelta::minutes(15);

fn grades(windows: &[crate::Window]) -> Vec<(Grade, u64)> {
    let grades = windows.iter().map(|window| (window.proof, window.calls));
    grades.collect()
}

#[tokio::test]
async fn a_total_that_is_met_proves_a_window_that_is_over() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour {
        total: true,
        ..Behaviour::default()
    });
    run(&store, &clock, &service).await.unwrap();
    let told = windows(&store, &clock).await;
    let expected = [
        (Grade::Total, 3),
        (Grade::Total, 2),
        (Grade::Total, 0),
        (Grade::Ended, 1),
    ];
    assert_eq!(grades(&told), expected);
    let state = |window: &crate::Window| window.state(LAG);
    let states: Vec<State> = told.iter().map(state).collect();
    assert_eq!(
        states,
        [State::Settled, State::Settled, State::Settled, State::Open]
    );
    // A week later each is read once more, and then no more.
    clock.turn(TimeDelta::days(20));
    let later = run(&store, &clock, &service).await.unwrap();
    assert_eq!(later.windows.len(), 24);
    let lake = lake(&store, &clock).await.unwrap();
    let plan = lake
        .plan(&sources(&service), &Selection::default())
        .await
        .unwrap();
    let days: Vec<String> = plan.iter().map(super::super::Planned::id).collect();
    assert_eq!(days, ["s/2026-03-24T00:00:00Z/2026-03-25T00:00:00Z"]);
    assert_eq!(content(&store).await, truth(&service));
}

#[tokio::test]
async fn where_no_total_is_told_two_readings_some_time_apart_prove_it() {
    let (store, clock) = (memory(), Clock::at("2026-04-04T10:00:00Z"));
    let service = service(Behaviour::default());
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(windows(&store, &clock).await[0].proof, Grade::Ended);
    // At once is no second look.
    clock.turn(TimeDelta::minutes(1));
    assert_eq!(
        run(&store, &clock, &service).await.unwrap().windows.len(),
        1
    );
    clock.turn(TimeDelta::minutes(20));
    service.put("late", "2026-03-02T10:00:00Z", "first");
    run(&store, &clock, &service).await.unwrap();
    let told = windows(&store, &clock).await;
    assert_eq!((told[0].proof, told[1].proof), (Grade::Twice, Grade::Ended));
    assert!(
        service.lists().1 > 30,
        "the second reading goes the other way"
    );
    clock.turn(TimeDelta::minutes(20));
    run(&store, &clock, &service).await.unwrap();
    let told = windows(&store, &clock).await;
    assert_eq!(told[1].proof, Grade::Twice);
    let state = told[0].state(LAG);
    assert_eq!(state, State::Sealed);
    assert_eq!(content(&store).await, truth(&service));
}

/// airbytehq/airbyte#43317, #46666: a list that is cut at a cap, and calls of one moment that are more than it.
#[tokio::test]
async fn case_4_5_a_window_that_is_too_dense_is_halved_or_named() {
    let (store, clock) = (memory(), Clock::at("2026-04-04T10:00:00Z"));
    let service = service(Behaviour {
        total: true,
        cap: Some(70),
        ..Behaviour::default()
    });
    for count in 0..200 {
        let at = super::time("2026-03-10T00:00:00Z") + TimeDelta::minutes(7 * count);
        service.put(&format!("spread{count}"), &at.to_rfc3339(), "first");
    }
    // At the very end of a half and the beginning of the next one, too.
    for (id, at) in [
        ("end", "11:59:59.999"),
        ("middle", "12:00:00"),
        ("last", "23:59:59.999"),
    ] {
        service.put(id, &format!("2026-03-10T{at}Z"), "first");
    }
    for count in 0..80 {
        service.put(&format!("one{count}"), "2026-03-20T10:00:30Z", "first");
    }
    let report = run(&store, &clock, &service).await.unwrap();
    let short: Vec<String> = report.short().map(crate::Window::id).collect();
    assert_eq!(short.len(), 1, "{short:?}");
    assert!(short[0].starts_with("s/2026-03-20T10:00:"), "{short:?}");
    let told = windows(&store, &clock).await;
    let spread = told.iter().filter(|window| match window.part {
        Part::Time { from, .. } => {
            from.date_naive() == super::time("2026-03-10T00:00:00Z").date_naive()
        }
        _ => false,
    });
    let pieces: Vec<_> = spread.clone().cloned().collect();
    assert_eq!(grades(&pieces).len(), 4);
    let one_moment = |window: &&crate::Window| window.id() == short[0];
    assert!(spread.clone().all(|window| window.proof == Grade::Total));
    // No more than the cap came of that moment; all else is there.
    assert_eq!(content(&store).await.len(), service.calls().len() - 10);
    keys_are_unique(&store).await;
    // What came short is asked for again by every run, and never proved or sealed.
    for days in [0, 30] {
        clock.turn(TimeDelta::days(days) + TimeDelta::minutes(1));
        let report = run(&store, &clock, &service).await.unwrap();
        assert_eq!(report.short().count(), 1);
        let told = windows(&store, &clock).await;
        let dense = told.iter().find(one_moment).unwrap();
        assert_eq!(
            (dense.proof, dense.calls, dense.missing),
            (Grade::None, 70, 10)
        );
        assert_eq!(dense.state(LAG), State::Open);
    }
}

/// airbytehq/airbyte#76489, #46666: a service that refuses the page behind its last one, where there is more.
#[tokio::test]
async fn case_5_a_list_that_is_refused_on_the_way_is_read_in_halves() {
    for status in [400, 413, 416, 422, 404, 500] {
        let (store, clock) = (memory(), Clock::at("2026-04-04T10:00:00Z"));
        let service = service(Behaviour {
            refused: Some((70, status)),
            ..Behaviour::default()
        });
        for count in 0..200 {
            let at = super::time("2026-03-10T00:00:00Z") + TimeDelta::minutes(7 * count);
            service.put(&format!("spread{count}"), &at.to_rfc3339(), "first");
        }
        let ended = run(&store, &clock, &service).await;
        if matches!(status, 404 | 500) {
            // What speaks of no list that is too long is an error, and nothing is done.
            let error = ended.unwrap_err().to_string();
            assert!(error.starts_with("s: 2026-03-10T00:00:00Z/"), "{error}");
            continue;
        }
        ended.unwrap();
        assert_eq!(windows(&store, &clock).await.len(), 35 + 3);
        assert_eq!(content(&store).await, truth(&service));
    }
}

/// What is refused before anything came is no matter of how much there is: it is told at once, and not asked for in ever smaller parts.
#[tokio::test]
async fn a_list_that_is_refused_at_once_is_not_divided() {
    for status in [400, 413, 416, 422] {
        let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
        let service = service(Behaviour {
            refused: Some((0, status)),
            ..Behaviour::default()
        });
        service.put("new", "2026-03-04T09:00:00Z", "first");
        let error = run(&store, &clock, &service).await.unwrap_err().to_string();
        assert!(error.starts_with("s: 2026-03-04T"), "{error}");
        assert_eq!(service.lists().0, 1);
    }
}

/// airbytehq/airbyte#46666: a moment of which the service gives less than all stops everything that is older.
#[tokio::test]
async fn case_4_a_moment_that_is_refused_is_named_and_the_rest_is_read() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour {
        refused: Some((70, 422)),
        ..Behaviour::default()
    });
    service.put("older", "2026-03-01T08:00:00Z", "first");
    service.put("near", "2026-03-02T09:00:00Z", "first");
    for count in 0..80 {
        service.put(&format!("one{count}"), "2026-03-02T10:00:30Z", "first");
    }
    for count in 0..60 {
        service.put(&format!("few{count}"), "2026-03-03T10:00:30Z", "first");
    }
    for _ in 0..2 {
        let report = run(&store, &clock, &service).await.unwrap();
        let refused: Vec<&str> = report.refused.iter().map(|(id, _)| id.as_str()).collect();
        assert!(
            matches!(refused.as_slice(), [only] if only.starts_with("s/2026-03-02T10:00")),
            "{refused:?}"
        );
        let held = content(&store).await;
        assert!(!held.keys().any(|id| id.starts_with("one")));
        assert_eq!(held.len(), service.calls().len() - 80);
        clock.turn(TimeDelta::minutes(1));
    }
    // Where there is more than the service gives by now, what is known of it stays.
    for count in 60..80 {
        service.put(&format!("few{count}"), "2026-03-03T10:00:30Z", "first");
    }
    clock.turn(TimeDelta::hours(20));
    let before = content(&store).await;
    let report = run(&store, &clock, &service).await.unwrap();
    assert_eq!(report.refused.len(), 2);
    assert_eq!(content(&store).await, before);
}

/// airbytehq/airbyte#23630, #42092: fewer calls than there are, and a green run.
#[tokio::test]
async fn case_6_7_a_total_that_is_not_met_proves_nothing() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour {
        total: true,
        lie: 1,
        ..Behaviour::default()
    });
    let report = run(&store, &clock, &service).await.unwrap();
    assert_eq!(report.short().count(), 4);
    assert!(
        windows(&store, &clock)
            .await
            .iter()
            .all(|window| window.proof == Grade::None)
    );
    assert_eq!(content(&store).await, truth(&service));
}

#[tokio::test]
async fn pages_that_are_too_large_are_halved() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour {
        body: Some(10),
        ..Behaviour::default()
    });
    run(&store, &clock, &service).await.unwrap();
    // 64, 32, 16, 8 of one of four days; of the others the size is known.
    assert_eq!(service.lists().0, 7);
    assert_eq!(content(&store).await, truth(&service));
}

/// airbytehq/airbyte#74090: the filter is not looked at, and everything comes each time.
#[tokio::test]
async fn case_8_a_filter_that_is_ignored_is_told_and_doubles_nothing() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour {
        filter_ignored: true,
        ..Behaviour::default()
    });
    let report = run(&store, &clock, &service).await.unwrap();
    assert_eq!(report.unfiltered().count(), 4);
    assert!(
        windows(&store, &clock)
            .await
            .iter()
            .all(|window| window.outside > 0)
    );
    keys_are_unique(&store).await;
    assert_eq!(content(&store).await, truth(&service));
}

/// stripe/sync-engine-fork PR 368: a call is deleted only after it was asked for by its id.
#[tokio::test]
async fn case_28_only_what_the_service_denies_by_its_id_is_deleted() {
    for no_get in [false, true] {
        let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
        let service = service(Behaviour {
            no_get,
            ..Behaviour::default()
        });
        run(&store, &clock, &service).await.unwrap();
        service.delete("a");
        service.unlist("b");
        clock.turn(TimeDelta::days(1));
        run(&store, &clock, &service).await.unwrap();
        let held = content(&store).await;
        assert_eq!((held["a"].1, held["b"].1), (!no_get, false));
        assert_eq!((held["a"].2, held["b"].2), (2, 2), "turns stay");
        let told = &windows(&store, &clock).await[0];
        let counts = (told.calls, told.deleted, told.unlisted);
        assert_eq!(counts, if no_get { (3, 0, 2) } else { (2, 1, 1) });
        // And so it stays.
        clock.turn(TimeDelta::days(9));
        run(&store, &clock, &service).await.unwrap();
        assert_eq!(content(&store).await["a"].1, !no_get);
        keys_are_unique(&store).await;
    }
}

/// openclaw/wacli#256: a call that is not over is read again until it is, or for two days.
#[tokio::test]
async fn a_call_that_is_not_over_keeps_its_window_open() {
    let (store, clock) = (memory(), Clock::at("2026-03-03T03:00:00Z"));
    let service = service(Behaviour {
        total: true,
        ..Behaviour::default()
    });
    service.put("o", "2026-03-02T23:00:00Z", "open");
    run(&store, &clock, &service).await.unwrap();
    clock.turn(TimeDelta::minutes(1));
    let due = async || {
        let lake = lake(&store, &clock).await.unwrap();
        let plan = lake
            .plan(&sources(&service), &Selection::default())
            .await
            .unwrap();
        let id = "s/2026-03-02T00:00:00Z/2026-03-03T00:00:00Z";
        plan.iter().any(|planned| planned.id() == id)
    };
    assert!(due().await);
    service.put("o", "2026-03-02T23:00:00Z", "over");
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(
        content(&store).await["o"].0,
        "{\"id\": \"o\", \"is\": \"over\"}"
    );
    clock.turn(TimeDelta::minutes(1));
    assert!(!due().await);
}

#[tokio::test]
async fn a_verification_finds_what_changed_in_a_sealed_window_and_opens_it() {
    let (store, clock) = (memory(), Clock::at("2026-04-04T10:00:00Z"));
    let service = service(Behaviour {
        total: true,
        ..Behaviour::default()
    });
    run(&store, &clock, &service).await.unwrap();
    let lake = lake(&store, &clock).await.unwrap();
    let verify = async || lake.verify(&sources(&service), Sample::All).await.unwrap();
    assert_eq!(verify().await.changed, []);
    service.put("b", "2026-03-01T12:00:00.5Z", "second");
    let found = verify().await.changed;
    let id = "s/2026-03-01T00:00:00Z/2026-03-02T00:00:00Z".to_owned();
    assert_eq!(found, [(id, vec!["b".to_owned()])]);
    let state = |window: &crate::Window| window.state(LAG);
    assert_eq!(state(&lake.windows().await.unwrap()[0]), State::Settled);
    clock.turn(TimeDelta::hours(1));
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(state(&lake.windows().await.unwrap()[0]), State::Sealed);
    assert_eq!(content(&store).await, truth(&service));
}

/// What is no longer listed is news once; that it is denied by its id, too, is news again.
#[tokio::test]
async fn a_verification_names_what_is_listed_no_more_once() {
    let (store, clock) = (memory(), Clock::at("2026-04-04T10:00:00Z"));
    let service = service(Behaviour {
        total: true,
        ..Behaviour::default()
    });
    run(&store, &clock, &service).await.unwrap();
    let lake = lake(&store, &clock).await.unwrap();
    let named = async || {
        let verified = lake.verify(&sources(&service), Sample::All).await.unwrap();
        let changed = verified.changed.into_iter();
        changed.flat_map(|(_, calls)| calls).collect::<Vec<_>>()
    };
    service.unlist("b");
    assert_eq!(named().await, ["b"]);
    assert_eq!(named().await, [""; 0]);
    service.delete("b");
    assert_eq!(named().await, ["b"]);
    assert!(content(&store).await["b"].1);
    assert_eq!(named().await, [""; 0]);
}

#[tokio::test]
async fn a_call_that_is_forgotten_stays_out() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour::default());
    run(&store, &clock, &service).await.unwrap();
    let lake = lake(&store, &clock).await.unwrap();
    assert_eq!(lake.forget("b").await.unwrap(), 1);
    assert_eq!(lake.forget("nobody").await.unwrap(), 0);
    let mut rest = truth(&service);
    rest.remove("b");
    assert_eq!(content(&store).await, rest);
    clock.turn(TimeDelta::days(1));
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(content(&store).await, rest);
    // Its text is in no file once the old ones are gone.
    assert!(lake.vacuum(true).await.unwrap() > 0);
    assert_eq!(content(&store).await, rest);
    assert_eq!(lake.vacuum(true).await.unwrap(), 0);
}

#[tokio::test]
async fn a_call_of_two_seeds_is_there_once() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = Service::new(Behaviour {
        total: true,
        seeds: &["x", "y"],
        ..Behaviour::default()
    });
    for id in ["x", "y", "xy"] {
        service.put(id, "2026-03-01T10:00:00Z", "first");
    }
    for text in ["first", "second"] {
        service.put("xy", "2026-03-01T10:00:00Z", text);
        run(&store, &clock, &service).await.unwrap();
        keys_are_unique(&store).await;
        assert_eq!(content(&store).await, truth(&service));
        clock.turn(TimeDelta::hours(1));
    }
    let told = windows(&store, &clock).await;
    let calls: u64 = told.iter().map(|window| window.calls).sum();
    assert_eq!(calls, 3);
    assert!(told.iter().all(|window| window.proof == Grade::Total));
}

#[tokio::test]
async fn one_window_is_run_whether_it_is_due_or_not() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour::default());
    let lake = lake(&store, &clock).await.unwrap();
    let run = async |id: &str| {
        let selection = Selection::of_window(id.to_owned());
        lake.run(&sources(&service), &selection, 1, &|_| ()).await
    };
    let id = "s/2026-03-01T00:00:00Z/2026-03-02T00:00:00Z";
    for readings in [1, 2] {
        let report = run(id).await.unwrap();
        let readings_told: Vec<u32> = report
            .windows
            .iter()
            .map(|window| window.readings)
            .collect();
        assert_eq!(readings_told, [readings]);
    }
    let error = run("s/nothing").await.unwrap_err().to_string();
    assert!(error.contains("no window s/nothing"), "{error}");
}

/// A call that was made on another day than the service said at first: its new day is read before its old one is read again.
#[tokio::test]
async fn a_call_whose_time_changes_is_in_one_window_at_every_version() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour {
        total: true,
        ..Behaviour::default()
    });
    run(&store, &clock, &service).await.unwrap();
    service.put("b", "2026-03-04T09:30:00Z", "moved");
    clock.turn(TimeDelta::minutes(1));
    // There is no memory for what tells where calls stand: then the tables are asked.
    let mut small = lake(&store, &clock).await.unwrap();
    small.store.logs.get_mut().keys.most = 2;
    let (all, due) = (sources(&service), Selection::default());
    let report = small.run(&all, &due, 1, &|_| ()).await.unwrap();
    // The first of March is not due.
    assert_eq!(report.windows.len(), 1);
    keys_are_unique(&store).await;
    assert_eq!(content(&store).await, truth(&service));
    let told = &windows(&store, &clock).await[0];
    assert_eq!((told.proof, told.calls), (Grade::Ended, 2));
    // What it lost is no proof of what is left: it is read twice more.
    for proof in [Grade::Total, Grade::Total] {
        clock.turn(TimeDelta::minutes(20));
        run(&store, &clock, &service).await.unwrap();
        let told = &windows(&store, &clock).await[0];
        assert_eq!((told.proof, told.calls), (proof, 2));
    }
    assert!(!windows(&store, &clock).await[0].reopened);
    // Its old day is read again, and the new one is not: the call stays where it is until that is.
    service.put("f", "2026-03-02T10:00:00Z", "moved");
    let lake = lake(&store, &clock).await.unwrap();
    for day in ["04", "02"] {
        let next = format!("{:02}", day.parse::<u8>().unwrap() + 1);
        let id = format!("s/2026-03-{day}T00:00:00Z/2026-03-{next}T00:00:00Z");
        clock.turn(TimeDelta::minutes(1));
        lake.run(&sources(&service), &Selection::of_window(id), 1, &|_| ())
            .await
            .unwrap();
        keys_are_unique(&store).await;
        assert_eq!(content(&store).await.len(), service.calls().len());
    }
    assert_eq!(content(&store).await, truth(&service));
}

/// RestComm#1351, #632: a call that stays in progress is asked for by its id at each run, for two days; then it is stale.
#[tokio::test]
async fn case_30_a_call_that_is_never_over_is_asked_for_by_its_id_and_given_up() {
    let (store, clock) = (memory(), Clock::at("2026-03-03T03:00:00Z"));
    let service = service(Behaviour {
        total: true,
        ..Behaviour::default()
    });
    service.delete("f");
    service.put("o", "2026-03-02T23:00:00Z", "open");
    service.put("p", "2026-03-02T23:30:00Z", "open");
    run(&store, &clock, &service).await.unwrap();
    let told = async || windows(&store, &clock).await[1].clone();
    assert_eq!((told().await.unfinished, told().await.stale), (2, 0));
    service.put("p", "2026-03-02T23:30:00Z", "over");
    service.asked();
    let (lists, _) = service.lists();
    clock.turn(TimeDelta::minutes(1));
    run(&store, &clock, &service).await.unwrap();
    // By their ids alone; the list that was read is that of the day that is not over.
    assert_eq!((service.asked().calls, service.lists().0), (2, lists + 1));
    assert_eq!(
        (told().await.unfinished, told().await.state(LAG)),
        (1, State::Open)
    );
    assert_eq!(content(&store).await, truth(&service));
    let versions = super::versions(&store, "calls").await;
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(service.asked().calls, 1);
    // What is as it was is not written again; the day that is not over is.
    assert_eq!(super::versions(&store, "calls").await, versions + 1);
    clock.turn(TimeDelta::hours(48));
    run(&store, &clock, &service).await.unwrap();
    assert_eq!((told().await.unfinished, told().await.stale), (0, 1));
    assert_eq!(
        (service.asked().calls, told().await.state(LAG)),
        (0, State::Settled)
    );
    keys_are_unique(&store).await;
}

/// rapidpro/rapidpro#604, codeforamerica/balance#304: what is told apart is there seconds to hours after the call.
#[tokio::test]
async fn case_24_turns_and_recordings_that_are_late_are_asked_for_again_for_a_day() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T00:30:00Z"));
    let service = Service::new(Behaviour {
        total: true,
        apart: true,
        ..Behaviour::default()
    });
    for id in ["late", "never", "there"] {
        service.put(id, "2026-03-03T23:50:00Z", "first");
        service.silence(id, id != "there");
    }
    run(&store, &clock, &service).await.unwrap();
    let asked = service.asked();
    assert_eq!((asked.turns, asked.recordings), (3, 3));
    let told = async || windows(&store, &clock).await[2].clone();
    assert_eq!(told().await.absent, 2);
    // Between two rungs nothing is asked.
    clock.turn(TimeDelta::minutes(5));
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(service.asked().turns, 0);
    clock.turn(TimeDelta::minutes(20));
    service.silence("late", false);
    run(&store, &clock, &service).await.unwrap();
    assert_eq!((service.asked().turns, told().await.absent), (2, 1));
    assert_eq!(content(&store).await["late"].2, 2);
    clock.turn(TimeDelta::hours(24));
    run(&store, &clock, &service).await.unwrap();
    assert_eq!((service.asked().turns, told().await.absent), (1, 0));
    clock.turn(TimeDelta::days(9));
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(service.asked().turns, 0);
    keys_are_unique(&store).await;
}

#[tokio::test]
async fn where_a_call_by_its_id_tells_more_it_is_read_once() {
    let (store, clock) = (memory(), Clock::at("2026-03-05T10:00:00Z"));
    let service = service(Behaviour {
        snapshot: true,
        details: true,
        ..Behaviour::default()
    });
    service.put("o", "2026-03-05T09:00:00Z", "open");
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(service.asked().calls, 6);
    let expected = truth(&service);
    assert_eq!(content(&store).await["a"], expected["a"]);
    clock.turn(TimeDelta::hours(1));
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(service.asked().calls, 0);
    service.put("o", "2026-03-05T09:00:00Z", "over");
    clock.turn(TimeDelta::hours(1));
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(service.asked().calls, 1);
    assert_eq!(content(&store).await, truth(&service));
}

/// estuary/connectors#3911, PR 5158: records appear days after their own time, and how late they are was guessed.
#[tokio::test]
async fn case_11_how_late_changes_come_is_measured() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour {
        total: true,
        ..Behaviour::default()
    });
    service.put("o", "2026-03-04T09:30:00Z", "open");
    run(&store, &clock, &service).await.unwrap();
    let lateness = async || {
        let lake = lake(&store, &clock).await.unwrap();
        let all = lake.lateness().await.unwrap();
        let told = |late: &crate::Lateness| {
            let counts = late.counts().filter(|(_, count)| *count > 0);
            let counts = counts.map(|(within, count)| (within.map(|it| it.num_hours()), count));
            (counts.collect::<Vec<_>>(), late.audited())
        };
        told(&all["s"])
    };
    // A first reading is late by nothing, and so are a new call and the end of one.
    clock.turn(TimeDelta::hours(1));
    service.put("g", "2026-03-04T10:30:00Z", "first");
    service.put("o", "2026-03-04T09:30:00Z", "over");
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(lateness().await, (vec![], 0));
    // An insert behind the reading, a change and a deletion.
    clock.turn(TimeDelta::hours(1));
    service.put("h", "2026-03-04T09:00:00Z", "first");
    service.put("f", "2026-03-04T09:00:00Z", "second");
    service.delete("o");
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(lateness().await, (vec![(Some(6), 3)], 0));
    clock.turn(TimeDelta::days(30));
    run(&store, &clock, &service).await.unwrap();
    service.put("b", "2026-03-01T12:00:00.5Z", "second");
    let lake = lake(&store, &clock).await.unwrap();
    lake.verify(&sources(&service), Sample::All).await.unwrap();
    assert_eq!(lateness().await, (vec![(Some(6), 3), (None, 1)], 1));
}

/// dlt-hub/dlt#2269, airbytehq/airbyte#85918: a row becomes visible after the high-water mark has passed it.
#[tokio::test]
async fn case_1_a_call_that_becomes_visible_late_is_found_by_a_reading_of_its_window() {
    let (store, clock) = (memory(), Clock::at("2026-03-03T00:20:00Z"));
    let service = service(Behaviour {
        total: true,
        ..Behaviour::default()
    });
    service.delete("f");
    service.put("hidden", "2026-03-02T23:59:00Z", "first");
    service.unlist("hidden");
    run(&store, &clock, &service).await.unwrap();
    service.list_again("hidden");
    service.put("newer", "2026-03-03T00:30:00Z", "first");
    clock.turn(TimeDelta::hours(1));
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(content(&store).await, truth(&service));
}

/// airbytehq/airbyte#14732, singer-io/tap-postgres#104: calls of one time, at the very end of a window.
#[tokio::test]
async fn case_2_calls_of_one_time_at_the_end_of_a_window_are_there_once() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = Service::new(Behaviour {
        total: true,
        ..Behaviour::default()
    });
    for count in 0..20 {
        service.put(&format!("at{count}"), "2026-03-03T00:00:00Z", "first");
        service.put(
            &format!("before{count}"),
            "2026-03-02T23:59:59.999Z",
            "first",
        );
    }
    run(&store, &clock, &service).await.unwrap();
    let told = windows(&store, &clock).await;
    let calls: Vec<_> = told.iter().map(|window| window.calls).collect();
    assert_eq!(calls, [0, 20, 20, 0]);
    keys_are_unique(&store).await;
    assert_eq!(content(&store).await, truth(&service));
}

/// airbytehq/airbyte#21500, devlake PR 5032: the list shifts between two pages, and a call is on neither.
#[tokio::test]
async fn case_9_readings_that_met_other_calls_prove_nothing() {
    let (store, clock) = (memory(), Clock::at("2026-04-04T10:00:00Z"));
    let service = service(Behaviour::default());
    service.unlist("b");
    let first = async || windows(&store, &clock).await[0].clone();
    run(&store, &clock, &service).await.unwrap();
    assert_eq!(
        (first().await.proof, first().await.calls),
        (Grade::Ended, 2)
    );
    service.list_again("b");
    for proof in [Grade::Ended, Grade::Twice] {
        clock.turn(TimeDelta::minutes(20));
        run(&store, &clock, &service).await.unwrap();
        assert_eq!((first().await.proof, first().await.calls), (proof, 3));
    }
}

/// airbytehq/airbyte#5765, #31963, PR 69203: late changes, and a lookback that was counted from the wrong side.
#[tokio::test]
async fn case_10_a_window_is_read_again_by_a_ladder_that_counts_from_its_end() {
    for changes in [false, true] {
        let (store, clock) = (memory(), Clock::at("2026-03-03T00:16:00Z"));
        let service = service(Behaviour {
            total: true,
            ..Behaviour::default()
        });
        let told = async || windows(&store, &clock).await[1].clone();
        let minute = |days: i64, hours: i64, minutes: i64| {
            TimeDelta::days(days) + TimeDelta::hours(hours) + TimeDelta::minutes(minutes)
        };
        let mut at = minute(0, 0, 16);
        // The second of March ends at midnight.
        for (turned, readings, state) in [
            (minute(0, 0, 16), 1, State::Settled),
            (minute(0, 0, 59), 1, State::Settled),
            (minute(0, 1, 0), 2, State::Settled),
            (minute(0, 23, 59), 2, State::Settled),
            // Two equal readings are enough only now.
            (minute(1, 0, 0), 3, State::Sealed),
            (minute(6, 23, 59), 3, State::Sealed),
            (minute(7, 0, 0), 3, State::Sealed),
        ] {
            clock.turn(turned - at);
            at = turned;
            if changes && turned == minute(1, 0, 0) {
                service.put("d", "2026-03-02T00:00:00Z", "second");
            }
            run(&store, &clock, &service).await.unwrap();
            let is_late = changes && turned >= minute(1, 0, 0);
            let is_last = changes && turned == minute(7, 0, 0);
            let expected = match (is_late, is_last) {
                (_, true) => (4, State::Sealed),
                (true, _) => (readings, State::Settled),
                _ => (readings, state),
            };
            let told = told().await;
            assert_eq!(
                (told.readings, told.state(LAG)),
                expected,
                "{turned} {changes}"
            );
        }
    }
}

/// airbytehq/airbyte#83778, dlt-hub/dlt#2225: a time without a zone is no time.
#[tokio::test]
async fn case_12_a_call_without_a_time_that_counts_is_set_aside_and_named() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(Behaviour {
        total: true,
        ..Behaviour::default()
    });
    service.put("naive", "2026-03-02T10:00:00Z", "first");
    service.untime("naive");
    run(&store, &clock, &service).await.unwrap();
    let told = windows(&store, &clock).await;
    assert!(
        told.iter()
            .all(|window| window.set_aside == 1 && window.proof == Grade::None)
    );
    assert!(told.iter().all(|window| window.state(LAG) == State::Open));
    assert!(!content(&store).await.contains_key("naive"));
}

/// A service that has no calls, and says so.
struct Empty(&'static str, Option<&'static str>);

impl Source for Empty {
    fn provider(&self) -> &'static str {
        self.0
    }

    fn account(&self) -> BTreeMap<String, String> {
        let value = self.1.map(|value| ("place".to_owned(), value.to_owned()));
        value.into_iter().collect()
    }

    fn reach(&self) -> Reach {
        Reach::Windowed
    }

    fn list<'a>(&'a self, _: Query, _: &'a mut Take<'a>) -> Answer<'a, Listed> {
        let listed = Listed {
            ended: true,
            total_met: true,
            ..Listed::default()
        };
        Box::pin(std::future::ready(Ok(listed)))
    }
}

/// What is proved of one account proves nothing of another that has got its name, and what another does not have is not deleted.
#[tokio::test]
async fn a_source_is_the_account_that_it_was() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let before = service(Behaviour::default());
    run(&store, &clock, &before).await.unwrap();
    let there = content(&store).await;
    clock.turn(TimeDelta::days(1));
    let lake = lake(&store, &clock).await.unwrap();
    let all = Selection::default();
    let of =
        |source: Empty| -> Sources { BTreeMap::from([("s".to_owned(), Box::new(source) as _)]) };
    for (other, called) in [
        (Empty("other", None), "s is other in"),
        (Empty("fake", Some("B")), "s is fake:place=B in"),
    ] {
        let other = of(other);
        for error in [
            lake.run(&other, &all, 1, &|_| ()).await.map(drop),
            lake.verify(&other, Sample::All).await.map(drop),
            lake.media(&other, 1, &|_, _| ()).await.map(drop),
        ] {
            let error = error.unwrap_err();
            let text = error.to_string();
            assert!(matches!(error, LakeError::Settings(_)), "{error:?}");
            assert!(
                text.contains(called) && text.contains("are those of fake"),
                "{text}"
            );
        }
    }
    assert_eq!(content(&store).await, there);
    // As the account that it was it goes on, and where the name is new there is nothing to be taken for another's.
    run(&store, &clock, &before).await.unwrap();
    let new = BTreeMap::from([(
        "t".to_owned(),
        Box::new(Empty("other", None)) as Box<dyn Source>,
    )]);
    lake.run(&new, &all, 1, &|_| ()).await.unwrap();
    assert_eq!(content(&store).await, truth(&before));
}
