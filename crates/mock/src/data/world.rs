//! What the made-up data depend on, and when calls were made.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, Offset, TimeDelta, Utc};

use super::mix::{mix, mix_two};

/// So many calls there are where no number was asked for.
const USUAL_CALLS: u64 = 300;
/// A live stream has an event every few seconds, as documents tell of one.
const USUAL_EVENTS: Duration = Duration::from_secs(3);

/// The oldest call was made so long ago.
const OLDEST: i64 = 90 * 24 * HOUR;
/// The newest was made so long ago, and so is over.
const NEWEST: i64 = HOUR;
/// In milliseconds.
const HOUR: i64 = 3_600_000;
/// Parts of the distance between two calls.
const PARTS: u64 = 1024;

/// What a call is like repeats after so many calls; who it is and when it was does not. That makes it possible to count the
/// calls that a filter lets through without looking at each.
pub(crate) const PERIOD: u64 = 1009;

/// How the made-up data are, and what goes wrong with them. 0 is "never" everywhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct World {
    /// How many records each list begins with.
    pub(crate) calls: u64,
    /// Whether the document's own record stands in its list.
    pub(crate) example: bool,
    pub(crate) seed: u64,
    /// What the mock takes for the present; when it starts, where none was told.
    pub(crate) now: Option<DateTime<Utc>>,
    /// So many records come in front after each answer of a list.
    pub(crate) growth: u64,
    /// Every n-th record stands in its list twice.
    pub(crate) twice_every: u64,
    /// Every n-th record cannot be read.
    pub(crate) bad_every: u64,
    /// Every n-th answer of a list is held back for so long.
    pub(crate) slow: Option<(u64, Duration)>,
    /// So many calls after one another were made at the same time.
    pub(crate) equal_times: u64,
    /// Every n-th call comes into its list so long after it was made.
    pub(crate) late: Option<(u64, TimeDelta)>,
    /// Every n-th call is another one from so long after the start on: its id and its time stay, the rest does not.
    pub(crate) changed: Option<(u64, TimeDelta)>,
    /// Every n-th call is no more from so long after the start on.
    pub(crate) deleted: Option<(u64, TimeDelta)>,
    /// Times are told in zones that differ from call to call.
    pub(crate) zones: bool,
    /// No list gives more than so many of what it has.
    pub(crate) most_listed: Option<u64>,
    /// The total that a list tells is so much more than it has.
    pub(crate) total_off_by: i64,
    /// Filters are taken and ignored.
    pub(crate) filters_ignored: bool,
    /// A recording is there so long after its call.
    pub(crate) recordings_after: TimeDelta,
    /// A link is good for so long.
    pub(crate) links_expire: Option<TimeDelta>,
    /// How long it takes from one event of a stream to the next.
    pub(crate) events_every: Duration,
    /// So many events of a stream there are at most.
    pub(crate) most_events: Option<u64>,
}

impl Default for World {
    fn default() -> Self {
        Self {
            calls: USUAL_CALLS,
            example: true,
            seed: 0,
            now: None,
            growth: 0,
            twice_every: 0,
            bad_every: 0,
            slow: None,
            equal_times: 0,
            late: None,
            changed: None,
            deleted: None,
            zones: false,
            most_listed: None,
            total_off_by: 0,
            filters_ignored: false,
            recordings_after: TimeDelta::zero(),
            links_expire: None,
            events_every: USUAL_EVENTS,
            most_events: None,
        }
    }
}

/// What tells the calls of one mock apart from those of another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Timeline {
    pub(crate) now: DateTime<Utc>,
    /// How many calls there were when the mock started.
    pub(crate) calls: u64,
    pub(crate) seed: u64,
    /// The beginning and the length of the call that these are parts of, if they are.
    pub(crate) within: Option<(DateTime<Utc>, u64)>,
    /// So many calls after one another were made at the same time.
    pub(crate) equal_times: u64,
    /// Every n-th call is another one from then on, or none.
    pub(crate) changed: Option<(u64, DateTime<Utc>)>,
    pub(crate) deleted: Option<(u64, DateTime<Utc>)>,
    /// Times are told in zones that differ from call to call.
    pub(crate) zones: bool,
}

/// Whether a call is one of every n-th; the same ones in each period, so that they can be counted.
pub(crate) fn is_nth(every: u64, number: u64) -> bool {
    let rest = (number % PERIOD).checked_rem(every);
    rest.is_some_and(|rest| rest + 1 == every)
}

