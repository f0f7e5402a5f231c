//! What a file of `calls` says of itself: which part of a source it is, how it was read, and how far that is known to be all.

use std::fmt;

use chrono::{DateTime, SecondsFormat, SubsecRound, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::source::Listed;

/// When a window is read again, counted from its end; the first time is when the lag has passed.
const RUNGS: [TimeDelta; 3] = [
    TimeDelta::hours(1),
    TimeDelta::hours(24),
    TimeDelta::days(7),
];
/// From here on two equal readings are enough.
const EARLY: TimeDelta = TimeDelta::hours(24);

/// Changes are counted by how long after the call's creation they were found: within these.
const LATE: [TimeDelta; 7] = [
    TimeDelta::hours(1),
    TimeDelta::hours(6),
    TimeDelta::hours(24),
    TimeDelta::hours(48),
    TimeDelta::days(7),
    TimeDelta::days(17),
    TimeDelta::days(30),
];

/// How far it is known that every call of a window is there, by what the service tells. Never rounded up.
///
/// ```
/// use callslip_lake::Grade;
///
/// assert!(Grade::None < Grade::Ended && Grade::Twice < Grade::Total);
/// assert_eq!(Grade::Twice.to_string(), "twice"); // as in tables and JSON
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Grade {
    /// Nothing proves it: the list was short, items could not be read, or the service does not tell where it ends.
    None,
    /// The list was read to its end, once; or the window is not over yet, so that nothing can prove it.
    Ended,
    /// Two readings, some time apart, met the same calls.
    Twice,
    /// As many calls were met as the service said that there are, at the start and at the end.
    Total,
}

impl Grade {
    /// Its name in tables and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Ended => "ended",
            Self::Twice => "twice",
            Self::Total => "total",
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A part of a source that is read at once.
///
/// ```
/// use callslip_lake::Part;
///
/// assert_eq!(Part::Seed("lead_id=7".to_owned()).to_string(), "seed/lead_id=7");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Part {
    /// The calls made from the first time on, before the second.
    Time {
        /// The first moment that belongs to it.
        from: DateTime<Utc>,
        /// The first moment that does not.
        to: DateTime<Utc>,
    },
    /// The calls of one lead, order, invoice.
    Seed(String),
    /// All calls that the service tells of.
    All,
}

impl Part {
    /// Whether the other is all in this one.
    pub(crate) fn holds(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Time { from, to },
                Self::Time {
                    from: other_from,
                    to: other_to,
                },
            ) => from <= other_from && other_to <= to,
            _ => self == other,
        }
    }

    /// Its halves; none of what is a minute or less, or no time.
    pub(crate) fn halves(&self) -> Option<[Self; 2]> {
        let Self::Time { from, to } = *self else {
            return None;
        };
        let minutes = (to - from).num_minutes();
        (minutes > 1).then(|| {
            let middle = from + TimeDelta::minutes(minutes / 2);
            [
                Self::Time { from, to: middle },
                Self::Time { from: middle, to },
            ]
        })
    }

    /// What is before a moment in it and what is not, by the second; or its halves. None of what is a second or less, or no time.
    pub(crate) fn middle(&self, at: Option<DateTime<Utc>>) -> Option<[Self; 2]> {
        let Self::Time { from, to } = *self else {
            return None;
        };
        let at = at.unwrap_or(from + (to - from) / 2).trunc_subsecs(0);
        // All calls may be of the first second.
        let at = if at > from {
            at
        } else {
            at + TimeDelta::seconds(1)
        };
        (from < at && at < to).then_some([Self::Time { from, to: at }, Self::Time { from: at, to }])
    }

    /// Its last so long a time, and what is before; none of what is not longer.
    pub(crate) fn last(&self, length: TimeDelta) -> Option<[Self; 2]> {
        let Self::Time { from, to } = *self else {
            return None;
        };
        let at = to - length;
        (from < at).then_some([Self::Time { from, to: at }, Self::Time { from: at, to }])
    }

    /// How long it is, if it is a time.
    pub(crate) fn length(&self) -> Option<TimeDelta> {
        match self {
            Self::Time { from, to } => Some(*to - from),
            Self::Seed(_) | Self::All => None,
        }
    }

    /// From when on it can be whole.
    fn end(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Time { to, .. } => Some(*to),
            Self::Seed(_) | Self::All => None,
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = |at: &DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
        match self {
            Self::Time { from, to } => write!(f, "{}/{}", time(from), time(to)),
            Self::Seed(seed) => write!(f, "seed/{seed}"),
            Self::All => f.write_str("all"),
        }
    }
}

