//! The runtime under a blocking client; whether a thread may wait for a future, and how it does.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use tokio::runtime::{Builder, Handle, Runtime as Tokio};
use tokio::task::coop;

use crate::error::{Error, ErrorKind, Failure};
use crate::exchange::provider::{Operation, Provider};
use crate::http::build_error::BuildError;
use crate::values::debug::partial_debug;

/// A runtime of one thread, shared by the clones of a blocking client and by what still reads from it.
///
/// A blocking client makes it and nobody has to name it: it is the type parameter of the client's requests.
///
/// ```
/// use callslip_core::blocking::Runtime;
///
/// # #[allow(dead_code)]
/// struct GetCall<M = callslip_core::Async> {
///     mode: M, // as the requests of a provider crate have it
/// }
///
/// # #[allow(dead_code)]
/// fn blocking(request: GetCall<Runtime>) {}
/// ```
#[derive(Clone)]
pub struct Runtime(Arc<Shared>);

struct Shared {
    provider: &'static Provider,
    /// `None` only while it is dropped.
    tokio: Option<Tokio>,
}

/// The caller is inside an async runtime and must not be blocked.
pub(super) struct Refused;

impl Runtime {
    /// Starts it. This may be done anywhere, also inside another runtime.
    ///
    /// # Errors
    ///
    /// If the system gives no thread or nothing to wait for sockets with.
    pub fn new(provider: &'static Provider) -> Result<Self, BuildError> {
        let tokio = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name(format!("callslip-{}", provider.name))
            .enable_all()
            .build()
            .map_err(|error| {
                BuildError::with_source("the blocking client's runtime cannot be started", error)
            })?;
        Ok(Self(Arc::new(Shared {
            provider,
            tokio: Some(tokio),
        })))
    }

    /// Waits for a call of `operation`.
    ///
    /// # Errors
    ///
    /// The call's own, and [`ErrorKind::InvalidRequest`] inside an async runtime: then nothing is sent.
    pub fn block_on<T, E>(
        &self,
        operation: &'static Operation,
        call: impl Future<Output = Result<T, Error<E>>>,
    ) -> Result<T, Error<E>> {
        self.drive(call)
            .unwrap_or_else(|Refused| Err(self.refusal(operation, "not sent")))
    }

    pub(super) fn drive<F: Future>(&self, future: F) -> Result<F::Output, Refused> {
        match &self.0.tokio {
            Some(tokio) if !is_polling() => Ok(drive(tokio.handle(), future)),
            _ => Err(Refused),
        }
    }

    pub(super) fn refusal<E>(&self, operation: &'static Operation, effect: &str) -> Error<E> {
        Failure::new(ErrorKind::InvalidRequest, self.0.provider, operation)
            .what(format!(
                "{effect}: a blocking client was called inside an async runtime, whose thread it would hold up: use the \
                 async `Client` there, or make the call in `tokio::task::spawn_blocking`"
            ))
            .into()
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        if let Some(tokio) = self.tokio.take() {
            // To wait for its thread, as a plain drop does, is a panic inside another runtime.
            tokio.shutdown_background();
        }
    }
}

partial_debug!([] Runtime, "Runtime", it => { provider: it.0.provider.name });

/// Drives `future` here, its timers and connections on the runtime of `handle`.
///
/// `Handle::block_on` panics if this thread already drives another runtime; this only blocks it.
fn drive<F: Future>(handle: &Handle, future: F) -> F::Output {
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
fn is_polling() -> bool {
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
