//! The whole check of a delivery.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use callslip_core::rt::Bytes;
use chrono::{DateTime, Utc};
use reqwest::header::HeaderMap;
use ring::digest::{SHA256, digest};

use super::delivery::{Delivery, Time};
use super::error::{ProcessError, VerifyError, VerifyErrorKind};
use super::key::PublicKey;
use super::replay::{Claim, MemoryStore, ReplayStore};
use super::signature::{LegacyCheck, Signatures};

/// How old a delivery may be. The provider suggests five minutes, and its own repeats would never be that young: after a 429
/// it tries again up to six times, about ten minutes apart, and says of the spread ("jitter") no more than that there is one.
/// A repeat has the time of the event in its body, because that is what is signed. So: six times ten minutes, and half as
/// much again for the spread.
const MAX_AGE: Duration = Duration::from_secs(6 * (10 + 5) * 60);
/// How far in the future a delivery may be: clocks differ, and no rule of the provider's makes one younger than it is. The
/// provider's suggestion.
const MAX_AHEAD: Duration = Duration::from_secs(5 * 60);
/// How long the work with a delivery may take before the next attempt is let in: half of the time until that comes.
const WORK_TIME: Duration = Duration::from_secs(5 * 60);
/// How long an accepted delivery is remembered at least.
const REMEMBERED: Duration = Duration::from_secs(24 * 60 * 60);

/// What becomes of a genuine delivery that does not say when it was made, or which one it is. The provider's general guide
/// says that every delivery carries `timestamp` and `webhookId`; its page on the call-end event shows neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Strictness {
    /// It is refused: without a time, one that was overheard could be sent again at any later time.
    #[default]
    Strict,
    /// It is accepted. One without a time, or with a time in a form that is not known here, is not checked for its age; of one
    /// without an identifier the SHA-256 of its body is remembered in its stead. A known time counts all the same.
    Lenient,
}

type Clock = dyn Fn() -> SystemTime + Send + Sync;

/// Checks that deliveries are the provider's, recent, and not accepted before.
///
/// ```
/// use callslip_highlevel::webhooks::{Verifier, VerifyErrorKind};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let verifier = Verifier::default(); // one for the whole program: it remembers what came
/// # let headers = reqwest::header::HeaderMap::new();
/// # let body = "{}";
/// // `headers` and the raw `body` as your framework has them; not JSON that was parsed and written again.
/// match verifier.verify(&headers, body).await {
///     Ok(delivery) => drop(delivery.voice_ai_call_end()),
///     Err(refused) => assert_eq!((refused.kind(), refused.status()), (VerifyErrorKind::Missing, 401)),
/// }
/// # }
/// ```
///
/// How large a body may be is for the framework to say: nothing is read here that is not in memory already.
pub struct Verifier<S = MemoryStore> {
    settings: Settings,
    store: S,
}

#[derive(Clone)]
struct Settings {
    signatures: Signatures,
    strictness: Strictness,
    max_age: Duration,
    max_ahead: Duration,
    work_time: Duration,
    remember_for: Duration,
    clock: Arc<Clock>,
}

impl Default for Verifier {
    /// The published key, up to ninety minutes old and five ahead, strict, with a [`MemoryStore`].
    fn default() -> Self {
        Self::builder().build()
    }
}

impl Verifier {
    /// Starts a verifier with other settings than the default.
    pub fn builder() -> VerifierBuilder {
        VerifierBuilder {
            settings: Settings {
                signatures: Signatures {
                    keys: vec![PublicKey::PUBLISHED],
                    legacy: None,
                },
                strictness: Strictness::default(),
                max_age: MAX_AGE,
                max_ahead: MAX_AHEAD,
                work_time: WORK_TIME,
                remember_for: REMEMBERED,
                clock: Arc::new(SystemTime::now),
            },
            store: MemoryStore::default(),
        }
    }
}

