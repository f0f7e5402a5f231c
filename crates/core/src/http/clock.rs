//! Waiting and the time of day, so that tests need neither.

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;
use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};

/// Where waits and the time of day come from.
pub trait Clock: Debug + Send + Sync {
    /// Completes after `duration`.
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>>;

    /// A wait of at most `ceiling`, chosen at random over all of it: many clients that failed together must not come
    /// back together.
    fn jitter(&self, ceiling: Duration) -> Duration {
        ceiling.mul_f64(fastrand::f64())
    }

    /// The time of day, to which an HTTP date is compared.
    fn now(&self) -> SystemTime;

    /// Time since some moment that stays the same; it never runs backwards.
    fn elapsed(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }
}

/// The machine's clock.
#[derive(Debug)]
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(tokio::time::sleep(duration))
    }

    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}
