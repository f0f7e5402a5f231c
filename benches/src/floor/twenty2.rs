//! Twenty2's call with its parameters and links.

use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
pub struct CallDetail {
    pub success: bool,
    pub call: Call,
    pub input_parameters: Map<String, Value>,
    pub output_parameters: Map<String, Value>,
    pub recording: Option<Link>,
    pub transcript: Option<Link>,
}

#[derive(Deserialize)]
pub struct Call {
    pub call_id: String,
    pub agent_id: String,
    pub status: String,
    pub direction: String,
    pub callee_phone: String,
    pub caller_phone: String,
    pub duration_seconds: i64,
    pub billed_duration_seconds: i64,
    pub cost: Option<String>,
    pub started_at: Option<String>,
    pub ended_at: Option<String>,
}

#[derive(Deserialize)]
pub struct Link {
    pub url: Option<String>,
    pub expires_at: Option<String>,
}
