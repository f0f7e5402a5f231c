//! Times on the command line: a moment, a day, or so long ago.

use std::time::Duration;

use chrono::{
    DateTime, Days, Local, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, SubsecRound,
    TimeDelta, TimeZone, Utc,
};

use crate::values;

/// A time as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    Moment(DateTime<Utc>),
    Day(NaiveDate),
    Ago(Duration),
}

/// What a day and a length of time are counted by.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    pub now: DateTime<Utc>,
    /// Whether days are those of UTC, and not of this machine's time zone.
    pub utc: bool,
}

/// The last moment of a day is so long before the next day: the finest step that every provider can be sent.
const STEP: TimeDelta = TimeDelta::milliseconds(1);

/// Reads a time of a period.
pub fn when(text: &str) -> Result<When, String> {
    if let Ok(day) = text.parse() {
        return Ok(When::Day(day));
    }
    if let Ok(ago) = values::duration(text) {
        return Ok(When::Ago(ago));
    }
    values::moment(text)
        .map(When::Moment)
        .map_err(|told| format!("{told}, nor a length of time as in 7d or 2h"))
}

impl When {
    /// The first moment that is meant.
    pub fn start(&self, clock: &Clock) -> DateTime<Utc> {
        match self {
            Self::Moment(moment) => *moment,
            Self::Day(day) => clock.midnight(*day),
            Self::Ago(ago) => {
                let ago = TimeDelta::from_std(*ago).unwrap_or(TimeDelta::MAX);
                clock
                    .now
                    .checked_sub_signed(ago)
                    .unwrap_or(DateTime::<Utc>::MIN_UTC)
            }
        }
    }

    /// The last moment that is meant: a day is meant whole.
    pub fn end(&self, clock: &Clock) -> DateTime<Utc> {
        match self {
            Self::Day(day) => {
                let next = day.checked_add_days(Days::new(1)).unwrap_or(*day);
                clock.midnight(next) - STEP
            }
            other => other.start(clock),
        }
    }
}

impl Clock {
    pub fn now(utc: bool) -> Self {
        Self {
            // What is asked for is read by people, too.
            now: Utc::now().trunc_subsecs(0),
            utc,
        }
    }

    /// Where a day begins. A clock that is put forward at midnight has none: then the day begins later.
    fn midnight(&self, day: NaiveDate) -> DateTime<Utc> {
        let midnight = day.and_time(NaiveTime::MIN);
        if self.utc {
            return midnight.and_utc();
        }
        first_of(&Local, midnight)
    }

    /// What there is to say of the zone in which a day was read; nothing where it makes no difference.
    pub fn zone(&self) -> Option<String> {
        let offset = Local.offset_from_utc_datetime(&self.now.naive_utc());
        (!self.utc && offset.to_string() != "+00:00").then(|| {
            format!("note: days are those of this machine's time zone (now UTC{offset}); --utc takes those of UTC")
        })
    }
}

fn first_of<Z: TimeZone>(zone: &Z, midnight: NaiveDateTime) -> DateTime<Utc> {
    let quarters = (0..=12).map(|quarters| midnight + TimeDelta::minutes(15 * quarters));
    let first = quarters
        .filter_map(|time| zone.from_local_datetime(&time).earliest())
        .next();
    first.map_or_else(|| midnight.and_utc(), |time| time.with_timezone(&Utc))
}

/// A time as it stands in messages and on command lines.
pub fn text(time: &DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock() -> Clock {
        Clock {
            now: values::moment("2026-03-10T12:00:00Z").expect("a time"),
            utc: true,
        }
    }

    #[test]
    fn a_day_is_meant_whole_and_a_length_of_time_counts_from_now() {
        let period = |given| {
            let when = when(given).expect("a time");
            (text(&when.start(&clock())), text(&when.end(&clock())))
        };
        let pair = |start: &str, end: &str| (start.to_owned(), end.to_owned());
        assert_eq!(
            period("2026-01-31"),
            pair("2026-01-31T00:00:00Z", "2026-01-31T23:59:59.999Z")
        );
        assert_eq!(
            period("7d"),
            pair("2026-03-03T12:00:00Z", "2026-03-03T12:00:00Z")
        );
        assert_eq!(
            period("2h"),
            pair("2026-03-10T10:00:00Z", "2026-03-10T10:00:00Z")
        );
        let moment = "2026-01-31T09:00:00Z";
        assert_eq!(period("2026-01-31T10:00:00+01:00"), pair(moment, moment));
        assert_eq!(period("0001-01-01").0, "0001-01-01T00:00:00Z");
        for odd in [
            "yesterday",
            "7",
            "7x",
            "2026-02-30",
            "2026-01-31T09:00:00",
            "",
        ] {
            assert!(when(odd).is_err(), "{odd}");
        }
    }

    /// As in Cairo in 2014: the clock goes from 23:59:59 to 01:00:00.
    #[test]
    fn a_day_without_midnight_begins_later() {
        #[derive(Clone)]
        struct Gap;
        impl TimeZone for Gap {
            type Offset = chrono::FixedOffset;
            fn from_offset(_: &Self::Offset) -> Self {
                Self
            }
            fn offset_from_local_date(&self, _: &NaiveDate) -> chrono::LocalResult<Self::Offset> {
                chrono::LocalResult::None
            }
            fn offset_from_local_datetime(
                &self,
                local: &NaiveDateTime,
            ) -> chrono::LocalResult<Self::Offset> {
                let hour = chrono::Timelike::hour(local);
                match chrono::FixedOffset::east_opt(3 * 3600) {
                    Some(offset) if hour >= 1 => chrono::LocalResult::Single(offset),
                    _ => chrono::LocalResult::None,
                }
            }
            fn offset_from_utc_date(&self, _: &NaiveDate) -> Self::Offset {
                chrono::FixedOffset::east_opt(3 * 3600).expect("an offset")
            }
            fn offset_from_utc_datetime(&self, _: &NaiveDateTime) -> Self::Offset {
                chrono::FixedOffset::east_opt(3 * 3600).expect("an offset")
            }
        }
        let midnight = NaiveDate::from_ymd_opt(2014, 5, 16)
            .expect("a day")
            .and_time(NaiveTime::MIN);
        assert_eq!(text(&first_of(&Gap, midnight)), "2014-05-15T22:00:00Z");
    }
}
