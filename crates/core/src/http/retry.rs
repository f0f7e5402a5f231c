//! When and how often a call is repeated; and a client's retry budget, since an outage must not be answered with three times the load.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use reqwest::StatusCode;
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};

use crate::exchange::is_passing;
use crate::exchange::rate_limit::{RateLimit, digits};

/// No wait between attempts is longer than this, unless the service asks for it; and so long is waited where the service asks
/// for a wait in words that cannot be read.
const MAX_DELAY: Duration = Duration::from_secs(20);

/// When and how often a call is repeated after a fault.
///
/// Repeated are idempotent operations after 408, 429, 502, 503, 504, timeouts and connection faults; any operation if
/// the connection could not be opened, because then nothing was sent. Waits grow exponentially with full jitter; a
/// `Retry-After` of the service is honoured: seconds are rounded up, a date counts from the `Date` of the answer that has it.
/// One that cannot be read is still a request to wait: 20 s, the longest of the policy's own waits, or one window of the
/// documented rate limit where the service tells its length. No such wait is longer than
/// [`max_retry_after`](Self::max_retry_after).
///
/// ```
/// use std::time::Duration;
/// use callslip_core::RetryPolicy;
///
/// let patient = RetryPolicy::default().max_attempts(5).base_delay(Duration::from_secs(1));
/// let never = RetryPolicy::none();
/// # let _ = (patient, never);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "a policy does nothing until it is given to a client or a call"]
pub struct RetryPolicy {
    max_attempts: u32,
    max_retry_after: Duration,
    base_delay: Duration,
}

impl Default for RetryPolicy {
    /// 3 attempts, the first wait up to 200 ms, a `Retry-After` of up to 60 s.
    fn default() -> Self {
        Self {
            max_attempts: 3,
            max_retry_after: Duration::from_secs(60),
            base_delay: Duration::from_millis(200),
        }
    }
}

impl RetryPolicy {
    /// One attempt, whatever happens.
    ///
    /// ```
    /// # use callslip_core::RetryPolicy;
    /// assert_eq!(RetryPolicy::none(), RetryPolicy::default().max_attempts(1));
    /// ```
    pub fn none() -> Self {
        Self::default().max_attempts(1)
    }

    /// How many attempts a call has in all, the first included (default 3). 0 counts as 1.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts.max(1);
        self
    }

    /// The longest `Retry-After` that is waited for (default 60 s). A longer one is not slept through: the call ends in an
    /// error whose [`retry_after`](crate::Error::retry_after) says how long to wait. Whatever is set here, no call takes longer
    /// than its total timeout (90 s unless it was set).
    pub fn max_retry_after(mut self, longest: Duration) -> Self {
        self.max_retry_after = longest;
        self
    }

    /// The upper end of the first wait (default 200 ms); each later one doubles it, up to 20 s. Each wait is drawn from zero
    /// up to its end.
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    pub(crate) fn attempts(self) -> u32 {
        self.max_attempts
    }

    /// The wait before the next attempt, of which `jittered` is what the policy would wait by itself; `None` if the service
    /// asks for more than is waited for.
    pub(crate) fn wait(self, asked: Option<RetryAfter>, jittered: Duration) -> Option<Duration> {
        match asked {
            None => Some(jittered),
            Some(RetryAfter::Exactly(wait)) if wait > self.max_retry_after => None,
            Some(RetryAfter::Exactly(wait)) => Some(wait.max(jittered)),
            // It did not ask for so long in so many words, so this alone does not end the call.
            Some(RetryAfter::Unreadable) => Some(MAX_DELAY.min(self.max_retry_after).max(jittered)),
        }
    }

    /// The upper end of the wait before another attempt after so many repeats.
    pub(crate) fn ceiling(self, repeats: u32) -> Duration {
        let doubled = 2_u32.saturating_pow(repeats);
        self.base_delay.saturating_mul(doubled).min(MAX_DELAY)
    }
}

/// How a provider's token endpoint is heard by the rules of calls: `None` if its status does not pass by itself, else how long
/// to wait, if it says so. Words that cannot be read stand for the longest of a policy's own waits.
pub fn passing(
    status: StatusCode,
    headers: &HeaderMap,
    now: SystemTime,
) -> Option<Option<Duration>> {
    is_passing(status).then(|| retry_after(headers, now).map(RetryAfter::wait))
}

