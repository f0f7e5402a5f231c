//! A list as a stream of its pages.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::cursor::Cursor;
use super::list::List;
use super::reader::{Page, Reader, Standing};
use super::reading::Reading;
use super::set_aside::SetAside;
use super::summary::Summary;
use crate::error::Error;
use crate::exchange::value::ResponseValue;

/// The pages of a list, each as the service answered it: items that were on an earlier page already are not taken out. What was
/// mended in an item is among the repairs of its page, with the pointer from the page's root.
///
/// The next page is fetched while this one is read. After an error the stream ends; [`resume`](Self::resume) lets it go on
/// where it failed.
pub struct PageStream<L: List> {
    reader: Reader<L>,
}

impl<L: List> PageStream<L> {
    pub(super) fn new(list: L, reading: Reading) -> Self {
        Self {
            reader: Reader::new(list, reading),
        }
    }

    /// The next page; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<ResponseValue<L::Page>, Error<L::Error>>> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// The next page; `None` at the end. For `?`.
    ///
    /// # Errors
    ///
    /// What the call for that page ended in.
    pub async fn try_next(&mut self) -> Result<Option<ResponseValue<L::Page>>, Error<L::Error>> {
        self.next().await.transpose()
    }
}

impl<L: List> Stream for PageStream<L> {
    type Item = Result<ResponseValue<L::Page>, Error<L::Error>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let page = match self.reader.poll(cx) {
                Poll::Ready(Some(Ok(page))) => page,
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            };
            let delivered_before = !page.items.is_empty()
                && page
                    .items
                    .iter()
                    .all(|item| item.standing == Standing::Before);
            if !delivered_before {
                self.reader.delivered_page(&page);
                return Poll::Ready(Some(whole::<L>(page)));
            }
        }
    }
}

/// A page with its items in it again.
fn whole<L: List>(page: Page<L>) -> Result<ResponseValue<L::Page>, Error<L::Error>> {
    let Page {
        mut value,
        items,
        mut repairs,
        ..
    } = page;
    let mut values = Vec::with_capacity(items.len());
    for item in items {
        values.push(item.record.into_inner());
    }
    if let Some(list) = L::items(value.view_mut()) {
        *list = values;
    }
    value.add_repairs(&mut repairs);
    Ok(value)
}

/// What both kinds of stream tell of themselves.
macro_rules! account {
    ($stream:ident) => {
        impl<L: List> $stream<L> {
            /// Where the reading stands: after the last item that was delivered. Valid at any time.
            #[must_use]
            pub fn cursor(&self) -> Cursor {
                self.reader.cursor()
            }

            /// What the reading has come to, up to now.
            #[must_use]
            pub const fn summary(&self) -> &Summary {
                &self.reader.summary
            }

            /// The items that were set aside and not taken yet.
            ///
            /// There is room for 1000, and for 4 MiB of JSON, or for those of a single page if that alone has more. Before more
            /// would be kept than that, the stream ends in an error: [`take_set_aside`](Self::take_set_aside) makes room, and
            /// [`resume`](Self::resume) goes on with the page that is held meanwhile.
            #[must_use]
            pub fn set_aside(&self) -> &[SetAside] {
                self.reader.shelf.kept()
            }

            /// Takes those items out, which makes room for more.
            pub fn take_set_aside(&mut self) -> Vec<SetAside> {
                self.reader.shelf.take()
            }

            /// Hands each item that is set aside to `sink` at once, those first that were not taken yet; nothing is kept
            /// then, and there is no bound.
            pub fn set_aside_to(&mut self, sink: impl FnMut(SetAside) + Send + 'static) {
                self.reader.shelf.hand_to(Box::new(sink));
            }

            /// Lets the stream go on after an error, with the request that failed. Without an error it does nothing.
            pub fn resume(&mut self) {
                self.reader.resume();
            }
        }

        // Nothing in it is pinned: what is on its way is in a task.
        impl<L: List> Unpin for $stream<L> {}

        impl<L: List> fmt::Debug for $stream<L> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($stream))
                    .field("operation", &L::OPERATION.id)
                    .field("summary", self.summary())
                    .finish_non_exhaustive()
            }
        }
    };
}

pub(super) use account;

account!(PageStream);
