//! Values without values inside: what serde reads, and what can be turned into that without loss.

use std::borrow::Cow;

use chrono::{DateTime, SecondsFormat, Utc};
use uuid::Uuid;

use crate::json::input::{FromJson, Input};
use crate::json::numbers::EXACT;
use crate::json::reader::read_text;
use crate::json::schema::Shape;
use crate::json::text::{JsonType, content, is_json, mend_surrogates, number_in_range, unescape};
use crate::values::times::clear_moment;

/// Whether the Rust type behind the shape reads this value; otherwise what was seen, in words without the value.
pub(crate) fn fits(shape: &Shape, kind: JsonType, raw: &str) -> Result<(), &'static str> {
    let fits = match shape {
        Shape::String | Shape::Enum(_) | Shape::StringOrList => {
            kind == JsonType::String && is_text(raw)
        }
        Shape::DateTime => reads::<DateTime<Utc>>(raw),
        Shape::Uuid => reads::<Uuid>(raw),
        Shape::Integer => is_integer(raw),
        Shape::Number => kind == JsonType::Number && number_in_range(raw),
        Shape::Boolean => kind == JsonType::Boolean,
        Shape::Any | Shape::Binary | Shape::Empty => true,
        _ => false,
    };
    match (shape, kind) {
        _ if fits => Ok(()),
        (Shape::Number, JsonType::Number) => Err("number out of range"),
        (Shape::String | Shape::Enum(_) | Shape::StringOrList, JsonType::String) => {
            Err("string with half a surrogate pair")
        }
        _ => Err(kind.name()),
    }
}

/// The same value as JSON of the right type, if there is one way only to read it as that.
pub(crate) fn convert<'a>(shape: &Shape, kind: JsonType, raw: &'a str) -> Option<Cow<'a, str>> {
    match (shape, kind) {
        (Shape::Integer, JsonType::Number) => whole(raw).map(Cow::Owned),
        (Shape::Integer | Shape::Number, JsonType::String) => {
            let text = unescape(raw)?;
            if !is_json_number(&text) || !number_in_range(&text) {
                return None;
            }
            match shape {
                Shape::Integer if !is_integer(&text) => whole(&text).map(Cow::Owned),
                _ => Some(text),
            }
        }
        (Shape::String | Shape::Enum(_) | Shape::StringOrList, JsonType::String) => {
            mend_surrogates(raw).map(Cow::Owned)
        }
        // An id that became a number is still that id.
        (Shape::String, JsonType::Number) => Some(format!("\"{raw}\"").into()),
        (Shape::Boolean, JsonType::Number | JsonType::String) => {
            truth(raw).map(|truth| if truth { "true" } else { "false" }.into())
        }
        (Shape::DateTime, JsonType::Number | JsonType::String) => {
            let moment = clear_moment(&content(raw)?)?;
            let text = moment.to_rfc3339_opts(SecondsFormat::AutoSi, true);
            // Nothing in it needs to be escaped.
            Some(format!("\"{text}\"").into())
        }
        _ => None,
    }
}

