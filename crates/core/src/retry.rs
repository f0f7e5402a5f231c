//! When and how often a call is repeated.

use std::time::{Duration, SystemTime};

use backon::{BackoffBuilder, ExponentialBuilder};
use reqwest::StatusCode;
use reqwest::header::{HeaderMap, RETRY_AFTER};

/// No wait between attempts is longer than this, unless the service asks for it.
const MAX_DELAY: Duration = Duration::from_secs(20);

/// When and how often a call is repeated after a fault.
///
/// Repeated are idempotent operations after 408, 429, 502, 503, 504, timeouts and connection faults; any operation if
/// the connection could not be opened, because then nothing was sent. Waits grow exponentially with full jitter; a
/// `Retry-After` of the service is honoured.
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
    pub fn none() -> Self {
        Self::default().max_attempts(1)
    }

    /// How often a call is attempted in all, the first time included. 0 counts as 1.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts.max(1);
        self
    }

    /// The longest `Retry-After` that is waited for. A longer one is not slept through: the call ends in an error whose
    /// `retry_after()` says how long to wait.
    pub fn max_retry_after(mut self, longest: Duration) -> Self {
        self.max_retry_after = longest;
        self
    }

    /// The upper end of the first wait; each later one doubles it, up to 20 s.
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    pub(crate) fn attempts(self) -> u32 {
        self.max_attempts
    }

    pub(crate) fn longest_retry_after(self) -> Duration {
        self.max_retry_after
    }

    /// The upper ends of the waits, one after the other. backon adds its jitter on top of a delay; full jitter spreads
    /// over all of it, so the spreading is done where the wait is taken.
    pub(crate) fn ceilings(self) -> impl Iterator<Item = Duration> + Send {
        ExponentialBuilder::default()
            .with_min_delay(self.base_delay.min(MAX_DELAY))
            .with_factor(2.0)
            .with_max_delay(MAX_DELAY)
            .without_max_times()
            .build()
    }
}

/// Whether a status passes by itself.
pub(crate) fn is_passing(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 502 | 503 | 504)
}

/// The wait that the service asks for: seconds, or a date. Whatever cannot be read counts as absent, a date in the past
/// as no wait.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than fit is a very long time, not a malformed one.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(now).unwrap_or(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> Option<Duration> {
        let headers = HeaderMap::from_iter([(RETRY_AFTER, value.parse().expect("a header value"))]);
        // 1994-11-06 08:49:37 GMT
        retry_after(
            &headers,
            SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777),
        )
    }

    #[test]
    fn both_forms_of_retry_after_are_read() {
        assert_eq!(read("120"), Some(Duration::from_secs(120)));
        assert_eq!(read(" 0 "), Some(Duration::ZERO));
        assert_eq!(
            read("Sun, 06 Nov 1994 08:50:37 GMT"),
            Some(Duration::from_secs(60))
        );
        assert_eq!(
            read("Sun, 06 Nov 1994 08:00:00 GMT"),
            Some(Duration::ZERO),
            "in the past"
        );
        assert_eq!(
            read("99999999999999999999999"),
            Some(Duration::from_secs(u64::MAX))
        );
        for malformed in ["", "soon", "-1", "1.5", "Sun, 99 Nov 1994 08:50:37 GMT"] {
            assert_eq!(read(malformed), None, "{malformed:?}");
        }
    }

    #[test]
    fn waits_double_up_to_the_ceiling() {
        let waits: Vec<_> = RetryPolicy::default()
            .ceilings()
            .take(9)
            .map(|wait| wait.as_millis())
            .collect();
        assert_eq!(
            waits,
            [200, 400, 800, 1600, 3200, 6400, 12800, 20000, 20000]
        );
        let waits: Vec<_> = RetryPolicy::default()
            .base_delay(Duration::MAX)
            .ceilings()
            .take(2)
            .collect();
        assert_eq!(waits, [MAX_DELAY, MAX_DELAY]);
    }

    #[test]
    fn no_policy_means_one_attempt() {
        assert_eq!(RetryPolicy::none().attempts(), 1);
        assert_eq!(RetryPolicy::default().max_attempts(0).attempts(), 1);
    }
}
