//! Rows of a list in which every n-th record stands twice.

/// From records to rows, both counted from the oldest, so that a list that grows in front keeps its rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows {
    /// Every so many-th record has two rows; 0 is none.
    pub(crate) twice_every: u64,
}

impl Rows {
    /// How many rows so many records have.
    pub(crate) fn of(self, records: u64) -> u64 {
        records + records.checked_div(self.twice_every).unwrap_or(0)
    }

    /// The record that a row shows.
    pub(crate) fn record(self, row: u64) -> u64 {
        match self.twice_every {
            0 => row,
            every => row / (every + 1) * every + (row % (every + 1)).min(every - 1),
        }
    }

    /// First and last row of a record.
    pub(crate) fn shown(self, record: u64) -> (u64, u64) {
        (self.of(record), self.of(record + 1) - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn every_third_record_stands_twice() {
        let rows = Rows { twice_every: 3 };
        let shown: Vec<_> = (0..rows.of(7)).map(|row| rows.record(row)).collect();
        assert_eq!(shown, [0, 1, 2, 2, 3, 4, 5, 5, 6]);
        assert_eq!(
            (rows.shown(1), rows.shown(2), rows.shown(3)),
            ((1, 1), (2, 3), (4, 4))
        );
    }

    #[test]
    fn one_in_one_and_none() {
        let shown = |twice_every| {
            let rows = Rows { twice_every };
            (0..rows.of(3))
                .map(|row| rows.record(row))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            (shown(1), shown(0)),
            (vec![0, 0, 1, 1, 2, 2], vec![0, 1, 2])
        );
    }
}
