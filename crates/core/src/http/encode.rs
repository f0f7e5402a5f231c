//! How values are written into URLs and bodies.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::RequestBuilder;
use reqwest::header::{CONTENT_TYPE, HeaderValue};
use serde::Serialize;
use serde_json::Value;

use crate::error::Failure;
use crate::exchange::provider::Operation;

/// Everything but RFC 3986's unreserved characters.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// One path segment, percent-encoded. Empty, `.` and `..` cannot be encoded: they are refused before this is called.
#[doc(hidden)]
#[must_use]
pub fn encode_path(segment: &str) -> String {
    Cow::from(utf8_percent_encode(segment, SEGMENT)).into_owned()
}

/// A query parameter: an absent value writes nothing, a list repeats the name, an object writes its own names.
#[doc(hidden)]
pub struct QueryParam<'a, T> {
    pub(crate) name: &'a str,
    pub(crate) value: &'a T,
}

impl<'a, T> QueryParam<'a, T> {
    #[doc(hidden)]
    pub fn new(name: &'a str, value: &'a T) -> Self {
        Self { name, value }
    }
}

/// A value as it stands in a query or a form.
pub(crate) fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => text.into(),
        // JSON writes 50.0, which a reader of whole numbers refuses; in a query 50 is the same number.
        Value::Number(number) if number.is_f64() => {
            let number = number.as_f64().unwrap_or_default();
            number.to_string().into()
        }
        other => other.to_string().into(),
    }
}

/// A list as one value, its items joined by commas; nothing if the list is empty.
///
/// # Errors
///
/// `InvalidRequest` if an item is empty or holds a comma: a reader would see other items.
#[doc(hidden)]
pub fn comma_list<T: Serialize>(
    operation: &'static Operation,
    parameter: &str,
    items: &[T],
) -> Result<Option<String>, Failure> {
    let mut joined = String::new();
    for (index, item) in items.iter().enumerate() {
        let item = serde_json::to_value(item).map_err(|_| Failure::unsendable())?;
        let item = text(&item);
        if item.is_empty() || item.contains(',') {
            let why = "has an item that is empty or holds a comma, which stands between items";
            return Err(Failure::not_sent(
                operation.id,
                &format!("the parameter `{parameter}` {why}"),
            ));
        }
        if index > 0 {
            joined.push(',');
        }
        joined.push_str(&item);
    }
    Ok((!joined.is_empty()).then_some(joined))
}

/// What generated code calls for a form body.
#[doc(hidden)]
pub trait RequestBuilderExt: Sized {
    #[doc(hidden)]
    fn form_urlencoded<T: Serialize + ?Sized>(self, body: &T) -> Result<Self, Failure>;
}

impl RequestBuilderExt for RequestBuilder {
    fn form_urlencoded<T: Serialize + ?Sized>(self, body: &T) -> Result<Self, Failure> {
        let (media_type, form) = form(body).map_err(|_| Failure::unsendable())?;
        Ok(self.header(CONTENT_TYPE, media_type).body(form))
    }
}

/// A body as the pairs of a form, and its media type. An absent value writes nothing, a list repeats the name, an object is JSON.
pub(crate) fn form<T: Serialize + ?Sized>(
    body: &T,
) -> Result<(HeaderValue, String), serde_json::Error> {
    let pairs = serde_json::to_value(body)?;
    let mut form = form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs.as_object().into_iter().flatten() {
        match value {
            Value::Null => {}
            // As in a query.
            Value::Array(items) => items.iter().for_each(|item| {
                form.append_pair(name, &text(item));
            }),
            value => _ = form.append_pair(name, &text(value)),
        }
    }
    let media_type = HeaderValue::from_static("application/x-www-form-urlencoded");
    Ok((media_type, form.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn segments_are_encoded_beyond_doubt() {
        assert_eq!(
            encode_path("a/b?c#d%e f\r\né"),
            "a%2Fb%3Fc%23d%25e%20f%0D%0A%C3%A9"
        );
        assert_eq!(encode_path("call_123-4.5~6"), "call_123-4.5~6");
    }

    #[test]
    fn numbers_have_no_fraction_that_is_none() {
        for (number, written) in [(50.0, "50"), (0.5, "0.5"), (-2.0, "-2")] {
            assert_eq!(text(&serde_json::json!(number)), written);
        }
        assert_eq!(text(&serde_json::json!(i64::MAX)), i64::MAX.to_string());
    }

    proptest! {
        #[test]
        fn what_is_encoded_decodes_to_itself(text in ".{0,40}") {
            let encoded = encode_path(&text);
            prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_graphic() && !b"/?#".contains(&byte)));
            let decoded = percent_encoding::percent_decode_str(&encoded).decode_utf8().expect("UTF-8");
            prop_assert_eq!(decoded, text);
        }
    }
}
