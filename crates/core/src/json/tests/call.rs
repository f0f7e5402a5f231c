//! A call record with UUIDs, nullable fields, and what the other fixture lacks: typed maps, lists of lists, integers.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use uuid::Uuid;

use super::table::{essential, nullable, optional, personal, required, told};
use crate::json::schema::{Object, Shape};
use crate::values::one_or_many::OneOrMany;
use crate::values::redact::Personal;

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

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Call {
    pub(crate) id: Uuid,
    pub(crate) agent_id: Option<Uuid>,
    pub(crate) status: Status,
    pub(crate) recording_url: Option<Personal<String>>,
    pub(crate) start_time: Option<DateTime<Utc>>,
    pub(crate) end_time: Option<DateTime<Utc>>,
    pub(crate) duration: Option<i64>,
    #[serde(rename = "type")]
    pub(crate) direction: String,
    pub(crate) end_reason: Option<String>,
    pub(crate) contact: Contact,
    pub(crate) phone_id: Option<Uuid>,
    pub(crate) created_date: Option<DateTime<Utc>>,
    pub(crate) counters: HashMap<String, i64>,
    pub(crate) grid: Vec<Vec<i64>>,
    pub(crate) message: Option<OneOrMany>,
    pub(crate) backup: Option<Contact>,
    pub(crate) earlier: Option<Box<Call>>,
}

crate::object!(Call {
    id: required "id",
    agent_id: required "agent_id",
    status: required "status",
    recording_url: optional "recording_url",
    start_time: optional as time "start_time",
    end_time: optional as time "end_time",
    duration: optional "duration",
    direction: required "type",
    end_reason: optional "end_reason",
    contact: required "contact",
    phone_id: required "phone_id",
    created_date: told as time "created_date",
    counters: default "counters",
    grid: default "grid",
    message: optional "message",
    backup: optional "backup",
    earlier: optional "earlier",
});

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Contact {
    pub(crate) id: Uuid,
    pub(crate) created_date: Option<DateTime<Utc>>,
    pub(crate) identifier: Personal<String>,
    pub(crate) contact_type: String,
}

crate::object!(Contact {
    id: required "id",
    created_date: told as time "created_date",
    identifier: required "identifier",
    contact_type: required "contact_type",
});

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct CallList {
    pub(crate) data: Vec<Call>,
    pub(crate) has_more: Option<bool>,
}

crate::object!(CallList {
    data: required "data",
    has_more: told "has_more",
});

static CALL_LIST: Object = Object {
    name: "CallList",
    fields: &[
        essential("data", Shape::Array(&Shape::Object(&CALL))),
        told("has_more", Shape::Boolean),
    ],
};

static CALL: Object = Object {
    name: "Call",
    fields: &[
        nullable(required("agent_id", Shape::Uuid)),
        optional("backup", Shape::Object(&CONTACT)),
        required("contact", Shape::Object(&CONTACT)),
        optional("counters", Shape::Map(&Shape::Integer)),
        told("created_date", Shape::DateTime),
        nullable(optional("duration", Shape::Integer)),
        optional("earlier", Shape::Object(&CALL)),
        nullable(optional("end_reason", Shape::String)),
        nullable(optional("end_time", Shape::DateTime)),
        optional("grid", Shape::Array(&Shape::Array(&Shape::Integer))),
        essential("id", Shape::Uuid),
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
        told("created_date", Shape::DateTime),
        required("id", Shape::Uuid),
        personal(required("identifier", Shape::String)),
    ],
};
