//! The floors: types as one writes them by hand for exactly the documents' examples, owned strings, nothing else in them.
//! Times and open values stay strings: less than what the SDKs give.

#![allow(
    missing_docs,
    dead_code,
    reason = "the fields are read by serde only, which is what is measured"
)]

pub mod credira;
pub mod diga;
pub mod highlevel;
pub mod liner;
pub mod twenty2;
