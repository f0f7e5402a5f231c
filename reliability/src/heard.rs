//! That what is told by `tracing` can be heard by the tests that listen, each on its own thread.

use std::sync::OnceLock;

use tracing::span::{Attributes, Id, Record};
use tracing::{Dispatch, Event, Metadata, Subscriber};

/// Hears all, and does nothing with it.
struct Nobody;

impl Subscriber for Nobody {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// A place in the code that is reached while nobody listens is switched off for the whole process until somebody does; one that is reached at
/// the very moment when the first one begins to stays off. With this there is always somebody.
pub fn always() {
    static NOBODY: OnceLock<Dispatch> = OnceLock::new();
    NOBODY.get_or_init(|| Dispatch::new(Nobody));
}
