//! An item of a list as streams yield it: the typed value and the text that it is a view of.

use std::ops::Deref;

use bytes::Bytes;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::error::{Error, Failure};
use crate::exchange::Exchange;
use crate::json::decode::{Decoded, decode_answer};
use crate::json::drift::Drift;
use crate::json::input::FromJson;
use crate::json::path::DecodeFailure;
use crate::json::schema::{Schema, Shape};
use crate::json::text::is_json;
use crate::json::walk::{drift, drift_of_json};
use crate::values::debug::partial_debug;

/// An item of a list: reads as `T`, and is the text that the service sent.
///
/// The typed value is a view of that text. It cannot be changed in place, so that the two never say different things; what
/// is to be changed is taken out by [`into_inner`](Self::into_inner).
///
/// Serialising a record writes the text that came, to the byte, with `serde_json`; other formats write what they make of
/// a raw JSON value of `serde_json`, which is not verbatim.
///
/// A record shares the text of its page and keeps all of it in memory. What is to stay for long is taken out by
/// [`into_inner`](Self::into_inner), or kept as the text of [`raw`](Self::raw).
///
/// ```
/// use callslip_core::Record;
///
/// # fn main() -> Result<(), serde_json::Error> {
/// let record = Record::for_test(vec![1.5], "[ 1.50 ]");
/// assert_eq!(record[0], 1.5); // reads as the value
/// assert_eq!(record.raw().get(), "[ 1.50 ]"); // what came, to the byte
/// assert_eq!(record.json(), "[ 1.50 ]"); // the same, as text
/// assert!(record.repairs().is_empty()); // what was mended in it
/// assert_eq!(serde_json::to_string(&record)?, "[ 1.50 ]");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Record<T> {
    inner: T,
    /// The item's part of the page. It is JSON: it was read as that before.
    text: Bytes,
    /// What it is held against; none if it is known to be as that says.
    shape: Option<&'static Shape<'static>>,
    repairs: Vec<Drift>,
}

impl<T> Record<T> {
    pub(crate) fn new(
        inner: T,
        text: Bytes,
        shape: Option<&'static Shape>,
        repairs: Vec<Drift>,
    ) -> Self {
        Self {
            inner,
            text,
            shape,
            repairs,
        }
    }

