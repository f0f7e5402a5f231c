//! What an answer to a download says before its first byte: whether it is the file, and which part of it.

use std::time::SystemTime;

use reqwest::StatusCode;
use reqwest::header::{CONTENT_ENCODING, CONTENT_RANGE, CONTENT_TYPE, HeaderMap, HeaderName};

use super::range::{ContentRange, Validator};
use crate::retry::{RetryAfter, is_passing, retry_after};

/// What to do with an answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The file from its first byte on; the length, if it is told.
    Whole(Option<u64>),
    /// The part that was asked for, up to the end; the length of the whole file, if it is told.
    Rest(Option<u64>),
    /// Not the file that was begun.
    Changed,
    /// A status that passes by itself, and the wait that was asked for.
    Passing(Option<RetryAfter>),
    /// The file is elsewhere.
    Elsewhere,
    /// It is no file; what is wrong with it.
    WrongContent(String),
    /// Any other status.
    Refused,
}

/// What was asked for: the rest of a file from here on, if it is still the same.
pub(super) struct Asked<'a> {
    pub(super) from: u64,
    pub(super) validator: &'a Validator,
    pub(super) total: Option<u64>,
}

pub(super) fn judge(
    status: StatusCode,
    headers: &HeaderMap,
    length: Option<u64>,
    asked: Option<&Asked<'_>>,
    expected: Option<&str>,
    now: SystemTime,
) -> Verdict {
    let body = match (status.as_u16(), asked) {
        (200, _) => Verdict::Whole(length),
        (206, Some(asked)) => rest(headers, length, asked),
        // The file is shorter than what is there already.
        (416, Some(_)) => return Verdict::Changed,
        (301 | 302 | 303 | 307 | 308, _) => return Verdict::Elsewhere,
        _ if is_passing(status) => return Verdict::Passing(retry_after(headers, now)),
        _ => return Verdict::Refused,
    };
    match wrong_content(headers, expected) {
        Some(what) if body != Verdict::Changed => Verdict::WrongContent(what),
        _ => body,
    }
}

fn rest(headers: &HeaderMap, length: Option<u64>, asked: &Asked<'_>) -> Verdict {
    let range = text(headers, CONTENT_RANGE).and_then(ContentRange::parse);
    let Some(range) = range.filter(|range| range.first == asked.from) else {
        return Verdict::Changed;
    };
    let differs = |known: Option<u64>, found: Option<u64>| {
        known.is_some_and(|known| found.is_some_and(|found| found != known))
    };
    let part = range.last - range.first + 1;
    if asked.validator.denied_by(headers)
        || differs(asked.total, range.total)
        || differs(length, Some(part))
    {
        return Verdict::Changed;
    }
    Verdict::Rest(range.total.or(asked.total))
}

