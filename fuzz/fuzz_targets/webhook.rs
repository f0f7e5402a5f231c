//! Any bytes, or damaged examples, as the body of a webhook of each provider that sends any.
//!
//! `cargo +nightly fuzz run webhook`

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| callslip_fuzz::checks::webhook(data));
