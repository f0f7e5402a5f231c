//! A credential that a provider fetches: when it is fetched, how often, and what becomes of the call.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use callslip_core::rt::{CallOptions, ClientSettings, Clock, Scheme};
use callslip_core::{CredentialError, CredentialProvider, ErrorKind, RetryPolicy, Token};
use tokio::sync::Semaphore;

use crate::acme::{Client, KEY, TestClock, Thing};
use crate::server::{Answer, Server};

const OK: &str = r#"{"id":"7"}"#;

/// Gives what it was told to, one after the other.
struct Scripted {
    given: Mutex<VecDeque<Result<Token, CredentialError>>>,
    fetches: Arc<AtomicUsize>,
    /// A fetch ends only when it gets a permit.
    gate: Arc<Semaphore>,
}

impl CredentialProvider for Scripted {
    async fn fetch(&self) -> Result<Token, CredentialError> {
        self.fetches.fetch_add(1, Ordering::SeqCst);
        self.gate.acquire().await?.forget();
        let next = self.given.lock().expect("no panic").pop_front();
        next.expect("no more fetches than scripted")
    }
}

struct Setup {
    client: Client,
    clock: Arc<TestClock>,
    fetches: Arc<AtomicUsize>,
    gate: Arc<Semaphore>,
}

impl Setup {
    fn new(url: &str, given: impl IntoIterator<Item = Result<Token, &'static str>>) -> Self {
        Self::with(ClientSettings::default().base_url(url), given)
    }

    fn with(
        settings: ClientSettings,
        given: impl IntoIterator<Item = Result<Token, &'static str>>,
    ) -> Self {
        let given = given.into_iter().map(|given| given.map_err(Into::into));
        Self::scripted(settings, given)
    }

    fn scripted(
        settings: ClientSettings,
        given: impl IntoIterator<Item = Result<Token, CredentialError>>,
    ) -> Self {
        let (fetches, gate) = (Arc::default(), Arc::new(Semaphore::new(1000)));
        let provider = Scripted {
            given: Mutex::new(given.into_iter().collect()),
            fetches: Arc::clone(&fetches),
            gate: Arc::clone(&gate),
        };
        let clock = Arc::new(TestClock::default());
        let mut settings = settings.clock(clock.clone()).credential_provider(provider);
        let header = settings
            .credential(Scheme::Bearer, None, &KEY)
            .expect("a provider gives it");
        assert!(header.is_none());
        let client = Client::with_headers(settings, Vec::new()).expect("builds");
        Self {
            client,
            clock,
            fetches,
            gate,
        }
    }

    fn fetches(&self) -> usize {
        self.fetches.load(Ordering::SeqCst)
    }

    /// Until a fetch has begun.
    async fn fetching(&self, count: usize) {
        while self.fetches() < count {
            tokio::task::yield_now().await;
        }
    }
}

fn sent(server: &Server) -> Vec<String> {
    let authorization = |line: &&str| line.starts_with("authorization: ");
    server
        .received()
        .iter()
        .map(|request| {
            let lines = request.headers();
            let line = lines.into_iter().find(authorization);
            line.unwrap_or_default()
                .trim_start_matches("authorization: Bearer ")
                .to_owned()
        })
        .collect()
}

fn refused() -> Answer {
    Answer::json(401, r#"{"code":"UNAUTHORIZED"}"#)
}

#[tokio::test]
async fn a_token_is_fetched_once_and_kept() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let setup = Setup::new(&server.url(), [Ok(Token::new("m4rker-1"))]);
    for _ in 0..3 {
        setup.client.get_thing("7").await.expect("answers");
    }
    assert_eq!(sent(&server), ["m4rker-1"; 3]);
    assert_eq!(setup.fetches(), 1);
}

