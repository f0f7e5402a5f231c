//! What a reading of a list came to.

use std::fmt;

use serde::Serialize;

/// What a reading of a list has come to: up to now, or in all once its stream has ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Summary {
    /// Items that were delivered. A stream of pages has delivered the items of each page that it gave.
    pub delivered: u64,
    /// Items that were met again. They are among the delivered ones only with `keep_duplicates`, and in a stream of
    /// pages.
    pub duplicates: u64,
    /// Items that could not be read; see [`SetAside`](crate::SetAside).
    pub set_aside: u64,
    /// How many of those could not be kept until they were taken: their raw JSON is lost.
    pub set_aside_dropped: u64,
    /// Items before the place at which the reading began, as far as they are known.
    pub before: u64,
    /// How many items the provider said there were when the reading began.
    pub total_at_start: Option<u64>,
    /// How many it said there were last.
    pub total_at_end: Option<u64>,
    /// Pages that were read.
    pub pages: u64,
    /// Requests that were sent for them, retries included.
    pub requests: u64,
    /// How many of those were retries.
    pub retries: u64,
    /// Whether the list was read to its end.
    pub ended: bool,
    /// Whether the total shrank in a way that could not be made up for by reading a part again: items may have moved to
    /// where they were not seen.
    pub shifted: bool,
    /// The largest total that was told.
    #[serde(skip)]
    pub(super) peak: Option<u64>,
    /// Items that were met for the first time, the ones set aside included.
    #[serde(skip)]
    pub(super) met: u64,
}

impl Summary {
    /// How many more items there were than were met, by the largest total that the provider told; `None` if it told none.
    ///
    /// Above zero, items were missed, or came while the list was read, or went before they were reached: read again to be
    /// sure.
    #[must_use]
    pub fn missing(&self) -> Option<u64> {
        Some(
            self.peak?
                .saturating_sub(self.before.saturating_add(self.met)),
        )
    }

    /// Whether nothing is known to be missing: the list was read to its documented end, the provider told of no more items
    /// than were met, and each item was delivered or can be had from the ones set aside.
    ///
    /// Where a provider tells no total, this rests on its word that there is no more.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.ended
            && !self.shifted
            && self.set_aside_dropped == 0
            && self.missing().is_none_or(|missing| missing == 0)
    }

    /// Takes in a total that an answer told.
    pub(super) fn note_total(&mut self, total: i64) {
        let total = u64::try_from(total).unwrap_or(0);
        self.total_at_start.get_or_insert(total);
        self.total_at_end = Some(total);
        self.peak = Some(self.peak.map_or(total, |peak| peak.max(total)));
    }

    /// Takes in the attempts of one call.
    pub(super) fn note_attempts(&mut self, attempts: u32) {
        self.requests += u64::from(attempts);
        self.retries += u64::from(attempts.saturating_sub(1));
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = if self.is_complete() {
            "complete"
        } else if self.ended {
            "not complete"
        } else {
            "not at the end"
        };
        write!(f, "{state}: {} delivered", self.delivered)?;
        for (count, what) in [
            (self.duplicates, "met again"),
            (self.set_aside, "set aside"),
            (self.missing().unwrap_or(0), "missing"),
        ] {
            if count > 0 {
                write!(f, ", {count} {what}")?;
            }
        }
        write!(f, ", {} pages, {} requests", self.pages, self.requests)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_told_and_what_lies_before_the_start_is_none() {
        let mut summary = Summary {
            before: 10,
            met: 80,
            delivered: 80,
            ended: true,
            ..Summary::default()
        };
        assert_eq!((summary.missing(), summary.is_complete()), (None, true));
        summary.note_total(90);
        assert_eq!((summary.missing(), summary.is_complete()), (Some(0), true));
        summary.note_total(93);
        summary.note_total(90);
        assert_eq!((summary.missing(), summary.is_complete()), (Some(3), false));
        assert_eq!(
            (summary.total_at_start, summary.total_at_end),
            (Some(90), Some(90))
        );
        assert_eq!(
            summary.to_string(),
            "not complete: 80 delivered, 3 missing, 0 pages, 0 requests"
        );
    }

    #[test]
    fn only_the_end_of_a_list_without_losses_is_complete() {
        let whole = Summary {
            ended: true,
            ..Summary::default()
        };
        assert!(whole.is_complete());
        for broken in [
            Summary {
                ended: false,
                ..whole.clone()
            },
            Summary {
                shifted: true,
                ..whole.clone()
            },
            Summary {
                set_aside_dropped: 1,
                ..whole
            },
        ] {
            assert!(!broken.is_complete(), "{broken:?}");
        }
    }
}
