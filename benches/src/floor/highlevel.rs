//! HighLevel's call log, and a page of them. Action parameters are one loose struct.

use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Page {
    pub total: f64,
    pub page: f64,
    pub page_size: f64,
    pub call_logs: Vec<CallLog>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CallLog {
    pub id: String,
    pub agent_id: String,
    pub is_agent_deleted: bool,
    pub created_at: String,
    pub duration: f64,
    pub trial_call: bool,
    pub executed_call_actions: Vec<Action>,
    pub summary: String,
    pub transcript: String,
    pub contact_id: Option<String>,
    pub from_number: Option<String>,
    pub translation: Option<Translation>,
    pub extracted_data: Option<Map<String, Value>>,
    pub message_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Translation {
    pub translated_transcript: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Action {
    pub action_id: Option<String>,
    pub action_type: String,
    pub action_name: String,
    pub description: Option<String>,
    pub action_parameters: Option<Parameters>,
    pub executed_at: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Parameters {
    pub transfer_to_type: Option<String>,
    pub transfer_to_value: Option<String>,
    pub trigger_prompt: Option<String>,
    pub trigger_message: Option<String>,
    pub hear_whisper_message: Option<bool>,
    pub message_body: Option<String>,
    pub contact_field_id: Option<String>,
    pub description: Option<String>,
    pub examples: Option<Vec<String>>,
    pub overwrite_existing_value: Option<bool>,
    pub workflow_id: Option<String>,
    pub calendar_id: Option<String>,
    pub days_of_offering_dates: Option<f64>,
    pub slots_per_day: Option<f64>,
    pub hours_between_slots: Option<f64>,
    pub api_details: Option<ApiDetails>,
    pub response_paths_to_extract: Option<Vec<String>>,
    pub knowledge_base_id: Option<String>,
    pub parameters: Option<Vec<Parameter>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ApiDetails {
    pub url: Option<String>,
    pub method: Option<String>,
    pub authentication_required: Option<bool>,
    pub authentication_value: Option<String>,
    pub headers: Option<Vec<Header>>,
    pub parameters: Option<Vec<Parameter>>,
}

#[derive(Deserialize)]
pub struct Header {
    pub key: String,
    pub value: String,
}

#[derive(Deserialize)]
pub struct Parameter {
    pub name: String,
    pub description: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub example: Option<String>,
}
