//! The wire-fault suite: a test for each thing that a server can do wrong, with markers in everything confidential.
//!
//! `RELIABILITY.md` is rendered from the same cases; see `table.rs`.

mod cancelling;
mod capture;
mod case;
mod run;
mod table;
mod tls;

mod certificates;
mod connection;
mod downloads;
mod files;
mod framing;
mod json;
mod lists;
mod redirects;
mod renewing;
mod sizes;
mod statuses;
mod timing;
mod values;
