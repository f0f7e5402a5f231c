//! Which deliveries came before.

use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;
use std::error::Error;
use std::future::Future;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

/// What a store knows of an identifier that is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Nothing, or nothing that still counts: whoever asks has it now.
    New,
    /// Somebody has it and has not finished.
    Underway,
    /// It is finished.
    Finished,
}

/// Where the identifiers of deliveries are kept. Back it with what all receivers share (a table with a unique
/// column, a key with an expiry); [`MemoryStore`] is for one process.
///
/// ```
/// use std::time::SystemTime;
/// use callslip_highlevel::webhooks::{Claim, ReplayStore};
///
/// # struct Database;
/// # type Answer<T> = Result<T, std::io::Error>;
/// # impl Database {
/// #     async fn insert(&self, _: &str, _: SystemTime, _: SystemTime) -> Answer<bool> { Ok(true) }
/// #     async fn is_finished(&self, _: &str) -> Answer<bool> { Ok(true) }
/// #     async fn upsert(&self, _: &str, _: SystemTime, _: bool) -> Answer<()> { Ok(()) }
/// #     async fn delete(&self, _: &str) -> Answer<()> { Ok(()) }
/// # }
/// struct SeenInDatabase(Database);
///
/// impl ReplayStore for SeenInDatabase {
///     type Error = std::io::Error;
///
///     async fn claim(&self, id: &str, now: SystemTime, until: SystemTime) -> Result<Claim, Self::Error> {
///         // INSERT … (id, until, finished = false) ON CONFLICT (id) DO UPDATE … WHERE until <= now, and whether a row came of it
///         if self.0.insert(id, now, until).await? {
///             return Ok(Claim::New);
///         }
///         Ok(if self.0.is_finished(id).await? { Claim::Finished } else { Claim::Underway })
///     }
///
///     async fn finish(&self, id: &str, until: SystemTime) -> Result<(), Self::Error> {
///         self.0.upsert(id, until, true).await
///     }
///
///     async fn release(&self, id: &str) -> Result<(), Self::Error> {
///         self.0.delete(id).await
///     }
/// }
/// ```
pub trait ReplayStore: Send + Sync {
    /// What goes wrong with the store.
    type Error: Error + Send + Sync + 'static;

    /// Claims an identifier until a time, and says what was known of it before; what is known counts until its own time. Both
    /// must be one step: of two equal deliveries that come at once, one is to be told [`Claim::New`].
    fn claim(
        &self,
        id: &str,
        now: SystemTime,
        until: SystemTime,
    ) -> impl Future<Output = Result<Claim, Self::Error>> + Send;

    /// Remembers an identifier as finished until a time, whatever is known of it.
    fn finish(
        &self,
        id: &str,
        until: SystemTime,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Forgets an identifier, so that the delivery is accepted when it comes again.
    fn release(&self, id: &str) -> impl Future<Output = Result<(), Self::Error>> + Send;
}

/// Identifiers in the memory of this process: lost when it ends, not shared with other processes.
///
/// It holds at most as many as it was made for. When it is full, the oldest makes room: only deliveries that the provider
/// signed get this far, so nobody else can fill it. The default's 100,000 are enough for eighteen deliveries a second for as
/// long as each would be accepted.
#[derive(Debug)]
pub struct MemoryStore {
    capacity: usize,
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    known: HashMap<String, Known>,
    /// Claims in the order in which they were made. One that was released or made anew is passed over when its turn comes.
    order: VecDeque<(u64, String)>,
    claims: u64,
}

#[derive(Debug)]
struct Known {
    /// Number of the claim.
    claim: u64,
    /// How long it counts.
    until: SystemTime,
    is_finished: bool,
}

impl MemoryStore {
    /// Room for so many identifiers, at least one.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity: capacity.max(1),
            seen: Mutex::default(),
        }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        // Nothing in here is left half done by a panic.
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for MemoryStore {
    /// Room for 100,000 identifiers.
    fn default() -> Self {
        Self::new(100_000)
    }
}

impl ReplayStore for MemoryStore {
    type Error = Infallible;

    async fn claim(
        &self,
        id: &str,
        now: SystemTime,
        until: SystemTime,
    ) -> Result<Claim, Infallible> {
        let mut seen = self.seen();
        seen.forget_past(now);
        match seen.known.get(id) {
            Some(known) if known.until > now && known.is_finished => Ok(Claim::Finished),
            Some(known) if known.until > now => Ok(Claim::Underway),
            _ => {
                seen.remember(id, until, false, self.capacity);
                Ok(Claim::New)
            }
        }
    }

