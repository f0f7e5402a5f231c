//! The documented example of a record with holes for what differs from record to record.

use chrono::{DateTime, FixedOffset, SecondsFormat, TimeDelta, Utc};
use serde_json::{Map, Number, Value};

use super::identity::Identity;
use super::media;
use super::mix::mix_two;
use super::traits::{Traits, is_placeholder};
use super::words;
use super::world::{Likeness, name};
use crate::spec::{snake, text};

/// In seconds: a link is good for so long, whatever an example shows, and when it is given, for so long yet.
const LEAST_GOOD: i64 = 60 * 60;
const LEAST_LEFT: i64 = 60;

/// What of an example differs from record to record.
pub(crate) struct Holes<'a> {
    /// The property of the record that holds its id.
    pub(crate) key: &'a str,
    /// The example's id.
    pub(crate) example_id: &'a Value,
    /// Properties of the record that hold the id of what it belongs to.
    pub(crate) parents: &'a [String],
    pub(crate) traits: &'a Traits,
    /// When the example's call was made.
    pub(crate) time: Option<DateTime<Utc>>,
    /// How long it took, in seconds.
    pub(crate) seconds: Option<f64>,
    /// Where in the example it says what the call cost.
    pub(crate) cost: Option<&'a str>,
    /// Where in the example links to recordings and transcripts are.
    pub(crate) links: &'a [(String, media::Kind)],
    /// Properties of the record by which requests ask, and which no trait stands for.
    pub(crate) asked: &'a [String],
    /// What the answer is of, where it is none of the record itself: `trace` of a call's trace.
    pub(crate) noun: Option<&'a str>,
    /// Ids of what the answer lists beside the record, and refers to.
    pub(crate) own: &'a [String],
    /// Whether the record is a part of another, whose id comes first among those that it belongs to.
    pub(crate) is_part: bool,
    /// Whether times are told in zones that differ.
    pub(crate) zones: bool,
}

/// A record's JSON in pieces.
#[derive(Clone, Debug, Default)]
pub(crate) struct Template {
    pieces: Vec<Piece>,
    /// When the example's call was made, and how long it took.
    time: Option<DateTime<Utc>>,
    seconds: Option<f64>,
    zones: bool,
    is_part: bool,
    is_told: bool,
}

#[derive(Clone, Debug)]
enum Piece {
    Json(String),
    Id,
    /// The id inside a longer text.
    IdInText,
    /// The id of what it belongs to.
    Parent(usize),
    Time(DateTime<Utc>, Clock),
    Trait(usize),
    /// The length of the call in such parts of a second, without so many of them.
    Length {
        parts: f64,
        without: f64,
        whole: bool,
    },
    /// What the example cost, and what follows the number.
    Cost(f64, Option<String>),
    /// A share of one.
    Score(u64),
    Telephone {
        with_country: bool,
        name: u64,
    },
    Told(u64),
    Dialog([String; 2], u64),
    /// A text of the kind of a property, in the place of one that only says that there would be one.
    Word(String, u64),
    /// The id of something that the call alone has: another one of this form for each call.
    Own(Identity, u64),
    /// A length of time in the call, with those beside it longer or shorter from call to call.
    Share {
        example: f64,
        whole: bool,
    },
    Link(media::Kind, Option<DateTime<Utc>>),
    /// Until when a link is good.
    Expiry(DateTime<Utc>, Clock),
    /// When it is answered.
    Now(Clock),
}

/// How a time is written.
#[derive(Clone, Copy, Debug)]
enum Clock {
    Text(SecondsFormat),
    /// Milliseconds since 1970.
    Integer,
    Float,
}

/// One record.
#[derive(Clone, Copy)]
pub(crate) struct Which<'a> {
    pub(crate) id: &'a Value,
    pub(crate) likeness: Likeness,
    /// When it was made.
    pub(crate) time: DateTime<Utc>,
    /// How long it took.
    pub(crate) seconds: u64,
    /// The ids of what it belongs to.
    pub(crate) parents: &'a [Value],
    pub(crate) links: Links<'a>,
    /// The list that the record is in, for links.
    pub(crate) list: &'a str,
}

