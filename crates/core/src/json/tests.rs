//! Decoding and drift of two call records, as documented and in every way changed.

mod call;
mod call_log;
mod markers;
pub(super) mod mutation;
mod repairs;
mod table;