impl<S: ReplayStore> Verifier<S> {
    /// Checks a delivery and does the work with it: its signature over the bytes as they came, then its age, then whether it
    /// came before. What is remembered is what was finished: if the work fails, the delivery is released, and if it is broken off
    /// (the task is dropped, the process ends), its claim ends by itself after [`work_time`](VerifierBuilder::work_time). So
    /// the provider's next attempt is accepted, which it makes after the status that the error says.
    ///
    /// ```no_run
    /// # use callslip_highlevel::webhooks::{Delivery, Verifier};
    /// # async fn keep(_: Delivery) -> Result<(), std::io::Error> { Ok(()) }
    /// # async fn receive(verifier: &Verifier, headers: &reqwest::header::HeaderMap, body: Vec<u8>) -> u16 {
    /// match verifier.process(headers, body, keep).await {
    ///     Ok(()) => 200,
    ///     Err(error) => error.status(), // 429 if it is to come again
    /// }
    /// # }
    /// ```
    ///
    /// Work that takes longer than [`work_time`](VerifierBuilder::work_time), or that is done though the store could not be told,
    /// may be done again: as with every delivery that is repeated until it succeeds, doing it twice must do no harm.
    ///
    /// # Errors
    ///
    /// [`ProcessError`]; [`ProcessError::status`] is what to answer.
    pub async fn process<T, E, F>(
        &self,
        headers: &HeaderMap,
        body: impl Into<Bytes> + Send,
        work: impl FnOnce(Delivery) -> F + Send,
    ) -> Result<T, ProcessError<E>>
    where
        F: Future<Output = Result<T, E>> + Send,
    {
        self.process_with(header_of(headers), body, work).await
    }

    /// The same for any framework: `header` is asked for the value of a header by its name in lower case.
    ///
    /// # Errors
    ///
    /// [`ProcessError`]; [`ProcessError::status`] is what to answer.
    pub async fn process_with<'h, T, E, F>(
        &self,
        header: impl Fn(&str) -> Option<&'h [u8]> + Send,
        body: impl Into<Bytes> + Send,
        work: impl FnOnce(Delivery) -> F + Send,
    ) -> Result<T, ProcessError<E>>
    where
        F: Future<Output = Result<T, E>> + Send,
    {
        let delivery = self.check_with(header, body)?;
        let id = replay_id(&delivery);
        match self.claim(&id, self.settings.work_time).await? {
            Claim::New => {}
            Claim::Underway => {
                let what = "it came before, and the work with it is not finished";
                return Err(VerifyError::new(VerifyErrorKind::Underway, what).into());
            }
            Claim::Finished => return Err(replayed().into()),
        }
        match work(delivery).await {
            Ok(value) => {
                let until = self.settings.after(self.settings.remembered());
                let told = self.store.finish(&id, until).await;
                told.map_err(|error| VerifyError::store(error.into()))?;
                Ok(value)
            }
            Err(error) => {
                // Should that fail, too, the claim is over before the next attempt comes.
                let _ = self.store.release(&id).await;
                Err(ProcessError::Failed(error))
            }
        }
    }

    /// Checks a delivery as [`process`](Self::process) does, and remembers it at once: for receivers that only put it where it
    /// is safe, a queue say, before anything else is done.
    ///
    /// When that fails, [`release`](Self::release) it: otherwise the provider's next attempt is taken for a replay, and the
    /// delivery is lost.
    ///
    /// # Errors
    ///
    /// See [`VerifyErrorKind`]; [`VerifyError::status`] is what to answer.
    pub async fn verify(
        &self,
        headers: &HeaderMap,
        body: impl Into<Bytes> + Send,
    ) -> Result<Delivery, VerifyError> {
        self.verify_with(header_of(headers), body).await
    }

    /// The same for any framework: `header` is asked for the value of a header by its name in lower case.
    ///
    /// # Errors
    ///
    /// See [`VerifyErrorKind`]; [`VerifyError::status`] is what to answer.
    pub async fn verify_with<'h>(
        &self,
        header: impl Fn(&str) -> Option<&'h [u8]> + Send,
        body: impl Into<Bytes> + Send,
    ) -> Result<Delivery, VerifyError> {
        let delivery = self.check_with(header, body)?;
        let id = replay_id(&delivery);
        match self.claim(&id, self.settings.remembered()).await? {
            Claim::New => Ok(delivery),
            Claim::Underway | Claim::Finished => Err(replayed()),
        }
    }

    async fn claim(&self, id: &str, time: Duration) -> Result<Claim, VerifyError> {
        let (now, until) = ((self.settings.clock)(), self.settings.after(time));
        let claim = self.store.claim(id, now, until).await;
        claim.map_err(|error| VerifyError::store(error.into()))
    }

    /// Forgets a delivery that was accepted, so that the provider's next attempt is accepted too.
    ///
    /// # Errors
    ///
    /// `StoreFailed`.
    pub async fn release(&self, delivery: &Delivery) -> Result<(), VerifyError> {
        self.store
            .release(&replay_id(delivery))
            .await
            .map_err(|error| VerifyError::store(error.into()))
    }
}