/// What is known of a part: it stands in the log beside the file, and in the file.
///
/// ```no_run
/// # use callslip_lake::{Lake, LakeError, State};
/// # async fn job(lake: Lake) -> Result<(), LakeError> {
/// let lag = lake.settings().lag();
/// for window in lake.windows().await? {
///     if window.state(lag) != State::Sealed {
///         println!("{}: {} calls, proof: {}", window.id(), window.calls, window.proof);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Window {
    /// The source, by the name that the settings give it.
    pub source: String,
    /// Whose calls these are: the service and what the settings say of the account, as `PROVIDER:KEY=VALUE`. Empty in what an older version
    /// wrote.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub account: String,
    /// The part of it.
    pub part: Part,
    /// How far it is known to be all.
    pub proof: Grade,
    /// Its calls, those that are known to be deleted aside.
    pub calls: u64,
    /// sha256 over the sorted ids and the sha256 of each call's text.
    pub digest: String,
    /// sha256 over the sorted ids.
    pub ids: String,
    /// When its reading began.
    pub read_at: DateTime<Utc>,
    /// The reading that its files come from.
    pub reading: String,
    /// How many readings there were.
    pub readings: u32,
    /// How many in a row came to the same, this one included.
    pub equal: u32,
    /// Calls that are not over, and are asked for again.
    pub unfinished: u64,
    /// Calls that were not over for so long that they are asked for no more.
    #[serde(default)]
    pub stale: u64,
    /// Calls that are over, and of which turns or recordings that are told apart are not there yet.
    #[serde(default)]
    pub absent: u64,
    /// When single calls are to be asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tend_at: Option<DateTime<Utc>>,
    /// When single calls were asked for last, after its reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tended_at: Option<DateTime<Utc>>,
    /// How late its calls changed.
    #[serde(default, skip_serializing_if = "Lateness::is_empty")]
    pub late: Lateness,
    /// Items that could not be read as calls, or have no time to be placed by.
    pub set_aside: u64,
    /// Calls that the service told of and did not list.
    pub missing: u64,
    /// As many calls came as can come at once, and there is no shorter time to ask for: there may be more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub full: bool,
    /// Calls outside what was asked for: the service does not filter as it is asked to.
    pub outside: u64,
    /// Calls that earlier readings met, that the list has no more, and that the service still has or does not tell of by id.
    pub unlisted: u64,
    /// Calls that were deleted: the list has them no more, and the service says by id that there is no such call.
    pub deleted: u64,
    /// How many requests the list took.
    pub requests: u64,
    /// sha256 of the ids of calls that are to be forgotten.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forgotten: Vec<String>,
    /// A verification found other calls than the reading before.
    #[serde(default)]
    pub reopened: bool,
    /// The texts of its calls were taken out since its reading: they are kept for a time only.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub raw_dropped: bool,
}

/// How far a window is done with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum State {
    /// It is not over, has calls that are not over, or is not all there.
    Open,
    /// All there as far as one can tell, and to be read again.
    Settled,
    /// Proved, and not read again unless it is verified.
    Sealed,
}

impl State {
    /// Its name in tables and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Settled => "settled",
            Self::Sealed => "sealed",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What a grade is made of.
pub(crate) struct Evidence<'a> {
    pub listed: Listed,
    pub before: Option<&'a Window>,
    pub ids: &'a str,
    pub set_aside: u64,
    /// Whether the list ends of itself: that of a service that gives all at once does not tell.
    pub tells_end: bool,
}

