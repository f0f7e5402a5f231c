//! A list as a stream of its items.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::cursor::Cursor;
use super::list::{List, Position};
use super::pages::account;
use super::reader::{Reader, Standing};
use super::set_aside::SetAside;
use super::summary::Summary;
use crate::error::Error;

/// The items of a list, over all its pages.
///
/// The next page is fetched while this one is read. An item that comes again because the list shifted is delivered once,
/// unless the request says `keep_duplicates`: at least the last 32,768 ids are
/// remembered, at most twice as many, in about a megabyte. Besides that, two pages are in memory, however long the list is.
///
/// After an error the stream ends; what was delivered stays delivered, [`cursor`](Self::cursor) says where a later reading
/// can go on, and [`resume`](Self::resume) lets this one go on.
pub struct ItemStream<L: List> {
    reader: Reader<L>,
    keep_duplicates: bool,
    position: Position,
    /// What is left of the page at hand.
    items: VecDeque<(L::Item, Option<String>)>,
}

impl<L: List> ItemStream<L> {
    pub(super) fn new(list: L, resume: Option<Cursor>, keep_duplicates: bool) -> Self {
        Self {
            reader: Reader::new(list, resume),
            keep_duplicates,
            position: Position::Start,
            items: VecDeque::new(),
        }
    }

    /// The next item; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<L::Item, Error<L::Error>>> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// The next item; `None` at the end. For `?`.
    ///
    /// # Errors
    ///
    /// What the call for the next page ended in.
    pub async fn try_next(&mut self) -> Result<Option<L::Item>, Error<L::Error>> {
        self.next().await.transpose()
    }
}

impl<L: List> Stream for ItemStream<L> {
    type Item = Result<L::Item, Error<L::Error>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some((item, id)) = this.items.pop_front() {
                this.reader.delivered(&this.position, id);
                return Poll::Ready(Some(Ok(item)));
            }
            let mut page = match this.reader.poll(cx) {
                Poll::Ready(Some(Ok(page))) => page,
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            };
            let wanted = |standing| match standing {
                Standing::Before => false,
                Standing::New => true,
                Standing::Again => this.keep_duplicates,
            };
            let items = L::items(&mut page.value).map(std::mem::take);
            this.items = items
                .unwrap_or_default()
                .into_iter()
                .zip(page.items)
                .filter(|(_, mark)| wanted(mark.standing))
                .map(|(item, mark)| (item, mark.id))
                .collect();
            this.position = page.position;
        }
    }
}

account!(ItemStream);
