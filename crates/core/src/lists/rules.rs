//! Where a list goes on after an answer, and where it ends: the rules of each kind of paging, without any request.
//!
//! What an answer says is followed where it leads on and asked again where it is in doubt: one request too many costs little, an
//! item that nobody asked for is lost.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;

use super::list::Position;
use super::seen::Seen;
use super::signals::{Next, Signals};
use crate::exchange::provider::Paging;

/// How many pages in a row that hold nothing new are taken for a list that leads nowhere. A list that grows at its front repeats
/// itself for as many pages as came in, which is less; one whose pages became shorter repeats itself for fewer pages than
/// had something new.
const MOST_STALE: u64 = 8;

/// How many empty pages in a row are read while the service says that there is more.
const MOST_EMPTY: u64 = 3;

/// What a page had.
pub(super) struct PageFacts {
    /// Items in the answer, the ones set aside included.
    pub(super) len: i64,
    /// Whether one of them was not met before.
    pub(super) fresh: bool,
    /// Of the texts of all items.
    pub(super) hash: u64,
    /// The id of the last item.
    pub(super) last: Option<String>,
    pub(super) signals: Signals,
    /// How what was met so far stands to the largest total.
    pub(super) account: Account,
}

/// How what was met stands to the largest total that was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Account {
    /// No total was told, or it is less than what was met, or it is not known what lies before the start: it proves nothing.
    Silent,
    /// There must be more.
    Short,
    Even,
}

/// What to do next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Ask for what begins here.
    Next(Position),
    /// The list ends; whether the service said so.
    End { told: bool },
    /// The list says that there is more and does not lead there.
    Stuck(&'static str),
}

const END: Step = Step::End { told: false };
const TOLD: Step = Step::End { told: true };

/// What is remembered from answer to answer.
pub(super) struct Rules {
    paging: Paging,
    /// The longest page so far. What was asked for says little: services cap it.
    pub(super) size: i64,
    total: Option<i64>,
    /// How many pages there are, by the largest number that was told.
    pages: Option<i64>,
    /// Pages read from the beginning of the list on; `None` if the reading began elsewhere.
    pub(super) read: Option<i64>,
    stale: u64,
    fresh: u64,
    empty: u64,
    /// The page before: its items and its total.
    before: Option<(u64, Option<i64>)>,
    /// Reading a part again is only allowed after something new, so that a total that goes up and down cannot hold the
    /// list up for ever.
    may_go_back: bool,
    hasher: RandomState,
    cursors: Seen,
    /// The total shrank, and the part before was not read again.
    pub(super) shifted: bool,
    /// What in the last answer says that there is more.
    pub(super) more: Option<&'static str>,
}

impl Rules {
    pub(super) fn new(paging: Paging) -> Self {
        Self {
            paging,
            size: 1,
            total: None,
            pages: None,
            read: Some(0),
            stale: 0,
            fresh: 0,
            empty: 0,
            before: None,
            may_go_back: true,
            hasher: RandomState::default(),
            cursors: Seen::default(),
            shifted: false,
            more: None,
        }
    }

    /// Forgets what spoke against going on.
    pub(super) fn forgive(&mut self) {
        (self.stale, self.empty, self.before) = (0, 0, None);
        self.cursors = Seen::default();
    }

    /// Decides where to go on after the page that began at `at`.
    pub(super) fn step(&mut self, at: &Position, met: &PageFacts) -> Step {
        self.size = self.size.max(met.len);
        self.empty = if met.len == 0 { self.empty + 1 } else { 0 };
        self.fresh += u64::from(met.fresh);
        self.stale = match (met.fresh, met.len) {
            (true, _) => 0,
            // Empty pages have a bound of their own.
            (false, 0) => self.stale,
            (false, _) => self.stale + 1,
        };
        self.may_go_back |= met.fresh;
        self.read = self.read.map(|read| read.saturating_add(1));
        self.pages = self.pages.max(met.signals.pages);
        let here = number(at, counted(self.paging).map_or(0, |(first, _)| first));
        self.more = self.leads_on(here, met);
        // A list that grew between two answers may repeat a page for once.
        let this = (met.hash, met.signals.total);
        let repeated = met.len > 0 && self.before.replace(this) == Some(this);
        let same = repeated && !met.fresh;
        let grew = self.total.is_some() && met.signals.total > self.total;
        if let Some(back) = self.go_back(here, met) {
            return Step::Next(back);
        }
        let step = match self.paging {
            Paging::None | Paging::Unpaged { .. } => END,
            Paging::Offset { .. } => self.by_offset(here, met),
            Paging::Page { .. } => self.by_page(here, met),
            Paging::Cursor { .. } => self.by_cursor(at, met),
        };
        match step {
            // Rows that come in at the front push known ones out behind the end, again and again.
            Step::Next(_) if grew && !met.fresh && self.reaches_total(here, met.len) => END,
            // Some services answer with the last page whatever lies behind it.
            Step::Next(_) if same && self.reaches_total(here, met.len) => END,
            Step::Next(_) if same => {
                Step::Stuck("the same page came again, and the list does not end")
            }
            Step::Next(_)
                if self.stale >= MOST_STALE.max(self.fresh) || self.empty >= MOST_STALE =>
            {
                Step::Stuck("page after page holds nothing new, and the list does not end")
            }
            step => step,
        }
    }

