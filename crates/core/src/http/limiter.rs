//! The client's own rate limit: requests wait their turn before they leave. Shared by the clones of a client.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::exchange::rate_limit::RateLimit;
use crate::http::build_error::BuildError;
use crate::http::clock::Clock;

/// At most a number of requests in any stretch of time, and fewer if the service says that fewer are left.
pub(crate) struct Limiter {
    /// So far apart requests leave,
    every: Duration,
    /// but for so much time that may be made up for at once.
    slack: Duration,
    clock: Arc<dyn Clock>,
    /// First come, first served: who waits holds it.
    turn: tokio::sync::Mutex<()>,
    state: Mutex<State>,
}

/// What left, and what the service said last.
#[derive(Clone, Copy, Default)]
struct State {
    /// When the next request were to leave if all were equally far apart.
    due: Duration,
    /// Nothing leaves before this moment.
    hold_until: Duration,
    /// How many requests left in all: the number of the last one.
    sent: u64,
    /// The last request whose answer told what is left. Answers overtake each other; that of an earlier request is old news.
    heard_of: u64,
    /// Requests that may still leave before `window_ends`; `None` until the service has told.
    left: Option<u64>,
    window_ends: Duration,
}

impl Limiter {
    /// `requests` in any stretch of `per`.
    ///
    /// A bucket of `b` that refills one every `t` lets `b + per/t` through in one stretch of `per`. Both are chosen such that
    /// this is never more than `requests`: a tenth may leave at once, the rest is spread evenly.
    pub(crate) fn new(
        requests: u32,
        per: Duration,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, BuildError> {
        let burst = (requests / 10).max(1);
        let spread = u128::from(requests.saturating_sub(burst - 1));
        // Rounded up: a nanosecond too short each time would let one more through in the end.
        let nanos = (spread > 0).then(|| per.as_nanos().div_ceil(spread));
        let nanos = nanos.and_then(|nanos| u64::try_from(nanos).ok());
        let every = nanos.filter(|nanos| *nanos > 0).map(Duration::from_nanos);
        let pace = every.and_then(|every| Some((every, every.checked_mul(burst - 1)?)));
        let (every, slack) = pace.ok_or_else(|| {
            BuildError::new(
                "rate_limit cannot be kept: give it at least one request, and a stretch of time from one nanosecond a \
                 request to some years",
            )
        })?;
        Ok(Self {
            every,
            slack,
            clock,
            turn: tokio::sync::Mutex::default(),
            state: Mutex::default(),
        })
    }

    /// Completes when one more request may leave, with the request's number. Dropping it takes nothing out.
    pub(crate) async fn acquire(&self) -> u64 {
        let _turn = self.turn.lock().await;
        loop {
            let left = self.leave(self.clock.elapsed());
            match left {
                Ok(number) => return number,
                Err(wait) => self.clock.sleep(wait).await,
            }
        }
    }

    /// Lets one more request leave, or says how long none may.
    fn leave(&self, now: Duration) -> Result<u64, Duration> {
        let mut state = self.state();
        let mut from = state.due.saturating_sub(self.slack).max(state.hold_until);
        if state.left == Some(0) {
            from = from.max(state.window_ends);
        }
        if from > now {
            return Err(from - now);
        }
        state.due = state.due.max(now).saturating_add(self.every);
        state.left = state.left.map(|left| left.saturating_sub(1));
        state.sent += 1;
        Ok(state.sent)
    }

    /// Takes in what the service says is left, in its answer to a request.
    pub(crate) fn update(&self, request: u64, limit: &RateLimit) {
        let (Some(remaining), Some(interval)) = (limit.remaining(), limit.interval()) else {
            return;
        };
        let now = self.clock.elapsed();
        let mut state = self.state();
        if request > state.heard_of {
            state.heard_of = request;
            // What left after this request is not counted by the service yet.
            state.left = Some(remaining.saturating_sub(state.sent - request));
            // When the window ends is not told: after one whole window it has.
            state.window_ends = now.saturating_add(interval);
        }
    }

    /// Nothing more is sent for a while.
    pub(crate) fn hold(&self, wait: Duration) {
        let until = self.clock.elapsed().saturating_add(wait);
        let mut state = self.state();
        state.hold_until = state.hold_until.max(until);
    }

    // What is written under the lock is plain numbers: a panic elsewhere cannot have left them half written.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::time::SystemTime;

    use proptest::prelude::*;

    use super::*;
    use crate::exchange::rate_limit::RateLimitHeaders;

    /// A clock that only sleeping moves.
    #[derive(Debug, Default)]
    struct Sleeping(AtomicU64);

    impl Clock for Sleeping {
        fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
            let nanos = u64::try_from(duration.as_nanos()).expect("a short sleep");
            self.0.fetch_add(nanos, Ordering::Relaxed);
            Box::pin(std::future::ready(()))
        }

        fn now(&self) -> SystemTime {
            SystemTime::UNIX_EPOCH
        }

        fn elapsed(&self) -> Duration {
            Duration::from_nanos(self.0.load(Ordering::Relaxed))
        }
    }