#[tokio::test]
async fn many_waiting_calls_share_one_fetch() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let setup = Setup::new(&server.url(), [Ok(Token::new("m4rker-1"))]);
    setup.gate.forget_permits(1000);
    let calls: Vec<_> = (0..32)
        .map(|_| {
            let client = setup.client.clone();
            tokio::spawn(async move { client.get_thing("7").await.map(|_| ()) })
        })
        .collect();
    setup.fetching(1).await;
    // Every other call has had its turn, and waits.
    for _ in 0..64 {
        tokio::task::yield_now().await;
    }
    assert!(server.received().is_empty(), "nothing is sent without one");
    setup.gate.add_permits(1000);
    for call in calls {
        call.await.expect("no panic").expect("answers");
    }
    assert_eq!((setup.fetches(), server.received().len()), (1, 32));
}

#[tokio::test]
async fn many_waiting_calls_share_one_failure() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let setup = Setup::new(
        &server.url(),
        [Err("the vault is closed"), Ok(Token::new("m4rker-1"))],
    );
    setup.gate.forget_permits(1000);
    let calls: Vec<_> = (0..8)
        .map(|_| {
            let client = setup.client.clone();
            tokio::spawn(async move { client.get_thing("7").await.map(|_| ()) })
        })
        .collect();
    setup.fetching(1).await;
    for _ in 0..64 {
        tokio::task::yield_now().await;
    }
    setup.gate.add_permits(1000);
    for call in calls {
        let error = call.await.expect("no panic").expect_err("no credential");
        assert_eq!(
            (error.kind(), error.attempts(), error.status()),
            (ErrorKind::Credential, 0, None)
        );
        let source = std::error::Error::source(&error).expect("the provider's own");
        assert_eq!(source.to_string(), "the vault is closed");
        assert!(!error.to_string().contains("vault"), "{error}");
        assert!(!error.is_retryable());
    }
    assert_eq!(setup.fetches(), 1);
    assert!(server.received().is_empty());
    setup
        .client
        .get_thing("7")
        .await
        .expect("the next call asks again");
}

fn closed_for_now() -> CredentialError {
    CredentialError::passing("the vault is closed for now")
}

#[tokio::test]
async fn a_failure_that_passes_is_tried_again_as_a_call_is() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let asking = closed_for_now().retry_after(Duration::from_secs(7));
    let given = [
        Err(closed_for_now()),
        Err(asking),
        Ok(Token::new("m4rker-1")),
    ];
    let setup = Setup::scripted(ClientSettings::default().base_url(server.url()), given);
    let thing = Thing::new("7", None);
    // Nothing of it was sent, so the method does not matter, and none of its attempts is used up.
    let answer = setup.client.make_thing(&thing).await.expect("the third");
    assert_eq!((answer.attempts(), setup.fetches()), (1, 3));
    let waits = [Duration::from_millis(200), Duration::from_secs(7)];
    assert_eq!(setup.clock.waits(), waits);
    assert_eq!(sent(&server), ["m4rker-1"]);
}

#[tokio::test]
async fn a_failure_that_passes_is_tried_again_after_a_refusal_too() {
    let server = Server::start([refused(), Answer::json(200, OK)]).await;
    let given = [
        Ok(Token::new("m4rker-1")),
        Err(closed_for_now()),
        Ok(Token::new("m4rker-2")),
    ];
    let setup = Setup::scripted(ClientSettings::default().base_url(server.url()), given);
    let answer = setup.client.get_thing("7").await.expect("the second time");
    assert_eq!((answer.attempts(), setup.fetches()), (2, 3));
    assert_eq!(sent(&server), ["m4rker-1", "m4rker-2"]);
}

#[tokio::test]
async fn a_failure_that_does_not_pass_after_all_is_told_as_one_that_may() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let five = Duration::from_secs(5);
    let given = (0..3).map(|_| Err(closed_for_now().retry_after(five)));
    let setup = Setup::scripted(ClientSettings::default().base_url(server.url()), given);
    let error = setup.client.get_thing("7").await.expect_err("closed");
    assert_eq!(
        (error.kind(), error.attempts(), error.retry_after()),
        (ErrorKind::Credential, 0, Some(five))
    );
    assert!(error.is_retryable() && server.received().is_empty());
    assert_eq!((setup.fetches(), setup.clock.waits().len()), (3, 2));
}

