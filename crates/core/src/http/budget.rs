//! A client's retry budget: an outage must not be answered with three times the load.

use std::sync::atomic::{AtomicI64, Ordering};

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
        let _ = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |saved| {
                (saved < RESERVE).then(|| (saved + EARNED).min(RESERVE))
            });
    }

    /// Takes one retry out, if there is one.
    pub(crate) fn spend(&self) -> bool {
        let spent = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |saved| {
                (saved >= RETRY).then(|| saved - RETRY)
            });
        spent.is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
