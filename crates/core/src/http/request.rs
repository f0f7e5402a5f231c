//! A request as generated code builds it: the client's base URL is already in it, its headers are not; and how values are written
//! into URLs and bodies.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Url};
use serde::Serialize;
use serde_json::Value;

use crate::error::Failure;
use crate::exchange::provider::Operation;
use crate::http::client::{ClientCore, Shared};
use crate::http::upload::Upload;
use crate::json::JSON;
use crate::json::text::written;

/// What generated code takes for an HTTP client. Its methods are given a path with the base URL's prefix, and never another
/// server: scheme, host and port are the base URL's.
#[derive(Clone, Debug)]
pub struct Http(ClientCore);

impl ClientCore {
    /// What requests are made with.
    pub fn http(&self) -> Http {
        Http(self.clone())
    }
}

#[allow(missing_docs, reason = "named after the HTTP methods that they are")]
impl Http {
    pub fn get(&self, path: String) -> Request {
        self.request(Method::GET, &path)
    }

    pub fn post(&self, path: String) -> Request {
        self.request(Method::POST, &path)
    }

    pub fn put(&self, path: String) -> Request {
        self.request(Method::PUT, &path)
    }

    pub fn patch(&self, path: String) -> Request {
        self.request(Method::PATCH, &path)
    }

    pub fn delete(&self, path: String) -> Request {
        self.request(Method::DELETE, &path)
    }

    pub fn head(&self, path: String) -> Request {
        self.request(Method::HEAD, &path)
    }

    fn request(&self, method: Method, path: &str) -> Request {
        // Cheaper than parsing the whole URL anew on every call.
        let mut url = self.0.shared().base_url.url.clone();
        url.set_path(path);
        Request {
            method,
            url,
            headers: HeaderMap::new(),
            asks_for_json: false,
            anonymous: false,
            content: None,
            unsendable: false,
        }
    }
}

#[allow(
    missing_docs,
    reason = "generated code calls them as it would reqwest's"
)]
impl Request {
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        if name == ACCEPT && value == JSON {
            self.asks_for_json = true;
        } else {
            self.headers.insert(name, value);
        }
        self
    }

    pub fn headers(mut self, headers: HeaderMap) -> Self {
        self.headers.extend(headers);
        self
    }

    pub fn query<T: Serialize>(mut self, parameter: &QueryParam<'_, T>) -> Self {
        match serde_json::to_value(parameter.value) {
            Ok(value) => append_query(&mut self.url, parameter.name, &value),
            Err(_) => self.unsendable = true,
        }
        self
    }

    pub fn json<T: Serialize + ?Sized>(mut self, body: &T) -> Self {
        match serde_json::to_vec(body) {
            Ok(json) => {
                let media_type = HeaderValue::from_static(JSON);
                self.headers.insert(CONTENT_TYPE, media_type);
                self.content = Some(json.into());
            }
            Err(_) => self.unsendable = true,
        }
        self
    }

    pub fn body(mut self, body: impl Into<Upload>) -> Self {
        self.content = Some(body.into());
        self
    }

    /// The request, whole.
    ///
    /// # Errors
    ///
    /// If a part of it has no form in which it can be sent.
    pub fn build(self) -> Result<Self, Failure> {
        if self.unsendable {
            return Err(Failure::unsendable());
        }
        Ok(self)
    }
}

impl RequestBuilderExt for Request {
    fn form_urlencoded<T: Serialize + ?Sized>(self, body: &T) -> Result<Self, Failure> {
        let (media_type, form) = form(body)?;
        Ok(self.header(CONTENT_TYPE, media_type).body(form))
    }
}

/// Writes a query parameter: an absent value writes nothing, a list repeats the name, an object writes its own names.
fn append_query(url: &mut Url, name: &str, value: &Value) {
    let mut append = |name: &str, value: &Value| {
        url.query_pairs_mut().append_pair(name, &text(value));
    };
    match value {
        Value::Null => {}
        Value::Array(items) => items.iter().for_each(|item| append(name, item)),
        Value::Object(entries) => entries.iter().for_each(|(name, value)| append(name, value)),
        single => append(name, single),
    }
}

/// A request of one call, put together by generated code, of which each attempt sends a copy. Without `Debug`: URL and headers hold
/// ids and values of the user's.
#[must_use]
pub struct Request {
    method: Method,
    pub(crate) url: Url,
    /// What this call sends beside the client's headers, or instead of one.
    pub(crate) headers: HeaderMap,
    /// Apart from them, so that most requests have none of their own.
    asks_for_json: bool,
    /// Whether the client's credential is left out.
    pub(crate) anonymous: bool,
    content: Option<Upload>,
    /// Whether a value could not be written.
    unsendable: bool,
}

