//! What came before does not come again.

use std::error::Error;
use std::fmt;
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use callslip_highlevel::webhooks::{
    Claim, Delivery, ProcessError, ReplayStore, Strictness, Verifier, VerifyErrorKind as Kind,
};

use crate::sender::{BODY, Now, SENT, Sender, receiver, receiver_at};

#[tokio::test]
async fn a_delivery_is_accepted_once() {
    let sender = Sender::new(7);
    let verifier = receiver(&sender).build();
    let lines = sender.headers(BODY);
    verifier.verify(&lines, BODY).await.unwrap();
    let refused = verifier.verify(&lines, BODY).await.unwrap_err();
    assert_eq!((refused.kind(), refused.status()), (Kind::Replayed, 200));

    // The same identifier in other bytes is the same delivery, another identifier is another.
    let spaced = format!("{BODY}\n");
    let refused = verifier.verify(&sender.headers(&spaced), spaced).await;
    assert_eq!(refused.unwrap_err().kind(), Kind::Replayed);
    let other = BODY.replace("wh_1", "wh_2");
    assert!(
        verifier
            .verify(&sender.headers(&other), other)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn what_is_refused_is_not_remembered() {
    let sender = Sender::new(7);
    let now = Now::new(SENT + 10_000);
    let verifier = receiver_at(&sender, &now).build();
    let forged = Sender::new(8).headers(BODY);
    assert!(verifier.verify(&forged, BODY).await.is_err());
    let lines = sender.headers(BODY);
    assert!(verifier.verify(&lines, BODY).await.is_err(), "too old");
    now.set(SENT);
    assert!(verifier.verify(&lines, BODY).await.is_ok());
}

#[tokio::test]
async fn a_released_delivery_is_accepted_again() {
    let sender = Sender::new(7);
    let verifier = receiver(&sender).build();
    let lines = sender.headers(BODY);
    let delivery = verifier.verify(&lines, BODY).await.unwrap();
    verifier.release(&delivery).await.unwrap();
    assert!(verifier.verify(&lines, BODY).await.is_ok());
    assert!(verifier.verify(&lines, BODY).await.is_err());
}

#[tokio::test]
async fn without_an_identifier_the_bytes_tell() {
    let sender = Sender::new(7);
    let verifier = receiver(&sender).strictness(Strictness::Lenient).build();
    let (one, other) = (r#"{"id": "a"}"#, r#"{"id": "b"}"#);
    for body in [one, other] {
        assert!(verifier.verify(&sender.headers(body), body).await.is_ok());
    }
    let refused = verifier.verify(&sender.headers(one), one).await;
    assert_eq!(refused.unwrap_err().kind(), Kind::Replayed);
}

#[tokio::test]
async fn it_is_remembered_for_as_long_as_it_would_be_accepted() {
    let sender = Sender::new(7);
    let now = Now::new(SENT - 300);
    let verifier = receiver_at(&sender, &now)
        .remember_for(Duration::ZERO)
        .build();
    let lines = sender.headers(BODY);
    assert!(verifier.verify(&lines, BODY).await.is_ok());
    now.set(SENT + 5400);
    let refused = verifier.verify(&lines, BODY).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Replayed);
    now.set(SENT + 5401);
    let refused = verifier.verify(&lines, BODY).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Stale);
}

#[tokio::test]
async fn endless_windows_do_not_overflow() {
    let sender = Sender::new(7);
    let verifier = receiver(&sender)
        .max_age(Duration::MAX)
        .remember_for(Duration::MAX)
        .build();
    let lines = sender.headers(BODY);
    assert!(verifier.verify(&lines, BODY).await.is_ok());
    assert!(verifier.verify(&lines, BODY).await.is_err());
}

/// What became of a delivery: a refusal with its status, or that of the work.
async fn processed(
    verifier: &Verifier,
    sender: &Sender,
    work: Result<u8, &'static str>,
) -> Result<u8, (Option<Kind>, u16)> {
    let work = |_: Delivery| async move { work };
    let done = verifier.process(&sender.headers(BODY), BODY, work).await;
    done.map_err(|error| match &error {
        ProcessError::Refused(refused) => (Some(refused.kind()), error.status()),
        ProcessError::Failed(_) => (None, error.status()),
    })
}

#[tokio::test]
async fn what_was_not_finished_is_accepted_when_it_is_repeated() {
    let sender = Sender::new(7);
    let now = Now::new(SENT);
    let verifier = receiver_at(&sender, &now).build();
    // "Again, please" is 429: the one status after which the provider surely repeats.
    let failed = processed(&verifier, &sender, Err("the disk is full")).await;
    assert_eq!(failed, Err((None, 429)));
    for attempt in 1..=6 {
        now.set(SENT + attempt * 600);
        let again = processed(&verifier, &sender, Err("still full")).await;
        assert_eq!(again, Err((None, 429)), "{attempt}");
    }
    now.set(SENT + 3900);
    assert_eq!(processed(&verifier, &sender, Ok(1)).await, Ok(1));
    for later in [3901, 4500, 5400] {
        now.set(SENT + later);
        let again = processed(&verifier, &sender, Ok(2)).await;
        assert_eq!(again, Err((Some(Kind::Replayed), 200)), "{later}");
    }
}

#[tokio::test]
async fn work_that_is_broken_off_is_not_taken_for_finished() {
    let sender = Sender::new(7);
    let now = Now::new(SENT);
    let verifier = receiver_at(&sender, &now).build();
    let lines = sender.headers(BODY);
    let hanging = verifier.process(&lines, BODY, |_: Delivery| {
        std::future::pending::<Result<u8, &'static str>>()
    });
    let mut hanging = Box::pin(hanging);
    assert!(polled_once(hanging.as_mut()).await.is_none());
    // While it may still be going on, nobody else begins, and nobody is told that it is done.
    let meanwhile = processed(&verifier, &sender, Ok(1)).await;
    assert_eq!(meanwhile, Err((Some(Kind::Underway), 429)));
    drop(hanging);
    now.set(SENT + 600);
    assert_eq!(processed(&verifier, &sender, Ok(2)).await, Ok(2));
}

/// Polls once.
async fn polled_once<F: Future>(mut future: std::pin::Pin<&mut F>) -> Option<F::Output> {
    std::future::poll_fn(|context| match future.as_mut().poll(context) {
        std::task::Poll::Ready(value) => std::task::Poll::Ready(Some(value)),
        std::task::Poll::Pending => std::task::Poll::Ready(None),
    })
    .await
}

#[tokio::test]
async fn a_store_that_cannot_be_told_asks_for_the_delivery_again() {
    let sender = Sender::new(7);
    let store = Noting::default();
    let verifier = receiver(&sender).replay_store(&store).build();
    let lines = sender.headers(BODY);
    let work = |_: Delivery| async { Ok::<_, &'static str>(1) };
    let error = verifier.process(&lines, BODY, work).await.unwrap_err();
    assert!(
        matches!(&error, ProcessError::Refused(refused) if refused.kind() == Kind::StoreFailed)
    );
    assert_eq!(error.status(), 429);
    let five = Duration::from_secs(300);
    assert_eq!(*store.claims.lock().unwrap(), [("wh_1".to_owned(), five)]);
}

/// A store that notes what it is asked, and fails if it is told to.
#[derive(Default)]
struct Noting {
    claims: Mutex<Vec<(String, Duration)>>,
    down: bool,
}

#[derive(Debug)]
struct Down;

impl fmt::Display for Down {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("postgres://m4rker is down")
    }
}

impl Error for Down {}

impl ReplayStore for &Noting {
    type Error = Down;

    async fn claim(&self, id: &str, now: SystemTime, until: SystemTime) -> Result<Claim, Down> {
        if self.down {
            return Err(Down);
        }
        let kept = until.duration_since(now).unwrap();
        self.claims.lock().unwrap().push((id.to_owned(), kept));
        Ok(Claim::New)
    }

    async fn finish(&self, _: &str, _: SystemTime) -> Result<(), Down> {
        Err(Down)
    }

    async fn release(&self, _: &str) -> Result<(), Down> {
        Err(Down)
    }
}

#[tokio::test]
async fn a_store_of_ones_own_is_asked() {
    let sender = Sender::new(7);
    static STORE: Noting = Noting {
        claims: Mutex::new(Vec::new()),
        down: false,
    };
    let verifier = receiver(&sender).replay_store(&STORE).build();
    // Asked from another task: what `verify` returns crosses threads.
    let lines = sender.headers(BODY);
    let task = tokio::spawn(async move { verifier.verify(&lines, BODY).await.is_ok() });
    assert!(task.await.unwrap());
    let day = Duration::from_secs(24 * 60 * 60 + 1);
    assert_eq!(*STORE.claims.lock().unwrap(), [("wh_1".to_owned(), day)]);
}

#[tokio::test]
async fn a_store_that_fails_refuses_and_its_words_stay_in_the_source() {
    let sender = Sender::new(7);
    let store = Noting {
        down: true,
        ..Noting::default()
    };
    let verifier = receiver(&sender).replay_store(&store).build();
    let lines = sender.headers(BODY);
    let refused = verifier.verify(&lines, BODY).await.unwrap_err();
    assert_eq!((refused.kind(), refused.status()), (Kind::StoreFailed, 429));
    let shown = format!("{refused} {refused:?}");
    assert!(!shown.contains("m4rker"), "{shown}");
    assert!(refused.source().is_some_and(|source| source.is::<Down>()));
    let delivery = verifier.check(&lines, BODY).unwrap();
    let refused = verifier.release(&delivery).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::StoreFailed);
}
