//! From a body to a value: plainly if that works, and with the help of the schema if it does not.

pub(crate) mod path;
pub(crate) mod text;

use serde::de::DeserializeOwned;

use crate::drift::Drift;
use crate::repair;
use crate::schema::Shape;

/// A value, and what had to be mended to get it.
#[derive(Debug)]
pub(crate) struct Decoded<T> {
    pub(crate) value: T,
    pub(crate) repairs: Vec<Drift>,
}

/// Why a body gives no value. Holds nothing that the body says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct DecodeFailure {
    /// JSON pointer of what cannot be read.
    pub(crate) json_path: String,
    /// What should stand there.
    pub(crate) expected: String,
}

/// Decodes a body. A body that is as the Rust type wants it costs no more than plain serde.
///
/// UTF-8 is checked once for the whole body; serde_json, given bytes, checks it text by text, which for a typical record is an
/// eighth of the whole decode.
pub(crate) fn decode<T: DeserializeOwned>(
    bytes: &[u8],
    shape: &'static Shape,
) -> Result<Decoded<T>, DecodeFailure> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(value) = serde_json::from_str(text)
    {
        return Ok(Decoded {
            value,
            repairs: Vec::new(),
        });
    }
    decode_mended(bytes, shape)
}

#[cold]
#[inline(never)]
fn decode_mended<T: DeserializeOwned>(
    bytes: &[u8],
    shape: &'static Shape,
) -> Result<Decoded<T>, DecodeFailure> {
    let mended = repair::mend(bytes, shape)?;
    match serde_json::from_str(&mended.json) {
        Ok(value) => Ok(Decoded {
            value,
            repairs: mended.repairs,
        }),
        Err(error) => Err(repair::locate(bytes, shape, &mended.json, &error)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
