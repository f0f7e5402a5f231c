//! A page whose items are read one by one, so that a wrong byte in one costs that one and each is known by its own text.

use std::hash::BuildHasher;
use std::marker::PhantomData;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use foldhash::fast::RandomState;

use super::list::List;
use super::signals::{Signals, id_at, read_signals};
use crate::exchange::provider::Operation;
use crate::http::read::{Remainder, SplitItems};
use crate::json::decode::{Decoded, decode};
use crate::json::drift::Drift;
use crate::json::object::complete;
use crate::json::scan::{Found, ItemVisitor, extent, readable, scan, without};
use crate::json::schema::Shape;
use crate::json::text::{Cursor, is_json, segments, skip_space};
use crate::record::Record;

/// One item of a page.
pub(super) struct PageItem<T> {
    pub(super) what: Result<Record<T>, Unreadable>,
    /// Of its text.
    pub(super) hash: u64,
    /// Whether it was read only with the help of its schema.
    pub(super) mended: bool,
}

/// An item that could not be read.
pub(super) struct Unreadable {
    pub(super) raw: Bytes,
    /// What should have been there, and where in the item.
    pub(super) expected: String,
    /// What was there.
    pub(super) seen: String,
    /// What tells it apart, if that much can be read.
    pub(super) id: Option<String>,
}

/// The items of a page and what it says beside them.
pub(super) struct Items<T> {
    pub(super) parts: Vec<PageItem<T>>,
    pub(super) signals: Signals,
    /// Whether a token around the list was none.
    pub(super) mended: bool,
}

/// Where the items of one answer are put while it is decoded.
pub(super) struct Splitter<L: List> {
    slot: Mutex<Option<Items<L::Item>>>,
    hasher: RandomState,
    list: PhantomData<fn() -> L>,
}

impl<L: List> Splitter<L> {
    pub(super) fn new(hasher: RandomState) -> Arc<Self> {
        Arc::new(Self {
            slot: Mutex::new(None),
            hasher,
            list: PhantomData,
        })
    }

    pub(super) fn take(&self) -> Option<Items<L::Item>> {
        let mut slot = self.slot.lock().unwrap_or_else(PoisonError::into_inner);
        slot.take()
    }
}

impl<L: List> SplitItems for Splitter<L> {
    fn split(&self, body: &Bytes, operation: &'static Operation) -> Remainder {
        let Some(list) = operation.paging.list() else {
            return Remainder::NoList;
        };
        // A byte order mark is passed over, as in any body.
        let body = match body.strip_prefix(b"\xEF\xBB\xBF") {
            Some(rest) => body.slice_ref(rest),
            None => body.clone(),
        };
        let place = Place::of(operation.success, list.items);
        let mut reader = ItemParser::<L> {
            text: std::str::from_utf8(&body).ok(),
            body: &body,
            shape: place.items,
            id: list.id,
            hasher: &self.hasher,
            parts: Vec::new(),
        };
        let found = scan(&body, list.items, &mut reader);
        let parts = reader.parts;
        let (parts, envelope, mended) = match found {
            Some(Found::List(range)) => match readable(without(&body, range)) {
                Some((envelope, mended)) => (parts, Some(envelope), mended),
                None => return Remainder::NoList,
            },
            Some(Found::Other(range))
                if place.may_be_false && body.get(range.clone()) == Some(b"false".as_slice()) =>
            {
                (Vec::new(), None, false)
            }
            _ => return Remainder::NoList,
        };
        let signals = read_signals(envelope.as_deref().unwrap_or(&body), operation.paging);
        let items = Items {
            parts,
            signals,
            mended,
        };
        *self.slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(items);
        envelope.map_or(Remainder::Whole, Remainder::Envelope)
    }
}

/// What the schema says of the place of the list.
struct Place {
    items: &'static Shape,
    /// Whether `false` is an empty list.
    may_be_false: bool,
}

