//! How the records of providers are looked at.

use callslip_core::{Record, ResponseValue};

use crate::{Call, Recording, Turn};

/// What a call can be made of: an item of a provider's list, or an answer that holds one call.
pub trait AsCall {
    /// The call that this tells of, without the text that it was read of: [`Call::of_record`] and [`Call::of_response`] add that.
    fn as_call(&self) -> Call<'_>;
}

/// What a turn can be made of.
pub trait AsTurn {
    /// The turn that this tells of, at no place yet.
    fn as_turn(&self) -> Turn<'_>;
}

/// What a recording can be made of.
pub trait AsRecording {
    /// The recording that this tells of, at no place yet.
    fn as_recording(&self) -> Recording;
}

impl<'a> Call<'a> {
    /// The call of an item of a list, with the item's exact JSON, and in how many places it was mended and differs from the
    /// provider's document.
    pub fn of_record<T: AsCall>(record: &'a Record<T>) -> Self {
        Self {
            raw: record.json().into(),
            repairs: count(record.repairs().len()),
            drift: count(record.drift().len()),
            ..record.as_call()
        }
    }

    /// The call of an answer, with the answer's exact text.
    pub fn of_response<T: AsCall>(response: &'a ResponseValue<T>) -> Self {
        Self {
            raw: String::from_utf8_lossy(response.raw()),
            repairs: count(response.repairs().len()),
            drift: count(response.drift().len()),
            ..response.as_call()
        }
    }
}

impl<'a> Turn<'a> {
    /// The turn of an item of a list, with its place in the conversation and its exact JSON.
    pub fn of_record<T: AsTurn>(seq: i32, record: &'a Record<T>) -> Self {
        Self {
            seq,
            raw: Some(record.json().into()),
            ..record.as_turn()
        }
    }
}

impl Recording {
    /// The recording of an item of a list, with its place among the call's recordings.
    pub fn of_record<T: AsRecording>(ordinal: i32, record: &Record<T>) -> Self {
        Self {
            ordinal,
            ..record.as_recording()
        }
    }
}

fn count(places: usize) -> u32 {
    u32::try_from(places).unwrap_or(u32::MAX)
}
