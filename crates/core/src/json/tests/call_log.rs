//! A call record with texts for ids, a union of actions, and personal fields.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::table::{
    document_requires, essential, optional, personal, relied_on, required, secret, told,
};
use crate::json::schema::{Field, Fields, Object, Shape, Union};
use crate::values::redact::{Personal, Secret};

pub(crate) const EXAMPLE: &str = include_str!("call_log.json");

pub(crate) static SHAPE: Shape = Shape::Object(&CALL_LOG);

crate::open_enum! {
    /// Kind of an action.
    pub enum ActionType {
        /// Transfer.
        CallTransfer = "CALL_TRANSFER",
        /// Text message.
        Sms = "SMS",
        /// Extraction.
        DataExtraction = "DATA_EXTRACTION",
        /// Extraction during the call.
        InCallDataExtraction = "IN_CALL_DATA_EXTRACTION",
        /// Workflow.
        WorkflowTrigger = "WORKFLOW_TRIGGER",
        /// Appointment.
        AppointmentBooking = "APPOINTMENT_BOOKING",
        /// Custom.
        CustomAction = "CUSTOM_ACTION",
        /// Knowledge base.
        KnowledgeBase = "KNOWLEDGE_BASE",
    }
}

crate::object! {
    pub(crate) struct CallLog {
        pub(crate) id: String = required("id"),
        pub(crate) agent_id: String = required("agentId"),
        pub(crate) is_agent_deleted: Option<bool> = told("isAgentDeleted"),
        pub(crate) created_at: Option<DateTime<Utc>> = told("createdAt"),
        pub(crate) duration: Option<f64> = told("duration"),
        pub(crate) trial_call: Option<bool> = optional("trialCall"),
        pub(crate) executed_call_actions: Vec<ExecutedCallAction> = required("executedCallActions"),
        pub(crate) summary: Option<Personal<String>> = optional("summary"),
        pub(crate) transcript: Personal<String> = required("transcript"),
        pub(crate) contact_id: Option<String> = optional("contactId"),
        pub(crate) from_number: Option<Personal<String>> = optional("fromNumber"),
        pub(crate) translation: Option<Translation> = optional("translation"),
        pub(crate) extracted_data: Option<Personal<Map<String, Value>>> = optional("extractedData"),
        pub(crate) message_id: Option<String> = optional("messageId"),
        pub(crate) transcript_with_tool_calls: Vec<Value> = optional("transcriptWithToolCalls"),
    }
}

crate::object! {
    pub(crate) struct Translation {
        pub(crate) translated_transcript: Option<Personal<String>> = optional("translatedTranscript"),
    }
}

/// The fields that all actions share, around parameters of their own.
macro_rules! actions {
    ($($action:ident: $parameters:ty;)*) => {
        $(crate::object! {
            pub(crate) struct $action {
                pub(crate) action_id: Option<String> = optional("actionId"),
                pub(crate) action_type: ActionType = required("actionType"),
                pub(crate) action_name: String = required("actionName"),
                pub(crate) description: Option<String> = optional("description"),
                pub(crate) action_parameters: Option<$parameters> = optional("actionParameters"),
                pub(crate) executed_at: Option<DateTime<Utc>> = optional("executedAt"),
                pub(crate) trigger_received_at: Option<DateTime<Utc>> = optional("triggerReceivedAt"),
            }
        })*
    };
}

actions! {
    CallTransferAction: CallTransfer;
    SmsAction: Sms;
    ExtractionAction: Extraction;
    WorkflowAction: Workflow;
    AppointmentAction: Appointment;
    OtherAction: Custom;
    KnowledgeAction: Knowledge;
}

crate::object! {
    pub(crate) struct CallTransfer {
        pub(crate) trigger_prompt: Option<String> = optional("triggerPrompt"),
        pub(crate) transfer_to_type: Option<String> = optional("transferToType"),
        pub(crate) transfer_to_value: Option<Personal<String>> = optional("transferToValue"),
        pub(crate) trigger_message: Option<String> = optional("triggerMessage"),
        pub(crate) hear_whisper_message: Option<bool> = optional("hearWhisperMessage"),
    }
}

crate::object! {
    pub(crate) struct Sms {
        pub(crate) trigger_prompt: Option<String> = optional("triggerPrompt"),
        pub(crate) trigger_message: Option<String> = optional("triggerMessage"),
        pub(crate) message_body: Option<Personal<String>> = optional("messageBody"),
    }
}

crate::object! {
    pub(crate) struct Extraction {
        pub(crate) contact_field_id: Option<String> = optional("contactFieldId"),
        pub(crate) description: Option<String> = optional("description"),
        pub(crate) examples: Vec<Personal<String>> = optional("examples"),
        pub(crate) overwrite_existing_value: Option<bool> = optional("overwriteExistingValue"),
    }
}

