//! Data that are made up as they are asked for: any number of records in the form of the documented example, each made of its
//! number and the seed. Only what is created, changed or deleted is kept.

mod family;
mod identity;
mod listing;
mod live;
mod media;
pub(crate) mod mix;
mod query;
mod record;
mod rows;
mod selection;
mod sequence;
mod store;
mod template;
mod traits;
pub(crate) mod webhook;
mod window;
mod words;
mod world;

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::http::Method;
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

pub(crate) use listing::Listing;
pub(crate) use live::Live;
pub(crate) use world::World;

use self::family::{One, Role, What, overlay, roles};
use self::mix::mix_two;
use self::query::Query;
use self::record::{Found as Asked, Record};
use self::rows::Rows;
use self::sequence::Spot;
use self::store::{Kept, Origin};
use self::template::{Links, Which};
use self::window::window;
use self::world::{Likeness, Timeline, name};
use crate::spec::{EVENT_STREAM, Operation, Spec, text};

/// A record has this many of what belongs to it (messages of a call, say), or fewer.
const MOST_BELOW: u64 = 250;

/// All made-up data of a mock.
#[derive(Debug)]
pub(crate) struct Data {
    world: World,
    timeline: Timeline,
    /// By operation.
    roles: HashMap<String, Role>,
    listed: AtomicU64,
    /// How many seconds were let pass at once since the start.
    passed: AtomicI64,
    /// The address of the mock: links lead there.
    origin: OnceLock<String>,
}

/// What a good request gets.
#[derive(Debug)]
pub(crate) enum Found {
    /// The documented example: the operation has nothing to do with made-up records.
    Example,
    /// A part of a list, and for how long it is held back.
    List(Box<Listing>, Duration),
    /// Events, until nobody listens any more.
    Live(Live),
    /// One record, as JSON.
    One(Bytes),
    /// There is no record with this id.
    NoSuchRecord(&'static str),
    /// The list has no record after or before which to go on.
    NoSuchPlace(&'static str),
}

/// What a link leads to.
#[derive(Debug)]
pub(crate) struct Media {
    pub(crate) media_type: &'static str,
    pub(crate) bytes: Bytes,
    /// What tells these bytes from others.
    pub(crate) version: u64,
}

/// A record that an operation is about.
struct About {
    id: Value,
    likeness: Likeness,
    time: DateTime<Utc>,
    seconds: u64,
    parents: Vec<Value>,
    kept: Option<Arc<Kept>>,
}

impl About {
    fn is(&self, origin: Origin) -> bool {
        self.kept.as_ref().is_some_and(|kept| kept.origin == origin)
    }

    /// The record of a list as a template writes it.
    fn which<'a>(&'a self, list: &'a str, links: Links<'a>) -> Which<'a> {
        Which {
            id: &self.id,
            likeness: self.likeness,
            time: self.time,
            seconds: self.seconds,
            parents: &self.parents,
            links,
            list,
        }
    }
}

impl Data {
    pub(crate) fn new(spec: &Spec, world: World) -> Self {
        let now = world.now.unwrap_or_else(Utc::now);
        let after = |(every, after)| {
            (
                every,
                now.checked_add_signed(after)
                    .unwrap_or(DateTime::<Utc>::MAX_UTC),
            )
        };
        let timeline = Timeline {
            now,
            calls: world.calls,
            seed: world.seed,
            within: None,
            equal_times: world.equal_times,
            changed: world.changed.map(after),
            deleted: world.deleted.map(after),
            zones: world.zones,
        };
        Self {
            roles: roles(spec, timeline),
            world,
            timeline,
            listed: AtomicU64::new(0),
            passed: AtomicI64::new(0),
            origin: OnceLock::new(),
        }
    }

    /// Tells the address at which the mock listens, before it serves.
    pub(crate) fn listening(&self, origin: String) {
        let origin = self.origin.get_or_init(|| origin);
        for role in self.roles.values() {
            if let Role::List(record) = role {
                record.keep_example(origin, self.world.example);
            }
        }
    }

    fn origin(&self) -> &str {
        self.origin.get().map_or("", String::as_str)
    }

