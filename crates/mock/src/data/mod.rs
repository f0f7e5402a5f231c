//! Data that are made up as they are asked for: any number of records in the form of the documented example, each made of its
//! number and the seed, none of them kept.

mod choice;
mod family;
mod identity;
mod listing;
pub(crate) mod mix;
mod query;
mod record;
mod rows;
mod selection;
mod settings;
mod template;
mod window;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use serde_json::Value;

pub(crate) use listing::Listing;
pub(crate) use settings::Settings;

use self::family::{Role, roles};
use self::mix::mix_two;
use self::query::Query;
use self::record::Record;
use self::rows::Rows;
use self::template::Which;
use self::window::window;
use crate::spec::{Operation, Spec};

/// A record has this many of what belongs to it (messages of a call, say), or fewer.
const MOST_BELOW: u64 = 250;

/// All made-up data of a mock.
#[derive(Debug)]
pub(crate) struct Data {
    settings: Settings,
    /// By operation.
    roles: HashMap<String, Role>,
    listed: AtomicU64,
}

/// What a good request gets.
#[derive(Debug)]
pub(crate) enum Found {
    /// The documented example: the operation has nothing to do with made-up records.
    Example,
    /// A part of a list, and for how long it is held back.
    List(Listing, Duration),
    /// One record, as JSON.
    One(Bytes),
    /// There is no record with this id.
    NoSuchRecord(&'static str),
    /// The list has no record after or before which to go on.
    NoSuchPlace(&'static str),
}

impl Data {
    /// The data of a provider; nothing is made up unless a number of records was asked for.
    pub(crate) fn new(spec: &Spec, settings: Settings) -> Self {
        let roles = settings.records.map(|count| roles(spec, count));
        Self {
            settings,
            roles: roles.unwrap_or_default(),
            listed: AtomicU64::new(0),
        }
    }

    /// How many records a list has by now; nothing if it is not made up.
    pub(crate) fn count(&self, operation_id: &str) -> Option<u64> {
        match self.roles.get(operation_id)? {
            Role::List(record) => Some(record.count()),
            Role::Below { .. } | Role::One { .. } => None,
        }
    }

    /// What a good request gets. `path` gives the values in its path, `said` are those of its query and body.
    pub(crate) fn find<'p>(
        &self,
        operation: &Operation,
        path: impl Fn(&str) -> Option<&'p str>,
        said: &'p [(String, String)],
    ) -> Found {
        let query = Query(said);
        let seed = self.settings.seed;
        match self.roles.get(&operation.id) {
            None => Found::Example,
            Some(Role::List(record)) => {
                let found = self.list(record, record.count(), seed, None, query);
                record.grow(self.settings.growth);
                found
            }
            Some(Role::Below {
                record,
                of,
                parameter,
            }) => {
                let Some((number, id)) = which(of, seed, path(parameter)) else {
                    return Found::NoSuchRecord("no call of the list has this id");
                };
                // Each record has its own, so their ids differ.
                let seed = mix_two(seed, number);
                self.list(record, 1 + seed % MOST_BELOW, seed, Some(id), query)
            }
            Some(Role::One {
                of,
                parameter,
                template,
            }) => {
                let given = path(parameter).or_else(|| query.text(parameter));
                let Some((number, id)) = which(of, seed, given) else {
                    return Found::NoSuchRecord("no record of the list has this id");
                };
                let which = Which {
                    number,
                    seed,
                    parent: Some(&id),
                };
                let mut out = Vec::new();
                template.write(which, &of.identity, &of.choices, &mut out);
                Found::One(Bytes::from(out))
            }
        }
    }

    fn list(
        &self,
        record: &Arc<Record>,
        count: u64,
        seed: u64,
        parent: Option<Value>,
        query: Query<'_>,
    ) -> Found {
        let selection = record.select(query, count, seed);
        let rows = Rows {
            twice_every: self.settings.twice_every,
        };
        let total = rows.of(selection.len());
        let order = query.text("order").or_else(|| query.text("sort_order"));
        let ascending = order.is_some_and(|order| order.starts_with("asc"));
        let place = |id: &str| {
            let number = record.identity.number(id, seed)?;
            let (first, last) = rows.shown(selection.index(number)?);
            Some(if ascending {
                (first, last)
            } else {
                (total - 1 - last, total - 1 - first)
            })
        };
        let Ok(window) = window(&record.paging, record.presumed_limit, query, total, place) else {
            return Found::NoSuchPlace("the list has no record with the id to go on from");
        };
        let listing = Listing {
            record: Arc::clone(record),
            selection,
            rows,
            window,
            ascending,
            seed,
            bad_every: self.settings.bad_every,
            parent,
        };
        let nth = self.listed.fetch_add(1, Ordering::Relaxed) + 1;
        let slow = self.settings.slow;
        let delay = slow.filter(|(every, _)| *every > 0 && nth.is_multiple_of(*every));
        Found::List(listing, delay.map(|(_, delay)| delay).unwrap_or_default())
    }
}

/// Number and id of the record that has this id.
fn which(record: &Record, seed: u64, id: Option<&str>) -> Option<(u64, Value)> {
    let number = record.identity.number(id?, seed)?;
    (number < record.count()).then(|| (number, record.identity.id(number, seed)))
}
