//! A stream as an iterator.

use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;

use super::runtime::{Refused, Runtime};
use crate::error::Error;
use crate::exchange::provider::Operation;
use crate::exchange::value::{ResponseValue, Streamed};
use crate::values::debug::partial_debug;
use std::future::Future;

/// A stream of the asynchronous client as an iterator, which blocks until the next item is there.
///
/// It outlives its client. Inside an async runtime it gives one error that says so, and ends.
///
/// ```
/// # use callslip_core::{Error, ItemStream, blocking::Iter, rt::List};
/// # fn example<L: List>(mut calls: Iter<ItemStream<L>>) -> Result<(), Error<L::Error>> {
/// // let mut calls = client.list_calls().stream();
/// for call in &mut calls {
///     println!("{}", call?.raw());
/// }
/// println!("{}", calls.get_ref().summary());
/// # Ok(())
/// # }
/// ```
pub struct Iter<S> {
    stream: Pin<Box<S>>,
    ended: bool,
    operation: &'static Operation,
    runtime: Runtime,
}

impl Runtime {
    /// Waits for a call whose answer is a stream.
    ///
    /// # Errors
    ///
    /// As [`block_on`](Self::block_on).
    pub fn open<S, E>(
        &self,
        operation: &'static Operation,
        call: impl Future<Output = Result<ResponseValue<S>, Error<E>>>,
    ) -> Result<ResponseValue<Iter<S>>, Error<E>> {
        let answer = self.block_on(operation, call)?;
        Ok(answer.map(|stream| self.iter(operation, stream)))
    }

    /// A stream as an iterator. Nothing happens before its first `next`.
    pub fn iter<S>(&self, operation: &'static Operation, stream: S) -> Iter<S> {
        Iter {
            stream: Box::pin(stream),
            ended: false,
            operation,
            runtime: self.clone(),
        }
    }
}

impl<S> Iter<S> {
    /// The stream, for what it tells beside its items.
    #[must_use]
    pub fn get_ref(&self) -> &S {
        &self.stream
    }

    /// The stream, for what it can be told: a list that ended in an error, to go on. The iterator asks it again.
    ///
    /// ```
    /// # use callslip_core::{ItemStream, blocking::Iter, rt::List};
    /// # fn example<L: List>(mut calls: Iter<ItemStream<L>>) {
    /// calls.get_mut().resume();
    /// # }
    /// ```
    pub fn get_mut(&mut self) -> &mut S
    where
        S: Unpin,
    {
        self.ended = false;
        &mut self.stream
    }
}

impl<S: Streamed> Streamed for Iter<S> {}

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

partial_debug!([S] Iter<S>, "Iter", it => { operation: it.operation.id });
