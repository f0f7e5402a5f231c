//! What a download makes of the head and the first bytes of an answer, for the fuzz target; nothing is asked and nothing written.

use reqwest::StatusCode;
use reqwest::header::{HeaderMap, HeaderValue};

use super::answer::{Verdict, judge, media_type};
use super::content::{Beginning, Expected};
use super::range::{Progress, Validator};
use crate::http::clock::{Clock, SystemClock};

/// What is told of an answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Probed {
    /// The file, or its rest from where it was asked for: the length of the whole, and by what it could be continued.
    File(Option<u64>, Option<HeaderValue>),
    /// What is wrong with it, in words.
    NoFile(String),
    /// Any other answer.
    Other,
}

/// Judges an answer; `asked` is from where the rest was asked for, and by which validator.
#[must_use]
pub fn probe(
    status: StatusCode,
    headers: &HeaderMap,
    length: Option<u64>,
    asked: Option<(u64, &HeaderValue, Option<u64>)>,
    expected: Option<&str>,
    body: &[u8],
) -> Probed {
    let expected = expected.map(Expected::new).unwrap_or_default();
    let asked = asked.map(|(position, validator, total)| Progress {
        position,
        total,
        validator: Some(Validator(validator.clone())),
    });
    match judge(status, headers, length, asked.as_ref(), &expected) {
        Verdict::Rest(total) => {
            let validator = asked.and_then(|asked| asked.validator);
            Probed::File(total, validator.map(|validator| validator.0))
        }
        Verdict::Whole(total) => {
            let media_type = media_type(headers);
            match expected.judge(media_type.as_deref(), body, true) {
                Beginning::NoFile(what) => Probed::NoFile(what),
                _ => {
                    let validator = Validator::of(headers, SystemClock.now());
                    Probed::File(total, validator.map(|validator| validator.0))
                }
            }
        }
        Verdict::WrongContent(what) => Probed::NoFile(what),
        Verdict::Changed | Verdict::Passing | Verdict::Elsewhere | Verdict::Refused => {
            Probed::Other
        }
    }
}
