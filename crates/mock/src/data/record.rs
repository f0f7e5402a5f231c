//! One kind of record: what its list looks like, how many there are, and which a request asks for.

use std::collections::{BTreeMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::identity::Identity;
use super::media;
use super::query::Query;
use super::selection::{Place, Selection};
use super::sequence::{Sequence, Spot};
use super::store::{Kept, Origin, Store};
use super::template::{Holes, Links, Template, Which, time_of};
use super::traits::{Traits, single};
use super::world::{Likeness, PERIOD, Timeline, is_nth, name};
use crate::spec::{Filter, Location, Operation, Paging, RelationKind, Shape, snake, text};

/// So many of what calls belong to (leads, invoices) have calls of their own at a time.
const MOST_SLOTS: u64 = 1024;
/// So many more records than at the start have an id.
const ROOM: u64 = 100_000;

/// In seconds: no call of a document is that long.
const HALF_A_DAY: i64 = 12 * 60 * 60;

/// Ends of the names of parameters that compare a property: `createdAtGe`, `start_timestamp.lower_threshold`.
const COMPARED: [(&str, Bound); 6] = [
    ("Ge", Bound::AtLeast),
    ("Gt", Bound::Above),
    ("Le", Bound::AtMost),
    ("Lt", Bound::Below),
    (".lower_threshold", Bound::AtLeast),
    (".upper_threshold", Bound::AtMost),
];

/// What a time is compared for. The documents say of few bounds whether they belong to the stretch; here they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    AtLeast,
    Above,
    AtMost,
    Below,
}

impl Bound {
    fn holds(self, time: DateTime<Utc>, bound: DateTime<Utc>) -> bool {
        match self {
            Self::AtLeast => time >= bound,
            Self::Above => time > bound,
            Self::AtMost => time <= bound,
            Self::Below => time < bound,
        }
    }
}

/// A kind of record.
#[derive(Debug)]
pub(crate) struct Record {
    /// The operation that lists them.
    pub(crate) list: String,
    pub(crate) paging: Paging,
    /// The whole example, its list emptied.
    pub(crate) envelope: Value,
    /// One record as it stands in the list.
    pub(crate) item: Value,
    /// The property that holds the id.
    pub(crate) key: String,
    pub(crate) identity: Identity,
    pub(crate) traits: Traits,
    pub(crate) template: Template,
    /// How many items a page has where no limit is asked for.
    pub(crate) presumed_limit: Option<u64>,
    pub(crate) timeline: Timeline,
    /// When the example's call was made, and how long it took.
    pub(crate) time: Option<DateTime<Utc>>,
    pub(crate) seconds: Option<f64>,
    links: Vec<(String, media::Kind)>,
    /// What parameters ask for whose names do not tell.
    filters: BTreeMap<String, Filter>,
    /// Properties of an item that it has only once the call is over.
    pub(crate) afterwards: Vec<String>,
    /// Where the item says so.
    pub(crate) seconds_at: Option<String>,
    /// What the records belong to: a parameter, and the property that holds the same.
    pub(crate) parents: Vec<Parent>,
    /// Parameters that narrow the list to a time.
    bounds: Vec<(String, Bound)>,
    /// Parameters that name a record of another list, which these do not tell.
    hidden: Vec<String>,
    /// How many numbers each slot has.
    span: u64,
    slots: Mutex<BTreeMap<u64, Slot>>,
    pub(crate) store: Mutex<Store>,
    count: AtomicU64,
    /// Every n-th is another one by now, or none; 0 is none of them.
    changed: AtomicU64,
    deleted: AtomicU64,
}

/// Something that records belong to, and without which they are not listed: a lead, an invoice.
#[derive(Debug)]
pub(crate) struct Parent {
    parameter: String,
    pub(crate) property: String,
    example: Value,
}

/// By which names a lead or an invoice was asked for, by parent.
type Slot = Vec<Option<Value>>;

