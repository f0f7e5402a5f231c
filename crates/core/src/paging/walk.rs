//! Where a list goes on after an answer, and where it ends: the rules of each kind of paging, without any request.

use super::list::{Position, Signals};
use super::seen::Seen;
use crate::provider::Paging;

/// So many pages in a row that hold nothing new are taken for a list that leads nowhere. A list that grows at its front repeats
/// itself for as many pages as came in, which is less.
const MOST_STALE: u32 = 8;

/// So many empty pages in a row are read while the total says that there is more.
const MOST_EMPTY: u32 = 3;

/// What a page had.
pub(super) struct Met {
    /// Items in the answer, the ones set aside included.
    pub(super) len: i64,
    /// Whether one of them was not met before.
    pub(super) fresh: bool,
    /// The id of the last item.
    pub(super) last: Option<String>,
    pub(super) signals: Signals,
}

/// What to do next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Ask for what begins here.
    Next(Position),
    /// The list ends.
    End,
    /// The list says that there is more and does not lead there.
    Stuck(&'static str),
}

/// What is remembered from answer to answer.
pub(super) struct Walk {
    paging: Paging,
    /// The longest page so far. What was asked for says little: services cap it.
    size: i64,
    total: Option<i64>,
    stale: u32,
    empty: u32,
    /// Reading a part again is only allowed after something new, so that a total that goes up and down cannot hold the
    /// list up for ever.
    may_go_back: bool,
    cursors: Seen,
    /// The total shrank, and the part before was not read again.
    pub(super) shifted: bool,
}

impl Walk {
    pub(super) fn new(paging: Paging) -> Self {
        Self {
            paging,
            size: 1,
            total: None,
            stale: 0,
            empty: 0,
            may_go_back: true,
            cursors: Seen::default(),
            shifted: false,
        }
    }

    /// The longest page so far.
    pub(super) fn size(&self) -> i64 {
        self.size
    }

    /// Pages have been this long.
    pub(super) fn knows_size(&mut self, size: i64) {
        self.size = self.size.max(size);
    }

    /// Forgets what spoke against going on.
    pub(super) fn forgive(&mut self) {
        (self.stale, self.empty) = (0, 0);
        self.cursors = Seen::default();
    }

    /// Decides where to go on after the page that began at `at`.
    pub(super) fn step(&mut self, at: &Position, met: &Met) -> Step {
        self.size = self.size.max(met.len);
        self.empty = if met.len == 0 { self.empty + 1 } else { 0 };
        self.stale = match (met.fresh, met.len) {
            (true, _) => 0,
            // Empty pages have a bound of their own.
            (false, 0) => self.stale,
            (false, _) => self.stale + 1,
        };
        self.may_go_back |= met.fresh;
        if let Some(back) = self.go_back(at, met) {
            return Step::Next(back);
        }
        let step = match self.paging {
            Paging::None | Paging::Unpaged { .. } => Step::End,
            Paging::Offset { .. } => by_offset(number(at, 0), met),
            Paging::Page { .. } => self.by_page(number(at, 1), met),
            Paging::Cursor { .. } => self.by_cursor(at, met),
        };
        match step {
            Step::Next(_) if self.stale.max(self.empty) >= MOST_STALE => {
                Step::Stuck("page after page holds nothing new, and the list does not end")
            }
            step => step,
        }
    }

    /// If the total has shrunk since the last answer, items before this page were deleted, and as many that had not been
    /// read yet moved up to where they are not looked for: the list is read again from so many items earlier.
    fn go_back(&mut self, at: &Position, met: &Met) -> Option<Position> {
        let total = met.signals.total?;
        let gone = self.total.replace(total)?.saturating_sub(total);
        let back = match (self.paging, number(at, 0)) {
            _ if gone <= 0 => return None,
            (Paging::Offset { .. }, offset) if offset > 0 => {
                Position::Offset(offset.saturating_sub(gone).max(0))
            }
            (Paging::Page { .. }, page) if page > 1 => {
                let pages = gone.saturating_sub(1) / self.size + 1;
                Position::Page(page.saturating_sub(pages).max(1))
            }
            _ => return None,
        };
        if !std::mem::take(&mut self.may_go_back) {
            self.shifted = true;
            return None;
        }
        Some(back)
    }

    fn by_page(&self, page: i64, met: &Met) -> Step {
        let next = Step::Next(Position::Page(page.saturating_add(1)));
        match believable(met) {
            Some(total) if page.saturating_mul(self.size) >= total => Step::End,
            Some(_) if self.empty < MOST_EMPTY => next,
            Some(_) => Step::End,
            None if met.len == 0 => Step::End,
            None => next,
        }
    }

    fn by_cursor(&mut self, at: &Position, met: &Met) -> Step {
        if met.signals.has_more == Some(false) {
            return Step::End;
        }
        let last = met.signals.last_id.as_ref().or(met.last.as_ref());
        match last {
            Some(last) => {
                if let Position::After(cursor) = at {
                    self.cursors.insert(cursor);
                }
                if self.cursors.insert(last) {
                    Step::Next(Position::After(last.clone()))
                } else if met.len == 0 && met.signals.has_more.is_none() {
                    // Nothing came after that item, and nothing says that there is more.
                    Step::End
                } else {
                    Step::Stuck(
                        "the service says that there is more, after an item that it already gave",
                    )
                }
            }
            None if met.signals.has_more.is_none() && met.len == 0 => Step::End,
            None => Step::Stuck("the service says that there is more, and not after which item"),
        }
    }
}

fn by_offset(offset: i64, met: &Met) -> Step {
    let end = offset.saturating_add(met.len);
    let total = believable_at(met, end);
    if met.len == 0 || total.is_some_and(|total| end >= total) {
        return Step::End;
    }
    let leads_on = |next: &i64| *next > offset && total.is_none_or(|total| *next < total);
    Step::Next(Position::Offset(
        met.signals.next.filter(leads_on).unwrap_or(end),
    ))
}

/// The number of a position by offset or page; `first` at the start.
pub(super) fn number(at: &Position, first: i64) -> i64 {
    match at {
        Position::Offset(number) | Position::Page(number) => *number,
        Position::Start | Position::After(_) => first,
    }
}

/// The total, unless the page itself has more items than that.
fn believable(met: &Met) -> Option<i64> {
    met.signals.total.filter(|total| *total >= met.len)
}

/// The total, unless the page itself has items beyond it.
fn believable_at(met: &Met, end: i64) -> Option<i64> {
    met.signals
        .total
        .filter(|total| met.len == 0 || *total >= end)
}
