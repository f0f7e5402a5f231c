// Generated from specs/request_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b2121aaa42f2c02b) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen request_body`.

//! Discriminated unions: one variant a tag value, anything else kept as `Unknown`.

#[allow(unused_imports)]
use super::types;
use ::callslip_core::{UnknownVariant, rt};

/// A step of making a thing.
///
/// The variant is chosen by `step`. A value of `step` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Step {
    /// `cut`: Something is cut.
    Cut(types::Cut),
    /// `glue`: Something is glued.
    Glue(types::Glue),
    /// Any other object, kept as it came.
    Unknown(UnknownVariant),
}

impl Step {
    /// Always `cut`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn step(&self) -> Option<&str> {
        match self {
            Self::Cut(content) => Some(content.step.as_str()),
            Self::Glue(content) => Some(content.step.as_str()),
            Self::Unknown(value) => {
                value.get("step").and_then(::serde_json::Value::as_str)
            }
        }
    }
}

impl rt::TaggedUnion for Step {
    const NAME: &'static str = "Step";
    const TAG: &'static str = "step";
    fn variant<'de, D>(tag: &str, content: D) -> Option<Result<Self, D::Error>>
    where
        D: ::serde::Deserializer<'de>,
    {
        Some(
            match tag {
                "cut" => {
                    <types::Cut as ::serde::Deserialize>::deserialize(content)
                        .map(Self::Cut)
                }
                "glue" => {
                    <types::Glue as ::serde::Deserialize>::deserialize(content)
                        .map(Self::Glue)
                }
                _ => return None,
            },
        )
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

impl<'de> ::serde::Deserialize<'de> for Step {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: ::serde::Deserializer<'de>,
    {
        rt::deserialize_tagged(deserializer)
    }
}

impl ::serde::Serialize for Step {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: ::serde::Serializer,
    {
        match self {
            Self::Cut(content) => content.serialize(serializer),
            Self::Glue(content) => content.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

#[cfg(feature = "schemars")]
impl ::schemars::JsonSchema for Step {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Step".into()
    }

    fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        let known = [
            generator.subschema_for::<types::Cut>(),
            generator.subschema_for::<types::Glue>(),
        ];
        let mut any_of: Vec<::serde_json::Value> = known
            .into_iter()
            .map(::serde_json::Value::from)
            .collect();
        any_of.push(::serde_json::json!({ "type" : "object" }));
        ::schemars::json_schema!(
            { "description" :
            "A step of making a thing. Objects with another tag are possible.", "anyOf" :
            any_of }
        )
    }
}
