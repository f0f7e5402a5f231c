//! Sends page after page, one ahead of its consumer, and keeps the account of what came.

use std::collections::VecDeque;
use std::hash::BuildHasher;
use std::task::{Context, Poll};

use foldhash::fast::RandomState;

use super::cursor::Cursor;
use super::fetch::{Fetch, Fetched};
use super::list::{Elsewhere, List, Position};
use super::reading::{OnRepair, Reading};
use super::rules::{Account, PageFacts, Rules, Step};
use super::search::{Looked, Search};
use super::seen::Seen;
use super::set_aside::{Kept, SetAside};
use super::signals::Signals;
use super::split::{Items, PageItem, Unreadable};
use super::summary::{Doubt, Known, Proof, Restarted, Summary};
use crate::error::{Error, ErrorKind, Failure};
use crate::exchange::provider::{ListAt, Paging};
use crate::exchange::value::ResponseValue;
use crate::json::drift::{Drift, DriftKind};
use crate::record::Record;

/// Reads a list page by page.
pub(super) struct Reader<L: List> {
    list: L,
    at: ListAt,
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
    delivered: Delivered,
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
    parts: Vec<PageItem<L::Item>>,
    signals: Signals,
    skip: usize,
}

/// How far the consumer has got.
struct Delivered {
    position: Position,
    anchors: VecDeque<String>,
}

pub(super) type Arrival<L> = Result<Page<L>, Error<<L as List>::Error>>;

/// A page with what is to be done with it.
pub(super) struct Page<L: List> {
    /// The answer, its list left empty.
    pub(super) value: ResponseValue<L::Page>,
    pub(super) position: Position,
    pub(super) items: Vec<Marked<L::Item>>,
    /// What was mended in the items, and which were set aside, with pointers from the page's root.
    pub(super) repairs: Vec<Drift>,
}

