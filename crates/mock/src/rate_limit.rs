//! A rate limit: so many requests in a stretch of time, told in the headers that the provider documents.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderMap, HeaderName, HeaderValue};

use crate::spec::RateLimitHeaders;

/// What was asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    pub(crate) requests: u32,
    pub(crate) stretch: Duration,
    /// Whether a refusal says when to come again, which none of the documents promises.
    pub(crate) retry_after: bool,
}

/// The limit and how much of it is used.
#[derive(Debug)]
pub(crate) struct RateLimit {
    limit: Limit,
    headers: Option<RateLimitHeaders>,
    used: Mutex<Option<Used>>,
}

#[derive(Clone, Copy, Debug)]
struct Used {
    since: Instant,
    requests: u32,
}

/// What a request is told.
#[derive(Debug)]
pub(crate) struct Turn {
    pub(crate) is_over: bool,
    pub(crate) headers: HeaderMap,
}

impl RateLimit {
    pub(crate) fn new(limit: Limit, headers: Option<RateLimitHeaders>) -> Self {
        Self {
            limit,
            headers,
            used: Mutex::new(None),
        }
    }

    /// Counts a request.
    pub(crate) fn turn(&self, now: Instant) -> Turn {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let current = used
            .filter(|used| now.saturating_duration_since(used.since) < self.limit.stretch)
            .unwrap_or(Used {
                since: now,
                requests: 0,
            });
        let requests = current.requests.saturating_add(1);
        *used = Some(Used {
            requests,
            ..current
        });
        let is_over = requests > self.limit.requests;
        let mut told = HeaderMap::new();
        if let Some(headers) = &self.headers {
            let interval = u64::try_from(self.limit.stretch.as_millis()).unwrap_or(u64::MAX);
            let left = self.limit.requests.saturating_sub(requests);
            for (name, value) in [
                (&headers.limit, u64::from(self.limit.requests)),
                (&headers.remaining, u64::from(left)),
                (&headers.interval_milliseconds, interval),
            ] {
                if let Ok(name) = HeaderName::try_from(name.as_str()) {
                    told.insert(name, HeaderValue::from(value));
                }
            }
        }
        if is_over && self.limit.retry_after {
            let left = (current.since + self.limit.stretch).saturating_duration_since(now);
            let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
            told.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        Turn {
            is_over,
            headers: told,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Limit, RateLimit, Turn};
    use crate::spec::RateLimitHeaders;

    fn limit(retry_after: bool, headers: Option<RateLimitHeaders>) -> RateLimit {
        let stretch = Duration::from_millis(2500);
        RateLimit::new(
            Limit {
                requests: 2,
                stretch,
                retry_after,
            },
            headers,
        )
    }

    fn header(turn: &Turn, name: &str) -> Option<String> {
        let value = turn.headers.get(name)?.to_str().expect("text");
        Some(value.to_owned())
    }

    #[test]
    fn so_many_in_a_stretch_and_again_in_the_next() {
        let (limit, start) = (limit(false, None), Instant::now());
        let over = |milliseconds| {
            limit
                .turn(start + Duration::from_millis(milliseconds))
                .is_over
        };
        assert_eq!(
            [0, 1, 2, 2499, 2500, 2501, 2502].map(over),
            [false, false, true, true, false, false, true]
        );
    }

    #[test]
    fn headers_are_those_that_are_documented_or_asked_for() {
        let names = RateLimitHeaders {
            limit: "X-Max".to_owned(),
            remaining: "X-Left".to_owned(),
            interval_milliseconds: "X-Interval".to_owned(),
        };
        let (with, start) = (limit(false, Some(names)), Instant::now());
        let turns = [(); 3].map(|()| with.turn(start));
        assert_eq!(
            turns
                .each_ref()
                .map(|turn| header(turn, "x-left").expect("a number")),
            ["1", "0", "0"]
        );
        assert_eq!(header(&turns[2], "x-max").as_deref(), Some("2"));
        assert_eq!(header(&turns[2], "x-interval").as_deref(), Some("2500"));
        assert_eq!(header(&turns[2], "retry-after"), None);

        let asked = limit(true, None);
        let turns = [(); 3].map(|()| asked.turn(start));
        assert!(turns[1].headers.is_empty());
        assert_eq!(header(&turns[2], "retry-after").as_deref(), Some("3"));
    }
}
