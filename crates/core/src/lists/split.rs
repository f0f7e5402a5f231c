//! A page whose items are read one by one, so that a wrong byte in one costs that one and each is known by its own text.

use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;

use super::list::List;
use super::signals::{Signals, id_at, read_signals};
use crate::exchange::provider::Operation;
use crate::http::read::{Remainder, SplitItems};
use crate::json::decode::{Decoded, Slot, decode};
use crate::json::scan::{Found, ItemVisitor, extent, readable, scan, without};
use crate::json::schema::{Schema, Shape};
use crate::json::table::known;
use crate::json::text::{Cursor, is_json, skip_space, without_mark};
use crate::record::Record;

/// One item of a page.
pub(super) type PageItem<T> = Result<Record<T>, Unreadable>;

/// An item that could not be read.
pub(super) struct Unreadable {
    pub(super) raw: Bytes,
    /// What should have been there, and where in the item.
    pub(super) expected: String,
    /// What was there.
    pub(super) seen: String,
    /// What tells it apart, if that much can be read.
    pub(super) id: Option<String>,
    /// Whether it was read with the help of its schema, and is not wanted so.
    pub(super) mended: bool,
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
    pub(super) slot: Mutex<Option<Items<L::Item>>>,
}

impl<L: List> Splitter<L> {
    pub(super) fn slot(&self) -> MutexGuard<'_, Option<Items<L::Item>>> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<L: List> SplitItems for Splitter<L> {
    fn split(&self, body: &Bytes, operation: &'static Operation) -> Remainder {
        let Some(list) = operation.paging.list() else {
            return Remainder::NoList;
        };
        // A byte order mark is passed over, as in any body.
        let body = body.slice_ref(without_mark(body));
        let mut reader = ItemParser::<L> {
            text: std::str::from_utf8(&body).ok(),
            body: &body,
            id: list.id,
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
                if body.get(range.clone()) == Some(b"false".as_slice())
                    && matches!(
                        operation.success.at(list.items),
                        Some(Shape::ListOrFalse(_))
                    ) =>
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
        *self.slot() = Some(items);
        envelope.map_or(Remainder::Whole, Remainder::Envelope)
    }
}

struct ItemParser<'a, L: List> {
    body: &'a Bytes,
    /// The body, if all of it is UTF-8.
    text: Option<&'a str>,
    id: Option<&'static str>,
    parts: Vec<PageItem<L::Item>>,
}

impl<L: List> ItemParser<'_, L> {
    /// Reads an item with the help of its schema, as a body of its own.
    fn mended(&self, item: &Bytes) -> PageItem<L::Item> {
        let unread = |expected: String, seen: &str| Unreadable {
            raw: item.clone(),
            expected,
            seen: seen.to_owned(),
            id: self.id.and_then(|id| id_at(item, id)),
            mended: false,
        };
        // What is no JSON is not guessed at.
        if !is_json(item) {
            return Err(unread("JSON".to_owned(), "other bytes"));
        }
        let Decoded { value, repairs } =
            decode::<L::Item>(item, &L::Item::SHAPE).map_err(|failure| {
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
            None => Ok(Record::new(
                value,
                item.clone(),
                Some(&L::Item::SHAPE),
                repairs,
            )),
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
        let mut value = None::<L::Item>;
        let (length, known) = known(|| value.first(rest));
        let end = at + length.filter(|_| known.is_complete)?;
        let value = value?;
        // More than one value is no item.
        let behind = skip_space(self.body, end);
        if !matches!(self.body.get(behind), Some(b',' | b']')) {
            return None;
        }
        let differs = (!known.is_documented).then_some(&L::Item::SHAPE);
        let record = Record::new(value, self.body.slice(at..end), differs, Vec::new());
        self.parts.push(Ok(record));
        Some(end)
    }

    fn take_raw(&mut self, item: Range<usize>) {
        let item = self.mended(&self.body.slice(item));
        self.parts.push(item);
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
