//! Which records a request asks for. Counting and finding them takes no longer the more there are.

use std::ops::Range;

use super::choice::Choices;

/// The records of a stretch of numbers whose number fits a pattern that repeats.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    numbers: Range<u64>,
    period: u64,
    /// What fits in the first period, in order.
    fitting: Vec<u64>,
}

impl Selection {
    /// Those in the stretch that have these values.
    pub(crate) fn new(
        numbers: Range<u64>,
        choices: &Choices,
        wanted: &[(usize, &str)],
        seed: u64,
    ) -> Self {
        let fits = |number: &u64| {
            wanted
                .iter()
                .all(|(index, value)| choices.value(*index, *number, seed) == *value)
        };
        // Without a filter the shortest period does.
        let period = if wanted.is_empty() { 1 } else { choices.period };
        Self {
            numbers: numbers.start..numbers.end.max(numbers.start),
            period,
            fitting: (0..period).filter(fits).collect(),
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> u64 {
        self.below(self.numbers.end) - self.below(self.numbers.start)
    }

    /// The number of one of them, counted from 0.
    pub(crate) fn nth(&self, index: u64) -> u64 {
        let index = self.below(self.numbers.start) + index;
        let each = (self.fitting.len() as u64).max(1);
        let inside = usize::try_from(index % each).ok();
        let inside = inside.and_then(|inside| self.fitting.get(inside));
        index / each * self.period + inside.copied().unwrap_or_default()
    }

    /// Which of them has this number.
    pub(crate) fn index(&self, number: u64) -> Option<u64> {
        let is_one = self.numbers.contains(&number)
            && self.fitting.binary_search(&(number % self.period)).is_ok();
        is_one.then(|| self.below(number) - self.below(self.numbers.start))
    }

    /// How many numbers below this one fit.
    fn below(&self, number: u64) -> u64 {
        let inside = number % self.period;
        let begun = self.fitting.partition_point(|fitting| *fitting < inside);
        number / self.period * self.fitting.len() as u64 + begun as u64
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Selection;
    use crate::data::choice::Choices;

    fn choices() -> Choices {
        let values = |list: &[&str]| list.iter().map(ToString::to_string).collect();
        Choices::new([
            ("status".to_owned(), values(&["a", "b", "c"])),
            ("type".to_owned(), values(&["in", "out"])),
        ])
    }

    proptest! {
        /// Held against counting one by one.
        #[test]
        fn the_records_are_those_that_have_the_values(
            start in 0..40u64, end in 0..80u64, seed: u64,
            status in proptest::option::of("[abcx]"), kind in proptest::option::of("in|out"),
        ) {
            let choices = choices();
            let wanted: Vec<_> = [(0, &status), (1, &kind)]
                .into_iter()
                .filter_map(|(index, value)| Some((index, value.as_deref()?)))
                .collect();
            let selection = Selection::new(start..end, &choices, &wanted, seed);
            let fits = |number: &u64| wanted.iter().all(|(index, value)| choices.value(*index, *number, seed) == *value);
            let one_by_one: Vec<_> = (start..end).filter(fits).collect();
            let found: Vec<_> = (0..selection.len()).map(|index| selection.nth(index)).collect();
            prop_assert_eq!(&found, &one_by_one);
            for number in 0..90 {
                let index = one_by_one.iter().position(|one| *one == number);
                prop_assert_eq!(selection.index(number), index.map(|index| index as u64));
            }
        }
    }

    #[test]
    fn all_combinations_of_values_come() {
        let choices = choices();
        let mut seen: Vec<_> = (0..choices.period)
            .map(|number| (choices.value(0, number, 5), choices.value(1, number, 5)))
            .collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 6);
    }
}
