//! Sends page after page, one ahead of its consumer, and keeps the account of what came.

use std::collections::VecDeque;
use std::task::{Context, Poll};

use bytes::Bytes;

use super::cursor::Cursor;
use super::fetch::Fetch;
use super::list::{List, Position, Signals};
use super::search::{Looked, Search};
use super::seen::Seen;
use super::set_aside::{Found, Shelf, find};
use super::summary::Summary;
use super::walk::{Met, Step, Walk};
use crate::drift::{Drift, DriftKind};
use crate::error::{Error, ErrorKind, Failure};
use crate::provider::{ListAt, Paging};
use crate::response::ResponseValue;

/// Reads a list page by page.
pub(super) struct Reader<L: List> {
    list: L,
    at: ListAt,
    state: State<L>,
    walk: Walk,
    seen: Seen,
    /// Before anything is delivered.
    search: Search,
    delivered: Delivered,
    pub(super) shelf: Shelf,
    pub(super) summary: Summary,
}

enum State<L: List> {
    /// Nothing was sent yet.
    Idle(Position),
    Fetching(Fetch<L>),
    /// An error was told. Reading goes on here if it is asked to.
    Paused(Position),
    /// Reading cannot begin.
    Refused(Option<Failure>),
    /// The last page led nowhere, which is told once that page was read.
    Stuck(Position, Option<Failure>),
    Ended,
}

/// How far the consumer has got.
struct Delivered {
    position: Position,
    anchors: VecDeque<String>,
}

pub(super) type Arrival<L> = Result<Page<L>, Error<<L as List>::Error>>;

/// A page with what is to be done with it.
pub(super) struct Page<L: List> {
    pub(super) value: ResponseValue<L::Page>,
    pub(super) position: Position,
    pub(super) items: Vec<Mark>,
}

/// What is known of an item.
pub(super) struct Mark {
    pub(super) id: Option<String>,
    pub(super) standing: Standing,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Delivered by an earlier reading.
    Before,
    New,
    /// Met earlier in this reading.
    Again,
}

impl<L: List> Reader<L> {
    pub(super) fn new(mut list: L, resume: Option<Cursor>) -> Self {
        let paging = L::OPERATION.paging;
        let at = paging.list().unwrap_or(ListAt {
            items: "",
            id: None,
        });
        let start = list.start();
        let mut walk = Walk::new(paging);
        let mut sought = Vec::new();
        let mut delivered = Delivered {
            position: start.clone(),
            anchors: VecDeque::new(),
        };
        let state = match resume {
            None => State::Idle(start),
            Some(cursor) => match accept(&mut list, paging, &cursor) {
                Err(failure) => State::Refused(Some(failure)),
                Ok(()) => {
                    walk.knows_size(cursor.size);
                    sought.clone_from(&cursor.anchors);
                    delivered = Delivered {
                        position: cursor.position.clone(),
                        anchors: cursor.anchors.into(),
                    };
                    State::Idle(cursor.position)
                }
            },
        };
        Self {
            list,
            at,
            state,
            walk,
            seen: Seen::default(),
            search: Search::new(paging, sought),
            delivered,
            shelf: Shelf::default(),
            summary: Summary::default(),
        }
    }

