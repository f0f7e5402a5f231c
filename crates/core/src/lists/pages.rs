//! A list as a stream of its pages.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::cursor::Cursor;
use super::list::List;
use super::reader::{Page, Reader, Standing, account};
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
///
/// ```
/// # use callslip_core::{Error, PageStream, rt::List};
/// # async fn example<L: List>(mut pages: PageStream<L>) -> Result<(), Error<L::Error>> {
/// // let mut pages = client.list_calls().pages();
/// while let Some(page) = pages.try_next().await? {
///     println!("{} bytes", page.raw().len());
/// }
/// println!("{}", pages.summary());
/// # Ok(())
/// # }
/// ```
pub struct PageStream<L: List> {
    reader: Reader<L>,
}

impl Reading {
    /// All pages, as the service answers them.
    #[must_use]
    pub fn pages<L: List>(self, list: L) -> PageStream<L> {
        PageStream {
            reader: Reader::new(list, self),
        }
    }
}

impl<L: List> PageStream<L> {
    /// The next page; `None` at the end.
    ///
    /// # Errors
    ///
    /// As [`try_next`](Self::try_next).
    pub async fn next(&mut self) -> Option<Result<ResponseValue<L::Page>, Error<L::Error>>> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// The next page; `None` at the end. For `?`.
    ///
    /// # Errors
    ///
    /// What the call for that page ended in: see [`ErrorKind`](crate::ErrorKind). Keep [`cursor`](Self::cursor), or
    /// [`resume`](Self::resume) after a while if [`is_retryable`](Error::is_retryable) holds.
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
    if let Some(list) = L::items(&mut value.inner) {
        *list = values;
    }
    value.repairs.append(&mut repairs);
    Ok(value)
}

account!(PageStream);
