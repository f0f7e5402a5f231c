//! Values of arguments: read before anything is sent, with a message that says what is wanted.

use std::convert::Infallible;
use std::str::FromStr;

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
}
