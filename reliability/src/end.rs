//! What a call ended in, whatever its types: the facts that a test asserts, and all that a program could print of it.

use std::error::Error as StdError;
use std::fmt::{Debug, Write};
use std::time::Duration;

use callslip_core::{Drift, DriftKind, Error, ErrorKind, ResponseValue};

use crate::canary;

/// What a call ended in.
#[derive(Debug)]
pub struct End {
    /// `None` for a value.
    pub kind: Option<ErrorKind>,
    /// The status, if an answer came.
    pub status: Option<u16>,
    /// How often the call was attempted.
    pub attempts: u32,
    /// How long the service asked to wait.
    pub retry_after: Option<Duration>,
    /// Where decoding failed.
    pub json_path: Option<String>,
    /// Whether the provider's error body is there, typed.
    pub typed: bool,
    /// The length of the body, if its bytes were kept.
    pub body: Option<usize>,
    /// What was mended.
    pub repairs: Vec<(String, DriftKind)>,
    /// Everything that differs from the spec.
    pub drift: Vec<(String, DriftKind)>,
    /// The line that an error is; empty for a value.
    pub line: String,
    /// What caused the error, one cause after the other.
    pub causes: String,
}

impl End {
    /// Takes the facts out, and looks whether anything confidential shows.
    ///
    /// # Panics
    ///
    /// If it does.
    pub fn of<T: Debug, E: Debug + 'static>(outcome: &Result<ResponseValue<T>, Error<E>>) -> Self {
        canary::assert_hidden("what a call ended in", &printed(outcome));
        match outcome {
            Ok(value) => Self {
                kind: None,
                status: Some(value.status().as_u16()),
                attempts: value.attempts(),
                retry_after: None,
                json_path: None,
                typed: false,
                body: Some(value.raw().len()),
                repairs: places(value.repairs()),
                drift: places(&value.drift()),
                line: String::new(),
                causes: String::new(),
            },
            Err(error) => Self {
                kind: Some(error.kind()),
                status: error.status().map(|status| status.as_u16()),
                attempts: error.attempts(),
                retry_after: error.retry_after(),
                json_path: error.json_path().map(str::to_owned),
                typed: error.api_error().is_some(),
                body: error.raw_body().map(|body| body.len()),
                repairs: Vec::new(),
                drift: Vec::new(),
                line: error.to_string(),
                causes: causes(error).map(|cause| format!("{cause}\n")).collect(),
            },
        }
    }
}

fn places(drift: &[Drift]) -> Vec<(String, DriftKind)> {
    drift
        .iter()
        .map(|drift| (drift.path().to_owned(), drift.kind()))
        .collect()
}

fn causes<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source())
}

/// All that a program could print of an outcome.
fn printed<T: Debug, E: Debug + 'static>(outcome: &Result<ResponseValue<T>, Error<E>>) -> String {
    let mut text = format!("{outcome:?}\n{outcome:#?}\n");
    match outcome {
        Ok(value) => {
            let drift = value.drift();
            // The value by itself too: its container could hide what it does not.
            let inner = &**value;
            let _ = writeln!(text, "{inner:?}\n{inner:#?}\n{drift:?}\n{drift:#?}");
            for drift in drift.iter().chain(value.repairs()) {
                let _ = writeln!(text, "{drift}");
            }
        }
        Err(error) => {
            let (code, message) = (error.provider_code(), error.provider_message());
            let _ = writeln!(text, "{error}\n{error:#}\n{code:?}\n{message:?}");
            let _ = writeln!(text, "{:?}\n{:?}", error.request_id(), error.json_path());
            for cause in causes(error) {
                let _ = writeln!(text, "{cause}\n{cause:#}\n{cause:?}\n{cause:#?}");
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canary::{BEARER, DECOY};

    #[derive(Debug)]
    struct Careless(#[allow(dead_code, reason = "read by `Debug`")] &'static str);

    #[test]
    #[should_panic(expected = "shows [\"decoy\"")]
    fn a_value_that_shows_what_it_holds_is_found() {
        End::of::<_, ()>(&Ok(ResponseValue::for_test(Careless(DECOY), "{}")));
    }

    #[test]
    fn bytes_and_typed_error_bodies_are_kept_and_not_shown() {
        let value = ResponseValue::for_test((), format!("\"{BEARER}\""));
        let end = End::of::<_, ()>(&Ok(value));
        assert_eq!(end.body, Some(BEARER.len() + 2));
        let end = End::of::<(), _>(&Err(Error::for_test(401, Some(BEARER))));
        assert!(end.typed && end.status == Some(401));
    }
}
