//! Diga's call with its contact.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Call {
    pub id: String,
    pub agent_id: String,
    pub status: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub contact: Contact,
    pub phone_id: Option<String>,
    pub created_date: String,
    pub recording_url: Option<String>,
    pub start_time: Option<String>,
    pub end_time: Option<String>,
    pub duration: Option<i64>,
    pub end_reason: Option<String>,
}

#[derive(Deserialize)]
pub struct Contact {
    pub id: String,
    pub created_date: String,
    pub identifier: Option<String>,
    pub contact_type: String,
}
