//! A delivery that was found to be genuine.

use std::collections::BTreeMap;
use std::fmt;

use callslip_core::{Error, Payload, rt::Bytes};
use chrono::{DateTime, Utc};
use serde_json::value::RawValue;

use super::error::{VerifyError, VerifyErrorKind};
use crate::generated::webhooks::read_voice_ai_call_end;
use crate::types::{VoiceAiCallEnd, WebhookType};

/// From this number on, a time that is written as a number is in milliseconds: as seconds it would be in the year 5138.
const FIRST_MILLISECONDS: u64 = 100_000_000_000;

/// A delivery whose signature was checked.
///
/// The provider signs with one key for all of its customers. A signature shows that the provider sent these bytes to
/// somebody, and not that it sent them to you: whoever has an account of their own can get bytes about their location signed,
/// and hand them on. Compare [`location_id`](Self::location_id) with the locations that you know before you act on it.
///
/// ```
/// use callslip_highlevel::Error;
/// use callslip_highlevel::webhooks::Delivery;
///
/// fn act(delivery: &Delivery, ours: &[&str]) -> Result<(), Error<()>> {
///     if delivery.location_id().is_some_and(|location| ours.contains(&location))
///         && let Some(ended) = delivery.voice_ai_call_end()?
///     {
///         println!("{:?} took {:?} s", ended.id, ended.duration);
///     }
///     Ok(())
/// }
/// # let _ = act;
/// ```
pub struct Delivery {
    body: Bytes,
    pub(super) event_type: Option<String>,
    pub(super) webhook_id: Option<String>,
    pub(super) time: Time,
    location_id: Option<String>,
}

/// When a delivery was made, as far as it says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    Known(DateTime<Utc>),
    /// There is one, in a form that is not known here.
    Unreadable,
    Absent,
}

type Members<'a> = BTreeMap<String, &'a RawValue>;

impl Delivery {
    /// Takes what is said about the delivery out of a body whose signature has been checked.
    pub(super) fn read(body: Bytes) -> Result<Self, VerifyError> {
        let unreadable = |_| {
            VerifyError::new(
                VerifyErrorKind::Unreadable,
                "the body is genuine and no JSON object",
            )
        };
        let outer: Members<'_> = serde_json::from_slice(&body).map_err(unreadable)?;
        // The provider's guide reads the payload from `data`, its page on the event shows none.
        let inner: Members<'_> = outer
            .get("data")
            .and_then(|data| serde_json::from_str(data.get()).ok())
            .unwrap_or_default();
        let find = |name| {
            outer
                .get(name)
                .or_else(|| inner.get(name))
                .map(|value| value.get())
                .filter(|value| *value != "null")
        };
        let text = |name| find(name).and_then(as_text);
        let (event_type, webhook_id, location_id) =
            (text("type"), text("webhookId"), text("locationId"));
        let time = match find("timestamp") {
            None => Time::Absent,
            Some(value) => as_text(value)
                .and_then(|text| parse_time(&text))
                .map_or(Time::Unreadable, Time::Known),
        };
        Ok(Self {
            event_type,
            webhook_id,
            time,
            location_id,
            body,
        })
    }

    /// The body exactly as it came. It can hold personal data.
    #[must_use]
    pub fn raw(&self) -> &Bytes {
        &self.body
    }

    /// Kind of the event, `type` of the body.
    #[must_use]
    pub fn event_type(&self) -> Option<WebhookType> {
        self.event_type.as_deref().map(WebhookType::from)
    }

    /// Identifier of the delivery, `webhookId` of the body.
    #[must_use]
    pub fn webhook_id(&self) -> Option<&str> {
        self.webhook_id.as_deref()
    }

    /// Identifier of the location that it is about, `locationId` of the body. Anybody with an account can get a delivery
    /// about their own location signed: see [`Delivery`].
    #[must_use]
    pub fn location_id(&self) -> Option<&str> {
        self.location_id.as_deref()
    }

