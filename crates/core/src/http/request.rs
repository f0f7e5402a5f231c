//! A request as generated code builds it: the client's base URL is already in it, its headers are not.

use bytes::Bytes;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Body, Method, Url};
use serde::Serialize;
use serde_json::Value;

use crate::error::Failure;
use crate::http::client::{ClientCore, Shared};
use crate::http::encode::{QueryParam, RequestBuilderExt, form, text};

/// The media type that most calls ask for and send.
pub(crate) const JSON: &str = "application/json";

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
    pub fn get(&self, path: String) -> RequestBuilder {
        self.request(Method::GET, &path)
    }

    pub fn post(&self, path: String) -> RequestBuilder {
        self.request(Method::POST, &path)
    }

    pub fn put(&self, path: String) -> RequestBuilder {
        self.request(Method::PUT, &path)
    }

    pub fn patch(&self, path: String) -> RequestBuilder {
        self.request(Method::PATCH, &path)
    }

    pub fn delete(&self, path: String) -> RequestBuilder {
        self.request(Method::DELETE, &path)
    }

    pub fn head(&self, path: String) -> RequestBuilder {
        self.request(Method::HEAD, &path)
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        // Cheaper than parsing the whole URL anew on every call.
        let mut url = self.0.shared().base_url.url.clone();
        url.set_path(path);
        RequestBuilder {
            request: Request {
                method,
                url,
                headers: HeaderMap::new(),
                asks_for_json: false,
                anonymous: false,
                content: Content::None,
            },
            unsendable: false,
        }
    }
}

/// A request that is being put together. Without `Debug`, as `Request` is: URL and headers hold ids and values of the user's.
#[must_use]
pub struct RequestBuilder {
    request: Request,
    /// Whether a value could not be written.
    unsendable: bool,
}

#[allow(
    missing_docs,
    reason = "generated code calls them as it would reqwest's"
)]
impl RequestBuilder {
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        if name == ACCEPT && value == JSON {
            self.request.asks_for_json = true;
        } else {
            self.request.headers.insert(name, value);
        }
        self
    }

    pub fn headers(mut self, headers: HeaderMap) -> Self {
        self.request.headers.extend(headers);
        self
    }

    pub fn query<T: Serialize>(mut self, parameter: &QueryParam<'_, T>) -> Self {
        match serde_json::to_value(parameter.value) {
            Ok(value) => append_query(&mut self.request.url, parameter.name, &value),
            Err(_) => self.unsendable = true,
        }
        self
    }

    pub fn json<T: Serialize + ?Sized>(mut self, body: &T) -> Self {
        match serde_json::to_vec(body) {
            Ok(json) => {
                let media_type = HeaderValue::from_static(JSON);
                self.request.headers.insert(CONTENT_TYPE, media_type);
                self.request.content = Content::Bytes(json.into());
            }
            Err(_) => self.unsendable = true,
        }
        self
    }

    pub fn body(mut self, body: impl Into<Body>) -> Self {
        let body = body.into();
        self.request.content = match body.as_bytes() {
            Some(bytes) => Content::Bytes(Bytes::copy_from_slice(bytes)),
            None => Content::Stream(Some(body)),
        };
        self
    }

    pub fn build(self) -> Result<Request, Failure> {
        if self.unsendable {
            return Err(Failure::unsendable());
        }
        Ok(self.request)
    }
}

impl RequestBuilderExt for RequestBuilder {
    fn form_urlencoded<T: Serialize + ?Sized>(self, body: &T) -> Result<Self, Failure> {
        let (media_type, form) = form(body).map_err(|_| Failure::unsendable())?;
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

/// A request of one call, of which each attempt sends a copy.
pub struct Request {
    method: Method,
    pub(crate) url: Url,
    /// What this call sends beside the client's headers, or instead of one.
    pub(crate) headers: HeaderMap,
    /// Apart from them, so that most requests have none of their own.
    asks_for_json: bool,
    /// Whether the client's credential is left out.
    pub(crate) anonymous: bool,
    content: Content,
}

enum Content {
    None,
    Bytes(Bytes),
    /// It can be read only once.
    Stream(Option<Body>),
}

impl Request {
    /// Whether it can be sent more than once.
    pub(crate) fn is_repeatable(&self) -> bool {
        !matches!(self.content, Content::Stream(_))
    }

    /// What one attempt sends, with the client's headers; none if the body was a stream and is used up.
    pub(crate) fn attempt(&mut self, shared: &Shared) -> Option<reqwest::Request> {
        let body = match &mut self.content {
            Content::None => None,
            Content::Bytes(bytes) => Some(bytes.clone().into()),
            Content::Stream(body) => Some(body.take()?),
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