#[tokio::test]
async fn a_failure_that_passes_keeps_to_policy_and_deadline() {
    let within = |settings: ClientSettings, asked: u64| async move {
        let server = Server::start([Answer::json(200, OK)]).await;
        let wait = Duration::from_secs(asked);
        let given = [Err(closed_for_now().retry_after(wait))];
        let setup = Setup::scripted(settings.base_url(server.url()), given);
        let error = setup.client.get_thing("7").await.expect_err("closed");
        assert_eq!(error.retry_after(), Some(wait));
        assert_eq!((setup.fetches(), setup.clock.waits().len()), (1, 0));
    };
    let settings = ClientSettings::default;
    within(settings().retry(RetryPolicy::none()), 1).await;
    within(settings(), 61).await;
    within(settings().timeout(Duration::from_secs(9)), 10).await;
}

/// Many calls during an outage of the token endpoint do not ask three times as often.
#[tokio::test]
async fn a_failure_that_passes_is_paid_from_the_budget() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let given = (0..150).map(|_| Err(closed_for_now()));
    let setup = Setup::scripted(ClientSettings::default().base_url(server.url()), given);
    for _ in 0..50 {
        setup.client.get_thing("7").await.expect_err("closed");
    }
    let fetches = setup.fetches();
    assert!((60..=70).contains(&fetches), "{fetches}");
}

#[tokio::test]
async fn a_refused_token_is_replaced_and_the_call_repeated() {
    let server = Server::start([refused(), Answer::json(200, OK)]).await;
    let setup = Setup::new(
        &server.url(),
        [Ok(Token::new("m4rker-1")), Ok(Token::new("m4rker-2"))],
    );
    let answer = setup.client.get_thing("7").await.expect("the second time");
    assert_eq!(answer.attempts(), 2);
    assert_eq!(sent(&server), ["m4rker-1", "m4rker-2"]);
    assert!(
        setup.clock.waits().is_empty(),
        "there is nothing to wait for"
    );
}

/// A refused request was not acted on, so that the method does not matter.
#[tokio::test]
async fn a_post_is_repeated_too() {
    let server = Server::start([refused(), Answer::json(200, OK)]).await;
    let setup = Setup::new(
        &server.url(),
        [Ok(Token::new("m4rker-1")), Ok(Token::new("m4rker-2"))],
    );
    let thing = Thing::new("7", None);
    let answer = setup
        .client
        .make_thing(&thing)
        .await
        .expect("the second time");
    assert_eq!(answer.attempts(), 2);
    assert_eq!(server.received()[1].body, r#"{"id":"7"}"#);
}

#[tokio::test]
async fn the_repeat_is_not_one_of_the_policys_attempts() {
    let server = Server::start([
        Answer::json(503, "{}"),
        refused(),
        Answer::json(503, "{}"),
        Answer::json(200, OK),
    ])
    .await;
    let setup = Setup::new(
        &server.url(),
        [Ok(Token::new("m4rker-1")), Ok(Token::new("m4rker-2"))],
    );
    let answer = setup.client.get_thing("7").await.expect("the fourth time");
    assert_eq!(answer.attempts(), 4);
}

#[tokio::test]
async fn a_second_refusal_is_the_answer() {
    let server = Server::start([refused()]).await;
    let setup = Setup::new(
        &server.url(),
        [Ok(Token::new("m4rker-1")), Ok(Token::new("m4rker-2"))],
    );
    let error = setup.client.get_thing("7").await.expect_err("refused");
    assert_eq!(
        (error.kind(), error.attempts(), server.received().len()),
        (ErrorKind::Api, 2, 2)
    );
}

#[tokio::test]
async fn the_same_token_again_is_not_sent_again() {
    let server = Server::start([refused()]).await;
    let setup = Setup::new(
        &server.url(),
        [Ok(Token::new("m4rker-1")), Ok(Token::new("m4rker-1"))],
    );
    let error = setup.client.get_thing("7").await.expect_err("refused");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Api, 1));
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn a_refused_token_that_cannot_be_replaced_says_both() {
    let server = Server::start([refused()]).await;
    let setup = Setup::new(
        &server.url(),
        [Ok(Token::new("m4rker-1")), Err("the vault is closed")],
    );
    let error = setup.client.get_thing("7").await.expect_err("refused");
    assert_eq!(
        (
            error.kind(),
            error.attempts(),
            error.status().map(|status| status.as_u16())
        ),
        (ErrorKind::Credential, 1, Some(401))
    );
    assert!(
        error.to_string().contains("refused the credential"),
        "{error}"
    );
}