    /// The next page that has something for the consumer.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Arrival<L>>> {
        loop {
            let fetch = match &mut self.state {
                State::Fetching(fetch) => fetch,
                State::Idle(position) => {
                    let position = position.clone();
                    self.start(position);
                    continue;
                }
                State::Refused(failure) => {
                    return Poll::Ready(failure.take().map(|failure| Err(failure.into())));
                }
                State::Stuck(position, failure) => {
                    let failure = failure.take();
                    self.state = State::Paused(position.clone());
                    return Poll::Ready(failure.map(|failure| Err(failure.into())));
                }
                State::Paused(_) | State::Ended => return Poll::Ready(None),
            };
            let Poll::Ready(outcome) = fetch.poll(cx) else {
                return Poll::Pending;
            };
            let position = fetch.position.clone();
            let arrived = match outcome {
                Ok(value) => {
                    self.summary.note_attempts(value.attempts());
                    self.arrive(value, position.clone())
                }
                Err(error) => {
                    self.summary.note_attempts(error.attempts());
                    Err(error)
                }
            };
            match arrived {
                Ok(Some(page)) => return Poll::Ready(Some(Ok(page))),
                Ok(None) => {}
                Err(error) => {
                    self.state = State::Paused(position);
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }

    fn start(&mut self, position: Position) {
        self.state = match Fetch::start(&self.list, position) {
            Ok(fetch) => State::Fetching(fetch),
            Err(failure) => State::Refused(Some(failure)),
        };
    }

    /// Goes on after an error that was told.
    pub(super) fn resume(&mut self) {
        if let State::Paused(position) = &self.state {
            self.walk.forgive();
            self.state = State::Idle(position.clone());
        }
    }

    /// Takes in a page, and asks for the next one before anybody reads this one. `None`: it holds nothing for the consumer,
    /// and another one was asked for.
    fn arrive(
        &mut self,
        mut value: ResponseValue<L::Page>,
        position: Position,
    ) -> Result<Option<Page<L>>, Error<L::Error>> {
        let (list, id) = (self.at.items, self.at.id);
        if let Some(mended) = unreadable(value.repairs(), list) {
            return Err(no_list::<L>(mended, value.raw().clone()));
        }
        let ids: Vec<Option<String>> = L::items(&mut value)
            .map(|items| items.iter().map(L::id).collect())
            .unwrap_or_default();
        let skip = match self.search.look(&ids, &position) {
            Looked::Found(skip) => skip,
            Looked::Elsewhere(position) => {
                self.start(position);
                return Ok(None);
            }
        };
        let bad = find(
            value.raw(),
            value.repairs(),
            list,
            id,
            self.summary.pages + 1,
        );
        let signals = believed(L::signals(&value), L::OPERATION.paging, value.repairs());
        let bad_count = bad
            .iter()
            .fold(0u64, |sum, found| sum.saturating_add(found.count));
        let len = saturated(ids.len()).saturating_add(i64::try_from(bad_count).unwrap_or(i64::MAX));
        // An id stands for its item wherever it came last, even if that item cannot be read.
        let last = bad
            .last()
            .filter(|found| found.index.is_some_and(|index| saturated(index) + 1 == len))
            .map_or_else(|| ids.last().cloned().flatten(), |found| found.id.clone())
            .or_else(|| ids.iter().rev().flatten().next().cloned());
        let skip_raw = raw_len(skip, &bad);
        if self.summary.pages == 0 {
            self.summary.before = before(&position, len.max(self.walk.size()), skip_raw);
        }
        let items: Vec<Mark> = ids
            .into_iter()
            .enumerate()
            .map(|(index, id)| {
                let new = id.as_deref().is_none_or(|id| self.seen.insert(id));
                let standing = match (index < skip, new) {
                    (true, _) => Standing::Before,
                    (false, true) => Standing::New,
                    (false, false) => Standing::Again,
                };
                Mark { id, standing }
            })
            .collect();
        let count = |standing| {
            items
                .iter()
                .filter(|mark| mark.standing == standing)
                .count() as u64
        };
        let (new, again) = (count(Standing::New), count(Standing::Again));
        self.summary.pages += 1;
        self.summary.met += new;
        self.summary.duplicates += again;
        let bad_new = self.set_aside(bad, skip_raw);
        if let Some(total) = signals.total {
            self.summary.note_total(total);
        }
        let met = Met {
            len,
            fresh: new > 0 || bad_new,
            last,
            signals,
        };
        let step = self.walk.step(&position, &met);
        self.summary.shifted = self.walk.shifted;
        match step {
            Step::Next(next) => self.start(next),
            Step::End => {
                self.state = State::Ended;
                self.summary.ended = true;
            }
            Step::Stuck(what) => {
                // What this page has is delivered first.
                let failure = Failure::new(ErrorKind::Paging, L::PROVIDER, L::OPERATION).what(what);
                self.state = State::Stuck(position.clone(), Some(failure));
            }
        }
        Ok(Some(Page {
            value,
            position,
            items,
        }))
    }

    /// Takes note of items that could not be read; says whether one of them is new.
    fn set_aside(&mut self, bad: Vec<Found>, skip: usize) -> bool {
        let mut fresh = false;
        for Found {
            index,
            item,
            id,
            count,
        } in bad
        {
            let again = id.is_some_and(|id| !self.seen.insert(&id));
            if index.is_some_and(|index| index < skip) {
                continue;
            }
            if again {
                self.summary.duplicates += count;
                continue;
            }
            fresh = true;
            self.summary.set_aside += count;
            self.summary.met += count;
            let kept = !item.raw.is_empty() && self.shelf.keep(item);
            self.summary.set_aside_dropped += if kept { count - 1 } else { count };
        }
        fresh
    }

    /// An item of a page was handed out.
    pub(super) fn delivered(&mut self, position: &Position, id: Option<String>) {
        self.summary.delivered += 1;
        self.delivered.move_to(position);
        match id {
            Some(id) => self.delivered.anchor(id),
            // What cannot be found again cannot be gone on from: the page is read again from its beginning.
            None => self.delivered.anchors.clear(),
        }
    }

    /// A whole page was handed out.
    pub(super) fn delivered_page(&mut self, page: &Page<L>) {
        self.delivered.move_to(&page.position);
        for mark in &page.items {
            self.summary.delivered += u64::from(mark.standing != Standing::Before);
            match &mark.id {
                Some(id) => self.delivered.anchor(id.clone()),
                None => self.delivered.anchors.clear(),
            }
        }
    }

    pub(super) fn cursor(&self) -> Cursor {
        let paged = matches!(L::OPERATION.paging, Paging::Page { .. });
        Cursor {
            operation: Cursor::operation(L::PROVIDER, L::OPERATION),
            position: self.delivered.position.clone(),
            limit: self.list.limit().filter(|_| paged),
            size: self.walk.size(),
            anchors: self.delivered.anchors.iter().cloned().collect(),
        }
    }
}

impl Delivered {
    fn move_to(&mut self, position: &Position) {
        if self.position != *position {
            self.position = position.clone();
        }
    }

    fn anchor(&mut self, id: String) {
        if self.anchors.len() >= Cursor::ANCHORS {
            self.anchors.pop_front();
        }
        self.anchors.push_back(id);
    }
}

/// Makes a list begin where a cursor says, if it is one of that list.
fn accept<L: List>(list: &mut L, paging: Paging, cursor: &Cursor) -> Result<(), Failure> {
    let refused = |what: String| {
        Err(
            Failure::new(ErrorKind::InvalidRequest, L::PROVIDER, L::OPERATION)
                .what(format!("not sent: {what}")),
        )
    };
    if cursor.operation != Cursor::operation(L::PROVIDER, L::OPERATION) {
        return refused(
            "the cursor belongs to another list: use it with the one that gave it".to_owned(),
        );
    }
    let fits = matches!(
        (&cursor.position, paging),
        (Position::Start, _)
            | (Position::Offset(_), Paging::Offset { .. })
            | (Position::Page(_), Paging::Page { .. })
            | (Position::After(_), Paging::Cursor { .. })
    );
    if !fits {
        return refused(
            "the cursor was made when this list went on in another way: read the list anew"
                .to_owned(),
        );
    }
    if !matches!(paging, Paging::Page { .. }) {
        return Ok(());
    }
    match (cursor.limit, list.limit()) {
        (made, now) if made == now => Ok(()),
        (Some(made), None) => {
            list.set_limit(made);
            Ok(())
        }
        (made, _) => refused(format!(
            "the cursor counts pages of {}: ask for the same size",
            made.map_or("the service's own size".to_owned(), |made| format!(
                "{made} items"
            ))
        )),
    }
}

/// How many items lie before the first one that this reading looks at.
fn before(position: &Position, size: i64, skip: usize) -> u64 {
    let passed = match position {
        Position::Offset(offset) => *offset,
        Position::Page(page) => page.saturating_sub(1).saturating_mul(size),
        Position::Start | Position::After(_) => 0,
    };
    u64::try_from(passed)
        .unwrap_or(0)
        .saturating_add(skip as u64)
}

/// So many items of the body are the first `decoded` ones with the bad ones between them.
fn raw_len(decoded: usize, bad: &[Found]) -> usize {
    if decoded == 0 {
        return 0;
    }
    let mut last = decoded - 1;
    for index in bad.iter().filter_map(|found| found.index) {
        if index > last {
            break;
        }
        last += 1;
    }
    last + 1
}

fn saturated(len: usize) -> i64 {
    i64::try_from(len).unwrap_or(i64::MAX)
}

/// The repair by which the list itself was lost, if one was. `null` for a list is a way to say that there is nothing.
fn unreadable<'a>(repairs: &'a [Drift], list: &str) -> Option<&'a Drift> {
    repairs.iter().find(|repair| {
        let lost = matches!(
            repair.kind(),
            DriftKind::WrongType | DriftKind::MissingRequired | DriftKind::ItemSetAside
        ) || (repair.kind() == DriftKind::Null && repair.path() != list);
        lost && covers(repair.path(), list)
    })
}