    /// The value alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.inner
    }

    /// The item's JSON exactly as it came, white space inside it, unknown fields and digits included. It can hold personal
    /// data.
    pub fn raw(&self) -> &RawValue {
        std::str::from_utf8(&self.text)
            .ok()
            .and_then(|text| serde_json::from_str(text).ok())
            .unwrap_or(RawValue::NULL)
    }

    /// The same as text, for whoever stores it: [`raw`](Self::raw) looks at each byte once more.
    pub fn json(&self) -> &str {
        std::str::from_utf8(&self.text).unwrap_or_default()
    }

    /// What decoding had to mend, with pointers from the item's root; empty if it came as documented enough.
    pub fn repairs(&self) -> &[Drift] {
        &self.repairs
    }

    /// Everything in which the item differs from the spec, found by reading its text again; not even that where the list has shown
    /// already that there is nothing. Never holds a value.
    pub fn drift(&self) -> Vec<Drift> {
        match self.shape {
            None => Vec::new(),
            // Of a test, and so perhaps no JSON.
            Some(shape @ Shape::Any) => drift(&self.text, shape),
            Some(shape) => drift_of_json(self.json(), shape),
        }
    }

    /// Reads the JSON of one object as a stream reads an item: mended where it must be, with its repairs. For what
    /// [`raw`](Self::raw) has kept, and for records of tests, which need to say only what the test is about: what else is
    /// documented as always there is visibly empty.
    ///
    /// ```
    /// # callslip_core::object! {
    /// #     /// A call.
    /// #     pub struct Call {
    /// #         /// What tells it apart.
    /// #         pub id: String = essential("id"),
    /// #         /// Who was called.
    /// #         pub callee: String = required("callee"),
    /// #         /// How long it took.
    /// #         pub seconds: Option<i64> = optional("seconds"),
    /// #     }
    /// # }
    /// use callslip_core::Record;
    ///
    /// # fn main() -> Result<(), callslip_core::Error> {
    /// let record = Record::<Call>::read(r#"{"id": "c1", "seconds": 94}"#)?; // `types::Call` of an SDK
    /// assert_eq!((record.seconds, record.callee.as_str()), (Some(94), ""));
    ///
    /// let mut call = record.into_inner();
    /// call.seconds = None; // its fields are public
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Decode`](crate::ErrorKind::Decode), if what the object cannot be without is not there: the message names it.
    pub fn read(raw: impl Into<Bytes>) -> Result<Self, Error>
    where
        T: Schema + FromJson,
    {
        let raw = raw.into();
        let decoded = match is_json(&raw) {
            true => decode_answer(&raw, &T::SHAPE),
            // What is no JSON is not guessed at, in a list neither.
            false => Err(DecodeFailure {
                json_path: String::new(),
                expected: "JSON".to_owned(),
            }),
        };
        match decoded {
            Ok(Decoded { value, repairs }) => Ok(Self::new(value, raw, Some(&T::SHAPE), repairs)),
            Err(failure) => {
                let exchange = Exchange {
                    operation: "Record::read",
                    ..Exchange::default()
                };
                Err(Failure::undecodable(exchange, "the record", failure, raw).into())
            }
        }
    }

    /// A record as a stream would yield it, for tests of your own code. What is not JSON reads as `null`.
    #[must_use]
    pub fn for_test(inner: T, raw: impl Into<Bytes>) -> Self {
        Self::new(inner, raw.into(), Some(&Shape::Any), Vec::new())
    }

    pub(crate) fn text(&self) -> &Bytes {
        &self.text
    }
}

impl<T> Deref for Record<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.inner
    }
}

/// Equal in value and in text.
impl<T: PartialEq> PartialEq for Record<T> {
    fn eq(&self, other: &Self) -> bool {
        self.inner == other.inner && self.text == other.text
    }
}

// Without the text: it can hold personal data, which the types of values hide.
partial_debug!([T: std::fmt::Debug] Record<T>, "Record", it => {
    value: it.inner,
    repairs: it.repairs,
});

impl<T> Serialize for Record<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.raw().serialize(serializer)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn record(raw: &str) -> Record<i64> {
        Record::for_test(7, raw.to_owned())
    }

    #[test]
    fn it_writes_what_came() {
        let raw = "{\"id\":  7, \"x\": 1.50e2,\n \"x\": [] }";
        let record = record(raw);
        assert_eq!(record.raw().get(), raw);
        assert_eq!(serde_json::to_string(&record).unwrap(), raw);
        assert_eq!(*record, 7);
    }

    crate::object! {
        /// A call.
        pub struct Call {
            /// What tells it apart.
            pub id: String = essential("id"),
            /// Who was called.
            pub callee: String = required("callee"),
            /// How long it took.
            pub seconds: Option<i64> = optional("seconds"),
        }
    }

    #[test]
    fn what_was_kept_is_read_as_it_was() {
        let raw = r#"{"id": "c1",  "seconds": "x", "more": 1}"#;
        let record = Record::<Call>::read(raw).unwrap();
        assert_eq!(
            (&*record.id, &*record.callee, record.seconds),
            ("c1", "", None)
        );
        assert_eq!(record.raw().get(), raw);
        assert_eq!((record.repairs().len(), record.drift().len()), (2, 3));
        for (raw, told) in [
            (r#"{"callee": "x"}"#, "/id"),
            (r#"{"id": ["x"]}"#, "/id"),
            ("{\"id\": \"c1\"", "expected JSON"),
            ("[]", "expected object"),
        ] {
            let error = Record::<Call>::read(raw).unwrap_err();
            let said = format!("{error} {}", error.json_path().unwrap_or_default());
            assert!(
                said.contains(told) && said.starts_with("Record::read: the record cannot be read"),
                "{said}"
            );
        }
    }

    #[test]
    fn equal_is_equal_in_text_and_the_text_is_not_shown() {
        assert_eq!(record("[7]"), record("[7]"));
        assert_ne!(record("[7]"), record("[7 ]"));
        let shown = format!("{:?}", record("\"Ada\""));
        assert!(shown.contains('7') && !shown.contains("Ada"), "{shown}");
    }
}
