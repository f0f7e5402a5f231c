//! What becomes of the calls of one list, each of which is a row as soon as it comes.

use callslip_calls::{Call, Turn};
use chrono::Utc;

use super::fake::PLAIN;
use super::service;
use crate::ask::Asker;
use crate::before::Before;
use crate::files;
use crate::settings::Settings;
use crate::texts::RAW;

/// More than are encoded at a time.
const CALLS: usize = 1500;

fn call(id: usize, text: &str, turns: i32) -> Call<'static> {
    let mut call = Call::new("fake", format!("c{id:05}"));
    call.raw = format!("{{\"is\": \"{text}\"}}").into();
    call.turns = (0..turns).map(Turn::new).collect();
    call
}

/// Lists give a call twice when calls come while they are read, and then it may have changed.
#[tokio::test]
async fn a_call_that_comes_again_stands_there_once_as_it_came_last() {
    let (service, before) = (service(PLAIN), Before::default());
    let settings = Settings::new(Utc::now(), ["s=fake"]).unwrap();
    let mut asker = Asker::new(&service, &settings, &before, "w".to_owned(), Utc::now());
    let mut take = |calls: Vec<Call<'static>>| {
        let mut rows = Vec::new();
        for call in calls {
            asker.take(call, &mut rows);
        }
        asker.write(&rows);
    };
    // Some come again together with those that they take the place of.
    let first = (0..CALLS).collect::<Vec<_>>();
    for some in first.chunks(7) {
        let comes = |id: &usize| {
            let once = call(*id, "first", 2);
            let again = (*id % 100 == 50).then(|| call(*id, "again", 1));
            [Some(once), again].into_iter().flatten()
        };
        take(some.iter().flat_map(comes).collect());
    }
    // Of these rows some are encoded by now, and some are not.
    for id in (0..CALLS).step_by(500) {
        take(vec![call(id, "second", 3), call(id, "second", 3)]);
    }
    asker.leave("c00007");
    asker.leave("nobody");
    let seen = asker.take_seen();
    // They are asked about, and told of, in the order of their ids.
    assert!(seen.is_sorted_by(|(one, _), (other, _)| one < other));
    for (id, seen) in seen {
        asker.listed(&id, seen).await.unwrap();
    }
    let rows = asker.rows;
    assert_eq!(rows.calls.len(), CALLS - 1);
    let calls = rows.calls.finish(std::iter::empty(), "w").unwrap();
    let turns = rows.turns.finish(std::iter::empty(), "w").unwrap();
    let calls = files::decode(calls.bytes.into()).unwrap();
    let turns = files::decode(turns.bytes.into()).unwrap();
    let count = |batches: &[arrow_array::RecordBatch], id: &str| {
        let ids = batches.iter().flat_map(files::ids);
        ids.filter(|it| *it == Some(id)).count()
    };
    for (id, text, said) in [
        (0, "second", 3),
        (500, "second", 3),
        (1000, "second", 3),
        (1, "first", 2),
        (150, "again", 1),
    ] {
        let id = format!("c{id:05}");
        let mut raws = calls.iter();
        let raw = raws.find_map(|it| files::text_in(it, RAW, &id)).unwrap();
        assert!(raw.contains(text), "{id}: {raw}");
        assert_eq!((count(&calls, &id), count(&turns, &id)), (1, said), "{id}");
    }
    assert_eq!((count(&calls, "c00007"), count(&turns, "c00007")), (0, 0));
}