#[tokio::test]
async fn one_attempt_means_one_and_the_next_call_fetches() {
    let server = Server::start([refused(), Answer::json(200, OK)]).await;
    let setup = Setup::new(
        &server.url(),
        [Ok(Token::new("m4rker-1")), Ok(Token::new("m4rker-2"))],
    );
    let options = CallOptions {
        retry: Some(RetryPolicy::none()),
        ..CallOptions::default()
    };
    let once = setup.client.get_thing_with("7", None, options);
    assert_eq!(once.await.expect_err("refused").attempts(), 1);
    setup.client.get_thing("7").await.expect("answers");
    assert_eq!(sent(&server), ["m4rker-1", "m4rker-2"]);
}

#[tokio::test]
async fn a_token_is_replaced_before_it_ends() {
    let now = TestClock::default().now();
    let ends = |seconds| Ok(Token::new("m4rker").expires_at(now + Duration::from_secs(seconds)));
    // The clock of a test stands still; so much is left of each token when it is looked at.
    for (life, wants_another) in [(3600, false), (90, false), (0, true)] {
        let server = Server::start([Answer::json(200, OK)]).await;
        let setup = Setup::new(&server.url(), [ends(life), ends(life)]);
        setup.client.get_thing("7").await.expect("answers");
        setup.client.get_thing("7").await.expect("answers");
        assert_eq!(setup.fetches() == 2, wants_another, "{life} s");
    }
    // A minute before the end of an hour, and a tenth before the end of a shorter life.
    for (life, passed, wants_another) in [
        (3600, 3539, false),
        (3600, 3541, true),
        (100, 89, false),
        (100, 91, true),
    ] {
        let server = Server::start([Answer::json(200, OK)]).await;
        let setup = Setup::new(&server.url(), [ends(life), ends(2 * life)]);
        setup.client.get_thing("7").await.expect("answers");
        setup.clock.pass(Duration::from_secs(passed));
        setup.client.get_thing("7").await.expect("answers");
        assert_eq!(setup.fetches() == 2, wants_another, "{passed} of {life} s");
    }
}

#[tokio::test]
async fn a_token_that_is_still_valid_serves_while_fetching_fails() {
    let now: SystemTime = TestClock::default().now();
    let server = Server::start([Answer::json(200, OK)]).await;
    let token = Token::new("m4rker-1").expires_at(now + Duration::from_secs(3600));
    let setup = Setup::new(&server.url(), [Ok(token), Err("closed"), Err("closed")]);
    setup.client.get_thing("7").await.expect("answers");
    setup.clock.pass(Duration::from_secs(3590));
    setup
        .client
        .get_thing("7")
        .await
        .expect("ten seconds are left");
    setup.clock.pass(Duration::from_secs(20));
    let error = setup.client.get_thing("7").await.expect_err("it has ended");
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(sent(&server), ["m4rker-1"; 2]);
}

