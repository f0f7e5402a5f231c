//! A stream as an iterator, and a body that arrives in chunks as a `Read`.

use std::future::{Future, poll_fn};
use std::io::{self, BufRead, Read};
use std::pin::Pin;

use bytes::{Buf, Bytes};
use futures_core::Stream;

use super::runtime::{Refused, Runtime};
use crate::error::{Error, ErrorKind};
use crate::exchange::provider::Operation;
use crate::exchange::value::{ResponseValue, Streamed};
use crate::http::stream::ByteStream;
use crate::values::debug::partial_debug;

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

/// A body that is handed on as it arrives, as a [`Read`] and [`BufRead`]. An [`io::Error`] of it holds the call's
/// [`Error`].
///
/// ```
/// use callslip_core::blocking::Reader;
///
/// // Of an operation that answers with a file: `save(request.send()?.into_inner().into_reader())`.
/// fn save(mut file: Reader) -> std::io::Result<u64> {
///     std::io::copy(&mut file, &mut std::fs::File::create("recordings.zip")?)
/// }
/// # let _ = save;
/// ```
#[derive(Debug)]
pub struct Reader {
    chunks: Iter<ByteStream>,
    /// What is left of the chunk that came last.
    chunk: Bytes,
}

impl Iter<ByteStream> {
    /// The rest of the body as a [`Read`].
    #[must_use]
    pub fn into_reader(self) -> Reader {
        Reader {
            chunks: self,
            chunk: Bytes::new(),
        }
    }
}

impl BufRead for Reader {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.chunk.is_empty() {
            match self.chunks.next() {
                Some(chunk) => self.chunk = chunk.map_err(io_error)?,
                None => break,
            }
        }
        Ok(&self.chunk)
    }

    fn consume(&mut self, count: usize) {
        self.chunk.advance(count.min(self.chunk.len()));
    }
}

impl Read for Reader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        let count = self.fill_buf()?.read(out)?;
        self.consume(count);
        Ok(count)
    }
}

fn io_error(error: Error) -> io::Error {
    let kind = match error.kind() {
        ErrorKind::Timeout => io::ErrorKind::TimedOut,
        ErrorKind::Transport => io::ErrorKind::UnexpectedEof,
        _ => io::ErrorKind::Other,
    };
    io::Error::new(kind, error)
}
