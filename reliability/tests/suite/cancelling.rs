//! A call's future can be dropped wherever it waits: nothing is left of it, and the client goes on.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::task::Poll;
use std::time::{Duration, SystemTime};

use callslip_core::rt::{ClientSettings, Clock};
use callslip_core::{Error, ErrorKind, ResponseValue};
use callslip_reliability::acme::{Client, Fault, Thing};
use callslip_reliability::answer::Answer;
use callslip_reliability::server::Server;

const OK: &str = r#"{"id":"7","seconds":3}"#;
const ALWAYS: usize = usize::MAX;

type Outcome = Result<ResponseValue<Thing>, Error<Fault>>;

/// A clock whose waits end after a few turns of the runtime.
#[derive(Debug)]
struct TurnsOnly;

impl Clock for TurnsOnly {
    fn sleep(&self, _: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(async {
            for _ in 0..3 {
                tokio::task::yield_now().await;
            }
        })
    }

    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }
}

/// A client, and a server that misbehaves on demand.
struct Scene {
    client: Client,
    clock: Arc<TurnsOnly>,
    server: Server,
    /// How many more requests meet the fault.
    faults: Arc<AtomicUsize>,
}

impl Scene {
    async fn new(fault: Answer) -> Self {
        let faults = Arc::new(AtomicUsize::new(0));
        let left = Arc::clone(&faults);
        let server = Server::choosing(move |_| {
            match left.fetch_update(SeqCst, SeqCst, |left| left.checked_sub(1)) {
                Ok(_) => fault.clone(),
                Err(_) => Answer::json(200, OK),
            }
        })
        .await;
        let clock = Arc::new(TurnsOnly);
        let settings = ClientSettings::default()
            .base_url(server.url())
            .attempt_timeout(Duration::from_millis(300))
            .clock(clock.clone());
        Self {
            client: Client::build(settings).expect("builds"),
            clock,
            server,
            faults,
        }
    }

    async fn get(&self) -> Outcome {
        self.client.get_thing("7").await
    }

    async fn post(&self) -> Outcome {
        let thing = Thing {
            id: "7".to_owned(),
            seconds: None,
        };
        self.client.make_thing(&thing).await
    }

    /// Drops a call after each number of polls, until one comes to its end; says how many were dropped and what the last
    /// one ended in.
    async fn drop_everywhere<F: Future<Output = Outcome>>(
        &self,
        call: impl Fn() -> F,
    ) -> (usize, Outcome) {
        for polls in 1..1000 {
            self.faults.store(ALWAYS, SeqCst);
            let ended = polled(call(), polls).await;
            self.faults.store(0, SeqCst);
            if let Some(outcome) = ended {
                return (polls - 1, outcome);
            }
            let after = self.get().await.expect("the client goes on");
            assert_eq!(after.attempts(), 1, "dropped after {polls} polls");
            // The connection of a dropped call is closed; that of the call after it waits for the next one.
            self.server.open_at_most(1).await;
        }
        panic!("the call never ended");
    }

    /// The retry budget still earns and spends.
    async fn assert_retries(&self) {
        for _ in 0..5 {
            self.get().await.expect("a value");
        }
        self.faults.store(1, SeqCst);
        let outcome = self.get().await.expect("the second attempt");
        assert_eq!(outcome.attempts(), 2);
    }

    /// Nothing holds on to what the client was made of, and no connection is open.
    async fn assert_gone(self) {
        drop(self.client);
        self.server.closed().await;
        assert_eq!(Arc::strong_count(&self.clock), 1);
    }
}

/// The outcome if a future comes to its end within so many polls; otherwise it is dropped.
async fn polled<F: Future>(future: F, polls: usize) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut left = polls;
    std::future::poll_fn(|cx| {
        left -= 1;
        match future.as_mut().poll(cx) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if left == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

#[tokio::test]
async fn a_call_that_would_succeed() {
    let scene = Scene::new(Answer::json(200, OK)).await;
    for post in [false, true] {
        let call = || async {
            if post {
                scene.post().await
            } else {
                scene.get().await
            }
        };
        let (dropped, outcome) = scene.drop_everywhere(call).await;
        assert!(dropped > 0 && outcome.expect("a value").seconds == Some(3));
    }
    scene.assert_gone().await;
}

#[tokio::test]
async fn a_call_that_waits_before_its_next_attempt() {
    let scene = Scene::new(Answer::json(503, "{}")).await;
    let (dropped, outcome) = scene.drop_everywhere(|| scene.get()).await;
    let error = outcome.expect_err("busy");
    // At least the three turns of one wait.
    assert!(dropped > 3, "{dropped}");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    scene.assert_retries().await;
    scene.assert_gone().await;
}

#[tokio::test]
async fn a_call_whose_answer_does_not_come() {
    let scene = Scene::new(Answer::silence()).await;
    let (dropped, outcome) = scene.drop_everywhere(|| scene.post()).await;
    assert!(dropped > 0 && outcome.expect_err("silence").kind() == ErrorKind::Timeout);
    scene.assert_gone().await;
}

#[tokio::test]
async fn a_call_that_reads_a_body() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{";
    let scene = Scene::new(Answer::raw(head).then_stall()).await;
    let (dropped, outcome) = scene.drop_everywhere(|| scene.post()).await;
    assert!(dropped > 0 && outcome.expect_err("half a body").kind() == ErrorKind::Timeout);
    scene.assert_gone().await;
}
