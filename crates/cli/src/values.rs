//! Values of arguments: read before anything is sent, with a message that says what is wanted.

use std::convert::Infallible;
use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// One of the values that a provider documents.
pub fn known<T, const N: usize>(values: [&'static str; N]) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err = Infallible> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(values).map(|value| match value.parse() {
        Ok(value) => value,
        Err(never) => match never {},
    })
}

/// A number that is no fraction.
pub fn whole(text: &str) -> Result<i64, &'static str> {
    text.parse().map_err(|_| "not a whole number")
}

/// An identifier that is documented as a UUID.
pub fn uuid(text: &str) -> Result<uuid::Uuid, &'static str> {
    text.parse()
        .map_err(|_| "not a UUID as in 3c90c3cc-0d44-4b50-8888-8dd25736052a")
}

/// A length of time, as in 45s, 5m, 1h30m or 7d.
pub fn duration(text: &str) -> Result<Duration, &'static str> {
    const WANTED: &str = "not a length of time as in 500ms, 45s, 5m, 2h, 7d or 4w";
    const YEARS: u64 = 1000 * 365 * 86_400_000;
    let mut rest = text;
    let mut millis = 0_u64;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).ok_or(WANTED)?;
        let (number, after) = rest.split_at(digits);
        let unit = after
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(after.len());
        let (unit, after) = after.split_at(unit);
        let unit = match unit {
            "ms" => 1,
            "s" => 1000,
            "m" => 60_000,
            "h" => 3_600_000,
            "d" => 86_400_000,
            "w" => 7 * 86_400_000,
            _ => return Err(WANTED),
        };
        let part = number
            .parse::<u64>()
            .ok()
            .and_then(|number| number.checked_mul(unit));
        millis = part
            .and_then(|part| millis.checked_add(part))
            .ok_or(WANTED)?;
        rest = after;
    }
    match millis {
        0 | YEARS.. => Err(WANTED),
        _ => Ok(Duration::from_millis(millis)),
    }
}

/// So many bytes, as in 500000, 64MiB or 1GB.
pub fn size(text: &str) -> Result<usize, &'static str> {
    const WANTED: &str = "not a number of bytes as in 500000, 64MiB or 1GB";
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let factor: usize = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 1,
        "kb" => 1000,
        "k" | "kib" => 1 << 10,
        "mb" => 1_000_000,
        "m" | "mib" => 1 << 20,
        "gb" => 1_000_000_000,
        "g" | "gib" => 1 << 30,
        _ => return Err(WANTED),
    };
    let bytes = number
        .parse::<usize>()
        .ok()
        .and_then(|number| number.checked_mul(factor));
    bytes.filter(|bytes| *bytes > 0).ok_or(WANTED)
}

/// A time, or the beginning of a day.
pub fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Ok(day.and_time(NaiveTime::MIN).and_utc());
    }
    let moment = DateTime::parse_from_rfc3339(text);
    moment.map(Into::into).map_err(|_| {
        "neither a time as in 2026-01-31T09:00:00Z nor a date as in 2026-01-31".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_days_are_understood_and_nothing_else_is() {
        let read = |text| moment(text).map(|moment| moment.to_rfc3339());
        assert_eq!(
            read("2026-01-31").as_deref(),
            Ok("2026-01-31T00:00:00+00:00")
        );
        assert_eq!(
            read("2026-01-31T01:30:00+02:00").as_deref(),
            Ok("2026-01-30T23:30:00+00:00")
        );
        for odd in ["2026-02-30", "yesterday", "2026-01-31T09:00:00", ""] {
            assert!(moment(odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn lengths_of_time_and_sizes_have_units() {
        assert_eq!(duration("1s500ms"), Ok(Duration::from_millis(1500)));
        for (text, seconds) in [
            ("45s", 45),
            ("1h30m", 5400),
            ("7d", 604_800),
            ("2w", 1_209_600),
        ] {
            assert_eq!(duration(text), Ok(Duration::from_secs(seconds)), "{text}");
        }
        for odd in [
            "",
            "7",
            "d",
            "0s",
            "-1d",
            "1.5h",
            "7 d",
            "99999999999999999999d",
            "9999999999w",
            "1é",
        ] {
            assert!(duration(odd).is_err(), "{odd}");
        }
        for (text, bytes) in [
            ("500000", 500_000),
            ("64MiB", 64 << 20),
            ("1 GB", 1_000_000_000),
            ("2k", 2048),
        ] {
            assert_eq!(size(text), Ok(bytes), "{text}");
        }
        for odd in [
            "",
            "MiB",
            "0",
            "-1",
            "1TBx",
            "99999999999999999999",
            "99999999999999GiB",
        ] {
            assert!(size(odd).is_err(), "{odd}");
        }
    }
}
