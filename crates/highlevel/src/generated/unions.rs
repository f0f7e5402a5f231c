// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 f86acbc97f2f5c63) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! Discriminated unions: one variant a tag value, anything else kept as `Unknown`.

#[allow(unused_imports)]
use super::types;
use ::callslip_core::{UnknownVariant, rt};

/// An action that the agent carried out during the call. The property `actionType` decides which variant it is.
///
/// The variant is chosen by `actionType`. A value of `actionType` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ExecutedCallAction {
    /// `CALL_TRANSFER`: The call was handed to another number.
    CallTransfer(types::CallTransferAction),
    /// `SMS`: A text message was sent.
    Sms(types::SmsAction),
    /// `DATA_EXTRACTION`: A value was taken from the call and written into a contact field.
    DataExtraction(types::DataExtractionAction),
    /// `IN_CALL_DATA_EXTRACTION`: A value was taken from the call, while it was running, and written into a contact field.
    InCallDataExtraction(types::InCallDataExtractionAction),
    /// `WORKFLOW_TRIGGER`: A workflow was started.
    WorkflowTrigger(types::WorkflowTriggerAction),
    /// `APPOINTMENT_BOOKING`: An appointment was booked in a calendar.
    AppointmentBooking(types::AppointmentBookingAction),
    /// `CUSTOM_ACTION`: An external API was called.
    CustomAction(types::CustomAction),
    /// `KNOWLEDGE_BASE`: A knowledge base was asked.
    KnowledgeBase(types::KnowledgeBaseAction),
    /// Any other object, kept as it came.
    Unknown(UnknownVariant),
}

