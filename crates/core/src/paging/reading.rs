//! How a list is to be read.

use super::cursor::Cursor;
use super::items::ItemStream;
use super::list::List;
use super::pages::PageStream;

/// What a request for a list says about reading it page by page.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    resume: Option<Cursor>,
    keep_duplicates: bool,
}

impl Reading {
    /// Goes on where an earlier reading stood.
    #[must_use]
    pub fn resume_from(mut self, cursor: Cursor) -> Self {
        self.resume = Some(cursor);
        self
    }

    /// Delivers an item as often as the service gives it.
    #[must_use]
    pub fn keep_duplicates(mut self) -> Self {
        self.keep_duplicates = true;
        self
    }

    /// All items, page after page.
    #[must_use]
    pub fn stream<L: List>(self, list: L) -> ItemStream<L> {
        ItemStream::new(list, self.resume, self.keep_duplicates)
    }

    /// All pages, as the service answers them.
    #[must_use]
    pub fn pages<L: List>(self, list: L) -> PageStream<L> {
        PageStream::new(list, self.resume)
    }
}
