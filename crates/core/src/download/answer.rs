//! What an answer to a download says before its first byte: whether it is the file, and which part of it.

use reqwest::StatusCode;
use reqwest::header::{CONTENT_ENCODING, CONTENT_RANGE, CONTENT_TYPE, HeaderMap, HeaderName};

use super::content::{Expected, essence};
use super::range::{ContentRange, Progress};
use crate::exchange::is_passing;

/// The encodings of HTTP (IANA's registry) under which the bytes are not the file, and a few that are used beside it. Any other
/// token names none that could be undone: services write a charset (`utf-8`), how the upload was signed (`aws-chunked`), or that
/// there is none (`none`) here. Then the file is as it came, and its first bytes are judged like any.
const COMPRESSED: &str = "aes128gcm br bzip2 compress dcb dcz deflate exi gzip lz4 pack200-gzip snappy x-compress x-gzip xz \
    zstd";

/// What to do with an answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The file from its first byte on; the length, if it is told.
    Whole(Option<u64>),
    /// The part that was asked for, up to the end; the length of the whole file, if it is told.
    Rest(Option<u64>),
    /// Not the file that was begun.
    Changed,
    /// A status that passes by itself.
    Passing,
    /// The file is elsewhere.
    Elsewhere,
    /// It is no file; what is wrong with it.
    WrongContent(String),
    /// Any other status.
    Refused,
}

/// Judges an answer; the rest of a file was `asked` for, if it is still the same, from where it stands.
pub(super) fn judge(
    status: StatusCode,
    headers: &HeaderMap,
    length: Option<u64>,
    asked: Option<&Progress>,
    expected: &Expected,
) -> Verdict {
    let body = match (status.as_u16(), asked) {
        (200, _) => Verdict::Whole(length),
        (206, Some(asked)) => rest(headers, length, asked),
        // The file is shorter than what is there already.
        (416, Some(_)) => return Verdict::Changed,
        _ if leads_on(status) => return Verdict::Elsewhere,
        _ if is_passing(status) => return Verdict::Passing,
        _ => return Verdict::Refused,
    };
    match wrong_content(headers, expected) {
        Some(what) if body != Verdict::Changed => Verdict::WrongContent(what),
        _ => body,
    }
}

/// Whether a status says that what was asked for is elsewhere.
pub(super) fn leads_on(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

fn rest(headers: &HeaderMap, length: Option<u64>, asked: &Progress) -> Verdict {
    let range = text(headers, CONTENT_RANGE).and_then(ContentRange::parse);
    let Some(range) = range.filter(|range| range.first == asked.position) else {
        return Verdict::Changed;
    };
    let differs = |known: Option<u64>, found: Option<u64>| {
        known.is_some_and(|known| found.is_some_and(|found| found != known))
    };
    let part = range.last - range.first + 1;
    let validator = asked.validator.as_ref();
    if validator.is_some_and(|validator| validator.denied_by(headers))
        || differs(asked.total, range.total)
        || differs(length, Some(part))
    {
        return Verdict::Changed;
    }
    Verdict::Rest(range.total.or(asked.total))
}

/// What is wrong with the content, if its headers say so.
fn wrong_content(headers: &HeaderMap, expected: &Expected) -> Option<String> {
    // A compressed form has other lengths and ranges than the file, and the client has asked for none.
    if is_compressed(headers) {
        return Some("the file was sent compressed, though it was asked for as it is".to_owned());
    }
    expected.refuses(&media_type(headers)?)
}

fn is_compressed(headers: &HeaderMap) -> bool {
    let tokens = headers
        .get_all(CONTENT_ENCODING)
        .into_iter()
        .flat_map(|value| value.as_bytes().split(|byte| matches!(byte, b',' | b';')));
    tokens.map(<[u8]>::trim_ascii).any(|token| {
        let mut known = COMPRESSED.split(' ');
        known.any(|name| token.eq_ignore_ascii_case(name.as_bytes()))
    })
}

/// The media type that an answer gives itself.
pub(super) fn media_type(headers: &HeaderMap) -> Option<String> {
    text(headers, CONTENT_TYPE).map(essence)
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;

    use super::*;
    use crate::download::range::Validator;

    fn verdict(
        status: u16,
        pairs: &[(&'static str, &'static str)],
        length: Option<u64>,
        resumed: bool,
        expected: Option<&str>,
    ) -> Verdict {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
        }
        let asked = Progress {
            position: 4,
            total: Some(10),
            validator: Some(Validator(HeaderValue::from_static("\"a\""))),
        };
        let status = StatusCode::from_u16(status).expect("a status");
        let asked = resumed.then_some(&asked);
        let expected = expected.map(Expected::new).unwrap_or_default();
        judge(status, &headers, length, asked, &expected)
    }

    #[test]
    fn a_type_that_is_not_expected_is_told() {
        let page = [("content-type", "text/html; charset=utf-8")];
        let none = |verdict| matches!(verdict, Verdict::WrongContent(_));
        assert!(none(verdict(200, &page, None, false, None)));
        let part = [
            ("content-type", "text/html"),
            ("content-range", "bytes 4-9/10"),
        ];
        assert!(none(verdict(206, &part, None, true, None)));
        assert_eq!(
            verdict(200, &page, None, false, Some("text/html")),
            Verdict::Whole(None)
        );
    }

    #[test]
    fn a_compressed_form_is_refused_and_an_encoding_that_is_none_is_not() {
        let whole = |encodings: &[&'static str]| {
            let headers: Vec<_> = encodings
                .iter()
                .map(|value| ("content-encoding", *value))
                .collect();
            verdict(200, &headers, Some(3), false, None) == Verdict::Whole(Some(3))
        };
        for compressed in [
            "gzip",
            "X-GZip",
            "br",
            "deflate",
            "zstd",
            "compress",
            "utf-8, GZIP",
            "gzip;q=1",
            "aws-chunked,br",
        ] {
            assert!(!whole(&[compressed]), "{compressed}");
        }
        assert!(!whole(&["identity", "gzip"]), "every line counts");
        for none in [
            "",
            "identity",
            "Identity",
            "none",
            "utf-8",
            "UTF-8",
            "aws-chunked",
            "identity, aws-chunked",
            ",",
            "binary",
        ] {
            assert!(whole(&[none]), "{none}");
        }
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
        assert_eq!(verdict(503, &[], None, false, None), Verdict::Passing);
        assert_eq!(verdict(429, &[], None, true, None), Verdict::Passing);
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
