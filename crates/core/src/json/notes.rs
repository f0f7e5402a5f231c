//! The list of repairs while it is written.

use std::borrow::Cow;
use std::ops::Range;

use crate::json::drift::{Drift, DriftKind};
use crate::json::path::Path;

/// Where the rest is.
const REST: &str = "/…";

/// Repairs, each with its exact place; from a certain number on, those of one kind in the items of one array share an entry,
/// because a body of many millions of bad items must not take many times its size.
#[derive(Default)]
pub(super) struct Notes {
    /// `None`: taken back.
    exact: Vec<Option<Drift>>,
    /// Beyond that number, in the order of their paths. What is counted here is not taken back when an item around it is set aside.
    folded: Vec<Drift>,
}

impl Notes {
    const MOST_EXACT: usize = 16_384;
    /// A schema that holds itself has any number of places.
    const MOST_FOLDED: usize = 1024;

    pub(super) fn len(&self) -> usize {
        self.exact.len()
    }

    pub(super) fn add(
        &mut self,
        path: &Path,
        kind: DriftKind,
        expected: Cow<'static, str>,
        seen: &'static str,
    ) {
        if self.exact.len() < Self::MOST_EXACT {
            self.exact
                .push(Some(Drift::new(path.exact(), kind, expected, seen)));
            return;
        }
        let path = path.folded();
        let place = |path: &str| {
            let known = |known: &Drift| (known.path.as_str(), known.kind).cmp(&(path, kind));
            self.folded.binary_search_by(known)
        };
        let found = place(&path);
        let (drift, found) = match found {
            Err(_) if self.folded.len() >= Self::MOST_FOLDED => {
                let (expected, seen) = ("what is documented", "something else");
                (
                    Drift::new(REST.to_owned(), kind, expected, seen),
                    place(REST),
                )
            }
            found => (Drift::new(path, kind, expected, seen), found),
        };
        match found {
            Ok(at) => {
                if let Some(known) = self.folded.get_mut(at) {
                    known.add(1);
                }
            }
            Err(at) => self.folded.insert(at, drift),
        }
    }

    /// Takes back everything from this position on.
    pub(super) fn truncate(&mut self, len: usize) {
        self.exact.truncate(len);
    }

    /// Takes back these.
    pub(super) fn retract(&mut self, range: Range<usize>) {
        if let Some(retracted) = self.exact.get_mut(range) {
            retracted.iter_mut().for_each(|note| *note = None);
        }
    }

    pub(super) fn into_repairs(self) -> Vec<Drift> {
        let mut repairs = Vec::with_capacity(self.exact.len() + self.folded.len());
        for note in self.exact {
            repairs.extend(note);
        }
        repairs.extend(self.folded);
        repairs
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::json::path::Step;

    /// A body of many bad items, and one whose schema holds itself, take no more than so many notes, and none is lost.
    #[test]
    fn notes_are_bounded_and_all_are_counted() {
        let mut notes = Notes::default();
        let mut add = |fields: &[&'static str], item: usize| {
            let mut path = Path::default();
            path.push(Step::Item(item));
            fields
                .iter()
                .for_each(|field| path.push(Step::Field(field)));
            notes.add(&path, DriftKind::Null, "string".into(), "null");
        };
        let few = Notes::MOST_EXACT + 7;
        (0..few).for_each(|item| add(&["name"], item));
        let many = 2 * Notes::MOST_FOLDED;
        for number in 0..many {
            let fields = (0..12).map(|bit| ["left", "right"][number >> bit & 1]);
            add(&fields.collect::<Vec<_>>(), 0);
        }
        let repairs = notes.into_repairs();
        assert_eq!(repairs.len(), Notes::MOST_EXACT + Notes::MOST_FOLDED + 1);
        let count: u64 = repairs.iter().map(Drift::count).sum();
        assert_eq!(count, u64::try_from(few + many).unwrap());
        let folded = repairs.get(Notes::MOST_EXACT..).unwrap();
        let count = |path: &str| folded.iter().find(|it| it.path() == path).unwrap().count();
        assert_eq!(count("/*/name"), 7);
        assert_eq!(
            count(REST),
            u64::try_from(many - Notes::MOST_FOLDED + 1).unwrap()
        );
        assert!(folded.is_sorted_by_key(Drift::path));
        let rest = folded.iter().find(|it| it.path() == REST).unwrap();
        assert_eq!(rest.expected(), "what is documented");
    }
}