    fn links(&self) -> Links<'_> {
        let after = self.world.links_expire;
        Links {
            origin: self.origin(),
            until: after.and_then(|after| self.now().checked_add_signed(after)),
            now: self.now(),
        }
    }

    /// How many records a list has by now; nothing if it is not made up.
    pub(crate) fn count(&self, operation_id: &str) -> Option<u64> {
        self.turn();
        match self.roles.get(operation_id)? {
            Role::List(record) => Some(record.total()),
            Role::Below { .. } | Role::One(_) | Role::DeleteMany { .. } => None,
        }
    }

    /// What a good request gets. `path` gives the values in its path, `said` are those of its query and body.
    pub(crate) fn find<'p>(
        &self,
        operation: &Operation,
        path: impl Fn(&str) -> Option<&'p str>,
        said: &'p [(String, String)],
        body: &[u8],
    ) -> Found {
        let query = Query(said);
        self.turn();
        match self.roles.get(&operation.id) {
            None => self.live(operation).map_or(Found::Example, Found::Live),
            Some(Role::List(record)) => {
                let found = self.list(record, query, Vec::new());
                record.grow(self.world.growth);
                found
            }
            Some(Role::Below {
                record,
                of,
                parameter,
            }) => {
                let Some(call) = path(parameter).and_then(|id| about(of, id)) else {
                    return Found::NoSuchRecord("no call of the list has this id");
                };
                let is_example = call.is(Origin::Example);
                // Each record has its own, so their ids differ.
                let seed = mix_two(self.timeline.seed, name(&text(&call.id)));
                let count = if is_example {
                    1
                } else {
                    (call.seconds / 8).clamp(1, MOST_BELOW)
                };
                let record = record.of_call(seed, count, call.time, call.seconds);
                if is_example {
                    record.keep_example(self.origin(), true);
                }
                self.list(&Arc::new(record), query, vec![call.id])
            }
            Some(Role::One(one)) => {
                let Some(parameter) = one.parameter() else {
                    return self.create(one, body);
                };
                let id = path(parameter).or_else(|| query.text(parameter));
                let found = id.and_then(|id| self.shown(one, id).or_else(|| about(&one.of, id)));
                match found {
                    Some(found) => self.one(operation, one, &found, body),
                    None => Found::NoSuchRecord("no record of the list has this id"),
                }
            }
            Some(Role::DeleteMany { of, property }) => {
                let body: Value = serde_json::from_slice(body).unwrap_or_default();
                let ids = body[property].as_array().into_iter().flatten();
                let deleted = ids.filter(|id| delete(of, &text(id))).count();
                let example = serde_json::from_slice(&operation.success.1.body);
                let mut example: Value = example.unwrap_or_default();
                for value in example
                    .as_object_mut()
                    .into_iter()
                    .flat_map(|all| all.values_mut())
                {
                    if value.is_u64() {
                        *value = Value::from(deleted);
                    }
                }
                Found::One(Bytes::from(example.to_string()))
            }
        }
    }

    /// What a stream tells that goes on by itself: one that is only asked for. What answers something that was sent is as documented.
    fn live(&self, operation: &Operation) -> Option<Live> {
        let content = &operation.success.1;
        let is_stream = content.media_type.as_deref() == Some(EVENT_STREAM);
        if !is_stream || operation.method != Method::GET {
            return None;
        }
        let text = std::str::from_utf8(&content.body).ok()?;
        let lines = text.lines().filter_map(|line| line.strip_prefix("data: "));
        let example = serde_json::from_str(&lines.collect::<String>()).ok()?;
        Some(Live {
            shown: content.body.clone(),
            example,
            seed: mix_two(self.timeline.seed, name(&operation.id)),
            begun: self.now(),
            every: self.world.events_every,
            most: self.world.most_events,
        })
    }

    /// Lets the records know what has become of them by now.
    fn turn(&self) {
        let now = self.now();
        for role in self.roles.values() {
            if let Role::List(record) = role {
                record.turn(now);
            }
        }
    }

    /// The example, if the document shows this value of a parameter for it.
    fn shown(&self, one: &One, id: &str) -> Option<About> {
        let is_shown = one.shown.iter().any(|shown| shown == id);
        let example = one.of.item.get(&one.of.key)?;
        about(&one.of, &text(example)).filter(|_| is_shown)
    }

    fn list(&self, record: &Arc<Record>, query: Query<'_>, parents: Vec<Value>) -> Found {
        let asked = if self.world.filters_ignored {
            record.unfiltered(query)
        } else {
            query.0.to_vec()
        };
        let late = self.world.late.filter(|_| parents.is_empty());
        let late = late.map(|(every, by)| {
            let since = self.now().checked_sub_signed(by);
            (every, since.unwrap_or(DateTime::<Utc>::MIN_UTC))
        });
        let sequence = record.select(Query(&asked), record.count(), late);
        let rows = Rows {
            twice_every: self.world.twice_every,
        };
        let whole = rows.of(sequence.len());
        let total = self.world.most_listed.map_or(whole, |most| whole.min(most));
        let order = ["order", "sort", "sort_order"];
        let order = order.iter().find_map(|name| query.text(name));
        let ascending = order.is_some_and(|order| order.starts_with("asc"));
        let place = |id: &str| {
            let index = match record.find(id)? {
                Asked::MadeUp(place) => sequence.index_of(place)?,
                Asked::Kept(kept) => sequence.index_of_kept(&kept)?,
            };
            let (first, last) = rows.shown(index);
            Some(if ascending {
                (first, last)
            } else {
                (whole - 1 - last, whole - 1 - first)
            })
        };
        let Ok(window) = window(&record.paging, record.presumed_limit, query, total, place) else {
            return Found::NoSuchPlace("the list has no record with the id to go on from");
        };
        let listing = Listing {
            record: Arc::clone(record),
            sequence,
            rows,
            window,
            whole,
            told: total.saturating_add_signed(self.world.total_off_by),
            ascending,
            bad_every: self.world.bad_every,
            parents,
            origin: self.origin().to_owned(),
            until: self.links().until,
            now: self.now(),
        };
        let nth = self.listed.fetch_add(1, Ordering::Relaxed) + 1;
        let slow = self.world.slow;
        let delay = slow.filter(|(every, _)| *every > 0 && nth.is_multiple_of(*every));
        Found::List(
            Box::new(listing),
            delay.map(|(_, delay)| delay).unwrap_or_default(),
        )
    }

    /// What an operation answers about a record, which it may change or delete.
    fn one(&self, operation: &Operation, one: &One, found: &About, body: &[u8]) -> Found {
        let is_example = found.is(Origin::Example);
        let id = text(&found.id);
        let mut answer = if operation.success.1.body.is_empty() {
            Vec::new()
        } else if is_example {
            let example = String::from_utf8_lossy(&operation.success.1.body);
            let link = |kind| {
                media::link(
                    self.origin(),
                    &one.of.list,
                    &found.id,
                    kind,
                    self.links().until,
                )
            };
            media::relinked(&example, &one.links, link).into_bytes()
        } else {
            self.written(one, found)
        };
        match &one.what {
            What::Read(_) | What::Create => {}
            What::Delete(_) => {
                delete(&one.of, &id);
            }
            What::Change(_) => {
                let change: Value = serde_json::from_slice(body).unwrap_or_default();
                let mut changed: Value = serde_json::from_slice(&answer).unwrap_or_default();
                let place = one.place.as_deref().unwrap_or_default();
                if let Some(record) = changed.pointer_mut(place) {
                    overlay(record, &change, false);
                }
                let mut item = Vec::new();
                let spot = match (&found.kept, one.of.find(&id)) {
                    (Some(kept), _) => Spot::Kept(Arc::clone(kept)),
                    (None, Some(Asked::MadeUp(place))) => Spot::MadeUp(place),
                    (None, _) => return Found::One(Bytes::from(answer)),
                };
                one.of.write(&spot, &[], self.links(), &mut item);
                let mut item: Value = serde_json::from_slice(&item).unwrap_or_default();
                overlay(&mut item, &change, false);
                delete(&one.of, &id);
                keep(&one.of, found, item, Origin::Changed);
                answer = changed.to_string().into_bytes();
            }
        }
        Found::One(Bytes::from(answer))
    }

    /// What the document shows of one record, filled in.
    fn written(&self, one: &One, found: &About) -> Vec<u8> {
        let which = found.which(&one.of.list, self.links());
        let mut out = Vec::new();
        one.template.write(which, &one.traits, &mut out);
        let Some(kept) = &found.kept else {
            return out;
        };
        let mut answer: Value = serde_json::from_slice(&out).unwrap_or_default();
        let place = one.place.as_deref().unwrap_or_default();
        if one.key == one.of.key
            && let Some(record) = answer.pointer_mut(place)
        {
            overlay(record, &kept.item, true);
            if kept.origin == Origin::Created {
                without(record, &one.afterwards, &kept.item);
            }
        }
        answer.to_string().into_bytes()
    }

    /// Makes a record of what was sent, as new as can be.
    fn create(&self, one: &One, body: &[u8]) -> Found {
        let id = one.of.new_id();
        let likeness = Likeness {
            seed: self.timeline.seed,
            slot: 0,
            number: name(&text(&id)),
        };
        let found = About {
            likeness,
            time: self.now(),
            seconds: likeness.seconds(),
            parents: one.of.parents_of(0),
            kept: None,
            id,
        };
        let sent: Value = serde_json::from_slice(body).unwrap_or_default();
        let mut answer: Value =
            serde_json::from_slice(&self.written(one, &found)).unwrap_or_default();
        let place = one.place.as_deref().unwrap_or_default();
        let mut item = self.item_of(one, &found);
        let before = item.clone();
        if let Some(record) = answer.pointer_mut(place) {
            overlay(record, &sent, false);
            overlay(&mut item, record, false);
            overlay(&mut item, &sent, false);
        }
        one.of.traits.put_back(&mut item, &before);
        without(&mut item, &one.of.afterwards, &Value::Null);
        keep(&one.of, &found, item, Origin::Created);
        Found::One(Bytes::from(answer.to_string()))
    }

    /// A new record as it stands in the list.
    fn item_of(&self, one: &One, found: &About) -> Value {
        let which = found.which(&one.of.list, self.links());
        let mut item = Vec::new();
        one.of.template.write(which, &one.of.traits, &mut item);
        serde_json::from_slice(&item).unwrap_or_default()
    }

    /// What is at a path of recordings and transcripts; `None` if it is no such path.
    pub(crate) fn media(&self, path: &str) -> Option<Option<Media>> {
        let (list, id, kind) = media::asked(path)?;
        self.turn();
        let found = match self.roles.get(list) {
            Some(Role::List(record)) => about(record, &id),
            _ => None,
        };
        let is_there = |about: &About| {
            let after = TimeDelta::try_seconds(i64::try_from(about.seconds).unwrap_or_default());
            let after = self
                .world
                .recordings_after
                .checked_add(&after.unwrap_or_default());
            let since = after.and_then(|after| about.time.checked_add_signed(after));
            self.world.recordings_after.is_zero() || since.is_some_and(|since| since <= self.now())
        };
        let found = found.filter(is_there);
        Some(found.map(|found| Media {
            media_type: kind.media_type(),
            bytes: Bytes::from(kind.bytes(found.seconds, name(&id))),
            version: mix_two(found.seconds, name(&id)),
        }))
    }

    /// What the mock takes for the present.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let passed = TimeDelta::try_seconds(self.passed.load(Ordering::Relaxed));
        let now = self.world.now.unwrap_or_else(Utc::now);
        now.checked_add_signed(passed.unwrap_or_default())
            .unwrap_or(now)
    }

    /// Lets so much time pass at once.
    pub(crate) fn pass(&self, time: Duration) {
        let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
        let passed = |passed: i64| Some(passed.saturating_add(seconds));
        // It always gives a number, so it does not fail.
        let _ = self
            .passed
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, passed);
    }
}

