#![doc = include_str!("../README.md")]
//!
//! # What a request gets
//!
//! In this order; the first that fits decides:
//!
//! | the request | the answer |
//! |---|---|
//! | has a body of more than 1 MiB | 413 |
//! | has a path that no operation has (a slash at the end counts) | 404, plain text |
//! | has such a path, but another method | 405 with `Allow`, plain text |
//! | has no credential, an empty one, one that is `wrong`, or not the one told to the builder | 401, an error example |
//! | leaves out a required parameter, or has one that does not fit its schema | 400 or 422, as documented for it |
//! | has parameters that are not given together so (below) | the same, or what is documented for just that |
//! | is for an operation that was told what to answer | that answer |
//! | asks for what is not there | 404, or what is documented for it |
//! | is for the document's own example | that, byte for byte but for links |
//! | is otherwise good | what there is |
//!
//! Every refusal carries a header `x-mock-reason` that says in words what was wrong; it never repeats a value.
//! The body of an error is what the document shows for what is wrong: of the operation, or else what its other operations show most
//! often for the status. If it shows nothing, there is none.
//! Where that body lists what is wrong with its place in the request (`["path", "id"]`), there is one entry, about the first thing that
//! is: its place, and in the mock's own words, also for a short name, what is wrong there, unless the document has words for it.
//! Where it quotes an id of what is asked for, it quotes the one that was, and where it names what is missing, it names what is.
//!
//! How parameters go together stands in `sdk.toml`, as the document says it: a request is refused that has none of those of which it
//! needs one (`one_of`), some of those that belong together, several that exclude each other, or a start that does not come before its
//! end (`ordered`). What lacks what it `needs` is of no effect by the document, and so it is here.
//!
//! The ids that stand for "no such record" are `missing` where a string is asked for, `404` for an integer and
//! `00000000-0000-0000-0000-000000000404` for a UUID. An id is any parameter in the path, and a required query
//! parameter whose name ends in "id".
//!
//! # Made-up records
//!
//! - The newest comes first; `order`, `sort` and `sort_order` that begin with `asc` turn a list round, and a parameter that begins with
//!   `sort` can name the property with the length of the call. No other parameter of sorting is looked at.
//! - Filters by the time of creation count, both ends included, and so do those whose name is that of a property with documented
//!   values, or of an id (`status`, `userIds[]`, `contact_id` for what is in `contact`). Every other filter is checked and then
//!   ignored: what none of the records tells cannot be looked for.
//! - Whatever lead, order or invoice is asked for has as many calls as the mock was told, and no other has them. Up to 1024 names
//!   are known at a time.
//! - What was created has a status and values of its own answer and of what was sent, and nothing yet that only a call that is over
//!   has, unless the document requires it.
//! - `next` of Liner's last page is the total: what the service writes there is not documented. An id to go on from that
//!   is not in the list is answered with 422, for the same reason.
//! - Messages and log entries of a Diga call are 1 to 225 of its own. A list that no other operation refers to (Liner's call
//!   statuses) keeps its example.
//! - Recordings and transcripts are below `/mock-media/`, as a WAV of at most three seconds and as text. A link beside which the
//!   document has a time of expiry is answered with 403 after it; one that is given is good, since it is renewed whenever it has been
//!   good for as long as the example's.
//! - In the place of a text that only says that there would be one (`<string>`) stands one of the kind that the property's name tells.
//!   Ids of what only one call has (its trace, the spans of that) are its own, and the same wherever it is referred to. The time that an
//!   answer tells beside the record is that of the answer.
//! - A stream of events that is asked for by a GET goes on until nobody listens any more: the document's event at once, then others, in
//!   which counts go up and down by the seed. One that answers what was sent is the document's.
//! - Rate limits and faults meet only requests that the spec lets through, and come before the last three rows of the table.
//!
//! # Bounds
//!
//! A mock remembers the last 1024 requests and at most about 8 MiB of them, so one that runs for days stays small.
//! It runs on a thread of its own: blocking code and paused clocks in a test do not hold it up.

mod answer;
mod answered;
mod chunks;
mod data;
mod error;
mod faults;
mod incoming;
mod judge;
mod mock;
mod provider;
#[rustfmt::skip]
mod providers;
mod rate_limit;
mod record;
mod script;
mod server;
mod spec;
mod webhook;

pub use answered::Answered;
pub use error::{MockError, UnknownProvider};
pub use mock::{Mock, MockBuilder};
pub use provider::Provider;
pub use record::RecordedRequest;
pub use webhook::{Delivery, Signer, Webhooks};
