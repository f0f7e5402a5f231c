//! What generated code tells the runtime about a provider and its operations: constant tables.

use crate::exchange::rate_limit::RateLimitHeaders;
use crate::json::schema::Shape;

/// A provider, as one constant of its SDK crate.
#[derive(Debug)]
pub struct Provider {
    /// Lower-case name, as in errors: `highlevel`.
    pub name: &'static str,
    /// The name for people: `HighLevel`.
    pub title: &'static str,
    /// What environment variables begin with: `HIGHLEVEL`.
    pub env_prefix: &'static str,
    /// Sent as `User-Agent`.
    pub user_agent: &'static str,
    /// Where the service is, unless the user says otherwise; `None` if every customer has a host of its own.
    pub default_base_url: Option<&'static str>,
    /// Every operation.
    pub operations: &'static [&'static Operation],
    /// Where an error body says what.
    pub errors: ErrorPointers,
    /// In which headers it tells its rate limit, if it does.
    pub rate_limit: Option<&'static RateLimitHeaders>,
    /// A 2xx answer in which this top-level field is false is an API error.
    pub success_flag: Option<&'static str>,
    /// Headers that never change, names in lower case.
    pub constant_headers: &'static [(&'static str, &'static str)],
}

/// JSON pointers into an error body; of each list the first that leads to a string is taken.
#[derive(Debug)]
pub struct ErrorPointers {
    /// The provider's code, as `NOT_FOUND`.
    pub code: &'static [&'static str],
    /// The provider's message for people.
    pub message: &'static [&'static str],
    /// The provider's id of the request.
    pub request_id: &'static [&'static str],
}

/// One operation: a row of the constant operations table.
#[derive(Debug)]
pub struct Operation {
    /// The operation id of the spec.
    pub id: &'static str,
    /// The HTTP method, in upper case.
    pub method: &'static str,
    /// The path template, below the base URL: `/calls/{id}`. None of a download, and of a request of the user's own.
    pub path: &'static str,
    /// Whether it may be repeated after a fault.
    pub idempotent: bool,
    /// Whether the success body is handed on as it arrives instead of being read whole.
    pub streaming: bool,
    /// The first documented status of a success; 200 where the document names a whole class (`2XX`). Another 2xx is not documented.
    pub success_status: u16,
    /// How a list goes on.
    pub paging: Paging,
    /// What a success body should look like.
    pub success: &'static Shape<'static>,
    /// What an error body should look like.
    pub error: &'static Shape<'static>,
}

impl Operation {
    /// Whether it changes something at the service, as far as its method tells.
    pub fn changes(&self) -> bool {
        !matches!(self.method, "GET" | "HEAD" | "OPTIONS")
    }
}

/// A payload that the service sends by itself.
#[derive(Debug)]
pub struct Webhook {
    /// What errors call it.
    pub name: &'static str,
    /// What the payload should look like.
    pub shape: &'static Shape<'static>,
    /// A member of the body under which the payload may come instead of at the top.
    pub also_under: Option<&'static str>,
}

/// How a list operation goes on after one answer. Places in the answer are JSON pointers, parameters are named as on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Paging {
    /// It is not a list.
    None,
    /// One answer holds the whole list.
    Unpaged {
        /// Where the items are.
        list: ListAt,
        /// How many the service says there are.
        total: Option<&'static str>,
    },
    /// By the number of items to pass over.
    Offset {
        /// Where the items are.
        list: ListAt,
        /// The parameter that says how many items to pass over.
        offset: &'static str,
        /// The parameter that says how many items to give at most.
        limit: Option<&'static str>,
        /// The offset of the next request.
        next: Option<&'static str>,
        /// How many the service says there are.
        total: Option<&'static str>,
    },
    /// By the number of the page, the first of which is 1.
    Page {
        /// Where the items are.
        list: ListAt,
        /// The parameter that says which page.
        page: &'static str,
        /// The parameter that says how many items a page has.
        limit: Option<&'static str>,
        /// How many the service says there are.
        total: Option<&'static str>,
    },
    /// By the id of the last item that was given.
    Cursor {
        /// Where the items are.
        list: ListAt,
        /// The parameter that says after which item to go on.
        cursor: &'static str,
        /// The parameter that says how many items to give at most.
        limit: Option<&'static str>,
        /// Whether there is more.
        has_more: Option<&'static str>,
        /// After which item to go on.
        last_id: Option<&'static str>,
    },
}

/// Where the items of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListAt {
    /// The list in the answer.
    pub items: &'static str,
    /// What tells items apart, in an item.
    pub id: Option<&'static str>,
}

impl Paging {
    /// Where the items are.
    #[must_use]
    pub const fn list(self) -> Option<ListAt> {
        match self {
            Self::None => None,
            Self::Unpaged { list, .. }
            | Self::Offset { list, .. }
            | Self::Page { list, .. }
            | Self::Cursor { list, .. } => Some(list),
        }
    }
}
