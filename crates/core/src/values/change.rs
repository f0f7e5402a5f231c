//! What a request says about a field that can also be null.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a request says about a field that can also be null: nothing, a value, or null. These are three different things to a
/// service that keeps what a request does not name.
///
/// ```
/// use callslip_core::Change;
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// struct Update {
///     #[serde(skip_serializing_if = "Change::is_leave")]
///     note: Change<String>,
/// }
///
/// let sent = |note| serde_json::to_string(&Update { note }).expect("it serialises");
/// assert_eq!(sent(Change::Leave), "{}");
/// assert_eq!(sent(Change::Set("call back".to_owned())), r#"{"note":"call back"}"#);
/// assert_eq!(sent(Change::Null), r#"{"note":null}"#);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Change<T> {
    /// The field is not sent, so the service leaves it as it is.
    #[default]
    Leave,
    /// The field is set to this value.
    Set(T),
    /// The field is set to null.
    Null,
}

impl<T> Change<T> {
    /// Whether the field is not sent: for `#[serde(skip_serializing_if = "Change::is_leave")]`.
    pub const fn is_leave(&self) -> bool {
        matches!(self, Self::Leave)
    }
}

impl<T> From<T> for Change<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

/// A field that is left alone has to be skipped by the object around it: there is no JSON for it.
impl<T: Serialize> Serialize for Change<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Set(value) => serializer.serialize_some(value),
            Self::Leave | Self::Null => serializer.serialize_none(),
        }
    }
}

/// Whoever reads it says with `#[serde(default)]` that an absent field was left alone.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Change<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Option::deserialize(deserializer)?;
        Ok(value.map_or(Self::Null, Self::Set))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    struct Update {
        #[serde(default, skip_serializing_if = "Change::is_leave")]
        note: Change<String>,
    }

    #[test]
    fn three_states_survive_a_round_trip() {
        for (json, note) in [
            ("{}", Change::Leave),
            (r#"{"note":null}"#, Change::Null),
            (r#"{"note":"n"}"#, Change::from("n".to_owned())),
        ] {
            let read: Update = serde_json::from_str(json).expect("it reads");
            assert_eq!(read, Update { note });
            assert_eq!(serde_json::to_string(&read).expect("it writes"), json);
        }
    }

    #[cfg(feature = "schemars")]
    #[test]
    fn the_schema_allows_null() {
        let schema = schemars::schema_for!(Change<String>);
        assert_eq!(
            schema.as_value()["type"],
            serde_json::json!(["string", "null"])
        );
    }
}
