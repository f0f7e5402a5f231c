//! Which of the made-up records a request asks for, in which order. Counting and finding them takes no longer the more there are.

use std::ops::Range;

use super::world::PERIOD;

/// A made-up record: to whom it belongs, and its number there, counted from the oldest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) slot: u64,
    pub(crate) number: u64,
}

/// The records of a stretch of numbers whose number fits a pattern that repeats.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    numbers: Range<u64>,
    /// What fits in a period, by rest and slot, or by what is sorted by.
    fitting: Vec<Fitting>,
    /// Where records are sorted by something else than time: how many stand before each of `fitting`, and in all.
    sorted: Option<Vec<u64>>,
    /// Positions that are left out, in order.
    left_out: Vec<u64>,
}

#[derive(Clone, Copy, Debug)]
struct Fitting {
    rest: u64,
    slot: u64,
    key: u64,
}

impl Selection {
    /// Those of the slots in the stretch that fit, without those that are gone. `key` is what they are sorted by, if not by time.
    pub(crate) fn new(
        numbers: Range<u64>,
        slots: &[u64],
        fits: impl Fn(Place) -> bool,
        key: Option<&dyn Fn(Place) -> u64>,
        gone: impl Iterator<Item = Place>,
    ) -> Self {
        let numbers = numbers.start..numbers.end.max(numbers.start);
        let mut fitting = Vec::new();
        for rest in 0..PERIOD {
            for &slot in slots {
                let place = Place { slot, number: rest };
                if fits(place) {
                    let key = key.map_or(0, |key| key(place));
                    fitting.push(Fitting { rest, slot, key });
                }
            }
        }
        let mut selection = Self {
            numbers,
            fitting,
            sorted: None,
            left_out: Vec::new(),
        };
        if key.is_some() {
            selection.fitting.sort_by_key(|fitting| fitting.key);
            let mut sum = 0;
            let mut before = vec![0];
            for fitting in &selection.fitting {
                sum += selection.count_of(fitting.rest);
                before.push(sum);
            }
            selection.sorted = Some(before);
        }
        let mut left_out: Vec<u64> = gone.filter_map(|place| selection.position(place)).collect();
        left_out.sort_unstable();
        left_out.dedup();
        selection.left_out = left_out;
        selection
    }

    /// How many there are.
    pub(crate) fn len(&self) -> u64 {
        let all = match &self.sorted {
            Some(before) => before.last().copied().unwrap_or_default(),
            None => self.below(self.numbers.end) - self.below(self.numbers.start),
        };
        all - self.left_out.len() as u64
    }

    /// One of them, counted from the first in the order.
    pub(crate) fn nth(&self, index: u64) -> Place {
        let position = index + self.left_out_up_to(index);
        let found = match &self.sorted {
            Some(before) => {
                let at = before.partition_point(|before| *before <= position) - 1;
                let within = position - before.get(at).copied().unwrap_or_default();
                let fitting = self.fitting.get(at);
                fitting.map(|fitting| (fitting, self.first_of(fitting.rest) + within * PERIOD))
            }
            None => {
                let position = self.below(self.numbers.start) + position;
                let each = (self.fitting.len() as u64).max(1);
                let inside = usize::try_from(position % each).ok();
                let fitting = inside.and_then(|inside| self.fitting.get(inside));
                fitting.map(|fitting| (fitting, position / each * PERIOD + fitting.rest))
            }
        };
        found.map_or(Place { slot: 0, number: 0 }, |(fitting, number)| Place {
            slot: fitting.slot,
            number,
        })
    }

    /// Which of them this is.
    pub(crate) fn index(&self, place: Place) -> Option<u64> {
        let position = self.position(place)?;
        match self.left_out.binary_search(&position) {
            Ok(_) => None,
            Err(before) => Some(position - before as u64),
        }
    }

    /// How many of them have a number below this one, where they are sorted by time.
    pub(crate) fn before_number(&self, number: u64) -> u64 {
        let number = number.clamp(self.numbers.start, self.numbers.end);
        self.without(self.below(number) - self.below(self.numbers.start))
    }

