//! From a body to a value: plainly if that works, and with the help of the schema if it does not.

use serde::de::DeserializeOwned;

use crate::json::drift::Drift;
use crate::json::object::complete;
use crate::json::path::DecodeFailure;
use crate::json::repair;
use crate::json::schema::{Field, Lack, Object, Presence, Shape};
use crate::json::text::{Cursor, JsonType, members, without_mark};

/// A value, and what had to be mended to get it.
#[derive(Debug)]
pub(crate) struct Decoded<T> {
    pub(crate) value: T,
    pub(crate) repairs: Vec<Drift>,
}

/// Decodes a body. A body that is as the Rust type wants it costs no more than plain serde.
///
/// UTF-8 is checked once for the whole body; serde_json, given bytes, checks it string by string, which for a typical record is an
/// eighth of the whole decode.
pub(crate) fn decode<T: DeserializeOwned>(
    bytes: &[u8],
    shape: &'static Shape,
) -> Result<Decoded<T>, DecodeFailure> {
    let (plain, complete) = complete(|| {
        let text = std::str::from_utf8(bytes).ok()?;
        serde_json::from_str(text).ok()
    });
    match plain {
        Some(value) if complete => Ok(Decoded {
            value,
            repairs: Vec::new(),
        }),
        plain => decode_mended(bytes, shape, plain),
    }
}

/// `plain` is what serde could read without help, though something is absent that should be told.
#[cold]
#[inline(never)]
fn decode_mended<T: DeserializeOwned>(
    bytes: &[u8],
    shape: &'static Shape,
    plain: Option<T>,
) -> Result<Decoded<T>, DecodeFailure> {
    let mended = repair::mend(bytes, shape)?;
    let value = match plain {
        Some(value) => value,
        None => serde_json::from_str(&mended.json)
            .map_err(|error| repair::locate(bytes, shape, &mended.json, &error))?,
    };
    Ok(Decoded {
        value,
        repairs: mended.repairs,
    })
}

/// Decodes a body that should be the answer to a call. A body of which the schema knows nothing is no answer, though a type in which
/// everything may be absent can be read from it.
pub(crate) fn decode_answer<T: DeserializeOwned>(
    bytes: &[u8],
    shape: &'static Shape,
) -> Result<Decoded<T>, DecodeFailure> {
    let decoded = decode(bytes, shape)?;
    match shape {
        Shape::Object(object) if has_nothing_of(bytes, object) => Err(DecodeFailure {
            json_path: String::new(),
            expected: "any of the documented fields".to_owned(),
        }),
        _ => Ok(decoded),
    }
}

/// Whether a body that was read as an object has none of its fields. An empty object that documents no field as required is one of
/// those whose fields may all be absent.
fn has_nothing_of(bytes: &[u8], object: &'static Object) -> bool {
    let fields = object.fields();
    // Where something is fatal, it is there.
    if fields.iter().any(|field| field.lack == Lack::Fatal) {
        return false;
    }
    let text = String::from_utf8_lossy(without_mark(bytes));
    if Cursor::new(&text).kind() != JsonType::Object {
        return false;
    }
    let mut members = members(&text).peekable();
    let is_empty = members.peek().is_none();
    // The first field is usually a known one, and then this ends.
    if members.any(|(name, _)| object.position(&name).is_some()) {
        return false;
    }
    let requires = |field: &Field| field.documented == Presence::Required;
    !is_empty || fields.iter().any(requires)
}
