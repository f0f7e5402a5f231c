//! A call's future can be dropped wherever it waits: nothing is left of it, and the client goes on.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::{Duration, SystemTime};

use callslip_core::rt::{ClientSettings, Clock, Scheme};
use callslip_core::{CredentialError, CredentialProvider, Error, ResponseValue, Token};
use callslip_reliability::acme::{Client, Fault, KEY, Thing};
use callslip_reliability::answer::Answer;
use callslip_reliability::server::Server;

const OK: &str = r#"{"id":"7","seconds":3}"#;
const ALWAYS: usize = usize::MAX;
/// A call that is not polled for so long waits for a server that says nothing more; one that goes on is polled within it
/// on however busy a machine.
const AT_REST: Duration = Duration::from_millis(300);
const NEVER: Duration = Duration::from_secs(60);

type Outcome = Result<ResponseValue<Thing>, Error<Fault>>;

/// A clock whose waits end after a few turns of the runtime, and which moves only then.
#[derive(Debug, Default)]
struct TurnsOnly(Arc<Mutex<Duration>>);

impl Clock for TurnsOnly {
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let passed = Arc::clone(&self.0);
        Box::pin(async move {
            turns().await;
            *passed.lock().expect("nobody panics while it is held") += duration;
        })
    }

    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.elapsed()
    }

    fn elapsed(&self) -> Duration {
        *self.0.lock().expect("nobody panics while it is held")
    }
}

async fn turns() {
    for _ in 0..3 {
        tokio::task::yield_now().await;
    }
}

/// Always has another token, after a few turns of the runtime.
#[derive(Default)]
struct Vault(AtomicUsize);

impl CredentialProvider for Vault {
    async fn fetch(&self) -> Result<Token, CredentialError> {
        turns().await;
        Ok(Token::new(format!("token-{}", self.0.fetch_add(1, SeqCst))))
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
        Self::with(fault, |settings| settings).await
    }

    async fn with(fault: Answer, set: impl FnOnce(ClientSettings) -> ClientSettings) -> Self {
        let faults = Arc::new(AtomicUsize::new(0));
        let left = Arc::clone(&faults);
        let server = Server::choosing(move |_| {
            match left.fetch_update(SeqCst, SeqCst, |left| left.checked_sub(1)) {
                Ok(_) => fault.clone(),
                Err(_) => Answer::json(200, OK),
            }
        })
        .await;
        let clock = Arc::new(TurnsOnly::default());
        let settings = ClientSettings::default()
            .base_url(server.url())
            .clock(clock.clone());
        let mut settings = set(settings);
        // Nothing, where a provider gives the credential.
        let header = settings
            .credential(Scheme::Bearer, None, &KEY)
            .or_else(|_| {
                let key = "key".into();
                settings.credential(Scheme::Bearer, Some(&key), &KEY)
            });
        let headers = header.expect("usable").into_iter().collect();
        Self {
            client: Client::with_headers(settings, headers).expect("builds"),
            clock,
            server,
            faults,
        }
    }

    async fn get(&self) -> Outcome {
        self.client.get_thing("7").await
    }

    async fn post(&self) -> Outcome {
        let thing = Thing::new("7", None);
        self.client.make_thing(&thing).await
    }

    /// Drops a call after each number of polls, until one comes to its end or is not polled any more; says how many were
    /// dropped and what the last one ended in.
    async fn drop_everywhere<F: Future<Output = Outcome>>(
        &self,
        rest: Duration,
        call: impl Fn() -> F,
    ) -> (usize, Option<Outcome>) {
        for polls in 1..1000 {
            self.faults.store(ALWAYS, SeqCst);
            let ended = tokio::time::timeout(rest, polled(call(), polls)).await;
            self.faults.store(0, SeqCst);
            if let Ok(Some(outcome)) = ended {
                return (polls - 1, Some(outcome));
            }
            let after = self.get().await.expect("the client goes on");
            assert_eq!(after.attempts(), 1, "dropped after {polls} polls");
            // The connection of a dropped call is closed; that of the call after it waits for the next one.
            self.server.open_at_most(1).await;
            if ended.is_err() {
                return (polls, None);
            }
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
        // A fetch of a credential ends by itself.
        let freed = async {
            while Arc::strong_count(&self.clock) > 1 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(NEVER, freed).await.expect("freed");
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
        let (dropped, outcome) = scene.drop_everywhere(NEVER, call).await;
        assert!(dropped > 0 && outcome.is_some_and(|outcome| outcome.is_ok()));
    }
    scene.assert_gone().await;
}

#[tokio::test]
async fn a_call_that_waits_before_its_next_attempt() {
    let scene = Scene::new(Answer::json(503, "{}")).await;
    let (dropped, outcome) = scene.drop_everywhere(NEVER, || scene.get()).await;
    // At least the three turns of one wait.
    assert!(dropped > 3 && outcome.is_some_and(|outcome| outcome.is_err()));
    scene.assert_retries().await;
    scene.assert_gone().await;
}

#[tokio::test]
async fn a_call_whose_answer_does_not_come() {
    let scene = Scene::new(Answer::silence()).await;
    let (dropped, outcome) = scene.drop_everywhere(AT_REST, || scene.post()).await;
    assert!(dropped > 1 && outcome.is_none());
    scene.assert_gone().await;
}

#[tokio::test]
async fn a_call_that_reads_a_body() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{";
    let scene = Scene::new(Answer::raw(head).then_stall()).await;
    let (dropped, outcome) = scene.drop_everywhere(AT_REST, || scene.post()).await;
    assert!(dropped > 1 && outcome.is_none());
    scene.assert_gone().await;
}

#[tokio::test]
async fn a_call_that_waits_for_a_credential() {
    let refused = Answer::json(401, r#"{"code":"UNAUTHORIZED"}"#);
    let scene = Scene::with(refused, |settings| {
        settings.credential_provider(Vault::default())
    })
    .await;
    let (dropped, outcome) = scene.drop_everywhere(NEVER, || scene.get()).await;
    let error = outcome.expect("it ends").expect_err("refused");
    // The fetch has a task of its own, so the call itself is polled only a few times.
    assert!(dropped > 1 && error.attempts() == 2, "{dropped} {error}");
    scene.assert_gone().await;
}

#[tokio::test]
async fn a_call_that_waits_for_its_turn() {
    let scene = Scene::with(Answer::json(200, OK), |settings| {
        settings.rate_limit(1, Duration::from_secs(1))
    })
    .await;
    let (dropped, outcome) = scene.drop_everywhere(NEVER, || scene.get()).await;
    assert!(dropped > 3 && outcome.is_some_and(|outcome| outcome.is_ok()));
    scene.assert_gone().await;
}
