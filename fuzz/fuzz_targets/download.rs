//! Any headers and any first bytes as the answer to a download: judging them never panics, no message shows what came, and a part
//! is taken only if it is the one that was asked for.
//!
//! `cargo +nightly fuzz run download`

#![no_main]

use callslip_core::download::probe::{Probed, probe};
use http::header::{
    CONTENT_ENCODING, CONTENT_RANGE, CONTENT_TYPE, DATE, ETAG, HeaderMap, HeaderName, HeaderValue, LAST_MODIFIED,
};
use http::StatusCode;
use libfuzzer_sys::fuzz_target;

const NAMES: [HeaderName; 6] = [CONTENT_TYPE, CONTENT_ENCODING, CONTENT_RANGE, ETAG, LAST_MODIFIED, DATE];
const EXPECTED: [Option<&str>; 5] = [None, Some("audio/*"), Some("text/plain, application/json"), Some("*/*"), Some("")];
/// What no message may show, wherever it came from.
const MARKER: &str = "m4rker";

fuzz_target!(|data: &[u8]| {
    // Which status, what is expected and from where the rest is asked for; then lines, each a header by its first byte;
    // then, after an empty line, the body.
    let [choice, from, total, rest @ ..] = data else {
        return;
    };
    let end = rest.windows(2).position(|pair| pair == b"\n\n");
    let (head, body) = match end {
        Some(end) => (&rest[..end], &rest[end + 2..]),
        None => (rest, &[][..]),
    };
    let mut headers = HeaderMap::new();
    for line in head.split(|byte| *byte == b'\n') {
        let Some((name, value)) = line.split_first() else { continue };
        if let Ok(value) = HeaderValue::from_bytes(value) {
            headers.append(NAMES[usize::from(*name) % NAMES.len()].clone(), value);
        }
    }
    let status = [200, 206, 416, 302, 503, 404][usize::from(choice % 6)];
    let status = StatusCode::from_u16(status).expect("a status");
    let expected = EXPECTED[usize::from(choice / 6) % EXPECTED.len()];
    let (from, total) = (u64::from(*from), Some(u64::from(*total)).filter(|total| total % 2 == 1));
    let validator = headers.get(ETAG).cloned().unwrap_or(HeaderValue::from_static("\"v1\""));
    let asked = (from > 0 && total.is_none_or(|total| from < total)).then_some((from, &validator, total));
    let length = (from % 3 == 0).then_some(body.len() as u64);

    match probe(status, &headers, length, asked, expected, body) {
        Probed::File(whole, continued_by) => {
            if status == StatusCode::PARTIAL_CONTENT {
                let (from, _, total) = asked.expect("a part is taken only if it was asked for");
                assert!(whole.is_none_or(|whole| from < whole), "nothing is behind the end");
                assert!(total.is_none() || whole == total, "another length is another file");
                let range = headers[CONTENT_RANGE].to_str().expect("letters").to_ascii_lowercase();
                let digits: String = range.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
                assert_eq!(digits.parse(), Ok(from), "{range}");
            } else {
                assert_eq!(status, StatusCode::OK);
                if let Some(validator) = continued_by {
                    assert!(!validator.as_bytes().starts_with(b"W/"), "a weak tag continues nothing");
                }
                let empty = body.trim_ascii().is_empty() && body.len() < 2048;
                assert!(!empty || expected == Some("*/*"), "nothing is no file");
            }
        }
        Probed::NoFile(what) => {
            let meant = expected == Some("*/*") && !what.contains("compressed");
            assert!(!meant, "whatever comes is taken");
            assert!(!what.contains(MARKER) || is_media_type(&headers), "{what}");
            assert!(!what.chars().any(char::is_control) && what.len() < 512, "{what}");
        }
        Probed::Other => {}
    }
});

/// A media type is the one thing that a message shows, if it looks like one.
fn is_media_type(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|value| String::from_utf8_lossy(value.as_bytes()).to_lowercase().contains(MARKER))
}