/// A record, found by its id.
#[derive(Clone, Debug)]
pub(crate) enum Found {
    MadeUp(Place),
    Kept(Arc<Kept>),
}

/// What a list is of, beside its own example.
pub(crate) struct Of<'a> {
    /// The property of a record that holds the id of the one that it belongs to.
    pub(crate) parent: Option<&'a str>,
    /// Nouns of all lists: a parameter that names one is about its records.
    pub(crate) nouns: &'a [String],
}

impl Record {
    /// Takes the example of a list apart; nothing if it holds no record with an id.
    pub(crate) fn new(
        operation: &Operation,
        document: &Value,
        timeline: Timeline,
        of: &Of<'_>,
    ) -> Option<Self> {
        let paging = operation.list.as_ref()?;
        let example: Value = serde_json::from_slice(&operation.success.1.body).ok()?;
        let item = example.pointer(&paging.items)?.get(0)?.clone();
        let key = paging.id.as_deref()?.strip_prefix('/')?.to_owned();
        let example_id = item.get(&key)?;
        let identity = Identity::like(example_id)?;
        let answer = operation.response.as_ref();
        let shape = answer.map(|schema| Shape::new(document, schema));
        let shape = shape.and_then(|shape| shape.at(&paging.items)?.items());

        let facts = &operation.facts;
        let time_at = facts
            .created_at
            .clone()
            .or_else(|| facts.started_at.clone());
        let time_at = time_at.or_else(|| {
            let mut members = item.as_object()?.iter();
            let found = members.find(|(_, value)| time_of(value).is_some());
            found.map(|(name, _)| format!("/{name}"))
        });
        let time = time_at.as_deref().and_then(|at| time_of(item.pointer(at)?));
        let (seconds_at, parts) = match (&facts.duration_seconds, &facts.duration_milliseconds) {
            (None, Some(at)) => (Some(at.clone()), 1000.0),
            (at, _) => (at.clone(), 1.0),
        };
        let length = seconds_at
            .as_deref()
            .and_then(|at| item.pointer(at)?.as_f64());
        let seconds = length.map(|length| length / parts);
        // Of a call whose length is nowhere told, its times tell it.
        let seconds = seconds.or_else(|| {
            let members = item.as_object()?.values();
            let last = members.filter_map(time_of).max()?;
            let took = (last - time?).num_seconds();
            (facts.id.is_some() && (1..HALF_A_DAY).contains(&took)).then_some(took as f64)
        });

        let parents = parents(operation, &item);
        let properties: Vec<String> = match of.parent {
            Some(parent) if parent != key => vec![parent.to_owned()],
            _ => parents
                .iter()
                .map(|parent| parent.property.clone())
                .collect(),
        };
        let fixed = properties.iter().map(String::as_str).chain([key.as_str()]);
        let mut traits = Traits::new(&item, shape, &fixed.collect::<HashSet<_>>());
        for filter in facts
            .filters
            .values()
            .filter(|filter| !filter.means.is_empty())
        {
            traits.add(&filter.at, filter.means.values().copied().map(Value::from));
        }
        let asked: Vec<String> = query(operation).map(ToOwned::to_owned).collect();
        let links = media::links(&item, facts.recording_url.as_deref());
        let holes = Holes {
            key: &key,
            example_id,
            parents: &properties,
            traits: &traits,
            time,
            seconds,
            cost: facts.cost.as_deref(),
            links: &links,
            asked: &asked,
            noun: None,
            own: &[],
            is_part: of.parent.is_some(),
            zones: timeline.zones,
        };
        let template = Template::new(&item, Some(""), &holes);
        let mut bounds = Vec::new();
        for (parameter, bound) in [
            (&facts.since, Bound::AtLeast),
            (&facts.until, Bound::AtMost),
        ] {
            bounds.extend(parameter.clone().map(|parameter| (parameter, bound)));
        }
        let time_name = time_at.as_deref().unwrap_or_default();
        let time_name = time_name.trim_start_matches('/');
        let compared = COMPARED.iter();
        bounds.extend(compared.map(|(end, bound)| (format!("{time_name}{end}"), *bound)));
        let hidden = query(operation).filter(|parameter| {
            let about = single(parameter);
            let noun = about.strip_suffix("_id");
            noun.is_some_and(|noun| of.nouns.iter().any(|known| known == noun))
                && traits.asked(parameter).is_none()
                && !item
                    .as_object()
                    .is_some_and(|item| item.keys().any(|key| snake(key) == about))
        });
        let hidden = hidden.map(ToOwned::to_owned).collect();

        let afterwards = afterwards(&item, shape, seconds_at.as_deref(), time);
        let capacity = identity.capacity();
        let slots = if parents.is_empty() {
            1
        } else {
            (capacity / (timeline.calls.saturating_add(ROOM))).clamp(1, MOST_SLOTS)
        };
        let span = capacity / slots / PERIOD * PERIOD;
        let examples = parents.iter().map(|parent| Some(parent.example.clone()));
        let examples = examples.collect();
        let mut envelope = example.clone();
        *envelope.pointer_mut(&paging.items)? = Value::Null;
        Some(Self {
            list: operation.id.clone(),
            paging: paging.clone(),
            envelope,
            presumed_limit: presumed_limit(operation),
            slots: Mutex::new(BTreeMap::from([(0, examples)])),
            store: Mutex::default(),
            count: AtomicU64::new(timeline.calls.min(span)),
            changed: AtomicU64::new(0),
            deleted: AtomicU64::new(0),
            item,
            key,
            identity,
            traits,
            template,
            timeline,
            time,
            seconds,
            seconds_at,
            parents,
            bounds,
            hidden,
            filters: facts.filters.clone(),
            links,
            afterwards,
            span,
        })
    }

