//! Any bytes as a stream of server-sent events, cut into pieces in several ways.
//!
//! `cargo +nightly fuzz run events`

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| callslip_fuzz::checks::events(data));
