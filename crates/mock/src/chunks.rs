//! A body that is made while it is sent.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use bytes::Bytes;
use futures_core::Stream;

struct Chunks<I>(I);

impl<I: Iterator<Item = io::Result<Bytes>> + Unpin> Stream for Chunks<I> {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next())
    }
}

/// Sends one piece after the other.
pub(crate) fn chunked(pieces: impl Iterator<Item = Bytes> + Send + 'static) -> Body {
    let pieces: Box<dyn Iterator<Item = _> + Send> = Box::new(pieces.map(Ok));
    Body::from_stream(Chunks(pieces))
}

/// Ends the connection instead of the body.
pub(crate) fn broken() -> Body {
    let error = io::Error::other("the connection is to be closed");
    Body::from_stream(Chunks(std::iter::once(Err(error))))
}
