//! What was created, changed or deleted through the API. Nothing else is remembered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::selection::Place;

/// A record that is not made up by its number.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) id: Value,
    pub(crate) time: DateTime<Utc>,
    pub(crate) seconds: u64,
    /// As it stands in the list.
    pub(crate) item: Value,
    pub(crate) origin: Origin,
    /// Else it is only found by its id.
    pub(crate) is_listed: bool,
}

/// Why a record is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It is the document's own, whose detail is an example, too.
    Example,
    Created,
    Changed,
}

#[derive(Debug, Default)]
pub(crate) struct Store {
    /// By id as text.
    pub(crate) kept: BTreeMap<String, Arc<Kept>>,
    /// Made-up records that are no more, or in whose place one is kept.
    pub(crate) gone: BTreeSet<Place>,
    /// How many were created.
    pub(crate) created: u64,
}
