//! What stands in a query, or in the body that a list takes instead, read the way that a list needs it.

use chrono::{DateTime, Utc};

#[derive(Clone, Copy)]
pub(crate) struct Query<'a>(pub(crate) &'a [(String, String)]);

impl<'a> Query<'a> {
    pub(crate) fn text(self, name: &str) -> Option<&'a str> {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// All values of that name, those between commas included.
    pub(crate) fn all(self, name: &str) -> Vec<&'a str> {
        let found = self.0.iter().filter(|(key, _)| key == name);
        found.flat_map(|(_, value)| value.split(',')).collect()
    }

    /// A whole number; one below zero counts as zero.
    pub(crate) fn number(self, name: &str) -> Option<u64> {
        let number: i64 = self.text(name)?.parse().ok()?;
        Some(u64::try_from(number).unwrap_or(0))
    }

    /// A time, as RFC 3339 or as milliseconds since 1970.
    pub(crate) fn time(self, name: &str) -> Option<DateTime<Utc>> {
        let text = self.text(name)?;
        let time = DateTime::parse_from_rfc3339(text).ok();
        time.map(|time| time.to_utc())
            .or_else(|| DateTime::from_timestamp_millis(text.parse().ok()?))
    }
}
