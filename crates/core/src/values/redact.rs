//! Wrappers that keep personal data and secrets out of debug output.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Personal data: it can be used like the value inside, but `Debug` shows `[personal]` in its place.
///
/// There is no `Display`, so that a format string cannot print it by accident; dereference it to show it on purpose.
/// Serialising gives the value itself.
///
/// ```
/// # use callslip_core::Personal;
/// let caller: Personal<String> = "+34600000000".into();
/// assert!(caller == "+34600000000" && caller.starts_with("+34"));
/// assert_eq!(format!("{caller:?}"), "[personal]");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Personal<T>(T);

impl<T> Personal<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value without its wrapper.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Personal<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Personal<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: AsRef<str>> AsRef<str> for Personal<T> {
    fn as_ref(&self) -> &str {
        self.0.as_ref()
    }
}

impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[personal]")
    }
}

impl<T> From<T> for Personal<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl From<&str> for Personal<String> {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl<T: PartialEq> PartialEq<T> for Personal<T> {
    fn eq(&self, other: &T) -> bool {
        self.0 == *other
    }
}

impl PartialEq<str> for Personal<String> {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Personal<String> {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl PartialEq<Personal<String>> for str {
    fn eq(&self, other: &Personal<String>) -> bool {
        other == self
    }
}

impl PartialEq<Personal<String>> for &str {
    fn eq(&self, other: &Personal<String>) -> bool {
        other == self
    }
}

impl PartialEq<Personal<String>> for String {
    fn eq(&self, other: &Personal<String>) -> bool {
        *self == other.0
    }
}

// Not derived: reading a record passes through here for every such field, and what is derived is not inlined.
impl<T: Serialize> Serialize for Personal<T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Personal<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

/// A secret that a record carries, such as another service's credential: `Debug` shows `[secret]`, and the value is
/// reachable only through [`expose_secret`](Secret::expose_secret).
///
/// Serialising gives the value itself, because a record must survive a round trip: whoever stores records stores
/// their secrets. The memory is not wiped on drop: the raw body of the same response holds the value as well, so
/// wiping one copy would promise what it cannot keep. Comparing takes a time that depends on the content, so do not check
/// credentials with it.
///
/// ```
/// # use callslip_core::Secret;
/// let token: Secret<String> = "t0ken".into();
/// assert_eq!(format!("{token:?}"), "[secret]");
/// assert_eq!(token.expose_secret(), "t0ken");
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value. The name is long so that a reader of the code sees what happens.
    pub fn expose_secret(&self) -> &T {
        &self.0
    }

    /// The value without its wrapper.
    pub fn into_exposed_secret(self) -> T {
        self.0
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[secret]")
    }
}

impl<T> From<T> for Secret<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl From<&str> for Secret<String> {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl<T: Serialize> Serialize for Secret<T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Secret<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde::{Deserialize, Serialize};
    use serde_json::{Map, Value, json};

    use super::{Personal, Secret};

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Record {
        caller: Personal<String>,
        key: Secret<String>,
        #[serde(default, skip_serializing_if = "Map::is_empty")]
        extracted: Personal<Map<String, Value>>,
        note: Option<Personal<String>>,
    }

    const MARKER: &str = "marker-7d1f";

    #[test]
    fn debug_output_shows_no_content() {
        let record = Record {
            caller: MARKER.into(),
            key: MARKER.into(),
            extracted: Personal::new(Map::from_iter([(MARKER.to_owned(), json!(MARKER))])),
            note: Some(MARKER.into()),
        };
        for shown in [format!("{record:?}"), format!("{record:#?}")] {
            assert!(!shown.contains(MARKER), "{shown}");
            assert!(
                shown.contains("[personal]") && shown.contains("[secret]"),
                "{shown}"
            );
        }
    }

    #[test]
    fn json_is_that_of_the_value_inside() {
        let json = json!({ "caller": "+1", "key": "k", "extracted": { "a": 1 }, "note": null });
        let record: Record = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(&record).unwrap(), json);
        assert_eq!(record.key.expose_secret(), "k");
    }

    #[test]
    fn compares_with_plain_text_on_either_side() {
        let value: Personal<String> = "a".into();
        let owned = "a".to_owned();
        assert_eq!(value, "a");
        assert_eq!("a", value);
        assert_eq!(value, *"a");
        assert_eq!(*"a", value);
        assert_eq!(value, owned);
        assert_eq!(owned, value);
        assert_ne!(value, "b");
        assert_eq!(value.len(), 1);
        assert_eq!(value.into_inner(), "a");
    }

    #[test]
    fn can_be_changed_in_place() {
        let mut value = Personal::<String>::from("a");
        value.push('b');
        assert_eq!(value, "ab");
    }
}