/// The wait that an answer asks for: in `Retry-After`, or by the rate limit that it tells, whose window is a better guess than any
/// of ours.
pub(crate) fn asked_wait(
    status: StatusCode,
    headers: &HeaderMap,
    limit: Option<RateLimit>,
    now: SystemTime,
) -> Option<RetryAfter> {
    let asked = retry_after(headers, now);
    if let Some(RetryAfter::Exactly(_)) = asked {
        return asked;
    }
    let window = limit.and_then(|limit| limit.wait_after(status));
    window.map(RetryAfter::Exactly).or(asked)
}

/// What a service says of how long to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetryAfter {
    /// So long.
    Exactly(Duration),
    /// It asks for a wait, in words that cannot be read.
    Unreadable,
}

impl RetryAfter {
    /// The wait, if it is clear. What is not clear is not made up for the user's eyes.
    pub(crate) fn exact(self) -> Option<Duration> {
        match self {
            Self::Exactly(wait) => Some(wait),
            Self::Unreadable => None,
        }
    }

    /// The wait to keep to. Whoever asks in words that we cannot read asks all the same: as long as the policy ever waits by
    /// itself, because the short wait of a first repeat is what such a service does not want.
    pub(crate) fn wait(self) -> Duration {
        self.exact().unwrap_or(MAX_DELAY)
    }
}

/// The wait that an answer asks for in its `Retry-After`; `None` if it has no such header.
///
/// Read are seconds, whole or with a fraction (rounded up), with or without a unit, and dates in each form of RFC 9110 and
/// in the usual others. A date is judged against the answer's own `Date`, so that a clock that goes wrong, the service's or
/// ours, neither shortens nor lengthens the wait; without one, against `now`. One that is past is no wait. Of several values
/// the longest counts.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<RetryAfter> {
    let told_at = headers
        .get(DATE)
        .and_then(|value| httpdate::parse_http_date(value.to_str().ok()?.trim()).ok());
    let base = told_at.unwrap_or(now);
    let asked = headers.get_all(RETRY_AFTER).iter().flat_map(|value| {
        let text = value.to_str();
        text.map_or(vec![RetryAfter::Unreadable], |text| read_list(text, base))
    });
    asked.reduce(|known, asked| match known.wait() >= asked.wait() {
        true => known,
        false => asked,
    })
}

/// The values of one line, which may have empty places. A comma stands between them, and inside a date.
fn read_list(text: &str, base: SystemTime) -> Vec<RetryAfter> {
    let parts = text.split(',').filter(|part| !part.trim().is_empty());
    let mut parts = parts.peekable();
    let mut found = Vec::new();
    while let Some(first) = parts.next() {
        let first = first.trim_start();
        let date = parts.peek();
        let date = date.and_then(|second| read_date(&format!("{first},{second}"), base));
        if date.is_some() {
            parts.next();
        }
        let read = date
            .or_else(|| read_seconds(first))
            .or_else(|| read_date(first, base));
        found.push(read.map_or(RetryAfter::Unreadable, RetryAfter::Exactly));
    }
    if found.is_empty() {
        found.push(RetryAfter::Unreadable);
    }
    found
}

/// The time from `base` to a date: none if that is over.
fn read_date(text: &str, base: SystemTime) -> Option<Duration> {
    let text = unquoted(text);
    let date = httpdate::parse_http_date(text).ok().or_else(|| {
        let date = chrono::DateTime::parse_from_rfc2822(text)
            .or_else(|_| chrono::DateTime::parse_from_rfc3339(text))
            .ok()?;
        Some(SystemTime::from(date))
    })?;
    Some(date.duration_since(base).unwrap_or(Duration::ZERO))
}

