//! Sends page after page, one ahead of its consumer, and keeps the account of what came.

use std::hash::BuildHasher;
use std::task::{Context, Poll};

use foldhash::fast::RandomState;

use super::cursor::Cursor;
use super::fetch::{Fetch, Fetched};
use super::list::{Elsewhere, List, Position, failure};
use super::reading::{OnRepair, Reading};
use super::rules::{Account, PageFacts, Rules, Step, counted};
use super::search::{Looked, Search};
use super::seen::Seen;
use super::set_aside::{Kept, SetAside};
use super::split::{Items, PageItem, Unreadable};
use super::summary::{Doubt, Known, Proof, Restarted, Summary};
use crate::error::{Error, ErrorKind, Failure};
use crate::exchange::provider::Paging;
use crate::exchange::value::ResponseValue;
use crate::json::drift::{Drift, DriftKind};
use crate::record::Record;

/// Reads a list page by page.
pub(super) struct Reader<L: List> {
    list: L,
    /// Where the list stands in a page.
    items: &'static str,
    on_repair: OnRepair,
    state: State<L>,
    rules: Rules,
    hasher: RandomState,
    /// Ids that were met, each by its hash.
    ids: Seen,
    /// Items that were met, each by the hash of id and text.
    rows: Seen,
    /// The same of the page at hand, and whether the row was met on an earlier page.
    hashes: Vec<(Option<u64>, u64, bool)>,
    /// Before anything is delivered.
    search: Search,
    /// How far the consumer has got.
    delivered: Cursor,
    pub(super) kept: Kept,
    pub(super) summary: Summary,
}

enum State<L: List> {
    /// Nothing was sent yet.
    Idle(Position),
    Fetching(Fetch<L>),
    /// An error was told. Reading goes on here if it is asked to.
    Paused(Position),
    /// A page for whose bad items there is no room, and whether it is to be tried again.
    Held(Box<Arrived<L>>, bool),
    /// Reading cannot go on, which is told once what came before was read; and where it can be tried again.
    Failed(Failure, Option<Position>),
    Ended,
}

/// A page that came, and how many of its items were delivered by an earlier reading.
struct Arrived<L: List> {
    value: ResponseValue<L::Page>,
    position: Position,
    items: Items<L::Item>,
    skip: usize,
}

pub(super) type Arrival<L> = Result<Page<L>, Error<<L as List>::Error>>;

/// A page with what is to be done with it.
pub(super) struct Page<L: List> {
    /// The answer, its list left empty.
    pub(super) value: ResponseValue<L::Page>,
    pub(super) position: Position,
    pub(super) items: Vec<(Record<L::Item>, Standing)>,
    /// What was mended in the items, and which were set aside, with pointers from the page's root.
    pub(super) repairs: Vec<Drift>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Delivered by an earlier reading.
    Before,
    New,
    /// Met on an earlier page of this reading.
    Again,
}

impl<L: List> Reader<L> {
    pub(super) fn new(mut list: L, reading: Reading) -> Self {
        let paging = L::OPERATION.paging;
        let start = list.start();
        let mut rules = Rules::new(paging);
        let mut delivered = Cursor::begin::<L>(start.clone());
        let mut restarted = None;
        let state = match (list.elsewhere(), reading.resume) {
            (Elsewhere::Refused(parameter), _) => {
                let what = format!(
                    "not sent: `{parameter}` leads another way than this list is read: leave it out, or ask for single pages"
                );
                State::Failed(failure::<L>(ErrorKind::InvalidRequest, what), None)
            }
            (_, None) => State::Idle(start),
            (_, Some(cursor)) => match accept(&mut list, &delivered, &cursor) {
                Err(what) => {
                    let what = format!("not sent: {what}");
                    State::Failed(failure::<L>(ErrorKind::InvalidRequest, what), None)
                }
                Ok(()) => {
                    rules.size = cursor.size;
                    // Items without ids cannot be found again, so all of their page comes again.
                    if cursor.anchors.is_empty() && cursor.position != start {
                        restarted = Some(Restarted::Page);
                    }
                    delivered = cursor;
                    State::Idle(delivered.position.clone())
                }
            },
        };
        Self {
            list,
            items: paging.list().map_or("", |list| list.items),
            on_repair: reading.on_repair,
            state,
            rules,
            hasher: RandomState::default(),
            ids: Seen::default(),
            rows: Seen::default(),
            hashes: Vec::new(),
            search: Search::new(paging, delivered.anchors.clone()),
            delivered,
            kept: Kept::default(),
            summary: Summary {
                restarted,
                ..Summary::default()
            },
        }
    }

