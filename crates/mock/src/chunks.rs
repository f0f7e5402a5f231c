//! A body that is made while it is sent.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use futures_core::Stream;
use tokio::time::{Sleep, sleep};

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

/// Pieces with a pause before each but the first.
struct Timed<I> {
    pieces: I,
    every: Duration,
    pause: Option<Pin<Box<Sleep>>>,
}

impl<I: Iterator<Item = Bytes> + Unpin> Stream for Timed<I> {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(pause) = &mut self.pause {
            ready!(pause.as_mut().poll(context));
        }
        let piece = self.pieces.next();
        self.pause = Some(self.every)
            .filter(|every| piece.is_some() && !every.is_zero())
            .map(|every| Box::pin(sleep(every)));
        Poll::Ready(piece.map(Ok))
    }
}

/// Sends the first piece at once, and each after it when so much time has passed.
pub(crate) fn timed(pieces: impl Iterator<Item = Bytes> + Send + 'static, every: Duration) -> Body {
    let pieces: Box<dyn Iterator<Item = Bytes> + Send> = Box::new(pieces);
    Body::from_stream(Timed {
        pieces,
        every,
        pause: None,
    })
}

/// Ends the connection instead of the body.
pub(crate) fn broken() -> Body {
    let error = io::Error::other("the connection is to be closed");
    Body::from_stream(Chunks(std::iter::once(Err(error))))
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::time::Duration;

    use tokio::time::Instant;

    use super::{Bytes, Stream, Timed};

    #[tokio::test(start_paused = true)]
    async fn the_first_piece_comes_at_once_and_others_after_a_pause() {
        let pieces = ["a", "b", "c"].map(|text| Bytes::from_static(text.as_bytes()));
        let mut timed = Timed {
            pieces: pieces.into_iter(),
            every: Duration::from_secs(3),
            pause: None,
        };
        let begun = Instant::now();
        let mut came = Vec::new();
        while let Some(piece) =
            std::future::poll_fn(|context| Pin::new(&mut timed).poll_next(context)).await
        {
            came.push((piece.expect("a piece"), begun.elapsed().as_secs()));
        }
        let came: Vec<_> = came.iter().map(|(piece, at)| (&piece[..], *at)).collect();
        assert_eq!(came, [(&b"a"[..], 0), (b"b", 3), (b"c", 6)]);
    }
}
