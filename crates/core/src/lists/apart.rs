//! A page whose items are read one by one, so that a wrong byte in one costs that one and each is known by its own text.

use std::hash::BuildHasher;
use std::marker::PhantomData;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use foldhash::fast::RandomState;
use serde::de::DeserializeOwned;

use super::evidence::{Signals, hear, id_at};
use super::list::List;
use crate::exchange::provider::Operation;
use crate::http::call::CallOptions;
use crate::json::decode::{DecodeFailure, Decoded, decode, decode_answer};
use crate::json::drift::Drift;
use crate::json::object::complete;
use crate::json::outline::{Found, Reads, extent, is_json, outline, readable, segments, without};
use crate::json::schema::Shape;
use crate::record::Record;

/// Takes the items out of a body, while its answer is decoded without them.
pub(crate) trait ItemsApart: Send + Sync {
    /// Reads the items of a body and says what is left to decode.
    fn split(&self, body: &Bytes, operation: &'static Operation) -> Left;
}

/// Who takes the items out of the answer of a call, if somebody does.
#[derive(Clone, Default)]
pub struct ItemReader(pub(super) Option<Arc<dyn ItemsApart>>);

/// What is left of a body without its items.
pub(crate) enum Left {
    /// The body with an empty list.
    Envelope(Vec<u8>),
    /// The whole body, which says in its own way that the list is empty.
    Whole,
    /// There is no list in it.
    NoList,
}

/// Decodes a success body, without its items if the call wants those apart.
pub(crate) fn read_body<T: DeserializeOwned>(
    body: &Bytes,
    operation: &'static Operation,
    options: &CallOptions,
) -> Result<Decoded<T>, DecodeFailure> {
    let whole = || {
        decode_answer::<T>(body, operation.success).or_else(|failure| {
            // A wrong byte in one item of a list costs that item also where the answer is read as one.
            let screened = operation
                .paging
                .list()
                .and_then(|list| screened(body, list.items));
            screened.map_or(Err(failure), |json| decode_answer(&json, operation.success))
        })
    };
    let Some(apart) = &options.items_apart.0 else {
        return whole();
    };
    match apart.split(body, operation) {
        // Where in the body something is wrong is known only by reading it whole.
        Left::Envelope(envelope) => {
            decode(&envelope, operation.success).map_err(|failure| whole().err().unwrap_or(failure))
        }
        Left::Whole => whole(),
        // What else it is, if the document has a name for it, reading it says.
        Left::NoList => Err(whole().err().unwrap_or_else(|| DecodeFailure {
            json_path: operation
                .paging
                .list()
                .map_or_else(String::new, |list| list.items.to_owned()),
            expected: "a list, and there is none".to_owned(),
        })),
    }
}

/// The body with `null` in the place of every item of its list that is no JSON, which is then set aside; `None` if that does not make
/// it JSON, or it is JSON as it is.
fn screened(body: &[u8], list: &str) -> Option<Vec<u8>> {
    struct Screen<'a> {
        body: &'a [u8],
        bad: Vec<Range<usize>>,
    }

    impl Reads for Screen<'_> {
        fn read(&mut self, at: usize) -> Option<usize> {
            let end = extent(self.body, at)?;
            is_json(self.body.get(at..end)?).then_some(end)
        }

        fn take_raw(&mut self, item: Range<usize>) {
            self.bad.push(item);
        }

        fn begin(&mut self) {
            self.bad.clear();
        }
    }

    if is_json(body) {
        return None;
    }
    let mut screen = Screen {
        body,
        bad: Vec::new(),
    };
    let Some(Found::List(_)) = outline(body, list, &mut screen) else {
        return None;
    };
    let mut json = Vec::with_capacity(body.len());
    let mut copied = 0;
    for bad in &screen.bad {
        json.extend_from_slice(body.get(copied..bad.start)?);
        json.extend_from_slice(b"null");
        copied = bad.end;
    }
    json.extend_from_slice(body.get(copied..)?);
    let (json, _) = readable(json)?;
    Some(json)
}

/// One item of a page.
pub(super) struct Part<T> {
    pub(super) what: Result<Record<T>, Unread>,
    /// Of its text.
    pub(super) hash: u64,
    /// Whether it was read only with the help of its schema.
    pub(super) mended: bool,
}