/// What is known of the record with this id.
fn about(record: &Record, id: &str) -> Option<About> {
    Some(match record.find(id)? {
        Asked::MadeUp(place) => {
            let likeness = record.likeness(place);
            About {
                id: record.id(place),
                likeness,
                time: record.timeline.at(place.number),
                seconds: likeness.seconds(),
                parents: record.parents_of(place.slot),
                kept: None,
            }
        }
        Asked::Kept(kept) => About {
            id: kept.id.clone(),
            likeness: Likeness {
                seed: record.timeline.seed,
                slot: 0,
                number: name(&text(&kept.id)),
            },
            time: kept.time,
            seconds: kept.seconds,
            parents: record.parents_of(0),
            kept: Some(kept),
        },
    })
}

/// Takes properties away that another record has not either.
fn without(record: &mut Value, names: &[String], other: &Value) {
    if let Some(record) = record.as_object_mut() {
        record.retain(|name, _| !names.contains(name) || other.get(name).is_some());
    }
}

/// Lets a record be no more; whether it was there.
fn delete(record: &Record, id: &str) -> bool {
    let Some(found) = record.find(id) else {
        return false;
    };
    let mut store = record.store();
    match found {
        Asked::MadeUp(place) => store.gone.insert(place),
        Asked::Kept(kept) => store.kept.remove(&text(&kept.id)).is_some(),
    }
}

fn keep(record: &Record, found: &About, item: Value, origin: Origin) {
    let kept = Kept {
        id: found.id.clone(),
        time: found.time,
        seconds: found.seconds,
        item,
        origin,
        is_listed: found.kept.as_ref().is_none_or(|kept| kept.is_listed),
    };
    let mut store = record.store();
    store.kept.insert(text(&kept.id), Arc::new(kept));
}
