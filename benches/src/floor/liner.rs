//! Liner's call record.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct CallRecordResponse {
    pub success: bool,
    pub message: String,
    pub data: CallRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CallRecord {
    pub id: i64,
    pub user_id: i64,
    pub lead_id: i64,
    pub is_transfer: bool,
    pub duration_seconds: i64,
    pub file_url: String,
    pub record_summary: Option<String>,
    pub created_at: String,
}
