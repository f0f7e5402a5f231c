//! Lists that change while they are read: nothing that was there all the time is lost in silence or comes twice.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use proptest::prelude::*;

use super::fake::{CURSOR, Fake, OFFSET, PAGED, page};
use crate::lists::{Position, Proof, Reading, Summary};

/// The page of a list that begins at a position.
pub fn answer(items: &[i64], at: &Position, size: usize) -> String {
    let total = items.len();
    let index = |number: i64| usize::try_from(number).unwrap_or(0).min(total);
    let begin = match at {
        Position::Start => 0,
        Position::Offset(offset) => index(*offset),
        Position::Page(page) => index(page.saturating_sub(1).saturating_mul(size as i64)),
        Position::After(id) => {
            // As services do it that order by age: after where that item was, though it may be gone.
            let id: i64 = id.parse().expect("an id");
            items.iter().position(|item| *item == id).map_or_else(
                || items.iter().position(|item| *item > id).unwrap_or(total),
                |index| index + 1,
            )
        }
    };
    let end = begin.saturating_add(size).min(total);
    let next = if end < total {
        end.to_string()
    } else {
        "null".to_owned()
    };
    let rest = format!(
        r#""next": {next}, "total": {total}, "more": {}"#,
        end < total
    );
    page(items[begin..end].iter().copied(), &rest)
}

/// What happens to the list before an answer.
#[derive(Clone, Debug)]
enum Change {
    Nothing,
    /// New items come in at a place.
    Insert(usize, usize),
    /// Items go at a place.
    Delete(usize, usize),
    /// The request fails.
    Fault,
    /// The job crashes, and another one goes on.
    Crash,
}

fn changes(kinds: std::ops::Range<u8>) -> impl Strategy<Value = Vec<Change>> {
    let change = (kinds, 0usize..60, 1usize..6).prop_map(|(kind, at, count)| match kind {
        0 => Change::Insert(0, count),
        1 => Change::Insert(at, count),
        2 => Change::Delete(at, count),
        3 => Change::Delete(0, count),
        4 => Change::Fault,
        5 => Change::Crash,
        _ => Change::Nothing,
    });
    proptest::collection::vec(change, 0..30)
}

struct World {
    items: Vec<i64>,
    /// Those that were there from the first answer to the last.
    lasting: BTreeSet<i64>,
    changes: std::vec::IntoIter<Change>,
    fresh: i64,
    crash: bool,
}

impl World {
    fn answer(&mut self, at: &Position, size: usize) -> Result<String, u16> {
        match self.changes.next().unwrap_or(Change::Nothing) {
            Change::Nothing => {}
            Change::Fault => return Err(503),
            Change::Crash => self.crash = true,
            Change::Insert(place, count) => {
                let place = place.min(self.items.len());
                for _ in 0..count {
                    self.fresh += 1;
                    self.items.insert(place, self.fresh);
                }
            }
            Change::Delete(place, count) => {
                let place = place.min(self.items.len());
                let end = (place + count).min(self.items.len());
                for gone in self.items.drain(place..end) {
                    self.lasting.remove(&gone);
                }
            }
        }
        Ok(answer(&self.items, at, size))
    }
}

struct Outcome {
    delivered: Vec<i64>,
    lasting: BTreeSet<i64>,
    summary: Summary,
    crashes: usize,
}

async fn read<const KIND: u8>(len: i64, size: usize, changes: Vec<Change>) -> Outcome {
    let world = Arc::new(Mutex::new(World {
        items: (1..=len).collect(),
        lasting: (1..=len).collect(),
        changes: changes.into_iter(),
        fresh: 1_000_000,
        crash: false,
    }));
    let shared = Arc::clone(&world);
    let fake = Fake::<KIND>::new(move |at| shared.lock().unwrap().answer(at, size));
    let mut stream = fake.stream();
    let (mut delivered, mut crashes) = (Vec::new(), 0);
    loop {
        assert!(fake.asked().len() < 2000, "endless");
        match stream.next().await {
            Some(Ok(item)) => delivered.push(item.id),
            Some(Err(_)) => stream.resume(),
            None => break,
        }
        if std::mem::take(&mut world.lock().unwrap().crash) {
            crashes += 1;
            stream = Reading::default()
                .resume_from(stream.cursor())
                .stream(fake.clone());
        }
    }
    let world = world.lock().unwrap();
    Outcome {
        delivered,
        lasting: world.lasting.clone(),
        summary: stream.summary().clone(),
        crashes,
    }
}

fn runs() -> ProptestConfig {
    ProptestConfig::with_cases(300)
}

fn run<T>(reading: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime")
        .block_on(reading)
}

fn holds(reading: &Outcome) -> Result<(), TestCaseError> {
    let delivered: BTreeSet<i64> = reading.delivered.iter().copied().collect();
    prop_assert!(*reading.summary.proof() != Proof::default());
    // A job that crashed does not know what the one before it delivered.
    if reading.crashes == 0 {
        prop_assert_eq!(
            delivered.len(),
            reading.delivered.len(),
            "something came twice"
        );
        let lost: Vec<_> = reading.lasting.difference(&delivered).collect();
        prop_assert!(
            lost.is_empty() || !reading.summary.is_complete(),
            "lost in silence: {:?}",
            lost
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(runs())]

    #[test]
    fn by_offset(len in 0i64..60, size in 1usize..9, changes in changes(0..8)) {
        holds(&run(read::<OFFSET>(len, size, changes)))?;
    }

    #[test]
    fn by_page(len in 0i64..60, size in 1usize..9, changes in changes(0..8)) {
        holds(&run(read::<PAGED>(len, size, changes)))?;
    }

    /// Services order by age and go on after an item, so nothing shifts; the ids of what is inserted in the middle would not be in
    /// order, so items only go.
    #[test]
    fn by_cursor(len in 0i64..60, size in 1usize..9, changes in changes(2..8)) {
        let reading = run(read::<CURSOR>(len, size, changes));
        holds(&reading)?;
        let delivered: BTreeSet<i64> = reading.delivered.iter().copied().collect();
        prop_assert!(reading.lasting.is_subset(&delivered), "nothing is lost, crash or no crash");
    }

    /// A list that only grows, at its front, is delivered whole, each item once, however often the job crashes.
    #[test]
    fn growing_at_the_front(len in 0i64..60, size in 1usize..9, changes in changes(4..9), inserts in proptest::collection::vec(0usize..4, 0..30)) {
        let changes = changes.into_iter().zip(inserts).map(|(change, count)| match change {
            Change::Nothing => Change::Insert(0, count),
            change => change,
        });
        let changes: Vec<Change> = changes.collect();
        for reading in [run(read::<OFFSET>(len, size, changes.clone())), run(read::<PAGED>(len, size, changes))] {
            let delivered: BTreeSet<i64> = reading.delivered.iter().copied().collect();
            prop_assert!(reading.lasting.is_subset(&delivered));
            if reading.crashes == 0 {
                prop_assert_eq!(delivered.len(), reading.delivered.len());
            }
        }
    }
}