    /// The same for what belongs to one call: so many, in the time that it took.
    pub(crate) fn of_call(&self, seed: u64, count: u64, time: DateTime<Utc>, seconds: u64) -> Self {
        let timeline = Timeline {
            calls: count,
            seed,
            within: Some((time, seconds)),
            ..self.timeline
        };
        Self {
            list: self.list.clone(),
            paging: self.paging.clone(),
            envelope: self.envelope.clone(),
            item: self.item.clone(),
            key: self.key.clone(),
            identity: self.identity.clone(),
            traits: self.traits.clone(),
            template: self.template.clone(),
            presumed_limit: self.presumed_limit,
            timeline,
            time: self.time,
            seconds: self.seconds,
            links: self.links.clone(),
            filters: BTreeMap::new(),
            afterwards: self.afterwards.clone(),
            seconds_at: self.seconds_at.clone(),
            parents: Vec::new(),
            bounds: self.bounds.clone(),
            hidden: Vec::new(),
            span: self.span,
            slots: Mutex::default(),
            store: Mutex::default(),
            count: AtomicU64::new(count),
            changed: AtomicU64::new(0),
            deleted: AtomicU64::new(0),
        }
    }

    /// What has become of them by now.
    pub(crate) fn turn(&self, now: DateTime<Utc>) {
        let by_now = |turn: Option<(u64, DateTime<Utc>)>| {
            let turn = turn.filter(|(_, since)| *since <= now);
            turn.map_or(0, |(every, _)| every)
        };
        let (changed, deleted) = (self.timeline.changed, self.timeline.deleted);
        self.changed.store(by_now(changed), Ordering::Relaxed);
        self.deleted.store(by_now(deleted), Ordering::Relaxed);
    }

    /// Whether it is no more, of itself.
    fn is_deleted(&self, number: u64) -> bool {
        is_nth(self.deleted.load(Ordering::Relaxed), number)
    }

