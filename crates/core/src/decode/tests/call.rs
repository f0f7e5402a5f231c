//! A call record with UUIDs, nullable fields, and what the other fixture lacks: typed maps, lists of lists, integers.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::table::{nullable, optional, personal, required};
use crate::one_or_many::OneOrMany;
use crate::redact::Personal;
use crate::schema::{Object, Shape};
use crate::timestamp::Timestamp;

pub(crate) const EXAMPLE: &str = include_str!("call.json");

pub(crate) static SHAPE: Shape = Shape::Object(&CALL);
pub(crate) static LIST: Shape = Shape::Object(&CALL_LIST);

crate::open_enum! {
    /// State of a call.
    pub enum Status {
        /// It is being set up.
        Dialing = "dialing",
        /// It goes on.
        InProgress = "in_progress",
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Call {
    pub(crate) id: Uuid,
    #[serde(deserialize_with = "Option::deserialize")]
    pub(crate) agent_id: Option<Uuid>,
    pub(crate) status: Status,
    pub(crate) recording_url: Option<Personal<String>>,
    pub(crate) start_time: Option<Timestamp>,
    pub(crate) end_time: Option<Timestamp>,
    pub(crate) duration: Option<i64>,
    #[serde(rename = "type")]
    pub(crate) direction: String,
    pub(crate) end_reason: Option<String>,
    pub(crate) contact: Contact,
    #[serde(deserialize_with = "Option::deserialize")]
    pub(crate) phone_id: Option<Uuid>,
    pub(crate) created_date: Timestamp,
    #[serde(default)]
    pub(crate) counters: HashMap<String, i64>,
    #[serde(default)]
    pub(crate) grid: Vec<Vec<i64>>,
    pub(crate) message: Option<OneOrMany>,
    pub(crate) backup: Option<Contact>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Contact {
    pub(crate) id: Uuid,
    pub(crate) created_date: Timestamp,
    pub(crate) identifier: Personal<String>,
    pub(crate) contact_type: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct CallList {
    pub(crate) data: Vec<Call>,
    pub(crate) has_more: bool,
}

static CALL_LIST: Object = Object {
    name: "CallList",
    fields: &[
        required("data", Shape::Array(&Shape::Object(&CALL))),
        required("has_more", Shape::Boolean),
    ],
};

static CALL: Object = Object {
    name: "Call",
    fields: &[
        nullable(required("agent_id", Shape::Uuid)),
        optional("backup", Shape::Object(&CONTACT)),
        required("contact", Shape::Object(&CONTACT)),
        optional("counters", Shape::Map(&Shape::Integer)),
        required("created_date", Shape::DateTime),
        nullable(optional("duration", Shape::Integer)),
        nullable(optional("end_reason", Shape::String)),
        nullable(optional("end_time", Shape::DateTime)),
        optional("grid", Shape::Array(&Shape::Array(&Shape::Integer))),
        required("id", Shape::Uuid),
        optional("message", Shape::StringOrList),
        nullable(required("phone_id", Shape::Uuid)),
        personal(nullable(optional("recording_url", Shape::String))),
        nullable(optional("start_time", Shape::DateTime)),
        required("status", Shape::Enum(&["dialing", "in_progress"])),
        required("type", Shape::Enum(&["inbound", "outbound"])),
    ],
};

static CONTACT: Object = Object {
    name: "Contact",
    fields: &[
        required("contact_type", Shape::Enum(&["call", "web"])),
        required("created_date", Shape::DateTime),
        required("id", Shape::Uuid),
        personal(required("identifier", Shape::String)),
    ],
};
