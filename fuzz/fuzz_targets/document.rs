//! Any text as an OpenAPI document of somebody else's, and a whole one that was damaged: through the importer and the generator.
//!
//! `cargo +nightly fuzz run document`

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| callslip_fuzz::checks::document(data));