/// Whether a pointer leads to a place or to something around it.
fn covers(pointer: &str, place: &str) -> bool {
    place
        .strip_prefix(pointer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn no_list<L: List>(repair: &Drift, body: Bytes) -> Error<L::Error> {
    let mut failure = Failure::new(ErrorKind::Decode, L::PROVIDER, L::OPERATION).what(format!(
        "the list cannot be read: expected {}",
        repair.expected()
    ));
    failure.0.json_path = Some(repair.path().to_owned());
    failure.0.body = Some(body);
    failure.0.attempts = 1;
    failure.into()
}

/// What an answer says at the declared places, without what decoding filled in: a zero that stands for a missing value says
/// nothing.
fn believed(said: Signals, paging: Paging, repairs: &[Drift]) -> Signals {
    let (next, total, has_more, last_id) = match paging {
        Paging::None => (None, None, None, None),
        Paging::Unpaged { total, .. } | Paging::Page { total, .. } => (None, total, None, None),
        Paging::Offset { next, total, .. } => (next, total, None, None),
        Paging::Cursor {
            has_more, last_id, ..
        } => (None, None, has_more, last_id),
    };
    let as_sent = |pointer: Option<&str>| {
        pointer.is_some_and(|pointer| !repairs.iter().any(|repair| covers(repair.path(), pointer)))
    };
    Signals {
        next: said.next.filter(|_| as_sent(next)),
        total: said.total.filter(|_| as_sent(total)),
        has_more: said.has_more.filter(|_| as_sent(has_more)),
        last_id: said.last_id.filter(|_| as_sent(last_id)),
    }
}