impl<S> Verifier<S> {
    /// Checks signature and age and remembers nothing: for receivers that know by themselves what came before.
    ///
    /// # Errors
    ///
    /// See [`VerifyErrorKind`]; never `Replayed` or `StoreFailed`.
    pub fn check(
        &self,
        headers: &HeaderMap,
        body: impl Into<Bytes>,
    ) -> Result<Delivery, VerifyError> {
        self.check_with(header_of(headers), body)
    }

    /// The same for any framework: `header` is asked for the value of a header by its name in lower case.
    ///
    /// # Errors
    ///
    /// See [`VerifyErrorKind`]; never `Replayed` or `StoreFailed`.
    pub fn check_with<'h>(
        &self,
        header: impl Fn(&str) -> Option<&'h [u8]>,
        body: impl Into<Bytes>,
    ) -> Result<Delivery, VerifyError> {
        let body = body.into();
        // Nothing of the body is read before it is known whose it is.
        self.settings.signatures.check(header, &body)?;
        let delivery = Delivery::read(body)?;
        self.settings.check_time(delivery.time)?;
        if delivery.webhook_id.is_none() && self.settings.strictness == Strictness::Strict {
            return Err(VerifyError::new(
                VerifyErrorKind::Missing,
                "it is genuine and has no `webhookId`: `Strictness::Lenient` accepts it",
            ));
        }
        Ok(delivery)
    }
}

impl Settings {
    fn check_time(&self, time: Time) -> Result<(), VerifyError> {
        let time = match (time, self.strictness) {
            (Time::Known(time), _) => time,
            (_, Strictness::Lenient) => return Ok(()),
            (Time::Absent, Strictness::Strict) => {
                return Err(VerifyError::new(
                    VerifyErrorKind::Missing,
                    "it is genuine and has no `timestamp`: `Strictness::Lenient` accepts it",
                ));
            }
            (Time::Unreadable, Strictness::Strict) => {
                return Err(VerifyError::new(
                    VerifyErrorKind::Unreadable,
                    "it is genuine and its `timestamp` has no known form: `Strictness::Lenient` accepts it",
                ));
            }
        };
        let age = DateTime::<Utc>::from((self.clock)()) - time;
        let (what, too_far) = match age.to_std() {
            Ok(age) => ("it is genuine and too old", age > self.max_age),
            // Negative: it is from the future.
            Err(_) => (
                "it is genuine and from the future: compare the clocks",
                age.abs().to_std().is_ok_and(|ahead| ahead > self.max_ahead),
            ),
        };
        if too_far {
            return Err(VerifyError::new(VerifyErrorKind::Stale, what));
        }
        Ok(())
    }

    /// How long a delivery that is accepted now has to be remembered: a time that is as far ahead as allowed is fresh for
    /// both windows.
    fn remembered(&self) -> Duration {
        let window = self.max_age.saturating_add(self.max_ahead);
        // A second more, since times are compared inclusively.
        window
            .max(self.remember_for)
            .saturating_add(Duration::from_secs(1))
    }

    /// So long from now.
    fn after(&self, time: Duration) -> SystemTime {
        let now = (self.clock)();
        now.checked_add(time).unwrap_or(now + REMEMBERED)
    }
}

fn replayed() -> VerifyError {
    VerifyError::new(VerifyErrorKind::Replayed, "it was accepted before")
}

fn header_of<'h>(headers: &'h HeaderMap) -> impl Fn(&str) -> Option<&'h [u8]> + Send {
    move |name| headers.get(name).map(|value| value.as_bytes())
}

/// What a delivery is known by.
fn replay_id(delivery: &Delivery) -> String {
    if let Some(id) = &delivery.webhook_id {
        return id.clone();
    }
    let hash = digest(&SHA256, delivery.raw());
    hash.as_ref()
        .iter()
        .fold("sha256:".to_owned(), |text, byte| {
            text + &format!("{byte:02x}")
        })
}

