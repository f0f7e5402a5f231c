//! How much memory readings may take.

use std::sync::atomic::{AtomicUsize, Ordering};

/// What the program takes before it reads anything.
const PROGRAM: usize = 32 << 20;
/// What one reading needs, whatever it reads: buffers, pages, compressors.
const LEAST: usize = 16 << 20;
/// The least that can be given: one reading at a time.
pub(crate) const LEAST_MIB: u32 = (((PROGRAM + LEAST) * 4 / 3) >> 20) as u32;
/// The largest answer is this part of the memory: it is there as text, as records, and the next one is on its way.
const ANSWERS: usize = 64;
/// No answer is larger than this, unless more is allowed.
const ANSWER: usize = 16 << 20;

/// What it takes at most to know of a call in which file it is.
const KEY: usize = 20;

/// What is known of a window in three logs, and while a checkpoint is written.
const WINDOW: usize = 8 << 10;

/// What is held of a call, beside its row, until its window is committed.
pub(crate) const CALL: usize = 512;

/// So much memory, and in it so many readings at a time.
#[derive(Clone, Copy)]
pub(crate) struct Memory {
    pub at_once: usize,
    /// What each reading may hold; any number if nothing was said.
    each: Option<usize>,
}

impl Memory {
    pub(crate) fn new(mib: Option<u32>, at_once: usize) -> Self {
        let at_once = at_once.max(1);
        let Some(bytes) = mib.map(bytes) else {
            return Self {
                at_once,
                each: None,
            };
        };
        let free = (bytes - bytes / 4).saturating_sub(PROGRAM);
        let at_once = at_once.min(free / LEAST).max(1);
        Self {
            at_once,
            each: Some(free / at_once),
        }
    }

    /// Whether a number was said.
    pub(crate) fn is_told(self) -> bool {
        self.each.is_some()
    }

    /// Room for a reading whose part can be divided: it is, before it holds more than a quarter. What is read again later may have changed
    /// as a whole, and is there twice then. The other half is for what is not counted here.
    pub(crate) fn divisible(self, windows: usize) -> Room {
        Room::of(self.left(windows).map(|each| each / 4))
    }

    /// How many calls that stand in the tables are known by a hash of their ids: as many as a quarter of the memory holds.
    pub(crate) fn keys(mib: Option<u32>) -> usize {
        mib.map_or(usize::MAX, |mib| bytes(mib) / 4 / KEY)
    }

    /// How many bytes of texts that were read before are kept at hand.
    pub(crate) fn texts(self) -> Option<usize> {
        Some(self.each? / 8)
    }

    /// Room for a reading that has to be made as it is.
    pub(crate) fn whole(self, windows: usize) -> Room {
        Room::of(self.left(windows).map(|each| each / 2))
    }

    /// What each reading may hold beside what is known of so many windows: nothing, if it is too little to begin with.
    fn left(self, windows: usize) -> Option<usize> {
        let known = windows.saturating_mul(WINDOW) / self.at_once;
        let left = self.each?.saturating_sub(known);
        Some(if left < LEAST / 4 { 0 } else { left })
    }
}

/// The largest answer that is read where there is so much memory.
pub(crate) fn largest_answer(mib: u32) -> usize {
    (bytes(mib) / ANSWERS).min(ANSWER)
}

fn bytes(mib: u32) -> usize {
    usize::try_from(mib).map_or(usize::MAX, |mib| mib.saturating_mul(1 << 20))
}

/// What one reading may hold, and what its parts that are read hold.
pub(crate) struct Room {
    most: usize,
    held: AtomicUsize,
}

impl Room {
    fn of(most: Option<usize>) -> Self {
        Self {
            most: most.unwrap_or(usize::MAX),
            held: AtomicUsize::new(0),
        }
    }

    /// Whether there is room for so much beside what is held.
    pub(crate) fn has(&self, bytes: usize) -> bool {
        self.held.load(Ordering::Relaxed).saturating_add(bytes) <= self.most
    }

    /// Whether there is none.
    pub(crate) fn is_none(&self) -> bool {
        self.most == 0
    }

    /// Whether nothing is held.
    pub(crate) fn is_empty(&self) -> bool {
        self.held.load(Ordering::Relaxed) == 0
    }

    /// Whether there was room for four times as much as is held.
    pub(crate) fn is_ample(&self) -> bool {
        self.has(self.held.load(Ordering::Relaxed).saturating_mul(3))
    }

    /// Holds so much from now on.
    pub(crate) fn hold(&self, bytes: usize) {
        self.held.fetch_add(bytes, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_readings_together_have_what_there_is() {
        for (mib, at_once, wanted) in [(64, 4, 1), (128, 4, 4), (128, 9, 4), (1024, 4, 4)] {
            let memory = Memory::new(Some(mib), at_once);
            assert_eq!(memory.at_once, wanted, "{mib} MiB");
            let each = (bytes(mib) * 3 / 4 - PROGRAM) / wanted;
            for (windows, each) in [(0, each), (100, each - 100 * WINDOW / wanted)] {
                let (whole, divisible) = (memory.whole(windows), memory.divisible(windows));
                assert!(whole.has(each / 2) && !whole.has(each / 2 + 1));
                assert!(divisible.has(each / 4) && !divisible.has(each / 4 + 1));
            }
            assert!(!memory.whole(1 << 20).has(1));
        }
        let any = Memory::new(None, 9);
        assert!(any.at_once == 9 && any.divisible(1 << 20).has(usize::MAX));
    }

    #[test]
    fn what_is_held_takes_room() {
        let room = Room::of(Some(10));
        room.hold(4);
        assert!(room.has(6) && !room.has(7) && !room.is_ample());
        let room = Room::of(Some(10));
        room.hold(2);
        assert!(room.is_ample());
    }
}
