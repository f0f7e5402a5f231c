//! Runs a future on the calling thread until it is done.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use tokio::runtime::Handle;

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
}
