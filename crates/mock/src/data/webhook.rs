//! The body of a webhook, made up of the documented one.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::identity::Identity;
use super::mix::mix;
use super::template::{Holes, Links, Template, Which, time_of};
use super::traits::Traits;
use super::world::Likeness;
use crate::spec::Webhook;

/// The body of a delivery that is made at this time.
pub(crate) fn body(
    webhook: &Webhook,
    example: &Value,
    seed: u64,
    number: u64,
    now: DateTime<Utc>,
) -> Value {
    let key = "id";
    let id = made_up(example.get(key), seed, number);
    let members = || example.as_object().into_iter().flatten();
    let length = members().find(|(name, _)| name.starts_with("duration"));
    let traits = Traits::default();
    let holes = Holes {
        key,
        example_id: example.get(key).unwrap_or(&Value::Null),
        parents: &[],
        traits: &traits,
        time: members().find_map(|(_, value)| time_of(value)),
        seconds: length.and_then(|(_, value)| value.as_f64()),
        cost: None,
        links: &[],
        asked: &[],
        noun: None,
        own: &[],
        is_part: false,
        zones: false,
    };
    let likeness = Likeness {
        seed,
        slot: 0,
        number,
    };
    let seconds = likeness.seconds();
    let began = chrono::TimeDelta::try_seconds(i64::try_from(seconds).unwrap_or_default());
    let which = Which {
        id: &id,
        likeness,
        // It is sent when the call is over.
        time: now - began.unwrap_or_default(),
        seconds,
        parents: &[],
        links: Links {
            origin: "",
            until: None,
            now,
        },
        list: "",
    };
    let mut out = Vec::new();
    Template::new(example, Some(""), &holes).write(which, &traits, &mut out);
    let mut body: Value = serde_json::from_slice(&out).unwrap_or_default();
    if let Some(body) = body.as_object_mut() {
        if let Some(name) = &webhook.sent_at {
            let now = now.to_rfc3339_opts(SecondsFormat::Millis, true);
            body.insert(name.clone(), now.into());
        }
        if let Some(name) = &webhook.delivery_id {
            let id = made_up(example.get(name), seed, number);
            body.insert(name.clone(), id);
        }
    }
    body
}

/// An id in the form of the example's, or a UUID.
fn made_up(example: Option<&Value>, seed: u64, number: u64) -> Value {
    match example.and_then(Identity::like) {
        Some(identity) => identity.id(number, seed),
        None => Uuid::from_u64_pair(mix(seed), mix(number))
            .to_string()
            .into(),
    }
}
