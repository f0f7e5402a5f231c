//! A list as a stream of its items or of its pages.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::cursor::Cursor;
use super::list::{List, Position};
use super::reader::{Page, Reader, Standing};
use super::reading::Reading;
use super::set_aside::SetAside;
use super::summary::Summary;
use crate::error::Error;
use crate::exchange::value::ResponseValue;
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
    items: std::vec::IntoIter<(Record<L::Item>, Standing)>,
}

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

    /// All pages, as the service answers them.
    #[must_use]
    pub fn pages<L: List>(self, list: L) -> PageStream<L> {
        PageStream {
            reader: Reader::new(list, self),
        }
    }
}

impl<L: List> Stream for ItemStream<L> {
    type Item = Result<Record<L::Item>, Error<L::Error>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            for (record, standing) in this.items.by_ref() {
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
            let Some(page) = ready!(this.reader.poll(cx)?) else {
                return Poll::Ready(None);
            };
            this.items = page.items.into_iter();
            this.position = page.position;
        }
    }
}

impl<L: List> Stream for PageStream<L> {
    type Item = Result<ResponseValue<L::Page>, Error<L::Error>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let Some(page) = ready!(self.reader.poll(cx)?) else {
                return Poll::Ready(None);
            };
            let mut items = page.items.iter();
            let is_new = items.any(|(_, standing)| *standing != Standing::Before);
            if is_new || page.items.is_empty() {
                self.reader.delivered_page(&page);
                return Poll::Ready(Some(Ok(whole::<L>(page))));
            }
        }
    }
}

/// A page with its items in it again.
fn whole<L: List>(mut page: Page<L>) -> ResponseValue<L::Page> {
    let items = page.items.into_iter();
    if let Some(list) = L::items(&mut page.value.inner) {
        *list = items.map(|(record, _)| record.into_inner()).collect();
    }
    page.value.repairs.append(&mut page.repairs);
    page.value
}

/// What both kinds of stream are read by, and tell of themselves.
macro_rules! stream {
    ($stream:ident of $what:literal: $item:ty) => {
        impl<L: List> $stream<L> {
            #[doc = concat!("The next ", $what, "; `None` at the end.")]
            ///
            /// # Errors
            ///
            /// As [`try_next`](Self::try_next).
            pub async fn next(&mut self) -> Option<Result<$item, Error<L::Error>>> {
                std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
            }

            #[doc = concat!("The next ", $what, "; `None` at the end. For `?`.")]
            ///
            /// # Errors
            ///
            /// What the call for the next page ended in: see [`ErrorKind`](crate::ErrorKind). Keep [`cursor`](Self::cursor), or
            /// [`resume`](Self::resume) after a while if [`is_retryable`](Error::is_retryable) holds.
            /// [`Paging`](crate::ErrorKind::Paging) means that the answers do not lead on; [`Decode`](crate::ErrorKind::Decode), that a
            /// page has no list, or that an item was mended under [`OnRepair::Fail`](crate::OnRepair::Fail).
            pub async fn try_next(&mut self) -> Result<Option<$item>, Error<L::Error>> {
                self.next().await.transpose()
            }

            /// Where the reading stands: after the last item that was delivered. Valid at any time.
            pub fn cursor(&self) -> Cursor {
                self.reader.cursor()
            }

            /// What the reading has come to, up to now; once the stream has ended, in all.
            pub const fn summary(&self) -> &Summary {
                &self.reader.summary
            }

            /// The items that were set aside and not taken yet.
            ///
            /// There is room for 1000, and for 4 MiB of JSON, or for those of a single page if that alone has more. Before more
            /// would be kept than that, the stream ends in an error: [`take_set_aside`](Self::take_set_aside) makes room, and
            /// [`resume`](Self::resume) goes on with the page that is held meanwhile.
            pub fn set_aside(&self) -> &[SetAside] {
                self.reader.kept.kept()
            }

            /// Takes those items out, which makes room for more.
            ///
            /// ```
            /// # use callslip_core::{ItemStream, rt::List};
            /// # fn example<L: List>(mut calls: ItemStream<L>) {
            /// for item in calls.take_set_aside() {
            ///     eprintln!("page {}, {}: expected {}", item.page(), item.pointer(), item.expected());
            /// }
            /// # }
            /// ```
            pub fn take_set_aside(&mut self) -> Vec<SetAside> {
                self.reader.kept.take()
            }

            /// Hands each item that is set aside to `sink` at once, those first that were not taken yet; nothing is kept
            /// then, and there is no bound.
            ///
            /// ```
            /// # use callslip_core::{ItemStream, rt::List};
            /// # fn example<L: List>(mut calls: ItemStream<L>) {
            /// let (sender, bad) = std::sync::mpsc::channel();
            /// calls.set_aside_to(move |item| {
            ///     sender.send(item).ok(); // whoever reads `bad` writes them to a file
            /// });
            /// # drop(bad);
            /// # }
            /// ```
            pub fn set_aside_to(&mut self, sink: impl FnMut(SetAside) + Send + 'static) {
                self.reader.kept.hand_to(Box::new(sink));
            }

            /// Lets the stream go on after an error, with the request that failed. Without an error it does nothing.
            ///
            /// ```
            /// # use callslip_core::{Error, ItemStream, rt::List};
            /// # async fn wait() {}
            /// # async fn example<L: List>(mut calls: ItemStream<L>) -> Result<(), Error<L::Error>> {
            /// while let Some(call) = calls.next().await {
            ///     match call {
            ///         Ok(call) => println!("{}", call.raw()),
            ///         Err(error) if error.is_retryable() => {
            ///             wait().await; // as long as `error.retry_after()` says, or a minute
            ///             calls.resume();
            ///         }
            ///         Err(error) => return Err(error),
            ///     }
            /// }
            /// # Ok(())
            /// # }
            /// ```
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

stream!(ItemStream of "item": Record<L::Item>);
stream!(PageStream of "page": ResponseValue<L::Page>);