    fn limiter(requests: u32, per: Duration) -> (Limiter, Arc<Sleeping>) {
        let clock = Arc::new(Sleeping::default());
        let limiter = Limiter::new(requests, per, clock.clone()).expect("a usable limit");
        (limiter, clock)
    }

    fn left(remaining: u64, interval_ms: u64) -> RateLimit {
        const NAMES: RateLimitHeaders = RateLimitHeaders {
            limit: "a",
            remaining: "b",
            interval_milliseconds: "c",
            daily_limit: "d",
            daily_remaining: "e",
        };
        let name = reqwest::header::HeaderName::from_static;
        let headers = [
            (name("b"), remaining.into()),
            (name("c"), interval_ms.into()),
        ];
        RateLimit::read(&NAMES, &headers.into_iter().collect()).expect("told")
    }

    proptest! {
        /// The promise itself: no stretch of time sees more requests than were allowed in one.
        #[test]
        fn no_stretch_of_time_sees_more(requests in 1_u32..300, seconds in 1_u64..100, idle in prop::collection::vec(0_u64..5_000, 1..400)) {
            let per = Duration::from_secs(seconds);
            let (limiter, clock) = limiter(requests, per);
            let mut left_at = Vec::new();
            for pause in idle {
                clock.0.fetch_add(pause * 1_000_000, Ordering::Relaxed);
                futures_now(limiter.acquire());
                left_at.push(clock.elapsed());
            }
            for (index, end) in left_at.iter().enumerate() {
                let in_stretch = left_at[..=index].iter().filter(|at| **at + per > *end).count();
                prop_assert!(in_stretch <= requests as usize, "{in_stretch} of {requests} in {per:?}");
            }
        }
    }

    /// Nothing here ever waits for real.
    fn futures_now<T>(future: impl Future<Output = T>) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        runtime.expect("a runtime").block_on(future)
    }

    #[test]
    fn most_of_the_allowance_is_used() {
        let (limiter, clock) = limiter(100, Duration::from_secs(10));
        for _ in 0..1000 {
            futures_now(limiter.acquire());
        }
        // At best 1000 requests take 90 s; a tenth less a request is kept back for those that leave at once.
        assert!(
            clock.elapsed() < Duration::from_secs(110),
            "{:?}",
            clock.elapsed()
        );
    }

    #[test]
    fn a_limit_that_cannot_be_kept_is_refused() {
        for (requests, per) in [
            (0, Duration::from_secs(1)),
            (5, Duration::ZERO),
            (1, Duration::MAX),
        ] {
            let error = Limiter::new(requests, per, Arc::new(Sleeping::default()))
                .err()
                .expect("unusable");
            assert!(error.to_string().contains("rate_limit"), "{error}");
        }
        Limiter::new(
            u32::MAX,
            Duration::from_secs(60),
            Arc::new(Sleeping::default()),
        )
        .expect("many are as good as none");
    }

    #[test]
    fn what_the_service_says_is_left_counts() {
        let (limiter, clock) = limiter(1_000_000, Duration::from_secs(1));
        let first = futures_now(limiter.acquire());
        let second = futures_now(limiter.acquire());
        let start = clock.elapsed();
        limiter.update(second, &left(2, 10_000));
        // An answer that was overtaken.
        limiter.update(first, &left(3, 10_000));
        futures_now(limiter.acquire());
        futures_now(limiter.acquire());
        assert!(
            clock.elapsed() < start + Duration::from_secs(1),
            "two are left"
        );
        futures_now(limiter.acquire());
        assert!(
            clock.elapsed() >= start + Duration::from_secs(10),
            "the third waits for the next window"
        );
    }

    #[test]
    fn requests_that_left_meanwhile_are_taken_off() {
        let (limiter, clock) = limiter(1_000_000, Duration::from_secs(1));
        let first = futures_now(limiter.acquire());
        futures_now(limiter.acquire());
        let start = clock.elapsed();
        // One is left, and it left already.
        limiter.update(first, &left(1, 5_000));
        futures_now(limiter.acquire());
        assert!(clock.elapsed() >= start + Duration::from_secs(5));
    }

    #[test]
    fn a_window_that_began_anew_is_believed() {
        let (limiter, clock) = limiter(1_000_000, Duration::from_secs(1));
        let first = futures_now(limiter.acquire());
        let second = futures_now(limiter.acquire());
        limiter.update(first, &left(0, 60_000));
        limiter.update(second, &left(99, 60_000));
        let start = clock.elapsed();
        futures_now(limiter.acquire());
        assert!(clock.elapsed() < start + Duration::from_secs(1));
    }

    #[test]
    fn a_refusal_holds_everything() {
        let (limiter, clock) = limiter(1_000_000, Duration::from_secs(1));
        limiter.hold(Duration::from_secs(7));
        limiter.hold(Duration::from_secs(3));
        futures_now(limiter.acquire());
        assert_eq!(
            clock.elapsed(),
            Duration::from_secs(7),
            "the longest counts"
        );
    }
}