/// What a provider fetches with may be used up by it: the answer must not be lost with the call that waited for it.
#[tokio::test]
async fn a_fetch_outlives_the_call_that_began_it() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let setup = Setup::new(&server.url(), [Ok(Token::new("m4rker-1"))]);
    setup.gate.forget_permits(1000);
    let client = setup.client.clone();
    let call = tokio::spawn(async move { client.get_thing("7").await.map(|_| ()) });
    setup.fetching(1).await;
    call.abort();
    assert!(call.await.expect_err("aborted").is_cancelled());
    setup.gate.add_permits(1);
    setup.client.get_thing("7").await.expect("answers");
    assert_eq!(
        (setup.fetches(), sent(&server)),
        (1, vec!["m4rker-1".to_owned()])
    );
}

#[tokio::test]
async fn waiting_for_a_token_counts_towards_the_total_timeout() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let settings = ClientSettings::default()
        .base_url(server.url())
        .timeout(Duration::from_millis(50));
    let setup = Setup::with(settings, [Ok(Token::new("m4rker-1"))]);
    setup.gate.forget_permits(1000);
    let error = setup.client.get_thing("7").await.expect_err("too late");
    assert!(error.is_timeout() && error.attempts() == 0, "{error:?}");
    assert!(error.to_string().contains("total timeout"), "{error}");
}

#[tokio::test]
async fn a_token_that_cannot_be_sent_is_told_without_it() {
    for value in ["", "m4rker\n", " m4rker", "m4rkér"] {
        let server = Server::start([Answer::json(200, OK)]).await;
        let setup = Setup::new(&server.url(), [Ok(Token::new(value))]);
        let error = setup.client.get_thing("7").await.expect_err("unusable");
        let source = std::error::Error::source(&error).expect("why");
        assert_eq!(error.kind(), ErrorKind::Credential);
        assert!(source.to_string().contains("header"), "{source}");
        assert!(
            !format!("{error}{error:?}{source}").contains("m4"),
            "{error:?}"
        );
        assert!(server.received().is_empty());
    }
}

struct Panicking;

impl CredentialProvider for Panicking {
    async fn fetch(&self) -> Result<Token, CredentialError> {
        panic!("a defect of the user's own")
    }
}

#[tokio::test]
async fn a_provider_that_panics_fails_the_call_only() {
    let server = Server::start([Answer::json(200, OK)]).await;
    let mut settings = ClientSettings::default()
        .base_url(server.url())
        .credential_provider(Panicking);
    settings
        .credential(Scheme::ApiKey("x-api-key"), None, &KEY)
        .expect("a provider gives it");
    let client = Client::with_headers(settings, Vec::new()).expect("builds");
    for _ in 0..2 {
        let error = client.get_thing("7").await.expect_err("no credential");
        assert_eq!(error.kind(), ErrorKind::Credential);
    }
}

#[tokio::test]
async fn a_fetched_credential_is_as_well_kept_as_a_given_one() {
    let quoting = Answer::json(
        400,
        r#"{"code":"m4rker-1","message":"who is m4rker-1?","trace":"m4rker-1"}"#,
    );
    let server = Server::start([quoting]).await;
    let setup = Setup::new(&server.url(), [Ok(Token::new("m4rker-1"))]);
    let error = setup.client.get_thing("7").await.expect_err("refused");
    let shown = format!("{error}{error:?}{:?}", setup.client);
    assert!(!shown.contains("m4rker"), "{shown}");
    let own = CallOptions {
        headers: vec![("Authorization".to_owned(), "Bearer other".to_owned())],
        ..CallOptions::default()
    };
    let error = setup.client.get_thing_with("7", None, own).await;
    let error = error.expect_err("the credential cannot be replaced");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(!format!("{:?}", Token::new("m4rker")).contains("m4rker"));
}

#[test]
fn a_credential_given_twice_is_refused() {
    let mut settings = ClientSettings::default().credential_provider(Panicking);
    let given = Some("m4rker".into());
    let error = settings.credential(Scheme::Bearer, given.as_ref(), &KEY);
    let error = error.expect_err("which one counts?").to_string();
    assert!(error.contains("api_key and credential_provider"), "{error}");
    assert!(!error.contains("m4rker"), "{error}");
}
