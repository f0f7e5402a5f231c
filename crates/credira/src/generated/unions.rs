// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 f9f394154630eae6) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! Discriminated unions: one variant a tag value, anything else kept as `Unknown`.

#[allow(unused_imports)]
use super::types;
use ::callslip_core::{UnknownVariant, rt};

/// An attempt to reach the contact of a callout. The property `type` decides which variant it is.
///
/// The variant is chosen by `type`. A value of `type` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ContactAttempt {
    /// `call`: An attempt by call.
    Call(types::CallAttempt),
    /// `email`: An attempt by e-mail.
    Email(types::EmailAttempt),
    /// Any other object, kept as it came.
    Unknown(UnknownVariant),
}

impl ContactAttempt {
    /// Identifier of the attempt.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn attempt_id(&self) -> Option<&str> {
        match self {
            Self::Call(content) => {
                content.attempt_id.as_ref().map(|value| value.as_str())
            }
            Self::Email(content) => {
                content.attempt_id.as_ref().map(|value| value.as_str())
            }
            Self::Unknown(value) => {
                value.get("attempt_id").and_then(::serde_json::Value::as_str)
            }
        }
    }

    /// Channel of the attempt, by which the variants are told apart.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn type_(&self) -> Option<&str> {
        match self {
            Self::Call(content) => Some(content.type_.as_str()),
            Self::Email(content) => Some(content.type_.as_str()),
            Self::Unknown(value) => {
                value.get("type").and_then(::serde_json::Value::as_str)
            }
        }
    }

    /// State of the attempt.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn status(&self) -> Option<&str> {
        match self {
            Self::Call(content) => content.status.as_ref().map(|value| value.as_str()),
            Self::Email(content) => content.status.as_ref().map(|value| value.as_str()),
            Self::Unknown(value) => {
                value.get("status").and_then(::serde_json::Value::as_str)
            }
        }
    }

    /// When the attempt was made (ISO 8601).
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn timestamp(&self) -> Option<::chrono::DateTime<::chrono::offset::Utc>> {
        match self {
            Self::Call(content) => content.timestamp,
            Self::Email(content) => content.timestamp,
            Self::Unknown(value) => {
                value
                    .get("timestamp")
                    .and_then(|value| value.as_str().and_then(rt::moment))
            }
        }
    }
}

impl rt::TaggedUnion for ContactAttempt {
    const NAME: &'static str = "ContactAttempt";
    const TAG: &'static str = "type";
    fn variant<'de, D>(tag: &str, content: D) -> Option<Result<Self, D::Error>>
    where
        D: ::serde::Deserializer<'de>,
    {
        Some(
            match tag {
                "call" => {
                    <types::CallAttempt as ::serde::Deserialize>::deserialize(content)
                        .map(Self::Call)
                }
                "email" => {
                    <types::EmailAttempt as ::serde::Deserialize>::deserialize(content)
                        .map(Self::Email)
                }
                _ => return None,
            },
        )
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

impl<'de> ::serde::Deserialize<'de> for ContactAttempt {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: ::serde::Deserializer<'de>,
    {
        rt::deserialize_tagged(deserializer)
    }
}

impl ::serde::Serialize for ContactAttempt {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: ::serde::Serializer,
    {
        match self {
            Self::Call(content) => content.serialize(serializer),
            Self::Email(content) => content.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

#[cfg(feature = "schemars")]
impl ::schemars::JsonSchema for ContactAttempt {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ContactAttempt".into()
    }

    fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        let known = [
            generator.subschema_for::<types::CallAttempt>(),
            generator.subschema_for::<types::EmailAttempt>(),
        ];
        let mut any_of: Vec<::serde_json::Value> = known
            .into_iter()
            .map(::serde_json::Value::from)
            .collect();
        any_of.push(::serde_json::json!({ "type" : "object" }));
        ::schemars::json_schema!(
            { "description" :
            "An attempt to reach the contact of a callout. The property `type` decides which variant it is. Objects with another tag are possible.",
            "anyOf" : any_of }
        )
    }
}
