//! Finds the place in a list after which a later reading goes on, though the list may have shifted.

use super::list::Position;
use super::rules::{counted, number};
use super::summary::Restarted;
use crate::exchange::provider::Paging;

/// How many pages to either side are looked through before the list is read from its beginning.
const FARTHEST: i64 = 16;

/// The search for the last items that an earlier reading delivered. Items that came in since moved them to later pages, items that
/// were deleted moved them to earlier ones; so the pages around are looked through, nearest first, later ones first.
pub(super) struct Search {
    paging: Paging,
    sought: Vec<String>,
    /// Where the cursor points.
    origin: Option<i64>,
    /// Items in a page, for lists that count items.
    size: i64,
    distance: i64,
    /// Whether the page after is tried next, and not the one before.
    forward: bool,
    /// Nothing is beyond what was looked through.
    at_end: bool,
    at_start: bool,
    /// Nothing was found, and the reading begins anew.
    pub(super) restarted: Option<Restarted>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Looked {
    /// How many items of this page were delivered before.
    Found(usize),
    /// It is looked for here next.
    Elsewhere(Position),
}

impl Search {
    pub(super) fn new(paging: Paging, sought: Vec<String>) -> Self {
        Self {
            paging,
            sought,
            origin: None,
            size: 1,
            distance: 0,
            forward: false,
            at_end: false,
            at_start: false,
            restarted: None,
        }
    }

    /// Whether there is still something to look for.
    pub(super) fn is_on(&self) -> bool {
        !self.sought.is_empty()
    }

    /// Where the items sought end in a page. Rows can share an id, so of several places the first one counts before which all
    /// others stand, as far as the page goes; else the first one before which most of them do. An item too many is better
    /// than one too few.
    fn place<S: AsRef<str>>(&self, ids: &[Option<S>]) -> Option<usize> {
        let is = |index: usize, sought: &String| {
            let id = ids.get(index).and_then(|id| id.as_ref());
            id.is_some_and(|id| id.as_ref() == sought)
        };
        (1..=self.sought.len()).rev().find_map(|len| {
            let (last, rest) = self.sought.get(..len)?.split_last()?;
            let alike = |index: usize| {
                let before = rest.iter().rev().zip((0..index).rev());
                let alike = before.take_while(|(sought, index)| is(*index, sought));
                let alike = alike.count();
                // None of the others is missing, though some are on the page before.
                if alike == index.min(rest.len()) {
                    rest.len()
                } else {
                    alike
                }
            };
            // `max_by_key` takes the last of equal ones.
            (0..ids.len())
                .rev()
                .filter(|index| is(*index, last))
                .max_by_key(|index| alike(*index))
        })
    }

    fn restart(&mut self, where_to: Restarted) {
        self.sought.clear();
        self.restarted = Some(where_to);
    }

