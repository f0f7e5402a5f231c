//! Any text as a list's cursor.
//!
//! `cargo +nightly fuzz run cursor`

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| callslip_fuzz::checks::cursor(data));