/// An item that could not be read.
pub(super) struct Unread {
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
    pub(super) parts: Vec<Part<T>>,
    pub(super) signals: Signals,
    /// Whether a token around the list was none.
    pub(super) mended: bool,
}

/// Where the items of one answer are put while it is decoded.
pub(super) struct Apart<L: List> {
    slot: Mutex<Option<Items<L::Item>>>,
    hasher: RandomState,
    list: PhantomData<fn() -> L>,
}

impl<L: List> Apart<L> {
    pub(super) fn new(hasher: RandomState) -> Arc<Self> {
        Arc::new(Self {
            slot: Mutex::new(None),
            hasher,
            list: PhantomData,
        })
    }

    pub(super) fn take(&self) -> Option<Items<L::Item>> {
        self.slot
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
    }

    fn put(&self, items: Items<L::Item>) {
        *self.slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(items);
    }
}

impl<L: List> ItemsApart for Apart<L> {
    fn split(&self, body: &Bytes, operation: &'static Operation) -> Left {
        let Some(list) = operation.paging.list() else {
            return Left::NoList;
        };
        // A byte order mark is passed over, as in any body.
        let body = match body.strip_prefix(b"\xEF\xBB\xBF") {
            Some(rest) => body.slice_ref(rest),
            None => body.clone(),
        };
        let place = Place::of(operation.success, list.items);
        let mut reader = PartReader::<L> {
            text: std::str::from_utf8(&body).ok(),
            body: &body,
            shape: place.items,
            id: list.id,
            hasher: &self.hasher,
            parts: Vec::new(),
        };
        let found = outline(&body, list.items, &mut reader);
        let parts = std::mem::take(&mut reader.parts);
        match found {
            Some(Found::List(range)) => match readable(without(&body, &range)) {
                Some((envelope, mended)) => {
                    let signals = hear(&envelope, operation.paging);
                    self.put(Items {
                        parts,
                        signals,
                        mended,
                    });
                    Left::Envelope(envelope)
                }
                None => Left::NoList,
            },
            Some(Found::Other(range))
                if place.may_be_false
                    && body.get(range.clone()).is_some_and(|text| text == b"false") =>
            {
                let signals = hear(&body, operation.paging);
                self.put(Items {
                    parts: Vec::new(),
                    signals,
                    mended: false,
                });
                Left::Whole
            }
            _ => Left::NoList,
        }
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
            let field = object.position(&name).and_then(|at| object.fields.get(at));
            match field {
                Some(field) => shape = &field.shape,
                None => break,
            }
        }
        match shape {
            Shape::Array(items) => Self {
                items,
                may_be_false: false,
            },
            Shape::ListOrFalse(items) => Self {
                items,
                may_be_false: true,
            },
            _ => Self {
                items: &Shape::Any,
                may_be_false: false,
            },
        }
    }
}

struct PartReader<'a, L: List> {
    body: &'a Bytes,
    /// The body, if all of it is UTF-8.
    text: Option<&'a str>,
    shape: &'static Shape,
    id: Option<&'static str>,
    hasher: &'a RandomState,
    parts: Vec<Part<L::Item>>,
}

impl<L: List> PartReader<'_, L> {
    fn push(
        &mut self,
        range: Range<usize>,
        what: impl FnOnce(Bytes) -> Result<Record<L::Item>, Unread>,
    ) {
        let text = self.body.slice(range);
        let hash = self.hasher.hash_one(&*text);
        let what = what(text);
        let mended = what
            .as_ref()
            .is_ok_and(|record| !record.repairs().is_empty());
        self.parts.push(Part { what, hash, mended });
    }

    /// Reads an item with the help of its schema, as a body of its own.
    fn mended(&self, item: &Bytes) -> Result<Record<L::Item>, Unread> {
        let unread = |expected: String, seen: &str| Unread {
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

impl<L: List> Reads for PartReader<'_, L> {
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
        let behind = crate::json::outline::skip_space(self.body, end);
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
    crate::json::text::Cursor::new(text).kind().name()
}

impl<T> Part<T> {
    /// An item that was mended, and what of it.
    pub(super) fn repairs(&self) -> &[Drift] {
        self.what.as_ref().map_or(&[], |record| record.repairs())
    }
}