    /// Looks through the page that begins at `at`.
    pub(super) fn look<S: AsRef<str>>(&mut self, ids: &[Option<S>], at: &Position) -> Looked {
        if !self.is_on() {
            return Looked::Found(0);
        }
        if let Some(index) = self.place(ids) {
            self.sought.clear();
            return Looked::Found(index + 1);
        }
        let Some((first, begin)) = counted(self.paging) else {
            // What follows an id follows it, and nothing else need be looked through.
            self.restart(match at {
                Position::Start => Restarted::List,
                _ => Restarted::Page,
            });
            return Looked::Found(0);
        };
        let here = number(at, first);
        let origin = *self.origin.get_or_insert(here);
        if matches!(self.paging, Paging::Offset { .. }) {
            self.size = self.size.max(i64::try_from(ids.len()).unwrap_or(1));
        }
        self.at_end |= here >= origin && ids.is_empty();
        self.at_start |= here <= first;
        loop {
            self.forward = !self.forward;
            if self.forward {
                self.distance += 1;
            }
            if self.distance > FARTHEST || (self.at_end && self.at_start) {
                // From the beginning on, as if nothing had been read.
                self.restart(Restarted::List);
                return match here == first {
                    true => Looked::Found(0),
                    false => Looked::Elsewhere(begin(first)),
                };
            }
            let way = self.distance.saturating_mul(self.size);
            if self.forward && !self.at_end {
                return Looked::Elsewhere(begin(origin.saturating_add(way)));
            }
            if !self.forward && !self.at_start {
                return Looked::Elsewhere(begin(origin.saturating_sub(way).max(first)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::provider::ListAt;

    const LIST: ListAt = ListAt {
        items: "/items",
        id: Some("/id"),
    };
    const PAGES: Paging = Paging::Page {
        list: LIST,
        page: "page",
        limit: None,
        total: None,
    };

    fn ids(ids: &[&str]) -> Vec<Option<String>> {
        ids.iter().map(|id| Some((*id).to_owned())).collect()
    }

    fn search(paging: Paging, sought: &[&str]) -> Search {
        Search::new(paging, sought.iter().map(|id| (*id).to_owned()).collect())
    }

    #[test]
    fn the_last_of_the_items_that_are_left_is_the_place() {
        let page = ids(&["a", "b", "c", "d"]);
        for (sought, skip) in [(["a", "b", "c"], 3), (["x", "b", "y"], 2)] {
            let looked = search(PAGES, &sought).look(&page, &Position::Page(4));
            assert_eq!(looked, Looked::Found(skip));
        }
        assert_eq!(
            search(PAGES, &[]).look(&page, &Position::Page(4)),
            Looked::Found(0)
        );
    }

    #[test]
    fn rows_that_share_an_id_are_told_apart_by_what_stands_before_them() {
        for (page, sought, skip) in [
            (&["x", "x"][..], &["x"][..], 1),
            // One of them can have been on the page before.
            (&["x", "x"], &["x", "x"], 1),
            (&["y", "x", "x"], &["y", "x", "x"], 3),
            (&["a", "x", "b", "x"], &["a", "x"], 2),
            (&["a", "x", "b", "x"], &["x", "b", "x"], 4),
            (&["x", "c", "d", "x"], &["x"], 1),
        ] {
            let looked = search(PAGES, sought).look(&ids(page), &Position::Page(4));
            assert_eq!(looked, Looked::Found(skip), "{page:?} {sought:?}");
        }
    }

    #[test]
    fn pages_around_are_looked_through_and_then_the_list_is_read_anew() {
        let mut search = search(PAGES, &["x"]);
        let mut at = Position::Page(3);
        let mut visited = Vec::new();
        while let Looked::Elsewhere(next) = search.look(
            // The list has five pages.
            &ids(if number(&at, 1) > 5 { &[] } else { &["a"] }),
            &at,
        ) {
            visited.push(number(&next, 1));
            at = next;
        }
        assert_eq!(visited, [4, 2, 5, 1, 6, 1]);
        assert_eq!(search.restarted, Some(Restarted::List));
    }

    #[test]
    fn a_list_that_counts_items_is_looked_through_by_pages_too() {
        let paging = Paging::Offset {
            list: LIST,
            offset: "offset",
            limit: None,
            next: None,
            total: None,
        };
        let mut search = search(paging, &["x"]);
        let page = ids(&["a", "b", "c"]);
        let mut look = |offset| search.look(&page, &Position::Offset(offset));
        assert_eq!(look(4), Looked::Elsewhere(Position::Offset(7)));
        assert_eq!(look(7), Looked::Elsewhere(Position::Offset(1)));
        assert_eq!(look(1), Looked::Elsewhere(Position::Offset(10)));
        let mut at = 10;
        for _ in 0..2 * FARTHEST {
            match look(at) {
                Looked::Elsewhere(Position::Offset(next)) => at = next,
                looked => {
                    assert_eq!(looked, Looked::Found(0));
                    break;
                }
            }
        }
        assert_eq!(at, 0);
    }
}