impl Request {
    /// Whether it can be sent more than once.
    pub(crate) fn is_repeatable(&self) -> bool {
        self.content.as_ref().is_none_or(Upload::is_repeatable)
    }

    /// What one attempt sends, with the client's headers; none if the body was a stream and is used up.
    pub(crate) fn attempt(&self, shared: &Shared) -> Option<reqwest::Request> {
        let body = match &self.content {
            None => None,
            Some(content) => Some(content.body()?),
        };
        let mut request = reqwest::Request::new(self.method.clone(), self.url.clone());
        *request.body_mut() = body;
        let headers = request.headers_mut();
        *headers = match self.asks_for_json {
            true => shared.headers_for_json.clone(),
            false => shared.headers.clone(),
        };
        if self.anonymous {
            let names: Vec<_> = headers
                .keys()
                .filter(|name| shared.is_credential(name))
                .collect();
            let names: Vec<_> = names.into_iter().cloned().collect();
            names.iter().for_each(|name| _ = headers.remove(name));
        }
        headers.extend(self.headers.clone());
        Some(request)
    }
}

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
    name: &'a str,
    value: &'a T,
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
        other => written(other).into(),
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
    let items = items.iter().map(serde_json::to_value);
    let items: Vec<Value> = items
        .collect::<Result<_, _>>()
        .map_err(|_| Failure::unsendable())?;
    let items = items.iter().map(text);
    joined(operation, parameter, items, ["an item", "items"])
}

/// An object as one value, names and values joined by commas; nothing if there is no object, or nothing in it.
///
/// # Errors
///
/// `InvalidRequest` if a name or value is empty or holds a comma, or if a value is a list or an object.
#[doc(hidden)]
pub fn comma_object<T: Serialize + ?Sized>(
    operation: &'static Operation,
    parameter: &str,
    object: &T,
) -> Result<Option<String>, Failure> {
    let object = serde_json::to_value(object).map_err(|_| Failure::unsendable())?;
    let entries = object.as_object().into_iter().flatten();
    let entries = entries.filter(|(_, value)| !value.is_null());
    // A list or an object as text holds commas, or it might be a text with brackets.
    let plain = |value: &Value| !(value.is_array() || value.is_object());
    if let Some((name, _)) = entries.clone().find(|(_, value)| !plain(value)) {
        let why = format!("the parameter `{parameter}` has `{name}`, which is no plain value");
        return Err(Failure::not_sent(operation.id, &why));
    }
    let pieces = entries.flat_map(|(name, value)| [Cow::from(name), text(value)]);
    joined(operation, parameter, pieces, ["a name or value", "them"])
}

fn joined<'a>(
    operation: &'static Operation,
    parameter: &str,
    pieces: impl Iterator<Item = Cow<'a, str>>,
    [what, between]: [&str; 2],
) -> Result<Option<String>, Failure> {
    let mut joined = String::new();
    for piece in pieces {
        if piece.is_empty() || piece.contains(',') {
            let why = "that is empty or holds a comma, which stands between";
            let why = format!("the parameter `{parameter}` has {what} {why} {between}");
            return Err(Failure::not_sent(operation.id, &why));
        }
        if !joined.is_empty() {
            joined.push(',');
        }
        joined.push_str(&piece);
    }
    Ok((!joined.is_empty()).then_some(joined))
}

/// What generated code calls for a form body.
#[doc(hidden)]
pub trait RequestBuilderExt: Sized {
    #[doc(hidden)]
    fn form_urlencoded<T: Serialize + ?Sized>(self, body: &T) -> Result<Self, Failure>;
}

impl RequestBuilderExt for reqwest::RequestBuilder {
    fn form_urlencoded<T: Serialize + ?Sized>(self, body: &T) -> Result<Self, Failure> {
        let (media_type, form) = form(body)?;
        Ok(self.header(CONTENT_TYPE, media_type).body(form))
    }
}

/// A body as the pairs of a form, and its media type. An absent value writes nothing, a list repeats the name, an object is JSON.
fn form<T: Serialize + ?Sized>(body: &T) -> Result<(HeaderValue, String), Failure> {
    let pairs = serde_json::to_value(body).map_err(|_| Failure::unsendable())?;
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