/// A number of seconds, or numbers with their units, as `1m30s`. Rounded up: a wait that ends before the one that was asked
/// for is none.
fn read_seconds(text: &str) -> Option<Duration> {
    let mut rest = unquoted(text);
    rest = rest.strip_prefix('+').unwrap_or(rest);
    let mut seconds: u64 = 0;
    let mut first = true;
    while first || !rest.is_empty() {
        let (number, after) = split(rest, |c| c.is_ascii_digit() || c == '.');
        let (unit, after) = split(after.trim_start(), |c| c.is_ascii_alphabetic());
        let millis = match unit.to_ascii_lowercase().as_str() {
            // A bare number stands alone.
            "" if first && after.is_empty() => 1000,
            "s" | "sec" | "secs" | "second" | "seconds" => 1000,
            "ms" | "msec" | "millis" | "millisecond" | "milliseconds" => 1,
            "m" | "min" | "mins" | "minute" | "minutes" => 60_000,
            "h" | "hr" | "hrs" | "hour" | "hours" => 60 * 60_000,
            "d" | "day" | "days" => 24 * 60 * 60_000,
            _ => return None,
        };
        let part = (billionths(number)? * millis).div_ceil(1000 * BILLION);
        seconds = seconds.saturating_add(u64::try_from(part).unwrap_or(u64::MAX));
        rest = after.trim_start();
        first = false;
    }
    Some(Duration::from_secs(seconds))
}

/// What of a text belongs together, and the rest.
fn split(text: &str, belongs: fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|c| !belongs(c));
    end.and_then(|end| text.split_at_checked(end))
        .unwrap_or((text, ""))
}

const BILLION: u128 = 1_000_000_000;

/// A number as it is written, in billionths and rounded up: floating point would cut off a small fraction of a large number. More
/// digits than fit are a very long time, not a malformed one; and digits may be missing on one side of the point.
fn billionths(text: &str) -> Option<u128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    digits(&format!("{whole}{fraction}"))?;
    let (kept, cut_off) = fraction.split_at_checked(9).unwrap_or((fraction, ""));
    let part =
        digits(&format!("{kept:0<9}"))? + u64::from(cut_off.bytes().any(|digit| digit != b'0'));
    Some(u128::from(digits(whole).unwrap_or(0)) * BILLION + u128::from(part))
}

fn unquoted(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix('"')
        .and_then(|inside| inside.strip_suffix('"'))
        .map_or(text, str::trim)
}

/// Hundredths of a retry.
const RETRY: i64 = 100;
/// What each call earns: one retry for five calls.
const EARNED: i64 = 20;
/// The reserve, for clients that call rarely: ten retries.
const RESERVE: i64 = 10 * RETRY;

/// Over time at most 20 % extra requests, with a reserve of ten.
#[derive(Debug)]
pub(crate) struct Budget(AtomicI64);

impl Default for Budget {
    fn default() -> Self {
        Self(AtomicI64::new(RESERVE))
    }
}

impl Budget {
    /// A call begins.
    pub(crate) fn earn(&self) {
        self.change(|saved| (saved < RESERVE).then(|| (saved + EARNED).min(RESERVE)));
    }

    /// Takes one retry out, if there is one.
    pub(crate) fn spend(&self) -> bool {
        self.change(|saved| (saved >= RETRY).then(|| saved - RETRY))
    }

    fn change(&self, to: impl Fn(i64) -> Option<i64>) -> bool {
        let saved = &self.0;
        saved
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, to)
            .is_ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use reqwest::header::{HeaderName, HeaderValue};

    use super::*;

    /// 1994-11-06 08:49:37 GMT
    const NOW: Duration = Duration::from_secs(784_111_777);

