//! How times are read: as RFC 3339 writes them, which is what specs ask for, and in the other forms in which services send them
//! nevertheless.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};

/// The moment that a string of RFC 3339 stands for.
pub fn moment(text: &str) -> Option<DateTime<Utc>> {
    usual(text.as_bytes()).or_else(|| Some(DateTime::parse_from_rfc3339(text).ok()?.to_utc()))
}

/// `2024-01-15T10:30:00.000Z`, which is what services write: read without the general parser, which costs ten times that.
fn usual(text: &[u8]) -> Option<DateTime<Utc>> {
    let number = |digits: &[u8]| -> Option<u32> {
        digits.iter().try_fold(0, |number, byte| {
            byte.is_ascii_digit()
                .then(|| number * 10 + u32::from(byte - b'0'))
        })
    };
    let (second, rest) = text.split_first_chunk()?;
    #[rustfmt::skip]
    let [y1, y2, y3, y4, b'-', o1, o2, b'-', d1, d2, b'T', h1, h2, b':', m1, m2, b':', s1, s2] = *second else {
        return None;
    };
    let nanos = match rest {
        b"Z" => 0,
        [b'.', fraction @ .., b'Z'] if (1..=9).contains(&fraction.len()) => {
            number(fraction)? * 10_u32.pow(9 - u32::try_from(fraction.len()).ok()?)
        }
        _ => return None,
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    let day = NaiveDate::from_ymd_opt(year, number(&[o1, o2])?, number(&[d1, d2])?)?;
    let (hour, minute) = (number(&[h1, h2])?, number(&[m1, m2])?);
    let moment = day.and_hms_nano_opt(hour, minute, number(&[s1, s2])?, nanos)?;
    Some(moment.and_utc())
}

/// The moment that a string stands for in any form that can be read in one way only: a zone in any spelling, no seconds, a blank
/// between date and time, the basic form of ISO 8601, RFC 2822, seconds or milliseconds since 1970.
///
/// A time without a zone is none of these: read as UTC it would be hours off, and nobody would see it.
pub(crate) fn clear_moment(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    moment(text)
        .or_else(|| since_1970(text))
        .or_else(|| zoned(text))
        .or_else(|| Some(DateTime::parse_from_rfc2822(text).ok()?.to_utc()))
}

/// Date and time of ISO 8601 with a zone, however loosely written.
fn zoned(text: &str) -> Option<DateTime<Utc>> {
    let (date, rest) = text.split_once(['T', 't', ' '])?;
    let rest = rest.trim_start();
    let zone_at = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ',')))?;
    let (time, zone) = rest.split_at_checked(zone_at)?;
    let offset = offset(zone.trim())?;
    let date = ["%Y-%m-%d", "%Y%m%d"]
        .into_iter()
        .find_map(|form| NaiveDate::parse_from_str(date, form).ok())
        // A year of other than four digits is rather a mistake.
        .filter(|date| (1000..=9999).contains(&chrono::Datelike::year(date)))?;
    let time = time.replace(',', ".");
    let time = ["%H:%M:%S%.f", "%H:%M", "%H%M%S%.f", "%H%M"]
        .into_iter()
        .find_map(|form| NaiveTime::parse_from_str(&time, form).ok())?;
    let local = date.and_time(time).and_local_timezone(offset).single()?;
    Some(local.to_utc())
}

/// The offset that a zone is told as; `None` for the name of a place, whose offset depends on the date and on rules that change.
fn offset(zone: &str) -> Option<FixedOffset> {
    if ["z", "utc", "gmt"]
        .iter()
        .any(|utc| zone.eq_ignore_ascii_case(utc))
    {
        return FixedOffset::east_opt(0);
    }
    let (sign, digits) = match zone.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits, "0"),
        4 => digits.split_at_checked(2)?,
        5 if digits.as_bytes()[2] == b':' => digits.split_once(':')?,
        _ => return None,
    };
    let number = |text: &str| {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<i32>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    FixedOffset::east_opt(sign * (hours * 60 + minutes) * 60)
}

