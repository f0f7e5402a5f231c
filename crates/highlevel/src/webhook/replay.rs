//! Which deliveries came before.

use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;
use std::error::Error;
use std::future::Future;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

/// Where the identifiers of accepted deliveries are kept. Back it with what all receivers share (a table with a unique
/// column, a key with an expiry); [`MemoryStore`] is for one process.
///
/// ```
/// use std::time::SystemTime;
///
/// # struct Database;
/// # impl Database {
/// #     async fn insert_if_absent(&self, _: &str, _: SystemTime) -> Result<bool, std::io::Error> { Ok(true) }
/// #     async fn delete(&self, _: &str) -> Result<(), std::io::Error> { Ok(()) }
/// # }
/// struct SeenInDatabase(Database);
///
/// impl callslip_highlevel::webhooks::ReplayStore for SeenInDatabase {
///     type Error = std::io::Error;
///
///     async fn claim(&self, id: &str, _now: SystemTime, until: SystemTime) -> Result<bool, Self::Error> {
///         // INSERT … ON CONFLICT DO NOTHING, and whether a row came of it
///         self.0.insert_if_absent(id, until).await
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

    /// Remembers an identifier until a time, and says whether it was not known before. Both must be one step: of two equal
    /// deliveries that come at once, one is to be told `true`.
    fn claim(
        &self,
        id: &str,
        now: SystemTime,
        until: SystemTime,
    ) -> impl Future<Output = Result<bool, Self::Error>> + Send;

    /// Forgets an identifier, so that the delivery is accepted when it comes again.
    fn release(&self, id: &str) -> impl Future<Output = Result<(), Self::Error>> + Send;
}

/// Identifiers in the memory of this process: lost when it ends, not shared with other processes.
///
/// It holds at most as many as it was made for. When it is full, the oldest makes room: only deliveries that the provider
/// signed get this far, so nobody else can fill it.
#[derive(Debug)]
pub struct MemoryStore {
    capacity: usize,
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    /// Identifier -> number of its claim, and how long it counts.
    known: HashMap<String, (u64, SystemTime)>,
    /// Claims in the order in which they were made. One that was released or made anew is passed over when its turn comes.
    order: VecDeque<(u64, String)>,
    claims: u64,
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
    ) -> Result<bool, Infallible> {
        let mut seen = self.seen();
        seen.forget_past(now);
        if seen.known.get(id).is_some_and(|(_, until)| *until > now) {
            return Ok(false);
        }
        while seen.order.len() >= self.capacity {
            seen.forget_first();
        }
        seen.claims += 1;
        let claim = seen.claims;
        seen.known.insert(id.to_owned(), (claim, until));
        seen.order.push_back((claim, id.to_owned()));
        Ok(true)
    }

    async fn release(&self, id: &str) -> Result<(), Infallible> {
        self.seen().known.remove(id);
        Ok(())
    }
}

impl Seen {
    fn forget_past(&mut self, now: SystemTime) {
        while let Some((claim, id)) = self.order.front() {
            match self.known.get(id) {
                Some((known, until)) if known == claim && *until > now => return,
                _ => self.forget_first(),
            }
        }
    }

    fn forget_first(&mut self) {
        if let Some((claim, id)) = self.order.pop_front()
            && self
                .known
                .get(&id)
                .is_some_and(|(known, _)| *known == claim)
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
        store.claim(id, at(now), at(now + 10)).await.unwrap()
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