impl Timeline {
    /// When a call was made, counted from the oldest: the last 90 days, more of them lately. Those that came since the start
    /// follow one another by a second.
    pub(crate) fn at(&self, number: u64) -> DateTime<Utc> {
        if let Some((begin, seconds)) = self.within {
            let part = seconds.saturating_mul(number) / self.calls.max(1);
            let part = TimeDelta::try_seconds(i64::try_from(part).unwrap_or_default());
            return begin + part.unwrap_or_default();
        }
        let number = number - number.checked_rem(self.equal_times).unwrap_or_default();
        let before = if number < self.calls {
            let whole = u128::from(self.calls) * u128::from(PARTS);
            let part = u128::from(mix_two(self.seed, number) % PARTS);
            let left = whole - u128::from(number) * u128::from(PARTS) - part;
            // There are fewer than 2^33 ids, so this fits into 128 bits.
            let span = u128::from((OLDEST - NEWEST).unsigned_abs());
            let age = span * left * left / (whole * whole);
            NEWEST.saturating_add(i64::try_from(age).unwrap_or(OLDEST))
        } else {
            let since = i64::try_from(number - self.calls).unwrap_or(i64::MAX);
            NEWEST.saturating_sub(since.saturating_add(1).saturating_mul(1000))
        };
        let before = TimeDelta::try_milliseconds(before).unwrap_or_default();
        let time = self.now.checked_sub_signed(before).unwrap_or(self.now);
        // Documents write whole seconds, and what is written is what filters go by.
        DateTime::from_timestamp(time.timestamp(), 0).unwrap_or(time)
    }
}

/// Which call, as far as what it is like depends on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Likeness {
    pub(crate) seed: u64,
    /// To whom the call belongs.
    pub(crate) slot: u64,
    pub(crate) number: u64,
}

impl Likeness {
    /// In which zone its times are told, where they differ.
    pub(crate) fn zone(self) -> FixedOffset {
        const MINUTES: [i32; 6] = [0, 120, -300, 330, -480, 765];
        let chosen = self.of(name("zone")) % MINUTES.len() as u64;
        let minutes = MINUTES.get(chosen as usize).copied().unwrap_or_default();
        FixedOffset::east_opt(minutes * 60).unwrap_or_else(|| Utc.fix())
    }

    /// A number for something of the call that has such a name.
    pub(crate) fn of(self, name: u64) -> u64 {
        let call = mix_two(self.slot, self.number % PERIOD);
        mix_two(mix_two(self.seed, name), call)
    }

    /// How long the call took: most of them some minutes, few more than a quarter of an hour.
    pub(crate) fn seconds(self) -> u64 {
        let chance = self.of(name("duration"));
        let within = |from: u64, to: u64| from + (chance >> 8) % (to - from);
        match chance % 100 {
            0..15 => within(6, 30),
            15..80 => within(30, 300),
            80..97 => within(300, 900),
            _ => within(900, 1800),
        }
    }
}

/// A number for a name.
pub(crate) fn name(text: &str) -> u64 {
    text.bytes()
        .fold(text.len() as u64, |sum, byte| mix(sum ^ u64::from(byte)))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::{Likeness, Timeline};

    proptest! {
        #[test]
        fn calls_are_in_order_within_ninety_days_and_denser_lately(calls in 1..4_000_000_000u64, seed: u64, place in 0..1000u64) {
            let now: chrono::DateTime<chrono::Utc> = "2026-01-01T00:00:00Z".parse().expect("a time");
            let timeline = Timeline {
                now, calls, seed, within: None, equal_times: 0, changed: None, deleted: None, zones: false,
            };
            let number = (u128::from(calls) * u128::from(place) / 1000) as u64;
            let time = timeline.at(number);
            prop_assert!(time <= timeline.at(number + 1));
            prop_assert!(time <= now && time >= now - TimeDelta::days(90));
            if calls > 10 {
                prop_assert!(timeline.at(calls / 2) > now - TimeDelta::days(45));
            }
            prop_assert!(timeline.at(calls - 1) < timeline.at(calls));
            let likeness = Likeness { seed, slot: 0, number };
            prop_assert!((6..1800).contains(&likeness.seconds()));
        }
    }
}