impl Window {
    /// Its name: what `run --window` takes.
    #[must_use]
    pub fn id(&self) -> String {
        id(&self.source, &self.part)
    }

    /// Whether the window was over when it was read.
    fn was_over(&self, lag: TimeDelta) -> bool {
        self.part.end().is_none_or(|to| self.read_at >= to + lag)
    }

    /// The grade of a reading.
    pub(crate) fn grade(&self, evidence: &Evidence<'_>, lag: TimeDelta) -> Grade {
        let listed = &evidence.listed;
        if !evidence.tells_end || !listed.ended || listed.missing > 0 || evidence.set_aside > 0 {
            return Grade::None;
        }
        if !self.was_over(lag) {
            return Grade::Ended;
        }
        if listed.total_met {
            return Grade::Total;
        }
        let again = evidence.before.is_some_and(|before| {
            before.was_over(lag)
                && before.proof >= Grade::Ended
                && before.read_at + lag <= self.read_at
                && before.ids == evidence.ids
        });
        if again { Grade::Twice } else { Grade::Ended }
    }

    /// Whether single calls are to be asked for now.
    pub(crate) fn tends(&self, now: DateTime<Utc>) -> bool {
        self.tend_at.is_some_and(|at| at <= now)
    }

    /// Whether it is to be read again now.
    pub(crate) fn is_due(&self, now: DateTime<Utc>, lag: TimeDelta) -> bool {
        // What came short is asked for by every run.
        if self.missing > 0 || self.full || !self.was_over(lag) {
            return true;
        }
        let Some(to) = self.part.end() else {
            return self.read_at + lag <= now;
        };
        let unproved = self.reopened || self.proof == Grade::Ended;
        (unproved && self.read_at + lag <= now)
            || (!self.is_early(to)
                && RUNGS
                    .iter()
                    .any(|rung| self.read_at < to + *rung && to + *rung <= now))
    }

    /// Whether equal readings have ended the ladder early.
    fn is_early(&self, to: DateTime<Utc>) -> bool {
        self.equal > 1 && self.read_at >= to + EARLY
    }

    /// How far it is done with.
    #[must_use]
    pub fn state(&self, lag: TimeDelta) -> State {
        let short = self.missing > 0 || self.full || self.set_aside > 0;
        let whole = !short && self.was_over(lag);
        if !whole || self.unfinished > 0 {
            return State::Open;
        }
        let last = RUNGS.last().copied().unwrap_or_default();
        let done = |to: DateTime<Utc>| self.read_at >= to + last || self.is_early(to);
        let sealed = self.proof >= Grade::Twice
            && !self.reopened
            && self.stale == 0
            && self.part.end().is_some_and(done);
        if sealed {
            State::Sealed
        } else {
            State::Settled
        }
    }
}

/// How long after their creation calls changed whose records were over: came, became others, or went. A change is found by the reading
/// that comes after it, so each of them was that late at most.
///
/// ```no_run
/// # use callslip_lake::{Lake, LakeError};
/// # async fn job(lake: Lake) -> Result<(), LakeError> {
/// for (source, late) in lake.lateness().await? {
///     for (within, count) in late.counts() {
///         println!("{source}: {count} within {within:?}"); // a lag that is long enough has none behind it
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Lateness {
    counts: [u64; LATE.len()],
    later: u64,
    /// How many of them a verification found.
    audited: u64,
}

impl Lateness {
    /// How many changes were found so long after their calls' creation at most; none of a time for those that were later than all.
    pub fn counts(&self) -> impl Iterator<Item = (Option<TimeDelta>, u64)> {
        let within = LATE.into_iter().map(Some).zip(self.counts);
        within.chain([(None, self.later)])
    }