    /// When it was made, `timestamp` of the body; `None` if it does not say so in a form that is known here: RFC 3339, or
    /// Unix time in seconds or milliseconds.
    #[must_use]
    pub fn timestamp(&self) -> Option<DateTime<Utc>> {
        match self.time {
            Time::Known(time) => Some(time),
            Time::Unreadable | Time::Absent => None,
        }
    }

    /// The call that ended; `None` if the delivery says that it is about something else. One that does not say what it is
    /// about is read, because the provider's page on this event shows no type.
    ///
    /// # Errors
    ///
    /// [`Decode`](callslip_core::ErrorKind::Decode), if the body cannot be mended; it says where.
    pub fn voice_ai_call_end(&self) -> Result<Option<Payload<VoiceAiCallEnd>>, Error> {
        match self.event_type() {
            None | Some(WebhookType::VoiceAiCallEnd) => {
                read_voice_ai_call_end(self.body.clone()).map(Some)
            }
            Some(_) => Ok(None),
        }
    }
}

impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delivery")
            .field("event_type", &self.event_type)
            .field("webhook_id", &self.webhook_id)
            .field("timestamp", &self.timestamp())
            .field("location_id", &self.location_id)
            .finish_non_exhaustive()
    }
}

/// The content of a JSON text, or a JSON number as it is written. An empty text says nothing.
fn as_text(value: &str) -> Option<String> {
    match serde_json::from_str(value).ok()? {
        serde_json::Value::String(text) if !text.is_empty() => Some(text),
        serde_json::Value::Number(_) => Some(value.to_owned()),
        _ => None,
    }
}

fn parse_time(text: &str) -> Option<DateTime<Utc>> {
    if let Ok(number) = text.parse::<i64>() {
        return if number.unsigned_abs() < FIRST_MILLISECONDS {
            DateTime::from_timestamp(number, 0)
        } else {
            DateTime::from_timestamp_millis(number)
        };
    }
    let time = DateTime::parse_from_rfc3339(text).ok()?;
    Some(time.with_timezone(&Utc))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn time(value: &str) -> Time {
        let body = format!("{{\"timestamp\": {value}}}");
        Delivery::read(Bytes::from(body)).unwrap().time
    }

    #[test]
    fn times_are_read_in_the_usual_forms() {
        let wanted = Time::Known("2025-08-01T00:00:20Z".parse().unwrap());
        for same in [
            "\"2025-08-01T00:00:20.000Z\"",
            "\"2025-08-01T02:00:20+02:00\"",
            "1754006420",
            "1754006420000",
            "\"1754006420\"",
        ] {
            assert_eq!(time(same), wanted, "{same}");
        }
        for other in [
            "\"yesterday\"",
            "true",
            "[]",
            "1e400",
            "-9223372036854775808",
            "9223372036854775807",
            "99999999999999999999",
        ] {
            assert_eq!(time(other), Time::Unreadable, "{other}");
        }
        assert_eq!(time("null"), Time::Absent);
    }

    #[test]
    fn what_a_delivery_says_is_found_beside_and_inside_data() {
        let read =
            |body: &'static str| Delivery::read(Bytes::from_static(body.as_bytes())).unwrap();
        let flat = read(r#"{"type": "VoiceAiCallEnd", "webhookId": 17, "locationId": "L"}"#);
        assert_eq!(flat.event_type(), Some(WebhookType::VoiceAiCallEnd));
        assert_eq!(
            (flat.webhook_id(), flat.location_id()),
            (Some("17"), Some("L"))
        );
        let inside = read(r#"{"webhookId": "w", "data": {"webhookId": "x", "locationId": "L"}}"#);
        assert_eq!(
            (inside.webhook_id(), inside.location_id()),
            (Some("w"), Some("L"))
        );
        let nothing = read(r#"{"webhookId": "", "type": null, "data": 3}"#);
        assert_eq!((nothing.webhook_id(), nothing.event_type()), (None, None));
    }
}
