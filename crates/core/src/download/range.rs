//! By what a download that broke off is continued: RFC 9110, sections 8.8, 13.1.5 and 14.4.

use std::time::{Duration, SystemTime};

use crate::exchange::rate_limit::digits;
use reqwest::header::{DATE, ETAG, HeaderMap, HeaderValue, LAST_MODIFIED};

/// What says that a file is still the same, as it goes into `If-Range`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Validator(pub(super) HeaderValue);

impl Validator {
    /// A strong entity tag, or without any tag a date that is old enough to be one: within its second a file can still change.
    pub(super) fn of(headers: &HeaderMap, now: SystemTime) -> Option<Self> {
        if let Some(tag) = headers.get(ETAG) {
            let strong = tag.as_bytes().starts_with(b"\"");
            return strong.then(|| Self(tag.clone()));
        }
        let date = |name| httpdate::parse_http_date(headers.get(name)?.to_str().ok()?).ok();
        let (changed, sent) = (date(LAST_MODIFIED)?, date(DATE).unwrap_or(now));
        let settled = changed.checked_add(Duration::from_secs(1))? <= sent;
        settled.then(|| headers.get(LAST_MODIFIED).cloned().map(Self))?
    }

    /// Whether it is an entity tag, and no date.
    pub(super) fn is_tag(&self) -> bool {
        self.0.as_bytes().starts_with(b"\"")
    }

    /// Whether the headers of a part speak of another version. A part may leave its validator out.
    pub(super) fn denied_by(&self, headers: &HeaderMap) -> bool {
        let name = if self.is_tag() { ETAG } else { LAST_MODIFIED };
        headers.get(name).is_some_and(|found| *found != self.0)
    }
}

/// What is known of a file of which a part is there already.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress {
    pub(super) position: u64,
    pub(super) total: Option<u64>,
    pub(super) validator: Option<Validator>,
}

/// `bytes 100-199/1000`; the total may be unknown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ContentRange {
    pub(super) first: u64,
    pub(super) last: u64,
    pub(super) total: Option<u64>,
}

impl ContentRange {
    pub(super) fn parse(text: &str) -> Option<Self> {
        // More digits than fit are no length.
        let number = |text| digits(text).filter(|number| *number < u64::MAX);
        let (unit, rest) = text.trim().split_once(' ')?;
        let (range, total) = rest.trim().split_once('/')?;
        let (first, last) = range.split_once('-')?;
        let total = match total {
            "*" => None,
            total => Some(number(total)?),
        };
        let range = Self {
            first: number(first)?,
            last: number(last)?,
            total,
        };
        let sound = range.first <= range.last && range.total.is_none_or(|total| range.last < total);
        (unit.eq_ignore_ascii_case("bytes") && sound).then_some(range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 1994-11-06 08:49:37 GMT
    fn now() -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777)
    }

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (
                reqwest::header::HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        };
        pairs.iter().map(pair).collect()
    }

    fn validator(pairs: &[(&'static str, &'static str)]) -> Option<String> {
        let found = Validator::of(&headers(pairs), now())?;
        Some(found.0.to_str().expect("ASCII").to_owned())
    }

    const OLD: &str = "Sun, 06 Nov 1994 08:49:36 GMT";
    const NEW: &str = "Sun, 06 Nov 1994 08:49:37 GMT";

    #[test]
    fn only_what_is_strong_says_that_a_file_is_the_same() {
        assert_eq!(
            validator(&[("etag", "\"a\""), ("last-modified", OLD)]).as_deref(),
            Some("\"a\"")
        );
        assert_eq!(validator(&[("etag", "W/\"a\"")]), None);
        assert_eq!(
            validator(&[("etag", "W/\"a\""), ("last-modified", OLD)]),
            None,
            "RFC 9110, 13.1.5"
        );
        assert_eq!(
            validator(&[("last-modified", OLD), ("date", NEW)]).as_deref(),
            Some(OLD)
        );
        assert_eq!(
            validator(&[("last-modified", NEW), ("date", NEW)]),
            None,
            "the same second"
        );
        assert_eq!(
            validator(&[("last-modified", OLD)]).as_deref(),
            Some(OLD),
            "our own clock"
        );
        assert_eq!(validator(&[("last-modified", NEW)]), None);
        assert_eq!(validator(&[("last-modified", "yesterday")]), None);
        assert_eq!(validator(&[]), None);
    }

    #[test]
    fn a_part_of_another_version_is_noticed() {
        let tag = Validator(HeaderValue::from_static("\"a\""));
        assert!(tag.denied_by(&headers(&[("etag", "\"b\"")])));
        assert!(!tag.denied_by(&headers(&[("etag", "\"a\""), ("last-modified", NEW)])));
        assert!(!tag.denied_by(&headers(&[])));
        let date = Validator(HeaderValue::from_static(OLD));
        assert!(date.denied_by(&headers(&[("last-modified", NEW)])));
        assert!(!date.denied_by(&headers(&[("last-modified", OLD)])));
    }

    #[test]
    fn a_content_range_is_read_only_if_it_is_sound() {
        let range = |first, last, total| Some(ContentRange { first, last, total });
        assert_eq!(ContentRange::parse("bytes 0-0/1"), range(0, 0, Some(1)));
        assert_eq!(ContentRange::parse("Bytes 5-9/*"), range(5, 9, None));
        for wrong in [
            "",
            "bytes",
            "bytes 0-1",
            "bytes */5",
            "items 0-1/2",
            "bytes 2-1/5",
            "bytes 0-5/5",
            "bytes +0-1/5",
            "bytes 0-1/x",
            "bytes -1/5",
            "bytes 0-99999999999999999999/*",
        ] {
            assert_eq!(ContentRange::parse(wrong), None, "{wrong:?}");
        }
    }
}