    /// How many changes there were.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.iter().sum::<u64>() + self.later
    }

    /// How many of them a verification found, and no reading before it.
    #[must_use]
    pub fn audited(&self) -> u64 {
        self.audited
    }

    fn is_empty(&self) -> bool {
        self.total() == 0
    }

    pub(crate) fn note(&mut self, after: TimeDelta) {
        let place = LATE.iter().position(|within| after <= *within);
        match place.and_then(|place| self.counts.get_mut(place)) {
            Some(count) => *count += 1,
            None => self.later += 1,
        }
    }

    /// All of them were found by a verification.
    pub(crate) fn by_audit(&mut self) {
        self.audited = self.total();
    }

    pub(crate) fn add(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
        self.later += other.later;
        self.audited += other.audited;
    }
}

pub(crate) fn id(source: &str, part: &Part) -> String {
    format!("{source}/{part}")
}

/// The days from `since` to `now`, newest first.
pub(crate) fn days(since: DateTime<Utc>, now: DateTime<Utc>) -> Vec<Part> {
    let day = |at: DateTime<Utc>| at.timestamp().div_euclid(86_400);
    let start = |day: i64| DateTime::from_timestamp(day * 86_400, 0);
    let days = (day(since)..=day(now)).rev();
    days.filter_map(|day| {
        Some(Part::Time {
            from: start(day)?,
            to: start(day + 1)?,
        })
    })
    .collect()
}

/// What of a part no other part covers, in order of time. The others do not overlap.
pub(crate) fn uncovered<'a>(part: &Part, others: impl Iterator<Item = &'a Part>) -> Vec<Part> {
    let Part::Time { from, to } = *part else {
        let covered = others.into_iter().any(|other| other == part);
        return if covered { vec![] } else { vec![part.clone()] };
    };
    let mut spans: Vec<_> = others
        .filter_map(|other| match other {
            Part::Time { from, to } => Some((*from, *to)),
            _ => None,
        })
        .filter(|span| span.0 < to && from < span.1)
        .collect();
    spans.sort_unstable();
    let mut gaps = Vec::new();
    let mut at = from;
    for span in spans {
        if at < span.0 {
            gaps.push(Part::Time {
                from: at,
                to: span.0,
            });
        }
        at = at.max(span.1);
    }
    if at < to {
        gaps.push(Part::Time { from: at, to });
    }
    gaps
}

/// How many there are.
pub(crate) fn count(many: usize) -> u64 {
    u64::try_from(many).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_grade_is_rounded_up() {
        let window: Window = serde_json::from_value(serde_json::json!({
            "source": "s", "part": "all", "proof": "none", "calls": 1, "digest": "", "ids": "", "read_at": "2026-01-03T00:00:00Z",
            "reading": "", "readings": 1, "equal": 1, "unfinished": 0, "set_aside": 0, "missing": 0, "outside": 0, "unlisted": 0,
            "deleted": 0, "requests": 1,
        }))
        .expect("a window");
        let grade = |total_met, ended, missing, set_aside, tells_end| {
            let evidence = Evidence {
                listed: Listed {
                    total_met,
                    ended,
                    missing,
                    requests: 1,
                    ..Listed::default()
                },
                before: None,
                ids: "",
                set_aside,
                tells_end,
            };
            window.grade(&evidence, TimeDelta::zero())
        };
        assert_eq!(grade(true, true, 0, 0, true), Grade::Total);
        assert_eq!(grade(false, true, 0, 0, true), Grade::Ended);
        // A minute of which no more can be asked for is asked for by each run.
        let full = Window {
            full: true,
            ..window.clone()
        };
        let (now, lag) = (window.read_at, TimeDelta::hours(1));
        assert!(full.is_due(now, lag) && !window.is_due(now, lag));
        assert_eq!(full.state(lag), State::Open);
        assert_eq!(window.state(lag), State::Settled);
        // Whatever else is said, each of these takes the proof away.
        assert_eq!(grade(true, false, 0, 0, true), Grade::None);
        assert_eq!(grade(true, true, 1, 0, true), Grade::None);
        assert_eq!(grade(true, true, 0, 1, true), Grade::None);
        assert_eq!(grade(true, true, 0, 0, false), Grade::None);
    }
}