    /// Puts the document's own record into the list, in the place of the oldest; or only beside it.
    pub(crate) fn keep_example(&self, origin: &str, is_listed: bool) {
        if self.count() == 0 {
            return;
        }
        let id = self.item.get(&self.key).cloned().unwrap_or_default();
        let mut item = self.item.clone();
        for (at, kind) in &self.links {
            if let Some(place) = item.pointer_mut(at) {
                *place = media::link(origin, &self.list, &id, *kind, None).into();
            }
        }
        let kept = Kept {
            time: self.time.unwrap_or(self.timeline.now),
            seconds: self.seconds.unwrap_or_default() as u64,
            item,
            origin: Origin::Example,
            id,
            is_listed,
        };
        let mut store = self.store();
        if is_listed {
            store.gone.insert(Place { slot: 0, number: 0 });
        }
        store.kept.insert(text(&kept.id), Arc::new(kept));
    }

    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        // Nothing is left half-done under this lock.
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn slots(&self) -> MutexGuard<'_, BTreeMap<u64, Slot>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many each list has, but for what was created and deleted.
    pub(crate) fn count(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }

    /// How many there are by now.
    pub(crate) fn total(&self) -> u64 {
        let store = self.store();
        let (count, period) = (self.count(), PERIOD);
        let deleted =
            |below: u64| (0..below).filter(|number| self.is_deleted(*number)).count() as u64;
        let deleted = count / period * deleted(period) + deleted(count % period);
        let gone = store
            .gone
            .iter()
            .filter(|place| !self.is_deleted(place.number));
        let kept = store.kept.values().filter(|kept| kept.is_listed);
        (count + kept.count() as u64).saturating_sub(deleted + gone.count() as u64)
    }