    async fn finish(&self, id: &str, until: SystemTime) -> Result<(), Infallible> {
        let mut seen = self.seen();
        match seen.known.get_mut(id) {
            Some(known) => (known.until, known.is_finished) = (until, true),
            // The work took longer than it was claimed for, or the store was full.
            None => seen.remember(id, until, true, self.capacity),
        }
        Ok(())
    }

    async fn release(&self, id: &str) -> Result<(), Infallible> {
        self.seen().known.remove(id);
        Ok(())
    }
}

impl Seen {
    fn remember(&mut self, id: &str, until: SystemTime, is_finished: bool, capacity: usize) {
        while self.order.len() >= capacity {
            self.forget_first();
        }
        self.claims += 1;
        let claim = self.claims;
        let known = Known {
            claim,
            until,
            is_finished,
        };
        self.known.insert(id.to_owned(), known);
        self.order.push_back((claim, id.to_owned()));
    }

    fn forget_past(&mut self, now: SystemTime) {
        while let Some((claim, id)) = self.order.front() {
            match self.known.get(id) {
                Some(known) if known.claim == *claim && known.until > now => return,
                _ => self.forget_first(),
            }
        }
    }

    fn forget_first(&mut self) {
        if let Some((claim, id)) = self.order.pop_front()
            && self
                .known
                .get(&id)
                .is_some_and(|known| known.claim == claim)
        {
            self.known.remove(&id);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn at(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
    }

    async fn claim(store: &MemoryStore, id: &str, now: u64) -> bool {
        store.claim(id, at(now), at(now + 10)).await.unwrap() == Claim::New
    }

    #[tokio::test]
    async fn what_is_finished_counts_longer_than_what_was_claimed() {
        let store = MemoryStore::new(2);
        assert!(claim(&store, "a", 0).await && claim(&store, "b", 0).await);
        let asked = async |id, now| store.claim(id, at(now), at(now + 10)).await.unwrap();
        assert_eq!(asked("a", 5).await, Claim::Underway);
        store.finish("a", at(100)).await.unwrap();
        assert_eq!(asked("a", 5).await, Claim::Finished);
        assert_eq!(asked("a", 99).await, Claim::Finished);
        assert_eq!(asked("b", 99).await, Claim::New, "its claim is over");
        // Forgotten in the meantime, and remembered all the same.
        store.release("b").await.unwrap();
        store.finish("b", at(200)).await.unwrap();
        assert_eq!(asked("b", 150).await, Claim::Finished);
        assert_eq!(asked("a", 150).await, Claim::New);
        assert!(store.seen().order.len() <= 2);
    }

    #[tokio::test]
    async fn an_identifier_counts_until_its_time() {
        let store = MemoryStore::default();
        assert!(claim(&store, "a", 0).await);
        assert!(!claim(&store, "a", 9).await);
        assert!(claim(&store, "b", 9).await);
        assert!(claim(&store, "a", 10).await);
        assert!(!claim(&store, "a", 19).await);
        assert_eq!(store.seen().known.len(), 1, "what is past is forgotten");
    }

    #[tokio::test]
    async fn a_full_store_forgets_the_oldest() {
        let store = MemoryStore::new(2);
        for id in ["a", "b", "c"] {
            assert!(claim(&store, id, 0).await);
        }
        assert!(!claim(&store, "b", 0).await && !claim(&store, "c", 0).await);
        assert!(claim(&store, "a", 0).await);
        let seen = store.seen();
        assert_eq!((seen.known.len(), seen.order.len()), (2, 2));
    }

    #[tokio::test]
    async fn a_released_identifier_is_new_again() {
        let store = MemoryStore::new(3);
        assert!(claim(&store, "a", 0).await);
        store.release("a").await.unwrap();
        assert!(claim(&store, "a", 5).await);
        // The first claim of it goes, and not the second.
        assert!(claim(&store, "b", 11).await);
        assert!(!claim(&store, "a", 11).await);
        for round in 0..100 {
            store.release("b").await.unwrap();
            assert!(claim(&store, "b", 11).await, "{round}");
        }
        assert!(store.seen().order.len() <= 3);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn of_many_at_once_one_is_first() {
        let store = std::sync::Arc::new(MemoryStore::default());
        let tasks: Vec<_> = (0..64)
            .map(|_| {
                let store = std::sync::Arc::clone(&store);
                tokio::spawn(async move { claim(&store, "a", 0).await })
            })
            .collect();
        let mut first = 0;
        for task in tasks {
            first += u32::from(task.await.unwrap());
        }
        assert_eq!(first, 1);
    }
}