/// Where links lead, and until when they are good where the document does not say it beside them.
#[derive(Clone, Copy)]
pub(crate) struct Links<'a> {
    /// The address of the mock.
    pub(crate) origin: &'a str,
    pub(crate) until: Option<DateTime<Utc>>,
    /// When the answer is given.
    pub(crate) now: DateTime<Utc>,
}

impl Template {
    /// Takes an example apart. `record` points to the record in it, if it holds one.
    pub(crate) fn new(example: &Value, record: Option<&str>, holes: &Holes<'_>) -> Self {
        let mut template = Self {
            pieces: Vec::new(),
            time: holes.time,
            seconds: holes.seconds,
            zones: holes.zones,
            is_part: holes.is_part,
            is_told: holes.noun.is_some(),
        };
        template.value(example, "", record, holes);
        template
    }

    /// Writes the JSON of a record.
    pub(crate) fn write(&self, which: Which<'_>, traits: &Traits, out: &mut Vec<u8>) {
        for piece in &self.pieces {
            match piece {
                Piece::Json(text) => out.extend_from_slice(text.as_bytes()),
                Piece::IdInText => match which.id {
                    Value::String(text) => out.extend_from_slice(text.as_bytes()),
                    other => json(other, out),
                },
                piece => json(&self.filled(piece, which, traits), out),
            }
        }
    }

    fn filled(&self, piece: &Piece, which: Which<'_>, traits: &Traits) -> Value {
        let likeness = which.likeness;
        let seconds = which.seconds as f64;
        // Texts may be of one call alone: nothing is counted by them.
        let alone = |name: u64| likeness.of(name ^ likeness.number.rotate_left(20));
        match piece {
            Piece::Json(_) | Piece::IdInText => Value::Null,
            Piece::Id => which.id.clone(),
            Piece::Parent(index) => which.parents.get(*index).cloned().unwrap_or_default(),
            Piece::Time(time, clock) => {
                let zone = self.zones.then(|| likeness.zone());
                let time = self.moved(*time, which);
                // What is told of a record has happened.
                let latest = if self.is_told { which.links.now } else { time };
                clock.written(time.min(latest), zone)
            }
            Piece::Trait(index) => traits.value(*index, likeness).clone(),
            Piece::Length {
                parts,
                without,
                whole,
            } => {
                let length = seconds.mul_add(*parts, -without);
                if *whole {
                    Value::from(length as i64)
                } else {
                    Value::from(length)
                }
            }
            Piece::Cost(example, follows) => {
                let cost = example * seconds / self.seconds.unwrap_or(60.0);
                let cost = (cost * 100.0).round() / 100.0;
                match follows {
                    Some(follows) => Value::String(format!("{cost:.2}{follows}")),
                    None => Value::from(cost),
                }
            }
            Piece::Score(name) => Value::from((50 + likeness.of(*name) % 50) as f64 / 100.0),
            Piece::Telephone { with_country, name } => {
                words::telephone(*with_country, likeness.of(*name))
            }
            Piece::Told(name) => words::told(alone(*name)).into(),
            Piece::Dialog([first, second], name) => {
                words::dialog([first, second], which.seconds, alone(*name)).into()
            }
            Piece::Word(key, name) => words::of_kind(key, likeness.number, alone(*name)).into(),
            Piece::Own(identity, what) => {
                let whose = which.parents.first().filter(|_| self.is_part);
                let whose = name(&text(whose.unwrap_or(which.id)));
                identity.id(mix_two(*what, whose), 0)
            }
            Piece::Share { example, whole } => {
                let percent = 50 + likeness.of(name("pace")) % 150;
                let share = example * percent as f64 / 100.0;
                if *whole {
                    Value::from((share as u64).max(1))
                } else {
                    Value::from((share * 100.0).round() / 100.0)
                }
            }
            Piece::Expiry(time, clock) => {
                let zone = self.zones.then(|| likeness.zone());
                clock.written(self.expiry(*time, which), zone)
            }
            Piece::Now(clock) => clock.written(which.links.now, None),
            Piece::Link(kind, until) => {
                let until = until.map(|until| self.expiry(until, which));
                let until = until.or(which.links.until);
                media::link(which.links.origin, which.list, which.id, *kind, until).into()
            }
        }
    }