crate::object! {
    pub(crate) struct Workflow {
        pub(crate) trigger_prompt: Option<String> = optional("triggerPrompt"),
        pub(crate) trigger_message: Option<String> = optional("triggerMessage"),
        pub(crate) workflow_id: Option<String> = optional("workflowId"),
    }
}

crate::object! {
    pub(crate) struct Appointment {
        pub(crate) calendar_id: Option<String> = optional("calendarId"),
        pub(crate) days_of_offering_dates: Option<f64> = optional("daysOfOfferingDates"),
        pub(crate) slots_per_day: Option<f64> = optional("slotsPerDay"),
        pub(crate) hours_between_slots: Option<i64> = optional("hoursBetweenSlots"),
    }
}

crate::object! {
    pub(crate) struct Custom {
        pub(crate) trigger_prompt: Option<String> = optional("triggerPrompt"),
        pub(crate) trigger_message: Option<String> = optional("triggerMessage"),
        pub(crate) api_details: Option<ApiDetails> = optional("apiDetails"),
        pub(crate) response_paths_to_extract: Vec<String> = optional("responsePathsToExtract"),
    }
}

crate::object! {
    pub(crate) struct ApiDetails {
        pub(crate) url: Option<Secret<String>> = optional("url"),
        pub(crate) method: Option<String> = optional("method"),
        pub(crate) authentication_required: Option<bool> = optional("authenticationRequired"),
        pub(crate) authentication_value: Option<Secret<String>> = optional("authenticationValue"),
        pub(crate) headers: Vec<Header> = optional("headers"),
        pub(crate) parameters: Vec<Parameter> = optional("parameters"),
    }
}

crate::object! {
    pub(crate) struct Header {
        pub(crate) key: Option<String> = optional("key"),
        pub(crate) value: Option<Secret<String>> = optional("value"),
    }
}

crate::object! {
    pub(crate) struct Parameter {
        pub(crate) name: String = required("name"),
        pub(crate) description: Option<String> = optional("description"),
        pub(crate) kind: Option<String> = optional("type"),
        pub(crate) example: Option<Personal<String>> = optional("example"),
    }
}

crate::object! {
    pub(crate) struct Knowledge {
        pub(crate) trigger_prompt: Option<String> = optional("triggerPrompt"),
        pub(crate) trigger_message: Option<String> = optional("triggerMessage"),
        pub(crate) knowledge_base_id: Option<String> = optional("knowledgeBaseId"),
        pub(crate) parameters: Vec<Parameter> = optional("parameters"),
    }
}

crate::tagged_union! {
    /// What was done in a call.
    pub(crate) enum ExecutedCallAction by "actionType" {
        CallTransfer(CallTransferAction) = "CALL_TRANSFER",
        Sms(SmsAction) = "SMS",
        DataExtraction(ExtractionAction) = "DATA_EXTRACTION",
        InCallDataExtraction(ExtractionAction) = "IN_CALL_DATA_EXTRACTION",
        WorkflowTrigger(WorkflowAction) = "WORKFLOW_TRIGGER",
        AppointmentBooking(AppointmentAction) = "APPOINTMENT_BOOKING",
        CustomAction(OtherAction) = "CUSTOM_ACTION",
        KnowledgeBase(KnowledgeAction) = "KNOWLEDGE_BASE",
    }
}

static CALL_LOG: Object = Object {
    name: "CallLog",
    fields: Fields::List(&[
        required("agentId", Shape::String),
        optional("contactId", Shape::String),
        told("createdAt", Shape::DateTime),
        told("duration", Shape::Number),
        required("executedCallActions", Shape::Array(&Shape::Union(&ACTIONS))),
        personal(optional("extractedData", Shape::Map(&Shape::Any))),
        personal(optional("fromNumber", Shape::String)),
        essential("id", Shape::String),
        told("isAgentDeleted", Shape::Boolean),
        optional("messageId", Shape::String),
        personal(document_requires("summary", Shape::String)),
        personal(required("transcript", Shape::String)),
        optional("transcriptWithToolCalls", Shape::Array(&Shape::Any)),
        optional("translation", Shape::Object(&TRANSLATION)),
        document_requires("trialCall", Shape::Boolean),
    ]),
};

static TRANSLATION: Object = Object {
    name: "Translation",
    fields: Fields::List(&[personal(optional("translatedTranscript", Shape::String))]),
};