/// The boolean that a JSON value is in any clear spelling: `true`, `1`, `1.0`, `"True"`, `"yes"`, `"1"` and their opposites.
pub(crate) fn truth(raw: &str) -> Option<bool> {
    let text = content(raw)?;
    let text = text.trim();
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    if is("true") || is("yes") {
        return Some(true);
    }
    if is("false") || is("no") {
        return Some(false);
    }
    match whole(text).filter(|_| is_json_number(text))?.as_str() {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

/// Whether a typed field reads this; asks the field's own type, so that the two cannot disagree.
fn reads<T: FromJson>(json: &str) -> bool {
    let read = &mut |input: &mut dyn Input| T::from_json(input).map(drop);
    read_text(json, read).is_ok()
}

/// Whether what stands in quotes is text: only an escape of a unit can be half a pair, and so none.
fn is_text(quoted: &str) -> bool {
    !quoted.contains("\\u") || unescape(quoted).is_some()
}

/// Whether serde_json reads this number as an integer. It reads `-0` as a fraction, to keep the sign.
fn is_integer(number: &str) -> bool {
    number != "-0" && number.parse::<i64>().is_ok()
}

/// The integer that a number in another notation, such as `3.0` or `3e2`, stands for exactly.
pub(crate) fn whole(number: &str) -> Option<String> {
    // Text beats arithmetic here: `9007199254740993.0` is exact although no double holds it.
    if let Some((integer, zeros)) = number.split_once('.')
        && !zeros.is_empty()
        && zeros.bytes().all(|digit| digit == b'0')
        && let Ok(integer) = integer.parse::<i64>()
    {
        return Some(integer.to_string());
    }
    let value: f64 = number.parse().ok()?;
    // Every whole number of this size is a double, so nothing was rounded; the range makes the cast exact.
    #[allow(clippy::cast_possible_truncation)]
    (value.fract() == 0.0 && value.abs() < EXACT && is_short(number))
        .then(|| (value as i64).to_string())
}

/// Whether a number has so few digits that a double holds it without rounding.
fn is_short(number: &str) -> bool {
    number
        .bytes()
        .take_while(|byte| !matches!(byte, b'e' | b'E'))
        .filter(u8::is_ascii_digit)
        .count()
        <= 15
}

/// Whether a string is a number as JSON writes it: without spaces, leading zeros or a plus sign.
fn is_json_number(text: &str) -> bool {
    text.starts_with(|first: char| first == '-' || first.is_ascii_digit())
        && text.ends_with(|last: char| last.is_ascii_digit())
        && is_json(text.as_bytes())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{convert, fits};
    use crate::json::schema::Shape;
    use crate::json::text::JsonType;
    use proptest::prelude::*;

    fn kind(raw: &str) -> JsonType {
        crate::json::text::Cursor::new(raw).kind()
    }

    #[test]
    fn converts_what_loses_nothing() {
        for (shape, raw, converted) in [
            (Shape::Integer, "3.0", Some("3")),
            (Shape::Integer, "-3.000", Some("-3")),
            (Shape::Integer, "3e2", Some("300")),
            (Shape::Integer, "1.5e1", Some("15")),
            (Shape::Integer, "-0", Some("0")),
            (
                Shape::Integer,
                "9007199254740993.0",
                Some("9007199254740993"),
            ),
            (Shape::Integer, "9007199254740993e0", None),
            (Shape::Integer, "1e30", None),
            (Shape::Integer, "3.5", None),
            (Shape::Integer, "0.99999999999999999999", None),
            (Shape::Integer, "18446744073709551615", None),
            (Shape::Integer, r#""12""#, Some("12")),
            (Shape::Integer, r#""12.0""#, Some("12")),
            (Shape::Integer, r#""-7""#, Some("-7")),
            (Shape::Integer, r#""1\u0032""#, Some("12")),
            (Shape::Integer, r#""12 s""#, None),
            (Shape::Integer, r#"" 12""#, None),
            (Shape::Integer, r#""012""#, None),
            (Shape::Integer, r#""+12""#, None),
            (Shape::Integer, r#""""#, None),
            (Shape::Integer, "true", None),
            (Shape::Number, r#""1.50""#, Some("1.50")),
            (Shape::Number, r#""1e999""#, None),
            (Shape::Number, r#""1,5""#, None),
            (Shape::Number, r#""NaN""#, None),
            (Shape::Number, r#""[1]""#, None),
            (Shape::Boolean, "0", Some("false")),
            (Shape::Boolean, "1", Some("true")),
            (Shape::Boolean, "1.0", Some("true")),
            (Shape::Boolean, "0e0", Some("false")),
            (Shape::Boolean, "2", None),
            (Shape::Boolean, "0.5", None),
            (Shape::Boolean, r#""true""#, Some("true")),
            (Shape::Boolean, r#""True""#, Some("true")),
            (Shape::Boolean, r#"" YES ""#, Some("true")),
            (Shape::Boolean, r#""1""#, Some("true")),
            (Shape::Boolean, r#""1.0""#, Some("true")),
            (Shape::Boolean, r#""False""#, Some("false")),
            (Shape::Boolean, r#""no""#, Some("false")),
            (Shape::Boolean, r#""0""#, Some("false")),
            (Shape::Boolean, r#""""#, None),
            (Shape::Boolean, r#""maybe""#, None),
            (Shape::Boolean, r#""2""#, None),
            (Shape::Boolean, r#""null""#, None),
            (Shape::String, "1", Some(r#""1""#)),
            (Shape::String, "-1.50e7", Some(r#""-1.50e7""#)),
            (Shape::String, "true", None),
            (
                Shape::DateTime,
                "1705314600",
                Some(r#""2024-01-15T10:30:00Z""#),
            ),
            (
                Shape::DateTime,
                "1705314600250",
                Some(r#""2024-01-15T10:30:00.250Z""#),
            ),
            (
                Shape::DateTime,
                r#""2024-01-15 11:30 +01""#,
                Some(r#""2024-01-15T10:30:00Z""#),
            ),
            (Shape::DateTime, r#""2024-01-15T10:30:00""#, None),
            (Shape::DateTime, "0", None),
            (Shape::DateTime, "true", None),
        ] {
            assert_eq!(
                convert(&shape, kind(raw), raw).as_deref(),
                converted,
                "{shape:?} {raw}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_fits_is_what_serde_reads(raw in "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,3})?([eE][+-]?[0-9]{1,3})?") {
            prop_assert_eq!(fits(&Shape::Integer, JsonType::Number, &raw).is_ok(), serde_json::from_str::<i64>(&raw).is_ok());
            prop_assert_eq!(fits(&Shape::Number, JsonType::Number, &raw).is_ok(), serde_json::from_str::<f64>(&raw).is_ok());
            if let Some(converted) = convert(&Shape::Integer, JsonType::Number, &raw) {
                let integer: i64 = converted.parse().unwrap();
                prop_assert_eq!(integer as f64, raw.parse::<f64>().unwrap());
            }
        }
    }
}