/// What is wrong with the content, if its headers say so.
fn wrong_content(headers: &HeaderMap, expected: Option<&str>) -> Option<String> {
    // A compressed form has other lengths and ranges than the file, and the client has asked for none.
    let encoding = text(headers, CONTENT_ENCODING).unwrap_or("identity").trim();
    if !encoding.eq_ignore_ascii_case("identity") {
        return Some("the file was sent compressed, though it was asked for as it is".to_owned());
    }
    let found = text(headers, CONTENT_TYPE).map(essence)?;
    if says_nothing(&found) {
        return None;
    }
    match expected {
        Some(expected) if matches(&found, expected) => None,
        Some(expected) => Some(format!(
            "the content is {}, expected {expected}",
            shown(&found)
        )),
        None if found == "text/html" => Some(
            "the content is text/html, a page in place of a file: has the link run out? If a page is meant, say \
             expect_type(\"text/html\")"
                .to_owned(),
        ),
        None => None,
    }
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// A media type without its parameters.
pub(super) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// The types that stores give to what nobody gave a type.
fn says_nothing(essence: &str) -> bool {
    matches!(
        essence,
        "" | "application/octet-stream" | "binary/octet-stream"
    )
}

fn matches(found: &str, expected: &str) -> bool {
    let expected = essence(expected);
    match expected.strip_suffix('*') {
        Some("" | "*/") => true,
        Some(family) => found.starts_with(family),
        None => found == expected,
    }
}

/// A type as a message may show it: what looks like none could be anything.
fn shown(essence: &str) -> &str {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/+-.".contains(c);
    if essence.len() <= 64 && essence.chars().all(plain) {
        essence
    } else {
        "of another type"
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use reqwest::header::HeaderValue;

    use super::*;

    fn verdict(
        status: u16,
        pairs: &[(&'static str, &'static str)],
        length: Option<u64>,
        resumed: bool,
        expected: Option<&str>,
    ) -> Verdict {
        let headers = pairs
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                )
            })
            .collect();
        let validator = Validator(HeaderValue::from_static("\"a\""));
        let asked = Asked {
            from: 4,
            validator: &validator,
            total: Some(10),
        };
        let status = StatusCode::from_u16(status).expect("a status");
        let asked = resumed.then_some(&asked);
        judge(
            status,
            &headers,
            length,
            asked,
            expected,
            SystemTime::UNIX_EPOCH,
        )
    }

    fn typed(found: &'static str, expected: Option<&str>) -> bool {
        let headers = [("content-type", found)];
        verdict(200, &headers, None, false, expected) == Verdict::Whole(None)
    }

    #[test]
    fn a_page_is_no_file_and_a_type_is_checked_if_one_is_told() {
        assert!(typed("audio/mpeg", None) && typed("text/plain", None));
        assert!(!typed("text/html", None) && !typed("Text/HTML; charset=utf-8", None));
        assert!(typed("text/html; charset=utf-8", Some("text/html")));
        for expected in ["audio/mpeg", "Audio/*", "audio/mpeg; x=y", "*/*"] {
            assert!(
                typed("audio/mpeg; codecs=mp3", Some(expected)),
                "{expected}"
            );
        }
        for expected in ["audio/wav", "video/*", "audio/", ""] {
            assert!(!typed("audio/mpeg", Some(expected)), "{expected}");
        }
        for nothing in ["application/octet-stream", "binary/octet-stream", ""] {
            assert!(typed(nothing, Some("audio/mpeg")), "{nothing}");
        }
        let odd = [("content-type", "m4rker m4rker")];
        let Verdict::WrongContent(what) = verdict(200, &odd, None, false, Some("audio/*")) else {
            panic!("not told");
        };
        assert!(!what.contains("m4rker"), "{what}");
    }

    #[test]
    fn a_compressed_form_is_refused() {
        let gzip = [("content-encoding", "gzip")];
        assert!(matches!(
            verdict(200, &gzip, None, false, None),
            Verdict::WrongContent(_)
        ));
        let plain = [("content-encoding", "Identity")];
        assert_eq!(
            verdict(200, &plain, Some(3), false, None),
            Verdict::Whole(Some(3))
        );
    }

    #[test]
    fn a_part_must_be_the_one_that_was_asked_for() {
        for (headers, length, wanted) in [
            (
                vec![("content-range", "bytes 4-9/10")],
                Some(6),
                Verdict::Rest(Some(10)),
            ),
            (
                vec![("content-range", "bytes 4-9/*")],
                None,
                Verdict::Rest(Some(10)),
            ),
            (
                vec![("content-range", "bytes 4-9/10"), ("etag", "\"a\"")],
                None,
                Verdict::Rest(Some(10)),
            ),
            (
                vec![("content-range", "bytes 4-9/10"), ("etag", "\"b\"")],
                None,
                Verdict::Changed,
            ),
            (
                vec![("content-range", "bytes 4-9/11")],
                None,
                Verdict::Changed,
            ),
            (
                vec![("content-range", "bytes 3-9/10")],
                None,
                Verdict::Changed,
            ),
            (
                vec![("content-range", "bytes 4-9/10")],
                Some(5),
                Verdict::Changed,
            ),
            (vec![("content-range", "4-9/10")], None, Verdict::Changed),
            (vec![], Some(6), Verdict::Changed),
        ] {
            assert_eq!(
                verdict(206, &headers, length, true, None),
                wanted,
                "{headers:?}"
            );
        }
        assert_eq!(verdict(416, &[], None, true, None), Verdict::Changed);
        // Nobody asked for a part.
        let part = [("content-range", "bytes 0-9/10")];
        assert_eq!(verdict(206, &part, None, false, None), Verdict::Refused);
        assert_eq!(verdict(416, &[], None, false, None), Verdict::Refused);
    }

    #[test]
    fn statuses_are_told_apart() {
        let wait = [("retry-after", "7")];
        let seven = Some(RetryAfter::Told(Duration::from_secs(7)));
        assert_eq!(
            verdict(503, &wait, None, false, None),
            Verdict::Passing(seven)
        );
        assert_eq!(verdict(429, &[], None, true, None), Verdict::Passing(None));
        assert_eq!(verdict(302, &[], None, false, None), Verdict::Elsewhere);
        for status in [204, 304, 401, 403, 404, 410, 500] {
            assert_eq!(
                verdict(status, &[], None, false, None),
                Verdict::Refused,
                "{status}"
            );
        }
    }
}