/// An item and what is known of it.
pub(super) struct Marked<T> {
    pub(super) record: Record<T>,
    pub(super) standing: Standing,
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
        let at = paging.list().unwrap_or(ListAt {
            items: "",
            id: None,
        });
        let start = list.start();
        let mut rules = Rules::new(paging);
        let mut sought = Vec::new();
        let mut delivered = Delivered {
            position: start.clone(),
            anchors: VecDeque::new(),
        };
        let mut restarted = None;
        let state = match (list.elsewhere(), reading.resume) {
            (Elsewhere::Refused(parameter), _) => {
                let what = format!(
                    "not sent: `{parameter}` leads another way than this list is read: leave it out, or ask for single pages"
                );
                State::Failed(Self::failure(ErrorKind::InvalidRequest, what), None)
            }
            (_, None) => State::Idle(start),
            (_, Some(cursor)) => match accept(&mut list, paging, &cursor) {
                Err(failure) => State::Failed(failure, None),
                Ok(()) => {
                    rules.knows_size(cursor.size);
                    // Items without ids cannot be found again, so all of their page comes again.
                    if cursor.anchors.is_empty() && cursor.position != start {
                        restarted = Some(Restarted::Page);
                    }
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
            on_repair: reading.on_repair,
            state,
            rules,
            hasher: RandomState::default(),
            ids: Seen::default(),
            rows: Seen::default(),
            hashes: Vec::new(),
            search: Search::new(paging, sought),
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
        self.state = match Fetch::start(&self.list, position, &self.hasher) {
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

    fn failure(kind: ErrorKind, what: impl Into<String>) -> Failure {
        Failure::new(kind, L::PROVIDER, L::OPERATION).what(what)
    }

    /// Takes in a page. `None`: the place to go on from is looked for elsewhere.
    fn arrive(
        &mut self,
        (mut value, items): Fetched<L>,
        position: Position,
    ) -> Result<Option<Box<Arrived<L>>>, Error<L::Error>> {
        let Items {
            mut parts,
            signals,
            mended,
        } = items;
        if mended {
            let whole = Drift::new(String::new(), DriftKind::WrongType, "JSON", "other bytes");
            value.repairs.push(whole);
        }
        if L::items(&mut value.inner).is_none() && !parts.is_empty() {
            return Err(self.of_the_body(
                &value,
                self.at.items.to_owned(),
                "the list cannot be read: expected what is around it".to_owned(),
            ));
        }
        for (index, part) in parts.iter_mut().enumerate() {
            let Some(repair) = part.repairs().first() else {
                continue;
            };
            match self.on_repair {
                OnRepair::Deliver => {}
                OnRepair::SetAside => set_mended_aside::<L>(part),
                OnRepair::Fail => {
                    let path = format!("{}/{index}{}", self.at.items, repair.path());
                    let what = format!("an item had to be mended: expected {}", repair.expected());
                    return Err(self.of_the_body(&value, path, what));
                }
            }
        }
        let skip = if self.search.is_on() {
            let ids: Vec<_> = parts.iter().map(id::<L>).collect();
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
        if let Some(restarted) = self.search.restarted.take() {
            self.summary.restarted = Some(restarted);
        }
        Ok(Some(Box::new(Arrived {
            value,
            position,
            parts,
            signals,
            skip,
        })))
    }

    fn of_the_body(
        &self,
        value: &ResponseValue<L::Page>,
        path: String,
        what: String,
    ) -> Error<L::Error> {
        let mut failure = Self::failure(ErrorKind::Decode, what);
        failure.0.json_path = Some(path);
        failure.0.exchange.body = Some(value.raw().clone());
        failure.0.exchange.attempts = value.attempts();
        failure.into()
    }

    /// Takes a page into the account, and asks for the next one before anybody reads this one.
    fn admit(&mut self, arrived: Box<Arrived<L>>) -> Arrival<L> {
        let unread = arrived.parts.iter().skip(arrived.skip);
        let (count, bytes) = unread
            .filter_map(|part| part.what.as_ref().err())
            .fold((0, 0), |(count, bytes), bad| {
                (count + 1, bytes + bad.raw.len())
            });
        if !self.kept.has_room(count, bytes) {
            self.state = State::Held(arrived, false);
            return Err(Self::failure(
                ErrorKind::Paging,
                "no more items can be set aside: take those that were (`take_set_aside`), then go on (`resume`)",
            )
            .into());
        }
        let Arrived {
            value,
            position,
            parts,
            signals,
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
            let row = self.hasher.hash_one((id, part.hash));
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
            self.summary.mended += u64::from(standing == Standing::New && part.mended);
            self.summary.changed += u64::from(standing == Standing::New && known_id);
            let pointer = || format!("{}/{index}", self.at.items);
            match part.what {
                Ok(record) => {
                    for repair in record.repairs() {
                        let path = format!("{}{}", pointer(), repair.path());
                        repairs.push(repair.clone().at(path));
                    }
                    items.push(Marked { record, standing });
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
                let failure = Self::failure(ErrorKind::Paging, what);
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
                let size = len.max(self.rules.size());
                (page.saturating_sub(1).saturating_mul(size), Known::About)
            }
            Position::After(_) => (0, Known::Not),
        };
        if passed > 0 || known == Known::Not {
            self.rules.begins_elsewhere();
        }
        let passed = u64::try_from(passed).unwrap_or(0);
        self.summary.before = passed.saturating_add(skip as u64);
        self.summary.known = known;
    }

    /// How what was met stands to the largest total.
    fn account(&self) -> Account {
        let summary = &self.summary;
        let have = summary.before.saturating_add(summary.met);
        match (summary.missing(), summary.known) {
            (None, _) => Account::Silent,
            (Some(1..), _) => Account::Short,
            (Some(0), Known::Exactly) if summary.peak == Some(have) && !summary.is_vague() => {
                Account::Even
            }
            _ => Account::Silent,
        }
    }

    /// What an end proves.
    fn conclude(&self, told: bool) -> Proof {
        let summary = &self.summary;
        let have = summary.before.saturating_add(summary.met);
        match summary.missing() {
            Some(missing @ 1..) => Proof::NotComplete(Doubt::Missing(missing)),
            Some(0) if summary.is_vague() => Proof::NotComplete(Doubt::Shifted),
            _ if self.rules.shifted => Proof::NotComplete(Doubt::Shifted),
            missing => match self.rules.more {
                Some(more) => Proof::NotComplete(Doubt::MoreTold(more)),
                None if missing.is_some() && summary.peak == Some(have) => Proof::TotalMet,
                None if told => Proof::EndTold,
                None => Proof::EndReached,
            },
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
        for item in &page.items {
            self.summary.delivered += u64::from(item.standing != Standing::Before);
            self.delivered.pass(L::id(&item.record).as_deref());
        }
    }

    pub(super) fn cursor(&self) -> Cursor {
        let paged = matches!(L::OPERATION.paging, Paging::Page { .. });
        Cursor {
            operation: Cursor::operation(L::PROVIDER, L::OPERATION),
            position: self.delivered.position.clone(),
            limit: self.list.limit().filter(|_| paged),
            size: self.rules.size(),
            anchors: self.delivered.anchors.iter().cloned().collect(),
        }
    }
}

/// What tells an item apart, readable or not.
fn id<L: List>(part: &PageItem<L::Item>) -> Option<std::borrow::Cow<'_, str>> {
    match &part.what {
        Ok(record) => L::id(record),
        Err(unread) => unread.id.as_deref().map(Into::into),
    }
}

/// Makes of a mended item one that is set aside.
fn set_mended_aside<L: List>(part: &mut PageItem<L::Item>) {
    if let Ok(record) = &part.what
        && let Some(repair) = record.repairs().first()
    {
        part.what = Err(Unreadable {
            raw: record.text().clone(),
            expected: format!("{} at {}", repair.expected(), repair.path()),
            seen: repair.seen().to_owned(),
            id: L::id(record).map(String::from),
        });
    }
}

impl Delivered {
    fn move_to(&mut self, position: &Position) {
        if self.position != *position {
            self.position = position.clone();
        }
    }

    /// Remembers an item, so that it can be found again. What cannot be found again cannot be gone on from: its page is read
    /// again from its beginning.
    fn pass(&mut self, id: Option<&str>) {
        let Some(id) = id else {
            return self.anchors.clear();
        };
        // The memory of the one that goes is used again.
        let oldest = if self.anchors.len() >= Cursor::ANCHORS {
            self.anchors.pop_front()
        } else {
            None
        };
        let mut anchor = oldest.unwrap_or_default();
        anchor.clear();
        anchor.push_str(id);
        self.anchors.push_back(anchor);
    }
}

/// Makes a list begin where a cursor says, if it is one of that list.
fn accept<L: List>(list: &mut L, paging: Paging, cursor: &Cursor) -> Result<(), Failure> {
    let refused = |what: &str| {
        let failure = Failure::new(ErrorKind::InvalidRequest, L::PROVIDER, L::OPERATION);
        Err(failure.what(format!("not sent: {what}")))
    };
    if cursor.operation != Cursor::operation(L::PROVIDER, L::OPERATION) {
        return refused("the cursor belongs to another list: use it with the one that gave it");
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
            "the cursor was made when this list went on in another way: read the list anew",
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
        (made, _) => {
            let size = made.map_or("the service's own size".to_owned(), |made| {
                format!("{made} items")
            });
            refused(&format!(
                "the cursor counts pages of {size}: ask for the same size"
            ))
        }
    }
}

/// What both kinds of stream tell of themselves.
macro_rules! account {
    ($stream:ident) => {
        impl<L: List> $stream<L> {
            /// Where the reading stands: after the last item that was delivered. Valid at any time.
            pub fn cursor(&self) -> Cursor {
                self.reader.cursor()
            }

            /// What the reading has come to, up to now; once the stream has ended, in all.
            pub const fn summary(&self) -> &Summary {
                &self.reader.summary
            }

            /// The items that were set aside and not taken yet.
            ///
            /// There is room for 1000, and for 4 MiB of JSON, or for those of a single page if that alone has more. Before more
            /// would be kept than that, the stream ends in an error: [`take_set_aside`](Self::take_set_aside) makes room, and
            /// [`resume`](Self::resume) goes on with the page that is held meanwhile.
            pub fn set_aside(&self) -> &[SetAside] {
                self.reader.kept.kept()
            }

            /// Takes those items out, which makes room for more.
            ///
            /// ```
            /// # use callslip_core::{ItemStream, rt::List};
            /// # fn example<L: List>(mut calls: ItemStream<L>) {
            /// for item in calls.take_set_aside() {
            ///     eprintln!("page {}, {}: expected {}", item.page(), item.pointer(), item.expected());
            /// }
            /// # }
            /// ```
            pub fn take_set_aside(&mut self) -> Vec<SetAside> {
                self.reader.kept.take()
            }

            /// Hands each item that is set aside to `sink` at once, those first that were not taken yet; nothing is kept
            /// then, and there is no bound.
            ///
            /// ```
            /// # use callslip_core::{ItemStream, rt::List};
            /// # fn example<L: List>(mut calls: ItemStream<L>) {
            /// let (sender, bad) = std::sync::mpsc::channel();
            /// calls.set_aside_to(move |item| {
            ///     sender.send(item).ok(); // whoever reads `bad` writes them to a file
            /// });
            /// # drop(bad);
            /// # }
            /// ```
            pub fn set_aside_to(&mut self, sink: impl FnMut(SetAside) + Send + 'static) {
                self.reader.kept.hand_to(Box::new(sink));
            }

            /// Lets the stream go on after an error, with the request that failed. Without an error it does nothing.
            ///
            /// ```
            /// # use callslip_core::{Error, ItemStream, rt::List};
            /// # async fn wait() {}
            /// # async fn example<L: List>(mut calls: ItemStream<L>) -> Result<(), Error<L::Error>> {
            /// while let Some(call) = calls.next().await {
            ///     match call {
            ///         Ok(call) => println!("{}", call.raw()),
            ///         Err(error) if error.is_retryable() => {
            ///             wait().await; // as long as `error.retry_after()` says, or a minute
            ///             calls.resume();
            ///         }
            ///         Err(error) => return Err(error),
            ///     }
            /// }
            /// # Ok(())
            /// # }
            /// ```
            pub fn resume(&mut self) {
                self.reader.resume();
            }
        }

        // Nothing in it is pinned: what is on its way is in a task.
        impl<L: List> Unpin for $stream<L> {}

        impl<L: List> fmt::Debug for $stream<L> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($stream))
                    .field("operation", &L::OPERATION.id)
                    .field("summary", self.summary())
                    .finish_non_exhaustive()
            }
        }
    };
}

pub(super) use account;
