//! What was asked for when the mock was built.

use std::time::Duration;

/// How the made-up data are, and what goes wrong with them. 0 is "never" everywhere.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Settings {
    /// How many records each list begins with; without it the documented examples are answered.
    pub(crate) records: Option<u64>,
    pub(crate) seed: u64,
    /// So many records come in front after each answer of a list.
    pub(crate) growth: u64,
    /// Every n-th record stands in its list twice.
    pub(crate) twice_every: u64,
    /// Every n-th record cannot be read.
    pub(crate) bad_every: u64,
    /// Every n-th answer of a list is held back for so long.
    pub(crate) slow: Option<(u64, Duration)>,
}