    /// How many of them have a smaller key, where they are sorted by one.
    pub(crate) fn before_key(&self, key: u64) -> u64 {
        let at = self.fitting.partition_point(|fitting| fitting.key < key);
        let before = self.sorted.as_ref().and_then(|before| before.get(at));
        self.without(before.copied().unwrap_or_default())
    }

    /// How many are left out before the one that has this index among the others.
    fn left_out_up_to(&self, index: u64) -> u64 {
        let (mut low, mut high) = (0, self.left_out.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let left_out = self.left_out.get(middle).copied().unwrap_or(u64::MAX);
            if left_out - middle as u64 <= index {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low as u64
    }

    fn without(&self, position: u64) -> u64 {
        position - self.left_out.partition_point(|left| *left < position) as u64
    }

    fn position(&self, place: Place) -> Option<u64> {
        let rest = place.number % PERIOD;
        if !self.numbers.contains(&place.number) {
            return None;
        }
        let wanted = (rest, place.slot);
        let of = |fitting: &Fitting| (fitting.rest, fitting.slot);
        let at = match &self.sorted {
            Some(_) => self.fitting.iter().position(|one| of(one) == wanted)?,
            None => self.fitting.binary_search_by_key(&wanted, of).ok()?,
        };
        Some(match &self.sorted {
            Some(before) => before.get(at)? + (place.number - self.first_of(rest)) / PERIOD,
            None => {
                let before = place.number / PERIOD * self.fitting.len() as u64 + at as u64;
                before - self.below(self.numbers.start)
            }
        })
    }

    /// The first number of the stretch that leaves this rest.
    fn first_of(&self, rest: u64) -> u64 {
        let start = self.numbers.start;
        start + (rest + PERIOD - start % PERIOD) % PERIOD
    }

    fn count_of(&self, rest: u64) -> u64 {
        let first = self.first_of(rest);
        self.numbers.end.saturating_sub(first).div_ceil(PERIOD)
    }

    /// How many below this number fit, from 0 on, where they are sorted by time.
    fn below(&self, number: u64) -> u64 {
        let inside = number % PERIOD;
        let begun = self
            .fitting
            .partition_point(|fitting| fitting.rest < inside);
        number / PERIOD * self.fitting.len() as u64 + begun as u64
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Place, Selection};

    proptest! {
        /// Held against counting one by one.
        #[test]
        fn the_records_are_those_that_fit(
            start in 0..1500u64, length in 0..2500u64, modulus in 1..40u64, slots in 1..4u64, by_key: bool,
            gone in proptest::collection::vec((0..3u64, 0..3000u64), 0..6),
        ) {
            let slots: Vec<u64> = (0..slots).collect();
            let fits = |place: Place| (place.number * 7 + place.slot) % modulus < 3;
            let key = |place: Place| place.number * 31 % 17;
            let gone: Vec<_> = gone.into_iter().map(|(slot, number)| Place { slot, number }).collect();
            let rest = |place: Place| Place { number: place.number % super::PERIOD, ..place };
            let mut wanted: Vec<Place> = (start..start + length)
                .flat_map(|number| slots.iter().map(move |&slot| Place { slot, number }))
                .filter(|place| fits(rest(*place)) && !gone.contains(place))
                .collect();
            if by_key {
                wanted.sort_by_key(|place| (key(rest(*place)), place.number % super::PERIOD, place.slot));
            }
            let key: Option<&dyn Fn(Place) -> u64> = if by_key { Some(&key) } else { None };
            let selection = Selection::new(start..start + length, &slots, fits, key, gone.iter().copied());
            let found: Vec<_> = (0..selection.len()).map(|index| selection.nth(index)).collect();
            prop_assert_eq!(&found, &wanted);
            for place in wanted.iter().chain(&gone).step_by(37) {
                let index = wanted.iter().position(|one| one == place);
                prop_assert_eq!(selection.index(*place), index.map(|index| index as u64));
                if !by_key {
                    let before = wanted.iter().filter(|one| one.number < place.number).count();
                    prop_assert_eq!(selection.before_number(place.number), before as u64);
                }
            }
        }
    }
}
