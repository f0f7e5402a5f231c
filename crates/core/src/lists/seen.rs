//! What was met lately, in bounded memory.

use std::collections::HashSet;

use foldhash::fast::RandomState;

/// Hashes in two generations: when the younger is full it becomes the older, and the older is forgotten. So at least the
/// last [`Seen::GENERATION`] hashes are known, at most twice as many, in about a megabyte.
#[derive(Debug, Default)]
pub(super) struct Seen {
    young: HashSet<u64, RandomState>,
    old: HashSet<u64, RandomState>,
}

impl Seen {
    pub(super) const GENERATION: usize = 32_768;

    pub(super) fn knows(&self, hash: u64) -> bool {
        self.young.contains(&hash) || self.old.contains(&hash)
    }

    /// Notes a hash; says whether it is new.
    pub(super) fn insert(&mut self, hash: u64) -> bool {
        if self.young.contains(&hash) {
            return false;
        }
        let known = self.old.contains(&hash);
        if self.young.len() >= Self::GENERATION {
            // The older set's memory is used again, so that a long list does not allocate.
            std::mem::swap(&mut self.young, &mut self.old);
            self.young.clear();
        }
        // What is met again is as fresh as a new one.
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
            assert!(!seen.knows(id as u64) && seen.insert(id as u64), "{id}");
            if let Some(before) = id.checked_sub(Seen::GENERATION - 100) {
                // What is asked for by noting it takes a place again, so only a few are.
                assert!(seen.knows(before as u64));
                assert!(id % 1000 != 0 || !seen.insert(before as u64), "{id}");
            }
        }
        assert!(seen.young.len() <= Seen::GENERATION && seen.old.len() <= Seen::GENERATION);
        assert!(seen.insert(0), "what is long ago is forgotten");
    }
}