/// Settings of a [`Verifier`]. Start with [`Verifier::builder`].
#[must_use = "a builder does nothing until `build` is called"]
pub struct VerifierBuilder<S = MemoryStore> {
    settings: Settings,
    store: S,
}

impl<S> VerifierBuilder<S> {
    /// One more key, beside those that are there: a signature by any of them counts. For the time in which the provider
    /// changes its key.
    pub fn key(mut self, key: PublicKey) -> Self {
        self.settings.signatures.keys.push(key);
        self
    }

    /// This key and no other, instead of [`PublicKey::PUBLISHED`] and of whatever was added.
    pub fn only_key(mut self, key: PublicKey) -> Self {
        self.settings.signatures.keys = vec![key];
        self
    }

    /// Checks the legacy signature (RSA PKCS#1 v1.5 with SHA-256) of deliveries that have no current one: the function gets the
    /// body and the signature's bytes, and says whether they belong together.
    ///
    /// Without it, which is the default, such deliveries are refused. The provider announced the end of these signatures for
    /// September 2026, and its key for them is printed in its guide to webhooks, not here: whoever still needs them takes
    /// the key from there, and an RSA library.
    pub fn legacy_check(
        mut self,
        check: impl Fn(&[u8], &[u8]) -> bool + Send + Sync + 'static,
    ) -> Self {
        let check: Arc<LegacyCheck> = Arc::new(check);
        self.settings.signatures.legacy = Some(check);
        self
    }

    /// What becomes of deliveries without a time or an identifier (default: [`Strictness::Strict`]).
    pub fn strictness(mut self, strictness: Strictness) -> Self {
        self.settings.strictness = strictness;
        self
    }

    /// How old a delivery may be (default ninety minutes). The provider suggests five, and repeats what was answered with 429 up
    /// to six times, about ten minutes apart: a repeat is signed as it was, with the time of the event, so that five minutes would
    /// refuse every one. Ninety are those six with half an interval of spread each. For what comes twice within them there is the
    /// store. Another of the provider's texts speaks of up to twelve repeats with growing pauses, without a figure: allow more if
    /// yours come later.
    pub fn max_age(mut self, age: Duration) -> Self {
        self.settings.max_age = age;
        self
    }

    /// How far in the future a delivery may be, since clocks differ (default five minutes).
    pub fn max_ahead(mut self, ahead: Duration) -> Self {
        self.settings.max_ahead = ahead;
        self
    }

    /// How long the [work](Verifier::process) with a delivery may take (default five minutes). For so long an equal one is
    /// answered with "again, please"; after that it is accepted, because work that was broken off cannot say so. Keep it below the
    /// ten minutes after which the next attempt comes.
    pub fn work_time(mut self, time: Duration) -> Self {
        self.settings.work_time = time;
        self
    }

    /// How long an accepted delivery is remembered (default one day; never less than [`max_age`](Self::max_age) and
    /// [`max_ahead`](Self::max_ahead) together, during which it would be accepted again).
    pub fn remember_for(mut self, time: Duration) -> Self {
        self.settings.remember_for = time;
        self
    }

    /// Where accepted deliveries are remembered (default: [`MemoryStore::default`], which is for one process).
    pub fn replay_store<T: ReplayStore>(self, store: T) -> VerifierBuilder<T> {
        VerifierBuilder {
            settings: self.settings,
            store,
        }
    }

    /// Where the time of day comes from, for tests of your own.
    pub fn clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.settings.clock = Arc::new(clock);
        self
    }

    /// Makes the verifier.
    pub fn build(self) -> Verifier<S> {
        Verifier {
            settings: self.settings,
            store: self.store,
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("signatures", &self.signatures)
            .field("strictness", &self.strictness)
            .field("max_age", &self.max_age)
            .field("max_ahead", &self.max_ahead)
            .field("work_time", &self.work_time)
            .field("remember_for", &self.remember_for)
            .finish_non_exhaustive()
    }
}

impl<S> fmt::Debug for Verifier<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier")
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

impl<S> fmt::Debug for VerifierBuilder<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifierBuilder")
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
