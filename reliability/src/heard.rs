//! That what is told by `tracing` can be heard by the tests that listen, each on its own thread.

use std::sync::OnceLock;

use tracing::Dispatch;

/// A place in the code that is reached while nobody listens is switched off for the whole process until somebody does; one that is reached at
/// the very moment when the first one begins to stays off. With this there is always somebody, who does nothing with it.
pub fn always() {
    static NOBODY: OnceLock<Dispatch> = OnceLock::new();
    NOBODY.get_or_init(|| Dispatch::new(tracing_subscriber::registry()));
}
