//! From a body to a value: plainly if that works, and with the help of the schema if it does not.

use crate::json::drift::Drift;
use crate::json::input::{FromJson, Input};
use crate::json::path::DecodeFailure;
use crate::json::reader::{read_first, read_text};
use crate::json::repair;
use crate::json::schema::{Field, Lack, Object, Presence, Shape};
use crate::json::table::known;
use crate::json::text::{Cursor, JsonType, members, without_mark};

/// A value, and what had to be mended to get it.
#[derive(Debug)]
pub(crate) struct Decoded<T> {
    pub(crate) value: T,
    pub(crate) repairs: Vec<Drift>,
}

/// Where a value goes that is read from JSON. How a body is read knows nothing of the type, so it is compiled once, not for each.
pub(crate) trait Slot {
    /// Reads a value; if that fails, says where.
    fn fill(&mut self, json: &str) -> Result<(), usize>;

    /// Reads the value that comes first, and says where it ends; `None` if that is better asked of the value alone.
    fn first(&mut self, json: &str) -> Option<usize>;
}

impl<T: FromJson> Slot for Option<T> {
    fn fill(&mut self, json: &str) -> Result<(), usize> {
        read_text(json, &mut |input: &mut dyn Input| {
            *self = Some(T::from_json(input)?);
            Ok(())
        })
    }

    fn first(&mut self, json: &str) -> Option<usize> {
        read_first(json, &mut |input: &mut dyn Input| {
            *self = Some(T::from_json(input)?);
            Ok(())
        })
    }
}

/// Decodes a body.
pub(crate) fn decode<T: FromJson>(
    bytes: &[u8],
    shape: &'static Shape,
) -> Result<Decoded<T>, DecodeFailure> {
    let mut value = None;
    let repairs = fill(bytes, shape, &mut value)?;
    Decoded::of(value, repairs)
}

/// Decodes a body that should be the answer to a call.
pub(crate) fn decode_answer<T: FromJson>(
    bytes: &[u8],
    shape: &'static Shape,
) -> Result<Decoded<T>, DecodeFailure> {
    let mut value = None;
    let repairs = fill_answer(bytes, shape, &mut value)?;
    Decoded::of(value, repairs)
}

impl<T> Decoded<T> {
    /// Of a slot that was filled.
    pub(crate) fn of(value: Option<T>, repairs: Vec<Drift>) -> Result<Self, DecodeFailure> {
        let value = value.ok_or_else(|| DecodeFailure {
            json_path: String::new(),
            expected: "a value".to_owned(),
        })?;
        Ok(Self { value, repairs })
    }
}

/// Reads a body into a slot and says what had to be mended. A body that is as the Rust type wants it costs no more than plain serde.
///
/// UTF-8 is checked once for the whole body; serde_json, given bytes, checks it string by string, which for a typical record is an
/// eighth of the whole decode.
pub(crate) fn fill(
    bytes: &[u8],
    shape: &'static Shape,
    slot: &mut dyn Slot,
) -> Result<Vec<Drift>, DecodeFailure> {
    let (plain, known) = known(|| {
        let text = std::str::from_utf8(bytes).ok()?;
        slot.fill(text).ok()
    });
    if plain.is_some() && known.is_complete {
        return Ok(Vec::new());
    }
    let mended = repair::mend(bytes, shape)?;
    // What serde could read without help, though something is absent that should be told, is read.
    if plain.is_none() {
        slot.fill(&mended.json)
            .map_err(|at| repair::locate(bytes, shape, &mended.json, at))?;
    }
    Ok(mended.repairs)
}

/// The same for a body that should be the answer to a call. One of which the schema knows nothing is no answer, though a type in
/// which everything may be absent can be read from it.
pub(crate) fn fill_answer(
    bytes: &[u8],
    shape: &'static Shape,
    slot: &mut dyn Slot,
) -> Result<Vec<Drift>, DecodeFailure> {
    let repairs = fill(bytes, shape, slot)?;
    match shape {
        Shape::Object(object) if has_nothing_of(bytes, object) => Err(DecodeFailure {
            json_path: String::new(),
            expected: "any of the documented fields".to_owned(),
        }),
        _ => Ok(repairs),
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
