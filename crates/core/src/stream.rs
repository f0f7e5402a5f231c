//! A body that is handed on as it arrives.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use crate::error::{Error, ErrorKind, Failure};
use crate::provider::{Operation, Provider};

type Step = (Option<reqwest::Response>, Result<Option<Bytes>, Failure>);

/// A body as a stream of chunks, without a cap on its size. It ends in an error if the connection breaks, or if no chunk
/// arrives within the attempt timeout.
pub struct ByteStream {
    state: State,
    context: StreamContext,
}

enum State {
    Idle(reqwest::Response),
    Reading(Pin<Box<dyn Future<Output = Step> + Send + Sync>>),
    Ended,
}

#[derive(Clone, Copy)]
pub(crate) struct StreamContext {
    pub(crate) provider: &'static Provider,
    pub(crate) operation: &'static Operation,
    pub(crate) stall_timeout: Duration,
}

impl ByteStream {
    pub(crate) fn new(head: reqwest::Response, context: StreamContext) -> Self {
        Self {
            state: State::Idle(head),
            context,
        }
    }

    /// Counts from the next chunk on.
    pub(crate) fn set_stall_timeout(&mut self, timeout: Duration) {
        self.context.stall_timeout = timeout;
    }

    pub(crate) fn failure(&self, kind: ErrorKind) -> Failure {
        Failure::new(kind, self.context.provider, self.context.operation)
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        self.context.operation
    }

    /// The next chunk; `None` at the end.
    pub async fn next_chunk(&mut self) -> Option<Result<Bytes, Error>> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

async fn step(mut head: reqwest::Response, context: StreamContext) -> Step {
    let failure = |kind| Failure::new(kind, context.provider, context.operation);
    match tokio::time::timeout(context.stall_timeout, head.chunk()).await {
        Ok(Ok(chunk)) => (Some(head), Ok(chunk)),
        Ok(Err(error)) => {
            let broke = failure(ErrorKind::Transport)
                .what("the body broke off")
                .source(error.without_url());
            (None, Err(broke))
        }
        Err(_) => (
            None,
            Err(failure(ErrorKind::Timeout).what("the body stalled")),
        ),
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut reading = match std::mem::replace(&mut self.state, State::Ended) {
            State::Idle(head) => Box::pin(step(head, self.context)) as _,
            State::Reading(reading) => reading,
            State::Ended => return Poll::Ready(None),
        };
        let Poll::Ready((head, outcome)) = reading.as_mut().poll(cx) else {
            self.state = State::Reading(reading);
            return Poll::Pending;
        };
        match (head, outcome) {
            (Some(head), Ok(Some(chunk))) => {
                self.state = State::Idle(head);
                Poll::Ready(Some(Ok(chunk)))
            }
            (_, Ok(_)) => Poll::Ready(None),
            (_, Err(failure)) => Poll::Ready(Some(Err(failure.into()))),
        }
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream")
            .field("operation", &self.context.operation.id)
            .finish_non_exhaustive()
    }
}