    fn read_with(lines: &[(HeaderName, &[u8])], now: Duration) -> Option<RetryAfter> {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            let value = HeaderValue::from_bytes(value).expect("a header value");
            headers.append(name, value);
        }
        retry_after(&headers, SystemTime::UNIX_EPOCH + now)
    }

    fn read(value: &str) -> Option<RetryAfter> {
        read_with(&[(RETRY_AFTER, value.as_bytes())], NOW)
    }

    fn told(seconds: u64) -> Option<RetryAfter> {
        Some(RetryAfter::Exactly(Duration::from_secs(seconds)))
    }

    #[test]
    fn whatever_is_clear_is_read_and_rounded_up() {
        for (value, seconds) in [
            ("120", 120),
            (" 0 ", 0),
            (" 2 ", 2),
            ("+5", 5),
            ("\"30\"", 30),
            ("45.7", 46),
            ("2.0", 2),
            ("2.000", 2),
            (".5", 1),
            ("5.", 5),
            ("2.00000000000000000001", 3),
            ("2s", 2),
            ("2 s", 2),
            ("2S", 2),
            ("1.5 seconds", 2),
            ("1500ms", 2),
            ("2m", 120),
            ("1.5 min", 90),
            ("0.00000000001h", 1),
            ("1m30s", 90),
            ("1 h 5 s", 3605),
            ("1d", 86_400),
            ("2, 2", 2),
            ("2, 30, 5", 30),
            ("2, , 3,", 3),
            ("99999999999999999999999", u64::MAX),
            ("99999999999999999999999h", u64::MAX),
        ] {
            assert_eq!(read(value), told(seconds), "{value:?}");
        }
        assert_eq!(read_with(&[], NOW), None);
    }

    #[test]
    fn dates_are_read_in_every_form_and_are_never_negative() {
        for value in [
            "Sun, 06 Nov 1994 08:50:37 GMT",
            "Sunday, 06-Nov-94 08:50:37 GMT",
            "Sun Nov  6 08:50:37 1994",
            "Sun, 06 Nov 1994 09:50:37 +0100",
            "1994-11-06T08:50:37Z",
            "2, Sun, 06 Nov 1994 08:50:37 GMT",
            "Sun, 06 Nov 1994 08:50:37 GMT, Sun, 06 Nov 1994 08:49:38 GMT",
        ] {
            assert_eq!(read(value), told(60), "{value:?}");
        }
        assert_eq!(
            read("Sun, 06 Nov 1994 08:00:00 GMT"),
            told(0),
            "in the past"
        );
    }

    #[test]
    fn a_date_is_judged_by_the_clock_that_wrote_it() {
        let lines =
            |asked: &'static [u8], date: &'static [u8]| [(RETRY_AFTER, asked), (DATE, date)];
        let minute = b"Sun, 06 Nov 1994 07:50:37 GMT";
        let behind = lines(minute, b"Sun, 06 Nov 1994 07:49:37 GMT");
        assert_eq!(read_with(&behind, NOW), told(60), "an hour behind ours");
        let hour = Duration::from_secs(3600);
        assert_eq!(read_with(&behind, NOW - 2 * hour), told(60), "and ahead");
        let after = lines(minute, b"Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(read_with(&after, NOW - 2 * hour), told(0));
        let broken = lines(minute, b"just now");
        assert_eq!(read_with(&broken, NOW - hour), told(60), "ours, then");
    }

    #[test]
    fn what_cannot_be_read_is_not_the_shortest_wait() {
        let policy = RetryPolicy::default();
        let short = Duration::from_millis(200);
        for value in [
            "",
            "soon",
            "-1",
            "-1.5",
            "1.2.3",
            ".",
            "2x",
            "1e3",
            "NaN",
            "inf",
            "0x10",
            "1 2",
            "1m30",
            "Sun, 99 Nov 1994 08:50:37 GMT",
        ] {
            let asked = read(value);
            assert_eq!(asked, Some(RetryAfter::Unreadable), "{value:?}");
            assert_eq!(asked.and_then(RetryAfter::exact), None);
            assert_eq!(policy.wait(asked, short), Some(MAX_DELAY), "{value:?}");
        }
        let latin = read_with(&[(RETRY_AFTER, b"gleich, sp\xe4ter")], NOW);
        assert_eq!(latin, Some(RetryAfter::Unreadable));
        // Beside something that is clear, the longer of the two.
        assert_eq!(read("soon, 5"), Some(RetryAfter::Unreadable));
        assert_eq!(read("soon, 30"), told(30));
        let two = [(RETRY_AFTER, &b"3"[..]), (RETRY_AFTER, &b"40"[..])];
        assert_eq!(read_with(&two, NOW), told(40), "two lines are a list");
        // Nobody waits longer than the policy allows, nor shorter than it would anyway.
        let impatient = policy.max_retry_after(Duration::from_secs(3));
        let three = Some(Duration::from_secs(3));
        assert_eq!(impatient.wait(Some(RetryAfter::Unreadable), short), three);
        let none = policy.max_retry_after(Duration::ZERO);
        assert_eq!(none.wait(Some(RetryAfter::Unreadable), short), Some(short));
    }

    #[test]
    fn what_is_told_is_waited_for_up_to_the_longest() {
        let policy = RetryPolicy::default();
        let second = Duration::from_secs(1);
        let wait = |seconds| policy.wait(told(seconds), second);
        assert_eq!(policy.wait(None, second), Some(second));
        assert_eq!(wait(0), Some(second));
        assert_eq!(wait(60), Some(60 * second));
        assert_eq!(wait(61), None);
        assert_eq!(wait(u64::MAX), None);
    }

    proptest! {
        /// Any bytes that a header can hold.
        #[test]
        fn no_text_is_a_panic_or_none(value in "[\\x20-\\x7e\\u{80}-\\u{ff}]{0,40}", date in "[\\x20-\\x7e]{0,40}") {
            let lines = [(RETRY_AFTER, value.as_bytes()), (DATE, date.as_bytes())];
            let asked = read_with(&lines, NOW);
            prop_assert!(asked.is_some());
            prop_assert!(RetryPolicy::default().wait(asked, Duration::ZERO).is_none_or(|wait| wait <= Duration::from_secs(60)));
        }

        /// Texts that are nearly right.
        #[test]
        fn nearly_right_texts_do_not_panic(value in "[0-9.,: smhdGMTSunNov+-]{0,30}") {
            prop_assert!(read(&value).is_some());
        }

        /// Never below what is clearly stated, and less than a second above it.
        #[test]
        fn seconds_are_not_cut(whole in 0u64..1 << 52, fraction in "[0-9]{0,20}", unit in "( ?s| ?sec)?", others in prop::collection::vec(0u64..100, 0..3)) {
            let text = format!("{whole}.{fraction}{unit}");
            let rounded = whole + u64::from(fraction.bytes().any(|digit| digit != b'0'));
            prop_assert_eq!(read(&text), told(rounded));
            let list = others.iter().fold(text, |text, other| format!("{text}, {other}"));
            let longest = others.into_iter().fold(rounded, u64::max);
            prop_assert_eq!(read(&list), told(longest));
        }

        /// A date is as far away as it is from the answer's own `Date`, wherever our clock stands.
        #[test]
        fn dates_are_as_far_as_they_say(ours in 0u64..4_000_000_000, theirs in 0u64..4_000_000_000, wait in 0u64..100_000) {
            let format = |seconds| httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
            let (asked, date) = (format(theirs + wait), format(theirs));
            let lines = [(RETRY_AFTER, asked.as_bytes()), (DATE, date.as_bytes())];
            prop_assert_eq!(read_with(&lines, Duration::from_secs(ours)), told(wait));
        }
    }

    #[test]
    fn waits_double_up_to_the_ceiling() {
        let ceilings = |policy: RetryPolicy, count| (0..count).map(move |at| policy.ceiling(at));
        let waits: Vec<_> = ceilings(RetryPolicy::default(), 9)
            .map(|wait| wait.as_millis())
            .collect();
        assert_eq!(
            waits,
            [200, 400, 800, 1600, 3200, 6400, 12800, 20000, 20000]
        );
        let longest = RetryPolicy::default().base_delay(Duration::MAX);
        let waits: Vec<_> = ceilings(longest, 2).collect();
        assert_eq!(waits, [MAX_DELAY, MAX_DELAY]);
        assert_eq!(RetryPolicy::default().ceiling(u32::MAX), MAX_DELAY);
    }

    #[test]
    fn no_policy_means_one_attempt() {
        assert_eq!(RetryPolicy::none().attempts(), 1);
        assert_eq!(RetryPolicy::default().max_attempts(0).attempts(), 1);
    }

    #[test]
    fn an_outage_costs_a_fifth_more_requests_and_the_reserve() {
        let budget = Budget::default();
        let mut retries = 0;
        for _ in 0..1000 {
            budget.earn();
            while budget.spend() {
                retries += 1;
            }
        }
        // The first call finds the reserve full, so it earns nothing.
        assert_eq!(retries, 10 + 999 / 5);
    }
}
