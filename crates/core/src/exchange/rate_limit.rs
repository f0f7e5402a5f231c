//! What a service says of its rate limit: typed, from whichever of its headers came.

use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::HeaderMap;

/// In which headers a provider tells its rate limit, names in lower case.
#[derive(Debug)]
pub struct RateLimitHeaders {
    /// Requests that one window allows.
    pub limit: &'static str,
    /// Requests that are left of the window.
    pub remaining: &'static str,
    /// Length of the window in milliseconds.
    pub interval_milliseconds: &'static str,
    /// Requests that one day allows.
    pub daily_limit: &'static str,
    /// Requests that are left of the day.
    pub daily_remaining: &'static str,
}

/// A number in digits alone, as headers have it: `u64::from_str` would take a plus sign, too. More digits than fit are a very large
/// number.
pub(crate) fn digits(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(u64::MAX))
}

/// How much of its rate limit a service says is left. Each part is there only if its header came and can be read: a service
/// need not send them.
///
/// ```
/// use std::time::Duration;
/// use callslip_core::ResponseValue;
///
/// /// How long to wait before the next call: one window, if nothing is left of this one.
/// fn pause<T>(answer: &ResponseValue<T>) -> Duration {
///     match answer.rate_limit() {
///         Some(limit) if limit.remaining() == Some(0) => limit.interval().unwrap_or_default(),
///         _ => Duration::ZERO,
///     }
/// }
/// # assert_eq!(pause(&ResponseValue::for_test((), "")), Duration::ZERO);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RateLimit {
    limit: Option<u64>,
    remaining: Option<u64>,
    interval: Option<Duration>,
    daily_limit: Option<u64>,
    daily_remaining: Option<u64>,
}

impl RateLimit {
    /// Reads the headers; `None` if not one of them came.
    pub(crate) fn read(names: &RateLimitHeaders, headers: &HeaderMap) -> Option<Self> {
        let number = |name: &str| digits(headers.get(name)?.to_str().ok()?.trim());
        let found = Self {
            limit: number(names.limit),
            remaining: number(names.remaining),
            interval: number(names.interval_milliseconds).map(Duration::from_millis),
            daily_limit: number(names.daily_limit),
            daily_remaining: number(names.daily_remaining),
        };
        (found != Self::default()).then_some(found)
    }

    /// How many requests one window allows.
    pub fn limit(&self) -> Option<u64> {
        self.limit
    }

    /// How many requests are left of the current window.
    pub fn remaining(&self) -> Option<u64> {
        self.remaining
    }

    /// Length of the window (10 s, say). When the current one ends is not told: after one whole window it has.
    pub fn interval(&self) -> Option<Duration> {
        self.interval
    }

    /// How many requests one day allows.
    pub fn daily_limit(&self) -> Option<u64> {
        self.daily_limit
    }

    /// How many requests are left of the day.
    pub fn daily_remaining(&self) -> Option<u64> {
        self.daily_remaining
    }

    /// How long to wait after a refusal that does not say how long: one window, after which its allowance is back. `None`
    /// if it is the day's allowance that is used up, since a window does not bring that back.
    pub(crate) fn wait_after(&self, status: StatusCode) -> Option<Duration> {
        let refused = status == StatusCode::TOO_MANY_REQUESTS;
        let window_is_why = self.remaining.unwrap_or(0) == 0 && self.daily_remaining != Some(0);
        self.interval.filter(|_| refused && window_is_why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: RateLimitHeaders = RateLimitHeaders {
        limit: "x-max",
        remaining: "x-remaining",
        interval_milliseconds: "x-interval",
        daily_limit: "x-daily",
        daily_remaining: "x-daily-remaining",
    };

    fn read(pairs: &[(&'static str, &str)]) -> Option<RateLimit> {
        let headers = pairs
            .iter()
            .map(|(name, value)| {
                let name = reqwest::header::HeaderName::from_static(name);
                (name, value.parse().expect("a header value"))
            })
            .collect();
        RateLimit::read(&NAMES, &headers)
    }

    #[test]
    fn each_header_is_read_on_its_own() {
        let all = read(&[
            ("x-max", "100"),
            ("x-remaining", "7"),
            ("x-interval", "10000"),
            ("x-daily", "200000"),
            ("x-daily-remaining", "199000"),
        ])
        .expect("told");
        assert_eq!((all.limit(), all.remaining()), (Some(100), Some(7)));
        assert_eq!(all.interval(), Some(Duration::from_secs(10)));
        assert_eq!(
            (all.daily_limit(), all.daily_remaining()),
            (Some(200_000), Some(199_000))
        );
        let one = read(&[("x-remaining", " 7 ")]).expect("told");
        assert_eq!((one.limit(), one.remaining()), (None, Some(7)));
    }

    #[test]
    fn what_is_no_number_counts_as_absent() {
        assert_eq!(read(&[]), None);
        for odd in ["", "-1", "+5", "1.5", "many", "0x10"] {
            assert_eq!(read(&[("x-remaining", odd)]), None, "{odd:?}");
        }
        let large = read(&[("x-daily", "99999999999999999999999")]).expect("told");
        assert_eq!(large.daily_limit(), Some(u64::MAX));
    }

    #[test]
    fn a_refusal_waits_one_window_if_the_window_is_why() {
        let wait = |status: u16, pairs: &[(&'static str, &str)]| {
            let status = StatusCode::from_u16(status).expect("a status");
            read(pairs).and_then(|told| told.wait_after(status))
        };
        let window = ("x-interval", "10000");
        let ten = Some(Duration::from_secs(10));
        assert_eq!(wait(429, &[window]), ten);
        assert_eq!(wait(429, &[window, ("x-remaining", "0")]), ten);
        assert_eq!(wait(503, &[window]), None, "no refusal");
        assert_eq!(wait(429, &[("x-remaining", "0")]), None, "no window told");
        assert_eq!(wait(429, &[window, ("x-remaining", "5")]), None);
        assert_eq!(wait(429, &[window, ("x-daily-remaining", "0")]), None);
    }
}