    /// A time of the example as one of the record: what was in the call stays in it, what came after it comes after it.
    fn moved(&self, time: DateTime<Utc>, which: Which<'_>) -> DateTime<Utc> {
        let offset = time - self.time.unwrap_or(time);
        let offset = match self.seconds {
            Some(took) if took > 0.0 && offset > TimeDelta::zero() => {
                let offset = offset.num_milliseconds();
                let (took, takes) = ((took * 1000.0) as i64, which.seconds as i64 * 1000);
                let within = i128::from(offset.min(took)) * i128::from(takes) / i128::from(took);
                let within = i64::try_from(within).unwrap_or(takes) / 1000 * 1000;
                TimeDelta::milliseconds(within + (offset - took).max(0))
            }
            _ => offset,
        };
        which.time.checked_add_signed(offset).unwrap_or(which.time)
    }

    /// Until when a link is good that is given now: as it was told, or so long after the call as the example's. One that was good for so
    /// long is renewed.
    fn expiry(&self, time: DateTime<Utc>, which: Which<'_>) -> DateTime<Utc> {
        if let Some(until) = which.links.until {
            return until;
        }
        let first = self.moved(time, which);
        let good = (time - self.time.unwrap_or(time))
            .num_seconds()
            .max(LEAST_GOOD);
        // Who is given a link has time to follow it.
        let over = (which.links.now - first).num_seconds() + LEAST_LEFT;
        let times = if over < 0 { 0 } else { over / good + 1 };
        let later = TimeDelta::try_seconds(good.saturating_mul(times));
        first
            .checked_add_signed(later.unwrap_or_default())
            .unwrap_or(first)
    }

    fn value(&mut self, value: &Value, at: &str, record: Option<&str>, holes: &Holes<'_>) {
        match value {
            Value::Object(members) => self.object(members, at, record, holes),
            Value::Array(items) => {
                self.text("[");
                for (index, item) in items.iter().enumerate() {
                    self.text(if index == 0 { "" } else { "," });
                    self.value(item, &format!("{at}/{index}"), record, holes);
                }
                self.text("]");
            }
            Value::String(text) => self.string(text, holes),
            Value::Number(_) => match clock(value) {
                Some((time, clock)) => self.pieces.push(Piece::Time(time, clock)),
                None => self.text(&value.to_string()),
            },
            other => self.text(&other.to_string()),
        }
    }

    fn object(
        &mut self,
        members: &Map<String, Value>,
        at: &str,
        record: Option<&str>,
        holes: &Holes<'_>,
    ) {
        self.text("{");
        for (index, (name, value)) in members.iter().enumerate() {
            self.text(if index == 0 { "" } else { "," });
            let place = format!("{at}/{name}");
            let is_free = is_placeholder(&Value::from(name.as_str()));
            let known = if is_free { words::KEY } else { name };
            self.text(&Value::from(known).to_string());
            self.text(":");
            let below = record.and_then(|record| place.strip_prefix(record));
            let is_direct = record == Some(at);
            let piece = below
                .and_then(|below| self.of_record(name, value, below, is_direct, holes))
                .or_else(|| self.of_call(members, value, &place, holes))
                .or_else(|| {
                    let is_outside = record.is_some() && below.is_none();
                    is_outside.then(|| Some(Piece::Now(clock(value)?.1)))?
                })
                .or_else(|| {
                    // What stands under a free key is of the kind of the map.
                    let map = at.rsplit('/').next().unwrap_or_default();
                    made_up(if is_free { map } else { name }, value, &place, holes)
                })
                .or_else(|| {
                    let is_of_call = below.is_some() && !in_list(&place);
                    is_of_call.then(|| length(members, value, holes.seconds))?
                });
            match piece {
                Some(piece) => self.pieces.push(piece),
                None => self.value(value, &place, record, holes),
            }
        }
        self.text("}");
    }

