//! An answer as users get it: a value that knows how it came.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::{Serialize, Serializer};

use crate::exchange::provider::{Operation, Provider};
use crate::exchange::rate_limit::{RateLimit, RateLimitHeaders};
use crate::json::drift::Drift;
use crate::json::schema::Shape;
use crate::json::text;
use crate::json::walk::drift;

use super::request_id::request_id;

/// A decoded answer: reads as `T`, and knows how it came.
pub struct ResponseValue<T> {
    pub(crate) inner: T,
    pub(crate) meta: Box<Meta>,
}

pub(crate) struct Meta {
    pub(crate) provider: &'static str,
    pub(crate) operation: &'static str,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) rate_limit_headers: Option<&'static RateLimitHeaders>,
    pub(crate) body: Bytes,
    pub(crate) repairs: Vec<Drift>,
    pub(crate) shape: &'static Shape,
    pub(crate) request_id_pointers: &'static [&'static str],
    pub(crate) request_id: OnceLock<Option<String>>,
    pub(crate) attempts: u32,
}

impl<T> ResponseValue<T> {
    /// The value alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.inner
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.meta.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.meta.headers
    }

    /// The id that the provider gave the request, from a header or from the body.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        let meta = &self.meta;
        let find = || request_id(&meta.headers, meta.request_id_pointers, &meta.body);
        meta.request_id.get_or_init(find).as_deref()
    }

    /// What the service says is left of its rate limit, if the provider documents headers for that and they came.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        RateLimit::read(self.meta.rate_limit_headers?, &self.meta.headers)
    }

    /// How often the call was attempted, this answer's attempt included.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.meta.attempts
    }

    /// The body exactly as it came; empty where it was streamed or there was none. It can hold personal data.
    #[must_use]
    pub fn raw(&self) -> &Bytes {
        &self.meta.body
    }

    /// What decoding had to mend, so that the answer could be read as `T`; empty if it came as documented enough.
    #[must_use]
    pub fn repairs(&self) -> &[Drift] {
        &self.meta.repairs
    }

    /// Everything in which the body differs from the spec, found by reading the raw bytes again. Never holds a value.
    #[must_use]
    pub fn drift(&self) -> Vec<Drift> {
        drift(&self.meta.body, self.meta.shape)
    }

    /// An answer as a service would give it, for tests of your own code.
    #[must_use]
    pub fn for_test(inner: T, raw: impl Into<Bytes>) -> Self {
        Self::not_sent(
            "test",
            "test",
            inner,
            raw.into(),
            Vec::new(),
            &Shape::Any,
            &[],
        )
    }

    /// A value that was read from a body captured earlier.
    pub(crate) fn captured(
        provider: &'static Provider,
        operation: &'static Operation,
        inner: T,
        body: Bytes,
        repairs: Vec<Drift>,
    ) -> Self {
        let pointers = provider.errors.request_id;
        Self::not_sent(
            provider.name,
            operation.id,
            inner,
            body,
            repairs,
            operation.success,
            pointers,
        )
    }

    /// The value, to put back into it what was read for itself.
    pub(crate) fn view_mut(&mut self) -> &mut T {
        &mut self.inner
    }

    /// Adds what was mended in parts of the answer that were read for themselves.
    pub(crate) fn add_repairs(&mut self, repairs: &mut Vec<Drift>) {
        self.meta.repairs.append(repairs);
    }

    /// The same answer with its value made into another.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> ResponseValue<U> {
        ResponseValue {
            inner: change(self.inner),
            meta: self.meta,
        }
    }

    fn not_sent(
        provider: &'static str,
        operation: &'static str,
        inner: T,
        body: Bytes,
        repairs: Vec<Drift>,
        shape: &'static Shape,
        request_id_pointers: &'static [&'static str],
    ) -> Self {
        Self {
            inner,
            meta: Box::new(Meta {
                provider,
                operation,
                status: StatusCode::OK,
                headers: HeaderMap::new(),
                rate_limit_headers: None,
                body,
                repairs,
                shape,
                request_id_pointers,
                request_id: OnceLock::new(),
                attempts: 0,
            }),
        }
    }
}

impl<T> Deref for ResponseValue<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.inner
    }
}

/// A stream is read by changing it. What was decoded is not changed in place, as it would no longer be what [`raw`](Self::raw) says
/// and serialising writes: take it out by [`into_inner`](Self::into_inner).
///
/// ```compile_fail,E0594
/// # use callslip_core::ResponseValue;
/// let mut answer = ResponseValue::for_test((1, 2), "[1,2]");
/// answer.0 = 3;
/// ```
impl<T: Streamed> DerefMut for ResponseValue<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.inner
    }
}

/// What comes while it is read, so that there is no body which it is a view of. Nobody else's types are that.
pub trait Streamed {}

/// Writes what came, not the typed view of it: the body as it was sent, to the byte. A body that was streamed, or was none, is `null`.
///
/// Verbatim in `serde_json` only; other formats have no way to take a piece of JSON as it is.
impl<T> Serialize for ResponseValue<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        text::write_as_sent(&self.meta.body, serializer)
    }
}

impl<T: fmt::Debug> fmt::Debug for ResponseValue<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseValue")
            .field("status", &self.meta.status.as_u16())
            .field("attempts", &self.meta.attempts)
            .field("repairs", &self.meta.repairs)
            .field("value", &self.inner)
            .finish_non_exhaustive()
    }
}