static ACTIONS: Union = Union {
    name: "ExecutedCallAction",
    tag: "actionType",
    variants: &[
        (
            "CALL_TRANSFER",
            &Object {
                name: "CallTransferAction",
                fields: Fields::List(&action(&CALL_TRANSFER)),
            },
        ),
        (
            "SMS",
            &Object {
                name: "SmsAction",
                fields: Fields::List(&action(&SMS)),
            },
        ),
        (
            "DATA_EXTRACTION",
            &Object {
                name: "DataExtractionAction",
                fields: Fields::List(&action(&EXTRACTION)),
            },
        ),
        (
            "IN_CALL_DATA_EXTRACTION",
            &Object {
                name: "InCallDataExtractionAction",
                fields: Fields::List(&action(&EXTRACTION)),
            },
        ),
        (
            "WORKFLOW_TRIGGER",
            &Object {
                name: "WorkflowTriggerAction",
                fields: Fields::List(&action(&WORKFLOW)),
            },
        ),
        (
            "APPOINTMENT_BOOKING",
            &Object {
                name: "AppointmentBookingAction",
                fields: Fields::List(&action(&APPOINTMENT)),
            },
        ),
        (
            "CUSTOM_ACTION",
            &Object {
                name: "CustomAction",
                fields: Fields::List(&action(&CUSTOM)),
            },
        ),
        (
            "KNOWLEDGE_BASE",
            &Object {
                name: "KnowledgeBaseAction",
                fields: Fields::List(&action(&KNOWLEDGE)),
            },
        ),
    ],
    implied: &[],
};

const ACTION_TYPES: &[&str] = &[
    "CALL_TRANSFER",
    "SMS",
    "DATA_EXTRACTION",
    "IN_CALL_DATA_EXTRACTION",
    "WORKFLOW_TRIGGER",
    "APPOINTMENT_BOOKING",
    "CUSTOM_ACTION",
    "KNOWLEDGE_BASE",
];

const fn action(parameters: &'static Object<'static>) -> [Field<'static>; 7] {
    [
        optional("actionId", Shape::String),
        required("actionName", Shape::String),
        optional("actionParameters", Shape::Object(parameters)),
        required("actionType", Shape::Enum(ACTION_TYPES)),
        optional("description", Shape::String),
        optional("executedAt", Shape::DateTime),
        optional("triggerReceivedAt", Shape::DateTime),
    ]
}

static CALL_TRANSFER: Object = Object {
    name: "CallTransferParameters",
    fields: Fields::List(&[
        optional("hearWhisperMessage", Shape::Boolean),
        optional("transferToType", Shape::String),
        personal(optional("transferToValue", Shape::String)),
        optional("triggerMessage", Shape::String),
        optional("triggerPrompt", Shape::String),
    ]),
};

static SMS: Object = Object {
    name: "SmsParameters",
    fields: Fields::List(&[
        personal(optional("messageBody", Shape::String)),
        optional("triggerMessage", Shape::String),
        optional("triggerPrompt", Shape::String),
    ]),
};

static EXTRACTION: Object = Object {
    name: "ExtractionParameters",
    fields: Fields::List(&[
        optional("contactFieldId", Shape::String),
        optional("description", Shape::String),
        optional("examples", Shape::Array(&Shape::String)),
        optional("overwriteExistingValue", Shape::Boolean),
    ]),
};

static WORKFLOW: Object = Object {
    name: "WorkflowParameters",
    fields: Fields::List(&[
        optional("triggerMessage", Shape::String),
        optional("triggerPrompt", Shape::String),
        optional("workflowId", Shape::String),
    ]),
};

static APPOINTMENT: Object = Object {
    name: "AppointmentParameters",
    fields: Fields::List(&[
        optional("calendarId", Shape::String),
        optional("daysOfOfferingDates", Shape::Number),
        optional("hoursBetweenSlots", Shape::Integer),
        optional("slotsPerDay", Shape::Number),
    ]),
};

static CUSTOM: Object = Object {
    name: "CustomParameters",
    fields: Fields::List(&[
        optional("apiDetails", Shape::Object(&API_DETAILS)),
        optional("responsePathsToExtract", Shape::Array(&Shape::String)),
        optional("triggerMessage", Shape::String),
        optional("triggerPrompt", Shape::String),
    ]),
};

static API_DETAILS: Object = Object {
    name: "ApiDetails",
    fields: Fields::List(&[
        optional("authenticationRequired", Shape::Boolean),
        secret(optional("authenticationValue", Shape::String)),
        optional("headers", Shape::Array(&Shape::Object(&HEADER))),
        optional("method", Shape::String),
        optional("parameters", Shape::Array(&Shape::Object(&PARAMETER))),
        secret(optional("url", Shape::String)),
    ]),
};

static HEADER: Object = Object {
    name: "Header",
    fields: Fields::List(&[
        optional("key", Shape::String),
        secret(optional("value", Shape::String)),
    ]),
};

static PARAMETER: Object = Object {
    name: "Parameter",
    fields: Fields::List(&[
        optional("description", Shape::String),
        personal(optional("example", Shape::String)),
        relied_on("name", Shape::String),
        optional("type", Shape::String),
    ]),
};

static KNOWLEDGE: Object = Object {
    name: "KnowledgeParameters",
    fields: Fields::List(&[
        optional("knowledgeBaseId", Shape::String),
        optional("parameters", Shape::Array(&Shape::Object(&PARAMETER))),
        optional("triggerMessage", Shape::String),
        optional("triggerPrompt", Shape::String),
    ]),
};
