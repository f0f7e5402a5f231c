//! A moment that is written the way it was read.

use std::fmt;
use std::ops::Deref;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike, Utc};
use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A moment of a spec's `format: date-time`: a [`DateTime<Utc>`] that remembers how it was written (digits of the
/// fraction, offset), so that a record that is read and written again stays the same.
///
/// It reads as a `DateTime<Utc>` everywhere ([`Deref`], comparison, [`Display`](fmt::Display)); `*timestamp` is the value.
/// Two timestamps are equal if they are the same moment, however they are written.
#[derive(Clone, Copy)]
pub struct Timestamp {
    moment: DateTime<Utc>,
    style: Style,
}

/// How a moment is written.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Style {
    /// Digits after the point; 0 means no point.
    digits: u8,
    offset: Offset,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Offset {
    /// `Z`
    Zulu,
    /// `+hh:mm`, as minutes east of Greenwich.
    Minutes(i16),
}

impl Timestamp {
    /// The moment.
    #[must_use]
    pub const fn get(self) -> DateTime<Utc> {
        self.moment
    }

    /// Reads RFC 3339.
    fn parse(text: &str) -> Option<Self> {
        parse_usual(text.as_bytes()).or_else(|| parse_any(text))
    }
}

/// `2024-01-15T10:30:00.000Z`, which is what services write: read without the general parser, which costs ten times that.
fn parse_usual(text: &[u8]) -> Option<Timestamp> {
    let number = |from: usize, to: usize| -> Option<u32> {
        text.get(from..to)?.iter().try_fold(0, |number, byte| {
            byte.is_ascii_digit()
                .then(|| number * 10 + u32::from(byte - b'0'))
        })
    };
    let is = |at: usize, byte: u8| text.get(at) == Some(&byte);
    let (date, time) = (
        is(4, b'-') && is(7, b'-') && is(10, b'T'),
        is(13, b':') && is(16, b':'),
    );
    if !(date && time && text.last() == Some(&b'Z')) {
        return None;
    }
    let end = text.len() - 1;
    let digits = match end {
        19 => 0,
        21..=29 if is(19, b'.') => end - 20,
        _ => return None,
    };
    let mut nanos = if digits == 0 { 0 } else { number(20, end)? };
    for _ in digits..9 {
        nanos *= 10;
    }
    let nanos = if digits == 0 { 0 } else { nanos };
    let day = NaiveDate::from_ymd_opt(
        i32::try_from(number(0, 4)?).ok()?,
        number(5, 7)?,
        number(8, 10)?,
    )?;
    let moment = day
        .and_hms_nano_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?, nanos)?
        .and_utc();
    let style = Style {
        digits: u8::try_from(digits).ok()?,
        offset: Offset::Zulu,
    };
    Some(Timestamp { moment, style })
}

/// Whatever else RFC 3339 allows.
fn parse_any(text: &str) -> Option<Timestamp> {
    let moment = DateTime::parse_from_rfc3339(text).ok()?;
    let digits = text.split_once('.').map_or(0, |(_, rest)| {
        rest.bytes().take_while(u8::is_ascii_digit).count()
    });
    let offset = if text.ends_with(['Z', 'z']) {
        Offset::Zulu
    } else {
        Offset::Minutes(i16::try_from(moment.offset().local_minus_utc() / 60).ok()?)
    };
    let style = Style {
        // More than nanoseconds cannot be kept.
        digits: u8::try_from(digits.min(9)).ok()?,
        offset,
    };
    Some(Timestamp {
        moment: moment.to_utc(),
        style,
    })
}

impl fmt::Display for Timestamp {
    /// As it was read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let east = match self.style.offset {
            Offset::Zulu => 0,
            Offset::Minutes(minutes) => i32::from(minutes),
        };
        let zone = FixedOffset::east_opt(east * 60).ok_or(fmt::Error)?;
        let local = self.moment.with_timezone(&zone);
        let (date, time) = (local.date_naive(), local.time());
        // A leap second is a nanosecond count of more than a second.
        let leap = time.nanosecond() / 1_000_000_000;
        write!(
            f,
            "{:04}-{:02}-{:02}T",
            date.year(),
            date.month(),
            date.day()
        )?;
        write!(
            f,
            "{:02}:{:02}:{:02}",
            time.hour(),
            time.minute(),
            time.second() + leap
        )?;
        if self.style.digits > 0 {
            let width = usize::from(self.style.digits);
            let kept =
                (time.nanosecond() % 1_000_000_000) / 10_u32.pow(9 - u32::from(self.style.digits));
            write!(f, ".{kept:0width$}")?;
        }
        match self.style.offset {
            Offset::Zulu => f.write_str("Z"),
            Offset::Minutes(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(
                    f,
                    "{sign}{:02}:{:02}",
                    minutes.abs() / 60,
                    minutes.abs() % 60
                )
            }
        }
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Deref for Timestamp {
    type Target = DateTime<Utc>;

    fn deref(&self) -> &DateTime<Utc> {
        &self.moment
    }
}

