//! What the fuzz targets check, with random bytes: it runs where there is no nightly compiler, and regressions stay here.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

#[path = "../../fuzz/src/checks.rs"]
mod checks;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn webhooks(data in prop::collection::vec(any::<u8>(), 0..200)) {
        checks::webhook(&data);
    }

    /// JSON in the place of a stretch: nearer to what services do than random bytes are.
    #[test]
    fn webhooks_that_drifted(
        which in 2u8..4,
        at in any::<u16>(),
        drop in any::<u8>(),
        put in prop::sample::select(vec!["null", "[]", "{}", "\"x\"", "-1", "1e999", "true", "\\", "\"", "[{", ",", "\u{0}"]),
    ) {
        let mut data = vec![which];
        data.extend(at.to_be_bytes());
        data.extend([drop, put.len() as u8]);
        data.extend(put.as_bytes());
        checks::webhook(&data);
    }

    #[test]
    fn cursors(text in "([a-z]{1,6}:)?([0-9x%a-f.+-]{0,12}:){0,4}.{0,8}") {
        checks::cursor(text.as_bytes());
    }

    #[test]
    fn event_streams(
        head in any::<[u8; 3]>(),
        parts in prop::collection::vec(prop::sample::select(vec!["data: {}", "data", ":", "event: e", "id: 1", "id: \u{0}", "retry: 5", "\n", "\r", "\r\n", "\n\n", "\u{feff}", "é"]), 0..40),
    ) {
        let mut data = head.to_vec();
        data.extend(parts.concat().as_bytes());
        checks::events(&data);
    }
}

proptest! {
    // The same documents each time: others are for the fuzzer.
    #![proptest_config(ProptestConfig { cases: 48, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    /// A document with other text in the place of some of it.
    #[test]
    fn documents(
        edits in prop::collection::vec((any::<u16>(), 0u8..40, prop::sample::select(vec!["null", "{}", "[]", "\"$ref\": \"#/paths\"", "\"", "3.1.0", "\t", "\u{feff}", "{\"a\":", "\n", "true", "-", ": ", "&a", "*a", "\\ud800"])), 1..6),
    ) {
        let mut data = vec![1];
        for (at, drop, put) in edits {
            data.extend(at.to_be_bytes());
            data.extend([drop, put.len() as u8]);
            data.extend(put.as_bytes());
        }
        checks::document(&data);
    }

    #[test]
    fn texts(text in "(openapi: 3.[01].[0-9]\n)?[a-z:{}\\[\\]\"'#&*!|>%@`,?\t\n -]{0,120}") {
        let mut data = vec![0];
        data.extend(text.as_bytes());
        checks::document(&data);
    }
}
