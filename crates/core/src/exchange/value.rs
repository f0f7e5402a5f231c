//! An answer as users get it: a value that knows how it came.

use std::ops::{Deref, DerefMut};

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::{Serialize, Serializer};

use super::Exchange;
use super::rate_limit::RateLimit;
use crate::json::drift::Drift;
use crate::json::schema::Shape;
use crate::json::text;
use crate::json::walk::drift;
use crate::values::debug::partial_debug;

/// A decoded answer: reads as `T`, and knows how it came.
///
/// ```
/// use callslip_core::ResponseValue;
///
/// # fn main() -> Result<(), serde_json::Error> {
/// let answer = ResponseValue::for_test(vec![94, 60], "[94, 60]");
/// assert_eq!(answer.len(), 2); // reads as the value
/// assert_eq!(answer.raw(), "[94, 60]"); // what came, to the byte
/// assert!(answer.repairs().is_empty() && answer.drift().is_empty());
/// assert_eq!(serde_json::to_string(&answer)?, "[94, 60]"); // serialises to what came
/// assert_eq!(answer.into_inner(), [94, 60]);
/// # Ok(())
/// # }
/// ```
pub struct ResponseValue<T> {
    pub(crate) inner: T,
    pub(crate) exchange: Box<Exchange>,
    pub(crate) repairs: Vec<Drift>,
    pub(crate) shape: &'static Shape<'static>,
}

impl<T> ResponseValue<T> {
    /// The value alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.inner
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        // 200 in an answer that was captured or made for a test.
        self.exchange.status.unwrap_or_default()
    }

    /// The headers of the answer.
    pub fn headers(&self) -> &HeaderMap {
        &self.exchange.headers
    }

    /// The id that the provider gave the request, from a header or from the body. Name it when you ask the provider for help.
    pub fn request_id(&self) -> Option<&str> {
        self.exchange.request_id()
    }

    /// What the service says is left of its rate limit, if the provider documents headers for that and they came.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.exchange.rate_limit()
    }

    /// How many attempts were made, the one that was answered included: 1 if nothing was repeated.
    pub fn attempts(&self) -> u32 {
        self.exchange.attempts
    }

    /// The body exactly as it came; empty where it was streamed or there was none. It can hold personal data.
    pub fn raw(&self) -> &Bytes {
        static NONE: Bytes = Bytes::new();
        self.exchange.body.as_ref().unwrap_or(&NONE)
    }

    /// What decoding had to mend, so that the answer could be read as `T`; empty if it came as documented enough.
    ///
    /// ```
    /// # use callslip_core::ResponseValue;
    /// fn warn<T>(answer: &ResponseValue<T>) {
    ///     for repair in answer.repairs() {
    ///         eprintln!("{repair}"); // place, kind and types; never a value
    ///     }
    /// }
    /// # warn(&ResponseValue::for_test((), ""));
    /// ```
    pub fn repairs(&self) -> &[Drift] {
        &self.repairs
    }

    /// Everything in which the body differs from the spec, found by reading the raw bytes again. Never holds a value.
    ///
    /// Collect it over time in a [`DriftReport`](crate::DriftReport).
    pub fn drift(&self) -> Vec<Drift> {
        drift(self.raw(), self.shape)
    }

    /// An answer as a service would give it, for tests of your own code: status 200, no headers, nothing mended.
    ///
    /// ```
    /// # use callslip_core::ResponseValue;
    /// fn seconds(answer: &ResponseValue<Vec<u64>>) -> u64 {
    ///     answer.iter().sum()
    /// }
    /// assert_eq!(seconds(&ResponseValue::for_test(vec![94, 60], "[94, 60]")), 154);
    /// ```
    #[must_use]
    pub fn for_test(inner: T, raw: impl Into<Bytes>) -> Self {
        Self {
            inner,
            exchange: Box::new(Exchange {
                operation: "test",
                body: Some(raw.into()),
                ..Exchange::default()
            }),
            repairs: Vec::new(),
            shape: &Shape::Any,
        }
    }

    /// The same answer with its value made into another.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> ResponseValue<U> {
        ResponseValue {
            inner: change(self.inner),
            exchange: self.exchange,
            repairs: self.repairs,
            shape: self.shape,
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
        text::write_as_sent(self.raw(), serializer)
    }
}

partial_debug!([T: std::fmt::Debug] ResponseValue<T>, "ResponseValue", it => {
    status: it.status().as_u16(),
    attempts: it.attempts(),
    repairs: it.repairs,
    value: it.inner,
});
