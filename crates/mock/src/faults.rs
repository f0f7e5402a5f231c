//! Faults that come by chance, and the same ones for the same seed.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::data::mix::mix_two;

/// What becomes of a request that is not answered as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// 503, with the provider's error body if it has one.
    Unavailable,
    /// The connection is closed before the answer is whole.
    Reset,
}

/// Which requests meet a fault.
#[derive(Debug)]
pub(crate) struct Faults {
    percent: u8,
    seed: u64,
    asked: AtomicU64,
}

impl Faults {
    pub(crate) fn new(percent: u8, seed: u64) -> Self {
        Self {
            percent,
            seed,
            asked: AtomicU64::new(0),
        }
    }

    /// The fault that the next request meets, if it meets one.
    pub(crate) fn next(&self) -> Option<Fault> {
        let chance = mix_two(self.seed, self.asked.fetch_add(1, Ordering::Relaxed));
        let is_met = chance % 100 < u64::from(self.percent);
        is_met.then_some(if chance >> 63 == 0 {
            Fault::Unavailable
        } else {
            Fault::Reset
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Faults};

    fn met(percent: u8, seed: u64) -> Vec<Option<Fault>> {
        let faults = Faults::new(percent, seed);
        (0..10_000).map(|_| faults.next()).collect()
    }

    #[test]
    fn about_so_many_of_a_hundred_of_both_kinds_and_the_same_again() {
        let five = met(5, 7);
        let count = |fault| five.iter().filter(|met| **met == Some(fault)).count();
        for fault in [Fault::Unavailable, Fault::Reset] {
            assert!((200..=300).contains(&count(fault)), "{}", count(fault));
        }
        assert_eq!(five, met(5, 7));
        assert_ne!(five, met(5, 8));
        assert!(met(0, 7).iter().all(Option::is_none));
        assert!(met(100, 7).iter().all(Option::is_some));
    }
}