impl Place {
    fn of(success: &'static Shape, pointer: &str) -> Self {
        let mut shape = success;
        for name in segments(pointer) {
            let Shape::Object(object) = shape else { break };
            let field = object
                .position(&name)
                .and_then(|at| object.fields().get(at));
            match field {
                Some(field) => shape = &field.shape,
                None => break,
            }
        }
        let (items, may_be_false) = match shape {
            Shape::Array(items) => (*items, false),
            Shape::ListOrFalse(items) => (*items, true),
            _ => (&Shape::Any, false),
        };
        Self {
            items,
            may_be_false,
        }
    }
}

struct ItemParser<'a, L: List> {
    body: &'a Bytes,
    /// The body, if all of it is UTF-8.
    text: Option<&'a str>,
    shape: &'static Shape,
    id: Option<&'static str>,
    hasher: &'a RandomState,
    parts: Vec<PageItem<L::Item>>,
}

impl<L: List> ItemParser<'_, L> {
    fn push(
        &mut self,
        range: Range<usize>,
        what: impl FnOnce(Bytes) -> Result<Record<L::Item>, Unreadable>,
    ) {
        let text = self.body.slice(range);
        let hash = self.hasher.hash_one(&*text);
        let what = what(text);
        let mended = what
            .as_ref()
            .is_ok_and(|record| !record.repairs().is_empty());
        self.parts.push(PageItem { what, hash, mended });
    }

    /// Reads an item with the help of its schema, as a body of its own.
    fn mended(&self, item: &Bytes) -> Result<Record<L::Item>, Unreadable> {
        let unread = |expected: String, seen: &str| Unreadable {
            raw: item.clone(),
            expected,
            seen: seen.to_owned(),
            id: self.id.and_then(|id| id_at(item, id)),
        };
        // What is no JSON is not guessed at.
        if !is_json(item) {
            return Err(unread("JSON".to_owned(), "other bytes"));
        }
        let Decoded { value, repairs } =
            decode::<L::Item>(item, self.shape).map_err(|failure| {
                let expected = match failure.json_path.as_str() {
                    "" => failure.expected,
                    inside => format!("{} at {inside}", failure.expected),
                };
                unread(expected, json_type(item))
            })?;
        let lost_id = self.id.filter(|id| {
            L::id(&value).is_none() && repairs.iter().any(|repair| repair.path() == *id)
        });
        match lost_id {
            Some(id) => Err(unread(
                format!("what tells it apart at {id}"),
                json_type(item),
            )),
            None => Ok(Record::new(value, item.clone(), self.shape, repairs)),
        }
    }
}

impl<L: List> ItemVisitor for ItemParser<'_, L> {
    fn read(&mut self, at: usize) -> Option<usize> {
        let rest = match self.text {
            Some(text) => text.get(at..)?,
            // Then each item is asked for itself.
            None => std::str::from_utf8(self.body.get(at..extent(self.body, at)?)?).ok()?,
        };
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<L::Item>();
        let (value, complete) = complete(|| values.next());
        let value = value.filter(|_| complete)?.ok()?;
        let end = at + values.byte_offset();
        // More than one value is no item.
        let behind = skip_space(self.body, end);
        if !matches!(self.body.get(behind), Some(b',' | b']')) {
            return None;
        }
        let shape = self.shape;
        self.push(at..end, |text| {
            Ok(Record::new(value, text, shape, Vec::new()))
        });
        Some(end)
    }

    fn take_raw(&mut self, item: Range<usize>) {
        let text = self.body.slice(item.clone());
        let what = self.mended(&text);
        self.push(item, |_| what);
    }

    fn begin(&mut self) {
        self.parts.clear();
    }
}

/// What kind of value stands there.
fn json_type(item: &[u8]) -> &'static str {
    let text = std::str::from_utf8(item).unwrap_or_default();
    Cursor::new(text).kind().name()
}

impl<T> PageItem<T> {
    /// An item that was mended, and what of it.
    pub(super) fn repairs(&self) -> &[Drift] {
        self.what.as_ref().map_or(&[], |record| record.repairs())
    }
}