impl ExecutedCallAction {
    /// Identifier of the action.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn action_id(&self) -> Option<&str> {
        match self {
            Self::CallTransfer(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::Sms(content) => content.action_id.as_ref().map(|value| value.as_str()),
            Self::DataExtraction(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::InCallDataExtraction(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::WorkflowTrigger(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::AppointmentBooking(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::CustomAction(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::KnowledgeBase(content) => {
                content.action_id.as_ref().map(|value| value.as_str())
            }
            Self::Unknown(value) => {
                value.get("actionId").and_then(::serde_json::Value::as_str)
            }
        }
    }

    /// Identifier of the action, under the name that the call-end webhook uses.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::CallTransfer(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::Sms(content) => content.id.as_ref().map(|value| value.as_str()),
            Self::DataExtraction(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::InCallDataExtraction(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::WorkflowTrigger(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::AppointmentBooking(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::CustomAction(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::KnowledgeBase(content) => {
                content.id.as_ref().map(|value| value.as_str())
            }
            Self::Unknown(value) => {
                value.get("_id").and_then(::serde_json::Value::as_str)
            }
        }
    }

    /// Kind of the action, here always `CALL_TRANSFER`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn action_type(&self) -> Option<&str> {
        match self {
            Self::CallTransfer(content) => Some(content.action_type.as_str()),
            Self::Sms(content) => Some(content.action_type.as_str()),
            Self::DataExtraction(content) => Some(content.action_type.as_str()),
            Self::InCallDataExtraction(content) => Some(content.action_type.as_str()),
            Self::WorkflowTrigger(content) => Some(content.action_type.as_str()),
            Self::AppointmentBooking(content) => Some(content.action_type.as_str()),
            Self::CustomAction(content) => Some(content.action_type.as_str()),
            Self::KnowledgeBase(content) => Some(content.action_type.as_str()),
            Self::Unknown(value) => {
                value.get("actionType").and_then(::serde_json::Value::as_str)
            }
        }
    }

    /// Name that the action was given when the agent was set up.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn action_name(&self) -> Option<&str> {
        match self {
            Self::CallTransfer(content) => Some(content.action_name.as_str()),
            Self::Sms(content) => Some(content.action_name.as_str()),
            Self::DataExtraction(content) => Some(content.action_name.as_str()),
            Self::InCallDataExtraction(content) => Some(content.action_name.as_str()),
            Self::WorkflowTrigger(content) => Some(content.action_name.as_str()),
            Self::AppointmentBooking(content) => Some(content.action_name.as_str()),
            Self::CustomAction(content) => Some(content.action_name.as_str()),
            Self::KnowledgeBase(content) => Some(content.action_name.as_str()),
            Self::Unknown(value) => {
                value.get("actionName").and_then(::serde_json::Value::as_str)
            }
        }
    }

    /// What the action is for, as written when the agent was set up.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn description(&self) -> Option<&str> {
        match self {
            Self::CallTransfer(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::Sms(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::DataExtraction(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::InCallDataExtraction(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::WorkflowTrigger(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::AppointmentBooking(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::CustomAction(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::KnowledgeBase(content) => {
                content.description.as_ref().map(|value| value.as_str())
            }
            Self::Unknown(value) => {
                value.get("description").and_then(::serde_json::Value::as_str)
            }
        }
    }

    /// When the action was carried out (ISO 8601, UTC, with milliseconds).
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn executed_at(&self) -> Option<::chrono::DateTime<::chrono::offset::Utc>> {
        match self {
            Self::CallTransfer(content) => content.executed_at,
            Self::Sms(content) => content.executed_at,
            Self::DataExtraction(content) => content.executed_at,
            Self::InCallDataExtraction(content) => content.executed_at,
            Self::WorkflowTrigger(content) => content.executed_at,
            Self::AppointmentBooking(content) => content.executed_at,
            Self::CustomAction(content) => content.executed_at,
            Self::KnowledgeBase(content) => content.executed_at,
            Self::Unknown(value) => {
                value
                    .get("executedAt")
                    .and_then(|value| value.as_str().and_then(rt::moment))
            }
        }
    }

    /// When the agent was asked for the action (ISO 8601, UTC, with milliseconds).
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn trigger_received_at(
        &self,
    ) -> Option<::chrono::DateTime<::chrono::offset::Utc>> {
        match self {
            Self::CallTransfer(content) => content.trigger_received_at,
            Self::Sms(content) => content.trigger_received_at,
            Self::DataExtraction(content) => content.trigger_received_at,
            Self::InCallDataExtraction(content) => content.trigger_received_at,
            Self::WorkflowTrigger(content) => content.trigger_received_at,
            Self::AppointmentBooking(content) => content.trigger_received_at,
            Self::CustomAction(content) => content.trigger_received_at,
            Self::KnowledgeBase(content) => content.trigger_received_at,
            Self::Unknown(value) => {
                value
                    .get("triggerReceivedAt")
                    .and_then(|value| value.as_str().and_then(rt::moment))
            }
        }
    }
}

impl rt::TaggedUnion for ExecutedCallAction {
    const NAME: &'static str = "ExecutedCallAction";
    const TAG: &'static str = "actionType";
    fn variant<'de, D>(tag: &str, content: D) -> Option<Result<Self, D::Error>>
    where
        D: ::serde::Deserializer<'de>,
    {
        Some(
            match tag {
                "CALL_TRANSFER" => {
                    <types::CallTransferAction as ::serde::Deserialize>::deserialize(
                            content,
                        )
                        .map(Self::CallTransfer)
                }
                "SMS" => {
                    <types::SmsAction as ::serde::Deserialize>::deserialize(content)
                        .map(Self::Sms)
                }
                "DATA_EXTRACTION" => {
                    <types::DataExtractionAction as ::serde::Deserialize>::deserialize(
                            content,
                        )
                        .map(Self::DataExtraction)
                }
                "IN_CALL_DATA_EXTRACTION" => {
                    <types::InCallDataExtractionAction as ::serde::Deserialize>::deserialize(
                            content,
                        )
                        .map(Self::InCallDataExtraction)
                }
                "WORKFLOW_TRIGGER" => {
                    <types::WorkflowTriggerAction as ::serde::Deserialize>::deserialize(
                            content,
                        )
                        .map(Self::WorkflowTrigger)
                }
                "APPOINTMENT_BOOKING" => {
                    <types::AppointmentBookingAction as ::serde::Deserialize>::deserialize(
                            content,
                        )
                        .map(Self::AppointmentBooking)
                }
                "CUSTOM_ACTION" => {
                    <types::CustomAction as ::serde::Deserialize>::deserialize(content)
                        .map(Self::CustomAction)
                }
                "KNOWLEDGE_BASE" => {
                    <types::KnowledgeBaseAction as ::serde::Deserialize>::deserialize(
                            content,
                        )
                        .map(Self::KnowledgeBase)
                }
                _ => return None,
            },
        )
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

impl<'de> ::serde::Deserialize<'de> for ExecutedCallAction {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: ::serde::Deserializer<'de>,
    {
        rt::deserialize_tagged(deserializer)
    }
}

impl ::serde::Serialize for ExecutedCallAction {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: ::serde::Serializer,
    {
        match self {
            Self::CallTransfer(content) => content.serialize(serializer),
            Self::Sms(content) => content.serialize(serializer),
            Self::DataExtraction(content) => content.serialize(serializer),
            Self::InCallDataExtraction(content) => content.serialize(serializer),
            Self::WorkflowTrigger(content) => content.serialize(serializer),
            Self::AppointmentBooking(content) => content.serialize(serializer),
            Self::CustomAction(content) => content.serialize(serializer),
            Self::KnowledgeBase(content) => content.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

#[cfg(feature = "schemars")]
impl ::schemars::JsonSchema for ExecutedCallAction {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ExecutedCallAction".into()
    }

    fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        let known = [
            generator.subschema_for::<types::CallTransferAction>(),
            generator.subschema_for::<types::SmsAction>(),
            generator.subschema_for::<types::DataExtractionAction>(),
            generator.subschema_for::<types::InCallDataExtractionAction>(),
            generator.subschema_for::<types::WorkflowTriggerAction>(),
            generator.subschema_for::<types::AppointmentBookingAction>(),
            generator.subschema_for::<types::CustomAction>(),
            generator.subschema_for::<types::KnowledgeBaseAction>(),
        ];
        let mut any_of: Vec<::serde_json::Value> = known
            .into_iter()
            .map(::serde_json::Value::from)
            .collect();
        any_of.push(::serde_json::json!({ "type" : "object" }));
        ::schemars::json_schema!(
            { "description" :
            "An action that the agent carried out during the call. The property `actionType` decides which variant it is. Objects with another tag are possible.",
            "anyOf" : any_of }
        )
    }
}
