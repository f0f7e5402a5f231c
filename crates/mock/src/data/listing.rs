//! The answer of a list: its envelope, and its items one after the other as they are sent.

use std::sync::Arc;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use serde_json::Value;

use super::record::Record;
use super::rows::Rows;
use super::sequence::{Sequence, Spot};
use super::template::{Links, told_at};
use super::window::Window;

/// So many items are made at a time: a list of any length takes no more memory than these.
const AT_A_TIME: u64 = 64;

/// Which rows of which records.
#[derive(Clone, Debug)]
pub(crate) struct Listing {
    pub(crate) record: Arc<Record>,
    pub(crate) sequence: Sequence,
    pub(crate) rows: Rows,
    pub(crate) window: Window,
    /// How many rows there are, whether they can be reached or not.
    pub(crate) whole: u64,
    /// The total that is told.
    pub(crate) told: u64,
    /// The oldest first.
    pub(crate) ascending: bool,
    pub(crate) bad_every: u64,
    /// The id of the record that they belong to, if they belong to one.
    pub(crate) parents: Vec<Value>,
    /// The address of the mock, and until when links are good.
    pub(crate) origin: String,
    pub(crate) until: Option<DateTime<Utc>>,
    pub(crate) now: DateTime<Utc>,
}

impl Listing {
    /// The body, piece by piece.
    pub(crate) fn body(self) -> impl Iterator<Item = Bytes> + Send + 'static {
        let (head, tail) = self.envelope();
        let starts = (0..self.window.len).step_by(AT_A_TIME as usize);
        let items = starts.map(move |start| {
            let mut out = Vec::new();
            for index in start..self.window.len.min(start + AT_A_TIME) {
                if index > 0 {
                    out.push(b',');
                }
                self.item(&self.spot(index), &mut out);
            }
            Bytes::from(out)
        });
        std::iter::once(head).chain(items).chain([tail])
    }

    /// The record that stands there in the answer.
    fn spot(&self, index: u64) -> Spot {
        let position = self.window.start + index;
        let row = if self.ascending {
            position
        } else {
            self.whole - 1 - position
        };
        self.sequence.nth(self.rows.record(row))
    }

    fn item(&self, spot: &Spot, out: &mut Vec<u8>) {
        let every = self.bad_every;
        let is_bad = |number: u64| every > 0 && number % every == every - 1;
        match spot {
            Spot::MadeUp(place) if is_bad(place.number) => {
                out.extend_from_slice(b"\"not a record\"");
            }
            spot => {
                let links = Links {
                    origin: &self.origin,
                    until: self.until,
                    now: self.now,
                };
                self.record.write(spot, &self.parents, links, out);
            }
        }
    }

    fn id(&self, index: u64) -> Value {
        match self.spot(index) {
            Spot::MadeUp(place) => self.record.id(place),
            Spot::Kept(kept) => kept.id.clone(),
        }
    }

    /// What stands before the items and after them.
    fn envelope(&self) -> (Bytes, Bytes) {
        let paging = &self.record.paging;
        let window = &self.window;
        let mut envelope = self.record.envelope.clone();
        told_at(self.now, &mut envelope);
        let (first, last) = match window.len {
            0 => (Value::Null, Value::Null),
            len => (self.id(0), self.id(len - 1)),
        };
        let pages = window.total.div_ceil(window.limit.max(1));
        let page = window.start / window.limit.max(1) + 1;
        let declared = [
            (&paging.next, Value::from(window.start + window.len)),
            (&paging.total, Value::from(self.told)),
            (&paging.has_more, Value::from(window.has_more)),
            (&paging.last_id, last),
        ];
        for (pointer, value) in declared {
            let place = pointer
                .as_deref()
                .and_then(|pointer| envelope.pointer_mut(pointer));
            if let Some(place) = place {
                *place = value;
            }
        }
        // What the documents show beside it: the page's own number and size, and where to go back. Where a list goes on after an
        // item, pages have no numbers.
        let numbered = |number: u64| match window.numbered {
            true => Value::from(number),
            false => Value::Null,
        };
        let beside = [
            (paging.position.as_deref(), Value::from(page)),
            (paging.limit.as_deref(), Value::from(window.limit)),
            (Some("first_id"), first),
            (Some("current_page"), numbered(page)),
            (Some("total_pages"), numbered(pages)),
        ];
        for (name, value) in beside {
            if let Some(place) = name.and_then(|name| envelope.get_mut(name)) {
                *place = value;
            }
        }
        split(envelope, &paging.items)
    }
}

/// The text of an envelope before and after its items.
fn split(mut envelope: Value, items: &str) -> (Bytes, Bytes) {
    // No text of a document has this character.
    const MARK: &str = "\u{0}";
    if let Some(place) = envelope.pointer_mut(items) {
        *place = Value::from(MARK);
    }
    let text = envelope.to_string();
    let mark = Value::from(MARK).to_string();
    let (head, tail) = text.split_once(&mark).unwrap_or((&text, ""));
    (
        Bytes::from(format!("{head}[")),
        Bytes::from(format!("]{tail}")),
    )
}
