// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 0845627cee6234c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! Discriminated unions: one variant a tag value, anything else kept as `Unknown`.

#[allow(unused_imports)]
use super::types;
use ::callslip_core::{UnknownVariant, rt};

/// A tool that was used in a call. The property `type` decides which variant it is; where it is absent, the name of the tool does, which each variant has under another property.
///
/// The variant is chosen by `type`, and where that is absent by another field: `function_name` means `function`, `tool_name` means `call_tool`. A value of `type` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ToolCall {
    /// `function`: A function was used.
    Function(types::FunctionToolCall),
    /// `call_tool`: A tool that is built into calls was used.
    CallTool(types::BuiltInToolCall),
    /// Any other object, kept as it came.
    Unknown(UnknownVariant),
}

impl ToolCall {
    /// Kind of the tool call, here `function`, also where it is absent.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn type_(&self) -> Option<&str> {
        match self {
            Self::Function(content) => content.type_.as_ref().map(|value| value.as_str()),
            Self::CallTool(content) => content.type_.as_ref().map(|value| value.as_str()),
            Self::Unknown(value) => {
                value.get("type").and_then(::serde_json::Value::as_str)
            }
        }
    }

    /// How the use went.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn status(&self) -> Option<&str> {
        match self {
            Self::Function(content) => Some(content.status.as_str()),
            Self::CallTool(content) => Some(content.status.as_str()),
            Self::Unknown(value) => {
                value.get("status").and_then(::serde_json::Value::as_str)
            }
        }
    }
}

impl rt::TaggedUnion for ToolCall {
    const NAME: &'static str = "ToolCall";
    const TAG: &'static str = "type";
    const IMPLIED: &'static [(&'static str, &'static str)] = &[
        ("function_name", "function"),
        ("tool_name", "call_tool"),
    ];
    fn variant<'de, D>(tag: &str, content: D) -> Option<Result<Self, D::Error>>
    where
        D: ::serde::Deserializer<'de>,
    {
        Some(
            match tag {
                "function" => {
                    <types::FunctionToolCall as ::serde::Deserialize>::deserialize(
                            content,
                        )
                        .map(Self::Function)
                }
                "call_tool" => {
                    <types::BuiltInToolCall as ::serde::Deserialize>::deserialize(
                            content,
                        )
                        .map(Self::CallTool)
                }
                _ => return None,
            },
        )
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

impl<'de> ::serde::Deserialize<'de> for ToolCall {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: ::serde::Deserializer<'de>,
    {
        rt::deserialize_tagged(deserializer)
    }
}

impl ::serde::Serialize for ToolCall {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: ::serde::Serializer,
    {
        match self {
            Self::Function(content) => content.serialize(serializer),
            Self::CallTool(content) => content.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

#[cfg(feature = "schemars")]
impl ::schemars::JsonSchema for ToolCall {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ToolCall".into()
    }

    fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        let known = [
            generator.subschema_for::<types::FunctionToolCall>(),
            generator.subschema_for::<types::BuiltInToolCall>(),
        ];
        let mut any_of: Vec<::serde_json::Value> = known
            .into_iter()
            .map(::serde_json::Value::from)
            .collect();
        any_of.push(::serde_json::json!({ "type" : "object" }));
        ::schemars::json_schema!(
            { "description" :
            "A tool that was used in a call. The property `type` decides which variant it is; where it is absent, the name of the tool does, which each variant has under another property. Objects with another tag are possible.",
            "anyOf" : any_of }
        )
    }
}
