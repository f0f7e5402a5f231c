//! Credira's call in its envelope.

use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
pub struct CallResponse {
    pub success: bool,
    pub data: Call,
    pub meta: Meta,
}

#[derive(Deserialize)]
pub struct Call {
    pub id: String,
    pub invoice_id: String,
    pub duration: Option<f64>,
    pub status: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub transcription_url: Option<String>,
    pub call_recording_url: Option<String>,
    pub confidence_score: Option<f64>,
    pub voice_agent_id: Option<String>,
    pub timezone: Option<String>,
    pub account_id: Option<String>,
    pub created_time: Option<String>,
    pub updated_time: Option<String>,
    pub start_time: Option<String>,
    pub end_time: Option<String>,
    pub call_type: Option<String>,
    pub cost: Option<f64>,
    pub currency: Option<String>,
    pub quality_score: Option<f64>,
    pub sentiment_score: Option<f64>,
    pub keywords: Option<Vec<String>>,
    pub summary: Option<String>,
    pub tags: Option<Vec<String>>,
    pub metadata: Option<Map<String, Value>>,
}

#[derive(Deserialize)]
pub struct Meta {
    pub timestamp: Option<String>,
    pub request_id: Option<String>,
}
