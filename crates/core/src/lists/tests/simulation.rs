//! A service that knows the truth, and everything that lists were seen to do: whatever it does, a reading ends after a bounded
//! number of requests, and one that calls itself complete has the whole list.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use proptest::prelude::*;

use super::fake::{AT, CURSOR, Fake, OFFSET, PAGED, UNPAGED};
use crate::lists::{Doubt, Position, Proof, Reading, Summary};

/// What a row is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Good,
    /// Its id says nothing.
    Nameless,
    /// Its id is null, so that it is no record.
    Lost,
    /// It has the id of the row before it.
    Shared,
    /// It cannot be read.
    Bad,
    Mended,
}

/// One row; `key` is the truth about which it is.
#[derive(Clone, Debug)]
struct Row {
    key: i64,
    id: i64,
    kind: Kind,
}

impl Row {
    fn json(&self) -> String {
        let Self { key, id, kind } = self;
        let (id, at) = match kind {
            Kind::Good | Kind::Shared | Kind::Mended => (id.to_string(), format!("\"{AT}\"")),
            Kind::Nameless => ("0".to_owned(), format!("\"{AT}\"")),
            Kind::Lost => ("null".to_owned(), format!("\"{AT}\"")),
            Kind::Bad => (id.to_string(), "3".to_owned()),
        };
        // A number is mended to a text.
        let note = match kind {
            Kind::Mended => format!("{key}.0"),
            _ => format!("\"{key}.0\""),
        };
        format!(r#"{{"id": {id}, "at": {at}, "note": {note}}}"#)
    }
}

/// What happens before or instead of an answer.
#[derive(Clone, Debug)]
enum Event {
    Nothing,
    Insert(usize, usize),
    Delete(usize, usize),
    Fault,
    /// A success status, and a body that is an error's.
    ErrorBody,
    NoList,
    NullList,
    Cut(usize),
    /// Only so many of the items.
    Short(usize),
    Empty,
    /// The answer before once more.
    Repeat,
    /// One token of one item is none.
    BadToken(usize),
    /// The text of a row changes.
    Edit(usize),
    Crash,
}

impl Event {
    /// Whether a list can lose rows by it that only a total tells of.
    fn moves(&self) -> bool {
        matches!(
            self,
            Self::Insert(..) | Self::Delete(..) | Self::Short(_) | Self::Empty | Self::Repeat
        )
    }
}

/// What the service says of its total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Total {
    Exact,
    Text,
    Renamed,
    Nested,
    Absent,
    /// Half of it every other time.
    Flapping,
    TooSmall,
}

struct World {
    rows: Vec<Row>,
    /// The keys that were there from the first answer to the last.
    lasting: BTreeSet<i64>,
    events: std::vec::IntoIter<Event>,
    happened: Vec<Event>,
    total: Total,
    /// Whether `next` and `more` are told.
    hints: bool,
    last: Option<String>,
    answers: usize,
    fresh: i64,
    crash: bool,
}

