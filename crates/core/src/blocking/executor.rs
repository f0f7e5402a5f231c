//! Whether the calling thread belongs to an executor at this moment, so that blocking it would hold up other tasks.

use std::task::{Context, Poll, Waker};

use tokio::runtime::Handle;
use tokio::task::coop;

/// Whether the caller is inside a future that a tokio runtime polls.
///
/// `Handle::try_current` alone does not say it: `spawn_blocking`, `block_in_place` and `Runtime::enter` have a handle too,
/// and there blocking is what is wanted. What tells them apart is tokio's budget: a future that is polled has a limited one,
/// a thread that may block has none. Using it up costs a refused caller no more than that its task yields early. A future
/// that was made `unconstrained` is not found out; [`drive`](super::drive) makes that a thread that blocks, not a panic.
pub(super) fn is_polling() -> bool {
    Handle::try_current().is_ok() && has_limited_budget()
}

fn has_limited_budget() -> bool {
    let mut context = Context::from_waker(Waker::noop());
    // A limited budget is counted in one byte.
    (0..=u8::MAX).any(|_| match coop::poll_proceed(&mut context) {
        Poll::Ready(step) => {
            step.made_progress();
            false
        }
        Poll::Pending => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_without_a_runtime_may_block() {
        assert!(!is_polling());
    }

    #[test]
    fn a_thread_that_only_entered_a_runtime_may_block() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .expect("a runtime");
        let _entered = runtime.enter();
        assert!(!is_polling());
    }

    #[tokio::test]
    async fn a_future_may_not_block() {
        assert!(is_polling());
        // Also when its budget is used up already.
        assert!(is_polling());
        let task = tokio::spawn(async { is_polling() });
        assert!(task.await.expect("it ends"));
        let local = tokio::task::LocalSet::new();
        let inside =
            local.run_until(async { tokio::task::spawn_local(async { is_polling() }).await });
        assert!(inside.await.expect("it ends"));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_future_on_several_threads_may_not_block() {
        assert!(is_polling());
        let task = tokio::spawn(async { is_polling() });
        assert!(task.await.expect("it ends"));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn where_tokio_lets_block_it_is_let() {
        let outside = tokio::task::spawn_blocking(is_polling);
        assert!(!outside.await.expect("it ends"));
        assert!(!tokio::task::block_in_place(is_polling));
        // tokio gives the future its budget back when it polls it again.
        tokio::task::yield_now().await;
        assert!(is_polling());
    }
}
