//! A request as generated code builds it: the client's base URL is already in it, its headers are not.

use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Body, Method, Url};
use serde::Serialize;
use serde_json::Value;

use crate::error::Failure;
use crate::http::client::{ClientCore, Shared};
use crate::http::encode::{QueryParam, RequestBuilderExt, form, text};

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
                inner: reqwest::Request::new(method, url),
                accept: None,
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
        if name == ACCEPT {
            self.request.accept = Some(value);
        } else {
            self.request.inner.headers_mut().insert(name, value);
        }
        self
    }

    pub fn headers(mut self, headers: HeaderMap) -> Self {
        self.request.inner.headers_mut().extend(headers);
        self
    }

    pub fn query<T: Serialize>(mut self, parameter: &QueryParam<'_, T>) -> Self {
        match serde_json::to_value(parameter.value) {
            Ok(value) => append_query(self.request.inner.url_mut(), parameter.name, &value),
            Err(_) => self.unsendable = true,
        }
        self
    }

    pub fn json<T: Serialize + ?Sized>(mut self, body: &T) -> Self {
        match serde_json::to_vec(body) {
            Ok(json) => {
                let media_type = HeaderValue::from_static("application/json");
                self.request
                    .inner
                    .headers_mut()
                    .insert(CONTENT_TYPE, media_type);
                *self.request.inner.body_mut() = Some(json.into());
            }
            Err(_) => self.unsendable = true,
        }
        self
    }

    pub fn body(mut self, body: impl Into<Body>) -> Self {
        *self.request.inner.body_mut() = Some(body.into());
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
    /// Its headers are what this call sends beside the client's, or instead of one.
    pub(crate) inner: reqwest::Request,
    /// Which media type is asked for; apart, so that most requests need no headers of their own.
    pub(crate) accept: Option<HeaderValue>,
}

impl Request {
    /// Another one of the same; none if the body is a stream, which can be read only once.
    pub(crate) fn try_clone(&self) -> Option<Self> {
        Some(Self {
            inner: self.inner.try_clone()?,
            accept: self.accept.clone(),
        })
    }

    /// What goes out, with the client's headers.
    pub(crate) fn complete(self, shared: &Shared) -> reqwest::Request {
        let mut request = self.inner;
        let headers = request.headers_mut();
        let own = std::mem::replace(headers, shared.headers.clone());
        if let Some(accept) = self.accept {
            headers.insert(ACCEPT, accept);
        }
        headers.extend(own);
        request
    }
}