    /// What stands in the place of a property of the record, or of an object in it.
    fn of_record(
        &self,
        key: &str,
        value: &Value,
        below: &str,
        is_direct: bool,
        holes: &Holes<'_>,
    ) -> Option<Piece> {
        if is_direct {
            if key == holes.key {
                return Some(Piece::Id);
            }
            if let Some(parent) = holes.parents.iter().position(|parent| parent == key) {
                return Some(Piece::Parent(parent));
            }
        }
        if let Some(index) = holes.traits.index(below) {
            return Some(Piece::Trait(index));
        }
        let name = name(below);
        match value {
            Value::String(text) if words::is_telephone(text) => Some(Piece::Telephone {
                with_country: text.starts_with('+'),
                name,
            }),
            Value::String(text) if is_direct => match words::speakers(text) {
                Some(speakers) => Some(Piece::Dialog(speakers, name)),
                None if is_placeholder(value) => None,
                None => (text.split(' ').count() > 3).then_some(Piece::Told(name)),
            },
            Value::Number(number) if is_direct && number.is_f64() => {
                let is_share = number
                    .as_f64()
                    .is_some_and(|number| number > 0.0 && number < 1.0);
                let is_cost = holes.cost.is_some_and(|cost| cost.ends_with(below));
                (is_share && !is_cost).then_some(Piece::Score(name))
            }
            _ => None,
        }
    }

    /// Cost and links, wherever they stand.
    fn of_call(
        &self,
        members: &Map<String, Value>,
        value: &Value,
        place: &str,
        holes: &Holes<'_>,
    ) -> Option<Piece> {
        if holes.cost == Some(place) {
            return match value {
                Value::Number(number) => Some(Piece::Cost(number.as_f64()?, None)),
                Value::String(text) => {
                    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
                    let (number, follows) = text.split_at(end);
                    Some(Piece::Cost(number.parse().ok()?, Some(follows.to_owned())))
                }
                _ => None,
            };
        }
        let tells_expiry = |name: &str| name.to_ascii_lowercase().contains("expire");
        let (around, name) = place.rsplit_once('/')?;
        if tells_expiry(name) {
            let mut links = holes.links.iter();
            let is_beside = |(at, _): &(String, _)| {
                at.rsplit_once('/')
                    .is_some_and(|(beside, _)| beside == around)
            };
            let (time, clock) = clock(value).filter(|_| links.any(is_beside))?;
            return Some(Piece::Expiry(time, clock));
        }
        let (_, kind) = holes.links.iter().find(|(at, _)| at == place)?;
        let mut beside = members.iter();
        let until = beside.find_map(|(name, value)| clock(value).filter(|_| tells_expiry(name)));
        Some(Piece::Link(*kind, until.map(|(time, _)| time)))
    }

    fn string(&mut self, text: &str, holes: &Holes<'_>) {
        let id = holes.example_id.as_str().unwrap_or_default();
        if let Some((time, clock)) = clock(&Value::from(text)) {
            self.pieces.push(Piece::Time(time, clock));
        } else if let Some((before, after)) = text
            .split_once(id)
            // In samples the ids of different things are often the same.
            .filter(|_| !id.is_empty() && text != id)
        {
            let quoted = |text: &str| Value::String(text.to_owned()).to_string();
            let (before, after) = (quoted(before), quoted(after));
            self.text(before.strip_suffix('"').unwrap_or_default());
            self.pieces.push(Piece::IdInText);
            self.text(after.strip_prefix('"').unwrap_or_default());
        } else {
            self.text(&Value::String(text.to_owned()).to_string());
        }
    }

    fn text(&mut self, more: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Json(text)) => text.push_str(more),
            _ => self.pieces.push(Piece::Json(more.to_owned())),
        }
    }
}

impl Clock {
    fn written(self, time: DateTime<Utc>, zone: Option<FixedOffset>) -> Value {
        match self {
            Self::Text(format) => Value::String(match zone {
                Some(zone) => time.with_timezone(&zone).to_rfc3339_opts(format, true),
                None => time.to_rfc3339_opts(format, true),
            }),
            Self::Integer => Value::from(time.timestamp_millis()),
            Self::Float => Value::from(time.timestamp_millis() as f64),
        }
    }
}

