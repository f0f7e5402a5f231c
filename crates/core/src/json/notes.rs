//! The list of repairs while it is written.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use crate::json::drift::{Drift, DriftKind};
use crate::json::path::Path;

/// Repairs, each with its exact place; from a certain number on, those of one kind in the items of one array share an entry,
/// because a body of many millions of bad items must not take many times its size.
#[derive(Default)]
pub(super) struct Notes {
    /// `None`: taken back.
    exact: Vec<Option<Drift>>,
    /// Beyond that number. What is counted here is not taken back when an item around it is set aside.
    folded: BTreeMap<(String, DriftKind), Drift>,
}

impl Notes {
    const MOST_EXACT: usize = 16_384;

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
        match self.folded.entry((path.folded(), kind)) {
            Entry::Occupied(mut known) => known.get_mut().add(1),
            Entry::Vacant(place) => {
                let drift = Drift::new(place.key().0.clone(), kind, expected, seen);
                place.insert(drift);
            }
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
        for (_, note) in self.folded {
            repairs.push(note);
        }
        repairs
    }
}