    /// So many more come in front.
    pub(crate) fn grow(&self, by: u64) {
        let grown = |count: u64| Some(count.saturating_add(by).min(self.span));
        // It always gives a number, so it does not fail.
        let _ = self
            .count
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, grown);
    }

    /// The record that has this id.
    pub(crate) fn find(&self, id: &str) -> Option<Found> {
        let store = self.store();
        if let Some(kept) = store
            .kept
            .get(id)
            .or_else(|| store.kept.get(&id.to_lowercase()))
        {
            return Some(Found::Kept(Arc::clone(kept)));
        }
        let number = self.identity.number(id, self.timeline.seed)?;
        let place = Place {
            slot: number / self.span,
            number: number % self.span,
        };
        let is_there = place.number < self.count()
            && place.slot < self.capacity()
            && !self.is_deleted(place.number)
            && !store.gone.contains(&place);
        is_there.then_some(Found::MadeUp(place))
    }

    /// How many slots there can be.
    fn capacity(&self) -> u64 {
        if self.parents.is_empty() {
            1
        } else {
            (self.identity.capacity() / self.span.max(1)).min(MOST_SLOTS)
        }
    }

    /// An id that no made-up record has.
    pub(crate) fn new_id(&self) -> Value {
        let mut store = self.store();
        store.created += 1;
        let last = self.identity.capacity() - 1;
        self.identity
            .id(last.saturating_sub(store.created), self.timeline.seed)
    }

    pub(crate) fn id(&self, place: Place) -> Value {
        let number = place.slot * self.span + place.number;
        self.identity.id(number, self.timeline.seed)
    }

    pub(crate) fn likeness(&self, place: Place) -> Likeness {
        let is_changed = is_nth(self.changed.load(Ordering::Relaxed), place.number);
        Likeness {
            seed: self.timeline.seed ^ u64::from(is_changed),
            slot: place.slot,
            number: place.number,
        }
    }

    /// The ids of what a record belongs to.
    pub(crate) fn parents_of(&self, slot: u64) -> Vec<Value> {
        if self.parents.is_empty() {
            return Vec::new();
        }
        let slots = self.slots();
        let unnamed = Vec::new();
        let names = slots.get(&slot).unwrap_or(&unnamed);
        (0..self.parents.len())
            .map(|index| self.named(index, slot, names))
            .collect()
    }

    /// A record as it stands in the list.
    pub(crate) fn write(
        &self,
        spot: &Spot,
        parents: &[Value],
        links: Links<'_>,
        out: &mut Vec<u8>,
    ) {
        match spot {
            Spot::Kept(kept) => out.extend_from_slice(kept.item.to_string().as_bytes()),
            Spot::MadeUp(place) => {
                let id = self.id(*place);
                let likeness = self.likeness(*place);
                let own;
                let which = Which {
                    id: &id,
                    likeness,
                    time: self.timeline.at(place.number),
                    seconds: likeness.seconds(),
                    parents: if parents.is_empty() {
                        own = self.parents_of(place.slot);
                        &own
                    } else {
                        parents
                    },
                    links,
                    list: &self.list,
                };
                self.template.write(which, &self.traits, out);
            }
        }
    }

    /// Those of the first `count` that a request asks for, in its order.
    ///
    /// Of `late`, every n-th that was made after that time is not there yet.
    pub(crate) fn select(
        &self,
        query: Query<'_>,
        count: u64,
        late: Option<(u64, DateTime<Utc>)>,
    ) -> Sequence {
        let slots = self.asked_slots(query);
        let parents: Vec<(&Parent, Vec<&str>)> = self
            .parents
            .iter()
            .map(|parent| (parent, query.all(&parent.parameter)))
            .filter(|(_, values)| !values.is_empty())
            .collect();
        let mut wanted: Vec<(usize, Vec<&str>)> = Vec::new();
        for (name, value) in query.0 {
            let is_parent = self.parents.iter().any(|parent| parent.parameter == *name);
            let filter = self.filters.get(name);
            let index = match filter {
                Some(filter) => self.traits.index(&filter.at),
                None => self.traits.asked(name),
            };
            let Some(index) = index.filter(|_| !is_parent) else {
                continue;
            };
            // What a value means, or the value itself.
            let values = value.split(',').map(|value| {
                let meant = filter.and_then(|filter| filter.means.get(value));
                meant.map_or(value, |meant| if *meant { "true" } else { "false" })
            });
            match wanted.iter_mut().find(|(known, _)| *known == index) {
                Some((_, known)) => known.extend(values),
                None => wanted.push((index, values.collect())),
            }
        }
        let bounds: Vec<(Bound, DateTime<Utc>)> = self
            .bounds
            .iter()
            .filter_map(|(parameter, bound)| Some((*bound, query.time(parameter)?)))
            .collect();
        // Of one call, say, there is a share of the records, whichever it is.
        let share: Vec<u64> = self
            .hidden
            .iter()
            .filter_map(|parameter| query.text(parameter))
            .map(|value| name(value) % count.clamp(1, PERIOD))
            .collect();
        let numbers = bounds.iter().fold(0..count, |numbers, (bound, time)| {
            let holds = |number| bound.holds(self.timeline.at(number), *time);
            match bound {
                Bound::AtLeast | Bound::Above => {
                    numbers.start.max(first_that(count, holds))..numbers.end
                }
                Bound::AtMost | Bound::Below => {
                    let end = first_that(count, |number| !holds(number));
                    numbers.start..numbers.end.min(end)
                }
            }
        });
        let id = query
            .0
            .iter()
            .find(|(name, _)| single(name) == snake(&self.key));
        let id = id.map(|(_, id)| (id, self.find(id)));
        let (numbers, slots) = match &id {
            Some((_, Some(Found::MadeUp(place)))) => {
                let only = place.number..place.number + 1;
                let numbers = numbers.start.max(only.start)..numbers.end.min(only.end);
                (numbers, vec![place.slot])
            }
            Some(_) => (0..0, slots),
            None => (numbers, slots),
        };
        let fits = |place: Place| {
            let likeness = self.likeness(place);
            let has = |(index, values): &(usize, Vec<&str>)| {
                let value = text(self.traits.value(*index, likeness));
                values.contains(&value.as_str())
            };
            !self.is_deleted(place.number)
                && share.iter().all(|rest| *rest == place.number)
                && wanted.iter().all(has)
        };
        let by_length = self.sorted_by_length(query);
        let length = |place: Place| self.likeness(place).seconds();
        let key: Option<&dyn Fn(Place) -> u64> = if by_length { Some(&length) } else { None };
        let store = self.store();
        let late = late.into_iter().flat_map(|(every, since)| {
            let first = first_that(count, |number| self.timeline.at(number) > since);
            let numbers = (first..count).filter(move |number| number.checked_rem(every) == Some(0));
            numbers.flat_map(|number| slots.iter().map(move |&slot| Place { slot, number }))
        });
        let gone = store.gone.iter().copied().chain(late);
        let selection = Selection::new(numbers, &slots, fits, key, gone);

        let kept_fits = |kept: &Kept| {
            let at = |pointer: &str| kept.item.pointer(pointer).map(text);
            share.is_empty()
                && kept.is_listed
                && id.as_ref().is_none_or(|(id, _)| text(&kept.id) == **id)
                && bounds
                    .iter()
                    .all(|(bound, time)| bound.holds(kept.time, *time))
                && wanted.iter().all(|(index, values)| {
                    let value = at(self.traits.at(*index));
                    value.is_some_and(|value| values.contains(&value.as_str()))
                })
                && parents.iter().all(|(parent, values)| {
                    let value = at(&format!("/{}", parent.property));
                    value.is_some_and(|value| values.contains(&value.as_str()))
                })
        };
        let kept = store.kept.values().filter(|kept| kept_fits(kept));
        let mut kept: Vec<Arc<Kept>> = kept.cloned().collect();
        drop(store);
        if by_length {
            kept.sort_by_key(|kept| kept.seconds);
        } else {
            kept.sort_by_key(|kept| kept.time);
        }
        let before = |kept: &Kept| {
            if by_length {
                selection.before_key(kept.seconds)
            } else {
                let later = |number| self.timeline.at(number) > kept.time;
                selection.before_number(first_that(count, later))
            }
        };
        let before: Vec<u64> = kept.iter().map(|kept| before(kept)).collect();
        Sequence::new(selection, kept, &before)
    }

    /// What is asked for without what narrows the list to some of its records.
    pub(crate) fn unfiltered(&self, query: Query<'_>) -> Vec<(String, String)> {
        let narrows = |name: &str| {
            self.traits.asked(name).is_some()
                || self.filters.contains_key(name)
                || self.bounds.iter().any(|(bound, _)| bound == name)
        };
        let pairs = query.0.iter().filter(|(name, _)| !narrows(name));
        pairs.cloned().collect()
    }

    /// Whether a parameter asks for the property that tells the length to be what is sorted by.
    fn sorted_by_length(&self, query: Query<'_>) -> bool {
        let Some(length) = &self.seconds_at else {
            return false;
        };
        let length = length.trim_start_matches('/');
        let is_sorting = |name: &str| name.to_ascii_lowercase().starts_with("sort");
        let mut pairs = query.0.iter();
        pairs.any(|(name, value)| is_sorting(name) && value == length)
    }

    /// The slots of what is asked for. What was not asked for before gets one of its own.
    fn asked_slots(&self, query: Query<'_>) -> Vec<u64> {
        let asked: Vec<(usize, Vec<&str>)> = self
            .parents
            .iter()
            .enumerate()
            .map(|(index, parent)| (index, query.all(&parent.parameter)))
            .filter(|(_, values)| !values.is_empty())
            .collect();
        let Some(((first, values), others)) = asked.split_first() else {
            return vec![0];
        };
        let mut slots = self.slots();
        for value in values {
            let is_it =
                |(slot, names): (&u64, &Slot)| text(&self.named(*first, *slot, names)) == *value;
            if slots.iter().any(is_it) {
                continue;
            }
            let mut names: Slot = vec![None; self.parents.len()];
            let others = others.iter();
            let others = others.filter_map(|(index, values)| Some((*index, *values.first()?)));
            for (index, value) in others.chain([(*first, *value)]) {
                if let (Some(name), Some(parent)) = (names.get_mut(index), self.parents.get(index))
                {
                    *name = parent.read(value);
                }
            }
            // The same one for the same name, whatever was asked for before; if all are taken, it gets this name instead.
            let capacity = self.capacity();
            let chosen = name(value) % capacity;
            let free = (0..capacity).map(|step| (chosen + step) % capacity);
            let free = free.into_iter().find(|slot| !slots.contains_key(slot));
            slots.insert(free.unwrap_or(chosen), names);
        }
        let fits = |(slot, names): &(&u64, &Slot)| {
            asked.iter().all(|(index, values)| {
                let name = text(&self.named(*index, **slot, names));
                values.contains(&name.as_str())
            })
        };
        let fitting = slots.iter().filter(fits);
        fitting.map(|(slot, _)| *slot).collect()
    }

    fn named(&self, parent: usize, slot: u64, names: &Slot) -> Value {
        let name = names.get(parent).cloned().flatten();
        name.or_else(|| Some(self.parents.get(parent)?.name(slot)))
            .unwrap_or_default()
    }
}

