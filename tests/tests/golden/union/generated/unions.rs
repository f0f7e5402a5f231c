// Generated from specs/union/openapi.yaml 0.1.0 and its sdk.toml (sha256 eef8c76beb16af6c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen union`.

//! Discriminated unions: one variant a tag value, anything else kept as `Unknown`.

#[allow(unused_imports)]
use super::types;
use ::callslip_core::{UnknownVariant, rt};

/// A part of a thing.
///
/// The variant is chosen by `kind`. A value of `kind` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Part {
    /// `WHEEL`: A wheel.
    Wheel(types::WheelPart),
    /// `SIDE_DOOR`: A door.
    SideDoor(types::DoorPart),
    /// Any other object, kept as it came.
    Unknown(UnknownVariant),
}

impl Part {
    /// Always `WHEEL`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn kind(&self) -> Option<&str> {
        match self {
            Self::Wheel(content) => Some(content.kind.as_str()),
            Self::SideDoor(content) => Some(content.kind.as_str()),
            Self::Unknown(value) => {
                value.get("kind").and_then(::serde_json::Value::as_str)
            }
        }
    }

    /// The name.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Wheel(content) => Some(content.name.as_str()),
            Self::SideDoor(content) => Some(content.name.as_str()),
            Self::Unknown(value) => {
                value.get("name").and_then(::serde_json::Value::as_str)
            }
        }
    }

    /// When it was fitted.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn fitted(&self) -> Option<::chrono::DateTime<::chrono::offset::Utc>> {
        match self {
            Self::Wheel(content) => content.fitted,
            Self::SideDoor(content) => content.fitted,
            Self::Unknown(value) => {
                value.get("fitted").and_then(|value| value.as_str().and_then(rt::moment))
            }
        }
    }
}

impl rt::TaggedUnion for Part {
    const NAME: &'static str = "Part";
    const TAG: &'static str = "kind";
    fn variant<'de, D>(tag: &str, content: D) -> Option<Result<Self, D::Error>>
    where
        D: ::serde::Deserializer<'de>,
    {
        Some(
            match tag {
                "WHEEL" => {
                    <types::WheelPart as ::serde::Deserialize>::deserialize(content)
                        .map(Self::Wheel)
                }
                "SIDE_DOOR" => {
                    <types::DoorPart as ::serde::Deserialize>::deserialize(content)
                        .map(Self::SideDoor)
                }
                _ => return None,
            },
        )
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

impl<'de> ::serde::Deserialize<'de> for Part {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: ::serde::Deserializer<'de>,
    {
        rt::deserialize_tagged(deserializer)
    }
}

impl ::serde::Serialize for Part {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: ::serde::Serializer,
    {
        match self {
            Self::Wheel(content) => content.serialize(serializer),
            Self::SideDoor(content) => content.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

#[cfg(feature = "schemars")]
impl ::schemars::JsonSchema for Part {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Part".into()
    }

    fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        let known = [
            generator.subschema_for::<types::WheelPart>(),
            generator.subschema_for::<types::DoorPart>(),
        ];
        let mut any_of: Vec<::serde_json::Value> = known
            .into_iter()
            .map(::serde_json::Value::from)
            .collect();
        any_of.push(::serde_json::json!({ "type" : "object" }));
        ::schemars::json_schema!(
            { "description" :
            "A part of a thing. Objects with another tag are possible.", "anyOf" : any_of
            }
        )
    }
}
