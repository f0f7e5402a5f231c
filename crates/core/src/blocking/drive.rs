//! Runs a future on the calling thread until it is done; and whether that thread belongs to an executor at this moment, so that
//! blocking it would hold up other tasks.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use tokio::runtime::Handle;
use tokio::task::coop;

/// Drives `future` here, its timers and connections on the runtime of `handle`.
///
/// `Handle::block_on` panics if this thread already drives another runtime; this only blocks it.
pub(super) fn drive<F: Future>(handle: &Handle, future: F) -> F::Output {
    let _entered = handle.enter();
    let mut future = pin!(future);
    let wakeup = Arc::new(Wakeup {
        thread: thread::current(),
        came: AtomicBool::new(false),
    });
    let waker = Waker::from(Arc::clone(&wakeup));
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
        // What was polled may have parked this thread too and taken the token that was meant for here.
        while !wakeup.came.swap(false, Ordering::Acquire) {
            thread::park();
        }
    }
}

struct Wakeup {
    thread: Thread,
    came: AtomicBool,
}

impl Wake for Wakeup {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.came.store(true, Ordering::Release);
        self.thread.unpark();
    }
}

/// Whether the caller is inside a future that a tokio runtime polls.
///
/// `Handle::try_current` alone does not say it: `spawn_blocking`, `block_in_place` and `Runtime::enter` have a handle too,
/// and there blocking is what is wanted. What tells them apart is tokio's budget: a future that is polled has a limited one,
/// a thread that may block has none. Using it up costs a refused caller no more than that its task yields early. A future
/// that was made `unconstrained` is not found out; [`drive`] makes that a thread that blocks, not a panic.
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
    use std::time::Duration;

    use super::*;

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime")
    }

    #[test]
    fn timers_and_tasks_of_the_runtime_wake_the_thread() {
        let runtime = runtime();
        let outcome = drive(runtime.handle(), async {
            let task = tokio::spawn(async { 7 });
            tokio::time::sleep(Duration::from_millis(5)).await;
            task.await.expect("it ends")
        });
        assert_eq!(outcome, 7);
    }

    #[test]
    fn a_wakeup_is_not_lost_when_polling_takes_its_token() {
        let runtime = runtime();
        let mut polls = 0;
        let future = std::future::poll_fn(|context| {
            polls += 1;
            if polls == 2 {
                return Poll::Ready(polls);
            }
            context.waker().wake_by_ref();
            // As a lock or channel that parks inside: it finds the token and takes it.
            thread::park();
            Poll::Pending
        });
        assert_eq!(drive(runtime.handle(), future), 2);
    }

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
