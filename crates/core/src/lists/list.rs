//! What generated code says of a list call.

use std::borrow::Cow;
use std::future::Future;

use crate::error::{Error, ErrorKind, Failure};
use crate::exchange::provider::{Operation, Provider};
use crate::exchange::value::ResponseValue;
use crate::http::call::CallOptions;
use crate::json::input::FromJson;
use crate::json::schema::Schema;

/// A list call: a request that can be sent again for each page.
///
/// Implemented by generated code for the request of every list operation.
pub trait List: Clone + Send + Sync + 'static {
    /// One answer.
    type Page: Send + 'static;
    /// One item of it.
    type Item: FromJson + Schema + Send + 'static;
    /// The provider's error body.
    type Error: Send + 'static;

    /// The provider.
    #[doc(hidden)]
    const PROVIDER: &'static Provider;
    /// The row of the operations table.
    #[doc(hidden)]
    const OPERATION: &'static Operation;

    /// Where the request itself says to begin.
    #[doc(hidden)]
    fn start(&self) -> Position;

    /// The options of the call.
    #[doc(hidden)]
    fn options(&mut self) -> &mut CallOptions;

    /// How the request itself says to read from a place that is none of [`start`](Self::start).
    #[doc(hidden)]
    fn elsewhere(&self) -> Elsewhere {
        Elsewhere::No
    }

    /// How many items a page was asked to have.
    #[doc(hidden)]
    fn limit(&self) -> Option<i64>;

    /// Asks for that many items a page.
    #[doc(hidden)]
    fn set_limit(&mut self, limit: i64);

    /// Aims the request at a position; says whether its parameter can hold it.
    #[doc(hidden)]
    fn go_to(&mut self, position: &Position) -> bool;

    /// Sends the request.
    #[doc(hidden)]
    fn fetch(
        self,
    ) -> impl Future<Output = Result<ResponseValue<Self::Page>, Error<Self::Error>>> + Send + 'static;

    /// The items of an answer; `None` if it has no list.
    #[doc(hidden)]
    fn items(page: &mut Self::Page) -> Option<&mut Vec<Self::Item>>;

    /// What tells an item apart.
    #[doc(hidden)]
    fn id(item: &Self::Item) -> Option<Cow<'_, str>>;
}

/// Why a list cannot be read.
pub(super) fn failure<L: List>(kind: ErrorKind, what: impl Into<String>) -> Failure {
    Failure::new(kind, L::PROVIDER, L::OPERATION).what(what)
}

/// A place that the user's parameters name beside the one that a list goes on by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// There is none.
    No,
    /// The first answer begins there, and the parameter is given up after it.
    Begins,
    /// This parameter goes another way, on which the list cannot be read.
    Refused(&'static str),
}

/// Where in a list a request begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Position {
    /// Where the service begins by itself.
    Start,
    /// After this many items.
    Offset(i64),
    /// At this page; the first is 1.
    Page(i64),
    /// After the item with this id.
    After(String),
}
