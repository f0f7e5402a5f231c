//! How the body of an answer is read: whole, or its list item by item.

use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;

use crate::error::{Error, Failure};
use crate::exchange::Exchange;
use crate::exchange::provider::{Operation, Provider};
use crate::exchange::value::ResponseValue;
use crate::json::decode::{Decoded, Slot, fill, fill_answer};
use crate::json::drift::Drift;
use crate::json::input::FromJson;
use crate::json::path::DecodeFailure;
use crate::json::scan::{Found, ItemVisitor, extent, readable, replaced, scan};
use crate::json::text::is_json;

/// Takes the items out of a body, while its answer is decoded without them.
pub(crate) trait SplitItems: Send + Sync {
    /// Reads the items of a body and says what is left to decode.
    fn split(&self, body: &Bytes, operation: &'static Operation) -> Remainder;
}

/// Who takes the items out of the answer of a call, if somebody does.
#[derive(Clone, Default)]
pub struct ItemReader(pub(crate) Option<Arc<dyn SplitItems>>);

/// What is left of a body without its items.
pub(crate) enum Remainder {
    /// The body with an empty list.
    Envelope(Vec<u8>),
    /// The whole body, which says in its own way that the list is empty.
    Whole,
    /// There is no list in it.
    NoList,
}

/// Reads a success body into a slot, without its items if the call wants those apart, and says what had to be mended.
pub(crate) fn read_body(
    body: &Bytes,
    operation: &'static Operation,
    items: &ItemReader,
    slot: &mut dyn Slot,
) -> Result<Vec<Drift>, DecodeFailure> {
    let whole = |slot: &mut dyn Slot| {
        fill_answer(body, operation.success, slot).or_else(|failure| {
            // A wrong byte in one item of a list costs that item also where the answer is read as one.
            let screened = operation
                .paging
                .list()
                .and_then(|list| screened(body, list.items));
            screened.map_or(Err(failure), |json| {
                fill_answer(&json, operation.success, slot)
            })
        })
    };
    let Some(splitter) = &items.0 else {
        return whole(slot);
    };
    match splitter.split(body, operation) {
        // Where in the body something is wrong is known only by reading it whole.
        Remainder::Envelope(envelope) => fill(&envelope, operation.success, slot)
            .map_err(|failure| whole(slot).err().unwrap_or(failure)),
        Remainder::Whole => whole(slot),
        // What else it is, if the document has a name for it, reading it says.
        Remainder::NoList => Err(whole(slot).err().unwrap_or_else(|| DecodeFailure {
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

    impl ItemVisitor for Screen<'_> {
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
    let Some(Found::List(_)) = scan(body, list, &mut screen) else {
        return None;
    };
    let (json, _) = readable(replaced(body, &screen.bad, b"null"))?;
    Some(json)
}

/// Reads a success body of an operation as an answer of the service would be read.
///
/// # Errors
///
/// `Decode`, if the body cannot be mended.
pub fn read<T: FromJson, E>(
    provider: &'static Provider,
    operation: &'static Operation,
    body: Bytes,
) -> Result<ResponseValue<T>, Error<E>> {
    read_as(provider, operation, body, &ItemReader::default())
}

/// The same, with somebody who takes the items out.
pub(crate) fn read_as<T: FromJson, E>(
    provider: &'static Provider,
    operation: &'static Operation,
    body: Bytes,
    items: &ItemReader,
) -> Result<ResponseValue<T>, Error<E>> {
    let mut exchange = Exchange::new(provider, operation.id);
    let mut value = None;
    let read = read_body(&body, operation, items, &mut value);
    match read.and_then(|repairs| Decoded::of(value, repairs)) {
        Ok(Decoded { value, repairs }) => {
            exchange.tell(&repairs);
            exchange.body = Some(body);
            Ok(ResponseValue {
                inner: value,
                exchange: Box::new(exchange),
                repairs,
                shape: operation.success,
            })
        }
        Err(failure) => Err(Failure::undecodable(exchange, "the body", failure, body).into()),
    }
}
