//! Clocks that need no time.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

use callslip_core::rt::Clock;

/// A clock that notes waits instead of waiting, takes the whole of each jitter, and moves only by waits and by hand.
#[derive(Debug, Default)]
pub struct TestClock {
    waits: Mutex<Vec<Duration>>,
    passed: Mutex<Duration>,
}

impl TestClock {
    /// The waits so far.
    pub fn waits(&self) -> Vec<Duration> {
        locked(&self.waits).clone()
    }

    /// Lets time pass.
    pub fn pass(&self, duration: Duration) {
        *locked(&self.passed) += duration;
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex
        .lock()
        .expect("no test panicked while it held the lock")
}

impl Clock for TestClock {
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        locked(&self.waits).push(duration);
        self.pass(duration);
        Box::pin(std::future::ready(()))
    }

    fn jitter(&self, ceiling: Duration) -> Duration {
        ceiling
    }

    /// 1994-11-06 08:49:37 GMT, and what passed since.
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777) + self.elapsed()
    }

    fn elapsed(&self) -> Duration {
        *locked(&self.passed)
    }
}
