//! Which ids were met lately, in bounded memory.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

/// Hashes of ids in two generations: when the younger is full it becomes the older, and the older is forgotten. So at least the
/// last [`Seen::GENERATION`] ids are known, at most twice as many, in about a megabyte.
#[derive(Debug, Default)]
pub(super) struct Seen {
    hasher: RandomState,
    young: HashSet<u64>,
    old: HashSet<u64>,
}

impl Seen {
    pub(super) const GENERATION: usize = 32_768;

    /// Notes an id; says whether it is new.
    pub(super) fn insert(&mut self, id: &str) -> bool {
        let hash = self.hasher.hash_one(id);
        if self.young.contains(&hash) {
            return false;
        }
        let known = self.old.contains(&hash);
        if self.young.len() >= Self::GENERATION {
            // The older set's memory is used again, so that a long list does not allocate.
            std::mem::swap(&mut self.young, &mut self.old);
            self.young.clear();
        }
        // An id that is met again is as fresh as a new one.
        self.young.insert(hash);
        !known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_least_one_generation_is_known_and_memory_stays_bounded() {
        let mut seen = Seen::default();
        let many = Seen::GENERATION * 5;
        for id in 0..many {
            assert!(seen.insert(&id.to_string()), "{id}");
            if let Some(before) = id.checked_sub(Seen::GENERATION - 100) {
                // An id that is asked for is noted again and takes a place, so only a few are.
                assert!(id % 1000 != 0 || !seen.insert(&before.to_string()), "{id}");
            }
        }
        assert!(seen.young.len() <= Seen::GENERATION && seen.old.len() <= Seen::GENERATION);
        assert!(seen.insert("0"), "what is long ago is forgotten");
    }
}