impl From<DateTime<Utc>> for Timestamp {
    /// Written in UTC with as many digits as it has: 0, 3, 6 or 9.
    fn from(moment: DateTime<Utc>) -> Self {
        let nanos = moment.nanosecond() % 1_000_000_000;
        let digits = match nanos {
            0 => 0,
            nanos if nanos % 1_000_000 == 0 => 3,
            nanos if nanos % 1_000 == 0 => 6,
            _ => 9,
        };
        let style = Style {
            digits,
            offset: Offset::Zulu,
        };
        Self { moment, style }
    }
}

impl From<Timestamp> for DateTime<Utc> {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.moment
    }
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.moment == other.moment
    }
}

impl Eq for Timestamp {}

impl PartialEq<DateTime<Utc>> for Timestamp {
    fn eq(&self, other: &DateTime<Utc>) -> bool {
        self.moment == *other
    }
}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.moment.cmp(&other.moment)
    }
}

impl PartialOrd<DateTime<Utc>> for Timestamp {
    fn partial_cmp(&self, other: &DateTime<Utc>) -> Option<std::cmp::Ordering> {
        self.moment.partial_cmp(other)
    }
}

impl std::hash::Hash for Timestamp {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.moment.hash(state);
    }
}

impl std::str::FromStr for Timestamp {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match Self::parse(text) {
            Some(timestamp) => Ok(timestamp),
            None => DateTime::parse_from_rfc3339(text).map(|moment| moment.to_utc().into()),
        }
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Timestamp;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date-time as RFC 3339 writes it")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Timestamp, E> {
                // The message of an error must not quote the value.
                Timestamp::parse(text)
                    .ok_or_else(|| E::custom("not a date-time as RFC 3339 writes it"))
            }
        }

        deserializer.deserialize_str(Text).map_err(D::Error::custom)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Timestamp {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Timestamp".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date-time" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<Timestamp> {
        serde_json::from_value(serde_json::json!(text)).ok()
    }

    #[test]
    fn moments_are_written_as_they_were_read() {
        for text in [
            "2024-01-15T10:30:00Z",
            "2024-01-15T10:30:00.000Z",
            "2024-01-15T10:30:00.5Z",
            "2024-02-29T23:59:59.123456789Z",
            "2024-01-15T10:30:00+05:30",
            "2024-01-15T10:30:00.25-08:00",
            "2024-01-15T10:30:00+00:00",
            "2016-12-31T23:59:60Z",
            "0001-01-01T00:00:00Z",
        ] {
            let timestamp = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(serde_json::to_value(timestamp).expect("serialises"), text);
            assert_eq!(
                Some(timestamp.get()),
                DateTime::parse_from_rfc3339(text)
                    .ok()
                    .map(|moment| moment.to_utc()),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_moment_is_refused_without_being_quoted() {
        for text in [
            "",
            "m4rker",
            "2024-13-01T00:00:00Z",
            "2024-01-15T10:30:00",
            "2024-01-15",
            "2024-01-15T24:00:00Z",
            "2024-01-15T10:30:00.Z",
        ] {
            let error =
                serde_json::from_value::<Timestamp>(serde_json::json!(text)).expect_err("refused");
            assert!(
                text.is_empty() || !error.to_string().contains(text),
                "{error}"
            );
        }
    }

    #[test]
    fn the_same_moment_is_equal_however_it_is_written() {
        assert_eq!(
            read("2024-01-15T10:30:00Z"),
            read("2024-01-15T12:30:00.000+02:00")
        );
        let written =
            Timestamp::from(read("2024-01-15T10:30:00.250Z").expect("a time").get()).to_string();
        assert_eq!(written, "2024-01-15T10:30:00.250Z");
    }

    proptest! {
        #[test]
        fn the_quick_way_agrees_with_the_general_one(text in "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{1,9})?Z") {
            if let Some(quick) = parse_usual(text.as_bytes()) {
                let general = parse_any(&text).expect("both read it");
                prop_assert_eq!(quick.moment, general.moment);
                prop_assert!(quick.style == general.style);
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,30}") {
            let _ = Timestamp::parse(&text);
        }
    }
}
