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
//! | leaves out a required parameter, or has one that does not fit its schema | 400, an error example |
//! | is for an operation that was told what to answer | that answer |
//! | asks for an id that stands for "no such record" | 404, an error example |
//! | is otherwise good | the documented example, byte for byte |
//!
//! Every refusal carries a header `x-mock-reason` that says in words what was wrong; it never repeats a value.
//! The *error example* of a status is the one that the spec names for it; if there is none, the first of the same
//! class (4XX or 5XX).
//!
//! The ids that stand for "no such record" are `missing` where a string is asked for, `404` for an integer and
//! `00000000-0000-0000-0000-000000000404` for a UUID. An id is any parameter in the path, and a required query
//! parameter whose name ends in "id".
//!
//! # Made-up records
//!
//! With [`calls`](MockBuilder::calls), lists and what asks for one of their records answer made-up records in place of the
//! examples:
//!
//! - The newest comes first; `order=asc` turns a list round, and no other parameter of sorting is looked at.
//! - Filters by the time of creation count, both ends included, and so do those whose name is that of a property with
//!   documented values (Diga: `status`, `type`). Every other filter is checked and then ignored.
//! - `next` of Liner's last page is the total: what the service writes there is not documented. An id to go on from that
//!   is not in the list is answered with 422, for the same reason.
//! - Messages and log entries of a Diga call are 1 to 250 of its own. A list that no other operation refers to (Liner's call
//!   statuses) keeps its example.
//! - Nothing is remembered: a callout that was deleted is still there.
//! - Rate limits and faults meet only requests that the spec lets through, and come before the last two rows of the table.
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
