//! A stream as an iterator.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;

use super::reader::Reader;
use super::runtime::{Refused, Runtime};
use crate::error::Error;
use crate::exchange::provider::Operation;
use crate::http::stream::ByteStream;

/// A stream of the asynchronous client as an iterator, which blocks until the next item is there.
///
/// It outlives its client. Inside an async runtime it gives one error that says so, and ends.
pub struct Iter<S> {
    stream: Pin<Box<S>>,
    ended: bool,
    operation: &'static Operation,
    runtime: Runtime,
}

impl<S> Iter<S> {
    pub(super) fn new(stream: S, operation: &'static Operation, runtime: Runtime) -> Self {
        Self {
            stream: Box::pin(stream),
            ended: false,
            operation,
            runtime,
        }
    }

    /// The stream, for what it tells beside its items.
    #[must_use]
    pub fn get_ref(&self) -> &S {
        &self.stream
    }

    /// The stream, for what it can be told: a list that ended in an error, to go on. The iterator asks it again.
    pub fn get_mut(&mut self) -> &mut S
    where
        S: Unpin,
    {
        self.ended = false;
        &mut self.stream
    }
}

impl Iter<ByteStream> {
    /// The rest of the body as a [`Read`](std::io::Read).
    #[must_use]
    pub fn into_reader(self) -> Reader {
        Reader::new(self)
    }
}

impl<S, T, E> Iterator for Iter<S>
where
    S: Stream<Item = Result<T, Error<E>>>,
{
    type Item = S::Item;

    fn next(&mut self) -> Option<S::Item> {
        if self.ended {
            return None;
        }
        let next = poll_fn(|context| self.stream.as_mut().poll_next(context));
        let item = match self.runtime.drive(next) {
            Ok(item) => item,
            Err(Refused) => {
                // One error is heard; a second one after it could be a loop that never ends.
                self.ended = true;
                return Some(Err(self.runtime.refusal(self.operation, "not read on")));
            }
        };
        self.ended = item.is_none();
        item
    }
}

impl<S> fmt::Debug for Iter<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Iter")
            .field("operation", &self.operation.id)
            .finish_non_exhaustive()
    }
}
