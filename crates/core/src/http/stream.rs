//! A body that is handed on as it arrives.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use crate::error::{Error, ErrorKind, Failure};
use crate::exchange::provider::{Operation, Provider};
use crate::exchange::value::Streamed;
use crate::values::debug::partial_debug;

/// The next chunk on its way, and with it where the one after comes from.
pub(crate) type Step = Pin<Box<dyn Future<Output = (Box<dyn Source>, Chunk)> + Send>>;

pub(crate) type Chunk = Result<Option<Bytes>, Failure>;

/// Where the chunks of a body come from.
pub(crate) trait Source: Send {
    /// Reads the next chunk.
    fn step(self: Box<Self>, context: StreamContext) -> Step;
}

/// A body as a stream of chunks, held in memory one at a time.
///
/// The body of a call has no cap on its size; it ends in an error if the connection breaks, or if no chunk arrives within the
/// attempt timeout. A [download](crate::download) has the bounds that were given to it, and goes on after a break.
///
/// It is a [`Stream`], too; [`next_chunk`](Self::next_chunk) reads it without a crate of adapters.
///
/// ```
/// use callslip_core::{ByteStream, Error};
///
/// async fn length(mut body: ByteStream) -> Result<usize, Error> {
///     let mut bytes = 0;
///     while let Some(chunk) = body.next_chunk().await {
///         bytes += chunk?.len();
///     }
///     Ok(bytes)
/// }
/// # let _ = length;
/// ```
pub struct ByteStream {
    /// Never locked: a mutex makes shareable between threads what only ever one of them gets at.
    state: Mutex<State>,
    pub(crate) context: StreamContext,
}

enum State {
    Idle(Box<dyn Source>),
    Reading(Step),
    Ended,
}

#[derive(Clone, Copy)]
pub(crate) struct StreamContext {
    pub(crate) provider: &'static Provider,
    pub(crate) operation: &'static Operation,
    /// How long no chunk may come, counted from the next one on.
    pub(crate) stall_timeout: Duration,
}

impl StreamContext {
    pub(crate) fn failure(self, kind: ErrorKind) -> Failure {
        Failure::new(kind, self.provider, self.operation)
    }
}

impl ByteStream {
    pub(crate) fn new(source: impl Source + 'static, context: StreamContext) -> Self {
        Self {
            state: Mutex::new(State::Idle(Box::new(source))),
            context,
        }
    }

    /// The next chunk; `None` at the end.
    ///
    /// # Errors
    ///
    /// [`Transport`](ErrorKind::Transport) if the body broke off, [`Timeout`](ErrorKind::Timeout) if it stalled: what came until
    /// then is not the whole body. Make the call again. In a download, any kind that [`download`](crate::download) names. An
    /// error is the last item.
    pub async fn next_chunk(&mut self) -> Option<Result<Bytes, Error>> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl Source for reqwest::Response {
    fn step(mut self: Box<Self>, context: StreamContext) -> Step {
        Box::pin(async move {
            let chunk = read(&mut self, context).await;
            (self as Box<dyn Source>, chunk)
        })
    }
}

async fn read(head: &mut reqwest::Response, context: StreamContext) -> Chunk {
    match tokio::time::timeout(context.stall_timeout, head.chunk()).await {
        Ok(Ok(chunk)) => Ok(chunk),
        Ok(Err(error)) => Err(context
            .failure(ErrorKind::Transport)
            .what("the body broke off")
            .source(error.without_url())),
        Err(_) => Err(context.failure(ErrorKind::Timeout).what("the body stalled")),
    }
}

impl Streamed for ByteStream {}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let context = self.context;
        let state = self.state.get_mut().unwrap_or_else(PoisonError::into_inner);
        let mut step = match std::mem::replace(state, State::Ended) {
            State::Idle(source) => source.step(context),
            State::Reading(step) => step,
            State::Ended => return Poll::Ready(None),
        };
        let Poll::Ready((source, outcome)) = step.as_mut().poll(cx) else {
            *state = State::Reading(step);
            return Poll::Pending;
        };
        match outcome {
            Ok(Some(chunk)) => {
                *state = State::Idle(source);
                Poll::Ready(Some(Ok(chunk)))
            }
            Ok(None) => Poll::Ready(None),
            Err(failure) => Poll::Ready(Some(Err(failure.into()))),
        }
    }
}

partial_debug!([] ByteStream, "ByteStream", it => { operation: it.context.operation.id });
