//! What a service sends by itself, as users get it: read like an answer, with what was mended and what differs.

use std::borrow::Cow;
use std::ops::Deref;

use bytes::Bytes;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::error::{Error, Failure};
use crate::exchange::Exchange;
use crate::exchange::provider::{Provider, Webhook};
use crate::json::decode::{Decoded, decode_answer};
use crate::json::drift::Drift;
use crate::json::input::FromJson;
use crate::json::path::DecodeFailure;
use crate::json::text::{self, Cursor, JsonType};
use crate::json::walk::drift;
use crate::values::debug::partial_debug;

/// The body of a webhook: reads as `T`, and knows what it was read from.
///
/// It says nothing about who sent it. Where the provider documents a signature, check it first.
///
/// ```
/// use callslip_core::Payload;
///
/// /// Keeps what came, to the byte, and says what had to be mended in it.
/// fn keep<T>(payload: &Payload<T>) -> std::io::Result<()> {
///     for repair in payload.repairs() {
///         eprintln!("{repair}");
///     }
///     std::fs::write("ended.json", payload.raw())
/// }
/// # let _ = keep::<()>;
/// ```
pub struct Payload<T> {
    inner: T,
    body: Bytes,
    repairs: Vec<Drift>,
    webhook: &'static Webhook,
}

impl<T> Payload<T> {
    /// The value alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.inner
    }

    /// The body exactly as it came. It can hold personal data.
    pub fn raw(&self) -> &Bytes {
        &self.body
    }

    /// What had to be mended, so that the body could be read as `T`; empty if it came as documented enough.
    pub fn repairs(&self) -> &[Drift] {
        &self.repairs
    }

    /// Everything in which the body differs from the spec, found by reading the raw bytes again. Never holds a value.
    pub fn drift(&self) -> Vec<Drift> {
        let content = Content::of(&self.body, self.webhook);
        content.placed(drift(&content.bytes, self.webhook.shape))
    }
}

impl<T> Deref for Payload<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.inner
    }
}

/// Writes what came, not the typed view of it: the body as it was sent, to the byte. Verbatim in `serde_json` only.
impl<T> Serialize for Payload<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        text::write_as_sent(&self.body, serializer)
    }
}

partial_debug!([T: std::fmt::Debug] Payload<T>, "Payload", it => {
    repairs: it.repairs,
    value: it.inner,
});

/// Reads the body of a webhook.
///
/// # Errors
///
/// `Decode`, if the body cannot be mended.
pub fn read_webhook<T: FromJson>(
    provider: &'static Provider,
    webhook: &'static Webhook,
    body: Bytes,
) -> Result<Payload<T>, Error> {
    let content = Content::of(&body, webhook);
    // Serde would read a list as the fields of a struct one after the other, and an empty one as a payload of nothing.
    let decoded = if body.trim_ascii_start().starts_with(b"[") {
        Err(DecodeFailure {
            json_path: String::new(),
            expected: webhook.shape.expected().to_owned(),
        })
    } else {
        decode_answer(&content.bytes, webhook.shape)
    };
    let exchange = Exchange::new(provider, webhook.name);
    let Decoded { value, repairs } = match decoded {
        Ok(decoded) => decoded,
        Err(mut failure) => {
            failure.json_path = content.place(&failure.json_path);
            return Err(Failure::undecodable(exchange, "the payload", failure, body).into());
        }
    };
    let repairs = content.placed(repairs);
    exchange.tell(&repairs);
    Ok(Payload {
        inner: value,
        repairs,
        body,
        webhook,
    })
}

/// The payload of a body: all of it, or a member of it together with what stands beside that.
struct Content<'a> {
    bytes: Cow<'a, [u8]>,
    /// The members that came from inside the member of this name.
    inside: (&'static str, Map<String, Value>),
}

impl<'a> Content<'a> {
    fn of(body: &'a [u8], webhook: &Webhook) -> Self {
        let member = webhook.also_under.and_then(|name| Self::member(body, name));
        member.unwrap_or_else(|| Self {
            bytes: body.into(),
            inside: Default::default(),
        })
    }

    /// Lifts the members of an object to those beside it. A body that is no such object is left for the decoder to judge.
    fn member(body: &[u8], name: &'static str) -> Option<Self> {
        let body = str::from_utf8(body).ok();
        let mut outer = members(body.filter(|body| text::is_json(body.as_bytes()))?)?;
        let mut inside = members(outer.remove(name)?.as_str()?)?;
        // What stands beside the payload is about the delivery, so it goes before a member of the same name.
        for key in outer.keys() {
            inside.remove(key);
        }
        let mut bytes = vec![b'{'];
        for (key, value) in inside.iter().chain(&outer) {
            if bytes.len() > 1 {
                bytes.push(b',');
            }
            text::write_string(key, &mut bytes);
            bytes.push(b':');
            bytes.extend_from_slice(value.as_str()?.as_bytes());
        }
        bytes.push(b'}');
        Some(Self {
            bytes: bytes.into(),
            inside: (name, inside),
        })
    }

    /// The place in the body of a place in the payload.
    fn place(&self, path: &str) -> String {
        let (name, inside) = &self.inside;
        let first = path.split('/').nth(1).unwrap_or_default();
        let key = first.replace("~1", "/").replace("~0", "~");
        match inside.contains_key(&key) {
            true => format!("/{name}{path}"),
            false => path.to_owned(),
        }
    }

    fn placed(&self, found: Vec<Drift>) -> Vec<Drift> {
        let place = |drift: Drift| {
            let path = self.place(drift.path());
            drift.at(path)
        };
        found.into_iter().map(place).collect()
    }
}

/// The members of an object with their texts, of several of one name the last; nothing of anything else, nor of one with a name that cannot
/// be read.
fn members(json: &str) -> Option<Map<String, Value>> {
    let mut cursor = Cursor::new(json);
    let is_object = cursor.kind() == JsonType::Object;
    let mut members = Map::new();
    for (name, _, value) in text::entries(cursor) {
        members.insert(name?.into_owned(), Value::String(value.to_owned()));
    }
    is_object.then_some(members)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
