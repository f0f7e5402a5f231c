//! A call record with UUIDs, nullable fields, and what the other fixture lacks: typed maps, lists of lists, integers.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::table::{essential, nullable, optional, personal, required, told};
use crate::json::schema::{Fields, Object, Shape};
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

crate::object! {
    pub(crate) struct Call {
        pub(crate) id: Uuid = required("id"),
        pub(crate) agent_id: Option<Uuid> = required("agent_id"),
        pub(crate) status: Status = required("status"),
        pub(crate) recording_url: Option<Personal<String>> = optional("recording_url"),
        pub(crate) start_time: Option<DateTime<Utc>> = optional("start_time"),
        pub(crate) end_time: Option<DateTime<Utc>> = optional("end_time"),
        pub(crate) duration: Option<i64> = optional("duration"),
        pub(crate) direction: String = required("type"),
        pub(crate) end_reason: Option<String> = optional("end_reason"),
        pub(crate) contact: Contact = required("contact"),
        pub(crate) phone_id: Option<Uuid> = required("phone_id"),
        pub(crate) created_date: Option<DateTime<Utc>> = told("created_date"),
        pub(crate) counters: HashMap<String, i64> = optional("counters"),
        pub(crate) grid: Vec<Vec<i64>> = optional("grid"),
        pub(crate) message: Option<OneOrMany> = optional("message"),
        pub(crate) backup: Option<Contact> = optional("backup"),
        pub(crate) earlier: Option<Box<Call>> = optional("earlier"),
    }
}

crate::object! {
    pub(crate) struct Contact {
        pub(crate) id: Uuid = required("id"),
        pub(crate) created_date: Option<DateTime<Utc>> = told("created_date"),
        pub(crate) identifier: Personal<String> = required("identifier"),
        pub(crate) contact_type: String = required("contact_type"),
    }
}

crate::object! {
    pub(crate) struct CallList {
        pub(crate) data: Vec<Call> = required("data"),
        pub(crate) has_more: Option<bool> = told("has_more"),
    }
}

static CALL_LIST: Object = Object {
    name: "CallList",
    fields: Fields::List(&[
        essential("data", Shape::Array(&Shape::Object(&CALL))),
        told("has_more", Shape::Boolean),
    ]),
};

static CALL: Object = Object {
    name: "Call",
    fields: Fields::List(&[
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
    ]),
};

static CONTACT: Object = Object {
    name: "Contact",
    fields: Fields::List(&[
        required("contact_type", Shape::Enum(&["call", "web"])),
        told("created_date", Shape::DateTime),
        required("id", Shape::Uuid),
        personal(required("identifier", Shape::String)),
    ]),
};
