//! One kind of record: what its list looks like, and how many there are.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::choice::Choices;
use super::identity::Identity;
use super::query::Query;
use super::selection::Selection;
use super::template::{Holes, Template, later, time};
use crate::spec::{ListSpec, Paging};

/// Parameters by which lists are narrowed to a time, both ends included: the documents say of none whether they are.
const SINCE: [&str; 3] = ["createdAt[0]", "start_created_date", "startDate"];
const UNTIL: [&str; 3] = ["createdAt[1]", "end_created_date", "endDate"];
/// The time that those mean.
const TIMES: [&str; 4] = ["createdAt", "created_date", "created_time", "started_at"];

/// A kind of record.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) paging: Paging,
    /// The whole example, its list emptied.
    pub(crate) envelope: Value,
    /// One record as it stands in the list.
    pub(crate) item: Value,
    /// The property that holds the id.
    pub(crate) key: String,
    pub(crate) identity: Identity,
    pub(crate) choices: Choices,
    pub(crate) template: Template,
    /// How many items a page has where no limit is asked for.
    pub(crate) presumed_limit: Option<u64>,
    time: Option<DateTime<Utc>>,
    count: AtomicU64,
}

impl Record {
    /// Takes the example of a list apart; nothing if it holds no record with an id. `parent` is the property of a record
    /// that holds the id of the one that it belongs to.
    pub(crate) fn new(
        list: &ListSpec,
        example: &Value,
        presumed_limit: Option<u64>,
        parent: Option<&str>,
        count: u64,
    ) -> Option<Self> {
        let item = example.pointer(&list.paging.items)?.get(0)?.clone();
        let key = list.paging.id.as_deref()?.strip_prefix('/')?.to_owned();
        let example_id = item.get(&key)?;
        let identity = Identity::like(example_id)?;
        let given = list.choices.iter().cloned();
        let choices = Choices::new(given.filter(|(name, _)| *name != key));
        let holes = Holes {
            key: &key,
            example_id,
            parent: parent.filter(|parent| *parent != key),
            choices: &choices,
        };
        let template = Template::new(&item, Some(""), &holes);
        let times = TIMES.iter().find_map(|name| item.get(*name)?.as_str());
        let mut envelope = example.clone();
        *envelope.pointer_mut(&list.paging.items)? = Value::Null;
        Some(Self {
            paging: list.paging.clone(),
            time: times.and_then(time).map(|(time, _)| time),
            count: AtomicU64::new(count.min(identity.capacity())),
            envelope,
            item,
            key,
            identity,
            choices,
            template,
            presumed_limit,
        })
    }

    /// How many there are by now.
    pub(crate) fn count(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }

    /// So many more come in front.
    pub(crate) fn grow(&self, by: u64) {
        let most = self.identity.capacity();
        let grown = |count: u64| Some(count.saturating_add(by).min(most));
        // It always gives a number, so it does not fail.
        let _ = self
            .count
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, grown);
    }

    /// Those of the first `count` that a request asks for, by time and by values.
    pub(crate) fn select(&self, query: Query<'_>, count: u64, seed: u64) -> Selection {
        let wanted: Vec<_> = query
            .0
            .iter()
            .filter_map(|(name, value)| Some((self.choices.index(name)?, value.as_str())))
            .collect();
        Selection::new(
            self.between(query, count, seed),
            &self.choices,
            &wanted,
            seed,
        )
    }

    fn between(&self, query: Query<'_>, count: u64, seed: u64) -> Range<u64> {
        let Some(first) = self.time else {
            return 0..count;
        };
        let given = |names: [&str; 3]| names.iter().find_map(|name| query.time(name));
        let begins = |number| first + later(number, seed);
        let start = given(SINCE).map_or(0, |since| {
            first_that(count, |number| begins(number) >= since)
        });
        let end = given(UNTIL).map_or(count, |until| {
            first_that(count, |number| begins(number) > until)
        });
        start..end
    }
}

/// The first number below `count` for which something holds that holds for all after it, too.
fn first_that(count: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::first_that;

    #[test]
    fn the_first_that_holds() {
        assert_eq!(first_that(10, |number| number >= 7), 7);
        assert_eq!(
            (first_that(10, |_| true), first_that(10, |_| false)),
            (0, 10)
        );
        assert_eq!(first_that(0, |_| true), 0);
    }
}