impl World {
    fn answer(&mut self, at: &Position, size: usize) -> Result<String, u16> {
        let event = self.events.next().unwrap_or(Event::Nothing);
        self.happened.push(event.clone());
        self.answers += 1;
        let mut rows = None;
        match event {
            Event::Insert(place, count) => {
                let place = place.min(self.rows.len());
                for _ in 0..count {
                    self.fresh += 1;
                    let (key, id) = (self.fresh, self.fresh);
                    self.rows.insert(
                        place,
                        Row {
                            key,
                            id,
                            kind: Kind::Good,
                        },
                    );
                }
            }
            Event::Delete(place, count) => {
                let place = place.min(self.rows.len());
                let end = (place + count).min(self.rows.len());
                for gone in self.rows.drain(place..end) {
                    self.lasting.remove(&gone.key);
                }
            }
            Event::Edit(place) => {
                let place = place.min(self.rows.len().saturating_sub(1));
                if let Some(row) = self.rows.get_mut(place)
                    && matches!(row.kind, Kind::Good | Kind::Mended)
                {
                    row.kind = if row.kind == Kind::Good {
                        Kind::Mended
                    } else {
                        Kind::Good
                    };
                }
            }
            Event::Fault => return Err(503),
            Event::ErrorBody => return Ok(r#"{"message": "Server busy"}"#.to_owned()),
            Event::NoList => return Ok(r#"{"total": 0, "more": false}"#.to_owned()),
            Event::NullList => {
                return Ok(r#"{"items": null, "total": 0, "more": false}"#.to_owned());
            }
            Event::Repeat => {
                if let Some(last) = &self.last {
                    return Ok(last.clone());
                }
            }
            Event::Short(count) => rows = Some(count.min(size)),
            Event::Empty => rows = Some(0),
            Event::Crash => self.crash = true,
            Event::Cut(_) | Event::BadToken(_) | Event::Nothing => {}
        }
        let mut body = self.page(at, size, rows);
        match event {
            Event::Cut(at) => body.truncate(at % body.len()),
            Event::BadToken(which) => {
                let places: Vec<usize> = body.match_indices("\"note\"").map(|(at, _)| at).collect();
                if let Some(at) = places.get(which % places.len().max(1)) {
                    body.replace_range(*at..*at, "NaN, ");
                }
            }
            _ => self.last = Some(body.clone()),
        }
        Ok(body)
    }

    fn page(&self, at: &Position, size: usize, most: Option<usize>) -> String {
        let len = self.rows.len();
        let index = |number: i64| usize::try_from(number).unwrap_or(0).min(len);
        let begin = match at {
            Position::Start => 0,
            Position::Offset(offset) => index(*offset),
            Position::Page(page) => index(page.saturating_sub(1).saturating_mul(size as i64)),
            // By age: after where that row was, though it may be gone.
            Position::After(id) => {
                let id: i64 = id.parse().expect("an id");
                self.rows
                    .iter()
                    .rposition(|row| row.id <= id)
                    .map_or(0, |index| index + 1)
            }
        };
        let full = begin.saturating_add(size).min(len);
        let end = most.map_or(full, |most| (begin + most).min(full));
        let items: Vec<String> = self.rows[begin..end].iter().map(Row::json).collect();
        let mut said = vec![format!(r#""items": [{}]"#, items.join(", "))];
        if self.hints {
            said.push(format!(r#""more": {0}, "has_more": {0}"#, end < len));
            let next = matches!(at, Position::Offset(_) | Position::Start) && end < len;
            said.push(format!(
                r#""next": {}"#,
                if next {
                    end.to_string()
                } else {
                    "null".to_owned()
                }
            ));
        }
        match self.total {
            Total::Exact => said.push(format!(r#""total": {len}"#)),
            Total::Text => said.push(format!(r#""total": "{len}""#)),
            Total::Renamed => said.push(format!(r#""totalRecords": {len}.0"#)),
            Total::Nested => said.push(format!(r#""pagination": {{"total_count": {len}}}"#)),
            Total::Absent => {}
            Total::Flapping if self.answers % 2 == 1 => said.push(format!(r#""total": {len}"#)),
            Total::Flapping | Total::TooSmall => said.push(format!(r#""total": {}"#, len / 2)),
        }
        format!("{{{}}}", said.join(", "))
    }
}

struct Plan {
    kinds: Vec<Kind>,
    size: usize,
    total: Total,
    hints: bool,
    events: Vec<Event>,
    /// After so many items the job stops, and another one goes on from its cursor; 0: never.
    stop_every: usize,
}

/// So often a job is stopped: one that is stopped again before it gets past rows without ids never does.
const MOST_STOPS: usize = 10;

struct Outcome {
    seen: BTreeSet<i64>,
    lasting: BTreeSet<i64>,
    summary: Summary,
    /// Whether a cursor was gone on from after the list had moved, which the later reading cannot know.
    moved_and_crashed: bool,
    happened: Vec<Event>,
}

/// The key in the JSON of a row.
fn key(raw: &[u8]) -> i64 {
    let text = String::from_utf8_lossy(raw).into_owned();
    let (_, note) = text.split_once("\"note\": ").expect("a note");
    let digits: String = note
        .trim_start_matches('"')
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().expect("a key")
}

async fn read<const KIND: u8>(plan: &Plan) -> Outcome {
    let mut rows: Vec<Row> = Vec::new();
    for (key, kind) in (1..).zip(&plan.kinds) {
        let id = match (kind, rows.last()) {
            (Kind::Shared, Some(before)) => before.id,
            _ => key,
        };
        rows.push(Row {
            key,
            id,
            kind: *kind,
        });
    }
    let world = Arc::new(Mutex::new(World {
        lasting: rows.iter().map(|row| row.key).collect(),
        rows,
        events: plan.events.clone().into_iter(),
        happened: Vec::new(),
        total: plan.total,
        hints: plan.hints,
        last: None,
        answers: 0,
        fresh: 1_000_000,
        crash: false,
    }));
    let (shared, size) = (Arc::clone(&world), plan.size);
    let fake = Fake::<KIND>::new(move |at| shared.lock().unwrap().answer(at, size));
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let begin = |cursor| {
        let reading = match cursor {
            Some(cursor) => Reading::default().resume_from(cursor),
            None => Reading::default(),
        };
        let mut stream = reading.stream(fake.clone());
        let hand = Arc::clone(&seen);
        stream.set_aside_to(move |item| {
            hand.lock().unwrap().insert(key(item.raw()));
        });
        stream
    };
    let mut stream = begin(None);
    let (mut errors, mut crashes, mut delivered) = (0, 0, 0);
    loop {
        assert!(fake.asked().len() < 3000, "endless");
        match stream.next().await {
            Some(Ok(item)) => {
                delivered += 1;
                seen.lock()
                    .unwrap()
                    .insert(key(item.raw().get().as_bytes()));
            }
            // A list that leads nowhere leads nowhere.
            Some(Err(_)) if errors > 60 => break,
            Some(Err(_)) => {
                errors += 1;
                stream.resume();
            }
            None => break,
        }
        let stops = plan.stop_every > 0 && delivered == plan.stop_every && crashes < MOST_STOPS;
        if std::mem::take(&mut world.lock().unwrap().crash) || stops {
            delivered = 0;
            crashes += 1;
            stream = begin(Some(stream.cursor()));
        }
    }
    let world = world.lock().unwrap();
    Outcome {
        seen: seen.lock().unwrap().clone(),
        lasting: world.lasting.clone(),
        summary: stream.summary().clone(),
        moved_and_crashed: crashes > 0 && world.happened.iter().any(Event::moves),
        happened: world.happened.clone(),
    }
}

fn run<const KIND: u8>(plan: &Plan) -> Result<(), TestCaseError> {
    let reading = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime")
        .block_on(read::<KIND>(plan));
    let lost: Vec<_> = reading.lasting.difference(&reading.seen).collect();
    prop_assert!(
        lost.is_empty() || reading.moved_and_crashed || !reading.summary.is_complete(),
        "lost in silence: {:?}, {}; {:?} {:?}",
        lost,
        reading.summary,
        plan.total,
        reading.happened
    );
    Ok(())
}

fn kinds(shared: bool) -> impl Strategy<Value = Vec<Kind>> {
    let kind = prop_oneof![
        12 => Just(Kind::Good),
        1 => Just(Kind::Nameless),
        1 => Just(Kind::Lost),
        1 => Just(if shared { Kind::Shared } else { Kind::Good }),
        1 => Just(Kind::Bad),
        2 => Just(Kind::Mended),
    ];
    proptest::collection::vec(kind, 0..50)
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => Just(Event::Nothing),
        2 => (0usize..50, 1usize..6).prop_map(|(at, count)| Event::Insert(at, count)),
        1 => (1usize..6).prop_map(|count| Event::Insert(0, count)),
        2 => (0usize..50, 1usize..6).prop_map(|(at, count)| Event::Delete(at, count)),
        1 => Just(Event::Fault),
        1 => Just(Event::ErrorBody),
        1 => Just(Event::NoList),
        1 => Just(Event::NullList),
        1 => any::<u16>().prop_map(|at| Event::Cut(at.into())),
        1 => (0usize..6).prop_map(Event::Short),
        1 => Just(Event::Empty),
        1 => Just(Event::Repeat),
        1 => any::<u8>().prop_map(|which| Event::BadToken(which.into())),
        1 => (0usize..50).prop_map(Event::Edit),
        1 => Just(Event::Crash),
    ]
}

fn total() -> impl Strategy<Value = Total> {
    proptest::sample::select(vec![
        Total::Exact,
        Total::Text,
        Total::Renamed,
        Total::Nested,
        Total::Absent,
        Total::Flapping,
        Total::TooSmall,
    ])
}

/// What a service does. What no client can see is left out: without a total that is right, rows that move to where they are not
/// looked for; and a service that says that there are fewer than there are, gives as many, and leads no further.
fn plans(shared: bool, ordered: bool) -> impl Strategy<Value = Plan> {
    let events = proptest::collection::vec(event(), 0..30);
    let stops = prop_oneof![2 => Just(0), 1 => 1usize..12];
    (
        kinds(shared),
        1usize..9,
        total(),
        any::<bool>(),
        events,
        stops,
    )
        .prop_map(move |(kinds, size, total, hints, events, stop_every)| {
            let untrue = matches!(total, Total::Flapping | Total::TooSmall);
            let right = !untrue && total != Total::Absent;
            let events = events
                .into_iter()
                .map(|event| match event {
                    Event::Insert(..) if ordered => Event::Nothing,
                    event if event.moves() && !right => Event::Nothing,
                    event => event,
                })
                .collect();
            Plan {
                kinds,
                size,
                total,
                hints: hints || untrue,
                events,
                stop_every,
            }
        })
}

impl std::fmt::Debug for Plan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Plan")
            .field("kinds", &self.kinds)
            .field("size", &self.size)
            .field("total", &self.total)
            .field("hints", &self.hints)
            .field("events", &self.events)
            .field("stop_every", &self.stop_every)
            .finish()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn by_offset(plan in plans(true, false)) {
        run::<OFFSET>(&plan)?;
    }

    #[test]
    fn by_page(plan in plans(true, false)) {
        run::<PAGED>(&plan)?;
    }

    /// Services go on after an item by its place in their order, so new rows come at the end only, and ids are distinct.
    #[test]
    fn by_cursor(plan in plans(false, true)) {
        run::<CURSOR>(&plan)?;
    }

    #[test]
    fn unpaged(plan in plans(true, false), size in 1usize..100) {
        let hints = plan.hints || plan.total == Total::Absent;
        run::<UNPAGED>(&Plan { size, hints, ..plan })?;
    }
}

/// Where nothing goes wrong, a reading says so: the property above must not hold because nothing is ever complete.
#[test]
fn a_list_that_is_left_alone_is_complete() {
    for total in [
        Total::Exact,
        Total::Text,
        Total::Renamed,
        Total::Nested,
        Total::Absent,
        Total::TooSmall,
    ] {
        for hints in [true, false] {
            if total == Total::TooSmall && !hints {
                continue;
            }
            for len in [0, 1, 6, 7, 20] {
                let kinds = [Kind::Good, Kind::Mended, Kind::Bad, Kind::Good];
                let plan = Plan {
                    kinds: kinds.into_iter().cycle().take(len).collect(),
                    size: 6,
                    total,
                    hints,
                    events: Vec::new(),
                    stop_every: 0,
                };
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .build()
                    .expect("a runtime");
                for reading in [
                    runtime.block_on(read::<OFFSET>(&plan)),
                    runtime.block_on(read::<PAGED>(&plan)),
                    runtime.block_on(read::<CURSOR>(&plan)),
                ] {
                    assert!(
                        reading.summary.is_complete(),
                        "{plan:?}: {}",
                        reading.summary
                    );
                    assert_eq!(reading.seen, reading.lasting);
                }
                let whole = runtime.block_on(read::<UNPAGED>(&plan));
                let told = *whole.summary.proof();
                let all = whole.seen == whole.lasting;
                assert_eq!(all, len <= 6);
                let unsaid = total == Total::Absent && !hints;
                assert!(
                    all == whole.summary.is_complete() || unsaid,
                    "{plan:?}: {told:?}"
                );
                assert!(
                    all || unsaid
                        || matches!(
                            told,
                            Proof::NotComplete(Doubt::Missing(_) | Doubt::MoreTold(_))
                        )
                );
            }
        }
    }
}