    /// The next page that has something for the consumer.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Arrival<L>>> {
        loop {
            let mut fetch = match std::mem::replace(&mut self.state, State::Ended) {
                State::Fetching(fetch) => fetch,
                State::Idle(position) => {
                    self.start(position);
                    continue;
                }
                State::Failed(failure, again) => {
                    self.state = again.map_or(State::Ended, State::Paused);
                    return Poll::Ready(Some(Err(failure.into())));
                }
                State::Held(arrived, true) => return Poll::Ready(Some(self.admit(arrived))),
                quiet => {
                    self.state = quiet;
                    return Poll::Ready(None);
                }
            };
            let Poll::Ready(outcome) = fetch.poll(cx) else {
                self.state = State::Fetching(fetch);
                return Poll::Pending;
            };
            let position = fetch.position.clone();
            // Unless the answer leads on.
            self.state = State::Paused(position.clone());
            self.summary.note_attempts(match &outcome {
                Ok((page, _)) => page.attempts(),
                Err(error) => error.attempts(),
            });
            match outcome.and_then(|fetched| self.arrive(fetched, position)) {
                Ok(Some(arrived)) => return Poll::Ready(Some(self.admit(arrived))),
                Ok(None) => {}
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
    }

    fn start(&mut self, position: Position) {
        self.state = match Fetch::start(&self.list, position) {
            Ok(fetch) => State::Fetching(fetch),
            Err(failure) => State::Failed(failure, None),
        };
    }

    /// Goes on after an error that was told.
    pub(super) fn resume(&mut self) {
        match &mut self.state {
            State::Paused(position) => {
                self.rules.forgive();
                self.state = State::Idle(position.clone());
            }
            State::Held(_, again) => *again = true,
            _ => {}
        }
    }

    /// Takes in a page. `None`: the place to go on from is looked for elsewhere.
    fn arrive(
        &mut self,
        (mut value, mut items): Fetched<L>,
        position: Position,
    ) -> Result<Option<Box<Arrived<L>>>, Error<L::Error>> {
        if items.mended {
            let whole = Drift::new(String::new(), DriftKind::WrongType, "JSON", "other bytes");
            value.repairs.push(whole);
        }
        if L::items(&mut value.inner).is_none() && !items.parts.is_empty() {
            return Err(self.of_the_body(
                &value,
                self.items.to_owned(),
                "the list cannot be read: expected what is around it".to_owned(),
            ));
        }
        for (index, part) in items.parts.iter_mut().enumerate() {
            let Ok(record) = part else { continue };
            let Some(repair) = record.repairs().first() else {
                continue;
            };
            let (expected, path) = (repair.expected(), repair.path());
            match self.on_repair {
                OnRepair::Deliver => {}
                OnRepair::SetAside => {
                    *part = Err(Unreadable {
                        raw: record.text().clone(),
                        expected: format!("{expected} at {path}"),
                        seen: repair.seen().to_owned(),
                        id: L::id(record).map(String::from),
                        mended: true,
                    });
                }
                OnRepair::Fail => {
                    let what = format!("an item had to be mended: expected {expected}");
                    let path = format!("{}/{index}{path}", self.items);
                    return Err(self.of_the_body(&value, path, what));
                }
            }
        }
        let skip = if self.search.is_on() {
            let ids: Vec<_> = items.parts.iter().map(id::<L>).collect();
            match self.search.look(&ids, &position) {
                Looked::Found(skip) => skip,
                Looked::Elsewhere(position) => {
                    self.start(position);
                    return Ok(None);
                }
            }
        } else {
            0
        };
        let restarted = self.search.restarted.take();
        self.summary.restarted = restarted.or(self.summary.restarted);
        Ok(Some(Box::new(Arrived {
            value,
            position,
            items,
            skip,
        })))
    }

    fn of_the_body(
        &self,
        value: &ResponseValue<L::Page>,
        path: String,
        what: String,
    ) -> Error<L::Error> {
        let mut failure = failure::<L>(ErrorKind::Decode, what);
        failure.0.json_path = Some(path);
        failure.0.exchange.body = Some(value.raw().clone());
        failure.0.exchange.attempts = value.attempts();
        failure.into()
    }

    /// Takes a page into the account, and asks for the next one before anybody reads this one.
    fn admit(&mut self, arrived: Box<Arrived<L>>) -> Arrival<L> {
        let unread = arrived.items.parts.iter().skip(arrived.skip);
        let bad = unread.filter_map(|part| part.as_ref().err());
        let bytes = bad.clone().map(|bad| bad.raw.len()).sum();
        if !self.kept.has_room(bad.count(), bytes) {
            self.state = State::Held(arrived, false);
            return Err(failure::<L>(
                ErrorKind::Paging,
                "no more items can be set aside: take those that were (`take_set_aside`), then go on (`resume`)",
            )
            .into());
        }
        let Arrived {
            value,
            position,
            items: Items { parts, signals, .. },
            skip,
        } = *arrived;
        let len = i64::try_from(parts.len()).unwrap_or(i64::MAX);
        if self.summary.pages == 0 {
            self.begin(&position, len, skip);
        }
        self.summary.pages += 1;
        let last = match L::OPERATION.paging {
            Paging::Cursor { .. } => parts.iter().rev().find_map(id::<L>).map(String::from),
            _ => None,
        };
        let (mut fresh, mut hash) = (false, 0_u64);
        let (mut items, mut repairs) = (Vec::with_capacity(parts.len()), Vec::new());
        self.hashes.clear();
        for (index, part) in parts.into_iter().enumerate() {
            let id = id::<L>(&part).map(|id| self.hasher.hash_one(&*id));
            let (text, mended) = match &part {
                Ok(record) => (record.text(), !record.repairs().is_empty()),
                Err(unread) => (&unread.raw, unread.mended),
            };
            let row = self.hasher.hash_one((id, self.hasher.hash_one(&**text)));
            hash = hash.rotate_left(5).wrapping_add(row);
            let known_id = id.is_some_and(|id| self.ids.knows(id));
            let known_row = self.rows.knows(row);
            self.hashes.push((id, row, known_row));
            let standing = match id {
                _ if index < skip => Standing::Before,
                Some(_) if known_row => Standing::Again,
                _ => Standing::New,
            };
            // A change of what was met is no progress: it can go on for ever.
            fresh |= index >= skip && if id.is_some() { !known_id } else { !known_row };
            self.summary.duplicates += u64::from(standing == Standing::Again);
            self.summary.mended += u64::from(standing == Standing::New && mended);
            self.summary.changed += u64::from(standing == Standing::New && known_id);
            let pointer = || format!("{}/{index}", self.items);
            match part {
                Ok(record) => {
                    for repair in record.repairs() {
                        let path = format!("{}{}", pointer(), repair.path());
                        repairs.push(repair.clone().at(path));
                    }
                    items.push((record, standing));
                }
                Err(Unreadable {
                    raw,
                    expected,
                    seen,
                    ..
                }) => {
                    let kind = DriftKind::ItemSetAside;
                    repairs.push(Drift::new(pointer(), kind, expected.clone(), seen));
                    if standing == Standing::New {
                        self.summary.set_aside += 1;
                        self.kept.put(SetAside {
                            page: self.summary.pages,
                            pointer: pointer(),
                            expected,
                            raw,
                        });
                    }
                }
            }
        }
        // Only now, since rows of one page are never each other's copies.
        for (index, (id, row, known_row)) in self.hashes.drain(..).enumerate() {
            self.rows.insert(row);
            let distinct = match id {
                Some(id) => self.ids.insert(id),
                None => !known_row,
            };
            if distinct && index >= skip {
                self.summary.met += 1;
                self.summary.nameless |= id.is_none();
            }
        }
        if let Some(total) = signals.total {
            self.summary.note_total(total);
        }
        let met = PageFacts {
            len,
            fresh,
            hash,
            last,
            signals,
            account: self.account(),
        };
        match self.rules.step(&position, &met) {
            Step::Next(next) => self.start(next),
            Step::End { told } => {
                self.state = State::Ended;
                self.summary.proof = self.conclude(told);
            }
            // What this page has is delivered first.
            Step::Stuck(what) => {
                let failure = failure::<L>(ErrorKind::Paging, what);
                self.state = State::Failed(failure, Some(position.clone()));
            }
        }
        Ok(Page {
            value,
            position,
            items,
            repairs,
        })
    }

    /// Takes note of where a reading begins.
    fn begin(&mut self, position: &Position, len: i64, skip: usize) {
        let (passed, known) = match position {
            Position::Start if self.list.elsewhere() == Elsewhere::Begins => (0, Known::Not),
            Position::Start | Position::Offset(0) | Position::Page(1) => (0, Known::Exactly),
            Position::Offset(offset) => (*offset, Known::Exactly),
            Position::Page(page) => {
                let size = len.max(self.rules.size);
                (page.saturating_sub(1).saturating_mul(size), Known::About)
            }
            Position::After(_) => (0, Known::Not),
        };
        if passed > 0 || known == Known::Not {
            self.rules.read = None;
        }
        let passed = u64::try_from(passed).unwrap_or(0);
        self.summary.before = passed.saturating_add(skip as u64);
        self.summary.known = known;
    }

    /// How what was met stands to the largest total.
    fn account(&self) -> Account {
        let summary = &self.summary;
        let exactly = summary.known == Known::Exactly && !summary.is_vague() && !self.may_hide();
        match summary.missing() {
            Some(1..) => Account::Short,
            Some(0) if exactly && summary.meets_peak() => Account::Even,
            _ => Account::Silent,
        }
    }

    /// Whether an item may have moved to where nobody looked. What goes on behind an item looks wherever that one is.
    fn may_hide(&self) -> bool {
        counted(L::OPERATION.paging).is_some() && self.summary.may_hide()
    }

    /// What an end proves.
    fn conclude(&self, told: bool) -> Proof {
        let summary = &self.summary;
        match (summary.missing(), self.rules.more) {
            (Some(missing @ 1..), _) => Proof::NotComplete(Doubt::Missing(missing)),
            (missing, _)
                if self.rules.shifted
                    || missing.is_some() && (summary.is_vague() || self.may_hide()) =>
            {
                Proof::NotComplete(Doubt::Shifted)
            }
            (_, Some(more)) => Proof::NotComplete(Doubt::MoreTold(more)),
            (Some(_), _) if summary.meets_peak() => Proof::TotalMet,
            _ if told => Proof::EndTold,
            _ => Proof::EndReached,
        }
    }

    /// An item of a page was handed out.
    pub(super) fn delivered(&mut self, position: &Position, id: Option<&str>) {
        self.summary.delivered += 1;
        self.delivered.move_to(position);
        self.delivered.pass(id);
    }

    /// A whole page was handed out.
    pub(super) fn delivered_page(&mut self, page: &Page<L>) {
        self.delivered.move_to(&page.position);
        for (record, standing) in &page.items {
            self.summary.delivered += u64::from(*standing != Standing::Before);
            self.delivered.pass(L::id(record).as_deref());
        }
    }

    pub(super) fn cursor(&self) -> Cursor {
        let paged = matches!(L::OPERATION.paging, Paging::Page { .. });
        Cursor {
            limit: self.list.limit().filter(|_| paged),
            size: self.rules.size,
            ..self.delivered.clone()
        }
    }
}

/// What tells an item apart, readable or not.
fn id<L: List>(part: &PageItem<L::Item>) -> Option<std::borrow::Cow<'_, str>> {
    match part {
        Ok(record) => L::id(record),
        Err(unread) => unread.id.as_deref().map(Into::into),
    }
}

/// Makes a list, of which `own` is a cursor, begin where a cursor says; otherwise says why it cannot.
fn accept<L: List>(list: &mut L, own: &Cursor, cursor: &Cursor) -> Result<(), String> {
    if cursor.operation != own.operation {
        let what = "the cursor belongs to another list: use it with the one that gave it";
        return Err(what.to_owned());
    }
    match (&cursor.position, L::OPERATION.paging) {
        (Position::Start | Position::Page(_), Paging::Page { .. }) => {}
        (Position::Start, _)
        | (Position::Offset(_), Paging::Offset { .. })
        | (Position::After(_), Paging::Cursor { .. }) => return Ok(()),
        _ => {
            let what =
                "the cursor was made when this list went on in another way: read the list anew";
            return Err(what.to_owned());
        }
    }
    match (cursor.limit, list.limit()) {
        (made, now) if made == now => Ok(()),
        (Some(made), None) => {
            list.set_limit(made);
            Ok(())
        }
        (made, _) => {
            let size = made.map_or("the service's own size".to_owned(), |made| {
                format!("{made} items")
            });
            Err(format!(
                "the cursor counts pages of {size}: ask for the same size"
            ))
        }
    }
}
