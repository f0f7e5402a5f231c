//! By chance: what a service does between runs, how many writers there are, and where each of them stops.

use std::collections::BTreeMap;
use std::sync::Arc;

use callslip_calls::Call;
use chrono::{DateTime, TimeDelta, Utc};
use fastrand::Rng;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};

use super::crash::{Stop, Stopping};
use super::fake::{Behaviour, PLAIN, Service};
use super::{
    Clock, calls_of, checkpoint_every, content, keys_are_unique, lake, memory, run, sources, time,
};
use crate::lake::{Lake, Selection};
use crate::window::{Part, State};
use crate::{LakeError, Sample, Window};

/// Each is another story.
const STORIES: u64 = 16;
const STEPS: usize = 5;

struct Story {
    rng: Rng,
    store: Arc<dyn ObjectStore>,
    clock: Clock,
    service: Service,
    behaviour: Behaviour,
    /// When something was last done to a call made at a time.
    touched: BTreeMap<DateTime<Utc>, DateTime<Utc>>,
    made: u32,
}

impl Story {
    async fn begin(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let behaviour = Behaviour {
            total: rng.bool(),
            filter_ignored: rng.u8(..4) == 0,
            body: rng.bool().then_some(32),
            snapshot: seed % 4 == 2,
            seeds: if seed % 4 == 3 { &["", "b"] } else { &[] },
            ..PLAIN
        };
        let (store, clock) = (memory(), Clock::at("2026-03-03T10:00:00Z"));
        checkpoint_every(&store, &clock, rng.u64(1..5)).await;
        Self {
            service: Service::new(behaviour),
            rng,
            store,
            clock,
            behaviour,
            touched: BTreeMap::new(),
            made: 0,
        }
    }

    /// Calls come, late ones among them, change and go.
    fn live(&mut self) {
        let now = self.clock.now();
        for _ in 0..self.rng.u8(..6) {
            let calls: Vec<Call<'static>> = self.service.calls().into_values().collect();
            let old = self.rng.choice(&calls).cloned();
            let at = match (self.rng.u8(..8), old) {
                (0, Some(call)) if !self.behaviour.snapshot => {
                    self.service.delete(&call.call_id);
                    call.created_at.unwrap()
                }
                (1..4, Some(call)) => {
                    let at = call.created_at.unwrap();
                    let text = *self.rng.choice(&["open", "done", "more"]).unwrap();
                    self.service.put(&call.call_id, &at.to_rfc3339(), text);
                    at
                }
                _ => {
                    let since = (now - time(super::SINCE)).num_seconds();
                    let back = TimeDelta::seconds(self.rng.i64(0..since) / self.rng.i64(1..9));
                    let at = now - back;
                    self.made += 1;
                    let id = format!("{}{}", self.rng.choice(["a", "b"]).unwrap(), self.made);
                    self.service.put(&id, &at.to_rfc3339(), "first");
                    at
                }
            };
            self.touched.insert(at, now);
        }
    }

    /// One to three writers at once; each may be stopped anywhere.
    async fn write(&mut self) {
        let mut writers = Vec::new();
        for _ in 0..self.rng.u8(1..4) {
            let stop = [Stop::Before, Stop::After, Stop::Torn][self.rng.usize(..3)];
            let left = match self.rng.u8(..3) {
                0 => usize::MAX,
                _ => self.rng.usize(1..60),
            };
            let store: Arc<dyn ObjectStore> = Stopping::over(&self.store, left, stop);
            let (clock, service) = (&self.clock, &self.service);
            let at_once = self.rng.usize(1..4);
            writers.push(async move {
                let lake = lake(&store, clock).await?;
                let all = Selection::default();
                lake.run(&sources(service), &all, at_once, &|_| ()).await
            });
        }
        futures_util::future::join_all(writers).await;
        // Each writer can leave one torn commit: a table each.
        for _ in 0..4 {
            match lake(&self.store, &self.clock).await {
                Ok(_) => return,
                Err(LakeError::Damaged { file, .. }) => {
                    self.store.delete(&Path::from(file)).await.unwrap();
                }
                Err(error) => panic!("{error}"),
            }
        }
        panic!("more is damaged than writers can have done");
    }

    async fn lake(&self) -> Lake {
        lake(&self.store, &self.clock).await.unwrap()
    }

    /// The calls of a window as the service has them, by id, and whether something was done to one since the window was read.
    fn of_window(&self, window: &Window) -> (BTreeMap<String, String>, bool) {
        let Part::Time { from, to } = window.part else {
            panic!("only times are sealed")
        };
        let calls = self.service.calls().into_values();
        let within = calls.filter(|call| (from..to).contains(&call.created_at.unwrap()));
        let touched = self
            .touched
            .range(from..to)
            .any(|(_, at)| *at >= window.read_at);
        (
            within
                .map(|call| (call.call_id.into_owned(), call.raw.into_owned()))
                .collect(),
            touched,
        )
    }

    /// A sealed window holds what the service has, unless something was done to a call of it since: then a verification tells.
    async fn seals_hold(&self, told: &[(String, Vec<String>)]) -> usize {
        let lake = self.lake().await;
        let lag = lake.settings().lag();
        let windows = lake.windows().await.unwrap();
        let sealed = windows
            .iter()
            .filter(|window| window.state(lag) == State::Sealed);
        let mut count = 0;
        for window in sealed {
            count += 1;
            let (expected, touched) = self.of_window(window);
            let found = calls_of(&self.store, &window.id()).await;
            let is_told = told.iter().any(|(id, _)| *id == window.id());
            assert!(
                found == expected || touched || is_told,
                "{}: {found:?}, not {expected:?}",
                window.id()
            );
        }
        count
    }

    /// When nothing happens any more and the runs come to their ends, the tables hold what the service has.
    async fn rest(&mut self) -> usize {
        for call in self.service.calls().into_values() {
            if call.is_final == Some(false) {
                let at = call.created_at.unwrap();
                self.service.put(&call.call_id, &at.to_rfc3339(), "done");
                self.touched.insert(at, self.clock.now());
            }
        }
        for days in [8, 1] {
            self.clock.turn(TimeDelta::days(days));
            run(&self.store, &self.clock, &self.service).await.unwrap();
        }
        let sources = sources(&self.service);
        // What was given up is told, and read when it is asked for.
        let lake = self.lake().await;
        for window in lake.windows().await.unwrap() {
            if window.unfinished + window.stale > 0 {
                let one = Selection::of_window(window.id());
                lake.run(&sources, &one, 1, &|_| ()).await.unwrap();
            }
        }
        let verified = self.lake().await.verify(&sources, Sample::All).await;
        let sealed = self.seals_hold(&verified.unwrap().changed).await;
        let held = content(&self.store).await.into_iter();
        let held = held.filter(|(_, (_, is_deleted, _))| !is_deleted);
        let held: BTreeMap<_, _> = held.collect();
        assert_eq!(held, super::truth(&self.service));
        keys_are_unique(&self.store).await;
        sealed
    }
}

#[tokio::test]
async fn whatever_happens_seals_hold_and_at_rest_the_tables_are_what_the_service_has() {
    let mut sealed = 0;
    for seed in 0..STORIES {
        // Shown where one fails.
        println!("story {seed}");
        let mut story = Story::begin(seed).await;
        for _ in 0..STEPS {
            story.live();
            story.write().await;
            sealed += story.seals_hold(&[]).await;
            let hours = story.rng.i64(1..40);
            story.clock.turn(TimeDelta::hours(hours));
        }
        sealed += story.rest().await;
    }
    assert!(sealed > 50, "only {sealed} windows were ever sealed");
}