/// Seconds or milliseconds since 1970, told apart by their size: both are read for the years 2001 to 2286, in which one cannot be
/// taken for the other, nor for a date written without dashes.
fn since_1970(number: &str) -> Option<DateTime<Utc>> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if !whole
        .bytes()
        .chain(fraction.bytes())
        .all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let nanos =
        |scale: usize| -> Option<u32> { format!("{fraction:0<scale$}").get(..scale)?.parse().ok() };
    let value: i64 = whole.parse().ok()?;
    match whole.len() {
        10 => DateTime::from_timestamp(value, nanos(9)?),
        13 => {
            let below = u32::try_from(value % 1000).ok()? * 1_000_000 + nanos(6)?;
            DateTime::from_timestamp(value / 1000, below)
        }
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;
    use crate::json::decode::Slot;
    use crate::values::redact::Personal;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    #[test]
    fn rfc_3339_is_read_as_it_is() {
        for text in [
            "2024-01-15T10:30:00Z",
            "2024-01-15T10:30:00.000Z",
            "2024-01-15T10:30:00.5Z",
            "2024-02-29T23:59:59.123456789Z",
            "2024-01-15T10:30:00+05:30",
            "2024-01-15T10:30:00.25-08:00",
            "2016-12-31T23:59:60Z",
            "0001-01-01T00:00:00Z",
        ] {
            assert_eq!(moment(text), Some(at(text)), "{text}");
            assert_eq!(clear_moment(text), Some(at(text)), "{text}");
        }
    }

    #[test]
    fn what_has_one_reading_is_read() {
        let same = at("2024-01-15T10:30:00Z");
        for text in [
            "2024-01-15T10:30:00+0000",
            "2024-01-15T11:30:00+01",
            "2024-01-15T11:30+01:00",
            "2024-01-15T10:30Z",
            "2024-01-15t10:30:00z",
            "2024-01-15 10:30:00 UTC",
            "2024-01-15 10:30:00 +0000",
            "2024-01-15 02:30:00-08:00",
            "2024-01-15 10:30 GMT",
            " 2024-01-15T10:30:00Z ",
            "2024-01-15T10:30:00,000Z",
            "20240115T103000Z",
            "20240115T1030Z",
            "Mon, 15 Jan 2024 10:30:00 +0000",
            "Mon, 15 Jan 2024 10:30:00 GMT",
            "15 Jan 2024 11:30:00 +0100",
            "1705314600",
            "1705314600000",
            "1705314600.000",
        ] {
            assert_eq!(clear_moment(text), Some(same), "{text}");
        }
        assert_eq!(
            clear_moment("1705314600.25"),
            Some(at("2024-01-15T10:30:00.25Z"))
        );
        assert_eq!(
            clear_moment("1705314600250.5"),
            Some(at("2024-01-15T10:30:00.2505Z"))
        );
    }

    #[test]
    fn what_has_several_readings_or_none_is_not() {
        for text in [
            "",
            "soon",
            "2024-01-15",
            "2024-01-15T10:30:00",
            "2024-01-15 10:30",
            "01/15/2024 10:30 UTC",
            "2024-01-15T10:30:00 Europe/Madrid",
            "2024-01-15T10:30:00+24:00",
            "2024-01-15T10:30:00+1:000",
            "2024-13-15T10:30:00Z",
            "2024-02-30T10:30:00+00",
            "2024-01-15T24:00:00Z",
            "20240115",
            "20240115103000",
            "202401151030",
            "0",
            "-1705314600",
            "17053146",
            "1705314600000000",
            "1.7053146e9",
            "2024-01-15T10:30:00+¡0a",
            "2024-01-15T10:30:00-a¡!",
            "t-a¡!",
            "+1705314600",
        ] {
            assert_eq!(clear_moment(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_read_wherever_they_are() {
        type Read = HashMap<String, Personal<Vec<Option<DateTime<Utc>>>>>;
        let text = r#"{"a": ["2024-01-15T10:30:00Z", null], "b": []}"#;
        let mut read = None::<Read>;
        read.fill(text).unwrap();
        assert_eq!(
            *read.unwrap()["a"],
            [Some(at("2024-01-15T10:30:00Z")), None]
        );
        let failed = None::<DateTime<Utc>>.fill("\"m4rker\"").unwrap_err();
        assert!(!failed.to_string().contains("m4rker"), "{failed}");
    }

    proptest! {
        #[test]
        fn the_quick_way_agrees_with_the_general_one(
            text in "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{1,9})?Z"
        ) {
            if let Some(quick) = usual(text.as_bytes()) {
                prop_assert_eq!(quick, at(&text));
            }
        }

        #[test]
        fn any_offset_is_the_same_moment_however_it_is_written(
            seconds in 1_000_000_000_i64..9_999_999_999,
            minutes in -14 * 60..14 * 60,
            form in 0..4,
        ) {
            let offset = FixedOffset::east_opt(minutes * 60).unwrap();
            let wanted = DateTime::from_timestamp(seconds, 0).unwrap();
            let local = wanted.with_timezone(&offset);
            let text = match form {
                0 => local.format("%Y-%m-%d %H:%M:%S%z").to_string(),
                1 => local.to_rfc2822(),
                2 => seconds.to_string(),
                _ => (seconds * 1000).to_string(),
            };
            prop_assert_eq!(clear_moment(&text), Some(wanted), "{}", text);
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,30}") {
            let _ = clear_moment(&text);
        }
    }
}