/// What stands in the place of a number that is as long as the example's call, or what another number leaves of that.
fn length(members: &Map<String, Value>, value: &Value, seconds: Option<f64>) -> Option<Piece> {
    let (number, seconds) = (value.as_f64()?, seconds?);
    let whole = !value.is_f64();
    let is = |one: f64, other: f64| (one - other).abs() < 1e-6;
    let piece = |parts, without| {
        Some(Piece::Length {
            parts,
            without,
            whole,
        })
    };
    if is(number, seconds) {
        return piece(1.0, 0.0);
    }
    if is(number, seconds * 1000.0) {
        return piece(1000.0, 0.0);
    }
    let left = seconds - number;
    let mut others = members.values().filter_map(Value::as_f64);
    if left > 0.0 && left < number && others.any(|other| is(other, left)) {
        return piece(1.0, left);
    }
    None
}

/// Whether something stands in a list: it is of something else than the call then.
fn in_list(place: &str) -> bool {
    place.split('/').any(|step| step.parse::<u32>().is_ok())
}

/// A time, and with how many digits it is written.
pub(crate) fn time(text: &str) -> Option<(DateTime<Utc>, SecondsFormat)> {
    let time = DateTime::parse_from_rfc3339(text).ok()?;
    let format = if text.contains('.') {
        SecondsFormat::Millis
    } else {
        SecondsFormat::Secs
    };
    Some((time.to_utc(), format))
}

/// The time that a number is in milliseconds since 1970, if that is in the years 2001 to 2096.
fn instant(number: &Number) -> Option<(DateTime<Utc>, Clock)> {
    let (milliseconds, clock) = match number.as_i64() {
        Some(integer) => (integer, Clock::Integer),
        None => (number.as_f64()? as i64, Clock::Float),
    };
    let is_time = (1_000_000_000_000..4_000_000_000_000).contains(&milliseconds);
    is_time
        .then(|| DateTime::from_timestamp_millis(milliseconds))?
        .map(|time| (time, clock))
}

/// The time that a value tells, and how it is written.
fn clock(value: &Value) -> Option<(DateTime<Utc>, Clock)> {
    match value {
        Value::String(text) => time(text).map(|(time, format)| (time, Clock::Text(format))),
        Value::Number(number) => instant(number),
        _ => None,
    }
}

/// The time that a value tells.
pub(crate) fn time_of(value: &Value) -> Option<DateTime<Utc>> {
    clock(value).map(|(time, _)| time)
}

/// The same answer at another time.
pub(crate) fn told_at(now: DateTime<Utc>, answer: &mut Value) {
    match answer {
        Value::Object(members) => members.values_mut().for_each(|value| told_at(now, value)),
        value => {
            if let Some((_, clock)) = clock(value) {
                *value = clock.written(now, None);
            }
        }
    }
}

/// What stands in the place of something that only the one call has, or of which the example only says that there would be one.
fn made_up(key: &str, value: &Value, place: &str, holes: &Holes<'_>) -> Option<Piece> {
    let known = snake(key);
    let own = |noun: &str, example: &Value| Some(Piece::Own(Identity::like(example)?, name(noun)));
    match value {
        Value::String(_) if is_placeholder(value) => match known.strip_suffix("_id") {
            Some(noun) => own(noun, &Value::from(format!("{noun}-1"))),
            // What lists are narrowed by, and no value is documented of, does not differ.
            None if holes.asked.iter().any(|asked| asked == key) => {
                let word = Value::from(words::of_kind(&known, 0, 0));
                Some(Piece::Json(word.to_string()))
            }
            None => Some(Piece::Word(known, name(place))),
        },
        Value::String(text) => match (holes.noun, known.as_str()) {
            _ if holes.own.contains(text) => own(text, value),
            (Some(noun), "id") => own(noun, value),
            _ => None,
        },
        Value::Number(number) if holes.noun.is_some() && known.contains("duration") => {
            let is_length = |seconds: f64| {
                let number = number.as_f64().unwrap_or_default();
                [1.0, 1000.0]
                    .iter()
                    .any(|parts| (seconds * parts - number).abs() < 1e-6)
            };
            let is_of_call = holes.seconds.is_some_and(is_length);
            (!is_of_call).then_some(Piece::Share {
                example: number.as_f64()?,
                whole: !number.is_f64(),
            })
        }
        _ => None,
    }
}

fn json(value: &Value, out: &mut Vec<u8>) {
    out.extend_from_slice(value.to_string().as_bytes());
}
