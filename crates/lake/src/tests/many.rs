//! Lakes of many windows: what is asked of the store for each does not become more with their number.

use std::sync::Arc;

use callslip_calls::{Call, Recording, Turn};
use chrono::TimeDelta;

use super::crash::{Stop, Stopping};
use super::{Clock, content, keys_are_unique, lake, memory, time};
use crate::lake::{Selection, Sources};
use crate::source::{Abilities, Answer, Link, Listed, Query, Reach, Sink, Source, Take};

/// So many seeds, each of whose two calls is also one of a neighbour's.
struct Ring(usize);

impl Source for Ring {
    fn provider(&self) -> &'static str {
        "fake"
    }

    fn reach(&self) -> Reach {
        Reach::Seeded((0..self.0).map(|seed| seed.to_string()).collect())
    }

    fn abilities(&self) -> Abilities {
        Abilities::default()
    }

    fn list<'a>(&'a self, query: Query, take: &'a mut Take<'a>) -> Answer<'a, Listed> {
        Box::pin(async move {
            let seed: usize = query.seed.unwrap().parse().unwrap();
            for number in [seed, (seed + 1) % self.0] {
                let mut call = Call::new("fake", number.to_string());
                call.created_at = Some(time("2026-03-02T00:00:00Z"));
                call.is_final = Some(true);
                call.raw = format!("{{\"id\": {number}}}").into();
                assert!(take(vec![call]).is_continue());
            }
            Ok(Listed {
                ended: true,
                requests: 1,
                ..Listed::default()
            })
        })
    }

    fn get<'a>(&'a self, _: &'a str) -> Answer<'a, Option<Call<'static>>> {
        Box::pin(async { unreachable!("nothing is open") })
    }

    fn turns<'a>(&'a self, _: &'a str) -> Answer<'a, Vec<Turn<'static>>> {
        Box::pin(async { unreachable!("they come with the call") })
    }

    fn recordings<'a>(&'a self, _: &'a str) -> Answer<'a, Vec<Recording>> {
        Box::pin(async { unreachable!("they come with the call") })
    }

    fn download<'a>(&'a self, _: &'a Link, _: &'a mut Sink) -> Answer<'a, Option<String>> {
        Box::pin(async { unreachable!("there are none") })
    }
}

/// How many operations each of two runs takes, the second one by a new process.
async fn operations(seeds: usize) -> [usize; 2] {
    let (store, clock) = (memory(), Clock::at("2026-03-05T10:00:00Z"));
    let mut taken = [0; 2];
    for taken in &mut taken {
        let counting = Stopping::over(&store, usize::MAX, Stop::Before);
        let ring: Box<dyn Source> = Box::new(Ring(seeds));
        let sources = Sources::from([("s".to_owned(), ring)]);
        let over: Arc<dyn object_store::ObjectStore> = Arc::<Stopping>::clone(&counting);
        let lake = lake(&over, &clock).await.unwrap();
        let report = lake.run(&sources, &Selection::default(), 1, &|_| ()).await;
        assert_eq!(report.unwrap().windows.len(), seeds);
        *taken = usize::MAX - counting.left();
        clock.turn(TimeDelta::days(2));
    }
    keys_are_unique(&store).await;
    assert_eq!(content(&store).await.len(), seeds);
    taken
}

#[tokio::test]
async fn a_window_takes_no_more_operations_where_there_are_many_others() {
    let (few, many) = (operations(12).await, operations(48).await);
    for (few, many) in few.into_iter().zip(many) {
        assert!(many <= 4 * few, "{few} for 12 windows, {many} for 48");
    }
}
