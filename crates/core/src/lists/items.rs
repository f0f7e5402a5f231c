//! A list as a stream of its items.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::cursor::Cursor;
use super::list::{List, Position};
use super::reader::{Marked, Reader, Standing, account};
use super::reading::Reading;
use super::set_aside::SetAside;
use super::summary::Summary;
use crate::error::Error;
use crate::record::Record;

/// The items of a list, over all its pages, each as a [`Record`]: its typed value, and the text that the service sent.
///
/// The next page is fetched while this one is read. An item that comes again on a later page, with the same text, because the list
/// shifted is delivered once, unless the request says `keep_duplicates`; one that changed meanwhile is delivered again, and
/// [`Summary::changed`] counts it. At least the last 32,768 items are remembered for that, at most twice as many, in about two
/// megabytes. Besides that, two pages are in memory, however long the list is.
///
/// After an error the stream ends; what was delivered stays delivered, [`cursor`](Self::cursor) says where a later reading
/// can go on, and [`resume`](Self::resume) lets this one go on.
///
/// ```
/// # use callslip_core::{Error, ItemStream, rt::List};
/// # async fn example<L: List>(mut calls: ItemStream<L>) -> Result<(), Box<dyn std::error::Error>>
/// # where
/// #     Error<L::Error>: std::error::Error + 'static,
/// # {
/// // let mut calls = client.list_calls().stream();
/// while let Some(call) = calls.try_next().await? {
///     println!("{}", call.raw());
///     std::fs::write("cursor", calls.cursor().to_string())?;
/// }
/// println!("{}", calls.summary()); // complete, or what is missing
/// # Ok(())
/// # }
/// ```
///
/// It is a [`Stream`], too; [`next`](Self::next) and [`try_next`](Self::try_next) read it without a crate of adapters.
pub struct ItemStream<L: List> {
    reader: Reader<L>,
    keep_duplicates: bool,
    position: Position,
    /// What is left of the page at hand.
    items: std::vec::IntoIter<Marked<L::Item>>,
}

impl Reading {
    /// All items, page after page.
    #[must_use]
    pub fn stream<L: List>(self, list: L) -> ItemStream<L> {
        ItemStream {
            keep_duplicates: self.keep_duplicates,
            reader: Reader::new(list, self),
            position: Position::Start,
            items: Vec::new().into_iter(),
        }
    }
}

impl<L: List> ItemStream<L> {
    /// The next item; `None` at the end.
    ///
    /// # Errors
    ///
    /// As [`try_next`](Self::try_next).
    pub async fn next(&mut self) -> Option<Result<Record<L::Item>, Error<L::Error>>> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// The next item; `None` at the end. For `?`.
    ///
    /// # Errors
    ///
    /// What the call for the next page ended in: see [`ErrorKind`](crate::ErrorKind). Keep [`cursor`](Self::cursor), or
    /// [`resume`](Self::resume) after a while if [`is_retryable`](Error::is_retryable) holds.
    /// [`Paging`](crate::ErrorKind::Paging) means that the answers do not lead on; [`Decode`](crate::ErrorKind::Decode), that a
    /// page has no list, or that an item was mended under [`OnRepair::Fail`](crate::OnRepair::Fail).
    pub async fn try_next(&mut self) -> Result<Option<Record<L::Item>>, Error<L::Error>> {
        self.next().await.transpose()
    }
}

impl<L: List> Stream for ItemStream<L> {
    type Item = Result<Record<L::Item>, Error<L::Error>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            for Marked { record, standing } in this.items.by_ref() {
                let wanted = match standing {
                    Standing::Before => false,
                    Standing::New => true,
                    Standing::Again => this.keep_duplicates,
                };
                if wanted {
                    this.reader
                        .delivered(&this.position, L::id(&record).as_deref());
                    return Poll::Ready(Some(Ok(record)));
                }
            }
            match this.reader.poll(cx) {
                Poll::Ready(Some(Ok(page))) => {
                    this.items = page.items.into_iter();
                    this.position = page.position;
                }
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}

account!(ItemStream);