impl Parent {
    /// The name of one that nobody asked for.
    fn name(&self, slot: u64) -> Value {
        let identity = Identity::like(&self.example);
        identity.map_or_else(|| self.example.clone(), |identity| identity.id(slot, 0))
    }

    /// What was asked for, as the property has it.
    fn read(&self, value: &str) -> Option<Value> {
        match &self.example {
            Value::Number(_) => value.parse::<u64>().ok().map(Value::from),
            _ => Some(Value::from(value)),
        }
    }
}

/// Names of the parameters in the query.
fn query(operation: &Operation) -> impl Iterator<Item = &str> {
    let parameters = operation.parameters.iter();
    parameters
        .filter(|parameter| parameter.location == Location::Query)
        .map(|parameter| parameter.name.as_str())
}

/// Properties that only a call that is over has: its length, what is left of it, and what was later. None that the document
/// requires.
pub(crate) fn afterwards(
    record: &Value,
    shape: Option<Shape<'_>>,
    seconds_at: Option<&str>,
    time: Option<DateTime<Utc>>,
) -> Vec<String> {
    let members = record.as_object().into_iter().flatten();
    let later = members.filter(|(name, value)| {
        let is_required = shape.is_none_or(|shape| shape.requires(name));
        let is_length = seconds_at.is_some_and(|at| at.trim_start_matches('/') == *name);
        let is_link = value.as_str().and_then(media::Kind::of_link).is_some();
        let is_later = time_of(value) > time && time.is_some();
        !is_required && (is_length || is_link || is_later)
    });
    later.map(|(name, _)| name.clone()).collect()
}

fn parents(operation: &Operation, item: &Value) -> Vec<Parent> {
    let one_of = operation.relations.iter();
    let one_of = one_of.filter(|relation| relation.kind == RelationKind::OneOf);
    let one_of: Vec<&String> = one_of.flat_map(|relation| &relation.parameters).collect();
    let needed = operation.parameters.iter().filter(|parameter| {
        parameter.location == Location::Query
            && (parameter.required || one_of.contains(&&parameter.name))
    });
    needed
        .filter_map(|parameter| {
            let wanted = single(&parameter.name);
            let mut members = item.as_object()?.iter();
            let (property, example) = members.find(|(key, _)| snake(key) == wanted)?;
            Some(Parent {
                parameter: parameter.name.clone(),
                property: property.clone(),
                example: example.clone(),
            })
        })
        .collect()
}

fn presumed_limit(operation: &Operation) -> Option<u64> {
    let limit = operation.list.as_ref()?.limit.as_deref()?;
    let mut parameters = operation.parameters.iter();
    match parameters.find(|parameter| parameter.name == limit) {
        Some(parameter) => parameter.schema.presumed(),
        None => operation.body.as_ref()?.presumed(limit),
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