    /// What in an answer says that there is more behind it.
    fn leads_on(&self, here: i64, met: &PageFacts) -> Option<&'static str> {
        if met.signals.has_more == Some(true) {
            return Some("has_more");
        }
        // Where no position is a number, any number says that there is more.
        if met.signals.next.leads_beyond(here) {
            return Some("next");
        }
        (self.pages_left(here)? > 0).then_some("total_pages")
    }

    /// How many pages there are behind this one, if that is told and it is known which one this is.
    fn pages_left(&self, here: i64) -> Option<i64> {
        let page = match self.paging {
            Paging::Page { .. } => here,
            _ => self.read?,
        };
        Some(self.pages?.saturating_sub(page))
    }

    /// Whether the page that begins here, which has `len` items, ends where the total ends: no sooner, if pages were always as long as
    /// the longest so far.
    fn reaches_total(&self, here: i64, len: i64) -> bool {
        let end = match self.paging {
            Paging::Offset { .. } => here.saturating_add(len),
            Paging::Page { .. } => here.saturating_mul(self.size),
            _ => return false,
        };
        self.total.is_some_and(|total| end >= total)
    }

    /// If the total has shrunk since the last answer, items before this page were deleted, and as many that had not been
    /// read yet moved up to where they are not looked for: the list is read again from so many items earlier.
    fn go_back(&mut self, here: i64, met: &PageFacts) -> Option<Position> {
        let total = met.signals.total?;
        let gone = self.total.replace(total)?.saturating_sub(total);
        let (first, position) = counted(self.paging)?;
        if gone <= 0 || here <= first {
            return None;
        }
        let far = match self.paging {
            Paging::Page { .. } => gone.saturating_sub(1) / self.size + 1,
            _ => gone,
        };
        if !std::mem::take(&mut self.may_go_back) {
            self.shifted = true;
            return None;
        }
        Some(position(here.saturating_sub(far).max(first)))
    }

    fn by_offset(&self, offset: i64, met: &PageFacts) -> Step {
        let end = offset.saturating_add(met.len);
        let next = match met.signals.next {
            Next::At(next) if next > offset => Some(next),
            _ => None,
        };
        if met.len == 0 {
            return match next {
                Some(next) if self.empty < MOST_EMPTY => Step::Next(Position::Offset(next)),
                _ => END,
            };
        }
        // A number beyond the total is a way to say that there is no more, but not if it is where this page ends.
        let next =
            next.filter(|next| *next == end || met.signals.total.is_none_or(|total| *next < total));
        let next = Step::Next(Position::Offset(next.unwrap_or(end)));
        self.ends(offset, met).unwrap_or(next)
    }

    fn by_page(&self, page: i64, met: &PageFacts) -> Step {
        let next = Step::Next(Position::Page(page.saturating_add(1)));
        if met.len == 0 {
            let goes_on = match met.account {
                _ if self.more.is_some() => true,
                Account::Short => !self.reaches_total(page, 0),
                _ => false,
            };
            let goes_on = goes_on && self.empty < MOST_EMPTY;
            return if goes_on { next } else { END };
        }
        self.ends(page, met).unwrap_or(next)
    }

    /// Whether a list whose page had items ends behind it. Short pages and arithmetic say nothing: services shorten pages, and
    /// change how long they are.
    fn ends(&self, here: i64, met: &PageFacts) -> Option<Step> {
        if self.more.is_some() || met.account == Account::Short {
            return None;
        }
        let told = met.signals.has_more == Some(false) || self.pages_left(here).is_some();
        // By ids alone it could be items that are gone by now.
        let met_all = met.account == Account::Even && self.reaches_total(here, met.len);
        (told || met_all).then_some(Step::End { told })
    }

    fn by_cursor(&mut self, at: &Position, met: &PageFacts) -> Step {
        let told = met.signals.has_more == Some(false);
        let in_doubt = self.more.is_some() || met.account == Account::Short;
        if told && (met.len == 0 || !in_doubt) {
            return TOLD;
        }
        let ends = told || (met.len == 0 && met.signals.has_more.is_none());
        let end_or = |what| match ends {
            true => Step::End { told },
            false => Step::Stuck(what),
        };
        let Some(last) = met.signals.last_id.as_ref().or(met.last.as_ref()) else {
            return end_or("the service says that there is more, and not after which item");
        };
        if let Position::After(cursor) = at {
            self.cursors.insert(self.hasher.hash_one(cursor.as_str()));
        }
        if self.cursors.insert(self.hasher.hash_one(last.as_str())) {
            return Step::Next(Position::After(last.clone()));
        }
        // Nothing came after that item, or what says that there is more does not lead there.
        end_or("the service says that there is more, after an item that it already gave")
    }
}

/// The first of the numbers by which a list goes on, and what a number is as a position.
type Counted = (i64, fn(i64) -> Position);

/// How a list counts, if it goes on by numbers.
pub(super) fn counted(paging: Paging) -> Option<Counted> {
    match paging {
        Paging::Offset { .. } => Some((0, Position::Offset)),
        Paging::Page { .. } => Some((1, Position::Page)),
        _ => None,
    }
}

/// The number of a position by offset or page; `first` at the start.
pub(super) fn number(at: &Position, first: i64) -> i64 {
    match at {
        Position::Offset(number) | Position::Page(number) => *number,
        Position::Start | Position::After(_) => first,
    }
}
