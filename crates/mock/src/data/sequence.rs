//! A list in its order: made-up records, and between them those that are kept.

use std::sync::Arc;

use super::selection::{Place, Selection};
use super::store::Kept;

/// What stands in one place of a list.
#[derive(Clone, Debug)]
pub(crate) enum Spot {
    MadeUp(Place),
    Kept(Arc<Kept>),
}

/// Counted from the oldest, or from the shortest.
#[derive(Clone, Debug)]
pub(crate) struct Sequence {
    selection: Selection,
    /// Each with its position in the whole.
    kept: Vec<(u64, Arc<Kept>)>,
}

impl Sequence {
    /// `before` says how many made-up records stand before each that is kept.
    pub(crate) fn new(selection: Selection, kept: Vec<Arc<Kept>>, before: &[u64]) -> Self {
        let kept = (0..).zip(before).zip(kept);
        let kept = kept.map(|((index, before), kept)| (before + index, kept));
        Self {
            kept: kept.collect(),
            selection,
        }
    }

    pub(crate) fn len(&self) -> u64 {
        self.selection.len() + self.kept.len() as u64
    }

    pub(crate) fn nth(&self, index: u64) -> Spot {
        let before = self.kept.partition_point(|(position, _)| *position < index);
        match self.kept.get(before) {
            Some((position, kept)) if *position == index => Spot::Kept(Arc::clone(kept)),
            _ => Spot::MadeUp(self.selection.nth(index - before as u64)),
        }
    }

    pub(crate) fn index_of_kept(&self, wanted: &Arc<Kept>) -> Option<u64> {
        let found = self.kept.iter().find(|(_, kept)| Arc::ptr_eq(kept, wanted));
        found.map(|(position, _)| *position)
    }

    pub(crate) fn index_of(&self, place: Place) -> Option<u64> {
        let index = self.selection.index(place)?;
        // Those before it are those whose number of made-up records before them is not larger.
        let before = (0..)
            .zip(&self.kept)
            .take_while(|(nth, (position, _))| position - nth <= index);
        Some(index + before.count() as u64)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::DateTime;
    use serde_json::json;

    use super::{Sequence, Spot};
    use crate::data::selection::{Place, Selection};
    use crate::data::store::{Kept, Origin};

    #[test]
    fn what_is_kept_stands_in_its_place() {
        let kept = |id: u64| {
            Arc::new(Kept {
                id: json!(id),
                time: DateTime::UNIX_EPOCH,
                seconds: 0,
                item: json!({}),
                origin: Origin::Created,
                is_listed: true,
            })
        };
        let selection = Selection::new(0..4, &[0], |_| true, None, std::iter::empty());
        let sequence = Sequence::new(selection, (0..5).map(kept).collect(), &[0, 0, 2, 4, 4]);
        let shown: Vec<String> = (0..sequence.len())
            .map(|index| match sequence.nth(index) {
                Spot::MadeUp(Place { number, .. }) => {
                    assert_eq!(sequence.index_of(Place { slot: 0, number }), Some(index));
                    number.to_string()
                }
                Spot::Kept(kept) => {
                    assert_eq!(sequence.index_of_kept(&kept), Some(index));
                    format!("k{}", kept.id)
                }
            })
            .collect();
        assert_eq!(shown, ["k0", "k1", "0", "1", "k2", "2", "3", "k3", "k4"]);
    }
}
